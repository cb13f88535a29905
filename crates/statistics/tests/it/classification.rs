//! Series go on across reforms: mergers exactly, splits by stated weights and marked, and nothing is lost.

use std::collections::BTreeMap;
use std::path::PathBuf;

use axum::Router;
use axum::extract::{Path, Query};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use jiff::civil::{Date, date};
use proptest::prelude::*;
use statistics::classification::{Amount, CarryError, CodeChange, Division, DivisionError, Klass, Step, steps};
use statistics::source::{Connection, web_client};
use statistics::{Missing, Value};

use crate::pretend::TestClock;

fn step(from: &str, to: &str, day: Date, weight: f64) -> Step {
    Step {
        from: from.to_owned(),
        to: to.to_owned(),
        day,
        weight,
    }
}

const REFORM: Date = date(2020, 1, 1);
const AGAIN: Date = date(2024, 1, 1);

fn norway() -> Division {
    let steps = vec![
        step("0604", "3006", REFORM, 1.0),
        step("3006", "3303", AGAIN, 1.0),
        // five municipalities became Ålesund, and one of them left it again
        step("1504", "1507", REFORM, 1.0),
        step("1523", "1507", REFORM, 1.0),
        step("1534", "1507", REFORM, 1.0),
        step("1507", "1508", AGAIN, 0.86),
        step("1507", "1580", AGAIN, 0.14),
    ];
    Division::new(steps).unwrap()
}

fn amounts(figures: &[(&str, f64)]) -> BTreeMap<String, Amount> {
    figures
        .iter()
        .map(|(code, number)| ((*code).to_owned(), Amount::exact(*number)))
        .collect()
}

#[test]
fn kongsberg_has_one_series_under_three_codes() {
    let before = amounts(&[("0604", 27_723.0)]);
    let after = norway().carry(&before, date(2019, 1, 1), date(2026, 1, 1)).unwrap();
    assert_eq!(after.amounts, amounts(&[("3303", 27_723.0)]), "and it is no estimate");
    assert_eq!(
        norway().heirs("0604", date(2019, 1, 1), date(2021, 1, 1)),
        [("3006".to_owned(), 1.0)]
    );
    assert_eq!(norway().heirs("3303", AGAIN, date(2026, 1, 1)), [("3303".to_owned(), 1.0)]);
    assert_eq!(
        norway().carry(&before, REFORM, REFORM).unwrap().amounts,
        before,
        "figures of 1 January are by the new codes"
    );
}

#[test]
fn a_merger_is_exact_and_a_split_is_an_estimate() {
    let before = amounts(&[("1504", 48_000.0), ("1523", 2_200.0), ("1534", 9_300.0)]);
    let merged = norway().carry(&before, date(2019, 1, 1), REFORM).unwrap();
    assert_eq!(merged.amounts, amounts(&[("1507", 59_500.0)]));
    let split = norway().carry(&before, date(2019, 1, 1), AGAIN).unwrap();
    assert!(split.amounts.values().all(|amount| amount.estimate));
    assert_eq!(split.amounts["1508"].value, Value::Number(59_500.0 * 0.86));
    let sum: f64 = split.amounts.values().filter_map(|amount| amount.value.number()).sum();
    assert_eq!(sum.to_bits(), 59_500.0_f64.to_bits());
}

#[test]
fn what_is_missing_is_never_zero() {
    let mut before = amounts(&[("1504", 48_000.0), ("1523", 2_200.0)]);
    let gap = norway().carry(&before, date(2019, 1, 1), REFORM).unwrap();
    assert!(
        gap.amounts.is_empty() && gap.incomplete.contains("1507"),
        "a figure of one part is not there at all"
    );
    let later = norway().carry(&before, date(2019, 1, 1), AGAIN).unwrap();
    assert!(later.amounts.is_empty() && later.incomplete.contains("1508") && later.incomplete.contains("1580"));
    let sign = |sign| Amount {
        value: Value::Missing(sign),
        estimate: false,
    };
    before.insert("1534".to_owned(), sign(Missing::NotAvailable));
    let signed = norway().carry(&before, date(2019, 1, 1), REFORM).unwrap();
    assert_eq!(signed.amounts["1507"].value, Value::Missing(Missing::NotAvailable));
    before.insert("1523".to_owned(), sign(Missing::Confidential));
    let signed = norway().carry(&before, date(2019, 1, 1), AGAIN).unwrap();
    assert_eq!(
        signed.amounts["1580"].value,
        Value::Missing(Missing::Confidential),
        "what is withheld stays withheld"
    );
}

