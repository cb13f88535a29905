//! Focus areas: what do we do about this, and how is it going?

use axum::Router;
use axum::extract::{Path, State};
use axum::routing::get;
use maud::{Markup, html};
use programme::{FocusArea, FocusAreaId, Goal, Measure};
use publishing::say;

use crate::app::App;
use crate::page::{Page, Section, page};
use crate::problem::{self, Problem};
use crate::reader::Reader;
use crate::widget::{counts, crumbs, goal_rows, measure_rows, money_bar};
use crate::wording::inline;

pub(crate) fn routes() -> Router<App> {
    Router::new().route("/{programme}/satsingsomraader/{area}", get(focus_area))
}

async fn focus_area(State(app): State<App>, reader: Reader, Path((_, id)): Path<(String, String)>) -> Result<Markup, Problem> {
    let known = id.parse::<FocusAreaId>().ok().and_then(|id| reader.state().focus_area(&id));
    let Some(area) = known else {
        return Err(problem::absent(&app, &reader, "focus-area", &id).await);
    };
    let language = reader.language;
    let body = html! {
        (crumbs(&reader, &[(reader.addresses.action_plans(), html! { (say!(language, "nav-plan")) })], &inline(language, &area.title)))
        h1.vk-title { (inline(language, &area.title)) }
        @if !area.summary.is_empty() { p.vk-lead { (inline(language, &area.summary)) } }
        (plans(&reader, area))
        (goals(&reader, area))
    };
    Ok(page(
        &reader,
        &Page {
            section: Section::ActionPlan,
            title: reader.plain(&area.title),
            description: Some(reader.plain(&area.summary)).filter(|summary| !summary.is_empty()),
            body,
        },
    ))
}

/// Its measures in each plan that has any, the newest plan first.
fn plans(reader: &Reader, area: &FocusArea) -> Markup {
    let (language, state) = (reader.language, reader.state());
    let mut plans: Vec<_> = state
        .action_plans
        .iter()
        .filter(|plan| plan.focus_areas.contains(&area.id))
        .collect();
    plans.sort_by_key(|plan| std::cmp::Reverse(plan.starts));
    html! {
        @if plans.is_empty() { div.vk-empty { p { (say!(language, "focus-area-no-plan")) } } }
        @for plan in plans {
            @let measures: Vec<&Measure> = state.measures_of(&plan.id).filter(|measure| measure.focus_area == area.id).collect();
            @let heading = format!("plan-{}", plan.id);
            section.vk-section aria-labelledby=(heading) {
                h2.vk-section__title id=(heading) { a.ds-link href=(reader.addresses.action_plan(&plan.id)) { (inline(language, &plan.title)) } }
                p.vk-section__intro { (counts(language, measures.iter().copied())) }
                (money_bar(language, &measures.iter().map(|measure| measure.money()).sum()))
                (measure_rows(reader, &measures))
            }
        }
    }
}

/// The goals that its measures serve, in the programme's order.
fn goals(reader: &Reader, area: &FocusArea) -> Markup {
    let (language, state) = (reader.language, reader.state());
    let of_area = |goal: &&Goal| {
        state
            .measures
            .iter()
            .any(|measure| measure.focus_area == area.id && measure.goals.contains(&goal.id))
    };
    let goals: Vec<&Goal> = state.goals.iter().filter(of_area).collect();
    html! {
        @if !goals.is_empty() {
            section.vk-section aria-labelledby="maal" {
                h2.vk-section__title id="maal" { (say!(language, "measure-goals")) }
                (goal_rows(reader, goals))
            }
        }
    }
}
