//! The values of a series that is one line, newest first, each at an address of its own.

use maud::{Markup, html};
use programme::{Point, Series};
use publishing::{figure, format, say};
use statistics::{Missing, Value};

use super::page::counterpart;
use super::{Choice, chosen, words};
use crate::reader::Reader;
use crate::widget::number;
use crate::wording::inline;

/// Rows on one page: some forty years of months. Longer series are stepped through.
const ROWS: usize = 500;

/// The parameter that steps through a long series.
const STEP: &str = "side";

/// A row before it is shown: the point and the number before it in time.
struct Row<'a> {
    point: &'a Point,
    before: Option<f64>,
}

/// Newest first.
fn newest_first<'a>(series: &'a Series) -> Vec<Row<'a>> {
    let mut points: Vec<&Point> = series.line(&[]).collect();
    points.sort_by_key(|point| point.period);
    let mut last = None;
    let with_before = |point: &'a Point| {
        let before = last;
        last = point.value.number().or(last);
        Row { point, before }
    };
    let mut rows: Vec<Row<'_>> = points.into_iter().map(with_before).collect();
    rows.reverse();
    rows
}

pub(super) fn section(reader: &Reader, series: &Series, choice: &Choice) -> Markup {
    let language = reader.language;
    let rows = newest_first(series);
    let pages = rows.len().div_ceil(ROWS).max(1);
    let page = chosen(choice, STEP).and_then(|text| text.parse().ok()).unwrap_or(1).clamp(1, pages);
    let shown: Vec<&Row<'_>> = rows.iter().skip((page - 1) * ROWS).take(ROWS).collect();
    let beside = counterpart(reader, series).into_iter().flat_map(|other| other.points.iter());
    let signs = words::signs(shown.iter().map(|row| row.point).chain(beside));
    html! {
        section.vk-section aria-labelledby="tallene" {
            h2.vk-section__title id="tallene" { (say!(language, "series-values")) }
            (table(reader, series, &shown))
            (pager(reader, series, page, pages))
            (explained(reader, &signs))
        }
    }
}

fn table(reader: &Reader, series: &Series, rows: &[&Row<'_>]) -> Markup {
    let language = reader.language;
    let other = counterpart(reader, series);
    let noted = rows.iter().any(|row| row.point.note.is_some());
    html! {
        div.vk-table-scroll role="region" aria-labelledby="verdier" tabindex="0" {
            table.ds-table.vk-table {
                caption id="verdier" { (inline(language, &series.title)) }
                thead { tr {
                    th scope="col" { (say!(language, "series-period-column")) }
                    th.vk-num scope="col" { (say!(language, if series.corrects.is_some() { "corrected" } else { "official" })) }
                    th.vk-num scope="col" { (say!(language, "series-change")) }
                    @if other.is_some() {
                        th.vk-num scope="col" { (say!(language, if series.corrects.is_some() { "official" } else { "corrected" })) }
                        th.vk-num scope="col" { (say!(language, "series-difference")) }
                    }
                    @if noted { th scope="col" { (say!(language, "series-note")) } }
                } }
                tbody {
                    @for row in rows {
                        tr id=(format!("p{}", row.point.period)) {
                            th scope="row" { (number(&figure::period(language, row.point.period))) }
                            td.vk-num { (value(reader, row.point.value)) }
                            td.vk-num { (difference(reader, row.point.value.number(), row.before)) }
                            @if let Some(other) = other { (beside(reader, row.point, other)) }
                            @if noted { td { (row.point.note.as_deref().unwrap_or("–")) } }
                        }
                    }
                }
            }
        }
    }
}

/// The counterpart's value of the same period and how far apart the two are.
fn beside(reader: &Reader, point: &Point, other: &Series) -> Markup {
    let found = other.figure(point.period);
    let (corrected, official) = match (&other.corrects, found.as_ref().and_then(|found| found.value.number())) {
        (Some(_), number) => (number, point.value.number()),
        (None, number) => (point.value.number(), number),
    };
    html! {
        td.vk-num { @match found { Some(found) => (value(reader, found.value)), None => "–" } }
        td.vk-num { (difference(reader, corrected, official)) }
    }
}

/// A value in a cell; a sign carries its meaning.
pub(super) fn value(reader: &Reader, value: Value) -> Markup {
    let shown = figure::value(reader.language, value);
    html! {
        @match value {
            Value::Number(_) => { (shown) },
            Value::Missing(missing) => { abbr title=(figure::missing(reader.language, missing)) { (shown) } },
        }
    }
}

fn difference(reader: &Reader, value: Option<f64>, from: Option<f64>) -> String {
    let Some(change) = value.zip(from).map(|(value, from)| value - from) else {
        return "–".to_owned();
    };
    if change.fract() == 0.0 {
        return format::signed_integer(reader.language, change as i64);
    }
    let plus = if change > 0.0 { "+" } else { "" };
    format!("{plus}{}", format::decimal(reader.language, change, 1))
}

fn pager(reader: &Reader, series: &Series, page: usize, pages: usize) -> Markup {
    let language = reader.language;
    let address = |page: usize| format!("{}?{STEP}={page}#tallene", reader.addresses.series(&series.id));
    html! {
        @if pages > 1 {
            nav.vk-pager aria-label=(say!(language, "series-pages")) {
                ul { @for number in 1..=pages { li { a href=(address(number)) aria-current=[(number == page).then_some("page")] { (number) } } } }
            }
        }
    }
}

/// What the signs in a table mean.
pub(super) fn explained(reader: &Reader, signs: &[Missing]) -> Markup {
    let language = reader.language;
    html! {
        @if !signs.is_empty() {
            p.vk-small {
                (say!(language, "series-signs")) " "
                @for (place, sign) in signs.iter().enumerate() {
                    @if place > 0 { "; " }
                    strong { (sign.sign()) } " " (figure::missing(language, *sign))
                }
                "."
            }
        }
    }
}