#[test]
fn what_cannot_be_is_refused() {
    let parts = Division::new(vec![step("a", "b", REFORM, 0.5), step("a", "c", REFORM, 0.4)]).unwrap_err();
    assert!(
        parts
            .to_string()
            .starts_with("the parts of a on 2020-01-01 make 0.9 together, not 1"),
        "{parts}"
    );
    let weight = Division::new(vec![step("a", "b", REFORM, f64::NAN)]).unwrap_err();
    assert!(matches!(weight, DivisionError::Weight { .. }));
    let twice = Division::new(vec![step("a", "b", REFORM, 0.5), step("a", "b", REFORM, 0.5)]).unwrap_err();
    assert!(matches!(twice, DivisionError::Twice { .. }));
    let back = norway().carry(&amounts(&[("3303", 1.0)]), AGAIN, REFORM).unwrap_err();
    assert_eq!(back, CarryError::Backwards { from: AGAIN, to: REFORM });
}

/// The change table of the R package csdata: from each code that ever was to those of 2024.
fn real() -> Option<(Vec<Step>, BTreeMap<String, f64>)> {
    let folder = PathBuf::from(concat!(env!("CARGO_MANIFEST_DIR"), "/../../../shared/data/norway"));
    let Ok(table) = std::fs::read_to_string(folder.join("municipality_changes.csv")) else {
        crate::tell(&format!("SKIPPED: there is no change table at {}", folder.display()));
        return None;
    };
    let mut steps = Vec::new();
    let mut weights = BTreeMap::new();
    for line in table.lines().skip(1) {
        let fields: Vec<&str> = line.split(',').collect();
        let (from, to, weight): (&str, &str, f64) = (fields[0], fields[1], fields[2].parse().unwrap());
        // what is its own heir did not change; codes that were in use in several times have one heir in all of them
        if from != to && !weights.contains_key(&format!("{from} {to}")) {
            steps.push(step(from, to, AGAIN, weight));
        }
        weights.insert(format!("{from} {to}"), weight);
    }
    Some((steps, weights))
}

#[test]
fn the_real_reforms_lose_nobody() {
    let Some((mut steps, _)) = real() else { return };
    // a code that was used again for a part of itself keeps a part in the table
    steps.retain(|one| one.from != one.to);
    let mut by_code: BTreeMap<String, f64> = BTreeMap::new();
    steps
        .iter()
        .for_each(|one| *by_code.entry(one.from.clone()).or_default() += one.weight);
    steps.retain(|one| (by_code[&one.from] - 1.0).abs() < 1e-9);
    assert!(steps.len() > 400, "{}", steps.len());
    let division = Division::new(steps.clone()).unwrap();
    let before: BTreeMap<String, Amount> = by_code
        .keys()
        .filter(|code| steps.iter().any(|one| one.from == **code))
        .enumerate()
        .map(|(place, code)| (code.clone(), Amount::exact(place as f64)))
        .collect();
    let after = division.carry(&before, date(2019, 1, 1), AGAIN).unwrap();
    let sum = |amounts: &BTreeMap<String, Amount>| amounts.values().filter_map(|amount| amount.value.number()).sum::<f64>();
    assert!((sum(&before) - sum(&after.amounts)).abs() < 1e-6);
    assert!(after.incomplete.is_empty());
    assert!(!after.amounts["3303"].estimate);
    assert!(after.amounts["1580"].estimate);
}

