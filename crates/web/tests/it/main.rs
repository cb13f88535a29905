//! Pages as a reader gets them, over a real store.
#![expect(clippy::unwrap_used, reason = "a test may unwrap")]

mod about;
mod action_plan;
mod api;
mod browser;
mod changes;
mod delivery;
mod form;
mod front;
mod guiding_plan;
mod hearing;
mod letter;
mod measure;
mod organisation;
mod routes;
mod series;
mod shock;
mod sign_in;
mod vote;
mod workspace;
mod workspace_access;

use std::sync::Arc;

use axum::body::Body;
use axum::http::{Request, StatusCode};
use programme::{Actor, Change, Command, Programmes, State};
use publishing::mail::Mailer;
use store::{Location, Store};
use tempfile::TempDir;
use testkit::example;
use tower::ServiceExt;
use web::{App, Clock, Settings};

async fn app() -> (App, TempDir) {
    app_with(example::example()).await
}

/// An app over a store of its own that holds nothing but this programme.
async fn app_with(state: State) -> (App, TempDir) {
    let now: jiff::Timestamp = "2026-11-24T12:00:00Z".parse().unwrap();
    app_of(state, Arc::new(move || now), "http://127.0.0.1:8420").await
}

/// The same by this clock, at this address; mail lies in the folder's `outbox`.
async fn app_of(state: State, clock: Clock, public_url: &str) -> (App, TempDir) {
    let folder = tempfile::tempdir().unwrap();
    let programmes = Programmes::new(Store::open(&Location::Folder(folder.path().to_owned())).await.unwrap());
    load(&programmes, state, clock()).await;
    let mailer = Mailer::outbox(folder.path().join("outbox"), "vekst@example.no").unwrap();
    let settings = Settings {
        public_url: public_url.to_owned(),
        files: folder.path().join("files"),
    };
    (App::new(programmes, clock, mailer, settings).unwrap(), folder)
}

/// Loads a programme, or loads it again as it is now.
async fn load(programmes: &Programmes, state: State, now: jiff::Timestamp) {
    let programme = state.programme.id.clone();
    let load = Command {
        who: Actor::operator(),
        on_behalf_of: None,
        why: String::new(),
        change: Change::Load(Box::new(state)),
    };
    programmes.apply(&programme, load, now).await.unwrap();
}

async fn get(app: &App, address: &str) -> (StatusCode, axum::http::HeaderMap, String) {
    let (status, headers, bytes) = get_bytes(app, address).await;
    (status, headers, String::from_utf8(bytes).unwrap())
}

/// What need not be text: a document.
async fn get_bytes(app: &App, address: &str) -> (StatusCode, axum::http::HeaderMap, Vec<u8>) {
    let request = Request::get(address).body(Body::empty()).unwrap();
    let response = web::service(app.clone()).oneshot(request).await.unwrap();
    let (parts, body) = response.into_parts();
    let bytes = axum::body::to_bytes(body, 10_000_000).await.unwrap();
    (parts.status, parts.headers, bytes.to_vec())
}

/// What a reader sees: no tags, every white space (thin and no-break ones too) one space.
fn words(html: &str) -> String {
    let mut text = String::new();
    let mut inside = false;
    for character in html.chars() {
        match character {
            '<' => inside = true,
            '>' => {
                inside = false;
                text.push(' ');
            }
            _ if inside => {}
            _ => text.push(character),
        }
    }
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[tokio::test(flavor = "multi_thread")]
async fn the_goal_page_tells_official_and_corrected_apart() {
    let (app, _kept) = app().await;
    let (status, headers, html) = get(&app, "/byen/maal/innbyggere").await;
    assert_eq!(status, StatusCode::OK);
    assert!(!headers.contains_key("set-cookie"), "visitors get no cookies");
    let text = words(&html);
    for expected in [
        "294 under målbanen",
        "1. januar 2023 var det offisielle tallet 196 over målbanen og det korrigerte 322 under målbanen.",
        "Korrigert tall for 1. januar 2026 er ikke publisert.",
        "må vi vokse med 1,25 % i året",
        "29 169",
        "Trekk fra mottaket",
        "Partnerfrokost",
        "Statistisk sentralbyrå, tabell 07459",
    ] {
        assert!(text.contains(expected), "«{expected}» is missing in: {text}");
    }
    let (_, _, english) = get(&app, "/byen/en/maal/innbyggere").await;
    assert!(english.contains("lang=\"en\""));
    let english = words(&english);
    assert!(
        english.contains("196 ahead of the target path and the corrected one 322 behind the target path"),
        "{english}"
    );
    assert!(
        english.contains("Bokmål"),
        "a text that is missing in English is marked with its language"
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn every_page_has_its_texts_in_every_language() {
    let (app, _kept) = app().await;
    for language in ["", "/nn", "/en"] {
        for place in ["", "/maal", "/maal/innbyggere"] {
            let (status, _, html) = get(&app, &format!("/byen{language}{place}")).await;
            assert_eq!(status, StatusCode::OK, "{language}{place}");
            let left: Vec<String> = words(&html).split(' ').filter(|word| is_a_key(word)).map(str::to_owned).collect();
            assert_eq!(left, Vec::<String>::new(), "keys without a text in {language}{place}");
        }
    }
}

/// A key that no message file holds is shown as it is: small letters with hyphens. "e-post" is a word, and so is what
/// reads like a key that has its text ("sign-in").
fn is_a_key(word: &str) -> bool {
    let word = word.trim_matches(|character: char| !character.is_ascii_alphanumeric());
    let looks_like_one = word.contains('-') && word.chars().all(|character| character.is_ascii_lowercase() || character == '-');
    let has_no_text = || publishing::texts::text(programme::Language::Nb, word, &publishing::texts::Arguments::new()) == word;
    looks_like_one && !word.starts_with("e-") && has_no_text()
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_not_there_is_said_in_the_readers_language_and_every_answer_is_guarded() {
    let (app, _kept) = app().await;
    for (address, expected) in [
        ("/byen/maal/ingen", "Denne siden finnes ikke"),
        ("/ingen", "Denne siden finnes ikke"),
        ("/byen/nn/x/y", "finst ikkje"),
    ] {
        let (status, headers, html) = get(&app, address).await;
        assert_eq!(status, StatusCode::NOT_FOUND, "{address}");
        assert!(words(&html).contains(expected), "{address}: {}", words(&html));
        let policy = headers["content-security-policy"].to_str().unwrap();
        assert!(policy.contains("default-src 'none'") && !policy.contains("unsafe"), "{policy}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn the_root_opens_the_only_programme() {
    let (app, _kept) = app().await;
    let (status, headers, _) = get(&app, "/").await;
    assert_eq!((status, headers["location"].to_str().unwrap()), (StatusCode::SEE_OTHER, "/byen"));
}
