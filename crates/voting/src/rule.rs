//! How an election is counted; chosen and stated before the vote opens.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

/// A counting rule.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Rule {
    /// Method of equal shares (Peters, Pierczyński and Skowron 2021): each voter holds an equal share of the budget, and
    /// what is bought is paid by those who chose it.
    EqualShares { utility: Utility, completion: Completion },
    /// By number of votes, each that still fits.
    Greedy,
    /// The set with the greatest sum of utilities that fits the budget.
    Knapsack { utility: Utility },
}

/// What a project that was chosen is worth to the voter.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Utility {
    /// As much as it costs.
    Cost,
    /// The same for every project.
    Votes,
    /// The points given.
    Points,
}

/// What is done with money that equal shares leave.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Completion {
    /// It stays.
    None,
    /// Shares are raised by 1 (in the file's money) and counted anew until nothing more fits.
    Add1,
    /// As add1, then by number of votes what still fits.
    Add1Greedy,
}

macro_rules! words {
    ($type:ty, $what:literal: $($value:path => $word:literal),* $(,)?) => {
        impl $type {
            /// All, in the order in which they are offered.
            pub const ALL: &'static [Self] = &[$($value),*];

            /// The word on the command line, in files and in message keys.
            pub fn word(self) -> &'static str {
                match self {
                    $($value => $word,)*
                }
            }
        }

        impl fmt::Display for $type {
            fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
                formatter.write_str(self.word())
            }
        }

        impl FromStr for $type {
            type Err = String;

            fn from_str(word: &str) -> Result<Self, String> {
                let known = Self::ALL.iter().copied().find(|value| value.word() == word);
                known.ok_or_else(|| format!(concat!("«{}» is no ", $what, ": write {}"), word, [$($word),*].join(", ")))
            }
        }
    };
}

words!(Utility, "utility": Self::Cost => "cost", Self::Votes => "votes", Self::Points => "points");
words!(Completion, "completion": Self::None => "none", Self::Add1 => "add1", Self::Add1Greedy => "add1-greedy");
