//! One measure of a difference: what became of it, word by word, with the reasons that were given.

use maud::{Markup, html};
use programme::difference::words::Piece;
use programme::difference::{Fate, MeasureDifference, Note};
use programme::{Measure, Text};
use publishing::difference::{Line, Reason, Teller, abridged};
use publishing::say;

use super::view::anchor;
use crate::reader::Reader;
use crate::wording::{example_mark, inline, prose};

/// Writes items.
pub(super) struct Items<'a> {
    pub reader: &'a Reader,
    pub teller: Teller<'a>,
    /// The page that the items stand on.
    pub page: usize,
}

impl<'a> Items<'a> {
    pub fn one(&self, measure: &MeasureDifference<'a>) -> Markup {
        let (reader, language) = (self.reader, self.reader.language);
        let here = anchor(measure);
        let way = if self.page > 1 {
            format!("?side={}#{here}", self.page)
        } else {
            format!("#{here}")
        };
        let word = measure.fate.word();
        html! {
            article.vk-change id=(here) {
                p.vk-change__mark { span.vk-status data-status=(mark(measure.fate)) { (say!(language, &format!("difference-fate-{word}"))) } }
                div.vk-change__what {
                    h3.vk-change__title {
                        a href=(way) { (self.heading(measure)) }
                        @if measure.measure().example { (example_mark(language)) }
                    }
                    @match measure.fate {
                        Fate::New => { (self.as_new(measure.measure())) },
                        Fate::Removed => { p { (self.teller.facts(measure.measure())) } },
                        _ => { (lines(reader, &self.teller.lines(measure))) },
                    }
                    @for reason in self.teller.reasons(measure) { (self.reason(&reason)) }
                    (self.inputs(measure))
                    @if reader.state().measure(measure.id).is_some() {
                        p.vk-small {
                            a.ds-link href=(reader.addresses.measure(measure.id)) {
                                (say!(language, "difference-measure")) span.ds-sr-only { ": " (reader.plain(&measure.measure().title)) }
                            }
                        }
                    }
                }
            }
        }
    }

    fn heading(&self, measure: &MeasureDifference<'_>) -> Markup {
        let name = inline(self.reader.language, &measure.measure().title);
        match measure.fate {
            Fate::New => come(self.reader, &name),
            Fate::Removed | Fate::Stopped => gone(self.reader, &name),
            _ => name,
        }
    }

    fn as_new(&self, measure: &Measure) -> Markup {
        html! {
            p { (self.teller.facts(measure)) }
            (prose(self.reader.language, &first_paragraph(&measure.body)))
        }
    }

    fn reason(&self, reason: &Reason<'_>) -> Markup {
        let (reader, language) = (self.reader, self.reader.language);
        html! {
            p.vk-reason {
                strong { (reason.what) } " " (inline(language, reason.why))
                @if let Some(other) = reason.replaced_by {
                    " " (say!(language, "difference-replaced-by")) " "
                    @let name = self.teller.names().measure(other);
                    @if reader.state().measure(other).is_some() { a.ds-link href=(reader.addresses.measure(other)) { (name) } } @else { (name) }
                    "."
                }
            }
        }
    }

    /// "Endret etter innspill 14", leading to it.
    fn inputs(&self, measure: &MeasureDifference<'_>) -> Markup {
        let (reader, language) = (self.reader, self.reader.language);
        let notes = self.teller.notes.get(measure.id).into_iter().flatten();
        let inputs: Vec<(&String, u32)> = notes
            .filter_map(|note| match note {
                Note::Input { hearing, number } => Some((hearing, *number)),
                Note::Decision { .. } => None,
            })
            .collect();
        html! {
            @if !inputs.is_empty() {
                p.vk-reason {
                    (say!(language, "difference-after-input")) " "
                    @for (place, (hearing, number)) in inputs.iter().enumerate() {
                        @if place > 0 { ", " }
                        a.ds-link href=(reader.addresses.to(&format!("/hoeringer/{hearing}/innspill/{number}"))) { (number) }
                    }
                }
            }
        }
    }
}

/// What a reader needs to know of a new measure; its page has the rest.
fn first_paragraph(text: &Text) -> Text {
    let start = |wording: &str| wording.split("\n\n").next().unwrap_or_default().to_owned();
    text.wordings()
        .fold(Text::default(), |first, (language, wording)| first.with(language, &start(wording)))
}

fn mark(fate: Fate) -> &'static str {
    match fate {
        Fate::Stopped | Fate::Removed => "dropped",
        fate => fate.word(),
    }
}

/// The lines of what is different.
pub(super) fn lines(reader: &Reader, lines: &[Line<'_>]) -> Markup {
    html! { @for line in lines { (line_markup(reader, line)) } }
}

fn line_markup(reader: &Reader, line: &Line<'_>) -> Markup {
    html! {
        @match line {
            Line::Wording { label, language, pieces, .. } => {
                p.vk-diff {
                    strong { (label) ": " }
                    @if *language != reader.language { span.vk-lang { (say!(reader.language, &format!("language-{language}"))) } " " }
                    span lang=[(*language != reader.language).then_some(language)] { (wording(reader, pieces)) }
                }
            },
            Line::Value { label, gone: old, come: new } => {
                p.vk-diff {
                    strong { (label) ": " }
                    @if let Some(old) = old { (gone(reader, &html! { (old) })) " " }
                    @if let Some(new) = new { (come(reader, &html! { (new) })) }
                }
            },
            Line::Other(words) => { p.vk-diff { (words) } },
        }
    }
}

fn wording(reader: &Reader, pieces: &[Piece<'_>]) -> Markup {
    html! {
        @for piece in abridged(pieces) {
            @match piece {
                Piece::Same(text) => { (paragraphs(text)) },
                Piece::Gone(text) => { (gone(reader, &paragraphs(text))) },
                Piece::Come(text) => { (come(reader, &paragraphs(text))) },
            }
        }
    }
}

/// Where a new paragraph begins, a new line does.
fn paragraphs(text: &str) -> Markup {
    html! {
        @for (place, paragraph) in text.split("\n\n").enumerate() { @if place > 0 { br; br; } (paragraph) }
    }
}

/// What went, said aloud too: most screen readers pass over the mark itself.
pub(super) fn gone(reader: &Reader, words: &Markup) -> Markup {
    html! { del { span.ds-sr-only { (say!(reader.language, "difference-deleted")) " " } (words) } }
}

/// What came.
pub(super) fn come(reader: &Reader, words: &Markup) -> Markup {
    html! { ins { span.ds-sr-only { (say!(reader.language, "difference-inserted")) " " } (words) } }
}
