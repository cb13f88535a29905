//! The register of assumptions: what must be true, who watches it, how it would be seen to break, and what rests on it.

use axum::Router;
use axum::routing::get;
use maud::{Markup, html};
use programme::shock::Effect;
use programme::{Actor, Assumption, Goal, Language, Measure, Shock, Watch};
use publishing::{figure, format, say};
use statistics::Unit;

use crate::app::App;
use crate::page::{Page, Section, page};
use crate::reader::Reader;
use crate::widget::{crumbs, date, figure_link, organisation};
use crate::wording::{example_mark, inline};
use crate::workspace;

pub(crate) fn routes() -> Router<App> {
    Router::new().route("/{programme}/forutsetninger", get(register))
}

async fn register(reader: Reader) -> Markup {
    let (language, state) = (reader.language, reader.state());
    let title = say!(language, "assumptions-title");
    let body = html! {
        (crumbs(&reader, &[(reader.addresses.action_plans(), html! { (say!(language, "nav-plan")) })], &html! { (title) }))
        h1.vk-title { (title) }
        p.vk-lead { (say!(language, "assumptions-lead", count = state.assumptions.len())) }
        (workspace::way_to(&reader, "/forutsetninger", Actor::may_edit_all))
        @if state.assumptions.is_empty() { div.vk-empty { p { (say!(language, "assumptions-none")) } } }
        @for assumption in &state.assumptions { (one(&reader, assumption)) }
        (shocks(&reader))
    };
    page(
        &reader,
        &Page {
            section: Section::ActionPlan,
            title: &title,
            description: Some(&say!(language, "assumptions-description")),
            body,
        },
    )
}

fn one(reader: &Reader, assumption: &Assumption) -> Markup {
    let (language, state) = (reader.language, reader.state());
    let (measures, goals) = state.resting_on(&assumption.id);
    let heading = format!("{}-tittel", assumption.id);
    let fact = |key: &str, value: Markup| html! { div { dt { (say!(language, key)) } dd { (value) } } };
    html! {
        section.vk-section id=(assumption.id) aria-labelledby=(heading) {
            h2.vk-section__title id=(heading) { (inline(language, &assumption.text)) @if assumption.example { (example_mark(language)) } }
            dl.vk-facts {
                @if let Some(owner) = &assumption.owner { (fact("assumption-owner", organisation(reader, owner))) }
                @if !assumption.sign.is_empty() { (fact("assumption-sign", inline(language, &assumption.sign))) }
                @if let Some(watch) = &assumption.watch { (fact("assumption-watch", watched(reader, watch))) }
                (fact("assumption-rests", rests(reader, &measures, &goals)))
                @for (shock, effect) in broken_by(reader, assumption) { (fact(&format!("assumption-{}-by", effect.word()), shock_link(reader, shock))) }
            }
        }
    }
}

/// The shocks that touched it, newest first.
fn broken_by<'a>(reader: &'a Reader, assumption: &Assumption) -> Vec<(&'a Shock, Effect)> {
    let shocks = reader.state().shocks.iter().rev();
    shocks.filter_map(|shock| Some((shock, shock.effect_on(&assumption.id)?))).collect()
}

fn shock_link(reader: &Reader, shock: &Shock) -> Markup {
    html! { a.ds-link href=(reader.addresses.shock(&shock.id)) { (inline(reader.language, &shock.title)) } ", " (date(reader.language, shock.date)) }
}

