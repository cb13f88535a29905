//! Parts that several answers are made of.

use ::programme::{Language, Text};
use serde::{Serialize, Serializer};
use utoipa::ToSchema;

/// A text in the languages that it is written in; it has at least one where the thing has the text at all.
#[derive(Serialize, ToSchema)]
pub(super) struct Words {
    /// Bokmål.
    #[serde(skip_serializing_if = "Option::is_none")]
    nb: Option<String>,
    /// Nynorsk.
    #[serde(skip_serializing_if = "Option::is_none")]
    nn: Option<String>,
    /// English.
    #[serde(skip_serializing_if = "Option::is_none")]
    en: Option<String>,
}

impl From<&Text> for Words {
    fn from(text: &Text) -> Self {
        let exactly = |language| text.exactly(language).map(str::to_owned);
        Self {
            nb: exactly(Language::Nb),
            nn: exactly(Language::Nn),
            en: exactly(Language::En),
        }
    }
}

impl Words {
    /// What the program itself says, in all its languages.
    pub fn told(words: impl Fn(Language) -> String) -> Self {
        Self {
            nb: Some(words(Language::Nb)),
            nn: Some(words(Language::Nn)),
            en: Some(words(Language::En)),
        }
    }
}

/// Who published something, where it is found again, on which terms.
#[derive(Serialize, ToSchema)]
pub(super) struct Source {
    publisher: String,
    /// The publisher's own name of the table or page.
    #[serde(skip_serializing_if = "Option::is_none")]
    table: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    address: Option<String>,
    /// Terms of use.
    #[serde(skip_serializing_if = "Option::is_none")]
    licence: Option<String>,
    /// The day on which it was read from the source.
    #[schema(format = Date)]
    fetched: String,
}

impl From<&statistics::Source> for Source {
    fn from(source: &statistics::Source) -> Self {
        Self {
            publisher: source.publisher.clone(),
            table: source.table.clone(),
            address: source.address.clone(),
            licence: source.licence.clone(),
            fetched: source.fetched.to_string(),
        }
    }
}

/// Identifiers as texts.
pub(super) fn texts<T: ToString>(items: &[T]) -> Vec<String> {
    items.iter().map(ToString::to_string).collect()
}

/// A number as people write it: without `.0` where it is whole.
#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde calls it with a reference")]
pub(super) fn plain<S: Serializer>(number: &f64, serializer: S) -> Result<S::Ok, S::Error> {
    if number.fract() == 0.0 && number.abs() < 9e15 {
        serializer.serialize_i64(*number as i64)
    } else {
        serializer.serialize_f64(*number)
    }
}

/// As [`plain`], where there may be none.
#[expect(clippy::ref_option, reason = "serde calls it with a reference")]
pub(super) fn plain_if_any<S: Serializer>(number: &Option<f64>, serializer: S) -> Result<S::Ok, S::Error> {
    match number {
        Some(number) => plain(number, serializer),
        None => serializer.serialize_none(),
    }
}

/// The schema of a word that is one of a few.
macro_rules! one_of {
    ($($(#[$meta:meta])* $name:ident: $($word:literal),+;)*) => {$(
        $(#[$meta])*
        pub(super) fn $name() -> utoipa::openapi::schema::Object {
            utoipa::openapi::schema::ObjectBuilder::new()
                .schema_type(utoipa::openapi::schema::Type::String)
                .enum_values(Some([$($word),+]))
                .build()
        }
    )*};
}

one_of! {
    /// How a measure is going.
    status: "planned", "running", "delayed", "paused", "done", "dropped", "replaced";
    /// What became of a measure.
    fate: "kept", "changed", "paused", "stopped", "replaced", "removed", "new";
    /// What was decided of a measure or goal.
    choice: "keep", "change", "pause", "stop", "replace", "new", "repath";
    /// Under which rules a hearing is held.
    hearing_kind: "free", "community-plan", "public-display";
    /// How far a hearing has come.
    hearing_phase: "open", "closed", "assessed";
    /// Who speaks in a statement.
    statement_sender: "partner", "organisation", "resident", "anonymous";
    /// How much of a statement was followed.
    statement_outcome: "taken-in", "partly", "not-taken-in", "noted";
    /// Whether a measure still holds.
    holds: "yes", "changes", "no", "unknown";
    /// Those whose answers are counted together.
    matrix_group: "municipality", "association", "company", "school", "forum", "other", "outside", "residents", "unnamed";
    /// Where a vote is in its life.
    vote_phase: "announced", "open", "ended", "closed";
    /// How voters say what they want.
    ballot_kind: "approval", "points";
    /// How ballots are counted.
    vote_method: "equal-shares", "knapsack", "greedy";
    /// What a chosen option is worth to its voter.
    vote_utility: "cost", "votes", "points";
    /// What is done with money that equal shares leave.
    vote_completion: "none", "add1", "add1-greedy";
    /// The groups whose votes are kept apart.
    vote_group: "organisations", "persons";
    /// Whether an option is carried out all the same.
    override_outcome: "in", "out";
    /// How soon a measure is meant to work.
    horizon: "immediate", "this-year", "long-term";
    /// What is counted.
    unit: "persons", "jobs", "enterprises", "visitors", "overnight-stays", "dwellings", "kroner", "percent";
    /// What sort of time a figure speaks of.
    period_kind: "day", "month", "quarter", "year", "year-to-date", "twelve-months";
    /// What sort of organisation it is.
    organisation_kind: "municipality", "association", "company", "school", "forum", "other";
    /// What an organisation is in the programme.
    organisation_role: "owner", "executing", "steering", "partner", "contributor";
    /// Whether an indicator may carry a judgement.
    freshness: "fresh", "stale", "ownerless", "empty";
    /// Statistics Norway's signs in place of a number.
    sign: ".", "..", ":", "...", "-", "*";
    /// What the sign means.
    sign_meaning: "not-applicable", "not-available", "confidential", "not-yet-available", "nil", "suppressed";
}
