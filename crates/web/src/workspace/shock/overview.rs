//! The queue of a shock: the list at the left, one item at the right. On a phone they are two steps.

use axum::extract::{Path, Query, State};
use axum::response::{IntoResponse, Redirect, Response};
use maud::{Markup, html};
use programme::shock::Subject;
use programme::{MeasureId, Shock};
use publishing::say;

use super::item::{self, Drawn, Item};
use super::queue::{Asked, Worked};
use super::{lapse, place, seen, sheet};
use crate::app::App;
use crate::page::{self, Place};
use crate::problem::Problem;
use crate::reader::Reader;
use crate::session::Member;
use crate::widget::crumbs;
use crate::wording::inline;
use crate::workspace::notice;

/// The whole queue, with the first that waits.
pub(super) async fn overview(
    State(app): State<App>,
    member: Member,
    Path((_, id)): Path<(String, String)>,
    Query(asked): Query<Asked>,
) -> Result<Response, Problem> {
    let shock = seen(&member, &id)?;
    if lapse::lapse_of(&app, &member.reader.state().programme.id).await? > 0 {
        return Ok(Redirect::to(&member.reader.addresses.to(&member.reader.place)).into_response());
    }
    let worked = Worked::of(&member, shock, asked);
    let first = worked.items.iter().find(|item| item.waits(member.reader.today)).cloned();
    let detail = match &first {
        Some(first) => {
            let item = Item::Queued(first.clone());
            item::detail(&member, &worked, &item, &Drawn::begun(sheet::begun(&member, shock, &item)))
        }
        None => nothing_waits(&member, &worked),
    };
    let here = first.as_ref().map(|first| &first.measure.id);
    Ok(page(&member, &worked, here, "list", &detail).into_response())
}

/// One item of the queue.
pub(super) async fn one(
    State(app): State<App>,
    member: Member,
    Path((_, id, measure)): Path<(String, String, String)>,
    Query(asked): Query<Asked>,
) -> Result<Response, Problem> {
    let shock = seen(&member, &id)?;
    if lapse::lapse_of(&app, &member.reader.state().programme.id).await? > 0 {
        return Ok(Redirect::to(&member.reader.addresses.to(&member.reader.place)).into_response());
    }
    let worked = Worked::of(&member, shock, asked);
    let item = find(&worked, &measure)?;
    let drawn = Drawn::begun(sheet::begun(&member, shock, &item));
    Ok(item_page(&member, &worked, &item, &drawn).into_response())
}

/// The page of one item, as it is drawn.
pub(super) fn item_page(member: &Member, worked: &Worked<'_>, item: &Item<'_>, drawn: &Drawn<'_>) -> Markup {
    let detail = item::detail(member, worked, item, drawn);
    page(member, worked, Some(item.id()), "item", &detail)
}

/// What the address names: a measure in the queue, or a new one that a decision brings.
pub(super) fn find<'a>(worked: &Worked<'a>, id: &str) -> Result<Item<'a>, Problem> {
    let id: MeasureId = id.parse().map_err(|_| Problem::NotFound)?;
    if let Some(item) = worked.queue.item(&id) {
        return Ok(Item::Queued(item.clone()));
    }
    let subject = Subject::Measure(id);
    let new = worked.queue.new.iter().find(|new| new.subject().as_ref() == Some(&subject));
    let (Some(decision), Subject::Measure(id)) = (new, subject) else {
        return Err(Problem::NotFound);
    };
    Ok(Item::New { id, decision })
}

fn page(member: &Member, worked: &Worked<'_>, here: Option<&MeasureId>, step: &str, detail: &Markup) -> Markup {
    let (reader, language, shock) = (&member.reader, member.reader.language, worked.shock);
    let plan = here
        .and_then(|here| reader.state().measure(here))
        .or_else(|| worked.queue.items.first().map(|item| item.measure))
        .map(|measure| &measure.plan);
    let title = inline(language, &shock.title);
    let mut ways = vec![(
        reader.addresses.workspace("/hendelser"),
        html! { (say!(language, "workspace-nav-shocks")) },
    )];
    let here_words = if step == "list" {
        title
    } else {
        ways.push((place(reader, &shock.id, &worked.asked.query()), title));
        here.and_then(|here| reader.state().measure(here)).map_or_else(
            || html! { (say!(language, "chosen-new")) },
            |measure| inline(language, &measure.title),
        )
    };
    let body = html! {
        (crumbs(reader, &ways, &here_words))
        (saved(reader, worked))
        (worked.head(plan))
        (places(member, shock))
        div.vk-work data-step=(step) {
            (worked.list(here))
            div.vk-work__detail id="valgt" { (detail) }
        }
    };
    page::workspace(reader, Place::Shocks, reader.plain(&shock.title), &body)
}

/// What was saved. Whoever declares a shock is told what that did, and what it did not do.
fn saved(reader: &Reader, worked: &Worked<'_>) -> Markup {
    let language = reader.language;
    if worked.asked.lagret != "hendelse" {
        return notice(reader);
    }
    let (measures, goals) = (worked.queue.items.len(), worked.queue.goals.len());
    html! {
        div.ds-alert data-color="success" role="status" {
            h2.ds-heading data-size="2xs" { (say!(language, "saved-title")) }
            p.ds-paragraph {
                (say!(language, "shock-declared-measures", count = measures)) " "
                (say!(language, "shock-declared-goals", count = goals)) " "
                (say!(language, "shock-declared-plan"))
            }
        }
    }
}

/// The ways on from a queue.
fn places(member: &Member, shock: &Shock) -> Markup {
    let (reader, language) = (&member.reader, member.reader.language);
    html! {
        ul.vk-ways {
            @if member.actor.may_edit_all() { li { a.ds-link href=(place(reader, &shock.id, "/flere")) { (say!(language, "queue-bulk")) } } }
            @if member.actor.may_govern() { li { a.ds-link href=(place(reader, &shock.id, "/endre")) { (say!(language, "shock-edit")) } } }
            li { a.ds-link href=(reader.addresses.shock(&shock.id)) { (say!(language, "public-page")) } }
        }
    }
}

/// Everything is decided, or the list is narrowed so that nothing waits in it.
fn nothing_waits(member: &Member, worked: &Worked<'_>) -> Markup {
    let (reader, language) = (&member.reader, member.reader.language);
    let goals = worked.queue.goals.iter().any(|goal| goal.waits(reader.today));
    let plans = worked.pending_plans();
    let next = match (goals, plans.is_empty()) {
        (true, _) => "queue-done-but-goals",
        (false, true) => "queue-done-carried",
        (false, false) => "queue-done-adopt",
    };
    html! {
        div.vk-empty {
            @if worked.queue.items.is_empty() { p { (say!(language, "queue-empty")) } }
            @else if worked.queue.waiting().next().is_some() { p { (say!(language, "queue-none-waits-here")) } }
            @else { p { strong { (say!(language, "queue-done")) } " " (say!(language, next)) } }
        }
        ul.vk-ways {
            @if goals { li { a.ds-link href=(place(reader, &worked.shock.id, "/maal")) { (say!(language, "queue-to-goals")) } } }
            @if member.actor.may_govern() {
                @for plan in plans.into_iter().filter_map(|plan| reader.state().action_plan(plan)) {
                    li { a.ds-link href=(reader.addresses.workspace(&format!("/handlingsplan/{}/vedta", plan.id))) { (say!(language, "queue-to-adopt", title = reader.plain(&plan.title))) } }
                }
            }
        }
    }
}
