//! The register of enterprises is read as a stream, persons stay out of it, and what was removed there is told.

use std::collections::BTreeMap;
use std::fmt::Write;
use std::io::Read;

use axum::Router;
use axum::extract::{Path, Query};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use flate2::Compression;
use flate2::read::GzEncoder;
use jiff::civil::date;
use serde_json::{Value as Json, json};
use statistics::source::enterprises::{Change, Enterprise, Register, read_sub_units, read_units};
use statistics::source::{Connection, web_client};

use crate::pretend::TestClock;

fn unit(number: &str, name: &str, form: &str) -> Json {
    json!({
        "organisasjonsnummer": number, "navn": name, "organisasjonsform": {"kode": form, "beskrivelse": "…", "_links": {}},
        "naeringskode1": {"kode": "62.010", "beskrivelse": "Programmeringstjenester"}, "antallAnsatte": 12, "harRegistrertAntallAnsatte": true,
        "forretningsadresse": {"adresse": ["Kirkegata 1"], "postnummer": "3616", "kommunenummer": "3303", "kommune": "KONGSBERG"},
        "registreringsdatoEnhetsregisteret": "2001-02-03", "stiftelsesdato": "2000-12-31", "konkurs": false, "underAvvikling": true,
    })
}

fn packed(text: &str) -> Vec<u8> {
    let mut bytes = Vec::new();
    GzEncoder::new(text.as_bytes(), Compression::fast())
        .read_to_end(&mut bytes)
        .unwrap();
    bytes
}

#[test]
fn persons_leave_neither_name_nor_number() {
    let units = json!([
        unit("811111111", "KONGSBERG TEKNOLOGI AS", "AS"),
        unit("822222222", "OLA NORDMANN RØRLEGGER", "ENK")
    ])
    .to_string();
    let mut read = Vec::new();
    let sole = read_units(&packed(&units)[..], |one| read.push(one)).unwrap();
    let first = read[0].clone();
    let identity = first.identity.unwrap();
    assert_eq!(
        (identity.number.as_str(), identity.name.as_str()),
        ("811111111", "KONGSBERG TEKNOLOGI AS")
    );
    assert_eq!(
        (first.municipality.as_deref(), first.employees, first.founded),
        (Some("3303"), Some(12), Some(date(2000, 12, 31)))
    );
    assert_eq!(
        (first.industries, first.bankrupt, first.winding_up),
        (vec!["62.010".to_owned()], false, true)
    );
    let mut sub_units = [
        unit("911111111", "KONGSBERG TEKNOLOGI AVD OSLO", "BEDR"),
        unit("922222222", "OLA NORDMANN", "BEDR"),
    ];
    for (sub_unit, parent) in sub_units.iter_mut().zip(["811111111", "822222222"]) {
        sub_unit["overordnetEnhet"] = parent.into();
        sub_unit["beliggenhetsadresse"] = json!({"kommunenummer": "0301"});
    }
    read_sub_units(json!(sub_units).to_string().as_bytes(), &sole, |one| read.push(one)).unwrap();
    assert_eq!(read[2].municipality.as_deref(), Some("0301"), "a sub-unit is where it lies");
    let persons: Vec<&Enterprise> = [&read[1], &read[3]].into();
    for person in persons {
        assert!(person.identity.is_none());
        assert_eq!(person.employees, Some(12), "but they are counted");
    }
    let told = format!("{read:?} {sole:?}");
    assert!(!told.contains("NORDMANN") && !told.contains("22222222"), "{told}");
}

#[test]
fn a_file_that_was_cut_off_or_is_something_else_is_told() {
    let units = json!([unit("811111111", "EN AS", "AS"), unit("833333333", "TO AS", "AS")]).to_string();
    let mut count = 0;
    let cut = read_units(&units.as_bytes()[..units.len() - 20], |_| count += 1).unwrap_err();
    assert_eq!((cut.read, count), (1, 1));
    assert!(
        cut.to_string().contains("after 1 entries") && cut.to_string().contains("the last good one stays"),
        "{cut}"
    );
    let bytes = packed(&units);
    assert!(read_units(&bytes[..bytes.len() / 2], |_| {}).is_err());
    assert!(read_units(&b"<html>"[..], |_| {}).is_err());
    assert!(read_units(format!("{units} and more").as_bytes(), |_| {}).is_err());
}

async fn register() -> Register<TestClock> {
    async fn updates(Query(asked): Query<BTreeMap<String, u64>>) -> String {
        let (from, size) = (asked["oppdateringsid"], asked["size"]);
        // more than is given at once: each request must begin after the one before
        let mut list = String::new();
        for id in (from..=25_000).take(size as usize) {
            let kind = if id == 25_000 { "Fjernet" } else { "Endring" };
            let comma = if list.is_empty() { "" } else { "," };
            write!(list, "{comma}{{\"oppdateringsid\":{id},\"dato\":\"2026-11-24T05:00:00.000Z\",\"organisasjonsnummer\":\"811111111\",\"endringstype\":\"{kind}\"}}").unwrap();
        }
        format!("{{\"_embedded\":{{\"oppdaterteEnheter\":[{list}]}},\"page\":{{}}}}")
    }
    async fn enterprise(Path(number): Path<String>) -> Response {
        match number.as_str() {
            "811111111" => unit("811111111", "EN AS", "AS").to_string().into_response(),
            "822222222" => unit("822222222", "OLA NORDMANN", "ENK").to_string().into_response(),
            "844444444" => (StatusCode::GONE, "{}").into_response(),
            "lastned" => packed("[]").into_response(),
            _ => StatusCode::NOT_FOUND.into_response(),
        }
    }
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = format!("http://{}/api", listener.local_addr().unwrap()).parse().unwrap();
    let routes = Router::new()
        .route("/api/oppdateringer/enheter", get(updates))
        .route("/api/enheter/{number}", get(enterprise));
    tokio::spawn(async move { axum::serve(listener, routes).await });
    Register::new(
        Connection::new(web_client().unwrap(), TestClock::at("2026-11-25T12:00:00Z")),
        address,
    )
}

#[tokio::test]
async fn what_changed_is_followed_beyond_the_register_s_depth() {
    let register = register().await;
    let updates = register.updates(1).await.unwrap();
    assert_eq!(updates.len(), 25_000);
    assert_eq!(updates[24_999].change, Change::Removed);
    assert!(register.updates(25_001).await.unwrap().is_empty());
}

#[tokio::test]
async fn what_was_removed_is_gone_and_persons_stay_unnamed() {
    let register = register().await;
    assert!(register.enterprise("811111111").await.unwrap().unwrap().identity.is_some());
    assert!(register.enterprise("822222222").await.unwrap().unwrap().identity.is_none());
    assert_eq!(register.enterprise("844444444").await.unwrap(), None, "410 is removed for good");
    assert!(
        register
            .enterprise("855555555")
            .await
            .unwrap_err()
            .to_string()
            .contains("no enterprise with this number")
    );
    let mut file = Vec::new();
    assert_eq!(register.download_units(&mut file).await.unwrap(), file.len() as u64);
    assert!(read_units(&file[..], |_| {}).is_ok());
}
