//! How a state is kept in the store and read back: each object as JSON under its kind and identifier, the order of lists
//! beside them, points as figures, revisions in their own table.

use std::sync::Arc;

use serde::Serialize;
use serde::de::DeserializeOwned;
use store::{StoreError, content, figures, revisions};

use crate::{Point, ProgrammeId, Revision, Series, State};

/// An object as it is kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Object {
    pub kind: &'static str,
    pub id: String,
    pub body: String,
}

/// The kind under which the order of a list is kept.
const ORDER: &str = "order";

fn unreadable(what: String, reason: &impl ToString) -> StoreError {
    StoreError::Unreadable {
        what,
        reason: reason.to_string(),
    }
}

fn json<T: Serialize>(kind: &'static str, id: &impl ToString, item: &T) -> Result<Object, StoreError> {
    let body = serde_json::to_string(item).map_err(|error| unreadable(format!("{kind} {}", id.to_string()), &error))?;
    Ok(Object {
        kind,
        id: id.to_string(),
        body,
    })
}

/// Everything but points and revisions.
pub(crate) fn objects(state: &State) -> Result<Vec<Object>, StoreError> {
    let mut objects = vec![json("programme", &state.programme.id, &state.programme)?];
    macro_rules! list {
        ($($kind:literal: $list:ident),*) => {$(
            for item in &state.$list {
                objects.push(json($kind, &item.id, item)?);
            }
        )*};
    }
    list!("organisation": organisations, "assumption": assumptions, "indicator": indicators, "series": series,
          "focus-area": focus_areas, "guiding-plan": guiding_plans, "goal": goals, "action-plan": action_plans, "measure": measures, "shock": shocks);
    for decision in &state.decisions {
        objects.push(json("decision", &decision.key(), decision)?);
    }
    macro_rules! order {
        ($($kind:literal: $list:ident),*) => {$(
            objects.push(json(ORDER, &$kind, &state.$list.iter().map(|item| item.id.to_string()).collect::<Vec<_>>())?);
        )*};
    }
    order!("organisation": organisations, "assumption": assumptions, "indicator": indicators, "series": series, "focus-area": focus_areas);
    Ok(objects)
}

/// The figures of a series as rows.
pub(crate) fn figure_rows(series: &Series) -> Result<Vec<figures::Row>, StoreError> {
    let row = |point: &Point| {
        let codes = serde_json::to_string(&point.codes).map_err(|error| unreadable(format!("series {}", series.id), &error))?;
        Ok(figures::Row {
            period: point.period.to_string(),
            codes,
            value: point.value.to_string(),
            note: point.note.clone(),
        })
    };
    series.points.iter().map(row).collect()
}

fn points(series: &str, rows: &[figures::Row]) -> Result<Vec<Point>, StoreError> {
    let what = |row: &figures::Row| format!("series {series}, {}", row.period);
    let point = |row: &figures::Row| {
        Ok(Point {
            period: row.period.parse().map_err(|error| unreadable(what(row), &error))?,
            codes: serde_json::from_str(&row.codes).map_err(|error| unreadable(what(row), &error))?,
            value: row.value.parse().map_err(|error| unreadable(what(row), &error))?,
            note: row.note.clone(),
        })
    };
    rows.iter().map(point).collect()
}

/// A revision as a row.
pub(crate) fn revision_row(revision: &Revision) -> Result<revisions::Row, StoreError> {
    let meta = json("revision", &revision.number, revision)?.body;
    let (plan, number) = (revision.plan.to_string(), i64::from(revision.number));
    Ok(revisions::Row {
        plan,
        number,
        hash: revision.hash.clone(),
        meta,
        content: revision.content.to_string(),
    })
}

fn parse<T: DeserializeOwned>(row: &content::Row) -> Result<T, StoreError> {
    serde_json::from_str(&row.body).map_err(|error| unreadable(format!("{} {}", row.kind, row.id), &error))
}

fn all<T: DeserializeOwned>(rows: &[content::Row], kind: &str) -> Result<Vec<T>, StoreError> {
    rows.iter().filter(|row| row.kind == kind).map(parse).collect()
}

/// As [`all`], in the order that was kept beside them; what it does not name stands last.
fn ordered<T: DeserializeOwned>(rows: &[content::Row], kind: &str) -> Result<Vec<T>, StoreError> {
    let order: Vec<String> = match rows.iter().find(|row| row.kind == ORDER && row.id == kind) {
        Some(row) => parse(row)?,
        None => Vec::new(),
    };
    let mut of_kind: Vec<&content::Row> = rows.iter().filter(|row| row.kind == kind).collect();
    of_kind.sort_by_key(|row| order.iter().position(|id| id == &row.id).unwrap_or(usize::MAX));
    of_kind.into_iter().map(parse).collect()
}

/// Puts a state together again; none where the rows hold no programme.
pub(crate) async fn assemble(
    connection: &impl sea_orm::ConnectionTrait,
    programme: &ProgrammeId,
    rows: &[content::Row],
) -> Result<Option<State>, StoreError> {
    let Some(own) = rows.iter().find(|row| row.kind == "programme") else {
        return Ok(None);
    };
    let mut series: Vec<Series> = ordered(rows, "series")?;
    for series in &mut series {
        let kept = figures::newest(connection, programme.as_str(), series.id.as_str()).await?;
        series.points = Arc::new(points(series.id.as_str(), &kept)?);
    }
    let mut state = State {
        programme: parse(own)?,
        organisations: ordered(rows, "organisation")?,
        assumptions: ordered(rows, "assumption")?,
        indicators: ordered(rows, "indicator")?,
        series,
        focus_areas: ordered(rows, "focus-area")?,
        guiding_plans: all(rows, "guiding-plan")?,
        goals: all(rows, "goal")?,
        action_plans: all(rows, "action-plan")?,
        measures: all(rows, "measure")?,
        shocks: all(rows, "shock")?,
        decisions: all(rows, "decision")?,
        revisions: Vec::new(),
    };
    for row in revisions::list(connection, programme.as_str()).await? {
        let what = || format!("revision {} of {}", row.number, row.plan);
        let mut revision: Revision = serde_json::from_str(&row.meta).map_err(|error| unreadable(what(), &error))?;
        revision.content = row.content.into();
        state.revisions.push(revision);
    }
    state.sort();
    Ok(Some(state))
}
