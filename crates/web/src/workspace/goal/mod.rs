//! Goals in the workspace: the list of them, and the form with the target path.

mod sheet;
mod view;

use axum::Router;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use maud::Markup;
use programme::{Change, Goal, GoalId, Refusal};

use super::conflict::{Conflict, conflict};
use super::{account, editor, faults, saved};
use crate::app::App;
use crate::form::{Fields, Mistake, Reading};
use crate::problem::Problem;
use crate::session::{Member, Posted};

pub(super) use sheet::{add_target, read_target, typed};
pub(super) use view::target as target_parts;

pub(super) fn routes() -> Router<App> {
    Router::new()
        .route("/{programme}/arbeid/maal", get(list))
        .route("/{programme}/arbeid/maal/ny", get(new).post(create))
        .route("/{programme}/arbeid/maal/{goal}", get(edit).post(save))
}

/// The kind under which goals are kept.
const KIND: &str = "goal";

async fn list(member: Member) -> Markup {
    view::list(&member)
}

fn find<'a>(member: &'a Member, id: &str) -> Result<&'a Goal, Problem> {
    editor(member)?;
    let id: GoalId = id.parse().map_err(|_| Problem::NotFound)?;
    member.reader.state().goal(&id).ok_or(Problem::NotFound)
}

async fn edit(member: Member, Path((_, id)): Path<(String, String)>) -> Result<Response, Problem> {
    let goal = find(&member, &id)?;
    let mut fields = sheet::fields(goal, member.reader.language);
    fields.add("base", &member.reader.snapshot.version(KIND, &id).unwrap_or_default());
    Ok(view::edit(&member, goal, &fields, &[], None).into_response())
}

async fn save(
    State(app): State<App>,
    member: Member,
    Path((_, id)): Path<(String, String)>,
    Posted(fields): Posted,
) -> Result<Response, Problem> {
    let before = find(&member, &id)?;
    let language = member.reader.language;
    let again = |status, fields: &Fields, mistakes: &[Mistake], conflict: Option<&Conflict>| {
        Ok((status, view::edit(&member, before, fields, mistakes, conflict)).into_response())
    };
    let mut reading = Reading::new(&fields, language);
    let account = account::read(&mut reading, &member);
    let goal = sheet::read(&mut reading, before);
    let goal = match reading.done(Some(goal)) {
        Ok(goal) => goal,
        Err(mistakes) => return again(StatusCode::UNPROCESSABLE_ENTITY, &fields, &mistakes, None),
    };
    let change = Change::SaveGoal {
        goal: Box::new(goal),
        base: fields.text("base").parse().ok(),
    };
    match account::apply(&app, &member, account, change).await {
        Ok(_) => Ok(saved(&member.reader, "/maal", "maal")),
        Err(Refusal::Faults(found)) => {
            let mistakes = faults::mistakes(language, KIND, &found, &fields);
            again(StatusCode::UNPROCESSABLE_ENTITY, &fields, &mistakes, None)
        }
        Err(Refusal::Conflict { .. }) => {
            let conflict = conflict(
                &app,
                &member,
                (KIND, &id),
                &fields,
                |one| sheet::fields(one, language),
                |reading, theirs| Some(sheet::read(reading, theirs)),
            )
            .await?;
            again(StatusCode::CONFLICT, &conflict.fields, &[], Some(&conflict))
        }
        Err(other) => Err(other.into()),
    }
}

fn blank(member: &Member) -> Result<Goal, Problem> {
    editor(member)?;
    sheet::blank(member.reader.state()).ok_or(Problem::NotFound)
}

async fn new(member: Member) -> Result<Response, Problem> {
    let fields = sheet::fields(&blank(&member)?, member.reader.language);
    Ok(view::new(&member, &fields, &[]).into_response())
}

async fn create(State(app): State<App>, member: Member, Posted(fields): Posted) -> Result<Response, Problem> {
    let blank = blank(&member)?;
    let again = |mistakes: &[Mistake]| Ok((StatusCode::UNPROCESSABLE_ENTITY, view::new(&member, &fields, mistakes)).into_response());
    let mut reading = Reading::new(&fields, member.reader.language);
    let account = account::read(&mut reading, &member);
    let goal = sheet::read(&mut reading, &blank);
    if goal.title.is_empty() {
        reading.wrong("title-nb", "fault-empty");
    }
    let goal = match reading.done(sheet::begun(goal)) {
        Ok(goal) => goal,
        Err(mistakes) => return again(&mistakes),
    };
    let change = Change::SaveGoal {
        goal: Box::new(goal),
        base: None,
    };
    match account::apply(&app, &member, account, change).await {
        Ok(_) => Ok(saved(&member.reader, "/maal", "maal")),
        Err(Refusal::Faults(found)) => again(&faults::mistakes(member.reader.language, KIND, &found, &fields)),
        Err(Refusal::Conflict { .. }) => again(&[super::taken(&member.reader)]),
        Err(other) => Err(other.into()),
    }
}
