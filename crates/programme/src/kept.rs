//! How a state is kept in the store and read back: each object as JSON under its kind and identifier, the order of lists
//! beside them, points as figures, revisions in their own table.

use std::borrow::Cow;
use std::collections::HashMap;
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

/// The lists whose order is the folder's, kept beside their objects.
macro_rules! ordered_lists {
    ($do:ident) => {
        $do!("organisation": organisations, "assumption": assumptions, "indicator": indicators, "series": series,
             "focus-area": focus_areas)
    };
}

/// The lists whose order is in their objects.
macro_rules! other_lists {
    ($do:ident) => {
        $do!("guiding-plan": guiding_plans, "goal": goals, "action-plan": action_plans, "measure": measures, "shock": shocks,
             "decision": decisions, "hearing": hearings, "hearing-draft": hearing_drafts, "statement": statements, "vote": votes, "letter": letters)
    };
}

/// What a change makes of what is kept.
#[derive(Debug, Default)]
pub(crate) struct Changes {
    pub put: Vec<Object>,
    /// Kind and identifier of what is not there any more.
    pub removed: Vec<(&'static str, String)>,
}

/// An object with the name under which it is kept.
trait Kept {
    fn name(&self) -> Cow<'_, str>;
}

macro_rules! named {
    ($($item:ty),* $(,)?) => {$(
        impl Kept for $item {
            fn name(&self) -> Cow<'_, str> {
                self.id.as_str().into()
            }
        }
    )*};
}

named!(
    crate::Organisation,
    crate::Assumption,
    crate::Indicator,
    Series,
    crate::FocusArea,
    crate::GuidingPlan,
    crate::Goal,
    crate::ActionPlan,
    crate::Measure,
    crate::Shock,
    crate::Hearing,
    crate::hearing::Draft,
    crate::Vote,
    crate::Letter,
);

impl Kept for crate::Decision {
    fn name(&self) -> Cow<'_, str> {
        self.key().into()
    }
}

impl Kept for crate::Statement {
    fn name(&self) -> Cow<'_, str> {
        self.key().into()
    }
}

impl Changes {
    /// What turns one state into another, but for points and revisions; only what differs is put into words.
    pub fn between(before: Option<&State>, next: &State) -> Result<Self, StoreError> {
        let mut changes = Self::default();
        if before.map(|before| &before.programme) != Some(&next.programme) {
            changes.put.push(json("programme", &next.programme.id, &next.programme)?);
        }
        macro_rules! list {
            ($($kind:literal: $list:ident),*) => {$(
                changes.list($kind, before.map_or(&[][..], |before| &before.$list), &next.$list)?;
            )*};
        }
        ordered_lists!(list);
        other_lists!(list);
        macro_rules! order {
            ($($kind:literal: $list:ident),*) => {$(
                let order = next.$list.iter().map(|item| item.id.as_str());
                if !before.is_some_and(|before| before.$list.iter().map(|item| item.id.as_str()).eq(order.clone())) {
                    changes.put.push(json(ORDER, &$kind, &order.collect::<Vec<_>>())?);
                }
            )*};
        }
        ordered_lists!(order);
        Ok(changes)
    }

    fn list<T: Kept + Serialize + PartialEq>(&mut self, kind: &'static str, before: &[T], next: &[T]) -> Result<(), StoreError> {
        let mut gone: HashMap<Cow<'_, str>, &T> = before.iter().map(|item| (item.name(), item)).collect();
        for item in next {
            let name = item.name();
            if gone.remove(&name) != Some(item) {
                self.put.push(json(kind, &name, item)?);
            }
        }
        let mut gone: Vec<_> = gone.into_keys().map(|name| (kind, name.into_owned())).collect();
        gone.sort_unstable();
        self.removed.extend(gone);
        Ok(())
    }
}

/// Brings a state up to what was written since; the points of the series that were touched are told and yet to be read.
pub(crate) fn bring_up(state: &mut State, touched: &[content::Touched]) -> Result<(), StoreError> {
    let mut orders: Vec<(&str, Vec<String>)> = Vec::new();
    for object in touched {
        let body = object.now.as_ref().map(|(body, _)| body.as_str());
        match (object.kind.as_str(), body) {
            ("programme", Some(body)) => state.programme = parsed("programme", &object.id, body)?,
            (ORDER, Some(body)) => orders.push((&object.id, parsed(ORDER, &object.id, body)?)),
            _ => replace(state, object, body)?,
        }
    }
    for (kind, order) in orders {
        let place = |id: &str| order.iter().position(|known| known == id).unwrap_or(usize::MAX);
        macro_rules! order {
            ($($kind:literal: $list:ident),*) => {
                match kind {
                    $($kind => state.$list.sort_by_cached_key(|item| place(item.id.as_str())),)*
                    _ => {}
                }
            };
        }
        ordered_lists!(order);
    }
    state.sort();
    Ok(())
}

