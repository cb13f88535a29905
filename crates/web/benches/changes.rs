//! What the page of a difference costs in the largest programme that the platform is judged by: 2,000 measures and 50
//! revisions. Nothing of the page is kept: each request carries a cookie, so that the whole way is measured, from the
//! address to the finished page. `cargo bench -p web`.
#![expect(
    clippy::unwrap_used,
    clippy::print_stdout,
    reason = "what is not there ends the bench, and it tells what it measured"
)]

use std::sync::Arc;
use std::time::{Duration, Instant};

use axum::body::Body;
use axum::http::{Request, StatusCode};
use programme::{Actor, Change, Command, Programmes, State};
use publishing::mail::Mailer;
use testkit::large::{MEASURES, REVISIONS, large};
use testkit::stores;
use tower::ServiceExt;
use web::{App, Settings};

/// How often each page is asked for; the median is told, and the slowest.
const TIMES: usize = 51;

#[tokio::main]
async fn main() {
    let (app, _kept) = app(large(MEASURES, REVISIONS)).await;
    let plan = app
        .programmes
        .snapshot(&"byen".parse().unwrap())
        .await
        .unwrap()
        .unwrap()
        .state
        .revisions[0]
        .plan
        .clone();
    let address = |rest: &str| format!("/byen/handlingsplan/{plan}/endringer/{rest}");
    for (what, address) in [
        ("one revision to the next", address(&format!("{}..{REVISIONS}", REVISIONS - 1))),
        ("the first revision to the last", address(&format!("1..{REVISIONS}"))),
        ("the last page of it", address(&format!("1..{REVISIONS}?side=99"))),
        ("a revision to today", address(&format!("{REVISIONS}..2026-11-24"))),
        ("two days", address("2026-10-01..2026-11-24")),
        (
            "one revision to the next, as JSON",
            format!(
                "/api/v1/programmes/byen/action-plans/{plan}/changes?from={}&to={REVISIONS}",
                REVISIONS - 1
            ),
        ),
    ] {
        let (first, length) = asked(&app, &address).await;
        let mut times = Vec::new();
        for _ in 0..TIMES {
            times.push(asked(&app, &address).await.0);
        }
        times.sort();
        println!(
            "{what}: first {:.1} ms, median {:.1} ms, slowest {:.1} ms, {} kB",
            millis(first),
            millis(times[TIMES / 2]),
            millis(times[TIMES - 1]),
            length / 1000
        );
    }
}

fn millis(time: Duration) -> f64 {
    time.as_secs_f64() * 1000.0
}

async fn asked(app: &App, address: &str) -> (Duration, usize) {
    let began = Instant::now();
    let request = Request::get(address).header("cookie", "x=1").body(Body::empty()).unwrap();
    let response = web::service(app.clone()).oneshot(request).await.unwrap();
    assert_eq!(response.status(), StatusCode::OK, "{address}");
    let body = axum::body::to_bytes(response.into_body(), 100_000_000).await.unwrap();
    (began.elapsed(), body.len())
}

async fn app(state: State) -> (App, tempfile::TempDir) {
    let (store, kept) = stores::sqlite().await;
    let programmes = Programmes::new(store);
    let now: jiff::Timestamp = "2026-11-24T12:00:00Z".parse().unwrap();
    let id = state.programme.id.clone();
    let load = Command {
        who: Actor::operator(),
        on_behalf_of: None,
        why: String::new(),
        change: Change::Load(Box::new(state)),
    };
    programmes.apply(&id, load, now).await.unwrap();
    let mailer = Mailer::outbox(kept.path().join("outbox"), "vekst@example.no").unwrap();
    let settings = Settings {
        files: kept.path().join("files"),
        public_url: "http://127.0.0.1:8420".to_owned(),
    };
    (App::new(programmes, Arc::new(move || now), mailer, settings).unwrap(), kept)
}
