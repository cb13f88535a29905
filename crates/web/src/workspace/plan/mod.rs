//! Action plans in the workspace: the list of them, the form of each, and adopting what they have become.

mod adopt;
mod preview;
mod sheet;
mod view;

use axum::Router;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use maud::Markup;
use programme::{ActionPlan, ActionPlanId, Change, Refusal};

use super::conflict::{Conflict, conflict};
use super::{account, editor, faults, saved};
use crate::app::App;
use crate::form::{Fields, Mistake, Reading};
use crate::problem::Problem;
use crate::session::{Member, Posted};

pub(super) fn routes() -> Router<App> {
    Router::new()
        .route("/{programme}/arbeid/handlingsplan", get(list))
        .route("/{programme}/arbeid/handlingsplan/ny", get(new).post(create))
        .route("/{programme}/arbeid/handlingsplan/{plan}", get(edit).post(save))
        .route("/{programme}/arbeid/handlingsplan/{plan}/vedta", get(adopt::ask).post(adopt::adopt))
}

/// The kind under which action plans are kept.
const KIND: &str = "action-plan";

async fn list(member: Member) -> Markup {
    view::list(&member)
}

fn find<'a>(member: &'a Member, id: &str) -> Result<&'a ActionPlan, Problem> {
    let id: ActionPlanId = id.parse().map_err(|_| Problem::NotFound)?;
    member.reader.state().action_plan(&id).ok_or(Problem::NotFound)
}

async fn edit(member: Member, Path((_, id)): Path<(String, String)>) -> Result<Response, Problem> {
    editor(&member)?;
    let plan = find(&member, &id)?;
    let mut fields = sheet::fields(plan);
    fields.add("base", &member.reader.snapshot.version(KIND, &id).unwrap_or_default());
    Ok(view::edit(&member, plan, &fields, &[], None).into_response())
}

async fn save(
    State(app): State<App>,
    member: Member,
    Path((_, id)): Path<(String, String)>,
    Posted(fields): Posted,
) -> Result<Response, Problem> {
    editor(&member)?;
    let before = find(&member, &id)?;
    let again = |status, fields: &Fields, mistakes: &[Mistake], conflict: Option<&Conflict>| {
        Ok((status, view::edit(&member, before, fields, mistakes, conflict)).into_response())
    };
    let mut reading = Reading::new(&fields, member.reader.language);
    let account = account::read(&mut reading, &member);
    let plan = sheet::read(&mut reading, before);
    let plan = match reading.done(Some(plan)) {
        Ok(plan) => plan,
        Err(mistakes) => return again(StatusCode::UNPROCESSABLE_ENTITY, &fields, &mistakes, None),
    };
    let change = Change::SavePlan {
        plan: Box::new(plan),
        base: fields.text("base").parse().ok(),
    };
    match account::apply(&app, &member, account, change).await {
        Ok(_) => Ok(saved(&member.reader, "/handlingsplan", "plan")),
        Err(Refusal::Faults(found)) => {
            let mistakes = faults::mistakes(member.reader.language, KIND, &found, &fields);
            again(StatusCode::UNPROCESSABLE_ENTITY, &fields, &mistakes, None)
        }
        Err(Refusal::Conflict { .. }) => {
            let conflict = conflict(&app, &member, (KIND, &id), &fields, sheet::fields, |reading, theirs| {
                Some(sheet::read(reading, theirs))
            })
            .await?;
            again(StatusCode::CONFLICT, &conflict.fields, &[], Some(&conflict))
        }
        Err(other) => Err(other.into()),
    }
}

fn blank(member: &Member) -> Result<ActionPlan, Problem> {
    editor(member)?;
    sheet::blank(member.reader.state(), member.reader.today).ok_or(Problem::NotFound)
}

async fn new(member: Member) -> Result<Response, Problem> {
    let fields = sheet::fields(&blank(&member)?);
    Ok(view::new(&member, &fields, &[]).into_response())
}

async fn create(State(app): State<App>, member: Member, Posted(fields): Posted) -> Result<Response, Problem> {
    let blank = blank(&member)?;
    let again = |mistakes: &[Mistake]| Ok((StatusCode::UNPROCESSABLE_ENTITY, view::new(&member, &fields, mistakes)).into_response());
    let mut reading = Reading::new(&fields, member.reader.language);
    let account = account::read(&mut reading, &member);
    let plan = sheet::read(&mut reading, &blank);
    if plan.title.is_empty() {
        reading.wrong("title-nb", "fault-empty");
    }
    let plan = match reading.done(sheet::begun(plan, member.reader.state())) {
        Ok(plan) => plan,
        Err(mistakes) => return again(&mistakes),
    };
    let change = Change::SavePlan {
        plan: Box::new(plan),
        base: None,
    };
    match account::apply(&app, &member, account, change).await {
        Ok(_) => Ok(saved(&member.reader, "/handlingsplan", "plan")),
        Err(Refusal::Faults(found)) => again(&faults::mistakes(member.reader.language, KIND, &found, &fields)),
        Err(Refusal::Conflict { .. }) => again(&[super::taken(&member.reader)]),
        Err(other) => Err(other.into()),
    }
}
