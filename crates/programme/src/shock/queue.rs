//! The queue of a shock: everything that rests on what it broke or weakened, directly or through other measures, each
//! with what has been decided. It is computed and never kept, so it cannot be out of date.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use jiff::civil::Date;

use super::{Choice, Decision, Effect, Phase, Shock, Subject};
use crate::{Assumption, Goal, GoalId, Measure, MeasureId, Money, OrganisationId, Shares, State, Target, goal};

/// An assumption that a shock touches.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Hit<'a> {
    pub assumption: &'a Assumption,
    pub effect: Effect,
}

/// A measure in the queue.
#[derive(Debug, Clone, PartialEq)]
pub struct Item<'a> {
    pub measure: &'a Measure,
    /// What it rests on itself; empty where it is reached through other measures alone.
    pub hits: Vec<Hit<'a>>,
    /// The measures it depends on that are in the queue too.
    pub through: Vec<&'a Measure>,
    /// The open measures that depend on it directly.
    pub dependants: Vec<&'a Measure>,
    /// The newest decision about it, lapsed ones too.
    pub decision: Option<&'a Decision>,
}

/// A goal and what has been decided of it.
#[derive(Debug, Clone, PartialEq)]
pub struct GoalItem<'a> {
    pub goal: &'a Goal,
    pub hits: Vec<Hit<'a>>,
    pub decision: Option<&'a Decision>,
}

/// All that a shock asks to be decided, in the order of the plans.
#[derive(Debug, Clone, PartialEq)]
pub struct Queue<'a> {
    pub shock: &'a Shock,
    pub items: Vec<Item<'a>>,
    /// The growth goals, whether the shock touches them or not: they stand only because somebody says so.
    pub goals: Vec<GoalItem<'a>>,
    /// Decisions that bring something new into the plan.
    pub new: Vec<&'a Decision>,
    today: Date,
}

impl Item<'_> {
    /// True while it waits: nothing is decided, or what was has lapsed.
    pub fn waits(&self, today: Date) -> bool {
        waits(self.decision, today)
    }

    /// The worst that befell what it rests on; weakened where it is reached through others alone.
    pub fn effect(&self) -> Effect {
        self.hits.iter().map(|hit| hit.effect).min().unwrap_or(Effect::Weakened)
    }

    /// Everybody with a part in it.
    pub fn partners(&self) -> BTreeSet<&OrganisationId> {
        self.measure.organisations()
    }
}

impl GoalItem<'_> {
    /// True while nobody has said that it stands, gets another path, or changes.
    pub fn waits(&self, today: Date) -> bool {
        waits(self.decision, today)
    }
}

fn waits(decision: Option<&Decision>, today: Date) -> bool {
    decision.is_none_or(|decision| decision.phase(today) == Phase::Lapsed)
}

impl<'a> Queue<'a> {
    /// The queue of a shock as it stands on a day.
    pub fn of(state: &'a State, shock: &'a Shock, today: Date) -> Self {
        let decisions = decisions_of(state, shock);
        let hits = |assumptions: &[crate::AssumptionId]| -> Vec<Hit<'a>> {
            let hit = |id| {
                Some(Hit {
                    effect: shock.effect_on(id)?,
                    assumption: state.assumption(id)?,
                })
            };
            assumptions.iter().filter_map(hit).collect()
        };
        let reach = Reach::of(state, shock, &decisions);
        let item = |measure: &'a Measure| Item {
            measure,
            hits: hits(&measure.assumptions),
            through: reach.through(measure),
            dependants: reach.dependants(measure),
            decision: decisions.get(&Subject::Measure(measure.id.clone())).copied(),
        };
        let goal = |goal: &'a Goal| GoalItem {
            goal,
            hits: hits(&goal.assumptions),
            decision: decisions.get(&Subject::Goal(goal.id.clone())).copied(),
        };
        Self {
            shock,
            items: reach.queued.iter().map(|measure| item(measure)).collect(),
            goals: state.growth_goals().filter(|goal| goal.target.is_some()).map(goal).collect(),
            new: decisions
                .values()
                .copied()
                .filter(|decision| decision.choice == Choice::New)
                .collect(),
            today,
        }
    }

    /// The item of a measure.
    pub fn item(&self, measure: &MeasureId) -> Option<&Item<'a>> {
        self.items.iter().find(|item| &item.measure.id == measure)
    }

    /// What still waits, in order.
    pub fn waiting(&self) -> impl Iterator<Item = &Item<'a>> {
        self.items.iter().filter(|item| item.waits(self.today))
    }

    /// How many measures have been decided.
    pub fn decided(&self) -> usize {
        self.items.len() - self.waiting().count()
    }

    /// The money of what still waits, and how many organisations have a part in it.
    pub fn at_stake(&self) -> (Money, usize) {
        let money = self.waiting().map(|item| item.measure.money()).sum();
        let partners: BTreeSet<&OrganisationId> = self.waiting().flat_map(Item::partners).collect();
        (money, partners.len())
    }

    /// How many open measures besides this one claim a goal: what is left for the goal if it stops.
    pub fn others_for(state: &State, measure: &Measure, goal: &GoalId) -> usize {
        let others = state.measures_claiming(goal).into_iter();
        others
            .filter(|other| other.id != measure.id && other.plan == measure.plan && other.current().is_open())
            .count()
    }
}

