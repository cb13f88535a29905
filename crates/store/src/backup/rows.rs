//! Rows of a table as JSON lines, an object each, and back.

use std::collections::BTreeMap;

use sea_orm::{QueryResult, Value as SqlValue};
use serde_json::{Map, Value};

use super::archive::Archive;
use crate::schema::{Column, FORMER, TABLES, Table};
use crate::sql::{Values, execute, rows, scalar};
use crate::{StoreError, Transaction};

/// Rows read at once, and rows in one statement; times eight columns they stay under both databases' limits.
const ROWS_AT_ONCE: usize = 500;
/// A part is closed when it is this large.
const PART_BYTES: usize = 4 << 20;

pub(super) type Record = Map<String, Value>;

/// Puts all rows of a table into an archive, by their key.
pub(super) async fn pack(moment: &Transaction, table: &Table, archive: &mut Archive) -> Result<(), StoreError> {
    archive.add_rows(table, 0, &[])?;
    let (mut lines, mut count, mut last) = (Vec::new(), 0, None);
    loop {
        let page = page_after(moment, table, last.as_ref()).await?;
        for record in &page {
            // writing into a vector does not fail, and neither do texts and whole numbers
            let _ = serde_json::to_writer(&mut lines, record);
            lines.push(b'\n');
            count += 1;
        }
        let is_last = page.len() < ROWS_AT_ONCE;
        if is_last || lines.len() >= PART_BYTES {
            archive.add_rows(table, count, &lines)?;
            (lines, count) = (Vec::new(), 0);
        }
        if is_last {
            return Ok(());
        }
        last = page.into_iter().next_back();
    }
}

async fn page_after(moment: &Transaction, table: &Table, last: Option<&Record>) -> Result<Vec<Record>, StoreError> {
    let key = names(&table.columns[..table.key]);
    let (condition, values) = match last {
        None => (String::new(), Values::new()),
        Some(last) => (
            format!("WHERE ({key}) > ({})", places(1, table.key)),
            table.columns[..table.key].iter().map(|column| value(*column, last)).collect(),
        ),
    };
    let sql = format!(
        "SELECT {} FROM {} {condition} ORDER BY {key} LIMIT {ROWS_AT_ONCE}",
        names(table.columns),
        table.name
    );
    rows(moment, &sql, values).await?.iter().map(|row| record(table, row)).collect()
}

fn record(table: &Table, row: &QueryResult) -> Result<Record, StoreError> {
    let mut record = Record::new();
    for (place, column) in table.columns.iter().enumerate() {
        let value = match column {
            Column::Text(_) => row.try_get_by_index::<Option<String>>(place)?.map_or(Value::Null, Value::String),
            Column::Number(_) => row.try_get_by_index::<i64>(place)?.into(),
        };
        record.insert(column.name().to_owned(), value);
    }
    Ok(record)
}

fn value(column: Column, record: &Record) -> SqlValue {
    let found = record.get(column.name());
    match column {
        Column::Text(_) => found.and_then(Value::as_str).map(str::to_owned).into(),
        Column::Number(_) => found.and_then(Value::as_i64).into(),
    }
}

fn names(columns: &[Column]) -> String {
    columns.iter().map(|column| column.name()).collect::<Vec<_>>().join(", ")
}

/// `$1, $2, $3`.
fn places(first: usize, count: usize) -> String {
    (first..first + count)
        .map(|place| format!("${place}"))
        .collect::<Vec<_>>()
        .join(", ")
}

/// The rows of a part; the error says which line is none.
pub(super) fn read(table: &Table, text: &str) -> Result<Vec<Record>, String> {
    let mut records = Vec::new();
    for (number, line) in (1..).zip(text.lines()) {
        let record: Record =
            serde_json::from_str(line).map_err(|error| format!("line {number} of a part of {} is no row: {error}", table.name))?;
        records.push(record);
    }
    Ok(records)
}

/// Puts rows into a table. Columns that came later than the backup are left out and take what their step gives them.
pub(super) async fn insert(transaction: &Transaction, table: &Table, records: &[Record]) -> Result<(), StoreError> {
    let Some(first) = records.first() else { return Ok(()) };
    let columns: Vec<Column> = table
        .columns
        .iter()
        .copied()
        .filter(|column| first.contains_key(column.name()))
        .collect();
    for some in records.chunks(ROWS_AT_ONCE) {
        let tuples: Vec<String> = (0..some.len())
            .map(|row| format!("({})", places(row * columns.len() + 1, columns.len())))
            .collect();
        let sql = format!("INSERT INTO {} ({}) VALUES {}", table.name, names(&columns), tuples.join(", "));
        let values = some
            .iter()
            .flat_map(|record| columns.iter().map(|column| value(*column, record)))
            .collect();
        execute(transaction, &sql, values).await?;
    }
    Ok(())
}

/// What is wrong where a table has not as many rows as the manifest says.
pub(super) async fn miscounted(transaction: &Transaction, told: &BTreeMap<String, u64>) -> Result<Option<String>, StoreError> {
    for table in TABLES.iter().chain(&FORMER).filter(|table| told.contains_key(table.name)) {
        let there: i64 = scalar(transaction, &format!("SELECT COUNT(*) FROM {}", table.name), vec![]).await?;
        if u64::try_from(there).ok() != told.get(table.name).copied() {
            return Ok(Some(format!("it does not hold all rows of {}", table.name)));
        }
    }
    Ok(None)
}
