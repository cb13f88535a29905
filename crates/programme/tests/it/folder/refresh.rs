//! Writing over a folder.

use std::fs;

use programme::folder::{self, WriteError};

use super::written;
use testkit::example::example;

#[test]
fn what_is_gone_leaves_no_file_and_what_a_person_keeps_stays() {
    let (kept, folder) = written();
    fs::create_dir(folder.join(".git")).unwrap();
    fs::write(folder.join(".git/HEAD"), "main").unwrap();
    fs::write(folder.join("README.md"), "# Vårt program").unwrap();
    let mut state = example();
    state.measures.remove(0);
    state.guiding_plans.clear();
    folder::write(&state, &folder).unwrap();
    assert_eq!(folder::read(&folder).unwrap(), state);
    assert!(!folder.join("guiding-plans").exists() && !folder.join("action-plans/2020/measures/frokost.md").exists());
    assert_eq!(fs::read_to_string(folder.join(".git/HEAD")).unwrap(), "main");
    assert!(folder.join("README.md").exists());
    assert_eq!(fs::read_dir(kept.path()).unwrap().count(), 1, "nothing is left beside the folder");
}

#[test]
fn a_folder_that_holds_other_things_is_left_alone() {
    let (_kept, folder) = written();
    let refused = |what: &str| match folder::write(&example(), &folder) {
        Err(error @ WriteError::Occupied { .. }) => assert!(error.to_string().contains(what), "{error}"),
        other => panic!("{what}: {other:?}"),
    };
    fs::write(folder.join("budsjett.xlsx"), "x").unwrap();
    refused("budsjett.xlsx");
    fs::remove_file(folder.join("budsjett.xlsx")).unwrap();
    fs::remove_file(folder.join("programme.toml")).unwrap();
    refused("no programme.toml");
    fs::write(folder.join("programme.toml"), "id = \"bygda\"").unwrap();
    refused("the programme «bygda»");
    assert_eq!(fs::read_to_string(folder.join("programme.toml")).unwrap(), "id = \"bygda\"");
}

#[test]
fn an_empty_folder_is_filled_and_a_file_is_not() {
    let kept = tempfile::tempdir().unwrap();
    let folder = kept.path().join("tom");
    fs::create_dir(&folder).unwrap();
    folder::write(&example(), &folder).unwrap();
    assert_eq!(folder::read(&folder).unwrap(), example());
    let file = kept.path().join("fil");
    fs::write(&file, "x").unwrap();
    assert!(matches!(folder::write(&example(), &file), Err(WriteError::Occupied { .. })));
}

#[test]
fn a_folder_under_a_file_says_what_the_disk_said() {
    let kept = tempfile::tempdir().unwrap();
    fs::write(kept.path().join("fil"), "x").unwrap();
    let refused = folder::write(&example(), &kept.path().join("fil/byen")).unwrap_err();
    assert!(matches!(refused, WriteError::Disk { .. }), "{refused}");
    assert!(refused.to_string().contains("check its path and permissions"), "{refused}");
}
