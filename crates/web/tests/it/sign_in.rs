//! Signing in and out, as people and as those who would like to be them.

use axum::http::{StatusCode, header};
use jiff::SignedDuration;
use programme::Role;

use crate::browser::{Town, link_in};

#[tokio::test(flavor = "multi_thread")]
async fn a_link_by_mail_opens_the_workspace_once() {
    let town = Town::new().await;
    town.let_in("leder@example.no", Role::Lead, None).await;
    let mut browser = town.visitor();
    browser.get("/byen/logg-inn").await.says("Du trenger ikke passord");
    let answer = browser.post("/byen/nn/logg-inn", &[("email", "Leder@Example.no")]).await;
    assert_eq!(
        (answer.status, answer.location()),
        (StatusCode::SEE_OTHER, "/byen/nn/logg-inn?sendt=ja")
    );
    browser.get(answer.location()).await.says("er ei lenkje på veg");

    let letter = town.letter(1).await;
    assert!(letter.contains("Her er lenkja som loggar deg inn i Vekst i Byen"), "{letter}");
    let link = link_in(&letter);
    assert!(link.starts_with("/byen/nn/logg-inn/"), "{link}");
    for _ in 0..2 {
        let page = browser.get(&link).await;
        page.says("Trykk på knappen");
        assert!(page.headers.get(header::SET_COOKIE).is_none(), "opening a link must not use it up");
        assert_eq!(page.headers[header::CACHE_CONTROL], "private, no-store");
    }
    let answer = browser.post(&link, &[]).await;
    assert_eq!((answer.status, answer.location()), (StatusCode::SEE_OTHER, "/byen/nn/arbeid"));
    let cookie = answer.headers[header::SET_COOKIE].to_str().unwrap();
    let (name, attributes) = cookie.split_once('=').unwrap();
    assert_eq!(name, "__Host-vekst");
    assert_eq!(attributes.split_once(';').unwrap().1, " Secure; HttpOnly; SameSite=Lax; Path=/");
    let page = browser.get("/byen/nn/arbeid").await;
    page.says("Programleiar").says("Logg ut");
    assert_eq!(page.headers[header::CACHE_CONTROL], "private, no-store");

    let mut thief = town.visitor();
    let answer = thief.post(&link, &[]).await;
    assert_eq!(answer.status, StatusCode::GONE);
    answer.says("Lenkja verkar ikkje lenger").says("Be om ei ny lenkje");
    assert!(answer.headers.get(header::SET_COOKIE).is_none());
}

