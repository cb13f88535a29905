//! Hearings in the workspace: planned, opened, followed, and every statement shown and answered for.

mod conclude;
mod invite;
mod register;
mod sheet;
mod statement;
mod view;

use axum::Router;
use axum::extract::{Path, Query, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use axum::routing::{get, post};
use maud::Markup;
use programme::hearing::{Change as Hear, Phase};
use programme::{Change, Hearing, HearingId, Refusal};
use publishing::say;

use super::account::{self, Account};
use super::{editor, faults, saved};
use crate::app::App;
use crate::form::{Fields, Mistake, Reading};
use crate::problem::Problem;
use crate::session::{Member, Posted};

use invite::Invitations;

pub(super) fn routes() -> Router<App> {
    let of = |end: &str| format!("/{{programme}}/arbeid/hoeringer/{{hearing}}{end}");
    Router::new()
        .route("/{programme}/arbeid/hoeringer", get(list))
        .route("/{programme}/arbeid/hoeringer/ny", get(new).post(create))
        .route(&of(""), get(overview))
        .route(&of("/endre"), get(edit).post(save))
        .route(&of("/trekk"), post(withdraw))
        .route(&of("/apne"), post(open))
        .route(&of("/frist"), post(extend))
        .route(&of("/inviter"), post(invite::invite))
        .route(&of("/paaminn"), post(invite::remind))
        .route(&of("/avslutt"), post(conclude::conclude))
        .route(&of("/innspill/ny"), get(register::form).post(register::register))
        .route(&of("/innspill/{number}"), get(statement::show))
        .route(&of("/innspill/{number}/vis"), post(statement::moderate))
        .route(&of("/innspill/{number}/slett"), post(statement::erase))
        .route(&of("/innspill/{number}/vurder"), post(statement::assess))
}

/// The kind under which hearings are kept.
const KIND: &str = "hearing";

type Place2 = Path<(String, String)>;
type Place3 = Path<(String, String, String)>;

fn find<'a>(member: &'a Member, id: &str) -> Result<&'a Hearing, Problem> {
    if !member.actor.may_see_all() {
        return Err(Problem::Forbidden);
    }
    let id: HearingId = id.parse().map_err(|_| Problem::NotFound)?;
    member.reader.state().hearing(&id).ok_or(Problem::NotFound)
}

/// As [`find`], for the lead alone.
fn find_to_govern<'a>(member: &'a Member, id: &str) -> Result<&'a Hearing, Problem> {
    if member.actor.may_govern() {
        find(member, id)
    } else {
        Err(Problem::Forbidden)
    }
}

fn base(member: &Member, hearing: &Hearing) -> Option<i64> {
    member.reader.snapshot.version(KIND, hearing.id.as_str())
}

async fn list(member: Member) -> Markup {
    view::list(&member)
}

/// The queue of a shock leads here with a measure that partners are to be asked about (`?tiltak=`).
async fn new(member: Member, Query(asked): Query<Vec<(String, String)>>) -> Result<Response, Problem> {
    editor(&member)?;
    let named = asked.iter().find(|(name, _)| name == "tiltak").and_then(|(_, id)| id.parse().ok());
    let measure = named.and_then(|id| member.reader.state().measure(&id));
    Ok(view::sheet(&member, None, &sheet::begin(&member.reader, measure), &[]).into_response())
}

async fn create(State(app): State<App>, member: Member, Posted(fields): Posted) -> Result<Response, Problem> {
    editor(&member)?;
    plan(&app, &member, None, fields).await
}

async fn edit(member: Member, Path((_, id)): Place2) -> Result<Response, Problem> {
    editor(&member)?;
    let hearing = find(&member, &id)?;
    let mut fields = sheet::fields(&member.reader, hearing);
    fields.add("base", &base(&member, hearing).unwrap_or_default());
    Ok(view::sheet(&member, Some(hearing), &fields, &[]).into_response())
}

async fn save(State(app): State<App>, member: Member, Path((_, id)): Place2, Posted(fields): Posted) -> Result<Response, Problem> {
    editor(&member)?;
    let hearing = find(&member, &id)?;
    plan(&app, &member, Some(hearing), fields).await
}

