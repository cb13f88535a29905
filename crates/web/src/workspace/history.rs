//! The history of one thing: every change with who, on whose behalf, when and why, and what became different by it.

use axum::Router;
use axum::extract::{Path, State};
use axum::routing::get;
use maud::{Markup, html};
use programme::{Measure, Text};
use publishing::say;
use serde_json::Value;
use store::content::{self, Row};
use store::journal::{self, Entry};

use super::{difference, event, sees};
use crate::app::App;
use crate::page::{self, Place};
use crate::problem::Problem;
use crate::session::Member;
use crate::widget::crumbs;
use crate::wording::inline;

pub(super) fn routes() -> Router<App> {
    Router::new()
        .route("/{programme}/arbeid/tiltak/{id}/historie", get(of_measure))
        .route("/{programme}/arbeid/maal/{id}/historie", get(of_goal))
        .route("/{programme}/arbeid/handlingsplan/{id}/historie", get(of_plan))
}

async fn of_measure(State(app): State<App>, member: Member, Path((_, id)): Path<(String, String)>) -> Result<Markup, Problem> {
    let history = History::read(&app, &member, "measure", &id).await?;
    let newest: Measure = serde_json::from_value(history.newest()).map_err(Problem::internal)?;
    if sees(&member.actor, &newest) {
        Ok(history.page(&member, Place::Home))
    } else {
        Err(Problem::Forbidden)
    }
}

async fn of_goal(State(app): State<App>, member: Member, Path((_, id)): Path<(String, String)>) -> Result<Markup, Problem> {
    Ok(History::read(&app, &member, "goal", &id).await?.page(&member, Place::Goals))
}

async fn of_plan(State(app): State<App>, member: Member, Path((_, id)): Path<(String, String)>) -> Result<Markup, Problem> {
    Ok(History::read(&app, &member, "action-plan", &id).await?.page(&member, Place::Plans))
}

/// All versions of a thing, oldest first, and the entries that touched it, newest first. What was taken out of the
/// programme keeps its history.
struct History {
    versions: Vec<Row>,
    entries: Vec<Entry>,
}

impl History {
    async fn read(app: &App, member: &Member, kind: &str, id: &str) -> Result<Self, Problem> {
        let (connection, programme) = (app.programmes.store().reader(), &member.reader.state().programme.id);
        let versions = content::history(connection, programme.as_str(), kind, id).await?;
        if versions.is_empty() {
            return Err(Problem::NotFound);
        }
        let entries = journal::of_object(connection, programme.as_str(), kind, id).await?;
        Ok(Self { versions, entries })
    }

    fn newest(&self) -> Value {
        self.versions.last().map(body).unwrap_or_default()
    }

    fn page(&self, member: &Member, place: Place) -> Markup {
        let (reader, language) = (&member.reader, member.reader.language);
        let name: Text = serde_json::from_value(self.newest()["title"].clone()).unwrap_or_default();
        let title = say!(language, "history-title", title = reader.plain(&name));
        let up = match place {
            Place::Goals => ("/maal", "nav-goals"),
            Place::Plans => ("/handlingsplan", "nav-plan"),
            _ => ("", "workspace-nav-home"),
        };
        let ways = [(reader.addresses.workspace(up.0), html! { (say!(language, up.1)) })];
        let body = html! {
            (crumbs(reader, &ways, &inline(language, &name)))
            h1.vk-title { (title) }
            ol.vk-timeline { @for entry in &self.entries { (event::item(reader, entry, &self.change(member, entry))) } }
        };
        page::workspace(reader, place, &title, &body)
    }

    /// What an entry made different.
    fn change(&self, member: &Member, entry: &Entry) -> Markup {
        let (reader, language) = (&member.reader, member.reader.language);
        let version = self.versions.iter().position(|row| row.entry == entry.number);
        match version {
            Some(0) => html! { p { (say!(language, "history-first")) } },
            Some(place) => difference::list(
                reader,
                &difference::between(reader, &body(&self.versions[place - 1]), &body(&self.versions[place])),
            ),
            None => html! {},
        }
    }
}

fn body(row: &Row) -> Value {
    serde_json::from_str(&row.body).unwrap_or_default()
}
