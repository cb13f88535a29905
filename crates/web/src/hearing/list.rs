//! What is asked of people now, and what came of what was asked before?

use std::collections::BTreeSet;

use maud::{Markup, html};
use programme::hearing::Phase;
use programme::{Hearing, MeasureId};
use publishing::{format, say};

use super::{circle_words, deadline_words};
use crate::page::{Page, Section, page};
use crate::reader::Reader;
use crate::vote;
use crate::widget::date;
use crate::wording::{example_mark, inline};

pub(super) async fn list(reader: Reader) -> Markup {
    let language = reader.language;
    let of = |phase: Phase| {
        let published = reader.state().hearings.iter().filter(|hearing| hearing.is_published());
        let mut found: Vec<&Hearing> = published.filter(|hearing| hearing.phase(reader.today) == phase).collect();
        found.sort_by_key(|hearing| hearing.deadline);
        found
    };
    let open = of(Phase::Open);
    let mut over: Vec<&Hearing> = of(Phase::Closed).into_iter().chain(of(Phase::Assessed)).collect();
    over.sort_by_key(|hearing| std::cmp::Reverse(hearing.deadline));
    let lead = say!(language, "hearings-lead", count = open.len());
    let body = html! {
        h1.vk-title { (say!(language, "nav-hearings")) }
        p.vk-lead { (lead) }
        section.vk-section aria-labelledby="aapne" {
            h2.vk-section__title.vk-section__title--rule id="aapne" { (say!(language, "hearings-open")) }
            @if open.is_empty() { div.vk-empty { p { (say!(language, "hearings-open-none")) } } }
            ul.vk-rows { @for hearing in open { (row(&reader, hearing)) } }
        }
        @if !over.is_empty() {
            section.vk-section aria-labelledby="avsluttet" {
                h2.vk-section__title.vk-section__title--rule id="avsluttet" { (say!(language, "hearings-over")) }
                ul.vk-rows { @for hearing in over { (row(&reader, hearing)) } }
            }
        }
        (vote::section(&reader))
        ul.vk-ways { li { a.ds-link href=(reader.addresses.hearing_rules()) { (say!(language, "hearing-rules-title")) } } }
    };
    page(
        &reader,
        &Page {
            section: Section::Hearings,
            title: &say!(language, "nav-hearings"),
            description: Some(&lead),
            body,
        },
    )
}

fn row(reader: &Reader, hearing: &Hearing) -> Markup {
    let language = reader.language;
    let phase = hearing.phase(reader.today);
    let said = reader.state().statements_to(&hearing.id).count();
    html! {
        li.vk-row {
            span.vk-row__title {
                a.vk-row__title href=(reader.addresses.hearing(&hearing.id)) { (inline(language, &hearing.title)) }
                @if hearing.example { (example_mark(language)) }
            }
            @if phase == Phase::Open {
                strong.vk-row__side { (say!(language, "hearing-days-left", left = hearing.days_left(reader.today))) }
            } @else {
                span.vk-row__side { (date(language, hearing.deadline)) }
            }
            p.vk-row__detail {
                @match phase {
                    Phase::Open => {
                        (deadline_words(reader, hearing)) " " (say!(language, "hearing-asked", who = circle_words(reader, hearing)))
                    },
                    Phase::Closed => { (say!(language, "hearing-being-assessed", count = said)) },
                    _ => { (came_of(reader, hearing, said)) },
                }
            }
        }
    }
}

/// "14 innspill, 3 tiltak endret", and the day on which it ended.
fn came_of(reader: &Reader, hearing: &Hearing, said: usize) -> String {
    let language = reader.language;
    let changed = changed(reader, hearing).len();
    let day = hearing
        .conclusion
        .as_ref()
        .map(|conclusion| format::date(language, conclusion.date));
    say!(
        language,
        "hearing-came-of",
        count = said,
        changed = say!(language, "measures-count", count = changed),
        day = day.unwrap_or_default()
    )
}

/// The measures that a hearing changed, each once.
pub(super) fn changed<'a>(reader: &'a Reader, hearing: &Hearing) -> BTreeSet<&'a MeasureId> {
    let assessed = reader
        .state()
        .statements_to(&hearing.id)
        .filter_map(|statement| statement.assessment.as_ref());
    assessed.flat_map(|assessment| &assessment.changed).collect()
}
