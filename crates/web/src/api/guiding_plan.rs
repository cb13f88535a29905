//! Guiding plans.

use ::programme as domain;
use axum::Json;
use serde::Serialize;
use utoipa::ToSchema;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use super::parts::{Source, Words};
use super::refused::{Refusals, Refused};
use super::view::{List, OfProgramme, View};
use crate::app::App;

pub(super) fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::new().routes(routes!(guiding_plans)).routes(routes!(guiding_plan))
}

/// A plan outside the programme whose goals the programme serves.
#[derive(Serialize, ToSchema)]
struct GuidingPlan {
    id: String,
    title: Words,
    /// Organisation that owns it.
    owner: String,
    /// Year or date, as far as it is known.
    #[serde(skip_serializing_if = "Option::is_none")]
    adopted: Option<String>,
    /// Last year or day that it speaks of.
    #[serde(skip_serializing_if = "Option::is_none")]
    horizon: Option<String>,
    /// Markdown.
    body: Words,
    /// Its goals.
    goals: Vec<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    source: Option<Source>,
    /// True where it was made up to show how it works.
    example: bool,
    #[schema(format = "uri")]
    address: String,
    #[schema(format = "uri")]
    page: String,
}

impl GuidingPlan {
    fn of(view: &View, plan: &domain::GuidingPlan) -> Self {
        Self {
            id: plan.id.to_string(),
            title: (&plan.title).into(),
            owner: plan.owner.to_string(),
            adopted: plan.adopted.clone(),
            horizon: plan.horizon.clone(),
            body: (&plan.body).into(),
            goals: view.state().goals_of(&plan.id).map(|goal| goal.id.to_string()).collect(),
            source: plan.source.as_ref().map(Source::from),
            example: plan.example,
            address: view.address(&format!("/guiding-plans/{}", plan.id)),
            page: view.page(|addresses| addresses.guiding_plan(&plan.id)),
        }
    }
}

/// The plans that the programme stands on
#[utoipa::path(get, path = "/programmes/{programme}/guiding-plans", tag = "guiding plans", params(OfProgramme),
    responses((status = 200, description = "The guiding plans", body = List<GuidingPlan>), Refusals))]
async fn guiding_plans(view: View) -> Json<List<GuidingPlan>> {
    let items = view.state().guiding_plans.iter();
    Json(List {
        items: items.map(|plan| GuidingPlan::of(&view, plan)).collect(),
    })
}

/// One guiding plan
#[utoipa::path(get, path = "/programmes/{programme}/guiding-plans/{guiding_plan}", tag = "guiding plans",
    params(OfProgramme, ("guiding_plan" = String, Path, description = "Identifier of the guiding plan")),
    responses((status = 200, description = "The guiding plan", body = GuidingPlan), Refusals))]
async fn guiding_plan(view: View) -> Result<Json<GuidingPlan>, Refused> {
    let found = view.find("guiding_plan", domain::State::guiding_plan).await?;
    Ok(Json(GuidingPlan::of(&view, found)))
}
