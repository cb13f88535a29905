//! Assumptions: what must be true for a goal or a measure to make sense.

use serde::{Deserialize, Serialize};

use crate::command::{Refusal, allowed, replace};
use crate::{Actor, AssumptionId, IndicatorId, OrganisationId, State, Text};

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
    /// The figure that shows it to break.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub watch: Option<Watch>,
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub example: bool,
}

/// A figure with limits: beyond them the assumption no longer holds, and a shock is proposed.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Watch {
    pub indicator: IndicatorId,
    /// It breaks when the figure is above this.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub above: Option<f64>,
    /// It breaks when the figure is below this.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub below: Option<f64>,
}

impl Watch {
    /// True where a value lies beyond a limit.
    pub fn is_crossed_by(&self, value: f64) -> bool {
        self.above.is_some_and(|limit| value > limit) || self.below.is_some_and(|limit| value < limit)
    }
}

/// A change to the register.
#[derive(Debug, Clone)]
pub enum Change {
    Save { assumption: Box<Assumption>, base: Option<i64> },
}

impl Change {
    /// The word in the journal and in message keys.
    pub fn word(&self) -> &'static str {
        match self {
            Self::Save { .. } => "save-assumption",
        }
    }

    pub(crate) fn targets(&self) -> Vec<(&'static str, String, Option<i64>)> {
        match self {
            Self::Save { assumption, base } => vec![("assumption", assumption.id.to_string(), *base)],
        }
    }

    pub(crate) fn apply(&self, next: &mut State, who: &Actor) -> Result<(), Refusal> {
        match self {
            Self::Save { assumption, .. } => {
                allowed(who.may_edit_all())?;
                replace(&mut next.assumptions, (**assumption).clone(), |one, two| one.id == two.id);
                Ok(())
            }
        }
    }
}
