//! Indicators.

use ::programme as domain;
use axum::Json;
use serde::Serialize;
use utoipa::ToSchema;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use super::parts::{self, Words};
use super::refused::{Refusals, Refused};
use super::view::{List, OfProgramme, View};
use crate::app::App;

pub(super) fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::new().routes(routes!(indicators)).routes(routes!(indicator))
}

/// A defined figure by which goals are measured.
#[derive(Serialize, ToSchema)]
struct Indicator {
    id: String,
    title: Words,
    definition: Words,
    /// The official series.
    series: String,
    /// The corrected series beside it.
    #[serde(skip_serializing_if = "Option::is_none")]
    corrected: Option<String>,
    /// Organisation that answers for the figure.
    #[serde(skip_serializing_if = "Option::is_none")]
    owner: Option<String>,
    /// The newest figure may be this many months old.
    fresh_months: u16,
    /// A figure that is stale, has no owner or is not there carries no judgement.
    #[schema(schema_with = parts::freshness)]
    freshness: &'static str,
    #[schema(format = "uri")]
    address: String,
    #[schema(format = "uri")]
    page: String,
}

impl Indicator {
    fn of(view: &View, indicator: &domain::Indicator) -> Self {
        let series = view.state().series_by_id(&indicator.series);
        let freshness = series.map_or(domain::Freshness::Empty, |series| indicator.freshness(series, view.app.today()));
        Self {
            id: indicator.id.to_string(),
            title: (&indicator.title).into(),
            definition: (&indicator.definition).into(),
            series: indicator.series.to_string(),
            corrected: indicator.corrected.as_ref().map(ToString::to_string),
            owner: indicator.owner.as_ref().map(ToString::to_string),
            fresh_months: indicator.fresh_months,
            freshness: match freshness {
                domain::Freshness::Fresh => "fresh",
                domain::Freshness::Stale { .. } => "stale",
                domain::Freshness::Ownerless => "ownerless",
                domain::Freshness::Empty => "empty",
            },
            address: view.address(&format!("/indicators/{}", indicator.id)),
            page: view.page(|addresses| addresses.series(&indicator.series)),
        }
    }
}

/// The figures by which goals are measured
#[utoipa::path(get, path = "/programmes/{programme}/indicators", tag = "figures", params(OfProgramme),
    responses((status = 200, description = "The indicators", body = List<Indicator>), Refusals))]
async fn indicators(view: View) -> Json<List<Indicator>> {
    let items = view.state().indicators.iter();
    Json(List {
        items: items.map(|indicator| Indicator::of(&view, indicator)).collect(),
    })
}

/// One indicator
#[utoipa::path(get, path = "/programmes/{programme}/indicators/{indicator}", tag = "figures",
    params(OfProgramme, ("indicator" = String, Path, description = "Identifier of the indicator")),
    responses((status = 200, description = "The indicator", body = Indicator), Refusals))]
async fn indicator(view: View) -> Result<Json<Indicator>, Refused> {
    let found = view.find("indicator", domain::State::indicator).await?;
    Ok(Json(Indicator::of(&view, found)))
}
