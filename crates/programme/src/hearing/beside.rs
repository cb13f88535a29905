//! What hearings keep beside the programme, in the same transaction as what is said: who private persons are, and what
//! became of personal links.

use store::links::{self, Link, Purpose, Subject};
use store::respondents::{self, Respondent};
use store::{Instant, StoreError, Transaction, content};

use super::{Change, Contact};
use crate::command::Refusal;
use crate::{HearingId, ProgrammeId, State};

/// What personal links to a hearing are about.
pub fn subject(programme: &ProgrammeId, hearing: &HearingId) -> Subject {
    Subject {
        programme: programme.to_string(),
        purpose: Purpose::Statement,
        id: hearing.to_string(),
    }
}

/// Writes what a change means for persons and links. Where somebody has answered by the same link meanwhile, the change is
/// refused as a whole.
pub(crate) async fn keep(transaction: &Transaction, next: &State, change: &Change, now: Instant) -> Result<(), Refusal> {
    let programme = &next.programme.id;
    match change {
        Change::Receive {
            statement, contact, link, ..
        } => {
            mark(transaction, link.as_deref(), now).await?;
            let number = next.statements_to(&statement.hearing).last().map_or(0, |newest| newest.number);
            if let Some(contact) = contact {
                let respondent = respondent(contact, number);
                // the same open form, sent twice at once
                if link.is_none()
                    && respondents::knows(transaction, programme.as_str(), statement.hearing.as_str(), &respondent.token_hash).await?
                {
                    return Err(Refusal::Conflict { entry: 0 });
                }
                respondents::put(transaction, programme.as_str(), statement.hearing.as_str(), &respondent).await?;
            }
        }
        Change::Amend { link, .. } => mark(transaction, link.as_deref(), now).await?,
        Change::Erase { hearing, number, .. } => {
            let key = format!("{hearing}/{number}");
            respondents::forget(transaction, programme.as_str(), hearing.as_str(), i64::from(*number)).await?;
            content::rewrite_past(transaction, programme.as_str(), "statement", &key).await?;
        }
        Change::Extend { hearing, deadline, .. } => {
            links::extend(transaction, &subject(programme, hearing), crate::last_moment(*deadline)).await?;
        }
        Change::Conclude { hearing, .. } => {
            forget(transaction, programme, hearing).await?;
        }
        _ => {}
    }
    Ok(())
}

/// Forgets the names and addresses of everybody who was asked or who answered.
pub async fn forget(transaction: &Transaction, programme: &ProgrammeId, hearing: &HearingId) -> Result<(), StoreError> {
    respondents::purge(transaction, programme.as_str(), hearing.as_str()).await?;
    links::close(transaction, &subject(programme, hearing)).await
}

async fn mark(transaction: &Transaction, link: Option<&Link>, now: Instant) -> Result<(), Refusal> {
    match link {
        Some(link) if !links::answered(transaction, link, now).await? => Err(Refusal::Conflict { entry: 0 }),
        _ => Ok(()),
    }
}

fn respondent(contact: &Contact, number: u32) -> Respondent {
    Respondent {
        number: i64::from(number),
        name: contact.name.clone(),
        email: contact.email.clone(),
        token_hash: contact.token_hash.clone(),
        language: contact.language.clone(),
    }
}
