//! One plan as a file of its own: JSON, which holds everything, and StratML (ISO 17469, Part 2), which other systems
//! for plans read and write. `docs/stratml.md` says what becomes of what.

mod stratml_read;
mod stratml_write;
mod xml;

use std::collections::BTreeSet;
use std::fmt;

use serde::{Deserialize, Serialize};

use crate::{ActionPlan, ActionPlanId, Assumption, FocusArea, Goal, GoalId, Language, Measure, Organisation, State};

/// The largest file that is read, in bytes.
pub const LARGEST: usize = 16 << 20;

/// A plan with what it names.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct PlanFile {
    pub plan: ActionPlan,
    pub measures: Vec<Measure>,
    /// Those that the measures serve, and those that these serve.
    #[serde(default)]
    pub goals: Vec<Goal>,
    #[serde(default)]
    pub organisations: Vec<Organisation>,
    #[serde(default)]
    pub focus_areas: Vec<FocusArea>,
    #[serde(default)]
    pub assumptions: Vec<Assumption>,
}

/// What is wrong with a file: where, what, and the mend.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mistake {
    /// Counted from 1; 0 where it is about the whole file.
    pub line: u32,
    /// The element or field.
    pub place: String,
    pub what: String,
}

impl fmt::Display for Mistake {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match (self.line, self.place.as_str()) {
            (0, place) => write!(formatter, "{place}: {}", self.what),
            (line, "") => write!(formatter, "line {line}: {}", self.what),
            (line, place) => write!(formatter, "line {line}, {place}: {}", self.what),
        }
    }
}

impl PlanFile {
    /// A plan of a programme; none where there is none with this name.
    pub fn of(state: &State, plan: &ActionPlanId) -> Option<Self> {
        let frame = state.action_plan(plan)?;
        let measures: Vec<Measure> = state.measures_of(plan).cloned().collect();
        let goals = goals_of(state, &measures);
        let assumed = |assumption: &Assumption| {
            let of_measures = measures.iter().flat_map(|measure| &measure.assumptions);
            of_measures
                .chain(goals.iter().flat_map(|goal| &goal.assumptions))
                .any(|id| id == &assumption.id)
        };
        let assumptions: Vec<Assumption> = state.assumptions.iter().filter(|one| assumed(one)).cloned().collect();
        let takes_part = |organisation: &Organisation| {
            let id = &organisation.id;
            measures.iter().any(|measure| measure.involves(id))
                || goals.iter().any(|goal| goal.owner.as_ref() == Some(id))
                || assumptions.iter().any(|assumption| assumption.owner.as_ref() == Some(id))
        };
        let heads = |area: &FocusArea| frame.focus_areas.contains(&area.id) || measures.iter().any(|one| one.focus_area == area.id);
        Some(Self {
            organisations: state.organisations.iter().filter(|one| takes_part(one)).cloned().collect(),
            focus_areas: state.focus_areas.iter().filter(|one| heads(one)).cloned().collect(),
            plan: frame.clone(),
            measures,
            goals,
            assumptions,
        })
    }

    /// As JSON, indented.
    pub fn to_json(&self) -> Result<String, serde_json::Error> {
        serde_json::to_string_pretty(self).map(|text| text + "\n")
    }

    /// Read from JSON.
    pub fn from_json(text: &str) -> Result<Self, Vec<Mistake>> {
        not_too_large(text)?;
        serde_json::from_str(text).map_err(|error| {
            vec![Mistake {
                line: u32::try_from(error.line()).unwrap_or(0),
                place: format!("column {}", error.column()),
                what: format!("this is not a plan as Vekst writes it: {error}"),
            }]
        })
    }

    /// As StratML, which has one language.
    pub fn to_stratml(&self, language: Language) -> String {
        stratml_write::document(self, language)
    }

    /// Read from StratML. What the programme has already keeps what StratML cannot say: other languages, sources, marks.
    pub fn from_stratml(text: &str, state: &State, language: Language) -> Result<Self, Vec<Mistake>> {
        not_too_large(text)?;
        stratml_read::plan(text, state, language)
    }

    /// The programme with this plan in it: what it has by the same names is replaced, the rest is added, and nothing goes.
    pub fn into_state(self, state: &State) -> State {
        let mut next = state.clone();
        put(&mut next.organisations, self.organisations, |one, two| one.id == two.id);
        put(&mut next.focus_areas, self.focus_areas, |one, two| one.id == two.id);
        put(&mut next.assumptions, self.assumptions, |one, two| one.id == two.id);
        put(&mut next.goals, self.goals, |one, two| one.id == two.id);
        put(&mut next.action_plans, vec![self.plan], |one, two| one.id == two.id);
        put(&mut next.measures, self.measures, |one, two| one.id == two.id);
        next.sort();
        next
    }
}

fn put<T>(list: &mut Vec<T>, items: Vec<T>, same: impl Fn(&T, &T) -> bool) {
    for item in items {
        match list.iter_mut().find(|known| same(known, &item)) {
            Some(known) => *known = item,
            None => list.push(item),
        }
    }
}

fn goals_of(state: &State, measures: &[Measure]) -> Vec<Goal> {
    let mut wanted: Vec<&GoalId> = measures.iter().flat_map(|measure| &measure.goals).collect();
    let mut seen = BTreeSet::new();
    while let Some(id) = wanted.pop() {
        if seen.insert(id.clone()) {
            wanted.extend(state.goal(id).into_iter().flat_map(|goal| &goal.serves));
        }
    }
    state.goals.iter().filter(|goal| seen.contains(&goal.id)).cloned().collect()
}

fn not_too_large(text: &str) -> Result<(), Vec<Mistake>> {
    if text.len() <= LARGEST {
        return Ok(());
    }
    Err(vec![Mistake {
        line: 0,
        place: "the file".to_owned(),
        what: format!("it is larger than {} MB, which no plan is", LARGEST >> 20),
    }])
}
