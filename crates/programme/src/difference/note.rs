//! Why a measure was changed, where the two states do not say it themselves.

use std::collections::BTreeMap;

use jiff::civil::Date;

use crate::{AdoptedPlan, MeasureId, Text};

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

/// The decisions that these revisions carried out, oldest first: all that were adopted after the older state.
pub fn notes<'a>(revisions: impl IntoIterator<Item = &'a AdoptedPlan>) -> Notes {
    let mut notes = Notes::new();
    for decision in revisions.into_iter().flat_map(|revision| &revision.decisions) {
        let Some(measure) = &decision.measure else { continue };
        notes.entry(measure.clone()).or_default().push(Note::Decision {
            reason: decision.reason.clone(),
            by: decision.decided_by.clone(),
            date: decision.decided,
            case: decision.case.clone(),
        });
    }
    notes
}
