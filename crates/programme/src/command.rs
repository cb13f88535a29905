//! Commands: the one door through which a programme changes. Each says who, on whose behalf and why; it is checked
//! against the state as it is, applied in one transaction, and written into the journal.

use std::collections::BTreeSet;
use std::sync::Arc;

use jiff::civil::Date;

use crate::check::{Fault, FaultKind};
use crate::exchange::PlanFile;
use crate::role::{Actor, Role};
use crate::{
    ActionPlan, ActionPlanId, AdoptedPlan, Goal, Measure, MeasureId, OrganisationId, ProgrammeId, Revision, State, StatusChange, Text,
    assumption, check, hearing, letter, shock, vote,
};

/// A change with who, on whose behalf and why.
#[derive(Debug, Clone)]
pub struct Command {
    pub who: Actor,
    pub on_behalf_of: Option<OrganisationId>,
    /// May be empty where the change explains itself.
    pub why: String,
    pub change: Change,
}

/// What is to change. `base` is the journal number of the version that the person was looking at, so that two people's
/// work is never overwritten unseen; `None` for something new.
#[derive(Debug, Clone)]
pub enum Change {
    /// The whole programme from its folder.
    Load(Box<State>),
    /// One plan from a file of its own, added or brought up to the file; what else there is stays.
    LoadPlan(Box<PlanFile>),
    SaveGoal {
        goal: Box<Goal>,
        base: Option<i64>,
    },
    SavePlan {
        plan: Box<ActionPlan>,
        base: Option<i64>,
    },
    SaveMeasure {
        measure: Box<Measure>,
        base: Option<i64>,
    },
    ChangeStatus {
        measure: MeasureId,
        change: StatusChange,
        base: Option<i64>,
    },
    /// Takes a measure out that no revision holds; what was adopted is dropped by status instead.
    RemoveMeasure {
        measure: MeasureId,
        base: Option<i64>,
    },
    AdoptRevision {
        plan: ActionPlanId,
        adopted: Date,
        body: Text,
        case: String,
        reason: Text,
        /// Why the long term gets less than the programme's floor; may be empty where it does not.
        floor_reason: Text,
        /// The number of the plan's newest revision that the person saw; 0 where there was none.
        after: u32,
    },
    /// The least share, in per cent, that a plan gives the long term unless a reason is given; none takes it away.
    SetLongTermFloor {
        programme: ProgrammeId,
        floor: Option<u8>,
        base: Option<i64>,
    },
    /// The register of assumptions.
    Assumption(assumption::Change),
    /// Letters to the partners.
    Letter(letter::Change),
    /// Shocks and what is decided on them.
    Shock(shock::Change),
    /// Hearings, and the statements to them.
    Hearing(hearing::Change),
    /// Priority votes.
    Vote(vote::Change),
    Invite {
        email: String,
        name: String,
        role: Role,
        organisation: Option<OrganisationId>,
    },
    EndAccess {
        email: String,
    },
}

impl Change {
    /// The word in the journal and in message keys.
    pub fn word(&self) -> &'static str {
        match self {
            Self::Load(_) => "load",
            Self::LoadPlan(_) => "load-plan",
            Self::SaveGoal { .. } => "save-goal",
            Self::SavePlan { .. } => "save-plan",
            Self::SaveMeasure { .. } => "save-measure",
            Self::ChangeStatus { .. } => "change-status",
            Self::RemoveMeasure { .. } => "remove-measure",
            Self::AdoptRevision { .. } => "adopt-revision",
            Self::SetLongTermFloor { .. } => "set-long-term-floor",
            Self::Assumption(change) => change.word(),
            Self::Letter(change) => change.word(),
            Self::Shock(change) => change.word(),
            Self::Hearing(change) => change.word(),
            Self::Vote(change) => change.word(),
            Self::Invite { .. } => "invite",
            Self::EndAccess { .. } => "end-access",
        }
    }

    /// The objects that it is about and the version that each was based on.
    pub(crate) fn targets(&self) -> Vec<(&'static str, String, Option<i64>)> {
        match self {
            Self::SaveGoal { goal, base } => vec![("goal", goal.id.to_string(), *base)],
            Self::SavePlan { plan, base } => vec![("action-plan", plan.id.to_string(), *base)],
            Self::SaveMeasure { measure, base } => vec![("measure", measure.id.to_string(), *base)],
            Self::ChangeStatus { measure, base, .. } | Self::RemoveMeasure { measure, base } => {
                vec![("measure", measure.to_string(), *base)]
            }
            Self::SetLongTermFloor { programme, base, .. } => vec![("programme", programme.to_string(), *base)],
            Self::Assumption(change) => change.targets(),
            Self::Letter(change) => change.targets(),
            Self::Shock(change) => change.targets(),
            Self::Hearing(change) => change.targets(),
            Self::Vote(change) => change.targets(),
            Self::Load(_) | Self::LoadPlan(_) | Self::AdoptRevision { .. } | Self::Invite { .. } | Self::EndAccess { .. } => Vec::new(),
        }
    }
}

