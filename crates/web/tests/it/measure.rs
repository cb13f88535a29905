//! Measures and focus areas: who does what, who pays, what it is for.

use axum::http::StatusCode;
use programme::{Actor, Change, Command, Language, MeasureId, Text};

use crate::guiding_plan::with_parent_goal;
use crate::{app, app_with, example, get, words};

#[tokio::test(flavor = "multi_thread")]
async fn a_measure_says_how_it_goes_who_answers_and_who_pays() {
    let (app, _kept) = app().await;
    let (status, _, html) = get(&app, "/byen/tiltak/frokost").await;
    assert_eq!(status, StatusCode::OK);
    let text = words(&html);
    for expected in [
        "Satt på vent 12. mars 2020. Næringsforeningen svarer for tiltaket.",
        "Folk kan ikke samles",
        "Bedriften 2020 1 000 kr 0 kr",
        "Vi skal vokse",
        "15. januar 2020 I rute",
    ] {
        assert!(text.contains(expected), "«{expected}» is missing in: {text}");
    }
    let (_, _, html) = get(&app, "/byen/nn/tiltak/frokost").await;
    assert!(words(&html).contains("Sett på vent 12. mars 2020."), "{}", words(&html));
}

/// From any measure to the text of the goal above its goal: measure, goal, parent.
#[tokio::test(flavor = "multi_thread")]
async fn a_measure_reaches_its_parent_goals_text_in_two_clicks() {
    let state = with_parent_goal();
    let measures: Vec<MeasureId> = state.measures.iter().map(|measure| measure.id.clone()).collect();
    let (app, _kept) = app_with(state).await;
    for measure in measures {
        let (_, _, html) = get(&app, &format!("/byen/tiltak/{measure}")).await;
        assert!(html.contains("href=\"/byen/maal/innbyggere\""), "{measure} leads to its goal");
        let (_, _, html) = get(&app, "/byen/maal/innbyggere").await;
        assert!(
            html.contains("href=\"/byen/maal/attraktiv-by\""),
            "the goal leads to the one above it"
        );
        let (_, _, html) = get(&app, "/byen/maal/attraktiv-by").await;
        assert!(words(&html).contains("Byen skal være god å bo i"));
        assert!(
            html.contains(&format!("href=\"/byen/tiltak/{measure}\"")),
            "and the goal above lists {measure}"
        );
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_measure_that_was_taken_out_is_gone_and_one_that_never_was_is_not_found() {
    let (app, _kept) = app().await;
    let programme = example::example().programme.id;
    let snapshot = app.programmes.snapshot(&programme).await.unwrap().unwrap();
    let remove = Command {
        who: Actor::operator(),
        on_behalf_of: None,
        why: "ble aldri noe av".to_owned(),
        change: Change::RemoveMeasure {
            measure: "kampanje".parse().unwrap(),
            base: snapshot.version("measure", "kampanje"),
        },
    };
    app.programmes.apply(&programme, remove, app.now()).await.unwrap();
    let (status, _, html) = get(&app, "/byen/tiltak/kampanje").await;
    assert_eq!(status, StatusCode::GONE);
    assert!(words(&html).contains("Denne siden er tatt bort"), "{}", words(&html));
    let (status, _, html) = get(&app, "/byen/en/tiltak/none").await;
    assert_eq!(status, StatusCode::NOT_FOUND);
    assert!(html.contains("lang=\"en\""));
}

#[tokio::test(flavor = "multi_thread")]
async fn what_a_person_wrote_stays_text_and_another_language_is_marked() {
    let mut state = example::example();
    state.measures[0].title = Text::nb("<script>alert(1)</script> & «frokost»");
    state.measures[0].body = Text::nb("<img src=x onerror=alert(1)> [her](javascript:alert(1))").with(Language::Nn, "Nynorsk tekst");
    let (app, _kept) = app_with(state).await;
    let (_, _, html) = get(&app, "/byen/en/tiltak/frokost").await;
    assert!(
        !html.contains("<script>alert") && !html.contains("<img") && !html.contains("javascript:"),
        "{html}"
    );
    assert!(html.contains("&lt;script&gt;alert(1)&lt;/script&gt; &amp; «frokost»"));
    assert!(html.contains("<span lang=\"nb\">"), "the title is marked as bokmål");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_focus_area_lists_its_measures_by_plan_and_the_goals_they_serve() {
    let (app, _kept) = app().await;
    let (status, _, html) = get(&app, "/byen/satsingsomraader/omdomme").await;
    assert_eq!(status, StatusCode::OK);
    let text = words(&html);
    for expected in [
        "Omdømme",
        "Handlingsplan 2020",
        "2 tiltak: 1 planlagt, 1 på vent",
        "Partnerfrokost",
        "Flere innbyggere",
    ] {
        assert!(text.contains(expected), "«{expected}» is missing in: {text}");
    }
}
