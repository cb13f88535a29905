//! Personal links: sent to many at once, with a report of those that were not sent, and sent again to whoever has not
//! answered. Who has opened and answered is seen here; what they said stands in their statements.

use std::collections::BTreeSet;

use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::Response;
use programme::hearing::{Circle, Phase, subject};
use programme::{Hearing, Language, OrganisationId, Statement, last_moment};
use publishing::mail::{self, Mail, MailError};
use publishing::{format, say};
use store::access;
use store::links::{self, Invitation, Invited, Link};
use store::{Instant, StoreError};

use super::{Place2, find_to_govern, page};
use crate::app::App;
use crate::form::{Fields, Mistake, Reading};
use crate::problem::Problem;
use crate::reader::Reader;
use crate::session::{Member, Posted};
use crate::workspace::saved;

/// More addresses than this at once come from a list of somebody else's.
const MOST_AT_ONCE: usize = 500;

/// The links that were sent about a hearing.
pub(super) struct Invitations(pub Vec<Link>);

impl Invitations {
    pub async fn of(app: &App, member: &Member, hearing: &Hearing) -> Result<Self, StoreError> {
        let subject = subject(&member.reader.state().programme.id, &hearing.id);
        Ok(Self(links::of(app.programmes.store().reader(), &subject).await?))
    }

    /// Those who have not answered, and for whose organisation nobody else has.
    pub fn silent<'a>(&'a self, reader: &'a Reader, hearing: &'a Hearing) -> impl Iterator<Item = &'a Link> {
        let waits = |link: &&Link| link.answered.is_none() && link.email.is_some() && statement_of(reader, hearing, link).is_none();
        self.0.iter().filter(waits)
    }

    /// The organisations that were asked when it was opened, have no link and have not answered.
    pub fn unreached<'a>(&self, reader: &Reader, hearing: &'a Hearing) -> Vec<&'a OrganisationId> {
        let has_link = |id: &OrganisationId| self.0.iter().any(|link| link.organisation.as_deref() == Some(id.as_str()));
        let invited = hearing.invited.iter();
        invited
            .filter(|id| !has_link(id) && said_by(reader, hearing, id.as_str()).is_none())
            .collect()
    }
}

/// What the organisation of a link has said, by this link or otherwise.
pub(super) fn statement_of<'a>(reader: &'a Reader, hearing: &Hearing, link: &Link) -> Option<&'a Statement> {
    said_by(reader, hearing, link.organisation.as_deref()?)
}

fn said_by<'a>(reader: &'a Reader, hearing: &Hearing, organisation: &str) -> Option<&'a Statement> {
    let mut all = reader.state().statements_to(&hearing.id);
    all.find(|one| one.organisation.as_ref().is_some_and(|own| own.as_str() == organisation))
}

/// A receiver: as it was typed, and what it means.
struct Receiver {
    typed: String,
    email: String,
    organisation: Option<OrganisationId>,
}

/// Why a link was not sent: the end of a message key.
type Reason = &'static str;

/// One line of the form: an address, and after it the organisation that it answers for.
fn read_line(reader: &Reader, line: &str, otherwise: Option<&OrganisationId>) -> Result<Receiver, Reason> {
    let separators = |character: char| matches!(character, ',' | ';' | '\t' | ' ');
    let (email, name) = line.split_once(separators).unwrap_or((line, ""));
    let name = name.trim_matches(separators);
    let email = email.to_lowercase();
    if !mail::is_address(&email) {
        return Err("address");
    }
    let organisation = match (name.is_empty(), otherwise) {
        (true, otherwise) => otherwise.cloned(),
        (false, _) => Some(by_name(reader, name).ok_or("organisation")?),
    };
    Ok(Receiver {
        typed: line.to_owned(),
        email,
        organisation,
    })
}

/// The organisation of a name in any language, or of an identifier.
fn by_name(reader: &Reader, name: &str) -> Option<OrganisationId> {
    let name = name.to_lowercase();
    let called = |one: &&programme::Organisation| {
        one.id.as_str() == name
            || Language::ALL
                .into_iter()
                .any(|language| one.name.plain(language).to_lowercase() == name)
    };
    reader.state().organisations.iter().find(called).map(|one| one.id.clone())
}

/// Whether a receiver may be asked.
fn may_be_asked(hearing: &Hearing, receiver: &Receiver) -> Result<(), Reason> {
    match &receiver.organisation {
        Some(organisation) if !hearing.may_answer(organisation) => Err("not-asked"),
        None if !hearing.has_open_form() => Err("nobody"),
        _ => Ok(()),
    }
}

