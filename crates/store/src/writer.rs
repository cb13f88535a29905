//! The one writer of a process.
//!
//! A durable commit waits for the disk, which is slow (near 100 ms now and then), and SQLite lets one connection write at
//! a time. So commands that wait are run one after the other in one transaction, each inside a savepoint of its own; the
//! transaction is committed once, and only then is each caller told. A command that fails or panics is rolled back to its
//! savepoint and the others go on. If the transaction itself fails, nobody in it is told of success.

use std::{any::Any, future::Future, panic::AssertUnwindSafe, pin::Pin, task::Poll};

use sea_orm::{DatabaseConnection, DatabaseTransaction, DbBackend, DbErr, SqliteTransactionMode, TransactionOptions, TransactionTrait};
use tokio::{
    sync::{mpsc, oneshot},
    task::JoinHandle,
};

use crate::{StoreError, connect::Connector, sql};

/// How many commands share one commit at most: the first of them waits for the last.
const LARGEST_GROUP: usize = 64;
/// How many commands may wait; the next one waits for a place.
const LONGEST_QUEUE: usize = 1024;
/// The lock that makes commits on PostgreSQL follow one another, whatever the number of instances, so that the order of
/// the journal is the order of the commits. The number is arbitrary and must never change.
const WRITE_LOCK: i64 = 0x5645_4b53_5400;

/// A future that borrows the transaction it works in.
pub type InTransaction<'t, T> = Pin<Box<dyn Future<Output = T> + Send + 't>>;

/// Tells one caller how it went, once that is certain.
pub(crate) type Acknowledge = Box<dyn FnOnce(Result<(), StoreError>) + Send>;

/// What a command's savepoint came to, and how to tell the caller after the commit.
pub(crate) struct Outcome {
    keep: bool,
    acknowledge: Acknowledge,
}

/// A command in its savepoint, or with the reason why there is none.
pub(crate) type Job = Box<dyn for<'t> FnOnce(Result<&'t DatabaseTransaction, StoreError>) -> InTransaction<'t, Outcome> + Send>;

/// The queue to the writer's task.
pub(crate) struct Writer {
    jobs: mpsc::Sender<Job>,
    task: JoinHandle<()>,
}

impl Writer {
    /// Starts the task that owns the writing connection.
    pub(crate) fn start(connector: Connector, connection: DatabaseConnection) -> Self {
        let (jobs, queue) = mpsc::channel(LONGEST_QUEUE);
        let task = tokio::spawn(
            Task {
                connector,
                connection,
                queue,
            }
            .run(),
        );
        Self { jobs, task }
    }

    /// Runs one command and answers when it is durable.
    pub(crate) async fn write<F, T, E>(jobs: mpsc::Sender<Job>, command: F) -> Result<T, E>
    where
        F: for<'t> FnOnce(&'t DatabaseTransaction) -> InTransaction<'t, Result<T, E>> + Send + 'static,
        T: Send + 'static,
        E: From<StoreError> + Send + 'static,
    {
        let (reply, answer) = oneshot::channel();
        if jobs.send(job(command, reply)).await.is_err() {
            return Err(StoreError::Closed.into());
        }
        // the channel is let go of here, so that a store that is closing can see its end
        drop(jobs);
        answer.await.unwrap_or_else(|_| Err(StoreError::Closed.into()))
    }

    pub(crate) fn jobs(&self) -> mpsc::Sender<Job> {
        self.jobs.clone()
    }

    /// Takes no more commands, finishes those that wait, and lets go of the connection.
    pub(crate) async fn finish(self) {
        drop(self.jobs);
        // the task catches every panic of a command, and nobody aborts it
        let _ = self.task.await;
    }
}

/// Wraps a command so that commands of all types fit into one queue.
fn job<F, T, E>(command: F, reply: oneshot::Sender<Result<T, E>>) -> Job
where
    F: for<'t> FnOnce(&'t DatabaseTransaction) -> InTransaction<'t, Result<T, E>> + Send + 'static,
    T: Send + 'static,
    E: From<StoreError> + Send + 'static,
{
    Box::new(move |transaction| {
        Box::pin(async move {
            let result = match transaction {
                Ok(transaction) => guarded(command, transaction)
                    .await
                    .unwrap_or_else(|reason| Err(StoreError::Panicked { reason }.into())),
                Err(error) => Err(error.into()),
            };
            Outcome {
                keep: result.is_ok(),
                acknowledge: Box::new(move |committed| {
                    let answer = match (result, committed) {
                        (Ok(_), Err(error)) => Err(error.into()),
                        (result, _) => result,
                    };
                    // a caller that has gone away needs no answer
                    let _ = reply.send(answer);
                }),
            }
        })
    })
}

