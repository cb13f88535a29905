//! The pages of answering.

use maud::{Markup, html};
use programme::hearing::{Holds, Phase, Sender};
use programme::{AdoptedPlan, Hearing, Measure, MeasureId, OrganisationId, Statement};
use publishing::{format, say};

use super::files::{self, KEPT};
use super::sheet::{holds_field, question_field, reason_field, senders};
use super::who::Who;
use crate::app::App;
use crate::form::{Fields, Form, Mistake, field};
use crate::guard::Guard;
use crate::hearing::{circle_words, deadline_words, publication_words};
use crate::page;
use crate::reader::Reader;
use crate::widget::{count, crumbs, csrf, organisation};
use crate::wording::{inline, prose};

/// What the form shows.
pub(super) struct Drawn<'a> {
    pub fields: &'a Fields,
    pub mistakes: &'a [Mistake],
    /// True where somebody else has answered meanwhile.
    pub conflict: bool,
}

/// The form by which one answers.
pub(super) fn form(app: &App, reader: &Reader, hearing: &Hearing, who: &Who, guard: &Guard, drawn: &Drawn<'_>) -> Markup {
    let language = reader.language;
    let form = Form {
        reader,
        fields: drawn.fields,
        mistakes: drawn.mistakes,
    };
    let title = say!(language, "answer-title", title = reader.plain(&hearing.title));
    let action = reader.addresses.to(reader.place.split('?').next().unwrap_or_default());
    let body = html! {
        (way_back(reader, hearing, &say!(language, "hearing-answer")))
        h1.vk-title { (title) }
        p.vk-lead { (deadline_words(reader, hearing)) " " (speaks(reader, who)) }
        (before(reader, hearing, who, drawn))
        form.vk-form method="post" action=(action) enctype="multipart/form-data" data-unsaved=(say!(language, "form-unsaved")) {
            (form.summary())
            (csrf(reader))
            (form.hidden("base"))
            @if who.is_unknown() { (form.hidden(super::ONCE)) (guard.parts(drawn.fields, language, app.now())) }
            (measures(&form, reader, hearing, who))
            @for (place, question) in hearing.questions.iter().enumerate() { (free(&form, &question_field(place), &inline(language, question), None)) }
            (free(&form, "statement", &html! { (say!(language, "answer-text")) }, Some("answer-text-hint")))
            (attachments(&form))
            @if who.is_unknown() { (about_oneself(&form, hearing)) }
            div.vk-actions { button.ds-button type="submit" { (say!(language, "answer-send")) } }
            p.vk-small { (say!(language, if who.organisation().is_some() { "answer-published-at-once" } else { "answer-published-when-read" })) " "
                a.ds-link href=(reader.addresses.hearing_rules()) { (say!(language, "hearing-rules-title")) } }
        }
    };
    page::narrow(reader, &title, &body)
}

fn way_back(reader: &Reader, hearing: &Hearing, here: &str) -> Markup {
    let ways = [
        (reader.addresses.hearings(), html! { (say!(reader.language, "nav-hearings")) }),
        (reader.addresses.hearing(&hearing.id), inline(reader.language, &hearing.title)),
    ];
    crumbs(reader, &ways, &html! { (here) })
}

/// For whom one speaks.
fn speaks(reader: &Reader, who: &Who) -> Markup {
    let language = reader.language;
    html! {
        @match who.organisation() {
            Some(own) => { (say!(language, "answer-for")) " " (organisation(reader, &own)) "." },
            None => { (say!(language, "hearing-no-account")) },
        }
    }
}

/// What was sent before, by oneself or by somebody else with the same link or for the same organisation.
fn before(reader: &Reader, hearing: &Hearing, who: &Who, drawn: &Drawn<'_>) -> Markup {
    let language = reader.language;
    let Some(known) = who.known(reader, hearing) else { return html! {} };
    let day = format::date(language, known.changed.unwrap_or(known.received));
    let number = known.number.to_string();
    html! {
        @if drawn.conflict {
            div.ds-alert data-color="warning" role="alert" {
                h2.ds-heading data-size="2xs" { (say!(language, "answer-conflict-title")) }
                p.ds-paragraph { (say!(language, "answer-conflict", number = number)) }
                details.vk-details { summary { (say!(language, "answer-conflict-theirs")) } (crate::hearing::said(reader, hearing, known)) }
            }
        } @else {
            div.ds-alert data-color="info" {
                h2.ds-heading data-size="2xs" { (say!(language, "answer-known-title", number = number)) }
                p.ds-paragraph { (say!(language, "answer-known", day = day)) }
            }
        }
    }
}

