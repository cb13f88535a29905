//! Priority votes: what is asked, the result once it is there, and the ballots that anybody can count again. While a vote
//! is open nothing is told of what was cast, not even how many have voted.

use ::programme as domain;
use ::programme::vote::{BallotKind, Counted, Phase};
use axum::Json;
use axum::http::header;
use axum::response::{IntoResponse, Response};
use serde::Serialize;
use utoipa::ToSchema;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use super::parts::Words;
use super::refused::{Refusals, Refused, Why};
use super::view::{List, OfProgramme, View};
use crate::app::App;
use crate::vote::{how, why};

pub(super) fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::new()
        .routes(routes!(votes))
        .routes(routes!(vote))
        .routes(routes!(result))
        .routes(routes!(ballots))
}

/// A vote on what money is spent on.
#[derive(Serialize, ToSchema)]
struct Vote {
    id: String,
    title: Words,
    /// Markdown.
    body: Words,
    /// Identifier of the action plan that the money is for.
    #[serde(skip_serializing_if = "Option::is_none")]
    plan: Option<String>,
    #[schema(schema_with = super::parts::vote_phase)]
    phase: &'static str,
    /// What can be spent.
    budget_kroner: u64,
    /// The first day on which ballots are taken.
    #[schema(format = Date)]
    opens: String,
    /// The last one.
    #[schema(format = Date)]
    closes: String,
    /// Who decides when the result is there.
    decided_by: Words,
    ballot: BallotForm,
    rule: CountingRule,
    shares: Shares,
    options: Vec<VoteOption>,
    /// How many were asked and how many answered, once the vote is closed.
    #[serde(skip_serializing_if = "Option::is_none")]
    turnout: Option<Turnouts>,
    /// SHA-256 of the ballot file, once the vote is closed.
    #[serde(skip_serializing_if = "Option::is_none")]
    ballots_sha256: Option<String>,
    /// True where it was made up to show how it works.
    example: bool,
    #[schema(format = "uri")]
    address: String,
    #[schema(format = "uri")]
    page: String,
}

/// What a voter may mark.
#[derive(Serialize, ToSchema)]
struct BallotForm {
    #[schema(schema_with = super::parts::ballot_kind)]
    kind: &'static str,
    /// The most options that may be marked, where there is a limit.
    #[serde(skip_serializing_if = "Option::is_none")]
    most: Option<u32>,
    /// The points that a voter shares out.
    #[serde(skip_serializing_if = "Option::is_none")]
    points: Option<u32>,
}

/// How ballots are counted, as `vekst vote count` names it.
#[derive(Serialize, ToSchema)]
struct CountingRule {
    #[schema(schema_with = super::parts::vote_method)]
    method: &'static str,
    #[schema(schema_with = super::parts::vote_utility)]
    #[serde(skip_serializing_if = "Option::is_none")]
    utility: Option<&'static str>,
    #[schema(schema_with = super::parts::vote_completion)]
    #[serde(skip_serializing_if = "Option::is_none")]
    completion: Option<&'static str>,
}

/// What each group weighs in the common result, in per cent; a group of 0 is not asked.
#[derive(Serialize, ToSchema)]
struct Shares {
    organisations: u32,
    persons: u32,
}

/// Something that can be voted for.
#[derive(Serialize, ToSchema)]
struct VoteOption {
    id: String,
    /// Identifier of the measure that it stands for.
    #[serde(skip_serializing_if = "Option::is_none")]
    measure: Option<String>,
    title: Words,
    text: Words,
    cost_kroner: u64,
}

/// Turnout of each group.
#[derive(Serialize, ToSchema)]
struct Turnouts {
    organisations: Turnout,
    persons: Turnout,
}

/// How many were asked, and how many answered.
#[derive(Serialize, ToSchema)]
struct Turnout {
    asked: u64,
    answered: u64,
}

