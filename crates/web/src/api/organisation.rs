//! Organisations.

use ::programme as domain;
use axum::Json;
use serde::Serialize;
use utoipa::ToSchema;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use super::parts::{self, Source, Words};
use super::refused::{Refusals, Refused};
use super::view::{List, OfProgramme, View};
use crate::app::App;

pub(super) fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::new().routes(routes!(organisations)).routes(routes!(organisation))
}

/// A legal entity or standing group that takes part.
#[derive(Serialize, ToSchema)]
struct Organisation {
    id: String,
    name: Words,
    /// Number in the Norwegian register of legal entities.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(pattern = "^[0-9]{9}$")]
    number: Option<String>,
    #[schema(schema_with = parts::organisation_kind)]
    kind: domain::OrganisationKind,
    #[schema(schema_with = roles)]
    roles: Vec<domain::OrganisationRole>,
    about: Words,
    #[serde(skip_serializing_if = "Option::is_none")]
    website: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    source: Option<Source>,
    /// True where it was made up to show how it works.
    example: bool,
    #[schema(format = "uri")]
    address: String,
    #[schema(format = "uri")]
    page: String,
}

fn roles() -> utoipa::openapi::schema::Array {
    utoipa::openapi::schema::ArrayBuilder::new()
        .items(parts::organisation_role())
        .build()
}

impl Organisation {
    fn of(view: &View, organisation: &domain::Organisation) -> Self {
        Self {
            id: organisation.id.to_string(),
            name: (&organisation.name).into(),
            number: organisation.number.as_ref().map(ToString::to_string),
            kind: organisation.kind,
            roles: organisation.roles.clone(),
            about: (&organisation.about).into(),
            website: organisation.website.clone(),
            source: organisation.source.as_ref().map(Source::from),
            example: organisation.example,
            address: view.address(&format!("/organisations/{}", organisation.id)),
            page: view.page(|addresses| addresses.organisation(&organisation.id)),
        }
    }
}

/// The organisations that take part
#[utoipa::path(get, path = "/programmes/{programme}/organisations", tag = "organisations", params(OfProgramme),
    responses((status = 200, description = "The organisations", body = List<Organisation>), Refusals))]
async fn organisations(view: View) -> Json<List<Organisation>> {
    let items = view.state().organisations.iter();
    Json(List {
        items: items.map(|organisation| Organisation::of(&view, organisation)).collect(),
    })
}

/// One organisation
#[utoipa::path(get, path = "/programmes/{programme}/organisations/{organisation}", tag = "organisations",
    params(OfProgramme, ("organisation" = String, Path, description = "Identifier of the organisation")),
    responses((status = 200, description = "The organisation", body = Organisation), Refusals))]
async fn organisation(view: View) -> Result<Json<Organisation>, Refused> {
    let found = view.find("organisation", domain::State::organisation).await?;
    Ok(Json(Organisation::of(&view, found)))
}
