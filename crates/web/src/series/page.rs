//! The page of one series: value, definition, source, where it is quoted, what earlier readings said.

use maud::{Markup, html};
use programme::{Goal, Point, Series};
use publishing::chart::{Heading, Line, LineChart, LineKind};
use publishing::{figure, format, say};
use statistics::{Figure, Source, Value};

use super::vintage::Reading;
use super::{Choice, compare, rows, slice, vintage, words};
use crate::page::{Page, Section, page};
use crate::reader::Reader;
use crate::widget::{chart, crumbs, figure_link, goal_link, number, source_line};
use crate::wording::{example_mark, inline, prose};

/// The series that this one stands beside: the one it corrects, or the one that corrects it.
pub(super) fn counterpart<'a>(reader: &'a Reader, series: &Series) -> Option<&'a Series> {
    let state = reader.state();
    match &series.corrects {
        Some(official) => state.series_by_id(official),
        None => state.series.iter().find(|other| other.corrects.as_ref() == Some(&series.id)),
    }
}

/// The numbers of a series without dimensions, oldest first.
pub(super) fn numbers(series: &Series) -> Vec<(&Point, f64)> {
    let mut numbers: Vec<(&Point, f64)> = series.line(&[]).filter_map(|point| Some((point, point.value.number()?))).collect();
    numbers.sort_by_key(|(point, _)| point.period);
    numbers
}

pub(super) fn page_of(reader: &Reader, series: &Series, choice: &Choice, readings: &[Reading]) -> Markup {
    let language = reader.language;
    let all = html! { (say!(language, "series-title")) };
    let body = html! {
        (crumbs(reader, &[(reader.addresses.all_series(), all)], &inline(language, &series.title)))
        h1.vk-title { (inline(language, &series.title)) @if series.example { (example_mark(language)) } }
        @if series.points.is_empty() {
            p.vk-lead { (say!(language, "series-empty")) }
        } @else if series.dimensions.is_empty() {
            (whole(reader, series, choice))
        } @else if compare::fits(series) {
            (compare::section(reader, series, choice))
        } @else {
            (slice::section(reader, series, choice))
        }
        (facts(reader, series))
        (quoted(reader, series))
        (vintage::section(reader, series, readings))
    };
    page(
        reader,
        &Page {
            section: Section::Figures,
            title: reader.plain(&series.title),
            description: Some(reader.plain(&series.definition)),
            body,
        },
    )
}

/// A series that is one line: newest value, chart, all values.
fn whole(reader: &Reader, series: &Series, choice: &Choice) -> Markup {
    html! {
        p.vk-lead { (finding(reader, series)) }
        (key_figures(reader, series))
        (chart(reader, "serie", &line_chart(reader, series), &source_line(reader, &[series])))
        (rows::section(reader, series, choice))
    }
}

/// "29 169 innbyggere 1. januar 2026, opp 158 fra 1. januar 2025".
fn finding(reader: &Reader, series: &Series) -> String {
    let language = reader.language;
    let numbers = numbers(series);
    let Some((newest, value)) = numbers.last() else {
        return say!(language, "series-empty");
    };
    let counted = words::counted(language, *value, series.unit);
    let period = figure::period(language, newest.period);
    let [.., (before, earlier), _] = numbers.as_slice() else {
        return say!(language, "series-newest", counted = counted, period = period);
    };
    let change = value - earlier;
    let key = match change {
        change if change > 0.0 => "series-newest-up",
        change if change < 0.0 => "series-newest-down",
        _ => "series-newest-same",
    };
    let by = figure::value(language, Value::Number(change.abs()));
    let before = figure::period(language, before.period);
    say!(language, key, counted = counted, period = period, change = by, before = before)
}

fn key_figures(reader: &Reader, series: &Series) -> Markup {
    let language = reader.language;
    let Some(newest) = series.newest_number() else { return html! {} };
    let other = counterpart(reader, series).and_then(Series::newest_number);
    html! {
        ul.vk-keyfigures {
            (key_figure(reader, &newest, &figure::period(language, newest.period)))
            @if let Some(other) = other {
                (key_figure(reader, &other, &say!(language, counterpart_key(series), period = figure::period(language, other.period))))
            }
            @if let Some((first, rate)) = growth(series, &newest) {
                li.vk-keyfigure {
                    strong.vk-keyfigure__value { (number(&format::percent(language, rate, 1))) }
                    span.vk-keyfigure__caption { (say!(language, "series-since", first = figure::period(language, first.period))) }
                }
            }
        }
    }
}

fn key_figure(reader: &Reader, shown: &Figure, caption: &str) -> Markup {
    html! {
        li.vk-keyfigure {
            strong.vk-keyfigure__value { (figure_link(reader, shown)) }
            span.vk-keyfigure__caption { (caption) }
        }
    }
}

fn counterpart_key(series: &Series) -> &'static str {
    if series.corrects.is_some() {
        "series-official-beside"
    } else {
        "series-corrected-beside"
    }
}

/// The change since the first figure as a share of it; none for shares, and where only one figure stands.
fn growth<'a>(series: &'a Series, newest: &Figure) -> Option<(&'a Point, f64)> {
    let (first, value) = numbers(series).into_iter().next()?;
    let counted = series.unit != statistics::Unit::Percent && value > 0.0 && first.period < newest.period;
    counted.then_some(())?;
    Some((first, newest.value.number()? / value - 1.0))
}

