//! `vekst backup`, `vekst restore` and `vekst check`.

use std::path::Path;

use crate::program::{Server, assert_same, browser, done, files, run, sign_in, vekst};

fn path(path: &Path) -> &str {
    path.to_str().unwrap()
}

#[tokio::test]
async fn a_backup_of_a_serving_store_is_restored_elsewhere() {
    let (data, elsewhere) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
    let server = Server::start(data.path());
    sign_in(&browser(), &server).await;
    let (backup, one, two) = (data.path().join("backup.vekst"), data.path().join("one"), data.path().join("two"));
    done(data.path(), &["backup", path(&backup)]);
    let health = browser().get(format!("{}/healthz", server.address)).send().await.unwrap();
    assert_eq!(health.status(), 200, "it served all the while");
    done(data.path(), &["export", path(&one)]);
    drop(server.stop());
    done(elsewhere.path(), &["restore", path(&backup)]);
    done(elsewhere.path(), &["check"]);
    done(elsewhere.path(), &["export", path(&two)]);
    assert_same(&files(&one), &files(&two));

    let restored = files(elsewhere.path());
    let again = run(elsewhere.path(), &["restore", path(&backup)]);
    assert_eq!((again.code, again.complained.lines().count()), (1, 1), "{}", again.complained);
    assert_same(&files(elsewhere.path()), &restored);
    let over = run(data.path(), &["backup", path(&backup)]);
    assert_eq!((over.code, over.complained.lines().count()), (1, 1), "{}", over.complained);
    done(data.path(), &["backup", "--overwrite", path(&backup)]);
}

#[tokio::test]
async fn a_backup_moves_a_programme_to_postgresql_and_back() {
    let Ok(server) = std::env::var("VEKST_TEST_POSTGRES") else {
        eprintln!("SKIPPED: VEKST_TEST_POSTGRES names no PostgreSQL");
        return;
    };
    let url = database(&server).await;
    let (data, folder) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
    drop(Server::start(data.path()).stop());
    let (there, back) = (folder.path().join("there.vekst"), folder.path().join("back.vekst"));
    done(data.path(), &["backup", path(&there)]);
    done(data.path(), &["--database-url", &url, "restore", path(&there)]);
    done(data.path(), &["--database-url", &url, "check"]);
    let serving = Server::start_with(data.path(), &["--database-url", &url]);
    assert!(!serving.said.contains("There is no programme yet"), "{}", serving.said);
    done(data.path(), &["--database-url", &url, "backup", path(&back)]);
    drop(serving.stop());
    let home = tempfile::tempdir().unwrap();
    done(home.path(), &["restore", path(&back)]);
    let (one, two) = (folder.path().join("one"), folder.path().join("two"));
    done(data.path(), &["export", path(&one)]);
    done(home.path(), &["export", path(&two)]);
    assert_same(&files(&one), &files(&two));
}

async fn database(server: &str) -> String {
    let name = format!("vekst_program_{}", std::process::id());
    let connection = sea_orm::Database::connect(server).await.unwrap();
    let made = sea_orm::ConnectionTrait::execute_unprepared(&connection, &format!("CREATE DATABASE {name}")).await;
    made.unwrap();
    server.rsplit_once('/').map(|(start, _)| format!("{start}/{name}")).unwrap()
}

#[test]
fn what_is_wrong_with_a_store_is_told_in_words() {
    let data = tempfile::tempdir().unwrap();
    drop(Server::start(data.path()).stop());
    let whole = done(data.path(), &["check"]);
    assert!(whole.contains("are whole"), "{whole}");
    std::fs::create_dir(data.path().join("files")).unwrap();
    std::fs::write(data.path().join("files").join("a".repeat(64)), "something else").unwrap();
    let ended = run(data.path(), &["check"]);
    assert_eq!(ended.code, 1);
    assert!(ended.said.contains("has changed since it was kept"), "{}", ended.said);
    assert!(ended.complained.contains("one thing is wrong"), "{}", ended.complained);
}

#[test]
fn a_folder_without_a_store_is_not_made_into_one_by_a_slip() {
    let folder = tempfile::tempdir().unwrap();
    let mistyped = folder.path().join("mistyped");
    for arguments in [
        &["check"][..],
        &["backup", "x.vekst"],
        &["export", "x"],
        &["person", "link", "--lead"],
        &["plan", "pdf", "-o", "x.pdf"],
    ] {
        let ended: crate::program::Ended = vekst(&mistyped, arguments).current_dir(folder.path()).output().unwrap().into();
        assert_eq!((ended.code, ended.complained.lines().count()), (1, 1), "{}", ended.complained);
        assert!(ended.complained.contains("there is no store"), "{}", ended.complained);
    }
    assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 0);
}
