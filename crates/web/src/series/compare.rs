//! A series with one line per town or group: a few lines side by side, chosen by the reader.

use maud::{Markup, html};
use programme::{Point, Series};
use publishing::chart::{Heading, Line, LineChart, LineKind, NumberFormat};
use publishing::{figure, format, say};
use statistics::Period;

use super::{Choice, rows, words};
use crate::reader::Reader;
use crate::widget::{chart, number, source_line};

/// More codes than this are a table, not a comparison.
const MOST_CODES: usize = 30;
/// More lines than this in one picture cannot be told apart.
const MOST_LINES: usize = 5;
/// Lines where the reader has chosen none.
const FIRST_LINES: usize = 4;

/// Fewer periods than this are a table, not a line.
const FEWEST_PERIODS: usize = 3;

/// True for a series that is read line beside line.
pub(super) fn fits(series: &Series) -> bool {
    let one_dimension = series.dimensions.len() == 1 && words::codes(series, 0).len() <= MOST_CODES;
    one_dimension && words::periods(series).len() >= FEWEST_PERIODS
}

/// One code's line.
struct Town<'a> {
    code: &'a str,
    name: String,
    /// Oldest first.
    points: Vec<&'a Point>,
}

impl<'a> Town<'a> {
    fn of(reader: &Reader, series: &'a Series, code: &'a str) -> Self {
        let mut points: Vec<&Point> = series.points.iter().filter(|point| point.codes.iter().eq([code])).collect();
        points.sort_by_key(|point| point.period);
        Self {
            code,
            name: words::code(reader.language, series, 0, code),
            points,
        }
    }

    fn on(&self, period: Period) -> Option<&'a Point> {
        self.points.iter().find(|point| point.period == period).copied()
    }

    fn number(&self, period: Period) -> Option<f64> {
        self.on(period)?.value.number()
    }

    fn newest(&self) -> Option<(&'a Point, f64)> {
        self.points.iter().rev().find_map(|point| Some((*point, point.value.number()?)))
    }
}

/// What the reader chose; else the programme's own town and those nearest to it in size.
fn chosen<'a>(reader: &Reader, towns: &'a [Town<'a>], choice: &Choice, name: &str) -> Vec<&'a Town<'a>> {
    let asked = |town: &&Town<'_>| choice.iter().any(|(key, value)| key == name && value == town.code);
    let picked: Vec<&Town<'_>> = towns.iter().filter(asked).take(MOST_LINES).collect();
    if !picked.is_empty() {
        return picked;
    }
    let own = reader.state().programme.municipality.code.as_str();
    let Some(first) = towns.iter().find(|town| town.code == own).or(towns.first()) else {
        return Vec::new();
    };
    let size = |town: &Town<'_>| town.newest().map_or(f64::INFINITY, |(_, value)| value);
    let mut others: Vec<&Town<'_>> = towns.iter().filter(|town| town.code != first.code).collect();
    others.sort_by(|one, two| (size(one) - size(first)).abs().total_cmp(&(size(two) - size(first)).abs()));
    std::iter::once(first).chain(others.into_iter().take(FIRST_LINES - 1)).collect()
}

