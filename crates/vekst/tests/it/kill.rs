//! A server that is killed in the middle of its work has lost nothing that it acknowledged.
//!
//! Sixteen people change measures through the forms of the workspace, each its own measure, and write down what the
//! server has acknowledged. The server is killed without warning; its store must be whole and hold every change that was
//! written down. `VEKST_KILLS` says how many times; continuous checks do it fifty times.

use std::collections::BTreeMap;
use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;

use programme::{Programmes, Revision, State};
use reqwest::{Client, StatusCode};
use store::{Location, Store, check, journal};

use crate::program::{Server, browser, sign_in, typed};

const PEOPLE: usize = 16;
const KILLS: usize = 10;

/// Reasons that were acknowledged, each with its measure.
type Ledger = BTreeMap<String, String>;

#[tokio::test(flavor = "multi_thread")]
async fn no_acknowledged_change_is_lost_when_the_server_is_killed() {
    let kills = std::env::var("VEKST_KILLS")
        .ok()
        .and_then(|kills| kills.parse().ok())
        .unwrap_or(KILLS);
    let data = tempfile::tempdir().unwrap();
    let browser = browser();
    let server = Server::start(data.path());
    sign_in(&browser, &server).await;
    drop(server.stop());
    let (state, _) = whole(data.path()).await;
    let measures: Vec<String> = state.measures.iter().take(PEOPLE).map(|measure| measure.id.to_string()).collect();
    assert_eq!(measures.len(), PEOPLE);

    let mut ledger = Ledger::new();
    for round in 0..kills {
        // another number of changes each time, so that the kill meets the writer at another moment
        ledger.extend(killed_after(1 + round * 7 % 13, round, data.path(), &browser, &state, &measures).await);
        let (kept, entries) = whole(data.path()).await;
        let kept = reasons(&kept);
        for (reason, measure) in &ledger {
            assert_eq!(
                kept.get(reason),
                Some(measure),
                "round {round}: «{reason}» was acknowledged and is lost"
            );
        }
        assert_eq!(
            entries,
            kept.len(),
            "round {round}: the journal and the measures tell of as many changes"
        );
    }
    eprintln!("{kills} kills, {} acknowledged changes, none lost", ledger.len());
}

/// Serves until this many changes have been acknowledged, and kills the server while others are under way.
async fn killed_after(changes: usize, round: usize, data: &Path, browser: &Client, state: &State, measures: &[String]) -> Ledger {
    let server = Server::start(data);
    let acknowledged = Arc::new(AtomicUsize::new(0));
    let people: Vec<_> = measures
        .iter()
        .map(|measure| {
            let person = Person {
                browser: browser.clone(),
                origin: server.address.clone(),
                page: format!("{}/{}/arbeid/tiltak/{measure}", server.address, state.programme.id),
                measure: measure.clone(),
                acknowledged: Arc::clone(&acknowledged),
            };
            tokio::spawn(person.work(round))
        })
        .collect();
    let enough = async {
        while acknowledged.load(Ordering::Relaxed) < changes {
            tokio::time::sleep(Duration::from_millis(1)).await;
        }
    };
    tokio::time::timeout(Duration::from_mins(1), enough)
        .await
        .expect("changes are acknowledged");
    server.kill();
    let mut ledger = Ledger::new();
    for person in people {
        ledger.extend(person.await.unwrap());
    }
    ledger
}

struct Person {
    browser: Client,
    origin: String,
    page: String,
    measure: String,
    acknowledged: Arc<AtomicUsize>,
}

impl Person {
    /// Changes the measure until the server is gone.
    async fn work(self, round: usize) -> Ledger {
        let mut ledger = Ledger::new();
        for number in 0.. {
            let reason = format!("{} {round}.{number}", self.measure);
            match self.change(&reason).await {
                Ok(StatusCode::SEE_OTHER) => {
                    ledger.insert(reason, self.measure.clone());
                    self.acknowledged.fetch_add(1, Ordering::Relaxed);
                }
                // a page that is a moment old; whoever gets this looks again
                Ok(StatusCode::CONFLICT) => {}
                Ok(other) => panic!("{} answered {other}", self.page),
                Err(_) => break,
            }
        }
        ledger
    }

    /// Opens the page, fills in the form and sends it.
    async fn change(&self, reason: &str) -> reqwest::Result<StatusCode> {
        let page = self.browser.get(&self.page).send().await?.error_for_status()?.text().await?;
        let value = |name: &str| typed(&page, name).unwrap_or_else(|| panic!("no field {name} in {page}"));
        let form = [
            ("csrf", value("csrf")),
            ("base", value("base")),
            ("date", value("date")),
            ("status", "paused".to_owned()),
            ("reason-nb", reason.to_owned()),
        ];
        let request = self.browser.post(format!("{}/status", self.page)).header("origin", &self.origin);
        Ok(request.form(&form).send().await?.status())
    }
}

/// Opens the store that was left, which must be whole; the programme and how many changes of status its journal tells of.
async fn whole(data: &Path) -> (State, usize) {
    let store = Store::open(&Location::Folder(data.to_owned())).await.unwrap();
    let found = check::store(&store, &data.join("files"), Revision::hash_of).await.unwrap();
    assert_eq!(found, Vec::<String>::new());
    let programmes = Programmes::new(store.clone());
    let id = programmes.list().await.unwrap().remove(0);
    let snapshot = programmes.snapshot(&id).await.unwrap().unwrap();
    let entries = journal::recent(store.reader(), id.as_str(), u32::MAX, None).await.unwrap();
    let changes = entries.iter().filter(|entry| entry.written.action == "change-status").count();
    store.close().await;
    (snapshot.state.clone(), changes)
}

/// The reasons that people gave, each with its measure; each once.
fn reasons(state: &State) -> Ledger {
    let mut found = Ledger::new();
    for measure in &state.measures {
        let own = format!("{} ", measure.id);
        for change in &measure.status {
            let reason = change.reason.plain(programme::Language::Nb);
            if reason.starts_with(&own) {
                let before = found.insert(reason.to_owned(), measure.id.to_string());
                assert_eq!(before, None, "«{reason}» stands twice");
            }
        }
    }
    found
}
