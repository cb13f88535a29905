//! How answers go out: an ETag and 304 for what the reader has already, gzip where it helps, and finished pages kept for
//! visitors.
//!
//! All of it is for requests without a cookie. Whoever carries one gets an answer that is made for them alone: it is
//! neither kept, nor compared, nor compressed (a compressed page gives away its form tokens by its length).

mod finished;
mod pages;

use std::sync::Arc;

use axum::body::{Body, to_bytes};
use axum::extract::{Request, State};
use axum::http::{HeaderMap, HeaderValue, Method, StatusCode, header};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use programme::ProgrammeId;

use crate::app::App;
use crate::language::Asked;
use crate::problem::Problem;

use finished::Finished;
use pages::Key;

pub(crate) use pages::Pages;

/// No answer of ours is larger; what a document or a backup needs goes out in another way.
const LARGEST: usize = 32 << 20;
/// A query longer than this is none of ours.
const LONGEST_QUERY: usize = 64;

/// Answers from what is kept, or finishes what the handlers made.
pub(crate) async fn deliver(State(app): State<App>, mut request: Request, next: Next) -> Response {
    let is_head = request.method() == Method::HEAD;
    if !is_head && request.method() != Method::GET {
        return next.run(request).await;
    }
    if request.headers().contains_key(header::COOKIE) {
        return next.run(request).await;
    }
    let asker = Asker {
        headers: request.headers().clone(),
        is_head,
    };
    // the length and the ETag of an answer are known only when it is made
    *request.method_mut() = Method::GET;
    let address = request.extensions().get::<Asked>().cloned();
    let key = key(&app, address).await;
    if let Some(kept) = key.as_ref().and_then(|key| app.pages.get(key)) {
        return asker.answer(&kept);
    }
    match finish(next.run(request).await, &asker, key.is_some()).await {
        Ok(finished) => {
            if let Some(key) = key.filter(|_| finished.is_page()) {
                app.pages.keep(key, Arc::clone(&finished));
            }
            asker.answer(&finished)
        }
        Err(response) => asker.unfinished(response),
    }
}

/// What decides how an answer goes out.
struct Asker {
    headers: HeaderMap,
    is_head: bool,
}

impl Asker {
    fn answer(&self, finished: &Finished) -> Response {
        finished.answer(&self.headers, self.is_head)
    }

    fn unfinished(&self, response: Response) -> Response {
        if !self.is_head {
            return response;
        }
        let (mut parts, body) = response.into_parts();
        if let Some(length) = axum::body::HttpBody::size_hint(&body).exact() {
            parts.headers.entry(header::CONTENT_LENGTH).or_insert(HeaderValue::from(length));
        }
        Response::from_parts(parts, Body::empty())
    }
}

/// The place of a page among those that are kept; none for what is no page of a programme.
async fn key(app: &App, asked: Option<Asked>) -> Option<Key> {
    let asked = asked?;
    let short = asked.query.as_ref().is_none_or(|query| query.len() <= LONGEST_QUERY);
    let programme: ProgrammeId = asked.path.split('/').nth(1).filter(|_| short)?.parse().ok()?;
    let sequence = app.programmes.snapshot(&programme).await.ok().flatten()?.sequence;
    Some(Key {
        programme,
        sequence,
        day: app.today(),
        language: asked.language,
        path: asked.path,
        query: asked.query,
    })
}

/// Reads a whole answer; gives it back as it is where it is no success, is finished already or gains nothing from it.
async fn finish(response: Response, asker: &Asker, kept: bool) -> Result<Arc<Finished>, Response> {
    if response.status() != StatusCode::OK || !finished::gains(response.headers()) {
        return Err(response);
    }
    let (parts, body) = response.into_parts();
    match to_bytes(body, LARGEST).await {
        Ok(bytes) => Ok(Arc::new(Finished::new(
            parts.headers,
            bytes,
            kept || finished::accepts_gzip(&asker.headers),
        ))),
        Err(error) => Err(Problem::internal(error).into_response()),
    }
}
