//! What money and hours a plan has, and where they went.

use std::collections::{BTreeMap, HashMap};

use crate::{Horizon, Measure, MeasureId, Money, OrganisationId};

/// The money and hours of one state.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Sums {
    pub money: Money,
    /// What of the pledged money goes to long-term measures.
    pub long_term_kroner: u64,
    /// What of the pledged hours goes to long-term measures.
    pub long_term_hours: u64,
}

impl Sums {
    pub(super) fn of(measures: &[Measure]) -> Self {
        let long_term = measures.iter().filter(|measure| measure.horizon == Horizon::LongTerm);
        let long_term: Money = long_term.map(Measure::money).sum();
        Self {
            money: measures.iter().map(Measure::money).sum(),
            long_term_kroner: long_term.pledged_kroner,
            long_term_hours: long_term.pledged_hours,
        }
    }

    /// Which part of the pledged money goes to what works for long; none where nothing is pledged.
    pub fn long_term_share(&self) -> Option<f64> {
        let all = self.money.pledged_kroner;
        (all > 0).then(|| self.long_term_kroner as f64 / all as f64)
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
    fn between(before: &[Measure], after: &[Measure], amount: impl Fn(&crate::BudgetLine) -> u64) -> Self {
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
fn pledges<'a>(measures: &'a [Measure], amount: &impl Fn(&crate::BudgetLine) -> u64) -> HashMap<(&'a MeasureId, &'a OrganisationId), u64> {
    let mut pledges = HashMap::new();
    for measure in measures {
        for line in &measure.budget {
            *pledges.entry((&measure.id, &line.funder)).or_default() += amount(line);
        }
    }
    pledges
}
