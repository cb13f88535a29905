//! The embedded files under `/_/`, and each programme's accent colour.

use axum::Router;
use axum::extract::Path;
use axum::http::{HeaderMap, StatusCode, header};
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use programme::Colour;

use crate::app::App;
use crate::assets::{self, Asset};
use crate::problem::Problem;
use crate::reader::Reader;

pub(crate) fn routes() -> Router<App> {
    Router::new()
        .route("/_/{name}", get(embedded))
        .route("/{programme}/farge.css", get(colour))
}

async fn embedded(Path(name): Path<String>, headers: HeaderMap) -> Result<Response, Problem> {
    let asset = assets::find(&name).ok_or(Problem::NotFound)?;
    if headers.get(header::IF_NONE_MATCH).is_some_and(|known| known == asset.etag) {
        return Ok((StatusCode::NOT_MODIFIED, [(header::ETAG, asset.etag)]).into_response());
    }
    let (encoding, bytes) = encoded(asset, &headers);
    let lasting = [
        (header::CONTENT_TYPE, asset.content_type),
        (header::CACHE_CONTROL, "public, max-age=31536000, immutable"),
        (header::ETAG, asset.etag),
        (header::VARY, "accept-encoding"),
    ];
    let mut response = (lasting, bytes).into_response();
    if let Some(encoding) = encoding {
        response
            .headers_mut()
            .insert(header::CONTENT_ENCODING, header::HeaderValue::from_static(encoding));
    }
    Ok(response)
}

fn encoded(asset: &'static Asset, headers: &HeaderMap) -> (Option<&'static str>, &'static [u8]) {
    let accepted = headers
        .get(header::ACCEPT_ENCODING)
        .and_then(|value| value.to_str().ok())
        .unwrap_or_default();
    let accepts = |name: &str| {
        accepted
            .split(',')
            .any(|part| part.split(';').next().is_some_and(|token| token.trim() == name))
    };
    match (asset.brotli, asset.gzip) {
        (Some(brotli), _) if accepts("br") => (Some("br"), brotli),
        (_, Some(gzip)) if accepts("gzip") => (Some("gzip"), gzip),
        _ => (None, asset.bytes),
    }
}

/// Background of dark pages, as in the stylesheet.
const DARK: Colour = Colour::new(0x17, 0x18, 0x1a);

async fn colour(reader: Reader) -> Response {
    let accent = reader.state().programme.accent;
    let (light, dark) = (String::from(accent), String::from(accent.lightened_for(DARK)));
    let css = format!(":root{{--vk-accent:{light}}}@media screen and (prefers-color-scheme:dark){{:root{{--vk-accent:{dark}}}}}\n");
    (
        [
            (header::CONTENT_TYPE, "text/css; charset=utf-8"),
            (header::CACHE_CONTROL, "public, max-age=3600"),
        ],
        css,
    )
        .into_response()
}
