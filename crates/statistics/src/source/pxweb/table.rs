//! A table's metadata.

use jsonstat::{Dataset, Dimension};
use serde_json::Value as Json;

/// A table as its metadata describes it: a dataset without values.
#[derive(Debug, Clone, PartialEq)]
pub struct Table {
    /// Its number, such as "07459".
    pub id: String,
    /// Its variables with all their codes.
    pub dataset: Dataset,
}

/// A codelist that a variable can be read by.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CodelistName {
    /// Such as "agg_KommSummer". Case matters, and it differs from table to table.
    pub id: String,
    /// What it is, for people: choose by this.
    pub label: String,
    /// "Aggregation" or "Valueset".
    pub kind: String,
}

/// A remark of the source.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Note {
    /// True where the source demands that it is shown with the figures.
    pub mandatory: bool,
    /// What it says.
    pub text: String,
    /// The variable that it is about; none where it is about the whole table.
    pub variable: Option<String>,
    /// The code that it is about.
    pub code: Option<String>,
}

impl Table {
    /// When the table was last updated, as the source writes it.
    pub fn updated(&self) -> Option<&str> {
        self.dataset.head.updated.as_deref()
    }

    /// True where a variable may be left out, so that the answer is over all of it. Measures and time never may.
    pub fn may_be_left_out(&self, variable: &Dimension) -> bool {
        let measures = matches!(variable.role, Some(jsonstat::Role::Metric | jsonstat::Role::Time));
        !measures && variable.head.extension.get("elimination") == Some(&Json::Bool(true))
    }

    /// The codelists of a variable.
    pub fn codelists(&self, variable: &Dimension) -> Vec<CodelistName> {
        let list = variable.head.extension.get("codelists").and_then(Json::as_array);
        let text = |one: &Json, member: &str| one.get(member).and_then(Json::as_str).unwrap_or_default().to_owned();
        let codelist = |one: &Json| CodelistName {
            id: text(one, "id"),
            label: text(one, "label"),
            kind: text(one, "type"),
        };
        list.into_iter().flatten().map(codelist).collect()
    }
}

/// The remarks of a dataset, those that must be shown marked: on the table, on its variables, and on their codes.
pub fn notes(dataset: &Dataset) -> Vec<Note> {
    let mut found = Vec::new();
    let marked = |marks: Option<&Json>, place: usize| marks.and_then(|marks| marks.get(place.to_string())) == Some(&Json::Bool(true));
    let mut add = |notes: &[String], marks: Option<&Json>, variable: Option<&str>, code: Option<&str>| {
        found.extend(notes.iter().enumerate().map(|(place, text)| Note {
            mandatory: marked(marks, place),
            text: text.clone(),
            variable: variable.map(str::to_owned),
            code: code.map(str::to_owned),
        }));
    };
    add(&dataset.head.note, dataset.head.extension.get("noteMandatory"), None, None);
    for variable in dataset.dimensions() {
        let extension = &variable.head.extension;
        add(&variable.head.note, extension.get("noteMandatory"), Some(&variable.id), None);
        let by_code = extension.get("categoryNoteMandatory");
        for category in variable.categories() {
            let marks = by_code.and_then(|marks| marks.get(&category.code));
            add(&category.note, marks, Some(&variable.id), Some(&category.code));
        }
    }
    found
}
