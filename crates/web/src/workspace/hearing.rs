//! Hearings in the workspace: planned, opened, followed, and every statement shown and answered for.

use axum::Router;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use axum::routing::{get, post};
use jiff::ToSpan;
use maud::{Markup, html};
use programme::hearing::{Assessment, Change as Hear, Circle, Kind, Moderation, Outcome, Phase, Publication, Reason, matrix, subject};
use programme::{Change, Hearing, HearingId, Language, Refusal, Statement, Text, identifier_from, last_moment};
use publishing::mail::{self, Mail};
use publishing::{format, say};
use store::Instant;
use store::links::{self, Invitation, Invited};

use super::account::{self, Account};
use super::{choices, editor, faults, notice, saved};
use crate::app::App;
use crate::form::{Choice, Fields, Form, Mistake, Reading, field};
use crate::hearing::{deadline_words, matrix_tables, phase_mark, publication_words, said, sender, sender_words};
use crate::page::{self, Place};
use crate::problem::Problem;
use crate::session::{Member, Posted};
use crate::widget::{crumbs, date};
use crate::wording::inline;

pub(super) fn routes() -> Router<App> {
    Router::new()
        .route("/{programme}/arbeid/hoeringer", get(list))
        .route("/{programme}/arbeid/hoeringer/ny", get(new).post(create))
        .route("/{programme}/arbeid/hoeringer/{hearing}", get(overview))
        .route("/{programme}/arbeid/hoeringer/{hearing}/apne", post(open))
        .route("/{programme}/arbeid/hoeringer/{hearing}/frist", post(extend))
        .route("/{programme}/arbeid/hoeringer/{hearing}/inviter", post(invite))
        .route("/{programme}/arbeid/hoeringer/{hearing}/avslutt", post(conclude))
        .route("/{programme}/arbeid/hoeringer/{hearing}/innspill/{number}", get(statement))
        .route("/{programme}/arbeid/hoeringer/{hearing}/innspill/{number}/vis", post(moderate))
        .route("/{programme}/arbeid/hoeringer/{hearing}/innspill/{number}/vurder", post(assess))
}

const KIND: &str = "hearing";

type Place2 = Path<(String, String)>;
type Place3 = Path<(String, String, String)>;

fn find<'a>(member: &'a Member, id: &str) -> Result<&'a Hearing, Problem> {
    if !member.actor.may_see_all() {
        return Err(Problem::Forbidden);
    }
    let id: HearingId = id.parse().map_err(|_| Problem::NotFound)?;
    member.reader.state().hearing(&id).ok_or(Problem::NotFound)
}

async fn list(member: Member) -> Markup {
    let (reader, language) = (&member.reader, member.reader.language);
    let seen = reader.state().hearings.iter().rev();
    let seen: Vec<&Hearing> = seen
        .filter(|hearing| member.actor.may_see_all() || hearing.is_published())
        .collect();
    let title = say!(language, "nav-hearings");
    let body = html! {
        (notice(reader))
        h1.vk-title { (title) }
        @if member.actor.may_edit_all() { div.vk-actions { a.ds-button href=(reader.addresses.workspace("/hoeringer/ny")) { (say!(language, "hearing-new")) } } }
        @if seen.is_empty() { div.vk-empty { p { (say!(language, "hearings-open-none")) } } }
        ul.vk-rows { @for hearing in seen { (row(&member, hearing)) } }
    };
    page::workspace(reader, Place::Hearings, &title, &body)
}

fn row(member: &Member, hearing: &Hearing) -> Markup {
    let (reader, language) = (&member.reader, member.reader.language);
    let waiting = reader
        .state()
        .statements_to(&hearing.id)
        .filter(|one| one.lacks_assessment())
        .count();
    let place = if member.actor.may_see_all() {
        reader.addresses.workspace(&format!("/hoeringer/{}", hearing.id))
    } else {
        reader.addresses.hearing(&hearing.id)
    };
    html! {
        li.vk-row {
            a.vk-row__title href=(place) { (inline(language, &hearing.title)) }
            span.vk-row__side { (phase_mark(reader, hearing)) }
            p.vk-row__detail { (deadline_words(reader, hearing)) " " (say!(language, "hearing-to-assess", count = waiting)) }
        }
    }
}

