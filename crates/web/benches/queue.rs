//! What the pages of a shock's queue cost in the largest programme that the platform is judged by: 2,000 measures, all of
//! them in the queue, and 50 revisions. The lead is signed in, so nothing of a page is kept. `cargo bench -p web --bench queue`.
#![expect(
    clippy::unwrap_used,
    clippy::print_stdout,
    reason = "what is not there ends the bench, and it tells what it measured"
)]

use std::sync::Arc;
use std::time::{Duration, Instant};

use axum::body::Body;
use axum::http::{Request, StatusCode, header};
use programme::{Actor, Change, Command, Programmes, Role, State};
use publishing::mail::Mailer;
use store::access;
use testkit::large::{MEASURES, REVISIONS, large};
use testkit::stores;
use tower::ServiceExt;
use web::{App, Settings};

/// How often each page is asked for; the median is told, and the slowest.
const TIMES: usize = 21;
const SITE: &str = "http://127.0.0.1:8420";

#[tokio::main]
async fn main() {
    let (app, _kept) = app(large(MEASURES, REVISIONS)).await;
    let cookie = signed_in(&app).await;
    for (what, address) in [
        ("the queue", "/byen/arbeid/hendelser/stengt"),
        ("its fortieth page", "/byen/arbeid/hendelser/stengt?side=40"),
        ("one measure of it", "/byen/arbeid/hendelser/stengt/tiltak/tiltak-1000"),
        ("narrowed to one partner", "/byen/arbeid/hendelser/stengt?partner=bedrift-7"),
        ("several at once", "/byen/arbeid/hendelser/stengt/flere"),
        ("the public page of the shock", "/byen/hendelser/stengt"),
    ] {
        let (first, length) = asked(&app, &cookie, address).await;
        let mut times = Vec::new();
        for _ in 0..TIMES {
            times.push(asked(&app, &cookie, address).await.0);
        }
        times.sort();
        println!(
            "{what:<30} first {:>7.1} ms, median {:>7.1} ms, slowest {:>7.1} ms, {} kB",
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

async fn asked(app: &App, cookie: &str, address: &str) -> (Duration, usize) {
    let began = Instant::now();
    let request = Request::get(address).header(header::COOKIE, cookie).body(Body::empty()).unwrap();
    let response = web::service(app.clone()).oneshot(request).await.unwrap();
    assert_eq!(response.status(), StatusCode::OK, "{address}");
    let body = axum::body::to_bytes(response.into_body(), 100_000_000).await.unwrap();
    (began.elapsed(), body.len())
}

async fn apply(programmes: &Programmes, change: Change, now: jiff::Timestamp) {
    let command = Command {
        who: Actor::operator(),
        on_behalf_of: None,
        why: String::new(),
        change,
    };
    programmes.apply(&"byen".parse().unwrap(), command, now).await.unwrap();
}

/// The session of a lead, as the link in a letter begins it.
async fn signed_in(app: &App) -> String {
    let invite = Change::Invite {
        email: "leder@example.no".to_owned(),
        name: "Leder".to_owned(),
        role: Role::Lead,
        organisation: None,
    };
    apply(&app.programmes, invite, app.now()).await;
    let now = store::Instant::new(app.now());
    let token = app
        .programmes
        .store()
        .write(move |transaction| Box::pin(async move { access::create_link(transaction, "byen", "leder@example.no", now).await }))
        .await
        .unwrap();
    let link = web::sign_in_link(SITE, &"byen".parse().unwrap(), &token);
    let request = Request::post(link.strip_prefix(SITE).unwrap())
        .header(header::ORIGIN, SITE)
        .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded")
        .body(Body::empty())
        .unwrap();
    let response = web::service(app.clone()).oneshot(request).await.unwrap();
    let cookie = response.headers()[header::SET_COOKIE].to_str().unwrap();
    cookie.split(';').next().unwrap().to_owned()
}

async fn app(state: State) -> (App, tempfile::TempDir) {
    let (store, kept) = stores::sqlite().await;
    let programmes = Programmes::new(store);
    let now: jiff::Timestamp = "2026-11-24T12:00:00Z".parse().unwrap();
    apply(&programmes, Change::Load(Box::new(state)), now).await;
    let mailer = Mailer::outbox(kept.path().join("outbox"), "vekst@example.no").unwrap();
    let settings = Settings {
        files: kept.path().join("files"),
        public_url: SITE.to_owned(),
    };
    (App::new(programmes, Arc::new(move || now), mailer, settings).unwrap(), kept)
}
