//! Personal links: an e-mail invites somebody to answer one thing (a ballot, a statement) without an account. As with
//! sign-in links only the hash of a token is kept. A link is not used up by answering: until it expires the answer can be
//! given anew, and the link remembers that it was opened and answered, and how often, never what was answered.
//!
//! Backups hold the links, unlike those for signing in: a restored vote that no longer knew who has voted would let them
//! vote twice. The hash of 256 random bits is of no use to whoever reads a backup. Addresses are forgotten by [`close`].

use sea_orm::{ConnectionTrait, QueryResult};

use crate::access::{hash, token};
use crate::sql::{execute, row, rows};
use crate::{Instant, StoreError};

/// What a link is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Purpose {
    /// A ballot in a priority vote.
    Ballot,
    /// A statement in a hearing.
    Statement,
}

impl Purpose {
    /// The word in the store.
    pub fn word(self) -> &'static str {
        match self {
            Self::Ballot => "ballot",
            Self::Statement => "statement",
        }
    }

    fn from_word(word: &str) -> Result<Self, StoreError> {
        [Self::Ballot, Self::Statement]
            .into_iter()
            .find(|purpose| purpose.word() == word)
            .ok_or_else(|| StoreError::Unreadable {
                what: "the purpose of a link".to_owned(),
                reason: format!("«{word}» is none"),
            })
    }
}

/// The one thing that links are about: a vote or a hearing of a programme.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Subject {
    pub programme: String,
    pub purpose: Purpose,
    /// Identifier of the vote or hearing.
    pub id: String,
}

/// Somebody to be invited.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Invitation {
    /// The part of those who are asked to which the receiver belongs.
    pub circle: String,
    /// The organisation that the receiver answers for.
    pub organisation: Option<String>,
    pub email: String,
    /// Language of the mail and of the first page.
    pub language: String,
    pub expires: Instant,
}

/// What became of an invitation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Invited {
    /// A link is to be sent; its token is kept nowhere else. A link that the address had before is dead.
    Link(String),
    /// The address has answered already: its first link goes on, and no second one is made.
    Answered,
}

/// A personal link as it is kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Link {
    /// The hash of its token: what other tables name it by.
    pub key: String,
    pub subject: Subject,
    pub circle: String,
    pub organisation: Option<String>,
    /// None once its subject has been closed.
    pub email: Option<String>,
    pub language: String,
    pub created: Instant,
    pub expires: Instant,
    /// When it was first opened.
    pub opened: Option<Instant>,
    /// When it was last answered.
    pub answered: Option<Instant>,
    /// How often it was answered: a form that was opened before another answer shows itself by an older number.
    pub answers: i64,
}

impl Link {
    /// True where it can no longer be answered.
    pub fn has_expired(&self, now: Instant) -> bool {
        self.expires < now
    }
}

/// Makes a link for an address. Who has been invited to the same thing and has not answered gets a new link in place of
/// the old one, so that nobody ever has two.
pub async fn invite(
    connection: &impl ConnectionTrait,
    subject: &Subject,
    invitation: &Invitation,
    now: Instant,
) -> Result<Invited, StoreError> {
    let token = token()?;
    let sql = "INSERT INTO link (token_hash, programme, purpose, subject, circle, organisation, email, language, created, expires, answers) \
               VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, 0) \
               ON CONFLICT (programme, purpose, subject, email) DO UPDATE SET token_hash = excluded.token_hash, circle = excluded.circle, \
               organisation = excluded.organisation, language = excluded.language, created = excluded.created, \
               expires = excluded.expires, opened = NULL WHERE link.answered IS NULL";
    let values = vec![
        hash(&token).into(),
        subject.programme.as_str().into(),
        subject.purpose.word().into(),
        subject.id.as_str().into(),
        invitation.circle.as_str().into(),
        invitation.organisation.clone().into(),
        invitation.email.to_lowercase().into(),
        invitation.language.as_str().into(),
        now.into(),
        invitation.expires.into(),
    ];
    let made = execute(connection, sql, values).await? > 0;
    Ok(if made { Invited::Link(token) } else { Invited::Answered })
}

