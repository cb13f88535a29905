//! What an adopted plan names, as it was on the day: kept with the plan, so that the document of a revision reads the
//! same when organisations change their names, goals their paths and figures their values.

use std::sync::Arc;

use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use statistics::{Period, Value};

use crate::{
    ActionPlan, Assumption, AssumptionId, Colour, FocusArea, FocusAreaId, Goal, GoalId, Indicator, IndicatorId, Measure, Organisation,
    OrganisationId, Point, Series, SeriesId, State, Text,
};

/// The programme's name and look, and everything that the plan and its measures name.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Surroundings {
    /// The programme's name.
    pub programme: Text,
    pub accent: Colour,
    pub organisations: Vec<Organisation>,
    /// The growth goals, and the goals of guiding plans that a measure serves.
    pub goals: Vec<Goal>,
    pub focus_areas: Vec<FocusArea>,
    pub assumptions: Vec<Assumption>,
    pub indicators: Vec<Indicator>,
    pub series: Vec<KnownSeries>,
}

/// A series with the figures of the periods that had passed.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct KnownSeries {
    definition: Series,
    figures: Vec<(Period, Value)>,
}

macro_rules! lookups {
    ($($name:ident in $list:ident: $id:ty => $item:ty),* $(,)?) => {$(
        pub fn $name(&self, id: &$id) -> Option<&$item> {
            self.$list.iter().find(|item| &item.id == id)
        }
    )*};
}

impl Surroundings {
    lookups! {
        organisation in organisations: OrganisationId => Organisation,
        goal in goals: GoalId => Goal,
        focus_area in focus_areas: FocusAreaId => FocusArea,
        assumption in assumptions: AssumptionId => Assumption,
        indicator in indicators: IndicatorId => Indicator,
    }

    /// What a plan with these measures names, with the figures whose periods had passed on the day.
    pub fn on(state: &State, plan: &ActionPlan, measures: &[Measure], day: Date) -> Self {
        let goals = chosen(&state.goals, |goal| {
            goal.plan.is_none() || measures.iter().any(|measure| measure.goals.contains(&goal.id))
        });
        let indicators = chosen(&state.indicators, |indicator| {
            goals.iter().any(|goal| goal.indicator.as_ref() == Some(&indicator.id))
        });
        let series = state.series.iter().filter(|series| {
            indicators
                .iter()
                .any(|indicator| indicator.series == series.id || indicator.corrected.as_ref() == Some(&series.id))
        });
        Self {
            programme: state.programme.name.clone(),
            accent: state.programme.accent,
            organisations: chosen(&state.organisations, |organisation| takes_part(state, organisation, measures)),
            focus_areas: chosen(&state.focus_areas, |area| {
                plan.focus_areas.contains(&area.id) || measures.iter().any(|measure| measure.focus_area == area.id)
            }),
            assumptions: chosen(&state.assumptions, |assumption| {
                measures.iter().any(|measure| measure.assumptions.contains(&assumption.id))
            }),
            series: series.map(|series| KnownSeries::on(series, day)).collect(),
            goals,
            indicators,
        }
    }

    /// A series with the figures that were known.
    pub fn series_by_id(&self, id: &SeriesId) -> Option<Series> {
        self.series
            .iter()
            .find(|known| &known.definition.id == id)
            .map(KnownSeries::restored)
    }
}

fn chosen<T: Clone>(list: &[T], wanted: impl Fn(&T) -> bool) -> Vec<T> {
    list.iter().filter(|item| wanted(item)).cloned().collect()
}

fn takes_part(state: &State, organisation: &Organisation, measures: &[Measure]) -> bool {
    let programme = &state.programme;
    programme.owner == organisation.id || programme.executing == organisation.id || measures.iter().any(|m| m.involves(&organisation.id))
}

impl KnownSeries {
    pub(crate) fn id(&self) -> &SeriesId {
        &self.definition.id
    }

    pub(crate) fn title(&self) -> &Text {
        &self.definition.title
    }

    fn on(series: &Series, day: Date) -> Self {
        let known = series.line(&[]).filter(|point| point.period.last_day() <= day);
        Self {
            definition: Series {
                points: Arc::default(),
                ..series.clone()
            },
            figures: known.map(|point| (point.period, point.value)).collect(),
        }
    }

    fn restored(&self) -> Series {
        let point = |&(period, value): &(Period, Value)| Point {
            period,
            codes: Vec::new(),
            value,
            note: None,
        };
        Series {
            points: Arc::new(self.figures.iter().map(point).collect()),
            ..self.definition.clone()
        }
    }
}
