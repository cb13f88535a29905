//! The validity matrix: who answered, and what each kind of partner says of each measure.

use axum::extract::{Path, State};
use axum::http::header;
use axum::response::{IntoResponse, Response};
use maud::{Markup, html};
use programme::hearing::{Counts, Holds, Matrix, Row, matrix};
use programme::{Hearing, Language, MeasureId};
use publishing::{format, say};

use super::published;
use crate::app::App;
use crate::problem::Problem;
use crate::reader::Reader;
use crate::widget::count;

/// The section of a page that shows it, with its file.
pub(crate) fn section(reader: &Reader, hearing: &Hearing) -> Markup {
    let language = reader.language;
    let matrix = matrix(reader.state(), hearing);
    html! {
        @if !matrix.rows.is_empty() {
            section.vk-section aria-labelledby="svarene" {
                h2.vk-section__title id="svarene" { (say!(language, "matrix-title")) }
                (tables(reader, &matrix, hearing))
                p.vk-source { a.ds-link href=(reader.addresses.hearing_matrix(&hearing.id)) { (say!(language, "download-csv")) } }
            }
        }
    }
}

/// Who answered, what all say of each measure, and one tap away what each group says.
pub(crate) fn tables(reader: &Reader, matrix: &Matrix, hearing: &Hearing) -> Markup {
    let language = reader.language;
    let (invited, answered) = matrix.response();
    html! {
        @if invited > 0 { p { (say!(language, "matrix-response", invited = invited, answered = answered)) } }
        (response(reader, matrix))
        @if matrix.rows.iter().any(Row::is_small) { p.vk-small { (say!(language, "matrix-small")) } }
        @if matrix.rows.iter().any(|row| row.counts.iter().any(|counts| counts.n() > 0)) {
            (verdicts(reader, hearing, "matrise-alle", &say!(language, "matrix-all"), matrix, &|place| matrix.total(place)))
            @for row in matrix.rows.iter().filter(|row| row.counts.iter().any(|counts| counts.n() > 0)) {
                @let name = group(language, row);
                details.vk-details {
                    summary { (say!(language, "matrix-of", group = &name)) }
                    (verdicts(reader, hearing, &format!("matrise-{}", row.group.word()), &name, matrix, &|place| row.counts[place]))
                }
            }
        }
    }
}

fn group(language: Language, row: &Row) -> String {
    say!(language, &format!("group-{}", row.group.word()))
}

fn response(reader: &Reader, matrix: &Matrix) -> Markup {
    let language = reader.language;
    html! {
        div.vk-table-scroll role="region" aria-labelledby="matrise-hvem" tabindex="0" {
            table.ds-table.vk-table {
                caption id="matrise-hvem" { (say!(language, "matrix-who")) }
                thead { tr {
                    th scope="col" { (say!(language, "matrix-group")) }
                    @for key in ["matrix-invited", "matrix-answered", "matrix-silent", "matrix-unasked"] { th.vk-num scope="col" { (say!(language, key)) } }
                } }
                tbody {
                    @for row in &matrix.rows {
                        tr {
                            th scope="row" { (group(language, row)) }
                            td.vk-num { @match row.invited { Some(invited) => { (count(language, invited)) }, None => { "–" } } }
                            td.vk-num { (count(language, row.answered)) }
                            td.vk-num { (silent(language, row)) }
                            td.vk-num { @if row.invited.is_some() { (count(language, row.unasked)) } @else { "–" } }
                        }
                    }
                }
            }
        }
    }
}

/// "2 (67 %)"; a share of few is no figure.
fn silent(language: Language, row: &Row) -> String {
    match (row.silent(), row.non_response()) {
        (Some(silent), Some(share)) if row.invited.is_some_and(|invited| invited >= 5) => {
            format!("{} ({})", count(language, silent), format::percent(language, share / 100.0, 0))
        }
        (Some(silent), _) => count(language, silent),
        _ => "–".to_owned(),
    }
}

fn verdicts(reader: &Reader, hearing: &Hearing, id: &str, caption: &str, matrix: &Matrix, counts: &dyn Fn(usize) -> Counts) -> Markup {
    let language = reader.language;
    let draft = reader.state().draft_of(&hearing.id);
    let title = |measure: &MeasureId| {
        let drafted = draft
            .as_ref()
            .and_then(|draft| draft.measures.iter().find(|one| &one.id == measure));
        let known = drafted.or_else(|| reader.state().measure(measure));
        known.map_or_else(|| measure.to_string(), |known| reader.plain(&known.title).to_owned())
    };
    html! {
        div.vk-table-scroll role="region" aria-labelledby=(id) tabindex="0" {
            table.ds-table.vk-table {
                caption id=(id) { (caption) }
                thead { tr {
                    th scope="col" { (say!(language, "matrix-measure")) }
                    @for holds in Holds::ALL { th.vk-num scope="col" { (say!(language, &format!("holds-{}", holds.word()))) } }
                    th.vk-num scope="col" { "n" }
                } }
                tbody {
                    @for (place, measure) in matrix.measures.iter().enumerate() {
                        @let counts = counts(place);
                        tr {
                            th scope="row" { (title(measure)) }
                            @for holds in Holds::ALL { td.vk-num { (count(language, counts.of(holds))) } }
                            td.vk-num { (count(language, counts.n())) }
                        }
                    }
                }
            }
        }
    }
}

/// A line for each group and measure; a hearing without measures has a line for each group.
pub(super) async fn csv(State(app): State<App>, reader: Reader, Path((_, id)): Path<(String, String)>) -> Result<Response, Problem> {
    let hearing = published(&app, &reader, &id).await?;
    let matrix = matrix(reader.state(), hearing);
    let mut text = String::from("group,invited,answered,unasked,measure,yes,changes,no,unknown\r\n");
    for row in &matrix.rows {
        let invited = row.invited.map_or_else(String::new, |invited| invited.to_string());
        let start = format!("{},{invited},{},{}", row.group.word(), row.answered, row.unasked);
        if matrix.measures.is_empty() {
            text += &format!("{start},,,,,\r\n");
        }
        for (measure, counts) in matrix.measures.iter().zip(&row.counts) {
            let numbers = Holds::ALL.map(|holds| counts.of(holds).to_string()).join(",");
            text += &format!("{start},{measure},{numbers}\r\n");
        }
    }
    let name = format!("attachment; filename=\"{}-matrise.csv\"", hearing.id);
    let headers = [
        (header::CONTENT_TYPE, "text/csv; charset=utf-8".to_owned()),
        (header::CONTENT_DISPOSITION, name),
    ];
    Ok((headers, text).into_response())
}