/// The shares of the two horizons as the plans of a shock's measures stood when it struck, and as they will stand with
/// what has been decided.
pub fn shares(state: &State, plan: &crate::ActionPlanId, shock: &Shock, today: Date) -> Option<(Shares, Shares)> {
    let before = state.action_plan(plan)?;
    let then: Vec<Measure> = state
        .measures_of(plan)
        .filter(|measure| shock.status_when_it_struck(measure).is_some())
        .map(|measure| as_it_was(measure, shock, state))
        .collect();
    let after = super::draft(state, plan, today)?;
    Some((Shares::of(&then, before), Shares::of(&after.measures, &after.plan)))
}

/// A measure as it was when the shock struck: as the last revision before it adopted it, where one did.
fn as_it_was(measure: &Measure, shock: &Shock, state: &State) -> Measure {
    let mut then = measure.clone();
    then.status.retain(|change| change.date < shock.date);
    if then.status.is_empty() {
        then.status.clone_from(&measure.status);
        then.status.truncate(1);
    }
    let adopted = state
        .revisions_of(&measure.plan)
        .rev()
        .find(|revision| revision.adopted < shock.date);
    let adopted = adopted.and_then(|revision| revision.adopted_plan().ok());
    match adopted.and_then(|plan| plan.measures.iter().find(|one| one.id == measure.id).cloned()) {
        Some(adopted) => Measure {
            status: then.status,
            ..adopted
        },
        None => then,
    }
}

/// The yearly rate that would take a goal from its newest figure to a target; none without a target or a figure.
pub fn needed_rate(state: &State, goal: &Goal, target: &Target, today: Date) -> Option<f64> {
    let indicator = state.indicator(goal.indicator.as_ref()?)?;
    let series = state.series_by_id(&indicator.series)?;
    let known = series.line(&[]).filter(|point| point.period.last_day() <= today);
    let newest = known
        .filter(|point| point.value.number().is_some())
        .max_by_key(|point| point.period)?;
    goal::needed_yearly_rate(target, newest.value.number()?, newest.period.last_day())
}

fn decisions_of<'a>(state: &'a State, shock: &Shock) -> BTreeMap<Subject, &'a Decision> {
    let own = state.decisions.iter().filter(|decision| decision.shock == shock.id);
    own.filter_map(|decision| Some((decision.subject()?, decision))).collect()
}

/// What a shock reaches among the measures that were open when it struck.
struct Reach<'a> {
    queued: Vec<&'a Measure>,
    in_queue: HashMap<&'a MeasureId, &'a Measure>,
    dependants: HashMap<&'a MeasureId, Vec<&'a Measure>>,
}

impl<'a> Reach<'a> {
    fn of(state: &'a State, shock: &Shock, decisions: &BTreeMap<Subject, &Decision>) -> Self {
        // what has been done since leaves the queue by itself, unless it was decided
        let concerned = |measure: &&'a Measure| {
            let was_open = shock.status_when_it_struck(measure).is_some_and(crate::Status::is_open);
            was_open
                && (measure.current().is_open()
                    || ended_since(measure, shock)
                    || decisions.contains_key(&Subject::Measure(measure.id.clone())))
        };
        let open: Vec<&Measure> = state.measures.iter().filter(concerned).collect();
        let mut dependants: HashMap<&MeasureId, Vec<&Measure>> = HashMap::new();
        for measure in &open {
            for on in &measure.depends_on {
                dependants.entry(on).or_default().push(measure);
            }
        }
        let is_hit = |measure: &&&Measure| measure.assumptions.iter().any(|id| shock.effect_on(id).is_some());
        let mut in_queue: HashMap<&MeasureId, &Measure> = HashMap::new();
        let mut next: Vec<&Measure> = open.iter().filter(is_hit).copied().collect();
        while let Some(measure) = next.pop() {
            if in_queue.insert(&measure.id, measure).is_none() {
                next.extend(dependants.get(&measure.id).into_iter().flatten());
            }
        }
        Self {
            queued: open.into_iter().filter(|measure| in_queue.contains_key(&measure.id)).collect(),
            in_queue,
            dependants,
        }
    }

    fn through(&self, measure: &Measure) -> Vec<&'a Measure> {
        let known = |id| self.in_queue.get(id).copied();
        measure.depends_on.iter().filter_map(known).collect()
    }

    fn dependants(&self, measure: &Measure) -> Vec<&'a Measure> {
        self.dependants.get(&measure.id).cloned().unwrap_or_default()
    }
}

/// True where it was stopped or replaced after the shock, which asks for the decision behind it.
fn ended_since(measure: &Measure, shock: &Shock) -> bool {
    let last = measure.status.last();
    last.is_some_and(|last| !last.status.is_open() && last.status != crate::Status::Done && last.date >= shock.date)
}
