//! Goals: where are we against the path, and what would it take?

use axum::Router;
use axum::extract::Path;
use axum::routing::get;
use jiff::civil::Date;
use maud::{Markup, PreEscaped, html};
use programme::goal::Path as TargetPath;
use programme::{Actor, Freshness, Goal, GoalId, Indicator, Series, Target};
use publishing::goal::{Track, ahead_or_behind};
use publishing::{figure, format, say};
use statistics::Figure;

use crate::app::App;
use crate::assumption;
use crate::page::{Page, Section, page};
use crate::problem::Problem;
use crate::reader::Reader;
use crate::widget::{
    chart, crumbs, date, fact_source, figure_link, goal_link, goal_rows, measure_rows, number, organisation, source_line, table,
};
use crate::wording::{example_mark, inline, prose};
use crate::workspace;

pub(crate) fn routes() -> Router<App> {
    Router::new()
        .route("/{programme}/maal", get(goals))
        .route("/{programme}/maal/{goal}", get(goal))
}

/// A goal's target path and figures; none for a goal without indicator, path or figures.
pub(crate) fn track<'a>(reader: &'a Reader, goal: &'a Goal) -> Option<(Track<'a>, &'a Indicator)> {
    let state = reader.state();
    let indicator = state.indicator(goal.indicator.as_ref()?)?;
    let official = state.series_by_id(&indicator.series)?;
    let corrected = indicator.corrected.as_ref().and_then(|id| state.series_by_id(id));
    Some((Track::of(goal.target.as_ref()?, official, corrected), indicator))
}

async fn goals(reader: Reader) -> Markup {
    let (language, state) = (reader.language, reader.state());
    let body = html! {
        h1.vk-title { (say!(language, "goals-title")) }
        p.vk-lead { (say!(language, "goals-lead")) }
        section.vk-section aria-labelledby="vekstmaal" {
            h2.vk-section__title id="vekstmaal" { (say!(language, "goals-growth")) }
            (glance(&reader))
        }
        @for plan in &state.guiding_plans {
            section.vk-section aria-labelledby=(format!("plan-{}", plan.id)) {
                h2.vk-section__title.vk-section__title--rule id=(format!("plan-{}", plan.id)) {
                    a.ds-link href=(reader.addresses.guiding_plan(&plan.id)) { (inline(language, &plan.title)) }
                }
                (goal_rows(&reader, state.goals_of(&plan.id)))
            }
        }
    };
    let title = say!(language, "goals-title");
    page(
        &reader,
        &Page {
            section: Section::Goals,
            title: &title,
            description: Some(&say!(language, "goals-lead")),
            body,
        },
    )
}

/// The growth goals with their state in a sentence and a small picture.
pub(crate) fn glance(reader: &Reader) -> Markup {
    html! { ul.vk-goals { @for goal in reader.state().growth_goals() { li.vk-goal { (at_a_glance(reader, goal)) } } } }
}

fn at_a_glance(reader: &Reader, goal: &Goal) -> Markup {
    let language = reader.language;
    let found = track(reader, goal);
    let example = goal.example || found.as_ref().is_some_and(|(track, _)| track.example());
    html! {
        div.vk-goal__text {
            h3.vk-goal__title { a href=(reader.addresses.goal(&goal.id)) { (inline(language, &goal.title)) } @if example { (example_mark(language)) } }
            @match &found {
                Some((track, indicator)) => { p { (standing_sentence(reader, track, indicator)) } },
                None => { p { (inline(language, &goal.sentence)) } },
            }
            p { a.ds-link href=(reader.addresses.goal(&goal.id)) { (say!(language, "goal-what-it-takes")) span.ds-sr-only { ": " (reader.plain(&goal.title)) } } }
        }
        // Nothing may look well that nobody answers for.
        @if let Some((track, _)) = found.filter(|(_, indicator)| indicator.owner.is_some()) {
            div.vk-goal__chart { (PreEscaped(track.sparkline(language).decoration())) }
        }
    }
}

/// Where we stand and what it takes, in words that can be read aloud.
fn standing_sentence(reader: &Reader, track: &Track<'_>, indicator: &Indicator) -> Markup {
    let language = reader.language;
    let (Some(distance), Some(kind)) = (track.distance(language), track.kind_of_newest(language)) else {
        return html! { (say!(language, "goal-no-figures-yet")) };
    };
    let freshness = indicator.freshness(track.official, reader.today);
    if freshness == Freshness::Ownerless {
        return html! { (say!(language, "goal-ownerless")) };
    }
    html! {
        (say!(language, "goal-we-are")) " " strong { (distance) }
        " (" (kind) "). "
        @if let Some(needs) = track.needs(language) { (needs) }
        @if let Freshness::Stale { months } = freshness { " " (say!(language, "goal-stale", months = months)) }
    }
}

