//! What is different between two states of a plan: two revisions, two days, or a revision and a day.
//!
//! Every measure of either state is in it once, with what became of it and each field that differs, so nothing is lost:
//! what was stopped or taken out stands beside what is new. Two states differ in nothing if and only if they are equal;
//! the decisions that a revision carried out are no difference, but tell why there is one ([`notes`]).
//! The words of a text are compared by [`words::between`] when somebody reads it, since that is what takes time.

mod fields;
mod goal;
mod measure;
mod money;
mod note;
mod surroundings;
pub mod words;

use std::collections::{BTreeMap, HashMap, HashSet};

use jiff::civil::Date;

use crate::{ActionPlan, AdoptedPlan, FocusAreaId, Measure, MeasureId, StatusChange, Text};

pub use fields::{Members, Pair, Was};
pub use goal::{GoalDifference, GoalField};
pub use measure::Field;
pub use money::{Moved, Sums};
pub use note::{Note, Notes, notes};
pub use surroundings::{Kind as NamedKind, Named};

/// What became of a measure, from one state to the other.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Fate {
    /// The plan says of it what it said; only how it is going and what was delivered may be new.
    Kept,
    /// Who, what, when or how much is something else, or it was taken up again.
    Changed,
    /// It was put on hold.
    Paused,
    /// It was dropped.
    Stopped,
    /// Another measure took its place.
    Replaced,
    /// It came in.
    New,
    /// It is no longer in the plan at all.
    Removed,
}

impl Fate {
    /// All, in the order in which people ask for them.
    pub const ALL: [Self; 7] = [
        Self::Changed,
        Self::Paused,
        Self::Stopped,
        Self::Replaced,
        Self::Removed,
        Self::New,
        Self::Kept,
    ];

    /// The word in answers and message keys.
    pub fn word(self) -> &'static str {
        match self {
            Self::Kept => "kept",
            Self::Changed => "changed",
            Self::Paused => "paused",
            Self::Stopped => "stopped",
            Self::Replaced => "replaced",
            Self::New => "new",
            Self::Removed => "removed",
        }
    }
}

/// One measure in both states.
#[derive(Debug, Clone, PartialEq)]
pub struct MeasureDifference<'a> {
    pub id: &'a MeasureId,
    pub fate: Fate,
    /// None where it came in.
    pub before: Option<&'a Measure>,
    /// None where it is gone.
    pub after: Option<&'a Measure>,
    /// What is different in a measure that both states have, in the order of a measure's page.
    pub fields: Vec<Field<'a>>,
}

impl<'a> MeasureDifference<'a> {
    /// The measure as it is now, or as it was last.
    pub fn measure(&self) -> &'a Measure {
        self.after
            .or(self.before)
            .unwrap_or_else(|| unreachable!("it is in one of the two"))
    }

    /// The lines of its history that the older state does not have, oldest first.
    pub fn status_since(&self) -> Vec<&'a StatusChange> {
        match (self.before, self.after) {
            (None, Some(new)) => new.status.iter().collect(),
            _ => {
                let lines = self.fields.iter().find_map(|field| match field {
                    Field::Status(lines) => Some(lines.come.clone()),
                    _ => None,
                });
                lines.unwrap_or_default()
            }
        }
    }

    /// True where nothing at all is different.
    pub fn is_same(&self) -> bool {
        self.fate == Fate::Kept && self.fields.is_empty()
    }
}

