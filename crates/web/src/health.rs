//! Whether this instance can answer: asked by whatever keeps it running, so no page and no language.

use axum::Router;
use axum::extract::State;
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Response};
use axum::routing::get;

use crate::app::App;

/// Where it is asked; problems there stay plain text.
pub(crate) const PATH: &str = "/healthz";

pub(crate) fn routes() -> Router<App> {
    Router::new().route(PATH, get(health))
}

async fn health(State(app): State<App>) -> Response {
    let (status, words) = match app.programmes.list().await {
        Ok(_) => (StatusCode::OK, "ok\n"),
        Err(error) => {
            tracing::error!(%error, "the store does not answer");
            (StatusCode::SERVICE_UNAVAILABLE, "the store does not answer; the log says why\n")
        }
    };
    (status, [(header::CACHE_CONTROL, "no-store")], words).into_response()
}
