//! Deciding one item: kept as a proposal, carried on into a draft, or put back into the queue.

use axum::extract::{Path, Query, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use programme::shock::{Change as ShockChange, Choice, Decided, Subject};
use programme::{Change, Decision, Refusal};
use publishing::say;

use super::item::{Drawn, Item};
use super::overview::{find, item_page};
use super::queue::{Asked, Worked};
use super::sheet::{self, About};
use super::{DECISION, decidable, draft, key_of, lapse, place};
use crate::app::App;
use crate::form::{Fields, Mistake, Reading};
use crate::problem::Problem;
use crate::session::{Member, Posted};
use crate::workspace::account::{self, Account};
use crate::workspace::conflict::{Conflict, conflict};
use crate::workspace::faults;

/// One decision on what the person saw.
pub(super) fn change(decisions: Vec<(Decision, &str)>) -> Change {
    let decided = |(decision, base): (Decision, &str)| Decided {
        decision: Box::new(decision),
        base: base.parse().ok(),
    };
    Change::Shock(ShockChange::Decide {
        decisions: decisions.into_iter().map(decided).collect(),
    })
}

pub(super) async fn decide(
    State(app): State<App>,
    member: Member,
    Path((_, id, measure)): Path<(String, String, String)>,
    Query(asked): Query<Asked>,
    Posted(fields): Posted,
) -> Result<Response, Problem> {
    let shock = decidable(&member, &id)?;
    let worked = Worked::of(&member, shock, asked);
    let item = find(&worked, &measure)?;
    // what ran out while the page was open falls back first, and is then decided like anything else
    lapse::lapse_of(&app, &member.reader.state().programme.id).await?;
    let mut reading = Reading::new(&fields, member.reader.language);
    let read = sheet::read(&mut reading, &about(&worked, &item));
    let again = |fields: Fields, mistakes: Vec<Mistake>| again(&member, &worked, &item, fields, mistakes);
    let decision = match reading.done(read) {
        Ok(decision) => decision,
        Err(mistakes) => return Ok(again(fields, mistakes)),
    };
    if wants_draft(&decision, &fields) {
        return Ok(draft::begin(&member, shock, &item, &decision, &fields).into_response());
    }
    let emergency = decision.emergency.is_some();
    let because = Account::because(&sheet::why(&decision));
    match account::apply(&app, &member, because, change(vec![(decision, fields.text("base"))])).await {
        Ok(_) => Ok(onward(&worked, &item, if emergency { "hastevedtak" } else { "avgjort" })),
        Err(Refusal::Faults(found)) => {
            let mistakes = faults::mistakes(member.reader.language, DECISION, &found, &fields);
            Ok(again(fields, mistakes))
        }
        Err(Refusal::Conflict { .. }) => {
            let met = met(&app, &member, &worked, &item, &fields).await?;
            let drawn = Drawn {
                fields: met.fields.clone(),
                mistakes: Vec::new(),
                conflict: Some(&met),
            };
            Ok((StatusCode::CONFLICT, item_page(&member, &worked, &item, &drawn)).into_response())
        }
        Err(other) => Err(other.into()),
    }
}

fn about<'a>(worked: &Worked<'a>, item: &Item<'a>) -> About<'a> {
    About {
        shock: worked.shock,
        subject: Subject::Measure(item.id().clone()),
        before: item.decision(),
        today: worked.reader.today,
    }
}

/// True where a measure has to be written before the decision is whole, or the person asked to write it.
fn wants_draft(decision: &Decision, fields: &Fields) -> bool {
    let asked = fields.text("videre") == "utkast";
    match decision.choice {
        Choice::New => decision.draft.is_none() || asked,
        Choice::Replace => decision.replaced_by.is_none(),
        Choice::Change => asked,
        _ => false,
    }
}

/// What somebody else decided meanwhile, beside what was typed.
async fn met(app: &App, member: &Member, worked: &Worked<'_>, item: &Item<'_>, fields: &Fields) -> Result<Conflict, Problem> {
    let key = key_of(worked.shock, item.id());
    let read = |reading: &mut Reading<'_>, theirs: &Decision| {
        let about = About {
            before: Some(theirs),
            ..about(worked, item)
        };
        sheet::read(reading, &about)
    };
    conflict(app, member, (DECISION, &key), fields, sheet::fields, read).await
}

fn again(member: &Member, worked: &Worked<'_>, item: &Item<'_>, fields: Fields, mistakes: Vec<Mistake>) -> Response {
    let drawn = Drawn {
        fields,
        mistakes,
        conflict: None,
    };
    (StatusCode::UNPROCESSABLE_ENTITY, item_page(member, worked, item, &drawn)).into_response()
}

/// To the next that waits; to the whole queue where none does.
pub(super) fn onward(worked: &Worked<'_>, item: &Item<'_>, what: &str) -> Response {
    let end = match worked.next_after(item.id()) {
        Some(next) => format!("/tiltak/{next}"),
        None => String::new(),
    };
    let address = place(worked.reader, &worked.shock.id, &format!("{end}{}", worked.asked.saved(what)));
    Redirect::to(&address).into_response()
}

pub(super) async fn reopen_measure(
    State(app): State<App>,
    member: Member,
    Path((_, id, measure)): Path<(String, String, String)>,
    Query(asked): Query<Asked>,
    Posted(fields): Posted,
) -> Result<Response, Problem> {
    let shock = decidable(&member, &id)?;
    let worked = Worked::of(&member, shock, asked);
    let item = find(&worked, &measure)?;
    let stays = item.measure().is_some();
    match account::apply(&app, &member, Account::because(""), reopening(&key_of(shock, item.id()), &fields)).await {
        Ok(_) => {
            let end = if stays { format!("/tiltak/{}", item.id()) } else { String::new() };
            let address = place(&member.reader, &shock.id, &format!("{end}{}", worked.asked.saved("tilbake")));
            Ok(Redirect::to(&address).into_response())
        }
        // something else is to be replaced by it
        Err(Refusal::Faults(_)) => {
            let mistake = Mistake {
                field: String::new(),
                text: say!(member.reader.language, "decision-replaces"),
            };
            Ok(again(&member, &worked, &item, sheet::begun(&member, shock, &item), vec![mistake]))
        }
        Err(other) => Err(other.into()),
    }
}

/// Puts back into the queue what the form saw.
fn reopening(key: &str, fields: &Fields) -> Change {
    Change::Shock(ShockChange::Reopen {
        decision: key.to_owned(),
        base: fields.text("base").parse().ok(),
    })
}

pub(super) async fn reopen_goal(
    State(app): State<App>,
    member: Member,
    Path((_, id, goal)): Path<(String, String, String)>,
    Posted(fields): Posted,
) -> Result<Response, Problem> {
    let shock = decidable(&member, &id)?;
    let goal = goal.parse().map_err(|_| Problem::NotFound)?;
    let key = format!("{}/{}", shock.id, Subject::Goal(goal).key());
    account::apply(&app, &member, Account::because(""), reopening(&key, &fields)).await?;
    Ok(Redirect::to(&place(&member.reader, &shock.id, "/maal?lagret=tilbake")).into_response())
}
