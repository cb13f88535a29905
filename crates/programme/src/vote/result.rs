//! What the published ballots come to, counted anew each time: the file and the rule are all there is to it.

use voting::{Election, Outcome};

use super::{BallotsError, Group, Override, Vote};
use crate::OptionId;

/// The result of a closed vote.
#[derive(Debug, Clone, PartialEq)]
pub struct VoteResult {
    /// All ballots by their groups' weights.
    pub whole: Counted,
    /// Each group alone; empty where only one was asked, or where one is too small to be told apart.
    pub groups: Vec<(Group, Counted)>,
}

/// Ballots with their outcome.
#[derive(Debug, Clone, PartialEq)]
pub struct Counted {
    pub election: Election,
    pub outcome: Outcome,
}

impl Counted {
    /// True where this option won.
    pub fn has_won(&self, option: &OptionId) -> bool {
        self.outcome
            .winners
            .iter()
            .any(|won| self.election.projects[won.project].id == option.as_str())
    }
}

impl Vote {
    /// Counts the published ballots; none where there are none yet.
    pub fn result(&self) -> Result<Option<VoteResult>, BallotsError> {
        let Some(ballots) = &self.ballots else {
            return Ok(None);
        };
        let counted = |election: Election| -> Result<Counted, BallotsError> {
            let outcome = voting::count(&election, self.rule.counting())?;
            Ok(Counted { election, outcome })
        };
        let groups = ballots.by_group(self)?.unwrap_or_default();
        Ok(Some(VoteResult {
            whole: counted(ballots.election(self)?)?,
            groups: groups
                .into_iter()
                .map(|(group, election)| Ok((group, counted(election)?)))
                .collect::<Result<_, BallotsError>>()?,
        }))
    }

    /// The decisions that are other than the result.
    pub fn otherwise(&self) -> impl Iterator<Item = &Override> {
        self.overrides.iter()
    }
}
