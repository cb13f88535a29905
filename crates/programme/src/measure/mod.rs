//! Measures: something the programme does, owned and paid for by several organisations together.

mod money;
mod shares;
mod status;

use std::collections::BTreeSet;

use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use statistics::Source;

use crate::{ActionPlanId, AssumptionId, FocusAreaId, GoalId, MeasureId, OrganisationId, Text};

pub use money::{BudgetLine, Cost, Money};
pub use shares::Shares;
pub use status::{Status, StatusChange, StatusError};

/// A measure of an action plan.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Measure {
    pub id: MeasureId,
    pub plan: ActionPlanId,
    pub title: Text,
    pub focus_area: FocusAreaId,
    pub goals: Vec<GoalId>,
    /// The one organisation that answers for it.
    pub responsible: OrganisationId,
    /// Who does it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub executing: Vec<OrganisationId>,
    /// Who gives something to it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub contributing: Vec<OrganisationId>,
    pub horizon: Horizon,
    pub starts: Date,
    pub ends: Date,
    /// The day on which it came into the plan, where that was not the plan's first.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub from: Option<Date>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub assumptions: Vec<AssumptionId>,
    /// Measures that must be done, or go on, for this one to work.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub depends_on: Vec<MeasureId>,
    #[serde(default, skip_serializing_if = "Text::is_empty")]
    pub body: Text,
    /// What it takes, per year.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub cost: Vec<Cost>,
    /// Who gives what, per funder and year.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub budget: Vec<BudgetLine>,
    /// What has become of it, oldest first; never empty.
    pub status: Vec<StatusChange>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub source: Option<Source>,
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub example: bool,
    #[serde(default)]
    pub order: u32,
}

/// How soon a measure is meant to work.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Horizon {
    Immediate,
    ThisYear,
    LongTerm,
}

impl Horizon {
    /// All, soonest first.
    pub const ALL: [Self; 3] = [Self::Immediate, Self::ThisYear, Self::LongTerm];

    /// The word in files, addresses and message keys.
    pub fn word(self) -> &'static str {
        match self {
            Self::Immediate => "immediate",
            Self::ThisYear => "this-year",
            Self::LongTerm => "long-term",
        }
    }
}

impl Measure {
    /// The newest status; planned where none is written.
    pub fn current(&self) -> Status {
        self.status.last().map_or(Status::Planned, |change| change.status)
    }

    /// True where this organisation has any part in it.
    pub fn involves(&self, organisation: &OrganisationId) -> bool {
        &self.responsible == organisation
            || self.executing.contains(organisation)
            || self.contributing.contains(organisation)
            || self.budget.iter().any(|line| &line.funder == organisation)
    }

    /// Everybody with a part in it.
    pub fn organisations(&self) -> BTreeSet<&OrganisationId> {
        let given = self.executing.iter().chain(&self.contributing);
        let funders = self.budget.iter().map(|line| &line.funder);
        given.chain(funders).chain([&self.responsible]).collect()
    }

    /// The money of all years together.
    pub fn money(&self) -> Money {
        Money::of(&self.cost, &self.budget)
    }
}
