//! Whether a store and its files are whole. Each thing that is not is a finding in words; a whole store has none.

use std::path::Path;

use sea_orm::{ConnectionTrait, DbBackend, QueryResult};

use crate::error::sqlite_code;
use crate::sql::rows;
use crate::{Store, StoreError, Transaction, figures, files};

/// SQLite lists at most this many damaged places.
const PLACES: u32 = 20;

/// Everything that is wrong with a store at this moment and with its folder of files. `hash_of` is the rule by which
/// revisions were hashed.
pub async fn store(store: &Store, files: &Path, hash_of: impl Fn(&str) -> String) -> Result<Vec<String>, StoreError> {
    let mut check = Check {
        moment: store.moment().await?,
        found: Vec::new(),
    };
    // where the pages of the file do not hang together, what stands on them is no use asking
    if check.pages().await? {
        check.journal().await?;
        check.entries().await?;
        check.versions().await?;
        check.revisions(hash_of).await?;
        check.vintages().await?;
    }
    check.moment.rollback().await?;
    check.found.extend(files_in(files)?);
    Ok(check.found)
}

struct Check {
    moment: Transaction,
    found: Vec<String>,
}

impl Check {
    /// A finding for each row of a query.
    async fn each(&mut self, sql: &str, tell: impl Fn(&QueryResult) -> Result<String, sea_orm::DbErr>) -> Result<(), StoreError> {
        for row in rows(&self.moment, sql, vec![]).await? {
            self.found.push(tell(&row)?);
        }
        Ok(())
    }

    /// Whether the file itself is whole.
    async fn pages(&mut self) -> Result<bool, StoreError> {
        if self.moment.get_database_backend() != DbBackend::Sqlite {
            return Ok(true);
        }
        match rows(&self.moment, &format!("PRAGMA integrity_check({PLACES})"), vec![]).await {
            Ok(verdicts) => {
                for verdict in &verdicts {
                    let verdict: String = verdict.try_get_by_index(0)?;
                    self.found
                        .extend((verdict != "ok").then(|| format!("the database file is damaged: {verdict}")));
                }
            }
            Err(error) if matches!(sqlite_code(&error), Some(11 | 26)) => self.found.push(format!("the database file is damaged: {error}")),
            Err(error) => return Err(error.into()),
        }
        Ok(self.found.is_empty())
    }

    /// Numbers rise by one from one.
    async fn journal(&mut self) -> Result<(), StoreError> {
        let sql = "SELECT entry FROM journal AS later WHERE entry <> 1 AND NOT EXISTS \
                   (SELECT 1 FROM journal AS earlier WHERE earlier.entry = later.entry - 1) ORDER BY entry";
        self.each(sql, |row| {
            let entry: i64 = row.try_get_by_index(0)?;
            Ok(format!("the journal has entry {entry} but not the one before it"))
        })
        .await
    }

    /// What was written names an entry that is there, and every figure a reading.
    async fn entries(&mut self) -> Result<(), StoreError> {
        for table in ["content", "journal_object", "revision", "vintage"] {
            let sql = format!(
                "SELECT DISTINCT programme, entry FROM {table} AS written WHERE NOT EXISTS (SELECT 1 FROM journal \
                 WHERE journal.entry = written.entry AND journal.programme = written.programme) ORDER BY programme, entry"
            );
            self.each(&sql, |row| {
                let (programme, entry): (String, i64) = (row.try_get_by_index(0)?, row.try_get_by_index(1)?);
                Ok(format!(
                    "{table} of {programme} names entry {entry}, which is not in that programme's journal"
                ))
            })
            .await?;
        }
        let sql = "SELECT DISTINCT programme, series, entry FROM figure WHERE NOT EXISTS (SELECT 1 FROM vintage WHERE \
                   vintage.programme = figure.programme AND vintage.series = figure.series AND vintage.entry = figure.entry)";
        self.each(sql, |row| {
            let (programme, series, entry): (String, String, i64) =
                (row.try_get_by_index(0)?, row.try_get_by_index(1)?, row.try_get_by_index(2)?);
            Ok(format!(
                "series {series} of {programme} has figures of a reading (entry {entry}) that is not there"
            ))
        })
        .await
    }

    /// Versions of one object follow one another, and at most one is open.
    async fn versions(&mut self) -> Result<(), StoreError> {
        let of = |row: &QueryResult| {
            let (programme, kind, id): (String, String, String) =
                (row.try_get_by_index(0)?, row.try_get_by_index(1)?, row.try_get_by_index(2)?);
            Ok::<_, sea_orm::DbErr>(format!("{kind} {id} of {programme}"))
        };
        let sql = "SELECT programme, kind, id FROM content WHERE valid_to <= valid_from ORDER BY programme, kind, id";
        self.each(sql, |row| Ok(format!("{} has a version that ends before it begins", of(row)?)))
            .await?;
        let sql = "SELECT DISTINCT earlier.programme, earlier.kind, earlier.id FROM content AS earlier JOIN content AS later \
                   ON later.programme = earlier.programme AND later.kind = earlier.kind AND later.id = earlier.id \
                   AND later.valid_from > earlier.valid_from \
                   WHERE earlier.valid_to IS NULL OR earlier.valid_to > later.valid_from ORDER BY 1, 2, 3";
        self.each(sql, |row| Ok(format!("{} has two versions that hold at the same time", of(row)?)))
            .await
    }

    async fn revisions(&mut self, hash_of: impl Fn(&str) -> String) -> Result<(), StoreError> {
        let sql = "SELECT programme, plan, number, hash, content FROM revision ORDER BY programme, plan, number";
        for row in rows(&self.moment, sql, vec![]).await? {
            let (programme, plan, number): (String, String, i64) =
                (row.try_get_by_index(0)?, row.try_get_by_index(1)?, row.try_get_by_index(2)?);
            let (hash, content): (String, String) = (row.try_get_by_index(3)?, row.try_get_by_index(4)?);
            if hash_of(&content) != hash {
                self.found.push(format!(
                    "revision {number} of the plan {plan} of {programme} is not what was adopted"
                ));
            }
        }
        Ok(())
    }

    async fn vintages(&mut self) -> Result<(), StoreError> {
        let sql = "SELECT programme, series, entry, vintage, digest FROM vintage ORDER BY programme, series, entry";
        for row in rows(&self.moment, sql, vec![]).await? {
            let (programme, series, entry): (String, String, i64) =
                (row.try_get_by_index(0)?, row.try_get_by_index(1)?, row.try_get_by_index(2)?);
            let (day, digest): (String, String) = (row.try_get_by_index(3)?, row.try_get_by_index(4)?);
            let figures = figures::of_vintage(&self.moment, &programme, &series, entry).await?;
            if figures::digest(&day, &figures) != digest {
                self.found.push(format!(
                    "series {series} of {programme}: the figures read on {day} (entry {entry}) are not what was read"
                ));
            }
        }
        Ok(())
    }
}

/// Files that are not what their names say.
fn files_in(folder: &Path) -> Result<Vec<String>, StoreError> {
    let mut found = Vec::new();
    for name in files::names(folder)? {
        let file = folder.join(&name);
        if !files::is_name(&name) {
            found.push(format!("{} is not named after its content, so it is in no backup", file.display()));
        } else if !name.starts_with(&files::hash_of(&file)?) {
            found.push(format!("{} has changed since it was kept", file.display()));
        }
    }
    Ok(found)
}