/// Runs a command to its end and turns a panic into its message.
async fn guarded<F, T>(command: F, transaction: &DatabaseTransaction) -> Result<T, String>
where
    F: for<'t> FnOnce(&'t DatabaseTransaction) -> InTransaction<'t, T>,
{
    // what a panicking command leaves half done is undone with its savepoint, and its values are dropped here
    let caught = std::panic::catch_unwind(AssertUnwindSafe(|| command(transaction)));
    let mut future = caught.map_err(|panic| message(panic.as_ref()))?;
    std::future::poll_fn(
        |context| match std::panic::catch_unwind(AssertUnwindSafe(|| future.as_mut().poll(context))) {
            Ok(poll) => poll.map(Ok),
            Err(panic) => Poll::Ready(Err(message(panic.as_ref()))),
        },
    )
    .await
}

fn message(panic: &(dyn Any + Send)) -> String {
    let text = panic
        .downcast_ref::<&str>()
        .copied()
        .or_else(|| panic.downcast_ref::<String>().map(String::as_str));
    text.unwrap_or("no reason given").to_owned()
}

struct Task {
    connector: Connector,
    connection: DatabaseConnection,
    queue: mpsc::Receiver<Job>,
}

impl Task {
    async fn run(mut self) {
        while let Some(first) = self.queue.recv().await {
            self.group(first).await;
        }
        if let Err(error) = self.connection.close().await {
            tracing::warn!(%error, "the writing connection did not close cleanly");
        }
    }

    /// Runs the waiting commands in one transaction, commits it, and tells the callers.
    async fn group(&mut self, first: Job) {
        let mut outcomes = Vec::new();
        let committed = self.run_group(first, &mut outcomes).await;
        if let Err(error) = &committed {
            tracing::error!(%error, commands = outcomes.len(), "a group of changes could not be committed and was undone");
            self.reconnect().await;
        }
        for acknowledge in outcomes {
            acknowledge(committed.clone());
        }
    }

    async fn run_group(&mut self, first: Job, outcomes: &mut Vec<Acknowledge>) -> Result<(), StoreError> {
        let transaction = match self.begin().await {
            Ok(transaction) => transaction,
            Err(error) => {
                outcomes.push(first(Err(error.clone())).await.acknowledge);
                return Err(error);
            }
        };
        let mut next = Some(first);
        while let Some(job) = next {
            if let Err(error) = run_in_savepoint(&transaction, job, outcomes).await {
                // the transaction may be gone already, in which case this fails too; the connection is replaced anyway
                let _ = transaction.rollback().await;
                return Err(error);
            }
            next = if outcomes.len() < LARGEST_GROUP {
                self.queue.try_recv().ok()
            } else {
                None
            };
        }
        transaction.commit().await.map_err(StoreError::from)
    }

    async fn begin(&self) -> Result<DatabaseTransaction, StoreError> {
        begin_to_write(&self.connection).await.map_err(StoreError::from)
    }

    /// After a failure nobody knows what state the connection is in, so it is replaced.
    async fn reconnect(&mut self) {
        match self.connector.writer().await {
            Ok(fresh) => {
                let old = std::mem::replace(&mut self.connection, fresh);
                let _ = old.close().await;
            }
            Err(error) => tracing::error!(%error, "the writing connection could not be made anew"),
        }
    }
}

/// Begins a transaction that holds the right to write from its first moment, so that it never fails half-way for want
/// of it.
pub(crate) async fn begin_to_write(connection: &DatabaseConnection) -> Result<DatabaseTransaction, DbErr> {
    if connection.get_database_backend() == DbBackend::Postgres {
        let transaction = connection.begin().await?;
        sql::execute(&transaction, "SELECT pg_advisory_xact_lock($1)", vec![WRITE_LOCK.into()]).await?;
        return Ok(transaction);
    }
    let immediate = TransactionOptions {
        sqlite_transaction_mode: Some(SqliteTransactionMode::Immediate),
        ..Default::default()
    };
    connection.begin_with_options(immediate).await
}

/// Runs one command inside a savepoint; the error is of the transaction itself, not of the command.
async fn run_in_savepoint(transaction: &DatabaseTransaction, job: Job, outcomes: &mut Vec<Acknowledge>) -> Result<(), StoreError> {
    let savepoint = match transaction.begin().await {
        Ok(savepoint) => savepoint,
        Err(error) => {
            let error = StoreError::from(error);
            outcomes.push(job(Err(error.clone())).await.acknowledge);
            return Err(error);
        }
    };
    let Outcome { keep, acknowledge } = job(Ok(&savepoint)).await;
    outcomes.push(acknowledge);
    let ended = if keep {
        savepoint.commit().await
    } else {
        savepoint.rollback().await
    };
    ended.map_err(StoreError::from)
}