/// The link of a token, also one that has expired; none where there never was one, or where a newer one took its place.
pub async fn find(connection: &impl ConnectionTrait, programme: &str, token: &str) -> Result<Option<Link>, StoreError> {
    let sql = format!("{SELECT} WHERE programme = $1 AND token_hash = $2");
    let found = row(connection, &sql, vec![programme.into(), hash(token).into()]).await?;
    found.map(|row| read(&row)).transpose()
}

/// All links about a thing, in no order that tells who was invited or answered when.
pub async fn of(connection: &impl ConnectionTrait, subject: &Subject) -> Result<Vec<Link>, StoreError> {
    let sql = format!("{SELECT} WHERE programme = $1 AND purpose = $2 AND subject = $3 ORDER BY email, token_hash");
    rows(connection, &sql, about(subject)).await?.iter().map(read).collect()
}

/// Remembers that a link was opened, the first time.
pub async fn opened(connection: &impl ConnectionTrait, link: &Link, at: Instant) -> Result<(), StoreError> {
    let sql = "UPDATE link SET opened = $2 WHERE token_hash = $1 AND opened IS NULL";
    execute(connection, sql, vec![link.key.as_str().into(), at.into()]).await?;
    Ok(())
}

/// Remembers that a link was answered. False where somebody else has answered by it since it was read.
pub async fn answered(connection: &impl ConnectionTrait, link: &Link, at: Instant) -> Result<bool, StoreError> {
    let sql = "UPDATE link SET answered = $2, answers = answers + 1 WHERE token_hash = $1 AND answers = $3";
    Ok(execute(connection, sql, vec![link.key.as_str().into(), at.into(), link.answers.into()]).await? > 0)
}

/// Moves the day until which a thing can be answered.
pub async fn extend(connection: &impl ConnectionTrait, subject: &Subject, expires: Instant) -> Result<(), StoreError> {
    let sql = "UPDATE link SET expires = $4 WHERE programme = $1 AND purpose = $2 AND subject = $3";
    let mut values = about(subject);
    values.push(expires.into());
    execute(connection, sql, values).await?;
    Ok(())
}

/// Forgets the addresses of everybody who was asked; how many were, and who of the organisations answered, stays.
pub async fn close(connection: &impl ConnectionTrait, subject: &Subject) -> Result<(), StoreError> {
    let sql = "UPDATE link SET email = NULL WHERE programme = $1 AND purpose = $2 AND subject = $3";
    execute(connection, sql, about(subject)).await?;
    Ok(())
}

fn about(subject: &Subject) -> Vec<sea_orm::Value> {
    vec![
        subject.programme.as_str().into(),
        subject.purpose.word().into(),
        subject.id.as_str().into(),
    ]
}

const SELECT: &str = "SELECT token_hash, programme, purpose, subject, circle, organisation, email, language, created, expires, opened, \
                      answered, answers FROM link";

fn read(row: &QueryResult) -> Result<Link, StoreError> {
    let purpose: String = row.try_get_by_index(2)?;
    Ok(Link {
        key: row.try_get_by_index(0)?,
        subject: Subject {
            programme: row.try_get_by_index(1)?,
            purpose: Purpose::from_word(&purpose)?,
            id: row.try_get_by_index(3)?,
        },
        circle: row.try_get_by_index(4)?,
        organisation: row.try_get_by_index(5)?,
        email: row.try_get_by_index(6)?,
        language: row.try_get_by_index(7)?,
        created: row.try_get_by_index(8)?,
        expires: row.try_get_by_index(9)?,
        opened: row.try_get_by_index(10)?,
        answered: row.try_get_by_index(11)?,
        answers: row.try_get_by_index(12)?,
    })
}
