//! The form of a measure.

use maud::{Markup, html};
use programme::Measure;
use publishing::say;

use super::sheet::Reach;
use crate::form::{Fields, Form, Mistake, field};
use crate::page::{self, Place};
use crate::session::Member;
use crate::widget::{crumbs, date, goal_link, horizon_key, organisation, organisations};
use crate::wording::inline;
use crate::workspace::conflict::Conflict;
use crate::workspace::difference::budget_words;
use crate::workspace::{account, choices};

/// The form of a measure that there is.
pub(super) fn edit(
    member: &Member,
    measure: &Measure,
    reach: &Reach,
    fields: &Fields,
    mistakes: &[Mistake],
    conflict: Option<&Conflict>,
) -> Markup {
    let (reader, language) = (&member.reader, member.reader.language);
    let form = Form { reader, fields, mistakes };
    let back = reader.addresses.workspace(&format!("/tiltak/{}", measure.id));
    let title = say!(language, "measure-edit-title", title = reader.plain(&measure.title));
    let ways = [
        (reader.addresses.workspace(""), html! { (say!(language, "workspace-nav-home")) }),
        (back.clone(), inline(language, &measure.title)),
    ];
    let parts = html! {
        (form.hidden("base"))
        (parts(&form, member, measure, reach))
    };
    let body = html! {
        (crumbs(reader, &ways, &html! { (say!(language, "change")) }))
        h1.vk-title { (title) }
        @if let Some(conflict) = conflict { (conflict.notice(reader)) }
        (form.draw(&format!("{back}/endre"), &say!(language, "form-save"), &back, &parts))
    };
    page::workspace(reader, Place::Home, &title, &body)
}

/// The form of a new measure.
pub(super) fn new(member: &Member, blank: &Measure, fields: &Fields, mistakes: &[Mistake]) -> Markup {
    let (reader, language) = (&member.reader, member.reader.language);
    let form = Form { reader, fields, mistakes };
    let home = reader.addresses.workspace("");
    let title = say!(language, "measure-new");
    let ways = [(home.clone(), html! { (say!(language, "workspace-nav-home")) })];
    let action = reader.addresses.workspace("/tiltak/ny");
    let body = html! {
        (crumbs(reader, &ways, &html! { (title) }))
        h1.vk-title { (title) }
        (form.draw(&action, &say!(language, "form-save"), &home, &parts(&form, member, blank, &Reach::Whole)))
    };
    page::workspace(reader, Place::Home, &title, &body)
}

/// The fields of a measure, or those of them that the person may change.
pub(in crate::workspace) fn parts(form: &Form<'_>, member: &Member, measure: &Measure, reach: &Reach) -> Markup {
    let whole = *reach == Reach::Whole;
    html! {
        @if reach.includes_text() {
            (form.wordings(field("title").hint("field-title-hint"), 1))
            (form.wordings(field("body").hint("field-body-hint").optional(), 6))
        }
        @if whole { (placed(form)) } @else { (fixed(member, measure, reach)) }
        @if reach.includes_text() {
            div.vk-form__row {
                (form.date(field("starts")))
                (form.date(field("ends")))
            }
            @if whole { (form.date(field("from").hint("field-from-hint").optional())) }
        }
        @if whole { (rests_on(form)) (costs(form)) }
        (budget(form, reach))
        @if whole { (form.tick(field("example").hint("field-example-hint"))) }
        (account::parts(form, member))
    }
}

/// Where it belongs, and who is in it.
fn placed(form: &Form<'_>) -> Markup {
    let reader = form.reader;
    html! {
        div.vk-form__row {
            (form.choice(field("plan"), None, &choices::action_plans(reader)))
            (form.choice(field("focus-area"), None, &choices::focus_areas(reader)))
            (form.number(field("order").in_row()))
        }
        (form.boxes(field("goals"), &choices::goals(reader)))
        (form.buttons(field("horizon"), &choices::horizons(reader)))
        (form.choice(field("responsible"), None, &choices::organisations(reader)))
        (form.boxes(field("executing").optional(), &choices::organisations(reader)))
        (form.boxes(field("contributing").optional(), &choices::organisations(reader)))
    }
}

