//! Reading and writing the folder.

mod mistakes;
mod refresh;
mod round_trip;
pub mod states;

use std::path::PathBuf;

use programme::folder::{self, Mistake};
use tempfile::TempDir;

use testkit::example::example;

/// The example programme in a folder.
fn written() -> (TempDir, PathBuf) {
    let kept = tempfile::tempdir().unwrap();
    let folder = kept.path().join("byen");
    folder::write(&example(), &folder).unwrap();
    (kept, folder)
}

/// Mistakes as a person reads them.
fn lines(mistakes: &[Mistake]) -> Vec<String> {
    mistakes.iter().map(ToString::to_string).collect()
}
