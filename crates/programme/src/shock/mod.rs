//! Shocks: something that broke or weakened what goals and measures rest on. Declaring one changes nothing in the plan;
//! it makes a queue ([`queue`]) that empties by decisions ([`decision`]), which the next revision carries out.

mod carry;
mod change;
mod decision;
mod proposal;
pub mod queue;

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::{AssumptionId, ShockId, Status, Text};

pub(crate) use carry::carry_out_pending;
pub use carry::{draft, draft_on};
pub use change::{Change, Decided};
pub use decision::{CarriedOut, Choice, Decision, Draft, Emergency, GoalDraft, Phase, Subject};
pub use proposal::{Proposal, proposals};
pub use queue::{GoalItem, Hit, Item, Queue};

/// The emergency decisions whose last day is over and whose measures have yet to fall back.
pub fn overdue(state: &crate::State, today: Date) -> impl Iterator<Item = &Decision> {
    state.decisions.iter().filter(move |decision| decision.is_overdue(today))
}

/// A shock, as the lead declared it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Shock {
    pub id: ShockId,
    pub title: Text,
    /// The day on which it struck.
    pub date: Date,
    /// The assumptions that no longer hold.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub breaks: Vec<AssumptionId>,
    /// The assumptions that hold less than they did.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub weakens: Vec<AssumptionId>,
    /// The role or body that declared it.
    pub declared_by: Text,
    pub declared: Date,
    #[serde(default, skip_serializing_if = "Text::is_empty")]
    pub body: Text,
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub example: bool,
}

/// What a shock does to an assumption.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Effect {
    Broken,
    Weakened,
}

impl Effect {
    /// The word in message keys.
    pub fn word(self) -> &'static str {
        match self {
            Self::Broken => "broken",
            Self::Weakened => "weakened",
        }
    }
}

impl Shock {
    /// What it does to an assumption; none where it leaves it alone.
    pub fn effect_on(&self, assumption: &AssumptionId) -> Option<Effect> {
        if self.breaks.contains(assumption) {
            Some(Effect::Broken)
        } else {
            self.weakens.contains(assumption).then_some(Effect::Weakened)
        }
    }

    /// What a measure was when it struck: its last status from before that day, or the one it came in with on it; none
    /// where it was not in the plan by then.
    pub fn status_when_it_struck(&self, measure: &crate::Measure) -> Option<Status> {
        let before = measure.status.iter().rev().find(|change| change.date < self.date);
        let first = || measure.status.first().filter(|change| change.date == self.date);
        before.or_else(first).map(|change| change.status)
    }
}