async fn new(member: Member) -> Result<Response, Problem> {
    editor(&member)?;
    let today = member.reader.today;
    let mut fields = Fields::default();
    fields.add("kind", &Kind::Free.word());
    fields.add("circles", &Circle::Public.word());
    fields.add("circles", &Circle::Partners.word());
    fields.add("opens", &today);
    fields.add("deadline", &today.saturating_add(21.days()));
    fields.add_tick("every-measure", true);
    if let Some(plan) = member.reader.state().newest_plan() {
        fields.add("plan", &plan.id);
    }
    Ok(sheet(&member, &fields, &[]).into_response())
}

fn sheet(member: &Member, fields: &Fields, mistakes: &[Mistake]) -> Markup {
    let (reader, language) = (&member.reader, member.reader.language);
    let form = Form { reader, fields, mistakes };
    let back = reader.addresses.workspace("/hoeringer");
    let kinds = Kind::ALL.map(|kind| Choice::new(&kind.word(), say!(language, &format!("hearing-kind-{}", kind.word()))));
    let circles = [Circle::Public, Circle::Residents, Circle::Partners]
        .map(|circle| Choice::new(&circle.word(), say!(language, &format!("circle-{}", circle.word()))));
    let title = say!(language, "hearing-new");
    let parts = html! {
        (form.wordings(field("title").hint("field-title-hint"), 1))
        (form.wordings(field("body").hint("hearing-body-hint"), 6))
        (form.buttons(field("kind"), &kinds))
        (form.boxes(field("circles"), &circles))
        div.vk-form__row { (form.date(field("opens"))) (form.date(field("deadline").hint("hearing-deadline-hint"))) }
        (form.choice(field("plan").optional(), Some("form-nothing"), &choices::action_plans(reader)))
        (form.tick(field("every-measure")))
        (form.prose(field("questions").hint("hearing-questions-hint").optional(), 4))
    };
    let body = html! {
        (crumbs(reader, &[(back.clone(), html! { (say!(language, "nav-hearings")) })], &html! { (title) }))
        h1.vk-title { (title) }
        (form.draw(&format!("{back}/ny"), &say!(language, "form-save"), &back, &parts))
    };
    page::workspace(reader, Place::Hearings, &title, &body)
}

fn read(reading: &mut Reading<'_>, member: &Member) -> Option<Hearing> {
    let fields = reading.fields;
    let (opens, deadline) = (reading.date("opens")?, reading.date("deadline")?);
    if fields.wordings("title").is_empty() {
        reading.wrong("title-nb", "fault-empty");
    }
    let chosen = Kind::ALL.into_iter().find(|kind| kind.word() == fields.text("kind"));
    if chosen.is_none() {
        reading.wrong("kind", "mistake-choice");
    }
    let lines = fields.text("questions").lines().map(str::trim).filter(|line| !line.is_empty());
    Some(Hearing {
        id: identifier_from(fields.wordings("title").plain(Language::Nb)).parse().ok()?,
        title: fields.wordings("title"),
        kind: chosen?,
        circles: Circle::ALL
            .into_iter()
            .filter(|circle| fields.holds("circles", circle.word()))
            .collect(),
        forum: None,
        opens,
        deadline,
        extensions: Vec::new(),
        plan: reading.optional_choice("plan"),
        every_measure: fields.has("every-measure"),
        measures: Vec::new(),
        questions: lines.map(|line| Text::default().with(member.reader.language, line)).collect(),
        opened: None,
        draft: None,
        invited: Vec::new(),
        conclusion: None,
        body: fields.wordings("body"),
        example: false,
    })
}

async fn create(State(app): State<App>, member: Member, Posted(fields): Posted) -> Result<Response, Problem> {
    editor(&member)?;
    let again = |mistakes: &[Mistake]| Ok((StatusCode::UNPROCESSABLE_ENTITY, sheet(&member, &fields, mistakes)).into_response());
    let mut reading = Reading::new(&fields, member.reader.language);
    let hearing = read(&mut reading, &member);
    let hearing = match reading.done(hearing) {
        Ok(hearing) => hearing,
        Err(mistakes) => return again(&mistakes),
    };
    let place = format!("/hoeringer/{}", hearing.id);
    let change = Hear::Save {
        hearing: Box::new(hearing),
        on: member.reader.today,
        base: None,
    };
    match account::apply(&app, &member, Account::because(""), Change::Hearing(change)).await {
        Ok(_) => Ok(saved(&member.reader, &place, "hoering")),
        Err(Refusal::Faults(found)) => again(&faults::mistakes(member.reader.language, KIND, &found, &fields)),
        Err(Refusal::Conflict { .. }) => again(&[super::taken(&member.reader)]),
        Err(other) => Err(other.into()),
    }
}

