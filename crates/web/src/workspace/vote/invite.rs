//! Inviting voters: each address gets a personal link in the receiver's language. How many have answered can be seen,
//! never what.

use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use programme::vote::{Group, Phase};
use programme::{OrganisationId, Vote};
use publishing::mail::{self, Mail};
use publishing::{format, say};
use store::links::{self, Invitation, Invited, Link};
use store::{Instant, StoreError, ballots};

use super::{base, find, sheet, view};
use crate::app::App;
use crate::form::{Mistake, Reading};
use crate::problem::Problem;
use crate::session::{Member, Posted};
use crate::workspace::saved;

/// More addresses than this at once come from a list of somebody else's.
const MOST_AT_ONCE: usize = 500;

/// How many of each group were asked, and how many have answered.
pub(super) struct Turnout(pub Vec<(Group, usize, usize)>);

pub(super) async fn turnout(app: &App, member: &Member, vote: &Vote) -> Result<Turnout, StoreError> {
    let subject = ballots::subject(member.reader.state().programme.id.as_str(), vote.id.as_str());
    let links: Vec<Link> = links::of(app.programmes.store().reader(), &subject).await?;
    let of = |group: Group| {
        let own: Vec<&Link> = links.iter().filter(|link| link.circle == group.word()).collect();
        let answered = own.iter().filter(|link| link.answered.is_some()).count();
        (group, own.len(), answered)
    };
    Ok(Turnout(vote.groups().map(of).collect()))
}

pub(super) async fn invite(
    State(app): State<App>,
    member: Member,
    Path((_, id)): Path<(String, String)>,
    Posted(fields): Posted,
) -> Result<Response, Problem> {
    let vote = find(&member, &id)?;
    if !matches!(vote.phase(member.reader.today), Phase::Announced | Phase::Open) {
        return Err(Problem::Stale);
    }
    let mut reading = Reading::new(&fields, member.reader.language);
    let group: Option<Group> = reading.choice("group");
    let organisation: Option<OrganisationId> = reading.optional_choice("organisation");
    let known = organisation
        .as_ref()
        .is_none_or(|id| member.reader.state().organisation(id).is_some());
    if !known || (group == Some(Group::Organisations)) != organisation.is_some() {
        reading.wrong("organisation", "vote-invite-organisation");
    }
    let addresses: Vec<String> = fields
        .text("addresses")
        .split([',', ';', '\n', ' '])
        .map(str::trim)
        .filter(|one| !one.is_empty())
        .map(str::to_lowercase)
        .collect();
    let wrong: Vec<&String> = addresses.iter().filter(|address| !mail::is_address(address)).collect();
    if addresses.is_empty() || addresses.len() > MOST_AT_ONCE {
        reading.wrong("addresses", "vote-invite-none");
    } else if let Some(address) = wrong.first() {
        let text = say!(member.reader.language, "vote-invite-wrong", address = address.as_str());
        reading.mistakes.push(Mistake {
            field: "addresses".to_owned(),
            text,
        });
    }
    let group = match reading.done(group) {
        Ok(group) => group,
        Err(mistakes) => {
            // the form of the vote stands beside this one, and both are drawn from the same fields
            let mut all = sheet::fields(vote);
            for name in ["group", "organisation", "addresses"] {
                all.add(name, &fields.text(name));
            }
            all.add("base", &base(&member, vote).unwrap_or_default());
            let turnout = turnout(&app, &member, vote).await?;
            let page = view::show(&member, vote, &turnout, &all, &mistakes);
            return Ok((StatusCode::UNPROCESSABLE_ENTITY, page).into_response());
        }
    };
    let mut unsent = 0;
    for address in &addresses {
        if let Err(error) = send(&app, &member, vote, group, organisation.as_ref(), address).await {
            tracing::error!(%error, "an invitation to vote could not be sent");
            unsent += 1;
        }
    }
    let notice = if unsent == 0 { "invitert" } else { "uten-post" };
    Ok(saved(&member.reader, &format!("/prioritering/{id}"), notice))
}

/// Why an invitation is not on its way.
#[derive(Debug, thiserror::Error)]
enum SendError {
    #[error(transparent)]
    Store(#[from] StoreError),
    #[error(transparent)]
    Mail(#[from] mail::MailError),
}

async fn send(
    app: &App,
    member: &Member,
    vote: &Vote,
    group: Group,
    organisation: Option<&OrganisationId>,
    address: &str,
) -> Result<(), SendError> {
    let (reader, language) = (&member.reader, member.reader.language);
    let subject = ballots::subject(reader.state().programme.id.as_str(), vote.id.as_str());
    let zone = jiff::tz::TimeZone::get("Europe/Oslo").unwrap_or(jiff::tz::TimeZone::UTC);
    let end = vote.closes.tomorrow().unwrap_or(vote.closes).to_zoned_datetime(zone);
    let invitation = Invitation {
        circle: group.word().to_owned(),
        organisation: organisation.map(ToString::to_string),
        email: address.to_owned(),
        language: language.tag().to_owned(),
        expires: Instant::new(end.map_or(app.now(), |end| end.timestamp())),
    };
    let now = Instant::new(app.now());
    let invited = app
        .programmes
        .store()
        .write(move |transaction| Box::pin(async move { links::invite(transaction, &subject, &invitation, now).await }))
        .await?;
    // who has answered keeps the link that they have
    let Invited::Link(token) = invited else { return Ok(()) };
    let link = format!("{}{}", app.settings.public_url, reader.addresses.ballot(&vote.id, &token));
    let title = reader.plain(&vote.title);
    let mail = Mail {
        to: address.to_owned(),
        subject: say!(language, "vote-mail-subject", vote = title),
        text: say!(
            language,
            "vote-mail-text",
            vote = title,
            programme = reader.plain(&reader.state().programme.name),
            link = link,
            day = format::date(language, vote.closes)
        ),
    };
    Ok(app.mailer.send(&mail, app.now()).await?)
}
