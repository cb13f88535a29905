//! Klass, Statistics Norway's register of classifications: which codes there are on a day, and what became of those that are
//! gone. 131 is the municipalities, 104 the counties, 6 the industries.

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::Date;
use reqwest::Url;
use serde::Deserialize;
use serde::de::DeserializeOwned;

use super::Step;
use crate::source::{Clock, Connection, Error};

/// One code of a classification.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Code {
    /// Such as "3303".
    pub code: String,
    /// Such as "Kongsberg".
    pub name: String,
    /// The code above it, in classifications with levels.
    #[serde(default)]
    pub parent_code: Option<String>,
    /// The level, from "1".
    #[serde(default)]
    pub level: Option<String>,
    /// The first day on which it is valid, where the answer says so.
    #[serde(default)]
    pub valid_from_in_requested_range: Option<Date>,
    /// The day from which it is no longer valid, where the answer says so.
    #[serde(default)]
    pub valid_to_in_requested_range: Option<Date>,
}

/// The codes of a day or a time.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct Codes {
    /// In the register's order.
    pub codes: Vec<Code>,
}

/// An old code and a new one.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct CodeChange {
    /// The code before; none where the new one came of nothing.
    pub old_code: Option<String>,
    /// Its name.
    #[serde(default)]
    pub old_name: Option<String>,
    /// The code after; none where nothing came of the old one.
    pub new_code: Option<String>,
    /// Its name.
    #[serde(default)]
    pub new_name: Option<String>,
    /// The day from which the new one is valid.
    pub change_occurred: Date,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Changes {
    code_changes: Vec<CodeChange>,
}

/// The register.
#[derive(Debug)]
pub struct Klass<C> {
    connection: Connection<C>,
    base: Url,
}

impl<C: Clock> Klass<C> {
    /// The register at an address such as `https://data.ssb.no/api/klass/v1`.
    pub fn new(connection: Connection<C>, base: Url) -> Self {
        Self { connection, base }
    }

    async fn ask<T: DeserializeOwned>(&self, classification: u32, what: &str, days: &[(&str, Date)]) -> Result<T, Error> {
        let mut address = self.base.clone();
        if let Ok(mut segments) = address.path_segments_mut() {
            // without the ending the register answers in XML
            let path = ["classifications", &classification.to_string(), &format!("{what}.json")];
            segments.pop_if_empty().extend(path);
        }
        for (name, day) in days {
            address.query_pairs_mut().append_pair(name, &day.to_string());
        }
        let answer = self.connection.get(address).await?;
        answer.json("no classification has this number, or it did not exist on that day")
    }

    /// The codes that are valid on a day.
    pub async fn codes_at(&self, classification: u32, day: Date) -> Result<Codes, Error> {
        self.ask(classification, "codesAt", &[("date", day)]).await
    }

    /// The codes that are valid at some time from a day up to, and without, another.
    pub async fn codes(&self, classification: u32, from: Date, to: Date) -> Result<Codes, Error> {
        self.ask(classification, "codes", &[("from", from), ("to", to)]).await
    }

    /// What became of codes from a day up to, and without, another.
    pub async fn changes(&self, classification: u32, from: Date, to: Date) -> Result<Vec<CodeChange>, Error> {
        let changes: Changes = self.ask(classification, "changes", &[("from", from), ("to", to)]).await?;
        Ok(changes.code_changes)
    }
}

/// The steps that a register's changes make, and the codes that were split, for which it says no weights. `weight` gives the part
/// of an old code that went to a new one; without it the parts are alike. A change of a name alone is no step.
pub fn steps(changes: &[CodeChange], weight: impl Fn(&str, &str) -> Option<f64>) -> (Vec<Step>, BTreeSet<String>) {
    let mut parts: BTreeMap<(Date, &str), BTreeSet<&str>> = BTreeMap::new();
    for change in changes {
        if let (Some(old), Some(new)) = (&change.old_code, &change.new_code) {
            parts.entry((change.change_occurred, old)).or_default().insert(new);
        }
    }
    let (mut steps, mut split) = (Vec::new(), BTreeSet::new());
    for ((day, from), heirs) in parts {
        if heirs.iter().eq([&from]) {
            continue;
        }
        if heirs.len() > 1 {
            split.insert(from.to_owned());
        }
        let alike = 1.0 / heirs.len() as f64;
        steps.extend(heirs.iter().map(|to| Step {
            from: from.to_owned(),
            to: (*to).to_owned(),
            day,
            weight: if heirs.len() == 1 { 1.0 } else { weight(from, to).unwrap_or(alike) },
        }));
    }
    (steps, split)
}