/// A field of the plan's own frame that differs.
#[derive(Debug, Clone, PartialEq)]
pub enum FrameField<'a> {
    Title(Was<&'a Text>),
    Text(Was<&'a Text>),
    Starts(Was<Date>),
    Ends(Was<Date>),
    FocusAreas(Members<'a, FocusAreaId>),
    /// Any other field, by its name in files.
    Other(&'static str),
}

/// The difference of two states of a plan.
#[derive(Debug, Clone, PartialEq)]
pub struct Difference<'a> {
    pub before: &'a AdoptedPlan,
    pub after: &'a AdoptedPlan,
    /// The plan's own title, text, days and focus areas.
    pub frame: Vec<FrameField<'a>>,
    /// Every measure, in the order of the newer state; what is gone stands last.
    pub measures: Vec<MeasureDifference<'a>>,
    /// The goals that differ. Empty where one of the states does not say what its goals were.
    pub goals: Vec<GoalDifference<'a>>,
    /// All else that the two states name and that differs: names, assumptions, figures.
    pub surroundings: Vec<Named<'a>>,
    pub sums: Was<Sums>,
    pub kroner: Moved,
    pub hours: Moved,
}

impl<'a> Difference<'a> {
    /// The difference between an earlier and a later state.
    pub fn between(before: &'a AdoptedPlan, after: &'a AdoptedPlan) -> Self {
        let (goals, named) = match (&before.surroundings, &after.surroundings) {
            (Some(old), Some(new)) => (goal::differences(&old.goals, &new.goals), surroundings::differences(old, new)),
            _ => (Vec::new(), Vec::new()),
        };
        let (kroner, hours) = money::moved(&before.measures, &after.measures);
        Self {
            before,
            after,
            frame: frame(&before.plan, &after.plan),
            measures: measures(&before.measures, &after.measures),
            goals,
            surroundings: named,
            sums: Was {
                before: Sums::of(before),
                after: Sums::of(after),
            },
            kroner,
            hours,
        }
    }

    /// True where the two states are equal.
    pub fn is_empty(&self) -> bool {
        self.frame.is_empty()
            && self.goals.is_empty()
            && self.surroundings.is_empty()
            && self.measures.iter().all(MeasureDifference::is_same)
    }

    /// How many measures have each fate.
    pub fn counts(&self) -> BTreeMap<Fate, usize> {
        let mut counts = BTreeMap::new();
        for measure in &self.measures {
            *counts.entry(measure.fate).or_default() += 1;
        }
        counts
    }

    /// The measures with a fate, in order.
    pub fn with(&self, fate: Fate) -> impl Iterator<Item = &MeasureDifference<'a>> {
        self.measures.iter().filter(move |measure| measure.fate == fate)
    }

    /// One measure.
    pub fn measure(&self, id: &MeasureId) -> Option<&MeasureDifference<'a>> {
        self.measures.iter().find(|measure| measure.id == id)
    }

    /// True where no goal came, went or got another target.
    pub fn goals_stand(&self) -> bool {
        self.goals.iter().all(GoalDifference::stands)
    }
}

fn frame<'a>(before: &'a ActionPlan, after: &'a ActionPlan) -> Vec<FrameField<'a>> {
    // named one by one, so that a new field cannot be forgotten here
    let ActionPlan {
        id,
        title,
        starts,
        ends,
        focus_areas,
        body,
        example,
    } = before;
    let mut fields = Vec::new();
    fields.extend(Was::of(title, &after.title).map(FrameField::Title));
    fields.extend(Was::of(*starts, after.starts).map(FrameField::Starts));
    fields.extend(Was::of(*ends, after.ends).map(FrameField::Ends));
    fields.extend(Members::of(focus_areas, &after.focus_areas).map(FrameField::FocusAreas));
    fields.extend(Was::of(body, &after.body).map(FrameField::Text));
    for (name, differs) in [("id", id != &after.id), ("example", *example != after.example)] {
        fields.extend(differs.then_some(FrameField::Other(name)));
    }
    fields
}

fn measures<'a>(before: &'a [Measure], after: &'a [Measure]) -> Vec<MeasureDifference<'a>> {
    let then: HashMap<&MeasureId, &Measure> = before.iter().map(|measure| (&measure.id, measure)).collect();
    let still: HashSet<&MeasureId> = after.iter().map(|measure| &measure.id).collect();
    let now = after.iter().map(|measure| match then.get(&measure.id) {
        Some(old) => measure::difference(old, measure),
        None => MeasureDifference {
            id: &measure.id,
            fate: Fate::New,
            before: None,
            after: Some(measure),
            fields: Vec::new(),
        },
    });
    let gone = before.iter().filter(|measure| !still.contains(&measure.id));
    let gone = gone.map(|measure| MeasureDifference {
        id: &measure.id,
        fate: Fate::Removed,
        before: Some(measure),
        after: None,
        fields: Vec::new(),
    });
    now.chain(gone).collect()
}
