//! Assumptions.

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
    OpenApiRouter::new().routes(routes!(assumptions)).routes(routes!(assumption))
}

/// What must be true for a goal or a measure to make sense.
#[derive(Serialize, ToSchema)]
struct Assumption {
    id: String,
    text: Words,
    /// How it would be seen to break.
    sign: Words,
    /// Organisation that watches it.
    #[serde(skip_serializing_if = "Option::is_none")]
    owner: Option<String>,
    /// True where it was made up to show how it works.
    example: bool,
    #[schema(format = "uri")]
    address: String,
}

impl Assumption {
    fn of(view: &View, assumption: &domain::Assumption) -> Self {
        Self {
            id: assumption.id.to_string(),
            text: (&assumption.text).into(),
            sign: (&assumption.sign).into(),
            owner: assumption.owner.as_ref().map(ToString::to_string),
            example: assumption.example,
            address: view.address(&format!("/assumptions/{}", assumption.id)),
        }
    }
}

/// What goals and measures rest on
#[utoipa::path(get, path = "/programmes/{programme}/assumptions", tag = "goals", params(OfProgramme),
    responses((status = 200, description = "The assumptions", body = List<Assumption>), Refusals))]
async fn assumptions(view: View) -> Json<List<Assumption>> {
    let items = view.state().assumptions.iter();
    Json(List {
        items: items.map(|assumption| Assumption::of(&view, assumption)).collect(),
    })
}

/// One assumption
#[utoipa::path(get, path = "/programmes/{programme}/assumptions/{assumption}", tag = "goals",
    params(OfProgramme, ("assumption" = String, Path, description = "Identifier of the assumption")),
    responses((status = 200, description = "The assumption", body = Assumption), Refusals))]
async fn assumption(view: View) -> Result<Json<Assumption>, Refused> {
    let found = view.find("assumption", domain::State::assumption).await?;
    Ok(Json(Assumption::of(&view, found)))
}
