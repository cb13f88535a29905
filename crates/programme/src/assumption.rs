//! Assumptions: what must be true for a goal or a measure to make sense.

use serde::{Deserialize, Serialize};

use crate::{AssumptionId, OrganisationId, Text};

/// One line of the register of assumptions. It can carry many goals and measures.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Assumption {
    pub id: AssumptionId,
    pub text: Text,
    /// Who watches it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub owner: Option<OrganisationId>,
    /// How it would be seen to break.
    #[serde(default, skip_serializing_if = "Text::is_empty")]
    pub sign: Text,
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub example: bool,
}
