//! Tables are fetched whole whatever the server does, or the fetch says what stands in the way.

use std::collections::BTreeMap;
use std::time::Duration;

use jsonstat::Dataset;
use statistics::source::pxweb::{Choice, Query, Search, old_request, unsettled};
use statistics::source::{Error, InMemory, Parts, Refusal};

use crate::pretend::{Fault, Pretend, cell, population};

fn choice(variable: &str, values: &[&str]) -> Choice {
    Choice {
        variable: variable.to_owned(),
        codelist: None,
        values: values.iter().map(|value| (*value).to_owned()).collect(),
    }
}

fn query(choices: Vec<Choice>) -> Query {
    Query {
        table: "07459".to_owned(),
        choices,
    }
}

fn everything() -> Query {
    query(vec![
        choice("Region", &["*"]),
        choice("Kjonn", &["*"]),
        choice("ContentsCode", &["Personer1"]),
        choice("Tid", &["*"]),
    ])
}

/// True where each cell holds what the server made it hold.
fn is_whole(dataset: &Dataset) -> bool {
    dataset
        .cells()
        .all(|found| (found.number(), found.status) == cell(&dataset.codes(found.index)))
}

#[tokio::test]
async fn a_table_within_the_limit_comes_in_one_part_with_all_that_must_be_kept() {
    let server = Pretend::start(population(10, 5), 800_000).await;
    let wanted = query(vec![
        choice("Region", &["0301", "0305", "0301"]),
        choice("ContentsCode", &["Personer1"]),
        choice("Tid", &["top(2)"]),
    ]);
    let fetched = server.client().fetch(&wanted, &InMemory::default()).await.unwrap();
    assert_eq!(fetched.dataset.len(), 4);
    assert!(is_whole(&fetched.dataset));
    assert_eq!(
        fetched.dataset.codes(0),
        ["0301", "Personer1", "1989"],
        "sex is left out and so summed over by the source"
    );
    let log = fetched.log;
    assert_eq!((log.parts, log.cells, log.time_unit.as_deref()), (1, 4, Some("Annual")));
    assert_eq!(log.updated.as_deref(), Some("2026-02-24T07:00:00Z"));
    assert_eq!(log.licence.as_deref(), Some("https://creativecommons.org/licenses/by/4.0/"));
    assert_eq!(
        log.query["selection"][0]["valueCodes"],
        serde_json::json!(["0301", "0305"]),
        "no code is sent twice"
    );
    let mandatory: Vec<&str> = fetched
        .notes
        .iter()
        .filter(|note| note.mandatory)
        .map(|note| note.text.as_str())
        .collect();
    assert_eq!(mandatory, ["Må vises."]);
}

#[tokio::test]
async fn a_table_over_the_limit_is_split_and_joined() {
    let server = Pretend::start(population(357, 41), 2_000).await;
    let fetched = server.client().fetch(&everything(), &InMemory::default()).await.unwrap();
    assert_eq!(fetched.dataset.len(), 357 * 2 * 41);
    assert!(is_whole(&fetched.dataset));
    assert_eq!(fetched.log.parts, 15);
    let server = Pretend::start(population(30, 41), 7).await;
    let fetched = server.client().fetch(&everything(), &InMemory::default()).await.unwrap();
    assert!(is_whole(&fetched.dataset), "split along several variables");
}

#[tokio::test]
async fn the_pace_is_what_the_headers_say() {
    let server = Pretend::start(population(60, 41), 82).await;
    server.world.lock().unwrap().calls = 7;
    let fetched = server.client().fetch(&everything(), &InMemory::default()).await.unwrap();
    assert!(is_whole(&fetched.dataset));
    // 63 requests at 7 a minute are in their ninth minute; none was answered with 429, which would have cost more
    let waited = server.clock.waited();
    assert!(waited >= Duration::from_mins(8) && waited <= Duration::from_mins(10), "{waited:?}");
}

#[tokio::test]
async fn what_passes_is_tried_again() {
    let server = Pretend::start(population(10, 5), 50).await;
    server.faults(&[Fault::TooManyRequests, Fault::Unavailable, Fault::CutOff, Fault::HalfAnAnswer]);
    let fetched = server.client().fetch(&everything(), &InMemory::default()).await.unwrap();
    assert!(is_whole(&fetched.dataset));
    // 17 seconds that the server asked for, then 4, then 8
    assert!(server.clock.waited() >= Duration::from_secs(29), "{:?}", server.clock.waited());
}

#[tokio::test]
async fn what_does_not_pass_is_told() {
    let server = Pretend::start(population(10, 5), 50).await;
    server.faults(&[Fault::Unavailable; 5]);
    let busy = server.client().fetch(&everything(), &InMemory::default()).await.unwrap_err();
    assert!(
        matches!(
            busy,
            Error::Busy {
                status: 503,
                attempts: 5,
                ..
            }
        ),
        "{busy}"
    );
    server.faults(&[Fault::Html; 3]);
    let html = server.client().fetch(&everything(), &InMemory::default()).await.unwrap_err();
    assert!(html.to_string().contains("HTML or XML where JSON was promised"), "{html}");
    server.faults(&[Fault::CodeMissing]);
    let other = server.client().fetch(&everything(), &InMemory::default()).await.unwrap_err();
    assert!(other.to_string().contains("«Region» has no code «0301»"), "{other}");
}

