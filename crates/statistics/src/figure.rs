//! A figure with everything that a reader may ask of it.

use std::sync::Arc;

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::{Period, Value};

/// What is counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Unit {
    Persons,
    Jobs,
    Enterprises,
    Visitors,
    OvernightStays,
    Dwellings,
    Kroner,
    Percent,
}

/// Who published a series, where it can be found again, and on which terms.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Source {
    /// The publisher, such as "Statistisk sentralbyrå".
    pub publisher: String,
    /// The publisher's own name of the table or page, such as "07459".
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub table: Option<String>,
    /// Where a reader finds it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub address: Option<String>,
    /// Terms of use, such as "CC BY 4.0".
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub licence: Option<String>,
    /// The day on which the figures were read from the source.
    pub fetched: Date,
}

/// One published number, or the sign that stands in its place.
#[derive(Debug, Clone, PartialEq)]
pub struct Figure {
    pub value: Value,
    pub unit: Unit,
    pub period: Period,
    /// The series' name in its programme; the figure's identity is the series and the period.
    pub series: String,
    /// The day from which the values are: the same series read on another day is another vintage.
    pub vintage: Date,
    pub source: Arc<Source>,
    /// True where the number was made up to show how the platform works.
    pub example: bool,
}
