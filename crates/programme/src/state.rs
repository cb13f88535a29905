//! The whole state of a programme at one moment: what every page, document and rule reads.

use std::collections::BTreeMap;

use crate::{
    ActionPlan, ActionPlanId, Assumption, AssumptionId, Decision, FocusArea, FocusAreaId, Goal, GoalId, GuidingPlan, GuidingPlanId,
    Hearing, HearingId, Indicator, IndicatorId, Letter, LetterId, Measure, MeasureId, Organisation, OrganisationId, Programme, Revision,
    Series, SeriesId, Shock, ShockId, Statement, Vote, VoteId, hearing,
};

/// Everything a programme holds that can be put in a folder: `load(export(state)) = state`.
///
/// Lists keep the order of the folder; what stands in files of its own is ordered by its `order`, then its identifier.
#[derive(Debug, Clone, PartialEq)]
pub struct State {
    pub programme: Programme,
    pub organisations: Vec<Organisation>,
    pub assumptions: Vec<Assumption>,
    pub indicators: Vec<Indicator>,
    pub series: Vec<Series>,
    pub focus_areas: Vec<FocusArea>,
    pub guiding_plans: Vec<GuidingPlan>,
    pub goals: Vec<Goal>,
    pub action_plans: Vec<ActionPlan>,
    pub measures: Vec<Measure>,
    /// By date.
    pub shocks: Vec<Shock>,
    /// By shock and what they are about.
    pub decisions: Vec<Decision>,
    pub hearings: Vec<Hearing>,
    /// What hearings about a plan published.
    pub hearing_drafts: Vec<hearing::Draft>,
    /// By hearing and number.
    pub statements: Vec<Statement>,
    pub votes: Vec<Vote>,
    /// By plan and revision.
    pub letters: Vec<Letter>,
    /// By plan and number.
    pub revisions: Vec<Revision>,
}

