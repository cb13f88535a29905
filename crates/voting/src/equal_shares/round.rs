//! The rounds of equal shares in fixed-point numbers, with a bound on the error of every number that is compared. Where two
//! numbers lie closer than their bounds, [`super::exact`] decides.
//!
//! Errors grow from round to round, by what the poor had over how many pay in full; so numbers have as many binary places
//! as there is room for beside the largest sum of money.

use std::cmp::{Ordering, Reverse};
use std::collections::BinaryHeap;

use super::exact::{Exact, Price};
use crate::outcome::How;
use crate::quick::QuickMap;
use crate::rule::Utility;
use crate::{Choice, Election};

/// Rounding of a few operations of floating point, in which errors are kept and rates of different projects compared.
const EPSILON: f64 = 16.0 * f64::EPSILON;

/// What does not change from count to count: who supports what, with alike ballots put together.
pub(super) struct Field {
    /// How many voters each group of alike ballots stands for.
    pub weights: Vec<u64>,
    pub projects: Vec<Candidate>,
    /// All voters, also those with empty ballots.
    pub voters: u64,
    pub budget: u64,
    /// The file's money in units.
    pub unit: u64,
}

/// A project as voters see it.
pub(super) struct Candidate {
    pub cost: u64,
    /// Place by identifier, which breaks ties.
    pub rank: usize,
    /// What the worth of one step is multiplied by: the cost where utility is cost.
    pub factor: u64,
    /// Groups with the steps that the project is worth to them: points, or 1.
    pub supporters: Vec<(u32, u32)>,
}

impl Field {
    pub fn of(election: &Election, utility: Utility) -> Self {
        let groups = election.grouped();
        let mut ranks = vec![0; election.projects.len()];
        for (rank, project) in election.by_id().into_iter().enumerate() {
            ranks[project] = rank;
        }
        let candidate = |(project, rank): (&crate::Project, usize)| Candidate {
            cost: project.cost,
            rank,
            factor: if utility == Utility::Cost { project.cost } else { 1 },
            supporters: Vec::new(),
        };
        let mut projects: Vec<Candidate> = election.projects.iter().zip(ranks).map(candidate).collect();
        let steps = |choice: &Choice| if utility == Utility::Points { choice.points } else { 1 };
        for (group, (choices, _)) in groups.iter().enumerate() {
            for choice in choices {
                projects[choice.project as usize].supporters.push((group as u32, steps(choice)));
            }
        }
        Self {
            weights: groups.iter().map(|(_, weight)| *weight).collect(),
            projects,
            voters: election.voters(),
            budget: election.budget,
            unit: 10_u64.pow(election.decimals),
        }
    }

    /// What each voter holds, in the file's money, when shares are raised by so much.
    pub fn share(&self, raised: u64) -> f64 {
        if self.voters == 0 {
            return 0.0;
        }
        self.budget as f64 / self.unit as f64 / self.voters as f64 + raised as f64
    }

    pub fn cost(&self, project: usize) -> u64 {
        self.projects[project].cost
    }

    /// The projects that can be bought at all.
    pub fn supported(&self) -> impl Iterator<Item = usize> {
        (0..self.projects.len()).filter(|project| self.projects[*project].cost > 0 && !self.projects[*project].supporters.is_empty())
    }
}

/// Voters who paid the same hold the same: a purse is one history of payments.
pub(super) const FULL: u32 = 0;
pub(super) const EMPTY: u32 = u32::MAX;

/// One payment of a history.
pub(super) struct Purse {
    pub before: u32,
    /// The round in which it was paid.
    pub round: u32,
    /// How many steps were paid for.
    pub steps: u32,
}

/// A project that was bought.
pub(super) struct Bought {
    pub project: usize,
    /// What is paid for one step, in the file's money.
    rate: f64,
    paid_most: u64,
    paid_rest: u64,
}

impl Bought {
    pub fn how(&self) -> How {
        How::Shares {
            most: self.rate,
            paid_most: self.paid_most,
            paid_rest: self.paid_rest,
        }
    }
}