async fn goal(reader: Reader, Path((_, id)): Path<(String, String)>) -> Result<Markup, Problem> {
    let goal = id
        .parse::<GoalId>()
        .ok()
        .and_then(|id| reader.state().goal(&id))
        .ok_or(Problem::NotFound)?;
    let language = reader.language;
    let found = track(&reader, goal);
    let body = html! {
        (crumbs(&reader, &[(reader.addresses.goals(), html! { (say!(language, "goals-title")) })], &inline(language, &goal.title)))
        h1.vk-title { (inline(language, &goal.sentence)) @if goal.example { (example_mark(language)) } }
        @if let Some((track, indicator)) = &found {
            p.vk-lead { (standing_sentence(&reader, track, indicator)) }
            (key_figures(&reader, track))
            div.vk-section {
                (chart(&reader, "maalbane", &track.chart(language, today(&reader)), &source_line(&reader, &sources(track))))
            }
            (side_by_side(&reader, track, indicator))
        }
        (workspace::way_to(&reader, &format!("/maal/{id}"), Actor::may_edit_all))
        @if !goal.body.is_empty() { div.vk-section { (prose(language, &goal.body)) } }
        (rests_on(&reader, goal))
        (facts(&reader, goal, found.as_ref()))
    };
    let title = reader.plain(&goal.title);
    Ok(page(
        &reader,
        &Page {
            section: Section::Goals,
            title,
            description: Some(reader.plain(&goal.sentence)),
            body,
        },
    ))
}

/// The day of reading, with its word.
fn today(reader: &Reader) -> (Date, String) {
    (reader.today, say!(reader.language, "today"))
}

fn sources<'a>(track: &Track<'a>) -> Vec<&'a Series> {
    std::iter::once(track.official)
        .chain(track.corrected.as_ref().map(|(series, _)| *series))
        .collect()
}

fn key_figures(reader: &Reader, track: &Track<'_>) -> Markup {
    let language = reader.language;
    let Some(newest) = track.newest() else { return html! {} };
    html! {
        ul.vk-keyfigures {
            li.vk-keyfigure {
                strong.vk-keyfigure__value { (figure_link(reader, &newest.figure)) }
                span.vk-keyfigure__caption { (newest_caption(reader, track, &newest.figure)) }
            }
            li.vk-keyfigure {
                strong.vk-keyfigure__value { (number(&format::signed_integer(language, newest.ahead()))) }
                span.vk-keyfigure__caption { (say!(language, "key-official-against-path", period = figure::period(language, newest.figure.period))) @if track.target.example { (example_mark(language)) } }
            }
            @if let Some((_, corrected)) = track.both() {
                li.vk-keyfigure {
                    strong.vk-keyfigure__value { (number(&format::signed_integer(language, corrected.ahead()))) }
                    span.vk-keyfigure__caption { (say!(language, "key-corrected-against-path", period = figure::period(language, corrected.figure.period))) }
                }
            }
            @if let Some(rate) = track.needed_rate() {
                li.vk-keyfigure {
                    strong.vk-keyfigure__value { (number(&format::percent(language, rate, 2))) }
                    span.vk-keyfigure__caption {
                        @match track.rate_so_far() {
                            Some(so_far) => (say!(language, "key-needed-rate-and-so-far", so_far = format::percent(language, so_far, 2), year = track.target.from.year().to_string())),
                            None => (say!(language, "key-needed-rate")),
                        }
                    }
                }
            }
        }
    }
}

fn newest_caption(reader: &Reader, track: &Track<'_>, newest: &Figure) -> String {
    let language = reader.language;
    let unit = track.unit(language, newest.value.number().unwrap_or_default() as i64);
    let period = figure::period(language, newest.period);
    match track.change() {
        Some(change) if change >= 0 => say!(
            language,
            "key-more-than-before",
            unit = unit,
            period = period,
            change = format::integer(language, change)
        ),
        Some(change) => say!(
            language,
            "key-fewer-than-before",
            unit = unit,
            period = period,
            change = format::integer(language, -change)
        ),
        None => say!(language, "key-newest", unit = unit, period = period),
    }
}