/// "Folketall 1. januar: 25,5 % opp siden 1. januar 2005", or only what the chart shows.
fn chart_finding(reader: &Reader, series: &Series) -> String {
    let (language, title) = (reader.language, reader.plain(&series.title));
    let newest = series.newest_number();
    let Some((first, rate)) = newest.as_ref().and_then(|newest| growth(series, newest)) else {
        return title.to_owned();
    };
    let key = if rate < 0.0 { "series-since-down" } else { "series-since-up" };
    let (rate, first) = (format::percent(language, rate.abs(), 1), figure::period(language, first.period));
    say!(language, key, title = title, rate = rate, first = first)
}

fn line_chart(reader: &Reader, series: &Series) -> LineChart {
    let language = reader.language;
    let corrected = |series: &Series| series.corrects.is_some();
    let line = |series: &Series| {
        let (kind, name) = if corrected(series) {
            (LineKind::Corrected, "corrected")
        } else {
            (LineKind::Actual, "official")
        };
        let points = numbers(series)
            .into_iter()
            .map(|(point, value)| (words::on_axis(point.period), value));
        Line::new(kind, say!(language, name), points.collect::<Vec<_>>())
    };
    let unit = figure::unit(language, series.unit, 2);
    let heading = Heading::new(language, chart_finding(reader, series)).describe(say!(
        language,
        "series-chart-description",
        unit = &unit,
        span = words::span(language, series)
    ));
    let mut lines: Vec<&Series> = std::iter::once(series).chain(counterpart(reader, series)).collect();
    lines.sort_by_key(|series| corrected(series));
    let chart = LineChart::new(heading)
        .unit(unit)
        .number(words::number_format(series.unit))
        .by_year(say!(language, "series-year"));
    lines.into_iter().fold(chart, |chart, series| chart.line(line(series)))
}

fn facts(reader: &Reader, series: &Series) -> Markup {
    let language = reader.language;
    html! {
        section.vk-section aria-labelledby="om-tallet" {
            h2.vk-section__title id="om-tallet" { (say!(language, "series-about")) }
            dl.vk-facts {
                div { dt { (say!(language, "series-definition")) } dd { (inline(language, &series.definition)) } }
                div { dt { (say!(language, "series-unit")) } dd { (figure::unit(language, series.unit, 2)) } }
                div { dt { (say!(language, "series-period")) } dd { (figure::period_kind(language, series.period)) } }
                (source(reader, &series.source))
                @if let Some(other) = counterpart(reader, series) {
                    div { dt { (say!(language, if series.corrects.is_some() { "series-corrects" } else { "series-corrected-by" })) } dd { a.ds-link href=(reader.addresses.series(&other.id)) { (inline(language, &other.title)) } } }
                }
            }
            ul.vk-ways {
                li { a.ds-link href=(reader.addresses.series_csv(&series.id)) { (say!(language, "download-csv")) } }
                li { a.ds-link href=(reader.addresses.api_series(&series.id)) { (say!(language, "series-json")) } }
            }
            @if !series.rule.is_empty() {
                div.vk-info { h3.vk-info__title { (say!(language, "series-rule")) } (prose(language, &series.rule)) }
            }
            @if series.example { p.vk-small { (say!(language, "example-explained")) } }
        }
    }
}

fn source(reader: &Reader, source: &Source) -> Markup {
    let language = reader.language;
    html! {
        div { dt { (say!(language, "series-publisher")) } dd { (source.publisher) } }
        @if let Some(table) = &source.table { div { dt { (say!(language, "series-table")) } dd { (table) } } }
        @if let Some(address) = &source.address { div { dt { (say!(language, "series-address")) } dd { a.ds-link href=(address) rel="noreferrer" { (address) } } } }
        @if let Some(licence) = &source.licence { div { dt { (say!(language, "series-licence")) } dd { (licence) } } }
        div { dt { (say!(language, "series-fetched")) } dd { time datetime=(source.fetched) { (format::date(language, source.fetched)) } } }
    }
}

/// The indicators that use the series, and the goals that are measured by them.
fn quoted(reader: &Reader, series: &Series) -> Markup {
    let (language, state) = (reader.language, reader.state());
    let uses = |indicator: &&programme::Indicator| indicator.series == series.id || indicator.corrected.as_ref() == Some(&series.id);
    let indicators: Vec<_> = state.indicators.iter().filter(uses).collect();
    html! {
        section.vk-section aria-labelledby="brukt" {
            h2.vk-section__title id="brukt" { (say!(language, "series-quoted")) }
            @if indicators.is_empty() { div.vk-empty { p { (say!(language, "series-quoted-nowhere")) } } }
            @if !indicators.is_empty() {
                ul.vk-rows {
                    @for indicator in indicators {
                        @let goals: Vec<&Goal> = state.goals.iter().filter(|goal| goal.indicator.as_ref() == Some(&indicator.id)).collect();
                        li.vk-row {
                            span.vk-row__title { (say!(language, "series-indicator")) " " (inline(language, &indicator.title)) }
                            p.vk-row__detail {
                                @if goals.is_empty() { (say!(language, "series-measures-no-goal")) } @else { (say!(language, "series-measures-goals")) " " }
                                @for (place, goal) in goals.iter().enumerate() { @if place > 0 { ", " } (goal_link(reader, &goal.id)) }
                            }
                        }
                    }
                }
            }
        }
    }
}
