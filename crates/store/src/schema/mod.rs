//! The form of the store, as steps that are never changed once released. Texts, whole numbers and nothing else, so that
//! both databases hold the same.

use sea_orm::{ConnectionTrait, DbBackend, DbErr};
use sea_orm_migration::{MigrationName, MigrationTrait, MigratorTrait, SchemaManager, async_trait};

mod second;

use crate::sql::rows;
use second::Second;

pub(crate) struct Schema;

#[async_trait::async_trait]
impl MigratorTrait for Schema {
    fn migrations() -> Vec<Box<dyn MigrationTrait>> {
        vec![Box::new(First), Box::new(Second)]
    }
}

/// The steps that this program knows, oldest first.
pub(crate) fn known() -> Vec<String> {
    Schema::migrations().iter().map(|step| step.name().to_owned()).collect()
}

/// The steps that a store has taken, oldest first.
pub(crate) async fn applied(connection: &impl ConnectionTrait) -> Result<Vec<String>, DbErr> {
    let found = rows(connection, "SELECT version FROM seaql_migrations ORDER BY version", vec![]).await?;
    found.iter().map(|row| row.try_get_by_index(0)).collect()
}

/// Tables whose rows are never changed.
const APPEND_ONLY: [&str; 3] = ["journal", "journal_object", "revision"];

struct First;

impl MigrationName for First {
    fn name(&self) -> &'static str {
        "m0001_first"
    }
}

#[async_trait::async_trait]
impl MigrationTrait for First {
    /// Whole or not at all: SQLite has no transaction of its own for a step, and a process may be killed in the middle.
    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }

    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let connection = manager.get_connection();
        for statement in TABLES_OF_FIRST {
            connection.execute_unprepared(statement).await?;
        }
        for table in APPEND_ONLY {
            for statement in guards(connection.get_database_backend(), table) {
                connection.execute_unprepared(&statement).await?;
            }
        }
        Ok(())
    }
}

/// Triggers that refuse to change or delete what was written.
fn guards(backend: DbBackend, table: &str) -> Vec<String> {
    if backend == DbBackend::Postgres {
        return vec![
            format!(
                "CREATE OR REPLACE FUNCTION {table}_is_append_only() RETURNS trigger AS $$ BEGIN RAISE EXCEPTION '{table} is append-only'; END $$ LANGUAGE plpgsql"
            ),
            format!(
                "CREATE TRIGGER {table}_guard BEFORE UPDATE OR DELETE ON {table} FOR EACH ROW EXECUTE FUNCTION {table}_is_append_only()"
            ),
        ];
    }
    ["UPDATE", "DELETE"]
        .map(|action| {
            let name = format!("{table}_{}", action.to_lowercase());
            format!("CREATE TRIGGER {name} BEFORE {action} ON {table} BEGIN SELECT RAISE(ABORT, '{table} is append-only'); END")
        })
        .to_vec()
}

const TABLES_OF_FIRST: [&str; 15] = [
    "CREATE TABLE journal (programme TEXT NOT NULL, entry BIGINT NOT NULL PRIMARY KEY, at TEXT NOT NULL, who TEXT NOT NULL, \
     on_behalf_of TEXT, action TEXT NOT NULL, why TEXT NOT NULL, detail TEXT NOT NULL)",
    "CREATE INDEX journal_of_programme ON journal (programme, entry)",
    "CREATE TABLE journal_object (programme TEXT NOT NULL, kind TEXT NOT NULL, id TEXT NOT NULL, entry BIGINT NOT NULL, \
     PRIMARY KEY (programme, kind, id, entry))",
    "CREATE INDEX journal_object_of_entry ON journal_object (entry)",
    "CREATE TABLE content (programme TEXT NOT NULL, kind TEXT NOT NULL, id TEXT NOT NULL, valid_from TEXT NOT NULL, \
     valid_to TEXT, body TEXT NOT NULL, entry BIGINT NOT NULL, PRIMARY KEY (programme, kind, id, valid_from))",
    "CREATE UNIQUE INDEX content_now ON content (programme, kind, id) WHERE valid_to IS NULL",
    "CREATE TABLE revision (programme TEXT NOT NULL, plan TEXT NOT NULL, number BIGINT NOT NULL, hash TEXT NOT NULL, \
     meta TEXT NOT NULL, content TEXT NOT NULL, entry BIGINT NOT NULL, PRIMARY KEY (programme, plan, number))",
    "CREATE TABLE vintage (programme TEXT NOT NULL, series TEXT NOT NULL, vintage TEXT NOT NULL, digest TEXT NOT NULL, \
     entry BIGINT NOT NULL, PRIMARY KEY (programme, series, entry))",
    "CREATE TABLE figure (programme TEXT NOT NULL, series TEXT NOT NULL, entry BIGINT NOT NULL, place BIGINT NOT NULL, \
     period TEXT NOT NULL, codes TEXT NOT NULL, value TEXT NOT NULL, note TEXT, PRIMARY KEY (programme, series, entry, place))",
    "CREATE TABLE person (email TEXT NOT NULL PRIMARY KEY, name TEXT NOT NULL)",
    "CREATE TABLE membership (programme TEXT NOT NULL, email TEXT NOT NULL, role TEXT NOT NULL, organisation TEXT, \
     PRIMARY KEY (programme, email))",
    "CREATE INDEX membership_of_person ON membership (email)",
    "CREATE TABLE sign_in_link (token_hash TEXT NOT NULL PRIMARY KEY, email TEXT NOT NULL, programme TEXT NOT NULL, \
     expires TEXT NOT NULL, used TEXT)",
    "CREATE TABLE session (token_hash TEXT NOT NULL PRIMARY KEY, email TEXT NOT NULL, csrf TEXT NOT NULL, created TEXT NOT NULL, \
     seen TEXT NOT NULL)",
    "CREATE INDEX session_of_person ON session (email)",
];

