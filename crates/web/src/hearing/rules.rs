//! By which rules is a statement shown, and how were they used?

use maud::{Markup, html};
use programme::Statement;
use programme::hearing::{Moderation, Publication, Reason};
use publishing::say;

use crate::page::{Page, Section, page};
use crate::reader::Reader;
use crate::widget::{crumbs, date};
use crate::wording::inline;

pub(super) async fn rules(reader: Reader) -> Markup {
    let language = reader.language;
    let title = say!(language, "hearing-rules-title");
    let body = html! {
        (crumbs(&reader, &[(reader.addresses.hearings(), html! { (say!(language, "nav-hearings")) })], &html! { (title) }))
        h1.vk-title { (title) }
        p.vk-lead { (say!(language, "hearing-rules-lead")) }
        div.vk-prose {
            p { (say!(language, "hearing-rules-shown")) }
            p { (say!(language, "hearing-rules-withheld")) }
            ul { @for reason in Reason::ALL { li { (say!(language, &format!("moderation-reason-{}", reason.word()))) } } }
            p { (say!(language, "hearing-rules-assessed")) }
            p { (say!(language, "hearing-rules-persons")) }
            p { (say!(language, "hearing-rules-complain", contact = &reader.state().programme.contact)) }
        }
        (log(&reader))
    };
    page(
        &reader,
        &Page {
            section: Section::Hearings,
            title: &title,
            description: Some(&say!(language, "hearing-rules-lead")),
            body,
        },
    )
}

/// Every decision about showing a statement, the newest first.
fn log(reader: &Reader) -> Markup {
    let language = reader.language;
    let mut lines: Vec<(&Statement, &Moderation)> = reader
        .state()
        .statements
        .iter()
        .flat_map(|statement| statement.moderation.iter().map(move |line| (statement, line)))
        .collect();
    lines.sort_by_key(|(_, line)| std::cmp::Reverse(line.date));
    html! {
        section.vk-section aria-labelledby="logg" {
            h2.vk-section__title.vk-section__title--rule id="logg" { (say!(language, "moderation-log")) }
            @if lines.is_empty() { div.vk-empty { p { (say!(language, "moderation-log-none")) } } }
            ul.vk-rows { @for (statement, line) in lines { (row(reader, statement, line)) } }
        }
    }
}

fn row(reader: &Reader, statement: &Statement, line: &Moderation) -> Markup {
    let language = reader.language;
    html! {
        li.vk-row {
            span.vk-row__title {
                a.vk-row__title href=(reader.addresses.statement(&statement.hearing, statement.number)) { (say!(language, "statement-title", number = statement.number.to_string())) }
                @if let Some(hearing) = reader.state().hearing(&statement.hearing) { ", " (inline(language, &hearing.title)) }
            }
            span.vk-row__side { (date(language, line.date)) }
            p.vk-row__detail { (words(reader, line)) }
        }
    }
}

/// "Holdt tilbake: Det trakasserer eller truer."
pub(super) fn words(reader: &Reader, line: &Moderation) -> Markup {
    let language = reader.language;
    let word = if line.erased { "erased" } else { line.decision.word() };
    html! {
        (say!(language, &format!("moderated-{word}")))
        @if let (Publication::Withheld, Some(reason)) = (line.decision, line.reason) {
            ": " (say!(language, &format!("moderation-reason-{}", reason.word())))
        }
        @if !line.note.is_empty() { " " (inline(language, &line.note)) }
    }
}
