//! Writing to the partners: the lead writes what is common to all, reads each partner's letter, adds to it, sends it.

use axum::Router;
use axum::extract::{Path, State};
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Response};
use axum::routing::{get, post};
use maud::{Markup, html};
use programme::letter::{self, Addition, Sent};
use programme::{Change, Letter, OrganisationId, Refusal, Role};
use publishing::mail::{self, Mail};
use publishing::{format, say};
use store::access;

use super::account::{self, Account};
use super::{editor, faults, notice, saved};
use crate::app::App;
use crate::form::{Fields, Form, Mistake, field};
use crate::letter::{Occasion, language_of, paper, pdf};
use crate::page::{self, Place};
use crate::problem::Problem;
use crate::session::{Member, Posted};
use crate::widget::crumbs;
use crate::wording::inline;

pub(super) fn routes() -> Router<App> {
    Router::new()
        .route("/{programme}/arbeid/handlingsplan/{plan}/brev/{number}", get(all).post(save))
        .route(
            "/{programme}/arbeid/handlingsplan/{plan}/brev/{number}/{organisation}",
            get(one).post(add),
        )
        .route(
            "/{programme}/arbeid/handlingsplan/{plan}/brev/{number}/{organisation}/send",
            post(send),
        )
}

/// The kind under which letters are kept.
const KIND: &str = "letter";
/// Addresses in one sending.
const MOST: usize = 30;

/// A letter, what it is about, and whether it is kept already.
struct Opened {
    occasion: Occasion,
    letter: Letter,
    /// The version that is kept; none for a draft.
    base: Option<i64>,
    place: String,
}

impl Opened {
    async fn of(app: &App, member: &Member, plan: &str, number: &str) -> Result<Self, Problem> {
        let state = member.reader.state();
        let occasion = Occasion::find(app, state, plan, number).await?;
        let letter = occasion.letter(state).ok_or(Problem::NotFound)?;
        Ok(Self {
            base: member.reader.snapshot.version(KIND, letter.id.as_str()),
            place: format!("/handlingsplan/{plan}/brev/{number}"),
            occasion,
            letter,
        })
    }

    fn fields(&self) -> Fields {
        let mut fields = Fields::default();
        fields.add_wordings("subject", &self.letter.subject);
        fields.add_wordings("opening", &self.letter.opening);
        fields.add_wordings("closing", &self.letter.closing);
        fields.add_wordings("signed", &self.letter.signed);
        fields.add_tick("published", self.letter.published.is_some());
        fields.add("base", &self.base.unwrap_or_default());
        fields
    }

    /// The fields of what is written to one partner.
    fn addition_fields(&self, id: &OrganisationId) -> Fields {
        let mut fields = Fields::default();
        let addition = self.letter.addition(id);
        let words = |text: fn(&Addition) -> &programme::Text| addition.map(text).cloned().unwrap_or_default();
        fields.add_wordings("greeting", &words(|addition| &addition.greeting));
        fields.add_wordings("own-words", &words(|addition| &addition.text));
        fields.add("base", &self.base.unwrap_or_default());
        fields
    }
}

async fn all(State(app): State<App>, member: Member, Path((_, plan, number)): Path<(String, String, String)>) -> Result<Response, Problem> {
    editor(&member)?;
    let opened = Opened::of(&app, &member, &plan, &number).await?;
    Ok(list(&member, &opened, &opened.fields(), &[]).into_response())
}

async fn save(
    State(app): State<App>,
    member: Member,
    Path((_, plan, number)): Path<(String, String, String)>,
    Posted(fields): Posted,
) -> Result<Response, Problem> {
    editor(&member)?;
    let opened = Opened::of(&app, &member, &plan, &number).await?;
    let published = opened.letter.published.unwrap_or(member.reader.today);
    let letter = Letter {
        subject: fields.wordings("subject"),
        opening: fields.wordings("opening"),
        closing: fields.wordings("closing"),
        signed: fields.wordings("signed"),
        published: fields.has("published").then_some(published),
        ..opened.letter.clone()
    };
    match keep(&app, &member, letter, &fields).await? {
        Ok(()) => Ok(saved(&member.reader, &opened.place, "brev")),
        Err((status, mistakes)) => Ok((status, list(&member, &opened, &fields, &mistakes)).into_response()),
    }
}

