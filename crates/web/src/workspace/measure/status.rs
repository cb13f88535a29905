//! How a measure is going: its page, and the form that says so. On hold, stopped and replaced demand a reason.

use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use maud::{Markup, html};
use programme::{Change, Measure, MeasureId, Refusal, Status, StatusChange};
use publishing::say;

use super::{KIND, Reach, seen};
use crate::app::App;
use crate::form::{Choice, Fields, Form, Mistake, Reading, field};
use crate::page::{self, Place};
use crate::problem::Problem;
use crate::session::{Member, Posted};
use crate::widget::{crumbs, date, horizon_key, money_bar_large, organisation, status};
use crate::wording::{example_mark, inline};
use crate::workspace::account::{self, Account};
use crate::workspace::{choices, faults, notice, saved};

/// What the form begins with.
pub(super) fn fields(member: &Member, measure: &Measure) -> Fields {
    let mut fields = Fields::default();
    let version = member.reader.snapshot.version(KIND, measure.id.as_str());
    fields.add("base", &version.unwrap_or_default());
    fields.add("status", &measure.current().word());
    fields.add("date", &member.reader.today);
    fields.add("reason-nb", &"");
    fields.add("replaced-by", &"");
    fields
}

pub(super) async fn change(
    State(app): State<App>,
    member: Member,
    Path((_, id)): Path<(String, String)>,
    Posted(fields): Posted,
) -> Result<Response, Problem> {
    let measure = seen(&member, &id)?;
    if !member.actor.may_report(measure) {
        return Err(Problem::Forbidden);
    }
    let again = |status, fields: &Fields, mistakes: &[Mistake], stale| {
        Ok((status, page(&member, measure, fields, mistakes, stale)).into_response())
    };
    let (change, account) = match read(&fields, &member) {
        Ok(read) => read,
        Err(mistakes) => return again(StatusCode::UNPROCESSABLE_ENTITY, &fields, &mistakes, false),
    };
    let change = Change::ChangeStatus {
        measure: measure.id.clone(),
        change,
        base: fields.text("base").parse().ok(),
    };
    match account::apply(&app, &member, account, change).await {
        Ok(_) => Ok(saved(&member.reader, &format!("/tiltak/{id}"), "status")),
        Err(Refusal::Faults(found)) => {
            let mistakes = faults::mistakes(member.reader.language, KIND, &found, &fields);
            again(StatusCode::UNPROCESSABLE_ENTITY, &fields, &mistakes, false)
        }
        Err(Refusal::Conflict { entry }) => {
            let mut fields = fields;
            fields.set("base", &entry);
            again(StatusCode::CONFLICT, &fields, &[], true)
        }
        Err(other) => Err(other.into()),
    }
}

struct StatusWord(Status);

impl std::str::FromStr for StatusWord {
    type Err = ();

    fn from_str(word: &str) -> Result<Self, ()> {
        let found = Status::ALL.into_iter().find(|status| status.word() == word);
        found.map(Self).ok_or(())
    }
}

fn read(fields: &Fields, member: &Member) -> Result<(StatusChange, Account), Vec<Mistake>> {
    let mut reading = Reading::new(fields, member.reader.language);
    let (status, day) = (reading.choice::<StatusWord>("status"), reading.date("date"));
    let replaced_by: Option<MeasureId> = reading.optional_choice("replaced-by");
    if day.is_some_and(|day| day > member.reader.today) {
        reading.wrong("date", "mistake-future");
    }
    let account = account::read(&mut reading, member);
    let change = status.zip(day).map(|(StatusWord(status), date)| StatusChange {
        date,
        status,
        reason: fields.wordings("reason"),
        replaced_by,
    });
    reading.done(change).map(|change| (change, account))
}

/// The page of a measure; `stale` where somebody has changed it since the form was opened.
pub(super) fn page(member: &Member, measure: &Measure, fields: &Fields, mistakes: &[Mistake], stale: bool) -> Markup {
    let (reader, language) = (&member.reader, member.reader.language);
    let form = Form { reader, fields, mistakes };
    let ways = [(reader.addresses.workspace(""), html! { (say!(language, "workspace-nav-home")) })];
    let title = inline(language, &measure.title);
    let body = html! {
        (notice(reader))
        (crumbs(reader, &ways, &title))
        h1.vk-title { (title) @if measure.example { (example_mark(language)) } }
        div.vk-work {
            (beside(member, measure))
            div.vk-work__detail {
                (now(member, measure))
                @if stale { (stale_notice(member)) }
                @if member.actor.may_report(measure) { (status_form(&form, member, measure)) }
            }
        }
    };
    page::workspace(reader, Place::Home, reader.plain(&measure.title), &body)
}

