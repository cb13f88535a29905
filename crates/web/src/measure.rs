//! Measures: who does what by when, who pays, and how is it going?

mod history;
mod money;

use axum::Router;
use axum::extract::{Path, State};
use axum::routing::get;
use maud::{Markup, html};
use programme::{Goal, GoalId, Measure, MeasureId};
use publishing::{format, say};

use crate::app::App;
use crate::assumption;
use crate::page::{Page, Section, page};
use crate::problem::{self, Problem};
use crate::reader::Reader;
use crate::shock;
use crate::widget::{crumbs, fact_source, goal_link, goal_rows, horizon_key, measure_rows, organisation, organisations, status};
use crate::wording::{example_mark, inline, prose};
use crate::workspace;

pub(crate) fn routes() -> Router<App> {
    Router::new().route("/{programme}/tiltak/{measure}", get(measure))
}

async fn measure(State(app): State<App>, reader: Reader, Path((_, id)): Path<(String, String)>) -> Result<Markup, Problem> {
    let known = id.parse::<MeasureId>().ok().and_then(|id| reader.state().measure(&id));
    let Some(measure) = known else {
        return Err(problem::absent(&app, &reader, "measure", &id).await);
    };
    let language = reader.language;
    let body = html! {
        (way_back(&reader, measure))
        h1.vk-title { (inline(language, &measure.title)) @if measure.example { (example_mark(language)) } }
        (standing(&reader, measure))
        (workspace::way_to(&reader, &format!("/tiltak/{id}"), |actor| actor.may_touch(measure)))
        (prose(language, &measure.body))
        (money::section(&reader, measure))
        (goals(&reader, measure))
        (facts(&reader, measure))
        (assumptions(&reader, measure))
        (connections(&reader, measure))
        (shock::of_measure(&reader, measure))
        (history::section(&reader, measure))
        (fact_source(language, measure.source.as_ref(), measure.example))
        (neighbours(&reader, measure))
    };
    Ok(page(
        &reader,
        &Page {
            section: Section::ActionPlan,
            title: reader.plain(&measure.title),
            description: Some(&description(&reader, measure)),
            body,
        },
    ))
}

fn way_back(reader: &Reader, measure: &Measure) -> Markup {
    let language = reader.language;
    let mut ways = vec![(reader.addresses.action_plans(), html! { (say!(language, "nav-plan")) })];
    if let Some(plan) = reader.state().action_plan(&measure.plan) {
        ways.push((reader.addresses.action_plan(&plan.id), inline(language, &plan.title)));
    }
    crumbs(reader, &ways, &inline(language, &measure.title))
}

/// One sentence for search engines: what it is, who answers for it, how it is going.
fn description(reader: &Reader, measure: &Measure) -> String {
    let language = reader.language;
    let name = |id| reader.state().organisation(id).map_or("", |known| reader.plain(&known.name));
    say!(
        language,
        "measure-description",
        title = reader.plain(&measure.title),
        who = name(&measure.responsible),
        status = say!(language, &format!("status-{}", measure.current().word()))
    )
}

/// How it is going and who answers for it, in words that can be read aloud, with the reason where one was given.
fn standing(reader: &Reader, measure: &Measure) -> Markup {
    let language = reader.language;
    let Some(newest) = measure.status.last() else { return html! {} };
    let since = say!(
        language,
        &format!("measure-now-{}", newest.status.word()),
        date = format::date(language, newest.date)
    );
    html! {
        p.vk-standing { (status(language, newest.status)) }
        p.vk-lead {
            (since) " " (organisation(reader, &measure.responsible)) " " (say!(language, "measure-answers-for-it"))
            @if let Some(other) = &newest.replaced_by { " " (replaced_by(reader, other)) }
        }
        @if !newest.reason.is_empty() { p.vk-reason { (inline(language, &newest.reason)) } }
    }
}

/// "I stedet kom …", with a link.
fn replaced_by(reader: &Reader, other: &MeasureId) -> Markup {
    let language = reader.language;
    html! {
        @if let Some(measure) = reader.state().measure(other) {
            (say!(language, "measure-replaced-by")) " "
            a.ds-link href=(reader.addresses.measure(other)) { (inline(language, &measure.title)) } "."
        }
    }
}

