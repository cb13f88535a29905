//! The API as a program sees it.

use axum::body::Body;
use axum::http::{Method, Request, StatusCode};
use serde_json::Value;
use tower::ServiceExt;
use web::App;

use crate::{app, app_with, example, get, load};

async fn json(app: &App, path: &str) -> Value {
    let (status, headers, text) = get(app, &format!("/api/v1{path}")).await;
    assert_eq!(status, StatusCode::OK, "{path}: {text}");
    assert_eq!(headers["content-type"], "application/json", "{path}");
    assert_eq!(headers["access-control-allow-origin"], "*", "{path}");
    serde_json::from_str(&text).unwrap()
}

async fn problem(app: &App, path: &str) -> (StatusCode, Value) {
    let (status, headers, text) = get(app, &format!("/api/v1{path}")).await;
    assert_eq!(headers["content-type"], "application/problem+json", "{path}: {text}");
    assert_eq!(headers["cache-control"], "no-store", "{path}");
    (status, serde_json::from_str(&text).unwrap())
}

/// A change to the document is a change for those who build on it.
#[tokio::test(flavor = "multi_thread")]
async fn the_description_is_what_it_was() {
    let (app, _kept) = app().await;
    insta::assert_json_snapshot!(json(&app, "/openapi.json").await);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_goal_tells_where_the_official_and_the_corrected_figures_stand() {
    let (app, _kept) = app().await;
    insta::assert_json_snapshot!(json(&app, "/programmes/byen/goals/innbyggere").await);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_figure_is_a_number_or_a_sign_and_never_null() {
    let (app, _kept) = app().await;
    let figures = json(&app, "/programmes/byen/series/korrigert/figures").await;
    assert_eq!(figures["items"][0], serde_json::json!({"period": "2023-01-01", "value": 28275}));
    let sign = serde_json::json!({"period": "2026-01-01", "sign": "..", "meaning": "not-available"});
    assert_eq!(figures["items"][1], sign);
    assert_eq!(
        (&figures["unit"], &figures["period"], &figures["vintage"]),
        (&"persons".into(), &"day".into(), &"2026-03-20".into())
    );
    assert_eq!(figures["source"]["table"], "07459");

    let one = json(&app, "/programmes/byen/series/folketall/figures?period=2026-01-01").await;
    assert_eq!(one["items"].as_array().unwrap().len(), 1);
    let none = json(&app, "/programmes/byen/series/folketall/figures?period=1999K2").await;
    assert_eq!(none["items"].as_array().unwrap().len(), 0);
}

#[tokio::test(flavor = "multi_thread")]
async fn measures_are_narrowed_by_plan_and_status() {
    let (app, _kept) = app().await;
    let ids = async |query: &str| -> Vec<String> {
        let found = json(&app, &format!("/programmes/byen/measures{query}")).await;
        let items = found["items"].as_array().unwrap().clone();
        items.iter().map(|item| item["id"].as_str().unwrap().to_owned()).collect()
    };
    assert_eq!(ids("").await, ["frokost", "kampanje"]);
    assert_eq!(ids("?plan=2020&status=paused").await, ["frokost"]);
    assert_eq!(ids("?status=done").await, Vec::<String>::new());

    let (status, told) = problem(&app, "/programmes/byen/measures?status=ferdig").await;
    assert_eq!((status, &told["field"]), (StatusCode::UNPROCESSABLE_ENTITY, &"status".into()));
    assert!(told["detail"].as_str().unwrap().contains("planned, running"), "{told}");
    let (status, told) = problem(&app, "/programmes/byen/measures?plan=1999").await;
    assert_eq!((status, &told["field"]), (StatusCode::NOT_FOUND, &"plan".into()));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_plan_is_given_as_it_stood_on_a_day() {
    let (app, _kept) = app().await;
    let on = async |day: &str| json(&app, &format!("/programmes/byen/action-plans/2020{day}")).await;
    let (then, now) = (on("?date=2020-02-01").await, on("").await);
    assert_eq!(then["date"], "2020-02-01");
    assert_eq!(then["measures"].as_array().unwrap().len(), 1, "the campaign came in later");
    assert_eq!(then["measures"][0]["status"], "running");
    assert_eq!(now["measures"][0]["status"], "paused");
    assert_eq!(now["measures"].as_array().unwrap().len(), 2);

    let (status, told) = problem(&app, "/programmes/byen/action-plans/2020?date=i%20gaar").await;
    assert_eq!((status, &told["field"]), (StatusCode::UNPROCESSABLE_ENTITY, &"date".into()));
    let (status, _) = problem(&app, "/programmes/byen/action-plans/2020?date=1999-01-01").await;
    assert_eq!(status, StatusCode::NOT_FOUND);
}

#[tokio::test(flavor = "multi_thread")]
async fn every_address_in_an_answer_leads_somewhere() {
    let (app, _kept) = app().await;
    let document = json(&app, "/openapi.json").await;
    let lists: Vec<&String> = document["paths"].as_object().unwrap().keys().collect();
    assert!(lists.len() >= 22, "{lists:?}");
    for path in lists {
        let path = path.replace("{programme}", "byen").replace("{action_plan}", "2020");
        // what is no JSON has its own tests
        if path.contains('{') || path.ends_with("/stratml") {
            continue;
        }
        let answer = json(&app, &path).await;
        let items = answer["items"].as_array().cloned().unwrap_or_default();
        for item in items.iter().chain([&answer]) {
            for field in ["address", "page", "figures", "csv"] {
                let Some(address) = item[field].as_str() else { continue };
                let below = address.strip_prefix("http://127.0.0.1:8420").expect(address);
                assert_eq!(get(&app, below).await.0, StatusCode::OK, "{below}");
            }
        }
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_not_there_is_said_with_the_mend() {
    let (app, _kept) = app().await;
    for path in [
        "/nothing",
        "/programmes/ingen",
        "/programmes/Ugyldig!",
        "/programmes/byen/goals/ingen",
        "/programmes/byen/%FF",
        "/programmes/%FF/goals",
    ] {
        let (status, told) = problem(&app, path).await;
        assert_eq!((status, &told["status"]), (StatusCode::NOT_FOUND, &404.into()), "{path}");
    }
    let request = Request::builder()
        .method(Method::DELETE)
        .uri("/api/v1/programmes")
        .body(Body::empty())
        .unwrap();
    let response = web::service(app).oneshot(request).await.unwrap();
    assert_eq!(
        (response.status(), &response.headers()["allow"]),
        (StatusCode::METHOD_NOT_ALLOWED, &"GET,HEAD".parse().unwrap())
    );
    assert_eq!(response.headers()["content-type"], "application/problem+json");
}

#[tokio::test(flavor = "multi_thread")]
async fn nothing_confidential_is_given_away() {
    let (app, _kept) = app().await;
    let mut all = String::new();
    for path in ["", "/organisations", "/goals", "/measures", "/action-plans/2020"] {
        all.push_str(&json(&app, &format!("/programmes/byen{path}")).await.to_string());
    }
    assert!(!all.contains("leder@example.no"), "the lead's address is nobody's business");
}

/// The adopted text is given byte by byte, so that anybody can test its hash.
#[tokio::test(flavor = "multi_thread")]
async fn a_revision_can_be_tested_by_its_hash() {
    let mut state = example::example();
    let plan = programme::AdoptedPlan::on(&state, &state.action_plans[0], jiff::civil::date(2020, 5, 8));
    let content = plan.to_content().unwrap();
    let mut revision: programme::Revision = serde_json::from_value(serde_json::json!({
        "plan": "2020", "number": 1, "adopted": "2020-05-08", "body": {"nb": "Styringsgruppa"}, "case": "14/20",
        "hash": programme::Revision::hash_of(&content)
    }))
    .unwrap();
    revision.content = content.into();
    state.revisions.push(revision);
    let (app, _kept) = app_with(state).await;
    let listed = json(&app, "/programmes/byen/action-plans/2020/revisions").await;
    let full = json(&app, "/programmes/byen/action-plans/2020/revisions/1").await;
    assert_eq!(listed["items"][0], full["revision"]);
    let hash = programme::Revision::hash_of(full["content"].as_str().unwrap());
    assert_eq!(full["revision"]["hash"], hash.as_str());
    assert_eq!(
        json(&app, "/programmes/byen/action-plans/2020").await["plan"]["revisions"],
        serde_json::json!([1])
    );
    let (status, _) = problem(&app, "/programmes/byen/action-plans/2020/revisions/2").await;
    assert_eq!(status, StatusCode::NOT_FOUND);
}

#[tokio::test(flavor = "multi_thread")]
async fn what_was_taken_out_is_gone_and_not_missing() {
    let (app, _kept) = app().await;
    let mut state = example::example();
    state.assumptions.clear();
    for measure in &mut state.measures {
        measure.assumptions.clear();
    }
    for goal in &mut state.goals {
        goal.assumptions.clear();
    }
    load(&app.programmes, state, "2026-11-25T12:00:00Z".parse().unwrap()).await;
    let id = &example::example().assumptions[0].id;
    let (status, told) = problem(&app, &format!("/programmes/byen/assumptions/{id}")).await;
    assert_eq!((status, &told["field"]), (StatusCode::GONE, &"assumption".into()));
}
