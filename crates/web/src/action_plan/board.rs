//! The board: focus areas with their measures, who answers, how soon, how it goes, and the money.

use maud::{Markup, html};
use programme::{FocusArea, FocusAreaId, Measure, Money, Organisation, OrganisationId};
use publishing::{format, say};

use crate::reader::Reader;
use crate::widget::{counts, horizon_key, money_bar, status};
use crate::wording::{example_mark, inline};

/// Measures of a plan with the names that they and their headings had.
pub(super) struct Board<'a> {
    pub reader: &'a Reader,
    /// In the order of the plan.
    pub order: &'a [FocusAreaId],
    pub areas: &'a [FocusArea],
    pub organisations: &'a [Organisation],
    pub measures: Vec<&'a Measure>,
}

impl Board<'_> {
    pub fn markup(&self) -> Markup {
        html! {
            div.vk-board {
                @for id in self.headings() {
                    @let measures = self.under(id);
                    section.vk-board__column aria-labelledby=(heading(id)) { (self.column(id, &measures)) }
                }
            }
        }
    }

    /// Those of the plan that have measures here; what stands under a heading that the plan does not name comes last.
    fn headings(&self) -> Vec<&FocusAreaId> {
        let mut headings: Vec<&FocusAreaId> = self.order.iter().filter(|id| !self.under(id).is_empty()).collect();
        for measure in &self.measures {
            if !headings.contains(&&measure.focus_area) {
                headings.push(&measure.focus_area);
            }
        }
        headings
    }

    fn under(&self, id: &FocusAreaId) -> Vec<&Measure> {
        self.measures.iter().copied().filter(|measure| &measure.focus_area == id).collect()
    }

    fn column(&self, id: &FocusAreaId, measures: &[&Measure]) -> Markup {
        let language = self.reader.language;
        let money: Money = measures.iter().map(|measure| measure.money()).sum();
        html! {
            h2.vk-board__title id=(heading(id)) { (self.area(id)) }
            p.vk-board__summary { (counts(language, measures.iter().copied())) }
            (money_bar(language, &money))
            ul.vk-board__list { @for measure in measures { li.vk-measure { (self.measure(measure)) } } }
        }
    }

    /// The name that the heading had, leading to its page where it still has one.
    fn area(&self, id: &FocusAreaId) -> Markup {
        let known = self.areas.iter().find(|area| &area.id == id);
        let title = known.map_or_else(|| html! { (id) }, |area| inline(self.reader.language, &area.title));
        let still = self.reader.state().focus_area(id).is_some();
        html! { @if still { a href=(self.reader.addresses.focus_area(id)) { (title) } } @else { (title) } }
    }

    fn measure(&self, measure: &Measure) -> Markup {
        let language = self.reader.language;
        let newest = measure.status.last();
        let reason = newest.filter(|change| !change.reason.is_empty() && change.status.demands_reason());
        html! {
            h3.vk-measure__title { (self.title(measure)) @if measure.example { (example_mark(language)) } }
            p.vk-measure__facts { (self.organisation(&measure.responsible)) " · " (say!(language, horizon_key(measure.horizon))) }
            p.vk-measure__foot { (status(language, measure.current())) (self.money(&measure.money())) }
            @if let Some(change) = reason { p.vk-reason { (inline(language, &change.reason)) } }
        }
    }

    fn title(&self, measure: &Measure) -> Markup {
        let title = inline(self.reader.language, &measure.title);
        let still = self.reader.state().measure(&measure.id).is_some();
        html! { @if still { a href=(self.reader.addresses.measure(&measure.id)) { (title) } } @else { (title) } }
    }

    fn organisation(&self, id: &OrganisationId) -> Markup {
        let known = self.organisations.iter().find(|organisation| &organisation.id == id);
        known.map_or_else(|| html! { (id) }, |organisation| inline(self.reader.language, &organisation.name))
    }

    /// "180 000 av 220 000 kr", the money found of the money asked for.
    fn money(&self, money: &Money) -> Markup {
        let language = self.reader.language;
        let signed = |amount: u64| i64::try_from(amount).unwrap_or(i64::MAX);
        let (found, asked) = (signed(money.pledged_kroner), signed(money.cost_kroner.max(money.pledged_kroner)));
        let (found, asked) = (format::integer(language, found), format::kroner_exact(language, asked));
        html! {
            @if money.cost_kroner.max(money.pledged_kroner) > 0 {
                span.vk-measure__money { (say!(language, "plan-money-of", found = found, asked = asked)) }
            }
        }
    }
}

fn heading(id: &FocusAreaId) -> String {
    format!("omrade-{id}")
}
