//! What can be wrong with a vote, beside what can be wrong with anything.

use std::fmt;

/// A broken rule of votes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Trouble {
    /// Its rules stand, and it can be neither changed nor taken out.
    Opened,
    /// It has no result to decide on.
    NotClosed,
    /// Its last day has not passed.
    StillOpen,
    /// The last day lies in the past.
    Past,
    /// The groups' shares are not 100 together.
    Shares,
    /// Points are counted where ballots give none.
    Utility,
    /// The ballots are not those that were published.
    Ballots,
}

impl Trouble {
    /// The end of a message key.
    pub fn code(self) -> &'static str {
        match self {
            Self::Opened => "vote-opened",
            Self::NotClosed => "vote-not-closed",
            Self::StillOpen => "vote-still-open",
            Self::Past => "vote-past",
            Self::Shares => "vote-shares",
            Self::Utility => "vote-utility",
            Self::Ballots => "vote-ballots",
        }
    }
}

impl fmt::Display for Trouble {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(match self {
            Self::Opened => "the vote has been opened, and its rules stand: make a new vote instead",
            Self::NotClosed => "the vote has no result yet: decide when it is closed",
            Self::StillOpen => "the vote can be closed when its last day is over: wait until then",
            Self::Past => "the last day lies in the past: choose a later one",
            Self::Shares => "the shares of organisations and persons must be 100 together: mend one of them",
            Self::Utility => "these ballots give no points: count by cost or votes",
            Self::Ballots => "these are not the ballots that were published: bring the file and its hash back",
        })
    }
}
