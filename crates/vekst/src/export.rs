//! `vekst export DIR`: a programme as a folder that can be edited and loaded again.

use std::path::PathBuf;

use clap::Args;
use programme::{Programmes, folder};

use crate::failure::{Exit, Failure};
use crate::named::Named;
use crate::output;
use crate::place::Place;

#[derive(Debug, Args)]
pub struct Arguments {
    /// Folder to write to; it is made where it is missing
    #[arg(value_name = "DIR")]
    folder: PathBuf,
    #[command(flatten)]
    programme: Named,
}

pub async fn run(place: &Place, arguments: &Arguments) -> Result<Exit, Failure> {
    let store = place.open_existing().await?;
    let snapshot = arguments.programme.snapshot(&Programmes::new(store.clone())).await;
    store.close().await;
    let state = &snapshot?.state;
    folder::write(state, &arguments.folder).map_err(|error| Failure::new(Exit::File, error))?;
    output::say(format!(
        "Wrote the programme {} to {}.",
        state.programme.id,
        arguments.folder.display()
    ));
    Ok(Exit::Done)
}
