//! Why a measure was changed, where the two states do not say it themselves.

use std::collections::BTreeMap;

use jiff::civil::Date;

use crate::{MeasureId, Text};

/// Something that led to the change of a measure.
#[derive(Debug, Clone, PartialEq)]
pub enum Note {
    /// It was decided when a shock was worked through.
    Decision {
        reason: Text,
        /// Who decided.
        by: Text,
        date: Date,
        /// Case number; empty where there is none.
        case: String,
    },
    /// It was asked for in a hearing.
    Input {
        /// Identifier of the hearing.
        hearing: String,
        /// Number of the input in it.
        number: u32,
    },
}

/// What is known of each measure.
pub type Notes = BTreeMap<MeasureId, Vec<Note>>;
