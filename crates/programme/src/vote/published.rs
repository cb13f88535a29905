//! The published ballots: a file in the format that researchers use, with one column of ours that says of which group a
//! ballot is. They stand sorted, so that their order tells nothing of who voted or when.

use std::fmt;
use std::sync::Arc;

use serde::{Deserialize, Deserializer, Serialize, Serializer};
use voting::{Ballot, Choice, Election, Project, pabulib};

use super::{BallotKind, Group, Marks, SMALL_GROUP, Vote};
use crate::{Language, Revision};

/// A published ballot file; copies share the text.
#[derive(Clone, PartialEq, Eq)]
pub struct Ballots(Arc<str>);

/// Why a text is no ballot file of a vote, or cannot be counted.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum BallotsError {
    /// What the reader of the format says, line by line.
    #[error("{}", .0.join("; "))]
    Format(Vec<String>),
    /// The ballots are about other things than the vote.
    #[error("the file has other options, costs or money than the vote")]
    OtherVote,
    /// A group that there is not.
    #[error("line {0}: the group is organisations or persons")]
    Group(usize),
    /// The rule cannot be carried out on these costs.
    #[error(transparent)]
    TooHard(#[from] voting::TooHard),
}

impl Ballots {
    /// The ballots of a vote, in an order of their own. The group stands beside each where neither group is so small
    /// that others could guess who voted what.
    pub(crate) fn of(vote: &Vote, mut cast: Vec<(Group, Marks)>) -> Self {
        cast.sort();
        let count = |group| cast.iter().filter(|(of, _)| *of == group).count() as u64;
        let weights = Weights::of(vote, count);
        let ballots = cast.iter().map(|(group, marks)| ballot(vote, marks, weights.one(*group))).collect();
        let text = pabulib::write(&election(vote, ballots));
        let both = vote.groups().count() == 2;
        let told = both && Group::ALL.into_iter().all(|group| count(group) >= SMALL_GROUP);
        if told {
            let groups: Vec<&str> = cast.iter().map(|(group, _)| group.word()).collect();
            Self(with_groups(&text, &groups).into())
        } else {
            Self(text.into())
        }
    }

    /// The file's text.
    pub fn text(&self) -> &str {
        &self.0
    }

    /// SHA-256 of the text, hexadecimal.
    pub fn hash(&self) -> String {
        Revision::hash_of(&self.0)
    }

    /// The ballots of all voters, each with its group's weight.
    pub fn election(&self, vote: &Vote) -> Result<Election, BallotsError> {
        let read = pabulib::read(self.0.as_bytes());
        let read = read.map_err(|mistakes| BallotsError::Format(mistakes.iter().map(ToString::to_string).collect()))?;
        let wanted = election(vote, Vec::new());
        let same = |one: &Project, other: &Project| one.id == other.id && one.cost == other.cost;
        let fits = read.budget == wanted.budget
            && read.decimals == 0
            && read.kind == wanted.kind
            && read.projects.len() == wanted.projects.len()
            && read.projects.iter().zip(&wanted.projects).all(|(one, other)| same(one, other));
        if fits { Ok(read) } else { Err(BallotsError::OtherVote) }
    }

    /// The ballots of each group alone, each counting once; none where the groups are not told apart.
    pub fn by_group(&self, vote: &Vote) -> Result<Option<Vec<(Group, Election)>>, BallotsError> {
        let whole = self.election(vote)?;
        let Some(groups) = groups(&self.0)? else {
            return Ok(None);
        };
        let of = |group: Group| {
            let own = whole.ballots.iter().zip(&groups).filter(|(_, of)| **of == group);
            let once = own.map(|(ballot, _)| Ballot {
                weight: 1,
                ..ballot.clone()
            });
            (group, election(vote, once.collect()))
        };
        Ok(Some(Group::ALL.map(of).to_vec()))
    }
}

/// What one ballot of each group counts in the common result, so that a group has its share whatever the number of its
/// voters. A group in which nobody voted leaves the other one alone.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Weights {
    pub organisations: u64,
    pub persons: u64,
}

