//! The store's promises, on SQLite always and on PostgreSQL where `VEKST_TEST_POSTGRES` names a server.

#![expect(clippy::unwrap_used, reason = "what fails here fails the story that asked")]

mod backup;
mod check;
mod links;

use std::sync::Arc;

use jiff::SignedDuration;
use store::access::Membership;
use store::journal::NewEntry;
use store::{Instant, Location, Store, StoreError, access, content, figures, journal, revisions};
use testkit::stores::{both, sqlite};

fn moment(text: &str) -> Instant {
    text.parse().unwrap()
}

fn entry(programme: &str, action: &str) -> NewEntry {
    NewEntry {
        programme: programme.to_owned(),
        at: moment("2020-05-08T10:00:00Z"),
        who: "lead".to_owned(),
        on_behalf_of: None,
        action: action.to_owned(),
        why: String::new(),
        detail: "{}".to_owned(),
    }
}

/// A lead of a programme.
fn member(programme: &str, email: &str, name: &str) -> Membership {
    Membership {
        programme: programme.to_owned(),
        email: email.to_owned(),
        name: name.to_owned(),
        role: "lead".to_owned(),
        organisation: None,
    }
}

async fn put(store: &Store, programme: &'static str, id: &'static str, body: &'static str, from: &'static str) -> Result<bool, StoreError> {
    store
        .write(move |tx| {
            Box::pin(async move {
                let number = journal::append(tx, &entry(programme, "save")).await?;
                journal::touched(tx, programme, number, "goal", id).await?;
                content::put(tx, programme, "goal", id, body, moment(from), number).await
            })
        })
        .await
}

