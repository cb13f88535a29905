//! Empty stores to test on.

use std::sync::atomic::{AtomicU32, Ordering};

use store::{Location, Store};
use tempfile::TempDir;

static NEXT: AtomicU32 = AtomicU32::new(0);

/// A new SQLite store in a folder that goes with the test.
pub async fn sqlite() -> (Store, TempDir) {
    let folder = tempfile::tempdir().unwrap();
    let store = Store::open(&Location::Folder(folder.path().to_owned())).await.unwrap();
    (store, folder)
}

/// A new store on each database that there is.
pub async fn both() -> Vec<(Store, TempDir)> {
    let mut stores = Vec::new();
    for (location, kept) in places().await {
        stores.push((Store::open(&location).await.unwrap(), kept));
    }
    stores
}

/// A place without a store on each database that there is, with a folder for what goes beside it.
#[expect(clippy::print_stderr, reason = "a test that is left out says so")]
pub async fn places() -> Vec<(Location, TempDir)> {
    let folder = tempfile::tempdir().unwrap();
    let mut places = vec![(Location::Folder(folder.path().to_owned()), folder)];
    match std::env::var("VEKST_TEST_POSTGRES") {
        Ok(url) => places.push((Location::Url(database(&url).await), tempfile::tempdir().unwrap())),
        Err(_) => eprintln!("SKIPPED on PostgreSQL: VEKST_TEST_POSTGRES names no server"),
    }
    places
}

/// The address of a new database.
async fn database(url: &str) -> String {
    let name = format!("vekst_test_{}_{}", std::process::id(), NEXT.fetch_add(1, Ordering::Relaxed));
    let server = sea_orm::Database::connect(url).await.unwrap();
    sea_orm::ConnectionTrait::execute_unprepared(&server, &format!("CREATE DATABASE {name}"))
        .await
        .unwrap();
    server.close().await.unwrap();
    url.rsplit_once('/').map(|(start, _)| format!("{start}/{name}")).unwrap()
}
