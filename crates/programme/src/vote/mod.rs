//! Priority votes: what is asked of whom, with which budget, by which rule, and what came of it.
//!
//! A vote is written, opened (then its rules stand), and closed when its last day is over: then the ballots are published
//! as one file that anybody can count again. What the body decides otherwise stands beside the result, never in its place.

mod ballot;
mod change;
mod keeping;
mod published;
mod result;
mod trouble;

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::{ActionPlanId, MeasureId, OptionId, Text, VoteId};

pub use ballot::{BallotError, Marks};
pub use change::Change;
pub use published::{Ballots, BallotsError, Weights};
pub use result::{Counted, VoteResult};
pub use trouble::Trouble;
pub use voting::{Completion, Utility};

pub(crate) use keeping::{keep_opened, prepared, settle};

/// A priority vote.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Vote {
    pub id: VoteId,
    pub title: Text,
    /// The plan that the money is for.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub plan: Option<ActionPlanId>,
    /// Kroner that can be spent.
    pub budget: u64,
    pub opens: Date,
    /// The last day on which ballots are taken.
    pub closes: Date,
    /// Who decides when the result is there.
    pub decided_by: Text,
    #[serde(default)]
    pub ballot: BallotKind,
    #[serde(default)]
    pub rule: Rule,
    #[serde(default)]
    pub shares: Shares,
    /// What can be voted for, in the order of the ballot.
    #[serde(rename = "option")]
    pub options: Vec<VoteOption>,
    /// From then on nothing above changes.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub opened: bool,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub closed: Option<Closing>,
    #[serde(default, rename = "override", skip_serializing_if = "Vec::is_empty")]
    pub overrides: Vec<Override>,
    #[serde(default, skip_serializing_if = "Text::is_empty")]
    pub body: Text,
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub example: bool,
    /// What was cast, published once the vote is closed; a file of its own in the folder.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub ballots: Option<Ballots>,
}

/// Something that can be voted for.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct VoteOption {
    pub id: OptionId,
    /// The measure that it stands for; none where it is not in the plan yet.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub measure: Option<MeasureId>,
    pub title: Text,
    /// Why, in a line or two.
    #[serde(default, skip_serializing_if = "Text::is_empty")]
    pub text: Text,
    /// Kroner.
    pub cost: u64,
}

/// What a voter may mark.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "kebab-case", deny_unknown_fields)]
pub enum BallotKind {
    /// Any options, or at most so many.
    Approval {
        #[serde(default, skip_serializing_if = "Option::is_none")]
        most: Option<u32>,
    },
    /// So many points, spread as one likes.
    Points { points: u32 },
}

impl Default for BallotKind {
    fn default() -> Self {
        Self::Approval { most: None }
    }
}

/// How the ballots are counted; [`voting`] says how each rule works.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "method", rename_all = "kebab-case", deny_unknown_fields)]
pub enum Rule {
    /// Each voter has an equal share of the budget, and pays for what they voted for together with others who did.
    EqualShares { utility: Utility, completion: Completion },
    /// The set that is worth most to the voters together, among those that the budget holds.
    Knapsack { utility: Utility },
    /// By number of votes, as long as the money lasts.
    Greedy,
}

impl Default for Rule {
    /// The fairest that we know, spending what it can.
    fn default() -> Self {
        Self::EqualShares {
            utility: Utility::Cost,
            completion: Completion::Add1,
        }
    }
}

impl Rule {
    /// The method's word in files, commands and message keys.
    pub fn word(self) -> &'static str {
        match self {
            Self::EqualShares { .. } => "equal-shares",
            Self::Knapsack { .. } => "knapsack",
            Self::Greedy => "greedy",
        }
    }

    /// What a marked option is worth to its voter; none where only its votes are counted.
    pub fn utility(self) -> Option<Utility> {
        match self {
            Self::EqualShares { utility, .. } | Self::Knapsack { utility } => Some(utility),
            Self::Greedy => None,
        }
    }

    /// What becomes of money that equal shares leave; none where another rule counts.
    pub fn completion(self) -> Option<Completion> {
        match self {
            Self::EqualShares { completion, .. } => Some(completion),
            Self::Knapsack { .. } | Self::Greedy => None,
        }
    }

    /// The rule as the counting knows it.
    pub(crate) fn counting(self) -> voting::Rule {
        match self {
            Self::EqualShares { utility, completion } => voting::Rule::EqualShares { utility, completion },
            Self::Knapsack { utility } => voting::Rule::Knapsack { utility },
            Self::Greedy => voting::Rule::Greedy,
        }
    }
}

