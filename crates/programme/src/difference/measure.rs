//! One measure in two states.

use jiff::civil::Date;

use super::{Fate, MeasureDifference, Members, Pair, Was};
use crate::{AssumptionId, BudgetLine, Cost, FocusAreaId, GoalId, Horizon, Measure, MeasureId, OrganisationId, Status, StatusChange, Text};

/// A field of a measure that differs.
#[derive(Debug, Clone, PartialEq)]
pub enum Field<'a> {
    Title(Was<&'a Text>),
    Text(Was<&'a Text>),
    FocusArea(Was<&'a FocusAreaId>),
    Goals(Members<'a, GoalId>),
    DependsOn(Members<'a, MeasureId>),
    Assumptions(Members<'a, AssumptionId>),
    Horizon(Was<Horizon>),
    Responsible(Was<&'a OrganisationId>),
    Executing(Members<'a, OrganisationId>),
    Contributing(Members<'a, OrganisationId>),
    Starts(Was<Date>),
    Ends(Was<Date>),
    Cost(Vec<Pair<'a, Cost>>),
    Budget(Vec<Pair<'a, BudgetLine>>),
    /// Lines of its history, each with its reason.
    Status(Members<'a, StatusChange>),
    /// Any other field, by its name in files.
    Other(&'static str),
}

impl Field<'_> {
    /// True for what only tells how it is going: a new status, and what was delivered of what was pledged.
    fn is_progress(&self) -> bool {
        match self {
            Self::Status(_) => true,
            Self::Budget(pairs) => !pairs.is_empty() && pairs.iter().all(|pair| same_pledge(pair.before, pair.after)),
            _ => false,
        }
    }

    /// The field's name in files, in answers and in message keys.
    pub fn name(&self) -> &'static str {
        match self {
            Self::Title(_) => "title",
            Self::Text(_) => "body",
            Self::FocusArea(_) => "focus-area",
            Self::Goals(_) => "goals",
            Self::DependsOn(_) => "depends-on",
            Self::Assumptions(_) => "assumptions",
            Self::Horizon(_) => "horizon",
            Self::Responsible(_) => "responsible",
            Self::Executing(_) => "executing",
            Self::Contributing(_) => "contributing",
            Self::Starts(_) => "starts",
            Self::Ends(_) => "ends",
            Self::Cost(_) => "cost",
            Self::Budget(_) => "budget",
            Self::Status(_) => "status",
            Self::Other(name) => name,
        }
    }
}

fn same_pledge(before: Option<&BudgetLine>, after: Option<&BudgetLine>) -> bool {
    let pledge = |line: &BudgetLine| (line.kroner, line.hours);
    before.map_or((0, 0), pledge) == after.map_or((0, 0), pledge)
}

pub(super) fn difference<'a>(before: &'a Measure, after: &'a Measure) -> MeasureDifference<'a> {
    let fields = fields(before, after);
    MeasureDifference {
        id: &after.id,
        fate: fate(before.current(), after.current(), &fields),
        before: Some(before),
        after: Some(after),
        fields,
    }
}

fn fate(before: Status, after: Status, fields: &[Field<'_>]) -> Fate {
    let stopped = |status| matches!(status, Status::Paused | Status::Dropped | Status::Replaced);
    match after {
        Status::Paused if before != after => Fate::Paused,
        Status::Dropped if before != after => Fate::Stopped,
        Status::Replaced if before != after => Fate::Replaced,
        // taken up again
        _ if stopped(before) && !stopped(after) => Fate::Changed,
        _ if fields.iter().all(Field::is_progress) => Fate::Kept,
        _ => Fate::Changed,
    }
}

fn fields<'a>(before: &'a Measure, after: &'a Measure) -> Vec<Field<'a>> {
    // named one by one, so that a new field cannot be forgotten here
    let Measure {
        id: _,
        plan,
        title,
        focus_area,
        goals,
        responsible,
        executing,
        contributing,
        horizon,
        starts,
        ends,
        from,
        assumptions,
        depends_on,
        body,
        cost,
        budget,
        status,
        source,
        example,
        order,
    } = before;
    let mut fields = Vec::new();
    fields.extend(Was::of(title, &after.title).map(Field::Title));
    fields.extend(Was::of(body, &after.body).map(Field::Text));
    fields.extend(Members::of(status, &after.status).map(Field::Status));
    fields.extend(Was::of(responsible, &after.responsible).map(Field::Responsible));
    fields.extend(Members::of(executing, &after.executing).map(Field::Executing));
    fields.extend(Members::of(contributing, &after.contributing).map(Field::Contributing));
    fields.extend(Was::of(*starts, after.starts).map(Field::Starts));
    fields.extend(Was::of(*ends, after.ends).map(Field::Ends));
    fields.extend(Was::of(*horizon, after.horizon).map(Field::Horizon));
    fields.extend(Pair::of(cost, &after.cost, |line| line.year).map(Field::Cost));
    fields.extend(Pair::of(budget, &after.budget, |line| (&line.funder, line.year)).map(Field::Budget));
    fields.extend(Was::of(focus_area, &after.focus_area).map(Field::FocusArea));
    fields.extend(Members::of(goals, &after.goals).map(Field::Goals));
    fields.extend(Members::of(depends_on, &after.depends_on).map(Field::DependsOn));
    fields.extend(Members::of(assumptions, &after.assumptions).map(Field::Assumptions));
    let others = [
        ("plan", plan != &after.plan),
        ("from", from != &after.from),
        ("source", source != &after.source),
        ("example", *example != after.example),
        ("order", *order != after.order),
    ];
    fields.extend(
        others
            .into_iter()
            .filter(|(_, differs)| *differs)
            .map(|(name, _)| Field::Other(name)),
    );
    fields
}
