//! Taking a shock back: only the lead may, and only while nothing that was decided on it acts.

use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use maud::{Markup, html};
use programme::{Change, Refusal, Shock, shock};
use publishing::say;

use super::{KIND, place, seen, ways};
use crate::app::App;
use crate::form::{Fields, Form, Mistake, Reading};
use crate::page::{self, Place};
use crate::problem::Problem;
use crate::session::{Member, Posted};
use crate::widget::crumbs;
use crate::workspace::{account, saved};

fn of_lead<'a>(member: &'a Member, id: &str) -> Result<&'a Shock, Problem> {
    if member.actor.may_govern() {
        seen(member, id)
    } else {
        Err(Problem::Forbidden)
    }
}

pub(super) async fn ask(member: Member, Path((_, id)): Path<(String, String)>) -> Result<Response, Problem> {
    let shock = of_lead(&member, &id)?;
    let mut fields = Fields::default();
    fields.add("base", &member.reader.snapshot.version(KIND, &id).unwrap_or_default());
    Ok(page(&member, shock, &fields, &[]).into_response())
}

pub(super) async fn withdraw(
    State(app): State<App>,
    member: Member,
    Path((_, id)): Path<(String, String)>,
    Posted(fields): Posted,
) -> Result<Response, Problem> {
    let shock = of_lead(&member, &id)?;
    let mut reading = Reading::new(&fields, member.reader.language);
    let account = account::read(&mut reading, &member);
    let again = |mistakes: &[Mistake]| Ok((StatusCode::UNPROCESSABLE_ENTITY, page(&member, shock, &fields, mistakes)).into_response());
    if !reading.mistakes.is_empty() {
        return again(&reading.mistakes);
    }
    let change = Change::Shock(shock::Change::Withdraw {
        shock: shock.id.clone(),
        base: fields.text("base").parse().ok(),
    });
    match account::apply(&app, &member, account, change).await {
        Ok(_) => Ok(saved(&member.reader, "/hendelser", "trukket")),
        Err(Refusal::Forbidden) => {
            reading.wrong("", "shock-acted-on");
            again(&reading.mistakes)
        }
        Err(other) => Err(other.into()),
    }
}

fn page(member: &Member, shock: &Shock, fields: &Fields, mistakes: &[Mistake]) -> Markup {
    let (reader, language) = (&member.reader, member.reader.language);
    let form = Form { reader, fields, mistakes };
    let title = say!(language, "shock-withdraw-title", title = reader.plain(&shock.title));
    let waiting = reader
        .state()
        .decisions
        .iter()
        .filter(|decision| decision.shock == shock.id)
        .count();
    let parts = html! { (form.hidden("base")) (account::parts(&form, member)) };
    let (action, back) = (place(reader, &shock.id, "/trekk"), place(reader, &shock.id, ""));
    let body = html! {
        (crumbs(reader, &ways(reader, shock), &html! { (say!(language, "shock-withdraw")) }))
        h1.vk-title { (title) }
        p.vk-lead { (say!(language, "shock-withdraw-lead", count = waiting)) }
        (form.draw(&action, &say!(language, "shock-withdraw"), &back, &parts))
    };
    page::workspace(reader, Place::Shocks, &title, &body)
}
