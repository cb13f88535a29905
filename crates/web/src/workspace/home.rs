//! The first page of the workspace: what needs doing?

use axum::extract::Query;
use jiff::ToSpan;
use jiff::civil::Date;
use maud::{Markup, html};
use programme::{Actor, Measure, Role, Status};
use publishing::{format, say};
use serde::Deserialize;

use super::{choices, notice, sees};
use crate::form::Choice;
use crate::page::{self, Place};
use crate::reader::Reader;
use crate::session::Member;
use crate::widget::{count as number, organisation, status};
use crate::wording::{example_mark, inline};

/// A measure of which nothing was heard for so many days has gone silent.
const SILENT_DAYS: i64 = 90;

/// What the list of measures is narrowed to.
#[derive(Deserialize, Default)]
pub(super) struct Filter {
    /// The newest plan where nothing is asked for.
    plan: Option<String>,
    #[serde(default)]
    status: String,
    #[serde(default)]
    ansvarlig: String,
}

impl Filter {
    fn holds(&self, measure: &Measure) -> bool {
        let fits = |wanted: &str, is: &str| wanted.is_empty() || wanted == is;
        fits(self.plan.as_deref().unwrap_or_default(), measure.plan.as_str())
            && fits(&self.status, measure.current().word())
            && fits(&self.ansvarlig, measure.responsible.as_str())
    }
}

pub(super) async fn home(member: Member, Query(mut filter): Query<Filter>) -> Markup {
    if filter.plan.is_none() {
        filter.plan = member.reader.state().newest_plan().map(|plan| plan.id.to_string());
    }
    let (reader, language) = (&member.reader, member.reader.language);
    let seen: Vec<&Measure> = reader
        .state()
        .measures
        .iter()
        .filter(|measure| sees(&member.actor, measure))
        .collect();
    let title = say!(language, "workspace-title");
    let body = html! {
        (notice(reader))
        h1.vk-title { (title) }
        (super::shock::expiring(&member))
        (needing(&member, &seen))
        section.vk-section aria-labelledby="alle-tiltak" {
            h2.vk-section__title id="alle-tiltak" { (say!(language, if member.actor.role == Role::Partner { "workspace-own" } else { "workspace-measures" })) }
            @if member.actor.may_edit_all() {
                div.vk-actions { a.ds-button href=(reader.addresses.workspace("/tiltak/ny")) { (say!(language, "measure-new")) } }
            }
            (filter_form(reader, &filter))
            (listed(reader, &seen.iter().copied().filter(|measure| filter.holds(measure)).collect::<Vec<_>>()))
        }
    };
    page::workspace(reader, Place::Home, &title, &body)
}

/// What a measure wants from somebody.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Need {
    Late,
    Paused,
    Silent,
    Unfunded,
}

impl Need {
    const ALL: [Self; 4] = [Self::Late, Self::Paused, Self::Silent, Self::Unfunded];

    fn of(measure: &Measure, today: Date) -> Vec<Self> {
        let open = measure.current().is_open();
        let silent_since = today.checked_sub(SILENT_DAYS.days()).unwrap_or(today);
        let heard = measure.status.last().map(|change| change.date);
        let applies = |need: &Self| match need {
            Self::Late => measure.current() == Status::Delayed || open && measure.ends < today,
            Self::Paused => measure.current() == Status::Paused,
            Self::Silent => open && heard.is_none_or(|day| day < silent_since),
            Self::Unfunded => open && measure.money().missing_kroner > 0,
        };
        Self::ALL.into_iter().filter(applies).collect()
    }

    fn word(self) -> &'static str {
        match self {
            Self::Late => "late",
            Self::Paused => "paused",
            Self::Silent => "silent",
            Self::Unfunded => "unfunded",
        }
    }

    fn words(self, reader: &Reader, measure: &Measure) -> String {
        let language = reader.language;
        match self {
            Self::Late => say!(language, "need-late", day = format::date(language, measure.ends)),
            Self::Paused => say!(language, "need-paused"),
            Self::Silent => match measure.status.last() {
                Some(last) => say!(language, "need-silent", day = format::date(language, last.date)),
                None => say!(language, "need-silent-always"),
            },
            Self::Unfunded => {
                let missing = i64::try_from(measure.money().missing_kroner).unwrap_or(i64::MAX);
                say!(language, "need-unfunded", missing = format::kroner_exact(language, missing))
            }
        }
    }
}

