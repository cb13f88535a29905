//! The page of a hearing: what are you asked, by when, and how do you answer?

use std::sync::Arc;

use axum::extract::{Path, State};
use maud::{Markup, html};
use programme::hearing::{Circle, Phase, Publication, matrix};
use programme::{AdoptedPlan, FocusArea, Hearing, Measure, Statement};
use publishing::{format, say};

use super::{circle_words, deadline_words, list, matrix_section, phase_mark, publication_words, published, sender};
use crate::app::App;
use crate::page::{Page, Section, page};
use crate::problem::Problem;
use crate::reader::Reader;
use crate::widget::{count, crumbs, date, status};
use crate::wording::{example_mark, inline, prose};
use crate::workspace;

pub(super) async fn show(State(app): State<App>, reader: Reader, Path((_, id)): Path<(String, String)>) -> Result<Markup, Problem> {
    let hearing = published(&app, &reader, &id).await?;
    let language = reader.language;
    let lead = deadline_words(&reader, hearing);
    let ways = [(reader.addresses.hearings(), html! { (say!(language, "nav-hearings")) })];
    let body = html! {
        (crumbs(&reader, &ways, &inline(language, &hearing.title)))
        h1.vk-title { (inline(language, &hearing.title)) @if hearing.example { (example_mark(language)) } }
        p.vk-standing { (phase_mark(&reader, hearing)) }
        p.vk-lead { (lead) }
        (conclusion(&reader, hearing))
        (how_to_answer(&reader, hearing))
        (workspace::way_to(&reader, &format!("/hoeringer/{id}"), programme::Actor::may_see_all))
        @if hearing.phase(reader.today) == Phase::Open {
            (why(&reader, hearing))
            (asked(&reader, hearing))
            (draft(&reader, hearing))
            (statements(&reader, hearing))
            (matrix_section(&reader, hearing))
        } @else {
            // what was said and what came of it is asked for now; what was asked explains it
            (statements(&reader, hearing))
            (matrix_section(&reader, hearing))
            (why(&reader, hearing))
            (asked(&reader, hearing))
            (draft(&reader, hearing))
        }
        (facts(&reader, hearing))
    };
    Ok(page(
        &reader,
        &Page {
            section: Section::Hearings,
            title: reader.plain(&hearing.title),
            description: Some(&lead),
            body,
        },
    ))
}

/// What came of it, first, once that is known.
fn conclusion(reader: &Reader, hearing: &Hearing) -> Markup {
    let language = reader.language;
    html! {
        @if let Some(conclusion) = &hearing.conclusion {
            section.vk-section aria-labelledby="resultat" {
                h2.vk-section__title id="resultat" { (say!(language, "hearing-conclusion")) }
                (prose(language, &conclusion.text))
                @let changed = list::changed(reader, hearing);
                (response(reader, hearing, changed.len()))
                @if !changed.is_empty() {
                    details.vk-details {
                        summary { (say!(language, "hearing-changed", count = changed.len())) }
                        ul {
                            @for id in changed {
                                li { @match reader.state().measure(id) {
                                    Some(measure) => { a.ds-link href=(reader.addresses.measure(id)) { (inline(language, &measure.title)) } },
                                    None => { (id) },
                                } }
                            }
                        }
                    }
                }
            }
        }
    }
}

/// The hearing in three figures.
fn response(reader: &Reader, hearing: &Hearing, changed: usize) -> Markup {
    let language = reader.language;
    let (asked, answered) = matrix(reader.state(), hearing).response();
    let said = reader.state().statements_to(&hearing.id).count();
    let figure = |value: String, words: String| html! { li.vk-keyfigure { strong.vk-keyfigure__value { (value) } span.vk-keyfigure__caption { (words) } } };
    html! {
        ul.vk-keyfigures.vk-keyfigures--quiet {
            (figure(count(language, said), say!(language, "hearing-figure-said", count = said)))
            (figure(count(language, changed), say!(language, "hearing-figure-changed", count = changed)))
            @if asked > 0 { (figure(say!(language, "hearing-of", part = answered, whole = asked), say!(language, "hearing-figure-answered"))) }
        }
    }
}

