use programme::Language;
use serde::Serialize;

use super::markdown::blocks_from_markdown;

/// Running text with its own language, where that is not the document's.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct Passage {
    /// The language it is written in; `None` is the document's.
    pub language: Option<Language>,
    /// Its paragraphs, lists and subheadings.
    pub blocks: Vec<Block>,
}

impl Passage {
    /// Markdown for a reader of that language, marked where it is in another one.
    pub fn of(language: Language, text: &programme::Text) -> Self {
        let (found, wording) = text.shown(language);
        Self {
            language: (found != language).then_some(found),
            blocks: blocks_from_markdown(wording),
        }
    }
}

impl From<Vec<Block>> for Passage {
    fn from(blocks: Vec<Block>) -> Self {
        Self { language: None, blocks }
    }
}

/// A paragraph-sized piece of running text.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(tag = "kind", content = "value", rename_all = "snake_case")]
pub enum Block {
    /// A paragraph.
    Paragraph(Vec<Inline>),
    /// A heading one level below what it stands in.
    Subheading(Vec<Inline>),
    /// A list with bullets.
    Bullets(Vec<Vec<Block>>),
    /// A list with numbers from one.
    Numbers(Vec<Vec<Block>>),
}

/// A piece of a line.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(tag = "kind", content = "value", rename_all = "snake_case")]
pub enum Inline {
    /// Plain words.
    Text(String),
    /// Words that weigh more.
    Strong(Vec<Inline>),
    /// Words with stress.
    Emphasis(Vec<Inline>),
    /// Words that lead somewhere on the web.
    Link {
        /// Where to.
        address: WebAddress,
        /// The words.
        words: Vec<Inline>,
    },
    /// A new line within the paragraph.
    Break,
}

/// An absolute address that is safe to follow from a document: `https`, `http` or `mailto`.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(transparent)]
pub struct WebAddress(String);

impl WebAddress {
    /// The longest address that is taken; typst itself refuses at 8,000.
    const LONGEST: usize = 4000;

    /// Takes the address if it is absolute, of a safe kind and free of blanks and control characters.
    pub fn parse(address: &str) -> Option<Self> {
        let safe = ["https://", "http://", "mailto:"]
            .iter()
            .any(|start| address.get(..start.len()).is_some_and(|given| given.eq_ignore_ascii_case(start)) && address.len() > start.len());
        let clean = !address.chars().any(|c| c.is_whitespace() || c.is_control());
        (safe && clean && address.len() <= Self::LONGEST).then(|| Self(address.to_owned()))
    }

    /// The address as it was written.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_absolute_addresses_of_safe_kinds_are_links() {
        assert!(WebAddress::parse("https://www.kongsberg.no/vekst").is_some());
        assert!(WebAddress::parse("mailto:vekst@kongsberg.example").is_some());
        for refused in [
            "javascript:alert(1)",
            "file:///etc/passwd",
            "/kongsberg",
            "https://",
            "https://a b",
            "é",
            "",
        ] {
            assert!(WebAddress::parse(refused).is_none(), "{refused}");
        }
    }
}
