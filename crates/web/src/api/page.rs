//! The page that tells people about the API.

use axum::Router;
use axum::extract::State;
use axum::response::Redirect;
use axum::routing::get;
use maud::{Markup, html};
use publishing::say;
use utoipa::openapi::RefOr;
use utoipa::openapi::path::{Parameter, ParameterIn, PathItem};

use super::ROOT;
use crate::app::App;
use crate::page::{Page, Section, page};
use crate::problem::Problem;
use crate::reader::Reader;

pub(super) fn routes() -> Router<App> {
    Router::new().route("/{programme}/api", get(explained))
}

/// `/api` belongs to no programme: it leads to the page of the first one.
pub(super) async fn of_only_programme(State(app): State<App>) -> Result<Redirect, Problem> {
    let programmes = app.programmes.list().await?;
    let first = programmes.first().ok_or(Problem::NotFound)?;
    Ok(Redirect::to(&format!("/{first}/api")))
}

/// The path and what it gives, as the OpenAPI document has it.
struct Operation {
    path: String,
    summary: String,
    query: Vec<String>,
}

fn operations() -> Vec<Operation> {
    let (_, document) = super::described();
    let operation = |(path, item): (String, PathItem)| {
        let get = item.get?;
        let in_query = |parameter: RefOr<Parameter>| match parameter {
            RefOr::T(parameter) if parameter.parameter_in == ParameterIn::Query => Some(parameter.name),
            _ => None,
        };
        Some(Operation {
            path,
            summary: get.summary.unwrap_or_default(),
            query: get.parameters.unwrap_or_default().into_iter().filter_map(in_query).collect(),
        })
    };
    document.paths.paths.into_iter().filter_map(operation).collect()
}

async fn explained(reader: Reader) -> Markup {
    let language = reader.language;
    let document = format!("{ROOT}/openapi.json");
    let body = html! {
        h1.vk-title { (say!(language, "api-title")) }
        p.vk-lead { (say!(language, "api-lead")) }
        div.vk-prose {
            ul {
                li { (say!(language, "api-description")) " " a.ds-link href=(document) { code { (document) } } }
                li { (say!(language, "api-texts")) }
                li { (say!(language, "api-signs")) }
                li { (say!(language, "api-etags")) }
                li { (say!(language, "api-errors")) }
                li { (say!(language, "api-terms")) }
            }
        }
        section.vk-section aria-labelledby="adresser" {
            h2.vk-section__title.vk-section__title--rule id="adresser" { (say!(language, "api-addresses")) }
            ul.vk-rows { @for operation in operations() { (row(&reader, &operation)) } }
        }
    };
    page(
        &reader,
        &Page {
            section: Section::About,
            title: &say!(language, "api-title"),
            description: Some(&say!(language, "api-lead")),
            body,
        },
    )
}

/// An address that needs no more than the programme is a link; others show what is to be filled in.
fn row(reader: &Reader, operation: &Operation) -> Markup {
    let language = reader.language;
    let path = operation.path.replace("{programme}", reader.state().programme.id.as_str());
    html! {
        li.vk-row {
            @if path.contains('{') {
                span.vk-row__title { code { (ROOT) (path) } }
            } @else {
                a.vk-row__title href=(format!("{ROOT}{path}")) { code { (ROOT) (path) } }
            }
            p.vk-row__detail {
                span lang="en" { (operation.summary) }
                @if !operation.query.is_empty() { ". " (say!(language, "api-query")) " " @for name in &operation.query { code { (name) } " " } }
            }
        }
    }
}
