//! Many raises counted at once, where it can be seen that they all come to the same.
//!
//! A vote in large money has millions of raises before anything changes. Here what a voter holds is a [`Span`], from what
//! it is at the first of the raises to what it is at the last, rounded outwards; prices and balances are spans too, so
//! the truth of every raise lies within them. What two spans tell apart is so at every raise; where they do not, nothing
//! is said, and fewer raises are tried. Nothing is decided here that counting each raise would not decide alike.

use std::collections::BTreeMap;

use super::round::{Candidate, Field};
use crate::quick::QuickMap;

/// The most bits that all money together may have, so that sums and outward rounding stay within 63.
const BITS: u32 = 60;
/// More voters by weight, or steps of worth for one project, are not looked at: sums would go beyond 63 bits.
const MOST: u128 = 1 << 60;
/// Rounding of a few operations of floating point, generously.
const EPSILON: f64 = 1e-14;

/// The projects bought, in order, with every number of raises from the first to the last; none where that cannot be seen.
pub(super) fn same(field: &Field, first: u64, last: u64) -> Option<Vec<usize>> {
    let pull = |candidate: &Candidate| -> u128 { candidate.supporters.iter().map(|supporter| pull(field, *supporter)).sum() };
    let pulls: Vec<u128> = field.projects.iter().map(pull).collect();
    if u128::from(field.voters) > 1 << (BITS - 12) || pulls.iter().any(|pull| *pull > MOST) {
        return None;
    }
    Leap::of(field, &pulls, first, last).count()
}

/// A supporter group's weight times its steps.
fn pull(field: &Field, (group, steps): (u32, u32)) -> u128 {
    u128::from(field.weights[group as usize]) * u128::from(steps)
}

/// The truth is at least `low` and at most `high`, in parts.
#[derive(Clone, Copy, Default)]
struct Span {
    low: i64,
    high: i64,
}

/// What a step of a project costs.
#[derive(Clone, Copy)]
struct Offer {
    price: Span,
    /// Nobody gives all that is left, at any of the raises: the price is the cost divided by the pull.
    is_full: bool,
    /// Worked out in this round. Prices only rise, so an older one is still a floor.
    is_fresh: bool,
}

/// It cannot be seen.
struct Unseen;

struct Leap<'a> {
    field: &'a Field,
    pulls: &'a [u128],
    /// A part is 2 to the power of minus this many units.
    places: i32,
    balances: Vec<Span>,
    /// Groups with the same number have paid the same at each raise, and so hold the same.
    histories: Vec<u32>,
    last_history: u32,
    /// None for what cannot be bought any more.
    offers: Vec<Option<Offer>>,
}

impl<'a> Leap<'a> {
    fn of(field: &'a Field, pulls: &'a [u128], first: u64, last: u64) -> Self {
        let raise = u128::from(field.unit) * u128::from(field.voters);
        let all = |raised: u64| u128::from(field.budget) + u128::from(raised) * raise;
        let places = BITS as i32 - (u128::BITS - all(last).leading_zeros()) as i32;
        let voters = field.voters.max(1) as i64;
        let share = Span {
            low: floor(all(first), places) / voters,
            high: ceiling(all(last), places) / voters + 1,
        };
        let unknown = Offer {
            price: Span::default(),
            is_full: false,
            is_fresh: false,
        };
        let mut offers = vec![None; field.projects.len()];
        for project in field.supported().filter(|project| u128::from(field.cost(*project)) <= all(last)) {
            offers[project] = Some(unknown);
        }
        Self {
            field,
            pulls,
            places,
            balances: vec![share; field.weights.len()],
            histories: vec![0; field.weights.len()],
            last_history: 0,
            offers,
        }
    }

    fn count(mut self) -> Option<Vec<usize>> {
        let mut bought = Vec::new();
        while let Some((project, price)) = self.cheapest().ok()? {
            self.buy(project, price);
            bought.push(project);
        }
        Some(bought)
    }

    /// The project bought next at every raise; none where nothing is bought at any.
    fn cheapest(&mut self) -> Result<Option<(usize, Span)>, Unseen> {
        self.offers.iter_mut().flatten().for_each(|offer| offer.is_fresh = false);
        loop {
            let known = self.offers.iter().enumerate();
            let least = known.filter_map(|(project, offer)| offer.map(|offer| (project, self.rho(project, offer.price).0, offer)));
            let Some((first, _, offer)) = least.min_by(|one, two| one.1.total_cmp(&two.1)) else {
                return Ok(None);
            };
            if !offer.is_fresh {
                self.renew(first)?;
                continue;
            }
            let rivals = self.rivals(first, offer.price);
            let stale = rivals
                .iter()
                .find(|rival| self.offers[**rival].is_some_and(|offer| !offer.is_fresh));
            if let Some(&stale) = stale {
                self.renew(stale)?;
                continue;
            }
            let best = self.settle(first, &rivals)?;
            return Ok(self.offers[best].map(|offer| (best, offer.price)));
        }
    }

    /// A price per worth, from at least to at most.
    fn rho(&self, project: usize, price: Span) -> (f64, f64) {
        let factor = self.field.projects[project].factor as f64;
        (
            price.low as f64 / factor * (1.0 - EPSILON),
            price.high as f64 / factor * (1.0 + EPSILON),
        )
    }

    /// Other projects that may cost as little for their worth.
    fn rivals(&self, first: usize, price: Span) -> Vec<usize> {
        let most = self.rho(first, price).1;
        let may = |project: usize| self.offers[project].is_some_and(|offer| self.rho(project, offer.price).0 <= most);
        (0..self.offers.len())
            .filter(|project| *project != first && may(*project))
            .collect()
    }

