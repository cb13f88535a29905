//! About the programme, privacy, accessibility: plain statements, made from facts.

use axum::Router;
use axum::routing::get;
use maud::{Markup, html};
use publishing::{format, say};
use store::access::{LINK_LIFE, SESSION_IDLE, SESSION_LIFE};

use crate::app::App;
use crate::page::{Page, Section, page};
use crate::reader::Reader;
use crate::widget::{date, organisation};
use crate::wording::{inline, prose};

pub(crate) fn routes() -> Router<App> {
    Router::new()
        .route("/{programme}/om", get(about))
        .route("/{programme}/personvern", get(privacy))
        .route("/{programme}/tilgjengelighet", get(accessibility))
}

/// A page of statements: its title and lead are the texts `<name>-title` and `<name>-lead`.
fn statement(reader: &Reader, name: &str, body: &Markup) -> Markup {
    let (title, lead) = (
        say!(reader.language, &format!("{name}-title")),
        say!(reader.language, &format!("{name}-lead")),
    );
    let body = html! {
        h1.vk-title { (title) }
        p.vk-lead { (lead) }
        (body)
    };
    page(
        reader,
        &Page {
            section: Section::About,
            title: &title,
            description: Some(&lead),
            body,
        },
    )
}

/// A section whose heading is the text `key`.
fn part(reader: &Reader, key: &str, body: &Markup) -> Markup {
    html! {
        section.vk-section aria-labelledby=(key) {
            h2.vk-section__title id=(key) { (say!(reader.language, key)) }
            div.vk-prose { (body) }
        }
    }
}

/// The texts of these keys as a list.
fn list(reader: &Reader, keys: &[&str]) -> Markup {
    html! { ul { @for key in keys { li { (say!(reader.language, key)) } } } }
}

fn contact(reader: &Reader, key: &str) -> Markup {
    let address = &reader.state().programme.contact;
    html! { p { (say!(reader.language, key)) " " a.ds-link href=(format!("mailto:{address}")) { (address) } } }
}

async fn about(reader: Reader) -> Markup {
    let (language, programme) = (reader.language, &reader.state().programme);
    let body = html! {
        h1.vk-title { (inline(language, &programme.name)) }
        p.vk-lead { (inline(language, &programme.summary)) }
        (prose(language, &programme.about))
        (facts(&reader))
        (part(&reader, "about-how", &html! {
            (list(&reader, &["about-how-goals", "about-how-plans", "about-how-figures", "about-how-revisions", "about-how-examples"]))
        }))
        (part(&reader, "about-reuse", &html! {
            p { (say!(language, "about-reuse-text")) }
            ul {
                li { a.ds-link href=(reader.addresses.all_series()) { (say!(language, "about-reuse-figures")) } }
                li { a.ds-link href=(reader.addresses.api()) { (say!(language, "about-reuse-api")) } }
            }
        }))
        (part(&reader, "about-contact", &contact(&reader, "about-contact-text")))
        ul.vk-ways {
            li { a.ds-link href=(reader.addresses.privacy()) { (say!(language, "privacy-title")) } }
            li { a.ds-link href=(reader.addresses.accessibility()) { (say!(language, "accessibility-title")) } }
        }
    };
    page(
        &reader,
        &Page {
            section: Section::About,
            title: &say!(language, "footer-about"),
            description: Some(reader.plain(&programme.summary)),
            body,
        },
    )
}

fn facts(reader: &Reader) -> Markup {
    let (language, programme) = (reader.language, &reader.state().programme);
    html! {
        dl.vk-facts {
            div { dt { (say!(language, "about-owner")) } dd { (organisation(reader, &programme.owner)) } }
            div { dt { (say!(language, "about-executing")) } dd { (organisation(reader, &programme.executing)) } }
            div { dt { (say!(language, "about-municipality")) } dd { (programme.municipality.name) " (" (programme.municipality.code) ")" } }
            div { dt { (say!(language, "about-launched")) } dd { (date(language, programme.launched)) } }
            div { dt { (say!(language, "about-horizon")) } dd { (date(language, programme.horizon)) } }
            @if !reader.state().guiding_plans.is_empty() {
                div { dt { (say!(language, "about-stands-on")) } dd {
                    @for (place, plan) in reader.state().guiding_plans.iter().enumerate() {
                        @if place > 0 { ", " }
                        a.ds-link href=(reader.addresses.guiding_plan(&plan.id)) { (inline(language, &plan.title)) }
                    }
                } }
            }
        }
    }
}

async fn privacy(reader: Reader) -> Markup {
    let language = reader.language;
    let minutes = LINK_LIFE.as_mins();
    let (idle, days) = (SESSION_IDLE.as_hours(), SESSION_LIFE.as_hours() / 24);
    let body = html! {
        (part(&reader, "privacy-visitors", &list(&reader, &["privacy-no-cookies", "privacy-no-third-parties", "privacy-log"])))
        (part(&reader, "privacy-signed-in", &html! {
            p { (say!(language, "privacy-signed-in-text")) }
            ul {
                li { (say!(language, "privacy-person")) }
                li { (say!(language, "privacy-link", minutes = minutes)) }
                li { (say!(language, "privacy-session", idle = idle, days = days)) }
                li { (say!(language, "privacy-journal")) }
            }
        }))
        (part(&reader, "privacy-heard", &html! { p { (say!(language, "privacy-heard-text")) } }))
        (part(&reader, "privacy-why", &html! { p { (say!(language, "privacy-why-text")) } }))
        (part(&reader, "privacy-how-long", &list(&reader, &["privacy-how-long-person", "privacy-how-long-journal", "privacy-how-long-mail"])))
        (part(&reader, "privacy-rights", &html! {
            p { (say!(language, "privacy-responsible")) " " (organisation(&reader, &reader.state().programme.owner)) "." }
            (contact(&reader, "privacy-contact"))
            p { (say!(language, "privacy-complain")) " " a.ds-link href="https://www.datatilsynet.no/" rel="noreferrer" { "Datatilsynet" } "." }
        }))
    };
    statement(&reader, "privacy", &body)
}

async fn accessibility(reader: Reader) -> Markup {
    let language = reader.language;
    let official = &reader.state().programme.accessibility_statement;
    let body = html! {
        (part(&reader, "accessibility-standard", &html! {
            p { (say!(language, "accessibility-standard-text")) }
            @if let Some(address) = official {
                p { a.ds-link href=(address) rel="noreferrer" { (say!(language, "accessibility-official")) } }
            }
        }))
        (part(&reader, "accessibility-tested", &list(&reader, &["accessibility-axe", "accessibility-keyboard", "accessibility-narrow", "accessibility-without-script", "accessibility-pdf"])))
        (part(&reader, "accessibility-shortcomings", &list(&reader, &["accessibility-no-people", "accessibility-languages", "accessibility-charts", "accessibility-tables", "accessibility-sources"])))
        (part(&reader, "accessibility-tell-us", &html! {
            (contact(&reader, "accessibility-contact"))
            p { (say!(language, "accessibility-authority")) " " a.ds-link href="https://www.uutilsynet.no/" rel="noreferrer" { (say!(language, "accessibility-authority-name")) } "." }
        }))
        p.vk-small { (say!(language, "accessibility-dated", date = format::date(language, STATED))) }
    };
    statement(&reader, "accessibility", &body)
}

/// The day on which the statement was last held against what is tested.
const STATED: jiff::civil::Date = jiff::civil::Date::constant(2026, 11, 24);
