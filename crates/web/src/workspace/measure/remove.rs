//! Taking a measure out of a plan: only the lead may, and only what nobody has adopted.

use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use maud::{Markup, html};
use programme::{Change, Measure, Refusal};
use publishing::say;

use super::{KIND, seen};
use crate::app::App;
use crate::form::{Fields, Form, Mistake, Reading};
use crate::page::{self, Place};
use crate::problem::Problem;
use crate::session::{Member, Posted};
use crate::widget::crumbs;
use crate::wording::inline;
use crate::workspace::{account, faults, saved};

fn of_lead<'a>(member: &'a Member, id: &str) -> Result<&'a Measure, Problem> {
    if member.actor.may_govern() {
        seen(member, id)
    } else {
        Err(Problem::Forbidden)
    }
}

pub(super) async fn ask(member: Member, Path((_, id)): Path<(String, String)>) -> Result<Response, Problem> {
    let measure = of_lead(&member, &id)?;
    let mut fields = Fields::default();
    fields.add("base", &member.reader.snapshot.version(KIND, &id).unwrap_or_default());
    Ok(page(&member, measure, &fields, &[]).into_response())
}

pub(super) async fn remove(
    State(app): State<App>,
    member: Member,
    Path((_, id)): Path<(String, String)>,
    Posted(fields): Posted,
) -> Result<Response, Problem> {
    let measure = of_lead(&member, &id)?;
    let mut reading = Reading::new(&fields, member.reader.language);
    let account = account::read(&mut reading, &member);
    let again = |mistakes: &[Mistake]| Ok((StatusCode::UNPROCESSABLE_ENTITY, page(&member, measure, &fields, mistakes)).into_response());
    if !reading.mistakes.is_empty() {
        return again(&reading.mistakes);
    }
    let change = Change::RemoveMeasure {
        measure: measure.id.clone(),
        base: fields.text("base").parse().ok(),
    };
    match account::apply(&app, &member, account, change).await {
        Ok(_) => Ok(saved(&member.reader, "", "fjernet")),
        Err(Refusal::Forbidden) => {
            reading.wrong("", "measure-adopted");
            again(&reading.mistakes)
        }
        // what others rest on cannot be taken away beneath them
        Err(Refusal::Faults(found)) => again(&faults::mistakes(member.reader.language, KIND, &found, &fields)),
        Err(other) => Err(other.into()),
    }
}

fn page(member: &Member, measure: &Measure, fields: &Fields, mistakes: &[Mistake]) -> Markup {
    let (reader, language) = (&member.reader, member.reader.language);
    let form = Form { reader, fields, mistakes };
    let back = reader.addresses.workspace(&format!("/tiltak/{}", measure.id));
    let title = say!(language, "measure-remove-title", title = reader.plain(&measure.title));
    let ways = [
        (reader.addresses.workspace(""), html! { (say!(language, "workspace-nav-home")) }),
        (back.clone(), inline(language, &measure.title)),
    ];
    let parts = html! { (form.hidden("base")) (account::parts(&form, member)) };
    let body = html! {
        (crumbs(reader, &ways, &html! { (say!(language, "measure-remove")) }))
        h1.vk-title { (title) }
        p.vk-lead { (say!(language, "measure-remove-lead")) }
        (form.draw(&format!("{back}/fjern"), &say!(language, "measure-remove"), &back, &parts))
    };
    page::workspace(reader, Place::Home, &title, &body)
}
