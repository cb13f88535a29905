//! Putting files on the disk: all into a new folder beside the old one, then the two change places.

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

/// Makes `folder` hold these files and no others of the format.
pub(super) fn put(files: &Files, programme: &ProgrammeId, folder: &Path) -> Result<(), WriteError> {
    if let Some((path, _)) = files.iter().find(|(_, text)| text.len() as u64 > LARGEST) {
        return Err(WriteError::unwritable(path, &"it is larger than a folder may hold"));
    }
    let folder = if folder.exists() {
        on(folder, folder.canonicalize())?
    } else {
        folder.to_owned()
    };
    free_or_same(&folder, programme)?;
    let (new, old) = (beside(&folder, "new")?, beside(&folder, "old")?);
    let done = fill(&new, files).and_then(|()| exchange(&folder, &new, &old));
    if done.is_err() {
        let _ = fs::remove_dir_all(&new);
    }
    done
}

/// A name for this process beside the folder.
fn beside(folder: &Path, what: &str) -> Result<PathBuf, WriteError> {
    let Some(name) = folder.file_name() else {
        return on(folder, Err(io::ErrorKind::InvalidInput.into()));
    };
    let name = format!(".{}.{what}.{}", name.to_string_lossy(), std::process::id());
    Ok(folder.with_file_name(name))
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

fn fill(new: &Path, files: &Files) -> Result<(), WriteError> {
    for (path, text) in files {
        let file = new.join(path);
        if let Some(folder) = file.parent() {
            on(folder, fs::create_dir_all(folder))?;
        }
        on(&file, fs::write(&file, text))?;
    }
    Ok(())
}

/// Puts the new folder in the place of the old one. What a person keeps beside the programme moves along.
fn exchange(folder: &Path, new: &Path, old: &Path) -> Result<(), WriteError> {
    if !folder.exists() {
        return on(folder, fs::rename(new, folder));
    }
    on(folder, fs::rename(folder, old))?;
    if let Err(error) = on(folder, fs::rename(new, folder)) {
        on(folder, fs::rename(old, folder))?;
        return Err(error);
    }
    for name in on(old, files::names(old))?
        .into_iter()
        .flatten()
        .filter(|name| layout::is_left_alone(name, 0))
    {
        on(&old.join(&name), fs::rename(old.join(&name), folder.join(&name)))?;
    }
    on(old, fs::remove_dir_all(old))
}
