//! Casting a ballot: by a personal link from an e-mail, or signed in for an organisation. What was cast is never shown
//! again, also not to the voter: whoever holds the link could else read it.

use axum::Router;
use axum::extract::{Path, Query, State};
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Redirect, Response};
use axum::routing::get;
use maud::{Markup, html};
use programme::vote::{BallotError, BallotKind, Group, Phase};
use programme::{OrganisationId, Vote};
use publishing::{format, say};
use serde::Deserialize;
use store::ballots::{self, Ballot, Casting, Voter};
use store::links::{self, Link, Purpose};
use store::{Instant, StoreError};

use super::find;
use super::words::kroner;
use crate::app::{App, day_in_norway};
use crate::form::{Fields, Mistake};
use crate::guard::Origin;
use crate::page;
use crate::problem::Problem;
use crate::reader::Reader;
use crate::session::Posted;
use crate::widget::csrf;
use crate::wording::inline;

pub(super) fn routes() -> Router<App> {
    Router::new()
        .route(
            "/{programme}/prioritering/{vote}/stemme",
            get(ask_organisation).post(cast_organisation),
        )
        .route("/{programme}/prioritering/{vote}/stemme/{token}", get(ask).post(cast))
}

/// The organisation that a signed-in person votes for: one that takes part, where organisations are asked.
pub(super) fn organisation(reader: &Reader, vote: &Vote) -> Option<OrganisationId> {
    let own = reader.actor()?.organisation.clone()?;
    let is_asked = vote.groups().any(|group| group == Group::Organisations);
    (is_asked && reader.state().organisation(&own).is_some()).then_some(own)
}

/// Who votes, and in which group.
struct Box<'a> {
    app: &'a App,
    reader: &'a Reader,
    vote: &'a Vote,
    voter: Voter,
    group: Group,
    /// The link that was followed; none for somebody who is signed in.
    link: Option<Link>,
}

#[derive(Deserialize)]
struct Asked {
    /// Set after a ballot was cast.
    levert: Option<String>,
}

async fn ask(
    State(app): State<App>,
    reader: Reader,
    origin: Origin,
    Path((_, id, token)): Path<(String, String, String)>,
    Query(asked): Query<Asked>,
) -> Result<Response, Problem> {
    let vote = find(&app, &reader, &id).await?;
    match by_link(&app, &reader, vote, &token).await? {
        Some(ballot_box) => {
            ballot_box.remember_opened().await?;
            ballot_box.show(asked.levert.is_some()).await
        }
        None => Ok(nowhere(&app, &reader, vote, &origin)),
    }
}

async fn cast(
    State(app): State<App>,
    reader: Reader,
    origin: Origin,
    Path((_, id, token)): Path<(String, String, String)>,
    Posted(fields): Posted,
) -> Result<Response, Problem> {
    let vote = find(&app, &reader, &id).await?;
    match by_link(&app, &reader, vote, &token).await? {
        Some(ballot_box) => ballot_box.take(&fields).await,
        None => Ok(nowhere(&app, &reader, vote, &origin)),
    }
}

/// The box of whoever holds a link; none where the link is none of this vote's.
async fn by_link<'a>(app: &'a App, reader: &'a Reader, vote: &'a Vote, token: &str) -> Result<Option<Box<'a>>, Problem> {
    let store = app.programmes.store();
    let Some(link) = links::find(store.reader(), reader.state().programme.id.as_str(), token).await? else {
        return Ok(None);
    };
    let is_of_this = link.subject.purpose == Purpose::Ballot && link.subject.id == vote.id.as_str();
    let group = link.circle.parse::<Group>().ok();
    let (Some(group), true) = (group, is_of_this) else {
        return Ok(None);
    };
    // an organisation has one ballot, whoever casts it
    let voter = match &link.organisation {
        Some(organisation) => Voter::Organisation(organisation.clone()),
        None => Voter::Link {
            token: token.to_owned(),
            key: link.key.clone(),
        },
    };
    Ok(Some(Box {
        app,
        reader,
        vote,
        voter,
        group,
        link: Some(link),
    }))
}

async fn ask_organisation(
    State(app): State<App>,
    reader: Reader,
    Path((_, id)): Path<(String, String)>,
    Query(asked): Query<Asked>,
) -> Result<Response, Problem> {
    let vote = find(&app, &reader, &id).await?;
    of_organisation(&app, &reader, vote)?.show(asked.levert.is_some()).await
}

