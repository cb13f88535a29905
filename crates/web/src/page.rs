//! The frame of every page: head, header with the ways through the site, content, footer.

use maud::{DOCTYPE, Markup, html};
use programme::{Actor, Language};
use publishing::say;

use crate::assets;
use crate::reader::Reader;
use crate::widget::{csrf, role_words};
use crate::workspace::sees_journal;

/// Where in the site a page stands; the header marks it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Section {
    Front,
    Goals,
    ActionPlan,
    GuidingPlans,
    Figures,
    Organisations,
    About,
}

/// A page before it is framed.
pub(crate) struct Page<'a> {
    pub section: Section,
    /// Title of the window; the heading in the body says it in full.
    pub title: &'a str,
    /// One sentence for search engines and shared links.
    pub description: Option<&'a str>,
    pub body: Markup,
}

/// Where in the workspace a page stands; the header marks it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Place {
    Home,
    Goals,
    Plans,
    Journal,
    People,
}

/// A public page of a programme.
pub(crate) fn page(reader: &Reader, page: &Page<'_>) -> Markup {
    let name = reader.plain(&reader.state().programme.name);
    let title = if page.section == Section::Front {
        name.to_owned()
    } else {
        window_title(reader, page.title)
    };
    let links = html! {
        @if let Some(description) = page.description { meta name="description" content=(description); }
        link rel="stylesheet" href=(reader.addresses.colour());
        @for other in Language::ALL {
            link rel="alternate" hreflang=(other) href=(reader.addresses.in_language(other).to(&reader.place));
        }
    };
    let menu = menu(reader, Some(page.section));
    document(
        reader.language,
        &title,
        &links,
        None,
        &frame(reader, &menu, &page.body, "vk-main vk-width"),
    )
}

/// A page of one short column, for nobody's search: signing in.
pub(crate) fn narrow(reader: &Reader, title: &str, body: &Markup) -> Markup {
    let framed = frame(reader, &menu(reader, None), body, "vk-main vk-main--narrow vk-width");
    document(
        reader.language,
        &window_title(reader, title),
        &unlisted(Some(reader)),
        None,
        &framed,
    )
}

/// A page of the workspace.
pub(crate) fn workspace(reader: &Reader, place: Place, title: &str, body: &Markup) -> Markup {
    let framed = frame(reader, &workspace_menu(reader, place), body, "vk-main vk-width");
    let title = window_title(reader, title);
    document(reader.language, &title, &unlisted(Some(reader)), Some("vk-workspace"), &framed)
}

/// A page that says what went wrong, framed where the programme is known.
pub(crate) fn error(reader: Option<&Reader>, language: Language, title: &str, body: &Markup) -> Markup {
    let class = "vk-main vk-main--narrow vk-width vk-error";
    let framed = match reader {
        Some(reader) => frame(reader, &menu(reader, None), body, class),
        None => html! { main.(class) id="innhold" tabindex="-1" { (body) } },
    };
    document(language, title, &unlisted(reader), None, &framed)
}

/// A page of the installation itself, above all programmes.
pub(crate) fn of_the_site(language: Language, title: &str, description: &str, body: &Markup) -> Markup {
    let framed = html! {
        a.ds-skip-link href="#innhold" { (say!(language, "skip-to-content")) }
        header.vk-header {
            div.vk-header__inner.vk-width { a.vk-brand href="/" { (mark()) span { "Vekst" } } }
        }
        main.vk-main.vk-width id="innhold" tabindex="-1" { (body) }
    };
    let links = html! { meta name="description" content=(description); };
    document(language, title, &links, None, &framed)
}

fn window_title(reader: &Reader, title: &str) -> String {
    let name = reader.plain(&reader.state().programme.name);
    say!(reader.language, "page-title", title = title, programme = name)
}

/// What the head of a page has that search engines should pass by.
fn unlisted(reader: Option<&Reader>) -> Markup {
    html! {
        meta name="robots" content="noindex";
        @if let Some(reader) = reader { link rel="stylesheet" href=(reader.addresses.colour()); }
    }
}