pub(super) async fn invite(
    State(app): State<App>,
    member: Member,
    Path((_, id)): Place2,
    Posted(fields): Posted,
) -> Result<Response, Problem> {
    let hearing = find_to_govern(&member, &id)?;
    let mut reading = Reading::new(&fields, member.reader.language);
    let otherwise: Option<OrganisationId> = reading.optional_choice("organisation");
    let lines: Vec<&str> = fields
        .text("addresses")
        .lines()
        .map(str::trim)
        .filter(|line| !line.is_empty())
        .collect();
    let with_partners = fields.has("everybody");
    if lines.is_empty() && !with_partners {
        reading.wrong("addresses", "invite-none");
    }
    if lines.len() > MOST_AT_ONCE {
        reading.wrong("addresses", "invite-many");
    }
    if hearing.phase(member.reader.today) != Phase::Open {
        reading.wrong("", "trouble-not-open");
    }
    if let Err(mistakes) = reading.done(Some(())) {
        return page(&app, &member, hearing, StatusCode::UNPROCESSABLE_ENTITY, &fields, &mistakes).await;
    }
    let mut receivers: Vec<Result<Receiver, (String, Reason)>> = Vec::new();
    for line in lines {
        receivers.push(read_line(&member.reader, line, otherwise.as_ref()).map_err(|reason| (line.to_owned(), reason)));
    }
    if with_partners {
        receivers.extend(signed_up(&app, &member, hearing).await?.into_iter().map(Ok));
    }
    let report = send_all(&app, &member, hearing, receivers).await;
    if report.refused.is_empty() {
        return Ok(saved(&member.reader, &format!("/hoeringer/{id}"), "lenker"));
    }
    told(&app, &member, hearing, &fields, report).await
}

/// Those who can sign in for an organisation that is asked.
async fn signed_up(app: &App, member: &Member, hearing: &Hearing) -> Result<Vec<Receiver>, StoreError> {
    let programme = member.reader.state().programme.id.as_str();
    let members = access::members(app.programmes.store().reader(), programme).await?;
    let receiver = |known: access::Membership| {
        let organisation: OrganisationId = known.organisation?.parse().ok()?;
        hearing.invited.contains(&organisation).then_some(Receiver {
            typed: known.email.clone(),
            email: known.email,
            organisation: Some(organisation),
        })
    };
    Ok(members.into_iter().filter_map(receiver).collect())
}

/// What became of a list of receivers.
struct Report {
    sent: usize,
    /// The lines as they were typed, each with the reason.
    refused: Vec<(String, Reason)>,
}

async fn send_all(app: &App, member: &Member, hearing: &Hearing, receivers: Vec<Result<Receiver, (String, Reason)>>) -> Report {
    let mut report = Report {
        sent: 0,
        refused: Vec::new(),
    };
    let mut seen = BTreeSet::new();
    for receiver in receivers {
        let outcome = match receiver {
            Err(refused) => Err(refused),
            Ok(receiver) => match may_be_asked(hearing, &receiver) {
                Err(reason) => Err((receiver.typed, reason)),
                // twice on the list is once in the mail
                Ok(()) if !seen.insert(receiver.email.clone()) => continue,
                Ok(()) => send(app, member, hearing, &receiver)
                    .await
                    .map_err(|reason| (receiver.typed, reason)),
            },
        };
        match outcome {
            Ok(()) => report.sent += 1,
            Err(refused) => report.refused.push(refused),
        }
    }
    report
}

/// Shows the page again: how many were sent, and which were not and why. Only those stand in the form.
async fn told(app: &App, member: &Member, hearing: &Hearing, fields: &Fields, report: Report) -> Result<Response, Problem> {
    let language = member.reader.language;
    let sent = Mistake {
        field: "addresses".to_owned(),
        text: say!(language, "invite-report", sent = report.sent, refused = report.refused.len()),
    };
    let line = |(typed, reason): &(String, Reason)| Mistake {
        field: String::new(),
        text: say!(language, &format!("invite-refused-{reason}"), line = typed),
    };
    let mistakes: Vec<Mistake> = std::iter::once(sent).chain(report.refused.iter().map(line)).collect();
    let mut fields = fields.clone();
    let left: Vec<&str> = report.refused.iter().map(|(typed, _)| typed.as_str()).collect();
    fields.set("addresses", &left.join("\n"));
    fields.remove("everybody");
    page(app, member, hearing, StatusCode::UNPROCESSABLE_ENTITY, &fields, &mistakes).await
}

