//! Assumptions: what must be true for a goal or a measure to make sense.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use statistics::Figure;

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
    /// The limit that a value lies beyond; none where it lies within.
    pub fn limit_crossed_by(&self, value: f64) -> Option<f64> {
        let above = self.above.filter(|limit| value > *limit);
        above.or_else(|| self.below.filter(|limit| value < *limit))
    }

    /// True where a value lies beyond a limit.
    pub fn is_crossed_by(&self, value: f64) -> bool {
        self.limit_crossed_by(value).is_some()
    }

    /// The newest figure that is known on a day; none without one.
    pub fn newest(&self, state: &State, today: Date) -> Option<Figure> {
        let series = state.series_by_id(&state.indicator(&self.indicator)?.series)?;
        let known = series.line(&[]).filter(|point| point.period.last_day() <= today);
        let newest = known
            .filter(|point| point.value.number().is_some())
            .max_by_key(|point| point.period)?;
        Some(series.figure_of(newest))
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
