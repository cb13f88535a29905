//! The time axis: years, months where the years are few, and days where even the months are.

use programme::Language;

use super::mark::Weight;
use super::text;
use crate::format;

/// Between two labels at the least.
const GAP: f64 = 12.0;

/// The time, if it is a year that a calendar knows.
pub(super) fn drawable(year: f64) -> Option<f64> {
    format::date_of_decimal_year(year).map(|_| year)
}

/// Marks with their labels, as many as have room on that width.
pub(super) fn marks(language: Language, low: f64, high: f64, width: f64) -> Vec<(f64, String)> {
    let months = [1, 3, 6]
        .into_iter()
        .filter(|_| high - low < 2.0)
        .map(|step| month_marks(language, low, high, step));
    let years = [1.0, 2.0, 5.0, 10.0, 20.0, 50.0, 100.0, 200.0, 500.0, 1000.0, 2000.0]
        .into_iter()
        .map(|step| year_marks(low, high, step));
    let place = |year: f64| (year - low) / (high - low) * width;
    months
        .chain(years)
        .find(|marks| marks.len() > 1 && have_room(marks, place))
        .unwrap_or_else(|| {
            let ends = vec![(low, day(language, low)), (high, day(language, high))];
            if have_room(&ends, place) {
                ends
            } else {
                ends.into_iter().take(1).collect()
            }
        })
}

/// How a row of a table names its time.
pub(super) fn row_name(language: Language, year: f64, whole_years: bool) -> String {
    match format::date_of_decimal_year(year) {
        _ if whole_years => format!("{year:.0}"),
        Some(date) => format::date_short(language, date),
        None => format::decimal(language, year, 2),
    }
}

/// On the first of January, give or take a minute.
pub(super) fn is_whole(year: f64) -> bool {
    (year - year.round()).abs() < 1e-6
}

fn have_room(marks: &[(f64, String)], place: impl Fn(f64) -> f64) -> bool {
    marks.windows(2).all(|pair| match pair {
        [(before, first), (after, second)] => {
            let labels = f64::midpoint(text::width(first, Weight::Regular), text::width(second, Weight::Regular));
            place(*after) - place(*before) >= labels + GAP
        }
        _ => true,
    })
}

fn year_marks(low: f64, high: f64, step: f64) -> Vec<(f64, String)> {
    let first = ((low - 1e-6) / step).ceil() as i32;
    let last = ((high + 1e-6) / step).floor() as i32;
    // Ten thousand years are as many as there are.
    (first..=last.min(first + 10_000))
        .map(|index| f64::from(index) * step)
        .map(|year| (year, format!("{year:.0}")))
        .collect()
}

fn month_marks(language: Language, low: f64, high: f64, step: i8) -> Vec<(f64, String)> {
    let years = low.floor() as i16..=high.floor() as i16;
    let months = years.flat_map(|year| (1..=12).step_by(usize::from(step.unsigned_abs())).map(move |month| (year, month)));
    months
        .filter_map(|(year, month)| {
            let at = format::decimal_year(jiff::civil::Date::new(year, month, 1).ok()?);
            let name = if month == 1 {
                format!("{year}")
            } else {
                format::month_short(language, month).to_owned()
            };
            (at >= low - 1e-6 && at <= high + 1e-6).then_some((at, name))
        })
        .collect()
}

fn day(language: Language, year: f64) -> String {
    format::date_of_decimal_year(year).map_or_else(String::new, |date| format::date_short(language, date))
}

#[cfg(test)]
mod tests {
    use Language::Nb;

    use super::*;

    fn names(low: f64, high: f64, width: f64) -> Vec<String> {
        marks(Nb, low, high, width).into_iter().map(|(_, name)| name).collect()
    }

    #[test]
    fn years_thin_out_where_there_is_less_room() {
        assert_eq!(names(2019.0, 2030.0, 700.0).len(), 12);
        assert_eq!(names(2019.0, 2030.0, 330.0), ["2020", "2022", "2024", "2026", "2028", "2030"]);
        assert_eq!(names(2019.0, 2030.0, 150.0), ["2020", "2025", "2030"]);
    }

    #[test]
    fn few_years_show_their_months_and_few_days_their_dates() {
        assert_eq!(names(2026.0, 2026.6, 300.0), ["2026", "april", "juli"]);
        assert_eq!(names(2026.30, 2026.32, 300.0).len(), 2);
    }
}
