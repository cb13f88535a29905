//! Priority votes in the workspace: writing one, opening it, inviting voters, and what the body decides otherwise.

mod invite;
mod sheet;
mod view;

use axum::Router;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use axum::routing::{get, post};
use programme::vote::{Change as VoteChange, Outcome, Override};
use programme::{Change, Refusal, Vote, VoteId};
use publishing::say;

use super::account::{self, Account};
use super::{editor, faults, saved};
use crate::app::App;
use crate::form::{Fields, Mistake, Reading};
use crate::problem::Problem;
use crate::session::{Member, Posted};

pub(super) fn routes() -> Router<App> {
    Router::new()
        .route("/{programme}/arbeid/prioritering", get(list))
        .route("/{programme}/arbeid/prioritering/ny", get(new).post(create))
        .route("/{programme}/arbeid/prioritering/{vote}", get(show).post(save))
        .route("/{programme}/arbeid/prioritering/{vote}/apne", post(open))
        .route("/{programme}/arbeid/prioritering/{vote}/fjern", post(remove))
        .route("/{programme}/arbeid/prioritering/{vote}/inviter", post(invite::invite))
        .route("/{programme}/arbeid/prioritering/{vote}/overstyr", post(decide))
}

/// The kind under which votes are kept.
const KIND: &str = "vote";

async fn list(member: Member) -> Result<Response, Problem> {
    editor(&member)?;
    Ok(view::list(&member).into_response())
}

fn find<'a>(member: &'a Member, id: &str) -> Result<&'a Vote, Problem> {
    editor(member)?;
    let id: VoteId = id.parse().map_err(|_| Problem::NotFound)?;
    member.reader.state().vote(&id).ok_or(Problem::NotFound)
}

fn base(member: &Member, vote: &Vote) -> Option<i64> {
    member.reader.snapshot.version(KIND, vote.id.as_str())
}

async fn new(member: Member) -> Result<Response, Problem> {
    editor(&member)?;
    let fields = sheet::begin(&member.reader);
    Ok(view::new(&member, &fields, &[]).into_response())
}

async fn create(State(app): State<App>, member: Member, Posted(fields): Posted) -> Result<Response, Problem> {
    editor(&member)?;
    let again = |mistakes: &[Mistake]| Ok((StatusCode::UNPROCESSABLE_ENTITY, view::new(&member, &fields, mistakes)).into_response());
    let mut reading = Reading::new(&fields, member.reader.language);
    let vote = sheet::read(&mut reading, &member.reader, None);
    let vote = match reading.done(vote) {
        Ok(vote) => vote,
        Err(mistakes) => return again(&mistakes),
    };
    let place = format!("/prioritering/{}", vote.id);
    match write(&app, &member, vote, None).await {
        Ok(()) => Ok(saved(&member.reader, &place, "prioritering")),
        Err(Refusal::Faults(found)) => again(&faults::mistakes(member.reader.language, KIND, &found, &fields)),
        Err(Refusal::Conflict { .. }) => again(&[super::taken(&member.reader)]),
        Err(other) => Err(other.into()),
    }
}

async fn write(app: &App, member: &Member, vote: Vote, base: Option<i64>) -> Result<(), Refusal> {
    let change = Change::Vote(VoteChange::Save {
        vote: Box::new(vote),
        base,
        today: member.reader.today,
    });
    account::apply(app, member, Account::because(""), change).await.map(drop)
}

async fn show(State(app): State<App>, member: Member, Path((_, id)): Path<(String, String)>) -> Result<Response, Problem> {
    let vote = find(&member, &id)?;
    let mut fields = sheet::fields(vote);
    fields.add("base", &base(&member, vote).unwrap_or_default());
    page(&app, &member, vote, StatusCode::OK, &fields, &[]).await
}

async fn page(
    app: &App,
    member: &Member,
    vote: &Vote,
    status: StatusCode,
    fields: &Fields,
    mistakes: &[Mistake],
) -> Result<Response, Problem> {
    let turnout = invite::turnout(app, member, vote).await?;
    Ok((status, view::show(member, vote, &turnout, fields, mistakes)).into_response())
}

