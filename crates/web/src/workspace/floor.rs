//! The floor that the programme sets for the long term: the least share of money and hours that a plan gives it unless
//! a reason is given.

use axum::Router;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use maud::{Markup, html};
use programme::{Change, Refusal, Shares};
use publishing::say;

use super::{account, notice, saved};
use crate::app::App;
use crate::form::{Fields, Form, Mistake, Reading, field};
use crate::horizon;
use crate::page::{self, Place};
use crate::problem::Problem;
use crate::session::{Member, Posted};
use crate::widget::crumbs;
use crate::wording::inline;

pub(super) fn routes() -> Router<App> {
    Router::new().route("/{programme}/arbeid/langsiktig", get(show).post(save))
}

fn lead(member: &Member) -> Result<(), Problem> {
    if member.actor.may_govern() {
        Ok(())
    } else {
        Err(Problem::Forbidden)
    }
}

fn version(member: &Member) -> i64 {
    let id = member.reader.state().programme.id.as_str();
    member.reader.snapshot.version("programme", id).unwrap_or_default()
}

async fn show(member: Member) -> Result<Response, Problem> {
    lead(&member)?;
    let floor = member.reader.state().programme.long_term_floor;
    let mut fields = Fields::default();
    fields.add("floor", &floor.map(|floor| floor.to_string()).unwrap_or_default());
    fields.add("base", &version(&member));
    Ok(page(&member, &fields, &[]).into_response())
}

async fn save(State(app): State<App>, member: Member, Posted(mut fields): Posted) -> Result<Response, Problem> {
    lead(&member)?;
    let mut reading = Reading::new(&fields, member.reader.language);
    let account = account::read(&mut reading, &member);
    let floor = match fields.text("floor") {
        "" => Ok(None),
        typed => typed.parse().ok().filter(|floor| *floor <= 100).map(Some).ok_or(()),
    };
    if floor.is_err() {
        reading.wrong("floor", "floor-mistake");
    }
    let floor = match reading.done(floor.ok()) {
        Ok(floor) => floor,
        Err(mistakes) => return Ok((StatusCode::UNPROCESSABLE_ENTITY, page(&member, &fields, &mistakes)).into_response()),
    };
    let change = Change::SetLongTermFloor {
        programme: member.reader.state().programme.id.clone(),
        floor,
        base: fields.text("base").parse().ok(),
    };
    match account::apply(&app, &member, account, change).await {
        Ok(_) => Ok(saved(&member.reader, "/langsiktig", "gulv")),
        Err(Refusal::Conflict { entry }) => {
            fields.set("base", &entry);
            let met = Mistake {
                field: String::new(),
                text: say!(member.reader.language, "floor-conflict"),
            };
            Ok((StatusCode::CONFLICT, page(&member, &fields, &[met])).into_response())
        }
        Err(other) => Err(other.into()),
    }
}

fn page(member: &Member, fields: &Fields, mistakes: &[Mistake]) -> Markup {
    let (reader, language) = (&member.reader, member.reader.language);
    let form = Form { reader, fields, mistakes };
    let shocks = reader.addresses.workspace("/hendelser");
    let title = say!(language, "floor-title");
    let parts = html! {
        (form.hidden("base"))
        (form.number(field("floor").hint("field-floor-hint").optional()))
        (account::parts(&form, member))
    };
    let body = html! {
        (notice(reader))
        (crumbs(reader, &[(shocks.clone(), html! { (say!(language, "workspace-nav-shocks")) })], &html! { (title) }))
        h1.vk-title { (title) }
        p.vk-lead { (say!(language, "floor-lead")) }
        (form.draw(&reader.addresses.workspace("/langsiktig"), &say!(language, "form-save"), &shocks, &parts))
        @for plan in reader.state().action_plans.iter().rev() {
            section.vk-section aria-labelledby=(format!("plan-{}", plan.id)) {
                h2.vk-section__title id=(format!("plan-{}", plan.id)) { (inline(language, &plan.title)) }
                (horizon::shown(reader, Some(plan), None, &Shares::of(reader.state().measures_of(&plan.id), plan), reader.state().programme.long_term_floor))
            }
        }
    };
    page::workspace(reader, Place::Shocks, &title, &body)
}
