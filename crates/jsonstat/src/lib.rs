//! JSON-stat 2.0 (<https://json-stat.org/full/>), the format in which statistical offices give out their tables: datasets,
//! collections and dimensions, read in all legal forms and written. Documents of versions 1.x, which servers still send,
//! are read too.
//!
//! A [`Dataset`] is a cube: [`Dimension`]s with their categories in order, and one cell for each combination, the last
//! dimension fastest. A cell holds a number, a text or nothing, and may carry a status, such as `:` for a figure that is
//! withheld. A cell without a value is never zero, neither when it is read nor when cells are summed.
//!
//! ```
//! let text = r#"{"version": "2.0", "class": "dataset", "id": ["Region", "Tid"], "size": [1, 2],
//!     "dimension": {"Region": {"category": {"label": {"3303": "Kongsberg"}}},
//!                   "Tid": {"category": {"index": ["2024", "2025"]}}},
//!     "value": [28848, null], "status": {"1": ".."}}"#;
//! let dataset = jsonstat::read_dataset(text.as_bytes())?;
//! let cell = dataset.at(&[("Region", "3303"), ("Tid", "2024")])?;
//! assert_eq!(cell.number(), Some(28848.0));
//! assert_eq!(dataset.cell(1).status, Some(".."));
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! What is wrong with a document is told as a [`Problem`] with the place in the document and a code that a program can
//! use. [`read`] refuses what cannot be read without guessing; [`validate`] tells every rule that a document breaks.
//!
//! The crate does no input or output, has no state, and makes room only for what a document holds, never for what it says
//! about its size: the description of a table of two thousand million cells is read in the space of its categories.

mod ask;
mod dataset;
mod dimension;
mod document;
mod head;
mod join;
mod json;
mod problem;
mod read;
mod slice;
mod total;
mod values;
mod write;

pub use ask::AskError;
pub use dataset::{Cell, Dataset};
pub use dimension::{Category, Dimension, Role, Unit};
pub use document::{Collection, Document, Item, Reference};
pub use head::Head;
pub use join::JoinError;
pub use problem::{Code, Problem, Severity, Verdict};
pub use read::{read, read_dataset, validate};
pub use total::TotalError;
pub use values::{Statuses, Value, Values};
pub use write::write;
