//! The figures of a series as CSV: `period,<dimensions …>,value` and, where there are notes, `note`.

use csv::{ReaderBuilder, StringRecord, WriterBuilder};

use super::line::line_of;
use super::mistake::Mistake;
use crate::{Point, Series};

/// Points with the line of each.
pub(super) type Lines = Vec<(Point, usize)>;

/// Reads the figures of a series from its file.
pub(super) fn read(file: &str, text: &str, series: &Series) -> Result<Lines, Vec<Mistake>> {
    let columns = columns(series);
    let mut records = ReaderBuilder::new()
        .has_headers(false)
        .flexible(true)
        .from_reader(text.as_bytes())
        .into_records();
    let header = records.next().and_then(Result::ok).unwrap_or_default();
    let with_notes = header.len() == columns.len() + 1 && header.get(columns.len()).map(str::trim) == Some("note");
    let same = header
        .iter()
        .map(str::trim)
        .take(columns.len())
        .eq(columns.iter().map(|column| column.trim()));
    if !same || (header.len() != columns.len() && !with_notes) {
        let what = format!("the first line must be {}, and note last where there are notes", columns.join(","));
        return Err(vec![Mistake::at(file, 1, what)]);
    }
    let mut table = Table {
        file,
        text,
        series,
        width: header.len(),
        seen: (0, 1),
        mistakes: Vec::new(),
    };
    let points: Lines = records.filter_map(|record| table.point(record)).collect();
    if table.mistakes.is_empty() {
        Ok(points)
    } else {
        Err(table.mistakes)
    }
}

fn columns(series: &Series) -> Vec<&str> {
    let dimensions = series.dimensions.iter().map(String::as_str);
    std::iter::once("period").chain(dimensions).chain(["value"]).collect()
}

struct Table<'a> {
    file: &'a str,
    text: &'a str,
    series: &'a Series,
    width: usize,
    /// A byte and its line, as far as lines have been counted.
    seen: (usize, usize),
    mistakes: Vec<Mistake>,
}

impl Table<'_> {
    fn point(&mut self, record: csv::Result<StringRecord>) -> Option<(Point, usize)> {
        let record = match record {
            Ok(record) => record,
            Err(error) => return self.wrong(self.seen.1, &format!("this is not CSV: {error}")),
        };
        let line = self.line(&record);
        if record.len() != self.width {
            let what = format!(
                "{} columns are wanted, not {}: values with a comma stand in quotes",
                self.width,
                record.len()
            );
            return self.wrong(line, &what);
        }
        if record.iter().any(|cell| cell.contains('\0')) {
            return self.wrong(
                line,
                "an invisible character (NUL) stands here, which no database keeps: take it away",
            );
        }
        let value_column = self.series.dimensions.len() + 1;
        let (period, value) = (self.parsed(line, &record[0]), self.parsed(line, &record[value_column]));
        let point = Point {
            period: period?,
            codes: (1..value_column).map(|column| record[column].to_owned()).collect(),
            value: value?,
            note: record.get(value_column + 1).filter(|note| !note.is_empty()).map(str::to_owned),
        };
        self.right_kind(line, &point)?;
        Some((point, line))
    }

    fn right_kind(&mut self, line: usize, point: &Point) -> Option<()> {
        if point.period.kind() == self.series.period {
            return Some(());
        }
        let example = match self.series.period {
            statistics::PeriodKind::Day => "a day such as 2026-01-01",
            statistics::PeriodKind::Month => "a month such as 2023M06",
            statistics::PeriodKind::Quarter => "a quarter such as 2023K2",
            statistics::PeriodKind::Year => "a year such as 2023",
            statistics::PeriodKind::YearToDate => "a year to date such as 2023M01-06",
            statistics::PeriodKind::TwelveMonths => "twelve months such as 12M2023M06",
        };
        self.wrong(
            line,
            &format!(
                "«{}» is not the series' kind of period: write {example}, or mend «period» in series.toml",
                point.period
            ),
        )
    }

    fn parsed<T: std::str::FromStr<Err: std::fmt::Display>>(&mut self, line: usize, text: &str) -> Option<T> {
        match text.parse() {
            Ok(value) => Some(value),
            Err(error) => self.wrong(line, &format!("{error}")),
        }
    }

    fn wrong<T>(&mut self, line: usize, what: &str) -> Option<T> {
        self.mistakes.push(Mistake::at(self.file, line, what));
        None
    }

    /// The line on which a record begins; the parser's own count stands before the blank lines above it.
    fn line(&mut self, record: &StringRecord) -> usize {
        let start = record.position().map_or(self.seen.0, |position| position.byte() as usize);
        let blank = self.text.as_bytes()[start..]
            .iter()
            .take_while(|byte| matches!(byte, b'\n' | b'\r'))
            .count();
        let (byte, line) = self.seen;
        self.seen = (start + blank, line + line_of(&self.text[byte..], start + blank - byte) - 1);
        self.seen.1
    }
}

/// Writes the figures of a series.
pub(super) fn write(series: &Series) -> Result<String, csv::Error> {
    let with_notes = series.points.iter().any(|point| point.note.is_some());
    let note = |text: &str| with_notes.then(|| text.to_owned());
    let mut csv = WriterBuilder::new().from_writer(Vec::new());
    csv.write_record(columns(series).into_iter().map(str::to_owned).chain(note("note")))?;
    for point in series.points.iter() {
        let codes = point.codes.iter().cloned();
        let cells = std::iter::once(point.period.to_string())
            .chain(codes)
            .chain([point.value.to_string()]);
        csv.write_record(cells.chain(note(point.note.as_deref().unwrap_or_default())))?;
    }
    let bytes = csv.into_inner().map_err(csv::IntoInnerError::into_error)?;
    Ok(String::from_utf8_lossy(&bytes).into_owned())
}
