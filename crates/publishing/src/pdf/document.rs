use jiff::civil::Date;
use programme::{Colour, Language};
use serde::Serialize;

use super::rich::{Passage, WebAddress};

/// Everything that stands in the PDF of a plan, already in words and in one language.
///
/// Numbers and dates come formatted; the template adds no words of its own.
#[derive(Debug, Clone, Serialize)]
pub struct PlanDocument {
    /// The language of labels and of all text that names no other.
    pub language: Language,
    /// The plan's title: "Handlingsplan 2020".
    pub title: String,
    /// Whose plan it is: "Vekst i Kongsberg".
    pub programme: String,
    /// Which state of the plan this is: "Revisjon 2, vedtatt av styringsgruppa 8. mai 2020, sak 14/20".
    pub subtitle: String,
    /// The sentence first, as on a page: what this plan says in one breath. May be empty.
    pub lead: Text,
    /// Why this revision was made. May be empty.
    pub reason: Text,
    /// The day the revision was adopted; the only date in the file's own data.
    #[serde(skip)]
    pub date: Date,
    /// What identifies the content, printed so that a paper copy can be checked.
    pub content_hash: String,
    /// Whether the plan or its revision is an example and not a fact.
    pub example: bool,
    /// The programme's colour, for rules, links and figures.
    pub accent: Colour,
    /// The plan on the web.
    pub address: Option<WebAddress>,
    /// A few figures of the whole plan, set large under the lead. Four fit one line.
    pub key_figures: Vec<KeyFigure>,
    /// What comes before goals and measures.
    pub introduction: Passage,
    /// What changed since the revision before, and why; none for a plan's first.
    pub changes: Option<Changes>,
    /// The goals that the plan serves.
    pub goals: Vec<Goal>,
    /// The measures, under their focus areas.
    pub focus_areas: Vec<FocusArea>,
    /// Who takes part.
    pub organisations: Vec<Organisation>,
    /// Where the figures come from.
    pub sources: Vec<Source>,
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
    /// The wording for a reader of that language, marked where it is in another one.
    pub fn of(language: Language, text: &programme::Text) -> Self {
        let (found, wording) = text.shown(language);
        Self {
            text: wording.to_owned(),
            language: (found != language).then_some(found),
        }
    }

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

/// What changed, and why.
#[derive(Debug, Clone, Serialize)]
pub struct Changes {
    /// "Målene står. Planen er endret."
    pub heading: String,
    /// Who adopted what, and the counts in words.
    pub lead: String,
    /// Money and hours before and after.
    pub key_figures: Vec<KeyFigure>,
    /// Why something is as it is that nobody would have wished for, such as the long term's share.
    pub remarks: Vec<Text>,
    /// What became of the measures, group by group.
    pub groups: Vec<ChangeGroup>,
}

/// Measures with the same fate.
#[derive(Debug, Clone, Serialize)]
pub struct ChangeGroup {
    /// "Satt på vent".
    pub title: String,
    /// The tint of its tag.
    pub tone: Tone,
    /// Whether its titles are struck out.
    pub struck: bool,
    /// The measures.
    pub items: Vec<ChangeItem>,
}

/// What became of one measure or goal.
#[derive(Debug, Clone, Serialize)]
pub struct ChangeItem {
    /// It, in the document or on the web.
    pub what: Reference,
    /// Who, when and how much, in one line. May be empty.
    pub facts: String,
    /// What is different.
    pub lines: Vec<ChangeLine>,
    /// The reasons that were given.
    pub reasons: Vec<ChangeReason>,
    /// Whether it is an example and not a fact.
    pub example: bool,
}

/// A field that is different.
#[derive(Debug, Clone, Serialize)]
pub struct ChangeLine {
    /// The field. May be empty.
    pub label: String,
    /// The language of the words; `None` is the document's.
    pub language: Option<Language>,
    /// The words, those that went and those that came marked.
    pub pieces: Vec<ChangePiece>,
}

/// Some words.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(tag = "kind", content = "value", rename_all = "snake_case")]
pub enum ChangePiece {
    /// They stood and stand.
    Same(String),
    /// They no longer stand.
    Gone(String),
    /// They are new.
    Come(String),
}

/// Why something was done.
#[derive(Debug, Clone, Serialize)]
pub struct ChangeReason {
    /// What and when: "Satt på vent 12. mars 2020."
    pub what: String,
    /// The reason that was given. May be empty.
    pub why: Text,
    /// The measure that took its place.
    pub replaced_by: Option<Reference>,
}

/// A goal and where the town stands against it.
#[derive(Debug, Clone, Serialize)]
pub struct Goal {
    /// What measures name it by.
    pub key: String,
    /// The goal in a few words: "Flere innbyggere".
    pub title: Text,
    /// The goal as a sentence. May be empty.
    pub aim: Text,
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
    pub responsible: Vec<Text>,
    /// Who does it.
    pub executing: Vec<Text>,
    /// Who gives to it.
    pub contributing: Vec<Text>,
    /// Its horizon: "Strakstiltak".
    pub horizon: String,
    /// From when to when.
    pub dates: Option<String>,
    /// Who pays what. Without lines no table is set.
    pub money: Money,
    /// The goals it serves.
    pub serves: Vec<Reference>,
    /// The measures that must be done, or go on, for it to work.
    pub depends_on: Vec<Reference>,
    /// The measure that took its place.
    pub replaced_by: Option<Reference>,
    /// What must be true for it to make sense.
    pub assumptions: Vec<Text>,
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

/// Who gives what to a measure, in as many columns of amounts as are needed.
#[derive(Debug, Clone, Default, Serialize)]
pub struct Money {
    /// The heads of the columns of amounts: "Lovet, kr", "Lovet, timer".
    pub columns: Vec<String>,
    /// One for each funder and year.
    pub lines: Vec<MoneyLine>,
    /// What stands under them: the sum, and what it takes where that is more.
    pub sums: Vec<MoneySum>,
    /// What is still not found, in words; `None` where nothing is missing.
    pub missing: Option<String>,
    /// Whether any of it is an example and not a fact.
    pub example: bool,
}

/// What one funder gives in one year.
#[derive(Debug, Clone, Serialize)]
pub struct MoneyLine {
    /// Who.
    pub funder: Text,
    /// When.
    pub year: String,
    /// One for each column.
    pub amounts: Vec<String>,
}

/// What all of them give together, or need.
#[derive(Debug, Clone, Serialize)]
pub struct MoneySum {
    /// "Sum", "Trengs", "Mangler".
    pub name: String,
    /// One for each column; empty where the column says nothing of it.
    pub amounts: Vec<String>,
}

/// A goal or a measure named by a measure: a link within the document where it stands there, else to the web.
#[derive(Debug, Clone, Serialize)]
pub struct Reference {
    /// The key of what is named.
    pub key: String,
    /// Its title.
    pub title: Text,
    /// It on the web.
    pub address: Option<WebAddress>,
}

/// Somebody who takes part.
#[derive(Debug, Clone, Serialize)]
pub struct Organisation {
    /// Its name.
    pub name: Text,
    /// Its part in the programme.
    pub role: String,
    /// Its organisation number.
    pub number: String,
    /// Its own pages, or its page in Vekst.
    pub address: Option<WebAddress>,
}

/// Where figures come from.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Source {
    /// Who published what.
    pub title: String,
    /// Table, licence, fetched when.
    pub detail: String,
    /// Where it can be read.
    pub address: Option<WebAddress>,
}
