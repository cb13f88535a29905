//! A measure's money and hours: what it takes, what is pledged, what is delivered, and what is missing.

use serde::{Deserialize, Serialize};

use crate::OrganisationId;

/// What a measure takes in one year.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Cost {
    pub year: i16,
    #[serde(default)]
    pub kroner: u64,
    #[serde(default, skip_serializing_if = "is_zero")]
    pub hours: u64,
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub example: bool,
}

/// What one organisation pledges and delivers in one year.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct BudgetLine {
    pub funder: OrganisationId,
    pub year: i16,
    #[serde(default)]
    pub kroner: u64,
    #[serde(default, skip_serializing_if = "is_zero")]
    pub hours: u64,
    #[serde(default, skip_serializing_if = "is_zero")]
    pub delivered_kroner: u64,
    #[serde(default, skip_serializing_if = "is_zero")]
    pub delivered_hours: u64,
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub example: bool,
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde calls it with a reference")]
fn is_zero(number: &u64) -> bool {
    *number == 0
}

/// Sums over years, funders or measures.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Money {
    pub cost_kroner: u64,
    pub pledged_kroner: u64,
    pub delivered_kroner: u64,
    /// What no one has pledged. A surplus in one measure does not fill the gap of another.
    pub missing_kroner: u64,
    pub cost_hours: u64,
    pub pledged_hours: u64,
    pub delivered_hours: u64,
    /// True where any of it was made up.
    pub example: bool,
}

impl Money {
    /// The sums of one measure.
    pub fn of(cost: &[Cost], budget: &[BudgetLine]) -> Self {
        let cost_kroner = cost.iter().map(|line| line.kroner).sum();
        let pledged_kroner = budget.iter().map(|line| line.kroner).sum();
        Self {
            cost_kroner,
            pledged_kroner,
            delivered_kroner: budget.iter().map(|line| line.delivered_kroner).sum(),
            missing_kroner: cost_kroner.saturating_sub(pledged_kroner),
            cost_hours: cost.iter().map(|line| line.hours).sum(),
            pledged_hours: budget.iter().map(|line| line.hours).sum(),
            delivered_hours: budget.iter().map(|line| line.delivered_hours).sum(),
            example: cost.iter().any(|line| line.example) || budget.iter().any(|line| line.example),
        }
    }
}

impl std::iter::Sum for Money {
    fn sum<I: Iterator<Item = Self>>(parts: I) -> Self {
        parts.fold(Self::default(), |sum, part| Self {
            cost_kroner: sum.cost_kroner + part.cost_kroner,
            pledged_kroner: sum.pledged_kroner + part.pledged_kroner,
            delivered_kroner: sum.delivered_kroner + part.delivered_kroner,
            missing_kroner: sum.missing_kroner + part.missing_kroner,
            cost_hours: sum.cost_hours + part.cost_hours,
            pledged_hours: sum.pledged_hours + part.pledged_hours,
            delivered_hours: sum.delivered_hours + part.delivered_hours,
            example: sum.example || part.example,
        })
    }
}
