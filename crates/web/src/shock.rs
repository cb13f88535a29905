//! Shocks: what happened, what it broke, and what was decided of it. Proposals are not shown: only what a revision carried
//! out, and what acts or acted at once.

use std::collections::BTreeSet;

use axum::Router;
use axum::extract::{Path, State};
use axum::response::Redirect;
use axum::routing::get;
use maud::{Markup, html};
use programme::shock::{CarriedOut, Effect, Phase};
use programme::{Choice, Decision, Measure, Shock, ShockId};
use publishing::{format, say};

use crate::app::App;
use crate::page::{Page, Section, page};
use crate::problem::{self, Problem};
use crate::reader::Reader;
use crate::widget::{count, crumbs, date};
use crate::wording::{example_mark, inline, prose};
use crate::workspace;

pub(crate) fn routes() -> Router<App> {
    Router::new()
        .route("/{programme}/hendelser", get(all))
        .route("/{programme}/hendelser/{shock}", get(shock))
}

/// The list of them stands with the assumptions that they broke.
async fn all(reader: Reader) -> Redirect {
    Redirect::to(&format!("{}#hendelser", reader.addresses.assumptions()))
}

/// What became of something by this choice, as the mark of a difference.
fn status_of(choice: Choice) -> &'static str {
    match choice {
        Choice::Keep => "kept",
        Choice::Change | Choice::Repath => "changed",
        Choice::Pause => "paused",
        Choice::Stop => "dropped",
        Choice::Replace => "replaced",
        Choice::New => "new",
    }
}

/// The order in which choices are told.
const TOLD: [Choice; 7] = [
    Choice::Stop,
    Choice::Pause,
    Choice::Replace,
    Choice::New,
    Choice::Change,
    Choice::Repath,
    Choice::Keep,
];

async fn shock(State(app): State<App>, reader: Reader, Path((_, id)): Path<(String, String)>) -> Result<Markup, Problem> {
    let known = id.parse::<ShockId>().ok().and_then(|id| reader.state().shock(&id));
    let Some(shock) = known else {
        return Err(problem::absent(&app, &reader, "shock", &id).await);
    };
    let language = reader.language;
    let own = reader.state().decisions.iter().filter(|decision| decision.shock == shock.id);
    let decisions: Vec<&Decision> = own.filter(|decision| decision.has_acted()).collect();
    let lead = say!(
        language,
        "shock-page-lead",
        day = format::date(language, shock.date),
        broken = shock.breaks.len(),
        weakened = shock.weakens.len()
    );
    let body = html! {
        (crumbs(&reader, &[(reader.addresses.assumptions(), html! { (say!(language, "assumptions-title")) })], &inline(language, &shock.title)))
        h1.vk-title { (inline(language, &shock.title)) @if shock.example { (example_mark(language)) } }
        p.vk-lead { (lead) }
        (counts(&reader, &decisions))
        (workspace::way_to(&reader, &format!("/hendelser/{id}"), programme::Actor::may_see_all))
        @if !shock.body.is_empty() { div.vk-section { (prose(language, &shock.body)) } }
        (broke(&reader, shock))
        (revisions(&reader, &decisions))
        (decided(&reader, &decisions))
        p.vk-small { (say!(language, "shock-declared-by", who = reader.plain(&shock.declared_by), day = format::date(language, shock.declared))) }
    };
    Ok(page(
        &reader,
        &Page {
            section: Section::ActionPlan,
            title: reader.plain(&shock.title),
            description: Some(&lead),
            body,
        },
    ))
}

