//! The time that a figure speaks of. Two figures with periods of different kinds are never compared as if they were one.

use std::fmt;
use std::str::FromStr;

use jiff::civil::{Date, date};
use serde::{Deserialize, Serialize};

/// What sort of time a period is. It is shown wherever the figure is shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum PeriodKind {
    /// The state on one day, such as a population on 1 January.
    Day,
    /// One calendar month.
    Month,
    /// One quarter of a year.
    Quarter,
    /// One calendar year.
    Year,
    /// From 1 January to the end of a month of the same year.
    YearToDate,
    /// The twelve months that end with a month.
    TwelveMonths,
}

/// A period; its text form is `2026-01-01`, `2023`, `2023K2`, `2023M06`, `2023M01-06` (year to date) or
/// `12M2023M06` (the twelve months to June 2023).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Period {
    kind: PeriodKind,
    /// First day of the period's last unit: the day, the month, the quarter or the year itself.
    anchor: Date,
}

/// A text that is no period.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("«{0}» is not a period; write 2026-01-01, 2023, 2023K2, 2023M06, 2023M01-06 or 12M2023M06")]
pub struct PeriodError(String);

impl Period {
    /// The state on one day.
    pub fn day(day: Date) -> Self {
        Self {
            kind: PeriodKind::Day,
            anchor: day,
        }
    }

    /// What sort of time this is.
    pub fn kind(self) -> PeriodKind {
        self.kind
    }

    /// First day of the period.
    pub fn first_day(self) -> Date {
        match self.kind {
            PeriodKind::YearToDate => date(self.anchor.year(), 1, 1),
            PeriodKind::TwelveMonths if self.anchor.month() == 12 => date(self.anchor.year(), 1, 1),
            PeriodKind::TwelveMonths => date(self.anchor.year() - 1, self.anchor.month() + 1, 1),
            _ => self.anchor,
        }
    }

    /// Last day of the period.
    pub fn last_day(self) -> Date {
        let last_month = match self.kind {
            PeriodKind::Day => return self.anchor,
            PeriodKind::Year => date(self.anchor.year(), 12, 1),
            PeriodKind::Quarter => date(self.anchor.year(), self.anchor.month() + 2, 1),
            PeriodKind::Month | PeriodKind::YearToDate | PeriodKind::TwelveMonths => self.anchor,
        };
        last_month.last_of_month()
    }
}

impl Ord for Period {
    /// By last day, then first day: the order of a time axis.
    fn cmp(&self, other: &Self) -> std::cmp::Ordering {
        let key = |period: &Self| (period.last_day(), period.first_day(), period.kind);
        key(self).cmp(&key(other))
    }
}

impl PartialOrd for Period {
    fn partial_cmp(&self, other: &Self) -> Option<std::cmp::Ordering> {
        Some(self.cmp(other))
    }
}

fn year(text: &str) -> Option<i16> {
    let four_digits = text.len() == 4 && text.bytes().all(|byte| byte.is_ascii_digit());
    four_digits.then(|| text.parse().ok()).flatten()
}

/// Reads `2023M06`.
fn month(text: &str) -> Option<Date> {
    let (year_text, month_text) = text.split_once('M')?;
    let two_digits = month_text.len() == 2 && month_text.bytes().all(|byte| byte.is_ascii_digit());
    let number: i8 = two_digits.then(|| month_text.parse().ok()).flatten()?;
    Date::new(year(year_text)?, number, 1).ok()
}

fn quarter(text: &str) -> Option<Date> {
    let (year_text, number) = text.split_once('K')?;
    let number: i8 = (number.len() == 1).then(|| number.parse().ok()).flatten()?;
    (1..=4).contains(&number).then_some(())?;
    Date::new(year(year_text)?, number * 3 - 2, 1).ok()
}

fn parse(text: &str) -> Option<Period> {
    let of = |kind, anchor| Some(Period { kind, anchor });
    if let Some(rest) = text.strip_prefix("12M") {
        return of(PeriodKind::TwelveMonths, month(rest)?);
    }
    if let Some((start, last)) = text.split_once("M01-") {
        return of(PeriodKind::YearToDate, month(&format!("{start}M{last}"))?);
    }
    if let Some(year) = year(text) {
        return of(PeriodKind::Year, Date::new(year, 1, 1).ok()?);
    }
    if let Some(month) = month(text) {
        return of(PeriodKind::Month, month);
    }
    if let Some(quarter) = quarter(text) {
        return of(PeriodKind::Quarter, quarter);
    }
    (text.len() == 10).then(|| text.parse().ok()).flatten().map(Period::day)
}

impl FromStr for Period {
    type Err = PeriodError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        parse(text.trim()).ok_or_else(|| PeriodError(text.to_owned()))
    }
}

impl fmt::Display for Period {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (year, month) = (self.anchor.year(), self.anchor.month());
        match self.kind {
            PeriodKind::Day => write!(formatter, "{}", self.anchor),
            PeriodKind::Month => write!(formatter, "{year:04}M{month:02}"),
            PeriodKind::Quarter => write!(formatter, "{year:04}K{}", (month + 2) / 3),
            PeriodKind::Year => write!(formatter, "{year:04}"),
            PeriodKind::YearToDate => write!(formatter, "{year:04}M01-{month:02}"),
            PeriodKind::TwelveMonths => write!(formatter, "12M{year:04}M{month:02}"),
        }
    }
}

impl TryFrom<String> for Period {
    type Error = PeriodError;

    fn try_from(text: String) -> Result<Self, Self::Error> {
        text.parse()
    }
}

impl From<Period> for String {
    fn from(period: Period) -> Self {
        period.to_string()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_kind_is_read_and_written() {
        let cases = [
            ("2026-01-01", PeriodKind::Day, date(2026, 1, 1), date(2026, 1, 1)),
            ("2023", PeriodKind::Year, date(2023, 1, 1), date(2023, 12, 31)),
            ("2023K2", PeriodKind::Quarter, date(2023, 4, 1), date(2023, 6, 30)),
            ("2024M02", PeriodKind::Month, date(2024, 2, 1), date(2024, 2, 29)),
            ("2023M01-06", PeriodKind::YearToDate, date(2023, 1, 1), date(2023, 6, 30)),
            ("12M2023M06", PeriodKind::TwelveMonths, date(2022, 7, 1), date(2023, 6, 30)),
            ("12M2023M12", PeriodKind::TwelveMonths, date(2023, 1, 1), date(2023, 12, 31)),
        ];
        for (text, kind, first, last) in cases {
            let period: Period = text.parse().unwrap();
            assert_eq!(
                (period.kind(), period.first_day(), period.last_day()),
                (kind, first, last),
                "{text}"
            );
            assert_eq!(period.to_string(), text);
        }
    }

    #[test]
    fn what_is_no_period_is_refused() {
        for text in [
            "",
            "23",
            "2023K5",
            "2023M13",
            "2023M1",
            "2023-02-30",
            "12M2023",
            "2023M01-13",
            "1.1.2023",
        ] {
            assert!(text.parse::<Period>().is_err(), "{text}");
        }
    }
}
