//! Action plans: what a programme does in a year.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::{ActionPlanId, FocusAreaId, Text};

/// The frame of a plan; its measures name it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct ActionPlan {
    pub id: ActionPlanId,
    pub title: Text,
    pub starts: Date,
    pub ends: Date,
    /// In the order of the plan.
    pub focus_areas: Vec<FocusAreaId>,
    #[serde(default, skip_serializing_if = "Text::is_empty")]
    pub body: Text,
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub example: bool,
}
