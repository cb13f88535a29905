//! The page of a revision: what exactly was adopted, by whom, and what has happened since?

use axum::extract::{Path, State};
use axum::http::HeaderMap;
use axum::response::{IntoResponse, Response};
use maud::{Markup, html};
use programme::{ActionPlan, AdoptedPlan, Measure, Revision, Surroundings};
use publishing::{format, say};

use super::board::Board;
use super::view::about;
use super::{document, found, revisions};
use crate::app::App;
use crate::page::{Page, Section, page};
use crate::problem::Problem;
use crate::reader::Reader;
use crate::widget::{counts, crumbs, date, status};
use crate::wording::{example_mark, inline};

/// The page of a revision, and its document under the same number with `.pdf`.
pub(super) async fn one(
    State(app): State<App>,
    reader: Reader,
    Path((_, plan, name)): Path<(String, String, String)>,
    headers: HeaderMap,
) -> Result<Response, Problem> {
    let plan = found(&app, &reader, &plan).await?;
    let (number, as_document) = match name.strip_suffix(".pdf") {
        Some(number) => (number, true),
        None => (name.as_str(), false),
    };
    let same = |revision: &&Revision| revision.number.to_string() == number;
    let all = revisions(&reader, plan);
    let revision = all.into_iter().find(same).ok_or(Problem::NotFound)?;
    if as_document {
        return document::answer(&app, &reader, revision, &headers).await;
    }
    let adopted = revision.adopted_plan().map_err(Problem::internal)?;
    Ok(shown(&reader, plan, revision, &adopted).into_response())
}

fn shown(reader: &Reader, plan: &ActionPlan, revision: &Revision, adopted: &AdoptedPlan) -> Markup {
    let language = reader.language;
    let number = say!(language, "plan-revision", number = revision.number.to_string());
    let way = (reader.addresses.action_plan(&plan.id), inline(language, &plan.title));
    let changed = changed_since(reader, revision, adopted);
    let lead = lead(reader, revision, adopted, changed.len());
    let body = html! {
        (crumbs(reader, &[way], &html! { (number) }))
        h1.vk-title {
            (inline(language, &adopted.plan.title)) ": " (number)
            @if revision.example || adopted.plan.example { (example_mark(language)) }
        }
        p.vk-lead { (lead) }
        @if !revision.reason.is_empty() { p.vk-reason { (inline(language, &revision.reason)) } }
        (ways(reader, revision))
        (board(reader, revision, adopted))
        (since(reader, revision, &changed))
        (about(reader, &adopted.plan.body))
        (facts(reader, revision))
        (other_revisions(reader, plan, revision))
    };
    page(
        reader,
        &Page {
            section: Section::ActionPlan,
            title: &format!("{}: {number}", reader.plain(&adopted.plan.title)),
            description: Some(&lead),
            body,
        },
    )
}

fn lead(reader: &Reader, revision: &Revision, adopted: &AdoptedPlan, changed: usize) -> String {
    let language = reader.language;
    let body = reader.plain(&revision.body);
    let day = format::date(language, revision.adopted);
    let counts = counts(language, &adopted.measures);
    let was = say!(language, "plan-adopted-lead", date = day, body = body, counts = counts);
    format!("{was} {}", say!(language, "plan-adopted-changed", count = changed))
}

fn ways(reader: &Reader, revision: &Revision) -> Markup {
    let (language, addresses) = (reader.language, &reader.addresses);
    html! {
        ul.vk-ways {
            @if revision.number > 1 {
                li { a.ds-link href=(addresses.changes(&revision.plan, revision.number - 1, revision.number)) { (say!(language, "difference-see")) } }
            }
            li { a.ds-link href=(addresses.revision_pdf(&revision.plan, revision.number)) { (say!(language, "plan-revision-pdf")) } }
            li { a.ds-link href=(addresses.action_plan(&revision.plan)) { (say!(language, "plan-today")) } }
        }
    }
}

/// With the names as they were; content from before names were kept takes them from the programme.
fn board(reader: &Reader, revision: &Revision, adopted: &AdoptedPlan) -> Markup {
    let then = || Surroundings::on(reader.state(), &adopted.plan, &adopted.measures, revision.adopted);
    let surroundings = adopted.surroundings.clone().unwrap_or_else(then);
    let board = Board {
        reader,
        order: &adopted.plan.focus_areas,
        areas: &surroundings.focus_areas,
        organisations: &surroundings.organisations,
        measures: adopted.measures.iter().collect(),
    };
    board.markup()
}