async fn save(
    State(app): State<App>,
    member: Member,
    Path((_, id)): Path<(String, String)>,
    Posted(mut fields): Posted,
) -> Result<Response, Problem> {
    let before = find(&member, &id)?;
    let mut reading = Reading::new(&fields, member.reader.language);
    let vote = sheet::read(&mut reading, &member.reader, Some(before));
    let mistakes = match reading.done(vote) {
        Ok(vote) => match write(&app, &member, vote, fields.text("base").parse().ok()).await {
            Ok(()) => return Ok(saved(&member.reader, &format!("/prioritering/{id}"), "prioritering")),
            Err(Refusal::Faults(found)) => faults::mistakes(member.reader.language, KIND, &found, &fields),
            Err(Refusal::Conflict { .. }) => {
                // what was typed stays; the next press saves it over what the other saved
                fields.set("base", &base(&member, before).unwrap_or_default());
                vec![Mistake {
                    field: String::new(),
                    text: say!(member.reader.language, "vote-conflict"),
                }]
            }
            Err(other) => return Err(other.into()),
        },
        Err(mistakes) => mistakes,
    };
    page(&app, &member, before, StatusCode::UNPROCESSABLE_ENTITY, &fields, &mistakes).await
}

async fn open(
    State(app): State<App>,
    member: Member,
    Path((_, id)): Path<(String, String)>,
    Posted(sent): Posted,
) -> Result<Response, Problem> {
    let vote = find(&member, &id)?;
    let change = Change::Vote(VoteChange::Open {
        vote: vote.id.clone(),
        base: sent.text("base").parse().ok(),
        today: member.reader.today,
    });
    act(&app, &member, vote, change, "apnet").await
}

async fn remove(
    State(app): State<App>,
    member: Member,
    Path((_, id)): Path<(String, String)>,
    Posted(sent): Posted,
) -> Result<Response, Problem> {
    let vote = find(&member, &id)?;
    let change = Change::Vote(VoteChange::Remove {
        vote: vote.id.clone(),
        base: sent.text("base").parse().ok(),
    });
    match account::apply(&app, &member, Account::because(""), change).await {
        Ok(_) => Ok(saved(&member.reader, "/prioritering", "fjernet")),
        Err(other) => Err(other.into()),
    }
}

/// Carries out a change that a button asks for; what stands in its way is told on the vote's page.
async fn act(app: &App, member: &Member, vote: &Vote, change: Change, notice: &str) -> Result<Response, Problem> {
    match account::apply(app, member, Account::because(""), change).await {
        Ok(_) => Ok(saved(&member.reader, &format!("/prioritering/{}", vote.id), notice)),
        Err(Refusal::Faults(found)) => {
            let mut fields = sheet::fields(vote);
            fields.add("base", &base(member, vote).unwrap_or_default());
            let mistakes = faults::mistakes(member.reader.language, KIND, &found, &fields);
            page(app, member, vote, StatusCode::UNPROCESSABLE_ENTITY, &fields, &mistakes).await
        }
        Err(other) => Err(other.into()),
    }
}

/// What the body decided otherwise than the result.
async fn decide(
    State(app): State<App>,
    member: Member,
    Path((_, id)): Path<(String, String)>,
    Posted(typed): Posted,
) -> Result<Response, Problem> {
    let vote = find(&member, &id)?;
    let mut reading = Reading::new(&typed, member.reader.language);
    let option: Option<programme::OptionId> = reading.choice("overridden");
    let outcome = match typed.text("outcome") {
        "in" => Outcome::In,
        "out" => Outcome::Out,
        _ => {
            reading.wrong("outcome", "mistake-choice");
            Outcome::In
        }
    };
    for required in ["override-reason", "override-body"] {
        if typed.wordings(required).is_empty() {
            reading.wrong(&format!("{required}-nb"), "fault-empty");
        }
    }
    let date = reading.date("override-date");
    let case = reading.line("override-case", "fault-empty");
    let decision = option.zip(date).map(|(option, date)| Override {
        option,
        outcome,
        reason: typed.wordings("override-reason"),
        body: typed.wordings("override-body"),
        date,
        case,
    });
    let again = async |mistakes: Vec<Mistake>| page(&app, &member, vote, StatusCode::UNPROCESSABLE_ENTITY, &typed, &mistakes).await;
    let decision = match reading.done(decision) {
        Ok(decision) => decision,
        Err(mistakes) => return again(mistakes).await,
    };
    let change = Change::Vote(VoteChange::Override {
        vote: vote.id.clone(),
        decision: Box::new(decision),
        base: typed.text("base").parse().ok(),
    });
    match account::apply(&app, &member, Account::because(""), change).await {
        Ok(_) => Ok(saved(&member.reader, &format!("/prioritering/{id}"), "prioritering")),
        Err(Refusal::Faults(found)) => again(faults::mistakes(member.reader.language, KIND, &found, &typed)).await,
        Err(other) => Err(other.into()),
    }
}
