//! How a plan's money and hours are shared between what is meant to work soon and what is meant to work long.

use serde::{Deserialize, Serialize};

use super::{Horizon, Measure, Status};
use crate::ActionPlan;

/// What the measures that go on take in the plan's own years, by horizon. A measure that is on hold, dropped or replaced
/// takes part no longer: what it has used buys nothing for either horizon.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Shares {
    /// Immediate, this year, long term.
    pub kroner: [u64; 3],
    pub hours: [u64; 3],
}

impl Shares {
    /// The shares of a plan with these measures.
    pub fn of<'a>(measures: impl IntoIterator<Item = &'a Measure>, plan: &ActionPlan) -> Self {
        let years = plan.starts.year()..=plan.ends.year();
        let goes_on = |measure: &&Measure| !matches!(measure.current(), Status::Paused | Status::Dropped | Status::Replaced);
        let mut shares = Self::default();
        for measure in measures.into_iter().filter(goes_on) {
            let place = Horizon::ALL.iter().position(|horizon| *horizon == measure.horizon).unwrap_or(0);
            for cost in measure.cost.iter().filter(|cost| years.contains(&cost.year)) {
                shares.kroner[place] += cost.kroner;
                shares.hours[place] += cost.hours;
            }
        }
        shares
    }

    /// The long term's share of the money, 0 to 1; none where there is no money.
    pub fn long_term_kroner(&self) -> Option<f64> {
        share(self.kroner)
    }

    /// The long term's share of the hours, 0 to 1; none where there are no hours.
    pub fn long_term_hours(&self) -> Option<f64> {
        share(self.hours)
    }

    /// True where the long term gets less than `percent` of the money, or of the hours.
    pub fn is_under(&self, percent: u8) -> bool {
        // in whole numbers, so that exactly the floor is not under it
        let under = |parts: [u64; 3]| {
            let (long, all) = (u128::from(parts[2]), parts.iter().map(|part| u128::from(*part)).sum::<u128>());
            all > 0 && long * 100 < all * u128::from(percent)
        };
        under(self.kroner) || under(self.hours)
    }
}

fn share(parts: [u64; 3]) -> Option<f64> {
    let all: u64 = parts.iter().sum();
    (all > 0).then(|| parts[2] as f64 / all as f64)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn exactly_the_floor_is_not_under_it() {
        let shares = Shares {
            kroner: [40, 30, 30],
            hours: [0, 0, 0],
        };
        assert!(!shares.is_under(30));
        assert!(shares.is_under(31));
        assert_eq!(shares.long_term_kroner(), Some(0.3));
        assert_eq!(shares.long_term_hours(), None);
    }
}
