//! The frame of every page: head, header with the ways through the site, content, footer.

use maud::{DOCTYPE, Markup, html};
use programme::Language;
use publishing::say;

use crate::assets;
use crate::header::{Menu, mark, menu, workspace_menu};
use crate::reader::Reader;

/// Where in the site a page stands; the header marks it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Section {
    Front,
    Goals,
    ActionPlan,
    GuidingPlans,
    Hearings,
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
    Shocks,
    Hearings,
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
    let framed = if let Some(reader) = reader {
        frame(reader, &menu(reader, None), body, class)
    } else {
        html! { main.(class) id="innhold" tabindex="-1" { (body) } }
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

fn frame(reader: &Reader, menu: &Menu, body: &Markup, class: &str) -> Markup {
    let language = reader.language;
    html! {
        a.ds-skip-link href="#innhold" { (say!(language, "skip-to-content")) }
        header.vk-header {
            div.vk-header__inner.vk-width {
                a.vk-brand href=(reader.addresses.front()) {
                    (mark())
                    span { (reader.plain(&reader.state().programme.name)) }
                }
                div.vk-tools { (menu.tools) }
                nav.vk-nav aria-label=(say!(language, "main-menu")) { (menu.links) }
                details.vk-menu {
                    summary.vk-menu__button { (say!(language, "menu")) }
                    nav.vk-menu__panel aria-label=(say!(language, "main-menu")) { (menu.links) (menu.tools) }
                }
            }
        }
        main class=(class) id="innhold" tabindex="-1" { (body) }
        (footer(reader))
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