impl Weights {
    fn of(vote: &Vote, voters: impl Fn(Group) -> u64) -> Self {
        let share = |group| u64::from(vote.shares.of(group));
        let organisations = share(Group::Organisations) * voters(Group::Persons);
        let persons = share(Group::Persons) * voters(Group::Organisations);
        if organisations == 0 || persons == 0 {
            return Self {
                organisations: 1,
                persons: 1,
            };
        }
        let divisor = greatest_common_divisor(organisations, persons);
        Self {
            organisations: organisations / divisor,
            persons: persons / divisor,
        }
    }

    fn one(self, group: Group) -> u64 {
        match group {
            Group::Organisations => self.organisations,
            Group::Persons => self.persons,
        }
    }
}

impl Vote {
    /// What a ballot counts; none before the vote is closed.
    pub fn weights(&self) -> Option<Weights> {
        let closing = self.closed.as_ref()?;
        Some(Weights::of(self, |group| closing.turnout(group).answered))
    }
}

fn greatest_common_divisor(mut one: u64, mut other: u64) -> u64 {
    while other > 0 {
        (one, other) = (other, one % other);
    }
    one
}

fn election(vote: &Vote, ballots: Vec<Ballot>) -> Election {
    let project = |option: &super::VoteOption| Project {
        id: option.id.to_string(),
        // a file has one line for each
        name: option.title.plain(Language::Nb).split_whitespace().collect::<Vec<_>>().join(" "),
        cost: option.cost,
    };
    Election {
        title: vote.title.plain(Language::Nb).split_whitespace().collect::<Vec<_>>().join(" "),
        kind: match vote.ballot {
            BallotKind::Approval { .. } => voting::BallotKind::Approval,
            BallotKind::Points { .. } => voting::BallotKind::Points,
        },
        decimals: 0,
        budget: vote.budget,
        projects: vote.options.iter().map(project).collect(),
        ballots,
    }
}

fn ballot(vote: &Vote, marks: &Marks, weight: u64) -> Ballot {
    let place = |id| vote.options.iter().position(|option| &option.id == id);
    let choice = |(id, points)| {
        let project = u32::try_from(place(id)?).ok()?;
        Some(Choice { project, points })
    };
    Ballot {
        choices: marks.iter().filter_map(choice).collect(),
        weight,
    }
}

const COLUMN: &str = ";group";

/// The text with a last column in its votes.
fn with_groups(text: &str, groups: &[&str]) -> String {
    let mut lines = text.lines();
    let mut told = String::new();
    for line in lines.by_ref() {
        told.push_str(line);
        told.push('\n');
        if line == "VOTES" {
            break;
        }
    }
    let column = std::iter::once(COLUMN.trim_start_matches(';')).chain(groups.iter().copied());
    for (line, group) in lines.zip(column) {
        told.push_str(&format!("{line};{group}\n"));
    }
    told
}

/// The group of each ballot in turn; none where they are not told.
fn groups(text: &str) -> Result<Option<Vec<Group>>, BallotsError> {
    let mut votes = (1..).zip(text.lines()).skip_while(|(_, line)| *line != "VOTES").skip(1);
    if !votes.next().is_some_and(|(_, header)| header.ends_with(COLUMN)) {
        return Ok(None);
    }
    let group = |(number, line): (usize, &str)| {
        let word = line.rsplit(';').next().unwrap_or_default();
        word.parse().map_err(|()| BallotsError::Group(number))
    };
    votes.map(group).collect::<Result<_, _>>().map(Some)
}

impl From<String> for Ballots {
    /// An editor or a version control may have changed the line ends.
    fn from(text: String) -> Self {
        Self(text.replace("\r\n", "\n").into())
    }
}

impl fmt::Debug for Ballots {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "Ballots({} bytes)", self.0.len())
    }
}

impl Serialize for Ballots {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&self.0)
    }
}

impl<'de> Deserialize<'de> for Ballots {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        String::deserialize(deserializer).map(Self::from)
    }
}