async fn send(app: &App, member: &Member, hearing: &Hearing, receiver: &Receiver) -> Result<(), Reason> {
    match try_to_send(app, member, hearing, receiver).await {
        Ok(true) => Ok(()),
        Ok(false) => Err("answered"),
        Err(error) => {
            tracing::error!(%error, "a personal link to a hearing could not be sent");
            Err("unsent")
        }
    }
}

/// Why a link is not on its way.
#[derive(Debug, thiserror::Error)]
enum SendError {
    #[error(transparent)]
    Store(#[from] StoreError),
    #[error(transparent)]
    Mail(#[from] MailError),
}

/// False where the address has answered already.
async fn try_to_send(app: &App, member: &Member, hearing: &Hearing, receiver: &Receiver) -> Result<bool, SendError> {
    let (reader, language) = (&member.reader, member.reader.language);
    let subject = subject(&reader.state().programme.id, &hearing.id);
    let circle = match &receiver.organisation {
        Some(organisation) if of_forum(hearing, organisation) => Circle::Forum,
        Some(_) => Circle::Partners,
        None => Circle::Public,
    };
    let invitation = Invitation {
        circle: circle.word().to_owned(),
        organisation: receiver.organisation.as_ref().map(ToString::to_string),
        email: receiver.email.clone(),
        language: language.to_string(),
        expires: last_moment(hearing.deadline),
    };
    let now = Instant::new(app.now());
    let store = app.programmes.store();
    let made = store
        .write(move |transaction| Box::pin(async move { links::invite(transaction, &subject, &invitation, now).await }))
        .await?;
    let Invited::Link(token) = made else { return Ok(false) };
    let mail = letter(app, reader, hearing, receiver, &token);
    app.mailer.send(&mail, app.now()).await?;
    Ok(true)
}

fn of_forum(hearing: &Hearing, organisation: &OrganisationId) -> bool {
    let asked = hearing.circles.contains(&Circle::Forum);
    asked && hearing.forum.as_ref().is_some_and(|forum| forum.members.contains(organisation))
}

fn letter(app: &App, reader: &Reader, hearing: &Hearing, receiver: &Receiver, token: &str) -> Mail {
    let language = reader.language;
    let link = format!(
        "{}{}",
        app.settings.public_url,
        reader.addresses.hearing_answer_by(&hearing.id, token)
    );
    let title = reader.plain(&hearing.title);
    let known = receiver.organisation.as_ref().and_then(|id| reader.state().organisation(id));
    let answers_for = match known {
        Some(known) => say!(language, "hearing-mail-for", organisation = reader.plain(&known.name)),
        None => say!(language, "hearing-mail-for-oneself"),
    };
    Mail {
        to: receiver.email.clone(),
        subject: say!(language, "hearing-mail-subject", title = title),
        text: say!(
            language,
            "hearing-mail-text",
            title = title,
            answers = answers_for,
            day = format::date(language, hearing.deadline),
            forgotten = format::date(language, hearing.forgotten()),
            link = link,
            programme = reader.plain(&reader.state().programme.name)
        ),
    }
}

/// Sends a new link to everybody who has not answered; the old one is dead then, so that nobody has two.
pub(super) async fn remind(
    State(app): State<App>,
    member: Member,
    Path((_, id)): Place2,
    Posted(fields): Posted,
) -> Result<Response, Problem> {
    let hearing = find_to_govern(&member, &id)?;
    if hearing.phase(member.reader.today) != Phase::Open {
        let text = say!(member.reader.language, "trouble-not-open");
        let field = String::new();
        return page(
            &app,
            &member,
            hearing,
            StatusCode::UNPROCESSABLE_ENTITY,
            &fields,
            &[Mistake { field, text }],
        )
        .await;
    }
    let invitations = Invitations::of(&app, &member, hearing).await?;
    let receiver = |link: &Link| {
        let email = link.email.clone()?;
        Some(Ok(Receiver {
            typed: email.clone(),
            email,
            organisation: link.organisation.as_ref().and_then(|id| id.parse().ok()),
        }))
    };
    let receivers = invitations.silent(&member.reader, hearing).filter_map(receiver).collect();
    let report = send_all(&app, &member, hearing, receivers).await;
    if report.refused.is_empty() {
        return Ok(saved(&member.reader, &format!("/hoeringer/{id}"), "paaminnet"));
    }
    told(&app, &member, hearing, &fields, report).await
}
