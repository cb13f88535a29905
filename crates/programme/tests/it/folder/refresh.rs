//! Writing over a folder.

use std::fs;

use programme::folder::{self, WriteError};

use super::{lines, written};
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
    assert!(!folder.join(".vekst-export").exists(), "nor in it");
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

#[test]
fn what_goes_wrong_leaves_the_folder_as_it_was() {
    let (_kept, folder) = written();
    let before = folder::read(&folder).unwrap();
    let mut state = example();
    state.goals[0].title = programme::Text::nb("Mål");
    // a file stands where the export wants a folder of its own
    fs::write(folder.join(".vekst-export"), "x").unwrap();
    assert!(matches!(folder::write(&state, &folder), Err(WriteError::Disk { .. })));
    assert_eq!(folder::read(&folder).unwrap(), before);
    fs::remove_file(folder.join(".vekst-export")).unwrap();
    folder::write(&state, &folder).unwrap();
    assert_eq!(folder::read(&folder).unwrap(), state);
}

/// As a machine that lost its power would leave it.
#[test]
fn an_export_that_was_broken_off_is_told_and_taken_back() {
    let (_kept, folder) = written();
    fs::create_dir_all(folder.join(".vekst-export/old/goals")).unwrap();
    fs::rename(
        folder.join("goals/innbyggere.md"),
        folder.join(".vekst-export/old/goals/innbyggere.md"),
    )
    .unwrap();
    fs::rename(folder.join("programme.toml"), folder.join(".vekst-export/old/programme.toml")).unwrap();
    fs::write(folder.join("goals/ny.md"), "half").unwrap();
    let told = lines(&folder::read(&folder).unwrap_err());
    assert!(told[0].starts_with(".vekst-export: an export was broken off"), "{told:?}");
    folder::write(&example(), &folder).unwrap();
    assert_eq!(folder::read(&folder).unwrap(), example());
}
