//! What a plan gives to what is meant to work at once, this year and in the long run: bars that can be compared, the floor
//! marked, and the same as a table.

use maud::{Markup, html};
use programme::{ActionPlan, Horizon, Shares};
use publishing::chart::Table;
use publishing::{format, say};

use crate::reader::Reader;
use crate::widget::{horizon_key, table};

/// The shares as they were and as they are to be; without `before`, as they are. `of` is the plan, where a
/// page shows several.
pub(crate) fn shown(reader: &Reader, of: Option<&ActionPlan>, before: Option<&Shares>, after: &Shares, floor: Option<u8>) -> Markup {
    let language = reader.language;
    let columns: Vec<(&str, &Shares)> = match before {
        Some(before) => vec![("horizons-before", before), ("horizons-after", after)],
        None => vec![("horizons-now", after)],
    };
    let kinds = [
        ("horizons-money", (|shares: &Shares| shares.kroner) as fn(&Shares) -> [u64; 3]),
        ("horizons-hours", |shares: &Shares| shares.hours),
    ];
    html! {
        div.vk-horizons {
            @for (kind, parts) in kinds {
                @if columns.iter().any(|(_, shares)| parts(shares).iter().any(|part| *part > 0)) {
                    @for (key, shares) in &columns {
                        @let label = format!("{}, {}", say!(language, kind), say!(language, key));
                        (bar(reader, &label, parts(shares), floor))
                    }
                }
            }
            ul.vk-key { @for horizon in Horizon::ALL.into_iter().rev() { li data-part=(part(horizon)) { (say!(language, horizon_key(horizon))) } } }
            @if let Some(floor) = floor {
                p.vk-small { (say!(language, "horizons-floor", floor = format::percent(language, f64::from(floor) / 100.0, 0))) }
                @if after.is_under(floor) { p { strong { (say!(language, "queue-under-floor")) } } }
            }
        }
        details.vk-details {
            summary { (say!(language, "show-as-table")) }
            (table(&of.map_or_else(|| "horisonter".to_owned(), |plan| format!("horisonter-{}", plan.id)), &amounts(reader, of, &columns)))
        }
    }
}

/// The word of a horizon in the stylesheet.
fn part(horizon: Horizon) -> &'static str {
    horizon_key(horizon).trim_start_matches("horizon-")
}

/// One bar: the long term first, so that it can be read against the floor.
fn bar(reader: &Reader, label: &str, amounts: [u64; 3], floor: Option<u8>) -> Markup {
    let language = reader.language;
    let all: u128 = amounts.iter().map(|amount| u128::from(*amount)).sum();
    let share = |amount: u64| if all == 0 { 0.0 } else { amount as f64 / all as f64 };
    let parts: Vec<(Horizon, u64)> = Horizon::ALL.into_iter().zip(amounts).rev().collect();
    let words: Vec<String> = parts
        .iter()
        .map(|(horizon, amount)| {
            format!(
                "{} {}",
                say!(language, horizon_key(*horizon)),
                format::percent(language, share(*amount), 0)
            )
        })
        .collect();
    let mut from = 0.0;
    let placed: Vec<(Horizon, f64, f64)> = parts
        .iter()
        .map(|(horizon, amount)| {
            let (start, width) = (from, share(*amount) * 1000.0);
            from += width;
            (*horizon, start.round(), width.round())
        })
        .collect();
    html! {
        div.vk-money {
            p.vk-money__text { strong { (label) } ": " @if all == 0 { (say!(language, "horizons-nothing")) } @else { (words.join(", ")) } }
            svg.vk-bar viewBox="0 0 1000 10" preserveAspectRatio="none" aria-hidden="true" focusable="false" {
                rect.vk-bar__track width="1000" height="10" {}
                @for (horizon, start, width) in &placed { rect.vk-bar__part data-part=(part(*horizon)) x=(start) width=(width) height="10" {} }
                @if let Some(floor) = floor { rect.vk-bar__floor x=(u16::from(floor) * 10) width="4" height="10" {} }
            }
        }
    }
}

/// Kroner and hours of each horizon.
fn amounts(reader: &Reader, plan: Option<&ActionPlan>, columns: &[(&str, &Shares)]) -> Table {
    let language = reader.language;
    let whole = |amount: u64| i64::try_from(amount).unwrap_or(i64::MAX);
    let mut heads = vec![say!(language, "field-horizon")];
    for (key, _) in columns {
        heads.push(format!("{}, {}", say!(language, "horizons-money"), say!(language, key)));
        heads.push(format!("{}, {}", say!(language, "horizons-hours"), say!(language, key)));
    }
    let rows = Horizon::ALL.into_iter().enumerate().map(|(place, horizon)| {
        let mut row = vec![say!(language, horizon_key(horizon))];
        for (_, shares) in columns {
            row.push(format::kroner_exact(language, whole(shares.kroner[place])));
            row.push(format::integer(language, whole(shares.hours[place])));
        }
        row
    });
    let caption = say!(language, "horizons-caption");
    Table {
        caption: plan.map_or_else(|| caption.clone(), |plan| format!("{}: {caption}", reader.plain(&plan.title))),
        columns: heads,
        rows: rows.collect(),
    }
}