/// What this person may read here but not change.
fn fixed(member: &Member, measure: &Measure, reach: &Reach) -> Markup {
    let (reader, language) = (&member.reader, member.reader.language);
    let others: Vec<String> = measure
        .budget
        .iter()
        .filter(|line| Some(&line.funder) != reach.own())
        .map(|line| budget_words(reader, line))
        .collect();
    let fact = |key: &str, value: Markup| html! { div { dt { (say!(language, key)) } dd { (value) } } };
    html! {
        dl.vk-facts {
            @if !reach.includes_text() {
                (fact("field-title", inline(language, &measure.title)))
                (fact("field-starts", date(language, measure.starts)))
                (fact("field-ends", date(language, measure.ends)))
            }
            @if let Some(area) = reader.state().focus_area(&measure.focus_area) { (fact("field-focus-area", inline(language, &area.title))) }
            (fact("field-goals", html! { @for (place, goal) in measure.goals.iter().enumerate() { @if place > 0 { ", " } (goal_link(reader, goal)) } }))
            (fact("field-horizon", html! { (say!(language, horizon_key(measure.horizon))) }))
            (fact("field-responsible", organisation(reader, &measure.responsible)))
            @if !measure.executing.is_empty() { (fact("field-executing", organisations(reader, &measure.executing))) }
            @if !measure.contributing.is_empty() { (fact("field-contributing", organisations(reader, &measure.contributing))) }
            @if !others.is_empty() { (fact("field-budget-others", html! { @for line in &others { p { (line) } } })) }
        }
        p.vk-small { (say!(language, "form-fixed")) }
    }
}

/// What must be true, and what must be done first. Long lists stand folded.
fn rests_on(form: &Form<'_>) -> Markup {
    let reader = form.reader;
    let open = form.is_wrong_below("assumptions") || form.is_wrong_below("depends-on");
    html! {
        details.vk-details open[open] {
            summary { (say!(reader.language, "measure-rests-on")) }
            (form.boxes(field("assumptions").optional(), &choices::assumptions(reader)))
            (form.boxes(field("depends-on").optional(), &choices::measures(reader)))
        }
    }
}

/// Rows in use stand open, empty ones folded behind them.
fn rows(form: &Form<'_>, table: &str, columns: &[&str], row: impl Fn(usize) -> Markup) -> Markup {
    let language = form.reader.language;
    let used = |row: usize| {
        columns
            .iter()
            .any(|column| !form.fields.text(&format!("{table}-{row}-{column}")).is_empty())
    };
    let (filled, empty): (Vec<usize>, Vec<usize>) = (0..form.fields.rows(table, "year")).partition(|row| used(*row));
    html! {
        fieldset.ds-fieldset id=(format!("felt-{table}")) {
            legend.ds-label { (say!(language, &format!("field-{table}"))) }
            p data-field="description" { (say!(language, &format!("field-{table}-hint"))) }
            @for one in &filled { (row(*one)) }
            details.vk-details open[filled.is_empty()] {
                summary { (say!(language, "form-more-rows")) }
                @for one in &empty { (row(*one)) }
            }
        }
    }
}

fn costs(form: &Form<'_>) -> Markup {
    rows(form, "cost", &["year", "kroner", "hours"], |row| {
        let name = |column: &str| format!("cost-{row}-{column}");
        html! {
            div.vk-form__row role="group" aria-label=(say!(form.reader.language, "form-row", number = row + 1)) {
                (form.number(field(&name("year")).in_row()))
                (form.number(field(&name("kroner")).in_row()))
                (form.number(field(&name("hours")).in_row()))
                (form.tick(field(&name("example"))))
            }
        }
    })
}

fn budget(form: &Form<'_>, reach: &Reach) -> Markup {
    let columns = ["funder", "year", "kroner", "hours", "delivered-kroner", "delivered-hours"];
    rows(form, "budget", &columns, |row| {
        let name = |column: &str| format!("budget-{row}-{column}");
        html! {
            div.vk-form__row role="group" aria-label=(say!(form.reader.language, "form-row", number = row + 1)) {
                @if reach.own().is_none() {
                    (form.choice(field(&name("funder")).in_row(), Some("form-nobody"), &choices::organisations(form.reader)))
                }
                @for column in &columns[1..] { (form.number(field(&name(column)).in_row())) }
                (form.tick(field(&name("example"))))
            }
        }
    })
}
