//! What a real server answered is read: recorded answers of Statistics Sweden, which runs the same program, and those of the
//! server's own tests. `VEKST_CASES`, by default `../shared/cases` beside the project, holds `pxwebapi/`.

use std::path::PathBuf;

use axum::Router;
use axum::extract::OriginalUri;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use statistics::source::pxweb::{PxWeb, Search, notes};
use statistics::source::{Connection, web_client};

use crate::pretend::TestClock;

fn cases() -> Option<PathBuf> {
    let beside = || PathBuf::from(concat!(env!("CARGO_MANIFEST_DIR"), "/../../../shared/cases"));
    let folder = std::env::var_os("VEKST_CASES").map_or_else(beside, PathBuf::from).join("pxwebapi");
    if folder.is_dir() {
        return Some(folder);
    }
    crate::tell(&format!(
        "SKIPPED: there are no recorded answers at {}; name their folder in VEKST_CASES",
        folder.display()
    ));
    None
}

/// A server that answers these addresses, without their parameters, with these files.
async fn serving(files: &'static [(&'static str, &'static str)]) -> Option<PxWeb<TestClock>> {
    let folder = cases()?;
    let answer = move |OriginalUri(address): OriginalUri| {
        let file = files
            .iter()
            .find(|(path, _)| *path == address.path())
            .map(|(_, file)| folder.join(file));
        std::future::ready(match file {
            Some(file) => std::fs::read(file).unwrap().into_response(),
            None => (StatusCode::NOT_FOUND, "{}").into_response() as Response,
        })
    };
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = format!("http://{}/", listener.local_addr().unwrap()).parse().unwrap();
    tokio::spawn(async move { axum::serve(listener, Router::new().fallback(answer)).await });
    let connection = Connection::new(web_client().unwrap(), TestClock::at("2026-11-25T12:00:00Z"));
    Some(PxWeb::new(connection, address, "sv"))
}

#[tokio::test]
async fn answers_of_statistics_sweden_are_read() {
    let files = &[
        ("/config", "recorded/config.json"),
        ("/tables", "recorded/search.json"),
        ("/tables/TAB6471/metadata", "recorded/TAB6471_metadata.json"),
    ];
    let Some(server) = serving(files).await else { return };
    let configuration = server.configuration().await.unwrap();
    assert_eq!(
        (configuration.max_data_cells, configuration.max_calls_per_time_window),
        (150_000, 3)
    );
    assert_eq!(configuration.source_references[1].text, "Källa: SCB");
    let page = server
        .search(&Search {
            page_size: 20,
            ..Search::default()
        })
        .await
        .unwrap();
    assert_eq!((page.tables.len(), page.page.total_elements), (10, 10));
    assert_eq!(page.tables[0].time_unit.as_deref(), Some("Annual"));
    let table = server.metadata("TAB6471", &[]).await.unwrap();
    assert_eq!((table.dataset.len(), table.dataset.has_values()), (2_006_784, false));
    let region = table.dataset.dimension("Region").unwrap();
    assert!(table.may_be_left_out(region));
    assert!(!table.may_be_left_out(table.dataset.dimension("Tid").unwrap()));
    let codelists = table.codelists(region);
    assert_eq!((codelists[1].id.as_str(), codelists[1].kind.as_str()), ("vs_CKM02Län", "Valueset"));
    let mandatory = notes(&table.dataset).into_iter().filter(|note| note.mandatory);
    let about: Vec<Option<String>> = mandatory.map(|note| note.variable).collect();
    assert_eq!(about, [None, None, None, None, Some("Alder".to_owned())]);
    let all = serving(&[("/tables", "recorded/tables.json")]).await.unwrap();
    assert_eq!(all.search(&Search::default()).await.unwrap().page.total_pages, 213);
}

#[tokio::test]
async fn data_of_statistics_sweden_are_read_and_must_not_be_summed() {
    let Some(folder) = cases() else { return };
    let dataset = jsonstat::read_dataset(&std::fs::read(folder.join("recorded/TAB6471_data.json")).unwrap()).unwrap();
    assert_eq!(dataset.len(), 2_772);
    assert_eq!(dataset.cell(0).number(), Some(245_284.0));
    let refused = dataset.total("Region", &[]).unwrap_err();
    assert_eq!(refused, jsonstat::TotalError::NotAllowed, "the source adds noise to each cell");
    assert_eq!(dataset.total("Kon", &[]).unwrap().len(), 924, "the source's own total is read");
}

#[tokio::test]
async fn answers_of_the_servers_own_tests_are_read() {
    let files = &[
        ("/config", "server_tests/GetApiConfiguration.json"),
        ("/tables", "server_tests/ListAllTables.json"),
        ("/tables/tab004", "server_tests/TableById_tab004.json"),
        ("/tables/tab003/metadata", "server_tests/MetadataById_tab003_js2.json"),
    ];
    let Some(server) = serving(files).await else { return };
    assert_eq!(server.configuration().await.unwrap().api_version, "2.0.0-beta.12");
    assert_eq!(server.search(&Search::default()).await.unwrap().page.total_elements, 5);
    assert_eq!(server.info("tab004").await.unwrap().last_period.as_deref(), Some("2017"));
    assert_eq!(server.metadata("tab003", &[]).await.unwrap().dataset.len(), 2_448);
}
