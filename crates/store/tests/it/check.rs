//! Each kind of damage is told in words, and a whole store has none to tell.

use sea_orm::ConnectionTrait;
use store::{Store, StoreError, check, content, figures, journal, revisions};

use crate::backup::hash;
use crate::{entry, moment};
use testkit::stores::{both, sqlite};

async fn fill(store: &Store) {
    let filled: Result<(), StoreError> = store
        .write(|tx| {
            Box::pin(async move {
                for _ in 0..3 {
                    journal::append(tx, &entry("one", "save")).await?;
                }
                for (from, body, number) in [("2020-01-01T00:00:00Z", "1", 1), ("2020-05-08T00:00:00Z", "2", 2)] {
                    content::put(tx, "one", "goal", "a", body, moment(from), number).await?;
                }
                let figure = figures::Row {
                    period: "2020".into(),
                    codes: "[]".into(),
                    value: "1".into(),
                    note: None,
                };
                figures::keep(tx, "one", "s", "2026-03-20", 1, &[figure]).await?;
                let revision = revisions::Row {
                    plan: "2020".into(),
                    number: 1,
                    hash: hash("c\n"),
                    meta: "{}".into(),
                    content: "c\n".into(),
                };
                revisions::insert(tx, "one", 1, &revision).await
            })
        })
        .await;
    filled.unwrap();
}

async fn run(store: &Store, statement: &'static str) {
    let outcome: Result<(), StoreError> = store
        .write(move |tx| Box::pin(async move { tx.execute_unprepared(statement).await.map(|_| ()).map_err(StoreError::from) }))
        .await;
    outcome.unwrap();
}

/// Takes the guard off a table, as whoever damages a store by hand would.
async fn unguard(store: &Store, table: &'static str) {
    let statements = if store.reader().get_database_backend() == sea_orm::DbBackend::Postgres {
        vec![format!("DROP TRIGGER {table}_guard ON {table}")]
    } else {
        vec![format!("DROP TRIGGER {table}_update"), format!("DROP TRIGGER {table}_delete")]
    };
    for statement in statements {
        run(store, statement.leak()).await;
    }
}

const DAMAGES: [(&str, &str); 10] = [
    (
        "DELETE FROM journal WHERE entry = 2",
        "the journal has entry 3 but not the one before it",
    ),
    (
        "DELETE FROM journal WHERE entry = 2",
        "content of one names entry 2, which is not in that programme's journal",
    ),
    (
        "UPDATE journal SET programme = 'two' WHERE entry = 1",
        "revision of one names entry 1",
    ),
    (
        "UPDATE content SET valid_to = '2020-06-01T00:00:00.000000Z' WHERE entry = 1",
        "goal a of one has two versions that hold at the same time",
    ),
    (
        "UPDATE content SET valid_to = '2019-01-01T00:00:00.000000Z' WHERE entry = 2",
        "goal a of one has a version that ends before it begins",
    ),
    (
        "UPDATE revision SET content = 'other'",
        "revision 1 of the plan 2020 of one is not what was adopted",
    ),
    (
        "UPDATE figure SET value = '2'",
        "series s of one: the figures read on 2026-03-20 (entry 1) are not what was read",
    ),
    ("UPDATE vintage SET vintage = '2026-03-21'", "are not what was read"),
    ("DELETE FROM figure", "are not what was read"),
    (
        "DELETE FROM vintage",
        "series s of one has figures of a reading (entry 1) that is not there",
    ),
];

#[tokio::test(flavor = "multi_thread")]
async fn every_damage_is_told_in_words() {
    for (statement, expected) in DAMAGES {
        for (store, kept) in both().await {
            fill(&store).await;
            let files = kept.path().join("files");
            assert_eq!(check::store(&store, &files, hash).await.unwrap(), Vec::<String>::new());
            unguard(&store, "journal").await;
            unguard(&store, "revision").await;
            run(&store, statement).await;
            let found = check::store(&store, &files, hash).await.unwrap();
            assert!(
                found.iter().any(|finding| finding.contains(expected)),
                "«{expected}» after {statement}: {found:?}"
            );
            store.close().await;
        }
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_file_that_is_not_what_its_name_says_is_told() {
    let (store, kept) = sqlite().await;
    let files = kept.path().join("files");
    std::fs::create_dir(&files).unwrap();
    std::fs::write(files.join(hash("whole")), "whole").unwrap();
    assert!(check::store(&store, &files, hash).await.unwrap().is_empty());
    std::fs::write(files.join(hash("whole")), "changed").unwrap();
    std::fs::write(files.join("report.pdf"), "by hand").unwrap();
    let found = check::store(&store, &files, hash).await.unwrap();
    assert_eq!(found.len(), 2, "{found:?}");
    assert!(
        found[0].contains("has changed since it was kept") && found[1].contains("not named after its content"),
        "{found:?}"
    );
    store.close().await;
}