/// Keeps a letter, or tells what is wrong with it.
async fn keep(app: &App, member: &Member, letter: Letter, fields: &Fields) -> Result<Result<(), (StatusCode, Vec<Mistake>)>, Problem> {
    let base = fields.text("base").parse().ok().filter(|base| *base != 0);
    let letter = Box::new(letter);
    let change = Change::Letter(letter::Change::Save { letter, base });
    let language = member.reader.language;
    match account::apply(app, member, Account::because(""), change).await {
        Ok(_) => Ok(Ok(())),
        Err(Refusal::Faults(found)) => {
            let mistakes = faults::mistakes(language, KIND, &found, fields);
            Ok(Err((StatusCode::UNPROCESSABLE_ENTITY, mistakes)))
        }
        Err(Refusal::Conflict { .. }) => {
            let mistake = Mistake {
                field: String::new(),
                text: say!(language, "letter-conflict"),
            };
            Ok(Err((StatusCode::CONFLICT, vec![mistake])))
        }
        Err(other) => Err(other.into()),
    }
}

/// The form of the common part, and the letters that come of it.
fn list(member: &Member, opened: &Opened, fields: &Fields, mistakes: &[Mistake]) -> Markup {
    let (reader, language) = (&member.reader, member.reader.language);
    let title = say!(language, "letter-title");
    let form = Form { reader, fields, mistakes };
    let back = reader.addresses.workspace("/handlingsplan");
    let action = reader.addresses.workspace(&opened.place);
    let parts = html! {
        (form.hidden("base"))
        (form.wordings(field("subject"), 1))
        (form.wordings(field("opening").hint("field-opening-hint").optional(), 8))
        (form.wordings(field("closing").hint("field-closing-hint").optional(), 5))
        (form.wordings(field("signed").hint("field-signed-hint").optional(), 2))
        (form.tick(field("published")))
    };
    let body = html! {
        (notice(reader))
        (crumbs(reader, &[(back.clone(), inline(language, &opened.occasion.plan.title))], &html! { (title) }))
        h1.vk-title { (title) }
        p.vk-lead { (say!(language, "letter-workspace-lead")) }
        section.vk-section aria-labelledby="felles" {
            h2.vk-section__title id="felles" { (say!(language, "letter-common")) }
            (form.draw(&action, &say!(language, "letter-save"), &back, &parts))
        }
        section.vk-section aria-labelledby="brevene" {
            h2.vk-section__title id="brevene" { (say!(language, "letter-partners")) }
            p { (say!(language, if opened.base.is_some() { "letter-partners-lead" } else { "letter-not-saved" })) }
            ul.vk-rows { @for id in opened.occasion.partners(reader.state()) { (row(member, opened, &id)) } }
        }
    };
    page::workspace(reader, Place::Plans, &title, &body)
}

fn row(member: &Member, opened: &Opened, id: &OrganisationId) -> Markup {
    let (reader, language, state) = (&member.reader, member.reader.language, member.reader.state());
    let place = reader.addresses.workspace(&format!("{}/{id}", opened.place));
    let name = state.organisation(id).map(|one| inline(language, &one.name)).unwrap_or_default();
    let written_in = say!(language, &format!("language-{}", language_of(state, id)));
    html! {
        li.vk-row {
            a.vk-row__title href=(place) { (name) }
            span.vk-row__side {
                @match opened.letter.sent_to(id).last() {
                    Some(sent) => { (sent_words(member, sent)) },
                    None => { (say!(language, "letter-not-sent")) },
                }
            }
            p.vk-row__detail { (say!(language, "letter-language", language = written_in)) }
        }
    }
}

fn sent_words(member: &Member, sent: &Sent) -> String {
    let language = member.reader.language;
    say!(
        language,
        "letter-sent",
        date = format::date(language, sent.date),
        count = sent.recipients
    )
}

/// The organisation that the address names, with or without an ending.
fn addressed(member: &Member, opened: &Opened, name: &str) -> Result<OrganisationId, Problem> {
    let id: OrganisationId = name.parse().map_err(|_| Problem::NotFound)?;
    let known = opened.occasion.partners(member.reader.state()).contains(&id);
    known.then_some(id).ok_or(Problem::NotFound)
}

/// A partner reads its own letter once it has been sent; who writes letters reads all of them.
fn may_read(member: &Member, opened: &Opened, id: &OrganisationId) -> bool {
    let own = member.actor.role == Role::Partner && member.actor.organisation.as_ref() == Some(id);
    member.actor.may_edit_all() || (own && opened.letter.sent_to(id).next().is_some())
}