/// What the published ballots come to, and what the body decided otherwise.
#[derive(Serialize, ToSchema)]
struct VoteResult {
    /// All ballots by their groups' weights.
    whole: Count,
    /// Each group alone; empty where one is so small that others could guess who voted what.
    groups: Vec<GroupCount>,
    /// Decisions of the body that are other than the result, which stands beside them.
    overrides: Vec<Override>,
}

/// One count.
#[derive(Serialize, ToSchema)]
struct Count {
    /// In the order in which they won.
    winners: Vec<Placed>,
    /// The others, those nearest to winning first.
    others: Vec<Placed>,
    /// What the winners cost together.
    cost_kroner: u64,
}

/// The count of one group alone.
#[derive(Serialize, ToSchema)]
struct GroupCount {
    #[schema(schema_with = super::parts::vote_group)]
    group: &'static str,
    count: Count,
}

/// An option with why it won or did not.
#[derive(Serialize, ToSchema)]
struct Placed {
    option: String,
    /// How many voted for it, by weight.
    votes: u64,
    why: Words,
}

/// A decision of the body that is another than the result.
#[derive(Serialize, ToSchema)]
struct Override {
    option: String,
    #[schema(schema_with = super::parts::override_outcome)]
    outcome: &'static str,
    reason: Words,
    /// The body that decided.
    body: Words,
    #[schema(format = Date)]
    date: String,
    /// Case number at that body.
    case: String,
}

impl Vote {
    fn of(view: &View, vote: &domain::Vote) -> Self {
        let turnout = |of: domain::vote::Turnout| Turnout {
            asked: of.asked,
            answered: of.answered,
        };
        let closed = vote.closed.as_ref();
        Self {
            id: vote.id.to_string(),
            title: (&vote.title).into(),
            body: (&vote.body).into(),
            plan: vote.plan.as_ref().map(ToString::to_string),
            phase: vote.phase(view.app.today()).word(),
            budget_kroner: vote.budget,
            opens: vote.opens.to_string(),
            closes: vote.closes.to_string(),
            decided_by: (&vote.decided_by).into(),
            ballot: vote.ballot.into(),
            rule: vote.rule.into(),
            shares: Shares {
                organisations: vote.shares.organisations,
                persons: vote.shares.persons,
            },
            options: vote.options.iter().map(VoteOption::from).collect(),
            turnout: closed.map(|closed| Turnouts {
                organisations: turnout(closed.organisations),
                persons: turnout(closed.persons),
            }),
            ballots_sha256: closed.map(|closed| closed.hash.clone()),
            example: vote.example,
            address: view.address(&format!("/votes/{}", vote.id)),
            page: view.page(|addresses| addresses.vote(&vote.id)),
        }
    }
}

impl From<BallotKind> for BallotForm {
    fn from(kind: BallotKind) -> Self {
        let (kind, most, points) = match kind {
            BallotKind::Approval { most } => ("approval", most, None),
            BallotKind::Points { points } => ("points", None, Some(points)),
        };
        Self { kind, most, points }
    }
}

impl From<domain::vote::Rule> for CountingRule {
    fn from(rule: domain::vote::Rule) -> Self {
        Self {
            method: rule.word(),
            utility: rule.utility().map(domain::vote::Utility::word),
            completion: rule.completion().map(domain::vote::Completion::word),
        }
    }
}

impl From<&domain::vote::VoteOption> for VoteOption {
    fn from(option: &domain::vote::VoteOption) -> Self {
        Self {
            id: option.id.to_string(),
            measure: option.measure.as_ref().map(ToString::to_string),
            title: (&option.title).into(),
            text: (&option.text).into(),
            cost_kroner: option.cost,
        }
    }
}

impl Count {
    fn of(vote: &domain::Vote, counted: &Counted) -> Self {
        let option = |place: usize| counted.election.projects[place].id.clone();
        let outcome = &counted.outcome;
        let winners = outcome.winners.iter().map(|won| Placed {
            option: option(won.project),
            votes: won.votes,
            why: Words::told(|language| how(language, vote.rule, won.votes, won.how)),
        });
        let others = outcome.others.iter().map(|lost| Placed {
            option: option(lost.project),
            votes: lost.votes,
            why: Words::told(|language| why(language, lost.votes, lost.why)),
        });
        Self {
            winners: winners.collect(),
            others: others.collect(),
            cost_kroner: outcome.cost,
        }
    }
}

