//! Each thing that stands in the way gives one line that says what, where and the mend, and an exit code of its own;
//! nothing is overwritten.

use std::net::TcpListener;
use std::path::Path;

use store::{DATABASE_FILE, Location, Store, StoreError};

use crate::program::{Ended, assert_same, done, files, run};

/// One line, this exit code, these words, and no password.
fn assert_said(ended: &Ended, code: i32, words: &[&str]) {
    assert_eq!(ended.code, code, "{}", ended.complained);
    assert_eq!(ended.complained.lines().count(), 1, "one line, not: {}", ended.complained);
    assert!(
        ended.complained.starts_with("vekst: ") && !ended.complained.contains("secret"),
        "{}",
        ended.complained
    );
    for word in words {
        assert!(ended.complained.contains(word), "«{word}» is missing in: {}", ended.complained);
    }
}

/// Tries to serve what lies in a folder, which must come to nothing and change nothing.
fn assert_left_alone(data: &Path, code: i32, words: &[&str]) {
    let before = files(data);
    assert_said(&run(data, &["serve", "--listen", "127.0.0.1:0"]), code, words);
    assert_same(&files(data), &before);
}

#[test]
fn a_port_that_is_taken() {
    let taken = TcpListener::bind("127.0.0.1:0").unwrap();
    let address = taken.local_addr().unwrap().to_string();
    let folder = tempfile::tempdir().unwrap();
    let data = folder.path().join("data");
    let ended = run(&data, &["serve", "--listen", &address]);
    assert_said(&ended, 4, &[&address, "listens there already", "--listen"]);
    assert!(!data.exists(), "the store was touched");
    assert_said(&run(&data, &["--listen", "nonsense"]), 4, &["nonsense", "--listen 127.0.0.1:8420"]);
}

#[test]
fn a_data_folder_that_cannot_be_written_to() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("file");
    std::fs::write(&file, "not a folder").unwrap();
    assert_said(
        &run(&file, &["serve", "--listen", "127.0.0.1:0"]),
        3,
        &["cannot be written to", "another folder"],
    );
    assert_eq!(std::fs::read_to_string(&file).unwrap(), "not a folder");
    assert_read_only_is_refused(folder.path());
}

#[cfg(unix)]
fn assert_read_only_is_refused(folder: &Path) {
    use std::os::unix::fs::PermissionsExt;
    let locked = folder.join("locked");
    std::fs::create_dir(&locked).unwrap();
    std::fs::set_permissions(&locked, std::fs::Permissions::from_mode(0o555)).unwrap();
    if std::fs::write(locked.join("trial"), "").is_ok() {
        eprintln!("SKIPPED: this user (root?) may write everywhere, so a read-only folder cannot be tried");
        return;
    }
    assert_left_alone(&locked, 3, &["cannot be written to", "right to write"]);
}

#[cfg(not(unix))]
fn assert_read_only_is_refused(_: &Path) {}

#[tokio::test(flavor = "multi_thread")]
async fn a_store_from_a_newer_version() {
    let data = tempfile::tempdir().unwrap();
    let store = Store::open(&Location::Folder(data.path().to_owned())).await.unwrap();
    let newer: Result<(), StoreError> = store
        .write(|tx| {
            Box::pin(async move {
                let sql = "INSERT INTO seaql_migrations (version, applied_at) VALUES ('m9999_later', 0)";
                sea_orm::ConnectionTrait::execute_unprepared(tx, sql)
                    .await
                    .map(|_| ())
                    .map_err(StoreError::from)
            })
        })
        .await;
    newer.unwrap();
    store.close().await;
    assert_left_alone(data.path(), 5, &["newer version", "m9999_later"]);
}

#[test]
fn a_store_that_is_none_or_is_damaged() {
    let data = tempfile::tempdir().unwrap();
    let file = data.path().join(DATABASE_FILE);
    std::fs::write(&file, "certainly no database, only a note that somebody put here").unwrap();
    assert_left_alone(data.path(), 6, &["damaged or is not a store", "restore a backup"]);
    std::fs::remove_file(&file).unwrap();
    let programme = concat!(env!("CARGO_MANIFEST_DIR"), "/../../programmes/kongsberg");
    done(data.path(), &["load", programme]);
    let mut bytes = std::fs::read(&file).unwrap();
    let middle = bytes.len() / 2;
    bytes[middle..middle + 20_000].fill(0x5a);
    std::fs::write(&file, bytes).unwrap();
    assert_left_alone(data.path(), 6, &["damaged", "restore a backup"]);
}

#[test]
fn a_database_that_does_not_answer() {
    let data = tempfile::tempdir().unwrap();
    let wrong = run(
        data.path(),
        &["--database-url", "mysql://root:secret@db/x", "serve", "--listen", "127.0.0.1:0"],
    );
    assert_said(&wrong, 7, &["mysql://root:***@db/x", "postgres://"]);
    let nowhere = run(data.path(), &["--database-url", "postgres://u:secret@db.invalid/x", "check"]);
    assert_said(&nowhere, 7, &["cannot be reached", "check that it runs"]);
    assert_eq!(files(data.path()), []);
}

#[test]
fn a_file_that_is_no_backup() {
    let folder = tempfile::tempdir().unwrap();
    let (data, file) = (folder.path().join("data"), folder.path().join("holiday.jpg"));
    let restore = || run(&data, &["restore", file.to_str().unwrap()]);
    assert_said(&restore(), 8, &["reading", "holiday.jpg"]);
    std::fs::write(&file, "no backup").unwrap();
    assert_said(&restore(), 1, &["cannot be used", "nothing was changed"]);
    assert!(!data.exists(), "something was made");
}

#[test]
fn a_command_line_that_is_wrong() {
    let folder = tempfile::tempdir().unwrap();
    let data = folder.path().join("data");
    for arguments in [
        &["fly"][..],
        &["load"],
        &["--listen", "127.0.0.1:0", "check"],
        &["serve", "--public-url", "example.no"],
        &["serve", "--smtp-url", "smtp://localhost"],
        &["person", "link"],
    ] {
        let ended = run(&data, arguments);
        assert_eq!(ended.code, 2, "{arguments:?}: {}", ended.complained);
        assert!(ended.complained.starts_with("error: "), "{}", ended.complained);
    }
    assert!(!data.exists());
}