/// How many measures were kept, changed, stopped and so on.
fn counts(reader: &Reader, decisions: &[&Decision]) -> Markup {
    let language = reader.language;
    let of = |choice: Choice| decisions.iter().filter(|one| one.measure.is_some() && one.choice == choice).count();
    let found: Vec<(Choice, usize)> = TOLD
        .into_iter()
        .rev()
        .map(|choice| (choice, of(choice)))
        .filter(|(_, count)| *count > 0)
        .collect();
    html! {
        @if !found.is_empty() {
            ul.vk-keyfigures {
                @for (choice, number) in found {
                    li.vk-keyfigure {
                        strong.vk-keyfigure__value { (count(language, number)) }
                        span.vk-keyfigure__caption { (say!(language, &format!("shock-count-{}", choice.word()), count = number)) }
                    }
                }
            }
        }
    }
}

fn broke(reader: &Reader, shock: &Shock) -> Markup {
    let (language, state) = (reader.language, reader.state());
    let lists = [(Effect::Broken, &shock.breaks), (Effect::Weakened, &shock.weakens)];
    html! {
        section.vk-section aria-labelledby="brutt" {
            h2.vk-section__title id="brutt" { (say!(language, "shock-broke")) }
            ul.vk-rows {
                @for (effect, ids) in lists {
                    @for assumption in ids.iter().filter_map(|id| state.assumption(id)) {
                        li.vk-row {
                            a.vk-row__title href=(reader.addresses.assumption(&assumption.id)) { (inline(language, &assumption.text)) }
                            span.vk-row__side { span.vk-status data-status=(effect.word()) { (say!(language, &format!("effect-{}", effect.word()))) } }
                        }
                    }
                }
            }
        }
    }
}

/// The revisions that carried decisions out, with what each changed.
fn revisions(reader: &Reader, decisions: &[&Decision]) -> Markup {
    let (language, addresses) = (reader.language, &reader.addresses);
    let by: BTreeSet<(String, u32)> = decisions
        .iter()
        .filter_map(|decision| decision.carried_out.as_ref())
        .map(|by| (by.plan.to_string(), by.revision))
        .collect();
    let found = by.iter().filter_map(|(plan, number)| {
        let plan = reader.state().action_plan(&plan.parse().ok()?)?;
        let revision = reader.state().revisions_of(&plan.id).find(|revision| revision.number == *number)?;
        Some((plan, revision))
    });
    html! {
        section.vk-section aria-labelledby="revisjoner" {
            h2.vk-section__title id="revisjoner" { (say!(language, "shock-revisions")) }
            @if by.is_empty() { p { (say!(language, "shock-no-revision")) } }
            ul.vk-rows {
                @for (plan, revision) in found {
                    li.vk-row {
                        a.vk-row__title href=(addresses.revision(&plan.id, revision.number)) {
                            (say!(language, "shock-revision", title = reader.plain(&plan.title), number = revision.number))
                        }
                        span.vk-row__side { (date(language, revision.adopted)) }
                        p.vk-row__detail {
                            (inline(language, &revision.body))
                            @if revision.number > 1 { ". " a.ds-link href=(addresses.changes(&plan.id, revision.number - 1, revision.number)) { (say!(language, "difference-see")) } }
                        }
                    }
                }
            }
        }
    }
}

fn decided(reader: &Reader, decisions: &[&Decision]) -> Markup {
    let language = reader.language;
    let of = |choice: Choice| decisions.iter().copied().filter(move |decision| decision.choice == choice);
    html! {
        @if !decisions.is_empty() {
            section.vk-section aria-labelledby="avgjort" {
                h2.vk-section__title.vk-section__title--rule id="avgjort" { (say!(language, "shock-decided")) }
                @for choice in TOLD { @for decision in of(choice) { (one(reader, decision)) } }
            }
        }
    }
}