/// The two groups whose votes are kept apart.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Group {
    Organisations,
    Persons,
}

impl Group {
    pub const ALL: [Self; 2] = [Self::Organisations, Self::Persons];

    /// The word in the store and in message keys.
    pub fn word(self) -> &'static str {
        match self {
            Self::Organisations => "organisations",
            Self::Persons => "persons",
        }
    }
}

impl std::str::FromStr for Group {
    type Err = ();

    fn from_str(word: &str) -> Result<Self, ()> {
        Self::ALL.into_iter().find(|group| group.word() == word).ok_or(())
    }
}

/// What each group weighs in the common result, in per cent; a group of 0 is not asked.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Shares {
    pub organisations: u32,
    pub persons: u32,
}

impl Default for Shares {
    fn default() -> Self {
        Self {
            organisations: 50,
            persons: 50,
        }
    }
}

impl Shares {
    pub fn of(self, group: Group) -> u32 {
        match group {
            Group::Organisations => self.organisations,
            Group::Persons => self.persons,
        }
    }
}

/// How many were asked and how many answered, and the fingerprint of the ballots.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Closing {
    pub organisations: Turnout,
    pub persons: Turnout,
    /// SHA-256 of the ballot file, hexadecimal.
    pub hash: String,
}

impl Closing {
    pub fn turnout(&self, group: Group) -> Turnout {
        match group {
            Group::Organisations => self.organisations,
            Group::Persons => self.persons,
        }
    }
}

/// How many of a group were asked, and how many answered.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Turnout {
    pub asked: u64,
    pub answered: u64,
}

/// A decision of the body that is another than the result.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Override {
    pub option: OptionId,
    pub outcome: Outcome,
    pub reason: Text,
    pub body: Text,
    pub date: Date,
    pub case: String,
}

/// Whether an option is carried out.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Outcome {
    In,
    Out,
}

impl Outcome {
    /// The word in files and in the API.
    pub fn word(self) -> &'static str {
        match self {
            Self::In => "in",
            Self::Out => "out",
        }
    }
}

/// Where a vote is in its life on a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Phase {
    /// Still being written.
    Draft,
    /// Its rules stand and its first day has not come.
    Announced,
    /// Ballots are taken.
    Open,
    /// Its last day is over and the ballots are about to be counted.
    Ended,
    /// Counted and published.
    Closed,
}

impl Phase {
    /// The word in the API and in message keys.
    pub fn word(self) -> &'static str {
        match self {
            Self::Draft => "draft",
            Self::Announced => "announced",
            Self::Open => "open",
            Self::Ended => "ended",
            Self::Closed => "closed",
        }
    }
}

/// Fewer voters than this in a group, and others could guess who cast which of its ballots.
pub const SMALL_GROUP: u64 = 5;

impl Vote {
    /// Where it is in its life.
    pub fn phase(&self, today: Date) -> Phase {
        if self.closed.is_some() {
            Phase::Closed
        } else if !self.opened {
            Phase::Draft
        } else if today < self.opens {
            Phase::Announced
        } else if today <= self.closes {
            Phase::Open
        } else {
            Phase::Ended
        }
    }

    /// The groups that are asked.
    pub fn groups(&self) -> impl Iterator<Item = Group> {
        let shares = self.shares;
        Group::ALL.into_iter().filter(move |group| shares.of(*group) > 0)
    }

    pub fn option(&self, id: &OptionId) -> Option<&VoteOption> {
        self.options.iter().find(|option| &option.id == id)
    }

    /// What the body decided otherwise about an option.
    pub fn overridden(&self, id: &OptionId) -> Option<&Override> {
        self.overrides.iter().find(|decision| &decision.option == id)
    }
}
