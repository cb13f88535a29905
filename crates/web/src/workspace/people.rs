//! People: who has access and as what, inviting somebody, and ending access. Only the lead sees them.

use axum::Router;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use axum::routing::{get, post};
use maud::{Markup, html};
use programme::{Change, OrganisationId, Role};
use publishing::mail::{self, Mail};
use publishing::say;
use store::access::{self, Membership};
use store::{Instant, StoreError};

use super::account::{self, Account};
use super::{choices, notice, saved};
use crate::app::App;
use crate::form::{Choice, Fields, Form, Mistake, Reading, field};
use crate::page::{self, Place};
use crate::problem::Problem;
use crate::session::{Member, Posted};
use crate::widget::{csrf, role_words};

pub(super) fn routes() -> Router<App> {
    Router::new()
        .route("/{programme}/arbeid/personer", get(list).post(invite))
        .route("/{programme}/arbeid/personer/avslutt", post(end))
}

fn lead(member: &Member) -> Result<(), Problem> {
    if member.actor.may_govern() {
        Ok(())
    } else {
        Err(Problem::Forbidden)
    }
}

async fn list(State(app): State<App>, member: Member) -> Result<Markup, Problem> {
    lead(&member)?;
    let mut fields = Fields::default();
    fields.add("role", &Role::Partner.word());
    page(&app, &member, &fields, &[]).await
}

async fn invite(State(app): State<App>, member: Member, Posted(fields): Posted) -> Result<Response, Problem> {
    lead(&member)?;
    let (email, change) = match read(&fields, &member) {
        Ok(read) => read,
        Err(mistakes) => {
            let page = page(&app, &member, &fields, &mistakes).await?;
            return Ok((StatusCode::UNPROCESSABLE_ENTITY, page).into_response());
        }
    };
    account::apply(&app, &member, Account::because(""), change).await?;
    let notice = match send(&app, &member, &email).await {
        Ok(()) => "invitert",
        Err(error) => {
            tracing::error!(%error, "an invitation could not be sent");
            "uten-post"
        }
    };
    Ok(saved(&member.reader, "/personer", notice))
}

fn read(fields: &Fields, member: &Member) -> Result<(String, Change), Vec<Mistake>> {
    let mut reading = Reading::new(fields, member.reader.language);
    let email = fields.text("email").to_lowercase();
    if !mail::is_address(&email) {
        reading.wrong("email", "sign-in-address-wrong");
    } else if email == member.email {
        reading.wrong("email", "people-not-yourself");
    }
    let name = reading.line("name", "fault-empty");
    let role: Option<Role> = reading.choice("role");
    let organisation: Option<OrganisationId> = reading.optional_choice("organisation");
    let known = organisation
        .as_ref()
        .is_none_or(|id| member.reader.state().organisation(id).is_some());
    if !known || role == Some(Role::Partner) && organisation.is_none() {
        reading.wrong("organisation", "people-partner-organisation");
    }
    let change = role.map(|role| Change::Invite {
        email: email.clone(),
        name,
        role,
        organisation,
    });
    reading.done(change).map(|change| (email, change))
}

/// Why an invitation is not on its way.
#[derive(Debug, thiserror::Error)]
enum SendError {
    #[error(transparent)]
    Store(#[from] StoreError),
    #[error(transparent)]
    Mail(#[from] mail::MailError),
}

/// Sends a link that lasts for days, since nobody waits for it.
async fn send(app: &App, member: &Member, email: &str) -> Result<(), SendError> {
    let (reader, language) = (&member.reader, member.reader.language);
    let (programme, to, now) = (reader.state().programme.id.to_string(), email.to_owned(), Instant::new(app.now()));
    let store = app.programmes.store();
    let token = store
        .write(move |transaction| Box::pin(async move { access::create_invitation(transaction, &programme, &to, now).await }))
        .await?;
    let name = reader.plain(&reader.state().programme.name);
    let link = format!("{}{}", app.settings.public_url, reader.addresses.sign_in_with(&token));
    let again = format!("{}{}", app.settings.public_url, reader.addresses.sign_in());
    let mail = Mail {
        to: email.to_owned(),
        subject: say!(language, "invite-mail-subject", programme = name),
        text: say!(
            language,
            "invite-mail-text",
            who = &member.actor.name,
            programme = name,
            link = link,
            again = again
        ),
    };
    Ok(app.mailer.send(&mail, app.now()).await?)
}

async fn end(State(app): State<App>, member: Member, Posted(fields): Posted) -> Result<Response, Problem> {
    lead(&member)?;
    let email = fields.text("email").to_lowercase();
    if email == member.email {
        return Err(Problem::Forbidden);
    }
    account::apply(&app, &member, Account::because(""), Change::EndAccess { email }).await?;
    Ok(saved(&member.reader, "/personer", "avsluttet"))
}

async fn page(app: &App, member: &Member, fields: &Fields, mistakes: &[Mistake]) -> Result<Markup, Problem> {
    let (reader, language) = (&member.reader, member.reader.language);
    let people = access::members(app.programmes.store().reader(), reader.state().programme.id.as_str()).await?;
    let form = Form { reader, fields, mistakes };
    let title = say!(language, "workspace-nav-people");
    let body = html! {
        (notice(reader))
        h1.vk-title { (title) }
        p.vk-lead { (say!(language, "people-lead")) }
        ul.vk-rows { @for person in &people { (row(member, person)) } }
        (invitation(&form))
    };
    Ok(page::workspace(reader, Place::People, &title, &body))
}

fn row(member: &Member, person: &Membership) -> Markup {
    let (reader, language) = (&member.reader, member.reader.language);
    let organisation: Option<OrganisationId> = person.organisation.as_deref().and_then(|id| id.parse().ok());
    let role = person
        .role
        .parse()
        .map_or_else(|()| person.role.clone(), |role| role_words(reader, role, organisation.as_ref()));
    html! {
        li.vk-row {
            span.vk-row__title { (person.name) }
            span.vk-row__side { (role) }
            p.vk-row__detail { (person.email) }
            @if person.email != member.email {
                form method="post" action=(reader.addresses.workspace("/personer/avslutt")) {
                    (csrf(reader))
                    input type="hidden" name="email" value=(person.email);
                    button.ds-button type="submit" data-variant="tertiary" data-size="sm" data-color="danger" {
                        (say!(language, "people-end")) span.ds-sr-only { ": " (person.name) }
                    }
                }
            }
        }
    }
}

fn invitation(form: &Form<'_>) -> Markup {
    let (reader, language) = (form.reader, form.reader.language);
    let place = reader.addresses.workspace("/personer");
    let roles = Role::ALL.map(|role| Choice::new(&role, say!(language, &format!("role-explained-{role}"))));
    let parts = html! {
        (form.email(field("email")))
        (form.line(field("name").hint("field-name-hint")))
        (form.buttons(field("role"), &roles))
        (form.choice(field("organisation").hint("field-organisation-hint").optional(), Some("form-nothing"), &choices::organisations(reader)))
    };
    html! {
        section.vk-section aria-labelledby="inviter" {
            h2.vk-section__title id="inviter" { (say!(language, "people-invite")) }
            (form.draw(&place, &say!(language, "people-invite"), &place, &parts))
        }
    }
}