impl From<&domain::vote::Override> for Override {
    fn from(decision: &domain::vote::Override) -> Self {
        Self {
            option: decision.option.to_string(),
            outcome: decision.outcome.word(),
            reason: (&decision.reason).into(),
            body: (&decision.body).into(),
            date: decision.date.to_string(),
            case: decision.case.clone(),
        }
    }
}

/// The vote that the address names; one that is still being written is nobody's business yet.
async fn find(view: &View) -> Result<&domain::Vote, Refused> {
    let vote = view.find("vote", domain::State::vote).await?;
    if vote.phase(view.app.today()) == Phase::Draft {
        return Err(Refused::missing("vote", vote.id.as_str()));
    }
    Ok(vote)
}

fn not_closed() -> Refused {
    Refused::of(
        Why::NotFound,
        "the vote is not closed: its result and its ballots are published when its last day is over",
    )
}

/// The votes that have been opened
#[utoipa::path(get, path = "/programmes/{programme}/votes", tag = "votes", params(OfProgramme),
    responses((status = 200, description = "The votes, oldest first", body = List<Vote>), Refusals))]
async fn votes(view: View) -> Json<List<Vote>> {
    let opened = view.state().votes.iter().filter(|vote| vote.opened);
    let items = opened.map(|vote| Vote::of(&view, vote)).collect();
    Json(List { items })
}

/// One vote
#[utoipa::path(get, path = "/programmes/{programme}/votes/{vote}", tag = "votes",
    params(OfProgramme, ("vote" = String, Path, description = "Identifier of the vote")),
    responses((status = 200, description = "The vote", body = Vote), Refusals))]
async fn vote(view: View) -> Result<Json<Vote>, Refused> {
    let found = find(&view).await?;
    Ok(Json(Vote::of(&view, found)))
}

/// The result of a closed vote, counted from its published ballots
#[utoipa::path(get, path = "/programmes/{programme}/votes/{vote}/result", tag = "votes",
    params(OfProgramme, ("vote" = String, Path, description = "Identifier of the vote")),
    responses((status = 200, description = "The result", body = VoteResult), Refusals))]
async fn result(view: View) -> Result<Json<VoteResult>, Refused> {
    let vote = find(&view).await?;
    let counted = vote.result().map_err(|error| {
        tracing::error!(%error, vote = %vote.id, "the published ballots cannot be counted");
        Refused::of(
            Why::Internal,
            "the ballots cannot be counted by this rule: read them and count them by another",
        )
    })?;
    let counted = counted.ok_or_else(not_closed)?;
    let of_group = |(group, counted): &(domain::vote::Group, Counted)| GroupCount {
        group: group.word(),
        count: Count::of(vote, counted),
    };
    Ok(Json(VoteResult {
        whole: Count::of(vote, &counted.whole),
        groups: counted.groups.iter().map(of_group).collect(),
        overrides: vote.overrides.iter().map(Override::from).collect(),
    }))
}

/// The ballots of a closed vote as they were published, in PaBuLib's format
#[utoipa::path(get, path = "/programmes/{programme}/votes/{vote}/ballots", tag = "votes",
    params(OfProgramme, ("vote" = String, Path, description = "Identifier of the vote")),
    responses((status = 200, description = "The ballot file", body = String, content_type = "text/plain"), Refusals))]
async fn ballots(view: View) -> Result<Response, Refused> {
    let vote = find(&view).await?;
    let ballots = vote.ballots.as_ref().ok_or_else(not_closed)?;
    let headers = [
        (header::CONTENT_TYPE, "text/plain; charset=utf-8".to_owned()),
        (header::CONTENT_DISPOSITION, format!("attachment; filename=\"{}.pb\"", vote.id)),
    ];
    Ok((headers, ballots.text().to_owned()).into_response())
}
