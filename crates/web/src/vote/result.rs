//! The result in plain words: each winner and each that came near, for both groups together and for each.

use maud::{Markup, html};
use programme::vote::{Counted, Group, Outcome as Decided, Rule, Utility, Weights};
use programme::{Language, Vote};
use publishing::{format, say};
use voting::{How, Why};

use super::words::kroner;
use crate::reader::Reader;
use crate::wording::inline;

pub(super) fn result(reader: &Reader, vote: &Vote) -> Markup {
    let language = reader.language;
    let counted = match vote.result() {
        Ok(counted) => counted.filter(|counted| !counted.whole.election.ballots.is_empty()),
        Err(error) => {
            tracing::error!(%error, vote = %vote.id, "the published ballots cannot be counted");
            return html! { p { (say!(language, "vote-not-counted")) } (recount(reader, vote)) };
        }
    };
    let Some(counted) = counted else {
        return html! { p { (say!(language, "vote-no-ballots")) } };
    };
    html! {
        section.vk-section aria-labelledby="resultat" {
            h2.vk-section__title id="resultat" { (say!(language, "vote-result")) }
            p.vk-lead { (headline(language, vote, &counted.whole)) }
            @if let Some(closing) = &vote.closed {
                p {
                    @for group in vote.groups() {
                        @let turnout = closing.turnout(group);
                        (say!(language, &format!("vote-turnout-{}", group.word()), answered = turnout.answered, asked = turnout.asked)) " "
                    }
                }
            }
            (weights(reader, vote))
            (overrides(reader, vote))
            (count(reader, vote, &counted.whole))
            @for (group, one) in &counted.groups { (apart(reader, vote, *group, one)) }
            @if counted.groups.is_empty() && vote.groups().count() > 1 { p { (say!(language, "vote-groups-small")) } }
        }
        (recount(reader, vote))
    }
}

/// Why the votes below are more than those who voted.
fn weights(reader: &Reader, vote: &Vote) -> Markup {
    html! {
        @if let Some(Weights { organisations, persons }) = vote.weights().filter(|weights| weights.organisations != weights.persons) {
            p {
                (say!(reader.language, "vote-weights", share_organisations = u64::from(vote.shares.organisations),
                    share_persons = u64::from(vote.shares.persons), organisations = organisations, persons = persons))
            }
        }
    }
}

/// The result of one group alone, one press away.
fn apart(reader: &Reader, vote: &Vote, group: Group, counted: &Counted) -> Markup {
    let language = reader.language;
    html! {
        details.vk-details {
            summary { (say!(language, &format!("vote-only-{}", group.word()))) ": " (headline(language, vote, counted)) }
            (count(reader, vote, counted))
        }
    }
}

fn headline(language: Language, vote: &Vote, count: &Counted) -> String {
    say!(
        language,
        "vote-headline",
        won = count.outcome.winners.len(),
        all = vote.options.len(),
        cost = kroner(language, count.outcome.cost),
        budget = kroner(language, vote.budget)
    )
}

/// What the body decided otherwise, beside the result.
fn overrides(reader: &Reader, vote: &Vote) -> Markup {
    let language = reader.language;
    html! {
        @for decision in &vote.overrides {
            @let title = vote.option(&decision.option).map(|option| inline(language, &option.title));
            @let key = match decision.outcome { Decided::In => "vote-override-in", Decided::Out => "vote-override-out" };
            div.vk-info {
                p {
                    strong { (title.unwrap_or_default()) " " (say!(language, key)) }
                    " " (say!(language, "vote-override-by", body = reader.plain(&decision.body), date = format::date(language, decision.date),
                        case = decision.case.as_str()))
                }
                p.vk-reason { (inline(language, &decision.reason)) }
            }
        }
    }
}

