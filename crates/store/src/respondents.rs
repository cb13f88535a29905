//! Private persons who answered a hearing: their names and addresses, kept apart from what they said, which everybody may
//! read. They are deleted when the hearing has ended ([`purge`]). As with links only the hash of a token is kept; whoever
//! holds it can change the answer as long as the hearing is open.

use sea_orm::{ConnectionTrait, QueryResult};

use crate::StoreError;
use crate::access::{hash, token};
use crate::sql::{execute, row, rows};

/// Somebody who answered.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Respondent {
    /// Number of the statement in the hearing.
    pub number: i64,
    /// May be empty.
    pub name: String,
    /// May be empty.
    pub email: String,
    /// By which the answer can be changed; empty where it cannot.
    pub token_hash: String,
    /// Language of mail.
    pub language: String,
}

/// A new token to change an answer by, and its hash.
pub fn new_token() -> Result<(String, String), StoreError> {
    let token = token()?;
    let hash = hash(&token);
    Ok((token, hash))
}

/// The token that a form brings along, and its hash; a new one where it brings none that could be ours.
pub fn token_of(form: &str) -> Result<(String, String), StoreError> {
    let is_ours =
        form.len() >= 32 && form.len() <= 128 && form.bytes().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_'));
    if is_ours { Ok((form.to_owned(), hash(form))) } else { new_token() }
}

/// Keeps who sent a statement; one that is known is replaced.
pub async fn put(connection: &impl ConnectionTrait, programme: &str, hearing: &str, respondent: &Respondent) -> Result<(), StoreError> {
    let sql = "INSERT INTO respondent (programme, hearing, number, name, email, token_hash, language) VALUES ($1, $2, $3, $4, $5, $6, $7) \
               ON CONFLICT (programme, hearing, number) DO UPDATE SET name = excluded.name, email = excluded.email, \
               token_hash = excluded.token_hash, language = excluded.language";
    let values = vec![
        programme.into(),
        hearing.into(),
        respondent.number.into(),
        respondent.name.as_str().into(),
        respondent.email.as_str().into(),
        respondent.token_hash.as_str().into(),
        respondent.language.as_str().into(),
    ];
    execute(connection, sql, values).await?;
    Ok(())
}

/// Who holds this token.
pub async fn find(
    connection: &impl ConnectionTrait,
    programme: &str,
    hearing: &str,
    token: &str,
) -> Result<Option<Respondent>, StoreError> {
    let sql = format!("{SELECT} WHERE programme = $1 AND hearing = $2 AND token_hash = $3");
    let found = row(connection, &sql, vec![programme.into(), hearing.into(), hash(token).into()]).await?;
    found.map(|row| read(&row)).transpose()
}

/// True where somebody holds the token of this hash.
pub async fn knows(connection: &impl ConnectionTrait, programme: &str, hearing: &str, token_hash: &str) -> Result<bool, StoreError> {
    let sql = format!("{SELECT} WHERE programme = $1 AND hearing = $2 AND token_hash = $3");
    let found = row(connection, &sql, vec![programme.into(), hearing.into(), token_hash.into()]).await?;
    Ok(found.is_some() && !token_hash.is_empty())
}

/// All who answered a hearing and left something of themselves, by number.
pub async fn of(connection: &impl ConnectionTrait, programme: &str, hearing: &str) -> Result<Vec<Respondent>, StoreError> {
    let sql = format!("{SELECT} WHERE programme = $1 AND hearing = $2 ORDER BY number");
    rows(connection, &sql, vec![programme.into(), hearing.into()])
        .await?
        .iter()
        .map(read)
        .collect()
}

/// Forgets who sent one statement.
pub async fn forget(connection: &impl ConnectionTrait, programme: &str, hearing: &str, number: i64) -> Result<(), StoreError> {
    let sql = "DELETE FROM respondent WHERE programme = $1 AND hearing = $2 AND number = $3";
    execute(connection, sql, vec![programme.into(), hearing.into(), number.into()]).await?;
    Ok(())
}

/// Forgets everybody who answered a hearing.
pub async fn purge(connection: &impl ConnectionTrait, programme: &str, hearing: &str) -> Result<(), StoreError> {
    let sql = "DELETE FROM respondent WHERE programme = $1 AND hearing = $2";
    execute(connection, sql, vec![programme.into(), hearing.into()]).await?;
    Ok(())
}

const SELECT: &str = "SELECT number, name, email, token_hash, language FROM respondent";

fn read(row: &QueryResult) -> Result<Respondent, StoreError> {
    Ok(Respondent {
        number: row.try_get_by_index(0)?,
        name: row.try_get_by_index(1)?,
        email: row.try_get_by_index(2)?,
        token_hash: row.try_get_by_index(3)?,
        language: row.try_get_by_index(4)?,
    })
}
