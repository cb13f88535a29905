//! One ballot: what may stand on it, and the one form in which it is kept.

use serde::{Deserialize, Serialize};

use super::{BallotKind, Vote};
use crate::OptionId;

/// What a voter marked, in the order of the vote's options; one point each where there are no points.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Marks(Vec<(OptionId, u32)>);

/// Why a ballot cannot be taken.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum BallotError {
    #[error("nothing is chosen: choose at least one")]
    Nothing,
    #[error("{chosen} are chosen: choose at most {most}")]
    TooMany { chosen: usize, most: u32 },
    #[error("{given} points are given: give at most {points}")]
    TooManyPoints { given: u64, points: u32 },
    #[error("«{0}» cannot be voted for in this vote")]
    Unknown(String),
}

impl Vote {
    /// A ballot that this vote takes, from options with their points. An option named twice counts once.
    pub fn marks(&self, chosen: &[(String, u32)]) -> Result<Marks, BallotError> {
        let stranger = chosen
            .iter()
            .find(|(id, _)| !self.options.iter().any(|option| option.id.as_str() == id));
        if let Some((id, _)) = stranger {
            return Err(BallotError::Unknown(id.clone()));
        }
        let given = |option: &super::VoteOption| chosen.iter().find(|(id, points)| option.id.as_str() == id && *points > 0);
        let marks: Vec<(OptionId, u32)> = self
            .options
            .iter()
            .filter_map(|option| given(option).map(|(_, points)| (option.id.clone(), *points)))
            .collect();
        if marks.is_empty() {
            return Err(BallotError::Nothing);
        }
        match self.ballot {
            BallotKind::Approval { most: Some(most) } if marks.len() as u64 > u64::from(most) => {
                Err(BallotError::TooMany { chosen: marks.len(), most })
            }
            BallotKind::Approval { .. } => Ok(Marks(marks.into_iter().map(|(id, _)| (id, 1)).collect())),
            BallotKind::Points { points } => {
                let given = marks.iter().map(|(_, points)| u64::from(*points)).sum();
                if given > u64::from(points) {
                    Err(BallotError::TooManyPoints { given, points })
                } else {
                    Ok(Marks(marks))
                }
            }
        }
    }
}

impl Marks {
    /// Each option that was marked, with its points.
    pub fn iter(&self) -> impl Iterator<Item = (&OptionId, u32)> {
        self.0.iter().map(|(id, points)| (id, *points))
    }

    /// As it is kept while the vote is open.
    pub fn to_text(&self) -> Result<String, serde_json::Error> {
        serde_json::to_string(self)
    }

    /// What was kept.
    pub fn from_text(text: &str) -> Result<Self, serde_json::Error> {
        serde_json::from_str(text)
    }
}
