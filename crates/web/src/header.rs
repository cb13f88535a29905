//! The header's ways: through the public site, through the workspace, to other languages, in and out.

use maud::{Markup, html};
use programme::{Actor, Language};
use publishing::say;

use crate::page::{Place, Section};
use crate::reader::Reader;
use crate::widget::{csrf, role_words};
use crate::workspace::sees_journal;

/// The rising line.
pub(crate) fn mark() -> Markup {
    html! {
        svg.vk-brand__mark viewBox="0 0 32 32" aria-hidden="true" focusable="false" { path d="M4 26 12 16l6 5L28 5" {} }
    }
}

/// What a header offers: where to go, and what holds for all of it. On a screen the second stands beside the name, above
/// the first; on a phone both are in the menu.
pub(crate) struct Menu {
    pub links: Markup,
    pub tools: Markup,
}

/// The ways through the public site.
pub(crate) fn menu(reader: &Reader, section: Option<Section>) -> Menu {
    let (language, addresses) = (reader.language, &reader.addresses);
    let links = [
        (Section::Goals, "nav-goals", addresses.goals()),
        (Section::ActionPlan, "nav-plan", addresses.action_plans()),
        (Section::GuidingPlans, "nav-guiding-plans", addresses.guiding_plans()),
        (Section::Hearings, "nav-hearings", addresses.hearings()),
        (Section::Figures, "nav-figures", addresses.all_series()),
        (Section::Organisations, "nav-organisations", addresses.organisations()),
        (Section::About, "nav-about", addresses.about()),
    ];
    let row = links
        .into_iter()
        .map(|(place, key, address)| (section == Some(place), key, address));
    let tools = html! {
        (languages(reader))
        @match &reader.signed_in {
            Some(person) => {
                @if person.actor.is_some() {
                    (who(reader))
                    a.ds-button data-variant="secondary" data-size="sm" href=(addresses.workspace("")) { (say!(language, "workspace")) }
                }
                (sign_out(reader))
            },
            None => { a.ds-button.vk-signin data-variant="secondary" data-size="sm" href=(addresses.sign_in()) { (say!(language, "sign-in")) } },
        }
    };
    let links = link_row(language, row);
    Menu { links, tools }
}

/// The ways through the workspace: only those that the person may go.
pub(crate) fn workspace_menu(reader: &Reader, here: Place) -> Menu {
    let (language, addresses) = (reader.language, &reader.addresses);
    let places = [
        (Place::Home, "workspace-nav-home", "", true),
        (Place::Goals, "nav-goals", "/maal", true),
        (Place::Plans, "nav-plan", "/handlingsplan", true),
        (Place::Shocks, "workspace-nav-shocks", "/hendelser", true),
        (Place::Hearings, "nav-hearings", "/hoeringer", true),
        (
            Place::Journal,
            "workspace-nav-journal",
            "/journal",
            reader.actor().is_some_and(sees_journal),
        ),
        (
            Place::People,
            "workspace-nav-people",
            "/personer",
            reader.actor().is_some_and(Actor::may_govern),
        ),
    ];
    let row = places
        .into_iter()
        .filter(|(.., may)| *may)
        .map(|(place, key, path, _)| (place == here, key, addresses.workspace(path)));
    let tools = html! {
        (languages(reader))
        (who(reader))
        a.ds-button data-variant="tertiary" data-size="sm" href=(addresses.front()) { (say!(language, "public-site")) }
        (sign_out(reader))
    };
    let links = link_row(language, row);
    Menu { links, tools }
}

fn link_row(language: Language, links: impl Iterator<Item = (bool, &'static str, String)>) -> Markup {
    html! {
        ul.vk-nav__list {
            @for (here, key, address) in links {
                li { a.vk-nav__link href=(address) aria-current=[here.then_some("page")] { (say!(language, key)) } }
            }
        }
    }
}

fn languages(reader: &Reader) -> Markup {
    let (language, addresses) = (reader.language, &reader.addresses);
    html! {
        ul.vk-languages aria-label=(say!(language, "language-menu")) {
            @for other in Language::ALL {
                li {
                    a href=(addresses.in_language(other).to(&reader.place)) lang=(other) hreflang=(other)
                        aria-current=[(other == language).then_some("true")] { (say!(language, &format!("language-{other}"))) }
                }
            }
        }
    }
}

/// The role, and the organisation that a partner acts for.
fn who(reader: &Reader) -> Markup {
    html! {
        @if let Some(actor) = reader.actor() {
            span.vk-who title=(actor.name) { (role_words(reader, actor.role, actor.organisation.as_ref())) }
        }
    }
}

fn sign_out(reader: &Reader) -> Markup {
    html! {
        form method="post" action=(reader.addresses.sign_out()) {
            (csrf(reader))
            button.ds-button type="submit" data-variant="tertiary" data-size="sm" { (say!(reader.language, "sign-out")) }
        }
    }
}
