//! A series with several dimensions, or with very many codes: one period at a time, as a table.

use std::collections::BTreeMap;

use maud::{Markup, html};
use programme::{Point, Series};
use publishing::{figure, say};
use statistics::Period;

use super::compare::cell;
use super::pyramid::Population;
use super::{Choice, chosen, pyramid, rows, words};
use crate::reader::Reader;
use crate::widget::source_line;

/// The parameter that chooses the period.
const PERIOD: &str = "periode";
/// The parameter that chooses the period to compare with.
const THEN: &str = "mot";

/// One period of a series: the dimension with most codes down, the next one across, the others fixed.
struct Slice<'a> {
    period: Period,
    down: usize,
    across: Option<usize>,
    /// The chosen code of every further dimension.
    fixed: Vec<(usize, &'a str)>,
    /// By the codes down and across.
    cells: BTreeMap<(&'a str, &'a str), &'a Point>,
}

impl<'a> Slice<'a> {
    /// None for a series without points.
    fn of(series: &'a Series, choice: &Choice) -> Option<Self> {
        let periods = words::periods(series);
        let newest = *periods.last()?;
        let asked = chosen(choice, PERIOD).and_then(|text| text.parse::<Period>().ok());
        let mut longest: Vec<usize> = (0..series.dimensions.len()).collect();
        longest.sort_by_key(|dimension| std::cmp::Reverse(words::codes(series, *dimension).len()));
        let mut slice = Self {
            period: asked.filter(|period| periods.contains(period)).unwrap_or(newest),
            down: *longest.first()?,
            across: longest.get(1).copied(),
            fixed: longest
                .iter()
                .skip(2)
                .filter_map(|dimension| fixed(series, *dimension, choice))
                .collect(),
            cells: BTreeMap::new(),
        };
        slice.cells = series.points.iter().filter_map(|point| slice.place(point)).collect();
        Some(slice)
    }

    fn place(&self, point: &'a Point) -> Option<((&'a str, &'a str), &'a Point)> {
        let code = |dimension: usize| point.codes.get(dimension).map(String::as_str);
        let wanted = point.period == self.period && self.fixed.iter().all(|(dimension, wanted)| code(*dimension) == Some(*wanted));
        wanted.then_some(())?;
        let across = self.across.map_or(Some(""), code);
        Some(((code(self.down)?, across?), point))
    }

    /// The codes across; one column without a name where there is no second dimension.
    fn columns(&self, series: &'a Series) -> Vec<&'a str> {
        self.across.map_or_else(|| vec![""], |dimension| words::codes(series, dimension))
    }
}

/// The chosen code of a dimension, else its first.
fn fixed<'a>(series: &'a Series, dimension: usize, choice: &Choice) -> Option<(usize, &'a str)> {
    let codes = words::codes(series, dimension);
    let asked = series.dimensions.get(dimension).and_then(|name| chosen(choice, name));
    let code = codes.iter().find(|code| Some(**code) == asked).or(codes.first())?;
    Some((dimension, code))
}

pub(super) fn section(reader: &Reader, series: &Series, choice: &Choice) -> Markup {
    let language = reader.language;
    let Some(slice) = Slice::of(series, choice) else { return html! {} };
    let signs = words::signs(slice.cells.values().copied());
    let population = Population::of(series);
    let sentence = population
        .as_ref()
        .and_then(|population| pyramid::sentence(reader, population, slice.period));
    let then = then(series, choice).unwrap_or(slice.period);
    html! {
        p.vk-lead { (sentence.unwrap_or_else(|| words::span(language, series))) }
        (chooser(reader, series, &slice, population.as_ref().map(|_| then)))
        @if let Some(population) = &population { (pyramid::section(reader, population, slice.period, then)) }
        section.vk-section aria-labelledby="tallene" {
            h2.vk-section__title id="tallene" { (say!(language, "series-values")) }
            (table(reader, series, &slice))
            (rows::explained(reader, &signs))
            (source_line(reader, &[series]))
        }
    }
}

/// The period to compare with: the reader's choice, else the oldest.
fn then(series: &Series, choice: &Choice) -> Option<Period> {
    let periods = words::periods(series);
    let asked = chosen(choice, THEN).and_then(|text| text.parse().ok());
    asked.filter(|period| periods.contains(period)).or(periods.first().copied())
}

fn chooser(reader: &Reader, series: &Series, slice: &Slice<'_>, then: Option<Period>) -> Markup {
    let language = reader.language;
    html! {
        form.vk-filter method="get" action=(reader.addresses.series(&series.id)) {
            (period_field(reader, series, PERIOD, "series-period-column", slice.period))
            @if let Some(then) = then { (period_field(reader, series, THEN, "series-compare-with", then)) }
            @for (dimension, code) in &slice.fixed {
                @let name = series.dimensions.get(*dimension).map_or("", String::as_str);
                div.ds-field {
                    label.ds-label for=(format!("valg-{name}")) { (words::dimension(language, name)) }
                    select.ds-input id=(format!("valg-{name}")) name=(name) {
                        @for other in words::codes(series, *dimension) { option value=(other) selected[other == *code] { (words::code(language, series, *dimension, other)) } }
                    }
                }
            }
            button.ds-button data-variant="secondary" type="submit" { (say!(language, "series-show")) }
        }
    }
}

fn period_field(reader: &Reader, series: &Series, name: &str, label: &str, chosen: Period) -> Markup {
    let language = reader.language;
    html! {
        div.ds-field {
            label.ds-label for=(name) { (say!(language, label)) }
            select.ds-input id=(name) name=(name) {
                @for period in words::periods(series).iter().rev() { option value=(period) selected[*period == chosen] { (figure::period(language, *period)) } }
            }
        }
    }
}

fn table(reader: &Reader, series: &Series, slice: &Slice<'_>) -> Markup {
    let language = reader.language;
    let columns = slice.columns(series);
    let name = series.dimensions.get(slice.down).map_or("", String::as_str);
    html! {
        div.vk-table-scroll role="region" aria-labelledby=(format!("p{}", slice.period)) tabindex="0" {
            table.ds-table.vk-table {
                caption id=(format!("p{}", slice.period)) { (reader.plain(&series.title)) ", " (figure::period(language, slice.period)) " (" (figure::unit(language, series.unit, 2)) ")" }
                thead { tr {
                    th scope="col" { (words::dimension(language, name)) }
                    @for column in &columns { th.vk-num scope="col" { (column_name(reader, series, slice, column)) } }
                } }
                tbody {
                    @for row in words::codes(series, slice.down) {
                        tr {
                            th scope="row" { (words::code(language, series, slice.down, row)) }
                            @for column in &columns { td.vk-num { (cell(reader, slice.cells.get(&(row, *column)).copied())) } }
                        }
                    }
                }
            }
        }
    }
}

fn column_name(reader: &Reader, series: &Series, slice: &Slice<'_>, code: &str) -> String {
    match slice.across {
        Some(dimension) => words::code(reader.language, series, dimension, code),
        None => figure::unit(reader.language, series.unit, 2),
    }
}
