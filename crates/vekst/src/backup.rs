//! `vekst backup FILE`: everything in one file, also while the server serves.

use std::path::PathBuf;

use clap::Args;
use jiff::Timestamp;
use store::{Instant, backup};

use crate::failure::{Exit, Failure};
use crate::place::Place;
use crate::{output, progress};

#[derive(Debug, Args)]
pub struct Arguments {
    /// File to write; it holds people's e-mail addresses, so keep it where only you can read it
    #[arg(value_name = "FILE")]
    file: PathBuf,
    /// Replace the file where it is there already
    #[arg(long)]
    overwrite: bool,
}

pub async fn run(place: &Place, arguments: &Arguments) -> Result<Exit, Failure> {
    let store = place.open_existing().await?;
    let (files, now) = (place.files(), Instant::new(Timestamp::now()));
    let writing = backup::write(&store, &files, &arguments.file, arguments.overwrite, now);
    let written = progress::shown("Backing up", writing).await;
    store.close().await;
    let contents = written?;
    output::say(format!(
        "Wrote {} rows and {} files to {}.",
        contents.rows,
        contents.files,
        arguments.file.display()
    ));
    Ok(Exit::Done)
}