/// The newest figure against its limits.
fn watched(reader: &Reader, watch: &Watch) -> Markup {
    let (language, state) = (reader.language, reader.state());
    let Some(indicator) = state.indicator(&watch.indicator) else {
        return html! { (watch.indicator) };
    };
    let newest = watch.newest(state, reader.today);
    let unit = state.series_by_id(&indicator.series).map(|series| series.unit);
    let crossed = newest
        .as_ref()
        .and_then(|newest| newest.value.number())
        .is_some_and(|value| watch.is_crossed_by(value));
    let limits = [("watch-above", watch.above), ("watch-below", watch.below)];
    html! {
        (inline(language, &indicator.title)) ": "
        @match &newest {
            Some(newest) => { (figure_link(reader, newest)) " (" (figure::period(language, newest.period)) "). " },
            None => { (say!(language, "watch-no-figure")) " " },
        }
        @for (key, limit) in limits {
            @if let (Some(limit), Some(unit)) = (limit, unit) { (say!(language, key, limit = limit_words(language, limit, unit))) " " }
        }
        @if newest.is_some() {
            @if crossed { strong { (say!(language, "watch-crossed")) } } @else { (say!(language, "watch-within")) }
        }
    }
}

/// A limit as people write it, with no more decimals than it has.
pub(crate) fn limit_words(language: Language, limit: f64, unit: Unit) -> String {
    let digits = (0..4).find(|digits| (limit * 10f64.powi(*digits)).fract() == 0.0).unwrap_or(4);
    let number = if digits == 0 {
        format::integer(language, limit as i64)
    } else {
        format::decimal(language, limit, usize::try_from(digits).unwrap_or(4))
    };
    if unit == Unit::Percent { format!("{number} %") } else { number }
}

/// How many measures and goals rest on it, and which.
fn rests(reader: &Reader, measures: &[&Measure], goals: &[&Goal]) -> Markup {
    let language = reader.language;
    html! {
        (say!(language, "assumption-rests-count", measures = measures.len(), goals = goals.len()))
        @if !measures.is_empty() || !goals.is_empty() {
            details.vk-details {
                summary { (say!(language, "assumption-rests-show")) }
                ul {
                    @for goal in goals { li { a.ds-link href=(reader.addresses.goal(&goal.id)) { (inline(language, &goal.title)) } } }
                    @for measure in measures {
                        li {
                            a.ds-link href=(reader.addresses.measure(&measure.id)) { (inline(language, &measure.title)) }
                            ", " (say!(language, &format!("status-{}", measure.current().word())).to_lowercase())
                        }
                    }
                }
            }
        }
    }
}

/// What happened that broke or weakened any of them.
fn shocks(reader: &Reader) -> Markup {
    let (language, state) = (reader.language, reader.state());
    html! {
        section.vk-section aria-labelledby="hendelser" {
            h2.vk-section__title.vk-section__title--rule id="hendelser" { (say!(language, "assumptions-shocks")) }
            @if state.shocks.is_empty() { p { (say!(language, "assumptions-no-shocks")) } }
            ul.vk-rows {
                @for shock in state.shocks.iter().rev() {
                    li.vk-row {
                        a.vk-row__title href=(reader.addresses.shock(&shock.id)) { (inline(language, &shock.title)) }
                        span.vk-row__side { (date(language, shock.date)) @if shock.example { (example_mark(language)) } }
                        p.vk-row__detail { (say!(language, "shock-touched", broken = shock.breaks.len(), weakened = shock.weakens.len())) }
                    }
                }
            }
        }
    }
}

/// Rows of what a goal or a measure rests on, each with the way to its line in the register.
pub(crate) fn rows<'a>(reader: &Reader, assumptions: impl Iterator<Item = &'a Assumption>) -> Markup {
    let language = reader.language;
    html! {
        ul.vk-rows {
            @for assumption in assumptions {
                li.vk-row {
                    a.vk-row__title href=(reader.addresses.assumption(&assumption.id)) { (inline(language, &assumption.text)) }
                    @if assumption.example { span.vk-row__side { (example_mark(language)) } }
                    @if !assumption.sign.is_empty() { p.vk-row__detail { (inline(language, &assumption.sign)) } }
                    @for (shock, effect) in broken_by(reader, assumption) {
                        p.vk-row__detail { (say!(language, &format!("assumption-{}-by", effect.word()))) ": " (shock_link(reader, shock)) }
                    }
                }
            }
        }
    }
}
