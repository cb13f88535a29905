//! Divisions that change: municipalities merge, split and get new codes, and a series must go on across that.
//!
//! A [`Division`] is a list of [`Step`]s, each of which says that from a day on, a part of one unit belongs to another. Figures
//! of the old units are carried over to the new by [`Division::carry`]: a merger or a new code exactly, a split by the weights
//! that the steps state, and what came of a split is marked as an estimate for ever after. Nothing is lost on the way: the
//! sum over all units is the same before and after, and where a figure is missing, whatever rests on it is missing too.

mod carry;
mod klass;

pub use carry::{Amount, Carried, CarryError};
pub use klass::{Code, CodeChange, Codes, Klass, steps};

use std::collections::BTreeMap;

use jiff::civil::Date;

/// From a day on, a part of a unit belongs to another unit.
#[derive(Debug, Clone, PartialEq)]
pub struct Step {
    /// The code before, such as "0604".
    pub from: String,
    /// The code after, such as "3006".
    pub to: String,
    /// The day from which it is so.
    pub day: Date,
    /// The part of the old unit that goes to the new, more than 0 and at most 1. The parts of a unit make 1 together.
    pub weight: f64,
}

/// What became of units on a day: by the code before, the codes after and the part that each got.
type Units = BTreeMap<String, Vec<(String, f64)>>;

/// How units became others, day by day.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Division {
    days: BTreeMap<Date, Units>,
}

/// Steps that cannot be.
#[derive(Debug, Clone, PartialEq, thiserror::Error)]
pub enum DivisionError {
    /// A weight is not a part of something.
    #[error("{from} to {to} on {day}: {weight} is not a part; write a number above 0 and at most 1")]
    Weight {
        /// The code before.
        from: String,
        /// The code after.
        to: String,
        /// The day.
        day: Date,
        /// The weight.
        weight: f64,
    },
    /// The parts of a unit do not make the whole.
    #[error("the parts of {from} on {day} make {sum} together, not 1: name every unit that got a part of it")]
    Parts {
        /// The code before.
        from: String,
        /// The day.
        day: Date,
        /// What they make.
        sum: f64,
    },
    /// The same step stands twice.
    #[error("{from} to {to} on {day} stands twice")]
    Twice {
        /// The code before.
        from: String,
        /// The code after.
        to: String,
        /// The day.
        day: Date,
    },
}

/// Weights that are written with a few decimals make 1 to within this.
const ROUNDING: f64 = 1e-6;

impl Division {
    /// A division that changed by these steps. The parts of each unit must make 1 on each day.
    pub fn new(steps: Vec<Step>) -> Result<Self, DivisionError> {
        let mut days: BTreeMap<Date, Units> = BTreeMap::new();
        for Step { from, to, day, weight } in steps {
            if !(weight > 0.0 && weight <= 1.0) {
                return Err(DivisionError::Weight { from, to, day, weight });
            }
            let parts = days.entry(day).or_default().entry(from.clone()).or_default();
            if parts.iter().any(|(other, _)| *other == to) {
                return Err(DivisionError::Twice { from, to, day });
            }
            parts.push((to, weight));
        }
        for (day, units) in &mut days {
            for (from, parts) in units {
                parts.sort_by(|left, right| left.0.cmp(&right.0));
                let sum: f64 = parts.iter().map(|(_, weight)| weight).sum();
                if (sum - 1.0).abs() > ROUNDING {
                    let (from, day) = (from.clone(), *day);
                    return Err(DivisionError::Parts { from, day, sum });
                }
            }
        }
        Ok(Self { days })
    }

    /// What became of a unit between two days, with the part of it that each of those got. A unit to which nothing happened is
    /// itself. A unit of another day than `from` is not told from one of that day by its code: codes are used again.
    pub fn heirs(&self, code: &str, from: Date, to: Date) -> Vec<(String, f64)> {
        let mut heirs = BTreeMap::from([(code.to_owned(), 1.0)]);
        for units in self.between(from, to) {
            let mut next: BTreeMap<String, f64> = BTreeMap::new();
            for (unit, part) in heirs {
                match units.get(&unit) {
                    None => *next.entry(unit).or_default() += part,
                    Some(parts) => parts
                        .iter()
                        .for_each(|(to, weight)| *next.entry(to.clone()).or_default() += part * weight),
                }
            }
            heirs = next;
        }
        heirs.into_iter().collect()
    }

    /// The days of change after one day and up to another, with what changed.
    fn between(&self, from: Date, to: Date) -> impl Iterator<Item = &Units> {
        let after = (std::ops::Bound::Excluded(from), std::ops::Bound::Included(to.max(from)));
        // the same day twice is no time at all, and a range that excludes its own end would be refused
        let range = (to > from).then(|| self.days.range(after));
        range.into_iter().flatten().map(|(_, units)| units)
    }
}
