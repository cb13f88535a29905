//! An action plan as the fields of a form, and back.

use jiff::civil::Date;
use programme::{ActionPlan, ActionPlanId, Language, State, Text, identifier_from};

use crate::form::{Fields, Reading};

/// What a form about a plan begins with.
pub(super) fn fields(plan: &ActionPlan) -> Fields {
    let mut fields = Fields::default();
    fields.add_wordings("title", &plan.title);
    fields.add_wordings("body", &plan.body);
    fields.add("starts", &plan.starts);
    fields.add("ends", &plan.ends);
    fields.add_all("focus-areas", &plan.focus_areas);
    fields.add_tick("example", plan.example);
    fields
}

/// The plan that `before` becomes by what was typed.
pub(super) fn read(reading: &mut Reading<'_>, before: &ActionPlan) -> ActionPlan {
    let fields = reading.fields;
    let (starts, ends) = (reading.date("starts"), reading.date("ends"));
    ActionPlan {
        id: before.id.clone(),
        title: fields.wordings("title"),
        starts: starts.unwrap_or(before.starts),
        ends: ends.unwrap_or(before.ends),
        focus_areas: reading.boxes("focus-areas", &before.focus_areas),
        body: fields.wordings("body"),
        example: fields.has("example"),
    }
}

/// What a new plan begins as: the year after the newest one.
pub(super) fn blank(state: &State, today: Date) -> Option<ActionPlan> {
    let year = state.newest_plan().map_or(today.year(), |plan| plan.ends.year().saturating_add(1));
    Some(ActionPlan {
        id: "x".parse().ok()?,
        title: Text::default(),
        starts: Date::new(year, 1, 1).ok()?,
        ends: Date::new(year, 12, 31).ok()?,
        focus_areas: state.focus_areas.iter().map(|area| area.id.clone()).collect(),
        body: Text::default(),
        example: false,
    })
}

/// Gives a new plan its identifier: its year, or its title where the year is taken.
pub(super) fn begun(plan: ActionPlan, state: &State) -> Option<ActionPlan> {
    let year: ActionPlanId = plan.starts.year().to_string().parse().ok()?;
    let id = if state.action_plan(&year).is_none() {
        year
    } else {
        identifier_from(plan.title.plain(Language::Nb)).parse().ok()?
    };
    Some(ActionPlan { id, ..plan })
}