/// The way in, for those who are asked; nobody needs an account.
fn how_to_answer(reader: &Reader, hearing: &Hearing) -> Markup {
    let language = reader.language;
    let own = reader.actor().and_then(|actor| actor.organisation.as_ref());
    let answers_for_own = own.is_some_and(|own| hearing.may_answer(own));
    html! {
        @if hearing.phase(reader.today) == Phase::Open {
            @if hearing.has_open_form() || answers_for_own {
                div.vk-actions { a.ds-button href=(format!("{}?fra=hoering", reader.addresses.hearing_answer(&hearing.id))) { (say!(language, "hearing-answer")) } }
                p.vk-small { (say!(language, if answers_for_own { "hearing-answer-for-own" } else { "hearing-no-account" })) }
            } @else {
                p.vk-small { (say!(language, "hearing-by-link")) }
            }
            @if hearing.has_open_form() && hearing.circles.contains(&Circle::Partners) && !answers_for_own {
                p.vk-small { (say!(language, "hearing-partners-by-link")) }
            }
        }
    }
}

/// What is asked and why, in the programme's own words.
fn why(reader: &Reader, hearing: &Hearing) -> Markup {
    html! {
        @if !hearing.body.is_empty() {
            section.vk-section aria-labelledby="hvorfor" {
                h2.vk-section__title id="hvorfor" { (say!(reader.language, "hearing-why")) }
                (prose(reader.language, &hearing.body))
            }
        }
    }
}

fn asked(reader: &Reader, hearing: &Hearing) -> Markup {
    let language = reader.language;
    html! {
        @if !hearing.questions.is_empty() || !hearing.measures.is_empty() {
            section.vk-section aria-labelledby="spoersmaal" {
                h2.vk-section__title id="spoersmaal" { (say!(language, "hearing-questions")) }
                div.vk-prose {
                    ol {
                        @for question in &hearing.questions { li { (inline(language, question)) } }
                        @if !hearing.measures.is_empty() { li { (say!(language, "hearing-question-measures", count = hearing.measures.len())) } }
                    }
                }
            }
        }
    }
}

/// The plan as it was published, measure by measure.
fn draft(reader: &Reader, hearing: &Hearing) -> Markup {
    let language = reader.language;
    let Some(draft) = reader.state().draft_of(&hearing.id) else {
        return html! {};
    };
    html! {
        section.vk-section aria-labelledby="utkast" {
            h2.vk-section__title.vk-section__title--rule id="utkast" { (say!(language, "hearing-draft")) }
            p.vk-section__intro { (say!(language, "hearing-draft-lead", day = format::date(language, hearing.opens))) }
            @for (title, measures) in by_area(reader, &draft) {
                section.vk-section {
                    h3.vk-section__title { (title) }
                    @for measure in measures { (measure_in_draft(reader, hearing, &draft, measure)) }
                }
            }
        }
    }
}

/// The measures under their focus areas' titles as they were then, in the order of the plan.
pub(super) fn by_area<'a>(reader: &Reader, draft: &'a Arc<AdoptedPlan>) -> Vec<(Markup, Vec<&'a Measure>)> {
    let known = draft
        .surroundings
        .as_ref()
        .map_or(&[][..], |surroundings| &surroundings.focus_areas);
    let mut areas: Vec<&FocusArea> = draft
        .plan
        .focus_areas
        .iter()
        .filter_map(|id| known.iter().find(|area| &area.id == id))
        .collect();
    areas.extend(known.iter().filter(|area| !draft.plan.focus_areas.contains(&area.id)));
    let of = |area: &FocusArea| -> Vec<&'a Measure> { draft.measures.iter().filter(|measure| measure.focus_area == area.id).collect() };
    areas
        .into_iter()
        .map(|area| (inline(reader.language, &area.title), of(area)))
        .filter(|(_, measures)| !measures.is_empty())
        .collect()
}

/// One measure as people read it when they answered.
pub(super) fn measure_in_draft(reader: &Reader, hearing: &Hearing, draft: &AdoptedPlan, measure: &Measure) -> Markup {
    let language = reader.language;
    let responsible = draft
        .surroundings
        .as_ref()
        .and_then(|surroundings| surroundings.organisation(&measure.responsible));
    let is_asked = hearing.measures.contains(&measure.id);
    html! {
        details.vk-details {
            summary { (inline(language, &measure.title)) " " (status(language, measure.current())) }
            p.vk-small {
                @if let Some(responsible) = responsible { (say!(language, "hearing-draft-responsible", who = reader.plain(&responsible.name))) " " }
                (date(language, measure.starts)) " – " (date(language, measure.ends))
            }
            @if let Some(last) = measure.status.last().filter(|last| !last.reason.is_empty()) { p.vk-reason { (inline(language, &last.reason)) } }
            (prose(language, &measure.body))
            @if !is_asked && !hearing.measures.is_empty() { p.vk-small { (say!(language, "hearing-draft-not-asked")) } }
        }
    }
}

