//! What is said about privacy and accessibility, held against what is so.

use crate::{app, get, words};

#[tokio::test(flavor = "multi_thread")]
async fn the_privacy_statement_says_how_long_things_are_kept() {
    let (app, _kept) = app().await;
    let (_, headers, html) = get(&app, "/byen/personvern").await;
    let text = words(&html);
    for expected in [
        "Du får ingen informasjonskapsler",
        "i 15 minutter",
        "etter 8 timer uten bruk, og alltid etter 30 dager",
        "senest seks måneder etter fristen",
        "Behandlingsansvarlig er Kommunen .",
        "post@example.no",
    ] {
        assert!(text.contains(expected), "«{expected}» is missing in: {text}");
    }
    assert!(!headers.contains_key("set-cookie"));
}

#[tokio::test(flavor = "multi_thread")]
async fn the_official_accessibility_statement_is_linked_where_there_is_one() {
    let mut state = crate::example::example();
    let official = "https://uustatus.no/nb/erklaringer/publisert/1";
    let (app, _kept) = crate::app_with(state.clone()).await;
    let (_, _, html) = get(&app, "/byen/tilgjengelighet").await;
    assert!(!html.contains(official) && words(&html).contains("WCAG 2.1"));

    state.programme.accessibility_statement = Some(official.to_owned());
    let (app, _kept) = crate::app_with(state).await;
    let (_, _, html) = get(&app, "/byen/tilgjengelighet").await;
    assert!(html.contains(official));
}