fn one(reader: &Reader, decision: &Decision) -> Markup {
    let (language, state) = (reader.language, reader.state());
    let measure = decision.measure.as_ref().and_then(|id| state.measure(id));
    let goal = decision.goal.as_ref().and_then(|id| state.goal(id));
    html! {
        article.vk-change id=(decision.measure.as_ref().map(ToString::to_string).or_else(|| decision.goal.as_ref().map(|goal| format!("maal-{goal}"))).unwrap_or_default()) {
            p.vk-change__mark { (mark(reader, decision)) }
            div.vk-change__what {
                h3.vk-change__title {
                    @match (measure, goal) {
                        (Some(measure), _) => { a href=(reader.addresses.measure(&measure.id)) { (inline(language, &measure.title)) } },
                        (None, Some(goal)) => { a href=(reader.addresses.goal(&goal.id)) { (inline(language, &goal.title)) } },
                        (None, None) => { (decision.key()) },
                    }
                    @if decision.example { (example_mark(language)) }
                }
                (account(reader, decision))
            }
        }
    }
}

/// What was chosen, as a mark.
pub(crate) fn mark(reader: &Reader, decision: &Decision) -> Markup {
    html! {
        span.vk-status data-status=(status_of(decision.choice)) { (say!(reader.language, &format!("chosen-{}", decision.choice.word()))) }
    }
}

/// The reason, what came instead, who decided, and what an emergency decision waits for or came to.
fn account(reader: &Reader, decision: &Decision) -> Markup {
    let (language, state) = (reader.language, reader.state());
    let instead = decision.replaced_by.as_ref().and_then(|id| state.measure(id));
    html! {
        p.vk-reason { (inline(language, &decision.reason)) }
        @if let Some(instead) = instead { p { (replaced(reader, instead)) } }
        p.vk-small { (decided_by(reader, decision)) @if let Some(by) = &decision.carried_out { ". " (carried_out(reader, by)) } }
        @if let (Some(emergency), None) = (&decision.emergency, &decision.carried_out) {
            p.vk-small {
                @match decision.phase(reader.today) {
                    Phase::InForce { expires } => (say!(language, "shock-in-force", day = format::date(language, expires))),
                    _ => (say!(language, "shock-lapsed", day = format::date(language, emergency.lapsed.unwrap_or(emergency.expires)))),
                }
            }
        }
    }
}

fn replaced(reader: &Reader, instead: &Measure) -> Markup {
    let language = reader.language;
    html! {
        (say!(language, "measure-replaced-by")) " "
        a.ds-link href=(reader.addresses.measure(&instead.id)) { (inline(language, &instead.title)) } "."
    }
}

fn carried_out(reader: &Reader, by: &CarriedOut) -> Markup {
    html! { a.ds-link href=(reader.addresses.revision(&by.plan, by.revision)) { (say!(reader.language, "plan-revision", number = by.revision.to_string())) } }
}

/// "Styringsgruppa, 4. mai 2020, sak 12/20".
pub(crate) fn decided_by(reader: &Reader, decision: &Decision) -> String {
    let language = reader.language;
    let (body, day) = (reader.plain(&decision.decided_by), format::date(language, decision.decided));
    if decision.case.is_empty() {
        format!("{body}, {day}")
    } else {
        say!(language, "decided-by-case", body = body, day = day, case = &decision.case)
    }
}

/// What shocks led to for one measure, on its own page: only what acted.
pub(crate) fn of_measure(reader: &Reader, measure: &Measure) -> Markup {
    let (language, state) = (reader.language, reader.state());
    let own = state
        .decisions
        .iter()
        .filter(|decision| decision.measure.as_ref() == Some(&measure.id));
    let found: Vec<(&Decision, &Shock)> = own
        .filter(|decision| decision.has_acted())
        .filter_map(|decision| Some((decision, state.shock(&decision.shock)?)))
        .collect();
    html! {
        @if !found.is_empty() {
            section.vk-section aria-labelledby="hendelser" {
                h2.vk-section__title.vk-section__title--rule id="hendelser" { (say!(language, "measure-shocks")) }
                @for (decision, shock) in found {
                    div.vk-change {
                        p.vk-change__mark { (mark(reader, decision)) }
                        div.vk-change__what {
                            h3.vk-change__title { a href=(reader.addresses.shock(&shock.id)) { (inline(language, &shock.title)) } }
                            (account(reader, decision))
                        }
                    }
                }
            }
        }
    }
}
