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
    let mut stores = vec![sqlite().await];
    match std::env::var("VEKST_TEST_POSTGRES") {
        Ok(url) => stores.push((postgres(&url).await, tempfile::tempdir().unwrap())),
        Err(_) => eprintln!("SKIPPED on PostgreSQL: VEKST_TEST_POSTGRES names no server"),
    }
    stores
}

/// A new database of its own for each test.
async fn postgres(url: &str) -> Store {
    let name = format!("vekst_test_{}_{}", std::process::id(), NEXT.fetch_add(1, Ordering::Relaxed));
    let server = sea_orm::Database::connect(url).await.unwrap();
    sea_orm::ConnectionTrait::execute_unprepared(&server, &format!("CREATE DATABASE {name}"))
        .await
        .unwrap();
    let address = url.rsplit_once('/').map(|(start, _)| format!("{start}/{name}")).unwrap();
    Store::open(&Location::Url(address)).await.unwrap()
}