/// The goals it serves and, under each, the text of the goals above it: a measure is never more than two clicks from
/// what it is for.
fn goals(reader: &Reader, measure: &Measure) -> Markup {
    let language = reader.language;
    let served: Vec<&Goal> = measure.goals.iter().filter_map(|id| reader.state().goal(id)).collect();
    let mut above: Vec<&GoalId> = served.iter().flat_map(|goal| &goal.serves).collect();
    above.sort_unstable();
    above.dedup();
    html! {
        section.vk-section aria-labelledby="maal" {
            h2.vk-section__title id="maal" { (say!(language, "measure-goals")) }
            (goal_rows(reader, served.iter().copied()))
            @if !above.is_empty() {
                p.vk-small {
                    (say!(language, "measure-goals-above")) " "
                    @for (place, id) in above.iter().enumerate() { @if place > 0 { " · " } (goal_link(reader, id)) }
                }
            }
        }
    }
}

fn facts(reader: &Reader, measure: &Measure) -> Markup {
    let language = reader.language;
    let area = reader.state().focus_area(&measure.focus_area);
    html! {
        section.vk-section aria-labelledby="fakta" {
            h2.vk-section__title id="fakta" { (say!(language, "measure-who-and-when")) }
            dl.vk-facts {
                div { dt { (say!(language, "measure-responsible")) } dd { (organisation(reader, &measure.responsible)) } }
                @if !measure.executing.is_empty() { div { dt { (say!(language, "measure-executing")) } dd { (organisations(reader, &measure.executing)) } } }
                @if !measure.contributing.is_empty() { div { dt { (say!(language, "measure-contributing")) } dd { (organisations(reader, &measure.contributing)) } } }
                div { dt { (say!(language, "measure-horizon")) } dd { (say!(language, horizon_key(measure.horizon))) } }
                div { dt { (say!(language, "measure-dates")) } dd { (format::date(language, measure.starts)) " – " (format::date(language, measure.ends)) } }
                @if let Some(area) = area {
                    div { dt { (say!(language, "measure-focus-area")) } dd { a.ds-link href=(reader.addresses.focus_area(&area.id)) { (inline(language, &area.title)) } } }
                }
                @if let Some(plan) = reader.state().action_plan(&measure.plan) {
                    div { dt { (say!(language, "measure-plan")) } dd { a.ds-link href=(reader.addresses.action_plan(&plan.id)) { (inline(language, &plan.title)) } } }
                }
            }
        }
    }
}

fn assumptions(reader: &Reader, measure: &Measure) -> Markup {
    let (language, state) = (reader.language, reader.state());
    if measure.assumptions.is_empty() {
        return html! {};
    }
    html! {
        section.vk-section aria-labelledby="forutsetninger" {
            h2.vk-section__title id="forutsetninger" { (say!(language, "measure-assumptions")) }
            (assumption::rows(reader, measure.assumptions.iter().filter_map(|id| state.assumption(id))))
        }
    }
}

/// What it depends on, and what depends on it.
fn connections(reader: &Reader, measure: &Measure) -> Markup {
    let state = reader.state();
    let needs: Vec<&Measure> = measure.depends_on.iter().filter_map(|id| state.measure(id)).collect();
    let feeds: Vec<&Measure> = state
        .measures
        .iter()
        .filter(|other| other.depends_on.contains(&measure.id))
        .collect();
    html! {
        @for (id, key, measures) in [("bygger-paa", "measure-depends-on", needs), ("baerer", "measure-feeds", feeds)] {
            @if !measures.is_empty() {
                section.vk-section aria-labelledby=(id) {
                    h2.vk-section__title id=(id) { (say!(reader.language, key)) }
                    (measure_rows(reader, &measures))
                }
            }
        }
    }
}

/// The measures before and after it in its plan.
fn neighbours(reader: &Reader, measure: &Measure) -> Markup {
    let language = reader.language;
    let all: Vec<&Measure> = reader.state().measures_of(&measure.plan).collect();
    let Some(place) = all.iter().position(|other| other.id == measure.id) else {
        return html! {};
    };
    let before = place.checked_sub(1).and_then(|before| all.get(before));
    let after = all.get(place + 1);
    html! {
        nav.vk-pager aria-label=(say!(language, "measure-neighbours")) {
            ul {
                @for (rel, other) in [("prev", before), ("next", after)] {
                    @if let Some(other) = other {
                        li { a rel=(rel) href=(reader.addresses.measure(&other.id)) { span.ds-sr-only { (say!(language, &format!("measure-{rel}"))) " " } (inline(language, &other.title)) } }
                    }
                }
            }
        }
    }
}
