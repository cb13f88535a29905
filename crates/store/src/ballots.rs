//! Secret ballots while a vote is open. A ballot's row is named by a hash of the voter's secret and of a salt that lives
//! in the ballot box; beside it stands what the voter's link tells: that it was answered, never what. No time stands with
//! a ballot, and its table keeps no order but that of the hashes. Emptying the box deletes ballots and salt, and then
//! nobody can tell which of the published ballots was whose.

use sea_orm::{ConnectionTrait, DbBackend};
use sha2::{Digest, Sha256};

use crate::access::token;
use crate::figures::hex;
use crate::links::{Purpose, Subject};
use crate::sql::{execute, row, rows};
use crate::{Instant, StoreError};

/// Who casts a ballot: what is put in here comes out as the same ballot, so that it can be changed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Voter {
    /// A person, by the token of their link: it stands nowhere in the store.
    Link {
        /// As it stood in the mail.
        token: String,
        /// The key of the link.
        key: String,
    },
    /// An organisation, whoever acts for it, so that it has one ballot.
    Organisation(String),
}

/// A ballot as it is handed in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Ballot {
    pub voter: Voter,
    pub circle: String,
    /// What was chosen, in the one form that its vote gives it.
    pub choices: String,
    /// How often this voter's ballot had been cast when the form was opened.
    pub seen: i64,
    /// What tells this form from every other, so that one sent twice counts as one.
    pub form: String,
    /// The day on which the voter's link will say that it was used: no finer, since times tell ballots apart.
    pub day: Instant,
}

/// What became of a ballot.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Casting {
    /// It counts, in place of what this voter had cast before.
    Counted,
    /// The box is not open yet.
    Early,
    /// The box has been closed.
    Late,
    /// Another ballot of the same voter was cast after this form was opened.
    Stale,
    /// The voter was sent a newer link in place of this one.
    Replaced,
}

/// When a box is open.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Hours {
    pub opens: Instant,
    /// The first moment at which it takes no more ballots.
    pub closes: Instant,
}

/// Sets up a box, or changes the hours of one that there is.
pub async fn set_up(connection: &impl ConnectionTrait, programme: &str, vote: &str, hours: Hours) -> Result<(), StoreError> {
    let sql = "INSERT INTO ballot_box (programme, vote, salt, opens, closes) VALUES ($1, $2, $3, $4, $5) \
               ON CONFLICT (programme, vote) DO UPDATE SET opens = excluded.opens, closes = excluded.closes";
    let values = vec![
        programme.into(),
        vote.into(),
        token()?.into(),
        hours.opens.into(),
        hours.closes.into(),
    ];
    execute(connection, sql, values).await?;
    Ok(())
}

/// The votes of a programme that have a box.
pub async fn boxes(connection: &impl ConnectionTrait, programme: &str) -> Result<Vec<String>, StoreError> {
    let found = rows(
        connection,
        "SELECT vote FROM ballot_box WHERE programme = $1 ORDER BY vote",
        vec![programme.into()],
    )
    .await?;
    found.iter().map(|row| row.try_get_by_index(0).map_err(StoreError::from)).collect()
}

/// How often this voter has cast a ballot; 0 where they have not, or where there is no box.
pub async fn times_cast(connection: &impl ConnectionTrait, programme: &str, vote: &str, voter: &Voter) -> Result<i64, StoreError> {
    let Some((salt, _)) = open_box(connection, programme, vote).await? else {
        return Ok(0);
    };
    Ok(known(connection, programme, vote, &name(voter, &salt))
        .await?
        .map_or(0, |known| known.times))
}

/// Casts a ballot, and marks that its voter has answered. Both or neither: it runs in the caller's transaction.
pub async fn cast(
    connection: &impl ConnectionTrait,
    programme: &str,
    vote: &str,
    ballot: &Ballot,
    now: Instant,
) -> Result<Casting, StoreError> {
    let Some((salt, hours)) = open_box(connection, programme, vote).await? else {
        return Ok(Casting::Late);
    };
    if now < hours.opens {
        return Ok(Casting::Early);
    }
    if now >= hours.closes {
        return Ok(Casting::Late);
    }
    let name = name(&ballot.voter, &salt);
    let times = match known(connection, programme, vote, &name).await? {
        Some(known) if known.form == ballot.form => return Ok(Casting::Counted),
        Some(known) if known.times != ballot.seen => return Ok(Casting::Stale),
        None if ballot.seen != 0 => return Ok(Casting::Stale),
        known => known.map_or(0, |known| known.times),
    };
    if !mark(connection, programme, vote, ballot).await? {
        return Ok(Casting::Replaced);
    }
    let sql = "INSERT INTO ballot (programme, vote, name, circle, choices, form, times) VALUES ($1, $2, $3, $4, $5, $6, $7) \
               ON CONFLICT (programme, vote, name) DO UPDATE SET choices = excluded.choices, form = excluded.form, times = excluded.times";
    let values = vec![
        programme.into(),
        vote.into(),
        name.into(),
        ballot.circle.as_str().into(),
        ballot.choices.as_str().into(),
        ballot.form.as_str().into(),
        (times + 1).into(),
    ];
    execute(connection, sql, values).await?;
    Ok(Casting::Counted)
}

