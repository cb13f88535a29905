//! Revisions: one adopted state of an action plan, never changed afterwards. Its content is kept as text with a hash, so
//! that anybody can see that it is still what the body adopted.

use std::sync::{Arc, OnceLock};

use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use crate::check::FaultKind;
use crate::{ActionPlan, ActionPlanId, Decision, Measure, Shares, State, Surroundings, Text};

/// An adopted state of a plan.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Revision {
    pub plan: ActionPlanId,
    pub number: u32,
    pub adopted: Date,
    /// Who adopted it.
    pub body: Text,
    /// Case number at that body.
    pub case: String,
    #[serde(default, skip_serializing_if = "Text::is_empty")]
    pub reason: Text,
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub example: bool,
    /// SHA-256 of `content`, hexadecimal.
    pub hash: String,
    /// The adopted [`AdoptedPlan`] as JSON; these very bytes are what the hash is of.
    #[serde(skip)]
    pub content: Content,
}

/// An adopted text and the plan in it, which is read once: revisions are copied with every state and never change.
#[derive(Clone, Default)]
pub struct Content(Arc<(String, OnceLock<Read>)>);

/// The plan in a text, or why there is none.
type Read = Result<Arc<AdoptedPlan>, Arc<serde_json::Error>>;

impl Content {
    /// True where both are one copy of the same text, which is told without reading it.
    pub(crate) fn is_same(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.0, &other.0)
    }

    pub(crate) fn plan(&self) -> Read {
        let (text, read) = &*self.0;
        read.get_or_init(|| serde_json::from_str(text).map(Arc::new).map_err(Arc::new))
            .clone()
    }
}

impl From<String> for Content {
    fn from(text: String) -> Self {
        Self(Arc::new((text, OnceLock::new())))
    }
}

impl std::ops::Deref for Content {
    type Target = str;

    fn deref(&self) -> &str {
        &self.0.0
    }
}

impl PartialEq for Content {
    fn eq(&self, other: &Self) -> bool {
        self.is_same(other) || **self == **other
    }
}

impl std::fmt::Debug for Content {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(formatter, "Content({} bytes)", self.len())
    }
}

/// What a body adopts: the plan's frame and its measures as they stood, and what they name.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct AdoptedPlan {
    pub plan: ActionPlan,
    pub measures: Vec<Measure>,
    /// None in content that was written by hand or by an early version.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub surroundings: Option<Surroundings>,
    /// What was decided on shocks and carried out by this revision: why it differs from the one before.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub decisions: Vec<Decision>,
    /// Why the long term gets less than the programme's floor, where it does.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub floor_crossed: Option<FloorCrossed>,
}

/// The reason for which a plan gives the long term less than the programme's floor.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct FloorCrossed {
    /// In per cent.
    pub floor: u8,
    pub reason: Text,
}

impl AdoptedPlan {
    /// The plan as it stood on a day: measures that had come in by then, each with its statuses up to that day.
    pub fn on(state: &State, plan: &ActionPlan, day: Date) -> Self {
        let measures: Vec<Measure> = state
            .measures_of(&plan.id)
            .filter_map(|measure| as_it_stood(measure, plan, day))
            .collect();
        Self {
            plan: plan.clone(),
            surroundings: Some(Surroundings::on(state, plan, &measures, day)),
            measures,
            decisions: Vec::new(),
            floor_crossed: None,
        }
    }

    /// With what was decided on shocks, and with the reason for giving the long term less than the programme's floor where
    /// it does; a fault where it does and nobody says why.
    pub(crate) fn with(self, state: &State, decisions: Vec<Decision>, floor_reason: &Text) -> Result<Self, FaultKind> {
        let is_under = |floor: &u8| Shares::of(&self.measures, &self.plan).is_under(*floor);
        let floor_crossed = match state.programme.long_term_floor.filter(is_under) {
            None => None,
            Some(_) if floor_reason.is_empty() => return Err(FaultKind::Floor),
            Some(floor) => Some(FloorCrossed {
                floor,
                reason: floor_reason.clone(),
            }),
        };
        Ok(Self {
            decisions,
            floor_crossed,
            ..self
        })
    }

    /// The text that is kept and hashed: JSON with every key in a fixed order.
    pub fn to_content(&self) -> Result<String, serde_json::Error> {
        serde_json::to_string_pretty(self).map(|text| text + "\n")
    }
}

fn as_it_stood(measure: &Measure, plan: &ActionPlan, day: Date) -> Option<Measure> {
    let mut measure = measure.clone();
    measure.status.retain(|change| change.date <= day);
    let came = measure.from.unwrap_or(plan.starts);
    // A plan is as a rule adopted before its first day; then everything that was in it from the start counts.
    let was_in = came <= day || measure.from.is_none();
    (was_in && !measure.status.is_empty()).then_some(measure)
}

impl Revision {
    /// The hash of a content text.
    pub fn hash_of(content: &str) -> String {
        let digest = Sha256::digest(content.as_bytes());
        digest.iter().fold(String::new(), |hash, byte| hash + &format!("{byte:02x}"))
    }

    /// True where the content is still what was adopted.
    pub fn is_intact(&self) -> bool {
        Self::hash_of(&self.content) == self.hash
    }

    /// The adopted plan, read from the content.
    pub fn adopted_plan(&self) -> Result<Arc<AdoptedPlan>, Arc<serde_json::Error>> {
        self.content.plan()
    }
}