/// "Does it still hold?" of each measure: for an organisation its own first; for others folded, since it is long.
fn measures(form: &Form<'_>, reader: &Reader, hearing: &Hearing, who: &Who) -> Markup {
    let language = reader.language;
    let Some(draft) = reader.state().draft_of(&hearing.id) else {
        return html! {};
    };
    let find = |id: &MeasureId| draft.measures.iter().find(|measure| &measure.id == id);
    let asked: Vec<&Measure> = hearing.measures.iter().filter_map(find).collect();
    if asked.is_empty() {
        return html! {};
    }
    let own = who.organisation();
    let is_own = |measure: &Measure| own.as_ref().is_some_and(|own: &OrganisationId| measure.involves(own));
    let (first, others): (Vec<&Measure>, Vec<&Measure>) = asked.iter().partition(|measure| is_own(measure));
    let answered =
        |measure: &&Measure| form.fields.has(&holds_field(&measure.id)) || !form.fields.text(&reason_field(&measure.id)).is_empty();
    let open = asked.len() <= 5 || others.iter().any(answered);
    html! {
        section aria-labelledby="tiltakene" {
            h2.vk-section__title id="tiltakene" { (say!(language, "answer-measures")) }
            p { (say!(language, "answer-measures-lead")) }
            @if !first.is_empty() {
                h3.vk-section__title { (say!(language, "answer-measures-own")) }
                @for measure in &first { (measure_question(form, &draft, measure)) }
            }
            @if own.is_some() && asked.len() > 1 { (form.tick(field("rest").hint("field-rest-hint"))) }
            @if first.is_empty() && open {
                @for measure in &others { (measure_question(form, &draft, measure)) }
            } @else if !others.is_empty() {
                details.vk-details open[open] {
                    summary { (say!(language, if first.is_empty() { "answer-measures-all" } else { "answer-measures-others" }, count = others.len())) }
                    @for measure in &others { (measure_question(form, &draft, measure)) }
                }
            }
        }
    }
}

/// All questions and, folded, all measures.
pub(super) fn questions_and_measures(form: &Form<'_>, hearing: &Hearing) -> Markup {
    let (reader, language) = (form.reader, form.reader.language);
    let draft = reader.state().draft_of(&hearing.id);
    let asked = draft
        .iter()
        .flat_map(|draft| &draft.measures)
        .filter(|measure| hearing.measures.contains(&measure.id));
    let asked: Vec<&Measure> = asked.collect();
    html! {
        @for (place, question) in hearing.questions.iter().enumerate() { (free(form, &question_field(place), &inline(language, question), None)) }
        @if let (Some(draft), false) = (&draft, asked.is_empty()) {
            details.vk-details open[asked.iter().any(|measure| form.fields.has(&holds_field(&measure.id)))] {
                summary { (say!(language, "answer-measures-all", count = asked.len())) }
                @for measure in &asked { (measure_question(form, draft, measure)) }
            }
        }
    }
}

fn measure_question(form: &Form<'_>, draft: &AdoptedPlan, measure: &Measure) -> Markup {
    let (reader, language) = (form.reader, form.reader.language);
    let (holds, why) = (holds_field(&measure.id), reason_field(&measure.id));
    let responsible = draft
        .surroundings
        .as_ref()
        .and_then(|surroundings| surroundings.organisation(&measure.responsible));
    html! {
        fieldset.vk-choices {
            legend.ds-label { (inline(language, &measure.title)) }
            @if let Some(responsible) = responsible { p.vk-small { (reader.plain(&responsible.name)) " · " (say!(language, &format!("status-{}", measure.current().word()))) } }
            @if !measure.body.is_empty() { details.vk-details { summary { (say!(language, "answer-measure-draft")) } (prose(language, &measure.body)) } }
            div.vk-choices__list {
                @for choice in Holds::ALL {
                    label.vk-choice {
                        input type="radio" name=(holds) value=(choice.word()) checked[form.fields.text(&holds) == choice.word()];
                        " " span { (say!(language, &format!("holds-{}", choice.word()))) }
                    }
                }
            }
            div.ds-field {
                label.ds-label for=(format!("felt-{why}")) { (say!(language, "answer-why")) span.ds-sr-only { ": " (reader.plain(&measure.title)) } " " span.vk-optional { (say!(language, "form-optional")) } }
                textarea.ds-input id=(format!("felt-{why}")) name=(why) rows="2" { "\n" (form.fields.text(&why)) }
            }
        }
    }
}

