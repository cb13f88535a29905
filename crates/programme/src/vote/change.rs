//! What can be done with a vote, by whom and when.

use jiff::civil::Date;

use super::{Ballots, Closing, Override, Phase, Trouble, Vote};
use crate::check::{Fault, FaultKind};
use crate::command::{Refusal, allowed, replace};
use crate::role::Actor;
use crate::{State, VoteId};

/// A change to a vote. `base` is the version that the person was looking at, as for every other noun.
#[derive(Debug, Clone)]
pub enum Change {
    /// Writes a vote that is not open yet; `today` refuses a last day that has passed.
    Save { vote: Box<Vote>, base: Option<i64>, today: Date },
    /// Opens it: from then on its rules stand.
    Open { vote: VoteId, base: Option<i64>, today: Date },
    /// Takes out a vote that was never opened.
    Remove { vote: VoteId, base: Option<i64> },
    /// Publishes the ballots, once the last day is over. Doing it twice is doing it once.
    Close {
        vote: VoteId,
        today: Date,
        published: Option<Published>,
    },
    /// Sets a decision of the body beside the result.
    Override {
        vote: VoteId,
        decision: Box<Override>,
        base: Option<i64>,
    },
}

/// What closing publishes; it is read from the ballot box in the transaction that empties it.
#[derive(Debug, Clone)]
pub struct Published {
    pub(super) closing: Closing,
    pub(super) ballots: Ballots,
}

/// The kind under which votes are kept.
pub(super) const KIND: &str = "vote";

impl Change {
    /// The word in the journal and in message keys.
    pub fn word(&self) -> &'static str {
        match self {
            Self::Save { .. } => "save-vote",
            Self::Open { .. } => "open-vote",
            Self::Remove { .. } => "remove-vote",
            Self::Close { .. } => "close-vote",
            Self::Override { .. } => "override-vote",
        }
    }

    /// The vote that it is about and the version that it was based on.
    pub(crate) fn targets(&self) -> Vec<(&'static str, String, Option<i64>)> {
        match self {
            Self::Save { vote, base, .. } => vec![(KIND, vote.id.to_string(), *base)],
            Self::Open { vote, base, .. } | Self::Remove { vote, base } | Self::Override { vote, base, .. } => {
                vec![(KIND, vote.to_string(), *base)]
            }
            // whatever else was changed, what was cast is published
            Self::Close { .. } => Vec::new(),
        }
    }

    /// What becomes of the state.
    pub(crate) fn apply(&self, state: &mut State, who: &Actor) -> Result<(), Refusal> {
        match self {
            Self::Save { vote, today, .. } => {
                allowed(who.may_edit_all())?;
                save(state, vote, *today)
            }
            Self::Open { vote, today, .. } => {
                allowed(who.may_govern())?;
                let vote = find(state, vote)?;
                in_phase(vote, *today, Phase::Draft)?;
                not_past(vote, *today)?;
                vote.opened = true;
                Ok(())
            }
            Self::Remove { vote, .. } => {
                allowed(who.may_govern())?;
                if find(state, vote)?.opened {
                    return Err(refused(vote, "id", Trouble::Opened));
                }
                state.votes.retain(|known| &known.id != vote);
                Ok(())
            }
            Self::Close { vote, today, published } => {
                allowed(who.may_govern())?;
                close(find(state, vote)?, *today, published.as_ref())
            }
            Self::Override { vote, decision, .. } => {
                allowed(who.may_govern())?;
                let vote = find(state, vote)?;
                if vote.closed.is_none() {
                    return Err(refused(&vote.id, "override", Trouble::NotClosed));
                }
                replace(&mut vote.overrides, (**decision).clone(), |one, two| one.option == two.option);
                Ok(())
            }
        }
    }
}

fn find<'s>(state: &'s mut State, vote: &VoteId) -> Result<&'s mut Vote, Refusal> {
    state.votes.iter_mut().find(|known| &known.id == vote).ok_or(Refusal::Missing)
}

fn refused(vote: &VoteId, field: &'static str, what: Trouble) -> Refusal {
    Refusal::Faults(vec![Fault {
        kind: KIND,
        id: vote.to_string(),
        field,
        what: FaultKind::Vote(what),
    }])
}

fn in_phase(vote: &Vote, today: Date, wanted: Phase) -> Result<(), Refusal> {
    match vote.phase(today) {
        phase if phase == wanted => Ok(()),
        Phase::Draft | Phase::Announced | Phase::Open => Err(refused(&vote.id, "opened", Trouble::Opened)),
        Phase::Ended | Phase::Closed => Err(refused(&vote.id, "closed", Trouble::Opened)),
    }
}

fn not_past(vote: &Vote, today: Date) -> Result<(), Refusal> {
    if vote.closes < today {
        return Err(refused(&vote.id, "closes", Trouble::Past));
    }
    Ok(())
}

/// What has been opened keeps its rules; what only the program writes is kept as it was.
fn save(state: &mut State, vote: &Vote, today: Date) -> Result<(), Refusal> {
    if state.vote(&vote.id).is_some_and(|known| known.opened) {
        return Err(refused(&vote.id, "opened", Trouble::Opened));
    }
    not_past(vote, today)?;
    let draft = Vote {
        opened: false,
        closed: None,
        ballots: None,
        overrides: Vec::new(),
        ..vote.clone()
    };
    replace(&mut state.votes, draft, |one, two| one.id == two.id);
    Ok(())
}

fn close(vote: &mut Vote, today: Date, published: Option<&Published>) -> Result<(), Refusal> {
    match vote.phase(today) {
        Phase::Closed => Ok(()),
        Phase::Ended => {
            let published = published.ok_or(Refusal::Missing)?;
            vote.closed = Some(published.closing.clone());
            vote.ballots = Some(published.ballots.clone());
            Ok(())
        }
        Phase::Draft | Phase::Announced | Phase::Open => Err(refused(&vote.id, "closes", Trouble::StillOpen)),
    }
}
