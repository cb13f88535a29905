//! Shocks in the workspace: declared, and worked through one by one until a body adopts what was decided.

mod bulk;
mod decide;
mod declare;
mod draft;
mod goals;
mod item;
mod lapse;
mod list;
mod overview;
mod queue;
mod sheet;
mod withdraw;

use axum::Router;
use axum::routing::{get, post};
use jiff::civil::Date;
use maud::{Markup, html};
use programme::shock::{Phase, Subject};
use programme::{Decision, MeasureId, Shock, ShockId, Snapshot};
use publishing::{format, say};

use crate::app::App;
use crate::problem::Problem;
use crate::reader::Reader;
use crate::session::Member;
use crate::wording::inline;

pub(super) use lapse::expiring;
pub use lapse::lapse_overdue;

/// The kinds under which shocks and decisions are kept.
const KIND: &str = "shock";
const DECISION: &str = "decision";

pub(super) fn routes() -> Router<App> {
    Router::new()
        .route("/{programme}/arbeid/hendelser", get(list::list))
        .route("/{programme}/arbeid/hendelser/ny", get(declare::new).post(declare::create))
        .route("/{programme}/arbeid/hendelser/{shock}", get(overview::overview))
        .route(
            "/{programme}/arbeid/hendelser/{shock}/endre",
            get(declare::edit).post(declare::save),
        )
        .route(
            "/{programme}/arbeid/hendelser/{shock}/trekk",
            get(withdraw::ask).post(withdraw::withdraw),
        )
        .route("/{programme}/arbeid/hendelser/{shock}/flere", get(bulk::ask).post(bulk::decide))
        .route("/{programme}/arbeid/hendelser/{shock}/nytt", post(draft::create))
        .route(
            "/{programme}/arbeid/hendelser/{shock}/tiltak/{measure}",
            get(overview::one).post(decide::decide),
        )
        .route("/{programme}/arbeid/hendelser/{shock}/tiltak/{measure}/utkast", post(draft::save))
        .route(
            "/{programme}/arbeid/hendelser/{shock}/tiltak/{measure}/tilbake",
            post(decide::reopen_measure),
        )
        .route("/{programme}/arbeid/hendelser/{shock}/maal", get(goals::list))
        .route(
            "/{programme}/arbeid/hendelser/{shock}/maal/{goal}",
            get(goals::show).post(goals::decide),
        )
        .route(
            "/{programme}/arbeid/hendelser/{shock}/maal/{goal}/tilbake",
            post(decide::reopen_goal),
        )
}

/// The shock of an address, for those who may see what is proposed.
fn seen<'a>(member: &'a Member, id: &str) -> Result<&'a Shock, Problem> {
    if !member.actor.may_see_all() {
        return Err(Problem::Forbidden);
    }
    let id: ShockId = id.parse().map_err(|_| Problem::NotFound)?;
    member.reader.state().shock(&id).ok_or(Problem::NotFound)
}

/// As [`seen`], for those who may decide.
fn decidable<'a>(member: &'a Member, id: &str) -> Result<&'a Shock, Problem> {
    super::editor(member)?;
    seen(member, id)
}

/// A place below a shock, such as `/maal`.
fn place(reader: &Reader, shock: &ShockId, end: &str) -> String {
    reader.addresses.workspace(&format!("/hendelser/{shock}{end}"))
}

/// The way back from a place below a shock.
fn ways(reader: &Reader, shock: &Shock) -> [(String, Markup); 2] {
    [
        (
            reader.addresses.workspace("/hendelser"),
            html! { (say!(reader.language, "workspace-nav-shocks")) },
        ),
        (place(reader, &shock.id, ""), inline(reader.language, &shock.title)),
    ]
}

/// The key of the decision that a shock has of a measure.
fn key_of(shock: &Shock, measure: &MeasureId) -> String {
    format!("{}/{}", shock.id, Subject::Measure(measure.clone()).key())
}

/// The version of a decision that a form begins from; empty where there is none.
fn version(snapshot: &Snapshot, key: &str) -> String {
    snapshot
        .version(DECISION, key)
        .map_or_else(String::new, |version| version.to_string())
}

/// "Stoppet", or "Hastevedtak til 13. april 2020: på vent".
fn decided_words(reader: &Reader, decision: &Decision, today: Date) -> String {
    let language = reader.language;
    let chosen = say!(language, &format!("chosen-{}", decision.choice.word()));
    match decision.phase(today) {
        Phase::InForce { expires } => say!(
            language,
            "decision-in-force",
            chosen = chosen,
            day = format::date(language, expires)
        ),
        Phase::Lapsed => say!(language, "decision-lapsed", chosen = chosen),
        Phase::CarriedOut { revision } => say!(language, "decision-carried-out", chosen = chosen, number = revision),
        Phase::Proposed => chosen,
    }
}
