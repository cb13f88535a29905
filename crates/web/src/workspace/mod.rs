//! The workspace: where signed-in people see what needs doing, and do it. Every change goes out as a command and into
//! the journal; whoever may not make it is told so before they have typed anything.

mod account;
mod assumption;
mod choices;
mod conflict;
mod difference;
mod event;
mod faults;
mod floor;
mod goal;
mod hearing;
mod history;
mod home;
mod journal;
mod letter;
mod measure;
mod people;
mod plan;
mod shock;
mod vote;

use axum::Router;
use axum::response::{IntoResponse, Redirect, Response};
use axum::routing::get;
use maud::{Markup, html};
use programme::{Actor, Measure, Role};
use publishing::say;

use crate::app::App;
use crate::form::Mistake;
use crate::problem::Problem;
use crate::reader::Reader;
use crate::session::Member;

pub(crate) use faults::trouble_words;
pub use shock::lapse_overdue;

pub(crate) fn routes() -> Router<App> {
    Router::new()
        .route("/{programme}/arbeid", get(home::home))
        .merge(measure::routes())
        .merge(goal::routes())
        .merge(plan::routes())
        .merge(shock::routes())
        .merge(hearing::routes())
        .merge(assumption::routes())
        .merge(floor::routes())
        .merge(letter::routes())
        .merge(history::routes())
        .merge(journal::routes())
        .merge(people::routes())
        .merge(vote::routes())
}

/// The whole journal is for those who see the whole workspace; a partner sees the history of its own things.
pub(crate) fn sees_journal(actor: &Actor) -> bool {
    actor.may_see_all()
}

/// The way from a public page to its place in the workspace, for whoever may work on it.
pub(crate) fn way_to(reader: &Reader, place: &str, may: impl Fn(&Actor) -> bool) -> Markup {
    html! {
        @if reader.actor().is_some_and(may) {
            ul.vk-ways { li { a.ds-link href=(reader.addresses.workspace(place)) { (say!(reader.language, "workspace-open")) } } }
        }
    }
}

/// A partner sees its own organisation's measures in the workspace, everybody else all of them.
fn sees(actor: &Actor, measure: &Measure) -> bool {
    actor.role != Role::Partner || actor.may_touch(measure)
}

/// Refuses whoever may not change everything.
fn editor(member: &Member) -> Result<(), Problem> {
    if member.actor.may_edit_all() {
        Ok(())
    } else {
        Err(Problem::Forbidden)
    }
}

/// What a page may be told to say after something was saved; the address holds one of these words and never a text.
const NOTICES: [&str; 31] = [
    "brev",
    "brev-sendt",
    "brev-uten-post",
    "hoering",
    "hoering-avsluttet",
    "hoering-trukket",
    "lenker",
    "paaminnet",
    "innspill",
    "avgjort-innspill",
    "innspill-slettet",
    "tiltak",
    "status",
    "fjernet",
    "maal",
    "plan",
    "revisjon",
    "invitert",
    "uten-post",
    "avsluttet",
    "hendelse",
    "trukket",
    "avgjort",
    "avgjort-flere",
    "hastevedtak",
    "nytt",
    "tilbake",
    "gulv",
    "forutsetning",
    "prioritering",
    "apnet",
];

/// Back to a page of the workspace, which will say that it was saved.
fn saved(reader: &Reader, place: &str, notice: &str) -> Response {
    Redirect::to(&reader.addresses.workspace(&format!("{place}?lagret={notice}"))).into_response()
}

/// What was saved, where the address says that something was.
fn notice(reader: &Reader) -> Markup {
    let query = reader.place.split_once('?').map_or("", |(_, query)| query);
    let asked = query.split('&').find_map(|pair| pair.strip_prefix("lagret="));
    let known = NOTICES.into_iter().find(|notice| Some(*notice) == asked);
    html! {
        @if let Some(known) = known {
            div.ds-alert data-color="success" role="status" {
                h2.ds-heading data-size="2xs" { (say!(reader.language, "saved-title")) }
                p.ds-paragraph { (say!(reader.language, &format!("saved-{known}"))) }
            }
        }
    }
}

/// A new thing whose title gives an identifier that is taken.
fn taken(reader: &Reader) -> Mistake {
    Mistake {
        field: "title-nb".to_owned(),
        text: say!(reader.language, "mistake-title-taken"),
    }
}
