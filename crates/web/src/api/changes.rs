//! What changed in an action plan from one state to another, and why.

use ::programme as domain;
use ::programme::difference::words::{self, Piece};
use ::programme::difference::{Difference, Fate, Field, MeasureDifference, Moved, Note, Sums};
use ::programme::{Language, StatusChange, Text};
use axum::Json;
use publishing::difference::{Line, Teller};
use serde::Serialize;
use utoipa::ToSchema;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use super::parts::{Words, fate};
use super::refused::{QueryRefusal, Refusals, Refused, Why};
use super::view::{OfProgramme, View};
use crate::action_plan::changes::ends::{End, Found, Wrong};
use crate::action_plan::changes::{notes, teller};
use crate::app::App;

pub(super) fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::new().routes(routes!(changes))
}

/// The difference between two states of a plan.
#[derive(Serialize, ToSchema)]
struct Changes {
    plan: String,
    /// Number of a revision, or a date.
    from: String,
    to: String,
    /// True where every goal still asks for the same at its horizon.
    goals_stand: bool,
    counts: Counts,
    before: PlanSums,
    after: PlanSums,
    kroner: Movement,
    hours: Movement,
    /// Every measure of either state; what is gone stands last.
    measures: Vec<MeasureChange>,
    /// The goals that differ.
    goals: Vec<GoalChange>,
    /// What differs in the plan's own frame.
    frame: Vec<Change>,
    /// What else the states name and that differs: organisations, assumptions, indicators, figures.
    named: Vec<NamedChange>,
    #[schema(format = "uri")]
    page: String,
}

/// How many measures each thing became of.
#[derive(Serialize, ToSchema)]
struct Counts {
    kept: usize,
    changed: usize,
    paused: usize,
    stopped: usize,
    replaced: usize,
    removed: usize,
    new: usize,
}

/// Money and hours of all measures in one state.
#[derive(Serialize, ToSchema)]
struct PlanSums {
    measures: usize,
    cost_kroner: u64,
    pledged_kroner: u64,
    delivered_kroner: u64,
    missing_kroner: u64,
    cost_hours: u64,
    pledged_hours: u64,
    delivered_hours: u64,
    /// Of what the measures that go on take in the plan's own years, what goes to immediate, this year's and long-term ones.
    kroner_by_horizon: [u64; 3],
    hours_by_horizon: [u64; 3],
}

/// Where pledges went, funder by funder.
#[derive(Serialize, ToSchema)]
struct Movement {
    /// From one measure to another of the same funder's.
    moved: u64,
    /// Out of the plan.
    gone: u64,
    /// Into the plan.
    come: u64,
}

/// One measure in both states.
#[derive(Serialize, ToSchema)]
struct MeasureChange {
    id: String,
    title: Words,
    #[schema(schema_with = fate)]
    fate: &'static str,
    /// What differs; empty where it came, went or stands exactly as before.
    changes: Vec<Change>,
    /// New lines of its history.
    status: Vec<Step>,
    /// Decisions that led to it.
    decisions: Vec<Decided>,
    /// Inputs in hearings that led to it.
    inputs: Vec<Input>,
    /// Who gives how much, line by line, where it differs.
    budget: Vec<BudgetChange>,
}

/// A decision taken when a shock was worked through.
#[derive(Serialize, ToSchema)]
struct Decided {
    #[schema(format = Date)]
    date: String,
    /// Who decided.
    by: Words,
    /// Case number; empty where there is none.
    case: String,
    reason: Words,
}

/// An input in a hearing.
#[derive(Serialize, ToSchema)]
struct Input {
    /// Identifier of the hearing.
    hearing: String,
    /// Number of the input in it.
    number: u32,
}

/// What one funder gives in one year.
#[derive(Serialize, ToSchema)]
struct BudgetChange {
    funder: String,
    year: i16,
    /// Missing where the line came.
    #[serde(skip_serializing_if = "Option::is_none")]
    before: Option<Given>,
    /// Missing where the line went.
    #[serde(skip_serializing_if = "Option::is_none")]
    after: Option<Given>,
}