fn count(reader: &Reader, vote: &Vote, count: &Counted) -> Markup {
    let language = reader.language;
    let name = |place: usize| {
        vote.options
            .get(place)
            .map(|option| inline(language, &option.title))
            .unwrap_or_default()
    };
    let cost = |place: usize| kroner(language, count.election.projects[place].cost);
    html! {
        div.vk-section {
            h3.vk-section__title { (say!(language, "vote-winners")) }
            ol.vk-rows {
                @for won in &count.outcome.winners {
                    li.vk-row {
                        span.vk-row__title { (name(won.project)) }
                        span.vk-row__side { (cost(won.project)) }
                        p.vk-row__detail { (how(language, vote.rule, won.votes, won.how)) }
                    }
                }
            }
        }
        @if !count.outcome.others.is_empty() {
            div.vk-section {
                h3.vk-section__title { (say!(language, "vote-others")) }
                ul.vk-rows {
                    @for lost in &count.outcome.others {
                        li.vk-row {
                            span.vk-row__title { (name(lost.project)) }
                            span.vk-row__side { (cost(lost.project)) }
                            p.vk-row__detail { (why(language, lost.votes, lost.why)) }
                        }
                    }
                }
            }
        }
    }
}

/// An amount that somebody paid, in whole kroner.
fn paid(language: Language, amount: f64) -> String {
    kroner(language, amount.round().max(0.0) as u64)
}

/// How an option won.
pub(crate) fn how(language: Language, rule: Rule, votes: u64, how: How) -> String {
    let by_points = matches!(
        rule,
        Rule::EqualShares {
            utility: Utility::Points,
            ..
        }
    );
    match how {
        How::Shares {
            most,
            paid_most,
            paid_rest,
        } => {
            let key = match (by_points, paid_rest) {
                (true, _) => "vote-won-points",
                (false, 0) => "vote-won-shares",
                (false, _) => "vote-won-shares-rest",
            };
            say!(
                language,
                key,
                votes = votes,
                payers = paid_most,
                rest = paid_rest,
                amount = paid(language, most)
            )
        }
        How::Fits { left } => say!(language, "vote-won-fits", votes = votes, left = kroner(language, left)),
        How::Set => say!(language, "vote-won-set", votes = votes),
    }
}

/// Why an option did not win.
pub(crate) fn why(language: Language, votes: u64, why: Why) -> String {
    match why {
        Why::NoVotes => say!(language, "vote-lost-no-votes"),
        Why::NoCost => say!(language, "vote-lost-no-cost"),
        Why::OverBudget => say!(language, "vote-lost-over-budget", votes = votes),
        Why::Shares { had, missing } => say!(
            language,
            "vote-lost-shares",
            votes = votes,
            had = paid(language, had),
            missing = paid(language, missing)
        ),
        Why::Room { left, missing } => say!(
            language,
            "vote-lost-room",
            votes = votes,
            left = kroner(language, left),
            missing = kroner(language, missing)
        ),
        Why::Set => say!(language, "vote-lost-set", votes = votes),
    }
}

/// The ballots, and the command that counts them again.
fn recount(reader: &Reader, vote: &Vote) -> Markup {
    let language = reader.language;
    let command = match vote.rule {
        Rule::EqualShares { utility, completion } => {
            format!("--rule equal-shares --utility {utility} --completion {completion}")
        }
        Rule::Greedy => "--rule greedy".to_owned(),
        Rule::Knapsack { utility } => format!("--rule knapsack --utility {utility}"),
    };
    html! {
        section.vk-section aria-labelledby="tell-selv" {
            h2.vk-section__title id="tell-selv" { (say!(language, "vote-recount")) }
            p { (say!(language, "vote-recount-lead")) }
            ul.vk-ways { li { a.ds-link href=(reader.addresses.vote_ballots(&vote.id)) { (say!(language, "vote-file")) } } }
            p { code.vk-hash { "vekst vote count " (vote.id) ".pb " (command) } }
            @if let Some(closing) = &vote.closed { p.vk-small { "SHA-256: " code.vk-hash { (closing.hash) } } }
        }
    }
}
