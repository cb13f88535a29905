//! Votes: `votes/<id>.md` says what is asked, `votes/<id>.pb` holds the ballots once they are published.

use voting::pabulib;

use super::mistake::Mistake;
use super::reader::Reader;
use crate::{Vote, VoteId};

/// The file of a vote.
pub(super) fn vote_file(vote: &VoteId) -> String {
    format!("votes/{vote}.md")
}

/// The file of its ballots.
pub(super) fn ballots_file(vote: &VoteId) -> String {
    format!("votes/{vote}.pb")
}

impl Reader<'_> {
    /// The votes, each with its ballots.
    pub fn votes(&mut self) -> Vec<Vote> {
        let ids: Vec<VoteId> = self.ids("votes").iter().filter_map(|id| id.parse().ok()).collect();
        ids.iter().filter_map(|id| self.vote(id)).collect()
    }

    fn vote(&mut self, vote: &VoteId) -> Option<Vote> {
        let mut named = vec![("id", vote.as_str())];
        if let Some(ballots) = self.files.get(&ballots_file(vote)) {
            self.ballots(&ballots_file(vote), ballots);
            named.push(("ballots", ballots));
        }
        self.page(&vote_file(vote), "vote", &named)
    }

    /// Tells what is wrong in a ballot file, line by line: that it is not the one that was published says less.
    fn ballots(&mut self, file: &str, text: &str) {
        for mistake in pabulib::read(text.as_bytes()).err().unwrap_or_default() {
            self.mistakes.push(match mistake.line {
                0 => Mistake::of(file, mistake.what),
                line => Mistake::at(file, line, mistake.what),
            });
        }
    }
}