/// What is pledged and delivered.
#[derive(Serialize, ToSchema)]
struct Given {
    kroner: u64,
    hours: u64,
    delivered_kroner: u64,
    delivered_hours: u64,
}

/// A line of a measure's history.
#[derive(Serialize, ToSchema)]
struct Step {
    #[schema(format = Date)]
    date: String,
    #[schema(schema_with = super::parts::status)]
    status: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    reason: Option<Words>,
    /// The measure that took its place.
    #[serde(skip_serializing_if = "Option::is_none")]
    replaced_by: Option<String>,
}

/// One goal in both states.
#[derive(Serialize, ToSchema)]
struct GoalChange {
    id: String,
    title: Words,
    /// True where it still asks for the same at its horizon.
    stands: bool,
    changes: Vec<Change>,
}

/// A field that differs, in bokmål; texts word by word in every language in which they differ.
#[derive(Serialize, ToSchema)]
struct Change {
    /// What the field is called.
    label: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    before: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    after: Option<String>,
    /// The language of a text.
    #[serde(skip_serializing_if = "Option::is_none")]
    language: Option<&'static str>,
    /// The pieces of a text: `same` and `gone` are the old one, `same` and `come` the new.
    #[serde(skip_serializing_if = "Option::is_none")]
    words: Option<Vec<Word>>,
}

/// A stretch of words.
#[derive(Serialize, ToSchema)]
struct Word {
    /// `same`, `gone` or `come`.
    #[serde(rename = "is")]
    kind: &'static str,
    text: String,
}

/// A thing that the states name and that differs.
#[derive(Serialize, ToSchema)]
struct NamedChange {
    /// `programme`, `organisation`, `focus-area`, `assumption`, `indicator` or `series`.
    kind: &'static str,
    id: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    before: Option<Words>,
    #[serde(skip_serializing_if = "Option::is_none")]
    after: Option<Words>,
}

impl Counts {
    fn of(difference: &Difference<'_>) -> Self {
        let counts = difference.counts();
        let count = |fate| counts.get(&fate).copied().unwrap_or(0);
        Self {
            kept: count(Fate::Kept),
            changed: count(Fate::Changed),
            paused: count(Fate::Paused),
            stopped: count(Fate::Stopped),
            replaced: count(Fate::Replaced),
            removed: count(Fate::Removed),
            new: count(Fate::New),
        }
    }
}

impl PlanSums {
    fn of(plan: &domain::AdoptedPlan, sums: &Sums) -> Self {
        Self {
            measures: plan.measures.len(),
            cost_kroner: sums.money.cost_kroner,
            pledged_kroner: sums.money.pledged_kroner,
            delivered_kroner: sums.money.delivered_kroner,
            missing_kroner: sums.money.missing_kroner,
            cost_hours: sums.money.cost_hours,
            pledged_hours: sums.money.pledged_hours,
            delivered_hours: sums.money.delivered_hours,
            kroner_by_horizon: sums.shares.kroner,
            hours_by_horizon: sums.shares.hours,
        }
    }
}

impl From<Moved> for Movement {
    fn from(moved: Moved) -> Self {
        Self {
            moved: moved.moved,
            gone: moved.gone,
            come: moved.come,
        }
    }
}

impl From<&StatusChange> for Step {
    fn from(change: &StatusChange) -> Self {
        Self {
            date: change.date.to_string(),
            status: change.status.word(),
            reason: (!change.reason.is_empty()).then(|| (&change.reason).into()),
            replaced_by: change.replaced_by.as_ref().map(ToString::to_string),
        }
    }
}

impl Change {
    fn value(label: String, before: Option<String>, after: Option<String>) -> Self {
        Self {
            label,
            before,
            after,
            language: None,
            words: None,
        }
    }

