//! The page of a statement: what was said, and what became of it?

use axum::extract::{Path, State};
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Response};
use maud::{Markup, html};
use programme::hearing::{Attachment, FileKind, Publication, Way};
use programme::{Hearing, MeasureId, Statement};
use publishing::say;

use super::{published, rules, sender};
use crate::app::App;
use crate::page::{Page, Section, page};
use crate::problem::Problem;
use crate::reader::Reader;
use crate::widget::{crumbs, date};
use crate::wording::{example_mark, inline, prose};
use crate::workspace;

async fn found<'a>(app: &App, reader: &'a Reader, id: &str, number: &str) -> Result<(&'a Hearing, &'a Statement), Problem> {
    let hearing = published(app, reader, id).await?;
    let number: u32 = number.parse().map_err(|_| Problem::NotFound)?;
    let statement = reader.state().statement(&hearing.id, number).ok_or(Problem::NotFound)?;
    Ok((hearing, statement))
}

pub(super) async fn one(
    State(app): State<App>,
    reader: Reader,
    Path((_, id, number)): Path<(String, String, String)>,
) -> Result<Markup, Problem> {
    let (hearing, statement) = found(&app, &reader, &id, &number).await?;
    let language = reader.language;
    let title = say!(language, "statement-title", number = statement.number.to_string());
    let ways = [
        (reader.addresses.hearings(), html! { (say!(language, "nav-hearings")) }),
        (reader.addresses.hearing(&hearing.id), inline(language, &hearing.title)),
    ];
    let body = html! {
        (crumbs(&reader, &ways, &html! { (title) }))
        h1.vk-title { (title) @if statement.example { (example_mark(language)) } }
        p.vk-lead { (sender(&reader, statement)) ", " (date(language, statement.received)) "." @if statement.assessment.is_none() { " " (say!(language, "statement-not-assessed")) } }
        (workspace::way_to(&reader, &format!("/hoeringer/{id}/innspill/{number}"), programme::Actor::may_see_all))
        @if let Some(words) = came_by(&reader, hearing, statement) { p.vk-note { (words) } }
        @if statement.is_public() {
            (said(&reader, hearing, statement))
        } @else {
            div.ds-alert data-color="info" { p.ds-paragraph { (publication_words(&reader, statement)) } }
        }
        (assessment(&reader, statement))
        (log(&reader, statement))
    };
    Ok(page(
        &reader,
        &Page {
            section: Section::Hearings,
            title: &format!("{title}: {}", reader.plain(&hearing.title)),
            description: None,
            body,
        },
    ))
}

/// Why everybody cannot read it, in a sentence.
pub(crate) fn publication_words(reader: &Reader, statement: &Statement) -> String {
    let language = reader.language;
    let newest = statement.moderation.last();
    match (statement.publication(), newest.and_then(|newest| newest.reason)) {
        (Publication::Withheld, Some(reason)) if statement.is_erased() => {
            let point = say!(language, &format!("moderation-reason-{}", reason.word()));
            say!(language, "statement-erased", point = point)
        }
        (Publication::Withheld, Some(reason)) => {
            let point = say!(language, &format!("moderation-reason-{}", reason.word()));
            say!(language, "statement-withheld", point = point)
        }
        (Publication::Waiting, _) => say!(language, "statement-waiting"),
        _ => String::new(),
    }
}

/// How a statement came that was not sent here, or that came late; none where there is nothing to say.
pub(crate) fn came_by(reader: &Reader, hearing: &Hearing, statement: &Statement) -> Option<String> {
    let language = reader.language;
    if statement.way != Way::Registered {
        return None;
    }
    // a deadline that was moved afterwards makes nobody late
    let key = if statement.received > hearing.deadline {
        "statement-registered-late"
    } else {
        "statement-registered"
    };
    Some(say!(language, key))
}

/// All that was said: in free words, to each question, of each measure, and in files.
pub(crate) fn said(reader: &Reader, hearing: &Hearing, statement: &Statement) -> Markup {
    let language = reader.language;
    html! {
        @if !statement.text.is_empty() { div.vk-section { (paragraphs(reader, statement)) } }
        @for answer in &statement.answers {
            @if let Some(question) = (answer.question as usize).checked_sub(1).and_then(|place| hearing.questions.get(place)) {
                section.vk-section {
                    h2.vk-section__title { (inline(language, question)) }
                    (plain_text(reader, &answer.text))
                }
            }
        }
        (verdicts(reader, hearing, statement))
        @if !statement.attachments.is_empty() {
            section.vk-section aria-labelledby="vedlegg" {
                h2.vk-section__title id="vedlegg" { (say!(language, "statement-attachments")) }
                ul { @for (place, file) in statement.attachments.iter().enumerate() {
                    li { a.ds-link href=(format!("{}/vedlegg/{}", reader.addresses.statement(&hearing.id, statement.number), place + 1)) download rel="nofollow" { (file.name) } " " (file_words(file)) }
                } }
            }
        }
    }
}

/// "(pdf, 120 kB)"
pub(super) fn file_words(file: &Attachment) -> String {
    format!("({}, {} kB)", file.kind.ending(), file.bytes.div_ceil(1000))
}

fn paragraphs(reader: &Reader, statement: &Statement) -> Markup {
    plain_text(reader, &statement.text)
}

