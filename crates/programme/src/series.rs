//! Series: values of one defined figure over time, with their source, and the rule that makes them where they are
//! corrected.

use std::collections::BTreeMap;
use std::sync::Arc;

use serde::{Deserialize, Serialize};
use statistics::{Figure, Period, PeriodKind, Source, Unit, Value};

use crate::{SeriesId, Text};

/// A series with all its points, in order of dimensions and time.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Series {
    pub id: SeriesId,
    pub title: Text,
    pub definition: Text,
    pub unit: Unit,
    pub period: PeriodKind,
    /// Names of the further columns, such as `sex` and `age`.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub dimensions: Vec<String>,
    /// Names of a dimension's codes where the code does not speak for itself.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub labels: BTreeMap<String, BTreeMap<String, String>>,
    /// The official series that this one corrects.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub corrects: Option<SeriesId>,
    /// The rule that makes the correction.
    #[serde(default, skip_serializing_if = "Text::is_empty")]
    pub rule: Text,
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub example: bool,
    pub source: Arc<Source>,
    /// The points; kept apart from the definition in files and in the store.
    #[serde(skip)]
    pub points: Arc<Vec<Point>>,
}

/// One cell of a series.
#[derive(Debug, Clone, PartialEq)]
pub struct Point {
    pub period: Period,
    /// One code per dimension of the series, in the series' order.
    pub codes: Vec<String>,
    pub value: Value,
    pub note: Option<String>,
}

impl Series {
    /// The points with these codes, in order of time. Pass no codes for a series without dimensions.
    pub fn line<'a>(&'a self, codes: &'a [&'a str]) -> impl Iterator<Item = &'a Point> {
        self.points
            .iter()
            .filter(move |point| point.codes.iter().map(String::as_str).eq(codes.iter().copied()))
    }

    /// The figure of one period in a series without dimensions.
    pub fn figure(&self, period: Period) -> Option<Figure> {
        self.line(&[])
            .find(|point| point.period == period)
            .map(|point| self.figure_of(point))
    }

    /// The newest figure that is a number, in a series without dimensions.
    pub fn newest_number(&self) -> Option<Figure> {
        self.line(&[])
            .filter(|point| point.value.number().is_some())
            .max_by_key(|point| point.period)
            .map(|point| self.figure_of(point))
    }

    /// A point as a figure, with everything a reader may ask of it.
    pub fn figure_of(&self, point: &Point) -> Figure {
        Figure {
            value: point.value,
            unit: self.unit,
            period: point.period,
            series: self.id.to_string(),
            vintage: self.source.fetched,
            source: Arc::clone(&self.source),
            example: self.example,
        }
    }
}