async fn cast_organisation(
    State(app): State<App>,
    reader: Reader,
    Path((_, id)): Path<(String, String)>,
    Posted(fields): Posted,
) -> Result<Response, Problem> {
    let vote = find(&app, &reader, &id).await?;
    of_organisation(&app, &reader, vote)?.take(&fields).await
}

fn of_organisation<'a>(app: &'a App, reader: &'a Reader, vote: &'a Vote) -> Result<Box<'a>, Problem> {
    if reader.actor().is_none() {
        return Err(Problem::SignIn);
    }
    let own = organisation(reader, vote).ok_or(Problem::Forbidden)?;
    Ok(Box {
        app,
        reader,
        vote,
        voter: Voter::Organisation(own.to_string()),
        group: Group::Organisations,
        link: None,
    })
}

impl Box<'_> {
    fn programme(&self) -> &str {
        self.reader.state().programme.id.as_str()
    }

    async fn remember_opened(&self) -> Result<(), StoreError> {
        let Some(link) = self.link.clone().filter(|link| link.opened.is_none()) else {
            return Ok(());
        };
        // no finer than the day, since times tell who did what
        let day = Instant::new(self.day());
        let store = self.app.programmes.store();
        store
            .write(move |transaction| std::boxed::Box::pin(async move { links::opened(transaction, &link, day).await }))
            .await
    }

    /// The first moment of today in Norway.
    fn day(&self) -> jiff::Timestamp {
        let zone = jiff::tz::TimeZone::get("Europe/Oslo").unwrap_or(jiff::tz::TimeZone::UTC);
        let start = day_in_norway(self.app.now()).to_zoned_datetime(zone);
        start.map_or(self.app.now(), |start| start.timestamp())
    }

    /// How often this voter has voted.
    async fn times(&self) -> Result<i64, StoreError> {
        let reader = self.app.programmes.store().reader();
        ballots::times_cast(reader, self.programme(), self.vote.id.as_str(), &self.voter).await
    }

    async fn show(&self, is_cast: bool) -> Result<Response, Problem> {
        if self.vote.phase(self.reader.today) != Phase::Open {
            return Ok(closed(self.reader, self.vote));
        }
        let times = self.times().await?;
        if is_cast && times > 0 {
            return Ok(private(StatusCode::OK, &receipt(self.reader, self.vote)));
        }
        let mut fields = Fields::default();
        fields.add("seen", &times);
        fields.add("form", &nonce());
        let answered = self.link.as_ref().and_then(|link| link.answered);
        let before = match (times, answered) {
            (0, _) => Before::Never,
            (_, Some(day)) => Before::On(day_in_norway(day.timestamp())),
            (_, None) => Before::Sometime,
        };
        Ok(private(StatusCode::OK, &form(self.reader, self.vote, &fields, before, &[])))
    }

    async fn take(&self, fields: &Fields) -> Result<Response, Problem> {
        let (reader, vote) = (self.reader, self.vote);
        if vote.phase(reader.today) != Phase::Open {
            return Ok(closed(reader, vote));
        }
        let marks = match vote.marks(&chosen(vote, fields)) {
            Ok(marks) => marks,
            Err(error) => {
                let mistake = Mistake {
                    field: String::new(),
                    text: told(reader, &error),
                };
                let page = form(reader, vote, fields, Before::Never, &[mistake]);
                return Ok(private(StatusCode::UNPROCESSABLE_ENTITY, &page));
            }
        };
        let ballot = Ballot {
            voter: self.voter.clone(),
            circle: self.group.word().to_owned(),
            choices: marks.to_text().map_err(Problem::internal)?,
            seen: fields.text("seen").parse().unwrap_or(0),
            form: fields.text("form").to_owned(),
            day: Instant::new(self.day()),
        };
        let cast = self
            .app
            .programmes
            .cast(&reader.state().programme.id, &vote.id, ballot, self.app.now())
            .await?;
        match cast {
            Casting::Counted => {
                let here = reader.place.split('?').next().unwrap_or_default();
                Ok(Redirect::to(&format!("{}?levert=ja", reader.addresses.to(here))).into_response())
            }
            Casting::Stale => Ok(private(StatusCode::CONFLICT, &stale(reader, vote))),
            Casting::Early | Casting::Late => Ok(closed(reader, vote)),
            Casting::Replaced => Ok(dead(reader, vote)),
        }
    }
}

