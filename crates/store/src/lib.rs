//! The database: connections, the form of the store, the one writer, versioned content and the journal.
//!
//! Nothing here knows a noun of the programme: programmes, kinds and identifiers are texts, bodies are JSON. SQLite and
//! PostgreSQL hold the same and answer the same.

pub mod access;
pub mod backup;
pub mod ballots;
pub mod check;
mod connect;
pub mod content;
mod error;
pub mod figures;
pub mod files;
mod instant;
pub mod journal;
pub mod links;
pub mod respondents;
pub mod revisions;
mod schema;
mod sql;
mod writer;

use std::sync::Arc;

use sea_orm::{AccessMode, DatabaseConnection, DbBackend, IsolationLevel, TransactionTrait};
use sea_orm_migration::MigratorTrait;
use tokio::sync::RwLock;

pub use connect::{DATABASE_FILE, Location};
pub use error::StoreError;
pub use instant::Instant;
pub use sea_orm::DatabaseTransaction as Transaction;
pub use writer::InTransaction;

use connect::Connector;
use writer::Writer;

/// An open store; cheap to clone.
#[derive(Clone)]
pub struct Store(Arc<Open>);

struct Open {
    place: String,
    reader: DatabaseConnection,
    /// None once the store has been closed.
    writer: RwLock<Option<Writer>>,
}

impl Store {
    /// Opens a store, makes it where there is none, and brings an older one to the form of this version.
    pub async fn open(location: &Location) -> Result<Self, StoreError> {
        let connector = Connector::new(location)?;
        let writing = connector.writer().await?;
        if let Err(error) = bring_up(&connector, &writing).await {
            // closed before we say no, so that nothing is left lying beside a store that was refused
            let _ = writing.close().await;
            return Err(error);
        }
        let reader = connector.reader().await?;
        let place = connector.place().to_owned();
        Ok(Self(Arc::new(Open {
            place,
            reader,
            writer: RwLock::new(Some(Writer::start(connector, writing))),
        })))
    }

    /// Where it is, in words for messages, never with a password.
    pub fn place(&self) -> &str {
        &self.0.place
    }

    /// For everything that only reads; the connections behind it cannot write.
    pub fn reader(&self) -> &DatabaseConnection {
        &self.0.reader
    }

    /// One moment of the store: everything read through it is as it was at the first reading, whatever is written
    /// meanwhile.
    pub(crate) async fn moment(&self) -> Result<Transaction, StoreError> {
        let reader = self.reader();
        let began = match reader.get_database_backend() {
            DbBackend::Postgres => {
                let (isolation, access) = (IsolationLevel::RepeatableRead, AccessMode::ReadOnly);
                reader.begin_with_config(Some(isolation), Some(access)).await
            }
            // with a write-ahead log every transaction is such a moment
            _ => reader.begin().await,
        };
        Ok(began?)
    }

    /// Runs a command in a transaction of its own and answers when it is durable. An error undoes all that it did.
    pub async fn write<F, T, E>(&self, command: F) -> Result<T, E>
    where
        F: for<'t> FnOnce(&'t Transaction) -> InTransaction<'t, Result<T, E>> + Send + 'static,
        T: Send + 'static,
        E: From<StoreError> + Send + 'static,
    {
        let jobs = self.0.writer.read().await.as_ref().map(Writer::jobs).ok_or(StoreError::Closed)?;
        Writer::write(jobs, command).await
    }

    /// Finishes what waits to be written and lets go of the database.
    pub async fn close(&self) {
        let writer = self.0.writer.write().await.take();
        if let Some(writer) = writer {
            writer.finish().await;
        }
        if let Err(error) = self.0.reader.close_by_ref().await {
            tracing::warn!(%error, "the reading connections did not close cleanly");
        }
    }
}

use schema::Schema;

/// Refuses a store that this program cannot use, and brings an older one to the form of this version.
async fn bring_up(connector: &Connector, writing: &DatabaseConnection) -> Result<(), StoreError> {
    connector.inspect(writing).await?;
    refuse_newer(connector, writing).await?;
    Schema::up(writing, None).await.map_err(|error| connector.explain(error))
}

/// A store that a later version has changed is left alone.
async fn refuse_newer(connector: &Connector, writing: &DatabaseConnection) -> Result<(), StoreError> {
    Schema::install(writing).await.map_err(|error| connector.explain(error))?;
    let known = schema::known();
    let mut unknown = schema::applied(writing).await.map_err(|error| connector.explain(error))?;
    unknown.retain(|version| !known.contains(version));
    if unknown.is_empty() {
        Ok(())
    } else {
        Err(StoreError::Newer {
            place: connector.place().to_owned(),
            migrations: unknown,
        })
    }
}
