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
static ROOM: Semaphore = Semaphore::const_new(512);

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
