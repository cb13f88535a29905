//! The plan as a file for other systems: JSON with everything in it, and StratML.

use axum::extract::{Path, State};
use axum::http::header;
use axum::response::{IntoResponse, Response};
use programme::exchange::PlanFile;

use super::found;
use crate::app::App;
use crate::problem::Problem;
use crate::reader::Reader;

pub(super) async fn json(State(app): State<App>, reader: Reader, Path((_, plan)): Path<(String, String)>) -> Result<Response, Problem> {
    let file = file(&app, &reader, &plan).await?;
    let text = file.to_json().map_err(Problem::internal)?;
    Ok(answer(&reader, &file, "application/json", "json", text))
}

pub(super) async fn stratml(State(app): State<App>, reader: Reader, Path((_, plan)): Path<(String, String)>) -> Result<Response, Problem> {
    let file = file(&app, &reader, &plan).await?;
    let text = file.to_stratml(reader.language);
    Ok(answer(&reader, &file, "application/xml; charset=utf-8", "stratml.xml", text))
}

async fn file(app: &App, reader: &Reader, plan: &str) -> Result<PlanFile, Problem> {
    let plan = found(app, reader, plan).await?;
    PlanFile::of(reader.state(), &plan.id).ok_or(Problem::NotFound)
}

fn answer(reader: &Reader, file: &PlanFile, kind: &'static str, ending: &str, text: String) -> Response {
    let programme = &reader.state().programme.id;
    let name = format!("attachment; filename=\"{programme}-handlingsplan-{}.{ending}\"", file.plan.id);
    ([(header::CONTENT_TYPE, kind.to_owned()), (header::CONTENT_DISPOSITION, name)], text).into_response()
}
