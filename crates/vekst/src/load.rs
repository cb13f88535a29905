//! `vekst load DIR`: a programme's folder into the store, whole or not at all.

use std::path::PathBuf;

use clap::Args;
use jiff::Timestamp;
use programme::folder::{self, Mistake};
use programme::{Actor, Change, Command, Programmes, State};

use crate::failure::{Exit, Failure};
use crate::place::Place;
use crate::{output, progress};

#[derive(Debug, Args)]
pub struct Arguments {
    /// The programme's folder, as docs/programme-folder.md describes it
    #[arg(value_name = "DIR")]
    folder: PathBuf,
}

pub async fn run(place: &Place, arguments: &Arguments) -> Result<Exit, Failure> {
    let state = folder::read(&arguments.folder).map_err(|mistakes| refused(&mistakes))?;
    let store = place.open().await?;
    let programmes = Programmes::new(store.clone());
    let why = format!("loaded from {}", arguments.folder.display());
    let outcome = progress::shown("Loading", apply(&programmes, state, &why, Timestamp::now())).await;
    store.close().await;
    output::say(outcome?);
    Ok(Exit::Done)
}

/// Brings the store up to a state that was read, and says what that came to.
pub async fn apply(programmes: &Programmes, state: State, why: &str, now: Timestamp) -> Result<String, Failure> {
    let id = state.programme.id.clone();
    let known = programmes.snapshot(&id).await?;
    if known.is_some_and(|known| known.state == state) {
        return Ok(format!("The programme {id} is as the folder says already; nothing was changed."));
    }
    let said = format!(
        "Loaded the programme {id}: {} goals, {} measures, {} series.",
        state.goals.len(),
        state.measures.len(),
        state.series.len()
    );
    let load = Command {
        who: Actor::operator(),
        on_behalf_of: None,
        why: why.to_owned(),
        change: Change::Load(Box::new(state)),
    };
    programmes.apply(&id, load, now).await?;
    Ok(said)
}

/// Every mistake on a line of its own, and that nothing was loaded.
pub fn refused(mistakes: &[Mistake]) -> Failure {
    Failure::refused_for(mistakes.iter().map(ToString::to_string).collect(), "nothing was loaded")
}
