//! Choosing which two states of a plan are held against each other.

use maud::{Markup, html};
use programme::ActionPlan;
use publishing::{format, say};

use super::super::{Choice, revisions};
use super::ends::{End, Wrong};
use crate::page::{Page, Section, page};
use crate::reader::Reader;
use crate::widget::crumbs;
use crate::wording::inline;

/// A state that cannot be compared.
pub(super) struct Fault {
    field: &'static str,
    typed: String,
    key: &'static str,
}

impl Fault {
    pub fn new(field: &'static str, typed: &str, wrong: Wrong) -> Self {
        Self {
            field,
            typed: typed.chars().take(40).collect(),
            key: match wrong {
                Wrong::Unknown => "difference-wrong",
                Wrong::ToCome => "difference-wrong-to-come",
                Wrong::Before => "difference-wrong-before",
            },
        }
    }

    fn words(&self, reader: &Reader) -> String {
        let day = End::read(&self.typed).and_then(|end| match end {
            End::Day(day) if self.key != "difference-wrong" => Some(format::date(reader.language, day)),
            _ => None,
        });
        say!(reader.language, self.key, typed = day.unwrap_or_else(|| self.typed.clone()))
    }
}

/// What was chosen, as it was written.
#[derive(Default)]
pub(super) struct Form {
    from: String,
    to: String,
}

impl Form {
    /// A day that was written counts before what stands in the list.
    pub fn read(choice: &Choice) -> Self {
        let value = |name: &str| {
            let found = choice.iter().find(|(key, _)| key == name).map(|(_, value)| value.trim().to_owned());
            found.filter(|value| !value.is_empty())
        };
        let either = |day: &str, listed: &str| value(day).or_else(|| value(listed)).unwrap_or_default();
        Self {
            from: either("fra-dag", "fra"),
            to: either("til-dag", "til"),
        }
    }

    pub fn of(from: End, to: End) -> Self {
        Self {
            from: from.to_string(),
            to: to.to_string(),
        }
    }

    /// Both as they were written; the second is today where it was left out.
    pub fn ends(&self) -> Option<(String, String)> {
        (!self.from.is_empty()).then(|| (self.from.clone(), self.to.clone()))
    }

    pub fn is_complete(&self) -> bool {
        !self.from.is_empty() && !self.to.is_empty()
    }

    pub fn markup(&self, reader: &Reader, plan: &ActionPlan, fault: Option<&Fault>) -> Markup {
        let language = reader.language;
        let title = say!(language, "difference-compare");
        html! {
            section.vk-section aria-labelledby="velg_utgaver" {
                h2.vk-section__title id="velg_utgaver" { (title) }
                form.vk-filter method="get" action=(reader.addresses.changes_of(&plan.id)) aria-labelledby="velg_utgaver" {
                    (side(reader, plan, "fra", &self.from, fault))
                    (side(reader, plan, "til", &self.to, fault))
                    button.ds-button data-variant="secondary" type="submit" { (say!(language, "difference-compare-show")) }
                }
            }
        }
    }
}

/// The form again, with what is wrong first.
pub(super) fn refused(reader: &Reader, plan: &ActionPlan, form: &Form, fault: &Fault) -> Markup {
    let language = reader.language;
    let title = say!(language, "difference-compare");
    let body = html! {
        div.ds-error-summary.vk-errors tabindex="-1" role="alert" aria-labelledby="feil" {
            h2.ds-heading id="feil" { (say!(language, "difference-wrong-title")) }
            ul.ds-list { li { a.ds-link href=(format!("#velg_{}_dag", fault.field)) { (fault.words(reader)) } } }
        }
        (crumbs(reader, &[(reader.addresses.action_plan(&plan.id), inline(language, &plan.title))], &html! { (title) }))
        h1.vk-title { (title) }
        (form.markup(reader, plan, Some(fault)))
    };
    framed(reader, &title, body)
}

/// Before anything was adopted.
pub(super) fn none_yet(reader: &Reader, plan: &ActionPlan) -> Markup {
    let language = reader.language;
    let title = say!(language, "difference-compare");
    let body = html! {
        (crumbs(reader, &[(reader.addresses.action_plan(&plan.id), inline(language, &plan.title))], &html! { (title) }))
        h1.vk-title { (title) }
        div.vk-empty { p { (say!(language, "difference-none-yet")) } }
    };
    framed(reader, &title, body)
}

fn framed(reader: &Reader, title: &str, body: Markup) -> Markup {
    page(
        reader,
        &Page {
            section: Section::ActionPlan,
            title,
            description: None,
            body,
        },
    )
}

/// A list of revisions, and a field for any other day.
fn side(reader: &Reader, plan: &ActionPlan, field: &str, typed: &str, fault: Option<&Fault>) -> Markup {
    let language = reader.language;
    let label = say!(
        language,
        if field == "fra" {
            "difference-compare-from"
        } else {
            "difference-compare-to"
        }
    );
    let day = matches!(End::read(typed), Some(End::Day(_))) && !(field == "til" && typed == reader.today.to_string());
    let fault = fault.filter(|fault| fault.field == field);
    let (list, day_field, error) = (format!("velg_{field}"), format!("velg_{field}_dag"), format!("velg_{field}_feil"));
    html! {
        div.ds-field {
            label.ds-label for=(list) { (label) }
            select.ds-input id=(list) name=(field) {
                @for revision in revisions(reader, plan) {
                    @let number = revision.number.to_string();
                    option value=(number) selected[!day && number == typed] {
                        (say!(language, "difference-compare-revision", number = &number, date = format::date_short(language, revision.adopted)))
                    }
                }
                @if field == "til" {
                    option value=(reader.today) selected[!day && (typed.is_empty() || typed == reader.today.to_string())] {
                        (say!(language, "difference-compare-today"))
                    }
                }
            }
        }
        div.ds-field {
            label.ds-label for=(day_field) { (label) " " (say!(language, "difference-compare-day")) }
            input.ds-input type="date" id=(day_field) name=(format!("{field}-dag")) value=[(day || fault.is_some()).then_some(typed)]
                max=(reader.today) aria-invalid=[fault.map(|_| "true")] aria-describedby=[fault.map(|_| &error)];
            @if let Some(fault) = fault {
                p.ds-validation-message data-field="validation" id=(error) { (fault.words(reader)) }
            }
        }
    }
}
