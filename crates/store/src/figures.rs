//! Figures of series, every vintage kept: a series that was read again with other values stands beside what it was.

use std::fmt::Write;

use sea_orm::{ConnectionTrait, QueryResult, Value};
use sha2::{Digest, Sha256};

use crate::StoreError;
use crate::sql::{execute, row, rows};

/// One cell of a series. What a period, a code or a value looks like is not known here.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    pub period: String,
    /// JSON array of codes.
    pub codes: String,
    pub value: String,
    pub note: Option<String>,
}

/// One reading of a series.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Vintage {
    /// The day on which it was read from the source.
    pub day: String,
    /// The journal entry that brought it.
    pub entry: i64,
}

/// Rows in one statement; seven values each stay well under the databases' limits.
const ROWS_AT_ONCE: usize = 500;

/// Keeps a reading of a series; false where the newest one is the same already.
pub async fn keep(
    connection: &impl ConnectionTrait,
    programme: &str,
    series: &str,
    day: &str,
    entry: i64,
    figures: &[Row],
) -> Result<bool, StoreError> {
    let digest = digest(day, figures);
    let sql = "SELECT digest FROM vintage WHERE programme = $1 AND series = $2 ORDER BY entry DESC LIMIT 1";
    if let Some(newest) = row(connection, sql, vec![programme.into(), series.into()]).await?
        && newest.try_get_by_index::<String>(0)? == digest
    {
        return Ok(false);
    }
    let sql = "INSERT INTO vintage (programme, series, vintage, digest, entry) VALUES ($1, $2, $3, $4, $5)";
    execute(
        connection,
        sql,
        vec![programme.into(), series.into(), day.into(), digest.into(), entry.into()],
    )
    .await?;
    for (part, figures) in figures.chunks(ROWS_AT_ONCE).enumerate() {
        let first = i64::try_from(part * ROWS_AT_ONCE).unwrap_or(i64::MAX);
        insert(connection, programme, series, entry, first, figures).await?;
    }
    Ok(true)
}

async fn insert(
    connection: &impl ConnectionTrait,
    programme: &str,
    series: &str,
    entry: i64,
    first: i64,
    figures: &[Row],
) -> Result<(), StoreError> {
    let mut values: Vec<Value> = vec![programme.into(), series.into(), entry.into()];
    let mut places = Vec::with_capacity(figures.len());
    for (place, figure) in (first..).zip(figures) {
        let next = values.len() + 1;
        places.push(format!(
            "($1, $2, $3, ${next}, ${}, ${}, ${}, ${})",
            next + 1,
            next + 2,
            next + 3,
            next + 4
        ));
        values.extend([
            place.into(),
            figure.period.as_str().into(),
            figure.codes.as_str().into(),
            figure.value.as_str().into(),
            figure.note.clone().into(),
        ]);
    }
    let sql = format!(
        "INSERT INTO figure (programme, series, entry, place, period, codes, value, note) VALUES {}",
        places.join(", ")
    );
    execute(connection, &sql, values).await?;
    Ok(())
}

/// What tells two readings of a series apart.
pub(crate) fn digest(day: &str, figures: &[Row]) -> String {
    let mut hash = Sha256::new();
    hash.update(day.as_bytes());
    for figure in figures {
        for part in [
            &figure.period,
            &figure.codes,
            &figure.value,
            figure.note.as_ref().unwrap_or(&String::new()),
        ] {
            hash.update((part.len() as u64).to_le_bytes());
            hash.update(part.as_bytes());
        }
    }
    hex(&hash.finalize())
}

/// Bytes as hexadecimal digits.
pub(crate) fn hex(bytes: &[u8]) -> String {
    bytes.iter().fold(String::with_capacity(2 * bytes.len()), |mut text, byte| {
        // writing into a string cannot fail
        let _ = write!(text, "{byte:02x}");
        text
    })
}

/// The readings of a series, oldest first.
pub async fn vintages(connection: &impl ConnectionTrait, programme: &str, series: &str) -> Result<Vec<Vintage>, StoreError> {
    let sql = "SELECT vintage, entry FROM vintage WHERE programme = $1 AND series = $2 ORDER BY entry";
    let found = rows(connection, sql, vec![programme.into(), series.into()]).await?;
    found
        .iter()
        .map(|row| {
            Ok(Vintage {
                day: row.try_get_by_index(0)?,
                entry: row.try_get_by_index(1)?,
            })
        })
        .collect()
}

/// The figures of one reading, in the order in which they were given.
pub async fn of_vintage(connection: &impl ConnectionTrait, programme: &str, series: &str, entry: i64) -> Result<Vec<Row>, StoreError> {
    let sql = "SELECT period, codes, value, note FROM figure WHERE programme = $1 AND series = $2 AND entry = $3 ORDER BY place";
    rows(connection, sql, vec![programme.into(), series.into(), entry.into()])
        .await?
        .iter()
        .map(read)
        .collect()
}

/// The figures of the newest reading; empty where there is none.
pub async fn newest(connection: &impl ConnectionTrait, programme: &str, series: &str) -> Result<Vec<Row>, StoreError> {
    match vintages(connection, programme, series).await?.last() {
        Some(vintage) => of_vintage(connection, programme, series, vintage.entry).await,
        None => Ok(Vec::new()),
    }
}

fn read(row: &QueryResult) -> Result<Row, StoreError> {
    Ok(Row {
        period: row.try_get_by_index(0)?,
        codes: row.try_get_by_index(1)?,
        value: row.try_get_by_index(2)?,
        note: row.try_get_by_index(3)?,
    })
}
