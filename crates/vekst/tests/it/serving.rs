//! `vekst serve`.

use std::io::{Read, Write};
use std::net::TcpStream;
use std::time::Duration;

use crate::program::{Server, browser, sign_in};

#[tokio::test]
async fn an_empty_folder_becomes_a_site_with_one_command() {
    let data = tempfile::tempdir().unwrap();
    let server = Server::start(data.path());
    let visitor = browser();
    let root = visitor.get(&server.address).send().await.unwrap();
    assert_eq!(root.status(), 303);
    let front = root.headers()["location"].to_str().unwrap();
    let page = visitor.get(format!("{}{front}", server.address)).send().await.unwrap();
    assert_eq!(page.status(), 200);
    assert!(page.text().await.unwrap().contains("<h1"));
    let health = visitor.get(format!("{}/healthz", server.address)).send().await.unwrap();
    assert_eq!(health.status(), 200);

    sign_in(&visitor, &server).await;
    let workspace = visitor.get(format!("{}{front}/arbeid", server.address)).send().await.unwrap();
    assert_eq!(workspace.status(), 200);
    let again = visitor
        .get(format!("{}{front}/arbeid", server.address))
        .header("cookie", "")
        .send()
        .await
        .unwrap();
    assert_eq!(again.status(), 303, "without a session there is no workspace");
    let token = server.sign_in_link().rsplit('/').next().unwrap().to_owned();
    let log = server.stop();
    assert!(log.contains("/{programme}/logg-inn/{token}"), "{log}");
    assert!(!log.contains(&token) && !log.contains("127.0.0.1") && !log.contains('@'), "{log}");
}

#[tokio::test]
async fn a_second_start_finds_what_the_first_one_left() {
    let data = tempfile::tempdir().unwrap();
    drop(Server::start(data.path()).stop());
    let before = crate::program::done(data.path(), &["check"]);
    let server = Server::start_with(data.path(), &[]);
    assert!(
        server.said.contains(&data.path().join("vekst.db").display().to_string()),
        "{}",
        server.said
    );
    assert!(server.said.contains("/logg-inn/"), "{}", server.said);
    drop(server.stop());
    assert_eq!(crate::program::done(data.path(), &["check"]), before);
}

#[test]
fn told_to_stop_it_finishes_the_request_that_runs() {
    let data = tempfile::tempdir().unwrap();
    let server = Server::start(data.path());
    let host = server.address.strip_prefix("http://").unwrap().to_owned();
    let programme = server.sign_in_link().split('/').nth(3).unwrap();
    let form = "email=not-an-address";
    let head = format!(
        "POST /{programme}/logg-inn HTTP/1.1\r\nHost: {host}\r\nOrigin: {}\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: {}\r\n\r\n",
        server.address,
        form.len()
    );
    let mut running = TcpStream::connect(&host).unwrap();
    let mut idle = TcpStream::connect(&host).unwrap();
    running.write_all(head.as_bytes()).unwrap();
    running.write_all(&form.as_bytes()[..5]).unwrap();
    std::thread::sleep(Duration::from_millis(300));
    server.terminate();
    std::thread::sleep(Duration::from_millis(300));
    assert!(TcpStream::connect(&host).is_err(), "no new connection is taken");
    running.write_all(&form.as_bytes()[5..]).unwrap();
    let mut answer = String::new();
    running.read_to_string(&mut answer).unwrap();
    assert!(answer.starts_with("HTTP/1.1 422") && answer.contains("</html>"), "{answer}");
    assert_eq!(idle.read(&mut [0]).unwrap(), 0, "a connection without a request is closed");
    let (code, log) = server.wait();
    assert_eq!(code, Some(0), "{log}");
}

#[test]
fn the_log_can_be_read_by_machines() {
    let data = tempfile::tempdir().unwrap();
    let mut command = crate::program::vekst(data.path(), &["serve", "--listen", "nonsense"]);
    let ended: crate::program::Ended = command.env("VEKST_LOG", "json").output().unwrap().into();
    assert_eq!(ended.code, 4);
    let help = crate::program::done(data.path(), &["--help"]);
    assert!(help.contains("VEKST_LOG=json") && help.contains("Exit codes:"), "{help}");
    let version = crate::program::done(data.path(), &["--version"]);
    assert_eq!(version.trim(), format!("vekst {}", env!("CARGO_PKG_VERSION")));
}
