//! Where a town stands against a target path, and what it would take from here.

use jiff::civil::Date;
use statistics::Figure;

use super::target::{Target, libm_pow, years_between};
use crate::Series;

/// A figure held against the target path on the figure's own day.
#[derive(Debug, Clone, PartialEq)]
pub struct Distance {
    pub figure: Figure,
    /// The value wanted on that day.
    pub wanted: f64,
}

impl Distance {
    /// Ahead of the path is positive, behind is negative; rounded to whole units from the unrounded path.
    pub fn ahead(&self) -> i64 {
        (self.figure.value.number().unwrap_or(self.wanted) - self.wanted).round() as i64
    }
}

/// Where a series stands against a target: every point on the path's days, and the newest of them.
#[derive(Debug, Clone, PartialEq)]
pub struct Standing {
    /// In order of time; only points that are numbers on a day that the path covers.
    pub distances: Vec<Distance>,
}

impl Standing {
    /// A series without dimensions against a target path.
    pub fn of(series: &Series, target: &Target) -> Self {
        let mut distances: Vec<Distance> = series
            .line(&[])
            .filter(|point| point.value.number().is_some())
            .filter_map(|point| {
                let wanted = target.value_on(point.period.last_day())?;
                Some(Distance {
                    figure: series.figure_of(point),
                    wanted,
                })
            })
            .collect();
        distances.sort_by_key(|distance| distance.figure.period);
        Self { distances }
    }

    /// The newest figure against the path.
    pub fn newest(&self) -> Option<&Distance> {
        self.distances.last()
    }

    /// The figure of one day against the path.
    pub fn on(&self, day: Date) -> Option<&Distance> {
        self.distances.iter().find(|distance| distance.figure.period.last_day() == day)
    }
}

/// The yearly rate that would take `value` on `day` to the target at its horizon (0.0125 is 1.25 per cent); none where
/// the horizon has come.
pub fn needed_yearly_rate(target: &Target, value: f64, day: Date) -> Option<f64> {
    compound_yearly_rate(value, day, target.at_horizon(), target.horizon)
}

/// The yearly rate that leads from one value to another; none where no time lies between or a value is not above 0.
pub fn compound_yearly_rate(from_value: f64, from: Date, to_value: f64, to: Date) -> Option<f64> {
    let years = years_between(from, to);
    (years > 0.0 && from_value > 0.0 && to_value > 0.0).then(|| libm_pow(to_value / from_value, 1.0 / years) - 1.0)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::goal::Path;
    use jiff::civil::date;

    #[test]
    fn the_needed_rate_leads_exactly_to_the_horizon() {
        let target = Target::new(date(2019, 1, 1), 27481.0, Path::YearlyRate(0.01), date(2030, 1, 1), false).unwrap();
        let rate = needed_yearly_rate(&target, 29169.0, date(2026, 1, 1)).unwrap();
        assert!((rate - 0.012_54).abs() < 5e-6, "{rate}");
        assert!((29169.0 * (1.0 + rate).powi(4) - target.at_horizon()).abs() < 1e-6);
        assert_eq!(needed_yearly_rate(&target, 29169.0, date(2030, 1, 1)), None);
    }
}
