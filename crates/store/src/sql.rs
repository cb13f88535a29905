//! Small helpers for statements that read best as SQL. Both databases take `$1`, `$2` … as places for values.

use sea_orm::{ConnectionTrait, DbErr, QueryResult, Statement, TryGetable, Value};

/// The values of a statement, in the order of its places.
pub(crate) type Values = Vec<Value>;

fn statement(connection: &impl ConnectionTrait, sql: &str, values: Values) -> Statement {
    Statement::from_sql_and_values(connection.get_database_backend(), sql, values)
}

/// All rows of a query.
pub(crate) async fn rows(connection: &impl ConnectionTrait, sql: &str, values: Values) -> Result<Vec<QueryResult>, DbErr> {
    connection.query_all_raw(statement(connection, sql, values)).await
}

/// The first row of a query.
pub(crate) async fn row(connection: &impl ConnectionTrait, sql: &str, values: Values) -> Result<Option<QueryResult>, DbErr> {
    connection.query_one_raw(statement(connection, sql, values)).await
}

/// The one value of a query that always answers with one.
pub(crate) async fn scalar<T: TryGetable>(connection: &impl ConnectionTrait, sql: &str, values: Values) -> Result<T, DbErr> {
    row(connection, sql, values)
        .await?
        .ok_or_else(|| DbErr::RecordNotFound(sql.to_owned()))?
        .try_get_by_index(0)
}

/// Runs a statement and says how many rows it touched.
pub(crate) async fn execute(connection: &impl ConnectionTrait, sql: &str, values: Values) -> Result<u64, DbErr> {
    Ok(connection.execute_raw(statement(connection, sql, values)).await?.rows_affected())
}
