//! The second step: what a programme needs to ask people, and what it calls those who work on it. A function for each
//! table.

use sea_orm::{ConnectionTrait, DbBackend, DbErr};
use sea_orm_migration::{MigrationName, MigrationTrait, SchemaManager, async_trait};

pub(super) struct Second;

impl MigrationName for Second {
    fn name(&self) -> &'static str {
        "m0002_second"
    }
}

#[async_trait::async_trait]
impl MigrationTrait for Second {
    /// Whole or not at all, as the first.
    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }

    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let connection = manager.get_connection();
        let backend = connection.get_database_backend();
        let statements = [membership(), link(), ballot_box(), ballot(backend), respondent()];
        for statement in statements.iter().flatten() {
            connection.execute_unprepared(statement).await?;
        }
        Ok(())
    }
}

/// A name belongs to what a person is in a programme: the lead of one programme must not rename people in another, and
/// when the last access ends no name stays behind.
fn membership() -> Vec<String> {
    [
        "ALTER TABLE membership ADD COLUMN name TEXT NOT NULL DEFAULT ''",
        "UPDATE membership SET name = COALESCE((SELECT person.name FROM person WHERE person.email = membership.email), '')",
        "DROP TABLE person",
    ]
    .map(str::to_owned)
    .to_vec()
}

/// Personal links. One for each address and subject: the database itself refuses a second.
fn link() -> Vec<String> {
    vec![
        "CREATE TABLE link (token_hash TEXT NOT NULL PRIMARY KEY, programme TEXT NOT NULL, purpose TEXT NOT NULL, subject TEXT NOT NULL, \
         circle TEXT NOT NULL, organisation TEXT, email TEXT, language TEXT NOT NULL, created TEXT NOT NULL, expires TEXT NOT NULL, \
         opened TEXT, answered TEXT, answers BIGINT NOT NULL)"
            .to_owned(),
        "CREATE UNIQUE INDEX link_of_address ON link (programme, purpose, subject, email)".to_owned(),
        "CREATE INDEX link_of_organisation ON link (programme, purpose, subject, organisation)".to_owned(),
    ]
}

/// Private persons who answered a hearing, apart from what they said, so that they can be forgotten.
fn respondent() -> Vec<String> {
    vec![
        "CREATE TABLE respondent (programme TEXT NOT NULL, hearing TEXT NOT NULL, number BIGINT NOT NULL, name TEXT NOT NULL, \
         email TEXT NOT NULL, token_hash TEXT NOT NULL, language TEXT NOT NULL, PRIMARY KEY (programme, hearing, number))"
            .to_owned(),
        "CREATE INDEX respondent_of_token ON respondent (programme, hearing, token_hash)".to_owned(),
    ]
}

/// The salt in a ballot's name, gone when the ballots are published.
fn ballot_box() -> Vec<String> {
    vec![
        "CREATE TABLE ballot_box (programme TEXT NOT NULL, vote TEXT NOT NULL, salt TEXT NOT NULL, opens TEXT NOT NULL, \
         closes TEXT NOT NULL, PRIMARY KEY (programme, vote))"
            .to_owned(),
    ]
}

/// Secret ballots. SQLite numbers the rows of a table in the order of their coming, which would tell who came when: not
/// one without row numbers.
fn ballot(backend: DbBackend) -> Vec<String> {
    let unnumbered = if backend == DbBackend::Sqlite { " WITHOUT ROWID" } else { "" };
    vec![format!(
        "CREATE TABLE ballot (programme TEXT NOT NULL, vote TEXT NOT NULL, name TEXT NOT NULL, circle TEXT NOT NULL, \
         choices TEXT NOT NULL, form TEXT NOT NULL, times BIGINT NOT NULL, PRIMARY KEY (programme, vote, name)){unnumbered}"
    )]
}