/// Own measures first, for who acts for an organisation; then those that need most.
fn needing(member: &Member, seen: &[&Measure]) -> Markup {
    let (reader, language) = (&member.reader, member.reader.language);
    let mut found: Vec<(&Measure, Vec<Need>)> = seen.iter().map(|measure| (*measure, Need::of(measure, reader.today))).collect();
    found.retain(|(_, needs)| !needs.is_empty());
    found.sort_by_key(|(measure, needs)| (!is_own(&member.actor, measure), usize::MAX - needs.len()));
    let count = |need: Need| found.iter().filter(|(_, needs)| needs.contains(&need)).count();
    html! {
        p.vk-lead { (say!(language, "workspace-lead", count = found.len())) }
        @if !found.is_empty() {
            ul.vk-keyfigures.vk-keyfigures--quiet {
                @for need in Need::ALL {
                    li.vk-keyfigure {
                        strong.vk-keyfigure__value { (number(language, count(need))) }
                        span.vk-keyfigure__caption { (say!(language, &format!("need-count-{}", need.word()))) }
                    }
                }
            }
        }
        @if !found.is_empty() {
            section.vk-section aria-labelledby="trenger" {
                h2.vk-section__title id="trenger" { (say!(language, "workspace-needing")) }
                ul.vk-rows {
                    @for (measure, needs) in &found {
                        (row(reader, measure, &needs.iter().map(|need| need.words(reader, measure)).collect::<Vec<_>>().join(" · ")))
                    }
                }
            }
        }
    }
}

fn is_own(actor: &Actor, measure: &Measure) -> bool {
    actor.organisation.as_ref().is_some_and(|own| measure.involves(own))
}

fn row(reader: &Reader, measure: &Measure, detail: &str) -> Markup {
    let language = reader.language;
    html! {
        li.vk-row {
            a.vk-row__title href=(reader.addresses.workspace(&format!("/tiltak/{}", measure.id))) { (inline(language, &measure.title)) }
            span.vk-row__side { (status(language, measure.current())) }
            p.vk-row__detail {
                (organisation(reader, &measure.responsible))
                @if !detail.is_empty() { " · " (detail) }
                @if measure.example { (example_mark(language)) }
            }
        }
    }
}

fn listed(reader: &Reader, measures: &[&Measure]) -> Markup {
    html! {
        @if measures.is_empty() {
            div.vk-empty { p { (say!(reader.language, "workspace-none")) } }
        } @else {
            ul.vk-rows { @for measure in measures { (row(reader, measure, "")) } }
        }
    }
}

fn filter_form(reader: &Reader, filter: &Filter) -> Markup {
    let language = reader.language;
    let select = |name: &str, label: &str, chosen: &str, choices: &[Choice]| {
        html! {
            div.ds-field {
                label.ds-label for=(format!("filter-{name}")) { (say!(language, label)) }
                select.ds-input id=(format!("filter-{name}")) name=(name) {
                    option value="" { (say!(language, "filter-all")) }
                    @for choice in choices { option value=(choice.value) selected[choice.value == chosen] { (choice.words) } }
                }
            }
        }
    };
    html! {
        form.vk-filter method="get" action=(reader.addresses.workspace("")) {
            (select("plan", "field-plan", filter.plan.as_deref().unwrap_or_default(), &choices::action_plans(reader)))
            (select("status", "field-status", &filter.status, &choices::statuses(reader)))
            (select("ansvarlig", "field-responsible", &filter.ansvarlig, &choices::organisations(reader)))
            button.ds-button data-variant="secondary" type="submit" { (say!(language, "filter-show")) }
        }
    }
}
