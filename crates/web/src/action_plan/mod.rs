//! Action plans: what are we doing this year? The plan now, as it was on a day, and as it was adopted.

mod board;
pub(crate) mod changes;
mod document;
mod file;
mod filter;
mod revision;
mod view;

use axum::Router;
use axum::extract::{Path, Query, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use jiff::civil::Date;
use maud::{Markup, html};
use programme::{ActionPlan, ActionPlanId, Revision};
use publishing::say;

use crate::app::App;
use crate::page::{Page, Section, page};
use crate::problem::{self, Problem};
use crate::reader::Reader;
use filter::Filter;
use view::View;

pub(crate) use document::Documents;

pub(crate) fn routes() -> Router<App> {
    Router::new()
        .route("/{programme}/handlingsplan", get(newest))
        .route("/{programme}/handlingsplan/{plan}", get(one))
        .route("/{programme}/handlingsplan/{plan}/plan.pdf", get(document::newest))
        .route("/{programme}/handlingsplan/{plan}/plan.json", get(file::json))
        .route("/{programme}/handlingsplan/{plan}/plan.xml", get(file::stratml))
        .route("/{programme}/handlingsplan/{plan}/revisjon/{number}", get(revision::one))
        .route("/{programme}/handlingsplan/{plan}/endringer", get(changes::chosen))
        .route("/{programme}/handlingsplan/{plan}/endringer/{span}", get(changes::one))
}

/// Names and values as they stand in the address.
type Choice = Vec<(String, String)>;

/// The plan that stands now. Each plan's page leads to the others.
async fn newest(State(app): State<App>, reader: Reader, Query(choice): Query<Choice>) -> Result<Response, Problem> {
    match reader.state().newest_plan() {
        Some(plan) => shown(&app, &reader, plan, &choice).await,
        None => Ok(none_yet(&reader).into_response()),
    }
}

async fn one(
    State(app): State<App>,
    reader: Reader,
    Path((_, id)): Path<(String, String)>,
    Query(choice): Query<Choice>,
) -> Result<Response, Problem> {
    let plan = found(&app, &reader, &id).await?;
    shown(&app, &reader, plan, &choice).await
}

async fn found<'a>(app: &App, reader: &'a Reader, id: &str) -> Result<&'a ActionPlan, Problem> {
    let known = id.parse::<ActionPlanId>().ok().and_then(|id| reader.state().action_plan(&id));
    match known {
        Some(plan) => Ok(plan),
        None => Err(problem::absent(app, reader, "action-plan", id).await),
    }
}

/// The revisions of a plan that the reader asked for, oldest first.
fn revisions<'a>(reader: &'a Reader, plan: &ActionPlan) -> Vec<&'a Revision> {
    reader.state().revisions_of(&plan.id).collect()
}

/// The plan today or on the chosen day; with a day that is none, the plan today and what is wrong with the day.
async fn shown(app: &App, reader: &Reader, plan: &ActionPlan, choice: &Choice) -> Result<Response, Problem> {
    let filter = Filter::read(choice, reader.today);
    let then = match filter.day {
        Some(day) => app.programmes.on(&reader.state().programme.id, day).await?,
        None => None,
    };
    let view = match (filter.day, &then) {
        (None, _) => View::of(reader, reader.state(), plan, reader.today),
        (Some(day), Some(state)) => match state.action_plan(&plan.id) {
            Some(plan_then) => View::of(reader, state, plan_then, day),
            None => View::before(reader, plan, day),
        },
        (Some(day), None) => View::before(reader, plan, day),
    };
    let status = if filter.fault.is_some() {
        StatusCode::UNPROCESSABLE_ENTITY
    } else {
        StatusCode::OK
    };
    Ok((status, view.page(&filter)).into_response())
}

/// True where the plan can be seen on a day that has been.
fn has_been(day: Date, today: Date) -> bool {
    day <= today
}

fn none_yet(reader: &Reader) -> Markup {
    let (title, none) = (say!(reader.language, "nav-plan"), say!(reader.language, "plan-none"));
    let body = html! {
        h1.vk-title { (title) }
        div.vk-empty { p { (none) } }
    };
    page(
        reader,
        &Page {
            section: Section::ActionPlan,
            title: &title,
            description: Some(&none),
            body,
        },
    )
}