/// The two series beside the path, with the rule that makes the correction.
fn side_by_side(reader: &Reader, track: &Track<'_>, indicator: &Indicator) -> Markup {
    let language = reader.language;
    let caption = say!(language, "goal-comparison-caption", title = reader.plain(&indicator.title));
    html! {
        section.vk-section aria-labelledby="side-om-side" {
            h2.vk-section__title id="side-om-side" { (say!(language, if track.corrected.is_some() { "goal-side-by-side" } else { "goal-year-by-year" })) }
            @if let Some((official, corrected)) = track.both() {
                p.vk-section__intro {
                    (say!(language, "goal-both", period = figure::period(language, official.figure.period),
                        official = ahead_or_behind(language, official.ahead()), corrected = ahead_or_behind(language, corrected.ahead())))
                    @if let Some(newest) = track.newest().filter(|newest| newest.figure.period > corrected.figure.period) {
                        " " (say!(language, "goal-corrected-not-published", period = figure::period(language, newest.figure.period)))
                    }
                }
            }
            (table("side-om-side-tabell", &track.comparison(language, caption)))
            @if let Some((series, _)) = &track.corrected {
                div.vk-info {
                    h3.vk-info__title { (say!(language, "goal-rule")) }
                    (prose(language, &series.rule))
                    p.vk-small { (figure::source(language, &series.source)) }
                }
            }
        }
    }
}

fn rests_on(reader: &Reader, goal: &Goal) -> Markup {
    let (language, state) = (reader.language, reader.state());
    let measures = state.measures_claiming(&goal.id);
    let serving: Vec<&Goal> = state.goals_serving(&goal.id).collect();
    html! {
        @if !goal.assumptions.is_empty() {
            section.vk-section aria-labelledby="forutsetninger" {
                h2.vk-section__title.vk-section__title--rule id="forutsetninger" { (say!(language, "goal-assumptions")) }
                (assumption::rows(reader, goal.assumptions.iter().filter_map(|id| state.assumption(id))))
            }
        }
        @if !serving.is_empty() {
            section.vk-section aria-labelledby="maal-under" {
                h2.vk-section__title.vk-section__title--rule id="maal-under" { (say!(language, "goal-served-by")) }
                (goal_rows(reader, serving))
            }
        }
        section.vk-section aria-labelledby="tiltak" {
            h2.vk-section__title.vk-section__title--rule id="tiltak" { (say!(language, "goal-measures")) }
            @if measures.is_empty() {
                div.vk-empty { p { (say!(language, "goal-measures-none")) } }
            } @else {
                (measure_rows(reader, &measures))
            }
        }
    }
}

fn facts(reader: &Reader, goal: &Goal, found: Option<&(Track<'_>, &Indicator)>) -> Markup {
    let language = reader.language;
    html! {
        section.vk-section aria-labelledby="om-maalet" {
            h2.vk-section__title id="om-maalet" { (say!(language, "goal-about")) }
            dl.vk-facts {
                @if let Some(plan) = goal.plan.as_ref().and_then(|id| reader.state().guiding_plan(id)) {
                    div { dt { (say!(language, "goal-plan")) } dd { a.ds-link href=(reader.addresses.guiding_plan(&plan.id)) { (inline(language, &plan.title)) } } }
                }
                @if !goal.serves.is_empty() {
                    div { dt { (say!(language, "goal-serves")) } dd { ul { @for id in &goal.serves { li { (goal_link(reader, id)) @if let Some(parent) = reader.state().goal(id) { ": " (inline(language, &parent.sentence)) } } } } } }
                }
                @if let Some(owner) = &goal.owner { div { dt { (say!(language, "owner")) } dd { (organisation(reader, owner)) } } }
                @if let Some((track, indicator)) = found {
                    div { dt { (say!(language, "target-path")) } dd { (path_in_words(reader, track.target)) @if track.target.example { (example_mark(language)) } } }
                    div { dt { (say!(language, "definition")) } dd { (inline(language, &indicator.definition)) } }
                    @if let Some(owner) = &indicator.owner { div { dt { (say!(language, "figure-owner")) } dd { (organisation(reader, owner)) } } }
                }
            }
            (fact_source(language, goal.source.as_ref(), goal.example))
        }
    }
}

fn path_in_words(reader: &Reader, target: &Target) -> Markup {
    let language = reader.language;
    let whole = |value: f64| format::integer(language, value.round() as i64);
    let end = |day: Date, value: f64| html! { (whole(value)) " (" (date(language, day)) ")" };
    html! {
        @match &target.path {
            TargetPath::YearlyRate(rate) => (say!(language, "path-yearly", rate = format::percent(language, *rate, 1))),
            TargetPath::Points(_) => (say!(language, "path-points")),
        }
        ": " (end(target.from, target.start)) " – " (end(target.horizon, target.at_horizon()))
    }
}
