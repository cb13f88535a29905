//! What can go wrong while answering, and the page that says so in the reader's language.
//!
//! Use `NotFound` for what never was, `Gone` for what was taken out of the programme, `Forbidden` for a signed-in
//! person without the right, `SignIn` for a visitor without a session, `Stale` for a form that did not come from our own
//! page or is too old, and `Internal` for what is our fault: it alone is logged. A form with faults is no problem: it
//! is shown again by its own view with status 422.

use axum::Extension;
use axum::extract::{Request, State};
use axum::http::{StatusCode, header};
use axum::middleware::Next;
use axum::response::{IntoResponse, Redirect, Response};
use maud::html;
use programme::{Language, ProgrammeId, Refusal};
use publishing::say;

use crate::address::Addresses;
use crate::api;
use crate::app::App;
use crate::health;
use crate::language::Asked;
use crate::page;
use crate::reader::Reader;

/// Why a page cannot be shown.
#[derive(Debug)]
pub(crate) enum Problem {
    NotFound,
    Gone,
    Forbidden,
    SignIn,
    Stale,
    Internal(String),
}

impl Problem {
    /// Our fault, with what there is to say about it in the log.
    pub fn internal(cause: impl std::fmt::Display) -> Self {
        Self::Internal(cause.to_string())
    }
}

impl From<store::StoreError> for Problem {
    fn from(error: store::StoreError) -> Self {
        Self::internal(error)
    }
}

impl From<Refusal> for Problem {
    /// For commands whose faults no form shows; a form catches [`Refusal::Faults`] and [`Refusal::Conflict`] itself.
    fn from(refusal: Refusal) -> Self {
        match refusal {
            Refusal::Forbidden => Self::Forbidden,
            Refusal::Missing => Self::NotFound,
            Refusal::Conflict { .. } => Self::Stale,
            Refusal::Faults(_) | Refusal::Store(_) => Self::internal(refusal),
        }
    }
}

/// Marks an answer whose page [`as_pages`] still has to make.
#[derive(Clone, Copy)]
struct Unwritten(&'static str);

impl IntoResponse for Problem {
    fn into_response(self) -> Response {
        let (status, key) = match &self {
            Self::NotFound => (StatusCode::NOT_FOUND, "404"),
            Self::Gone => (StatusCode::GONE, "410"),
            Self::Forbidden => (StatusCode::FORBIDDEN, "403"),
            Self::SignIn => (StatusCode::UNAUTHORIZED, "401"),
            Self::Stale => (StatusCode::FORBIDDEN, "csrf"),
            Self::Internal(cause) => {
                tracing::error!(cause, "a page could not be made");
                (StatusCode::INTERNAL_SERVER_ERROR, "500")
            }
        };
        let mut response = status.into_response();
        response.extensions_mut().insert(Unwritten(key));
        response
    }
}

/// Why a thing of the programme cannot be shown: it was there once, or it never was.
pub(crate) async fn absent(app: &App, reader: &Reader, kind: &str, id: &str) -> Problem {
    let programme = reader.state().programme.id.as_str();
    match store::content::history(app.programmes.store().reader(), programme, kind, id).await {
        Ok(versions) if versions.is_empty() => Problem::NotFound,
        Ok(_) => Problem::Gone,
        Err(error) => error.into(),
    }
}

/// An address that leads nowhere; one that only has a slash too many leads to where it has none.
pub(crate) async fn not_found(asked: Option<Extension<Asked>>) -> Response {
    match asked.and_then(|Extension(asked)| without_slash(&asked)) {
        Some(address) => Redirect::permanent(&address).into_response(),
        None => Problem::NotFound.into_response(),
    }
}

/// Made from what is known to be an identifier and never from the address as it came, which could lead elsewhere.
fn without_slash(asked: &Asked) -> Option<String> {
    let (programme, place) = asked
        .path
        .strip_prefix('/')?
        .strip_suffix('/')?
        .split_once('/')
        .unwrap_or((asked.path.trim_matches('/'), ""));
    let programme: ProgrammeId = programme.parse().ok()?;
    let place = if place.is_empty() { String::new() } else { format!("/{place}") };
    let query = asked.query.as_ref().map(|query| format!("?{query}")).unwrap_or_default();
    Some(Addresses::new(programme, asked.language).to(&(place + &query)))
}

/// Turns answers that are only a status (ours and the framework's) into pages in the reader's language. The API keeps
/// its own form of errors.
pub(crate) async fn as_pages(State(app): State<App>, request: Request, next: Next) -> Response {
    let asked = request.extensions().get::<Asked>().cloned();
    let (mut parts, body) = request.into_parts();
    let reader = Reader::quietly(&mut parts, &app).await;
    let response = next.run(Request::from_parts(parts, body)).await;
    let Some(asked) = asked.filter(|asked| asked.path != health::PATH) else {
        return response;
    };
    if asked.path.starts_with("/api/") {
        return api::in_its_form(response);
    }
    let status = response.status();
    let already_a_page = response
        .headers()
        .get(header::CONTENT_TYPE)
        .is_some_and(|kind| kind.as_bytes().starts_with(b"text/html"));
    if !status.is_client_error() && !status.is_server_error() || already_a_page {
        return response;
    }
    if status == StatusCode::UNAUTHORIZED
        && let Some(reader) = &reader
    {
        return Redirect::to(&reader.addresses.sign_in()).into_response();
    }
    let key = response
        .extensions()
        .get::<Unwritten>()
        .map_or_else(|| key_for(status), |unwritten| unwritten.0);
    let allowed = response.headers().get(header::ALLOW).cloned();
    let mut page = (status, error_page(reader.as_ref(), asked.language, status, key)).into_response();
    if let Some(allowed) = allowed {
        page.headers_mut().insert(header::ALLOW, allowed);
    }
    page
}

fn key_for(status: StatusCode) -> &'static str {
    match status {
        StatusCode::FORBIDDEN => "403",
        StatusCode::NOT_FOUND => "404",
        StatusCode::METHOD_NOT_ALLOWED => "405",
        StatusCode::GONE => "410",
        StatusCode::PAYLOAD_TOO_LARGE => "413",
        StatusCode::URI_TOO_LONG => "414",
        StatusCode::SERVICE_UNAVAILABLE => "503",
        status if status.is_server_error() => "500",
        _ => "422",
    }
}

fn error_page(reader: Option<&Reader>, language: Language, status: StatusCode, key: &str) -> maud::Markup {
    let title = say!(language, &format!("error-{key}-title"));
    let home = reader.map_or_else(|| "/".to_owned(), |reader| reader.addresses.front());
    let body = html! {
        p.vk-error__code { (status.as_u16()) }
        h1.vk-title { (title) }
        p.vk-lead { (say!(language, &format!("error-{key}-lead"))) }
        ul.vk-ways { li { a.ds-link href=(home) { (say!(language, "error-to-front")) } } }
    };
    page::error(reader, language, &title, &body)
}
