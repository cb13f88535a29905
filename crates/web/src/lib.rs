//! The public site, the workspace and the API over one [`App`].
//!
//! Each noun mounts its own routes; a handler says who, loads, acts and answers. No rule of the domain stands here.

mod address;
mod app;
pub mod assets;
mod delivery;
mod files;
mod form;
mod guard;
mod header;
mod horizon;
mod language;
mod limits;
mod page;
mod plan_pdf;
mod problem;
mod reader;
mod security;
mod session;
mod sign_in;
mod widget;
mod wording;

mod about;
mod action_plan;
mod api;
mod assumption;
mod focus_area;
mod front;
mod goal;
mod guiding_plan;
mod health;
mod hearing;
mod letter;
mod measure;
mod organisation;
mod series;
mod shock;
mod sitemap;
mod vote;
mod workspace;

pub use app::{App, Clock, Settings};
pub use guard::Peer;
pub use hearing::{forget_respondents, remove_left_over_files};
pub use plan_pdf::plan_pdf;
pub use sign_in::sign_in_link;
pub use vote::close_ended_votes;
pub use workspace::lapse_overdue;

use std::time::Duration;

use axum::Router;
use axum::extract::{DefaultBodyLimit, MatchedPath, Request};
use axum::http::StatusCode;
use axum::middleware::{self, Next};
use axum::response::Response;
use tower::{Layer, util::MapRequestLayer};
use tower_http::catch_panic::CatchPanicLayer;
use tower_http::timeout::TimeoutLayer;

/// Everything that is served. The language segment of an address is taken off before routes are matched, so every page
/// has one route for all languages.
pub fn service(
    app: App,
) -> impl tower::Service<Request, Response = Response, Error = std::convert::Infallible, Future: Send> + Clone + Send + 'static {
    guarded(routes(), app, limits::TIME)
}

fn routes() -> Router<App> {
    Router::new()
        .merge(front::routes())
        .merge(action_plan::routes())
        .merge(letter::routes())
        .merge(goal::routes())
        .merge(measure::routes())
        .merge(assumption::routes())
        .merge(shock::routes())
        .merge(focus_area::routes())
        .merge(sign_in::routes())
        .merge(workspace::routes())
        .merge(guiding_plan::routes())
        .merge(hearing::routes())
        .merge(organisation::routes())
        .merge(series::routes())
        .merge(health::routes())
        .merge(about::routes())
        .merge(vote::routes())
        .merge(api::routes())
        .merge(sitemap::routes())
        .merge(files::routes())
}

/// Routes behind everything that every request passes; one that is not answered in time is given up.
fn guarded(
    routes: Router<App>,
    app: App,
    time: Duration,
) -> impl tower::Service<Request, Response = Response, Error = std::convert::Infallible, Future: Send> + Clone + Send + 'static {
    let routes = routes
        .fallback(problem::not_found)
        // the last layer is the first to see a request
        .layer(CatchPanicLayer::custom(limits::panicked))
        .layer(DefaultBodyLimit::max(limits::BODY))
        .layer(TimeoutLayer::with_status_code(StatusCode::SERVICE_UNAVAILABLE, time))
        .layer(middleware::from_fn(limits::turn_away))
        .layer(middleware::from_fn_with_state(app.clone(), problem::as_pages))
        .layer(middleware::from_fn_with_state(app.clone(), delivery::deliver))
        .layer(middleware::from_fn(security::guard))
        .layer(middleware::from_fn(named_route))
        .with_state(app);
    MapRequestLayer::new(language::taken_from_address).layer(routes)
}

/// Tells whoever serves which route answered, for the log: an address may hold a token, its pattern holds none.
async fn named_route(route: Option<MatchedPath>, request: Request, next: Next) -> Response {
    let mut response = next.run(request).await;
    if let Some(route) = route {
        response.extensions_mut().insert(route);
    }
    response
}
