//! An election: projects with costs, a budget, and ballots.

use serde::{Deserialize, Serialize};

use crate::Amount;
use crate::quick::QuickMap;

/// What voters decide on, and what they said.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Election {
    pub title: String,
    pub kind: BallotKind,
    /// Budget and costs are whole numbers of 10 to the power of minus this many of the file's money.
    pub decimals: u32,
    pub budget: u64,
    pub projects: Vec<Project>,
    /// In any order; alike ballots may stand together with their number as weight.
    pub ballots: Vec<Ballot>,
}

/// How voters say what they want.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum BallotKind {
    /// Each chosen project counts alike.
    Approval,
    /// A voter shares out points.
    Points,
}

/// Something that can be paid for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Project {
    pub id: String,
    pub name: String,
    pub cost: u64,
}

/// One voter's ballot, or several that are alike.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Ballot {
    /// Each project once, by its place in the election; may be empty, and the voter still counts.
    pub choices: Vec<Choice>,
    /// How many voters it stands for; at least 1.
    pub weight: u64,
}

/// A chosen project.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Choice {
    pub project: u32,
    /// 1 where the ballot is by approval.
    pub points: u32,
}

impl Election {
    /// How many voters there are, by weight.
    pub fn voters(&self) -> u64 {
        self.ballots.iter().map(|ballot| ballot.weight).sum()
    }

    /// An amount of this election.
    pub fn amount(&self, units: u64) -> Amount {
        Amount {
            units,
            decimals: self.decimals,
        }
    }

    /// How many voters chose each project, by weight.
    pub fn votes(&self) -> Vec<u64> {
        self.sums(|_| 1)
    }

    /// The points that each project got, by weight.
    pub fn points(&self) -> Vec<u64> {
        self.sums(|choice| u64::from(choice.points))
    }

    fn sums(&self, worth: impl Fn(&Choice) -> u64) -> Vec<u64> {
        let mut sums = vec![0; self.projects.len()];
        for ballot in &self.ballots {
            for choice in ballot.choices.iter().filter(|choice| choice.points > 0) {
                sums[choice.project as usize] += ballot.weight * worth(choice);
            }
        }
        sums
    }

    /// The projects' places, by their identifiers as texts: what breaks every tie.
    pub(crate) fn by_id(&self) -> Vec<usize> {
        let mut places: Vec<usize> = (0..self.projects.len()).collect();
        places.sort_by(|one, two| self.projects[*one].id.cmp(&self.projects[*two].id));
        places
    }

    /// The ballots with those that are alike put together, which no rule can tell apart.
    pub(crate) fn grouped(&self) -> Vec<(Vec<Choice>, u64)> {
        let mut groups: QuickMap<Vec<Choice>, u64> = QuickMap::default();
        for ballot in &self.ballots {
            let mut choices = ballot.choices.clone();
            choices.retain(|choice| choice.points > 0);
            choices.sort_unstable();
            *groups.entry(choices).or_default() += ballot.weight;
        }
        // their order plays no part: all that is summed is whole numbers
        groups.into_iter().collect()
    }
}