async fn overview(member: Member, Path((_, id)): Place2) -> Result<Markup, Problem> {
    let hearing = find(&member, &id)?;
    Ok(shown(&member, hearing, &Fields::default(), &[]))
}

fn shown(member: &Member, hearing: &Hearing, fields: &Fields, mistakes: &[Mistake]) -> Markup {
    let (reader, language) = (&member.reader, member.reader.language);
    let form = Form { reader, fields, mistakes };
    let place = |end: &str| reader.addresses.workspace(&format!("/hoeringer/{}{end}", hearing.id));
    let phase = hearing.phase(reader.today);
    let body = html! {
        (notice(reader))
        (crumbs(reader, &[(reader.addresses.workspace("/hoeringer"), html! { (say!(language, "nav-hearings")) })], &inline(language, &hearing.title)))
        h1.vk-title { (inline(language, &hearing.title)) }
        p.vk-standing { (phase_mark(reader, hearing)) }
        p.vk-lead { (deadline_words(reader, hearing)) }
        (form.summary())
        @if hearing.is_published() {
            ul.vk-ways { li { a.ds-link href=(reader.addresses.hearing(&hearing.id)) { (say!(language, "public-page")) } } }
            (queue(member, hearing, None))
            section.vk-section aria-labelledby="svar" {
                h2.vk-section__title id="svar" { (say!(language, "matrix-title")) }
                (matrix_tables(reader, &matrix(reader.state(), hearing), hearing))
            }
        }
        @if member.actor.may_govern() {
            @match phase {
                Phase::Draft => {
                    p { (say!(language, "hearing-open-lead")) }
                    (form.draw(&place("/apne"), &say!(language, "hearing-open"), &place(""), &html! {}))
                },
                Phase::Open | Phase::Closed => {
                    (section(reader, "frist", "hearing-extend", &form.draw(&place("/frist"), &say!(language, "hearing-extend"), &place(""), &html! {
                        (form.date(field("deadline")))
                        (form.wordings(field("reason"), 2))
                    })))
                    @if phase == Phase::Open {
                        (section(reader, "inviter", "hearing-invite", &form.draw(&place("/inviter"), &say!(language, "hearing-invite"), &place(""), &html! {
                            (form.email(field("email")))
                            (form.choice(field("organisation"), None, &choices::organisations(reader)))
                        })))
                    } @else {
                        (section(reader, "avslutt", "hearing-conclude", &form.draw(&place("/avslutt"), &say!(language, "hearing-conclude"), &place(""), &html! {
                            (form.wordings(field("conclusion").hint("hearing-conclude-hint"), 4))
                        })))
                    }
                },
                Phase::Assessed => {},
            }
        }
    };
    page::workspace(reader, Place::Hearings, reader.plain(&hearing.title), &body)
}

fn section(reader: &crate::reader::Reader, id: &str, key: &str, content: &Markup) -> Markup {
    html! { section.vk-section aria-labelledby=(id) { h2.vk-section__title id=(id) { (say!(reader.language, key)) } (content) } }
}

/// The statements, those that wait for an answer first.
fn queue(member: &Member, hearing: &Hearing, here: Option<u32>) -> Markup {
    let (reader, language) = (&member.reader, member.reader.language);
    let mut all: Vec<&Statement> = reader.state().statements_to(&hearing.id).collect();
    all.sort_by_key(|one| (!one.lacks_assessment(), one.number));
    html! {
        nav aria-label=(say!(language, "statements-title", count = all.len())) {
            ul.vk-queue {
                @for one in all {
                    li {
                        a.vk-queue__item href=(reader.addresses.workspace(&format!("/hoeringer/{}/innspill/{}", hearing.id, one.number)))
                            aria-current=[(here == Some(one.number)).then_some("true")] data-done[!one.lacks_assessment()] {
                            span { (say!(language, "statement-title", number = one.number.to_string())) ", " (sender_words(reader, one)) }
                            small { (say!(language, &format!("publication-{}", one.publication().word()))) }
                        }
                    }
                }
            }
        }
    }
}