/// A question to be answered in one's own words.
fn free(form: &Form<'_>, name: &str, words: &Markup, hint: Option<&str>) -> Markup {
    let language = form.reader.language;
    let mistake = form.mistakes.iter().find(|mistake| mistake.field == name);
    let hint_id = format!("felt-{name}-hjelp");
    let wrong_id = format!("felt-{name}-feil");
    let described: Vec<&str> = [hint.map(|_| hint_id.as_str()), mistake.map(|_| wrong_id.as_str())]
        .into_iter()
        .flatten()
        .collect();
    html! {
        div.ds-field {
            label.ds-label for=(format!("felt-{name}")) { (words) " " span.vk-optional { (say!(language, "form-optional")) } }
            @if let Some(hint) = hint { p data-field="description" id=(hint_id) { (say!(language, hint)) } }
            textarea.ds-input id=(format!("felt-{name}")) name=(name) rows="5" aria-invalid=[mistake.map(|_| "true")]
                aria-describedby=[(!described.is_empty()).then(|| described.join(" "))] { "\n" (form.fields.text(name)) }
            @if let Some(mistake) = mistake { p.ds-validation-message data-field="validation" id=(wrong_id) { (mistake.text) } }
        }
    }
}

/// Files that have come already, each with a box to leave it out by, and the way to add more.
fn attachments(form: &Form<'_>) -> Markup {
    let language = form.reader.language;
    let mistakes: Vec<&Mistake> = form.mistakes.iter().filter(|mistake| mistake.field == "files").collect();
    let kept: Vec<&str> = form.fields.all(KEPT).filter(|sealed| !sealed.is_empty()).collect();
    html! {
        @if !kept.is_empty() {
            fieldset.ds-fieldset {
                legend.ds-label { (say!(language, "answer-kept")) }
                p data-field="description" { (say!(language, "answer-kept-hint")) }
                @for (place, sealed) in kept.iter().enumerate() {
                    @let id = format!("felt-kept-{place}");
                    div.ds-field {
                        input.ds-input type="checkbox" id=(id) name=(KEPT) value=(sealed) checked;
                        label.ds-label for=(id) { (sealed.splitn(4, ':').nth(3).unwrap_or_default()) }
                    }
                }
            }
        }
        div.ds-field {
            label.ds-label for="felt-files" { (say!(language, "field-files")) " " span.vk-optional { (say!(language, "form-optional")) } }
            p data-field="description" id="felt-files-hjelp" { (say!(language, "field-files-hint", most = files::MOST, megabytes = files::LARGEST / 1_000_000)) }
            input.ds-input type="file" id="felt-files" name="files" multiple accept=".pdf,.png,.jpg,.jpeg,.txt" aria-describedby="felt-files-hjelp"
                aria-invalid=[(!mistakes.is_empty()).then_some("true")];
            @for mistake in mistakes { p.ds-validation-message data-field="validation" { (mistake.text) } }
        }
    }
}

/// Who one is: a choice that everybody may read, and what nobody else sees.
fn about_oneself(form: &Form<'_>, hearing: &Hearing) -> Markup {
    let language = form.reader.language;
    let choices: Vec<_> = senders(hearing)
        .into_iter()
        .map(|sender| crate::form::Choice::new(&sender.word(), say!(language, &format!("sender-choice-{}", sender.word()))))
        .collect();
    html! {
        (form.buttons(field("sender"), &choices))
        @if senders(hearing).contains(&Sender::Organisation) { (form.line(field("organisation-name").hint("field-organisation-name-hint").in_row())) }
        (form.line(field("person-name").hint("field-person-name-hint").optional()))
        (form.email(field("email").hint("field-email-statement-hint").optional()))
    }
}