/// A count in its course.
pub(super) struct Count<'a> {
    field: &'a Field,
    pub bought: Vec<Bought>,
    /// What each group's voters hold, one voter of each, in parts of the file's money.
    balances: Vec<i128>,
    purses: Vec<u32>,
    histories: Vec<Purse>,
    /// Binary places of a part.
    places: u32,
    /// No balance is farther from the true one than this, in parts.
    error: i128,
    exact: Exact,
    scratch: Vec<Payer>,
}

/// A supporter with money, while a price is looked for.
#[derive(Clone, Copy)]
struct Payer {
    balance: i128,
    weight: i128,
    steps: i128,
}

/// What one step of a project costs, with the bound of its error, in parts.
#[derive(Clone, Copy)]
struct Estimate {
    rate: i128,
    /// None where it cannot be told.
    error: Option<i128>,
}

/// A project that waits, by the least that it can cost per worth: prices never fall, since balances never rise.
struct Waiting {
    least: f64,
    project: usize,
}

impl PartialEq for Waiting {
    fn eq(&self, other: &Self) -> bool {
        self.cmp(other) == Ordering::Equal
    }
}

impl Eq for Waiting {}

impl PartialOrd for Waiting {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Waiting {
    fn cmp(&self, other: &Self) -> Ordering {
        self.least.total_cmp(&other.least).then(self.project.cmp(&other.project))
    }
}

impl<'a> Count<'a> {
    /// Counts with shares raised by so much of the file's money, until no project can be bought.
    pub fn run(field: &'a Field, raised: u64) -> Self {
        let all = (u128::from(field.budget) / u128::from(field.unit) + 1 + u128::from(raised) * u128::from(field.voters)).max(1);
        // one place for the sign, one for sums that are compared
        let places = all.leading_zeros().saturating_sub(3).min(100);
        let share = part(field.budget, field.unit, places) / i128::from(field.voters.max(1)) + (i128::from(raised) << places);
        let mut count = Self {
            field,
            bought: Vec::new(),
            places,
            balances: vec![share; field.weights.len()],
            purses: vec![FULL; field.weights.len()],
            histories: vec![Purse {
                before: FULL,
                round: 0,
                steps: 0,
            }],
            error: 2,
            exact: Exact::new(field.budget, field.voters, raised, field.unit),
            scratch: Vec::new(),
        };
        let waiting = |project| Reverse(Waiting { least: 0.0, project });
        // what costs more than all money together would need more binary places than there are, and is never bought
        let money = u128::from(field.budget) + u128::from(raised) * u128::from(field.unit) * u128::from(field.voters);
        let payable = field.supported().filter(|project| u128::from(field.cost(*project)) <= money);
        let mut queue: BinaryHeap<Reverse<Waiting>> = payable.map(waiting).collect();
        while let Some(next) = count.cheapest(&mut queue) {
            count.buy(next);
        }
        count
    }

    /// Takes the project out of the queue that costs least for what it is worth; those that cannot be bought any more go.
    fn cheapest(&mut self, queue: &mut BinaryHeap<Reverse<Waiting>>) -> Option<usize> {
        let mut tried: Vec<(usize, f64, f64)> = Vec::new();
        let mut most = f64::INFINITY;
        while let Some(Reverse(next)) = queue.pop() {
            if next.least > most {
                queue.push(Reverse(next));
                break;
            }
            if let Some(estimate) = self.estimate(next.project) {
                let factor = self.field.projects[next.project].factor as f64;
                let (rate, error) = (estimate.rate as f64, estimate.error.map_or(f64::INFINITY, |error| error as f64));
                let low = ((rate - error) / factor * (1.0 - EPSILON)).max(0.0);
                let high = (rate + error) / factor * (1.0 + EPSILON);
                most = most.min(high);
                tried.push((next.project, low, high));
            }
        }
        let contenders: Vec<usize> = tried
            .iter()
            .filter(|(_, low, _)| *low <= most)
            .map(|(project, ..)| *project)
            .collect();
        let best = match contenders.as_slice() {
            [] => None,
            [one] => Some(*one),
            several => self.settle(several),
        };
        for (project, low, _) in tried {
            if Some(project) != best {
                queue.push(Reverse(Waiting { least: low, project }));
            }
        }
        best
    }

