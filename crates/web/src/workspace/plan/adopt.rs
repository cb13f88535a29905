//! Adopting a revision: the lead sees what the body has adopted, and says when, where and why. It is never changed
//! afterwards.

use axum::extract::{Path, Query, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use jiff::civil::Date;
use maud::{Markup, html};
use programme::shock::Queue;
use programme::{ActionPlan, AdoptedPlan, Change, Language, Refusal, Shares, hearing, shock};
use publishing::{format, say};
use serde::Deserialize;

use super::preview::Preview;
use super::{KIND, find};
use crate::app::App;
use crate::form::{Fields, Form, Mistake, Reading, field};
use crate::horizon;
use crate::page::{self, Place};
use crate::problem::Problem;
use crate::reader::Reader;
use crate::session::{Member, Posted};
use crate::widget::crumbs;
use crate::wording::inline;
use crate::workspace::account::{self, Account};
use crate::workspace::{faults, saved};

#[derive(Deserialize)]
pub(super) struct On {
    /// The day of which the plan is adopted; today where it is none.
    dato: Option<String>,
}

fn of_lead<'a>(member: &'a Member, id: &str) -> Result<&'a ActionPlan, Problem> {
    if member.actor.may_govern() {
        find(member, id)
    } else {
        Err(Problem::Forbidden)
    }
}

pub(super) async fn ask(
    State(app): State<App>,
    member: Member,
    Path((_, id)): Path<(String, String)>,
    Query(on): Query<On>,
) -> Result<Response, Problem> {
    let plan = of_lead(&member, &id)?;
    let today = member.reader.today;
    let day = on
        .dato
        .and_then(|day| day.parse().ok())
        .filter(|day| *day <= today)
        .unwrap_or(today);
    let mut fields = Fields::default();
    fields.add("adopted", &day);
    fields.add("seen", &member.reader.snapshot.sequence);
    Ok(page(&app, &member, plan, day, &fields, &[]).await?.into_response())
}

pub(super) async fn adopt(
    State(app): State<App>,
    member: Member,
    Path((_, id)): Path<(String, String)>,
    Posted(mut fields): Posted,
) -> Result<Response, Problem> {
    let plan = of_lead(&member, &id)?;
    let mut reading = Reading::new(&fields, member.reader.language);
    let day = read_day(&mut reading, &member, plan);
    if fields.wordings("decided-by").is_empty() {
        reading.wrong("decided-by-nb", "fault-empty");
    }
    let case = reading.line("case", "fault-empty");
    reading.not_too_long("reason-nb", 2000);
    reading.not_too_long("floor-reason-nb", 2000);
    let newest = member.reader.snapshot.sequence.to_string();
    if fields.text("seen") != newest {
        reading.wrong("", "adopt-stale");
    }
    let mistakes = match reading.done(day) {
        Ok(adopted) => match account::apply(&app, &member, reason(&fields), change(&member, plan, adopted, &fields, case)).await {
            Ok(_) => return Ok(saved(&member.reader, "/handlingsplan", "revisjon")),
            Err(Refusal::Faults(found)) => faults::mistakes(member.reader.language, KIND, &found, &fields),
            Err(Refusal::Missing) => Vec::from([missing(&member)]),
            Err(other) => return Err(other.into()),
        },
        Err(mistakes) => mistakes,
    };
    fields.set("seen", &newest);
    let day = day.unwrap_or(member.reader.today);
    let page = page(&app, &member, plan, day, &fields, &mistakes).await?;
    Ok((StatusCode::UNPROCESSABLE_ENTITY, page).into_response())
}

fn change(member: &Member, plan: &ActionPlan, adopted: Date, fields: &Fields, case: String) -> Change {
    let newest = member.reader.state().revisions_of(&plan.id).last();
    Change::AdoptRevision {
        plan: plan.id.clone(),
        adopted,
        body: fields.wordings("decided-by"),
        case,
        reason: fields.wordings("reason"),
        floor_reason: fields.wordings("floor-reason"),
        after: newest.map_or(0, |revision| revision.number),
    }
}

/// The journal's why is the reason of the revision.
fn reason(fields: &Fields) -> Account {
    Account::because(fields.wordings("reason").plain(Language::Nb))
}

/// The plan was not there yet on that day.
fn missing(member: &Member) -> Mistake {
    Mistake {
        field: String::new(),
        text: say!(member.reader.language, "adopt-too-early"),
    }
}

/// Revisions follow each other in time, and none lies ahead.
fn read_day(reading: &mut Reading<'_>, member: &Member, plan: &ActionPlan) -> Option<Date> {
    let day = reading.date("adopted")?;
    let last = member.reader.state().revisions_of(&plan.id).last();
    if day > member.reader.today {
        reading.wrong("", "mistake-future");
    }
    if last.is_some_and(|last| day < last.adopted) {
        reading.wrong("", "adopt-before-last");
    }
    Some(day)
}

