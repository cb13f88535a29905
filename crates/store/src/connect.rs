//! How connections are made: the settings of SQLite and PostgreSQL that durability rests on stand here and nowhere else.

use std::{
    fs::{File, OpenOptions},
    io::{self, Read, Write},
    path::{Path, PathBuf},
    time::Duration,
};

use sea_orm::{
    ConnectOptions, Database, DatabaseConnection, DbErr,
    sqlx::sqlite::{SqliteConnectOptions, SqliteJournalMode, SqliteSynchronous},
};

use crate::{
    StoreError,
    error::sqlite_code,
    sql::{Values, scalar},
};

/// Where the store is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Location {
    /// A data folder: the store is the SQLite file `vekst.db` in it.
    Folder(PathBuf),
    /// The address of a database: `postgres://…`, or `sqlite://FILE`.
    Url(String),
}

/// The store's file in a data folder.
pub const DATABASE_FILE: &str = "vekst.db";

const CONNECTIONS_TO_READ: u32 = 8;
const BUSY_TIMEOUT: Duration = Duration::from_secs(20);
/// Stores up to this size are read through when they are opened; larger ones wait for the check that a person asks for.
const READ_THROUGH_AT_OPENING: u64 = 32 << 20;
const SQLITE_HEADER: &[u8; 16] = b"SQLite format 3\0";

impl Location {
    /// The location in words for messages, never with a password.
    pub fn place(&self) -> String {
        match self {
            Self::Folder(folder) => folder.join(DATABASE_FILE).display().to_string(),
            Self::Url(url) => without_password(url),
        }
    }

    fn sqlite_file(&self) -> Option<PathBuf> {
        match self {
            Self::Folder(folder) => Some(folder.join(DATABASE_FILE)),
            Self::Url(url) => url
                .strip_prefix("sqlite://")
                .or_else(|| url.strip_prefix("sqlite:"))
                .map(PathBuf::from),
        }
    }
}

/// An address with stars for the password.
fn without_password(url: &str) -> String {
    let Some((scheme, rest)) = url.split_once("://") else {
        return url.to_owned();
    };
    let authority_end = rest.find(['/', '?']).unwrap_or(rest.len());
    let Some(at) = rest[..authority_end].rfind('@') else {
        return url.to_owned();
    };
    let user = rest[..at].split(':').next().unwrap_or_default();
    format!("{scheme}://{user}:***{}", &rest[at..])
}

/// How to make the two kinds of connections to one database: those that read, and the one that writes.
#[derive(Clone)]
pub(crate) struct Connector {
    place: String,
    target: Target,
}

#[derive(Clone)]
enum Target {
    Sqlite(PathBuf),
    Postgres(String),
}

impl Connector {
    /// Finds out what the location names, and sees to it that a SQLite file can be opened without harm.
    pub(crate) fn new(location: &Location) -> Result<Self, StoreError> {
        let place = location.place();
        let target = match (location.sqlite_file(), location) {
            (Some(file), _) => {
                prepare_file(&file)?;
                Target::Sqlite(file)
            }
            (None, Location::Url(url)) if url.starts_with("postgres://") || url.starts_with("postgresql://") => {
                Target::Postgres(url.clone())
            }
            _ => return Err(StoreError::UnknownAddress { place }),
        };
        Ok(Self { place, target })
    }

    pub(crate) fn place(&self) -> &str {
        &self.place
    }

    /// The connections that read. They cannot write, so that nothing passes by the one writer.
    pub(crate) async fn reader(&self) -> Result<DatabaseConnection, StoreError> {
        let mut options = match &self.target {
            Target::Sqlite(file) => sqlite_options(file, true),
            Target::Postgres(url) => postgres_options(url, true),
        };
        options.max_connections(CONNECTIONS_TO_READ);
        self.connect(options).await
    }

    /// The one connection that writes.
    pub(crate) async fn writer(&self) -> Result<DatabaseConnection, StoreError> {
        let mut options = match &self.target {
            Target::Sqlite(file) => sqlite_options(file, false),
            Target::Postgres(url) => postgres_options(url, false),
        };
        options.max_connections(1);
        self.connect(options).await
    }

    async fn connect(&self, options: ConnectOptions) -> Result<DatabaseConnection, StoreError> {
        Database::connect(options).await.map_err(|error| self.explain(error))
    }

    /// What a person needs to know of an error that occurs while the store is being opened.
    pub(crate) fn explain(&self, error: DbErr) -> StoreError {
        match &self.target {
            Target::Sqlite(file) => explain_sqlite(file, error),
            Target::Postgres(_) => StoreError::NotReachable {
                place: self.place.clone(),
                reason: error.to_string(),
            },
        }
    }

    /// Refuses a SQLite that can damage a write-ahead log and a file whose pages do not hang together.
    pub(crate) async fn inspect(&self, writer: &DatabaseConnection) -> Result<(), StoreError> {
        let Target::Sqlite(file) = &self.target else { return Ok(()) };
        let found: String = scalar(writer, "SELECT sqlite_version()", Values::new())
            .await
            .map_err(|error| self.explain(error))?;
        if version_of(&found) < [3, 51, 3] {
            return Err(StoreError::SqliteTooOld { found });
        }
        if file.metadata().is_ok_and(|metadata| metadata.len() > READ_THROUGH_AT_OPENING) {
            return Ok(());
        }
        let verdict: String = scalar(writer, "PRAGMA quick_check(1)", Values::new())
            .await
            .map_err(|error| self.explain(error))?;
        if verdict == "ok" {
            Ok(())
        } else {
            Err(StoreError::Corrupt {
                file: file.clone(),
                // the lines before it only say which database it is
                reason: verdict.lines().last().unwrap_or_default().to_owned(),
            })
        }
    }
}

