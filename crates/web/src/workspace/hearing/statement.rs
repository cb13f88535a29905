//! One statement in the workspace: shown or withheld, answered, and erased where it must be. Whoever answers goes on to the
//! next one that waits.

use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use maud::{Markup, html};
use programme::hearing::{Assessment, Change as Hear, Moderation, Outcome, Publication, Reason};
use programme::{Change, Hearing, MeasureId, Refusal, Statement, Text};
use publishing::say;

use super::view::{form_of, queue, section};
use super::{Place3, find};
use crate::app::App;
use crate::form::{Choice, Fields, Form, Mistake, Reading, field};
use crate::hearing::{assessment, came_by, publication_words, said, sender};
use crate::page::{self, Place};
use crate::problem::Problem;
use crate::session::{Member, Posted};
use crate::widget::{crumbs, date};
use crate::wording::inline;
use crate::workspace::account::{self, Account};
use crate::workspace::{editor, faults, notice, saved};

fn find_statement<'a>(member: &'a Member, id: &str, number: &str) -> Result<(&'a Hearing, &'a Statement), Problem> {
    let hearing = find(member, id)?;
    let number: u32 = number.parse().map_err(|_| Problem::NotFound)?;
    let statement = member.reader.state().statement(&hearing.id, number).ok_or(Problem::NotFound)?;
    Ok((hearing, statement))
}

pub(super) async fn show(member: Member, Path((_, id, number)): Place3) -> Result<Markup, Problem> {
    let (hearing, statement) = find_statement(&member, &id, &number)?;
    let mut fields = Fields::default();
    let newest = statement.moderation.last();
    if statement.publication() != Publication::Waiting {
        fields.add("publication", &statement.publication().word());
    }
    fields.add("point", &newest.and_then(|newest| newest.reason).map_or("", Reason::word));
    match &statement.assessment {
        Some(assessment) => {
            fields.add("becomes", &assessment.outcome.word());
            fields.add_wordings("assessment", &assessment.text);
            fields.add_all("changed", &assessment.changed);
            fields.add_wordings("assessed-by", &assessment.by);
        }
        None => fields.add_wordings("assessed-by", &last_assessor(&member, hearing)),
    }
    let version = member.reader.snapshot.version("statement", &statement.key());
    fields.add("base", &version.unwrap_or_default());
    Ok(page(&member, hearing, statement, &fields, &[]))
}

/// Who assessed the one before, since it is the same for all but a few.
fn last_assessor(member: &Member, hearing: &Hearing) -> Text {
    let all = member.reader.state().statements_to(&hearing.id);
    let assessed = all.filter_map(|one| one.assessment.as_ref());
    assessed.max_by_key(|one| one.date).map(|one| one.by.clone()).unwrap_or_default()
}

fn page(member: &Member, hearing: &Hearing, statement: &Statement, fields: &Fields, mistakes: &[Mistake]) -> Markup {
    let (reader, language) = (&member.reader, member.reader.language);
    let form = Form { reader, fields, mistakes };
    let title = say!(language, "statement-title", number = statement.number.to_string());
    let above = reader.addresses.workspace(&format!("/hoeringer/{}", hearing.id));
    let ways = [
        (reader.addresses.workspace("/hoeringer"), html! { (say!(language, "nav-hearings")) }),
        (above, inline(language, &hearing.title)),
    ];
    let waiting = statement.publication() == Publication::Waiting;
    let body = html! {
        (notice(reader))
        (crumbs(reader, &ways, &html! { (title) }))
        h1.vk-title { (title) }
        p.vk-lead { (sender(reader, statement)) ", " (date(language, statement.received)) }
        div.vk-work data-step="item" {
            div.vk-work__list { (queue(member, hearing, Some(statement.number))) }
            div.vk-work__detail {
                (form.summary())
                @if let Some(words) = came_by(reader, hearing, statement) { p.vk-note { (words) } }
                @if !statement.is_public() { p.vk-note { (publication_words(reader, statement)) } }
                (said(reader, hearing, statement))
                @if hearing.conclusion.is_some() || !member.actor.may_edit_all() { (assessment(reader, statement)) }
                @if member.actor.may_edit_all() {
                    @if waiting { (showing(&form, hearing, statement)) }
                    @if hearing.conclusion.is_none() { (answering(&form, hearing, statement)) }
                    @if !waiting { (showing(&form, hearing, statement)) }
                    @if member.actor.may_govern() { (erasing(&form, hearing, statement)) }
                }
            }
        }
    };
    page::workspace(reader, Place::Hearings, &title, &body)
}

fn place(form: &Form<'_>, hearing: &Hearing, statement: &Statement, end: &str) -> String {
    let place = format!("/hoeringer/{}/innspill/{}{end}", hearing.id, statement.number);
    form.reader.addresses.workspace(&place)
}

