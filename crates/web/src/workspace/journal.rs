//! The whole journal of a programme, newest first.

use axum::Router;
use axum::extract::{Query, State};
use axum::routing::get;
use maud::{Markup, html};
use programme::Text;
use publishing::say;
use serde::Deserialize;
use store::journal::{self, Entry};

use super::{event, sees_journal};
use crate::app::App;
use crate::page::{self, Place};
use crate::problem::Problem;
use crate::reader::Reader;
use crate::session::Member;
use crate::wording::inline;

const PAGE: u32 = 50;
/// A load touches hundreds of things; more than so many are counted, not named.
const MOST_NAMED: usize = 5;

pub(super) fn routes() -> Router<App> {
    Router::new().route("/{programme}/arbeid/journal", get(whole))
}

#[derive(Deserialize)]
struct From {
    /// Number of an entry: what is older is shown.
    #[serde(rename = "foer")]
    before: Option<i64>,
}

async fn whole(State(app): State<App>, member: Member, Query(from): Query<From>) -> Result<Markup, Problem> {
    if !sees_journal(&member.actor) {
        return Err(Problem::Forbidden);
    }
    let (reader, language) = (&member.reader, member.reader.language);
    let connection = app.programmes.store().reader();
    let entries = journal::recent(connection, reader.state().programme.id.as_str(), PAGE, from.before).await?;
    let title = say!(language, "workspace-nav-journal");
    let older = entries.last().filter(|_| entries.len() == PAGE as usize).map(|entry| entry.number);
    let body = html! {
        h1.vk-title { (title) }
        p.vk-lead { (say!(language, "journal-lead")) }
        @if entries.is_empty() { div.vk-empty { p { (say!(language, "journal-none")) } } }
        ol.vk-timeline { @for entry in &entries { (event::item(reader, entry, &things(reader, entry))) } }
        @if let Some(older) = older {
            nav.vk-pager aria-label=(title) {
                ul { li { a href=(reader.addresses.workspace(&format!("/journal?foer={older}"))) rel="next" { (say!(language, "journal-older")) } } }
            }
        }
    };
    Ok(page::workspace(reader, Place::Journal, &title, &body))
}

/// The things that an entry touched, each with its history.
fn things(reader: &Reader, entry: &Entry) -> Markup {
    let language = reader.language;
    let named: Vec<(&str, &str)> = entry
        .objects
        .iter()
        .filter_map(|(kind, id)| Some((path(kind)?, id.as_str())))
        .collect();
    html! {
        @if named.len() > MOST_NAMED {
            p.vk-small { (say!(language, "journal-things", count = named.len())) }
        } @else {
            @for (path, id) in named {
                p { a.ds-link href=(reader.addresses.workspace(&format!("{path}/{id}/historie"))) { (name(reader, path, id)) } }
            }
        }
    }
}

/// Where the history of a kind of thing stands; most kinds change by their folder alone and have none.
fn path(kind: &str) -> Option<&'static str> {
    match kind {
        "measure" => Some("/tiltak"),
        "goal" => Some("/maal"),
        "action-plan" => Some("/handlingsplan"),
        _ => None,
    }
}

fn name(reader: &Reader, path: &str, id: &str) -> Markup {
    let state = reader.state();
    let title: Option<&Text> = match path {
        "/tiltak" => state.measures.iter().find(|one| one.id.as_str() == id).map(|one| &one.title),
        "/maal" => state.goals.iter().find(|one| one.id.as_str() == id).map(|one| &one.title),
        _ => state.action_plans.iter().find(|one| one.id.as_str() == id).map(|one| &one.title),
    };
    title.map_or_else(|| html! { (id) }, |title| inline(reader.language, title))
}
