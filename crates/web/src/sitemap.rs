//! What search engines are told: every public page of a programme in its three languages, and where they need not look.

use axum::Router;
use axum::extract::State as Extracted;
use axum::http::header;
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use maud::{Markup, PreEscaped, html};
use programme::{Language, State};

use crate::address::Addresses;
use crate::app::App;
use crate::problem::Problem;
use crate::reader::Reader;

pub(crate) fn routes() -> Router<App> {
    Router::new()
        .route("/robots.txt", get(robots))
        .route("/{programme}/sitemap.xml", get(sitemap))
}

/// The address of every public page, in the language of `addresses`. A new page is added here; the tests visit them all.
fn pages(state: &State, addresses: &Addresses) -> Vec<String> {
    let mut pages = vec![
        addresses.front(),
        addresses.goals(),
        addresses.action_plans(),
        addresses.guiding_plans(),
        addresses.hearings(),
        addresses.hearing_rules(),
        addresses.assumptions(),
        addresses.all_series(),
        addresses.organisations(),
        addresses.about(),
        addresses.privacy(),
        addresses.accessibility(),
        addresses.api(),
    ];
    pages.extend(state.goals.iter().map(|goal| addresses.goal(&goal.id)));
    pages.extend(state.action_plans.iter().map(|plan| addresses.action_plan(&plan.id)));
    pages.extend(
        state
            .revisions
            .iter()
            .map(|revision| addresses.revision(&revision.plan, revision.number)),
    );
    let later = state.revisions.iter().filter(|revision| revision.number > 1);
    pages.extend(later.map(|revision| addresses.changes(&revision.plan, revision.number - 1, revision.number)));
    let public = state.letters.iter().filter(|letter| letter.published.is_some());
    pages.extend(public.map(|letter| addresses.letter(&letter.plan, letter.revision)));
    for hearing in state.hearings.iter().filter(|hearing| hearing.is_published()) {
        pages.push(addresses.hearing(&hearing.id));
        pages.extend(
            state
                .statements_to(&hearing.id)
                .map(|one| addresses.statement(&hearing.id, one.number)),
        );
    }
    pages.extend(state.focus_areas.iter().map(|area| addresses.focus_area(&area.id)));
    pages.extend(state.measures.iter().map(|measure| addresses.measure(&measure.id)));
    pages.extend(state.shocks.iter().map(|shock| addresses.shock(&shock.id)));
    pages.extend(state.guiding_plans.iter().map(|plan| addresses.guiding_plan(&plan.id)));
    pages.push(addresses.votes());
    pages.extend(state.votes.iter().filter(|vote| vote.opened).map(|vote| addresses.vote(&vote.id)));
    pages.extend(state.series.iter().map(|series| addresses.series(&series.id)));
    pages.extend(
        state
            .organisations
            .iter()
            .map(|organisation| addresses.organisation(&organisation.id)),
    );
    pages
}

async fn sitemap(Extracted(app): Extracted<App>, reader: Reader) -> Response {
    let site = &app.settings.public_url;
    let in_language = |language| pages(reader.state(), &reader.addresses.in_language(language));
    let by_language = Language::ALL.map(|language| (language, in_language(language)));
    let document = html! {
        (PreEscaped("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"))
        urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml" {
            @for (_, pages) in &by_language {
                @for (place, page) in pages.iter().enumerate() { (entry(site, page, place, &by_language)) }
            }
        }
    };
    ([(header::CONTENT_TYPE, "application/xml; charset=utf-8")], document.into_string()).into_response()
}

/// One page with the same page in every language.
fn entry(site: &str, page: &str, place: usize, by_language: &[(Language, Vec<String>)]) -> Markup {
    let others = by_language
        .iter()
        .filter_map(|(language, pages)| Some((language, pages.get(place)?)));
    html! {
        url {
            loc { (site) (page) }
            @for (language, other) in others {
                (PreEscaped(format!("<xhtml:link rel=\"alternate\" hreflang=\"{language}\" href=\"{site}{other}\"/>")))
            }
        }
    }
}

async fn robots(Extracted(app): Extracted<App>) -> Result<String, Problem> {
    let mut text = String::from("User-agent: *\n");
    let programmes = app.programmes.list().await?;
    for programme in &programmes {
        for language in Language::ALL {
            let addresses = Addresses::new(programme.clone(), language);
            let closed = [addresses.workspace(""), addresses.sign_in()];
            text.extend(closed.map(|place| format!("Disallow: {place}\n")));
        }
    }
    let maps = programmes
        .iter()
        .map(|programme| format!("Sitemap: {}/{programme}/sitemap.xml\n", app.settings.public_url));
    text.extend(maps);
    Ok(text)
}