/// Carries out a change to a hearing, or shows its page again with what stands in the way.
async fn does(app: &App, member: &Member, hearing: &Hearing, fields: &Fields, change: Hear) -> Result<Response, Problem> {
    match account::apply(app, member, Account::because(""), Change::Hearing(change)).await {
        Ok(_) => Ok(saved(&member.reader, &format!("/hoeringer/{}", hearing.id), "hoering")),
        Err(Refusal::Faults(found)) => {
            let mistakes = faults::mistakes(member.reader.language, KIND, &found, fields);
            Ok((StatusCode::UNPROCESSABLE_ENTITY, shown(member, hearing, fields, &mistakes)).into_response())
        }
        Err(other) => Err(other.into()),
    }
}

fn base(member: &Member, hearing: &Hearing) -> Option<i64> {
    member.reader.snapshot.version(KIND, hearing.id.as_str())
}

async fn open(State(app): State<App>, member: Member, Path((_, id)): Place2, Posted(fields): Posted) -> Result<Response, Problem> {
    let hearing = find(&member, &id)?;
    let change = Hear::Open {
        hearing: hearing.id.clone(),
        on: member.reader.today,
        base: base(&member, hearing),
    };
    does(&app, &member, hearing, &fields, change).await
}

async fn extend(State(app): State<App>, member: Member, Path((_, id)): Place2, Posted(fields): Posted) -> Result<Response, Problem> {
    let hearing = find(&member, &id)?;
    let mut reading = Reading::new(&fields, member.reader.language);
    let deadline = reading.date("deadline");
    if fields.wordings("reason").is_empty() {
        reading.wrong("reason-nb", "fault-empty");
    }
    match reading.done(deadline) {
        Ok(deadline) => {
            let change = Hear::Extend {
                hearing: hearing.id.clone(),
                deadline,
                reason: fields.wordings("reason"),
                on: member.reader.today,
                base: base(&member, hearing),
            };
            does(&app, &member, hearing, &fields, change).await
        }
        Err(mistakes) => Ok((StatusCode::UNPROCESSABLE_ENTITY, shown(&member, hearing, &fields, &mistakes)).into_response()),
    }
}

async fn conclude(State(app): State<App>, member: Member, Path((_, id)): Place2, Posted(fields): Posted) -> Result<Response, Problem> {
    let hearing = find(&member, &id)?;
    let change = Hear::Conclude {
        hearing: hearing.id.clone(),
        text: fields.wordings("conclusion"),
        on: member.reader.today,
        base: base(&member, hearing),
    };
    does(&app, &member, hearing, &fields, change).await
}

/// Sends a personal link by which somebody answers for an organisation.
async fn invite(State(app): State<App>, member: Member, Path((_, id)): Place2, Posted(fields): Posted) -> Result<Response, Problem> {
    let hearing = find(&member, &id)?;
    if !member.actor.may_govern() {
        return Err(Problem::Forbidden);
    }
    let (reader, language) = (&member.reader, member.reader.language);
    let mut reading = Reading::new(&fields, language);
    let email = fields.text("email").to_lowercase();
    if !mail::is_address(&email) {
        reading.wrong("email", "sign-in-address-wrong");
    }
    let organisation: Option<programme::OrganisationId> = reading.choice("organisation");
    if organisation.as_ref().is_some_and(|id| !hearing.may_answer(id)) {
        reading.wrong("organisation", "trouble-not-asked");
    }
    let organisation = match reading.done(organisation) {
        Ok(organisation) => organisation,
        Err(mistakes) => return Ok((StatusCode::UNPROCESSABLE_ENTITY, shown(&member, hearing, &fields, &mistakes)).into_response()),
    };
    let subject = subject(&reader.state().programme.id, &hearing.id);
    let invitation = Invitation {
        circle: Circle::Partners.word().to_owned(),
        organisation: Some(organisation.to_string()),
        email: email.clone(),
        language: language.to_string(),
        expires: last_moment(hearing.deadline),
    };
    let now = Instant::new(app.now());
    let store = app.programmes.store();
    let made = store
        .write(move |transaction| Box::pin(async move { links::invite(transaction, &subject, &invitation, now).await }))
        .await?;
    if let Invited::Link(token) = made {
        let link = format!(
            "{}{}",
            app.settings.public_url,
            reader.addresses.hearing_answer_by(&hearing.id, &token)
        );
        let (title, name) = (reader.plain(&hearing.title), reader.plain(&reader.state().programme.name));
        let day = format::date(language, hearing.deadline);
        let mail = Mail {
            to: email,
            subject: say!(language, "hearing-mail-subject", title = title),
            text: say!(
                language,
                "hearing-mail-text",
                title = title,
                day = day,
                link = link,
                programme = name
            ),
        };
        app.mailer.send(&mail, app.now()).await.map_err(Problem::internal)?;
    }
    Ok(saved(reader, &format!("/hoeringer/{id}"), "invitert"))
}

