//! Series: can I trust this number? Every number on the site leads to its series' page.

mod compare;
mod csv;
mod page;
mod pyramid;
mod rows;
mod slice;
mod vintage;
mod words;

use axum::Router;
use axum::extract::{Path, Query, State};
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use maud::{Markup, html};
use programme::{Series, SeriesId};
use publishing::{figure, say};
use statistics::Unit;

use crate::app::App;
use crate::page::{Page, Section, page};
use crate::problem::{Problem, absent};
use crate::reader::Reader;
use crate::widget::figure_link;
use crate::wording::{example_mark, inline};

pub(crate) fn routes() -> Router<App> {
    Router::new()
        .route("/{programme}/tall", get(all))
        .route("/{programme}/tall/{series}", get(one))
}

/// What the reader chose on a series' page: names and values as they stand in the address.
type Choice = Vec<(String, String)>;

/// The first value chosen under a name.
fn chosen<'a>(choice: &'a Choice, name: &str) -> Option<&'a str> {
    choice.iter().find(|(key, _)| key == name).map(|(_, value)| value.as_str())
}

/// Every series' page, and its file under the same name with `.csv`.
async fn one(
    State(app): State<App>,
    reader: Reader,
    Path((_, name)): Path<(String, String)>,
    Query(choice): Query<Choice>,
) -> Result<Response, Problem> {
    let (id, file) = match name.strip_suffix(".csv") {
        Some(id) => (id, true),
        None => (name.as_str(), false),
    };
    let known = id.parse::<SeriesId>().ok().and_then(|id| reader.state().series_by_id(&id));
    let Some(series) = known else {
        return Err(absent(&app, &reader, "series", id).await);
    };
    if file {
        return Ok(csv::answer(&reader, &app.settings, series));
    }
    let readings = vintage::readings(app.programmes.store(), &reader.state().programme.id, series).await?;
    Ok(page::page_of(&reader, series, &choice, &readings).into_response())
}

/// All series under what they count.
async fn all(reader: Reader) -> Markup {
    let language = reader.language;
    let body = html! {
        h1.vk-title { (say!(language, "series-title")) }
        p.vk-lead { (say!(language, "series-lead")) }
        @if reader.state().series.is_empty() { div.vk-empty { p { (say!(language, "series-none")) } } }
        @for (unit, members) in by_unit(reader.state().series.iter()) {
            @let id = words::about_key(unit);
            section.vk-section aria-labelledby=(id) {
                h2.vk-section__title.vk-section__title--rule id=(id) { (say!(language, id)) }
                ul.vk-rows { @for series in members { (row(&reader, series)) } }
            }
        }
    };
    page(
        &reader,
        &Page {
            section: Section::Figures,
            title: &say!(language, "series-title"),
            description: Some(&say!(language, "series-lead")),
            body,
        },
    )
}

/// In the order in which each unit first comes.
fn by_unit<'a>(series: impl Iterator<Item = &'a Series>) -> Vec<(Unit, Vec<&'a Series>)> {
    let mut groups: Vec<(Unit, Vec<&Series>)> = Vec::new();
    for series in series {
        match groups.iter_mut().find(|(unit, _)| *unit == series.unit) {
            Some((_, members)) => members.push(series),
            None => groups.push((series.unit, vec![series])),
        }
    }
    groups
}

fn row(reader: &Reader, series: &Series) -> Markup {
    let language = reader.language;
    let newest = series.newest_number();
    html! {
        li.vk-row {
            a.vk-row__title href=(reader.addresses.series(&series.id)) { (inline(language, &series.title)) }
            @match &newest {
                Some(newest) => { strong.vk-row__side { (figure_link(reader, newest)) } },
                None => { @if series.example { span.vk-row__side { (example_mark(language)) } } },
            }
            p.vk-row__detail {
                @match &newest {
                    Some(newest) => { (figure::period(language, newest.period)) },
                    None => { (words::span(language, series)) },
                }
                ". " (figure::source(language, &series.source))
            }
        }
    }
}
