//! Measures in the workspace: one page for each, with how it is going, and the form that changes it.

mod remove;
mod sheet;
mod status;
mod view;

use axum::Router;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use programme::{Change, Measure, MeasureId, Refusal};

use super::conflict::{Conflict, conflict};
use super::{account, faults, saved};
use crate::app::App;
use crate::form::{Fields, Mistake, Reading};
use crate::problem::Problem;
use crate::session::{Member, Posted};
pub(super) use sheet::{Reach, begun, blank, fields, read};
pub(super) use view::parts;

pub(super) fn routes() -> Router<App> {
    Router::new()
        .route("/{programme}/arbeid/tiltak/ny", get(new).post(create))
        .route("/{programme}/arbeid/tiltak/{measure}", get(show))
        .route("/{programme}/arbeid/tiltak/{measure}/endre", get(edit).post(save))
        .route("/{programme}/arbeid/tiltak/{measure}/status", get(show).post(status::change))
        .route("/{programme}/arbeid/tiltak/{measure}/fjern", get(remove::ask).post(remove::remove))
}

/// The kind under which measures are kept.
pub(super) const KIND: &str = "measure";

/// The measure of an address. A partner sees its own organisation's alone.
fn seen<'a>(member: &'a Member, id: &str) -> Result<&'a Measure, Problem> {
    let id: MeasureId = id.parse().map_err(|_| Problem::NotFound)?;
    let measure = member.reader.state().measure(&id).ok_or(Problem::NotFound)?;
    if super::sees(&member.actor, measure) {
        Ok(measure)
    } else {
        Err(Problem::Forbidden)
    }
}

/// As [`seen`], with how much of it the person may change.
fn mine<'a>(member: &'a Member, id: &str) -> Result<(&'a Measure, Reach), Problem> {
    let measure = seen(member, id)?;
    let reach = Reach::of(&member.actor, measure).ok_or(Problem::Forbidden)?;
    Ok((measure, reach))
}

async fn show(member: Member, Path((_, id)): Path<(String, String)>) -> Result<Response, Problem> {
    let measure = seen(&member, &id)?;
    Ok(status::page(&member, measure, &status::fields(&member, measure), &[], false).into_response())
}

async fn edit(member: Member, Path((_, id)): Path<(String, String)>) -> Result<Response, Problem> {
    let (measure, reach) = mine(&member, &id)?;
    let mut fields = sheet::fields(measure, &reach);
    fields.add("base", &member.reader.snapshot.version(KIND, &id).unwrap_or_default());
    Ok(view::edit(&member, measure, &reach, &fields, &[], None).into_response())
}

async fn save(
    State(app): State<App>,
    member: Member,
    Path((_, id)): Path<(String, String)>,
    Posted(fields): Posted,
) -> Result<Response, Problem> {
    let (before, reach) = mine(&member, &id)?;
    let again = |status, fields: &Fields, mistakes: &[Mistake], conflict: Option<&Conflict>| {
        Ok((status, view::edit(&member, before, &reach, fields, mistakes, conflict)).into_response())
    };
    let mut reading = Reading::new(&fields, member.reader.language);
    let account = account::read(&mut reading, &member);
    let measure = sheet::read(&mut reading, before, &reach);
    let measure = match reading.done(measure) {
        Ok(measure) => measure,
        Err(mistakes) => return again(StatusCode::UNPROCESSABLE_ENTITY, &fields, &mistakes, None),
    };
    let change = Change::SaveMeasure {
        measure: Box::new(measure),
        base: fields.text("base").parse().ok(),
    };
    match account::apply(&app, &member, account, change).await {
        Ok(_) => Ok(saved(&member.reader, &format!("/tiltak/{id}"), "tiltak")),
        Err(Refusal::Faults(found)) => {
            let mistakes = faults::mistakes(member.reader.language, KIND, &found, &fields);
            again(StatusCode::UNPROCESSABLE_ENTITY, &fields, &mistakes, None)
        }
        Err(Refusal::Conflict { .. }) => {
            let conflict = conflict(
                &app,
                &member,
                (KIND, &id),
                &fields,
                |one| sheet::fields(one, &reach),
                |reading, theirs| sheet::read(reading, theirs, &reach),
            )
            .await?;
            again(StatusCode::CONFLICT, &conflict.fields, &[], Some(&conflict))
        }
        Err(other) => Err(other.into()),
    }
}

fn may_create(member: &Member) -> Result<Measure, Problem> {
    super::editor(member)?;
    sheet::blank(member.reader.state(), member.reader.today).ok_or(Problem::NotFound)
}

async fn new(member: Member) -> Result<Response, Problem> {
    let blank = may_create(&member)?;
    Ok(view::new(&member, &blank, &sheet::fields(&blank, &Reach::Whole), &[]).into_response())
}

async fn create(State(app): State<App>, member: Member, Posted(fields): Posted) -> Result<Response, Problem> {
    let blank = may_create(&member)?;
    let again =
        |mistakes: &[Mistake]| Ok((StatusCode::UNPROCESSABLE_ENTITY, view::new(&member, &blank, &fields, mistakes)).into_response());
    let mut reading = Reading::new(&fields, member.reader.language);
    let account = account::read(&mut reading, &member);
    let measure = sheet::read(&mut reading, &blank, &Reach::Whole);
    if fields.wordings("title").is_empty() {
        reading.wrong("title-nb", "fault-empty");
    }
    let measure = measure.and_then(|measure| sheet::begun(measure, &member.reader.snapshot, member.reader.today));
    let measure = match reading.done(measure) {
        Ok(measure) => measure,
        Err(mistakes) => return again(&mistakes),
    };
    let place = format!("/tiltak/{}", measure.id);
    let change = Change::SaveMeasure {
        measure: Box::new(measure),
        base: None,
    };
    match account::apply(&app, &member, account, change).await {
        Ok(_) => Ok(saved(&member.reader, &place, "tiltak")),
        Err(Refusal::Faults(found)) => again(&faults::mistakes(member.reader.language, KIND, &found, &fields)),
        Err(Refusal::Conflict { .. }) => again(&[super::taken(&member.reader)]),
        Err(other) => Err(other.into()),
    }
}
