//! What money and hours a plan has, and where they went.

use std::collections::{BTreeMap, HashMap};

use crate::measure::Shares;
use crate::{AdoptedPlan, BudgetLine, Measure, MeasureId, Money, OrganisationId};

/// The money and hours of one state.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Sums {
    pub money: Money,
    /// How they are shared between what is meant to work soon and what is meant to work long.
    pub shares: Shares,
}

impl Sums {
    pub(super) fn of(plan: &AdoptedPlan) -> Self {
        Self {
            money: plan.measures.iter().map(Measure::money).sum(),
            shares: Shares::of(&plan.measures, &plan.plan),
        }
    }
}

/// Where pledges went, funder by funder: what one measure lost and another of the same funder's got was moved.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Moved {
    /// From one measure to another.
    pub moved: u64,
    /// Out of the plan.
    pub gone: u64,
    /// Into the plan.
    pub come: u64,
}

impl Moved {
    /// Kroner or hours, as `amount` takes them of a budget line.
    fn between(before: &[Measure], after: &[Measure], amount: impl Fn(&BudgetLine) -> u64) -> Self {
        let (then, now) = (pledges(before, &amount), pledges(after, &amount));
        let mut funders: BTreeMap<&OrganisationId, (u64, u64)> = BTreeMap::new();
        for (key, old) in &then {
            let new = now.get(key).copied().unwrap_or(0);
            funders.entry(key.1).or_default().0 += old.saturating_sub(new);
        }
        for (key, new) in &now {
            let old = then.get(key).copied().unwrap_or(0);
            funders.entry(key.1).or_default().1 += new.saturating_sub(old);
        }
        funders.into_values().fold(Self::default(), |sum, (lost, got)| Self {
            moved: sum.moved + lost.min(got),
            gone: sum.gone + lost.saturating_sub(got),
            come: sum.come + got.saturating_sub(lost),
        })
    }
}

/// Kroner and hours.
pub(super) fn moved(before: &[Measure], after: &[Measure]) -> (Moved, Moved) {
    (
        Moved::between(before, after, |line| line.kroner),
        Moved::between(before, after, |line| line.hours),
    )
}

/// What each funder pledges to each measure, all years together.
fn pledges<'a>(measures: &'a [Measure], amount: &impl Fn(&BudgetLine) -> u64) -> HashMap<(&'a MeasureId, &'a OrganisationId), u64> {
    let mut pledges = HashMap::new();
    for measure in measures {
        for line in &measure.budget {
            *pledges.entry((&measure.id, &line.funder)).or_default() += amount(line);
        }
    }
    pledges
}
