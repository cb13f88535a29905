//! How answers go out: compared, compressed, kept for visitors, and never another person's.

use std::io::Read;

use axum::body::{Body, Bytes};
use axum::http::{HeaderMap, Method, Request, StatusCode};
use programme::Role;
use tower::ServiceExt;
use web::App;

use crate::browser::Town;
use crate::{app, example, get, load, words};

async fn ask(app: &App, method: Method, address: &str, headers: &[(&str, &str)]) -> (StatusCode, HeaderMap, Bytes) {
    let mut request = Request::builder().method(method).uri(address);
    for (name, value) in headers {
        request = request.header(*name, *value);
    }
    let response = web::service(app.clone())
        .oneshot(request.body(Body::empty()).unwrap())
        .await
        .unwrap();
    let (parts, body) = response.into_parts();
    (parts.status, parts.headers, axum::body::to_bytes(body, 10_000_000).await.unwrap())
}

#[tokio::test(flavor = "multi_thread")]
async fn an_unchanged_answer_is_not_sent_twice() {
    let (app, _kept) = app().await;
    for address in [
        "/byen/maal/innbyggere",
        "/byen/tall/folketall.csv",
        "/api/v1/programmes/byen/goals",
        "/byen/sitemap.xml",
    ] {
        let (_, headers, body) = ask(&app, Method::GET, address, &[]).await;
        let etag = headers["etag"].to_str().unwrap().to_owned();
        assert!(!etag.starts_with("W/") && !body.is_empty(), "{address}: {etag}");
        let (status, again, body) = ask(&app, Method::GET, address, &[("if-none-match", &etag)]).await;
        assert_eq!((status, body.len()), (StatusCode::NOT_MODIFIED, 0), "{address}");
        assert_eq!(again["etag"], headers["etag"]);
        assert!(again.contains_key("content-security-policy"));
        let (status, headers, body) = ask(&app, Method::HEAD, address, &[]).await;
        assert_eq!((status, body.len()), (StatusCode::OK, 0), "{address}");
        assert_eq!(headers["etag"], etag.as_str(), "{address}");
        assert_ne!(headers["content-length"], "0", "{address}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn text_is_compressed_for_those_who_take_it() {
    let (app, _kept) = app().await;
    // the second time it comes from what is kept
    for _ in 0..2 {
        for address in ["/byen/maal/innbyggere", "/api/v1/openapi.json"] {
            let (_, headers, plain) = ask(&app, Method::GET, address, &[]).await;
            assert!(!headers.contains_key("content-encoding"), "{address}");
            let (_, compressed_headers, compressed) = ask(&app, Method::GET, address, &[("accept-encoding", "br, gzip")]).await;
            assert_eq!(compressed_headers["content-encoding"], "gzip", "{address}");
            assert!(
                compressed_headers["vary"].to_str().unwrap().contains("accept-encoding"),
                "{address}"
            );
            assert_ne!(
                compressed_headers["etag"], headers["etag"],
                "{address}: another form has another name"
            );
            let mut unpacked = Vec::new();
            flate2::read::GzDecoder::new(&compressed[..]).read_to_end(&mut unpacked).unwrap();
            assert_eq!(unpacked, plain, "{address}");
            assert!(compressed.len() * 3 < plain.len(), "{address}");
        }
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_change_is_seen_on_the_next_visit() {
    let (app, _kept) = app().await;
    let (_, before, html) = get(&app, "/byen").await;
    assert!(words(&html).contains("Målene står"));
    let mut state = example::example();
    state.programme.heading = programme::Text::nb("Målene er nye");
    load(&app.programmes, state, "2026-11-24T13:00:00Z".parse().unwrap()).await;
    let (_, after, html) = get(&app, "/byen").await;
    assert!(words(&html).contains("Målene er nye"));
    assert_ne!(before["etag"], after["etag"]);
}

#[tokio::test(flavor = "multi_thread")]
async fn nobody_gets_a_page_that_was_made_for_somebody_else() {
    let town = Town::new().await;
    let app = &town.app;
    let (_, _, before) = get(app, "/byen").await;
    let mut lead = town.signed_in(Role::Lead, None).await;
    for _ in 0..2 {
        let page = lead.get("/byen").await;
        assert!(
            page.html.contains("/byen/logg-ut"),
            "who is signed in gets their own page: {}",
            page.html
        );
        let (_, headers, after) = get(app, "/byen").await;
        assert!(!after.contains("/byen/logg-ut"), "and a visitor never gets it");
        assert_eq!(before, after);
        assert_eq!(headers["vary"], "accept-encoding, cookie");
    }
    // a cookie of any kind, true or false, is answered by the handlers alone
    let (_, headers, _) = ask(app, Method::GET, "/byen", &[("cookie", "vekst=tull")]).await;
    assert_eq!(headers["cache-control"], "private, no-store");
    assert!(!headers.contains_key("etag"));
}

#[tokio::test(flavor = "multi_thread")]
async fn what_costs_too_much_is_turned_away_in_the_readers_language() {
    let (app, _kept) = app().await;
    let long = format!("/byen/nn/tall?side={}", "1".repeat(3_000));
    let (status, _, html) = get(&app, &long).await;
    assert_eq!(status, StatusCode::URI_TOO_LONG);
    assert!(words(&html).contains("Adressa er for lang"), "{}", words(&html));
    let (status, headers, _) = get(&app, &format!("/api/v1/programmes?x={}", "1".repeat(3_000))).await;
    assert_eq!(
        (status, headers["content-type"].to_str().unwrap()),
        (StatusCode::URI_TOO_LONG, "application/problem+json")
    );

    let form = Request::post("/byen/en/logg-inn")
        .header("origin", "http://127.0.0.1:8420")
        .header("content-type", "application/x-www-form-urlencoded")
        .body(Body::from(format!("email={}", "a".repeat(300_000))))
        .unwrap();
    let response = web::service(app.clone()).oneshot(form).await.unwrap();
    assert_eq!(response.status(), StatusCode::PAYLOAD_TOO_LARGE);
    let body = axum::body::to_bytes(response.into_body(), 100_000).await.unwrap();
    assert!(words(&String::from_utf8_lossy(&body)).contains("What you sent is too large"));
}

#[tokio::test(flavor = "multi_thread")]
async fn search_engines_are_told_every_page_in_three_languages() {
    let (app, _kept) = app().await;
    let (_, _, robots) = get(&app, "/robots.txt").await;
    assert!(
        robots.contains("Sitemap: http://127.0.0.1:8420/byen/sitemap.xml") && robots.contains("Disallow: /byen/nn/arbeid"),
        "{robots}"
    );
    let (_, headers, sitemap) = get(&app, "/byen/sitemap.xml").await;
    assert_eq!(headers["content-type"], "application/xml; charset=utf-8");
    assert!(sitemap.starts_with("<?xml"), "{sitemap}");
    let entry = "<loc>http://127.0.0.1:8420/byen/en/tall/folketall</loc>";
    assert_eq!(sitemap.matches(entry).count(), 1);
    assert_eq!(sitemap.matches("hreflang=\"nn\"").count(), sitemap.matches("<url>").count());
}

#[tokio::test(flavor = "multi_thread")]
async fn a_slash_too_many_leads_to_where_there_is_none_and_never_elsewhere() {
    let (app, _kept) = app().await;
    for (address, to) in [
        ("/byen/", "/byen"),
        ("/byen/en/", "/byen/en"),
        ("/byen/nn/maal/?x=1", "/byen/nn/maal?x=1"),
        ("/byen/maal//", "/byen/maal/"),
    ] {
        let (status, headers, _) = get(&app, address).await;
        assert_eq!(
            (status, headers["location"].to_str().unwrap()),
            (StatusCode::PERMANENT_REDIRECT, to),
            "{address}"
        );
    }
    for address in ["//evil.example/", "/api/v1/nothing/", "//"] {
        let (status, headers, _) = get(&app, address).await;
        assert_eq!(status, StatusCode::NOT_FOUND, "{address}: {headers:?}");
    }
}