#[tokio::test]
async fn a_fetch_that_was_interrupted_goes_on_where_it_was() {
    let server = Pretend::start(population(10, 5), 10).await;
    let keep = InMemory::default();
    // the first part comes through, then the server is away
    server.faults(&[Fault::Nothing]);
    server.faults(&[Fault::Unavailable; 5]);
    let _ = server.client().fetch(&everything(), &keep).await.unwrap_err();
    let whole = server.client().fetch(&everything(), &keep).await.unwrap();
    assert_eq!((whole.log.parts, whole.log.kept), (10, 1));
    assert!(is_whole(&whole.dataset));
    let before = server.world.lock().unwrap().asked.len();
    let again = server.client().fetch(&everything(), &keep).await.unwrap();
    assert_eq!((again.log.parts, again.log.kept), (10, 10));
    assert_eq!(
        server.world.lock().unwrap().asked.len(),
        before,
        "nothing is asked for that was kept"
    );
    assert_eq!(again.dataset, whole.dataset);
    server.world.lock().unwrap().updated = "2026-03-01T07:00:00Z".to_owned();
    let newer = server.client().fetch(&everything(), &keep).await.unwrap();
    assert_eq!(newer.log.kept, 0, "parts of an earlier update are not mixed in");
    let spoiled = Spoiled(keep);
    let fetched = server.client().fetch(&everything(), &spoiled).await.unwrap();
    assert_eq!(fetched.log.kept, 0, "a part that was spoiled is fetched again");
    assert!(is_whole(&fetched.dataset));
}

/// Keeps parts, but gives only half of each back.
struct Spoiled(InMemory);

impl Parts for Spoiled {
    fn get(&self, key: &str) -> Option<Vec<u8>> {
        self.0.get(key).map(|part| part[..part.len() / 2].to_vec())
    }

    fn put(&self, key: &str, part: &[u8]) {
        self.0.put(key, part);
    }
}

#[tokio::test]
async fn an_update_in_the_middle_is_noticed_and_all_is_fetched_anew() {
    let server = Pretend::start(population(10, 5), 10).await;
    server.world.lock().unwrap().faults.extend([Fault::HalfAnAnswer, Fault::Update]);
    let fetched = server.client().fetch(&everything(), &InMemory::default()).await.unwrap();
    assert_eq!(fetched.log.updated.as_deref(), Some("2026-02-24T07:00:00Z+1"));
    assert!(is_whole(&fetched.dataset));
}

#[tokio::test]
async fn a_server_that_gives_less_than_it_says_is_asked_for_less() {
    let server = Pretend::start(population(10, 5), 1_000).await;
    server.faults(&[Fault::LessThanItSays]);
    let fetched = server.client().fetch(&everything(), &InMemory::default()).await.unwrap();
    assert_eq!(fetched.log.cells, 100);
    assert!(is_whole(&fetched.dataset) && fetched.log.parts >= 2);
}

#[tokio::test]
async fn codelists_are_read_from_the_metadata() {
    let server = Pretend::start(population(10, 5), 1_000).await;
    let by = |codelist: &str, code: &str| {
        let region = Choice {
            codelist: Some(codelist.to_owned()),
            ..choice("Region", &[code])
        };
        query(vec![region, choice("ContentsCode", &["*"]), choice("Tid", &["from(1989)"])])
    };
    let fetched = server
        .client()
        .fetch(&by("agg_KommSummer", "K-33??"), &InMemory::default())
        .await
        .unwrap();
    assert_eq!(fetched.dataset.dimension("Region").unwrap().len(), 2);
    assert_eq!(fetched.log.query["selection"][0]["codelist"], "agg_KommSummer");
    let gone = server
        .client()
        .fetch(&by("agg_Kommsummer", "K-3303"), &InMemory::default())
        .await
        .unwrap_err();
    assert_eq!(
        gone.to_string(),
        "table 07459 has no codelist «agg_Kommsummer» for «Region»; it has agg_KommSummer, vs_Kommun"
    );
    let list = server.client().codelist("agg_KommSummer").await.unwrap();
    assert_eq!((list.kind.as_str(), list.values[0].code.as_str()), ("Aggregation", "K-3303"));
    assert_eq!(list.values[0].value_map, ["3303"]);
    let gone = server.client().codelist("agg_Gone").await.unwrap_err();
    assert_eq!(gone.refusal(), Some(&Refusal::NonExistentCodelist));
}