/// The first period for which each has a number above nought: from there they are compared.
fn common_start(towns: &[&Town<'_>], periods: &[Period]) -> Option<Period> {
    let all_have = |period: &&Period| towns.iter().all(|town| town.number(**period).is_some_and(|value| value > 0.0));
    periods.iter().find(all_have).copied()
}

pub(super) fn section(reader: &Reader, series: &Series, choice: &Choice) -> Markup {
    let language = reader.language;
    let periods = words::periods(series);
    let name = series.dimensions.first().map_or("", String::as_str);
    let towns: Vec<Town<'_>> = words::codes(series, 0)
        .into_iter()
        .map(|code| Town::of(reader, series, code))
        .collect();
    let shown = chosen(reader, &towns, choice, name);
    let start = common_start(&shown, &periods);
    html! {
        p.vk-lead { (start.and_then(|start| finding(reader, &shown, start)).unwrap_or_else(|| words::span(language, series))) }
        @if let Some(start) = start { (chart(reader, "sammenlikning", &growth_chart(reader, &shown, &periods, start), &source_line(reader, &[series]))) }
        section.vk-section aria-label=(say!(language, "series-compare")) { (chooser(reader, series, name, &towns, &shown)) }
        (table(reader, series, &shown, &periods))
    }
}

/// "Kongsberg: +26,4 % siden 1. januar 2005".
fn finding(reader: &Reader, shown: &[&Town<'_>], start: Period) -> Option<String> {
    let language = reader.language;
    let town = shown.first()?;
    let (newest, value) = town.newest()?;
    let rate = value / town.number(start)? - 1.0;
    let key = if rate < 0.0 { "series-grown-down" } else { "series-grown-up" };
    let (rate, period) = (format::percent(language, rate.abs(), 1), figure::period(language, newest.period));
    Some(say!(
        language,
        key,
        name = &town.name,
        rate = rate,
        start = figure::period(language, start),
        period = period
    ))
}

/// "Kongsberg vokste mest og Gjøvik minst fra 1. januar 2005"; none where there is nobody to compare with.
fn most_and_least(reader: &Reader, shown: &[&Town<'_>], start: Period) -> Option<String> {
    let growth = |town: &&&Town<'_>| {
        town.newest()
            .zip(town.number(start))
            .map_or(0.0, |((_, newest), then)| newest / then)
    };
    let by_growth = |one: &&&Town<'_>, two: &&&Town<'_>| growth(one).total_cmp(&growth(two));
    let (least, most) = (shown.iter().min_by(by_growth)?, shown.iter().max_by(by_growth)?);
    (growth(&least) < growth(&most)).then(|| {
        let start = figure::period(reader.language, start);
        say!(
            reader.language,
            "series-grown-compared",
            most = &most.name,
            least = &least.name,
            start = start
        )
    })
}

fn growth_chart(reader: &Reader, shown: &[&Town<'_>], periods: &[Period], start: Period) -> LineChart {
    let language = reader.language;
    let from = figure::period(language, start);
    let title = most_and_least(reader, shown, start).unwrap_or_else(|| say!(language, "series-growth-since", start = &from));
    let heading = Heading::new(language, title).describe(say!(language, "series-growth-description", start = &from));
    let chart = LineChart::new(heading)
        .number(NumberFormat::Percent(1))
        .by_year(say!(language, "series-year"));
    let line = |(place, town): (usize, &&Town<'_>)| {
        let kind = if place == 0 { LineKind::Actual } else { LineKind::Comparison };
        let base = town.number(start);
        let since = periods.iter().filter(|period| **period >= start);
        let points = since.map(|period| {
            let growth = town.number(*period).zip(base).map(|(value, base)| value / base - 1.0);
            (words::on_axis(*period), growth)
        });
        Line::new(kind, town.name.clone(), points.collect::<Vec<_>>())
    };
    shown.iter().enumerate().map(line).fold(chart, LineChart::line)
}

fn chooser(reader: &Reader, series: &Series, name: &str, towns: &[Town<'_>], shown: &[&Town<'_>]) -> Markup {
    let language = reader.language;
    html! {
        form.vk-form method="get" action=(reader.addresses.series(&series.id)) {
            fieldset.ds-fieldset {
                legend.ds-label { (say!(language, "series-compare")) }
                p data-field="description" { (say!(language, "series-compare-most", most = MOST_LINES)) }
                div.vk-form__row {
                    @for town in towns {
                        @let id = format!("valg-{}", town.code);
                        div.ds-field {
                            input.ds-input type="checkbox" id=(id) name=(name) value=(town.code) checked[shown.iter().any(|other| other.code == town.code)];
                            label.ds-label for=(id) { (town.name) }
                        }
                    }
                }
            }
            div.vk-actions { button.ds-button data-variant="secondary" type="submit" { (say!(language, "series-show")) } }
        }
    }
}

fn table(reader: &Reader, series: &Series, shown: &[&Town<'_>], periods: &[Period]) -> Markup {
    let language = reader.language;
    let signs = words::signs(shown.iter().flat_map(|town| town.points.iter().copied()));
    html! {
        section.vk-section aria-labelledby="tallene" {
            h2.vk-section__title id="tallene" { (say!(language, "series-values")) }
            div.vk-table-scroll role="region" aria-labelledby="verdier" tabindex="0" {
                table.ds-table.vk-table {
                    caption id="verdier" { (reader.plain(&series.title)) " (" (figure::unit(language, series.unit, 2)) ")" }
                    thead { tr {
                        th scope="col" { (say!(language, "series-period-column")) }
                        @for town in shown { th.vk-num scope="col" { (town.name) } }
                    } }
                    tbody {
                        @for period in periods.iter().rev() {
                            tr id=(format!("p{period}")) {
                                th scope="row" { (number(&figure::period(language, *period))) }
                                @for town in shown { td.vk-num { (cell(reader, town.on(*period))) } }
                            }
                        }
                    }
                }
            }
            (rows::explained(reader, &signs))
        }
    }
}

/// A value, its sign, or a dash where the series has no cell.
pub(super) fn cell(reader: &Reader, point: Option<&Point>) -> Markup {
    html! { @match point { Some(point) => (rows::value(reader, point.value)), None => "–" } }
}
