//! Shocks, with what was decided on them: only what a revision carried out, and what acts or acted at once.

use ::programme as domain;
use axum::Json;
use serde::Serialize;
use utoipa::ToSchema;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use super::parts::{Words, texts};
use super::refused::{Refusals, Refused};
use super::view::{List, OfProgramme, View};
use crate::app::App;

pub(super) fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::new().routes(routes!(shocks)).routes(routes!(shock))
}

/// Something that broke or weakened what goals and measures rest on.
#[derive(Serialize, ToSchema)]
struct Shock {
    id: String,
    title: Words,
    /// The day on which it struck.
    #[schema(format = Date)]
    date: String,
    body: Words,
    /// Identifiers of the assumptions that no longer hold.
    breaks: Vec<String>,
    /// Identifiers of the assumptions that hold less than they did.
    weakens: Vec<String>,
    /// The role or body that declared it.
    declared_by: Words,
    #[schema(format = Date)]
    declared: String,
    /// True where it was made up to show how it works.
    example: bool,
    /// What was carried out or acts; proposals are not public.
    decisions: Vec<ShockDecision>,
    #[schema(format = "uri")]
    address: String,
    #[schema(format = "uri")]
    page: String,
}

/// What was decided of one measure or goal.
#[derive(Serialize, ToSchema)]
struct ShockDecision {
    /// Identifier of the measure that it is about.
    #[serde(skip_serializing_if = "Option::is_none")]
    measure: Option<String>,
    /// Identifier of the goal that it is about.
    #[serde(skip_serializing_if = "Option::is_none")]
    goal: Option<String>,
    #[schema(schema_with = super::parts::choice)]
    choice: &'static str,
    reason: Words,
    /// The body or role that decided.
    decided_by: Words,
    #[schema(format = Date)]
    decided: String,
    /// Case number at that body.
    case: String,
    /// Identifier of the measure that came instead.
    #[serde(skip_serializing_if = "Option::is_none")]
    replaced_by: Option<String>,
    /// Where it acted at once.
    #[serde(skip_serializing_if = "Option::is_none")]
    emergency: Option<EmergencyDecision>,
    /// The revision that carried it out.
    #[serde(skip_serializing_if = "Option::is_none")]
    carried_out: Option<CarriedOut>,
    /// True where it was made up to show how it works.
    example: bool,
}

/// A decision that acted at once.
#[derive(Serialize, ToSchema)]
struct EmergencyDecision {
    /// The last day on which it holds without a revision.
    #[schema(format = Date)]
    expires: String,
    /// The day on which the measure fell back, since no revision ratified it.
    #[schema(format = Date)]
    #[serde(skip_serializing_if = "Option::is_none")]
    lapsed: Option<String>,
}

/// A revision that carried something out.
#[derive(Serialize, ToSchema)]
struct CarriedOut {
    plan: String,
    revision: u32,
}

impl Shock {
    fn of(view: &View, shock: &domain::Shock) -> Self {
        let own = view.state().decisions.iter().filter(|decision| decision.shock == shock.id);
        Self {
            id: shock.id.to_string(),
            title: (&shock.title).into(),
            date: shock.date.to_string(),
            body: (&shock.body).into(),
            breaks: texts(&shock.breaks),
            weakens: texts(&shock.weakens),
            declared_by: (&shock.declared_by).into(),
            declared: shock.declared.to_string(),
            example: shock.example,
            decisions: own.filter(|decision| decision.has_acted()).map(ShockDecision::from).collect(),
            address: view.address(&format!("/shocks/{}", shock.id)),
            page: view.page(|addresses| addresses.shock(&shock.id)),
        }
    }
}

impl From<&domain::Decision> for ShockDecision {
    fn from(decision: &domain::Decision) -> Self {
        let emergency = decision.emergency.as_ref().map(|emergency| EmergencyDecision {
            expires: emergency.expires.to_string(),
            lapsed: emergency.lapsed.map(|day| day.to_string()),
        });
        let carried_out = decision.carried_out.as_ref().map(|by| CarriedOut {
            plan: by.plan.to_string(),
            revision: by.revision,
        });
        Self {
            measure: decision.measure.as_ref().map(ToString::to_string),
            goal: decision.goal.as_ref().map(ToString::to_string),
            choice: decision.choice.word(),
            reason: (&decision.reason).into(),
            decided_by: (&decision.decided_by).into(),
            decided: decision.decided.to_string(),
            case: decision.case.clone(),
            replaced_by: decision.replaced_by.as_ref().map(ToString::to_string),
            emergency,
            carried_out,
            example: decision.example,
        }
    }
}

/// What broke or weakened assumptions
#[utoipa::path(get, path = "/programmes/{programme}/shocks", tag = "action plans", params(OfProgramme),
    responses((status = 200, description = "The shocks, oldest first", body = List<Shock>), Refusals))]
async fn shocks(view: View) -> Json<List<Shock>> {
    let items = view.state().shocks.iter().map(|shock| Shock::of(&view, shock)).collect();
    Json(List { items })
}

/// One shock with what was decided on it
#[utoipa::path(get, path = "/programmes/{programme}/shocks/{shock}", tag = "action plans",
    params(OfProgramme, ("shock" = String, Path, description = "Identifier of the shock")),
    responses((status = 200, description = "The shock", body = Shock), Refusals))]
async fn shock(view: View) -> Result<Json<Shock>, Refused> {
    let found = view.find("shock", domain::State::shock).await?;
    Ok(Json(Shock::of(&view, found)))
}
