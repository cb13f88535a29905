//! Figures of one day's units as those of another day's.

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::Date;

use super::{Division, Units};
use crate::{Missing, Value};

/// A unit's figure that can be summed over units, and whether it is an estimate.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Amount {
    /// The number, or why there is none.
    pub value: Value,
    /// True where the number came of splitting a unit by weights.
    pub estimate: bool,
}

impl Amount {
    /// A number as the source gave it.
    pub fn exact(number: f64) -> Self {
        Self {
            value: Value::Number(number),
            estimate: false,
        }
    }
}

/// Figures by unit of a later day.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Carried {
    /// By code.
    pub amounts: BTreeMap<String, Amount>,
    /// Units of which not all parts had a figure to begin with, so that the sum would be too small: they have no figure here.
    pub incomplete: BTreeSet<String>,
}

/// Figures that cannot be carried over.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum CarryError {
    /// The later day is before the earlier.
    #[error("figures of {from} cannot be carried back to {to}: what was merged cannot be told apart")]
    Backwards {
        /// The day of the figures.
        from: Date,
        /// The day that was asked for.
        to: Date,
    },
}

impl Division {
    /// Carries figures of the units of one day over to the units of a later day. The figures must be such as can be summed over
    /// units: persons, not percentages.
    ///
    /// Where some of the units that became one have a figure and others are not there at all, that one is told as
    /// [`Carried::incomplete`] and gets no figure.
    pub fn carry(&self, amounts: &BTreeMap<String, Amount>, from: Date, to: Date) -> Result<Carried, CarryError> {
        if to < from {
            return Err(CarryError::Backwards { from, to });
        }
        let mut carried = Carried {
            amounts: amounts.clone(),
            incomplete: BTreeSet::new(),
        };
        for units in self.between(from, to) {
            carried = step(&carried, units);
        }
        Ok(carried)
    }
}

/// Carries figures over one day of change.
fn step(before: &Carried, units: &Units) -> Carried {
    let mut after = Carried::default();
    let mut add = |to: &str, amount: Amount| {
        let so_far = after.amounts.get(to).copied();
        let sum = so_far.map_or(amount, |so_far| together(so_far, amount));
        after.amounts.insert(to.to_owned(), sum);
    };
    for (code, amount) in &before.amounts {
        match units.get(code).map(Vec::as_slice) {
            None => add(code, *amount),
            // a merger or a new code: the whole goes over as it is
            Some([(to, _)]) => add(to, *amount),
            Some(parts) => split(*amount, parts).into_iter().for_each(|(to, part)| add(to, part)),
        }
    }
    for (code, parts) in units {
        let unknown = !before.amounts.contains_key(code);
        // a unit that nobody has figures of leaves no gap where none of its companions has any either
        let beside_known = parts.iter().any(|(to, _)| after.amounts.contains_key(to));
        if before.incomplete.contains(code) || (unknown && beside_known) {
            after.incomplete.extend(parts.iter().map(|(to, _)| to.clone()));
        }
    }
    let unchanged = before.incomplete.iter().filter(|code| !units.contains_key(*code));
    after.incomplete.extend(unchanged.cloned());
    after.amounts.retain(|code, _| !after.incomplete.contains(code));
    after
}

/// The parts of a split unit; the last gets what the others left, so that the parts make the whole to the last bit that
/// floating-point numbers have.
fn split(amount: Amount, parts: &[(String, f64)]) -> Vec<(&str, Amount)> {
    let estimate = |value: Value| Amount { value, estimate: true };
    let Value::Number(whole) = amount.value else {
        return parts.iter().map(|(to, _)| (to.as_str(), estimate(amount.value))).collect();
    };
    let mut rest = whole;
    let mut shares = Vec::with_capacity(parts.len());
    for (place, (to, weight)) in parts.iter().enumerate() {
        let number = if place + 1 == parts.len() { rest } else { whole * weight };
        rest -= number;
        shares.push((to.as_str(), estimate(Value::Number(number))));
    }
    shares
}

/// Two figures as one: where one is missing, so is the sum.
fn together(left: Amount, right: Amount) -> Amount {
    let value = match (left.value, right.value) {
        (Value::Number(left), Value::Number(right)) => Value::Number(left + right),
        (Value::Missing(left), Value::Missing(right)) => Value::Missing(graver(left, right)),
        (Value::Missing(missing), _) | (_, Value::Missing(missing)) => Value::Missing(missing),
    };
    Amount {
        value,
        estimate: left.estimate || right.estimate,
    }
}

/// Which of two signs to show for both: what is withheld must stay withheld.
fn graver(left: Missing, right: Missing) -> Missing {
    let order = [
        Missing::Confidential,
        Missing::Suppressed,
        Missing::NotAvailable,
        Missing::NotYetAvailable,
        Missing::NotApplicable,
        Missing::Nil,
    ];
    order.into_iter().find(|sign| [left, right].contains(sign)).unwrap_or(left)
}
