use jiff::civil::Date;
use serde::{Serialize, Serializer};

use super::{PdfError, rich::Passage, rich::WebAddress};

/// Everything that stands in the PDF of a plan, already in words and in one language.
///
/// Numbers and dates come formatted; the template adds no words of its own.
#[derive(Debug, Clone, Serialize)]
pub struct PlanDocument {
    /// The language of labels and of all text that names no other.
    pub language: Language,
    /// Headings and words of the frame.
    pub labels: Labels,
    /// The plan's title: "Handlingsplan 2020".
    pub title: String,
    /// Whose plan it is: "Vekst i Kongsberg".
    pub programme: String,
    /// Which state of the plan this is: "Revisjon 2, vedtatt av styringsgruppa 8. mai 2020, sak 14/20".
    pub subtitle: String,
    /// The sentence first, as on a page: what this plan says in one breath. May be empty.
    pub lead: Text,
    /// The day the revision was adopted; the only date in the file's own data.
    #[serde(skip)]
    pub date: Date,
    /// What identifies the content, printed so that a paper copy can be checked.
    pub content_hash: String,
    /// The programme's colour, for rules, links and figures.
    pub accent: Colour,
    /// The plan on the web.
    pub address: Option<WebAddress>,
    /// A few figures of the whole plan, set large under the lead. Four fit one line.
    pub key_figures: Vec<KeyFigure>,
    /// What comes before goals and measures.
    pub introduction: Passage,
    /// The goals that the plan serves.
    pub goals: Vec<Goal>,
    /// The measures, under their focus areas.
    pub focus_areas: Vec<FocusArea>,
    /// Who takes part.
    pub organisations: Vec<Organisation>,
    /// Where the figures come from.
    pub sources: Vec<Source>,
}

/// A language that a plan can be written in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize)]
pub enum Language {
    /// Norwegian bokmål.
    #[serde(rename = "nb")]
    Bokmal,
    /// Norwegian nynorsk.
    #[serde(rename = "nn")]
    Nynorsk,
    /// English.
    #[serde(rename = "en")]
    English,
}

/// A line of text that may be in another language than the document.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct Text {
    /// The words.
    pub text: String,
    /// Their language; `None` is the document's. Another one is marked for readers and for screen readers.
    pub language: Option<Language>,
}

impl Text {
    /// Words in a named language.
    pub fn in_language(language: Language, text: impl Into<String>) -> Self {
        Self {
            text: text.into(),
            language: Some(language),
        }
    }
}

impl From<&str> for Text {
    fn from(text: &str) -> Self {
        Self {
            text: text.to_owned(),
            language: None,
        }
    }
}

impl From<String> for Text {
    fn from(text: String) -> Self {
        Self { text, language: None }
    }
}

/// A colour without transparency.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Colour([u8; 3]);

impl Colour {
    /// Reads `#rrggbb`.
    pub fn parse(written: &str) -> Result<Self, PdfError> {
        let digits = written
            .strip_prefix('#')
            .filter(|digits| digits.len() == 6 && digits.bytes().all(|byte| byte.is_ascii_hexdigit()));
        let part = |place: usize| u8::from_str_radix(digits?.get(place..place + 2)?, 16).ok();
        match (part(0), part(2), part(4)) {
            (Some(red), Some(green), Some(blue)) => Ok(Self([red, green, blue])),
            _ => Err(PdfError::NotAColour(written.to_owned())),
        }
    }
}

impl Serialize for Colour {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let [red, green, blue] = self.0;
        serializer.serialize_str(&format!("#{red:02x}{green:02x}{blue:02x}"))
    }
}

/// A figure set large with the words that say what it is.
#[derive(Debug, Clone, Serialize)]
pub struct KeyFigure {
    /// The figure: "29 169".
    pub value: String,
    /// What it is, with its period: "innbyggere 1. januar 2026".
    pub label: String,
    /// Where it comes from, in short.
    pub source: Option<String>,
    /// Whether it is an example and not a fact.
    pub example: bool,
}

