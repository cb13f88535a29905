//! What a change to a vote does to its ballot box, in the same transaction: opening sets one up, closing publishes what is
//! in it and empties it. So no ballot is ever counted twice, and none that was acknowledged is left out.

use std::collections::BTreeSet;

use store::links::{self, Link};
use store::{StoreError, Transaction, ballots};

use super::change::Published;
use super::{Ballots, Change, Closing, Group, Marks, Phase, Turnout, Vote};
use crate::command::{self, Command, Refusal};
use crate::programmes::first_moment;
use crate::{ProgrammeId, State};

/// A command to close a vote with what is in its box; none where the command is another, or has nothing to publish.
pub(crate) async fn prepared(transaction: &Transaction, state: Option<&State>, command: &Command) -> Result<Option<Command>, Refusal> {
    let command::Change::Vote(Change::Close { vote: id, today, .. }) = &command.change else {
        return Ok(None);
    };
    let Some((state, vote)) = state.and_then(|state| Some((state, state.vote(id)?))) else {
        return Ok(None);
    };
    if vote.phase(*today) != Phase::Ended {
        return Ok(None);
    }
    let published = published(transaction, &state.programme.id, vote).await?;
    Ok(Some(Command {
        change: command::Change::Vote(Change::Close {
            vote: id.clone(),
            today: *today,
            published: Some(published),
        }),
        ..command.clone()
    }))
}

async fn published(transaction: &Transaction, programme: &ProgrammeId, vote: &Vote) -> Result<Published, StoreError> {
    let (programme, id) = (programme.as_str(), vote.id.as_str());
    let mut cast = Vec::new();
    for (circle, choices) in ballots::all(transaction, programme, id).await? {
        let unreadable = |reason: String| StoreError::Unreadable {
            what: format!("a ballot of the vote {id}"),
            reason,
        };
        let group: Group = circle.parse().map_err(|()| unreadable(format!("«{circle}» is no group")))?;
        let marks = Marks::from_text(&choices).map_err(|error| unreadable(error.to_string()))?;
        cast.push((group, marks));
    }
    let answered = |group: Group| cast.iter().filter(|(of, _)| *of == group).count() as u64;
    let links = links::of(transaction, &ballots::subject(programme, id)).await?;
    let turnout = |group: Group| Turnout {
        asked: asked(&links, group).max(answered(group)),
        answered: answered(group),
    };
    let (organisations, persons) = (turnout(Group::Organisations), turnout(Group::Persons));
    let ballots = Ballots::of(vote, cast);
    Ok(Published {
        closing: Closing {
            organisations,
            persons,
            hash: ballots.hash(),
        },
        ballots,
    })
}

/// How many voters of a group have links; an organisation is one voter however many it has.
fn asked(links: &[Link], group: Group) -> u64 {
    let own = links.iter().filter(|link| link.circle == group.word());
    let voters: BTreeSet<&str> = own.map(|link| link.organisation.as_deref().unwrap_or(&link.key)).collect();
    voters.len() as u64
}

/// Gives every open vote its box, and empties the box of every other.
pub(crate) async fn settle(transaction: &Transaction, state: &State, change: &command::Change) -> Result<(), StoreError> {
    if !matches!(change, command::Change::Vote(_) | command::Change::Load(_)) {
        return Ok(());
    }
    let programme = state.programme.id.as_str();
    let open = |vote: &&Vote| vote.opened && vote.closed.is_none();
    for vote in state.votes.iter().filter(open) {
        let hours = ballots::Hours {
            opens: first_moment(vote.opens),
            closes: first_moment(vote.closes.tomorrow().unwrap_or(vote.closes)),
        };
        ballots::set_up(transaction, programme, vote.id.as_str(), hours).await?;
    }
    for id in ballots::boxes(transaction, programme).await? {
        if !state.votes.iter().filter(open).any(|vote| vote.id.as_str() == id) {
            ballots::empty(transaction, programme, &id).await?;
            links::close(transaction, &ballots::subject(programme, &id)).await?;
        }
    }
    Ok(())
}

/// A folder never changes what has been opened: such votes are kept as they are, whatever it says.
pub(crate) fn keep_opened(before: &State, next: &mut State) {
    for vote in before.votes.iter().filter(|vote| vote.opened) {
        command::replace(&mut next.votes, vote.clone(), |one, two| one.id == two.id);
    }
}
