//! Decisions: how one measure or goal leaves the queue of a shock, with reason and decision-maker. A decision is a
//! proposal until a revision carries it out; only an emergency decision acts at once, and only until it expires.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::{ActionPlanId, Goal, GoalId, Measure, MeasureId, ShockId, Text};

/// What becomes of one measure or goal.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Decision {
    pub shock: ShockId,
    /// The measure that it is about; the new one's identifier where the choice is [`Choice::New`].
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub measure: Option<MeasureId>,
    /// The goal that it is about; of measure and goal one is given.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub goal: Option<GoalId>,
    pub choice: Choice,
    pub reason: Text,
    /// The body or role that decided.
    pub decided_by: Text,
    pub decided: Date,
    /// Case number at that body; empty where it has none.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub case: String,
    /// What takes the measure's place, where it is replaced.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub replaced_by: Option<MeasureId>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub emergency: Option<Emergency>,
    /// The revision that carried it out; none as long as it is a proposal.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub carried_out: Option<CarriedOut>,
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub example: bool,
    /// The measure as it is to be; gone when carried out, since the revision then holds it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub draft: Option<Draft>,
    /// The goal as it is to be.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub goal_draft: Option<GoalDraft>,
}

/// The ways out of the queue. A goal stands ([`Self::Keep`]), gets another path to the same end ([`Self::Repath`]), or
/// is changed; a measure has the other six.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Choice {
    Keep,
    Change,
    Pause,
    Stop,
    Replace,
    New,
    Repath,
}

/// The revision that carried a decision out.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct CarriedOut {
    pub plan: ActionPlanId,
    pub revision: u32,
}

/// A decision that acts at once.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Emergency {
    /// The last day on which it holds without a revision.
    pub expires: Date,
    /// The measure as it was; none for a new one. Gone when the decision is ratified or has lapsed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub was: Option<Box<Measure>>,
    /// The day on which the measure fell back.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub lapsed: Option<Date>,
}

/// A measure as it was when the change was drafted, and as it is to be: what others change meanwhile in other fields
/// stays.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Draft {
    /// None for a new measure.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub was: Option<Box<Measure>>,
    pub will: Box<Measure>,
}

/// A goal as it is to be; its target path in particular.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct GoalDraft {
    pub was: Box<Goal>,
    pub will: Box<Goal>,
}

/// What a decision is about.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Subject {
    Measure(MeasureId),
    Goal(GoalId),
}

/// Where a decision has come.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Phase {
    /// Waits for a revision.
    Proposed,
    /// An emergency decision that acts and waits to be ratified.
    InForce { expires: Date },
    /// An emergency decision that nobody ratified in time.
    Lapsed,
    /// A revision carried it out, or ratified it.
    CarriedOut { revision: u32 },
}

impl Choice {
    /// What a measure's decision can be, in the order of the keys 1 to 6.
    pub const OF_MEASURE: [Self; 6] = [Self::Keep, Self::Change, Self::Pause, Self::Stop, Self::Replace, Self::New];
    /// What a goal's decision can be.
    pub const OF_GOAL: [Self; 3] = [Self::Keep, Self::Repath, Self::Change];

    /// The word in files, addresses and message keys.
    pub fn word(self) -> &'static str {
        match self {
            Self::Keep => "keep",
            Self::Change => "change",
            Self::Pause => "pause",
            Self::Stop => "stop",
            Self::Replace => "replace",
            Self::New => "new",
            Self::Repath => "repath",
        }
    }

    /// The choice with this word.
    pub fn from_word(word: &str) -> Option<Self> {
        Self::OF_MEASURE
            .into_iter()
            .chain([Self::Repath])
            .find(|choice| choice.word() == word)
    }
}

impl Subject {
    /// As it stands in a decision's key: `measure/boligdagen`.
    pub fn key(&self) -> String {
        match self {
            Self::Measure(id) => format!("measure/{id}"),
            Self::Goal(id) => format!("goal/{id}"),
        }
    }
}

impl Decision {
    /// What it is about; none where it names both or neither, which [`crate::check`] refuses.
    pub fn subject(&self) -> Option<Subject> {
        match (&self.measure, &self.goal) {
            (Some(measure), None) => Some(Subject::Measure(measure.clone())),
            (None, Some(goal)) => Some(Subject::Goal(goal.clone())),
            _ => None,
        }
    }

    /// The identifier under which it is kept: one decision per shock and subject.
    pub fn key(&self) -> String {
        let subject = self.subject().map_or_else(String::new, |subject| subject.key());
        key(&self.shock, &subject)
    }

    /// Where it has come by the end of a day.
    pub fn phase(&self, today: Date) -> Phase {
        match (&self.carried_out, &self.emergency) {
            (Some(carried), _) => Phase::CarriedOut {
                revision: carried.revision,
            },
            (None, Some(emergency)) if emergency.lapsed.is_some() || emergency.expires < today => Phase::Lapsed,
            (None, Some(emergency)) => Phase::InForce {
                expires: emergency.expires,
            },
            (None, None) => Phase::Proposed,
        }
    }

    /// True where the next revision would carry it out.
    pub fn is_pending(&self, today: Date) -> bool {
        matches!(self.phase(today), Phase::Proposed | Phase::InForce { .. })
    }

    /// True where it is no mere proposal: a revision carried it out, or it acts or acted at once. Only then is it public.
    pub fn has_acted(&self) -> bool {
        self.carried_out.is_some() || self.emergency.is_some()
    }

    /// True where it acts though its last day is over: the measure has yet to fall back.
    pub fn is_overdue(&self, today: Date) -> bool {
        self.phase(today) == Phase::Lapsed && self.emergency.as_ref().is_some_and(|emergency| emergency.lapsed.is_none())
    }

    /// As it is kept once a revision has carried it out: the revision holds what it made of the plan.
    pub(crate) fn carried_out_by(self, plan: &ActionPlanId, revision: u32) -> Self {
        let ratified = |emergency| Emergency { was: None, ..emergency };
        Self {
            carried_out: Some(CarriedOut {
                plan: plan.clone(),
                revision,
            }),
            emergency: self.emergency.map(ratified),
            draft: None,
            goal_draft: None,
            ..self
        }
    }

    /// The draft's measure.
    pub fn drafted(&self) -> Option<&Measure> {
        self.draft.as_ref().map(|draft| &*draft.will)
    }
}

/// The key of the decision about a subject.
pub(super) fn key(shock: &ShockId, subject: &str) -> String {
    format!("{shock}/{subject}")
}
