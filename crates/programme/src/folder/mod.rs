//! The folder that a person reads and edits (`docs/programme-folder.md`).
//!
//! [`read`] gives the whole programme or every mistake that was found, each with its file and line; [`write`] puts the
//! same format back, so that what is read, written and read again is the same. Between the disk and the programme stand
//! the folder's files in memory ([`files::Files`]): what is known of disks is in [`files`] and [`put`], what is known of
//! the format in the other modules.

mod entry;
mod figures;
mod files;
mod front_matter;
mod hearings;
mod layout;
mod line;
mod mistake;
mod pages;
mod places;
mod put;
mod reader;
mod revisions;
mod samples;
mod shocks;
mod tables;
mod toml_text;
mod votes;
mod wording;
mod writer;

use std::path::Path;

use crate::State;

pub use mistake::Mistake;
pub use put::WriteError;

/// Reads a programme's folder. Nothing is given by half: either the whole programme, which keeps every rule of
/// [`crate::check`], or all mistakes, by file and line.
pub fn read(folder: &Path) -> Result<State, Vec<Mistake>> {
    if !folder.is_dir() {
        return Err(vec![Mistake::of(folder, "there is no such folder: check its path")]);
    }
    let (files, mut mistakes) = files::gather(folder);
    if put::is_broken_off(folder) {
        let what = "an export was broken off while it put its files in place: export again, or move what is in its folder old back";
        mistakes.push(Mistake::of(".vekst-export", what));
    }
    reader::state_of(&files, mistakes)
}

/// Writes a programme into a folder that is new, empty, or holds the same programme; then nothing stale is left in it.
/// Whatever goes wrong, the folder is as it was.
pub fn write(state: &State, folder: &Path) -> Result<(), WriteError> {
    let files = writer::files_of(state)?;
    put::put(&files, &state.programme.id, folder)
}
