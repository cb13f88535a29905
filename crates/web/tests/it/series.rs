//! Series: a number with everything that a distrustful reader asks of it.

use std::sync::Arc;

use programme::{Point, Series, State};
use serde_json::json;

use crate::{app, app_with, example, get, load, words};

fn point(period: &str, codes: &[&str], value: &str) -> Point {
    Point {
        period: period.parse().unwrap(),
        codes: codes.iter().map(|code| (*code).to_owned()).collect(),
        value: value.parse().unwrap(),
        note: None,
    }
}

fn series(id: &str, dimensions: &[&str], points: Vec<Point>) -> Series {
    let mut series: Series = serde_json::from_value(json!({
        "id": id, "title": {"nb": format!("Serien {id}")}, "definition": {"nb": "Talt"}, "unit": "persons", "period": "day",
        "dimensions": dimensions,
        "labels": {"municipality": {"3303": "Byen", "3301": "Nabobyen", "0301": "Storbyen"}},
        "source": {"publisher": "=Kilden, \"AS\"", "fetched": "2026-03-20"}
    }))
    .unwrap();
    series.labels.retain(|dimension, _| dimensions.contains(&dimension.as_str()));
    series.points = Arc::new(points);
    series
}

/// The example with a series by town and one by sex and age.
fn with_dimensions() -> State {
    let mut state = example::example();
    let towns = [
        ("0301", [500_000, 500_000, 700_000]),
        ("3301", [0, 100, 110]),
        ("3303", [90, 100, 125]),
    ];
    let by_town = towns.iter().flat_map(|(code, values)| {
        let years = ["2019-01-01", "2020-01-01", "2026-01-01"];
        years
            .into_iter()
            .zip(values)
            .map(|(year, value)| point(year, &[code], &value.to_string()))
    });
    let by_age = ["2025-01-01", "2026-01-01"].into_iter().flat_map(|period| {
        ["0", "1", "2"].into_iter().flat_map(move |age| {
            let value = if age == "2" { ":" } else { "17" };
            [point(period, &["f", age], value), point(period, &["m", age], "19")]
        })
    });
    state.series.push(series("byer", &["municipality"], by_town.collect()));
    state.series.push(series("alder", &["sex", "age"], by_age.collect()));
    state
}

#[tokio::test(flavor = "multi_thread")]
async fn a_number_is_shown_with_definition_source_and_the_rule_that_corrects_it() {
    let (app, _kept) = app().await;
    let (_, _, html) = get(&app, "/byen/tall/folketall").await;
    let text = words(&html);
    for expected in [
        "29 169 innbyggere, 1. januar 2026. Det er 376 mer enn 1. januar 2023.",
        "Slik er det målt Bosatte",
        "Tallet gjelder på én dag",
        "Kilde Statistisk sentralbyrå Tabell 07459",
        "Hentet 20. mars 2026",
        "Korrigert i Korrigert",
        "Måler: Flere innbyggere",
        "28 275 −518",
    ] {
        assert!(text.contains(expected), "«{expected}» is missing in: {text}");
    }
    assert!(html.contains("id=\"p2026-01-01\""), "a figure's address leads to its row");

    let (_, _, html) = get(&app, "/byen/tall/korrigert").await;
    let text = words(&html);
    assert!(
        text.contains("Trekk fra mottaket") && text.contains("Korrigerer Folketall"),
        "{text}"
    );
    assert!(text.contains("Tegn i tabellen: .. tall finnes ikke"), "{text}");
}

#[tokio::test(flavor = "multi_thread")]
async fn an_earlier_vintage_stays_beside_the_new_one() {
    let (app, _kept) = app().await;
    let mut state = example::example();
    let points = vec![
        point("2019-01-01", &[], "27481"),
        point("2023-01-01", &[], "28790"),
        point("2026-01-01", &[], "29169"),
    ];
    state.series[0].points = Arc::new([points, vec![point("2027-01-01", &[], "29300")]].concat());
    load(&app.programmes, state, "2027-03-01T12:00:00Z".parse().unwrap()).await;
    let (_, _, html) = get(&app, "/byen/tall/folketall").await;
    let text = words(&html);
    assert!(text.contains("1 endret, 1 nytt"), "{text}");
    assert!(text.contains("1. januar 2023: 28 793 → 28 790"), "{text}");
    assert!(text.contains("Den første årgangen som vises"), "{text}");
}

