//! Target paths: the value wanted on every day from a start to a horizon.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

/// A target path with its horizon.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(try_from = "TargetForm", into = "TargetForm")]
pub struct Target {
    pub from: Date,
    /// The value on `from`.
    pub start: f64,
    pub path: Path,
    pub horizon: Date,
    /// True where the numbers were made up to show how it works.
    pub example: bool,
}

/// How the wanted value moves.
#[derive(Debug, Clone, PartialEq)]
pub enum Path {
    /// By the same share every year: 0.01 is one per cent.
    YearlyRate(f64),
    /// Through these points, on straight lines between them; the last one lies on the horizon.
    Points(Vec<PathPoint>),
}

/// A value wanted on a day.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PathPoint {
    pub date: Date,
    pub value: f64,
}

/// As a target is written in files.
#[derive(Serialize, Deserialize, Clone)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
struct TargetForm {
    from: Date,
    start: f64,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    yearly_rate: Option<f64>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    points: Option<Vec<PathPoint>>,
    horizon: Date,
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    example: bool,
}

/// Why a target path makes no sense.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum PathError {
    #[error("the horizon must lie after the day the path starts from")]
    Horizon,
    #[error("the start must be a number above 0")]
    Start,
    #[error("the yearly rate must lie between -0.5 and 0.5; one per cent is 0.01")]
    Rate,
    #[error("the points must have rising dates after the start, values of 0 or more, and the last must lie on the horizon")]
    Points,
    #[error("a target needs either yearly-rate or points, not both")]
    Form,
}

impl Target {
    /// Checked: a path that [`Self::value_on`] can answer for.
    pub fn new(from: Date, start: f64, path: Path, horizon: Date, example: bool) -> Result<Self, PathError> {
        if horizon <= from {
            return Err(PathError::Horizon);
        }
        if !(start.is_finite() && start > 0.0) {
            return Err(PathError::Start);
        }
        match &path {
            Path::YearlyRate(rate) if !(rate.is_finite() && rate.abs() <= 0.5) => return Err(PathError::Rate),
            Path::Points(points) if !points_make_a_path(points, from, horizon) => return Err(PathError::Points),
            _ => {}
        }
        Ok(Self {
            from,
            start,
            path,
            horizon,
            example,
        })
    }

    /// The value wanted on a day; none before the start or after the horizon.
    pub fn value_on(&self, day: Date) -> Option<f64> {
        if day < self.from || day > self.horizon {
            return None;
        }
        Some(match &self.path {
            Path::YearlyRate(rate) => self.start * libm_pow(1.0 + rate, years_between(self.from, day)),
            Path::Points(points) => self.between_points(points, day),
        })
    }

    /// The value wanted at the horizon.
    pub fn at_horizon(&self) -> f64 {
        self.value_on(self.horizon).unwrap_or(self.start)
    }

    /// The first of January of every year on the path, and its two ends.
    pub fn days(&self) -> Vec<Date> {
        let new_years = (self.from.year()..=self.horizon.year()).map(|year| Date::constant(year, 1, 1));
        let mut days: Vec<Date> = new_years.filter(|day| (self.from..=self.horizon).contains(day)).collect();
        days.extend([self.from, self.horizon]);
        days.sort_unstable();
        days.dedup();
        days
    }

    fn between_points(&self, points: &[PathPoint], day: Date) -> f64 {
        let mut before = PathPoint {
            date: self.from,
            value: self.start,
        };
        for point in points {
            if day <= point.date {
                let share = years_between(before.date, day) / years_between(before.date, point.date);
                return before.value + (point.value - before.value) * share;
            }
            before = *point;
        }
        before.value
    }
}

fn points_make_a_path(points: &[PathPoint], from: Date, horizon: Date) -> bool {
    let rising = points.windows(2).all(|pair| pair[0].date < pair[1].date);
    let numbers = points.iter().all(|point| point.value.is_finite() && point.value >= 0.0);
    let ends = points.first().is_some_and(|point| point.date > from) && points.last().is_some_and(|point| point.date == horizon);
    rising && numbers && ends
}

/// Years from one day to another: whole calendar years, and the rest as the share of its year that has passed.
pub(super) fn years_between(from: Date, to: Date) -> f64 {
    let position = |day: Date| f64::from(day.year()) + f64::from(day.day_of_year() - 1) / f64::from(day.days_in_year());
    position(to) - position(from)
}

/// Powers in published figures come from one library on every machine.
pub(super) fn libm_pow(base: f64, exponent: f64) -> f64 {
    libm::pow(base, exponent)
}

impl TryFrom<TargetForm> for Target {
    type Error = PathError;

    fn try_from(form: TargetForm) -> Result<Self, PathError> {
        let path = match (form.yearly_rate, form.points) {
            (Some(rate), None) => Path::YearlyRate(rate),
            (None, Some(points)) => Path::Points(points),
            _ => return Err(PathError::Form),
        };
        Self::new(form.from, form.start, path, form.horizon, form.example)
    }
}

impl From<Target> for TargetForm {
    fn from(target: Target) -> Self {
        let (yearly_rate, points) = match target.path {
            Path::YearlyRate(rate) => (Some(rate), None),
            Path::Points(points) => (None, Some(points)),
        };
        Self {
            from: target.from,
            start: target.start,
            yearly_rate,
            points,
            horizon: target.horizon,
            example: target.example,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    fn one_per_cent() -> Target {
        Target::new(date(2019, 1, 1), 27481.0, Path::YearlyRate(0.01), date(2030, 1, 1), false).unwrap()
    }

    #[test]
    fn one_per_cent_a_year_from_2019() {
        assert_eq!(one_per_cent().at_horizon().round() as i64, 30_660);
        assert_eq!(one_per_cent().value_on(date(2023, 1, 1)).unwrap().round() as i64, 28_597);
        assert_eq!(one_per_cent().value_on(date(2018, 12, 31)), None);
        assert_eq!(one_per_cent().days().len(), 12);
    }

    #[test]
    fn points_are_joined_by_straight_lines() {
        let points = vec![
            PathPoint {
                date: date(2022, 1, 1),
                value: 200.0,
            },
            PathPoint {
                date: date(2024, 1, 1),
                value: 100.0,
            },
        ];
        let target = Target::new(date(2020, 1, 1), 100.0, Path::Points(points), date(2024, 1, 1), false).unwrap();
        assert_eq!(target.value_on(date(2021, 1, 1)), Some(150.0));
        assert_eq!(target.value_on(date(2023, 1, 1)), Some(150.0));
        assert_eq!(target.at_horizon().round() as i64, 100);
    }

    #[test]
    fn a_senseless_path_is_refused() {
        let (from, horizon) = (date(2020, 1, 1), date(2030, 1, 1));
        assert_eq!(
            Target::new(horizon, 1.0, Path::YearlyRate(0.01), from, false),
            Err(PathError::Horizon)
        );
        assert_eq!(
            Target::new(from, f64::NAN, Path::YearlyRate(0.01), horizon, false),
            Err(PathError::Start)
        );
        assert_eq!(Target::new(from, 1.0, Path::YearlyRate(1.0), horizon, false), Err(PathError::Rate));
        assert_eq!(Target::new(from, 1.0, Path::Points(vec![]), horizon, false), Err(PathError::Points));
    }
}