fn document(language: Language, title: &str, links: &Markup, class: Option<&str>, framed: &Markup) -> Markup {
    html! {
        (DOCTYPE)
        html lang=(language) data-color-scheme="auto" {
            head {
                meta charset="utf-8";
                meta name="viewport" content="width=device-width, initial-scale=1";
                meta name="color-scheme" content="light dark";
                title { (title) }
                @for font in assets::font_urls() { link rel="preload" href=(font) as="font" type="font/woff2" crossorigin; }
                link rel="stylesheet" href=(assets::stylesheet_url());
                link rel="icon" href=(assets::icon_url()) type="image/svg+xml";
                script src=(assets::script_url()) defer {}
                (links)
            }
            body class=[class] { (framed) }
        }
    }
}

fn frame(reader: &Reader, menu: &Markup, body: &Markup, class: &str) -> Markup {
    let language = reader.language;
    html! {
        a.ds-skip-link href="#innhold" { (say!(language, "skip-to-content")) }
        header.vk-header {
            div.vk-header__inner.vk-width {
                a.vk-brand href=(reader.addresses.front()) {
                    (mark())
                    span { (reader.plain(&reader.state().programme.name)) }
                }
                nav.vk-nav aria-label=(say!(language, "main-menu")) { (menu) }
                details.vk-menu {
                    summary.vk-menu__button { (say!(language, "menu")) }
                    nav.vk-menu__panel aria-label=(say!(language, "main-menu")) { (menu) }
                }
            }
        }
        main class=(class) id="innhold" tabindex="-1" { (body) }
        (footer(reader))
    }
}

/// The rising line.
fn mark() -> Markup {
    html! {
        svg.vk-brand__mark viewBox="0 0 32 32" aria-hidden="true" focusable="false" { path d="M4 26 12 16l6 5L28 5" {} }
    }
}

fn menu(reader: &Reader, section: Option<Section>) -> Markup {
    let (language, addresses) = (reader.language, &reader.addresses);
    let links = [
        (Section::Goals, "nav-goals", addresses.goals()),
        (Section::ActionPlan, "nav-plan", addresses.action_plans()),
        (Section::GuidingPlans, "nav-guiding-plans", addresses.guiding_plans()),
        (Section::Figures, "nav-figures", addresses.all_series()),
        (Section::Organisations, "nav-organisations", addresses.organisations()),
        (Section::About, "nav-about", addresses.about()),
    ];
    let row = links
        .into_iter()
        .map(|(place, key, address)| (section == Some(place), key, address));
    html! {
        (link_row(language, row))
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
    }
}

/// The ways through the workspace: only those that the person may go.
fn workspace_menu(reader: &Reader, here: Place) -> Markup {
    let (language, addresses) = (reader.language, &reader.addresses);
    let places = [
        (Place::Home, "workspace-nav-home", "", true),
        (Place::Goals, "nav-goals", "/maal", true),
        (Place::Plans, "nav-plan", "/handlingsplan", true),
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
    html! {
        (link_row(language, row))
        (languages(reader))
        (who(reader))
        a.ds-button data-variant="tertiary" data-size="sm" href=(addresses.front()) { (say!(language, "public-site")) }
        (sign_out(reader))
    }
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

fn footer(reader: &Reader) -> Markup {
    let (language, addresses, state) = (reader.language, &reader.addresses, reader.state());
    let names: Vec<&str> = [&state.programme.owner, &state.programme.executing]
        .into_iter()
        .filter_map(|id| state.organisation(id))
        .map(|organisation| reader.plain(&organisation.name))
        .collect();
    html! {
        footer.vk-footer {
            div.vk-footer__inner.vk-width {
                p { (names.join(" · ")) }
                @if let Some(sources) = sources(reader) { p { (say!(language, "footer-figures", sources = sources)) } }
                ul.vk-footer__links {
                    li { a href=(addresses.about()) { (say!(language, "footer-about")) } }
                    li { a href=(addresses.accessibility()) { (say!(language, "footer-accessibility")) } }
                    li { a href=(addresses.privacy()) { (say!(language, "footer-privacy")) } }
                    li { a href=(addresses.api()) { (say!(language, "footer-api")) } }
                }
            }
        }
    }
}

/// The publishers of all figures that are not examples, each once, with the terms of use.
fn sources(reader: &Reader) -> Option<String> {
    let mut names: Vec<String> = Vec::new();
    for series in reader.state().series.iter().filter(|series| !series.example) {
        let source = &series.source;
        let name = source
            .licence
            .as_ref()
            .map_or_else(|| source.publisher.clone(), |licence| format!("{}, {licence}", source.publisher));
        if !names.contains(&name) {
            names.push(name);
        }
    }
    (!names.is_empty()).then(|| names.join("; "))
}
