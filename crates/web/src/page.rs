//! The frame of every page: head, header with the ways through the site, content, footer.

use maud::{DOCTYPE, Markup, html};
use programme::Language;
use publishing::say;

use crate::assets;
use crate::reader::Reader;

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

/// A public page of a programme.
pub(crate) fn page(reader: &Reader, page: &Page<'_>) -> Markup {
    let language = reader.language;
    let name = reader.plain(&reader.state().programme.name);
    let title = if page.section == Section::Front {
        name.to_owned()
    } else {
        say!(language, "page-title", title = page.title, programme = name)
    };
    html! {
        (DOCTYPE)
        html lang=(language) data-color-scheme="auto" {
            head {
                (head(&title))
                @if let Some(description) = page.description { meta name="description" content=(description); }
                link rel="stylesheet" href=(reader.addresses.colour());
                @for other in Language::ALL {
                    link rel="alternate" hreflang=(other) href=(reader.addresses.in_language(other).to(&reader.place));
                }
            }
            body {
                (frame(reader, Some(page.section), &page.body, "vk-main vk-width"))
            }
        }
    }
}

/// A page that says what went wrong, framed where the programme is known.
pub(crate) fn error(reader: Option<&Reader>, language: Language, title: &str, body: &Markup) -> Markup {
    let class = "vk-main vk-main--narrow vk-width vk-error";
    html! {
        (DOCTYPE)
        html lang=(language) data-color-scheme="auto" {
            head {
                (head(title))
                meta name="robots" content="noindex";
                @if let Some(reader) = reader { link rel="stylesheet" href=(reader.addresses.colour()); }
            }
            body {
                @match reader {
                    Some(reader) => { (frame(reader, None, body, class)) },
                    None => { main.(class) id="innhold" tabindex="-1" { (body) } },
                }
            }
        }
    }
}

fn head(title: &str) -> Markup {
    html! {
        meta charset="utf-8";
        meta name="viewport" content="width=device-width, initial-scale=1";
        meta name="color-scheme" content="light dark";
        title { (title) }
        @for font in assets::font_urls() { link rel="preload" href=(font) as="font" type="font/woff2" crossorigin; }
        link rel="stylesheet" href=(assets::stylesheet_url());
        link rel="icon" href=(assets::icon_url()) type="image/svg+xml";
        script src=(assets::script_url()) defer {}
    }
}

fn frame(reader: &Reader, section: Option<Section>, body: &Markup, class: &str) -> Markup {
    let language = reader.language;
    html! {
        a.ds-skip-link href="#innhold" { (say!(language, "skip-to-content")) }
        header.vk-header {
            div.vk-header__inner.vk-width {
                a.vk-brand href=(reader.addresses.front()) {
                    (mark())
                    span { (reader.plain(&reader.state().programme.name)) }
                }
                nav.vk-nav aria-label=(say!(language, "main-menu")) { (menu(reader, section)) }
                details.vk-menu {
                    summary.vk-menu__button { (say!(language, "menu")) }
                    nav.vk-menu__panel aria-label=(say!(language, "main-menu")) { (menu(reader, section)) }
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
    html! {
        ul.vk-nav__list {
            @for (place, key, address) in links {
                li { a.vk-nav__link href=(address) aria-current=[(section == Some(place)).then_some("page")] { (say!(language, key)) } }
            }
        }
        ul.vk-languages aria-label=(say!(language, "language-menu")) {
            @for other in Language::ALL {
                li {
                    a href=(addresses.in_language(other).to(&reader.place)) lang=(other) hreflang=(other)
                        aria-current=[(other == language).then_some("true")] { (say!(language, &format!("language-{other}"))) }
                }
            }
        }
        a.ds-button.vk-signin data-variant="secondary" data-size="sm" href=(addresses.sign_in()) { (say!(language, "sign-in")) }
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