fn version_of(text: &str) -> [u32; 3] {
    let mut numbers = text.split('.').map(|number| number.parse().unwrap_or(0));
    [(); 3].map(|()| numbers.next().unwrap_or(0))
}

fn sqlite_options(file: &Path, reads_only: bool) -> ConnectOptions {
    let file = file.to_owned();
    let mut options = ConnectOptions::new("sqlite::memory:");
    options
        .sqlx_logging(false)
        .record_stmt_in_spans(false)
        // the last connection that closes folds the log into the file, so connections stay until the store is closed
        .idle_timeout(None)
        .max_lifetime(None)
        .test_before_acquire(false)
        .acquire_timeout(BUSY_TIMEOUT)
        .map_sqlx_sqlite_opts(move |_| {
            SqliteConnectOptions::new()
                .filename(&file)
                .create_if_missing(!reads_only)
                .foreign_keys(true)
                .journal_mode(SqliteJournalMode::Wal)
                // an acknowledged change survives a power cut
                .synchronous(SqliteSynchronous::Full)
                .busy_timeout(BUSY_TIMEOUT)
                // a memory-mapped file turns a disk error into a crash
                .pragma("mmap_size", "0")
                // REPLACE deletes; with this the triggers of the append-only tables see it
                .pragma("recursive_triggers", "ON")
                .pragma("query_only", if reads_only { "ON" } else { "OFF" })
        });
    options
}

fn postgres_options(url: &str, reads_only: bool) -> ConnectOptions {
    let mut options = ConnectOptions::new(url);
    options
        .sqlx_logging(false)
        .record_stmt_in_spans(false)
        .acquire_timeout(BUSY_TIMEOUT)
        .map_sqlx_postgres_opts(move |options| {
            options
                .application_name("vekst")
                .options([("default_transaction_read_only", if reads_only { "on" } else { "off" })])
        });
    options
}

/// Makes the folder and the file where they are missing, and refuses a file that is no SQLite file before SQLite sees it.
fn prepare_file(file: &Path) -> Result<(), StoreError> {
    let folder = file
        .parent()
        .filter(|folder| !folder.as_os_str().is_empty())
        .unwrap_or(Path::new("."));
    let not_writable = |error: &io::Error| StoreError::FolderNotWritable {
        folder: folder.to_owned(),
        reason: error.to_string(),
    };
    std::fs::create_dir_all(folder).map_err(|error| not_writable(&error))?;
    try_writing(folder).map_err(|error| not_writable(&error))?;
    let mut options = OpenOptions::new();
    options.read(true).write(true).create(true).truncate(false);
    // people's addresses are for nobody else on this machine; the log beside the file takes the same mode
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    let mut opened = options.open(file).map_err(|error| not_writable(&error))?;
    let mut header = Vec::new();
    Read::by_ref(&mut opened)
        .take(SQLITE_HEADER.len() as u64)
        .read_to_end(&mut header)
        .map_err(|error| not_writable(&error))?;
    if !header.is_empty() && header != SQLITE_HEADER {
        return Err(StoreError::Corrupt {
            file: file.to_owned(),
            reason: "the file is not a database".to_owned(),
        });
    }
    // a new file is only safe once its name in the folder is
    File::open(folder)
        .and_then(|folder| folder.sync_all())
        .map_err(|error| not_writable(&error))
}

/// The log beside the database needs a folder that new files can be made in.
fn try_writing(folder: &Path) -> io::Result<()> {
    let trial = folder.join(format!(".writable-{}", std::process::id()));
    File::create(&trial)?.write_all(b"?")?;
    match std::fs::remove_file(&trial) {
        // another thread of this process tried at the same moment
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(()),
        result => result,
    }
}

fn explain_sqlite(file: &Path, error: DbErr) -> StoreError {
    let reason = error.to_string();
    match sqlite_code(&error) {
        Some(11 | 26) => StoreError::Corrupt {
            file: file.to_owned(),
            reason,
        },
        Some(8 | 14) => StoreError::FolderNotWritable {
            folder: file.parent().unwrap_or(file).to_owned(),
            reason,
        },
        _ => error.into(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_password_is_never_shown() {
        let place = |url: &str| Location::Url(url.to_owned()).place();
        assert_eq!(
            place("postgres://lead:secret@db.example:5432/vekst"),
            "postgres://lead:***@db.example:5432/vekst"
        );
        assert_eq!(
            place("postgres://lead:s@cret@db.example/vekst"),
            "postgres://lead:***@db.example/vekst"
        );
        assert_eq!(place("postgres://db.example/vekst"), "postgres://db.example/vekst");
    }

    #[test]
    fn versions_compare_by_number() {
        assert!(version_of("3.9.1") < version_of("3.51.3"));
        assert!(version_of("3.51.3") >= [3, 51, 3]);
    }
}
