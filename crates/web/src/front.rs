//! The front page: are we getting there?

use axum::Router;
use axum::extract::State;
use axum::response::{IntoResponse, Redirect, Response};
use axum::routing::get;
use maud::html;

use crate::app::App;
use crate::page::{Page, Section, page};
use crate::problem::Problem;
use crate::reader::Reader;
use crate::wording;

pub(crate) fn routes() -> Router<App> {
    Router::new().route("/", get(root)).route("/{programme}", get(front))
}

/// The list of programmes, or the only one.
async fn root(State(app): State<App>) -> Result<Response, Problem> {
    let programmes = app.programmes.list().await?;
    match programmes.as_slice() {
        [only] => Ok(Redirect::to(&format!("/{only}")).into_response()),
        _ => Err(Problem::NotFound),
    }
}

async fn front(reader: Reader) -> maud::Markup {
    let programme = &reader.state().programme;
    let body = html! {
        h1.vk-title { (wording::inline(reader.language, &programme.heading)) }
        p.vk-lead { (wording::inline(reader.language, &programme.summary)) }
    };
    let summary = reader.plain(&programme.summary);
    page(
        &reader,
        &Page {
            section: Section::Front,
            title: reader.plain(&programme.name),
            description: Some(summary),
            body,
        },
    )
}
