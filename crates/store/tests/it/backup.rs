//! What is backed up comes back, whole or not at all.

use std::collections::BTreeSet;
use std::fs::File;
use std::io::Read;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use sha2::{Digest, Sha256};
use store::{Location, Store, StoreError, access, backup, check, content, figures, journal, revisions};
use tempfile::TempDir;

use crate::{entry, moment};
use testkit::stores::{both, places, sqlite};

/// What stands in an archive: name and content.
type Parts = Vec<(String, Vec<u8>)>;

/// Something done to an archive.
type Change<'a> = &'a dyn Fn(&mut Parts);

const NOW: &str = "2026-11-24T12:00:00Z";

/// One of everything, with what is awkward in texts.
async fn fill(store: &Store) {
    let rows: Vec<figures::Row> = (0..2500)
        .map(|number| figures::Row {
            period: number.to_string(),
            codes: "[\"æ\"]".into(),
            value: "1".into(),
            note: (number % 7 == 0).then(|| "line\nbreak, \"quote\" and \\".to_owned()),
        })
        .collect();
    let filled: Result<(), StoreError> = store
        .write(move |tx| {
            Box::pin(async move {
                let number = journal::append(tx, &entry("one", "load")).await?;
                journal::touched(tx, "one", number, "goal", "a").await?;
                content::put(
                    tx,
                    "one",
                    "goal",
                    "a",
                    "{\"nb\":\"Målet står\"}",
                    moment("2020-01-01T00:00:00Z"),
                    number,
                )
                .await?;
                content::put(tx, "one", "goal", "a", "{}", moment("2020-05-08T00:00:00Z"), number).await?;
                figures::keep(tx, "one", "s", "2026-03-20", number, &rows).await?;
                let revision = revisions::Row {
                    plan: "2020".into(),
                    number: 1,
                    hash: hash("c\n"),
                    meta: "{}".into(),
                    content: "c\n".into(),
                };
                revisions::insert(tx, "one", number, &revision).await?;
                access::set_membership(tx, &crate::member("one", "lead@example.no", "Programleder")).await?;
                access::create_link(tx, "one", "lead@example.no", moment(NOW)).await?;
                Ok(())
            })
        })
        .await;
    filled.unwrap();
}

pub fn hash(text: &str) -> String {
    let digits = Sha256::digest(text.as_bytes()).into_iter().flat_map(|byte| [byte >> 4, byte & 15]);
    digits.filter_map(|digit| char::from_digit(digit.into(), 16)).collect()
}

/// A file by its hash in the folder `files` beside a store.
fn keep_file(kept: &TempDir, content: &str) -> PathBuf {
    let folder = kept.path().join("files");
    std::fs::create_dir_all(&folder).unwrap();
    let file = folder.join(format!("{}.txt", hash(content)));
    std::fs::write(&file, content).unwrap();
    file
}

/// Each row of each table, as the backup has it.
fn lines(backup: &Path) -> BTreeSet<(String, String)> {
    let mut lines = BTreeSet::new();
    for (name, content) in parts(backup) {
        if let Some(table) = name.strip_prefix("tables/") {
            let table = table.split('/').next().unwrap();
            let text = String::from_utf8(content).unwrap();
            lines.extend(text.lines().map(|line| (table.to_owned(), line.to_owned())));
        }
    }
    lines
}

fn parts(backup: &Path) -> Parts {
    let mut tar = tar::Archive::new(zstd::Decoder::new(File::open(backup).unwrap()).unwrap());
    let read = |entry: std::io::Result<tar::Entry<'_, _>>| {
        let mut entry = entry.unwrap();
        let mut content = Vec::new();
        entry.read_to_end(&mut content).unwrap();
        (entry.path().unwrap().display().to_string(), content)
    };
    tar.entries().unwrap().map(read).collect()
}

fn pack(backup: &Path, parts: &[(String, Vec<u8>)]) {
    let mut tar = tar::Builder::new(zstd::Encoder::new(File::create(backup).unwrap(), 0).unwrap());
    for (name, content) in parts {
        let mut header = tar::Header::new_gnu();
        header.set_size(content.len() as u64);
        tar.append_data(&mut header, name, content.as_slice()).unwrap();
    }
    tar.into_inner().unwrap().finish().unwrap();
}

