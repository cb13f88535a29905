//! Guiding plans: which plans does the programme stand on, and what in it serves them?

use axum::Router;
use axum::extract::{Path, State};
use axum::routing::get;
use jiff::civil::Date;
use maud::{Markup, html};
use programme::{Goal, GuidingPlan, GuidingPlanId};
use publishing::{format, say};

use crate::app::App;
use crate::page::{Page, Section, page};
use crate::problem::{Problem, absent};
use crate::reader::Reader;
use crate::widget::{crumbs, fact_source, goal_link, measure_rows, organisation};
use crate::wording::{example_mark, inline, prose};

pub(crate) fn routes() -> Router<App> {
    Router::new()
        .route("/{programme}/planer", get(plans))
        .route("/{programme}/planer/{plan}", get(plan))
}

async fn plans(reader: Reader) -> Markup {
    let language = reader.language;
    let body = html! {
        h1.vk-title { (say!(language, "guiding-plans-title")) }
        p.vk-lead { (say!(language, "guiding-plans-lead")) }
        @if reader.state().guiding_plans.is_empty() {
            div.vk-empty { p { (say!(language, "guiding-plans-none")) } }
        }
        ul.vk-rows {
            @for plan in &reader.state().guiding_plans { (row(&reader, plan)) }
        }
    };
    page(
        &reader,
        &Page {
            section: Section::GuidingPlans,
            title: &say!(language, "guiding-plans-title"),
            description: Some(&say!(language, "guiding-plans-lead")),
            body,
        },
    )
}

fn row(reader: &Reader, plan: &GuidingPlan) -> Markup {
    let language = reader.language;
    let goals = reader.state().goals_of(&plan.id).count();
    html! {
        li.vk-row {
            a.vk-row__title href=(reader.addresses.guiding_plan(&plan.id)) { (inline(language, &plan.title)) }
            @if plan.example { span.vk-row__side { (example_mark(language)) } }
            p.vk-row__detail {
                (organisation(reader, &plan.owner)) " · " (say!(language, "guiding-plan-goal-count", count = goals))
                @if let Some(horizon) = &plan.horizon { " · " (say!(language, "guiding-plan-until", horizon = as_date(reader, horizon))) }
            }
        }
    }
}

/// A year stays a year; a date is written in words.
fn as_date(reader: &Reader, text: &str) -> String {
    text.parse::<Date>()
        .map_or_else(|_| text.to_owned(), |day| format::date(reader.language, day))
}

async fn plan(State(app): State<App>, reader: Reader, Path((_, id)): Path<(String, String)>) -> Result<Markup, Problem> {
    let known = id.parse::<GuidingPlanId>().ok().and_then(|id| reader.state().guiding_plan(&id));
    let Some(plan) = known else {
        return Err(absent(&app, &reader, "guiding-plan", &id).await);
    };
    let language = reader.language;
    let all = html! { (say!(language, "guiding-plans-title")) };
    let body = html! {
        (crumbs(&reader, &[(reader.addresses.guiding_plans(), all)], &inline(language, &plan.title)))
        h1.vk-title { (inline(language, &plan.title)) @if plan.example { (example_mark(language)) } }
        (prose(language, &plan.body))
        (facts(&reader, plan))
        (goals(&reader, plan))
    };
    Ok(page(
        &reader,
        &Page {
            section: Section::GuidingPlans,
            title: reader.plain(&plan.title),
            description: None,
            body,
        },
    ))
}

fn facts(reader: &Reader, plan: &GuidingPlan) -> Markup {
    let language = reader.language;
    html! {
        section.vk-section aria-labelledby="om-planen" {
            h2.vk-section__title id="om-planen" { (say!(language, "guiding-plan-about")) }
            dl.vk-facts {
                div { dt { (say!(language, "guiding-plan-owner")) } dd { (organisation(reader, &plan.owner)) } }
                @if let Some(adopted) = &plan.adopted { div { dt { (say!(language, "guiding-plan-adopted")) } dd { (as_date(reader, adopted)) } } }
                @if let Some(horizon) = &plan.horizon { div { dt { (say!(language, "guiding-plan-horizon")) } dd { (as_date(reader, horizon)) } } }
            }
            (fact_source(language, plan.source.as_ref(), plan.example))
        }
    }
}

fn goals(reader: &Reader, plan: &GuidingPlan) -> Markup {
    let language = reader.language;
    let goals: Vec<&Goal> = reader.state().goals_of(&plan.id).collect();
    html! {
        section.vk-section aria-labelledby="maal" {
            h2.vk-section__title id="maal" { (say!(language, "guiding-plan-goals")) }
            @if goals.is_empty() {
                div.vk-empty { p { (say!(language, "guiding-plan-goals-none")) } }
            } @else {
                ul.vk-rows { @for goal in goals { (goal_with_what_serves(reader, goal)) } }
            }
        }
    }
}

/// The goal's text, the growth goals beneath it, and one tap away the measures that lead there.
fn goal_with_what_serves(reader: &Reader, goal: &Goal) -> Markup {
    let (language, state) = (reader.language, reader.state());
    let serving: Vec<&Goal> = state.goals_serving(&goal.id).collect();
    let measures = state.measures_claiming(&goal.id);
    html! {
        li.vk-row id=(format!("maal-{}", goal.id)) {
            a.vk-row__title href=(reader.addresses.goal(&goal.id)) { (inline(language, &goal.title)) }
            @if goal.example { span.vk-row__side { (example_mark(language)) } }
            p.vk-row__detail { (inline(language, &goal.sentence)) }
            @if serving.is_empty() && measures.is_empty() {
                p.vk-row__detail { (say!(language, "guiding-plan-nothing-serves")) }
            }
            @if !serving.is_empty() {
                p.vk-row__detail {
                    (say!(language, "guiding-plan-served-by")) " "
                    @for (place, goal) in serving.iter().enumerate() { @if place > 0 { ", " } (goal_link(reader, &goal.id)) }
                }
            }
            @if !measures.is_empty() {
                details.vk-details {
                    summary { (say!(language, "guiding-plan-measures", count = measures.len())) span.ds-sr-only { ": " (reader.plain(&goal.title)) } }
                    (measure_rows(reader, &measures))
                }
            }
        }
    }
}
