//! Priority votes: what is asked, who won and why, and the ballots that anybody can count again.

mod ballot;
mod closing;
mod result;
mod words;

use axum::Router;
use axum::extract::{Path, State};
use axum::http::header;
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use maud::{Markup, html};
use programme::vote::{BallotKind, Phase};
use programme::{Vote, VoteId};
use publishing::{format, say};

use crate::app::App;
use crate::page::{Page, Section, page};
use crate::problem::{self, Problem};
use crate::reader::Reader;
use crate::widget::crumbs;
use crate::wording::{example_mark, inline, prose};

pub use closing::close_ended_votes;
pub(crate) use result::{how, why};
pub(crate) use words::{kroner, phase, rule};

pub(crate) fn routes() -> Router<App> {
    Router::new()
        .route("/{programme}/prioritering", get(votes))
        .route("/{programme}/prioritering/{vote}", get(vote))
        .route("/{programme}/prioritering/{vote}/stemmer.pb", get(ballots))
        .merge(ballot::routes())
}

/// A vote that the public may see: one that has been opened.
async fn find<'a>(app: &App, reader: &'a Reader, id: &str) -> Result<&'a Vote, Problem> {
    let known = id.parse::<VoteId>().ok().and_then(|id| reader.state().vote(&id));
    match known {
        Some(vote) if vote.opened => Ok(vote),
        // that something is being written is nobody's business yet
        Some(_) => Err(Problem::NotFound),
        None => Err(problem::absent(app, reader, "vote", id).await),
    }
}

async fn votes(reader: Reader) -> Markup {
    let language = reader.language;
    let title = say!(language, "votes-title");
    let body = html! {
        (crumbs(&reader, &[hearings(&reader)], &html! { (title) }))
        h1.vk-title { (title) }
        p.vk-lead { (say!(language, "votes-lead")) }
        (list(&reader))
    };
    page(
        &reader,
        &Page {
            section: Section::Hearings,
            title: &title,
            description: Some(&say!(language, "votes-lead")),
            body,
        },
    )
}

/// The votes among all else that people are asked; nothing where there never was one.
pub(crate) fn section(reader: &Reader) -> Markup {
    let language = reader.language;
    html! {
        @if reader.state().votes.iter().any(|vote| vote.opened) {
            section.vk-section aria-labelledby="avstemninger" {
                h2.vk-section__title.vk-section__title--rule id="avstemninger" { (say!(language, "votes-title")) }
                p.vk-section__intro { (say!(language, "votes-lead")) }
                (list(reader))
            }
        }
    }
}

/// The votes that have been opened, the newest first.
fn list(reader: &Reader) -> Markup {
    let language = reader.language;
    let open: Vec<&Vote> = reader.state().votes.iter().rev().filter(|vote| vote.opened).collect();
    html! {
        @if open.is_empty() { div.vk-empty { p { (say!(language, "votes-none")) } } }
        @else {
            ul.vk-rows {
                @for vote in open {
                    li.vk-row {
                        span.vk-row__title {
                            a.vk-row__title href=(reader.addresses.vote(&vote.id)) { (inline(language, &vote.title)) }
                            @if vote.example { " " (example_mark(language)) }
                        }
                        span.vk-row__side { (phase(reader, vote)) }
                        p.vk-row__detail { (say!(language, "vote-budget", amount = kroner(language, vote.budget))) }
                    }
                }
            }
        }
    }
}

/// The way up to all that people are asked.
fn hearings(reader: &Reader) -> (String, Markup) {
    (reader.addresses.hearings(), html! { (say!(reader.language, "nav-hearings")) })
}