/// What was marked: a box that is ticked is one point.
fn chosen(vote: &Vote, fields: &Fields) -> Vec<(String, u32)> {
    match vote.ballot {
        BallotKind::Approval { .. } => fields.all("option").map(|id| (id.to_owned(), 1)).collect(),
        BallotKind::Points { .. } => vote
            .options
            .iter()
            .filter_map(|option| {
                let typed = fields.text(&format!("points-{}", option.id));
                // what is no number is too much of it, so that it is told and not passed over
                let points = if typed.is_empty() { 0 } else { typed.parse().unwrap_or(u32::MAX) };
                (points > 0).then(|| (option.id.to_string(), points))
            })
            .collect(),
    }
}

fn told(reader: &Reader, error: &BallotError) -> String {
    let language = reader.language;
    match error {
        BallotError::Nothing => say!(language, "ballot-nothing"),
        BallotError::TooMany { chosen, most } => say!(language, "ballot-too-many", chosen = *chosen, most = u64::from(*most)),
        BallotError::TooManyPoints { points, .. } => say!(language, "ballot-too-many-points", points = u64::from(*points)),
        BallotError::Unknown(_) => say!(language, "ballot-unknown"),
    }
}

/// Tells one form from every other.
fn nonce() -> String {
    use rand::distr::{Alphanumeric, SampleString};
    Alphanumeric.sample_string(&mut rand::rng(), 24)
}

fn private(status: StatusCode, page: &Markup) -> Response {
    (status, [(header::CACHE_CONTROL, "private, no-store")], page.clone()).into_response()
}

/// Whether this voter has voted, and when.
#[derive(Clone, Copy)]
enum Before {
    Never,
    On(jiff::civil::Date),
    Sometime,
}

/// The ballot.
fn form(reader: &Reader, vote: &Vote, fields: &Fields, before: Before, mistakes: &[Mistake]) -> Markup {
    let language = reader.language;
    let title = say!(language, "ballot-title", vote = reader.plain(&vote.title));
    let lead = match vote.ballot {
        BallotKind::Approval { most: None } => say!(language, "ballot-lead-approval"),
        BallotKind::Approval { most: Some(most) } => say!(language, "ballot-lead-approval-most", most = u64::from(most)),
        BallotKind::Points { points } => say!(language, "ballot-lead-points", points = u64::from(points)),
    };
    let body = html! {
        h1.vk-title { (title) }
        p.vk-lead { (lead) " " (say!(language, "ballot-money", amount = kroner(language, vote.budget))) }
        @let used = match before {
            Before::Never => None,
            Before::On(day) => Some(say!(language, "ballot-used-on", day = format::date(language, day))),
            Before::Sometime => Some(say!(language, "ballot-used")),
        };
        // it goes back to the address that it stands at, so that a token is written nowhere on the page
        form.vk-form method="post" {
            @if !mistakes.is_empty() {
                div.ds-error-summary.vk-errors tabindex="-1" role="alert" aria-labelledby="feil" {
                    h2.ds-heading id="feil" { (say!(language, "error-summary-title")) }
                    ul.ds-list { @for mistake in mistakes { li { (mistake.text) } } }
                }
            }
            @if let Some(used) = used {
                div.ds-alert data-color="info" role="note" { p.ds-paragraph { (used) } }
            }
            (csrf(reader))
            input type="hidden" name="seen" value=(fields.text("seen"));
            input type="hidden" name="form" value=(fields.text("form"));
            fieldset.ds-fieldset {
                legend.ds-label { (say!(language, "ballot-options")) }
                @for option in &vote.options { (choice(reader, vote, option, fields)) }
            }
            p { (say!(language, "ballot-secret", day = format::date(language, vote.closes))) }
            div.vk-actions {
                button.ds-button type="submit" { (say!(language, "ballot-cast")) }
                a.ds-button data-variant="tertiary" href=(reader.addresses.vote(&vote.id)) { (say!(language, "ballot-about")) }
            }
        }
    };
    page::narrow(reader, &title, &body)
}