/// Shown to everybody, or withheld by a point of the policy.
fn showing(form: &Form<'_>, hearing: &Hearing, statement: &Statement) -> Markup {
    let language = form.reader.language;
    let words = |key: &str, word: &str| Choice::new(&word, say!(language, &format!("{key}-{word}")));
    let shown = [Publication::Published, Publication::Withheld].map(|one| words("publication", one.word()));
    let points = Reason::ALL.map(|one| words("moderation-reason", one.word()));
    let parts = html! {
        (form.buttons(field("publication"), &shown))
        (form.choice(field("point").hint("field-point-hint").in_row(), Some("form-nothing"), &points))
    };
    let drawn = form_of(form, &place(form, hearing, statement, "/vis"), &say!(language, "form-save"), &parts);
    section(form.reader, "vis", "statement-show", &drawn)
}

/// What becomes of it, on the keys 1 to 4.
fn answering(form: &Form<'_>, hearing: &Hearing, statement: &Statement) -> Markup {
    let (reader, language) = (form.reader, form.reader.language);
    let wrong = form.is_wrong_below("becomes");
    let parts = html! {
        fieldset.vk-choices aria-describedby="felt-becomes-hjelp" aria-invalid=[wrong.then_some("true")] data-first {
            legend.ds-label { (say!(language, "field-becomes")) }
            div.vk-choices__list {
                @for (place, outcome) in Outcome::ALL.into_iter().enumerate() {
                    label.vk-choice {
                        input type="radio" name="becomes" value=(outcome.word()) id=[(place == 0).then_some("felt-becomes")]
                            checked[form.fields.text("becomes") == outcome.word()] required;
                        " " span { (say!(language, &format!("outcome-{}", outcome.word()))) } " " kbd { (place + 1) }
                    }
                }
            }
            p.vk-small id="felt-becomes-hjelp" { (say!(language, "statement-choices-hint")) }
            (form.wrong("becomes"))
        }
        (form.wordings(field("assessment").hint("field-assessment-hint"), 4))
        details.vk-details open[form.fields.has("changed") || form.fields.text("becomes") == "taken-in"] {
            summary { (say!(language, "field-changed")) }
            (form.boxes(field("changed").hint("field-changed-hint").optional(), &measures(form, hearing, statement)))
        }
        (form.wordings(field("assessed-by").hint("field-assessed-by-hint"), 1))
    };
    let more = reader
        .state()
        .statements_to(&hearing.id)
        .any(|one| one.number != statement.number && one.lacks_assessment());
    let button = say!(language, if more { "statement-save-next" } else { "form-save" });
    let drawn = form_of(form, &place(form, hearing, statement, "/vurder"), &button, &parts);
    section(reader, "vurder", "statement-assess", &drawn)
}

/// The measures that can have been changed: those that the statement speaks of first, then the rest of the plan.
fn measures(form: &Form<'_>, hearing: &Hearing, statement: &Statement) -> Vec<Choice> {
    let state = form.reader.state();
    let spoken: Vec<&MeasureId> = statement.verdicts.iter().map(|verdict| &verdict.measure).collect();
    let is_of_plan = |id: &MeasureId, plan: &programme::ActionPlanId| {
        hearing.plan.as_ref().is_none_or(|about| about == plan) || hearing.measures.contains(id) || spoken.contains(&id)
    };
    let mut found: Vec<_> = state
        .measures
        .iter()
        .filter(|measure| is_of_plan(&measure.id, &measure.plan))
        .collect();
    found.sort_by_key(|measure| !spoken.contains(&&measure.id));
    found
        .into_iter()
        .map(|measure| Choice::new(&measure.id, form.reader.plain(&measure.title)))
        .collect()
}

/// Taking the words of a withheld statement away for good.
fn erasing(form: &Form<'_>, hearing: &Hearing, statement: &Statement) -> Markup {
    let language = form.reader.language;
    let can_be = statement.publication() == Publication::Withheld && !statement.is_erased();
    html! {
        @if can_be {
            details.vk-details {
                summary { (say!(language, "statement-erase")) }
                p { (say!(language, "statement-erase-lead")) }
                (form_of(form, &place(form, hearing, statement, "/slett"), &say!(language, "statement-erase-button"), &html! {}))
            }
        }
    }
}