/// What strangers write is shown as they typed it: no links, no markup.
fn plain_text(reader: &Reader, text: &programme::Text) -> Markup {
    let (found, wording) = text.shown(reader.language);
    html! {
        div.vk-prose lang=[(found != reader.language).then_some(found)] {
            @for paragraph in wording.split("\n\n").filter(|paragraph| !paragraph.trim().is_empty()) {
                p { @for (place, line) in paragraph.lines().enumerate() { @if place > 0 { br; } (line) } }
            }
        }
    }
}

fn verdicts(reader: &Reader, hearing: &Hearing, statement: &Statement) -> Markup {
    let language = reader.language;
    html! {
        @if !statement.verdicts.is_empty() {
            section.vk-section aria-labelledby="tiltakene" {
                h2.vk-section__title.vk-section__title--rule id="tiltakene" { (say!(language, "statement-verdicts")) }
                ul.vk-rows {
                    @for verdict in &statement.verdicts {
                        li.vk-row {
                            span.vk-row__title { (measure_title(reader, hearing, &verdict.measure)) }
                            span.vk-row__side { (say!(language, &format!("holds-{}", verdict.holds.word()))) }
                            @if !verdict.reason.is_empty() { p.vk-row__detail { (inline(language, &verdict.reason)) } }
                        }
                    }
                }
            }
        }
    }
}

/// The measure as it was called in the draft, leading to what it is now.
fn measure_title(reader: &Reader, hearing: &Hearing, id: &MeasureId) -> Markup {
    let draft = reader.state().draft_of(&hearing.id);
    let drafted = draft.as_ref().and_then(|draft| draft.measures.iter().find(|one| &one.id == id));
    let known = reader.state().measure(id);
    let title = drafted.or(known).map(|measure| inline(reader.language, &measure.title));
    html! {
        @match (title, known.is_some()) {
            (Some(title), true) => { a.vk-row__title href=(reader.addresses.measure(id)) { (title) } },
            (Some(title), false) => { (title) },
            (None, _) => { (id) },
        }
    }
}

/// What became of it, in the words that everybody reads.
pub(crate) fn assessment(reader: &Reader, statement: &Statement) -> Markup {
    let language = reader.language;
    html! {
        @if let Some(assessment) = &statement.assessment {
            section.vk-section aria-labelledby="vurdering" {
                h2.vk-section__title id="vurdering" { (say!(language, &format!("outcome-{}", assessment.outcome.word()))) }
                (prose(language, &assessment.text))
                @if !assessment.changed.is_empty() {
                    p { (say!(language, "assessment-changed")) " "
                        @for (place, id) in assessment.changed.iter().enumerate() {
                            @if place > 0 { ", " }
                            @match reader.state().measure(id) {
                                Some(measure) => { a.ds-link href=(reader.addresses.measure(id)) { (inline(language, &measure.title)) } },
                                None => { (id) },
                            }
                        }
                    }
                }
                p.vk-small { (say!(language, "assessment-by", who = reader.plain(&assessment.by))) " " (date(language, assessment.date)) }
            }
        }
    }
}

/// What was decided about showing it.
fn log(reader: &Reader, statement: &Statement) -> Markup {
    let language = reader.language;
    html! {
        @if !statement.moderation.is_empty() || statement.changed.is_some() {
            section.vk-section aria-labelledby="historie" {
                h2.vk-section__title id="historie" { (say!(language, "history")) }
                ul.vk-rows {
                    @if let Some(changed) = statement.changed {
                        li.vk-row { span.vk-row__title { (say!(language, "statement-changed")) } span.vk-row__side { (date(language, changed)) } }
                    }
                    @for line in &statement.moderation {
                        li.vk-row { span.vk-row__title { (rules::words(reader, line)) } span.vk-row__side { (date(language, line.date)) } }
                    }
                }
            }
        }
    }
}

/// A file as it was sent, to be saved and never shown in the browser. What is withheld is for the workspace alone.
pub(super) async fn attachment(
    State(app): State<App>,
    reader: Reader,
    Path((_, id, number, place)): Path<(String, String, String, String)>,
) -> Result<Response, Problem> {
    let (_, statement) = found(&app, &reader, &id, &number).await?;
    let sees_all = reader.actor().is_some_and(programme::Actor::may_see_all);
    if !statement.is_public() && !sees_all {
        return Err(Problem::NotFound);
    }
    let place: usize = place.parse().map_err(|_| Problem::NotFound)?;
    let file = place
        .checked_sub(1)
        .and_then(|place| statement.attachments.get(place))
        .ok_or(Problem::NotFound)?;
    let bytes = store::files::read(&app.settings.files, &file.hash, file.kind.ending())?.ok_or(Problem::Gone)?;
    let kind = match file.kind {
        FileKind::Pdf => "application/pdf",
        FileKind::Png => "image/png",
        FileKind::Jpeg => "image/jpeg",
        FileKind::Text => "text/plain; charset=utf-8",
    };
    // a name of our own: what a stranger calls a file does not become a header
    let name = format!("attachment; filename=\"innspill-{number}-{place}.{}\"", file.kind.ending());
    let headers = [
        (header::CONTENT_TYPE, kind.to_owned()),
        (header::CONTENT_DISPOSITION, name),
        (header::CACHE_CONTROL, "private, no-store".to_owned()),
    ];
    Ok((StatusCode::OK, headers, bytes).into_response())
}
