//! Carrying decisions out: what becomes of the measures and goals that they are about.

use std::collections::HashMap;

use jiff::civil::Date;

use super::{Choice, Decision, Draft, Shock};
use crate::{ActionPlanId, AdoptedPlan, BudgetLine, Goal, Measure, MeasureId, State, Status, StatusChange, Text};

/// The plan as the next revision would adopt it today: as it stands, with every decision that waits carried out.
/// None where there is no such plan.
pub fn draft(state: &State, plan: &ActionPlanId, today: Date) -> Option<AdoptedPlan> {
    draft_on(state.clone(), state, plan, today)
}

/// As [`draft`], for a revision adopted on an earlier day, when the programme stood as in `then`.
pub fn draft_on(mut then: State, now: &State, plan: &ActionPlanId, day: Date) -> Option<AdoptedPlan> {
    let decisions = carry_out_pending(&mut then, now, plan, day);
    let frame = then.action_plan(plan)?;
    Some(AdoptedPlan {
        decisions,
        ..AdoptedPlan::on(&then, frame, day)
    })
}

/// Carries out in `state` what waits in `known` for the next revision of a plan; gives those decisions.
pub(crate) fn carry_out_pending(state: &mut State, known: &State, plan: &ActionPlanId, day: Date) -> Vec<Decision> {
    let pending = pending(known, plan, day);
    for decision in pending.iter().filter(|decision| decision.emergency.is_none()) {
        carry_out(state, decision, known.shock(&decision.shock), day);
    }
    state.sort();
    pending
}

/// The decisions that the next revision of a plan carries out: those about its measures, and those about goals.
fn pending(state: &State, plan: &ActionPlanId, day: Date) -> Vec<Decision> {
    let plans: HashMap<&MeasureId, &ActionPlanId> = state.measures.iter().map(|measure| (&measure.id, &measure.plan)).collect();
    let is_of_plan = |decision: &&Decision| match (&decision.measure, decision.drafted()) {
        (_, Some(drafted)) => &drafted.plan == plan,
        (Some(measure), None) => plans.get(measure).is_some_and(|of| *of == plan),
        (None, None) => true,
    };
    let in_time = |decision: &&Decision| decision.decided <= day && decision.is_pending(day);
    state.decisions.iter().filter(in_time).filter(is_of_plan).cloned().collect()
}

/// Makes of a state what a decision says, as from a day.
pub(super) fn carry_out(state: &mut State, decision: &Decision, shock: Option<&Shock>, day: Date) {
    if let Some(draft) = &decision.goal_draft
        && let Some(goal) = state.goals.iter_mut().find(|goal| goal.id == draft.will.id)
    {
        *goal = rebased_goal(&draft.was, &draft.will, goal);
    }
    let Some(id) = &decision.measure else { return };
    if let (Choice::New, Some(draft)) = (decision.choice, &decision.draft) {
        if !state.measures.iter().any(|known| &known.id == id) {
            state.measures.push(as_new(&draft.will, &decision.reason, day));
        }
        return;
    }
    if let Some(measure) = state.measures.iter_mut().find(|measure| &measure.id == id) {
        if let Some(draft) = &decision.draft {
            *measure = rebased(draft, measure);
        }
        if let Some(change) = status_of(decision, shock, measure, day) {
            insert(&mut measure.status, change);
        }
    }
}

fn as_new(drafted: &Measure, reason: &Text, day: Date) -> Measure {
    let first = StatusChange {
        date: day,
        status: drafted.current(),
        reason: reason.clone(),
        replaced_by: None,
    };
    Measure {
        from: Some(day),
        status: vec![first],
        ..drafted.clone()
    }
}

/// The line that the decision adds to the measure's history; none where it is kept and goes on as it does.
fn status_of(decision: &Decision, shock: Option<&Shock>, measure: &Measure, day: Date) -> Option<StatusChange> {
    // what was put on hold meanwhile takes up again what it was before
    let resumed = || match measure.current() {
        Status::Paused => shock
            .and_then(|shock| shock.status_when_it_struck(measure))
            .filter(|status| *status != Status::Paused)
            .unwrap_or(Status::Planned),
        current => current,
    };
    let status = match decision.choice {
        Choice::Keep if measure.current() == Status::Paused => resumed(),
        Choice::Keep | Choice::New | Choice::Repath => return None,
        Choice::Change => resumed(),
        Choice::Pause => Status::Paused,
        Choice::Stop => Status::Dropped,
        Choice::Replace => Status::Replaced,
    };
    Some(StatusChange {
        date: day,
        status,
        reason: decision.reason.clone(),
        replaced_by: decision.replaced_by.clone(),
    })
}

/// Puts a line into a history where its date belongs.
fn insert(history: &mut Vec<StatusChange>, change: StatusChange) {
    let place = history
        .iter()
        .rposition(|known| known.date <= change.date)
        .map_or(0, |last| last + 1);
    history.insert(place, change);
}

macro_rules! taken_over {
    ($was:expr, $will:expr, $now:expr; $($field:ident),*) => {$(
        if $was.$field != $will.$field {
            $now.$field = $will.$field.clone();
        }
    )*};
}

/// The measure as it is now with what the draft changes. What was delivered since stays, and so does its history.
fn rebased(draft: &Draft, now: &Measure) -> Measure {
    let mut next = now.clone();
    let Some(was) = &draft.was else { return next };
    let will = &draft.will;
    taken_over!(was, will, next; title, focus_area, goals, responsible, executing, contributing, horizon, starts, ends, assumptions,
                depends_on, body, cost, order);
    if was.budget != will.budget {
        next.budget = will
            .budget
            .iter()
            .map(|line| with_delivered(line, &was.budget, &now.budget))
            .collect();
    }
    next
}

/// A line of the draft with what its funder has delivered since the draft was made.
fn with_delivered(line: &BudgetLine, was: &[BudgetLine], now: &[BudgetLine]) -> BudgetLine {
    let same = |known: &&BudgetLine| (&known.funder, known.year) == (&line.funder, line.year);
    let mut next = line.clone();
    if let Some(now) = now.iter().find(same) {
        let drafted = was.iter().find(same).map(|was| (was.delivered_kroner, was.delivered_hours));
        if drafted.is_none_or(|drafted| drafted == (line.delivered_kroner, line.delivered_hours)) {
            (next.delivered_kroner, next.delivered_hours) = (now.delivered_kroner, now.delivered_hours);
        }
    }
    next
}

fn rebased_goal(was: &Goal, will: &Goal, now: &Goal) -> Goal {
    let mut next = now.clone();
    taken_over!(was, will, next; title, sentence, serves, indicator, owner, assumptions, body, target, order);
    next
}

/// Takes back what an emergency decision did, as from a day, with the reason that the measure's history then shows.
pub(super) fn fall_back(state: &mut State, decision: &Decision, day: Date, reason: &Text) {
    let Some(measure) = state.measures.iter_mut().find(|known| Some(&known.id) == decision.measure.as_ref()) else {
        return;
    };
    let was = decision.emergency.as_ref().and_then(|emergency| emergency.was.as_deref());
    if let (Some(was), Some(draft)) = (was, &decision.draft) {
        let back = Draft {
            was: Some(draft.will.clone()),
            will: Box::new(was.clone()),
        };
        *measure = rebased(&back, measure);
    }
    let change = StatusChange {
        date: day,
        // a new measure that nobody adopted was never the plan's
        status: was.map_or(Status::Dropped, Measure::current),
        reason: reason.clone(),
        replaced_by: None,
    };
    insert(&mut measure.status, change);
}