proptest! {
    #[test]
    fn totals_are_conserved(
        figures in proptest::collection::vec(0..1_000_000_u32, 8),
        merged in proptest::collection::vec(0..3_usize, 8),
        weights in proptest::collection::vec(1..99_u32, 3),
    ) {
        // eight units become three, and each of those is split in two
        let mut all: Vec<Step> = merged.iter().enumerate().map(|(unit, to)| step(&format!("a{unit}"), &format!("b{to}"), REFORM, 1.0)).collect();
        for (unit, weight) in weights.iter().enumerate() {
            let part = f64::from(*weight) / 100.0;
            all.push(step(&format!("b{unit}"), &format!("c{unit}"), AGAIN, part));
            all.push(step(&format!("b{unit}"), &format!("d{unit}"), AGAIN, 1.0 - part));
        }
        let division = Division::new(all).unwrap();
        let before: BTreeMap<String, Amount> = figures.iter().enumerate().map(|(unit, number)| (format!("a{unit}"), Amount::exact(f64::from(*number)))).collect();
        let total: f64 = figures.iter().map(|number| f64::from(*number)).sum();
        let sum = |amounts: &BTreeMap<String, Amount>| amounts.values().map(|amount| amount.value.number().unwrap()).sum::<f64>();
        let after_merger = division.carry(&before, date(2019, 1, 1), REFORM).unwrap();
        prop_assert_eq!(sum(&after_merger.amounts).to_bits(), total.to_bits(), "mergers are exact");
        prop_assert!(after_merger.amounts.values().all(|amount| !amount.estimate));
        let after_split = division.carry(&before, date(2019, 1, 1), AGAIN).unwrap();
        prop_assert!((sum(&after_split.amounts) - total).abs() <= 1e-9 * total.max(1.0));
        prop_assert!(after_split.amounts.values().all(|amount| amount.estimate));
        let heirs = division.heirs("a0", date(2019, 1, 1), AGAIN);
        prop_assert!((heirs.iter().map(|(_, part)| part).sum::<f64>() - 1.0).abs() < 1e-9);
    }
}

async fn klass() -> Klass<TestClock> {
    async fn answer(Path((classification, what)): Path<(u32, String)>, Query(days): Query<BTreeMap<String, String>>) -> Response {
        let body = match (classification, what.as_str()) {
            (131, "codesAt.json") if days["date"] == "2024-01-01" => {
                r#"{"codes":[{"code":"0301","parentCode":null,"level":"1","name":"Oslo"},{"code":"3303","level":"1","name":"Kongsberg"}]}"#
            }
            (131, "changes.json") => {
                r#"{"codeChanges":[
                {"oldCode":"3006","oldName":"Kongsberg","newCode":"3303","newName":"Kongsberg","changeOccurred":"2024-01-01"},
                {"oldCode":"1507","oldName":"Ålesund","newCode":"1508","newName":"Ålesund","changeOccurred":"2024-01-01"},
                {"oldCode":"1507","oldName":"Ålesund","newCode":"1580","newName":"Haram","changeOccurred":"2024-01-01"},
                {"oldCode":"0301","oldName":"Oslo","newCode":"0301","newName":"Oslo - Oslove","changeOccurred":"2024-01-01"}]}"#
            }
            // without the ending the register answers in XML
            (131, "changes") => "<codeChangeList/>",
            _ => return StatusCode::NOT_FOUND.into_response(),
        };
        body.into_response()
    }
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = format!("http://{}/api/klass/v1/", listener.local_addr().unwrap()).parse().unwrap();
    let routes = Router::new().route("/api/klass/v1/classifications/{id}/{what}", get(answer));
    tokio::spawn(async move { axum::serve(listener, routes).await });
    let connection = Connection::new(web_client().unwrap(), TestClock::at("2026-11-25T12:00:00Z"));
    Klass::new(connection, address)
}

#[tokio::test]
async fn codes_and_changes_come_from_klass() {
    let klass = klass().await;
    let codes = klass.codes_at(131, AGAIN).await.unwrap();
    assert_eq!((codes.codes[1].code.as_str(), codes.codes[1].name.as_str()), ("3303", "Kongsberg"));
    let changes: Vec<CodeChange> = klass.changes(131, REFORM, date(2026, 1, 1)).await.unwrap();
    let known = |from: &str, to: &str| (from == "1507").then_some(if to == "1508" { 0.86 } else { 0.14 });
    let (made, split) = steps(&changes, known);
    assert_eq!(
        made,
        [
            step("1507", "1508", AGAIN, 0.86),
            step("1507", "1580", AGAIN, 0.14),
            step("3006", "3303", AGAIN, 1.0)
        ]
    );
    assert_eq!(split.into_iter().collect::<Vec<_>>(), ["1507"], "its weights must be stated");
    assert!(Division::new(made).is_ok());
    let gone = klass.codes_at(999, AGAIN).await.unwrap_err();
    assert!(gone.to_string().contains("no classification has this number"), "{gone}");
}
