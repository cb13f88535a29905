//! The session's cookie. Visitors never get one.

use axum::http::{HeaderMap, HeaderValue, header};

use crate::app::Settings;

/// Browsers keep a cookie with this beginning only where it is secure and belongs to this very host.
const SECURE_NAME: &str = "__Host-vekst";
/// On a machine of one's own there is no https.
const PLAIN_NAME: &str = "vekst";

fn name(settings: &Settings) -> &'static str {
    if is_secure(settings) { SECURE_NAME } else { PLAIN_NAME }
}

fn is_secure(settings: &Settings) -> bool {
    settings.public_url.starts_with("https://")
}

/// The session's token in a request.
pub(super) fn token<'a>(headers: &'a HeaderMap, settings: &Settings) -> Option<&'a str> {
    let name = name(settings);
    headers
        .get_all(header::COOKIE)
        .iter()
        .filter_map(|value| value.to_str().ok())
        .flat_map(|value| value.split(';'))
        .filter_map(|pair| pair.trim().split_once('='))
        .find_map(|(key, value)| (key == name).then_some(value))
}

/// Hands a new session's token to the browser.
pub(crate) fn set(settings: &Settings, token: &str) -> Option<HeaderValue> {
    let secure = if is_secure(settings) { "; Secure" } else { "" };
    HeaderValue::from_str(&format!("{}={token}{secure}; HttpOnly; SameSite=Lax; Path=/", name(settings))).ok()
}

/// Takes the token back.
pub(crate) fn clear(settings: &Settings) -> Option<HeaderValue> {
    let secure = if is_secure(settings) { "; Secure" } else { "" };
    HeaderValue::from_str(&format!("{}={secure}; HttpOnly; SameSite=Lax; Path=/; Max-Age=0", name(settings))).ok()
}

/// The token of the session that a request carries, for ending it.
pub(crate) fn of(headers: &HeaderMap, settings: &Settings) -> Option<String> {
    token(headers, settings).map(str::to_owned)
}