async fn vote(State(app): State<App>, reader: Reader, Path((_, id)): Path<(String, String)>) -> Result<Markup, Problem> {
    let vote = find(&app, &reader, &id).await?;
    let language = reader.language;
    let way = (reader.addresses.votes(), html! { (say!(language, "votes-title")) });
    let body = html! {
        (crumbs(&reader, &[hearings(&reader), way], &inline(language, &vote.title)))
        h1.vk-title { (inline(language, &vote.title)) @if vote.example { " " (example_mark(language)) } }
        p.vk-lead { (phase(&reader, vote)) }
        (own_ballot(&reader, vote))
        @if vote.phase(reader.today) == Phase::Closed { (result::result(&reader, vote)) }
        @if !vote.body.is_empty() { div.vk-prose { (prose(language, &vote.body)) } }
        (rules(&reader, vote))
        (options(&reader, vote))
    };
    Ok(page(
        &reader,
        &Page {
            section: Section::Hearings,
            title: reader.plain(&vote.title),
            description: None,
            body,
        },
    ))
}

/// The way to the ballot for somebody who is signed in for an organisation.
fn own_ballot(reader: &Reader, vote: &Vote) -> Markup {
    let may = vote.phase(reader.today) == Phase::Open && ballot::organisation(reader, vote).is_some();
    html! {
        @if may {
            div.vk-actions { a.ds-button href=(reader.addresses.own_ballot(&vote.id)) { (say!(reader.language, "vote-for-organisation")) } }
        }
    }
}

/// What was decided before the vote opened.
fn rules(reader: &Reader, vote: &Vote) -> Markup {
    let language = reader.language;
    let marks = match vote.ballot {
        BallotKind::Approval { most: None } => say!(language, "vote-ballot-approval"),
        BallotKind::Approval { most: Some(most) } => say!(language, "vote-ballot-approval-most", most = u64::from(most)),
        BallotKind::Points { points } => say!(language, "vote-ballot-points", points = u64::from(points)),
    };
    let whole = vote.shares;
    let groups = match (whole.organisations, whole.persons) {
        (0, _) => say!(language, "vote-groups-persons"),
        (_, 0) => say!(language, "vote-groups-organisations"),
        (organisations, persons) => say!(
            language,
            "vote-groups-both",
            organisations = u64::from(organisations),
            persons = u64::from(persons)
        ),
    };
    html! {
        section.vk-section aria-labelledby="regler" {
            h2.vk-section__title id="regler" { (say!(language, "vote-rules")) }
            dl.vk-facts {
                div { dt { (say!(language, "field-vote-budget")) } dd { (kroner(language, vote.budget)) } }
                div { dt { (say!(language, "vote-open-days")) } dd { (format::date(language, vote.opens)) "–" (format::date(language, vote.closes)) } }
                div { dt { (say!(language, "vote-ballot")) } dd { (marks) } }
                div { dt { (say!(language, "vote-counting")) } dd { (rule(language, vote.rule)) } }
                div { dt { (say!(language, "vote-groups")) } dd { (groups) } }
                div { dt { (say!(language, "vote-decides")) } dd { (inline(language, &vote.decided_by)) } }
            }
            p { (say!(language, "vote-secret")) }
        }
    }
}

fn options(reader: &Reader, vote: &Vote) -> Markup {
    let language = reader.language;
    html! {
        section.vk-section aria-labelledby="valg" {
            h2.vk-section__title id="valg" { (say!(language, "vote-options", count = vote.options.len())) }
            ul.vk-rows {
                @for option in &vote.options {
                    li.vk-row {
                        span.vk-row__title {
                            @match &option.measure {
                                Some(measure) => { a.ds-link href=(reader.addresses.measure(measure)) { (inline(language, &option.title)) } },
                                None => { (inline(language, &option.title)) },
                            }
                        }
                        span.vk-row__side { (kroner(language, option.cost)) }
                        @if !option.text.is_empty() { p.vk-row__detail { (inline(language, &option.text)) } }
                    }
                }
            }
        }
    }
}

/// The file as it was published, byte by byte.
async fn ballots(State(app): State<App>, reader: Reader, Path((_, id)): Path<(String, String)>) -> Result<Response, Problem> {
    let vote = find(&app, &reader, &id).await?;
    let ballots = vote.ballots.as_ref().ok_or(Problem::NotFound)?;
    let headers = [
        (header::CONTENT_TYPE, "text/plain; charset=utf-8".to_owned()),
        (header::CONTENT_DISPOSITION, format!("attachment; filename=\"{}.pb\"", vote.id)),
    ];
    Ok((headers, ballots.text().to_owned()).into_response())
}
