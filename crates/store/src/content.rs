//! Versioned content: every object as rows with a time from which and to which they hold, so that a programme as it stood
//! on any date is one query. Bodies are JSON; what is in them is not known here.

use sea_orm::{ConnectionTrait, QueryResult};

use crate::sql::{execute, row, rows};
use crate::{Instant, StoreError};

/// One version of one object.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    pub kind: String,
    pub id: String,
    pub body: String,
    /// The journal entry that wrote it.
    pub entry: i64,
    pub valid_from: Instant,
    /// None while it holds.
    pub valid_to: Option<Instant>,
}

/// An object that was touched.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Touched {
    pub kind: String,
    pub id: String,
    /// Its body and the journal entry that wrote it; none where it is not there any more, or is no content.
    pub now: Option<(String, i64)>,
}

const COLUMNS: &str = "kind, id, body, entry, valid_from, valid_to";

fn read(row: &QueryResult) -> Result<Row, StoreError> {
    Ok(Row {
        kind: row.try_get_by_index(0)?,
        id: row.try_get_by_index(1)?,
        body: row.try_get_by_index(2)?,
        entry: row.try_get_by_index(3)?,
        valid_from: row.try_get_by_index(4)?,
        valid_to: row.try_get_by_index(5)?,
    })
}

async fn select(connection: &impl ConnectionTrait, condition: &str, values: Vec<sea_orm::Value>) -> Result<Vec<Row>, StoreError> {
    let sql = format!("SELECT {COLUMNS} FROM content WHERE {condition} ORDER BY kind, id, valid_from");
    rows(connection, &sql, values).await?.iter().map(read).collect()
}

/// The programmes that there are, by identifier.
pub async fn programmes(connection: &impl ConnectionTrait) -> Result<Vec<String>, StoreError> {
    let found = rows(
        connection,
        "SELECT DISTINCT programme FROM content WHERE valid_to IS NULL ORDER BY programme",
        vec![],
    )
    .await?;
    found.iter().map(|row| row.try_get_by_index(0).map_err(StoreError::from)).collect()
}

/// Everything a programme holds now, by kind and identifier.
pub async fn now(connection: &impl ConnectionTrait, programme: &str) -> Result<Vec<Row>, StoreError> {
    select(connection, "programme = $1 AND valid_to IS NULL", vec![programme.into()]).await
}

/// Everything a programme held at a moment.
pub async fn at(connection: &impl ConnectionTrait, programme: &str, moment: Instant) -> Result<Vec<Row>, StoreError> {
    let condition = "programme = $1 AND valid_from <= $2 AND (valid_to IS NULL OR valid_to > $2)";
    select(connection, condition, vec![programme.into(), moment.into()]).await
}

/// What entries after one touched, by kind and identifier: the version that holds now, or none where it was taken out.
pub async fn since(connection: &impl ConnectionTrait, programme: &str, entry: i64) -> Result<Vec<Touched>, StoreError> {
    let sql = "SELECT DISTINCT o.kind, o.id, c.body, c.entry FROM journal_object o LEFT JOIN content c ON c.programme = o.programme \
               AND c.kind = o.kind AND c.id = o.id AND c.valid_to IS NULL WHERE o.programme = $1 AND o.entry > $2 ORDER BY o.kind, o.id";
    let read = |row: &QueryResult| {
        let (body, entry): (Option<String>, Option<i64>) = (row.try_get_by_index(2)?, row.try_get_by_index(3)?);
        Ok(Touched {
            kind: row.try_get_by_index(0)?,
            id: row.try_get_by_index(1)?,
            now: body.zip(entry),
        })
    };
    rows(connection, sql, vec![programme.into(), entry.into()])
        .await?
        .iter()
        .map(read)
        .collect()
}

/// All versions of one object, oldest first.
pub async fn history(connection: &impl ConnectionTrait, programme: &str, kind: &str, id: &str) -> Result<Vec<Row>, StoreError> {
    select(
        connection,
        "programme = $1 AND kind = $2 AND id = $3",
        vec![programme.into(), kind.into(), id.into()],
    )
    .await
}

/// The version of one object that holds now.
pub async fn current(connection: &impl ConnectionTrait, programme: &str, kind: &str, id: &str) -> Result<Option<Row>, StoreError> {
    let sql = format!("SELECT {COLUMNS} FROM content WHERE programme = $1 AND kind = $2 AND id = $3 AND valid_to IS NULL");
    row(connection, &sql, vec![programme.into(), kind.into(), id.into()])
        .await?
        .as_ref()
        .map(read)
        .transpose()
}

/// Writes a new version that holds from a moment on; false, and no row, where the body is the one that holds already.
pub async fn put(
    connection: &impl ConnectionTrait,
    programme: &str,
    kind: &str,
    id: &str,
    body: &str,
    from: Instant,
    entry: i64,
) -> Result<bool, StoreError> {
    if let Some(known) = current(connection, programme, kind, id).await? {
        if known.body == body {
            return Ok(false);
        }
        end(connection, programme, &known, from).await?;
    }
    let sql = "INSERT INTO content (programme, kind, id, valid_from, body, entry) VALUES ($1, $2, $3, $4, $5, $6)";
    let values = vec![programme.into(), kind.into(), id.into(), from.into(), body.into(), entry.into()];
    execute(connection, sql, values).await?;
    Ok(true)
}

/// Ends an object; false where it does not hold now.
pub async fn remove(connection: &impl ConnectionTrait, programme: &str, kind: &str, id: &str, at: Instant) -> Result<bool, StoreError> {
    match current(connection, programme, kind, id).await? {
        Some(known) => end(connection, programme, &known, at).await.map(|()| true),
        None => Ok(false),
    }
}

/// Puts what an object is now in the place of everything that it ever was: when it changed stays known, what stood in it
/// does not. For what a person has the right to have erased, and for nothing else.
pub async fn rewrite_past(connection: &impl ConnectionTrait, programme: &str, kind: &str, id: &str) -> Result<(), StoreError> {
    let Some(now) = current(connection, programme, kind, id).await? else {
        return Ok(());
    };
    let sql = "UPDATE content SET body = $4 WHERE programme = $1 AND kind = $2 AND id = $3";
    execute(connection, sql, vec![programme.into(), kind.into(), id.into(), now.body.into()]).await?;
    Ok(())
}

/// True where some version of an object of a kind, in any programme, holds these words.
pub async fn mentions(connection: &impl ConnectionTrait, kind: &str, words: &str) -> Result<bool, StoreError> {
    let sql = "SELECT 1 FROM content WHERE kind = $1 AND body LIKE $2 LIMIT 1";
    Ok(row(connection, sql, vec![kind.into(), format!("%{words}%").into()])
        .await?
        .is_some())
}

async fn end(connection: &impl ConnectionTrait, programme: &str, known: &Row, at: Instant) -> Result<(), StoreError> {
    if at <= known.valid_from {
        let (kind, id) = (known.kind.clone(), known.id.clone());
        return Err(StoreError::Backwards {
            kind,
            id,
            last: known.valid_from,
            asked: at,
        });
    }
    let sql = "UPDATE content SET valid_to = $4 WHERE programme = $1 AND kind = $2 AND id = $3 AND valid_to IS NULL";
    execute(
        connection,
        sql,
        vec![programme.into(), known.kind.as_str().into(), known.id.as_str().into(), at.into()],
    )
    .await?;
    Ok(())
}
