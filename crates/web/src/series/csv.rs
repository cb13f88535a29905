//! A series as a file: the columns of the programme's folder, then what each code means and where the figures are from.

use axum::http::{HeaderValue, header};
use axum::response::{IntoResponse, Response};
use programme::{Point, Series};

use super::words;
use crate::app::Settings;
use crate::reader::Reader;

/// The file, named after the series; a link leads back to the page that explains it.
pub(super) fn answer(reader: &Reader, settings: &Settings, series: &Series) -> Response {
    let mut response = file(reader, series).into_response();
    let page = format!(
        "<{}{}>; rel=\"describedby\"",
        settings.public_url,
        reader.addresses.series(&series.id)
    );
    let named = format!("attachment; filename=\"{}.csv\"", series.id);
    let fixed = [
        (header::CONTENT_TYPE, "text/csv; charset=utf-8; header=present".to_owned()),
        (header::CONTENT_DISPOSITION, named),
        (header::LINK, page),
    ];
    for (name, value) in fixed {
        if let Ok(value) = HeaderValue::from_str(&value) {
            response.headers_mut().insert(name, value);
        }
    }
    response
}

fn file(reader: &Reader, series: &Series) -> String {
    let mut text = line(&header_cells(series));
    for point in series.points.iter() {
        text.push_str(&line(&cells(reader, series, point)));
    }
    text
}

/// The dimensions whose codes have names that differ from them.
fn labelled(series: &Series) -> impl Iterator<Item = (usize, &String)> {
    let has_labels = |(_, name): &(usize, &String)| series.labels.contains_key(*name);
    series.dimensions.iter().enumerate().filter(has_labels)
}

fn header_cells(series: &Series) -> Vec<String> {
    let mut cells = vec!["period".to_owned()];
    cells.extend(series.dimensions.iter().map(|name| as_text(name)));
    cells.extend(["value", "note"].map(str::to_owned));
    cells.extend(labelled(series).map(|(_, name)| as_text(&format!("{name}-name"))));
    cells.extend(["unit", "publisher", "table", "licence", "fetched", "example"].map(str::to_owned));
    cells
}

fn cells(reader: &Reader, series: &Series, point: &Point) -> Vec<String> {
    let source = &series.source;
    let mut cells = vec![point.period.to_string()];
    cells.extend(point.codes.iter().map(|code| as_text(code)));
    cells.extend([point.value.to_string(), as_text(point.note.as_deref().unwrap_or_default())]);
    let name = |(dimension, _): (usize, &String)| {
        let code = point.codes.get(dimension).map_or("", String::as_str);
        as_text(&words::code(reader.language, series, dimension, code))
    };
    cells.extend(labelled(series).map(name));
    cells.extend([
        publishing::figure::unit(reader.language, series.unit, 2),
        as_text(&source.publisher),
        as_text(source.table.as_deref().unwrap_or_default()),
        as_text(source.licence.as_deref().unwrap_or_default()),
        source.fetched.to_string(),
        series.example.to_string(),
    ]);
    cells
}

/// A text that no spreadsheet takes for a formula.
fn as_text(text: &str) -> String {
    if text.starts_with(['=', '+', '-', '@', '\t', '\r']) {
        format!("'{text}")
    } else {
        text.to_owned()
    }
}

/// One line after RFC 4180.
fn line(cells: &[String]) -> String {
    let quoted = |cell: &String| {
        if cell.contains([',', '"', '\n', '\r']) || cell.trim() != cell {
            format!("\"{}\"", cell.replace('"', "\"\""))
        } else {
            cell.clone()
        }
    };
    cells.iter().map(quoted).collect::<Vec<_>>().join(",") + "\r\n"
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cells_are_quoted_and_are_never_formulas() {
        let cells = ["a", "b,c", "say \"x\"", " "].map(str::to_owned);
        assert_eq!(line(&cells), "a,\"b,c\",\"say \"\"x\"\"\",\" \"\r\n");
        assert_eq!(as_text("=HYPERLINK(1)"), "'=HYPERLINK(1)");
        assert_eq!(as_text("-5 grader"), "'-5 grader");
        assert_eq!(as_text("fem"), "fem");
    }
}
