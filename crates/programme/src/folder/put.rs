//! Putting files on the disk: all are written apart, inside the folder under a name that reading leaves alone, and then
//! change places with the old ones. The folder itself stays, so it can be a mounted one, under version control, or the
//! one that somebody's shell stands in.
//!
//! What goes wrong is taken back. Where the program is killed while files change places, `old` is left behind: reading
//! says so, and the next export takes it back first. Renaming `old` is what makes the new files hold.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use super::files::{self, Files, LARGEST};
use super::layout;
use crate::ProgrammeId;

/// Why a programme was not written. The folder is as it was.
#[derive(Debug, thiserror::Error)]
pub enum WriteError {
    /// The folder is in use for something else.
    #[error("{} holds other things ({what}): name a new or empty folder, or one that holds this programme", folder.display())]
    Occupied { folder: PathBuf, what: String },
    /// A part of the programme has no form in the folder.
    #[error("{what} cannot be written: {reason}")]
    Unwritable { what: String, reason: String },
    /// The disk refused.
    #[error("{} cannot be written ({source}): check its path and permissions", path.display())]
    Disk { path: PathBuf, source: io::Error },
}

impl WriteError {
    pub(super) fn unwritable(what: &str, reason: &impl ToString) -> Self {
        Self::Unwritable {
            what: what.to_owned(),
            reason: reason.to_string(),
        }
    }
}

/// Names the path in an error of the disk.
fn on<T>(path: &Path, result: io::Result<T>) -> Result<T, WriteError> {
    result.map_err(|source| WriteError::Disk {
        path: path.to_owned(),
        source,
    })
}

/// The folder in which files wait, inside the programme's own.
const STAGE: &str = ".vekst-export";

/// The paths of an export into a folder.
struct Stage {
    folder: PathBuf,
    all: PathBuf,
    new: PathBuf,
    old: PathBuf,
}

/// Makes `folder` hold these files and no others of the format.
pub(super) fn put(files: &Files, programme: &ProgrammeId, folder: &Path) -> Result<(), WriteError> {
    if let Some((path, _)) = files.iter().find(|(_, text)| text.len() as u64 > LARGEST) {
        return Err(WriteError::unwritable(path, &"it is larger than a folder may hold"));
    }
    let stage = Stage::of(folder);
    stage.take_back()?;
    free_or_same(folder, programme)?;
    let is_new = !folder.exists();
    let done = stage.fill(files).and_then(|()| stage.exchange());
    if done.is_err() {
        let _ = stage.take_back();
        // only where it is empty and was not there before
        let _ = is_new.then(|| fs::remove_dir(folder));
    }
    done
}

/// True where an export was broken off while files changed places.
pub(super) fn is_broken_off(folder: &Path) -> bool {
    Stage::of(folder).old.exists()
}

/// Refuses a folder that holds anything but this programme.
fn free_or_same(folder: &Path, programme: &ProgrammeId) -> Result<(), WriteError> {
    let occupied = |what: String| {
        Err(WriteError::Occupied {
            folder: folder.to_owned(),
            what,
        })
    };
    if !folder.exists() {
        return Ok(());
    }
    if !folder.is_dir() {
        return occupied("it is a file".to_owned());
    }
    let names = on(folder, files::names(folder))?;
    let foreign = |name: &String| !layout::is_left_alone(name, 0);
    if !names.iter().any(|name| name.as_ref().map_or(true, foreign)) {
        return Ok(());
    }
    let (known, strangers) = files::gather(folder);
    if let Some(stranger) = strangers.first() {
        return occupied(stranger.file.display().to_string());
    }
    match known.get("programme.toml").and_then(|text| id_in(text)) {
        Some(id) if id == programme.as_str() => Ok(()),
        Some(id) => occupied(format!("the programme «{id}»")),
        None => occupied("no programme.toml that names this programme".to_owned()),
    }
}

fn id_in(programme: &str) -> Option<String> {
    let table: toml::Table = programme.parse().ok()?;
    table.get("id")?.as_str().map(str::to_owned)
}

impl Stage {
    fn of(folder: &Path) -> Self {
        let all = folder.join(STAGE);
        Self {
            folder: folder.to_owned(),
            new: all.join("new"),
            old: all.join("old"),
            all,
        }
    }

    fn fill(&self, files: &Files) -> Result<(), WriteError> {
        for (path, text) in files {
            let file = self.new.join(path);
            if let Some(folder) = file.parent() {
                on(folder, fs::create_dir_all(folder))?;
            }
            on(&file, fs::write(&file, text))?;
        }
        Ok(())
    }

    /// Puts the new files where the old ones are.
    fn exchange(&self) -> Result<(), WriteError> {
        on(&self.old, fs::create_dir(&self.old))?;
        move_all(&self.folder, &self.old)?;
        move_all(&self.new, &self.folder)?;
        on(&self.old, fs::rename(&self.old, self.all.join("done")))?;
        on(&self.all, fs::remove_dir_all(&self.all))
    }

    /// Brings back what an export that was not finished has moved, and clears up after it.
    fn take_back(&self) -> Result<(), WriteError> {
        if self.old.exists() {
            for name in on(&self.old, files::names(&self.old))?.into_iter().flatten() {
                let there = self.folder.join(&name);
                if there.exists() {
                    on(&there, remove(&there))?;
                }
                on(&there, fs::rename(self.old.join(&name), &there))?;
            }
        }
        if self.all.exists() {
            on(&self.all, fs::remove_dir_all(&self.all))
        } else {
            Ok(())
        }
    }
}

/// Moves everything but what a person keeps beside the programme.
fn move_all(from: &Path, to: &Path) -> Result<(), WriteError> {
    for name in on(from, files::names(from))?
        .into_iter()
        .flatten()
        .filter(|name| !layout::is_left_alone(name, 0))
    {
        on(&to.join(&name), fs::rename(from.join(&name), to.join(&name)))?;
    }
    Ok(())
}

fn remove(path: &Path) -> io::Result<()> {
    if path.is_dir() {
        fs::remove_dir_all(path)
    } else {
        fs::remove_file(path)
    }
}
