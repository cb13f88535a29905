//! People, what they are in which programme, one-time sign-in links and sessions. A token is 256 random bits; only its
//! hash is kept, so that nobody who reads the store can sign in with what stands there.

use jiff::SignedDuration;
use rand::TryRng;
use sea_orm::ConnectionTrait;
use sha2::{Digest, Sha256};

use crate::figures::hex;
use crate::sql::{execute, row, rows};
use crate::{Instant, StoreError};

/// How long a sign-in link can be used.
pub const LINK_LIFE: SignedDuration = SignedDuration::from_mins(15);
/// How long the link of an invitation can be used.
pub const INVITATION_LIFE: SignedDuration = SignedDuration::from_hours(7 * 24);
/// A session ends after this time without a request.
pub const SESSION_IDLE: SignedDuration = SignedDuration::from_hours(8);
/// A session ends after this time whatever happens.
pub const SESSION_LIFE: SignedDuration = SignedDuration::from_hours(30 * 24);
/// How exactly the last request of a session is remembered: a write for each would be waste.
const SEEN_GRAIN: SignedDuration = SignedDuration::from_mins(5);

/// What a person is in a programme.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Membership {
    pub programme: String,
    pub email: String,
    /// What this programme calls them.
    pub name: String,
    pub role: String,
    pub organisation: Option<String>,
}

/// Somebody signed in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Session {
    pub email: String,
    /// Stands in every form of this session.
    pub csrf: String,
    /// True when it is time to call [`touch`].
    pub due: bool,
}

/// What a new session's browser gets.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewSession {
    /// For the cookie; kept nowhere else.
    pub token: String,
    pub csrf: String,
}

pub(crate) fn token() -> Result<String, StoreError> {
    let mut bytes = [0_u8; 32];
    rand::rngs::SysRng
        .try_fill_bytes(&mut bytes)
        .map_err(|error| StoreError::Randomness { reason: error.to_string() })?;
    Ok(hex(&bytes))
}

pub(crate) fn hash(token: &str) -> String {
    hex(&Sha256::digest(token.as_bytes()))
}

fn later(now: Instant, by: SignedDuration) -> Instant {
    now.timestamp().checked_add(by).map_or(now, Instant::new)
}

fn earlier(now: Instant, by: SignedDuration) -> Instant {
    now.timestamp().checked_sub(by).map_or(now, Instant::new)
}

/// Says what a person is in a programme and what they are called there, instead of what it was. The address is kept in
/// lower case.
pub async fn set_membership(connection: &impl ConnectionTrait, member: &Membership) -> Result<(), StoreError> {
    let sql = "INSERT INTO membership (programme, email, name, role, organisation) VALUES ($1, $2, $3, $4, $5) \
               ON CONFLICT (programme, email) DO UPDATE SET name = excluded.name, role = excluded.role, \
               organisation = excluded.organisation";
    let values = vec![
        member.programme.as_str().into(),
        member.email.to_lowercase().into(),
        member.name.as_str().into(),
        member.role.as_str().into(),
        member.organisation.clone().into(),
    ];
    execute(connection, sql, values).await?;
    Ok(())
}

/// Ends what a person is in a programme, and their sessions where nothing is left. False where they were nothing.
pub async fn end_membership(connection: &impl ConnectionTrait, programme: &str, email: &str) -> Result<bool, StoreError> {
    let email = email.to_lowercase();
    let sql = "DELETE FROM membership WHERE programme = $1 AND email = $2";
    let ended = execute(connection, sql, vec![programme.into(), email.as_str().into()]).await? > 0;
    execute(
        connection,
        "DELETE FROM sign_in_link WHERE programme = $1 AND email = $2",
        vec![programme.into(), email.as_str().into()],
    )
    .await?;
    let sql = "DELETE FROM session WHERE email = $1 AND NOT EXISTS (SELECT 1 FROM membership WHERE membership.email = session.email)";
    execute(connection, sql, vec![email.into()]).await?;
    Ok(ended)
}

/// What a person is in a programme.
pub async fn membership(connection: &impl ConnectionTrait, programme: &str, email: &str) -> Result<Option<Membership>, StoreError> {
    let found = members_where(connection, "programme = $1 AND email = $2", programme, Some(email)).await?;
    Ok(found.into_iter().next())
}

/// Everybody who is something in a programme, by address.
pub async fn members(connection: &impl ConnectionTrait, programme: &str) -> Result<Vec<Membership>, StoreError> {
    members_where(connection, "programme = $1", programme, None).await
}