fn choice(reader: &Reader, vote: &Vote, option: &programme::vote::VoteOption, fields: &Fields) -> Markup {
    let language = reader.language;
    let id = format!("valg-{}", option.id);
    let words = html! {
        (inline(language, &option.title)) " – " span.vk-number { (kroner(language, option.cost)) }
    };
    let text = html! { @if !option.text.is_empty() { p data-field="description" id=(format!("{id}-tekst")) { (inline(language, &option.text)) } } };
    let described = (!option.text.is_empty()).then(|| format!("{id}-tekst"));
    html! {
        @match vote.ballot {
            BallotKind::Approval { .. } => {
                div.ds-field {
                    input.ds-input type="checkbox" id=(id) name="option" value=(option.id) aria-describedby=[described]
                        checked[fields.holds("option", option.id.as_str())];
                    label.ds-label data-weight="regular" for=(id) { (words) }
                    (text)
                }
            },
            BallotKind::Points { points } => {
                @let name = format!("points-{}", option.id);
                div.ds-field {
                    label.ds-label data-weight="regular" for=(id) { (words) }
                    (text)
                    input.ds-input.vk-input--short type="number" min="0" max=(points) step="1" inputmode="numeric" id=(id) name=(name)
                        value=(fields.text(&name)) aria-describedby=[described];
                }
            },
        }
    }
}

fn receipt(reader: &Reader, vote: &Vote) -> Markup {
    let language = reader.language;
    let title = say!(language, "ballot-receipt-title");
    let here = reader.place.split('?').next().unwrap_or_default();
    let body = html! {
        h1.vk-title { (title) }
        p.vk-lead role="status" { (say!(language, "ballot-receipt-lead")) }
        p { (say!(language, "ballot-secret", day = format::date(language, vote.closes))) }
        ul.vk-ways {
            li { a.ds-link href=(reader.addresses.to(here)) { (say!(language, "ballot-change")) } }
            li { a.ds-link href=(reader.addresses.vote(&vote.id)) { (say!(language, "ballot-about")) } }
        }
    };
    page::narrow(reader, &title, &body)
}

/// Another ballot was cast by this link or for this organisation after the form was opened.
fn stale(reader: &Reader, vote: &Vote) -> Markup {
    let here = reader.place.split('?').next().unwrap_or_default();
    said(
        reader,
        vote,
        "ballot-stale",
        &html! {
            li { a.ds-link href=(reader.addresses.to(here)) { (say!(reader.language, "ballot-again")) } }
        },
    )
}

/// The vote takes no ballots today.
fn closed(reader: &Reader, vote: &Vote) -> Response {
    let (status, key) = match vote.phase(reader.today) {
        Phase::Draft | Phase::Announced => (StatusCode::FORBIDDEN, "ballot-early"),
        Phase::Open | Phase::Ended | Phase::Closed => (StatusCode::GONE, "ballot-late"),
    };
    private(status, &said(reader, vote, key, &html! {}))
}

/// A link that leads nowhere; whoever tries many of them is told to wait.
fn nowhere(app: &App, reader: &Reader, vote: &Vote, origin: &Origin) -> Response {
    if app.dead_link_limit.allows(origin, vote.id.as_str(), app.now()) {
        return dead(reader, vote);
    }
    tracing::warn!(vote = %vote.id, "links that lead nowhere were tried too often");
    let mut response = private(StatusCode::TOO_MANY_REQUESTS, &said(reader, vote, "ballot-flood", &html! {}));
    response
        .headers_mut()
        .insert(header::RETRY_AFTER, header::HeaderValue::from_static("3600"));
    response
}

/// A link that was never made, that a newer one took the place of, or that is another vote's.
fn dead(reader: &Reader, vote: &Vote) -> Response {
    private(StatusCode::GONE, &said(reader, vote, "ballot-dead", &html! {}))
}

fn said(reader: &Reader, vote: &Vote, key: &str, ways: &Markup) -> Markup {
    let language = reader.language;
    let title = say!(language, &format!("{key}-title"));
    let day = match vote.phase(reader.today) {
        Phase::Draft | Phase::Announced => vote.opens,
        _ => vote.closes,
    };
    let body = html! {
        h1.vk-title { (title) }
        p.vk-lead { (say!(language, key, day = format::date(language, day), contact = reader.state().programme.contact.as_str())) }
        ul.vk-ways {
            (ways)
            li { a.ds-link href=(reader.addresses.vote(&vote.id)) { (say!(language, "ballot-about")) } }
        }
    };
    page::narrow(reader, &title, &body)
}
