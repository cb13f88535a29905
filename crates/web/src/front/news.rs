//! What has changed since last time: revisions, what became of measures, and new figures. All of it is read from the
//! public state, so no name of a person can come in.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use jiff::civil::Date;
use maud::{Markup, html};
use programme::{Measure, Revision, Series, Status, StatusChange};
use publishing::{figure, say};

use crate::reader::Reader;
use crate::widget::{counts, date, figure_link, status};
use crate::wording::{example_mark, inline};

/// How many rows the front page has room for.
const MOST: usize = 7;

enum News<'a> {
    Adopted(&'a Revision),
    Came(&'a Measure, &'a StatusChange),
    Became(&'a Measure, &'a StatusChange),
    Figures(&'a str, Vec<&'a Series>),
}

/// The newest changes, newest first; nothing that is dated later than today.
pub(super) fn rows(reader: &Reader) -> Markup {
    let mut news = revisions(reader);
    news.extend(measures(reader));
    news.extend(figures(reader));
    news.retain(|(day, _)| *day <= reader.today);
    news.sort_by_key(|(day, _)| Reverse(*day));
    html! {
        @if news.is_empty() { div.vk-empty { p { (say!(reader.language, "front-news-none")) } } }
        ul.vk-rows { @for (day, one) in news.iter().take(MOST) { li.vk-row { (row(reader, *day, one)) } } }
    }
}

fn revisions(reader: &Reader) -> Vec<(Date, News<'_>)> {
    let revisions = reader.state().revisions.iter();
    revisions.map(|revision| (revision.adopted, News::Adopted(revision))).collect()
}

/// What became of measures, but for what a revision of the same day tells.
fn measures(reader: &Reader) -> Vec<(Date, News<'_>)> {
    let told = |measure: &Measure, day: Date| reader.state().revisions_of(&measure.plan).any(|revision| revision.adopted == day);
    let changes = reader.state().measures.iter().flat_map(of_measure);
    changes
        .filter(|(day, measure, _)| !told(measure, *day))
        .map(|(day, _, news)| (day, news))
        .collect()
}

fn of_measure(measure: &Measure) -> impl Iterator<Item = (Date, &Measure, News<'_>)> {
    let came = measure
        .from
        .and_then(|day| Some((day, measure, News::Came(measure, measure.status.first()?))));
    let became = measure.status.windows(2).filter_map(move |pair| {
        let [before, after] = pair else { return None };
        let news = before.status != after.status && is_news(after.status);
        news.then_some((after.date, measure, News::Became(measure, after)))
    });
    came.into_iter().chain(became)
}

/// That work goes as planned is no news.
fn is_news(status: Status) -> bool {
    !matches!(status, Status::Planned | Status::Running)
}

/// The official series of the growth goals, those of one publisher and day together. What was made up is no news.
fn figures(reader: &Reader) -> Vec<(Date, News<'_>)> {
    let state = reader.state();
    let mut fetched: BTreeMap<(Date, &str), Vec<&Series>> = BTreeMap::new();
    for goal in state.growth_goals() {
        let indicator = goal.indicator.as_ref().and_then(|id| state.indicator(id));
        let Some(series) = indicator.and_then(|indicator| state.series_by_id(&indicator.series)) else {
            continue;
        };
        if !series.example && series.newest_number().is_some() {
            let together = fetched.entry((series.source.fetched, &series.source.publisher)).or_default();
            together.push(series);
        }
    }
    fetched
        .into_iter()
        .map(|((day, publisher), series)| (day, News::Figures(publisher, series)))
        .collect()
}

fn row(reader: &Reader, day: Date, news: &News<'_>) -> Markup {
    let language = reader.language;
    let (title, detail) = match news {
        News::Adopted(revision) => adopted(reader, revision),
        News::Came(measure, change) => (measure_title(reader, measure), came(reader, change)),
        News::Became(measure, change) => {
            let detail = html! { (status(language, change.status)) " " (inline(language, &change.reason)) };
            (measure_title(reader, measure), detail)
        }
        News::Figures(publisher, series) => {
            let title = html! { a.vk-row__title href=(reader.addresses.all_series()) { (say!(language, "front-news-figures", publisher = *publisher)) } };
            (title, newest(reader, series))
        }
    };
    html! {
        (title)
        span.vk-row__side { (date(language, day)) }
        p.vk-row__detail { (detail) }
    }
}

fn measure_title(reader: &Reader, measure: &Measure) -> Markup {
    let language = reader.language;
    html! {
        span.vk-row__title {
            a.vk-row__title href=(reader.addresses.measure(&measure.id)) { (inline(language, &measure.title)) }
            @if measure.example { (example_mark(language)) }
        }
    }
}

fn came(reader: &Reader, change: &StatusChange) -> Markup {
    let language = reader.language;
    html! {
        span.vk-status data-status="new" { (say!(language, "front-news-new")) } " "
        (inline(language, &change.reason))
    }
}

/// "Handlingsplan 2020, revisjon 2 er vedtatt", with its measures and the reason.
fn adopted(reader: &Reader, revision: &Revision) -> (Markup, Markup) {
    let language = reader.language;
    let plan = reader.state().action_plan(&revision.plan);
    let address = reader.addresses.revision(&revision.plan, revision.number);
    let number = revision.number.to_string();
    let title = html! {
        span.vk-row__title {
            a.vk-row__title href=(address) {
                @if let Some(plan) = plan { (inline(language, &plan.title)) ": " }
                (say!(language, "front-news-adopted", number = number))
            }
            @if revision.example { (example_mark(language)) }
        }
    };
    let counted = revision.adopted_plan().map(|adopted| counts(language, &adopted.measures));
    let detail = html! { (counted.unwrap_or_default()) ". " (inline(language, &revision.reason)) };
    (title, detail)
}

fn newest(reader: &Reader, series: &[&Series]) -> Markup {
    let language = reader.language;
    html! {
        @for (place, series) in series.iter().enumerate() {
            @if let Some(newest) = series.newest_number() {
                @if place > 0 { "; " }
                (inline(language, &series.title)) ": " (figure_link(reader, &newest)) " (" (figure::period(language, newest.period)) ")"
            }
        }
    }
}