    /// The cheapest of several that spans do not tell apart: by their prices as fractions where nobody gives all, by
    /// identifier where they cost the same and their supporters hold the same.
    fn settle(&self, first: usize, rivals: &[usize]) -> Result<usize, Unseen> {
        let candidate = |project: usize| &self.field.projects[project];
        let is_full = |project: usize| self.offers[project].is_some_and(|offer| offer.is_full);
        let mut best = first;
        for &rival in rivals {
            let (one, two) = (candidate(rival), candidate(best));
            let order = if is_full(rival) && is_full(best) {
                // with the cost as utility it stands above and below, and the greater pull is the smaller price
                let over = |one: &Candidate| if one.factor == one.cost { 1 } else { u128::from(one.cost) };
                (over(one) * self.pulls[best]).cmp(&(over(two) * self.pulls[rival]))
            } else if one.cost == two.cost && self.holders(one) == self.holders(two) {
                std::cmp::Ordering::Equal
            } else {
                return Err(Unseen);
            };
            if order.then(one.rank.cmp(&two.rank)).is_lt() {
                best = rival;
            }
        }
        Ok(best)
    }

    /// What supporters with money hold: how many of each history, for so many steps.
    fn holders(&self, candidate: &Candidate) -> BTreeMap<(u32, u32), u64> {
        let mut holders = BTreeMap::new();
        for &(group, steps) in &candidate.supporters {
            let group = group as usize;
            if self.balances[group].high > 0 {
                *holders.entry((self.histories[group], steps)).or_default() += self.field.weights[group];
            }
        }
        holders
    }

    fn renew(&mut self, project: usize) -> Result<(), Unseen> {
        let known = self.offers[project].map_or(0, |offer| offer.price.low);
        self.offers[project] = self.offer(project, known)?;
        Ok(())
    }

    /// What a step costs now, at least `known`; none where it cannot be paid at any raise.
    fn offer(&self, project: usize, known: i64) -> Result<Option<Offer>, Unseen> {
        let candidate = &self.field.projects[project];
        let cost = u128::from(candidate.cost);
        let (least, most) = (floor(cost, self.places), ceiling(cost, self.places));
        let mut low = known.max(least / self.pulls[project] as i64);
        let mut paying = self.paying(candidate, low, |balance| balance.high);
        if paying.held < most {
            return Ok(None);
        }
        // each step is at most the price where all have most, and so is where the steps end
        loop {
            let next = (least - paying.given) / paying.pull.max(1);
            if next <= low {
                break;
            }
            low = next;
            paying = self.paying(candidate, low, |balance| balance.high);
        }
        let (high, is_full) = self.high(candidate, low, most)?;
        Ok(Some(Offer {
            price: Span { low, high },
            is_full,
            is_fresh: true,
        }))
    }

    /// A price that covers the cost at every raise, from one that may not, and whether nobody then gives all.
    fn high(&self, candidate: &Candidate, low: i64, cost: i64) -> Result<(i64, bool), Unseen> {
        let mut price = low;
        loop {
            // what was worked out is rounded down
            price += 1;
            let paying = self.paying(candidate, price, |balance| balance.low);
            if paying.held < cost {
                return Err(Unseen);
            }
            if paying.given + paying.pull.saturating_mul(price) >= cost {
                return Ok((price, !paying.is_any_short));
            }
            price = price.max((cost - paying.given) / paying.pull.max(1));
        }
    }

    /// How supporters would pay at a price, at one end of what they may have.
    fn paying(&self, candidate: &Candidate, price: i64, end: impl Fn(Span) -> i64) -> Paying {
        let mut paying = Paying::default();
        for &(group, steps) in &candidate.supporters {
            let (balance, weight) = (end(self.balances[group as usize]), self.field.weights[group as usize] as i64);
            let is_short = balance < price.saturating_mul(steps.into());
            paying.held += weight * balance;
            paying.given += if is_short { weight * balance } else { 0 };
            paying.pull += if is_short { 0 } else { weight * i64::from(steps) };
            paying.is_any_short |= is_short;
        }
        paying
    }

    fn buy(&mut self, project: usize, price: Span) {
        self.offers[project] = None;
        let mut next: QuickMap<(u32, u32), u32> = QuickMap::default();
        for &(group, steps) in &self.field.projects[project].supporters {
            let group = group as usize;
            let balance = &mut self.balances[group];
            *balance = Span {
                low: balance.low.saturating_sub(price.high.saturating_mul(steps.into())).max(0),
                high: balance.high.saturating_sub(price.low.saturating_mul(steps.into())).max(0),
            };
            let history = next.entry((self.histories[group], steps)).or_insert_with(|| {
                self.last_history += 1;
                self.last_history
            });
            self.histories[group] = *history;
        }
    }
}

#[derive(Default)]
struct Paying {
    /// What all have.
    held: i64,
    /// What those have who have less than the price.
    given: i64,
    /// Weight times steps of the others.
    pull: i64,
    is_any_short: bool,
}

/// Units in parts, rounded down.
fn floor(units: u128, places: i32) -> i64 {
    let by = places.unsigned_abs();
    (if places >= 0 { units << by } else { units >> by }) as i64
}

/// Units in parts, rounded up.
fn ceiling(units: u128, places: i32) -> i64 {
    let is_whole = places >= 0 || units.trailing_zeros() >= places.unsigned_abs();
    floor(units, places) + i64::from(!is_whole)
}
