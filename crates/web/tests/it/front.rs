//! The front page, and the list of programmes.

use std::sync::Arc;

use axum::http::StatusCode;
use programme::{Programmes, Text};
use publishing::mail::Mailer;
use store::{Location, Store};
use web::{App, Settings};

use crate::action_plan::adopted;
use crate::{app_with, example, get, load, words};

#[tokio::test(flavor = "multi_thread")]
async fn the_front_page_says_where_we_are_what_we_do_and_what_has_changed() {
    let (app, _kept) = app_with(adopted()).await;
    let (_, _, html) = get(&app, "/byen").await;
    let text = words(&html);
    for expected in [
        "Er vi på vei? Flere innbyggere Vi er 294 innbyggere under målbanen",
        "Hva vi gjør i år Omdømme 2 tiltak: 1 planlagt, 1 på vent",
        "Nye tall fra Statistisk sentralbyrå 20. mars 2026 Folketall: 29 169 (1. januar 2026)",
        "Kampanje 8. mai 2020 Nytt tiltak",
        "Partnerfrokost 12. mars 2020 På vent Folk kan ikke samles",
        "revisjon 1 er vedtatt",
        "3 organisasjoner er med.",
        "post@example.no",
    ] {
        assert!(text.contains(expected), "«{expected}» is missing in: {text}");
    }
    let places: Vec<usize> = ["20. mars 2026", "8. mai 2020", "12. mars 2020", "23. januar 2020"]
        .map(|day| text.find(day).unwrap())
        .into();
    assert!(places.is_sorted(), "newest first: {text}");
}

#[tokio::test(flavor = "multi_thread")]
async fn nothing_on_the_front_page_is_dated_after_today_or_told_twice() {
    let mut state = adopted();
    state.measures[0].status[1].date = "2027-01-01".parse().unwrap();
    state.revisions[0].adopted = "2020-05-08".parse().unwrap();
    let (app, _kept) = app_with(state).await;
    let (_, _, html) = get(&app, "/byen").await;
    let text = words(&html);
    assert!(!text.contains("1. januar 2027"), "{text}");
    assert_eq!(
        text.matches("8. mai 2020").count(),
        1,
        "the revision tells of the measures that came with it: {text}"
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn the_root_lists_several_programmes_and_welcomes_to_an_empty_store() {
    let folder = tempfile::tempdir().unwrap();
    let programmes = Programmes::new(Store::open(&Location::Folder(folder.path().to_owned())).await.unwrap());
    let mailer = Mailer::outbox(folder.path().join("outbox"), "vekst@example.no").unwrap();
    let now: jiff::Timestamp = "2026-11-24T12:00:00Z".parse().unwrap();
    let settings = Settings {
        public_url: "http://127.0.0.1:8420".to_owned(),
        files: std::path::PathBuf::new(),
    };
    let app = App::new(programmes, Arc::new(move || now), mailer, settings).unwrap();
    let (status, headers, html) = get(&app, "/").await;
    assert_eq!(status, StatusCode::OK);
    assert!(words(&html).contains("Ingen programmer er lagt inn ennå.") && headers.contains_key("content-security-policy"));

    let mut other = example::example();
    other.programme.id = "grenda".parse().unwrap();
    other.programme.name = Text::nb("Vekst i <Grenda>");
    other.programme.municipality.name = "Grenda".to_owned();
    load(&app.programmes, example::example(), now).await;
    load(&app.programmes, other, now).await;
    let (status, _, html) = get(&app, "/").await;
    assert_eq!(status, StatusCode::OK);
    let text = words(&html);
    assert!(
        text.contains("2 programmer er her.") && html.contains("Vekst i &lt;Grenda&gt;"),
        "{html}"
    );
    assert!(html.contains("href=\"/byen\"") && html.contains("href=\"/grenda\""));
    assert_eq!(html.matches("<h1").count(), 1);
}