/// The deadline has passed, or the hearing has ended: what now?
pub(super) fn over(reader: &Reader, hearing: &Hearing, known: Option<&Statement>) -> Markup {
    let language = reader.language;
    let title = say!(language, "answer-over-title");
    let key = match hearing.phase(reader.today) {
        Phase::Assessed => "answer-over-assessed",
        _ => "answer-over",
    };
    let contact = &reader.state().programme.contact;
    let body = html! {
        h1.vk-title { (title) }
        p.vk-lead { (say!(language, key, day = format::date(language, hearing.deadline), contact = contact)) }
        (ways(reader, hearing, known))
    };
    page::narrow(reader, &title, &body)
}

fn ways(reader: &Reader, hearing: &Hearing, known: Option<&Statement>) -> Markup {
    let language = reader.language;
    html! {
        ul.vk-ways {
            @if let Some(known) = known {
                li { a.ds-link href=(reader.addresses.statement(&hearing.id, known.number)) { (say!(language, "answer-see-own", number = known.number.to_string())) } }
            }
            li { a.ds-link href=(reader.addresses.hearing(&hearing.id)) { (inline(language, &hearing.title)) } }
            li { a.ds-link href=(reader.addresses.hearings()) { (say!(language, "hearings-all")) } }
        }
    }
}

/// The hearing asks others than this visitor.
pub(super) fn asks_others(reader: &Reader, hearing: &Hearing) -> Markup {
    let language = reader.language;
    let title = say!(language, "answer-others-title");
    let contact = &reader.state().programme.contact;
    let body = html! {
        h1.vk-title { (title) }
        p.vk-lead { (say!(language, "answer-others", who = circle_words(reader, hearing), contact = contact)) }
        (ways(reader, hearing, None))
    };
    page::narrow(reader, &title, &body)
}

/// A link that is nobody's: mistyped, or replaced by a newer one.
pub(super) fn unknown_link(reader: &Reader, hearing: &Hearing) -> Markup {
    let language = reader.language;
    let title = say!(language, "answer-unknown-title");
    let contact = &reader.state().programme.contact;
    let body = html! {
        h1.vk-title { (title) }
        p.vk-lead { (say!(language, "answer-unknown", contact = contact)) }
        (ways(reader, hearing, None))
    };
    page::narrow(reader, &title, &body)
}

/// The attachments are too large together, so that nothing of the form could be read.
pub(super) fn too_large(reader: &Reader, hearing: &Hearing) -> Markup {
    let language = reader.language;
    let title = say!(language, "answer-too-large-title");
    let body = html! {
        h1.vk-title { (title) }
        p.vk-lead { (say!(language, "answer-too-large", megabytes = super::LARGEST / 1_000_000)) }
        (ways(reader, hearing, None))
    };
    page::narrow(reader, &title, &body)
}

/// Thanks, the number, and what happens now.
pub(super) fn receipt(reader: &Reader, hearing: &Hearing, statement: &Statement, way: &str) -> Markup {
    let language = reader.language;
    let number = statement.number.to_string();
    let title = say!(language, "receipt-title", number = &number);
    let day = format::date(language, hearing.deadline);
    let change = match way {
        "lenke" => "receipt-change-link",
        "arbeid" => "receipt-change-member",
        _ => "receipt-change-form",
    };
    let body = html! {
        h1.vk-title { (title) }
        p.vk-lead { (say!(language, "receipt-lead", title = reader.plain(&hearing.title))) }
        ul.vk-keyfigures.vk-keyfigures--quiet {
            li.vk-keyfigure { strong.vk-keyfigure__value { (number) } span.vk-keyfigure__caption { (say!(language, "receipt-number")) } }
            @if !hearing.measures.is_empty() {
                li.vk-keyfigure { strong.vk-keyfigure__value { (count(language, statement.verdicts.len())) } span.vk-keyfigure__caption { (say!(language, "receipt-measures", count = hearing.measures.len())) } }
            }
        }
        div.vk-prose {
            @if !statement.is_public() { p { (publication_words(reader, statement)) } }
            p { (say!(language, "receipt-assessed")) }
            p { (say!(language, change, day = day)) }
        }
        ul.vk-ways {
            li { a.ds-link href=(reader.addresses.statement(&hearing.id, statement.number)) { (say!(language, "receipt-follow", number = number)) } }
            li { a.ds-link href=(reader.addresses.hearing(&hearing.id)) { (inline(language, &hearing.title)) } }
        }
    };
    page::narrow(reader, &title, &body)
}