macro_rules! lookups {
    ($($(#[$meta:meta])* $name:ident in $list:ident: $id:ty => $item:ty),* $(,)?) => {$(
        $(#[$meta])*
        pub fn $name(&self, id: &$id) -> Option<&$item> {
            self.$list.iter().find(|item| &item.id == id)
        }
    )*};
}

impl State {
    lookups! {
        organisation in organisations: OrganisationId => Organisation,
        assumption in assumptions: AssumptionId => Assumption,
        indicator in indicators: IndicatorId => Indicator,
        series_by_id in series: SeriesId => Series,
        focus_area in focus_areas: FocusAreaId => FocusArea,
        guiding_plan in guiding_plans: GuidingPlanId => GuidingPlan,
        goal in goals: GoalId => Goal,
        action_plan in action_plans: ActionPlanId => ActionPlan,
        measure in measures: MeasureId => Measure,
        shock in shocks: ShockId => Shock,
        hearing in hearings: HearingId => Hearing,
        vote in votes: VoteId => Vote,
        letter in letters: LetterId => Letter,
    }

    /// The measures of a plan, in the plan's order.
    pub fn measures_of(&self, plan: &ActionPlanId) -> impl Iterator<Item = &Measure> {
        let plan = plan.clone();
        self.measures.iter().filter(move |measure| measure.plan == plan)
    }

    /// The goals that measure growth: those with an indicator or a target path.
    pub fn growth_goals(&self) -> impl Iterator<Item = &Goal> {
        self.goals.iter().filter(|goal| goal.plan.is_none())
    }

    /// The goals of a guiding plan.
    pub fn goals_of(&self, plan: &GuidingPlanId) -> impl Iterator<Item = &Goal> {
        let plan = plan.clone();
        self.goals.iter().filter(move |goal| goal.plan.as_ref() == Some(&plan))
    }

    /// The goals that serve this one directly.
    pub fn goals_serving(&self, goal: &GoalId) -> impl Iterator<Item = &Goal> {
        let goal = goal.clone();
        self.goals.iter().filter(move |other| other.serves.contains(&goal))
    }

    /// Every measure in every plan that claims a goal, directly or through a goal that serves it.
    pub fn measures_claiming(&self, goal: &GoalId) -> Vec<&Measure> {
        let mut goals = vec![goal.clone()];
        let mut next = 0;
        while let Some(current) = goals.get(next).cloned() {
            let serving: Vec<GoalId> = self
                .goals_serving(&current)
                .map(|goal| goal.id.clone())
                .filter(|id| !goals.contains(id))
                .collect();
            goals.extend(serving);
            next += 1;
        }
        self.measures
            .iter()
            .filter(|measure| measure.goals.iter().any(|id| goals.contains(id)))
            .collect()
    }

    /// The measures and the goals that rest on an assumption directly.
    pub fn resting_on(&self, assumption: &AssumptionId) -> (Vec<&Measure>, Vec<&Goal>) {
        let measures = self.measures.iter().filter(|measure| measure.assumptions.contains(assumption));
        let goals = self.goals.iter().filter(|goal| goal.assumptions.contains(assumption));
        (measures.collect(), goals.collect())
    }

    /// The plan that stands for the programme now: the one that starts last.
    pub fn newest_plan(&self) -> Option<&ActionPlan> {
        self.action_plans.iter().max_by_key(|plan| plan.starts)
    }

    /// The revisions of a plan, oldest first.
    pub fn revisions_of(&self, plan: &ActionPlanId) -> impl DoubleEndedIterator<Item = &Revision> {
        let plan = plan.clone();
        self.revisions.iter().filter(move |revision| revision.plan == plan)
    }

    /// The decision of a shock with this key.
    pub fn decision(&self, key: &str) -> Option<&Decision> {
        self.decisions.iter().find(|decision| decision.key() == key)
    }

    /// The decisions that a revision carried out.
    pub fn decisions_of(&self, plan: &ActionPlanId, revision: u32) -> Vec<Decision> {
        let carried_out = |decision: &&Decision| {
            let by = decision.carried_out.as_ref();
            by.is_some_and(|by| &by.plan == plan && by.revision == revision)
        };
        self.decisions.iter().filter(carried_out).cloned().collect()
    }

    /// Puts everything into the one order that files, store and pages agree on.
    pub fn sort(&mut self) {
        self.guiding_plans
            .sort_by(|one, two| (one.order, &one.id).cmp(&(two.order, &two.id)));
        self.goals.sort_by(|one, two| (one.order, &one.id).cmp(&(two.order, &two.id)));
        self.action_plans.sort_by(|one, two| one.id.cmp(&two.id));
        self.measures
            .sort_by(|one, two| (&one.plan, one.order, &one.id).cmp(&(&two.plan, two.order, &two.id)));
        self.letters
            .sort_by(|one, two| (&one.plan, one.revision).cmp(&(&two.plan, two.revision)));
        self.shocks.sort_by(|one, two| (one.date, &one.id).cmp(&(two.date, &two.id)));
        self.hearings.sort_by(|one, two| (one.opens, &one.id).cmp(&(two.opens, &two.id)));
        self.hearing_drafts.sort_by(|one, two| one.id.cmp(&two.id));
        self.statements
            .sort_by(|one, two| (&one.hearing, one.number).cmp(&(&two.hearing, two.number)));
        self.decisions
            .sort_by_cached_key(|decision| (decision.shock.clone(), decision.subject()));
        self.votes.sort_by(|one, two| one.id.cmp(&two.id));
        self.revisions
            .sort_by(|one, two| (&one.plan, one.number).cmp(&(&two.plan, two.number)));
    }

    /// How many measures have each status, in the order of a measure's life.
    pub fn statuses<'a>(measures: impl IntoIterator<Item = &'a Measure>) -> BTreeMap<crate::Status, usize> {
        let mut counts = BTreeMap::new();
        for measure in measures {
            *counts.entry(measure.current()).or_default() += 1;
        }
        counts
    }
}
