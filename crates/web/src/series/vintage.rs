//! Vintages: what the series said each time it was read, and what changed from one reading to the next.

use std::collections::BTreeMap;

use jiff::civil::Date;
use maud::{Markup, html};
use programme::{ProgrammeId, Series};
use publishing::{figure, say};
use statistics::{Period, Value};
use store::{Store, StoreError, figures};

use super::words;
use crate::reader::Reader;
use crate::widget::date;

/// Readings that are compared; older ones are kept in the store but not shown.
const SHOWN: usize = 6;
/// Changed figures that are listed one by one.
const LISTED: usize = 50;

/// One reading, with what differs from the one before.
pub(super) struct Reading {
    day: Option<Date>,
    /// None for the first reading that is shown.
    changes: Option<Changes>,
    figures: usize,
}

#[derive(Default)]
struct Changes {
    /// Place, value before, value after.
    changed: Vec<(Place, String, String)>,
    added: usize,
    removed: usize,
}

/// Period and codes, as the store keeps them.
type Place = (String, String);

/// The newest readings of a series, newest first.
pub(super) async fn readings(store: &Store, programme: &ProgrammeId, series: &Series) -> Result<Vec<Reading>, StoreError> {
    let (programme, id) = (programme.as_str(), series.id.as_str());
    let vintages = figures::vintages(store.reader(), programme, id).await?;
    let mut readings = Vec::new();
    let mut before: Option<BTreeMap<Place, String>> = None;
    for vintage in vintages.iter().skip(vintages.len().saturating_sub(SHOWN)) {
        let rows = figures::of_vintage(store.reader(), programme, id, vintage.entry).await?;
        let now: BTreeMap<Place, String> = rows.into_iter().map(|row| ((row.period, row.codes), row.value)).collect();
        readings.push(Reading {
            day: vintage.day.parse().ok(),
            figures: now.len(),
            changes: before.as_ref().map(|before| Changes::between(before, &now)),
        });
        before = Some(now);
    }
    readings.reverse();
    Ok(readings)
}

impl Changes {
    fn between(before: &BTreeMap<Place, String>, now: &BTreeMap<Place, String>) -> Self {
        let mut changes = Self::default();
        for (place, value) in now {
            match before.get(place) {
                None => changes.added += 1,
                Some(earlier) if earlier != value => changes.changed.push((place.clone(), earlier.clone(), value.clone())),
                Some(_) => {}
            }
        }
        changes.removed = before.keys().filter(|place| !now.contains_key(*place)).count();
        changes
    }
}

pub(super) fn section(reader: &Reader, series: &Series, readings: &[Reading]) -> Markup {
    let language = reader.language;
    html! {
        section.vk-section aria-labelledby="aarganger" {
            h2.vk-section__title id="aarganger" { (say!(language, "series-vintages")) }
            p.vk-section__intro { (say!(language, "series-vintages-intro")) }
            ul.vk-rows {
                @for reading in readings {
                    li.vk-row {
                        span.vk-row__title {
                            @match reading.day { Some(day) => { (say!(language, "series-read-on")) " " (date(language, day)) }, None => (say!(language, "series-read")) }
                        }
                        span.vk-row__side { (say!(language, "series-figure-count", count = reading.figures)) }
                        p.vk-row__detail { (in_words(reader, reading)) }
                        @if let Some(changes) = &reading.changes { (listed(reader, series, changes)) }
                    }
                }
            }
        }
    }
}

fn in_words(reader: &Reader, reading: &Reading) -> String {
    let language = reader.language;
    let Some(changes) = &reading.changes else {
        return say!(language, "series-first-reading");
    };
    let counts = [
        ("changed", changes.changed.len()),
        ("added", changes.added),
        ("removed", changes.removed),
    ];
    let parts: Vec<String> = counts
        .iter()
        .filter(|(_, count)| *count > 0)
        .map(|(what, count)| say!(language, &format!("series-vintage-{what}"), count = *count))
        .collect();
    if parts.is_empty() {
        say!(language, "series-vintage-same")
    } else {
        parts.join(", ")
    }
}

fn listed(reader: &Reader, series: &Series, changes: &Changes) -> Markup {
    let language = reader.language;
    html! {
        @if !changes.changed.is_empty() {
            details.vk-details {
                summary { (say!(language, "series-vintage-see")) }
                ul {
                    @for ((period, codes), before, now) in changes.changed.iter().take(LISTED) {
                        li { (place(reader, series, period, codes)) ": " (value(reader, before)) " → " strong { (value(reader, now)) } }
                    }
                }
                @if changes.changed.len() > LISTED {
                    p.vk-small { (say!(language, "series-vintage-more", count = changes.changed.len() - LISTED)) }
                }
            }
        }
    }
}

/// "1. januar 2026" or "1. januar 2026, kvinner, 5 år".
fn place(reader: &Reader, series: &Series, period: &str, codes: &str) -> String {
    let period = period
        .parse::<Period>()
        .map_or_else(|_| period.to_owned(), |period| figure::period(reader.language, period));
    let codes: Vec<String> = serde_json::from_str(codes).unwrap_or_default();
    let names = codes
        .iter()
        .enumerate()
        .map(|(dimension, code)| words::code(reader.language, series, dimension, code));
    std::iter::once(period).chain(names).collect::<Vec<_>>().join(", ")
}

fn value(reader: &Reader, text: &str) -> String {
    text.parse::<Value>()
        .map_or_else(|_| text.to_owned(), |value| figure::value(reader.language, value))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn reading(cells: &[(&str, &str)]) -> BTreeMap<Place, String> {
        cells
            .iter()
            .map(|(period, value)| (((*period).to_owned(), "[]".to_owned()), (*value).to_owned()))
            .collect()
    }

    #[test]
    fn what_changed_what_came_and_what_went_are_told_apart() {
        let before = reading(&[("2022", "1"), ("2023", "2"), ("2024", "..")]);
        let now = reading(&[("2023", "2"), ("2024", "3"), ("2025", "4")]);
        let changes = Changes::between(&before, &now);
        assert_eq!((changes.changed.len(), changes.added, changes.removed), (1, 1, 1));
        assert_eq!(changes.changed[0].0.0, "2024");
        assert_eq!((changes.changed[0].1.as_str(), changes.changed[0].2.as_str()), ("..", "3"));
    }
}
