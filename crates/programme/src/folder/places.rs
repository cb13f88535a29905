//! Where each thing stands in the folder, so that a broken rule of the programme is told with its file and line.

use std::collections::BTreeMap;

use toml::de::{DeTable, DeValue};

use super::line::line_of;
use super::mistake::Mistake;
use super::wording;
use crate::check::{Fault, FaultKind};
use crate::measure::StatusError;
use crate::{Measure, Series, State, StatusChange};

/// One thing's file and the lines of its keys.
#[derive(Debug, Default, Clone)]
pub(super) struct Place {
    file: String,
    line: usize,
    /// By key: the line of the key itself, of its texts, and of each of its tables.
    keys: BTreeMap<String, Key>,
}

#[derive(Debug, Default, Clone)]
struct Key {
    line: usize,
    texts: Vec<(String, usize)>,
    tables: Vec<usize>,
}

impl Place {
    /// A table that begins on `line`; its spans are bytes of `text`, whose first line is line `first` of the file.
    pub(super) fn of(file: &str, line: usize, table: &DeTable<'_>, text: &str, first: usize) -> Self {
        let at = |byte| line_of(text, byte) + first - 1;
        let key = |value: &toml::Spanned<DeValue<'_>>, line| {
            let mut found = Key { line, ..Key::default() };
            found.gather(value, &at);
            found
        };
        let keys = table
            .iter()
            .map(|(name, value)| (name.get_ref().to_string(), key(value, at(name.span().start))));
        Self {
            file: file.to_owned(),
            line,
            keys: keys.collect(),
        }
    }

    /// Adds where the body of a Markdown file begins.
    pub(super) fn with_body(mut self, line: usize) -> Self {
        let body = Key { line, ..Key::default() };
        self.keys.insert("body".to_owned(), body);
        self
    }
}

impl Key {
    fn gather(&mut self, value: &toml::Spanned<DeValue<'_>>, at: &dyn Fn(usize) -> usize) {
        match value.get_ref() {
            DeValue::String(text) => self.texts.push((text.to_string(), at(value.span().start))),
            DeValue::Array(items) => {
                for item in items {
                    if item.get_ref().is_table() {
                        self.tables.push(at(item.span().start));
                    }
                    self.gather(item, at);
                }
            }
            DeValue::Table(table) => table.values().for_each(|value| self.gather(value, at)),
            _ => {}
        }
    }
}

/// The places of everything that was read, by the kind and identifier that [`crate::check`] gives.
#[derive(Debug, Default)]
pub(super) struct Places {
    things: BTreeMap<(&'static str, String), Place>,
    /// The lines of each series' points.
    points: BTreeMap<String, Vec<usize>>,
}

impl Places {
    pub(super) fn add(&mut self, kind: &'static str, id: impl Into<String>, place: Place) {
        self.things.insert((kind, id.into()), place);
    }

    pub(super) fn add_points(&mut self, series: &str, lines: Vec<usize>) {
        self.points.insert(series.to_owned(), lines);
    }

    /// A broken rule as a mistake in a line of a file.
    pub(super) fn mistake(&self, state: &State, fault: &Fault) -> Mistake {
        let what = format!("{}: {}", fault.field, told(state, fault));
        if let Some((file, line)) = self.figures(state, fault) {
            return Mistake::at(file, line, told(state, fault));
        }
        match self.things.get(&(fault.kind, fault.id.clone())) {
            Some(place) => Mistake::at(&place.file, place.line_for(state, fault), what),
            None => Mistake::of(file_of(fault), what),
        }
    }

