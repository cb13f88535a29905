//! What a request may cost: its length, its body, its time, how many run at once; and a fault of ours ends one request
//! alone.

use std::any::Any;
use std::time::Duration;

use axum::extract::Request;
use axum::http::StatusCode;
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use tokio::sync::Semaphore;

use crate::problem::Problem;

/// Forms are text that people type.
pub(crate) const BODY: usize = 256 << 10;
/// A request that has not been answered by then never will be.
pub(crate) const TIME: Duration = Duration::from_secs(30);
/// Browsers and proxies agree on this length of an address.
const ADDRESS: usize = 2_048;
/// Requests that are worked on at once; more than this would only wait for the store.
const AT_ONCE: usize = 512;
static ROOM: Semaphore = Semaphore::const_new(AT_ONCE);

/// Turns away addresses that are too long, and everything where there is no room.
pub(crate) async fn turn_away(request: Request, next: Next) -> Response {
    let address = request.uri().path_and_query().map_or(0, |address| address.as_str().len());
    if address > ADDRESS {
        return StatusCode::URI_TOO_LONG.into_response();
    }
    let Ok(_place) = ROOM.try_acquire() else {
        tracing::warn!("a request was turned away: too many are running");
        return StatusCode::SERVICE_UNAVAILABLE.into_response();
    };
    next.run(request).await
}

/// A handler that panicked; the message stands in the log, not on the page.
#[expect(clippy::needless_pass_by_value, reason = "tower-http hands it over")]
pub(crate) fn panicked(panic: Box<dyn Any + Send + 'static>) -> Response {
    let message = panic.downcast_ref::<String>().map(String::as_str);
    let message = message.or_else(|| panic.downcast_ref::<&str>().copied());
    Problem::internal(message.unwrap_or("a panic without a message")).into_response()
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use axum::Router;
    use axum::body::Body;
    use axum::routing::get;
    use programme::{Actor, Change, Command, Programmes};
    use publishing::mail::Mailer;
    use tempfile::TempDir;
    use tokio::sync::Mutex;
    use tower::ServiceExt;

    use super::*;
    use crate::{App, Settings, guarded};

    /// The room is one for the whole process, so these stories follow one another.
    static ALONE: Mutex<()> = Mutex::const_new(());

    /// An app over the example; the folder goes with the test.
    async fn app() -> (App, TempDir) {
        let (store, folder) = testkit::stores::sqlite().await;
        let (programmes, state) = (Programmes::new(store), testkit::example::example());
        let now: jiff::Timestamp = "2026-11-24T12:00:00Z".parse().unwrap();
        let (programme, change) = (state.programme.id.clone(), Change::Load(Box::new(state)));
        let load = Command {
            who: Actor::operator(),
            on_behalf_of: None,
            why: String::new(),
            change,
        };
        programmes.apply(&programme, load, now).await.unwrap();
        let mailer = Mailer::outbox(folder.path().join("outbox"), "vekst@example.no").unwrap();
        let settings = Settings {
            public_url: "http://127.0.0.1:8420".to_owned(),
            files: folder.path().join("files"),
        };
        (App::new(programmes, Arc::new(move || now), mailer, settings).unwrap(), folder)
    }

    async fn answer(app: &App, routes: Router<App>, address: &str) -> (StatusCode, String) {
        answer_within(TIME, app, routes, address).await
    }

    async fn answer_within(time: Duration, app: &App, routes: Router<App>, address: &str) -> (StatusCode, String) {
        let request = Request::get(address).body(Body::empty()).unwrap();
        let response = guarded(routes, app.clone(), time).oneshot(request).await.unwrap();
        let status = response.status();
        let body = axum::body::to_bytes(response.into_body(), 1_000_000).await.unwrap();
        (status, String::from_utf8(body.to_vec()).unwrap())
    }

    async fn broken() -> &'static str {
        panic!("the secret reason")
    }

    #[tokio::test]
    async fn a_panic_ends_one_request_and_tells_the_reader_nothing_of_itself() {
        let _alone = ALONE.lock().await;
        let (app, _kept) = app().await;
        let routes = Router::new()
            .route("/{programme}/broken", get(broken))
            .route("/{programme}/whole", get(async || "still here"));
        let (status, page) = answer(&app, routes.clone(), "/byen/en/broken").await;
        assert_eq!(status, StatusCode::INTERNAL_SERVER_ERROR);
        assert!(page.contains("lang=\"en\"") && !page.contains("secret"), "{page}");
        let (status, problem) = answer(&app, Router::new().route("/api/broken", get(broken)), "/api/broken").await;
        assert_eq!(status, StatusCode::INTERNAL_SERVER_ERROR);
        assert!(problem.contains("\"status\":500") && !problem.contains("secret"), "{problem}");
        assert_eq!(answer(&app, routes, "/byen/whole").await, (StatusCode::OK, "still here".to_owned()));
    }

    #[tokio::test]
    async fn a_request_that_is_never_answered_is_given_up() {
        let _alone = ALONE.lock().await;
        let (app, _kept) = app().await;
        assert_eq!(TIME.as_secs(), 30);
        let routes = Router::new().route("/{programme}/slow", get(async || std::future::pending::<()>().await));
        let (status, page) = answer_within(Duration::from_millis(50), &app, routes, "/byen/slow").await;
        assert_eq!(status, StatusCode::SERVICE_UNAVAILABLE);
        assert!(page.contains("<h1"), "{page}");
        // nothing of it is left in the room
        assert_eq!(ROOM.available_permits(), AT_ONCE);
    }

    #[tokio::test]
    async fn where_there_is_no_room_a_request_is_turned_away_at_once_and_the_others_go_on() {
        let _alone = ALONE.lock().await;
        let (app, _kept) = app().await;
        let (reached, mut begun) = tokio::sync::mpsc::unbounded_channel();
        let open = Arc::new(tokio::sync::Semaphore::new(0));
        let gate = Arc::clone(&open);
        let routes = Router::new().route("/{programme}/quick", get(async || "quick")).route(
            "/{programme}/waits",
            get(move || {
                let (reached, gate) = (reached.clone(), Arc::clone(&gate));
                async move {
                    reached.send(()).unwrap();
                    gate.acquire().await.unwrap().forget();
                    "waited"
                }
            }),
        );
        let ask = |address: &'static str| {
            let (app, routes) = (app.clone(), routes.clone());
            tokio::spawn(async move { answer(&app, routes, address).await })
        };
        let waiting: Vec<_> = (0..AT_ONCE).map(|_| ask("/byen/waits")).collect();
        for _ in 0..AT_ONCE {
            begun.recv().await.unwrap();
        }
        let (status, page) = ask("/byen/quick").await.unwrap();
        assert_eq!(status, StatusCode::SERVICE_UNAVAILABLE);
        assert!(page.contains("<h1"), "{page}");
        open.add_permits(AT_ONCE);
        for answer in waiting {
            assert_eq!(answer.await.unwrap(), (StatusCode::OK, "waited".to_owned()));
        }
        assert_eq!(ask("/byen/quick").await.unwrap(), (StatusCode::OK, "quick".to_owned()));
    }
}