async fn members_where(
    connection: &impl ConnectionTrait,
    condition: &str,
    programme: &str,
    email: Option<&str>,
) -> Result<Vec<Membership>, StoreError> {
    let sql = format!("SELECT programme, email, name, role, organisation FROM membership WHERE {condition} ORDER BY email");
    let mut values = vec![programme.into()];
    values.extend(email.map(|email| email.to_lowercase().into()));
    rows(connection, &sql, values)
        .await?
        .iter()
        .map(|row| {
            Ok(Membership {
                programme: row.try_get_by_index(0)?,
                email: row.try_get_by_index(1)?,
                name: row.try_get_by_index(2)?,
                role: row.try_get_by_index(3)?,
                organisation: row.try_get_by_index(4)?,
            })
        })
        .collect()
}

/// Makes a link's token for a person in a programme. Links that can no longer be used are cleared away.
pub async fn create_link(connection: &impl ConnectionTrait, programme: &str, email: &str, now: Instant) -> Result<String, StoreError> {
    link(connection, programme, email, now, LINK_LIFE).await
}

/// As [`create_link`] for somebody who was invited and does not wait for it: the link lasts for [`INVITATION_LIFE`].
pub async fn create_invitation(
    connection: &impl ConnectionTrait,
    programme: &str,
    email: &str,
    now: Instant,
) -> Result<String, StoreError> {
    link(connection, programme, email, now, INVITATION_LIFE).await
}

async fn link(
    connection: &impl ConnectionTrait,
    programme: &str,
    email: &str,
    now: Instant,
    life: SignedDuration,
) -> Result<String, StoreError> {
    execute(connection, "DELETE FROM sign_in_link WHERE expires < $1", vec![now.into()]).await?;
    let token = token()?;
    let sql = "INSERT INTO sign_in_link (token_hash, email, programme, expires) VALUES ($1, $2, $3, $4)";
    let values = vec![
        hash(&token).into(),
        email.to_lowercase().into(),
        programme.into(),
        later(now, life).into(),
    ];
    execute(connection, sql, values).await?;
    Ok(token)
}

/// Uses a link: the person's address, once and in time; none otherwise.
pub async fn redeem_link(
    connection: &impl ConnectionTrait,
    programme: &str,
    token: &str,
    now: Instant,
) -> Result<Option<String>, StoreError> {
    let sql =
        "UPDATE sign_in_link SET used = $3 WHERE token_hash = $1 AND programme = $2 AND used IS NULL AND expires >= $3 RETURNING email";
    let found = row(connection, sql, vec![hash(token).into(), programme.into(), now.into()]).await?;
    found.map(|row| row.try_get_by_index(0)).transpose().map_err(StoreError::from)
}

/// Begins a session.
pub async fn open_session(connection: &impl ConnectionTrait, email: &str, now: Instant) -> Result<NewSession, StoreError> {
    execute(
        connection,
        "DELETE FROM session WHERE created < $1",
        vec![earlier(now, SESSION_LIFE).into()],
    )
    .await?;
    let new = NewSession {
        token: token()?,
        csrf: token()?,
    };
    let sql = "INSERT INTO session (token_hash, email, csrf, created, seen) VALUES ($1, $2, $3, $4, $4)";
    let values = vec![
        hash(&new.token).into(),
        email.to_lowercase().into(),
        new.csrf.as_str().into(),
        now.into(),
    ];
    execute(connection, sql, values).await?;
    Ok(new)
}

/// The session of a cookie, while it lasts.
pub async fn session(connection: &impl ConnectionTrait, token: &str, now: Instant) -> Result<Option<Session>, StoreError> {
    let sql = "SELECT email, csrf, seen FROM session WHERE token_hash = $1 AND created >= $2 AND seen >= $3";
    let values = vec![
        hash(token).into(),
        earlier(now, SESSION_LIFE).into(),
        earlier(now, SESSION_IDLE).into(),
    ];
    let Some(row) = row(connection, sql, values).await? else {
        return Ok(None);
    };
    let seen: Instant = row.try_get_by_index(2)?;
    let due = seen < earlier(now, SEEN_GRAIN);
    Ok(Some(Session {
        email: row.try_get_by_index(0)?,
        csrf: row.try_get_by_index(1)?,
        due,
    }))
}

/// Remembers that a session was used.
pub async fn touch(connection: &impl ConnectionTrait, token: &str, now: Instant) -> Result<(), StoreError> {
    execute(
        connection,
        "UPDATE session SET seen = $2 WHERE token_hash = $1",
        vec![hash(token).into(), now.into()],
    )
    .await?;
    Ok(())
}

/// Ends a session.
pub async fn end_session(connection: &impl ConnectionTrait, token: &str) -> Result<(), StoreError> {
    execute(connection, "DELETE FROM session WHERE token_hash = $1", vec![hash(token).into()]).await?;
    Ok(())
}
