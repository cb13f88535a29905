//! A line of what is different: a text word by word, or a value that was another.

use programme::difference::Members;
use programme::difference::words::{self, Piece};
use programme::{Language, Text};

/// One line.
#[derive(Debug, Clone, PartialEq)]
pub enum Line<'a> {
    /// A text in a language, word by word.
    Wording {
        label: String,
        language: Language,
        pieces: Vec<Piece<'a>>,
        /// The whole text, in all its languages.
        before: &'a Text,
        after: &'a Text,
    },
    /// A value that was another; one of them is missing where it came or went.
    Value {
        label: String,
        gone: Option<String>,
        come: Option<String>,
    },
    /// That something is different which is not worth spelling out.
    Other(String),
}

impl<'a> Line<'a> {
    pub(super) fn value(label: String, gone: String, come: String) -> Self {
        Self::optional(label, Some(gone), Some(come))
    }

    pub(super) fn optional(label: String, gone: Option<String>, come: Option<String>) -> Self {
        Self::Value { label, gone, come }
    }

    pub(super) fn gone(label: String, gone: String) -> Self {
        Self::optional(label, Some(gone), None)
    }

    pub(super) fn other(words: String) -> Self {
        Self::Other(words)
    }

    /// Members that went and came, in one line; none where only their order is another.
    pub(super) fn members<T>(label: String, members: &Members<'a, T>, name: impl Fn(&T) -> String) -> Vec<Self> {
        let names = |ids: &[&T]| {
            let names: Vec<String> = ids.iter().map(|id| name(id)).collect();
            (!names.is_empty()).then(|| names.join(", "))
        };
        let (gone, come) = (names(&members.gone), names(&members.come));
        if gone.is_none() && come.is_none() {
            return Vec::new();
        }
        vec![Self::optional(label, gone, come)]
    }

    /// The wording that a reader of this language sees; where that is the same, the others that differ.
    pub(super) fn wordings(language: Language, label: &str, before: &'a Text, after: &'a Text) -> Vec<Self> {
        let wording = |language, old, new| Self::Wording {
            label: label.to_owned(),
            language,
            pieces: words::between(old, new),
            before,
            after,
        };
        let (old, new) = (before.shown(language), after.shown(language));
        if old.1 != new.1 && (old.0 == new.0 || old.1.is_empty() || new.1.is_empty()) {
            return vec![wording(if new.1.is_empty() { old.0 } else { new.0 }, old.1, new.1)];
        }
        let exactly = |text: &'a Text, language| text.exactly(language).unwrap_or_default();
        Language::ALL
            .into_iter()
            .map(|language| (language, exactly(before, language), exactly(after, language)))
            .filter(|(_, old, new)| old != new)
            .map(|(language, old, new)| wording(language, old, new))
            .collect()
    }
}

/// Most characters of unchanged text that are shown on each side of a change.
const CONTEXT: usize = 120;

/// The same pieces with long unchanged stretches cut to what a reader needs to find the place.
pub fn abridged<'a>(pieces: &[Piece<'a>]) -> Vec<Piece<'a>> {
    let last = pieces.len().saturating_sub(1);
    let mut shown = Vec::with_capacity(pieces.len());
    for (place, piece) in pieces.iter().enumerate() {
        match piece {
            Piece::Same(text) if text.len() > 3 * CONTEXT => {
                if place > 0 {
                    shown.push(Piece::Same(start_of(text)));
                }
                shown.push(Piece::Same(" … "));
                if place < last {
                    shown.push(Piece::Same(end_of(text)));
                }
            }
            piece => shown.push(*piece),
        }
    }
    shown
}

/// Whole words from the start.
fn start_of(text: &str) -> &str {
    let end = text.char_indices().nth(CONTEXT).map_or(text.len(), |(place, _)| place);
    let cut = text[..end].rfind(char::is_whitespace).unwrap_or(end);
    &text[..cut]
}

/// Whole words to the end.
fn end_of(text: &str) -> &str {
    let start = text.char_indices().rev().nth(CONTEXT).map_or(0, |(place, _)| place);
    let cut = text[start..].find(char::is_whitespace).map_or(start, |place| start + place);
    text[cut..].trim_start()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_long_unchanged_stretch_is_cut_between_words() {
        let long = "ord ".repeat(400);
        let pieces = [
            Piece::Same(long.as_str()),
            Piece::Gone("gammelt"),
            Piece::Come("nytt"),
            Piece::Same(long.as_str()),
        ];
        let text: String = abridged(&pieces).iter().map(Piece::text).collect();
        assert!(text.len() < 400, "{text}");
        assert!(
            text.starts_with(" … ord ord") && text.contains("ord gammeltnyttord ord") && text.ends_with("ord … "),
            "{text}"
        );
    }

    #[test]
    fn a_text_that_came_in_one_language_is_told_in_that_language() {
        let (before, after) = (Text::nb("Mål"), Text::nb("Mål").with(Language::En, "Goal"));
        let lines = Line::wordings(Language::Nn, "Tittel", &before, &after);
        let [Line::Wording { language, pieces, .. }] = &lines[..] else {
            panic!("{lines:?}")
        };
        assert_eq!((*language, &pieces[..]), (Language::En, &[Piece::Come("Goal")][..]));
    }
}
