//! Who gives what to a measure: the bar, what is missing in words, and a line for each funder and year.

use maud::{Markup, html};
use programme::{BudgetLine, Measure, Money};
use publishing::chart::Table;
use publishing::{format, say};

use crate::reader::Reader;
use crate::widget::{money_bar_large, table};
use crate::wording::example_mark;

pub(super) fn section(reader: &Reader, measure: &Measure) -> Markup {
    let language = reader.language;
    let money = measure.money();
    html! {
        section.vk-section aria-labelledby="penger" {
            h2.vk-section__title id="penger" { (say!(language, "measure-money")) @if money.example { (example_mark(language)) } }
            (money_bar_large(language, &money))
            @if let Some(words) = hours(reader, &money) { p.vk-small { (words) } }
            @if !measure.budget.is_empty() { (table("penger-linjer", &lines(reader, measure, &money))) }
        }
    }
}

/// The hours in a sentence; none where nobody spoke of hours.
fn hours(reader: &Reader, money: &Money) -> Option<String> {
    let language = reader.language;
    let hours = |hours: u64| format::integer(language, whole(hours));
    (money.cost_hours + money.pledged_hours > 0).then(|| {
        say!(
            language,
            "measure-hours",
            needed = hours(money.cost_hours.max(money.pledged_hours)),
            pledged = hours(money.pledged_hours),
            delivered = hours(money.delivered_hours)
        )
    })
}

fn whole(amount: u64) -> i64 {
    i64::try_from(amount).unwrap_or(i64::MAX)
}

/// Kroner per funder and year with their sum; hours too where there are any.
fn lines(reader: &Reader, measure: &Measure, money: &Money) -> Table {
    let language = reader.language;
    let with_hours = money.pledged_hours + money.delivered_hours > 0;
    let keys: &[&str] = if with_hours {
        &["funder", "year", "pledged", "delivered", "pledged-hours", "delivered-hours"]
    } else {
        &["funder", "year", "pledged", "delivered"]
    };
    let columns: Vec<String> = keys.iter().map(|key| say!(language, &format!("measure-money-{key}"))).collect();
    let row = |name: &str, year: String, amounts: [u64; 4]| {
        let shown = [
            format::kroner_exact(language, whole(amounts[0])),
            format::kroner_exact(language, whole(amounts[1])),
            format::integer(language, whole(amounts[2])),
            format::integer(language, whole(amounts[3])),
        ];
        [name.to_owned(), year]
            .into_iter()
            .chain(shown)
            .take(keys.len())
            .collect::<Vec<_>>()
    };
    let of = |line: &BudgetLine| [line.kroner, line.delivered_kroner, line.hours, line.delivered_hours];
    let name = |line: &BudgetLine| {
        let known = reader.state().organisation(&line.funder);
        known.map_or_else(|| line.funder.to_string(), |known| reader.plain(&known.name).to_owned())
    };
    let mut rows: Vec<Vec<String>> = measure
        .budget
        .iter()
        .map(|line| row(&name(line), line.year.to_string(), of(line)))
        .collect();
    let sums = [
        money.pledged_kroner,
        money.delivered_kroner,
        money.pledged_hours,
        money.delivered_hours,
    ];
    rows.push(row(&say!(language, "measure-money-sum"), String::new(), sums));
    Table {
        caption: say!(language, "measure-money-caption"),
        columns,
        rows,
    }
}
