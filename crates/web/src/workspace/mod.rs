//! The workspace: where signed-in people see what needs doing, and do it.

mod home;

use axum::Router;
use axum::routing::get;
use programme::{Actor, Role};

use crate::app::App;

pub(crate) fn routes() -> Router<App> {
    Router::new().route("/{programme}/arbeid", get(home::home))
}

/// The whole journal is for those who see the whole workspace; a partner sees the history of its own things.
pub(crate) fn sees_journal(actor: &Actor) -> bool {
    actor.role != Role::Partner
}