/// A column of a table, as it travels in a backup.
#[derive(Clone, Copy)]
pub(crate) enum Column {
    /// May be null.
    Text(&'static str),
    Number(&'static str),
}

impl Column {
    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Text(name) | Self::Number(name) => name,
        }
    }
}

/// A table that a backup holds.
pub(crate) struct Table {
    pub(crate) name: &'static str,
    /// Those of the key first.
    pub(crate) columns: &'static [Column],
    /// How many of them are the key.
    pub(crate) key: usize,
}

use Column::{Number, Text};

/// Everything that a backup holds.
pub(crate) const TABLES: [Table; 11] = [
    Table {
        name: "journal",
        key: 1,
        columns: &[
            Number("entry"),
            Text("programme"),
            Text("at"),
            Text("who"),
            Text("on_behalf_of"),
            Text("action"),
            Text("why"),
            Text("detail"),
        ],
    },
    Table {
        name: "journal_object",
        key: 4,
        columns: &[Text("programme"), Text("kind"), Text("id"), Number("entry")],
    },
    Table {
        name: "content",
        key: 4,
        columns: &[
            Text("programme"),
            Text("kind"),
            Text("id"),
            Text("valid_from"),
            Text("valid_to"),
            Text("body"),
            Number("entry"),
        ],
    },
    Table {
        name: "revision",
        key: 3,
        columns: &[
            Text("programme"),
            Text("plan"),
            Number("number"),
            Text("hash"),
            Text("meta"),
            Text("content"),
            Number("entry"),
        ],
    },
    Table {
        name: "vintage",
        key: 3,
        columns: &[Text("programme"), Text("series"), Number("entry"), Text("vintage"), Text("digest")],
    },
    Table {
        name: "figure",
        key: 4,
        columns: &[
            Text("programme"),
            Text("series"),
            Number("entry"),
            Number("place"),
            Text("period"),
            Text("codes"),
            Text("value"),
            Text("note"),
        ],
    },
    Table {
        name: "membership",
        key: 2,
        columns: &[Text("programme"), Text("email"), Text("role"), Text("organisation"), Text("name")],
    },
    // a restored vote must know who has voted, or they could vote twice
    Table {
        name: "link",
        key: 1,
        columns: &[
            Text("token_hash"),
            Text("programme"),
            Text("purpose"),
            Text("subject"),
            Text("circle"),
            Text("organisation"),
            Text("email"),
            Text("language"),
            Text("created"),
            Text("expires"),
            Text("opened"),
            Text("answered"),
            Number("answers"),
        ],
    },
    Table {
        name: "respondent",
        key: 3,
        columns: &[
            Text("programme"),
            Text("hearing"),
            Number("number"),
            Text("name"),
            Text("email"),
            Text("token_hash"),
            Text("language"),
        ],
    },
    Table {
        name: "ballot_box",
        key: 2,
        columns: &[Text("programme"), Text("vote"), Text("salt"), Text("opens"), Text("closes")],
    },
    Table {
        name: "ballot",
        key: 3,
        columns: &[
            Text("programme"),
            Text("vote"),
            Text("name"),
            Text("circle"),
            Text("choices"),
            Text("form"),
            Number("times"),
        ],
    },
];

/// Tables that a later step took away: a backup of an older form holds them.
pub(crate) const FORMER: [Table; 1] = [Table {
    name: "person",
    key: 1,
    columns: &[Text("email"), Text("name")],
}];

/// What a backup leaves out: after a restore everybody signs in anew.
pub(crate) const LEFT_OUT: [&str; 2] = ["sign_in_link", "session"];

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    #[tokio::test]
    async fn a_backup_holds_every_table_and_every_column() {
        let folder = tempfile::tempdir().unwrap();
        let store = crate::Store::open(&crate::Location::Folder(folder.path().to_owned()))
            .await
            .unwrap();
        let sql = "SELECT tables.name, columns.name FROM sqlite_schema AS tables JOIN pragma_table_info(tables.name) AS columns \
                   WHERE tables.type = 'table' AND tables.name NOT LIKE 'sqlite%' AND tables.name <> 'seaql_migrations'";
        let there: BTreeSet<(String, String)> = rows(store.reader(), sql, vec![])
            .await
            .unwrap()
            .iter()
            .map(|row| (row.try_get_by_index(0).unwrap(), row.try_get_by_index(1).unwrap()))
            .filter(|(table, _): &(String, String)| !LEFT_OUT.contains(&table.as_str()))
            .collect();
        let held = TABLES
            .iter()
            .flat_map(|table| table.columns.iter().map(|column| (table.name.to_owned(), column.name().to_owned())));
        assert_eq!(
            held.collect::<BTreeSet<_>>(),
            there,
            "name a new table or column in TABLES or LEFT_OUT"
        );
        store.close().await;
    }
}