    /// Which of several that floating point cannot tell apart costs least, in whole numbers; ties by identifier.
    fn settle(&mut self, several: &[usize]) -> Option<usize> {
        let mut best: Option<(usize, Price)> = None;
        for &project in several {
            let Some(price) = self.exact_price(project) else { continue };
            let (factor, rank) = (self.field.projects[project].factor, self.field.projects[project].rank);
            let is_better = best.as_ref().is_none_or(|(known, known_price)| {
                let other = &self.field.projects[*known];
                let order = price.compare_per(factor, known_price, other.factor);
                order.then(rank.cmp(&other.rank)) == Ordering::Less
            });
            if is_better {
                best = Some((project, price));
            }
        }
        best.map(|(project, _)| project)
    }

    /// What one step of a project costs its supporters now; none where their money does not cover it.
    fn estimate(&mut self, project: usize) -> Option<Estimate> {
        let candidate = &self.field.projects[project];
        let cost = part(candidate.cost, self.field.unit, self.places);
        let mut payers = std::mem::take(&mut self.scratch);
        payers.clear();
        let (mut total, mut weight) = (0, 0);
        for &(group, steps) in &candidate.supporters {
            let group = group as usize;
            if self.purses[group] != EMPTY {
                let payer = Payer {
                    balance: self.balances[group],
                    weight: i128::from(self.field.weights[group]),
                    steps: i128::from(steps),
                };
                total += payer.weight * payer.balance;
                weight += payer.weight;
                payers.push(payer);
            }
        }
        let slack = weight.saturating_mul(self.error).saturating_add(2);
        let is_covered = if (total - cost).abs() > slack {
            total > cost
        } else {
            self.exact_money(project) != Ordering::Less
        };
        let estimate = is_covered.then(|| price(&mut payers, cost, self.error));
        self.scratch = payers;
        estimate
    }

    /// The supporters' money against the cost, exactly.
    fn exact_money(&mut self, project: usize) -> Ordering {
        let candidate = &self.field.projects[project];
        let form = self
            .exact
            .sum(self.holders(project).map(|(purse, weight, _)| (purse, weight)), &self.histories);
        self.exact.against_cost(&form, candidate.cost)
    }

    /// The supporters with money: purse, weight and steps.
    fn holders(&self, project: usize) -> impl Iterator<Item = (u32, u64, u32)> {
        let of = |&(group, steps): &(u32, u32)| (self.purses[group as usize], self.field.weights[group as usize], steps);
        self.field.projects[project]
            .supporters
            .iter()
            .map(of)
            .filter(|(purse, ..)| *purse != EMPTY)
    }

    fn exact_price(&mut self, project: usize) -> Option<Price> {
        let holders: Vec<(u32, u64, u32)> = self.holders(project).collect();
        self.exact.price(self.field.projects[project].cost, &holders, &self.histories)
    }

    /// Lets the supporters pay.
    fn buy(&mut self, project: usize) {
        let Some(estimate) = self.estimate(project) else { return };
        let field = self.field;
        let candidate = &field.projects[project];
        let round = self.bought.len() as u32;
        let unclear = |error: i128| {
            candidate.supporters.iter().any(|&(group, steps)| {
                let steps = i128::from(steps);
                let distance = self.balances[group as usize] - estimate.rate * steps;
                let near = self.error.saturating_add(error.saturating_mul(steps));
                self.purses[group as usize] != EMPTY && distance.abs() <= near
            })
        };
        let is_unclear = estimate.error.is_none_or(unclear);
        let price = if is_unclear { self.exact_price(project) } else { None };
        let gives_all = |count: &Self, group: u32, steps: u32| match &price {
            Some(price) => price.gives_all(count.purses[group as usize], steps),
            None => count.balances[group as usize] <= estimate.rate * i128::from(steps),
        };
        let rest: Vec<bool> = candidate
            .supporters
            .iter()
            .map(|&(group, steps)| self.purses[group as usize] != EMPTY && gives_all(self, group, steps))
            .collect();
        let givers = candidate.supporters.iter().zip(&rest).filter(|(_, all)| **all);
        let poor = givers.map(|(&(group, _), _)| (self.purses[group as usize], field.weights[group as usize]));
        let poor: Vec<(u32, u64)> = poor.collect();
        let exact_rate = price.as_ref().and_then(|price| price.rate(field.unit, field.voters, self.places));
        // what cannot be told is told by the exact rate, or so much that nothing is clear from then on
        let (rate, rate_error) = exact_rate.map_or((estimate.rate, estimate.error.unwrap_or(i128::MAX)), |rate| (rate, 1));
        let mut bought = Bought {
            project,
            rate: in_money(rate, self.places),
            paid_most: 0,
            paid_rest: 0,
        };
        let (mut pull, mut most_steps) = (0, 0);
        let mut known: QuickMap<(u32, u32), u32> = QuickMap::default();
        for (&(group, steps), all) in candidate.supporters.iter().zip(rest) {
            let (group, weight) = (group as usize, field.weights[group as usize]);
            if self.purses[group] == EMPTY {
                continue;
            }
            if all {
                bought.paid_rest += weight;
                self.balances[group] = 0;
                self.purses[group] = EMPTY;
            } else {
                bought.paid_most += weight;
                pull += weight * u64::from(steps);
                most_steps = most_steps.max(steps);
                self.balances[group] -= rate * i128::from(steps);
                let next = *known.entry((self.purses[group], steps)).or_insert_with(|| {
                    self.histories.push(Purse {
                        before: self.purses[group],
                        round,
                        steps,
                    });
                    (self.histories.len() - 1) as u32
                });
                self.purses[group] = next;
            }
        }
        self.error = self.error.saturating_add(rate_error.saturating_mul(i128::from(most_steps)));
        self.exact.bought(candidate.cost, poor, pull, &self.histories);
        self.bought.push(bought);
    }

