//! Closing votes whose last day is over: the server does it by itself, so that nobody can wait with it.

use programme::VoteId;
use programme::vote::{self, Phase};
use programme::{Actor, Change, Command};
use store::StoreError;

use crate::app::App;

/// Closes every vote that has ended and publishes its ballots; how many. What cannot be closed is logged, and tried again
/// the next time.
pub async fn close_ended_votes(app: &App) -> Result<usize, StoreError> {
    let (today, mut closed) = (app.today(), 0);
    for programme in app.programmes.list().await? {
        let Some(snapshot) = app.programmes.snapshot(&programme).await? else {
            continue;
        };
        let votes = snapshot.state.votes.iter().filter(|vote| vote.phase(today) == Phase::Ended);
        let ended: Vec<VoteId> = votes.map(|vote| vote.id.clone()).collect();
        for vote in ended {
            let command = Command {
                who: Actor::operator(),
                on_behalf_of: None,
                why: String::new(),
                change: Change::Vote(vote::Change::Close {
                    vote: vote.clone(),
                    today,
                    published: None,
                }),
            };
            match app.programmes.apply(&programme, command, app.now()).await {
                Ok(_) => closed += 1,
                Err(error) => tracing::error!(%error, %vote, "a vote that has ended could not be closed"),
            }
        }
    }
    Ok(closed)
}
