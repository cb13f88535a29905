//! Fetching: parts, one after the other, and the whole from them.

use std::time::Duration;

use jiff::Timestamp;
use jiff::civil::{Time, time};
use jiff::tz::TimeZone;
use jsonstat::Dataset;
use serde_json::{Value as Json, json};

use super::query::{Chosen, Query};
use super::server::{PxWeb, answered};
use super::split::{Plan, cells, split};
use super::table::{Note, Table, notes};
use crate::source::Parts;
use crate::source::connection::{Answer, Clock};
use crate::source::error::{Error, Refusal};

/// An answer that cannot be read, or is of another update, is asked for anew so often.
const AGAIN: u32 = 3;

/// A cube and where it is from.
#[derive(Debug, Clone, PartialEq)]
pub struct Fetched {
    /// The cells, in the table's order.
    pub dataset: Dataset,
    /// The source's remarks; those that are mandatory must be shown with the figures.
    pub notes: Vec<Note>,
    /// How it was fetched.
    pub log: Log,
}

/// What is kept with each fetch, since the answers do not say it: neither which codelist was used nor the frequency.
#[derive(Debug, Clone, PartialEq)]
pub struct Log {
    /// The table's number.
    pub table: String,
    /// The query as it was sent, or as it would have been in one piece.
    pub query: Json,
    /// When the source last updated the table, as it writes it.
    pub updated: Option<String>,
    /// "Annual", "Quarterly", "Monthly" …
    pub time_unit: Option<String>,
    /// Terms of use.
    pub licence: Option<String>,
    /// When the fetch was finished.
    pub fetched: Timestamp,
    /// How long it took.
    pub duration: Duration,
    /// How many cells there are, empty ones counted.
    pub cells: usize,
    /// In how many parts they came.
    pub parts: usize,
    /// How many of those had been kept from an earlier fetch.
    pub kept: usize,
    /// True where it was fetched while the source may be changing its figures ([`unsettled`]).
    pub unsettled: bool,
}

/// When a table's figures may be taken for final again, where they may not now: figures that are revised at 08:00 show as zero
/// or dots from 05:00 on, and the minutes around 08:00 are the busiest. Times are Statistics Norway's own.
pub fn unsettled(now: Timestamp) -> Option<Timestamp> {
    const FROM: Time = time(5, 0, 0, 0);
    const UNTIL: Time = time(8, 15, 0, 0);
    let zone = TimeZone::get("Europe/Oslo").ok()?;
    let local = zone.to_datetime(now);
    let during = FROM <= local.time() && local.time() < UNTIL;
    during.then(|| zone.to_timestamp(local.date().to_datetime(UNTIL)).ok()).flatten()
}

struct Fetch<'a, P> {
    table: &'a Table,
    keep: &'a P,
    parts: usize,
    kept: usize,
}

impl<C: Clock> PxWeb<C> {
    /// Fetches what a query asks for, in as many parts as it takes. Parts are put into `keep` as they come and taken from there
    /// where an earlier fetch of the same update of the table was interrupted.
    pub async fn fetch(&self, query: &Query, keep: &impl Parts) -> Result<Fetched, Error> {
        let began = self.connection.clock.now();
        let configuration = self.configuration().await?;
        let info = self.info(&query.table).await?;
        for attempt in 1.. {
            // the codelists' names are checked against the metadata without them, so that a vanished one is told by its name
            let codelists = query.codelists();
            let plain = self.metadata(&query.table, &[]).await?;
            query.check(&plain)?;
            let table = if codelists.is_empty() {
                plain
            } else {
                self.metadata(&query.table, &codelists).await?
            };
            let chosen = query.chosen(&table)?;
            let mut fetch = Fetch {
                table: &table,
                keep,
                parts: 0,
                kept: 0,
            };
            let fetched = self.within(&chosen, configuration.max_data_cells.max(1), &mut fetch).await;
            let dataset = match fetched {
                Err(Error::ChangedMeanwhile { .. }) if attempt < AGAIN => continue,
                fetched => fetched?,
            };
            let (parts, kept) = (fetch.parts, fetch.kept);
            let finished = self.connection.clock.now();
            return Ok(Fetched {
                notes: notes(&dataset),
                log: Log {
                    table: query.table.clone(),
                    query: request(&chosen),
                    updated: table.updated().map(str::to_owned),
                    time_unit: info.time_unit,
                    licence: configuration.license.clone(),
                    fetched: finished,
                    duration: Duration::try_from(finished.duration_since(began)).unwrap_or_default(),
                    cells: dataset.len(),
                    parts,
                    kept,
                    unsettled: unsettled(began).is_some() || unsettled(finished).is_some(),
                },
                dataset,
            });
        }
        unreachable!("the loop ends by returning")
    }

    /// Fetches within a limit, and within half of it where the server turns out to give less than it says.
    async fn within<P: Parts>(&self, chosen: &[Chosen], limit: usize, fetch: &mut Fetch<'_, P>) -> Result<Dataset, Error> {
        let mut limit = limit;
        loop {
            match self.planned(&split(chosen, limit), fetch).await {
                Err(error) if error.refusal() == Some(&Refusal::TooManyCells) && limit > 1 => limit = limit.min(cells(chosen)) / 2,
                fetched => return fetched,
            }
        }
    }

