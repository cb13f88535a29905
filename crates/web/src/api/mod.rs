//! The read-only API under `/api/v1`: everything public as JSON, described by an OpenAPI document that comes from this
//! code. What a field is called does not change within `v1`; new fields may come.
//!
//! One module per noun, as for the pages. Texts are given in all languages that they are written in.

mod action_plan;
mod assumption;
mod changes;
mod focus_area;
mod goal;
mod guiding_plan;
mod hearing;
mod indicator;
mod measure;
mod organisation;
mod page;
mod parts;
mod programme;
mod refused;
mod revision;
mod series;
mod shock;
mod view;
mod vote;

use std::sync::Arc;

use axum::extract::Request;
use axum::http::header::{self, HeaderName, HeaderValue};
use axum::http::{Method, StatusCode};
use axum::middleware::{self, Next};
use axum::response::{IntoResponse, Redirect, Response};
use axum::routing::get;
use axum::{Json, Router};
use utoipa::OpenApi;
use utoipa_axum::router::OpenApiRouter;

use crate::app::App;
use refused::Refused;

pub(crate) use refused::in_its_form;

/// Where all of it stands.
const ROOT: &str = "/api/v1";

#[derive(OpenApi)]
#[openapi(
    info(
        title = "Vekst",
        version = "1",
        description = "Goals, plans, measures and figures of towns' growth programmes, read-only. Every number is a figure with \
                       period, unit and source; where there is no number the source's own sign stands in its place, never null.",
        license(name = "The sources' terms stand with each series")
    ),
    servers((url = "/api/v1"))
)]
struct Document;

/// The operations and their description, which cannot differ.
fn described() -> (Router<App>, utoipa::openapi::OpenApi) {
    OpenApiRouter::with_openapi(Document::openapi())
        .merge(programme::routes())
        .merge(organisation::routes())
        .merge(guiding_plan::routes())
        .merge(assumption::routes())
        .merge(goal::routes())
        .merge(indicator::routes())
        .merge(series::routes())
        .merge(focus_area::routes())
        .merge(action_plan::routes())
        .merge(measure::routes())
        .merge(shock::routes())
        .merge(hearing::routes())
        .merge(revision::routes())
        .merge(changes::routes())
        .merge(vote::routes())
        .split_for_parts()
}

pub(crate) fn routes() -> Router<App> {
    let (operations, document) = described();
    let document = Arc::new(document);
    let operations = operations
        .route("/openapi.json", get(async move || Json(document.as_ref()).into_response()))
        .fallback(async || Refused::no_such_address())
        .layer(middleware::from_fn(open_to_all));
    Router::new()
        .route("/api", get(page::of_only_programme))
        .route(ROOT, get(async || Redirect::to("/api")))
        .nest(ROOT, operations)
        .merge(page::routes())
}

/// Public data may be read by any site's pages, and kept for a minute.
async fn open_to_all(request: Request, next: Next) -> Response {
    let mut response = match *request.method() {
        Method::OPTIONS => StatusCode::NO_CONTENT.into_response(),
        _ => next.run(request).await,
    };
    let fixed = [
        (header::ACCESS_CONTROL_ALLOW_ORIGIN, "*"),
        (header::ACCESS_CONTROL_ALLOW_METHODS, "GET, HEAD, OPTIONS"),
        (header::ACCESS_CONTROL_ALLOW_HEADERS, "if-none-match"),
        (header::ACCESS_CONTROL_EXPOSE_HEADERS, "etag"),
        (HeaderName::from_static("cross-origin-resource-policy"), "cross-origin"),
        (header::CACHE_CONTROL, "public, max-age=60"),
    ];
    let failed = !response.status().is_success();
    for (name, value) in fixed {
        let kept = name == header::CACHE_CONTROL && failed;
        response
            .headers_mut()
            .insert(name, HeaderValue::from_static(if kept { "no-store" } else { value }));
    }
    response
}
