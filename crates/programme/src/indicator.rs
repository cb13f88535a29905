//! Indicators: a defined figure by which a goal is measured, and whether anybody keeps it fresh.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use statistics::{Figure, PeriodKind};

use crate::{IndicatorId, OrganisationId, Series, SeriesId, Text};

/// A defined figure: the official series and, where there is one, a corrected one beside it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Indicator {
    pub id: IndicatorId,
    pub title: Text,
    pub definition: Text,
    pub series: SeriesId,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub corrected: Option<SeriesId>,
    /// Who answers for the figure. Without one it cannot look green.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub owner: Option<OrganisationId>,
    /// The newest figure may be this many months old.
    pub fresh_months: u16,
}

/// Whether an indicator may carry a judgement.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Freshness {
    /// Has an owner and a figure that is new enough.
    Fresh,
    /// The newest figure is older than it may be.
    Stale { months: u16 },
    /// Nobody answers for it.
    Ownerless,
    /// No figure at all.
    Empty,
}

impl Indicator {
    /// Whether a judgement may be made from the series on `today`.
    pub fn freshness(&self, series: &Series, today: Date) -> Freshness {
        let Some(newest) = series.newest_number() else {
            return Freshness::Empty;
        };
        if self.owner.is_none() {
            return Freshness::Ownerless;
        }
        let months = months_since(&newest, today);
        if months > self.fresh_months {
            Freshness::Stale { months }
        } else {
            Freshness::Fresh
        }
    }
}

/// Whole months from the period's last day to `today`; 0 where it lies ahead.
fn months_since(figure: &Figure, today: Date) -> u16 {
    let last = match figure.period.kind() {
        PeriodKind::Day => figure.period.first_day(),
        _ => figure.period.last_day(),
    };
    let months = (i32::from(today.year()) - i32::from(last.year())) * 12 + i32::from(today.month()) - i32::from(last.month());
    let whole = if today.day() < last.day() { months - 1 } else { months };
    u16::try_from(whole.max(0)).unwrap_or(u16::MAX)
}