async fn back_up(store: &Store, kept: &TempDir, name: &str) -> PathBuf {
    let file = kept.path().join(name);
    backup::write(store, &kept.path().join("files"), &file, false, moment(NOW))
        .await
        .unwrap();
    file
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_backed_up_comes_back_on_either_database() {
    for (store, kept) in both().await {
        fill(&store).await;
        let kept_file = keep_file(&kept, "a document");
        std::fs::write(kept.path().join("files/.DS_Store"), "not ours").unwrap();
        let file = back_up(&store, &kept, "backup.vekst").await;
        for (location, elsewhere) in places().await {
            let files = elsewhere.path().join("files");
            let contents = backup::restore(&location, &files, &file).await.unwrap();
            assert_eq!((contents.at, contents.files), (moment(NOW), 1));
            let restored = Store::open(&location).await.unwrap();
            let again = back_up(&restored, &elsewhere, "again.vekst").await;
            assert!(lines(&file).len() > 2500);
            assert_eq!(lines(&again), lines(&file));
            assert_eq!(
                std::fs::read_to_string(files.join(kept_file.file_name().unwrap())).unwrap(),
                "a document"
            );
            assert_eq!(check::store(&restored, &files, hash).await.unwrap(), Vec::<String>::new());
            let next = restored
                .write(|tx| Box::pin(async move { journal::append(tx, &entry("one", "next")).await }))
                .await;
            assert_eq!(next.unwrap(), 2, "the store goes on where it was");
            restored.close().await;
        }
        store.close().await;
    }
}

/// Each of four writers counts up in an object of its own until it is told to stop.
fn writers(store: &Arc<Store>, stop: &Arc<AtomicBool>) -> Vec<tokio::task::JoinHandle<()>> {
    let write = |writer: u32| {
        let (store, stop) = (Arc::clone(store), Arc::clone(stop));
        tokio::spawn(async move {
            for count in 1.. {
                if stop.load(Ordering::Relaxed) {
                    return;
                }
                let outcome: Result<bool, StoreError> = store
                    .write(move |tx| {
                        Box::pin(async move {
                            let number = journal::append(tx, &entry("one", &format!("writer-{writer}"))).await?;
                            let from = moment(&format!("2020-01-01T00:00:00.{count:06}Z"));
                            content::put(tx, "one", "count", &writer.to_string(), &count.to_string(), from, number).await
                        })
                    })
                    .await;
                outcome.unwrap();
            }
        })
    };
    (0..4).map(write).collect()
}

#[tokio::test(flavor = "multi_thread")]
async fn a_backup_taken_while_four_write_is_of_one_moment() {
    for (store, kept) in both().await {
        fill(&store).await;
        let (store, stop) = (Arc::new(store), Arc::new(AtomicBool::new(false)));
        let tasks = writers(&store, &stop);
        let mut files = Vec::new();
        for number in 0..5 {
            tokio::time::sleep(std::time::Duration::from_millis(50)).await;
            files.push(back_up(&store, &kept, &format!("{number}.vekst")).await);
        }
        stop.store(true, Ordering::Relaxed);
        for task in tasks {
            task.await.unwrap();
        }
        for file in files {
            let (restored, elsewhere) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
            let location = Location::Folder(restored.path().to_owned());
            backup::restore(&location, elsewhere.path(), &file).await.unwrap();
            let restored = Store::open(&location).await.unwrap();
            assert_eq!(check::store(&restored, elsewhere.path(), hash).await.unwrap(), Vec::<String>::new());
            let entries = journal::recent(restored.reader(), "one", u32::MAX, None).await.unwrap();
            assert!(entries.len() > 4, "written while the backup was taken");
            for writer in 0..4 {
                let action = format!("writer-{writer}");
                let count = entries.iter().filter(|entry| entry.written.action == action).count();
                let object = content::current(restored.reader(), "one", "count", &writer.to_string())
                    .await
                    .unwrap();
                assert_eq!(
                    object.map(|row| row.body),
                    Some(count.to_string()),
                    "as much in the journal as in the content"
                );
            }
            restored.close().await;
        }
        store.close().await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_damaged_backup_is_refused_and_nothing_is_touched() {
    let (store, kept) = sqlite().await;
    fill(&store).await;
    keep_file(&kept, "a document");
    let whole = std::fs::read(back_up(&store, &kept, "whole.vekst").await).unwrap();
    let damaged = kept.path().join("damaged.vekst");
    let cuts = (0..20).map(|part| whole[..whole.len() * part / 20].to_vec());
    let flips = (0..40).map(|part| {
        let mut bytes = whole.clone();
        bytes[whole.len() * part / 40] ^= 0x10;
        bytes
    });
    let longer = [whole.as_slice(), b"more"].concat();
    for bytes in cuts.chain(flips).chain([longer, b"no backup at all".to_vec()]) {
        std::fs::write(&damaged, bytes).unwrap();
        let target = tempfile::tempdir().unwrap();
        let location = Location::Folder(target.path().join("data"));
        let outcome = backup::restore(&location, &target.path().join("files"), &damaged).await;
        assert!(matches!(outcome, Err(StoreError::Backup { .. })), "{outcome:?}");
        assert_eq!(std::fs::read_dir(target.path()).unwrap().count(), 0, "something was made");
    }
    store.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn what_does_not_fit_its_manifest_is_refused() {
    let (store, kept) = sqlite().await;
    fill(&store).await;
    let file = back_up(&store, &kept, "whole.vekst").await;
    let whole = parts(&file);
    let changed = |change: Change| {
        let mut parts = whole.clone();
        change(&mut parts);
        pack(&kept.path().join("changed.vekst"), &parts);
        kept.path().join("changed.vekst")
    };
    let manifest = |from: &'static str, to: &'static str| {
        move |parts: &mut Parts| {
            let text = String::from_utf8(parts.last().unwrap().1.clone()).unwrap();
            assert!(text.contains(from), "{text}");
            parts.last_mut().unwrap().1 = text.replace(from, to).into_bytes();
        }
    };
    let cases: [(Change, &str); 7] = [
        (&|parts| drop(parts.remove(0)), "is not what was written"),
        (&|parts| parts[0].1.push(b'\n'), "is not what was written"),
        (&|parts| drop(parts.pop()), "no manifest"),
        (&|parts| parts.insert(0, ("etc/x".to_owned(), vec![])), "belongs in no backup"),
        (&|parts| parts.push(parts[0].clone()), "after its manifest"),
        (&manifest("\"format\": 1", "\"format\": 2"), "form 2"),
        (&manifest("m0001_first", "m0001_first\", \"m9999_later"), "newer version"),
    ];
    for (change, expected) in cases {
        let target = tempfile::tempdir().unwrap();
        let location = Location::Folder(target.path().to_owned());
        let said = backup::restore(&location, target.path(), &changed(change))
            .await
            .unwrap_err()
            .to_string();
        assert!(said.contains(expected), "«{expected}» is missing in: {said}");
    }
    store.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_store_that_holds_something_and_a_file_that_is_there_are_left_alone() {
    let (source, kept) = sqlite().await;
    fill(&source).await;
    let file = back_up(&source, &kept, "backup.vekst").await;
    let (files, now) = (kept.path().join("files"), moment(NOW));
    let again = backup::write(&source, &files, &file, false, now).await;
    assert!(matches!(again, Err(StoreError::FileExists { .. })), "{again:?}");
    backup::write(&source, &files, &file, true, now).await.unwrap();
    let nowhere = backup::write(&source, &files, &kept.path().join("no/folder/x.vekst"), false, now).await;
    assert!(matches!(nowhere, Err(StoreError::File { .. })), "{nowhere:?}");
    let left: Vec<String> = std::fs::read_dir(kept.path())
        .unwrap()
        .map(|entry| entry.unwrap().file_name().to_string_lossy().into_owned())
        .filter(|name| name.contains("partial"))
        .collect();
    assert_eq!(left, Vec::<String>::new());

    for (location, target) in places().await {
        let store = Store::open(&location).await.unwrap();
        let written: Result<i64, StoreError> = store
            .write(|tx| Box::pin(async move { journal::append(tx, &entry("two", "own")).await }))
            .await;
        written.unwrap();
        let refused = backup::restore(&location, &target.path().join("files"), &file).await;
        assert!(matches!(refused, Err(StoreError::NotEmpty { .. })), "{refused:?}");
        assert_eq!(journal::recent(store.reader(), "two", 9, None).await.unwrap().len(), 1);
        assert!(content::programmes(store.reader()).await.unwrap().is_empty());
        store.close().await;
    }
    source.close().await;
}

/// Written by the program when the store had its first form: a name stood with the person, and nobody was asked anything.
#[tokio::test(flavor = "multi_thread")]
async fn a_backup_of_the_first_form_is_restored_and_brought_up() {
    let old = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/first-form/backup.vekst");
    for (location, kept) in places().await {
        let files = kept.path().join("files");
        let contents = backup::restore(&location, &files, &old).await.unwrap();
        assert_eq!(contents.rows, 49);
        let store = Store::open(&location).await.unwrap();
        is_the_first_forms(&store).await;
        assert_eq!(check::store(&store, &files, hash).await.unwrap(), Vec::<String>::new());
        let again = back_up(&store, &kept, "again.vekst").await;
        store.close().await;
        for (elsewhere, other) in places().await {
            backup::restore(&elsewhere, &other.path().join("files"), &again).await.unwrap();
            let store = Store::open(&elsewhere).await.unwrap();
            is_the_first_forms(&store).await;
            store.close().await;
        }
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_store_of_the_first_form_is_opened_and_brought_up() {
    let folder = tempfile::tempdir().unwrap();
    let packed = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/first-form/vekst.db.zst");
    let mut file = File::create(folder.path().join(store::DATABASE_FILE)).unwrap();
    zstd::stream::copy_decode(File::open(packed).unwrap(), &mut file).unwrap();
    let location = Location::Folder(folder.path().to_owned());
    for time in ["the first time", "and when it is there already"] {
        let store = Store::open(&location).await.unwrap();
        is_the_first_forms(&store).await;
        assert_eq!(
            check::store(&store, &folder.path().join("files"), hash).await.unwrap(),
            Vec::<String>::new(),
            "{time}"
        );
        store.close().await;
    }
}

async fn is_the_first_forms(store: &Store) {
    let reader = store.reader();
    assert_eq!(
        access::members(reader, "byen").await.unwrap(),
        [crate::member("byen", "leder@example.no", "Programleder")]
    );
    let measures = content::now(reader, "byen").await.unwrap();
    assert_eq!(measures.iter().filter(|row| row.kind == "measure").count(), 2);
    assert_eq!(figures::newest(reader, "byen", "folketall").await.unwrap().len(), 3);
    let entries = journal::recent(reader, "byen", 9, None).await.unwrap();
    assert_eq!(
        entries.iter().map(|entry| entry.written.action.as_str()).collect::<Vec<_>>(),
        ["invite", "load"]
    );
}