#[tokio::test]
async fn a_wrong_query_says_what_is_wrong_with_it() {
    let server = Pretend::start(population(10, 5), 1_000).await;
    let told = async |choices: Vec<Choice>| {
        server
            .client()
            .fetch(&query(choices), &InMemory::default())
            .await
            .unwrap_err()
            .to_string()
    };
    let contents = || choice("ContentsCode", &["Personer1"]);
    let tid = || choice("Tid", &["*"]);
    assert_eq!(
        told(vec![choice("Kommune", &["1"]), contents(), tid()]).await,
        "table 07459 has no variable «Kommune»; it has Region, Kjonn, ContentsCode, Tid"
    );
    assert!(
        told(vec![choice("Region", &["9999"]), contents(), tid()])
            .await
            .contains("no code «9999» for «Region»")
    );
    assert!(told(vec![contents()]).await.contains("gives no sum over «Tid»"));
    assert!(
        told(vec![tid()]).await.contains("gives no sum over «ContentsCode»"),
        "whatever `elimination` says of it"
    );
    assert!(
        told(vec![contents(), choice("Tid", &["topp(3)"])])
            .await
            .contains("«topp(3)» is neither a code")
    );
    assert!(
        told(vec![contents(), choice("Tid", &["20*"])])
            .await
            .contains("«20*» chooses nothing from «Tid»")
    );
    let table = query(vec![]);
    let gone = server
        .client()
        .fetch(
            &Query {
                table: "00000".to_owned(),
                ..table
            },
            &InMemory::default(),
        )
        .await
        .unwrap_err();
    assert_eq!(gone.refusal(), Some(&Refusal::NonExistentTable));
}

#[tokio::test]
async fn expressions_are_the_codes_that_they_stand_for() {
    let server = Pretend::start(population(10, 5), 1_000).await;
    for (expression, expected) in [
        ("top(2)", vec!["1989", "1990"]),
        ("top(2,1)", vec!["1988", "1989"]),
        ("bottom(2)", vec!["1986", "1987"]),
        ("from(1989)", vec!["1989", "1990"]),
        ("to(1987)", vec!["1986", "1987"]),
        ("range(1987, 1989)", vec!["1987", "1988", "1989"]),
        ("198?", vec!["1986", "1987", "1988", "1989"]),
        ("top(99)", vec!["1986", "1987", "1988", "1989", "1990"]),
    ] {
        let wanted = query(vec![choice("ContentsCode", &["*"]), choice("Tid", &[expression])]);
        let fetched = server.client().fetch(&wanted, &InMemory::default()).await.unwrap();
        let codes: Vec<&str> = fetched
            .dataset
            .dimension("Tid")
            .unwrap()
            .categories()
            .iter()
            .map(|one| one.code.as_str())
            .collect();
        assert_eq!(codes, expected, "{expression}");
    }
}

#[tokio::test]
async fn tables_are_searched_for() {
    let server = Pretend::start(population(10, 5), 1_000).await;
    let search = Search {
        query: "title:befolkning".to_owned(),
        page: 1,
        page_size: 20,
        ..Search::default()
    };
    let page = server.client().search(&search).await.unwrap();
    assert_eq!((page.tables[0].id.as_str(), page.page.total_pages), ("07459", 1));
    let beyond = server.client().search(&Search { page: 2, ..search.clone() }).await.unwrap_err();
    assert_eq!(beyond.refusal(), Some(&Refusal::NonExistentPage));
    let long = server
        .client()
        .search(&Search {
            query: "x".repeat(3_000),
            ..search
        })
        .await
        .unwrap_err();
    assert!(long.to_string().contains("more than 2,000 signs"), "{long}");
}

#[test]
fn early_in_the_morning_figures_are_not_settled() {
    let at = |moment: &str| unsettled(moment.parse().unwrap()).map(|then| then.to_string());
    assert_eq!(at("2026-07-01T03:30:00Z").as_deref(), Some("2026-07-01T06:15:00Z"), "summer time");
    assert_eq!(at("2026-12-01T03:30:00Z"), None);
    assert_eq!(at("2026-12-01T07:10:00Z").as_deref(), Some("2026-12-01T07:15:00Z"));
    assert_eq!(at("2026-12-01T07:15:00Z"), None);
}

#[test]
fn version_1_is_asked_in_its_own_form() {
    let region = Choice {
        codelist: Some("agg_KommSummer".to_owned()),
        ..choice("Region", &["K-3303"])
    };
    let old = old_request(&query(vec![
        region,
        choice("Tid", &["top(5)"]),
        choice("Kjonn", &["1", "2"]),
        choice("Alder", &["*"]),
    ]));
    let filters: BTreeMap<&str, &str> = old["query"]
        .as_array()
        .unwrap()
        .iter()
        .map(|one| (one["code"].as_str().unwrap(), one["selection"]["filter"].as_str().unwrap()))
        .collect();
    let expected = BTreeMap::from([("Region", "agg:KommSummer"), ("Tid", "top"), ("Kjonn", "item"), ("Alder", "all")]);
    assert_eq!(filters, expected);
    assert_eq!(old["response"]["format"], "json-stat2");
}
