//! A whole answer, plain and compressed, with what names its content.

use std::fmt::Write as _;
use std::io::Write as _;

use axum::body::{Body, Bytes};
use axum::http::{HeaderMap, HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use flate2::Compression;
use flate2::write::GzEncoder;
use sha2::{Digest, Sha256};

/// Below this size the frame of a compressed answer outweighs what it saves.
const SMALLEST: usize = 1_000;

/// Ready to send to whoever asks.
pub(super) struct Finished {
    headers: HeaderMap,
    plain: Form,
    gzip: Option<Form>,
}

/// One form of the content with its name.
struct Form {
    bytes: Bytes,
    etag: HeaderValue,
}

impl Form {
    fn new(bytes: Bytes, etag: &str) -> Self {
        Self {
            bytes,
            // digits and hyphens in quotation marks are always a value of a header
            etag: HeaderValue::from_str(etag).unwrap_or(HeaderValue::from_static("\"\"")),
        }
    }
}

impl Finished {
    pub fn new(mut headers: HeaderMap, bytes: Bytes, with_gzip: bool) -> Self {
        headers.remove(header::CONTENT_LENGTH);
        headers.insert(header::VARY, vary(&headers));
        let name = name(&bytes);
        let gzip = (with_gzip && bytes.len() >= SMALLEST).then(|| gzip(&bytes)).flatten();
        Self {
            gzip: gzip.map(|bytes| Form::new(bytes, &format!("\"{name}-gzip\""))),
            plain: Form::new(bytes, &format!("\"{name}\"")),
            headers,
        }
    }

    /// True for a page that may be shown to every visitor: a handler that has anything to say about keeping it keeps it
    /// from that.
    pub fn is_page(&self) -> bool {
        is_html(&self.headers) && !self.headers.contains_key(header::CACHE_CONTROL) && !self.headers.contains_key(header::SET_COOKIE)
    }

    pub fn size(&self) -> usize {
        self.plain.bytes.len() + self.gzip.as_ref().map_or(0, |form| form.bytes.len())
    }

    /// The form that fits the asker, or word that it is unchanged.
    pub fn answer(&self, asked: &HeaderMap, is_head: bool) -> Response {
        let compressed = self.gzip.as_ref().filter(|_| accepts_gzip(asked));
        let form = compressed.unwrap_or(&self.plain);
        let unchanged = knows(asked, &form.etag);
        let mut response = match (unchanged, is_head) {
            (true, _) => StatusCode::NOT_MODIFIED.into_response(),
            (false, true) => Response::new(Body::empty()),
            (false, false) => Response::new(Body::from(form.bytes.clone())),
        };
        let headers = response.headers_mut();
        headers.extend(self.headers.clone());
        headers.insert(header::ETAG, form.etag.clone());
        if unchanged {
            headers.remove(header::CONTENT_TYPE);
            return response;
        }
        headers.insert(header::CONTENT_LENGTH, HeaderValue::from(form.bytes.len()));
        if compressed.is_some() {
            headers.insert(header::CONTENT_ENCODING, HeaderValue::from_static("gzip"));
        }
        response
    }
}

fn vary(headers: &HeaderMap) -> HeaderValue {
    if is_html(headers) {
        HeaderValue::from_static("accept-encoding, cookie")
    } else {
        HeaderValue::from_static("accept-encoding")
    }
}

/// The content's name: 24 hexadecimal digits of its hash.
fn name(bytes: &[u8]) -> String {
    let hash = Sha256::digest(bytes);
    hash.iter().take(12).fold(String::new(), |mut name, byte| {
        // writing to a text does not fail
        let _ = write!(name, "{byte:02x}");
        name
    })
}

/// None where the memory's writer fails, which it does not.
fn gzip(bytes: &[u8]) -> Option<Bytes> {
    let mut encoder = GzEncoder::new(Vec::with_capacity(bytes.len() / 3), Compression::default());
    encoder.write_all(bytes).ok()?;
    encoder.finish().ok().map(Bytes::from)
}

fn kind(headers: &HeaderMap) -> &str {
    headers
        .get(header::CONTENT_TYPE)
        .and_then(|kind| kind.to_str().ok())
        .unwrap_or_default()
}

fn is_html(headers: &HeaderMap) -> bool {
    kind(headers).starts_with("text/html")
}

/// True for text that is not finished already.
pub(super) fn gains(headers: &HeaderMap) -> bool {
    let kind = kind(headers).split(';').next().unwrap_or_default().trim();
    let text = kind.starts_with("text/") || ["application/json", "application/xml", "image/svg+xml"].contains(&kind);
    text && !headers.contains_key(header::ETAG) && !headers.contains_key(header::CONTENT_ENCODING)
}

/// True where the asker names gzip, and not only to refuse it.
pub(super) fn accepts_gzip(headers: &HeaderMap) -> bool {
    let values = headers.get_all(header::ACCEPT_ENCODING);
    let named = values
        .iter()
        .filter_map(|value| value.to_str().ok())
        .flat_map(|value| value.split(','));
    named.map(str::trim).any(|part| {
        let (name, weight) = part.split_once(';').unwrap_or((part, ""));
        let refused = weight
            .trim()
            .strip_prefix("q=")
            .is_some_and(|weight| weight.trim().parse() == Ok(0.0));
        name.trim().eq_ignore_ascii_case("gzip") && !refused
    })
}

/// True where the asker has this very form.
fn knows(headers: &HeaderMap, etag: &HeaderValue) -> bool {
    let values = headers.get_all(header::IF_NONE_MATCH);
    let mut named = values
        .iter()
        .filter_map(|value| value.to_str().ok())
        .flat_map(|value| value.split(','));
    named.any(|name| {
        let name = name.trim();
        name == "*" || name.strip_prefix("W/").unwrap_or(name).as_bytes() == etag.as_bytes()
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn asking(name: header::HeaderName, value: &'static str) -> HeaderMap {
        HeaderMap::from_iter([(name, HeaderValue::from_static(value))])
    }

    #[test]
    fn gzip_is_sent_only_to_those_who_take_it() {
        for (value, expected) in [
            ("gzip", true),
            ("br, GZIP;q=0.5", true),
            ("gzip;q=0", false),
            ("gzip;q=0.0, br", false),
            ("x-gzip", false),
        ] {
            assert_eq!(accepts_gzip(&asking(header::ACCEPT_ENCODING, value)), expected, "{value}");
        }
        assert!(!accepts_gzip(&HeaderMap::new()));
    }

    #[test]
    fn an_etag_is_known_in_a_list_and_behind_a_proxy_that_weakened_it() {
        let etag = HeaderValue::from_static("\"abc\"");
        for (value, expected) in [
            ("\"abc\"", true),
            ("\"x\", W/\"abc\"", true),
            ("*", true),
            ("\"abcd\"", false),
            ("abc", false),
        ] {
            assert_eq!(knows(&asking(header::IF_NONE_MATCH, value), &etag), expected, "{value}");
        }
    }

    #[test]
    fn each_form_has_its_own_name_and_the_same_content_the_same() {
        let page = |text: &str| Finished::new(HeaderMap::new(), Bytes::from(text.repeat(500)), true);
        let (one, same, other) = (page("abc"), page("abc"), page("abd"));
        assert_eq!(one.plain.etag, same.plain.etag);
        assert_ne!(one.plain.etag, other.plain.etag);
        assert_ne!(Some(&one.plain.etag), one.gzip.as_ref().map(|form| &form.etag));
        assert!(one.gzip.is_some_and(|form| form.bytes.len() < one.plain.bytes.len()));
    }
}