fn find_statement<'a>(member: &'a Member, id: &str, number: &str) -> Result<(&'a Hearing, &'a Statement), Problem> {
    let hearing = find(member, id)?;
    let number: u32 = number.parse().map_err(|_| Problem::NotFound)?;
    let statement = member.reader.state().statement(&hearing.id, number).ok_or(Problem::NotFound)?;
    Ok((hearing, statement))
}

async fn statement(member: Member, Path((_, id, number)): Place3) -> Result<Markup, Problem> {
    let (hearing, statement) = find_statement(&member, &id, &number)?;
    let mut fields = Fields::default();
    let newest = statement.moderation.last();
    fields.add("publication", &statement.publication().word());
    fields.add("point", &newest.and_then(|newest| newest.reason).map_or("", Reason::word));
    if let Some(assessment) = &statement.assessment {
        fields.add("becomes", &assessment.outcome.word());
        fields.add_wordings("assessment", &assessment.text);
        fields.add_all("changed", &assessment.changed);
        fields.add_wordings("assessed-by", &assessment.by);
    }
    let version = member.reader.snapshot.version("statement", &statement.key());
    fields.add("base", &version.unwrap_or_default());
    Ok(one(&member, hearing, statement, &fields, &[]))
}

fn one(member: &Member, hearing: &Hearing, statement: &Statement, fields: &Fields, mistakes: &[Mistake]) -> Markup {
    let (reader, language) = (&member.reader, member.reader.language);
    let form = Form { reader, fields, mistakes };
    let place = reader
        .addresses
        .workspace(&format!("/hoeringer/{}/innspill/{}", hearing.id, statement.number));
    let above = reader.addresses.workspace(&format!("/hoeringer/{}", hearing.id));
    let title = say!(language, "statement-title", number = statement.number.to_string());
    let words = |key: &str, word: &str| Choice::new(&word, say!(language, &format!("{key}-{word}")));
    let shown = [Publication::Published, Publication::Withheld].map(|one| words("publication", one.word()));
    let points = Reason::ALL.map(|one| words("moderation-reason", one.word()));
    let outcomes = Outcome::ALL.map(|one| words("outcome", one.word()));
    let ways = [
        (reader.addresses.workspace("/hoeringer"), html! { (say!(language, "nav-hearings")) }),
        (above.clone(), inline(language, &hearing.title)),
    ];
    let body = html! {
        (notice(reader))
        (crumbs(reader, &ways, &html! { (title) }))
        h1.vk-title { (title) }
        p.vk-lead { (sender(reader, statement)) ", " (date(language, statement.received)) }
        div.vk-work {
            div.vk-work__list { (queue(member, hearing, Some(statement.number))) }
            div.vk-work__detail {
                @if !statement.is_public() { p.vk-small { (publication_words(reader, statement)) } }
                (said(reader, hearing, statement))
                (form.summary())
                @if member.actor.may_edit_all() {
                    (section(reader, "vis", "statement-show", &form_of(&form, &format!("{place}/vis"), &html! {
                        (form.buttons(field("publication"), &shown))
                        (form.choice(field("point").optional(), Some("form-nothing"), &points))
                    })))
                    (section(reader, "vurder", "statement-assess", &form_of(&form, &format!("{place}/vurder"), &html! {
                        (form.buttons(field("becomes"), &outcomes))
                        (form.wordings(field("assessment"), 4))
                        (form.boxes(field("changed").optional(), &choices::measures(reader)))
                        (form.wordings(field("assessed-by"), 1))
                    })))
                }
            }
        }
    };
    page::workspace(reader, Place::Hearings, &title, &body)
}

