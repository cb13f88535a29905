//! What changed in a plan, and why: any two revisions or days held against each other.

mod compare;
pub(crate) mod ends;
mod items;
mod view;

use std::sync::Arc;

use axum::extract::{Path, Query, State};
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse, Redirect, Response};
use programme::difference::{self, Difference, Notes};
use programme::hearing;
use programme::{ActionPlan, AdoptedPlan};

use super::{Choice, document, found, revisions};
use crate::app::App;
use crate::problem::Problem;
use crate::reader::Reader;
use compare::{Fault, Form};
use ends::{End, Found, Wrong};
use view::View;

pub(crate) use view::teller;

/// The newest revision against the one before it, or what the form asks for.
pub(super) async fn chosen(
    State(app): State<App>,
    reader: Reader,
    Path((_, plan)): Path<(String, String)>,
    Query(choice): Query<Choice>,
) -> Result<Response, Problem> {
    let plan = found(&app, &reader, &plan).await?;
    let form = Form::read(&choice);
    let Some((from, to)) = form.ends().or_else(|| by_itself(&reader, plan)) else {
        return Ok(compare::none_yet(&reader, plan).into_response());
    };
    let to = if to.is_empty() { reader.today.to_string() } else { to };
    match both(&app, &reader, plan, &from, &to).await? {
        Err(fault) => Ok((StatusCode::UNPROCESSABLE_ENTITY, compare::refused(&reader, plan, &form, &fault)).into_response()),
        Ok((before, after)) if form.is_complete() => {
            let address = reader.addresses.changes(&plan.id, before.end, after.end);
            Ok(Redirect::to(&address).into_response())
        }
        Ok((before, after)) => Ok(shown(&reader, plan, &before, &after, 1).into_response()),
    }
}

/// The two that the address names.
pub(super) async fn one(
    State(app): State<App>,
    reader: Reader,
    Path((_, plan, span)): Path<(String, String, String)>,
    Query(choice): Query<Choice>,
    headers: HeaderMap,
) -> Result<Response, Problem> {
    let plan = found(&app, &reader, &plan).await?;
    let (span, as_document) = span.strip_suffix(".pdf").map_or((span.as_str(), false), |span| (span, true));
    let (from, to) = End::span(span).ok_or(Problem::NotFound)?;
    let (before, after) = both(&app, &reader, plan, &from.to_string(), &to.to_string())
        .await?
        .map_err(|_| Problem::NotFound)?;
    if before.end != from {
        let address = reader.addresses.changes(&plan.id, before.end, after.end);
        return Ok(Redirect::permanent(&address).into_response());
    }
    if as_document {
        return document::of_changes(&app, &reader, before, after, &headers).await;
    }
    let page = choice.iter().find(|(name, _)| name == "side");
    let page = page.and_then(|(_, number)| number.parse().ok()).unwrap_or(1);
    Ok(shown(&reader, plan, &before, &after, page).into_response())
}

fn shown(reader: &Reader, plan: &ActionPlan, before: &Found, after: &Found, page: usize) -> maud::Markup {
    let difference = Difference::between(&before.plan, &after.plan);
    let notes = notes(reader.state(), before, after);
    View {
        reader,
        plan,
        before,
        after,
        difference: &difference,
        notes: &notes,
        page,
    }
    .markup()
}

/// What is known of why: the decisions that the revisions since the older state carried out.
pub(crate) fn notes(state: &programme::State, before: &Found, after: &Found) -> Notes {
    let between = state
        .revisions_of(&after.plan.plan.id)
        .filter(|revision| revision.adopted <= after.day);
    let between = between
        .filter(|revision| before.order() < (revision.adopted, revision.number) && (revision.adopted, revision.number) <= after.order());
    let adopted: Vec<Arc<AdoptedPlan>> = between.filter_map(|revision| revision.adopted_plan().ok()).collect();
    let mut notes = difference::notes(adopted.iter().map(Arc::as_ref));
    hearing::input_notes(state, &after.plan.plan.id, before.day, after.day, &mut notes);
    notes
}

/// The last two revisions; with one, that one and today.
fn by_itself(reader: &Reader, plan: &ActionPlan) -> Option<(String, String)> {
    match revisions(reader, plan)[..] {
        [] => None,
        [only] => Some((only.number.to_string(), String::new())),
        [.., last_but_one, last] => Some((last_but_one.number.to_string(), last.number.to_string())),
    }
}

/// The two states, the earlier one first; or which of them cannot be had, and why.
async fn both(app: &App, reader: &Reader, plan: &ActionPlan, from: &str, to: &str) -> Result<Result<(Found, Found), Fault>, Problem> {
    let mut states = Vec::new();
    for (field, typed) in [("fra", from), ("til", to)] {
        let fault = |wrong| Fault::new(field, typed, wrong);
        let Some(end) = End::read(typed) else {
            return Ok(Err(fault(Wrong::Unknown)));
        };
        match Found::of(app, reader.state(), plan, end).await? {
            Ok(state) => states.push(state),
            Err(wrong) => return Ok(Err(fault(wrong))),
        }
    }
    states.sort_by_key(Found::order);
    let mut states = states.into_iter();
    Ok(states
        .next()
        .zip(states.next())
        .ok_or_else(|| Fault::new("fra", from, Wrong::Unknown)))
}
