//! Votes on what to pay for: projects with costs, a budget, and ballots by approval or points.
//!
//! [`pabulib`] reads and writes the file format that researchers use; [`count`] counts an election by a [`Rule`] and says
//! why each project won or did not. All counting is exact: floating point only sorts out what is clear, and whatever it
//! cannot tell apart is decided in whole numbers.

mod amount;
mod election;
mod equal_shares;
mod greedy;
mod knapsack;
mod outcome;
pub mod pabulib;
mod quick;
mod rule;

pub use amount::{Amount, AmountError};
pub use election::{Ballot, BallotKind, Choice, Election, Project};
pub use outcome::{How, Lost, Outcome, Why, Won};
pub use rule::{Completion, Rule, Utility};

/// Counts an election. The same election gives the same outcome whatever the order of its ballots.
pub fn count(election: &Election, rule: Rule) -> Result<Outcome, TooHard> {
    match rule {
        Rule::EqualShares { utility, completion } => Ok(equal_shares::count(election, utility, completion)),
        Rule::Greedy => Ok(greedy::count(election)),
        Rule::Knapsack { utility } => knapsack::count(election, utility),
    }
}

/// The best set of a knapsack was not found within the work that a count may take. Costs of many digits that are worth
/// alike for their money bring that about; no real election has come near it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error(
    "the best set was not found among {sets} sets, where a count by knapsack gives up: round the costs, or count by another rule (equal shares, greedy)"
)]
pub struct TooHard {
    /// How many sets were looked at.
    pub sets: usize,
}
