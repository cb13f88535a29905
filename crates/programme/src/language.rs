//! The languages of a programme, and texts that have a place for each.

use std::fmt;
use std::str::FromStr;
use std::sync::Arc;

use serde::{Deserialize, Serialize, Serializer};

/// A language that pages and documents are written in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, Default)]
#[serde(rename_all = "lowercase")]
pub enum Language {
    /// Bokmål, the default.
    #[default]
    Nb,
    /// Nynorsk.
    Nn,
    /// English.
    En,
}

impl Language {
    /// In the order in which a missing text is looked for.
    pub const ALL: [Self; 3] = [Self::Nb, Self::Nn, Self::En];

    /// The language tag (BCP 47), also used in addresses and file names.
    pub fn tag(self) -> &'static str {
        match self {
            Self::Nb => "nb",
            Self::Nn => "nn",
            Self::En => "en",
        }
    }
}

impl fmt::Display for Language {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(self.tag())
    }
}

impl FromStr for Language {
    type Err = ();

    fn from_str(tag: &str) -> Result<Self, Self::Err> {
        Self::ALL.into_iter().find(|language| language.tag() == tag).ok_or(())
    }
}

/// A text that a person wrote, in one or more languages. A plain string reads as bokmål.
///
/// The wordings are shared by copies, since a programme's state is copied at every change and most texts stay.
#[derive(Debug, Clone, PartialEq, Eq, Default, Deserialize)]
#[serde(from = "TextForm")]
pub struct Text([Option<Arc<str>>; Language::ALL.len()]);

impl Serialize for Text {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(self.wordings())
    }
}

#[derive(Deserialize)]
#[serde(untagged)]
enum TextForm {
    Plain(String),
    ByLanguage(ByLanguage),
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct ByLanguage {
    nb: Option<String>,
    nn: Option<String>,
    en: Option<String>,
}

impl From<TextForm> for Text {
    fn from(form: TextForm) -> Self {
        match form {
            TextForm::Plain(text) => Self::default().with(Language::Nb, &text),
            TextForm::ByLanguage(ByLanguage { nb, nn, en }) => [(Language::Nb, nb), (Language::Nn, nn), (Language::En, en)]
                .into_iter()
                .fold(Self::default(), |text, (language, value)| {
                    text.with(language, &value.unwrap_or_default())
                }),
        }
    }
}

impl Text {
    /// A text in bokmål.
    pub fn nb(text: &str) -> Self {
        Self::default().with(Language::Nb, text)
    }

    /// The same text with another wording in one language; an empty wording takes the language away. Line ends are
    /// made uniform and the outer white space goes, so that a text reads the same from a form and from a file.
    #[must_use]
    pub fn with(mut self, language: Language, wording: &str) -> Self {
        let wording = wording.replace("\r\n", "\n").replace('\r', "\n");
        let wording = wording.trim();
        self.0[language as usize] = (!wording.is_empty()).then(|| wording.into());
        self
    }

    /// The wording in exactly this language.
    pub fn exactly(&self, language: Language) -> Option<&str> {
        self.0[language as usize].as_deref()
    }

    /// The wording to show to a reader of `wanted`, with the language it is in: another one where the wanted is
    /// missing, so that the page can mark it. Empty text reads as the wanted language.
    pub fn shown(&self, wanted: Language) -> (Language, &str) {
        std::iter::once(wanted)
            .chain(Language::ALL)
            .find_map(|language| self.exactly(language).map(|wording| (language, wording)))
            .unwrap_or((wanted, ""))
    }

    /// The wording to show where its language cannot be marked (a file name, a chart's label).
    pub fn plain(&self, wanted: Language) -> &str {
        self.shown(wanted).1
    }

    /// True where nothing is written in any language.
    pub fn is_empty(&self) -> bool {
        self.0.iter().all(Option::is_none)
    }

    /// The wordings that exist, bokmål first.
    pub fn wordings(&self) -> impl Iterator<Item = (Language, &str)> {
        Language::ALL
            .into_iter()
            .filter_map(|language| self.exactly(language).map(|wording| (language, wording)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_missing_language_falls_back_and_says_so() {
        let text = Text::nb("Mål").with(Language::En, "Goal");
        assert_eq!(text.shown(Language::En), (Language::En, "Goal"));
        assert_eq!(text.shown(Language::Nn), (Language::Nb, "Mål"));
        assert_eq!(Text::default().shown(Language::Nn), (Language::Nn, ""));
    }

    #[test]
    fn a_plain_string_is_bokmal_and_unknown_languages_are_refused() {
        assert_eq!(serde_json::from_str::<Text>("\"Mål\"").unwrap(), Text::nb("Mål"));
        assert!(serde_json::from_str::<Text>(r#"{"de":"Ziel"}"#).is_err());
    }
}
