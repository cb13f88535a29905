//! Guiding plans: the plans that a programme stands on.

use serde::{Deserialize, Serialize};
use statistics::Source;

use crate::{GuidingPlanId, OrganisationId, Text};

/// A plan outside the programme whose goals the programme serves.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct GuidingPlan {
    pub id: GuidingPlanId,
    pub title: Text,
    pub owner: OrganisationId,
    /// Year or date of adoption, as far as it is known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub adopted: Option<String>,
    /// Last year it speaks of.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub horizon: Option<String>,
    #[serde(default, skip_serializing_if = "Text::is_empty")]
    pub body: Text,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub source: Option<Source>,
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub example: bool,
    #[serde(default)]
    pub order: u32,
}
