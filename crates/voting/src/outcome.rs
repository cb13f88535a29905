//! What a count came to, and why: data from which every page and command makes its words.

use serde::Serialize;

/// The result of a count.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Outcome {
    /// In the order in which they won, then those added by completion.
    pub winners: Vec<Won>,
    /// All others, those nearest to winning first.
    pub others: Vec<Lost>,
    /// What the winners cost together, in the election's units.
    pub cost: u64,
    /// What each voter held at the start of the count that stands, in the file's money; 0 for rules without shares.
    pub share: f64,
    /// By how much of the file's money the shares were raised by completion.
    pub raised: u64,
}

/// A project that won.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Won {
    /// Its place in the election.
    pub project: usize,
    /// How many voters chose it, by weight.
    pub votes: u64,
    /// How it won.
    pub how: How,
}

/// How a project won.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
#[serde(rename_all = "kebab-case", tag = "how")]
pub enum How {
    /// Its supporters paid for it out of their shares.
    Shares {
        /// The most that one supporter paid, in the file's money. With points, per point.
        most: f64,
        /// How many supporters paid that, and have money left or just none.
        paid_most: u64,
        /// How many gave all that they had left, which was less.
        paid_rest: u64,
    },
    /// It came next by number of votes and fitted into what was left, in the election's units.
    Fits { left: u64 },
    /// It is in the set with the greatest sum.
    Set,
}

/// A project that did not win.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Lost {
    pub project: usize,
    pub votes: u64,
    pub why: Why,
}

/// Why a project did not win.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
#[serde(rename_all = "kebab-case", tag = "why")]
pub enum Why {
    /// Nobody chose it.
    NoVotes,
    /// It has no cost, so there is nothing to pay for.
    NoCost,
    /// It costs more than the whole budget.
    OverBudget,
    /// What its supporters had left, in the file's money, was less than it costs.
    Shares { had: f64, missing: f64 },
    /// What was left of the budget when its turn came was less than it costs, in the election's units.
    Room { left: u64, missing: u64 },
    /// Another set is worth more, or as much for less money.
    Set,
}

impl Outcome {
    /// The winners' places in the election, in order.
    pub fn places(&self) -> Vec<usize> {
        self.winners.iter().map(|won| won.project).collect()
    }
}