/// Plans a hearing, or mends one that is planned; a form that is refused comes back with all that was typed.
async fn plan(app: &App, member: &Member, before: Option<&Hearing>, mut fields: Fields) -> Result<Response, Problem> {
    let mut reading = Reading::new(&fields, member.reader.language);
    let hearing = sheet::read(&mut reading, &member.reader, before);
    let mistakes = match reading.done(hearing) {
        Ok(hearing) => {
            let place = format!("/hoeringer/{}", hearing.id);
            let change = Hear::Save {
                hearing: Box::new(hearing),
                on: member.reader.today,
                base: fields.text("base").parse().ok(),
            };
            match account::apply(app, member, Account::because(""), Change::Hearing(change)).await {
                Ok(_) => return Ok(saved(&member.reader, &place, "hoering")),
                Err(Refusal::Faults(found)) => faults::mistakes(member.reader.language, KIND, &found, &fields),
                Err(Refusal::Conflict { .. }) => match before {
                    None => vec![super::taken(&member.reader)],
                    Some(before) => {
                        // what was typed stays; the next press saves it over what the other saved
                        fields.set("base", &base(member, before).unwrap_or_default());
                        vec![conflict(member)]
                    }
                },
                Err(other) => return Err(other.into()),
            }
        }
        Err(mistakes) => mistakes,
    };
    Ok((StatusCode::UNPROCESSABLE_ENTITY, view::sheet(member, before, &fields, &mistakes)).into_response())
}

/// Somebody else was quicker; what was typed is still there.
fn conflict(member: &Member) -> Mistake {
    Mistake {
        field: String::new(),
        text: say!(member.reader.language, "hearing-conflict"),
    }
}

async fn overview(State(app): State<App>, member: Member, Path((_, id)): Place2) -> Result<Response, Problem> {
    let hearing = find(&member, &id)?;
    page(&app, &member, hearing, StatusCode::OK, &Fields::default(), &[]).await
}

async fn page(
    app: &App,
    member: &Member,
    hearing: &Hearing,
    status: StatusCode,
    fields: &Fields,
    mistakes: &[Mistake],
) -> Result<Response, Problem> {
    let invitations = Invitations::of(app, member, hearing).await?;
    Ok((status, view::overview(member, hearing, &invitations, fields, mistakes)).into_response())
}

/// Carries out a change to a hearing, or shows its page again with what stands in the way.
async fn does(app: &App, member: &Member, hearing: &Hearing, fields: &Fields, change: Hear) -> Result<Response, Problem> {
    let mistakes = match account::apply(app, member, Account::because(""), Change::Hearing(change)).await {
        Ok(_) => return Ok(saved(&member.reader, &format!("/hoeringer/{}", hearing.id), "hoering")),
        Err(Refusal::Faults(found)) => faults::mistakes(member.reader.language, KIND, &found, fields),
        Err(Refusal::Conflict { .. }) => vec![conflict(member)],
        Err(other) => return Err(other.into()),
    };
    page(app, member, hearing, StatusCode::UNPROCESSABLE_ENTITY, fields, &mistakes).await
}

async fn open(State(app): State<App>, member: Member, Path((_, id)): Place2, Posted(fields): Posted) -> Result<Response, Problem> {
    let hearing = find_to_govern(&member, &id)?;
    let change = Hear::Open {
        hearing: hearing.id.clone(),
        on: member.reader.today,
        base: fields.text("base").parse().ok(),
    };
    does(&app, &member, hearing, &fields, change).await
}

/// Takes back a hearing that was never opened.
async fn withdraw(State(app): State<App>, member: Member, Path((_, id)): Place2, Posted(fields): Posted) -> Result<Response, Problem> {
    let hearing = find_to_govern(&member, &id)?;
    if hearing.phase(member.reader.today) != Phase::Draft {
        return page(&app, &member, hearing, StatusCode::CONFLICT, &fields, &[]).await;
    }
    let change = Hear::Withdraw {
        hearing: hearing.id.clone(),
        base: fields.text("base").parse().ok(),
    };
    match account::apply(&app, &member, Account::because(""), Change::Hearing(change)).await {
        Ok(_) => Ok(saved(&member.reader, "/hoeringer", "hoering-trukket")),
        Err(Refusal::Conflict { .. }) => page(&app, &member, hearing, StatusCode::CONFLICT, &fields, &[conflict(&member)]).await,
        Err(other) => Err(other.into()),
    }
}

async fn extend(State(app): State<App>, member: Member, Path((_, id)): Place2, Posted(fields): Posted) -> Result<Response, Problem> {
    let hearing = find_to_govern(&member, &id)?;
    let mut reading = Reading::new(&fields, member.reader.language);
    let deadline = reading.date("deadline");
    if fields.wordings("reason").is_empty() {
        reading.wrong("reason-nb", "fault-empty");
    }
    match reading.done(deadline) {
        Ok(deadline) => {
            let change = Hear::Extend {
                hearing: hearing.id.clone(),
                deadline,
                reason: fields.wordings("reason"),
                on: member.reader.today,
                base: base(&member, hearing),
            };
            does(&app, &member, hearing, &fields, change).await
        }
        Err(mistakes) => page(&app, &member, hearing, StatusCode::UNPROCESSABLE_ENTITY, &fields, &mistakes).await,
    }
}
