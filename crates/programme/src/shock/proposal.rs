//! Shocks that an indicator proposes: an assumption watches itself by a figure and its limit.

use jiff::civil::Date;
use statistics::Figure;

use crate::{Assumption, State};

/// An assumption whose watched figure has crossed its limit, and no shock speaks of it yet.
#[derive(Debug, Clone, PartialEq)]
pub struct Proposal<'a> {
    pub assumption: &'a Assumption,
    /// The newest figure that is known.
    pub figure: Figure,
}

/// The assumptions that figures known on a day show to be broken, without a shock declared on or after the day that the
/// figure speaks of.
pub fn proposals(state: &State, today: Date) -> Vec<Proposal<'_>> {
    let proposal = |assumption| {
        let figure = crossed(state, assumption, today)?;
        let since = figure.period.first_day();
        let told = |shock: &&crate::Shock| shock.effect_on(&assumption.id).is_some() && shock.date >= since;
        state.shocks.iter().find(told).is_none().then_some(Proposal { assumption, figure })
    };
    state.assumptions.iter().filter_map(proposal).collect()
}

/// The newest figure of an assumption's indicator, where it lies beyond the limit.
fn crossed(state: &State, assumption: &Assumption, today: Date) -> Option<Figure> {
    let watch = assumption.watch.as_ref()?;
    let newest = watch.newest(state, today)?;
    watch.is_crossed_by(newest.value.number()?).then_some(newest)
}
