//! Adopted revisions: written once, never changed.

use sea_orm::ConnectionTrait;

use crate::StoreError;
use crate::sql::{execute, rows};

/// One adopted revision of a plan.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    pub plan: String,
    pub number: i64,
    /// SHA-256 of `content`, hexadecimal.
    pub hash: String,
    /// JSON: who adopted it, when, and why.
    pub meta: String,
    /// The adopted text, byte by byte.
    pub content: String,
}

/// Writes a revision; refused where the plan has this number already.
pub async fn insert(connection: &impl ConnectionTrait, programme: &str, entry: i64, revision: &Row) -> Result<(), StoreError> {
    let sql = "INSERT INTO revision (programme, plan, number, hash, meta, content, entry) VALUES ($1, $2, $3, $4, $5, $6, $7)";
    let values = vec![
        programme.into(),
        revision.plan.as_str().into(),
        revision.number.into(),
        revision.hash.as_str().into(),
        revision.meta.as_str().into(),
        revision.content.as_str().into(),
        entry.into(),
    ];
    let what = || format!("revision {} of the plan {}", revision.number, revision.plan);
    execute(connection, sql, values)
        .await
        .map_err(|error| StoreError::taken(error, what))?;
    Ok(())
}

/// All revisions of a programme, by plan and number.
pub async fn list(connection: &impl ConnectionTrait, programme: &str) -> Result<Vec<Row>, StoreError> {
    since(connection, programme, 0).await
}

/// The revisions that entries after one adopted, by plan and number.
pub async fn since(connection: &impl ConnectionTrait, programme: &str, entry: i64) -> Result<Vec<Row>, StoreError> {
    let sql = "SELECT plan, number, hash, meta, content FROM revision WHERE programme = $1 AND entry > $2 ORDER BY plan, number";
    let found = rows(connection, sql, vec![programme.into(), entry.into()]).await?;
    found
        .iter()
        .map(|row| {
            Ok(Row {
                plan: row.try_get_by_index(0)?,
                number: row.try_get_by_index(1)?,
                hash: row.try_get_by_index(2)?,
                meta: row.try_get_by_index(3)?,
                content: row.try_get_by_index(4)?,
            })
        })
        .collect()
}
