//! Measures with their history and money.

use ::programme as domain;
use ::programme::{ActionPlanId, Horizon, Status};
use axum::Json;
use serde::Serialize;
use utoipa::ToSchema;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use super::parts::{self, Source, Words, texts};
use super::refused::{QueryRefusal, Refusals, Refused};
use super::view::{List, OfProgramme, View};
use crate::app::App;

pub(super) fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::new().routes(routes!(measures)).routes(routes!(measure))
}

/// Something that the programme does.
#[derive(Serialize, ToSchema)]
pub(super) struct Measure {
    id: String,
    /// Action plan that it stands in.
    plan: String,
    title: Words,
    focus_area: String,
    /// Goals that it serves.
    goals: Vec<String>,
    /// The one organisation that answers for it.
    responsible: String,
    /// Organisations that do it.
    executing: Vec<String>,
    /// Organisations that give something to it.
    contributing: Vec<String>,
    #[schema(schema_with = parts::horizon)]
    horizon: Horizon,
    #[schema(format = Date)]
    starts: String,
    #[schema(format = Date)]
    ends: String,
    /// The day on which it came into the plan, where that was not the plan's first.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(format = Date)]
    from: Option<String>,
    assumptions: Vec<String>,
    /// Measures that must be done, or go on, for this one to work.
    depends_on: Vec<String>,
    /// Markdown.
    body: Words,
    #[schema(schema_with = parts::status)]
    status: Status,
    /// Oldest first.
    history: Vec<StatusChange>,
    /// What it takes, per year.
    cost: Vec<Cost>,
    /// Who gives what, per funder and year.
    budget: Vec<BudgetLine>,
    /// What no one has pledged.
    missing_kroner: u64,
    #[serde(skip_serializing_if = "Option::is_none")]
    source: Option<Source>,
    /// True where it was made up to show how it works.
    example: bool,
    #[schema(format = "uri")]
    address: String,
    #[schema(format = "uri")]
    page: String,
}

/// One line of a measure's history.
#[derive(Serialize, ToSchema)]
struct StatusChange {
    #[schema(format = Date)]
    date: String,
    #[schema(schema_with = parts::status)]
    status: Status,
    reason: Words,
    /// The measure that took its place.
    #[serde(skip_serializing_if = "Option::is_none")]
    replaced_by: Option<String>,
}

/// What a measure takes in one year.
#[derive(Serialize, ToSchema)]
struct Cost {
    year: i16,
    kroner: u64,
    hours: u64,
    /// True where the figure was made up to show how it works.
    example: bool,
}

/// What one organisation pledges and delivers in one year.
#[derive(Serialize, ToSchema)]
struct BudgetLine {
    funder: String,
    year: i16,
    /// Pledged.
    kroner: u64,
    /// Pledged.
    hours: u64,
    delivered_kroner: u64,
    delivered_hours: u64,
    /// True where the figures were made up to show how it works.
    example: bool,
}

impl From<&domain::StatusChange> for StatusChange {
    fn from(change: &domain::StatusChange) -> Self {
        Self {
            date: change.date.to_string(),
            status: change.status,
            reason: (&change.reason).into(),
            replaced_by: change.replaced_by.as_ref().map(ToString::to_string),
        }
    }
}

impl From<&domain::Cost> for Cost {
    fn from(cost: &domain::Cost) -> Self {
        Self {
            year: cost.year,
            kroner: cost.kroner,
            hours: cost.hours,
            example: cost.example,
        }
    }
}

impl From<&domain::BudgetLine> for BudgetLine {
    fn from(line: &domain::BudgetLine) -> Self {
        Self {
            funder: line.funder.to_string(),
            year: line.year,
            kroner: line.kroner,
            hours: line.hours,
            delivered_kroner: line.delivered_kroner,
            delivered_hours: line.delivered_hours,
            example: line.example,
        }
    }
}

impl Measure {
    pub fn of(view: &View, measure: &domain::Measure) -> Self {
        Self {
            id: measure.id.to_string(),
            plan: measure.plan.to_string(),
            title: (&measure.title).into(),
            focus_area: measure.focus_area.to_string(),
            goals: texts(&measure.goals),
            responsible: measure.responsible.to_string(),
            executing: texts(&measure.executing),
            contributing: texts(&measure.contributing),
            horizon: measure.horizon,
            starts: measure.starts.to_string(),
            ends: measure.ends.to_string(),
            from: measure.from.as_ref().map(ToString::to_string),
            assumptions: texts(&measure.assumptions),
            depends_on: texts(&measure.depends_on),
            body: (&measure.body).into(),
            status: measure.current(),
            history: measure.status.iter().map(StatusChange::from).collect(),
            cost: measure.cost.iter().map(Cost::from).collect(),
            budget: measure.budget.iter().map(BudgetLine::from).collect(),
            missing_kroner: measure.money().missing_kroner,
            source: measure.source.as_ref().map(Source::from),
            example: measure.example,
            address: view.address(&format!("/measures/{}", measure.id)),
            page: view.page(|addresses| addresses.measure(&measure.id)),
        }
    }
}

/// The measures of all plans, or those of one plan or with one status
#[utoipa::path(get, path = "/programmes/{programme}/measures", tag = "action plans",
    params(
        OfProgramme,
        ("plan" = Option<String>, Query, description = "Only those of this action plan", pattern = "^[a-z0-9]{1,20}$"),
        ("status" = inline(Option<StatusWord>), Query, description = "Only those with this status today")
    ),
    responses((status = 200, description = "The measures", body = List<Measure>), QueryRefusal, Refusals))]
async fn measures(view: View) -> Result<Json<List<Measure>>, Refused> {
    let plan: Option<ActionPlanId> = view.asked("plan", "the identifier of an action plan, such as 2020")?;
    let status: Option<StatusWord> = view.asked("status", "planned, running, delayed, paused, done, dropped or replaced")?;
    if let Some(plan) = &plan
        && view.state().action_plan(plan).is_none()
    {
        return Err(Refused::missing("plan", plan.as_str()));
    }
    let wanted = |measure: &&domain::Measure| {
        plan.as_ref().is_none_or(|plan| &measure.plan == plan) && status.as_ref().is_none_or(|status| measure.current() == status.0)
    };
    let items = view.state().measures.iter().filter(wanted);
    Ok(Json(List {
        items: items.map(|measure| Measure::of(&view, measure)).collect(),
    }))
}

/// A status as a parameter.
struct StatusWord(Status);

impl std::str::FromStr for StatusWord {
    type Err = ();

    fn from_str(word: &str) -> Result<Self, ()> {
        let found = Status::ALL.into_iter().find(|status| status.word() == word);
        found.map(Self).ok_or(())
    }
}

impl utoipa::PartialSchema for StatusWord {
    fn schema() -> utoipa::openapi::RefOr<utoipa::openapi::schema::Schema> {
        parts::status().into()
    }
}

impl ToSchema for StatusWord {}

/// One measure
#[utoipa::path(get, path = "/programmes/{programme}/measures/{measure}", tag = "action plans",
    params(OfProgramme, ("measure" = String, Path, description = "Identifier of the measure")),
    responses((status = 200, description = "The measure", body = Measure), Refusals))]
async fn measure(view: View) -> Result<Json<Measure>, Refused> {
    let found = view.find("measure", domain::State::measure).await?;
    Ok(Json(Measure::of(&view, found)))
}
