//! Answering: by the open form, by a personal link, or for one's organisation when signed in. What was typed is never lost:
//! a form that is refused comes back as it was sent.

mod files;
mod mail;
pub(crate) mod sheet;
mod view;
mod who;

use axum::extract::{FromRequestParts, Path, Query, Request, State};
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Redirect, Response};
use maud::Markup;
use programme::hearing::{Change as Hear, Contact, Phase};
use programme::{Change, Command, Hearing, Refusal, Statement};
use serde::Deserialize;
use store::respondents::{self, Respondent};

use super::published;
use crate::app::App;
use crate::form::{Fields, Mistake, Reading, sent};
use crate::guard::{Guard, Origin};
use crate::problem::Problem;
use crate::reader::Reader;
use crate::session::is_ours;
use crate::workspace::trouble_words;

use files::Files;
use view::Drawn;
use who::{Who, by_session, by_token};

/// A form with its attachments is no larger.
pub(super) const LARGEST: usize = 26 << 20;

/// The field whose value belongs to one open form and to nobody else: a form that is sent twice is one statement.
const ONCE: &str = "once";

const PRIVATE: [(header::HeaderName, &str); 2] = [
    (header::CACHE_CONTROL, "private, no-store"),
    (header::REFERRER_POLICY, "no-referrer"),
];

type Place2 = Path<(String, String)>;
type Place3 = Path<(String, String, String)>;

/// The open form, or the form of one's organisation.
pub(super) async fn form(State(app): State<App>, reader: Reader, Path((_, id)): Place2) -> Result<Response, Problem> {
    let hearing = published(&app, &reader, &id).await?;
    if hearing.phase(reader.today) != Phase::Open {
        return Ok(private(StatusCode::GONE, view::over(&reader, hearing, None)));
    }
    match by_session(&reader, hearing) {
        Some(who) => opened(&app, &reader, hearing, &who).await,
        None => Ok(private(StatusCode::FORBIDDEN, view::asks_others(&reader, hearing))),
    }
}

/// The form behind a personal link, or behind the link of a receipt.
pub(super) async fn form_by_link(State(app): State<App>, reader: Reader, Path((_, id, token)): Place3) -> Result<Response, Problem> {
    let hearing = published(&app, &reader, &id).await?;
    let Some(who) = by_token(&app, &reader, hearing, &token).await? else {
        return Ok(private(StatusCode::NOT_FOUND, view::unknown_link(&reader, hearing)));
    };
    if !who.is_in_time(&app, &reader, hearing) {
        return Ok(private(StatusCode::GONE, view::over(&reader, hearing, who.known(&reader, hearing))));
    }
    who.mark_opened(&app).await?;
    opened(&app, &reader, hearing, &who).await
}

fn private(status: StatusCode, page: Markup) -> Response {
    (status, PRIVATE, page).into_response()
}

async fn opened(app: &App, reader: &Reader, hearing: &Hearing, who: &Who) -> Result<Response, Problem> {
    let known = who.known(reader, hearing);
    let guard = Guard::of(app, reader, hearing.id.as_str()).await?;
    let mut fields = sheet::fields(reader, known, &guard);
    if who.is_unknown() {
        let (once, _) = store::respondents::new_token()?;
        fields.add(ONCE, &once);
    }
    let drawn = Drawn {
        fields: &fields,
        mistakes: &[],
        conflict: false,
    };
    Ok(private(StatusCode::OK, view::form(app, reader, hearing, who, &guard, &drawn)))
}

pub(super) async fn send(State(app): State<App>, Path((_, id)): Place2, request: Request) -> Result<Response, Problem> {
    let (reader, origin, request) = read_head(&app, request).await?;
    let hearing = published(&app, &reader, &id).await?;
    let Some(who) = by_session(&reader, hearing) else {
        return Ok(private(StatusCode::FORBIDDEN, view::asks_others(&reader, hearing)));
    };
    received(&app, &reader, hearing, &who, &origin, request).await
}

pub(super) async fn send_by_link(State(app): State<App>, Path((_, id, token)): Place3, request: Request) -> Result<Response, Problem> {
    let (reader, origin, request) = read_head(&app, request).await?;
    let hearing = published(&app, &reader, &id).await?;
    let Some(who) = by_token(&app, &reader, hearing, &token).await? else {
        return Ok(private(StatusCode::NOT_FOUND, view::unknown_link(&reader, hearing)));
    };
    received(&app, &reader, hearing, &who, &origin, request).await
}

/// Who sends it and from where; forms of other sites are not read.
async fn read_head(app: &App, request: Request) -> Result<(Reader, Origin, Request), Problem> {
    if !is_ours(request.headers(), &app.settings) {
        return Err(Problem::Stale);
    }
    let (mut parts, body) = request.into_parts();
    let reader = Reader::from_request_parts(&mut parts, app).await?;
    let Ok(origin) = Origin::from_request_parts(&mut parts, app).await;
    Ok((reader, origin, Request::from_parts(parts, body)))
}

