//! Focus areas: the headings under which measures stand.

use serde::{Deserialize, Serialize};

use crate::{FocusAreaId, Text};

/// A heading of the action plan.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct FocusArea {
    pub id: FocusAreaId,
    pub title: Text,
    #[serde(default, skip_serializing_if = "Text::is_empty")]
    pub summary: Text,
}
