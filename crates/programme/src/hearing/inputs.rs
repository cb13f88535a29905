//! What statements mean for measures: what partners answered, what was changed by which, and what still waits.

use jiff::civil::Date;

use super::{Statement, Verdict};
use crate::difference::{Note, Notes};
use crate::{ActionPlanId, Hearing, HearingId, MeasureId, State};

/// What one statement says of a measure.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct MeasureAnswer<'a> {
    pub hearing: &'a Hearing,
    pub statement: &'a Statement,
    pub verdict: &'a Verdict,
}

/// What was answered about a measure in every hearing, the newest hearing first and within each in the order of the
/// statements. Withheld statements are left out.
pub fn answers_for<'a>(state: &'a State, measure: &MeasureId) -> Vec<MeasureAnswer<'a>> {
    let measure = measure.clone();
    let hearings = state.hearings.iter().rev().filter(|hearing| hearing.is_published());
    hearings
        .flat_map(|hearing| state.statements_to(&hearing.id).map(move |statement| (hearing, statement)))
        .filter(|(_, statement)| statement.publication() != super::Publication::Withheld)
        .filter_map(|(hearing, statement)| {
            let verdict = statement.verdict_on(&measure)?;
            Some(MeasureAnswer {
                hearing,
                statement,
                verdict,
            })
        })
        .collect()
}

/// The statements by which a measure of a plan was changed, as hearing and number, oldest assessment first.
pub fn inputs_for(state: &State, plan: &ActionPlanId, measure: &MeasureId) -> Vec<(HearingId, u32)> {
    let mut found: Vec<&Statement> = changing(state, plan)
        .filter(|(_, changed)| changed.contains(measure))
        .map(|(statement, _)| statement)
        .collect();
    found.sort_by_key(|statement| statement.assessment.as_ref().map(|assessment| assessment.date));
    found
        .iter()
        .map(|statement| (statement.hearing.clone(), statement.number))
        .collect()
}

/// Adds to the notes of a difference which statements led to changes, of those assessed after one day and until another.
pub fn input_notes(state: &State, plan: &ActionPlanId, after: Date, until: Date, notes: &mut Notes) {
    for (statement, changed) in changing(state, plan) {
        let assessed = statement.assessment.as_ref().map(|assessment| assessment.date);
        if assessed.is_none_or(|day| day > until || day <= after) {
            continue;
        }
        for measure in changed {
            notes.entry(measure.clone()).or_default().push(Note::Input {
                hearing: statement.hearing.to_string(),
                number: statement.number,
            });
        }
    }
}

/// The statements about a plan that changed something, with what.
fn changing<'a>(state: &'a State, plan: &ActionPlanId) -> impl Iterator<Item = (&'a Statement, &'a [MeasureId])> {
    let hearings = of_plan(state, plan);
    let changed = |statement: &'a Statement| {
        let changed = &statement.assessment.as_ref()?.changed;
        (!changed.is_empty()).then_some((statement, changed.as_slice()))
    };
    hearings.flat_map(|hearing| state.statements_to(&hearing.id)).filter_map(changed)
}

fn of_plan<'a>(state: &'a State, plan: &ActionPlanId) -> impl Iterator<Item = &'a Hearing> {
    let plan = plan.clone();
    let is_about = move |hearing: &&Hearing| hearing.is_published() && hearing.plan.as_ref() == Some(&plan);
    state.hearings.iter().filter(is_about)
}

/// The statements in the hearings of a plan that nobody has assessed: as long as there is one, the plan is not adopted.
pub fn unassessed<'a>(state: &'a State, plan: &ActionPlanId) -> Vec<&'a Statement> {
    of_plan(state, plan)
        .flat_map(|hearing| state.statements_to(&hearing.id))
        .filter(|statement| statement.lacks_assessment())
        .collect()
}

/// The hearings of a plan that a law lets run out before anything is decided, and that still run on a day.
pub(crate) fn running<'a>(state: &'a State, plan: &ActionPlanId, day: Date) -> impl Iterator<Item = &'a Hearing> {
    let runs = move |hearing: &&Hearing| hearing.opened.is_some_and(|opened| opened <= day) && day <= hearing.deadline;
    of_plan(state, plan).filter(runs).filter(|hearing| hearing.kind.is_statutory())
}
