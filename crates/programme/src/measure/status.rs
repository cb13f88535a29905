//! What becomes of a measure: a history of dated statuses, with a reason where something is put off, dropped or
//! replaced.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::{MeasureId, Text};

/// How a measure is going.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Status {
    Planned,
    Running,
    Delayed,
    Paused,
    Done,
    Dropped,
    Replaced,
}

impl Status {
    /// All, in the order of a measure's life.
    pub const ALL: [Self; 7] = [
        Self::Planned,
        Self::Running,
        Self::Delayed,
        Self::Paused,
        Self::Done,
        Self::Dropped,
        Self::Replaced,
    ];

    /// True where a change to it must say why.
    pub fn demands_reason(self) -> bool {
        matches!(self, Self::Paused | Self::Dropped | Self::Replaced)
    }

    /// True where work goes on or will.
    pub fn is_open(self) -> bool {
        matches!(self, Self::Planned | Self::Running | Self::Delayed | Self::Paused)
    }

    /// The word in files, addresses and message keys.
    pub fn word(self) -> &'static str {
        match self {
            Self::Planned => "planned",
            Self::Running => "running",
            Self::Delayed => "delayed",
            Self::Paused => "paused",
            Self::Done => "done",
            Self::Dropped => "dropped",
            Self::Replaced => "replaced",
        }
    }
}

/// One line of a measure's history.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct StatusChange {
    pub date: Date,
    pub status: Status,
    #[serde(default, skip_serializing_if = "Text::is_empty")]
    pub reason: Text,
    /// The measure that took its place.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub replaced_by: Option<MeasureId>,
}

/// Why a history of statuses is not one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum StatusError {
    #[error("a measure needs at least one status")]
    None,
    #[error("the statuses must stand oldest first")]
    Order,
    #[error("a measure that is paused, dropped or replaced needs a reason")]
    Reason,
    #[error("only a replaced measure names what replaced it, and not itself")]
    ReplacedBy,
}

impl StatusChange {
    /// Tests a whole history of the measure `of`; gives the place (0-based) and the fault.
    pub fn check_history(history: &[Self], of: &MeasureId) -> Result<(), (usize, StatusError)> {
        if history.is_empty() {
            return Err((0, StatusError::None));
        }
        for (place, change) in history.iter().enumerate() {
            change.check(of).map_err(|error| (place, error))?;
            if place > 0 && history[place - 1].date > change.date {
                return Err((place, StatusError::Order));
            }
        }
        Ok(())
    }

    fn check(&self, of: &MeasureId) -> Result<(), StatusError> {
        if self.status.demands_reason() && self.reason.is_empty() {
            return Err(StatusError::Reason);
        }
        match &self.replaced_by {
            Some(other) if self.status != Status::Replaced || other == of => Err(StatusError::ReplacedBy),
            _ => Ok(()),
        }
    }
}
