//! What floating point cannot tell apart, in whole numbers.
//!
//! All money is multiplied by the number of voters, so that a share is a whole number. The rate paid in round r is
//! `x[r] = n[r] / d[r]` with `d[r] = d[r-1] * pull[r]`, where the pull is the sum of weight times steps over those who paid
//! it in full. A voter's balance is the share minus steps times rate of each round paid, hence a sum over any voters is a
//! share times a number minus a sum of rates times numbers, all over one denominator. Rates are worked out when they are
//! first asked for: in most counts that is never.

use std::cmp::Ordering;
use std::collections::HashMap;

use num_bigint::BigInt;

use super::round::{EMPTY, FULL, Purse};

pub(super) struct Exact {
    /// What each voter held at first.
    share: BigInt,
    voters: u64,
    rounds: Vec<Round>,
    /// Numerators and denominators of the rates that have been worked out; the denominator before the first round is 1.
    numerators: Vec<BigInt>,
    denominators: Vec<BigInt>,
}

/// What is needed to work out a round's rate.
struct Round {
    cost: u64,
    /// What those had who gave all they had left.
    poor: Form,
    pull: u64,
}

/// A sum of balances: `shares` times the share minus, for each round, a number times its rate.
#[derive(Default)]
pub(super) struct Form {
    shares: u64,
    paid: Vec<u64>,
}

/// A rate as a fraction, and who gives all that is left at it.
pub(super) struct Price {
    numerator: BigInt,
    denominator: BigInt,
    /// By purse and steps, where that could be asked.
    gives_all: HashMap<(u32, u32), bool>,
}

impl Exact {
    pub fn new(budget: u64, voters: u64, raised: u64, unit: u64) -> Self {
        Self {
            share: BigInt::from(budget) + BigInt::from(raised) * unit * voters,
            voters,
            rounds: Vec::new(),
            numerators: Vec::new(),
            denominators: vec![BigInt::from(1)],
        }
    }

    /// The sum of the balances behind purses, each counted so often.
    pub fn sum(&self, purses: impl Iterator<Item = (u32, u64)>, histories: &[Purse]) -> Form {
        let mut form = Form {
            shares: 0,
            paid: vec![0; self.rounds.len()],
        };
        for (purse, weight) in purses {
            form.shares += weight;
            let mut at = purse;
            while at != FULL {
                let Purse { before, round, steps } = histories[at as usize];
                form.paid[round as usize] += weight * u64::from(steps);
                at = before;
            }
        }
        form
    }

    /// A form's value over the newest denominator.
    fn value(&mut self, form: &Form) -> BigInt {
        self.work_out();
        let mut paid = BigInt::from(0);
        for (round, number) in form.paid.iter().enumerate() {
            paid *= self.rounds[round].pull.max(1);
            paid += &self.numerators[round] * *number;
        }
        for round in form.paid.len()..self.rounds.len() {
            paid *= self.rounds[round].pull.max(1);
        }
        &self.share * form.shares * self.denominator() - paid
    }

    fn denominator(&self) -> &BigInt {
        &self.denominators[self.denominators.len() - 1]
    }

    /// Works out the rates of the rounds that have none yet.
    fn work_out(&mut self) {
        for round in self.numerators.len()..self.rounds.len() {
            let mut paid = BigInt::from(0);
            let Round { cost, poor, pull } = &self.rounds[round];
            for (before, number) in poor.paid.iter().enumerate() {
                paid *= self.rounds[before].pull.max(1);
                paid += &self.numerators[before] * *number;
            }
            let denominator = self.denominator();
            let cost = BigInt::from(*cost) * self.voters;
            // where all gave what they had, nobody paid the rate, and none is asked for
            let numerator = (cost - &self.share * poor.shares) * denominator + paid;
            let next = denominator * (*pull).max(1);
            self.numerators.push(numerator);
            self.denominators.push(next);
        }
    }

    /// A sum of money against a cost.
    pub fn against_cost(&mut self, form: &Form, cost: u64) -> Ordering {
        let value = self.value(form);
        value.cmp(&(BigInt::from(cost) * self.voters * self.denominator()))
    }

    /// The rate at which holders (purse, weight, steps) together give the cost; none where they cannot.
    pub fn price(&mut self, cost: u64, holders: &[(u32, u64, u32)], histories: &[Purse]) -> Option<Price> {
        let mut kinds: HashMap<(u32, u32), u64> = HashMap::new();
        for (purse, weight, steps) in holders {
            *kinds.entry((*purse, *steps)).or_default() += weight;
        }
        let mut worth: HashMap<u32, BigInt> = HashMap::new();
        for (purse, _) in kinds.keys() {
            if !worth.contains_key(purse) {
                let form = self.sum(std::iter::once((*purse, 1)), histories);
                worth.insert(*purse, self.value(&form));
            }
        }
        self.work_out();
        let mut kinds: Vec<(u32, u32, u64)> = kinds.into_iter().map(|((purse, steps), weight)| (purse, steps, weight)).collect();
        // those who have least for a step give all first
        kinds.sort_by(|one, two| (&worth[&one.0] * two.1).cmp(&(&worth[&two.0] * one.1)));
        let mut missing = BigInt::from(cost) * self.voters * self.denominator();
        let mut pull: u64 = kinds.iter().map(|(_, steps, weight)| u64::from(*steps) * weight).sum();
        let mut poor = 0;
        for (purse, steps, weight) in &kinds {
            // all they have is less than the rate, missing / pull, times their steps
            if &worth[purse] * pull >= &missing * *steps {
                break;
            }
            missing -= &worth[purse] * *weight;
            pull -= u64::from(*steps) * weight;
            poor += 1;
        }
        let paid_exactly = |purse: &u32, steps: &u32| &worth[purse] * pull == &missing * *steps;
        if pull == 0 {
            return None;
        }
        let gives_all = kinds
            .iter()
            .enumerate()
            .map(|(place, (purse, steps, _))| ((*purse, *steps), place < poor || paid_exactly(purse, steps)));
        Some(Price {
            gives_all: gives_all.collect(),
            denominator: self.denominator() * pull,
            numerator: missing,
        })
    }

    /// Keeps what is needed to work out the rate of a round: what the poor (purse and weight) had, and the others' pull.
    pub fn bought(&mut self, cost: u64, poor: Vec<(u32, u64)>, pull: u64, histories: &[Purse]) {
        let poor = poor.into_iter().filter(|(purse, _)| *purse != EMPTY);
        let poor = self.sum(poor, histories);
        self.rounds.push(Round { cost, poor, pull });
    }
}

impl Price {
    /// This rate per `factor` against another per its own.
    pub fn compare_per(&self, factor: u64, other: &Self, other_factor: u64) -> Ordering {
        let one = &self.numerator * &other.denominator * other_factor;
        let two = &other.numerator * &self.denominator * factor;
        one.cmp(&two)
    }

    /// True where voters with this purse and these steps give all they have.
    pub fn gives_all(&self, purse: u32, steps: u32) -> bool {
        self.gives_all.get(&(purse, steps)).copied().unwrap_or(false)
    }

    /// The rate in parts of the file's money with so many binary places, rounded down; none where it has no room.
    pub fn rate(&self, unit: u64, voters: u64, places: u32) -> Option<i128> {
        let parts: BigInt = (&self.numerator << places) / (&self.denominator * unit * voters);
        parts.try_into().ok()
    }
}