#[tokio::test(flavor = "multi_thread")]
async fn towns_are_compared_by_growth_and_the_reader_chooses_which() {
    let (app, _kept) = app_with(with_dimensions()).await;
    let (_, _, html) = get(&app, "/byen/tall/byer").await;
    let text = words(&html);
    assert!(
        text.contains("Byen vokste 25,0 % fra 1. januar 2020"),
        "its own town comes first: {text}"
    );
    assert!(html.contains("value=\"3303\" checked"), "{html}");
    assert!(text.contains("Storbyen vokste mest og Nabobyen minst fra 1. januar 2020"), "{text}");

    let (_, _, html) = get(&app, "/byen/tall/byer?municipality=0301&municipality=tull").await;
    let text = words(&html);
    assert!(text.contains("Storbyen vokste 40,0 % fra 1. januar 2019"), "{text}");
    assert!(!html.contains("value=\"3303\" checked"));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_series_by_sex_and_age_is_read_one_period_at_a_time() {
    let (app, _kept) = app_with(with_dimensions()).await;
    let (_, _, html) = get(&app, "/byen/tall/alder").await;
    let text = words(&html);
    assert!(
        text.contains("Fordelt på kjønn og alder, fra 1. januar 2025 til 1. januar 2026"),
        "{text}"
    );
    assert!(text.contains("Alder Kvinner Menn 0 17 19 1 17 19 2 : 19"), "{text}");
    assert!(
        text.contains("tall kan ikke vises"),
        "the sign for confidential is explained: {text}"
    );
    assert!(html.contains("id=\"p2026-01-01\""), "the newest period is shown");

    let (_, _, html) = get(&app, "/byen/tall/alder?periode=2025-01-01").await;
    assert!(html.contains("id=\"p2025-01-01\""));
    let (_, _, html) = get(&app, "/byen/tall/alder?periode=1850").await;
    assert!(
        html.contains("id=\"p2026-01-01\""),
        "a period that is not there falls back to the newest"
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn a_town_is_drawn_by_sex_and_age_beside_what_it_was() {
    let mut state = example::example();
    let cells = ["2005-01-01", "2026-01-01"].into_iter().flat_map(|period| {
        (0..40).flat_map(move |age: u32| {
            let more = if period == "2026-01-01" && age / 5 == 4 { 3 } else { 0 };
            let cell = move |sex, count: u32| point(period, &[sex, &age.to_string()], &count.to_string());
            [cell("female", 10 + more), cell("male", 11)]
        })
    });
    state.series.push(series("alder", &["sex", "age"], cells.collect()));
    let (app, _kept) = app_with(state).await;
    let (_, _, html) = get(&app, "/byen/tall/alder").await;
    let text = words(&html);
    assert!(text.contains("855 innbyggere 1. januar 2026: 415 kvinner og 440 menn."), "{text}");
    assert!(text.contains("Flest flere er 20–24 år: 15 flere enn 1. januar 2005"), "{text}");
    assert!(text.contains("35 og over"), "{text}");
    let (_, _, html) = get(&app, "/byen/tall/alder?periode=2005-01-01&mot=2005-01-01").await;
    let text = words(&html);
    assert!(
        text.contains("840 innbyggere 1. januar 2005") && !text.contains("Flest flere"),
        "{text}"
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn a_long_series_is_stepped_through() {
    let mut state = example::example();
    let months = (0..5_000).map(|month| {
        let (year, month) = (1600 + month / 12, month % 12 + 1);
        point(&format!("{year}M{month:02}"), &[], &(month + year).to_string())
    });
    let mut long = series("lang", &[], months.collect());
    long.period = statistics::PeriodKind::Month;
    state.series.push(long);
    let (app, _kept) = app_with(state).await;
    let (_, _, html) = get(&app, "/byen/tall/lang").await;
    assert!(html.contains("id=\"p2016M08\"") && !html.contains("id=\"p1600M01\""));
    let (_, _, html) = get(&app, "/byen/tall/lang?side=10").await;
    assert!(html.contains("id=\"p1600M01\""));
    let (_, _, html) = get(&app, "/byen/tall/lang?side=99999").await;
    assert!(html.contains("id=\"p1600M01\""), "a page that is not there is the last one");
}

#[tokio::test(flavor = "multi_thread")]
async fn the_file_holds_every_cell_with_its_source_and_no_formula() {
    let (app, _kept) = app_with(with_dimensions()).await;
    let (_, headers, file) = get(&app, "/byen/tall/byer.csv").await;
    assert_eq!(headers["content-type"], "text/csv; charset=utf-8; header=present");
    assert!(headers["link"].to_str().unwrap().contains("/byen/tall/byer>; rel=\"describedby\""));
    let mut lines = file.split("\r\n");
    assert_eq!(
        lines.next(),
        Some("period,municipality,value,note,municipality-name,unit,publisher,table,licence,fetched,example")
    );
    assert_eq!(
        lines.next(),
        Some("2019-01-01,0301,500000,,Storbyen,innbyggere,\"'=Kilden, \"\"AS\"\"\",,,2026-03-20,false")
    );
    assert_eq!(lines.filter(|line| !line.is_empty()).count(), 8);
    let (_, _, file) = get(&app, "/byen/tall/alder.csv").await;
    assert!(file.contains("2026-01-01,f,2,:,"), "a secret cell stays secret: {file}");
}
