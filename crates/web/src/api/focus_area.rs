//! Focus areas.

use ::programme as domain;
use axum::Json;
use serde::Serialize;
use utoipa::ToSchema;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use super::parts::Words;
use super::refused::{Refusals, Refused};
use super::view::{List, OfProgramme, View};
use crate::app::App;

pub(super) fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::new().routes(routes!(focus_areas)).routes(routes!(focus_area))
}

/// A heading under which measures stand.
#[derive(Serialize, ToSchema)]
struct FocusArea {
    id: String,
    title: Words,
    summary: Words,
    #[schema(format = "uri")]
    address: String,
    #[schema(format = "uri")]
    page: String,
}

impl FocusArea {
    fn of(view: &View, area: &domain::FocusArea) -> Self {
        Self {
            id: area.id.to_string(),
            title: (&area.title).into(),
            summary: (&area.summary).into(),
            address: view.address(&format!("/focus-areas/{}", area.id)),
            page: view.page(|addresses| addresses.focus_area(&area.id)),
        }
    }
}

/// The headings of the action plans
#[utoipa::path(get, path = "/programmes/{programme}/focus-areas", tag = "action plans", params(OfProgramme),
    responses((status = 200, description = "The focus areas", body = List<FocusArea>), Refusals))]
async fn focus_areas(view: View) -> Json<List<FocusArea>> {
    let items = view.state().focus_areas.iter();
    Json(List {
        items: items.map(|area| FocusArea::of(&view, area)).collect(),
    })
}

/// One focus area
#[utoipa::path(get, path = "/programmes/{programme}/focus-areas/{focus_area}", tag = "action plans",
    params(OfProgramme, ("focus_area" = String, Path, description = "Identifier of the focus area")),
    responses((status = 200, description = "The focus area", body = FocusArea), Refusals))]
async fn focus_area(view: View) -> Result<Json<FocusArea>, Refused> {
    let found = view.find("focus_area", domain::State::focus_area).await?;
    Ok(Json(FocusArea::of(&view, found)))
}
