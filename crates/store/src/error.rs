//! Which error to use when: what the operator has to mend (a folder, a file, a server) has its own variant whose text
//! says what, where and the mend; a refusal that a caller is expected to handle (a taken address, a moment in the past)
//! has its own variant with the facts in it; whatever else the database says is [`StoreError::Database`].

use std::path::PathBuf;

use sea_orm::{DbErr, RuntimeErr, SqlErr};
use thiserror::Error;

use crate::Instant;

/// Why the store could not do what was asked. Nothing was overwritten, and nothing was acknowledged.
#[derive(Debug, Clone, Error)]
#[non_exhaustive]
pub enum StoreError {
    /// The data folder cannot be made or written to.
    #[error("the data folder {folder} cannot be written to ({reason}): give this user the right to write there, or choose another folder")]
    FolderNotWritable {
        /// The data folder.
        folder: PathBuf,
        /// What the operating system said.
        reason: String,
    },
    /// The file is there but cannot be a store, or is a damaged one.
    #[error("the store {file} is damaged or is not a store ({reason}): it was left as it is; move it away and restore a backup")]
    Corrupt {
        /// The file.
        file: PathBuf,
        /// What was found.
        reason: String,
    },
    /// A later version of this program has changed the store's form.
    #[error("{place} was written by a newer version of this program (it has {}): run that version or a later one", migrations.join(", "))]
    Newer {
        /// The file or the server.
        place: String,
        /// The changes of form that this program does not know.
        migrations: Vec<String>,
    },
    /// The program was linked with a SQLite that can damage a write-ahead log.
    #[error("this program was built with SQLite {found}, which can damage a store: build it with SQLite 3.51.3 or later")]
    SqliteTooOld {
        /// The version found.
        found: String,
    },
    /// The database server does not answer, or refuses.
    #[error(
        "the database {place} cannot be reached ({reason}): check that it runs and that the address, the user and the password are right"
    )]
    NotReachable {
        /// The address, without the password.
        place: String,
        /// What was said.
        reason: String,
    },
    /// The address names no database that this program can use.
    #[error("the database address {place} is not one this program knows: it begins with postgres:// or sqlite://")]
    UnknownAddress {
        /// The address, without the password.
        place: String,
    },
    /// Another process has held the store for longer than the busy timeout.
    #[error("the store was busy for too long: nothing was changed; try again, and end other programs that hold it if this goes on")]
    Busy,
    /// The disk is full.
    #[error("the disk is full: nothing was changed; make room on the disk that holds the store and try again")]
    DiskFull,
    /// The store has been closed.
    #[error("the store is closed: nothing was changed")]
    Closed,
    /// A command panicked; it was rolled back and the store goes on.
    #[error("a change failed in the middle and was undone as a whole: {reason}")]
    Panicked {
        /// The panic's message.
        reason: String,
    },
    /// A row was to begin before the row that it follows.
    #[error("{kind} {id} was changed at {last}: a change dated {asked} would lie before it")]
    Backwards {
        /// The kind of the object.
        kind: String,
        /// The object.
        id: String,
        /// When it last changed.
        last: Instant,
        /// The moment that was asked for.
        asked: Instant,
    },
    /// Something with the same key is there already.
    #[error("there is already {what}")]
    Exists {
        /// What there is, by its key.
        what: String,
    },
    /// Something that is needed is not there.
    #[error("there is no {what}")]
    Missing {
        /// What there is not, by its key.
        what: String,
    },
    /// A figure that cannot be kept: twice the same cell, or a number that is none.
    #[error("series {series} cannot be kept: {reason}")]
    Figure {
        /// The series.
        series: String,
        /// What is wrong with which row.
        reason: String,
    },
    /// A stored text is not what it should be.
    #[error("{what} in the store cannot be read ({reason}): run the check of the store")]
    Unreadable {
        /// What was being read.
        what: String,
        /// What is wrong.
        reason: String,
    },
    /// A backup that cannot be used.
    #[error("the backup {file} cannot be used ({reason}): nothing was changed; use another backup")]
    Backup {
        /// The backup.
        file: PathBuf,
        /// What is wrong with it.
        reason: String,
    },
    /// A restore into a store that holds something.
    #[error("the store {place} is not empty (table {table} has rows): nothing was changed; restore into an empty store")]
    NotEmpty {
        /// The file or the server.
        place: String,
        /// The first table with something in it.
        table: String,
    },
    /// A file could not be read or written.
    #[error("{what} {file} failed ({reason})")]
    File {
        /// What was tried, as a noun: "reading", "writing".
        what: &'static str,
        /// The file.
        file: PathBuf,
        /// What the operating system said.
        reason: String,
    },
    /// A file that nobody said may be overwritten.
    #[error("the file {file} is there already: it was left as it is; choose another name, or say that it may be overwritten")]
    FileExists {
        /// The file.
        file: PathBuf,
    },
    /// The generator of random numbers of the operating system does not answer.
    #[error("the operating system gives no random numbers ({reason}): nothing was changed")]
    Randomness {
        /// What was said.
        reason: String,
    },
    /// Whatever else the database says.
    #[error("the database refused: {0}")]
    Database(#[source] DbErr),
}

impl StoreError {
    /// Turns a broken uniqueness rule into [`StoreError::Exists`], and leaves every other error as it is.
    pub(crate) fn taken(error: DbErr, what: impl FnOnce() -> String) -> Self {
        match error.sql_err() {
            Some(SqlErr::UniqueConstraintViolation(_)) => Self::Exists { what: what() },
            _ => error.into(),
        }
    }
}

impl From<DbErr> for StoreError {
    fn from(error: DbErr) -> Self {
        match sqlite_code(&error) {
            Some(5 | 6) => Self::Busy,
            Some(13) => Self::DiskFull,
            _ => Self::Database(error),
        }
    }
}

/// SQLite's primary result code, if the error is one of SQLite's.
pub(crate) fn sqlite_code(error: &DbErr) -> Option<i32> {
    let (DbErr::Conn(runtime) | DbErr::Exec(runtime) | DbErr::Query(runtime)) = error else {
        return None;
    };
    let RuntimeErr::SqlxError(error) = runtime else { return None };
    let sqlite = error
        .as_database_error()?
        .try_downcast_ref::<sea_orm::sqlx::sqlite::SqliteError>()?;
    let extended: i32 = sea_orm::sqlx::error::DatabaseError::code(sqlite)?.parse().ok()?;
    Some(extended & 0xff)
}