/// A goal and where the town stands against it.
#[derive(Debug, Clone, Serialize)]
pub struct Goal {
    /// What measures name it by.
    pub key: String,
    /// The goal: "Kongsberg skal vokse med én prosent i året".
    pub title: Text,
    /// Where things stand, in a sentence.
    pub sentence: Text,
    /// The figures that the sentence rests on.
    pub key_figures: Vec<KeyFigure>,
    /// The picture of it.
    pub chart: Option<Chart>,
    /// More to say.
    pub body: Passage,
    /// The goal on the web.
    pub address: Option<WebAddress>,
    /// Whether it is an example and not a fact.
    pub example: bool,
}

/// A chart with what must stand round it.
#[derive(Debug, Clone, Serialize)]
pub struct Chart {
    /// Its finding: "Folketallet er 294 under målbanen". Leave empty where the SVG itself shows a title.
    pub title: Text,
    /// The drawing, with presentation attributes or plain style rules: no `var()`, no scripts, no links out.
    pub svg: String,
    /// What it shows, for those who cannot see it. May not be blank.
    pub alternative: String,
    /// The line under it: source, table, fetched when.
    pub caption: String,
    /// The figures of the chart.
    pub table: Option<DataTable>,
}

/// Figures in rows and columns. The first column names the row.
#[derive(Debug, Clone, Serialize)]
pub struct DataTable {
    /// The heads of the columns.
    pub columns: Vec<String>,
    /// The rows, each as long as `columns`.
    pub rows: Vec<Vec<String>>,
}

/// A heading under which measures stand.
#[derive(Debug, Clone, Serialize)]
pub struct FocusArea {
    /// Its name.
    pub title: Text,
    /// What it is for.
    pub introduction: Passage,
    /// Its measures.
    pub measures: Vec<Measure>,
}

/// Something that the programme does.
#[derive(Debug, Clone, Serialize)]
pub struct Measure {
    /// What it is called in addresses; names it in errors.
    pub key: String,
    /// Its title.
    pub title: Text,
    /// How it is going.
    pub status: Status,
    /// Who answers for it.
    pub responsible: Vec<String>,
    /// Who does it.
    pub executing: Vec<String>,
    /// Who gives to it.
    pub contributing: Vec<String>,
    /// Its horizon: "Strakstiltak".
    pub horizon: String,
    /// From when to when.
    pub dates: Option<String>,
    /// Who pays what. Without lines no table is set.
    pub money: Money,
    /// The goals it serves.
    pub serves: Vec<ServedGoal>,
    /// What must be true for it to make sense.
    pub assumptions: Vec<Assumption>,
    /// What it is.
    pub body: Passage,
    /// The measure on the web.
    pub address: Option<WebAddress>,
    /// Whether it is an example and not a fact.
    pub example: bool,
}

/// How a measure is going.
#[derive(Debug, Clone, Serialize)]
pub struct Status {
    /// In a word or two.
    pub tag: Tag,
    /// Since when: "siden 8. mai 2020".
    pub since: Option<String>,
    /// Why.
    pub reason: Option<Text>,
}

/// A word or two on a tinted ground.
#[derive(Debug, Clone, Serialize)]
pub struct Tag {
    /// The words, which carry the meaning.
    pub label: String,
    /// The tint, which only supports it.
    pub tone: Tone,
}

/// The tint behind a tag.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Tone {
    /// As it should be.
    Good,
    /// Needs somebody's eye.
    Attention,
    /// Stopped or broken.
    Stopped,
    /// Neither.
    Neutral,
}

/// Who pays what to a measure.
#[derive(Debug, Clone, Default, Serialize)]
pub struct Money {
    /// One for each funder and year.
    pub lines: Vec<MoneyLine>,
    /// All that is pledged.
    pub pledged: String,
    /// All that is delivered.
    pub delivered: String,
    /// What is still not found; `None` where nothing is missing.
    pub missing: Option<String>,
}

/// What one funder gives in one year.
#[derive(Debug, Clone, Serialize)]
pub struct MoneyLine {
    /// Who.
    pub funder: String,
    /// When.
    pub year: String,
    /// How much was promised.
    pub pledged: String,
    /// How much has come.
    pub delivered: String,
}