async fn page(app: &App, member: &Member, plan: &ActionPlan, day: Date, fields: &Fields, mistakes: &[Mistake]) -> Result<Markup, Problem> {
    let (reader, language) = (&member.reader, member.reader.language);
    let then = app.programmes.on(&reader.state().programme.id, day).await?;
    let next = then.and_then(|then| shock::draft_on(then, reader.state(), &plan.id, day));
    let floor = reader.state().programme.long_term_floor;
    let is_under = |next: &AdoptedPlan| floor.filter(|floor| Shares::of(&next.measures, &next.plan).is_under(*floor));
    let crossed = next.as_ref().and_then(is_under);
    let shares = next.as_ref().map(|next| Shares::of(&next.measures, &next.plan));
    let form = Form { reader, fields, mistakes };
    let title = say!(language, "adopt-title", title = reader.plain(&plan.title));
    let ways = [(reader.addresses.workspace("/handlingsplan"), html! { (say!(language, "nav-plan")) })];
    let body = html! {
        (crumbs(reader, &ways, &inline(language, &plan.title)))
        h1.vk-title { (title) }
        p.vk-lead { (say!(language, "adopt-lead")) }
        (day_form(member, plan, day))
        (undecided(reader, plan))
        (unanswered(reader, plan))
        @match next {
            Some(next) => {
                section.vk-section aria-labelledby="vedtas" {
                    h2.vk-section__title id="vedtas" { (say!(language, "adopt-what", day = format::date(language, day))) }
                    (Preview::new(next, reader.state().revisions_of(&plan.id).last()).show(reader))
                }
                @if let Some(shares) = &shares {
                    section.vk-section aria-labelledby="horisontene" {
                        h2.vk-section__title id="horisontene" { (say!(language, "adopt-horizons")) }
                        (horizon::shown(reader, None, None, shares, floor))
                    }
                }
                (decision(&form, plan, crossed))
            },
            None => { (form.summary()) p { (say!(language, "adopt-too-early")) } },
        }
    };
    Ok(page::workspace(reader, Place::Plans, &title, &body))
}

/// What waits in the queues of shocks: it can be adopted without, and whoever does knows it.
fn undecided(reader: &Reader, plan: &ActionPlan) -> Markup {
    let (language, state) = (reader.language, reader.state());
    let queues = state.shocks.iter().map(|shock| Queue::of(state, shock, reader.today));
    let waiting = |queue: Queue<'_>| {
        let measures = queue.waiting().filter(|item| item.measure.plan == plan.id).count();
        let goals = queue.goals.iter().filter(|goal| goal.waits(reader.today)).count();
        (
            queue.shock.id.clone(),
            measures,
            if measures > 0 || queue.decided() > 0 { goals } else { 0 },
        )
    };
    let found: Vec<_> = queues.map(waiting).filter(|(_, measures, goals)| measures + goals > 0).collect();
    html! {
        @if !found.is_empty() {
            div.ds-alert data-color="warning" role="status" {
                @for (shock, measures, goals) in &found {
                    @let place = reader.addresses.workspace(&format!("/hendelser/{shock}"));
                    @if *measures > 0 { p.ds-paragraph { a.ds-link href=(place) { (say!(language, "adopt-waiting", count = *measures)) } "." } }
                    @if *goals > 0 { p.ds-paragraph { a.ds-link href=(format!("{place}/maal")) { (say!(language, "adopt-waiting-goals", count = *goals)) } "." } }
                }
                p.ds-paragraph { (say!(language, "adopt-waiting-lead")) }
            }
        }
    }
}

/// The statements that wait for an answer: until they have one, the plan is not adopted.
fn unanswered(reader: &Reader, plan: &ActionPlan) -> Markup {
    let (language, state) = (reader.language, reader.state());
    let waiting = hearing::unassessed(state, &plan.id);
    html! {
        @if !waiting.is_empty() {
            div.ds-alert data-color="warning" role="status" {
                p.ds-paragraph { (say!(language, "adopt-unanswered", count = waiting.len())) }
                ul.ds-list {
                    @for statement in waiting {
                        @let place = format!("/hoeringer/{}/innspill/{}", statement.hearing, statement.number);
                        li {
                            a.ds-link href=(reader.addresses.workspace(&place)) { (say!(language, "statement-title", number = statement.number.to_string())) }
                            @if let Some(hearing) = state.hearing(&statement.hearing) { ", " (inline(language, &hearing.title)) }
                        }
                    }
                }
            }
        }
    }
}

/// The plan can be adopted as it stood on an earlier day, when the body met.
fn day_form(member: &Member, plan: &ActionPlan, day: Date) -> Markup {
    let (reader, language) = (&member.reader, member.reader.language);
    html! {
        form.vk-filter method="get" action=(reader.addresses.workspace(&format!("/handlingsplan/{}/vedta", plan.id))) {
            div.ds-field {
                label.ds-label for="dato" { (say!(language, "field-adopted")) }
                input.ds-input type="date" id="dato" name="dato" value=(day) max=(reader.today);
            }
            button.ds-button data-variant="secondary" type="submit" { (say!(language, "adopt-show")) }
        }
    }
}

/// `crossed` is the floor, in per cent, that the plan would cross.
fn decision(form: &Form<'_>, plan: &ActionPlan, crossed: Option<u8>) -> Markup {
    let (reader, language) = (form.reader, form.reader.language);
    let back = reader.addresses.workspace("/handlingsplan");
    let action = format!("{back}/{}/vedta", plan.id);
    let parts = html! {
        (form.hidden("adopted"))
        (form.hidden("seen"))
        (form.wordings(field("decided-by").hint("field-decided-by-hint"), 1))
        (form.line(field("case").hint("field-case-hint")))
        (form.wordings(field("reason").hint("adopt-reason-hint").optional(), 3))
        @if let Some(floor) = crossed {
            p.vk-note { (say!(language, "adopt-floor-crossed", floor = u64::from(floor))) }
            (form.wordings(field("floor-reason"), 2))
        }
    };
    html! {
        section.vk-section aria-labelledby="vedtak" {
            h2.vk-section__title id="vedtak" { (say!(language, "adopt-decision")) }
            (form.draw(&action, &say!(language, "plan-adopt"), &back, &parts))
        }
    }
}
