//! Action plans: as they are, as they were on a day, and as they were adopted.

use axum::body::Body;
use axum::http::{Request, StatusCode};
use programme::{AdoptedPlan, Language, Revision, State, Text};
use tower::ServiceExt;

use crate::{app, app_with, example, get, is_a_key, words};

/// The example with its plan adopted on 23 January 2020.
pub fn adopted() -> State {
    let mut state = example::example();
    let day = "2020-01-23".parse().unwrap();
    let content = AdoptedPlan::on(&state, &state.action_plans[0], day).to_content().unwrap();
    state.revisions.push(Revision {
        plan: state.action_plans[0].id.clone(),
        number: 1,
        adopted: day,
        body: Text::nb("Styringsgruppa"),
        case: "2/20".to_owned(),
        reason: Text::nb("Planen før pandemien"),
        example: true,
        hash: Revision::hash_of(&content),
        content: content.into(),
    });
    state
}

#[tokio::test(flavor = "multi_thread")]
async fn the_plan_says_first_how_it_goes_and_then_who_does_what() {
    let (app, _kept) = app_with(adopted()).await;
    let (status, _, html) = get(&app, "/byen/handlingsplan/2020").await;
    assert_eq!(status, StatusCode::OK);
    let text = words(&html);
    for expected in [
        "Planen har 2 tiltak: 1 planlagt, 1 på vent. 1 000 kr er lovet",
        "Omdømme",
        "Partnerfrokost",
        "Næringsforeningen · Dette året",
        "1 000 av 1 000 kr",
        "Folk kan ikke samles",
        "Revisjon 1",
    ] {
        assert!(text.contains(expected), "«{expected}» is missing in: {text}");
    }
    for link in [
        "/byen/tiltak/frokost",
        "/byen/satsingsomraader/omdomme",
        "/byen/handlingsplan/2020/plan.pdf",
    ] {
        assert!(html.contains(&format!("href=\"{link}\"")), "{link}");
    }
    let (_, _, newest) = get(&app, "/byen/handlingsplan").await;
    assert!(
        words(&newest).contains("Planen har 2 tiltak"),
        "the newest plan stands at the short address"
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn the_plan_on_a_day_is_the_plan_as_it_was() {
    let (app, _kept) = app().await;
    let (status, _, html) = get(&app, "/byen/handlingsplan/2020?dato=2020-04-01").await;
    let text = words(&html);
    assert_eq!(status, StatusCode::OK);
    assert!(
        text.contains("Du ser planen slik den var 1. april 2020") && text.contains("1. april 2020 hadde planen 1 tiltak: 1 på vent"),
        "{text}"
    );
    assert!(!text.contains("Kampanje"), "it came in on 8 May: {text}");

    let (_, _, html) = get(&app, "/byen/handlingsplan/2020?dato=2020-02-01").await;
    assert!(words(&html).contains("1 i rute"), "it was paused on 12 March");
    let (_, _, html) = get(&app, "/byen/handlingsplan/2020?dato=2020-05-08").await;
    assert!(words(&html).contains("Kampanje"), "it came in that day");

    for before in ["2010-01-01", "2019-06-01", "0001-01-01"] {
        let (status, _, html) = get(&app, &format!("/byen/handlingsplan/2020?dato={before}")).await;
        assert_eq!(status, StatusCode::OK);
        let text = words(&html);
        assert!(
            text.contains("fantes ikke planen ennå") && !text.contains("Partnerfrokost"),
            "{before}: {text}"
        );
    }
}

/// The text of the plan may have been written after the day: what was adopted is what was said.
#[tokio::test(flavor = "multi_thread")]
async fn on_a_day_the_plan_says_of_itself_what_was_adopted() {
    let mut state = adopted();
    state.action_plans[0].body = Text::nb("Revidert etter nedstengingen");
    let (app, _kept) = app_with(state).await;
    let (_, _, html) = get(&app, "/byen/handlingsplan/2020").await;
    assert!(words(&html).contains("Revidert etter nedstengingen"));
    let (_, _, html) = get(&app, "/byen/handlingsplan/2020?dato=2020-04-01").await;
    let text = words(&html);
    assert!(!text.contains("Revidert") && text.contains("Da gjaldt revisjon 1"), "{text}");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_day_that_is_none_shows_the_form_again_with_what_was_typed() {
    let (app, _kept) = app().await;
    for (language, day, expected) in [
        ("", "2020-02-30", "«2020-02-30» er ingen dato"),
        ("/nn", "i%20gar", "«i gar» er ingen dato"),
        ("/en", "2027-01-01", "2027-01-01 is still to come"),
    ] {
        let (status, _, html) = get(&app, &format!("/byen{language}/handlingsplan/2020?dato={day}")).await;
        assert_eq!(status, StatusCode::UNPROCESSABLE_ENTITY, "{day}");
        let text = words(&html);
        assert!(text.contains(expected) && text.contains("Partnerfrokost"), "{text}");
        assert!(html.contains("id=\"dato-feil\"") && html.contains("href=\"#dato\""), "{html}");
    }
    let (_, _, html) = get(&app, "/byen/handlingsplan/2020?dato=%22%3E%3Cscript%3Ealert(1)%3C/script%3E").await;
    assert!(!html.contains("<script>alert"), "what was typed is text");
}

#[tokio::test(flavor = "multi_thread")]
async fn measures_can_be_chosen_by_owner_horizon_and_status() {
    let (app, _kept) = app().await;
    for (choice, breakfast, campaign) in [
        ("status=paused", true, false),
        ("horisont=immediate", false, true),
        ("eier=knf", true, true),
        ("eier=kommunen", false, false),
        ("status=paused&horisont=immediate", false, false),
        ("status=&eier=&horisont=&dato=", true, true),
        ("status=paused&dato=2020-02-01", false, false),
    ] {
        let (status, _, html) = get(&app, &format!("/byen/handlingsplan/2020?{choice}")).await;
        assert_eq!(status, StatusCode::OK);
        let shows = |id: &str| html.contains(&format!("href=\"/byen/tiltak/{id}\""));
        assert_eq!((shows("frokost"), shows("kampanje")), (breakfast, campaign), "{choice}");
    }
    let (_, _, html) = get(&app, "/byen/handlingsplan/2020?status=paused").await;
    assert!(words(&html).contains("Viser 1 av 2 tiltak. Vis alle") && html.contains("<option value=\"paused\" selected>"));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_revision_is_what_was_adopted_and_says_what_has_happened_since() {
    let (app, _kept) = app_with(adopted()).await;
    let (status, _, html) = get(&app, "/byen/handlingsplan/2020/revisjon/1").await;
    assert_eq!(status, StatusCode::OK);
    let text = words(&html);
    let hash = &adopted().revisions[0].hash;
    for expected in [
        "Vedtatt 23. januar 2020 av Styringsgruppa. Da var det 1 tiltak: 1 i rute. Siden har 2 tiltak fått ny status",
        "Planen før pandemien",
        "Saksnummer 2/20",
        "avtrykket stemmer",
        hash,
        "Før: I rute. 12. mars 2020 : Folk kan ikke samles",
        "Nytt i planen.",
    ] {
        assert!(text.contains(expected), "«{expected}» is missing in: {text}");
    }
    for language in Language::ALL {
        let (_, _, html) = get(&app, &format!("/byen/{language}/handlingsplan/2020/revisjon/1").replace("/nb", "")).await;
        let keys: Vec<String> = words(&html).split(' ').filter(|word| is_a_key(word)).map(str::to_owned).collect();
        assert_eq!(keys, Vec::<String>::new(), "{language}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn what_was_never_adopted_is_not_there() {
    let (app, _kept) = app().await;
    for (address, expected) in [
        ("/byen/handlingsplan/2020/plan.pdf", "Denne siden finnes ikke"),
        ("/byen/nn/handlingsplan/2020/revisjon/1", "finst ikkje"),
        ("/byen/en/handlingsplan/2020/revisjon/1.pdf", "does not exist"),
        ("/byen/handlingsplan/1999", "Denne siden finnes ikke"),
        ("/byen/handlingsplan/2020/revisjon/01", "Denne siden finnes ikke"),
    ] {
        let (status, _, html) = get(&app, address).await;
        assert_eq!(status, StatusCode::NOT_FOUND, "{address}");
        assert!(words(&html).contains(expected), "{address}: {}", words(&html));
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn the_document_of_a_revision_is_the_same_bytes_each_time() {
    let (app, _kept) = app_with(adopted()).await;
    let fetch = async |address: &str, tag: Option<&str>| {
        let request = Request::get(address)
            .header("if-none-match", tag.unwrap_or(""))
            .body(Body::empty())
            .unwrap();
        let (parts, body) = web::service(app.clone()).oneshot(request).await.unwrap().into_parts();
        (parts, axum::body::to_bytes(body, 10_000_000).await.unwrap())
    };
    let (first, bytes) = fetch("/byen/handlingsplan/2020/revisjon/1.pdf", None).await;
    assert_eq!(
        (first.status, &first.headers["content-type"]),
        (StatusCode::OK, &"application/pdf".parse().unwrap())
    );
    assert_eq!(
        first.headers["content-disposition"],
        "inline; filename=\"byen-handlingsplan-2020-revisjon-1.pdf\""
    );
    assert!(bytes.starts_with(b"%PDF"));
    let (_, again) = fetch("/byen/handlingsplan/2020/plan.pdf", None).await;
    assert_eq!(bytes, again, "the newest revision is this one");
    let (known, nothing) = fetch("/byen/handlingsplan/2020/plan.pdf", first.headers["etag"].to_str().ok()).await;
    assert_eq!((known.status, nothing.len()), (StatusCode::NOT_MODIFIED, 0));
    let (english, _) = fetch("/byen/en/handlingsplan/2020/plan.pdf", None).await;
    assert_ne!(english.headers["etag"], first.headers["etag"]);
}

#[tokio::test(flavor = "multi_thread")]
async fn texts_that_people_wrote_are_never_markup() {
    let mut state = adopted();
    let hostile = Text::nb("<script>alert(1)</script>\"'><img src=x>");
    state.measures[0].title = hostile.clone();
    state.measures[0].status[1].reason = hostile.clone();
    state.action_plans[0].title = hostile.clone();
    state.action_plans[0].body = hostile.clone();
    state.focus_areas[0].title = hostile.clone();
    state.organisations[1].name = hostile.clone();
    state.revisions[0].reason = hostile.clone();
    state.revisions[0].body = hostile;
    let (app, _kept) = app_with(state).await;
    for place in [
        "",
        "/handlingsplan",
        "/handlingsplan/2020?dato=2020-04-01",
        "/handlingsplan/2020/revisjon/1",
    ] {
        let (status, _, html) = get(&app, &format!("/byen{place}")).await;
        assert_eq!(status, StatusCode::OK, "{place}");
        assert!(!html.contains("<script>alert") && !html.contains("<img"), "{place}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn every_plan_can_be_reached_and_none_says_what_will_stand_here() {
    let mut state = adopted();
    let mut next = state.action_plans[0].clone();
    next.id = "2021".parse().unwrap();
    next.title = Text::nb("Handlingsplan 2021");
    next.starts = "2021-01-01".parse().unwrap();
    next.ends = "2021-12-31".parse().unwrap();
    state.action_plans.push(next);
    let (app, _kept) = app_with(state).await;
    let (_, _, html) = get(&app, "/byen/handlingsplan").await;
    assert!(html.contains("href=\"/byen/handlingsplan/2020\""), "{html}");
    assert!(words(&html).contains("Her kommer tiltakene når de er lagt inn i planen."));

    let mut state = example::example();
    state.action_plans.clear();
    state.measures.clear();
    let (app, _kept) = app_with(state).await;
    let (_, _, html) = get(&app, "/byen/handlingsplan").await;
    assert!(words(&html).contains("Her kommer handlingsplanen når den er lagt inn."));
    let (_, _, html) = get(&app, "/byen").await;
    assert!(words(&html).contains("Her kommer årets tiltak"), "{}", words(&html));
}

#[tokio::test(flavor = "multi_thread")]
async fn the_plan_can_be_taken_along_as_a_file() {
    let (app, _kept) = app_with(adopted()).await;
    let (_, _, page) = get(&app, "/byen/en/handlingsplan/2020").await;
    assert!(
        page.contains("href=\"/byen/en/handlingsplan/2020/plan.json\"") && page.contains("href=\"/byen/en/handlingsplan/2020/plan.xml\"")
    );
    let (status, headers, json) = get(&app, "/byen/handlingsplan/2020/plan.json").await;
    assert_eq!(
        (status, headers["content-type"].to_str().unwrap()),
        (StatusCode::OK, "application/json")
    );
    assert_eq!(
        headers["content-disposition"],
        "attachment; filename=\"byen-handlingsplan-2020.json\""
    );
    assert!(json.contains("\"id\": \"frokost\""));
    let (_, _, stratml) = get(&app, "/byen/en/handlingsplan/2020/plan.xml").await;
    assert!(stratml.contains("<Identifier>measure-kampanje</Identifier>") && stratml.contains("<Name>Campaign</Name>"));
    let (_, headers, in_bokmal) = get(&app, "/api/v1/programmes/byen/action-plans/2020/stratml").await;
    assert_eq!(headers["content-type"], "application/xml");
    assert!(in_bokmal.contains("<Name>Kampanje</Name>"));
    let (status, ..) = get(&app, "/byen/handlingsplan/1999/plan.json").await;
    assert_eq!(status, StatusCode::NOT_FOUND);
}
