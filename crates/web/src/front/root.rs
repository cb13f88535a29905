//! The site's own front: which programmes are here?

use axum::extract::State;
use axum::response::{IntoResponse, Redirect, Response};
use maud::{Markup, html};
use programme::{Language, Programme};
use publishing::say;

use crate::address::Addresses;
use crate::app::App;
use crate::page;
use crate::problem::Problem;
use crate::wording::{example_mark, inline};

/// No address comes before a programme's that could say the reader's language.
const LANGUAGE: Language = Language::Nb;

/// The only programme, the list of them, or what to do where there is none.
pub(super) async fn root(State(app): State<App>) -> Result<Response, Problem> {
    let ids = app.programmes.list().await?;
    if let [only] = ids.as_slice() {
        return Ok(Redirect::to(&Addresses::new(only.clone(), LANGUAGE).front()).into_response());
    }
    let mut programmes = Vec::new();
    for id in &ids {
        if let Some(snapshot) = app.programmes.snapshot(id).await? {
            programmes.push(snapshot.state.programme.clone());
        }
    }
    programmes.sort_by(|one, two| one.municipality.name.cmp(&two.municipality.name));
    Ok(list(&programmes).into_response())
}

fn list(programmes: &[Programme]) -> Markup {
    let (title, lead) = if programmes.is_empty() {
        (say!(LANGUAGE, "root-none-title"), say!(LANGUAGE, "root-none-lead"))
    } else {
        (say!(LANGUAGE, "root-title"), say!(LANGUAGE, "root-lead", count = programmes.len()))
    };
    let body = html! {
        h1.vk-title { (title) }
        p.vk-lead { (lead) }
        @if programmes.is_empty() { div.vk-empty { p { (say!(LANGUAGE, "root-none-how")) } } }
        ul.vk-rows { @for programme in programmes { (row(programme)) } }
    };
    page::of_the_site(LANGUAGE, &title, &lead, &body)
}

fn row(programme: &Programme) -> Markup {
    let addresses = Addresses::new(programme.id.clone(), LANGUAGE);
    html! {
        li.vk-row {
            a.vk-row__title href=(addresses.front()) { (inline(LANGUAGE, &programme.name)) }
            span.vk-row__side { (programme.municipality.name) @if programme.example { (example_mark(LANGUAGE)) } }
            p.vk-row__detail { (inline(LANGUAGE, &programme.summary)) }
        }
    }
}
