//! Assumptions.

use ::programme as domain;
use axum::Json;
use serde::Serialize;
use utoipa::ToSchema;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use super::parts::{Words, plain_if_any};
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
    /// The figure that shows it to break.
    #[serde(skip_serializing_if = "Option::is_none")]
    watch: Option<Watch>,
    /// Identifiers of the measures that rest on it.
    measures: Vec<String>,
    /// Identifiers of the goals that rest on it.
    goals: Vec<String>,
    /// Identifiers of the shocks that broke or weakened it, oldest first.
    shocks: Vec<String>,
    /// True where it was made up to show how it works.
    example: bool,
    #[schema(format = "uri")]
    address: String,
}

/// An indicator with limits: beyond them the assumption no longer holds.
#[derive(Serialize, ToSchema)]
struct Watch {
    indicator: String,
    /// It breaks when the figure is above this.
    #[serde(skip_serializing_if = "Option::is_none", serialize_with = "plain_if_any")]
    above: Option<f64>,
    /// It breaks when the figure is below this.
    #[serde(skip_serializing_if = "Option::is_none", serialize_with = "plain_if_any")]
    below: Option<f64>,
}

impl Assumption {
    fn of(view: &View, assumption: &domain::Assumption) -> Self {
        let state = view.state();
        let (measures, goals) = state.resting_on(&assumption.id);
        let shocks = state.shocks.iter().filter(|shock| shock.effect_on(&assumption.id).is_some());
        Self {
            id: assumption.id.to_string(),
            text: (&assumption.text).into(),
            sign: (&assumption.sign).into(),
            owner: assumption.owner.as_ref().map(ToString::to_string),
            watch: assumption.watch.as_ref().map(|watch| Watch {
                indicator: watch.indicator.to_string(),
                above: watch.above,
                below: watch.below,
            }),
            measures: measures.iter().map(|measure| measure.id.to_string()).collect(),
            goals: goals.iter().map(|goal| goal.id.to_string()).collect(),
            shocks: shocks.map(|shock| shock.id.to_string()).collect(),
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