fn statements(reader: &Reader, hearing: &Hearing) -> Markup {
    let language = reader.language;
    let all: Vec<&Statement> = reader.state().statements_to(&hearing.id).collect();
    let waiting = all
        .iter()
        .filter(|statement| statement.publication() == Publication::Waiting)
        .count();
    html! {
        section.vk-section aria-labelledby="innspill" {
            h2.vk-section__title.vk-section__title--rule id="innspill" { (say!(language, "statements-title", count = all.len())) }
            @if all.is_empty() { div.vk-empty { p { (say!(language, "statements-none")) } } }
            @if waiting > 0 { p.vk-small { (say!(language, "statements-waiting", count = waiting)) " " a.ds-link href=(reader.addresses.hearing_rules()) { (say!(language, "hearing-rules-title")) } } }
            ul.vk-rows { @for statement in all.iter().filter(|one| one.publication() != Publication::Waiting) { (statement_row(reader, statement)) } }
        }
    }
}

fn statement_row(reader: &Reader, statement: &Statement) -> Markup {
    let language = reader.language;
    html! {
        li.vk-row {
            span.vk-row__title {
                a.vk-row__title href=(reader.addresses.statement(&statement.hearing, statement.number)) { (say!(language, "statement-title", number = statement.number.to_string())) }
                ", " (sender(reader, statement))
                @if statement.example { (example_mark(language)) }
            }
            span.vk-row__side { (date(language, statement.received)) }
            p.vk-row__detail {
                @if statement.is_public() {
                    (first_words(reader, statement))
                } @else {
                    (publication_words(reader, statement))
                }
                @if let Some(assessment) = &statement.assessment {
                    @if statement.is_public() { " · " }
                    (say!(language, &format!("outcome-{}", assessment.outcome.word())))
                }
            }
        }
    }
}

const FIRST: usize = 140;

/// The beginning of what it says, else how much it answers.
fn first_words(reader: &Reader, statement: &Statement) -> String {
    let text = reader.plain(&statement.text).split_whitespace().collect::<Vec<_>>().join(" ");
    if text.is_empty() {
        return say!(
            reader.language,
            "statement-answers",
            measures = say!(reader.language, "measures-count", count = statement.verdicts.len())
        );
    }
    let shortened: String = text.chars().take(FIRST).collect();
    if shortened.len() < text.len() {
        // between two words
        let whole = shortened.rsplit_once(' ').map_or(shortened.as_str(), |(whole, _)| whole);
        format!("{whole} …")
    } else {
        shortened
    }
}

fn facts(reader: &Reader, hearing: &Hearing) -> Markup {
    let language = reader.language;
    let plan = hearing.plan.as_ref().and_then(|plan| reader.state().action_plan(plan));
    html! {
        section.vk-section aria-labelledby="om-hoeringen" {
            h2.vk-section__title id="om-hoeringen" { (say!(language, "hearing-about")) }
            dl.vk-facts {
                div { dt { (say!(language, "hearing-kind")) } dd { (say!(language, &format!("hearing-kind-{}", hearing.kind.word()))) } }
                div { dt { (say!(language, "hearing-circles")) } dd { (circle_words(reader, hearing)) } }
                div { dt { (say!(language, "hearing-period")) } dd { (date(language, hearing.opens)) " – " (date(language, hearing.deadline)) } }
                @if let Some(plan) = plan {
                    div { dt { (say!(language, "hearing-plan")) } dd { a.ds-link href=(reader.addresses.action_plan(&plan.id)) { (inline(language, &plan.title)) } } }
                }
                @if let Some(hash) = &hearing.draft { div { dt { (say!(language, "hearing-draft-hash")) } dd { code.vk-hash { (hash) } } } }
            }
            @if !hearing.extensions.is_empty() {
                ul.vk-rows {
                    @for extension in &hearing.extensions {
                        li.vk-row {
                            span.vk-row__title { (say!(language, "hearing-extended", day = format::date(language, extension.from))) }
                            span.vk-row__side { (date(language, extension.date)) }
                            p.vk-row__detail { (inline(language, &extension.reason)) }
                        }
                    }
                }
            }
            p { a.ds-link href=(reader.addresses.hearing_rules()) { (say!(language, "hearing-rules-title")) } }
        }
    }
}