    /// A text in every language in which it differs.
    fn wordings(label: &str, before: &Text, after: &Text) -> Vec<Self> {
        let exactly = |text: &Text, language| text.exactly(language).unwrap_or_default().to_owned();
        let pairs = Language::ALL.map(|language| (language, exactly(before, language), exactly(after, language)));
        let differing = pairs.into_iter().filter(|(_, old, new)| old != new);
        differing
            .map(|(language, old, new)| Self {
                label: label.to_owned(),
                before: None,
                after: None,
                language: Some(language.tag()),
                words: Some(words::between(&old, &new).iter().map(Word::of).collect()),
            })
            .collect()
    }

    fn lines(lines: &[Line<'_>]) -> Vec<Self> {
        lines.iter().flat_map(Self::line).collect()
    }

    fn line(line: &Line<'_>) -> Vec<Self> {
        match line {
            Line::Wording { label, before, after, .. } => Self::wordings(label, before, after),
            Line::Value { label, gone, come } => vec![Self::value(label.clone(), gone.clone(), come.clone())],
            Line::Other(words) => vec![Self::value(words.clone(), None, None)],
        }
    }
}

impl Word {
    fn of(piece: &Piece<'_>) -> Self {
        let kind = match piece {
            Piece::Same(_) => "same",
            Piece::Gone(_) => "gone",
            Piece::Come(_) => "come",
        };
        Self {
            kind,
            text: piece.text().to_owned(),
        }
    }
}

impl MeasureChange {
    fn of(teller: &Teller<'_>, measure: &MeasureDifference<'_>) -> Self {
        let come = measure.status_since();
        let notes = || teller.notes.get(measure.id).into_iter().flatten();
        Self {
            id: measure.id.to_string(),
            title: (&measure.measure().title).into(),
            fate: measure.fate.word(),
            changes: Change::lines(&teller.lines(measure)),
            status: come.into_iter().map(Step::from).collect(),
            decisions: notes().filter_map(Decided::of).collect(),
            inputs: notes().filter_map(Input::of).collect(),
            budget: measure.fields.iter().flat_map(BudgetChange::of).collect(),
        }
    }
}

impl Decided {
    fn of(note: &Note) -> Option<Self> {
        match note {
            Note::Decision { reason, by, date, case } => Some(Self {
                date: date.to_string(),
                by: by.into(),
                case: case.clone(),
                reason: reason.into(),
            }),
            Note::Input { .. } => None,
        }
    }
}

impl Input {
    fn of(note: &Note) -> Option<Self> {
        match note {
            Note::Input { hearing, number } => Some(Self {
                hearing: hearing.clone(),
                number: *number,
            }),
            Note::Decision { .. } => None,
        }
    }
}

impl BudgetChange {
    fn of(field: &Field<'_>) -> Vec<Self> {
        let Field::Budget(pairs) = field else { return Vec::new() };
        let change = |pair: &domain::difference::Pair<'_, domain::BudgetLine>| {
            let line = pair.after.or(pair.before)?;
            Some(Self {
                funder: line.funder.to_string(),
                year: line.year,
                before: pair.before.map(Given::of),
                after: pair.after.map(Given::of),
            })
        };
        pairs.iter().filter_map(change).collect()
    }
}

impl Given {
    fn of(line: &domain::BudgetLine) -> Self {
        Self {
            kroner: line.kroner,
            hours: line.hours,
            delivered_kroner: line.delivered_kroner,
            delivered_hours: line.delivered_hours,
        }
    }
}