#[tokio::test(flavor = "multi_thread")]
async fn content_stands_as_it_did_on_any_date_and_programmes_keep_apart() {
    for (store, _kept) in both().await {
        assert!(put(&store, "one", "a", "1", "2020-01-01T00:00:00Z").await.unwrap());
        assert!(put(&store, "one", "a", "2", "2020-05-08T00:00:00Z").await.unwrap());
        assert!(
            !put(&store, "one", "a", "2", "2020-06-01T00:00:00Z").await.unwrap(),
            "the same body is no new version"
        );
        put(&store, "two", "a", "other", "2020-01-01T00:00:00Z").await.unwrap();
        let bodies = |rows: Vec<content::Row>| rows.into_iter().map(|row| row.body).collect::<Vec<_>>();
        let at = |text| content::at(store.reader(), "one", moment(text));
        assert_eq!(bodies(at("2019-12-31T00:00:00Z").await.unwrap()), Vec::<String>::new());
        assert_eq!(bodies(at("2020-03-01T00:00:00Z").await.unwrap()), ["1"]);
        assert_eq!(bodies(at("2020-05-08T00:00:00Z").await.unwrap()), ["2"]);
        assert_eq!(bodies(content::now(store.reader(), "one").await.unwrap()), ["2"]);
        assert_eq!(
            bodies(content::history(store.reader(), "one", "goal", "a").await.unwrap()),
            ["1", "2"]
        );
        assert_eq!(content::programmes(store.reader()).await.unwrap(), ["one", "two"]);
        let backwards = put(&store, "one", "a", "3", "2020-05-01T00:00:00Z").await;
        assert!(matches!(backwards, Err(StoreError::Backwards { .. })), "{backwards:?}");
        store.close().await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn the_journal_is_only_added_to() {
    for (store, _kept) in both().await {
        put(&store, "one", "a", "1", "2020-01-01T00:00:00Z").await.unwrap();
        for statement in ["UPDATE journal SET who = 'x'", "DELETE FROM journal", "DELETE FROM journal_object"] {
            let refused: Result<(), StoreError> = store
                .write(move |tx| {
                    Box::pin(async move {
                        sea_orm::ConnectionTrait::execute_unprepared(tx, statement)
                            .await
                            .map(|_| ())
                            .map_err(StoreError::from)
                    })
                })
                .await;
            assert!(refused.unwrap_err().to_string().contains("append-only"), "{statement}");
        }
        let entries = journal::of_object(store.reader(), "one", "goal", "a").await.unwrap();
        assert_eq!(entries.len(), 1);
        assert_eq!(entries[0].objects, [("goal".to_owned(), "a".to_owned())]);
        assert_eq!(journal::latest(store.reader(), "one").await.unwrap(), 1);
        assert_eq!(journal::latest(store.reader(), "none").await.unwrap(), 0);
        store.close().await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn sixteen_writers_lose_nothing_and_a_panic_stays_alone() {
    for (store, _kept) in both().await {
        let store = Arc::new(store);
        let tasks = (0..16).map(|writer| {
            let store = Arc::clone(&store);
            tokio::spawn(async move {
                for change in 0..20 {
                    let outcome: Result<i64, StoreError> = store
                        .write(move |tx| {
                            Box::pin(async move {
                                let number = journal::append(tx, &entry("one", &format!("{writer}-{change}"))).await?;
                                assert!(!(writer == 3 && change % 5 == 0), "made to fail");
                                Ok(number)
                            })
                        })
                        .await;
                    match outcome {
                        Err(StoreError::Panicked { .. }) => assert!(writer == 3 && change % 5 == 0),
                        other => assert!(other.unwrap() > 0),
                    }
                }
            })
        });
        for task in tasks.collect::<Vec<_>>() {
            task.await.unwrap();
        }
        let entries = journal::recent(store.reader(), "one", 1000, None).await.unwrap();
        assert_eq!(entries.len(), 16 * 20 - 4);
        assert!(
            entries.windows(2).all(|pair| pair[0].number == pair[1].number + 1),
            "numbers rise by one"
        );
        store.close().await;
        let after: Result<(), StoreError> = store.write(|_| Box::pin(async { Ok(()) })).await;
        assert!(matches!(after, Err(StoreError::Closed)));
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn figures_keep_every_vintage_and_the_same_twice_is_one() {
    for (store, _kept) in both().await {
        let rows = |value: &str| -> Vec<figures::Row> {
            (0..1200)
                .map(|n| figures::Row {
                    period: n.to_string(),
                    codes: "[]".into(),
                    value: value.into(),
                    note: None,
                })
                .collect()
        };
        for (value, entry, kept) in [("1", 1, true), ("1", 2, false), ("2", 3, true)] {
            let rows = rows(value);
            let outcome: Result<bool, StoreError> = store
                .write(move |tx| Box::pin(async move { figures::keep(tx, "one", "s", "2026-03-20", entry, &rows).await }))
                .await;
            assert_eq!(outcome.unwrap(), kept);
        }
        assert_eq!(figures::newest(store.reader(), "one", "s").await.unwrap(), rows("2"));
        assert_eq!(figures::vintages(store.reader(), "one", "s").await.unwrap().len(), 2);
        assert_eq!(figures::of_vintage(store.reader(), "one", "s", 1).await.unwrap(), rows("1"));
        assert!(figures::newest(store.reader(), "two", "s").await.unwrap().is_empty());
        store.close().await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_revision_is_written_once() {
    for (store, _kept) in both().await {
        let row = revisions::Row {
            plan: "2020".into(),
            number: 1,
            hash: "h".into(),
            meta: "{}".into(),
            content: "c\n".into(),
        };
        for again in [false, true] {
            let row = row.clone();
            let outcome: Result<(), StoreError> = store
                .write(move |tx| Box::pin(async move { revisions::insert(tx, "one", 1, &row).await }))
                .await;
            assert_eq!(matches!(outcome, Err(StoreError::Exists { .. })), again, "{outcome:?}");
        }
        assert_eq!(revisions::list(store.reader(), "one").await.unwrap(), [row]);
        store.close().await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn links_are_used_once_and_sessions_end() {
    for (store, _kept) in both().await {
        let now = moment("2026-11-24T08:00:00Z");
        let later = |duration: SignedDuration| Instant::new(now.timestamp().checked_add(duration).unwrap());
        let (first, late): (String, String) = store
            .write(move |tx| {
                Box::pin(async move {
                    access::set_membership(tx, &member("one", "Lead@Example.no", "Programleder")).await?;
                    Ok::<_, StoreError>((
                        access::create_link(tx, "one", "lead@example.no", now).await?,
                        access::create_link(tx, "one", "lead@example.no", now).await?,
                    ))
                })
            })
            .await
            .unwrap();
        let redeem = |programme: &'static str, token: String, at: Instant| {
            store.write(move |tx| Box::pin(async move { access::redeem_link(tx, programme, &token, at).await }))
        };
        assert_eq!(redeem("two", first.clone(), now).await.unwrap(), None, "another programme's link");
        assert_eq!(redeem("one", first.clone(), now).await.unwrap().as_deref(), Some("lead@example.no"));
        assert_eq!(redeem("one", first, now).await.unwrap(), None, "a second time");
        assert_eq!(
            redeem("one", late, later(SignedDuration::from_mins(16))).await.unwrap(),
            None,
            "too late"
        );

        let session = store
            .write(move |tx| Box::pin(async move { access::open_session(tx, "lead@example.no", now).await }))
            .await
            .unwrap();
        let at = |moment| access::session(store.reader(), &session.token, moment);
        assert!(!at(now).await.unwrap().unwrap().due);
        assert!(at(later(SignedDuration::from_hours(1))).await.unwrap().unwrap().due);
        assert_eq!(at(later(SignedDuration::from_hours(9))).await.unwrap(), None, "idle for too long");
        assert_eq!(access::session(store.reader(), "guess", now).await.unwrap(), None);
        assert_eq!(access::members(store.reader(), "one").await.unwrap()[0].name, "Programleder");
        let ended = store
            .write(|tx| Box::pin(async move { access::end_membership(tx, "one", "LEAD@example.no").await }))
            .await;
        assert!(ended.unwrap());
        assert_eq!(at(now).await.unwrap(), None, "no membership, no session");
        store.close().await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_person_has_a_name_in_each_programme_and_none_is_left_behind() {
    for (store, _kept) in both().await {
        let named = |programme: &'static str, name: &'static str| {
            let member = member(programme, "kari@example.no", name);
            store.write(move |tx| Box::pin(async move { access::set_membership(tx, &member).await }))
        };
        named("one", "Programleder").await.unwrap();
        named("two", "Redaktør").await.unwrap();
        named("one", "Leder").await.unwrap();
        let name = async |programme| {
            let found = access::membership(store.reader(), programme, "Kari@example.no").await.unwrap();
            found.map(|member| member.name)
        };
        assert_eq!(name("one").await.as_deref(), Some("Leder"));
        assert_eq!(
            name("two").await.as_deref(),
            Some("Redaktør"),
            "what another programme says changes nothing here"
        );
        let ended = store.write(|tx| Box::pin(async move { access::end_membership(tx, "one", "kari@example.no").await }));
        assert!(ended.await.unwrap());
        assert_eq!(name("one").await, None);
        assert_eq!(name("two").await.as_deref(), Some("Redaktør"));
        store.close().await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn what_cannot_be_a_store_is_left_alone() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("file");
    std::fs::write(&file, "not a folder").unwrap();
    let opened = Store::open(&Location::Folder(file)).await.map(|_| ());
    assert!(matches!(opened, Err(StoreError::FolderNotWritable { .. })), "{opened:?}");

    let database = folder.path().join(store::DATABASE_FILE);
    std::fs::write(&database, "certainly no database").unwrap();
    let opened = Store::open(&Location::Folder(folder.path().to_owned())).await.map(|_| ());
    assert!(matches!(opened, Err(StoreError::Corrupt { .. })), "{opened:?}");
    assert_eq!(std::fs::read_to_string(&database).unwrap(), "certainly no database");

    let (store, kept) = sqlite().await;
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
    let opened = Store::open(&Location::Folder(kept.path().to_owned())).await.map(|_| ());
    assert!(matches!(opened, Err(StoreError::Newer { .. })), "{opened:?}");

    let opened = Store::open(&Location::Url("mysql://root:secret@db/x".into())).await.map(|_| ());
    let said = opened.unwrap_err().to_string();
    assert!(said.contains("postgres://") && !said.contains("secret"), "{said}");
}
