//! The adopted plan as a PDF that prints proudly and reads aloud well.
//!
//! The caller hands over a [`PlanDocument`]: words in one language and the order they stand in. What it looks like is
//! decided by the fixed template `plan.typ`, which typst sets as PDF/UA-1 (tagged, with a language, a title, an
//! alternative text for every chart). The words reach the template as data and never as source text, so nobody can
//! write typst code into a plan; and typst sees no file and no network but the template and that data.
//!
//! The same document gives the same bytes: the only date in the file is the revision's own.

mod document;
mod error;
mod labels;
mod legible;
mod markdown;
mod rich;
mod typesetter;
mod world;

pub use document::{
    ChangeGroup, ChangeItem, ChangeLine, ChangePiece, ChangeReason, Changes, Chart, DataTable, FocusArea, Goal, KeyFigure, Measure, Money,
    MoneyLine, MoneySum, Organisation, PlanDocument, Reference, Source, Status, Tag, Text, Tone,
};
pub use error::PdfError;
pub use markdown::blocks_from_markdown;
pub use rich::{Block, Inline, Passage, WebAddress};
pub use typesetter::Typesetter;