/// Carries out what is said of a statement, or shows it again. `next` says where to go then.
async fn says(
    app: &App,
    member: &Member,
    of: (&Hearing, &Statement),
    fields: &Fields,
    change: Result<Hear, Vec<Mistake>>,
    next: (&str, &str),
) -> Result<Response, Problem> {
    let again = |status, mistakes: &[Mistake]| Ok((status, page(member, of.0, of.1, fields, mistakes)).into_response());
    let change = match change {
        Ok(change) => change,
        Err(mistakes) => return again(StatusCode::UNPROCESSABLE_ENTITY, &mistakes),
    };
    match account::apply(app, member, Account::because(""), Change::Hearing(change)).await {
        Ok(_) => Ok(saved(&member.reader, &format!("/hoeringer/{}{}", of.0.id, next.0), next.1)),
        Err(Refusal::Faults(found)) => {
            let mistakes = faults::mistakes(member.reader.language, "statement", &found, fields);
            again(StatusCode::UNPROCESSABLE_ENTITY, &mistakes)
        }
        Err(Refusal::Conflict { .. }) => {
            let text = say!(member.reader.language, "conflict-title");
            let field = String::new();
            again(StatusCode::CONFLICT, &[Mistake { field, text }])
        }
        Err(other) => Err(other.into()),
    }
}

fn same(statement: &Statement) -> String {
    format!("/innspill/{}", statement.number)
}

pub(super) async fn moderate(
    State(app): State<App>,
    member: Member,
    Path((_, id, number)): Place3,
    Posted(fields): Posted,
) -> Result<Response, Problem> {
    editor(&member)?;
    let (hearing, statement) = find_statement(&member, &id, &number)?;
    let mut reading = Reading::new(&fields, member.reader.language);
    let options = [Publication::Published, Publication::Withheld];
    let decision = options.into_iter().find(|one| one.word() == fields.text("publication"));
    if decision.is_none() {
        reading.wrong("publication", "mistake-choice");
    }
    let point = Reason::ALL.into_iter().find(|one| one.word() == fields.text("point"));
    if decision == Some(Publication::Withheld) && point.is_none() {
        reading.wrong("point", "trouble-reason");
    }
    let change = decision.map(|decision| Hear::Moderate {
        hearing: hearing.id.clone(),
        number: statement.number,
        moderation: Moderation {
            date: member.reader.today,
            decision,
            reason: point.filter(|_| decision == Publication::Withheld),
            note: Text::default(),
            erased: false,
        },
        base: fields.text("base").parse().ok(),
    });
    let next = (&*same(statement), "avgjort-innspill");
    says(&app, &member, (hearing, statement), &fields, reading.done(change), next).await
}

/// The words go, and with them the files that nobody else has sent.
pub(super) async fn erase(
    State(app): State<App>,
    member: Member,
    Path((_, id, number)): Place3,
    Posted(fields): Posted,
) -> Result<Response, Problem> {
    if !member.actor.may_govern() {
        return Err(Problem::Forbidden);
    }
    let (hearing, statement) = find_statement(&member, &id, &number)?;
    let change = Hear::Erase {
        hearing: hearing.id.clone(),
        number: statement.number,
        on: member.reader.today,
        base: fields.text("base").parse().ok(),
    };
    let next = (&*same(statement), "innspill-slettet");
    let answer = says(&app, &member, (hearing, statement), &fields, Ok(change), next).await?;
    if answer.status().is_redirection() {
        for file in &statement.attachments {
            crate::hearing::remove_unless_mentioned(&app, &file.hash, file.kind.ending()).await?;
        }
    }
    Ok(answer)
}

pub(super) async fn assess(
    State(app): State<App>,
    member: Member,
    Path((_, id, number)): Place3,
    Posted(fields): Posted,
) -> Result<Response, Problem> {
    editor(&member)?;
    let (hearing, statement) = find_statement(&member, &id, &number)?;
    let mut reading = Reading::new(&fields, member.reader.language);
    let outcome = Outcome::ALL.into_iter().find(|one| one.word() == fields.text("becomes"));
    if outcome.is_none() {
        reading.wrong("becomes", "mistake-choice");
    }
    for name in ["assessment", "assessed-by"] {
        if fields.wordings(name).is_empty() {
            reading.wrong(&format!("{name}-nb"), "fault-empty");
        }
    }
    let change = outcome.map(|outcome| Hear::Assess {
        hearing: hearing.id.clone(),
        number: statement.number,
        assessment: Assessment {
            outcome,
            text: fields.wordings("assessment"),
            changed: reading.boxes("changed", &[]),
            by: fields.wordings("assessed-by"),
            date: member.reader.today,
        },
        base: fields.text("base").parse().ok(),
    });
    let next = next_waiting(&member, hearing, statement);
    says(
        &app,
        &member,
        (hearing, statement),
        &fields,
        reading.done(change),
        (&next, "avgjort"),
    )
    .await
}

/// The next statement that waits, after this one and else from the beginning; the hearing where none does.
fn next_waiting(member: &Member, hearing: &Hearing, statement: &Statement) -> String {
    let all = member.reader.state().statements_to(&hearing.id);
    let waiting: Vec<&Statement> = all.filter(|one| one.number != statement.number && one.lacks_assessment()).collect();
    let later = waiting.iter().find(|one| one.number > statement.number);
    later.or(waiting.first()).map_or_else(String::new, |one| same(one))
}
