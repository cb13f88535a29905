//! Goals with their target paths, and where the official and the corrected figures stand against them.

use ::programme as domain;
use ::programme::goal::{Distance, Path as TargetPath, Standing as DomainStanding, needed_yearly_rate};
use axum::Json;
use serde::Serialize;
use utoipa::ToSchema;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use super::parts::{Source, Words, plain, texts};
use super::refused::{Refusals, Refused};
use super::view::{List, OfProgramme, View};
use crate::app::App;

pub(super) fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::new().routes(routes!(goals)).routes(routes!(goal))
}

/// A desired state.
#[derive(Serialize, ToSchema)]
struct Goal {
    id: String,
    title: Words,
    /// The goal as a sentence that can be read aloud.
    sentence: Words,
    /// Guiding plan that it belongs to.
    #[serde(skip_serializing_if = "Option::is_none")]
    guiding_plan: Option<String>,
    /// Goals above it.
    serves: Vec<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    indicator: Option<String>,
    /// Organisation that answers for it.
    #[serde(skip_serializing_if = "Option::is_none")]
    owner: Option<String>,
    assumptions: Vec<String>,
    /// Every measure in every plan that claims it, directly or through a goal that serves it.
    measures: Vec<String>,
    /// Markdown.
    body: Words,
    #[serde(skip_serializing_if = "Option::is_none")]
    target: Option<Target>,
    #[serde(skip_serializing_if = "Option::is_none")]
    standing: Option<Standing>,
    #[serde(skip_serializing_if = "Option::is_none")]
    source: Option<Source>,
    /// True where it was made up to show how it works.
    example: bool,
    #[schema(format = "uri")]
    address: String,
    #[schema(format = "uri")]
    page: String,
}

/// The value wanted on every day until the horizon.
#[derive(Serialize, ToSchema)]
struct Target {
    /// On the first day, every New Year's Day and the last day of the path; between them it moves at the yearly rate, or on straight
    /// lines where there is none.
    path: Vec<Wanted>,
    /// The same share every year, where the path is one: 0.01 is one per cent.
    #[serde(skip_serializing_if = "Option::is_none")]
    yearly_rate: Option<f64>,
    #[schema(format = Date)]
    horizon: String,
    /// True where the numbers were made up to show how it works.
    example: bool,
}

/// A value wanted on a day.
#[derive(Serialize, ToSchema)]
struct Wanted {
    #[schema(format = Date)]
    date: String,
    #[serde(serialize_with = "plain")]
    value: f64,
}

/// Where the newest figures stand against the path.
#[derive(Serialize, ToSchema)]
struct Standing {
    official: Position,
    /// The same for the corrected series, where its newest figure is a number; it may be of an earlier period.
    #[serde(skip_serializing_if = "Option::is_none")]
    corrected: Option<Position>,
    /// The yearly rate that would lead from the newest official figure to the horizon: 0.0125 is 1.25 per cent.
    #[serde(skip_serializing_if = "Option::is_none")]
    needed_yearly_rate: Option<f64>,
}

/// A figure against the path on the figure's own day.
#[derive(Serialize, ToSchema)]
struct Position {
    series: String,
    period: String,
    #[serde(serialize_with = "plain")]
    value: f64,
    #[serde(serialize_with = "plain")]
    wanted: f64,
    /// Whole units ahead of the path; behind it is negative.
    ahead: i64,
    /// True where the figure was made up to show how it works.
    example: bool,
}

impl Position {
    fn of(distance: &Distance) -> Option<Self> {
        Some(Self {
            series: distance.figure.series.clone(),
            period: distance.figure.period.to_string(),
            value: distance.figure.value.number()?,
            wanted: distance.wanted,
            ahead: distance.ahead(),
            example: distance.figure.example,
        })
    }
}

impl From<&domain::Target> for Target {
    fn from(target: &domain::Target) -> Self {
        let wanted = |day: jiff::civil::Date| {
            Some(Wanted {
                date: day.to_string(),
                value: target.value_on(day)?,
            })
        };
        Self {
            path: target.days().into_iter().filter_map(wanted).collect(),
            yearly_rate: match target.path {
                TargetPath::YearlyRate(rate) => Some(rate),
                TargetPath::Points(_) => None,
            },
            horizon: target.horizon.to_string(),
            example: target.example,
        }
    }
}

/// None for a goal without indicator, path or figures.
fn standing(state: &domain::State, goal: &domain::Goal) -> Option<Standing> {
    let target = goal.target.as_ref()?;
    let indicator = state.indicator(goal.indicator.as_ref()?)?;
    let newest = |series: &domain::Series| DomainStanding::of(series, target).newest().and_then(Position::of);
    let series = state.series_by_id(&indicator.series)?;
    let official = newest(series)?;
    let day = series.newest_number()?.period.last_day();
    Some(Standing {
        needed_yearly_rate: needed_yearly_rate(target, official.value, day),
        official,
        corrected: indicator.corrected.as_ref().and_then(|id| state.series_by_id(id)).and_then(newest),
    })
}

impl Goal {
    fn of(view: &View, goal: &domain::Goal) -> Self {
        let claiming = view.state().measures_claiming(&goal.id);
        Self {
            id: goal.id.to_string(),
            title: (&goal.title).into(),
            sentence: (&goal.sentence).into(),
            guiding_plan: goal.plan.as_ref().map(ToString::to_string),
            serves: texts(&goal.serves),
            indicator: goal.indicator.as_ref().map(ToString::to_string),
            owner: goal.owner.as_ref().map(ToString::to_string),
            assumptions: texts(&goal.assumptions),
            measures: claiming.into_iter().map(|measure| measure.id.to_string()).collect(),
            body: (&goal.body).into(),
            target: goal.target.as_ref().map(Target::from),
            standing: standing(view.state(), goal),
            source: goal.source.as_ref().map(Source::from),
            example: goal.example,
            address: view.address(&format!("/goals/{}", goal.id)),
            page: view.page(|addresses| addresses.goal(&goal.id)),
        }
    }
}

/// Growth goals and the goals of guiding plans
#[utoipa::path(get, path = "/programmes/{programme}/goals", tag = "goals", params(OfProgramme),
    responses((status = 200, description = "The goals", body = List<Goal>), Refusals))]
async fn goals(view: View) -> Json<List<Goal>> {
    let items = view.state().goals.iter();
    Json(List {
        items: items.map(|goal| Goal::of(&view, goal)).collect(),
    })
}

/// One goal
#[utoipa::path(get, path = "/programmes/{programme}/goals/{goal}", tag = "goals",
    params(OfProgramme, ("goal" = String, Path, description = "Identifier of the goal")),
    responses((status = 200, description = "The goal", body = Goal), Refusals))]
async fn goal(view: View) -> Result<Json<Goal>, Refused> {
    let found = view.find("goal", domain::State::goal).await?;
    Ok(Json(Goal::of(&view, found)))
}
