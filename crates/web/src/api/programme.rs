//! Programmes.

use ::programme as domain;
use axum::Json;
use axum::extract::State;
use serde::Serialize;
use utoipa::ToSchema;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use super::ROOT;
use super::parts::Words;
use super::refused::{Refusals, Refused};
use super::view::{List, OfProgramme, View};
use crate::address::Addresses;
use crate::app::App;

pub(super) fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::new().routes(routes!(programmes)).routes(routes!(programme))
}

/// A programme in the list of them.
#[derive(Serialize, ToSchema)]
struct Listed {
    id: String,
    #[schema(format = "uri")]
    address: String,
    #[schema(format = "uri")]
    page: String,
}

/// One community's growth programme.
#[derive(Serialize, ToSchema)]
struct Programme {
    id: String,
    name: Words,
    summary: Words,
    /// Markdown.
    about: Words,
    #[schema(format = Date)]
    launched: String,
    #[schema(format = Date)]
    horizon: String,
    /// Organisation that owns it.
    owner: String,
    /// Organisation that runs it day to day.
    executing: String,
    municipality: Municipality,
    /// Role address for questions.
    contact: String,
    /// True where it was made up to show how it works.
    example: bool,
    #[schema(format = "uri")]
    address: String,
    #[schema(format = "uri")]
    page: String,
}

/// The municipality that a programme is for.
#[derive(Serialize, ToSchema)]
struct Municipality {
    code: String,
    name: String,
    earlier_codes: Vec<String>,
}

impl Programme {
    fn of(view: &View) -> Self {
        let programme: &domain::Programme = &view.state().programme;
        Self {
            id: programme.id.to_string(),
            name: (&programme.name).into(),
            summary: (&programme.summary).into(),
            about: (&programme.about).into(),
            launched: programme.launched.to_string(),
            horizon: programme.horizon.to_string(),
            owner: programme.owner.to_string(),
            executing: programme.executing.to_string(),
            municipality: Municipality {
                code: programme.municipality.code.clone(),
                name: programme.municipality.name.clone(),
                earlier_codes: programme.municipality.earlier_codes.clone(),
            },
            contact: programme.contact.clone(),
            example: programme.example,
            address: view.address(""),
            page: view.page(Addresses::front),
        }
    }
}

/// The programmes of this installation
#[utoipa::path(get, path = "/programmes", tag = "programmes", responses((status = 200, description = "The programmes", body = List<Listed>), Refusals))]
async fn programmes(State(app): State<App>) -> Result<Json<List<Listed>>, Refused> {
    let site = &app.settings.public_url;
    let listed = |id: domain::ProgrammeId| Listed {
        address: format!("{site}{ROOT}/programmes/{id}"),
        page: format!("{site}{}", Addresses::new(id.clone(), domain::Language::Nb).front()),
        id: id.to_string(),
    };
    let items = app.programmes.list().await?.into_iter().map(listed).collect();
    Ok(Json(List { items }))
}

/// One programme
#[utoipa::path(get, path = "/programmes/{programme}", tag = "programmes", params(OfProgramme),
    responses((status = 200, description = "The programme", body = Programme), Refusals))]
async fn programme(view: View) -> Json<Programme> {
    Json(Programme::of(&view))
}
