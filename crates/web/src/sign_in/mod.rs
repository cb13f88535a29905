//! Signing in with a link by e-mail, and signing out. There are no passwords.

mod limit;
mod view;

use axum::Router;
use axum::extract::{Path, Query, State};
use axum::http::{HeaderMap, StatusCode, header};
use axum::response::{IntoResponse, Redirect, Response};
use axum::routing::{get, post};
use programme::{Language, ProgrammeId};
use publishing::mail::{self, Mail};
use publishing::say;
use serde::Deserialize;
use store::access::{self, NewSession};
use store::{Instant, StoreError};

use crate::address::Addresses;
use crate::app::App;
use crate::problem::Problem;
use crate::reader::Reader;
use crate::session::{Posted, cookie};

pub(crate) use limit::Limit;

pub(crate) fn routes() -> Router<App> {
    Router::new()
        .route("/{programme}/logg-inn", get(ask).post(send))
        .route("/{programme}/logg-inn/{token}", get(open).post(redeem))
        .route("/{programme}/logg-ut", post(sign_out))
}

/// The address of a one-time sign-in link, for whoever prints one; mail sends it in the reader's language.
pub fn sign_in_link(public_url: &str, programme: &ProgrammeId, token: &str) -> String {
    public_url.to_owned() + &Addresses::new(programme.clone(), Language::Nb).sign_in_with(token)
}

#[derive(Deserialize)]
struct Asked {
    /// Set after an address was sent to us.
    sendt: Option<String>,
}

async fn ask(reader: Reader, Query(asked): Query<Asked>) -> Response {
    if reader.actor().is_some() {
        return Redirect::to(&reader.addresses.workspace("")).into_response();
    }
    match asked.sendt {
        Some(_) => view::on_its_way(&reader).into_response(),
        None => view::ask(&reader, "", false).into_response(),
    }
}

/// Answers the same to everybody, at once: who has access is nobody else's business.
async fn send(State(app): State<App>, reader: Reader, Posted(fields): Posted) -> Response {
    let email = fields.text("email").to_owned();
    if !mail::is_address(&email) {
        return (StatusCode::UNPROCESSABLE_ENTITY, view::ask(&reader, &email, true)).into_response();
    }
    let sent = reader.addresses.to("/logg-inn?sendt=ja");
    tokio::spawn(async move {
        if let Err(error) = send_link(&app, &reader, &email).await {
            tracing::error!(%error, "a sign-in link could not be sent");
        }
    });
    Redirect::to(&sent).into_response()
}

/// Sends a link to an address that has access, unless it has had many.
async fn send_link(app: &App, reader: &Reader, email: &str) -> Result<(), SendError> {
    let (store, programme) = (app.programmes.store(), &reader.state().programme);
    if access::membership(store.reader(), programme.id.as_str(), email).await?.is_none() {
        return Ok(());
    }
    if !app.sign_in_limit.allows(email, app.now()) {
        tracing::warn!("a sign-in link was not sent: too many were asked for");
        return Ok(());
    }
    let token = new_link(app, &programme.id, email).await?;
    let (language, name) = (reader.language, reader.plain(&programme.name));
    let link = format!("{}{}", app.settings.public_url, reader.addresses.sign_in_with(&token));
    let mail = Mail {
        to: email.to_owned(),
        subject: say!(language, "sign-in-mail-subject", programme = name),
        text: say!(language, "sign-in-mail-text", programme = name, link = link),
    };
    Ok(app.mailer.send(&mail, app.now()).await?)
}

/// Why a link is not on its way.
#[derive(Debug, thiserror::Error)]
enum SendError {
    #[error(transparent)]
    Store(#[from] StoreError),
    #[error(transparent)]
    Mail(#[from] mail::MailError),
}

async fn new_link(app: &App, programme: &ProgrammeId, email: &str) -> Result<String, StoreError> {
    let (programme, email, now) = (programme.to_string(), email.to_owned(), Instant::new(app.now()));
    let store = app.programmes.store();
    store
        .write(move |transaction| Box::pin(async move { access::create_link(transaction, &programme, &email, now).await }))
        .await
}

/// A page with a button: mail scanners open links, and must not use them up.
async fn open(reader: Reader) -> Response {
    ([(header::CACHE_CONTROL, "private, no-store")], view::open(&reader)).into_response()
}

async fn redeem(
    State(app): State<App>,
    reader: Reader,
    Path((_, token)): Path<(String, String)>,
    headers: HeaderMap,
    Posted(_): Posted,
) -> Result<Response, Problem> {
    let before = cookie::of(&headers, &app.settings);
    let session = begin(&app, &reader.state().programme.id, token, before).await?;
    let Some(cookie) = session.and_then(|session| cookie::set(&app.settings, &session.token)) else {
        return Ok((StatusCode::GONE, view::used(&reader)).into_response());
    };
    let to = Redirect::to(&reader.addresses.workspace(""));
    Ok(([(header::SET_COOKIE, cookie)], to).into_response())
}

/// Uses a link and begins a session of its own, in place of the one that the browser had; none where the link can no
/// longer be used.
async fn begin(app: &App, programme: &ProgrammeId, token: String, before: Option<String>) -> Result<Option<NewSession>, StoreError> {
    let (programme, now) = (programme.to_string(), Instant::new(app.now()));
    let store = app.programmes.store();
    store
        .write(move |transaction| {
            Box::pin(async move {
                let Some(email) = access::redeem_link(transaction, &programme, &token, now).await? else {
                    return Ok(None);
                };
                if let Some(before) = before {
                    access::end_session(transaction, &before).await?;
                }
                access::open_session(transaction, &email, now).await.map(Some)
            })
        })
        .await
}

async fn sign_out(State(app): State<App>, reader: Reader, headers: HeaderMap, Posted(_): Posted) -> Result<Response, Problem> {
    if let Some(token) = cookie::of(&headers, &app.settings) {
        let store = app.programmes.store();
        store
            .write(move |transaction| Box::pin(async move { access::end_session(transaction, &token).await }))
            .await?;
    }
    let mut response = Redirect::to(&reader.addresses.front()).into_response();
    if let Some(cookie) = cookie::clear(&app.settings) {
        response.headers_mut().insert(header::SET_COOKIE, cookie);
    }
    Ok(response)
}