/// A measure then and now; one of them is missing where it came or went.
type Changed<'a> = (Option<&'a Measure>, Option<&'a Measure>);

/// Measures whose status is another now, those that came in, and those that were taken out.
fn changed_since<'a>(reader: &'a Reader, revision: &Revision, adopted: &'a AdoptedPlan) -> Vec<Changed<'a>> {
    let now: Vec<&Measure> = reader.state().measures_of(&revision.plan).collect();
    let then = |measure: &Measure| adopted.measures.iter().find(|other| other.id == measure.id);
    let mut changed: Vec<Changed<'a>> = now.iter().map(|measure| (then(measure), Some(*measure))).collect();
    let gone = adopted
        .measures
        .iter()
        .filter(|measure| !now.iter().any(|other| other.id == measure.id));
    changed.extend(gone.map(|measure| (Some(measure), None)));
    changed.retain(|(then, now)| then.map(Measure::current) != now.map(Measure::current));
    changed
}

fn since(reader: &Reader, revision: &Revision, changed: &[Changed<'_>]) -> Markup {
    let language = reader.language;
    html! {
        section.vk-section aria-labelledby="siden" {
            h2.vk-section__title id="siden" { (say!(language, "plan-since")) }
            @if changed.is_empty() { p { (say!(language, "plan-since-none")) } }
            ul.vk-rows { @for pair in changed { li.vk-row { (change(reader, pair)) } } }
            p.vk-ways {
                a.ds-link href=(format!("{}?fra={}", reader.addresses.changes_of(&revision.plan), revision.number)) { (say!(language, "difference-see-since")) }
            }
        }
    }
}

fn change(reader: &Reader, (then, now): &Changed<'_>) -> Markup {
    let language = reader.language;
    let newest = now.and_then(|measure| measure.status.last());
    html! {
        @match (then, now) {
            (_, Some(measure)) => {
                span.vk-row__title {
                    a.vk-row__title href=(reader.addresses.measure(&measure.id)) { (inline(language, &measure.title)) }
                    @if measure.example { (example_mark(language)) }
                }
            },
            (Some(measure), None) => { span.vk-row__title { (inline(language, &measure.title)) } },
            (None, None) => {},
        }
        span.vk-row__side {
            @match now { Some(measure) => { (status(language, measure.current())) }, None => { (say!(language, "plan-since-gone")) } }
        }
        p.vk-row__detail {
            @match then {
                Some(measure) => { (say!(language, "plan-since-before", status = say!(language, &format!("status-{}", measure.current().word())))) },
                None => { (say!(language, "plan-since-new")) },
            }
            @if let Some(newest) = newest {
                " " (date(language, newest.date)) @if !newest.reason.is_empty() { ": " (inline(language, &newest.reason)) }
            }
        }
    }
}

/// The decision, and the fingerprint by which anybody can see that the content is what was adopted.
fn facts(reader: &Reader, revision: &Revision) -> Markup {
    let language = reader.language;
    let intact = if revision.is_intact() { "plan-intact" } else { "plan-altered" };
    html! {
        section.vk-section aria-labelledby="vedtaket" {
            h2.vk-section__title id="vedtaket" { (say!(language, "plan-decision")) }
            dl.vk-facts {
                div { dt { (say!(language, "plan-adopted-by")) } dd { (inline(language, &revision.body)) } }
                div { dt { (say!(language, "plan-adopted-on")) } dd { (date(language, revision.adopted)) } }
                @if !revision.case.is_empty() { div { dt { (say!(language, "plan-case")) } dd { (revision.case) } } }
                div { dt { (say!(language, "plan-hash")) } dd { code.vk-hash { (revision.hash) } } }
                div { dt { (say!(language, "plan-content")) } dd { (say!(language, intact)) } }
            }
        }
    }
}

fn other_revisions(reader: &Reader, plan: &ActionPlan, here: &Revision) -> Markup {
    let all = revisions(reader, plan);
    html! {
        @if all.len() > 1 {
            nav.vk-pager aria-label=(say!(reader.language, "plan-revisions")) {
                ul {
                    @for revision in all {
                        @let number = revision.number.to_string();
                        li {
                            a href=(reader.addresses.revision(&plan.id, revision.number)) aria-current=[(revision.number == here.number).then_some("page")] {
                                (say!(reader.language, "plan-revision", number = number))
                            }
                        }
                    }
                }
            }
        }
    }
}