fn form_of(form: &Form<'_>, action: &str, parts: &Markup) -> Markup {
    html! {
        form.vk-form method="post" action=(action) {
            (crate::widget::csrf(form.reader))
            (form.hidden("base"))
            (parts)
            div.vk-actions { button.ds-button type="submit" { (say!(form.reader.language, "form-save")) } }
        }
    }
}

/// Carries out what is said of a statement, or shows it again.
async fn says(
    app: &App,
    member: &Member,
    of: (&Hearing, &Statement),
    fields: &Fields,
    change: Result<Hear, Vec<Mistake>>,
) -> Result<Response, Problem> {
    let again = |status, mistakes: &[Mistake]| Ok((status, one(member, of.0, of.1, fields, mistakes)).into_response());
    let change = match change {
        Ok(change) => change,
        Err(mistakes) => return again(StatusCode::UNPROCESSABLE_ENTITY, &mistakes),
    };
    match account::apply(app, member, Account::because(""), Change::Hearing(change)).await {
        Ok(_) => Ok(saved(
            &member.reader,
            &format!("/hoeringer/{}/innspill/{}", of.0.id, of.1.number),
            "hoering",
        )),
        Err(Refusal::Faults(found)) => {
            let mistakes = faults::mistakes(member.reader.language, "statement", &found, fields);
            again(StatusCode::UNPROCESSABLE_ENTITY, &mistakes)
        }
        Err(Refusal::Conflict { .. }) => {
            let text = say!(member.reader.language, "conflict-title");
            again(
                StatusCode::CONFLICT,
                &[Mistake {
                    field: String::new(),
                    text,
                }],
            )
        }
        Err(other) => Err(other.into()),
    }
}

async fn moderate(
    State(app): State<App>,
    member: Member,
    Path((_, id, number)): Place3,
    Posted(fields): Posted,
) -> Result<Response, Problem> {
    editor(&member)?;
    let (hearing, statement) = find_statement(&member, &id, &number)?;
    let mut reading = Reading::new(&fields, member.reader.language);
    let options = [Publication::Published, Publication::Withheld];
    let decision = options.into_iter().find(|one| one.word() == fields.text("publication"));
    if decision.is_none() {
        reading.wrong("publication", "mistake-choice");
    }
    let point = Reason::ALL.into_iter().find(|one| one.word() == fields.text("point"));
    let change = decision.map(|decision| Hear::Moderate {
        hearing: hearing.id.clone(),
        number: statement.number,
        moderation: Moderation {
            date: member.reader.today,
            decision,
            reason: point.filter(|_| decision == Publication::Withheld),
            note: Text::default(),
        },
        base: fields.text("base").parse().ok(),
    });
    says(&app, &member, (hearing, statement), &fields, reading.done(change)).await
}

async fn assess(
    State(app): State<App>,
    member: Member,
    Path((_, id, number)): Place3,
    Posted(fields): Posted,
) -> Result<Response, Problem> {
    editor(&member)?;
    let (hearing, statement) = find_statement(&member, &id, &number)?;
    let mut reading = Reading::new(&fields, member.reader.language);
    let outcome = Outcome::ALL.into_iter().find(|one| one.word() == fields.text("becomes"));
    if outcome.is_none() {
        reading.wrong("becomes", "mistake-choice");
    }
    for name in ["assessment", "assessed-by"] {
        if fields.wordings(name).is_empty() {
            reading.wrong(&format!("{name}-nb"), "fault-empty");
        }
    }
    let change = outcome.map(|outcome| Hear::Assess {
        hearing: hearing.id.clone(),
        number: statement.number,
        assessment: Assessment {
            outcome,
            text: fields.wordings("assessment"),
            changed: reading.boxes("changed", &[]),
            by: fields.wordings("assessed-by"),
            date: member.reader.today,
        },
        base: fields.text("base").parse().ok(),
    });
    says(&app, &member, (hearing, statement), &fields, reading.done(change)).await
}
