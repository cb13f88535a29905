//! `vekst restore FILE`: a backup into an empty store, whole or not at all.

use std::path::PathBuf;

use clap::Args;
use store::backup;

use crate::failure::{Exit, Failure};
use crate::place::Place;
use crate::{output, progress};

#[derive(Debug, Args)]
pub struct Arguments {
    /// File that `vekst backup` wrote, from either database
    #[arg(value_name = "FILE")]
    file: PathBuf,
}

pub async fn run(place: &Place, arguments: &Arguments) -> Result<Exit, Failure> {
    let location = place.location();
    let files = place.files();
    let restoring = Box::pin(backup::restore(&location, &files, &arguments.file));
    let contents = progress::shown("Restoring", restoring).await?;
    output::say(format!(
        "Restored {} rows and {} files, as they were at {}, to {}. Everybody signs in anew.",
        contents.rows,
        contents.files,
        contents.at,
        location.place()
    ));
    Ok(Exit::Done)
}