    /// What a project's supporters have left together, in the file's money.
    pub fn money_left(&self, project: usize) -> f64 {
        let left = |&(group, _): &(u32, u32)| self.balances[group as usize].max(0) * i128::from(self.field.weights[group as usize]);
        in_money(self.field.projects[project].supporters.iter().map(left).sum(), self.places)
    }
}

/// An amount in parts, rounded down.
fn part(units: u64, unit: u64, places: u32) -> i128 {
    let (whole, rest) = (i128::from(units / unit), i128::from(units % unit));
    // a unit is at most a million, so twenty places more than that are never lost
    (whole << places) + (rest << places.min(100)) / i128::from(unit)
}

fn in_money(parts: i128, places: u32) -> f64 {
    parts as f64 / 2_f64.powi(places as i32)
}

/// The rate at which payers together give the cost, each the rate times their steps or all they have. `error` is that of
/// every balance.
fn price(payers: &mut Vec<Payer>, cost: i128, error: i128) -> Estimate {
    let highest = payers
        .iter()
        .map(|payer| (payer.balance, payer.steps))
        .max_by(|one, two| (one.0 * two.1).cmp(&(two.0 * one.1)));
    let (mut poor, mut poor_weight) = (0, 0);
    let mut pull: i128 = payers.iter().map(|payer| payer.weight * payer.steps).sum();
    let rate = loop {
        let Some(rate) = (cost - poor).checked_div(pull) else {
            break highest.map_or(0, |(balance, steps)| balance / steps);
        };
        let before = payers.len();
        payers.retain(|payer| {
            let gives_all = payer.balance < rate * payer.steps;
            if gives_all {
                poor += payer.weight * payer.balance;
                poor_weight += payer.weight;
                pull -= payer.weight * payer.steps;
            }
            !gives_all
        });
        if payers.len() == before {
            break rate;
        }
    };
    // Those who surely pay in full hold the rate where it is: it moves by what the others' balances may be wrong, over the
    // pull of these. The first guess takes all who pay in full, and holds where at least half of their pull is sure.
    let moves = |weight: i128, pull: i128| Some(weight.checked_mul(error)?.checked_add(2)? / pull.max(1) + 2);
    let sure_of = |guess: i128| {
        let (mut sure, mut unsure) = (0, poor_weight);
        for payer in payers.iter() {
            if payer.balance - rate * payer.steps > error.saturating_add(guess.saturating_mul(payer.steps)) {
                sure += payer.weight * payer.steps;
            } else {
                unsure += payer.weight;
            }
        }
        let bound = moves(unsure, sure)?;
        (sure > 0 && 2 * sure >= pull && bound <= guess).then_some(bound)
    };
    let guess = moves(poor_weight, pull).and_then(|moved| moved.checked_mul(2));
    Estimate {
        rate,
        error: guess.and_then(sure_of),
    }
}
