//! What adopting a plan would adopt, beside what was adopted last.

use std::sync::Arc;

use maud::{Markup, html};
use programme::{AdoptedPlan, Measure, Money, Revision};
use publishing::say;
use serde_json::Value;

use crate::reader::Reader;
use crate::widget::{count as number, counts, money_bar_large, status};
use crate::wording::inline;
use crate::workspace::difference::{self, Changed};

/// The plan as it would be adopted, and how it differs from the last revision.
pub(super) struct Preview {
    next: AdoptedPlan,
    last: Option<Arc<AdoptedPlan>>,
}

impl Preview {
    pub fn new(next: AdoptedPlan, last: Option<&Revision>) -> Self {
        let last = last.and_then(|revision| revision.adopted_plan().ok());
        Self { next, last }
    }

    pub fn show(&self, reader: &Reader) -> Markup {
        let language = reader.language;
        let money: Money = self.next.measures.iter().map(Measure::money).sum();
        html! {
            p.vk-lead { (counts(language, &self.next.measures)) }
            (money_bar_large(language, &money))
            @match &self.last {
                Some(last) => { (self.changes(reader, last)) },
                None => { p { (say!(language, "adopt-first")) } },
            }
        }
    }

    fn changes(&self, reader: &Reader, last: &AdoptedPlan) -> Markup {
        let language = reader.language;
        let before = |measure: &&Measure| last.measures.iter().find(|one| one.id == measure.id);
        let (known, new): (Vec<&Measure>, Vec<&Measure>) = self.next.measures.iter().partition(|measure| before(measure).is_some());
        let gone: Vec<&Measure> = last
            .measures
            .iter()
            .filter(|one| !self.next.measures.iter().any(|next| next.id == one.id))
            .collect();
        let changed: Vec<(&Measure, Vec<Changed>)> = known
            .iter()
            .filter_map(|next| Some((*next, different(reader, before(next)?, next))))
            .filter(|(_, changes)| !changes.is_empty())
            .collect();
        let figures = [
            ("adopt-kept", known.len() - changed.len()),
            ("adopt-changed", changed.len()),
            ("adopt-new", new.len()),
            ("adopt-gone", gone.len()),
        ];
        html! {
            ul.vk-keyfigures.vk-keyfigures--quiet {
                @for (key, count) in figures {
                    li.vk-keyfigure {
                        strong.vk-keyfigure__value { (number(language, count)) }
                        span.vk-keyfigure__caption { (say!(language, key)) }
                    }
                }
            }
            @for (measure, changes) in &changed { (article(reader, measure, "changed", &difference::list(reader, changes))) }
            @for measure in new { (article(reader, measure, "new", &html! { p { (status(language, measure.current())) } })) }
            @for measure in gone { (article(reader, measure, "dropped", &html! {})) }
        }
    }
}

fn article(reader: &Reader, measure: &Measure, mark: &str, what: &Markup) -> Markup {
    let key = if mark == "dropped" {
        "adopt-mark-gone".to_owned()
    } else {
        format!("adopt-mark-{mark}")
    };
    html! {
        article.vk-change id=(measure.id) {
            p.vk-change__mark { span.vk-status data-status=(mark) { (say!(reader.language, &key)) } }
            div.vk-change__what {
                h3.vk-change__title { (inline(reader.language, &measure.title)) }
                (what)
            }
        }
    }
}

fn different(reader: &Reader, before: &Measure, after: &Measure) -> Vec<Changed> {
    let value = |measure: &Measure| serde_json::to_value(measure).unwrap_or(Value::Null);
    difference::between(reader, &value(before), &value(after))
}
