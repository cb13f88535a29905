//! Every public page, in every language: what must never be forgotten.

use axum::http::StatusCode;

use web::App;

use crate::{app_with, get, get_bytes, is_a_key, words};

/// Where the addresses of the tests' app begin.
const SITE: &str = "http://127.0.0.1:8420";

/// The town of the other tests with something that broke what its measures rest on, and a decision that acted.
async fn app() -> (App, tempfile::TempDir) {
    app_with(crate::shock::after()).await
}

/// Every public page in every language: what the sitemap lists, and the page that search engines are kept from.
async fn pages(app: &App) -> Vec<String> {
    let (_, _, sitemap) = get(app, "/byen/sitemap.xml").await;
    let listed = sitemap.split("<loc>").skip(1).filter_map(|rest| rest.split("</loc>").next());
    let mut pages: Vec<String> = listed.map(|address| address.trim_start_matches(SITE).to_owned()).collect();
    pages.extend(["/byen/logg-inn", "/byen/nn/logg-inn", "/byen/en/logg-inn"].map(str::to_owned));
    pages
}

/// The language that an address is in.
fn language(address: &str) -> &'static str {
    match address.split('/').nth(2) {
        Some("nn") => "nn",
        Some("en") => "en",
        _ => "nb",
    }
}

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
    let pages = pages(&app).await;
    assert!(pages.len() > 3 * 20, "{pages:?}");
    for address in pages {
        let (status, headers, html) = get(&app, &address).await;
        assert_eq!(status, StatusCode::OK, "{address}");
        let tag = language(&address);
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

/// Identifiers that stand twice on a page make links and labels lead to the wrong place.
#[tokio::test(flavor = "multi_thread")]
async fn every_identifier_stands_once_on_its_page() {
    let (app, _kept) = app().await;
    for address in pages(&app).await {
        let (_, _, html) = get(&app, &address).await;
        let mut ids: Vec<&str> = html.split(" id=\"").skip(1).filter_map(|rest| rest.split('"').next()).collect();
        ids.sort_unstable();
        let twice: Vec<&str> = ids.windows(2).filter(|pair| pair[0] == pair[1]).map(|pair| pair[0]).collect();
        assert_eq!(twice, Vec::<&str>::new(), "{address}");
    }
}

/// Every link leads somewhere, and every page that a link leads to is in the sitemap: so these tests and those in the
/// browser see it.
#[tokio::test(flavor = "multi_thread")]
async fn no_link_on_a_page_leads_nowhere_or_past_the_sitemap() {
    let (app, _kept) = app().await;
    let pages = pages(&app).await;
    let mut seen = std::collections::BTreeSet::new();
    for address in pages.iter().filter(|address| language(address) == "nb") {
        let (_, _, html) = get(&app, address).await;
        for link in links(&html).into_iter().filter(|link| seen.insert(link.clone())) {
            let (status, headers, _) = get_bytes(&app, &link).await;
            assert_eq!(status, StatusCode::OK, "{link}, on {address}");
            let is_page = headers["content-type"].to_str().unwrap().starts_with("text/html") && !link.contains('?');
            assert!(!is_page || pages.contains(&link), "{link}, on {address}, is not in the sitemap");
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