async fn one(
    State(app): State<App>,
    member: Member,
    Path((_, plan, number, name)): Path<(String, String, String, String)>,
) -> Result<Response, Problem> {
    let opened = Opened::of(&app, &member, &plan, &number).await?;
    let stem = name.strip_suffix(".pdf").or_else(|| name.strip_suffix(".txt")).unwrap_or(&name);
    let id = addressed(&member, &opened, stem)?;
    if !may_read(&member, &opened, &id) {
        return Err(Problem::Forbidden);
    }
    if stem == name {
        let fields = opened.addition_fields(&id);
        return Ok(letter(&app, &member, &opened, &id, &fields, &[], &sending(&app, &member, &id).await?, &[]).into_response());
    }
    let language = language_of(member.reader.state(), &id);
    let document = opened
        .occasion
        .document(&member.reader, &app.settings.public_url, &opened.letter, Some(&id), language);
    if name.strip_suffix(".txt").is_some() {
        let text = format!("{}\n\n{}", document.subject, document.plain_text());
        return Ok(([(header::CONTENT_TYPE, "text/plain; charset=utf-8")], text).into_response());
    }
    pdf(&app, document, &format!("brev-{}-{id}.pdf", opened.letter.id)).await
}

/// What the form of sending begins with: the addresses of those who act for the partner.
async fn sending(app: &App, member: &Member, id: &OrganisationId) -> Result<Fields, Problem> {
    let mut fields = Fields::default();
    if member.actor.may_govern() {
        let programme = member.reader.state().programme.id.as_str();
        let members = access::members(app.programmes.store().reader(), programme).await?;
        let own = members.into_iter().filter(|one| one.organisation.as_deref() == Some(id.as_str()));
        fields.add("recipients", &own.map(|one| one.email).collect::<Vec<_>>().join("\n"));
    }
    Ok(fields)
}

#[expect(clippy::too_many_arguments, reason = "two forms on one page, each with what is wrong in it")]
fn letter(
    app: &App,
    member: &Member,
    opened: &Opened,
    id: &OrganisationId,
    fields: &Fields,
    mistakes: &[Mistake],
    sending: &Fields,
    unsent: &[Mistake],
) -> Markup {
    let (reader, language, state) = (&member.reader, member.reader.language, member.reader.state());
    let written_in = language_of(state, id);
    let document = opened
        .occasion
        .document(reader, &app.settings.public_url, &opened.letter, Some(id), written_in);
    let back = reader.addresses.workspace(&opened.place);
    let place = reader.addresses.workspace(&format!("{}/{id}", opened.place));
    let title = say!(language, "letter-to", name = &document.to);
    let body = html! {
        (notice(reader))
        (crumbs(reader, &[(back, html! { (say!(language, "letter-title")) })], &html! { (document.to) }))
        h1.vk-title { (title) }
        @for sent in opened.letter.sent_to(id) { p.vk-small { (sent_words(member, sent)) } }
        section.vk-section aria-labelledby="brevet" lang=[(written_in != language).then_some(written_in)] {
            h2.vk-section__title.vk-section__title--rule id="brevet" { (document.subject) }
            (paper(&document))
        }
        ul.vk-ways {
            li { a.ds-link href=(format!("{place}.pdf")) { (say!(language, "letter-pdf")) } }
            li { a.ds-link href=(format!("{place}.txt")) { (say!(language, "letter-text")) } }
        }
        @if opened.base.is_some() && member.actor.may_edit_all() { (addition(member, &place, fields, mistakes)) }
        @if opened.base.is_some() && member.actor.may_govern() { (sending_form(member, &place, sending, unsent)) }
    };
    page::workspace(reader, Place::Plans, &title, &body)
}

fn addition(member: &Member, place: &str, fields: &Fields, mistakes: &[Mistake]) -> Markup {
    let (reader, language) = (&member.reader, member.reader.language);
    let form = Form { reader, fields, mistakes };
    let parts = html! {
        (form.hidden("base"))
        (form.wordings(field("greeting").hint("field-greeting-hint").optional(), 1))
        (form.wordings(field("own-words").hint("field-own-words-hint").optional(), 4))
    };
    html! {
        section.vk-section aria-labelledby="tillegg" {
            h2.vk-section__title id="tillegg" { (say!(language, "letter-to-one")) }
            (form.draw(place, &say!(language, "letter-save"), place, &parts))
        }
    }
}

fn sending_form(member: &Member, place: &str, fields: &Fields, mistakes: &[Mistake]) -> Markup {
    let (reader, language) = (&member.reader, member.reader.language);
    let form = Form { reader, fields, mistakes };
    let parts = form.prose(field("recipients").hint("field-recipients-hint"), 3);
    html! {
        section.vk-section aria-labelledby="send" {
            h2.vk-section__title id="send" { (say!(language, "letter-send-title")) }
            p { (say!(language, "letter-send-lead")) }
            (form.draw(&format!("{place}/send"), &say!(language, "letter-send"), place, &parts))
        }
    }
}

