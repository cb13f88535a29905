//! Ending a hearing: everybody who left an address hears what became of what they said, and is then forgotten.

use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::Response;
use programme::hearing::{Change as Hear, Phase, subject};
use programme::{Change, Hearing, Language, Refusal, Snapshot, Statement};
use publishing::mail::Mail;
use publishing::say;
use store::{StoreError, links, respondents};

use super::{Place2, base, find_to_govern, page};
use crate::address::Addresses;
use crate::app::App;
use crate::form::{Fields, Reading};
use crate::problem::Problem;
use crate::session::{Member, Posted};
use crate::workspace::account::{self, Account};
use crate::workspace::{faults, saved};

pub(super) async fn conclude(
    State(app): State<App>,
    member: Member,
    Path((_, id)): Place2,
    Posted(fields): Posted,
) -> Result<Response, Problem> {
    let hearing = find_to_govern(&member, &id)?;
    let mut reading = Reading::new(&fields, member.reader.language);
    if fields.wordings("conclusion").is_empty() && hearing.phase(member.reader.today) == Phase::Closed {
        reading.wrong("conclusion-nb", "fault-empty");
    }
    if let Err(mistakes) = reading.done(Some(())) {
        return page(&app, &member, hearing, StatusCode::UNPROCESSABLE_ENTITY, &fields, &mistakes).await;
    }
    // read before the change, which deletes the addresses
    let senders = senders(&app, &member, hearing).await?;
    let change = Hear::Conclude {
        hearing: hearing.id.clone(),
        text: fields.wordings("conclusion"),
        on: member.reader.today,
        base: base(&member, hearing),
    };
    let mistakes = match account::apply(&app, &member, Account::because(""), Change::Hearing(change)).await {
        Ok(_) => {
            answer(&app, &member, hearing, senders).await?;
            return Ok(saved(&member.reader, &format!("/hoeringer/{id}"), "hoering-avsluttet"));
        }
        Err(Refusal::Faults(found)) => faults::mistakes(member.reader.language, super::KIND, &found, &Fields::clone(&fields)),
        Err(Refusal::Conflict { .. }) => vec![super::conflict(&member)],
        Err(other) => return Err(other.into()),
    };
    page(&app, &member, hearing, StatusCode::UNPROCESSABLE_ENTITY, &fields, &mistakes).await
}

/// Somebody to be told: where, in which language, and about which statement.
struct Sender {
    email: String,
    language: Language,
    number: u32,
}

/// Those who left an address with a statement, and those who answered by a link.
async fn senders(app: &App, member: &Member, hearing: &Hearing) -> Result<Vec<Sender>, StoreError> {
    let state = member.reader.state();
    let store = app.programmes.store().reader();
    let persons = respondents::of(store, state.programme.id.as_str(), hearing.id.as_str()).await?;
    let links = links::of(store, &subject(&state.programme.id, &hearing.id)).await?;
    let language = |tag: &str| tag.parse().unwrap_or(member.reader.language);
    let mut senders: Vec<Sender> = Vec::new();
    for person in persons.iter().filter(|person| !person.email.is_empty()) {
        let number = u32::try_from(person.number).unwrap_or_default();
        let (email, language) = (person.email.clone(), language(&person.language));
        senders.push(Sender { email, language, number });
    }
    for link in links.iter().filter(|link| link.answered.is_some()) {
        let by_person = || persons.iter().find(|person| person.token_hash == link.key);
        let number = match super::invite::statement_of(&member.reader, hearing, link) {
            Some(statement) => Some(statement.number),
            None => by_person().and_then(|person| u32::try_from(person.number).ok()),
        };
        if let (Some(email), Some(number)) = (link.email.clone(), number) {
            let language = language(&link.language);
            senders.push(Sender { email, language, number });
        }
    }
    Ok(senders)
}

/// Writes to everybody; nobody waits for it, and the hearing has ended whether it arrives or not.
async fn answer(app: &App, member: &Member, hearing: &Hearing, senders: Vec<Sender>) -> Result<(), StoreError> {
    let Some(now) = app.programmes.snapshot(&member.reader.state().programme.id).await? else {
        return Ok(());
    };
    let letter = |sender: &Sender| {
        let statement = now.state.statement(&hearing.id, sender.number)?;
        letter(app, &now, hearing, statement, sender)
    };
    let mails: Vec<Mail> = senders.iter().filter_map(letter).collect();
    let app = app.clone();
    tokio::spawn(async move {
        for mail in mails {
            if let Err(error) = app.mailer.send(&mail, app.now()).await {
                tracing::error!(%error, "the answer to a statement could not be sent");
            }
        }
    });
    Ok(())
}

/// What became of one statement; none for what was withheld without an answer.
fn letter(app: &App, now: &Snapshot, hearing: &Hearing, statement: &Statement, sender: &Sender) -> Option<Mail> {
    let language = sender.language;
    let assessment = statement.assessment.as_ref()?;
    let addresses = Addresses::new(now.state.programme.id.clone(), language);
    let page = format!("{}{}", app.settings.public_url, addresses.statement(&hearing.id, statement.number));
    let (number, title) = (statement.number.to_string(), hearing.title.plain(language));
    let measure = |id: &programme::MeasureId| {
        let known = now.state.measure(id);
        known.map_or_else(|| id.to_string(), |known| known.title.plain(language).to_owned())
    };
    let changed: Vec<String> = assessment.changed.iter().map(measure).collect();
    let changed = match changed.is_empty() {
        true => say!(language, "answered-mail-nothing"),
        false => say!(language, "answered-mail-changed", measures = changed.join(", ")),
    };
    Some(Mail {
        to: sender.email.clone(),
        subject: say!(language, "answered-mail-subject", number = &number, title = title),
        text: say!(
            language,
            "answered-mail-text",
            number = &number,
            title = title,
            outcome = say!(language, &format!("outcome-{}", assessment.outcome.word())),
            answer = assessment.text.plain(language),
            changed = changed,
            page = page,
            programme = now.state.programme.name.plain(language)
        ),
    })
}