/// Why a command was not carried out. Nothing has changed.
#[derive(Debug, thiserror::Error)]
pub enum Refusal {
    /// The person may not do this.
    #[error("this person may not make this change")]
    Forbidden,
    /// What the command speaks of is not there.
    #[error("there is nothing with this name")]
    Missing,
    /// Somebody else changed it since the person looked; `entry` is the journal number of the newer version.
    #[error("somebody has changed this since it was opened (journal number {entry})")]
    Conflict { entry: i64 },
    /// The result would break these rules.
    #[error("{}", faults(.0))]
    Faults(Vec<Fault>),
    /// The store could not do it.
    #[error(transparent)]
    Store(#[from] store::StoreError),
}

fn faults(faults: &[Fault]) -> String {
    faults.iter().map(ToString::to_string).collect::<Vec<_>>().join("; ")
}

/// Applies a change to a state in memory: who may, what becomes of it, and whether the result holds together.
pub(crate) fn apply(state: &State, command: &Command) -> Result<State, Refusal> {
    let who = &command.who;
    let mut next = state.clone();
    match &command.change {
        Change::Load(loaded) => {
            if !who.may_govern() {
                return Err(Refusal::Forbidden);
            }
            next = (**loaded).clone();
            hearing::keep_received(state, &mut next);
            vote::keep_opened(state, &mut next);
            let gone = gone_though_adopted(state, &next);
            if !gone.is_empty() {
                return Err(Refusal::Faults(gone));
            }
        }
        Change::LoadPlan(file) => {
            allowed(who.may_govern())?;
            next = (**file).clone().into_state(state);
        }
        Change::SaveGoal { goal, .. } => {
            allowed(who.may_edit_all())?;
            replace(&mut next.goals, (**goal).clone(), |one, two| one.id == two.id);
        }
        Change::SavePlan { plan, .. } => {
            allowed(who.may_edit_all())?;
            replace(&mut next.action_plans, (**plan).clone(), |one, two| one.id == two.id);
        }
        Change::SaveMeasure { measure, .. } => {
            let known = state.measure(&measure.id);
            allowed(known.map_or(who.may_edit_all(), |before| who.may_change(before, measure)))?;
            replace(&mut next.measures, (**measure).clone(), |one, two| one.id == two.id);
        }
        Change::ChangeStatus { measure, change, .. } => {
            let known = next
                .measures
                .iter_mut()
                .find(|known| &known.id == measure)
                .ok_or(Refusal::Missing)?;
            allowed(who.may_report(known))?;
            known.status.push(change.clone());
        }
        Change::RemoveMeasure { measure, .. } => remove_measure(&mut next, measure, who)?,
        Change::SetLongTermFloor { floor, .. } => {
            allowed(who.may_govern())?;
            next.programme.long_term_floor = *floor;
        }
        Change::Assumption(change) => change.apply(&mut next, who)?,
        Change::Letter(change) => change.apply(&mut next, who)?,
        Change::Shock(change) => change.apply(&mut next, who)?,
        Change::Hearing(change) => change.apply(&mut next, who)?,
        Change::AdoptRevision { plan, adopted, .. } => {
            allowed(who.may_govern())?;
            hearing::may_be_adopted(&next, plan, *adopted)?;
        }
        Change::Vote(change) => change.apply(&mut next, who)?,
        Change::Invite { .. } | Change::EndAccess { .. } => allowed(who.may_govern())?,
    }
    next.sort();
    let faults = check::next(Some(state), &next);
    if faults.is_empty() {
        Ok(next)
    } else {
        Err(Refusal::Faults(faults))
    }
}

pub(crate) fn allowed(may: bool) -> Result<(), Refusal> {
    if may { Ok(()) } else { Err(Refusal::Forbidden) }
}

pub(crate) fn replace<T>(list: &mut Vec<T>, item: T, same: impl Fn(&T, &T) -> bool) {
    match list.iter_mut().find(|known| same(known, &item)) {
        Some(known) => *known = item,
        None => list.push(item),
    }
}

/// Plans and measures that adopted revisions hold and that `next` no longer has.
fn gone_though_adopted(before: &State, next: &State) -> Vec<Fault> {
    let fault = |kind, id: String| Fault {
        kind,
        id,
        field: "id",
        what: FaultKind::Adopted,
    };
    let plans: BTreeSet<&ActionPlanId> = before.revisions.iter().map(|revision| &revision.plan).collect();
    let plans = plans.into_iter().filter(|plan| next.action_plan(plan).is_none());
    let measures = adopted_measures(before)
        .into_iter()
        .filter(|measure| next.measure(measure).is_none());
    plans
        .map(|plan| fault("action-plan", plan.to_string()))
        .chain(measures.map(|measure| fault("measure", measure.to_string())))
        .collect()
}

/// The measures that adopted revisions hold.
fn adopted_measures(state: &State) -> BTreeSet<MeasureId> {
    let adopted = state.revisions.iter().filter_map(|revision| revision.adopted_plan().ok());
    let measures = |plan: Arc<AdoptedPlan>| plan.measures.iter().map(|measure| measure.id.clone()).collect::<Vec<_>>();
    adopted.flat_map(measures).collect()
}

fn remove_measure(next: &mut State, measure: &MeasureId, who: &Actor) -> Result<(), Refusal> {
    allowed(who.may_govern())?;
    if adopted_measures(next).contains(measure) {
        return Err(Refusal::Forbidden);
    }
    let before = next.measures.len();
    next.measures.retain(|known| &known.id != measure);
    if next.measures.len() == before {
        Err(Refusal::Missing)
    } else {
        Ok(())
    }
}

/// What a body adopted, and when.
pub(crate) struct Adoption<'a> {
    pub plan: &'a ActionPlanId,
    pub adopted: Date,
    pub body: &'a Text,
    pub case: &'a str,
    pub reason: &'a Text,
    pub floor_reason: &'a Text,
}

