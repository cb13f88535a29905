//! Emergency decisions that nobody ratified in time fall back by themselves, and are spoken of before they do.

use jiff::ToSpan;
use maud::{Markup, html};
use programme::shock::{self, Phase};
use programme::{Actor, Change, Command, Decision, Language, ProgrammeId, Refusal, Text};
use publishing::{format, say};
use store::StoreError;

use super::queue::measure_title;
use crate::app::App;
use crate::reader::Reader;
use crate::session::Member;

/// So many days before an emergency decision ends, the workspace speaks of it.
const WARNED_DAYS: i64 = 7;

/// Lets every emergency decision whose last day is over fall back, in every programme; how many did. Done twice, it does
/// nothing the second time.
pub async fn lapse_overdue(app: &App) -> Result<usize, StoreError> {
    let mut lapsed = 0;
    for programme in app.programmes.list().await? {
        lapsed += lapse_of(app, &programme).await?;
    }
    Ok(lapsed)
}

/// The same for one programme.
pub(super) async fn lapse_of(app: &App, programme: &ProgrammeId) -> Result<usize, StoreError> {
    let Some(now) = app.programmes.snapshot(programme).await? else {
        return Ok(0);
    };
    let mut lapsed = 0;
    for decision in shock::overdue(&now.state, app.today()) {
        let key = decision.key();
        let command = Command {
            who: Actor::operator(),
            on_behalf_of: None,
            why: String::new(),
            change: Change::Shock(shock::Change::Lapse {
                base: now.version(super::DECISION, &key),
                decision: key,
                on: app.today(),
                reason: reason(decision),
            }),
        };
        match app.programmes.apply(programme, command, app.now()).await {
            Ok(_) => lapsed += 1,
            // somebody else was first
            Err(Refusal::Conflict { .. } | Refusal::Forbidden | Refusal::Missing) => {}
            Err(Refusal::Faults(found)) => tracing::error!(decision = decision.key(), ?found, "an emergency decision cannot fall back"),
            Err(Refusal::Store(error)) => return Err(error),
        }
    }
    Ok(lapsed)
}

/// Why the measure's status changes, in every language.
fn reason(decision: &Decision) -> Text {
    let last = decision.emergency.as_ref().map_or(decision.decided, |emergency| emergency.expires);
    let words = |language| say!(language, "lapse-reason", day = format::date(language, last));
    Language::ALL
        .into_iter()
        .fold(Text::default(), |text, language| text.with(language, &words(language)))
}

/// The emergency decisions that will soon fall back, for the first page of the workspace.
pub(in crate::workspace) fn expiring(member: &Member) -> Markup {
    let reader = &member.reader;
    let soon = reader.today.checked_add(WARNED_DAYS.days()).unwrap_or(reader.today);
    let ends = |decision: &&Decision| matches!(decision.phase(reader.today), Phase::InForce { expires } if expires <= soon);
    let found: Vec<&Decision> = reader.state().decisions.iter().filter(ends).collect();
    html! {
        @if member.actor.may_see_all() && !found.is_empty() {
            div.ds-alert data-color="warning" role="status" {
                h2.ds-heading data-size="2xs" { (say!(reader.language, "expiring-title")) }
                ul.ds-list { @for decision in found { li { (line(reader, decision)) } } }
                p.ds-paragraph { (say!(reader.language, "expiring-lead")) }
            }
        }
    }
}

fn line(reader: &Reader, decision: &Decision) -> Markup {
    let language = reader.language;
    let (Some(id), Some(emergency)) = (&decision.measure, &decision.emergency) else {
        return html! {};
    };
    html! {
        a.ds-link href=(super::place(reader, &decision.shock, &format!("/tiltak/{id}"))) { (measure_title(reader, decision, id)) }
        ": " (say!(language, "expiring-day", day = format::date(language, emergency.expires)))
    }
}
