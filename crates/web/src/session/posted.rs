//! The one way in which a form is read, so that none is read unproven.

use axum::Form;
use axum::extract::{FromRequest, FromRequestParts, Request};
use axum::response::{IntoResponse, Response};

use super::origin;
use crate::app::App;
use crate::form::Fields;
use crate::problem::Problem;
use crate::reader::Reader;

/// What a form of our own sent: its origin is ours, and where somebody is signed in it carries their session's token.
pub(crate) struct Posted(pub Fields);

impl FromRequest<App> for Posted {
    type Rejection = Response;

    async fn from_request(request: Request, app: &App) -> Result<Self, Response> {
        if !origin::is_ours(request.headers(), &app.settings) {
            return Err(Problem::Stale.into_response());
        }
        let (mut parts, body) = request.into_parts();
        let reader = Reader::from_request_parts(&mut parts, app)
            .await
            .map_err(IntoResponse::into_response)?;
        let Form(pairs) = Form::from_request(Request::from_parts(parts, body), app)
            .await
            .map_err(IntoResponse::into_response)?;
        let fields = Fields::typed(pairs);
        match &reader.signed_in {
            Some(person) if !same(fields.text("csrf"), &person.csrf) => Err(Problem::Stale.into_response()),
            _ => Ok(Self(fields)),
        }
    }
}

/// Compares two texts in a time that does not tell where they differ.
fn same(one: &str, other: &str) -> bool {
    let difference = one.bytes().zip(other.bytes()).fold(0, |sum, (one, other)| sum | (one ^ other));
    one.len() == other.len() && std::hint::black_box(difference) == 0
}

#[cfg(test)]
mod tests {
    use super::same;

    #[test]
    fn tokens_are_the_same_or_not() {
        assert!(same("abc", "abc"));
        assert!(!same("abc", "abd") && !same("abc", "ab") && !same("", "a"));
    }
}