    /// Faults of cells stand in the series' own file.
    fn figures(&self, state: &State, fault: &Fault) -> Option<(String, usize)> {
        let (FaultKind::Cell(cell) | FaultKind::Twice(cell)) = &fault.what else {
            return None;
        };
        let series = state
            .series
            .iter()
            .find(|series| series.id.as_str() == fault.id && fault.field == "figures")?;
        let point = last_cell(series, cell)?;
        let line = self.points.get(&fault.id)?.get(point)?;
        Some((format!("figures/{}.csv", fault.id), *line))
    }
}

fn last_cell(series: &Series, cell: &str) -> Option<usize> {
    series
        .points
        .iter()
        .rposition(|point| format!("{} {}", point.period, point.codes.join(" ")) == cell)
}

impl Place {
    fn line_for(&self, state: &State, fault: &Fault) -> usize {
        let Some(key) = self.keys.get(fault.field) else { return self.line };
        if let Some(line) = table_of(state, fault).and_then(|table| key.tables.get(table)) {
            return *line;
        }
        let meant = match &fault.what {
            FaultKind::Unknown(id) | FaultKind::Twice(id) => key.texts.iter().find(|(text, _)| text == id),
            FaultKind::Website => key.texts.iter().find(|(text, _)| text.contains("://") || text.starts_with("www")),
            _ => None,
        };
        meant.map_or(key.line, |(_, line)| *line)
    }
}

/// Which of a measure's tables a fault is about.
fn table_of(state: &State, fault: &Fault) -> Option<usize> {
    let measure = state
        .measures
        .iter()
        .find(|measure| fault.kind == "measure" && measure.id.as_str() == fault.id)?;
    match (&fault.what, fault.field) {
        (FaultKind::Status(StatusError::None), _) => None,
        (FaultKind::Status(_), _) => StatusChange::check_history(&measure.status, &measure.id)
            .err()
            .map(|(place, _)| place),
        (FaultKind::Twice(line), "budget") => funded_twice(measure, line),
        _ => None,
    }
}

fn funded_twice(measure: &Measure, line: &str) -> Option<usize> {
    measure
        .budget
        .iter()
        .rposition(|known| format!("{} {}", known.funder, known.year) == line)
}

/// Where a fault is told that is about no thing in particular.
fn file_of(fault: &Fault) -> String {
    match fault.kind {
        "revision" => format!("action-plans/{}/revisions.toml", fault.id.split('/').next().unwrap_or_default()),
        _ => "programme.toml".to_owned(),
    }
}

/// The fault in words; a name that is not there with those that are.
fn told(state: &State, fault: &Fault) -> String {
    let FaultKind::Unknown(id) = &fault.what else {
        return fault.what.to_string();
    };
    let Some((things, known)) = known_for(state, fault) else {
        return fault.what.to_string();
    };
    let mend = match wording::nearest(id, known.iter().map(String::as_str)) {
        Some(near) => format!("is it meant to be «{near}»? Else add it"),
        None if known.is_empty() => "add it".to_owned(),
        None => format!("name one that is ({}), or add it", listed(&known)),
    };
    format!("«{id}» is not among the {things}: {mend}")
}

fn listed(known: &[String]) -> String {
    const MOST: usize = 8;
    let more = if known.len() > MOST { ", …" } else { "" };
    format!(
        "{}{more}",
        known.iter().take(MOST).map(String::as_str).collect::<Vec<_>>().join(", ")
    )
}

/// The things that a field names.
fn known_for(state: &State, fault: &Fault) -> Option<(&'static str, Vec<String>)> {
    macro_rules! ids {
        ($list:ident) => {
            state.$list.iter().map(|item| item.id.to_string()).collect()
        };
    }
    Some(match (fault.kind, fault.field) {
        (
            _,
            "owner" | "executing" | "responsible" | "contributing" | "budget" | "additions" | "sent" | "organisation" | "forum" | "invited",
        ) => ("organisations", ids!(organisations)),
        (_, "series" | "corrected" | "corrects") => ("series", ids!(series)),
        (_, "focus-area" | "focus-areas") => ("focus areas", ids!(focus_areas)),
        ("goal", "plan") => ("guiding plans", ids!(guiding_plans)),
        (_, "plan") => ("action plans", ids!(action_plans)),
        (_, "serves" | "goals" | "goal") => ("goals", ids!(goals)),
        (_, "indicator" | "watch") => ("indicators", ids!(indicators)),
        (_, "assumptions" | "breaks" | "weakens") => ("assumptions", ids!(assumptions)),
        (_, "depends-on" | "status" | "measure" | "measures" | "replaced-by" | "verdicts" | "assessment") => ("measures", ids!(measures)),
        _ => return None,
    })
}