async fn add(
    State(app): State<App>,
    member: Member,
    Path((_, plan, number, name)): Path<(String, String, String, String)>,
    Posted(fields): Posted,
) -> Result<Response, Problem> {
    editor(&member)?;
    let opened = Opened::of(&app, &member, &plan, &number).await?;
    let id = addressed(&member, &opened, &name)?;
    let mut letter_ = opened.letter.clone();
    letter_.additions.retain(|addition| addition.organisation != id);
    let addition = Addition {
        organisation: id.clone(),
        greeting: fields.wordings("greeting"),
        text: fields.wordings("own-words"),
    };
    if !addition.greeting.is_empty() || !addition.text.is_empty() {
        letter_.additions.push(addition);
    }
    match keep(&app, &member, letter_, &fields).await? {
        Ok(()) => Ok(saved(&member.reader, &format!("{}/{id}", opened.place), "brev")),
        Err((status, mistakes)) => {
            let sending = sending(&app, &member, &id).await?;
            let page = letter(&app, &member, &opened, &id, &fields, &mistakes, &sending, &[]);
            Ok((status, page).into_response())
        }
    }
}

async fn send(
    State(app): State<App>,
    member: Member,
    Path((_, plan, number, name)): Path<(String, String, String, String)>,
    Posted(fields): Posted,
) -> Result<Response, Problem> {
    if !member.actor.may_govern() {
        return Err(Problem::Forbidden);
    }
    let opened = Opened::of(&app, &member, &plan, &number).await?;
    let id = addressed(&member, &opened, &name)?;
    if opened.base.is_none() {
        return Err(Problem::NotFound);
    }
    let refused = |mistake: Mistake| {
        let own = opened.addition_fields(&id);
        let page = letter(&app, &member, &opened, &id, &own, &[], &fields, &[mistake]);
        Ok((StatusCode::UNPROCESSABLE_ENTITY, page).into_response())
    };
    let addresses = match addresses(&member, &fields) {
        Ok(addresses) => addresses,
        Err(mistake) => return refused(mistake),
    };
    let went = mail_all(&app, &member, &opened, &id, &addresses).await;
    if went > 0 {
        let sent = Sent {
            organisation: id.clone(),
            date: member.reader.today,
            recipients: u32::try_from(went).unwrap_or(u32::MAX),
        };
        let letter = opened.letter.id.clone();
        let change = Change::Letter(letter::Change::Sent { letter, sent });
        account::apply(&app, &member, Account::because(""), change).await?;
    }
    if went < addresses.len() {
        let text = say!(member.reader.language, "letter-mail-failed", sent = went, all = addresses.len());
        return refused(Mistake {
            field: "recipients".to_owned(),
            text,
        });
    }
    let notice = if app.mailer.sends() { "brev-sendt" } else { "brev-uten-post" };
    Ok(saved(&member.reader, &format!("{}/{id}", opened.place), notice))
}

/// Sends to one after the other; how many went out before one did not.
async fn mail_all(app: &App, member: &Member, opened: &Opened, id: &OrganisationId, addresses: &[String]) -> usize {
    let language = language_of(member.reader.state(), id);
    let document = opened
        .occasion
        .document(&member.reader, &app.settings.public_url, &opened.letter, Some(id), language);
    for (went, to) in addresses.iter().enumerate() {
        let mail = Mail {
            to: to.clone(),
            subject: document.subject.clone(),
            text: document.plain_text(),
        };
        if let Err(error) = app.mailer.send(&mail, app.now()).await {
            tracing::warn!(%error, "a letter could not be sent");
            return went;
        }
    }
    addresses.len()
}

/// One address on each line, each once.
fn addresses(member: &Member, fields: &Fields) -> Result<Vec<String>, Mistake> {
    let language = member.reader.language;
    let wrong = |text: String| Mistake {
        field: "recipients".to_owned(),
        text,
    };
    let mut addresses: Vec<String> = Vec::new();
    for typed in fields
        .text("recipients")
        .split(['\n', ',', ';'])
        .map(str::trim)
        .filter(|typed| !typed.is_empty())
    {
        if !mail::is_address(typed) {
            let typed: String = typed.chars().take(80).collect();
            return Err(wrong(say!(language, "letter-addresses-wrong", typed = typed)));
        }
        let address = typed.to_lowercase();
        if !addresses.contains(&address) {
            addresses.push(address);
        }
    }
    match addresses.len() {
        0 => Err(wrong(say!(language, "letter-addresses-none"))),
        many if many > MOST => Err(wrong(say!(language, "letter-addresses-many", most = MOST))),
        _ => Ok(addresses),
    }
}
