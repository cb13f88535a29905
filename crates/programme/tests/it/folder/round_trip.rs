//! What is written is read back, and written the same again.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use programme::{State, check, folder};
use proptest::prelude::*;

use super::states::states;
use super::{lines, written};
use testkit::example::example;

/// All files of a folder by path.
pub fn contents(folder: &Path) -> BTreeMap<String, Vec<u8>> {
    let mut found = BTreeMap::new();
    let mut folders = vec![folder.to_owned()];
    while let Some(next) = folders.pop() {
        for entry in fs::read_dir(&next).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else {
                let name = path.strip_prefix(folder).unwrap().to_string_lossy().into_owned();
                found.insert(name, fs::read(&path).unwrap());
            }
        }
    }
    found
}

fn read(folder: &Path) -> State {
    folder::read(folder).unwrap_or_else(|mistakes| panic!("{}", lines(&mistakes).join("\n")))
}

#[test]
fn the_example_is_read_back() {
    let (_kept, folder) = written();
    assert_eq!(read(&folder), example());
}

/// The programme that comes with the platform.
#[test]
fn the_bundled_programme_has_no_mistake_and_is_written_as_it_was_read() {
    let bundled = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../programmes/kongsberg");
    let state = read(&bundled);
    let kept = tempfile::tempdir().unwrap();
    let exported = kept.path().join("kongsberg");
    folder::write(&state, &exported).unwrap();
    let first = contents(&exported);
    assert!(read(&exported) == state);
    folder::write(&read(&exported), &exported).unwrap();
    assert!(contents(&exported) == first, "the second export has other bytes");
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, ..ProptestConfig::default() })]

    #[test]
    fn any_programme_is_read_back_and_written_the_same(state in states()) {
        prop_assert_eq!(check::state(&state), vec![]);
        let kept = tempfile::tempdir().unwrap();
        let folder = kept.path().join("byen");
        folder::write(&state, &folder).unwrap();
        let bytes = contents(&folder);
        let back = folder::read(&folder).map_err(|mistakes| TestCaseError::fail(lines(&mistakes).join("\n")))?;
        prop_assert_eq!(&back, &state);
        folder::write(&back, &folder).unwrap();
        prop_assert!(contents(&folder) == bytes, "the second export has other bytes");
    }
}
