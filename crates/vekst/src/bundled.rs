//! The programmes that come with the program.

use std::path::Path;

use jiff::Timestamp;
use programme::{Programmes, State, folder};

use crate::failure::{Exit, Failure};
use crate::load;

/// Path below `programmes/`, and content.
const FILES: &[(&str, &[u8])] = include!(concat!(env!("OUT_DIR"), "/bundled.rs"));

/// Fills an empty store; leaves every other alone.
pub async fn fill_if_empty(programmes: &Programmes, now: Timestamp) -> Result<(), Failure> {
    if !programmes.list().await?.is_empty() {
        return Ok(());
    }
    for state in read()? {
        load::apply(programmes, state, "bundled with the program", now).await?;
    }
    Ok(())
}

/// The bundled programmes, read as any other folder is.
pub fn read() -> Result<Vec<State>, Failure> {
    let unwritable = |error: std::io::Error| Failure::new(Exit::Other, format!("the bundled programme cannot be unpacked: {error}"));
    let temporary = tempfile::tempdir().map_err(unwritable)?;
    let mut ids: Vec<&str> = Vec::new();
    for (path, bytes) in FILES {
        write(&temporary.path().join(path), bytes).map_err(unwritable)?;
        let id = path.split('/').next().unwrap_or_default();
        if !ids.contains(&id) {
            ids.push(id);
        }
    }
    ids.into_iter()
        .map(|id| folder::read(&temporary.path().join(id)).map_err(|mistakes| load::refused(&mistakes)))
        .collect()
}

fn write(file: &Path, bytes: &[u8]) -> std::io::Result<()> {
    std::fs::create_dir_all(file.parent().unwrap_or(file))?;
    std::fs::write(file, bytes)
}
