//! What the parts of a series are called: units, dimensions, codes, signs, and how far it reaches.

use programme::{Language, Point, Series};
use publishing::chart::NumberFormat;
use publishing::texts::{Arguments, text};
use publishing::{figure, say};
use statistics::{Missing, Period, PeriodKind, Unit, Value};

/// The heading under which series of a unit stand; also the heading's place on the page.
pub(super) fn about_key(unit: Unit) -> &'static str {
    match unit {
        Unit::Persons => "series-about-persons",
        Unit::Jobs => "series-about-jobs",
        Unit::Enterprises => "series-about-enterprises",
        Unit::Visitors => "series-about-visitors",
        Unit::OvernightStays => "series-about-overnight-stays",
        Unit::Dwellings => "series-about-dwellings",
        Unit::Kroner => "series-about-kroner",
        Unit::Percent => "series-about-percent",
    }
}

/// How charts of a unit write their values.
pub(super) fn number_format(unit: Unit) -> NumberFormat {
    match unit {
        Unit::Percent => NumberFormat::Decimal(1),
        Unit::Kroner => NumberFormat::Kroner,
        _ => NumberFormat::Integer,
    }
}

/// "29 169 innbyggere".
pub(super) fn counted(language: Language, value: f64, unit: Unit) -> String {
    let number = figure::value(language, Value::Number(value));
    format!("{number} {}", figure::unit(language, unit, value as i64))
}

/// A dimension's name: ours where we know it, else as it stands in the series.
pub(super) fn dimension(language: Language, name: &str) -> String {
    known(language, &format!("dimension-{name}")).unwrap_or_else(|| name.to_owned())
}

/// A code's name: the series' own label, ours where we know the dimension, else the code.
pub(super) fn code(language: Language, series: &Series, dimension: usize, code: &str) -> String {
    let name = series.dimensions.get(dimension).map_or("", String::as_str);
    let label = || series.labels.get(name).and_then(|labels| labels.get(code)).cloned();
    known(language, &format!("dimension-{name}-{}", code.to_lowercase()))
        .or_else(label)
        .unwrap_or_else(|| code.to_owned())
}

fn known(language: Language, key: &str) -> Option<String> {
    let found = text(language, key, &Arguments::new());
    (found != key).then_some(found)
}

/// "Fordelt på kjønn og alder, 2005–2026", or from when to when.
pub(super) fn span(language: Language, series: &Series) -> String {
    let periods = periods(series);
    let (Some(first), Some(last)) = (periods.first(), periods.last()) else {
        return say!(language, "series-empty");
    };
    let (first, last) = (figure::period(language, *first), figure::period(language, *last));
    if series.dimensions.is_empty() {
        return say!(language, "series-span", first = first, last = last);
    }
    let names: Vec<String> = series
        .dimensions
        .iter()
        .map(|name| dimension(language, name).to_lowercase())
        .collect();
    let by = and(language, &names);
    say!(language, "series-span-by", by = by, first = first, last = last)
}

/// "a, b og c".
fn and(language: Language, names: &[String]) -> String {
    match names {
        [] => String::new(),
        [only] => only.clone(),
        [first @ .., last] => say!(language, "series-and", first = first.join(", "), last = last),
    }
}

/// Every period that the series speaks of, oldest first.
pub(super) fn periods(series: &Series) -> Vec<Period> {
    let mut periods: Vec<Period> = series.points.iter().map(|point| point.period).collect();
    periods.sort_unstable();
    periods.dedup();
    periods
}

/// The codes of a dimension, in the order of the series.
pub(super) fn codes(series: &Series, dimension: usize) -> Vec<&str> {
    let mut seen = std::collections::BTreeSet::new();
    let all = series.points.iter().filter_map(|point| point.codes.get(dimension));
    all.map(String::as_str).filter(|code| seen.insert(*code)).collect()
}

/// Where a period stands on a chart's axis: a year at its own mark, all else where it ends.
pub(super) fn on_axis(period: Period) -> f64 {
    let day = match period.kind() {
        PeriodKind::Year => period.first_day(),
        _ => period.last_day(),
    };
    publishing::format::decimal_year(day)
}

/// The signs that stand in place of numbers among these points, each once.
pub(super) fn signs<'a>(points: impl Iterator<Item = &'a Point>) -> Vec<Missing> {
    let mut signs: Vec<Missing> = points
        .filter_map(|point| match point.value {
            Value::Missing(missing) => Some(missing),
            Value::Number(_) => None,
        })
        .collect();
    signs.sort_unstable();
    signs.dedup();
    signs
}