/// Takes an answer in, or gives the form back.
async fn received(
    app: &App,
    reader: &Reader,
    hearing: &Hearing,
    who: &Who,
    origin: &Origin,
    request: Request,
) -> Result<Response, Problem> {
    let Some(sent) = sent(request, LARGEST).await else {
        return Ok(private(StatusCode::PAYLOAD_TOO_LARGE, view::too_large(reader, hearing)));
    };
    let mut fields = Fields::typed(sent.pairs);
    if let Some(person) = &reader.signed_in
        && fields.text("csrf") != person.csrf
    {
        return Err(Problem::Stale);
    }
    let guard = Guard::of(app, reader, hearing.id.as_str()).await?;
    let mut refused = Refused {
        app,
        reader,
        hearing,
        who,
        guard: &guard,
    };
    if who.is_unknown()
        && let Err(suspicion) = guard.judge(&fields, &app.statement_limit, origin, app.now())
    {
        let text = suspicion.words(reader.language);
        let field = String::new();
        return Ok(refused.with(StatusCode::UNPROCESSABLE_ENTITY, &fields, &[Mistake { field, text }]));
    }
    let sent_before = sent_before(app, reader, hearing, who, &fields).await?;
    let way = who;
    let who = sent_before.as_ref().unwrap_or(who);
    refused.who = who;
    let mut reading = Reading::new(&fields, reader.language);
    let kept = Files::of(&fields, &guard).with(app, sent.files, &mut reading).await?;
    let statement = sheet::read(&mut reading, reader, hearing, who, &kept);
    let contact = sheet::contact(&mut reading, who);
    let outcome = reading.done(statement);
    kept.put(&mut fields, &guard);
    let statement = match outcome {
        Ok(statement) => statement,
        Err(mistakes) => return Ok(refused.with(StatusCode::UNPROCESSABLE_ENTITY, &fields, &mistakes)),
    };
    let thanked = |number| Ok(Redirect::to(&thanks(reader, hearing, way, number)).into_response());
    match who.known(reader, hearing) {
        // so short a time ago that this reader does not see it yet
        None if let Some(Who::Sender(sender)) = &sent_before => return thanked(u32::try_from(sender.number).map_err(Problem::internal)?),
        Some(known) if sent_before.is_some() && says_the_same(known, &statement) => return thanked(known.number),
        _ if sent_before.is_none() && !who.is_based_on_newest(reader, hearing, &fields) => {
            return Ok(refused.for_conflict(&mut fields));
        }
        _ => {}
    }
    match take_in(app, reader, hearing, who, statement, contact, fields.text(ONCE)).await {
        Ok(number) => thanked(number),
        Err(Refusal::Faults(faults)) => {
            let words = |fault: &programme::check::Fault| match &fault.what {
                programme::check::FaultKind::Hearing(trouble) => trouble_words(reader.language, trouble),
                other => other.to_string(),
            };
            let mistakes: Vec<Mistake> = faults
                .iter()
                .map(|fault| Mistake {
                    field: String::new(),
                    text: words(fault),
                })
                .collect();
            Ok(refused.with(StatusCode::UNPROCESSABLE_ENTITY, &fields, &mistakes))
        }
        Err(Refusal::Conflict { .. }) if who.is_unknown() => {
            // the same form, sent twice at once: the other one was quicker
            let other = respondent_of(app, reader, hearing, &fields).await?.ok_or(Problem::Stale)?;
            thanked(u32::try_from(other.number).map_err(Problem::internal)?)
        }
        Err(Refusal::Conflict { .. }) => {
            let reader = brought_up(app, reader).await?;
            refused.reader = &reader;
            Ok(refused.for_conflict(&mut fields))
        }
        Err(other) => Err(other.into()),
    }
}

/// Who sent this very form before: by a second press of the button, or by going back and sending it anew.
async fn sent_before(app: &App, reader: &Reader, hearing: &Hearing, who: &Who, fields: &Fields) -> Result<Option<Who>, Problem> {
    if !who.is_unknown() {
        return Ok(None);
    }
    Ok(respondent_of(app, reader, hearing, fields).await?.map(Who::Sender))
}

async fn respondent_of(app: &App, reader: &Reader, hearing: &Hearing, fields: &Fields) -> Result<Option<Respondent>, Problem> {
    let once = fields.text(ONCE);
    if once.is_empty() {
        return Ok(None);
    }
    let (store, programme) = (app.programmes.store().reader(), reader.state().programme.id.as_str());
    Ok(respondents::find(store, programme, hearing.id.as_str(), once).await?)
}

/// The reader of the programme as it is now.
async fn brought_up(app: &App, reader: &Reader) -> Result<Reader, Problem> {
    let newest = app.programmes.snapshot(&reader.state().programme.id).await?;
    Ok(Reader {
        snapshot: newest.ok_or(Problem::NotFound)?,
        ..reader.clone()
    })
}

