//! The adopted plan as PDF. Typesetting takes a second, so what was made is kept for a while: the same revision in the
//! same language is always the same document.

use std::collections::VecDeque;
use std::sync::{Arc, Mutex, PoisonError};

use axum::body::Bytes;
use axum::extract::{Path, State};
use axum::http::{HeaderMap, HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use programme::difference::Difference;
use programme::{Language, Revision};
use publishing::pdf::PdfError;

use super::changes::ends::Found;
use super::{changes, found, revisions};
use crate::app::App;
use crate::plan_pdf::{changes_pdf, plan_pdf};
use crate::problem::Problem;
use crate::reader::Reader;

/// How many documents are kept; the oldest goes first.
const MOST: usize = 24;

/// Which document: links in it name programme, plan and number, so the hash alone is not enough.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Key {
    address: String,
    hash: String,
}

/// The documents that were made last.
#[derive(Default)]
pub(crate) struct Documents {
    kept: Mutex<VecDeque<(Key, Bytes)>>,
    /// One is made at a time: readers who ask at once must not take every core from those who read pages.
    press: tokio::sync::Mutex<()>,
}

impl Documents {
    fn find(&self, key: &Key) -> Option<Bytes> {
        let kept = self.kept.lock().unwrap_or_else(PoisonError::into_inner);
        kept.iter().find(|(known, _)| known == key).map(|(_, bytes)| bytes.clone())
    }

    fn keep(&self, key: Key, bytes: Bytes) {
        let mut kept = self.kept.lock().unwrap_or_else(PoisonError::into_inner);
        kept.push_back((key, bytes));
        if kept.len() > MOST {
            kept.pop_front();
        }
    }
}

/// The newest adopted revision of a plan.
pub(super) async fn newest(
    State(app): State<App>,
    reader: Reader,
    Path((_, plan)): Path<(String, String)>,
    headers: HeaderMap,
) -> Result<Response, Problem> {
    let plan = found(&app, &reader, &plan).await?;
    let revision = revisions(&reader, plan).pop().ok_or(Problem::NotFound)?;
    answer(&app, &reader, revision, &headers).await
}

/// The document of a revision, or that the reader has it already.
pub(super) async fn answer(app: &App, reader: &Reader, revision: &Revision, headers: &HeaderMap) -> Result<Response, Problem> {
    let key = Key {
        address: reader.addresses.revision_pdf(&revision.plan, revision.number),
        hash: revision.hash.clone(),
    };
    let name = format!("handlingsplan-{}-revisjon-{}", revision.plan, revision.number);
    let (snapshot, revision, language) = (Arc::clone(&reader.snapshot), revision.clone(), reader.language);
    let make = move |app: &App| plan_pdf(&app.typesetter, &snapshot.state, &revision, language, &app.settings.public_url);
    delivered(app, reader, key, &name, headers, make).await
}

/// The document of what changed between two states.
pub(super) async fn of_changes(app: &App, reader: &Reader, before: Found, after: Found, headers: &HeaderMap) -> Result<Response, Problem> {
    let plan = after.plan.plan.id.clone();
    let content = |state: &Found| state.plan.to_content().map_err(Problem::internal);
    let key = Key {
        address: reader.addresses.changes_pdf(&plan, before.end, after.end),
        hash: Revision::hash_of(&(content(&before)? + &content(&after)?)),
    };
    let name = format!("handlingsplan-{plan}-endringer-{}-{}", before.end, after.end);
    let reader_then = reader.clone();
    let make = move |app: &App| {
        let difference = Difference::between(&before.plan, &after.plan);
        let notes = changes::notes(reader_then.state(), &before, &after);
        let teller = changes::teller(reader_then.language, &difference, (&before, &after), &notes);
        let (site, addresses) = (app.settings.public_url.as_str(), &reader_then.addresses);
        let path = addresses.changes(&plan, before.end, after.end);
        changes_pdf(&app.typesetter, &teller, after.day, (site, addresses), &path)
    };
    delivered(app, reader, key, &name, headers, make).await
}

/// Sends a document under its name, or says that the reader has it already.
async fn delivered(
    app: &App,
    reader: &Reader,
    key: Key,
    name: &str,
    headers: &HeaderMap,
    make: impl FnOnce(&App) -> Result<Vec<u8>, PdfError> + Send + 'static,
) -> Result<Response, Problem> {
    // Another version of this program may set the same content differently.
    let tag = format!("\"{}-{}-{}\"", key.hash, reader.language, env!("CARGO_PKG_VERSION"));
    let known = headers
        .get(header::IF_NONE_MATCH)
        .is_some_and(|known| known.as_bytes() == tag.as_bytes());
    let mut response = if known {
        StatusCode::NOT_MODIFIED.into_response()
    } else {
        made(app, key, make).await?.into_response()
    };
    let fields = [
        (header::CONTENT_TYPE, "application/pdf".to_owned()),
        (
            header::CONTENT_DISPOSITION,
            format!("inline; filename=\"{}\"", file_name(reader, name)),
        ),
        (header::ETAG, tag),
    ];
    for (name, value) in fields {
        response
            .headers_mut()
            .insert(name, HeaderValue::from_str(&value).map_err(Problem::internal)?);
    }
    Ok(response)
}

/// `kongsberg-handlingsplan-2020-revisjon-2.pdf`, with the language where it is not bokmål.
fn file_name(reader: &Reader, name: &str) -> String {
    let programme = &reader.state().programme.id;
    let language = match reader.language {
        Language::Nb => String::new(),
        language => format!("-{language}"),
    };
    format!("{programme}-{name}{language}.pdf")
}

async fn made(app: &App, key: Key, make: impl FnOnce(&App) -> Result<Vec<u8>, PdfError> + Send + 'static) -> Result<Bytes, Problem> {
    if let Some(bytes) = app.documents.find(&key) {
        return Ok(bytes);
    }
    let _one_at_a_time = app.documents.press.lock().await;
    if let Some(bytes) = app.documents.find(&key) {
        return Ok(bytes);
    }
    let pressing = app.clone();
    let typeset = tokio::task::spawn_blocking(move || make(&pressing))
        .await
        .map_err(Problem::internal)?;
    let bytes = Bytes::from(typeset.map_err(Problem::internal)?);
    app.documents.keep(key, bytes.clone());
    Ok(bytes)
}
