//! The register of assumptions in the workspace: the list of them, and the form with the figure that watches.

mod sheet;
mod view;

use axum::Router;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use maud::Markup;
use programme::assumption::Change as AssumptionChange;
use programme::{Assumption, AssumptionId, Change, Language, Refusal, identifier_from};

use super::conflict::{Conflict, conflict};
use super::{account, editor, faults, saved};
use crate::app::App;
use crate::form::{Fields, Mistake, Reading};
use crate::problem::Problem;
use crate::session::{Member, Posted};

pub(super) fn routes() -> Router<App> {
    Router::new()
        .route("/{programme}/arbeid/forutsetninger", get(list))
        .route("/{programme}/arbeid/forutsetninger/ny", get(new).post(create))
        .route("/{programme}/arbeid/forutsetninger/{assumption}", get(edit).post(save))
}

/// The kind under which assumptions are kept.
const KIND: &str = "assumption";

async fn list(member: Member) -> Markup {
    view::list(&member)
}

fn find<'a>(member: &'a Member, id: &str) -> Result<&'a Assumption, Problem> {
    editor(member)?;
    let id: AssumptionId = id.parse().map_err(|_| Problem::NotFound)?;
    member.reader.state().assumption(&id).ok_or(Problem::NotFound)
}

fn saving(assumption: Assumption, base: Option<i64>) -> Change {
    Change::Assumption(AssumptionChange::Save {
        assumption: Box::new(assumption),
        base,
    })
}

async fn edit(member: Member, Path((_, id)): Path<(String, String)>) -> Result<Response, Problem> {
    let assumption = find(&member, &id)?;
    let mut fields = sheet::fields(assumption, member.reader.language);
    fields.add("base", &member.reader.snapshot.version(KIND, &id).unwrap_or_default());
    Ok(view::edit(&member, assumption, &fields, &[], None).into_response())
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
    let assumption = sheet::read(&mut reading, before);
    let assumption = match reading.done(Some(assumption)) {
        Ok(assumption) => assumption,
        Err(mistakes) => return again(StatusCode::UNPROCESSABLE_ENTITY, &fields, &mistakes, None),
    };
    match account::apply(&app, &member, account, saving(assumption, fields.text("base").parse().ok())).await {
        Ok(_) => Ok(saved(&member.reader, "/forutsetninger", "forutsetning")),
        Err(Refusal::Faults(found)) => {
            let mistakes = faults::mistakes(language, KIND, &found, &fields);
            again(StatusCode::UNPROCESSABLE_ENTITY, &fields, &mistakes, None)
        }
        Err(Refusal::Conflict { .. }) => {
            let as_typed = |one: &Assumption| sheet::fields(one, language);
            let read = |reading: &mut Reading<'_>, theirs: &Assumption| Some(sheet::read(reading, theirs));
            let conflict = conflict(&app, &member, (KIND, &id), &fields, as_typed, read).await?;
            again(StatusCode::CONFLICT, &conflict.fields, &[], Some(&conflict))
        }
        Err(other) => Err(other.into()),
    }
}

async fn new(member: Member) -> Result<Response, Problem> {
    editor(&member)?;
    let blank = sheet::blank().ok_or(Problem::NotFound)?;
    let fields = sheet::fields(&blank, member.reader.language);
    Ok(view::new(&member, &fields, &[]).into_response())
}

async fn create(State(app): State<App>, member: Member, Posted(fields): Posted) -> Result<Response, Problem> {
    editor(&member)?;
    let blank = sheet::blank().ok_or(Problem::NotFound)?;
    let again = |mistakes: &[Mistake]| Ok((StatusCode::UNPROCESSABLE_ENTITY, view::new(&member, &fields, mistakes)).into_response());
    let mut reading = Reading::new(&fields, member.reader.language);
    let account = account::read(&mut reading, &member);
    let assumption = sheet::read(&mut reading, &blank);
    let assumption = match reading.done(begun(assumption)) {
        Ok(assumption) => assumption,
        Err(mistakes) => return again(&mistakes),
    };
    match account::apply(&app, &member, account, saving(assumption, None)).await {
        Ok(_) => Ok(saved(&member.reader, "/forutsetninger", "forutsetning")),
        Err(Refusal::Faults(found)) => again(&faults::mistakes(member.reader.language, KIND, &found, &fields)),
        Err(Refusal::Conflict { .. }) => {
            let taken = super::taken(&member.reader);
            again(&[Mistake {
                field: "text-nb".to_owned(),
                ..taken
            }])
        }
        Err(other) => Err(other.into()),
    }
}

/// Gives a new assumption its identifier, made from its text.
fn begun(assumption: Assumption) -> Option<Assumption> {
    let id = identifier_from(assumption.text.plain(Language::Nb)).parse().ok()?;
    Some(Assumption { id, ..assumption })
}
