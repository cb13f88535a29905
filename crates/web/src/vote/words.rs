//! Votes in words.

use programme::vote::{Phase, Rule, Utility};
use programme::{Language, Vote};
use publishing::{format, say};

use crate::reader::Reader;

pub(crate) fn kroner(language: Language, amount: u64) -> String {
    format::kroner_exact(language, i64::try_from(amount).unwrap_or(i64::MAX))
}

/// Where the vote is in its life, with the day that matters.
pub(crate) fn phase(reader: &Reader, vote: &Vote) -> String {
    let language = reader.language;
    let phase = vote.phase(reader.today);
    let day = match phase {
        Phase::Draft | Phase::Announced => vote.opens,
        Phase::Open | Phase::Ended | Phase::Closed => vote.closes,
    };
    say!(language, &format!("vote-phase-{}", phase.word()), day = format::date(language, day))
}

/// How the ballots are counted.
pub(crate) fn rule(language: Language, rule: Rule) -> String {
    let utility = |utility: Utility| say!(language, &format!("vote-utility-{utility}"));
    match rule {
        Rule::EqualShares {
            utility: worth,
            completion,
        } => format!(
            "{} {} {}",
            say!(language, "vote-rule-equal-shares"),
            utility(worth),
            say!(language, &format!("vote-completion-{completion}"))
        ),
        Rule::Greedy => say!(language, "vote-rule-greedy"),
        Rule::Knapsack { utility: worth } => format!("{} {}", say!(language, "vote-rule-knapsack"), utility(worth)),
    }
}