/// A goal named by a measure: a link within the document where the goal stands in it, else to the web.
#[derive(Debug, Clone, Serialize)]
pub struct ServedGoal {
    /// The goal's key.
    pub key: String,
    /// The goal's title.
    pub title: Text,
    /// The goal on the web.
    pub address: Option<WebAddress>,
}

/// Something that must be true, and whether it still is.
#[derive(Debug, Clone, Serialize)]
pub struct Assumption {
    /// What must be true.
    pub text: Text,
    /// Whether it holds.
    pub state: Option<Tag>,
}

/// Somebody who takes part.
#[derive(Debug, Clone, Serialize)]
pub struct Organisation {
    /// Its name.
    pub name: String,
    /// Its part in the programme.
    pub role: String,
    /// Its organisation number.
    pub number: String,
    /// Its own pages, or its page in Vekst.
    pub address: Option<WebAddress>,
}

/// Where figures come from.
#[derive(Debug, Clone, Serialize)]
pub struct Source {
    /// Who published what.
    pub title: String,
    /// Table, licence, fetched when.
    pub detail: String,
    /// Where it can be read.
    pub address: Option<WebAddress>,
}

/// The words of the frame, from the message files.
#[derive(Debug, Clone, Serialize)]
pub struct Labels {
    /// Over the table of contents.
    pub contents: String,
    /// Over the introduction.
    pub introduction: String,
    /// Over the goals.
    pub goals: String,
    /// Over the title of each focus area: "Satsingsområde".
    pub focus_area: String,
    /// Head of the column of measures, and over a goal's measures: "Tiltak".
    pub measures: String,
    /// Over the measures of a goal: "Tiltakene som bærer målet".
    pub measures_of_goal: String,
    /// Head of the column of states: "Status".
    pub status: String,
    /// "Ansvarlig".
    pub responsible: String,
    /// "Utfører".
    pub executing: String,
    /// "Bidrar".
    pub contributing: String,
    /// "Horisont".
    pub horizon: String,
    /// "Tid".
    pub dates: String,
    /// "Mål det tjener".
    pub serves: String,
    /// "Forutsetninger".
    pub assumptions: String,
    /// "Finansiering".
    pub funder: String,
    /// "År".
    pub year: String,
    /// "Lovet, kr".
    pub pledged: String,
    /// "Levert, kr".
    pub delivered: String,
    /// "Sum".
    pub sum: String,
    /// "Mangler".
    pub missing: String,
    /// Over the figures of a chart: "Tallene bak figuren".
    pub table: String,
    /// Before the source of a figure: "Kilde".
    pub source: String,
    /// Over the list of organisations.
    pub organisations: String,
    /// Head of the column of names: "Organisasjon".
    pub name: String,
    /// Head of the column of parts: "Rolle".
    pub role: String,
    /// Head of the column of organisation numbers.
    pub number: String,
    /// Over the list of sources.
    pub sources: String,
    /// The mark on what is an example: "Eksempel".
    pub example: String,
    /// What that mark means, said once.
    pub example_note: String,
    /// The words of a link to a page: "Les på nettet".
    pub read_on_the_web: String,
    /// Before the content hash: "Innholdsavtrykk".
    pub content_hash: String,
    /// Between page number and number of pages: "av".
    pub of: String,
    /// What the languages are called, to mark text that is in another one.
    pub languages: LanguageNames,
}

/// What the languages are called in the document's language.
#[derive(Debug, Clone, Serialize)]
pub struct LanguageNames {
    /// Norwegian bokmål.
    pub nb: String,
    /// Norwegian nynorsk.
    pub nn: String,
    /// English.
    pub en: String,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_colour_is_six_hexadecimal_digits() {
        assert_eq!(Colour::parse("#0062BA"), Ok(Colour([0, 98, 186])));
        for refused in ["0062ba", "#06b", "#0062bg", "#0062ba80", "blue", "#é062b", "#+1+1+1"] {
            assert_eq!(Colour::parse(refused), Err(PdfError::NotAColour(refused.to_owned())), "{refused}");
        }
    }
}
