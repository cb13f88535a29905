//! Revisions of action plans, with the text that was adopted and its hash.

use ::programme as domain;
use ::programme::ActionPlanId;
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
    OpenApiRouter::new().routes(routes!(revisions)).routes(routes!(revision))
}

/// An adopted state of an action plan, never changed afterwards.
#[derive(Serialize, ToSchema)]
struct Revision {
    plan: String,
    number: u32,
    #[schema(format = Date)]
    adopted: String,
    /// Who adopted it.
    body: Words,
    /// Case number at that body.
    case: String,
    reason: Words,
    /// True where it was made up to show how it works.
    example: bool,
    /// SHA-256 of the adopted text, hexadecimal.
    #[schema(pattern = "^[0-9a-f]{64}$")]
    hash: String,
    #[schema(format = "uri")]
    address: String,
    #[schema(format = "uri")]
    page: String,
}

/// A revision with what was adopted.
#[derive(Serialize, ToSchema)]
struct RevisionInFull {
    revision: Revision,
    /// The adopted text, byte by byte: JSON. Its SHA-256 is the revision's hash.
    content: String,
}

impl Revision {
    fn of(view: &View, revision: &domain::Revision) -> Self {
        Self {
            plan: revision.plan.to_string(),
            number: revision.number,
            adopted: revision.adopted.to_string(),
            body: (&revision.body).into(),
            case: revision.case.clone(),
            reason: (&revision.reason).into(),
            example: revision.example,
            hash: revision.hash.clone(),
            address: view.address(&format!("/action-plans/{}/revisions/{}", revision.plan, revision.number)),
            page: view.page(|addresses| addresses.revision(&revision.plan, revision.number)),
        }
    }
}

/// The adopted revisions of an action plan, oldest first
#[utoipa::path(get, path = "/programmes/{programme}/action-plans/{action_plan}/revisions", tag = "action plans",
    params(OfProgramme, ("action_plan" = String, Path, description = "Identifier of the action plan")),
    responses((status = 200, description = "The revisions", body = List<Revision>), Refusals))]
async fn revisions(view: View) -> Result<Json<List<Revision>>, Refused> {
    let plan = view.find("action_plan", domain::State::action_plan).await?;
    let items = view.state().revisions_of(&plan.id);
    Ok(Json(List {
        items: items.map(|revision| Revision::of(&view, revision)).collect(),
    }))
}

/// One revision with the text that was adopted
#[utoipa::path(get, path = "/programmes/{programme}/action-plans/{action_plan}/revisions/{number}", tag = "action plans",
    params(
        OfProgramme,
        ("action_plan" = String, Path, description = "Identifier of the action plan"),
        ("number" = u32, Path, description = "Number of the revision", minimum = 1)
    ),
    responses((status = 200, description = "The revision", body = RevisionInFull), Refusals))]
async fn revision(view: View) -> Result<Json<RevisionInFull>, Refused> {
    let plan: ActionPlanId = view.named("action_plan")?;
    let number: u32 = view.named("number")?;
    let found = view.state().revisions_of(&plan).find(|revision| revision.number == number);
    let found = found.ok_or_else(|| Refused::missing("number", &number.to_string()))?;
    Ok(Json(RevisionInFull {
        revision: Revision::of(&view, found),
        content: found.content.to_string(),
    }))
}
