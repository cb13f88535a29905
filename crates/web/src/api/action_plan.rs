//! Action plans, today or as they stood on a day.

use ::programme as domain;
use ::programme::{ActionPlanId, AdoptedPlan};
use axum::Json;
use serde::Serialize;
use utoipa::ToSchema;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use super::measure::Measure;
use super::parts::{Words, texts};
use super::refused::{QueryRefusal, Refusals, Refused, Why};
use super::view::{List, OfProgramme, View};
use crate::app::App;

pub(super) fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::new()
        .routes(routes!(action_plans))
        .routes(routes!(action_plan))
        .routes(routes!(plan_file))
        .routes(routes!(plan_stratml))
}

/// The frame of a year's plan.
#[derive(Serialize, ToSchema)]
struct ActionPlan {
    id: String,
    title: Words,
    #[schema(format = Date)]
    starts: String,
    #[schema(format = Date)]
    ends: String,
    /// In the order of the plan.
    focus_areas: Vec<String>,
    /// Markdown.
    body: Words,
    /// Numbers of the adopted revisions, oldest first.
    revisions: Vec<u32>,
    /// True where it was made up to show how it works.
    example: bool,
    #[schema(format = "uri")]
    address: String,
    #[schema(format = "uri")]
    page: String,
}

/// A plan with its measures on a day.
#[derive(Serialize, ToSchema)]
struct PlanOnDay {
    /// The day that it is seen on.
    #[schema(format = Date)]
    date: String,
    plan: ActionPlan,
    measures: Vec<Measure>,
}

impl ActionPlan {
    fn of(view: &View, state: &domain::State, plan: &domain::ActionPlan) -> Self {
        Self {
            id: plan.id.to_string(),
            title: (&plan.title).into(),
            starts: plan.starts.to_string(),
            ends: plan.ends.to_string(),
            focus_areas: texts(&plan.focus_areas),
            body: (&plan.body).into(),
            revisions: state.revisions_of(&plan.id).map(|revision| revision.number).collect(),
            example: plan.example,
            address: view.address(&format!("/action-plans/{}", plan.id)),
            page: view.page(|addresses| addresses.action_plan(&plan.id)),
        }
    }
}

/// The action plans, without their measures
#[utoipa::path(get, path = "/programmes/{programme}/action-plans", tag = "action plans", params(OfProgramme),
    responses((status = 200, description = "The action plans", body = List<ActionPlan>), Refusals))]
async fn action_plans(view: View) -> Json<List<ActionPlan>> {
    let items = view.state().action_plans.iter();
    Json(List {
        items: items.map(|plan| ActionPlan::of(&view, view.state(), plan)).collect(),
    })
}

/// One action plan with its measures, today or as it stood on a day
#[utoipa::path(get, path = "/programmes/{programme}/action-plans/{action_plan}", tag = "action plans",
    params(
        OfProgramme,
        ("action_plan" = String, Path, description = "Identifier of the action plan"),
        ("date" = Option<String>, Query, description = "The day that it is wanted for; today where none is given", format = Date)
    ),
    responses((status = 200, description = "The action plan", body = PlanOnDay), QueryRefusal, Refusals))]
async fn action_plan(view: View) -> Result<Json<PlanOnDay>, Refused> {
    let id: ActionPlanId = view.named("action_plan")?;
    let Some(day) = view.asked_day("date")? else {
        let plan = view.find("action_plan", domain::State::action_plan).await?;
        let measures = view.state().measures_of(&id).map(|measure| Measure::of(&view, measure));
        return Ok(Json(PlanOnDay {
            date: view.app.today().to_string(),
            plan: ActionPlan::of(&view, view.state(), plan),
            measures: measures.collect(),
        }));
    };
    let not_then = || Refused::of(Why::NotFound, format!("the action plan «{id}» was not there on {day}"));
    let state = view.app.programmes.on(&view.programme, day).await?.ok_or_else(not_then)?;
    let plan = state.action_plan(&id).ok_or_else(not_then)?;
    let then = AdoptedPlan::on(&state, plan, day);
    Ok(Json(PlanOnDay {
        date: day.to_string(),
        plan: ActionPlan::of(&view, &state, plan),
        measures: then.measures.iter().map(|measure| Measure::of(&view, measure)).collect(),
    }))
}

/// One action plan as a file that holds everything and can be loaded again (`vekst load --plan`)
#[utoipa::path(get, path = "/programmes/{programme}/action-plans/{action_plan}/file", tag = "action plans",
    params(OfProgramme, ("action_plan" = String, Path, description = "Identifier of the action plan")),
    responses((status = 200, description = "The plan with what it names; docs/stratml.md says what stands in it", body = serde_json::Value), Refusals))]
async fn plan_file(view: View) -> Result<Json<serde_json::Value>, Refused> {
    let file = file(&view).await?;
    let value = serde_json::to_value(&file).map_err(|error| Refused::of(Why::Internal, error.to_string()))?;
    Ok(Json(value))
}

/// One action plan as StratML Part 2 (ISO 17469), in bokmål
#[utoipa::path(get, path = "/programmes/{programme}/action-plans/{action_plan}/stratml", tag = "action plans",
    params(OfProgramme, ("action_plan" = String, Path, description = "Identifier of the action plan")),
    responses((status = 200, description = "The plan", body = String, content_type = "application/xml"), Refusals))]
async fn plan_stratml(view: View) -> Result<impl axum::response::IntoResponse, Refused> {
    let text = file(&view).await?.to_stratml(domain::Language::Nb);
    Ok(([(axum::http::header::CONTENT_TYPE, "application/xml")], text))
}

async fn file(view: &View) -> Result<domain::exchange::PlanFile, Refused> {
    let plan = view.find("action_plan", domain::State::action_plan).await?;
    let gone = || Refused::missing("action_plan", plan.id.as_str());
    domain::exchange::PlanFile::of(view.state(), &plan.id).ok_or_else(gone)
}