#[tokio::test(flavor = "multi_thread")]
async fn a_link_does_not_last_and_a_new_sign_in_is_a_new_session() {
    let town = Town::new().await;
    town.let_in("leder@example.no", Role::Lead, None).await;
    let mut browser = town.visitor();
    browser.post("/byen/logg-inn", &[("email", "leder@example.no")]).await;
    let link = link_in(&town.letter(1).await);
    town.wait(SignedDuration::from_mins(16));
    assert_eq!(browser.post(&link, &[]).await.status, StatusCode::GONE);

    browser.sign_in(&town, "leder@example.no").await;
    let first = browser.cookie.clone();
    browser.post("/byen/logg-inn", &[("email", "leder@example.no")]).await;
    let link = link_in(&town.letter(3).await);
    browser.post(&link, &[]).await;
    assert_ne!(browser.cookie, first);
    let mut old = town.visitor();
    old.cookie = first;
    assert_eq!(
        old.get("/byen/arbeid").await.location(),
        "/byen/logg-inn",
        "the old session has ended"
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn nobody_learns_who_has_access() {
    let town = Town::new().await;
    town.let_in("leder@example.no", Role::Lead, None).await;
    let mut browser = town.visitor();
    let known = browser.post("/byen/logg-inn", &[("email", "leder@example.no")]).await;
    let unknown = browser.post("/byen/logg-inn", &[("email", "ukjent@example.no")]).await;
    assert_eq!((known.status, known.location()), (unknown.status, unknown.location()));
    assert_eq!(known.html, unknown.html);
    town.letter(1).await;
    tokio::time::sleep(std::time::Duration::from_millis(200)).await;
    assert_eq!(town.letters().len(), 1, "only who has access gets a letter");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_mailbox_is_not_filled() {
    let town = Town::new().await;
    town.let_in("leder@example.no", Role::Lead, None).await;
    let mut browser = town.visitor();
    for _ in 0..12 {
        let answer = browser.post("/byen/logg-inn", &[("email", "leder@example.no")]).await;
        assert_eq!(answer.location(), "/byen/logg-inn?sendt=ja");
    }
    town.letter(5).await;
    tokio::time::sleep(std::time::Duration::from_millis(200)).await;
    assert_eq!(town.letters().len(), 5);
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_no_address_is_kept_and_said() {
    let town = Town::new().await;
    let mut browser = town.visitor();
    let answer = browser.post("/byen/logg-inn", &[("email", "\"><script>alert(1)</script>")]).await;
    assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
    answer.says("Skriv e-postadressen slik");
    assert_eq!(answer.field("email"), Some("&quot;&gt;&lt;script&gt;alert(1)&lt;/script&gt;"));
    assert!(!answer.html.contains("<script>alert"));
}

#[tokio::test(flavor = "multi_thread")]
async fn only_our_own_pages_may_send_forms() {
    let town = Town::new().await;
    town.let_in("leder@example.no", Role::Lead, None).await;
    for origin in [Some("https://ond.example.no"), Some("null"), Some("http://vekst.example.no"), None] {
        let mut browser = town.visitor();
        browser.origin = origin.map(str::to_owned);
        let answer = browser.post("/byen/logg-inn", &[("email", "leder@example.no")]).await;
        assert_eq!(answer.status, StatusCode::FORBIDDEN, "{origin:?}");
        answer.says("Skjemaet er for gammelt");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn signing_out_ends_the_session_and_needs_the_token() {
    let town = Town::new().await;
    let mut browser = town.signed_in(Role::Lead, None).await;
    let cookie = browser.cookie.clone();
    for csrf in [None, Some("feil"), Some("")] {
        let fields: Vec<(&str, &str)> = csrf.map(|csrf| ("csrf", csrf)).into_iter().collect();
        assert_eq!(browser.post_exactly("/byen/logg-ut", &fields).await.status, StatusCode::FORBIDDEN);
    }
    browser.get("/byen/arbeid").await.says("Programleder");
    let answer = browser.post("/byen/logg-ut", &[]).await;
    assert_eq!((answer.status, answer.location()), (StatusCode::SEE_OTHER, "/byen"));
    assert!(answer.headers[header::SET_COOKIE].to_str().unwrap().contains("Max-Age=0"));
    assert_eq!(browser.cookie, None);
    browser.cookie = cookie;
    let answer = browser.get("/byen/arbeid").await;
    assert_eq!((answer.status, answer.location()), (StatusCode::SEE_OTHER, "/byen/logg-inn"));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_session_ends_when_nobody_uses_it() {
    let town = Town::new().await;
    let mut browser = town.signed_in(Role::Lead, None).await;
    for _ in 0..3 {
        town.wait(SignedDuration::from_hours(7));
        browser.get("/byen/arbeid").await.says("Programleder");
    }
    town.wait(SignedDuration::from_hours(9));
    assert_eq!(browser.get("/byen/arbeid").await.location(), "/byen/logg-inn");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_session_opens_only_the_programmes_its_person_belongs_to() {
    let town = Town::new().await;
    let mut other = crate::example::example();
    other.programme.id = "nabobyen".parse().unwrap();
    crate::load(&town.app.programmes, other, town.app.now()).await;
    let mut browser = town.signed_in(Role::Lead, None).await;
    let page = browser.get("/nabobyen/arbeid").await;
    assert_eq!(page.status, StatusCode::FORBIDDEN);
    page.says("Du har ikke tilgang til dette");
    // a link of one programme opens no other
    browser.post("/byen/logg-inn", &[("email", "lead@example.no")]).await;
    let link = link_in(&town.letter(2).await).replace("/byen/", "/nabobyen/");
    assert_eq!(browser.post(&link, &[]).await.status, StatusCode::GONE);
}

#[tokio::test(flavor = "multi_thread")]
async fn on_ones_own_machine_the_cookie_is_plain() {
    let town = Town::at("http://127.0.0.1:8420").await;
    let token = {
        town.let_in("leder@example.no", Role::Lead, None).await;
        let now = store::Instant::new(town.app.now());
        let store = town.app.programmes.store().clone();
        store
            .write(move |transaction| {
                Box::pin(async move { store::access::create_link(transaction, "byen", "leder@example.no", now).await })
            })
            .await
            .unwrap()
    };
    let link = web::sign_in_link("http://127.0.0.1:8420", &"byen".parse().unwrap(), &token);
    assert_eq!(link, format!("http://127.0.0.1:8420/byen/logg-inn/{token}"));
    let mut browser = town.visitor();
    browser.origin = Some("http://127.0.0.1:8420".to_owned());
    let answer = browser.post(&format!("/byen/logg-inn/{token}"), &[]).await;
    let cookie = answer.headers[header::SET_COOKIE].to_str().unwrap();
    assert!(cookie.starts_with("vekst=") && !cookie.contains("Secure"), "{cookie}");
    browser.get("/byen/arbeid").await.says("Programleder");
}