/// True where nothing was changed between the two times.
fn says_the_same(known: &Statement, sent: &Statement) -> bool {
    let said = |one: &Statement| (one.text.clone(), one.answers.clone(), one.verdicts.clone(), one.attachments.clone());
    said(known) == said(sent)
}

/// Gives the form back with all that was typed.
struct Refused<'a> {
    app: &'a App,
    reader: &'a Reader,
    hearing: &'a Hearing,
    who: &'a Who,
    guard: &'a Guard,
}

impl Refused<'_> {
    fn with(&self, status: StatusCode, fields: &Fields, mistakes: &[Mistake]) -> Response {
        let drawn = Drawn {
            fields,
            mistakes,
            conflict: false,
        };
        private(
            status,
            view::form(self.app, self.reader, self.hearing, self.who, self.guard, &drawn),
        )
    }

    /// Somebody with the same link, or for the same organisation, has answered meanwhile. Sending it again replaces that.
    fn for_conflict(&self, fields: &mut Fields) -> Response {
        fields.set("base", &self.who.base(self.reader, self.hearing));
        let drawn = Drawn {
            fields,
            mistakes: &[],
            conflict: true,
        };
        let page = view::form(self.app, self.reader, self.hearing, self.who, self.guard, &drawn);
        private(StatusCode::CONFLICT, page)
    }
}

/// Writes the answer; the number that it has.
async fn take_in(
    app: &App,
    reader: &Reader,
    hearing: &Hearing,
    who: &Who,
    statement: Statement,
    contact: Option<sheet::Person>,
    once: &str,
) -> Result<u32, Refusal> {
    let (statement, on) = (Box::new(statement), reader.today);
    let link = who.link().cloned().map(Box::new);
    let mut token = None;
    let change = match who.known(reader, hearing) {
        Some(known) => Hear::Amend {
            base: reader.snapshot.version("statement", &known.key()),
            statement,
            link,
            on,
        },
        None => {
            let contact = match (&link, contact) {
                (Some(link), contact) if who.organisation().is_none() => {
                    let person = contact.unwrap_or_default();
                    Some(contact_of(reader, person, link.key.clone()))
                }
                (None, person) if who.is_unknown() => {
                    let person = person.unwrap_or_default();
                    let (new, hash) = respondents::token_of(once)?;
                    token = Some((new, person.email.clone()));
                    Some(contact_of(reader, person, hash))
                }
                _ => None,
            };
            Hear::Receive {
                statement,
                contact,
                link,
                on,
            }
        }
    };
    let command = Command {
        who: who.actor(reader),
        on_behalf_of: who.organisation(),
        why: String::new(),
        change: Change::Hearing(change),
    };
    let programme = &reader.state().programme.id;
    let entry = app.programmes.apply(programme, command, app.now()).await?;
    let after = app.programmes.snapshot(programme).await?.ok_or(Refusal::Missing)?;
    let own = after.state.statements_to(&hearing.id);
    let written = |one: &&Statement| after.version("statement", &one.key()) == Some(entry);
    let known = who.known(reader, hearing).map(|known| known.number);
    let number = known
        .or_else(|| own.rev().find(written).map(|one| one.number))
        .ok_or(Refusal::Missing)?;
    if let Some((token, email)) = token.filter(|(_, email)| !email.is_empty()) {
        mail::receipt(app, reader, hearing, number, &token, &email);
    }
    Ok(number)
}

fn contact_of(reader: &Reader, person: sheet::Person, token_hash: String) -> Contact {
    Contact {
        name: person.name,
        email: person.email,
        token_hash,
        language: reader.language.to_string(),
    }
}

/// Where one is thanked: by a personal link it stays in the address of nothing.
fn thanks(reader: &Reader, hearing: &Hearing, who: &Who, number: u32) -> String {
    let way = match who {
        Who::Visitor => "skjema",
        Who::Member(_) => "arbeid",
        Who::Link(..) | Who::Sender(_) => "lenke",
    };
    format!("{}/takk/{number}?svar={way}", reader.addresses.hearing(&hearing.id))
}

#[derive(Deserialize)]
pub(super) struct Thanked {
    svar: Option<String>,
}

/// The receipt: the number, what happens now, and how to change it.
pub(super) async fn receipt(
    State(app): State<App>,
    reader: Reader,
    Path((_, id, number)): Place3,
    Query(thanked): Query<Thanked>,
) -> Result<Response, Problem> {
    let hearing = published(&app, &reader, &id).await?;
    let number: u32 = number.parse().map_err(|_| Problem::NotFound)?;
    let statement = reader.state().statement(&hearing.id, number).ok_or(Problem::NotFound)?;
    let page = view::receipt(&reader, hearing, statement, thanked.svar.as_deref().unwrap_or_default());
    Ok(private(StatusCode::OK, page))
}