/// Adopts a plan from the state as it stood that day: what was decided on shocks is carried out, both in what is adopted
/// and in the state as it is now.
pub(crate) fn adopt(mut then: State, now: &mut State, adoption: &Adoption<'_>) -> Result<(), Refusal> {
    let Adoption { plan, adopted, .. } = *adoption;
    let number = now.revisions_of(plan).map(|revision| revision.number).max().unwrap_or(0) + 1;
    let known = now.clone();
    shock::carry_out_pending(&mut then, &known, plan, adopted);
    let carried = shock::carry_out_pending(now, &known, plan, adopted);
    let decisions: Vec<_> = carried.into_iter().map(|decision| decision.carried_out_by(plan, number)).collect();
    for decision in &decisions {
        replace(&mut now.decisions, decision.clone(), |one, two| one.key() == two.key());
    }
    let frame = then.action_plan(plan).ok_or(Refusal::Missing)?;
    let adopted_plan = AdoptedPlan::on(&then, frame, adopted).with(&then, decisions, adoption.floor_reason);
    let floor = |what| {
        Refusal::Faults(vec![Fault {
            kind: "action-plan",
            id: plan.to_string(),
            field: "floor-reason",
            what,
        }])
    };
    let content = adopted_plan.map_err(floor)?.to_content().map_err(|_| Refusal::Missing)?;
    now.revisions.push(Revision {
        plan: plan.clone(),
        number,
        adopted,
        body: adoption.body.clone(),
        case: adoption.case.to_owned(),
        reason: adoption.reason.clone(),
        example: false,
        hash: Revision::hash_of(&content),
        content: content.into(),
    });
    Ok(())
}
