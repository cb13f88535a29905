//! Why an operation gives no answer: a problem document (RFC 9457) that says what, where and the mend.

use axum::Json;
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use serde::Serialize;
use store::StoreError;
use utoipa::{IntoResponses, ToSchema};

const CONTENT_TYPE: &str = "application/problem+json";

/// A problem document.
#[derive(Serialize, ToSchema)]
pub(super) struct Problem {
    /// Always `about:blank`: the status says what kind it is.
    #[serde(rename = "type")]
    kind: &'static str,
    /// The status in words.
    title: String,
    /// The status of the answer.
    status: u16,
    /// What is wrong and how it is mended.
    detail: String,
    /// The parameter that it is about.
    #[serde(skip_serializing_if = "Option::is_none")]
    field: Option<String>,
}

/// What kind of refusal it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Why {
    NotFound,
    Gone,
    Unusable,
    Internal,
}

/// An operation's refusal.
#[derive(Debug)]
pub(super) struct Refused {
    why: Why,
    detail: String,
    field: Option<String>,
}

/// The refusals that every operation may give.
#[derive(IntoResponses)]
#[expect(dead_code, reason = "describes answers that Refused gives")]
pub(super) enum Refusals {
    /// Nothing has changed since the answer with the ETag that was sent.
    #[response(status = 304)]
    Unchanged,
    /// There is no such thing.
    #[response(status = 404, content_type = "application/problem+json")]
    NotFound(#[to_schema] Problem),
    /// It was taken out of the programme.
    #[response(status = 410, content_type = "application/problem+json")]
    Gone(#[to_schema] Problem),
    /// The address is not asked in this way, is too long, or the server cannot answer now.
    #[response(status = "default", content_type = "application/problem+json")]
    Other(#[to_schema] Problem),
}

/// The refusal of operations that read a query.
#[derive(IntoResponses)]
#[expect(dead_code, reason = "describes an answer that Refused gives")]
pub(super) enum QueryRefusal {
    /// A parameter of the query cannot be used; `field` names it.
    #[response(status = 422, content_type = "application/problem+json")]
    Unusable(#[to_schema] Problem),
}

impl Refused {
    pub fn of(why: Why, detail: impl Into<String>) -> Self {
        Self {
            why,
            detail: detail.into(),
            field: None,
        }
    }

    /// The address names a thing that there is not.
    pub fn missing(parameter: &str, text: &str) -> Self {
        let detail = format!("there is no {parameter} «{text}»: the list beside it names those that there are");
        Self {
            field: Some(parameter.to_owned()),
            ..Self::of(Why::NotFound, detail)
        }
    }

    /// The address names a thing that was taken out.
    pub fn gone(parameter: &str, text: &str) -> Self {
        let detail =
            format!("the {parameter} «{text}» was taken out of the programme: the plan as it stood on an earlier day still has it");
        Self {
            field: Some(parameter.to_owned()),
            ..Self::of(Why::Gone, detail)
        }
    }

    /// A parameter of the query cannot be used.
    pub fn field(field: &str, detail: String) -> Self {
        Self {
            field: Some(field.to_owned()),
            ..Self::of(Why::Unusable, detail)
        }
    }

    pub fn no_such_address() -> Self {
        Self::of(
            Why::NotFound,
            "there is no such address: /api/v1/openapi.json describes those that there are",
        )
    }
}

impl From<StoreError> for Refused {
    fn from(error: StoreError) -> Self {
        tracing::error!(%error, "the API could not answer");
        Self::of(Why::Internal, "the server could not read its store: try again in a moment")
    }
}

impl IntoResponse for Refused {
    fn into_response(self) -> Response {
        let status = match self.why {
            Why::NotFound => StatusCode::NOT_FOUND,
            Why::Gone => StatusCode::GONE,
            Why::Unusable => StatusCode::UNPROCESSABLE_ENTITY,
            Why::Internal => StatusCode::INTERNAL_SERVER_ERROR,
        };
        answer(status, self.detail, self.field)
    }
}

fn answer(status: StatusCode, detail: String, field: Option<String>) -> Response {
    let problem = Problem {
        kind: "about:blank",
        title: status.canonical_reason().unwrap_or("Refused").to_owned(),
        status: status.as_u16(),
        detail,
        field,
    };
    let mut response = (status, Json(problem)).into_response();
    response
        .headers_mut()
        .insert(header::CONTENT_TYPE, HeaderValue::from_static(CONTENT_TYPE));
    response
}

/// Refusals of the framework in the form of ours; which methods are allowed stays in their headers.
pub(crate) fn in_its_form(response: Response) -> Response {
    let status = response.status();
    let ours = response
        .headers()
        .get(header::CONTENT_TYPE)
        .is_some_and(|kind| kind == CONTENT_TYPE);
    if ours || !(status.is_client_error() || status.is_server_error()) {
        return response;
    }
    let mut made = answer(status, mend(status).to_owned(), None);
    if let Some(allowed) = response.headers().get(header::ALLOW) {
        made.headers_mut().insert(header::ALLOW, allowed.clone());
    }
    made
}

fn mend(status: StatusCode) -> &'static str {
    match status {
        StatusCode::METHOD_NOT_ALLOWED => "this API is only read: ask with GET or HEAD",
        StatusCode::PAYLOAD_TOO_LARGE => "this API takes no body: send none",
        status if status.is_server_error() => "the server cannot answer now: try again in a moment",
        _ => "the request cannot be understood: /api/v1/openapi.json describes those that can",
    }
}
