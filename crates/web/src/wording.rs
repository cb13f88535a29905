//! Texts that people wrote, as markup: in the reader's language, or in another one that is then marked for readers and
//! for screen readers.

use maud::{Markup, PreEscaped, html};
use programme::{Language, Text};
use publishing::{markdown, say};

/// A short text inside a line or heading.
pub(crate) fn inline(language: Language, text: &Text) -> Markup {
    let (found, wording) = text.shown(language);
    html! {
        @if found == language {
            (wording)
        } @else {
            span lang=(found) { (wording) } " " (mark(language, found))
        }
    }
}

/// A long text written in Markdown.
pub(crate) fn prose(language: Language, text: &Text) -> Markup {
    let (found, wording) = text.shown(language);
    html! {
        @if !wording.is_empty() {
            @if found != language { p { (mark(language, found)) } }
            div.vk-prose lang=[(found != language).then_some(found)] { (PreEscaped(markdown::to_html(wording))) }
        }
    }
}

/// The mark after what was made up to show how it works.
pub(crate) fn example_mark(language: Language) -> Markup {
    html! { " " span.vk-example title=(say!(language, "example-explained")) { (say!(language, "example")) } }
}

fn mark(reader: Language, found: Language) -> Markup {
    html! { span.vk-lang { (say!(reader, &format!("language-{found}"))) } }
}
