//! The journal: who changed what, on whose behalf and why. Entries are only ever added.

use sea_orm::{ConnectionTrait, QueryResult};

use crate::sql::{execute, row, rows, scalar};
use crate::{Instant, StoreError};

/// What is about to be written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewEntry {
    pub programme: String,
    pub at: Instant,
    pub who: String,
    pub on_behalf_of: Option<String>,
    /// The command's word.
    pub action: String,
    /// May be empty.
    pub why: String,
    /// JSON.
    pub detail: String,
}

/// One entry with its number and the objects it touched.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    pub number: i64,
    pub written: NewEntry,
    /// Kind and identifier.
    pub objects: Vec<(String, String)>,
}

/// Writes an entry and gives its number, which is higher than every number before it.
pub async fn append(connection: &impl ConnectionTrait, new: &NewEntry) -> Result<i64, StoreError> {
    let last: i64 = scalar(connection, "SELECT COALESCE(MAX(entry), 0) FROM journal", vec![]).await?;
    let number = last + 1;
    let sql = "INSERT INTO journal (programme, entry, at, who, on_behalf_of, action, why, detail) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)";
    let values = vec![
        new.programme.as_str().into(),
        number.into(),
        new.at.into(),
        new.who.as_str().into(),
        new.on_behalf_of.clone().into(),
        new.action.as_str().into(),
        new.why.as_str().into(),
        new.detail.as_str().into(),
    ];
    execute(connection, sql, values).await?;
    Ok(number)
}

/// Says that an entry touched an object; saying it twice is saying it once.
pub async fn touched(connection: &impl ConnectionTrait, programme: &str, entry: i64, kind: &str, id: &str) -> Result<(), StoreError> {
    let sql = "INSERT INTO journal_object (programme, kind, id, entry) VALUES ($1, $2, $3, $4) ON CONFLICT DO NOTHING";
    execute(connection, sql, vec![programme.into(), kind.into(), id.into(), entry.into()]).await?;
    Ok(())
}

/// The number of a programme's newest entry; 0 where it has none.
pub async fn latest(connection: &impl ConnectionTrait, programme: &str) -> Result<i64, StoreError> {
    let sql = "SELECT COALESCE(MAX(entry), 0) FROM journal WHERE programme = $1";
    Ok(scalar(connection, sql, vec![programme.into()]).await?)
}

/// When a programme's first entry was written; none where it has none.
pub async fn first(connection: &impl ConnectionTrait, programme: &str) -> Result<Option<Instant>, StoreError> {
    let sql = "SELECT at FROM journal WHERE programme = $1 ORDER BY entry LIMIT 1";
    let found = row(connection, sql, vec![programme.into()]).await?;
    found.map(|row| row.try_get_by_index(0)).transpose().map_err(StoreError::from)
}

/// The newest entries of a programme, newest first; `before` steps back through them.
pub async fn recent(connection: &impl ConnectionTrait, programme: &str, limit: u32, before: Option<i64>) -> Result<Vec<Entry>, StoreError> {
    let condition = "programme = $1 AND entry < $2 ORDER BY entry DESC LIMIT $3";
    let values = vec![programme.into(), before.unwrap_or(i64::MAX).into(), i64::from(limit).into()];
    select(connection, condition, values).await
}

/// The entries that touched an object, newest first.
pub async fn of_object(connection: &impl ConnectionTrait, programme: &str, kind: &str, id: &str) -> Result<Vec<Entry>, StoreError> {
    let condition = "entry IN (SELECT entry FROM journal_object WHERE programme = $1 AND kind = $2 AND id = $3) ORDER BY entry DESC";
    select(connection, condition, vec![programme.into(), kind.into(), id.into()]).await
}

async fn select(connection: &impl ConnectionTrait, condition: &str, values: Vec<sea_orm::Value>) -> Result<Vec<Entry>, StoreError> {
    let sql = format!("SELECT entry, programme, at, who, on_behalf_of, action, why, detail FROM journal WHERE {condition}");
    let mut entries = Vec::new();
    for row in rows(connection, &sql, values).await? {
        let mut entry = read(&row)?;
        let sql = "SELECT kind, id FROM journal_object WHERE entry = $1 ORDER BY kind, id";
        for object in rows(connection, sql, vec![entry.number.into()]).await? {
            entry.objects.push((object.try_get_by_index(0)?, object.try_get_by_index(1)?));
        }
        entries.push(entry);
    }
    Ok(entries)
}

fn read(row: &QueryResult) -> Result<Entry, StoreError> {
    let written = NewEntry {
        programme: row.try_get_by_index(1)?,
        at: row.try_get_by_index(2)?,
        who: row.try_get_by_index(3)?,
        on_behalf_of: row.try_get_by_index(4)?,
        action: row.try_get_by_index(5)?,
        why: row.try_get_by_index(6)?,
        detail: row.try_get_by_index(7)?,
    };
    Ok(Entry {
        number: row.try_get_by_index(0)?,
        written,
        objects: Vec::new(),
    })
}
