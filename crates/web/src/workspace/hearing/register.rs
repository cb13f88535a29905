//! Writing in a statement that came on paper, by telephone or too late, so that it gets its number and its answer too.

use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use maud::{Markup, html};
use programme::hearing::{Change as Hear, Sender, Way};
use programme::{Change, Hearing, OrganisationId, Refusal, Statement, Text};
use publishing::say;

use super::view::form_of;
use super::{Place2, find};
use crate::app::App;
use crate::form::{Choice, Fields, Form, Mistake, Reading, field};
use crate::hearing::sheet;
use crate::page::{self, Place};
use crate::problem::Problem;
use crate::session::{Member, Posted};
use crate::widget::crumbs;
use crate::wording::inline;
use crate::workspace::account::{self, Account};
use crate::workspace::{choices, editor, faults, saved};

/// Everybody of whom something can be written in.
const SENDERS: [Sender; 4] = [Sender::Partner, Sender::Organisation, Sender::Resident, Sender::Anonymous];

pub(super) async fn form(member: Member, Path((_, id)): Place2) -> Result<Response, Problem> {
    editor(&member)?;
    let hearing = open_to_write(&member, &id)?;
    let mut fields = Fields::default();
    fields.add("received", &member.reader.today);
    fields.add("sender", &Sender::Partner.word());
    Ok(drawn(&member, hearing, &fields, &[]).into_response())
}

/// Where people have been asked, and nothing is concluded yet.
fn open_to_write<'a>(member: &'a Member, id: &str) -> Result<&'a Hearing, Problem> {
    let hearing = find(member, id)?;
    if hearing.is_published() && hearing.conclusion.is_none() {
        Ok(hearing)
    } else {
        Err(Problem::NotFound)
    }
}

fn drawn(member: &Member, hearing: &Hearing, fields: &Fields, mistakes: &[Mistake]) -> Markup {
    let (reader, language) = (&member.reader, member.reader.language);
    let form = Form { reader, fields, mistakes };
    let above = reader.addresses.workspace(&format!("/hoeringer/{}", hearing.id));
    let ways = [
        (reader.addresses.workspace("/hoeringer"), html! { (say!(language, "nav-hearings")) }),
        (above.clone(), inline(language, &hearing.title)),
    ];
    let title = say!(language, "statement-register");
    let senders = SENDERS.map(|sender| Choice::new(&sender.word(), say!(language, &format!("registered-{}", sender.word()))));
    let parts = html! {
        (form.date(field("received").hint("field-received-hint")))
        (form.buttons(field("sender"), &senders))
        (form.choice(field("organisation").hint("registered-organisation-hint").in_row(), Some("form-nothing"), &choices::organisations(reader)))
        (form.line(field("organisation-name").hint("registered-name-hint").in_row()))
        (form.prose(field("statement").hint("registered-statement-hint").optional(), 6))
        (sheet::questions_and_measures(&form, hearing))
    };
    let body = html! {
        (crumbs(reader, &ways, &html! { (title) }))
        h1.vk-title { (title) }
        p.vk-lead { (say!(language, "statement-register-lead")) }
        (form.summary())
        (form_of(&form, &format!("{above}/innspill/ny"), &say!(language, "statement-register-button"), &parts))
    };
    page::workspace(reader, Place::Hearings, &title, &body)
}

fn read(reading: &mut Reading<'_>, member: &Member, hearing: &Hearing) -> Option<Statement> {
    let fields = reading.fields;
    let received = reading.date("received");
    if received.is_some_and(|day| day > member.reader.today) {
        reading.wrong("received", "mistake-future");
    } else if received.is_some_and(|day| day < hearing.opens) {
        reading.wrong("received", "mistake-before-opening");
    }
    let sender = SENDERS.into_iter().find(|sender| sender.word() == fields.text("sender"));
    if sender.is_none() {
        reading.wrong("sender", "mistake-sender");
    }
    let organisation: Option<OrganisationId> = match sender {
        Some(Sender::Partner) => reading.choice("organisation"),
        _ => None,
    };
    let name = match sender {
        Some(Sender::Organisation) => reading.line("organisation-name", "mistake-organisation-name"),
        _ => String::new(),
    };
    let (answers, verdicts) = sheet::read_answers(reading, &member.reader, hearing);
    let statement = Statement {
        hearing: hearing.id.clone(),
        number: 0,
        received: received?,
        changed: None,
        way: Way::Registered,
        sender: sender?,
        organisation,
        name,
        text: Text::default().with(member.reader.language, fields.text("statement")),
        answers,
        verdicts,
        attachments: Vec::new(),
        moderation: Vec::new(),
        assessment: None,
        example: false,
    };
    if statement.is_empty() && reading.mistakes.is_empty() {
        reading.wrong("statement", "trouble-nothing");
    }
    Some(statement)
}

pub(super) async fn register(
    State(app): State<App>,
    member: Member,
    Path((_, id)): Place2,
    Posted(fields): Posted,
) -> Result<Response, Problem> {
    editor(&member)?;
    let hearing = open_to_write(&member, &id)?;
    let mut reading = Reading::new(&fields, member.reader.language);
    let statement = read(&mut reading, &member, hearing);
    let mistakes = match reading.done(statement) {
        Ok(statement) => {
            let change = Hear::Receive {
                statement: Box::new(statement),
                contact: None,
                link: None,
                on: member.reader.today,
            };
            match account::apply(&app, &member, Account::because(""), Change::Hearing(change)).await {
                Ok(_) => return Ok(saved(&member.reader, &format!("/hoeringer/{id}"), "innspill")),
                Err(Refusal::Faults(found)) => faults::mistakes(member.reader.language, "statement", &found, &fields),
                Err(other) => return Err(other.into()),
            }
        }
        Err(mistakes) => mistakes,
    };
    Ok((StatusCode::UNPROCESSABLE_ENTITY, drawn(&member, hearing, &fields, &mistakes)).into_response())
}
