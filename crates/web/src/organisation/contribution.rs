//! What an organisation gives: pledged and delivered, in kroner and hours, by year and by measure.

use std::collections::BTreeMap;

use maud::{Markup, html};
use programme::{BudgetLine, Language, Measure, Organisation, OrganisationId, State};
use publishing::chart::Table;
use publishing::{format, say};

use crate::reader::Reader;
use crate::widget::table;
use crate::wording::{example_mark, inline};

/// Sums of budget lines.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Contribution {
    pub kroner: u64,
    pub hours: u64,
    pub delivered_kroner: u64,
    pub delivered_hours: u64,
    /// True where any of it was made up.
    pub example: bool,
}

impl Contribution {
    /// Everything that an organisation pledged and delivered, in all plans.
    pub fn total(state: &State, organisation: &OrganisationId) -> Self {
        lines(state, organisation).fold(Self::default(), |sum, (_, line)| sum.and(line))
    }

    fn and(self, line: &BudgetLine) -> Self {
        Self {
            kroner: self.kroner + line.kroner,
            hours: self.hours + line.hours,
            delivered_kroner: self.delivered_kroner + line.delivered_kroner,
            delivered_hours: self.delivered_hours + line.delivered_hours,
            example: self.example || line.example,
        }
    }

    fn cells(self, language: Language) -> [String; 4] {
        let kroner = |amount| format::kroner_exact(language, whole(amount));
        let hours = |amount| format::integer(language, whole(amount));
        [
            kroner(self.kroner),
            kroner(self.delivered_kroner),
            hours(self.hours),
            hours(self.delivered_hours),
        ]
    }
}

/// An amount as formats take it.
pub(super) fn whole(amount: u64) -> i64 {
    i64::try_from(amount).unwrap_or(i64::MAX)
}

fn lines<'a>(state: &'a State, organisation: &'a OrganisationId) -> impl Iterator<Item = (&'a Measure, &'a BudgetLine)> {
    let of = move |measure: &'a Measure| measure.budget.iter().map(move |line| (measure, line));
    state
        .measures
        .iter()
        .flat_map(of)
        .filter(move |(_, line)| &line.funder == organisation)
}

/// What it gives, year by year; one tap away, measure by measure.
pub(super) fn section(reader: &Reader, organisation: &Organisation) -> Markup {
    let (language, id) = (reader.language, &organisation.id);
    let total = Contribution::total(reader.state(), id);
    if total == Contribution::default() {
        return html! {};
    }
    html! {
        section.vk-section aria-labelledby="bidrag" {
            h2.vk-section__title id="bidrag" { (say!(language, "organisation-gives")) @if total.example { (example_mark(language)) } }
            (table("bidrag-aar", &by_year(reader, id)))
            details.vk-details {
                summary { (say!(language, "organisation-gives-by-measure")) }
                (by_measure(reader, id))
            }
        }
    }
}

fn by_year(reader: &Reader, organisation: &OrganisationId) -> Table {
    let language = reader.language;
    let mut years: BTreeMap<i16, Contribution> = BTreeMap::new();
    for (_, line) in lines(reader.state(), organisation) {
        let year = years.entry(line.year).or_default();
        *year = year.and(line);
    }
    let row = |(year, sum): (&i16, &Contribution)| std::iter::once(year.to_string()).chain(sum.cells(language)).collect();
    Table {
        caption: say!(language, "organisation-gives-caption"),
        columns: ["year", "pledged", "delivered", "pledged-hours", "delivered-hours"]
            .map(|column| say!(language, &format!("organisation-gives-{column}")))
            .to_vec(),
        rows: years.iter().rev().map(row).collect(),
    }
}

fn by_measure(reader: &Reader, organisation: &OrganisationId) -> Markup {
    let language = reader.language;
    html! {
        ul.vk-rows {
            @for (measure, line) in lines(reader.state(), organisation) {
                @let [pledged, delivered, pledged_hours, delivered_hours] = Contribution::default().and(line).cells(language);
                li.vk-row {
                    a.vk-row__title href=(reader.addresses.measure(&measure.id)) { (inline(language, &measure.title)) }
                    span.vk-row__side { (line.year) }
                    p.vk-row__detail {
                        @if line.kroner > 0 { (say!(language, "organisation-gives-money", pledged = pledged, delivered = delivered)) " " }
                        @if line.hours > 0 { (say!(language, "organisation-gives-time", pledged = pledged_hours, delivered = delivered_hours)) }
                        @if line.example { (example_mark(language)) }
                    }
                }
            }
        }
    }
}