impl Changes {
    fn of(view: &View, plan: &domain::ActionPlan, before: &Found, after: &Found) -> Self {
        let difference = Difference::between(&before.plan, &after.plan);
        let notes = notes(view.state(), before, after);
        let teller = teller(Language::Nb, &difference, (before, after), &notes);
        let goals = difference.goals.iter().map(|goal| GoalChange {
            id: goal.goal().id.to_string(),
            title: (&goal.goal().title).into(),
            stands: goal.stands(),
            changes: Change::lines(&teller.goal(goal)),
        });
        let named = difference.surroundings.iter().map(|named| NamedChange {
            kind: named.kind.word(),
            id: named.id.clone(),
            before: named.before.map(Words::from),
            after: named.after.map(Words::from),
        });
        Self {
            plan: plan.id.to_string(),
            from: before.end.to_string(),
            to: after.end.to_string(),
            goals_stand: difference.goals_stand(),
            counts: Counts::of(&difference),
            before: PlanSums::of(difference.before, &difference.sums.before),
            after: PlanSums::of(difference.after, &difference.sums.after),
            kroner: difference.kroner.into(),
            hours: difference.hours.into(),
            measures: difference
                .measures
                .iter()
                .map(|measure| MeasureChange::of(&teller, measure))
                .collect(),
            goals: goals.collect(),
            frame: Change::lines(&teller.frame()),
            named: named.collect(),
            page: view.page(|addresses| addresses.changes(&plan.id, before.end, after.end)),
        }
    }
}

/// What an end of the span may be.
struct Asked(End);

impl std::str::FromStr for Asked {
    type Err = ();

    fn from_str(text: &str) -> Result<Self, ()> {
        End::read(text).map(Self).ok_or(())
    }
}

/// What changed in an action plan from one revision or day to another
#[utoipa::path(get, path = "/programmes/{programme}/action-plans/{action_plan}/changes", tag = "action plans",
    params(
        OfProgramme,
        ("action_plan" = String, Path, description = "Identifier of the action plan"),
        ("from" = Option<String>, Query, description = "Number of a revision, or a date; the newest revision but one where it is left out, or the first day of the plan",
            pattern = "^([1-9][0-9]{0,3}|[12][0-9]{3}-(0[1-9]|1[0-2])-(0[1-9]|1[0-9]|2[0-8]))$"),
        ("to" = Option<String>, Query, description = "Number of a revision, or a date; the newest revision where it is left out, or today",
            pattern = "^([1-9][0-9]{0,3}|[12][0-9]{3}-(0[1-9]|1[0-2])-(0[1-9]|1[0-9]|2[0-8]))$")
    ),
    responses((status = 200, description = "What changed", body = Changes), QueryRefusal, Refusals))]
async fn changes(view: View) -> Result<Json<Changes>, Refused> {
    let plan = view.find("action_plan", domain::State::action_plan).await?;
    let numbers: Vec<u32> = view.state().revisions_of(&plan.id).map(|revision| revision.number).collect();
    let (older, newer) = match numbers[..] {
        [] => (End::Day(plan.starts), End::Day(view.app.today())),
        [only] => (End::Revision(only), End::Day(view.app.today())),
        [.., older, newer] => (End::Revision(older), End::Revision(newer)),
    };
    let from = asked(&view, "from")?.unwrap_or(older);
    let to = asked(&view, "to")?.unwrap_or(newer);
    let (from, to) = (found(&view, plan, from).await?, found(&view, plan, to).await?);
    let (before, after) = if from.order() <= to.order() { (&from, &to) } else { (&to, &from) };
    Ok(Json(Changes::of(&view, plan, before, after)))
}

fn asked(view: &View, field: &'static str) -> Result<Option<End>, Refused> {
    let asked: Option<Asked> = view.asked(field, "the number of a revision, or a date such as 2020-05-08")?;
    Ok(asked.map(|asked| asked.0))
}

async fn found(view: &View, plan: &domain::ActionPlan, end: End) -> Result<Found, Refused> {
    let found = Found::of(&view.app, view.state(), plan, end).await?;
    found.map_err(|wrong| {
        let detail = match wrong {
            Wrong::Unknown => format!("the action plan «{}» has no revision {end}", plan.id),
            Wrong::ToCome => format!("{end} has not been yet: choose today or a day before"),
            Wrong::Before => format!("the action plan «{}» was not there on {end}", plan.id),
        };
        Refused::of(Why::NotFound, detail)
    })
}
