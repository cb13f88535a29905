//! Goals: a desired state. A guiding plan's goal is a text; a growth goal is measured by an indicator against a target
//! path, and serves goals above it.

mod rules;
mod target;

use serde::{Deserialize, Serialize};
use statistics::Source;

use crate::{AssumptionId, GoalId, GuidingPlanId, IndicatorId, OrganisationId, Text};

pub use rules::{Distance, Standing, compound_yearly_rate, needed_yearly_rate};
pub use target::{Path, PathError, PathPoint, Target};

/// A desired state.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Goal {
    pub id: GoalId,
    pub title: Text,
    /// The goal as a sentence that can be read aloud.
    pub sentence: Text,
    /// The guiding plan that it belongs to.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub plan: Option<GuidingPlanId>,
    /// The goals above it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub serves: Vec<GoalId>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub indicator: Option<IndicatorId>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub owner: Option<OrganisationId>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub assumptions: Vec<AssumptionId>,
    #[serde(default, skip_serializing_if = "Text::is_empty")]
    pub body: Text,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub target: Option<Target>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub source: Option<Source>,
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub example: bool,
    #[serde(default)]
    pub order: u32,
}
