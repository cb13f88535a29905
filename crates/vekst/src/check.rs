//! `vekst check`: whether the store, its files and the programmes in it are whole.

use programme::{Programmes, Revision};
use store::{Store, StoreError};

use crate::failure::{Exit, Failure};
use crate::place::Place;
use crate::{output, progress};

pub async fn run(place: &Place) -> Result<Exit, Failure> {
    let store = place.open_existing().await?;
    let findings = progress::shown("Checking", findings(place, &store)).await;
    store.close().await;
    let findings = findings?;
    for finding in &findings {
        output::say(finding);
    }
    match findings.len() {
        0 => {
            output::say(format!("{} and its files are whole.", store.place()));
            Ok(Exit::Done)
        }
        1 => Err(Failure::refused(
            "one thing is wrong: restore a backup into another folder and compare",
        )),
        count => Err(Failure::refused(format!(
            "{count} things are wrong: restore a backup into another folder and compare"
        ))),
    }
}

async fn findings(place: &Place, store: &Store) -> Result<Vec<String>, StoreError> {
    let mut findings = store::check::store(store, &place.files(), Revision::hash_of).await?;
    let programmes = Programmes::new(store.clone());
    for id in programmes.list().await? {
        match programmes.snapshot(&id).await {
            Ok(Some(snapshot)) => {
                let faults = programme::check::state(&snapshot.state);
                findings.extend(faults.iter().map(|fault| format!("programme {id}: {fault}")));
            }
            Ok(None) => {}
            Err(error @ StoreError::Unreadable { .. }) => findings.push(format!("programme {id}: {error}")),
            Err(error) => return Err(error),
        }
    }
    Ok(findings)
}