/// Every ballot in a box, by circle and choices: in an order that tells nothing of who or when.
pub async fn all(connection: &impl ConnectionTrait, programme: &str, vote: &str) -> Result<Vec<(String, String)>, StoreError> {
    let sql = "SELECT circle, choices FROM ballot WHERE programme = $1 AND vote = $2";
    let found = rows(connection, sql, vec![programme.into(), vote.into()]).await?;
    let mut ballots: Vec<(String, String)> = found
        .iter()
        .map(|row| Ok((row.try_get_by_index(0)?, row.try_get_by_index(1)?)))
        .collect::<Result<_, StoreError>>()?;
    // not in the database, whose collation is its own affair
    ballots.sort();
    Ok(ballots)
}

/// Deletes ballots and salt, once they have been counted and published.
pub async fn empty(connection: &impl ConnectionTrait, programme: &str, vote: &str) -> Result<(), StoreError> {
    if connection.get_database_backend() == DbBackend::Sqlite {
        // what is deleted is overwritten too, and not only unlinked
        rows(connection, "PRAGMA secure_delete = ON", vec![]).await?;
    }
    for sql in [
        "DELETE FROM ballot WHERE programme = $1 AND vote = $2",
        "DELETE FROM ballot_box WHERE programme = $1 AND vote = $2",
    ] {
        execute(connection, sql, vec![programme.into(), vote.into()]).await?;
    }
    Ok(())
}

/// The salt of a box and its hours.
async fn open_box(connection: &impl ConnectionTrait, programme: &str, vote: &str) -> Result<Option<(String, Hours)>, StoreError> {
    let sql = "SELECT salt, opens, closes FROM ballot_box WHERE programme = $1 AND vote = $2";
    let Some(row) = row(connection, sql, vec![programme.into(), vote.into()]).await? else {
        return Ok(None);
    };
    let hours = Hours {
        opens: row.try_get_by_index(1)?,
        closes: row.try_get_by_index(2)?,
    };
    Ok(Some((row.try_get_by_index(0)?, hours)))
}

struct Known {
    form: String,
    times: i64,
}

async fn known(connection: &impl ConnectionTrait, programme: &str, vote: &str, name: &str) -> Result<Option<Known>, StoreError> {
    let sql = "SELECT form, times FROM ballot WHERE programme = $1 AND vote = $2 AND name = $3";
    let Some(row) = row(connection, sql, vec![programme.into(), vote.into(), name.into()]).await? else {
        return Ok(None);
    };
    Ok(Some(Known {
        form: row.try_get_by_index(0)?,
        times: row.try_get_by_index(1)?,
    }))
}

/// The name of a voter's ballot: nobody makes it without the voter's secret and the salt.
fn name(voter: &Voter, salt: &str) -> String {
    let (kind, secret) = match voter {
        Voter::Link { token, .. } => ("link", token),
        Voter::Organisation(id) => ("organisation", id),
    };
    hex(&Sha256::digest(format!("ballot\n{kind}\n{secret}\n{salt}")))
}

/// Says that a voter has answered; false where their link is there no more. All links of one organisation are answered
/// together; one that had no link gets a mark of its own, which nobody holds a token for.
async fn mark(connection: &impl ConnectionTrait, programme: &str, vote: &str, ballot: &Ballot) -> Result<bool, StoreError> {
    let set = "UPDATE link SET answered = $1, answers = answers + 1 WHERE";
    let id = match &ballot.voter {
        Voter::Link { key, .. } => {
            let sql = format!("{set} token_hash = $2");
            return Ok(execute(connection, &sql, vec![ballot.day.into(), key.as_str().into()]).await? > 0);
        }
        Voter::Organisation(id) => id,
    };
    let about = [programme, Purpose::Ballot.word(), vote, id.as_str()];
    let sql = format!("{set} programme = $2 AND purpose = $3 AND subject = $4 AND organisation = $5");
    let mut values: Vec<sea_orm::Value> = vec![ballot.day.into()];
    values.extend(about.map(sea_orm::Value::from));
    if execute(connection, &sql, values).await? > 0 {
        return Ok(true);
    }
    let sql = "INSERT INTO link (token_hash, programme, purpose, subject, circle, organisation, language, created, expires, answered, answers) \
               VALUES ($1, $2, $3, $4, $5, $6, '', $7, $7, $7, 1)";
    let mut values: Vec<sea_orm::Value> = vec![token()?.into()];
    values.extend([about[0], about[1], about[2], ballot.circle.as_str(), about[3]].map(sea_orm::Value::from));
    values.push(ballot.day.into());
    execute(connection, sql, values).await?;
    Ok(true)
}

/// The links of a vote.
pub fn subject(programme: &str, vote: &str) -> Subject {
    Subject {
        programme: programme.to_owned(),
        purpose: Purpose::Ballot,
        id: vote.to_owned(),
    }
}