/// Puts the newest version of one object in its place, or takes it out.
fn replace(state: &mut State, object: &content::Touched, body: Option<&str>) -> Result<(), StoreError> {
    fn into<T: Kept + DeserializeOwned>(list: &mut Vec<T>, object: &content::Touched, body: Option<&str>) -> Result<(), StoreError> {
        let place = list.iter().position(|known| known.name() == object.id);
        let item = body.map(|body| parsed::<T>(&object.kind, &object.id, body)).transpose()?;
        match (place, item) {
            (Some(place), Some(item)) => list[place] = item,
            (None, Some(item)) => list.push(item),
            (Some(place), None) => {
                list.remove(place);
            }
            (None, None) => {}
        }
        Ok(())
    }
    if object.kind == "series" {
        let known = state.series.iter().find(|series| series.id.as_str() == object.id);
        let points = known.map(|series| Arc::clone(&series.points));
        into(&mut state.series, object, body)?;
        let series = state.series.iter_mut().find(|series| series.id.as_str() == object.id);
        if let (Some(series), Some(points)) = (series, points) {
            series.points = points;
        }
        return Ok(());
    }
    macro_rules! list {
        ($($kind:literal: $list:ident),*) => {
            match object.kind.as_str() {
                $($kind => return into(&mut state.$list, object, body),)*
                _ => {}
            }
        };
    }
    ordered_lists!(list);
    other_lists!(list);
    // what else the journal speaks of (a person's access, a vote's ballots) is no part of the state
    Ok(())
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

pub(crate) fn points(series: &str, rows: &[figures::Row]) -> Result<Vec<Point>, StoreError> {
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
    parsed(&row.kind, &row.id, &row.body)
}

fn parsed<T: DeserializeOwned>(kind: &str, id: &str, body: &str) -> Result<T, StoreError> {
    serde_json::from_str(body).map_err(|error| unreadable(format!("{kind} {id}"), &error))
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

/// Puts a state together again, but for points and revisions; none where the rows hold no programme.
pub(crate) fn assemble(rows: &[content::Row]) -> Result<Option<State>, StoreError> {
    let Some(own) = rows.iter().find(|row| row.kind == "programme") else {
        return Ok(None);
    };
    let mut state = State {
        programme: parse(own)?,
        organisations: ordered(rows, "organisation")?,
        assumptions: ordered(rows, "assumption")?,
        indicators: ordered(rows, "indicator")?,
        series: ordered(rows, "series")?,
        focus_areas: ordered(rows, "focus-area")?,
        guiding_plans: all(rows, "guiding-plan")?,
        goals: all(rows, "goal")?,
        action_plans: all(rows, "action-plan")?,
        measures: all(rows, "measure")?,
        shocks: all(rows, "shock")?,
        decisions: all(rows, "decision")?,
        hearings: all(rows, "hearing")?,
        hearing_drafts: all(rows, "hearing-draft")?,
        statements: all(rows, "statement")?,
        votes: all(rows, "vote")?,
        letters: all(rows, "letter")?,
        revisions: Vec::new(),
    };
    state.sort();
    Ok(Some(state))
}

/// The newest points of a series.
pub(crate) async fn read_points(
    connection: &impl sea_orm::ConnectionTrait,
    programme: &ProgrammeId,
    series: &mut Series,
) -> Result<(), StoreError> {
    let kept = figures::newest(connection, programme.as_str(), series.id.as_str()).await?;
    series.points = Arc::new(points(series.id.as_str(), &kept)?);
    Ok(())
}

/// The revisions that entries after one adopted.
pub(crate) async fn read_revisions(
    connection: &impl sea_orm::ConnectionTrait,
    programme: &ProgrammeId,
    after: i64,
) -> Result<Vec<Revision>, StoreError> {
    let read = |row: revisions::Row| {
        let what = || format!("revision {} of {}", row.number, row.plan);
        let mut revision: Revision = serde_json::from_str(&row.meta).map_err(|error| unreadable(what(), &error))?;
        revision.content = row.content.into();
        Ok(revision)
    };
    let rows = revisions::since(connection, programme.as_str(), after).await?;
    rows.into_iter().map(read).collect()
}