/// The measures of the same plan that the person sees.
fn beside(member: &Member, here: &Measure) -> Markup {
    let (reader, language) = (&member.reader, member.reader.language);
    html! {
        nav.vk-work__list aria-label=(say!(language, "workspace-measures")) {
            ul.vk-queue {
                @for measure in reader.state().measures_of(&here.plan).filter(|measure| crate::workspace::sees(&member.actor, measure)) {
                    li {
                        a.vk-queue__item href=(reader.addresses.workspace(&format!("/tiltak/{}", measure.id)))
                            aria-current=[(measure.id == here.id).then_some("true")] data-done[!measure.current().is_open()] {
                            span { (inline(language, &measure.title)) }
                            small { (say!(language, &format!("status-{}", measure.current().word()))) }
                        }
                    }
                }
            }
        }
    }
}

/// How it stands, and the ways on.
fn now(member: &Member, measure: &Measure) -> Markup {
    let (reader, language) = (&member.reader, member.reader.language);
    let place = |end: &str| reader.addresses.workspace(&format!("/tiltak/{}{end}", measure.id));
    html! {
        @if let Some(last) = measure.status.last() {
            p { (status(language, last.status)) " " (date(language, last.date)) }
            @if !last.reason.is_empty() { p.vk-reason { (inline(language, &last.reason)) } }
        }
        dl.vk-facts {
            div { dt { (say!(language, "field-responsible")) } dd { (organisation(reader, &measure.responsible)) } }
            div { dt { (say!(language, "field-horizon")) } dd { (say!(language, horizon_key(measure.horizon))) } }
            div { dt { (say!(language, "field-period")) } dd { (date(language, measure.starts)) " – " (date(language, measure.ends)) } }
            div { dt { (say!(language, "field-money")) } dd { (money_bar_large(language, &measure.money())) } }
        }
        ul.vk-ways {
            @if Reach::of(&member.actor, measure).is_some() { li { a.ds-link href=(place("/endre")) { (say!(language, "measure-edit")) } } }
            li { a.ds-link href=(place("/historie")) { (say!(language, "history")) } }
            li { a.ds-link href=(reader.addresses.measure(&measure.id)) { (say!(language, "public-page")) } }
            @if member.actor.may_govern() { li { a.ds-link href=(place("/fjern")) { (say!(language, "measure-remove")) } } }
        }
    }
}

fn stale_notice(member: &Member) -> Markup {
    html! {
        div.ds-alert data-color="warning" role="alert" {
            h2.ds-heading data-size="2xs" { (say!(member.reader.language, "conflict-title")) }
            p.ds-paragraph { (say!(member.reader.language, "conflict-status")) }
        }
    }
}

fn status_form(form: &Form<'_>, member: &Member, measure: &Measure) -> Markup {
    let (reader, language) = (&member.reader, member.reader.language);
    let others: Vec<Choice> = choices::measures(reader)
        .into_iter()
        .filter(|choice| choice.value != measure.id.as_str())
        .collect();
    let home = reader.addresses.workspace("");
    let action = reader.addresses.workspace(&format!("/tiltak/{}/status", measure.id));
    let parts = html! {
        (form.hidden("base"))
        div.vk-form__row {
            (form.choice(field("status"), None, &choices::statuses(reader)))
            (form.date(field("date")))
        }
        (form.wordings(field("reason").hint("field-reason-hint").optional(), 3))
        (form.choice(field("replaced-by").hint("field-replaced-by-hint").optional(), Some("form-nothing"), &others))
        (account::parts(form, member))
    };
    html! {
        section.vk-section aria-labelledby="hvordan" {
            h2.vk-section__title id="hvordan" { (say!(language, "measure-how")) }
            (form.draw(&action, &say!(language, "status-save"), &home, &parts))
        }
    }
}
