//! Every public page, in every language: what must never be forgotten.

use axum::http::StatusCode;

use crate::{app, get, is_a_key, words};

/// Every public page of the example, below its programme. A new page is added here.
const PAGES: [&str; 20] = [
    "",
    "/maal",
    "/maal/innbyggere",
    "/planer",
    "/planer/samfunnsdel",
    "/satsingsomraader/omdomme",
    "/tiltak/frokost",
    "/tiltak/kampanje",
    "/tall",
    "/tall/folketall",
    "/tall/korrigert",
    "/organisasjoner",
    "/organisasjoner/kommunen",
    "/organisasjoner/knf",
    "/organisasjoner/bedrift",
    "/om",
    "/personvern",
    "/tilgjengelighet",
    "/handlingsplan",
    "/handlingsplan/2020",
];

/// Addresses in a page that lead to other pages of the same programme, each once.
fn links(html: &str) -> Vec<String> {
    let mut links: Vec<String> = html
        .split("href=\"")
        .skip(1)
        .filter_map(|rest| rest.split('"').next())
        .filter(|address| address.starts_with("/byen"))
        .map(|address| address.split('#').next().unwrap_or_default().replace("&amp;", "&"))
        .collect();
    links.sort();
    links.dedup();
    links
}

#[tokio::test(flavor = "multi_thread")]
async fn every_page_holds_what_a_page_must_hold_in_three_languages() {
    let (app, _kept) = app().await;
    for (segment, tag) in [("", "nb"), ("/nn", "nn"), ("/en", "en")] {
        for place in PAGES {
            let address = format!("/byen{segment}{place}");
            let (status, headers, html) = get(&app, &address).await;
            assert_eq!(status, StatusCode::OK, "{address}");
            assert!(
                html.contains(&format!("<html lang=\"{tag}\"")),
                "{address} does not say its language"
            );
            assert_eq!(html.matches("<h1").count(), 1, "{address} has one main heading");
            assert!(html.len() < 200_000, "{address} is {} bytes", html.len());
            assert!(!headers.contains_key("set-cookie"), "{address} sets a cookie");
            assert!(headers["content-security-policy"].to_str().unwrap().contains("default-src 'none'"));
            assert!(!html.contains("style=\"") && !html.contains("<style"), "{address} has inline style");
            let keys: Vec<String> = words(&html).split(' ').filter(|word| is_a_key(word)).map(str::to_owned).collect();
            assert_eq!(keys, Vec::<String>::new(), "{address} shows keys without a text");
        }
    }
}

/// Identifiers that stand twice on a page make links and labels lead to the wrong place.
#[tokio::test(flavor = "multi_thread")]
async fn every_identifier_stands_once_on_its_page() {
    let (app, _kept) = app().await;
    for place in PAGES {
        let (_, _, html) = get(&app, &format!("/byen{place}")).await;
        let mut ids: Vec<&str> = html.split(" id=\"").skip(1).filter_map(|rest| rest.split('"').next()).collect();
        ids.sort_unstable();
        let twice: Vec<&str> = ids.windows(2).filter(|pair| pair[0] == pair[1]).map(|pair| pair[0]).collect();
        assert_eq!(twice, Vec::<&str>::new(), "{place}");
    }
}

/// Until their parts stand.
const NOT_YET: [&str; 1] = ["/arbeid"];

#[tokio::test(flavor = "multi_thread")]
async fn no_link_on_a_page_leads_nowhere() {
    let (app, _kept) = app().await;
    for place in PAGES {
        let (_, _, html) = get(&app, &format!("/byen{place}")).await;
        for link in links(&html) {
            let below = link.trim_start_matches("/byen").trim_start_matches("/nn").trim_start_matches("/en");
            if NOT_YET.iter().any(|part| below.starts_with(part)) {
                continue;
            }
            let (status, _, _) = get(&app, &link).await;
            assert_eq!(status, StatusCode::OK, "{link}, on {place}");
        }
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_sign_of_life_is_plain_text() {
    let (app, _kept) = app().await;
    let (status, headers, text) = get(&app, "/healthz").await;
    assert_eq!((status, text.as_str()), (StatusCode::OK, "ok\n"));
    assert_eq!(headers["cache-control"], "no-store");
    app.programmes.store().close().await;
    let (status, headers, text) = get(&app, "/healthz").await;
    assert_eq!(status, StatusCode::SERVICE_UNAVAILABLE);
    assert!(headers["content-type"].to_str().unwrap().starts_with("text/plain"), "{text}");
}