    async fn planned<P: Parts>(&self, plan: &Plan, fetch: &mut Fetch<'_, P>) -> Result<Dataset, Error> {
        match plan {
            Plan::One(chosen) => self.part(chosen, fetch).await,
            Plan::Along(variable, plans) => {
                let mut parts = Vec::with_capacity(plans.len());
                for plan in plans {
                    parts.push(Box::pin(self.planned(plan, fetch)).await?);
                }
                Dataset::join(&parts, variable).map_err(|error| Error::OtherCube {
                    table: fetch.table.id.clone(),
                    what: error.to_string(),
                })
            }
        }
    }

    async fn part<P: Parts>(&self, chosen: &[Chosen], fetch: &mut Fetch<'_, P>) -> Result<Dataset, Error> {
        let body = request(chosen);
        let updated = fetch.table.updated().unwrap_or_default();
        let key = json!([fetch.table.id, updated, self.address(&[], &[]).as_str(), body]).to_string();
        fetch.parts += 1;
        if let Some(kept) = fetch.keep.get(&key)
            && let Ok(dataset) = jsonstat::read_dataset(&kept)
            && let Ok(dataset) = wanted(fetch.table, chosen, &dataset)
        {
            fetch.kept += 1;
            return Ok(dataset);
        }
        let (answer, dataset) = self.asked(&fetch.table.id, &body).await?;
        let dataset = wanted(fetch.table, chosen, &dataset)?;
        fetch.keep.put(&key, &answer.body);
        Ok(dataset)
    }

    /// Asks for one part, and again where the answer was cut off on its way.
    async fn asked(&self, table: &str, body: &Json) -> Result<(Answer, Dataset), Error> {
        let address = self.address(&["tables", table, "data"], &[("outputFormat", "json-stat2")]);
        for attempt in 1.. {
            let answer = answered(self.connection.post(address.clone(), body).await?)?;
            match jsonstat::read_dataset(&answer.body) {
                Ok(dataset) => return Ok((answer, dataset)),
                Err(problem) if problem.code == jsonstat::Code::ParseError && attempt < AGAIN => {}
                Err(problem) => return Err(answer.unreadable(&problem.to_string())),
            }
        }
        unreachable!("the loop ends by returning")
    }
}

impl Query {
    /// Makes sure that variables and codelists are there.
    fn check(&self, table: &Table) -> Result<(), Error> {
        self.choices.iter().try_for_each(|choice| self.variable(table, choice))
    }
}

/// The body of a request.
fn request(chosen: &[Chosen]) -> Json {
    let selection = |one: &Chosen| {
        let mut selection = json!({"variableCode": one.variable, "valueCodes": one.codes});
        if let Some(codelist) = &one.codelist {
            selection["codelist"] = codelist.as_str().into();
        }
        selection
    };
    json!({"selection": chosen.iter().map(selection).collect::<Vec<_>>()})
}

/// Makes sure that an answer is the cube that was asked for, of the update that the metadata was of, and puts its codes in
/// the order of the table.
fn wanted(table: &Table, chosen: &[Chosen], dataset: &Dataset) -> Result<Dataset, Error> {
    let other = |what: String| Error::OtherCube {
        table: table.id.clone(),
        what,
    };
    if let (Some(before), Some(after)) = (table.updated(), dataset.head.updated.as_deref())
        && before != after
    {
        return Err(Error::ChangedMeanwhile {
            table: table.id.clone(),
            before: before.to_owned(),
            after: after.to_owned(),
        });
    }
    if !dataset.has_values() {
        return Err(other("it has no values".to_owned()));
    }
    let asked = |id: &str| chosen.iter().any(|one| one.variable == id);
    if let Some(extra) = dataset
        .dimensions()
        .iter()
        .find(|dimension| !asked(&dimension.id) && dimension.len() > 1)
    {
        return Err(other(format!("it is broken down by «{}» too", extra.id)));
    }
    for one in chosen {
        let dimension = dataset
            .dimension(&one.variable)
            .ok_or_else(|| other(format!("«{}» is missing", one.variable)))?;
        if let Some(missing) = one.codes.iter().find(|code| dimension.position(code).is_none()) {
            return Err(other(format!("«{}» has no code «{missing}»", one.variable)));
        }
        if dimension.len() != one.codes.len() {
            return Err(other(format!(
                "«{}» has {} codes, not {}",
                one.variable,
                dimension.len(),
                one.codes.len()
            )));
        }
    }
    let codes: Vec<Vec<&str>> = chosen.iter().map(|one| one.codes.iter().map(String::as_str).collect()).collect();
    let in_order: Vec<(&str, &[&str])> = chosen
        .iter()
        .zip(&codes)
        .map(|(one, codes)| (one.variable.as_str(), &codes[..]))
        .collect();
    let same = |(id, codes): &(&str, &[&str])| {
        let there = dataset.dimension(id).into_iter().flat_map(jsonstat::Dimension::categories);
        there.map(|one| one.code.as_str()).eq(codes.iter().copied())
    };
    if in_order.iter().all(same) {
        return Ok(dataset.clone());
    }
    dataset.slice(&in_order).map_err(|error| other(error.to_string()))
}
