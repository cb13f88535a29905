//! The front page: are we getting there, and what is being done about it?

mod news;
mod root;

use axum::Router;
use axum::routing::get;
use maud::{Markup, html};
use programme::{ActionPlan, FocusAreaId, Measure, Money};
use publishing::{format, say};

use crate::app::App;
use crate::goal::glance;
use crate::page::{Page, Section, page};
use crate::reader::Reader;
use crate::widget::{counts, money_bar};
use crate::wording::{example_mark, inline};

pub(crate) fn routes() -> Router<App> {
    Router::new().route("/", get(root::root)).route("/{programme}", get(front))
}

async fn front(reader: Reader) -> Markup {
    let programme = &reader.state().programme;
    let body = html! {
        h1.vk-title { (inline(reader.language, &programme.heading)) @if programme.example { (example_mark(reader.language)) } }
        p.vk-lead { (inline(reader.language, &programme.summary)) }
        (on_the_way(&reader))
        (this_year(&reader))
        div.vk-columns {
            (section(&reader, "front-news", &news::rows(&reader)))
            (section(&reader, "front-join", &join(&reader)))
        }
    };
    page(
        &reader,
        &Page {
            section: Section::Front,
            title: reader.plain(&programme.name),
            description: Some(reader.plain(&programme.summary)),
            body,
        },
    )
}

/// A section whose heading is the text `key`.
fn section(reader: &Reader, key: &str, body: &Markup) -> Markup {
    html! {
        section.vk-section aria-labelledby=(key) {
            h2.vk-section__title id=(key) { (say!(reader.language, key)) }
            (body)
        }
    }
}

fn on_the_way(reader: &Reader) -> Markup {
    let body = html! {
        @match reader.state().growth_goals().next() {
            Some(_) => { (glance(reader)) },
            None => { div.vk-empty { p { (say!(reader.language, "front-goals-none")) } } },
        }
    };
    section(reader, "front-goals", &body)
}

/// The focus areas of the newest plan: how many measures, how they go, and the money.
fn this_year(reader: &Reader) -> Markup {
    let language = reader.language;
    let body = html! {
        @match reader.state().newest_plan() {
            Some(plan) => {
                ul.vk-areas { @for area in &plan.focus_areas { li.vk-area { (area_at_a_glance(reader, plan, area)) } } }
                ul.vk-ways {
                    li { a.ds-link href=(reader.addresses.action_plan(&plan.id)) { (inline(language, &plan.title)) } @if plan.example { (example_mark(language)) } }
                }
            },
            None => { div.vk-empty { p { (say!(language, "front-plan-none")) } } },
        }
    };
    section(reader, "front-plan", &body)
}

fn area_at_a_glance(reader: &Reader, plan: &ActionPlan, id: &FocusAreaId) -> Markup {
    let language = reader.language;
    let in_area = |measure: &&Measure| &measure.focus_area == id;
    let measures: Vec<&Measure> = reader.state().measures_of(&plan.id).filter(in_area).collect();
    let money: Money = measures.iter().map(|measure| measure.money()).sum();
    let example = measures.iter().any(|measure| measure.example);
    html! {
        h3.vk-area__title {
            a href=(reader.addresses.focus_area(id)) {
                @match reader.state().focus_area(id) { Some(area) => { (inline(language, &area.title)) }, None => { (id) } }
            }
        }
        p.vk-area__count { (counts(language, measures.iter().copied())) @if example { (example_mark(language)) } }
        (money_bar(language, &money))
    }
}

/// How to take part: who does, where money is missing, and whom to write to.
fn join(reader: &Reader) -> Markup {
    let (language, addresses, state) = (reader.language, &reader.addresses, reader.state());
    let contact = &state.programme.contact;
    html! {
        ul.vk-rows {
            @if let Some(plan) = state.newest_plan() { (wanting(reader, plan)) }
            li.vk-row {
                a.vk-row__title href=(addresses.organisations()) { (say!(language, "front-join-organisations")) }
                p.vk-row__detail { (say!(language, "front-join-organisations-detail", count = state.organisations.len())) }
            }
            li.vk-row {
                a.vk-row__title href=(format!("mailto:{contact}")) { (say!(language, "front-join-contact")) }
                p.vk-row__detail { (say!(language, "front-join-contact-detail")) " " (contact) }
            }
        }
    }
}

/// The open measures of the plan that still lack money; nothing where none does.
fn wanting(reader: &Reader, plan: &ActionPlan) -> Markup {
    let language = reader.language;
    let measures = reader.state().measures_of(&plan.id).filter(|measure| measure.current().is_open());
    let lacking: Vec<Money> = measures.map(Measure::money).filter(|money| money.missing_kroner > 0).collect();
    let count = lacking.len();
    let sum: Money = lacking.into_iter().sum();
    let kroner = format::kroner(language, i64::try_from(sum.missing_kroner).unwrap_or(i64::MAX));
    html! {
        @if count > 0 {
            li.vk-row {
                a.vk-row__title href=(reader.addresses.action_plan(&plan.id)) { (say!(language, "front-join-measures")) }
                p.vk-row__detail {
                    (say!(language, "front-join-measures-detail", count = count, kroner = kroner))
                    @if sum.example { (example_mark(language)) }
                }
            }
        }
    }
}
