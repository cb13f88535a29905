//! The letter to partners: written by the lead, read and sent partner by partner, common part for everybody.

use axum::http::StatusCode;
use programme::{Language, Role};

use crate::browser::{PUBLIC, Town};
use crate::changes::revised;
use crate::{app_with, get, words};

const PLACE: &str = "/byen/arbeid/handlingsplan/2020/brev/2";

#[tokio::test(flavor = "multi_thread")]
async fn the_lead_writes_reads_adds_and_sends() {
    let town = Town::of(revised(), PUBLIC).await;
    let mut lead = town.signed_in(Role::Lead, None).await;
    let before = town.letters().len();

    let page = lead.get(PLACE).await;
    assert_eq!(page.status, StatusCode::OK);
    assert!(page.html.contains("Landet stengte"), "the draft begins with the reason");
    let saved = lead
        .post(
            PLACE,
            &[
                ("base", "0"),
                ("subject-nb", "Målene står"),
                ("opening-nb", "Denne våren"),
                ("closing-nb", "Kom"),
                ("signed-nb", "Lederen"),
                ("published", "on"),
            ],
        )
        .await;
    assert_eq!(saved.status, StatusCode::SEE_OTHER, "{}", saved.words());

    let own = format!("{PLACE}/bedrift");
    let page = lead.get(&own).await;
    let text = page.words();
    for expected in [
        "Til Bedriften",
        "Denne våren",
        "Dere hadde lovet 1 000 kr. Nå er det 400 kr.",
        "Dere har lovet 500 kr.",
        "Lederen",
    ] {
        assert!(text.contains(expected), "«{expected}» is missing in: {text}");
    }
    let added = lead
        .fill(&own, &[("greeting-nb", "Kjære Bedriften"), ("own-words-nb", "Takk for sist")])
        .await;
    assert_eq!(added.status, StatusCode::SEE_OTHER, "{}", added.words());

    let send = format!("{own}/send");
    let wrong = lead.post(&send, &[("recipients", "ikke en adresse")]).await;
    assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(
        wrong.words().contains("«ikke en adresse» er ingen e-postadresse."),
        "{}",
        wrong.words()
    );
    let both = lead
        .post(&send, &[("recipients", "en@example.no\nto@example.no\nEN@example.no")])
        .await;
    assert_eq!(both.status, StatusCode::SEE_OTHER, "{}", both.words());
    let mails = town.letters();
    assert_eq!(mails.len() - before, 2, "one to each address, once");
    assert!(
        mails[before].contains("Kjære Bedriften") && mails[before].contains("Takk for sist"),
        "{}",
        mails[before]
    );
    let page = lead.get(&own).await;
    assert!(page.words().contains("til 2 mottakere"), "{}", page.words());
    assert!(!page.html.contains("to@example.no"), "addresses are not kept");
    let text = lead.get(&format!("{own}.txt")).await;
    assert!(text.html.contains("Kjære Bedriften"));

    let mut partner = town.signed_in(Role::Partner, Some("bedrift")).await;
    assert_eq!(partner.get(&own).await.status, StatusCode::OK, "what was sent to it");
    assert_eq!(partner.get(&format!("{PLACE}/knf")).await.status, StatusCode::FORBIDDEN);
    assert_eq!(partner.get(PLACE).await.status, StatusCode::FORBIDDEN);
}

#[tokio::test(flavor = "multi_thread")]
async fn everybody_reads_the_common_part_once_it_is_published() {
    let (app, _kept) = app_with(revised()).await;
    let address = "/byen/handlingsplan/2020/brev/2";
    assert_eq!(get(&app, address).await.0, StatusCode::NOT_FOUND, "a draft is nobody's");

    let mut state = revised();
    state.letters = vec![
        serde_json::from_value(serde_json::json!({
            "id": "2020-2", "plan": "2020", "revision": 2, "published": "2020-05-08",
            "subject": {"nb": "Målene står"}, "opening": {"nb": "Denne våren"},
            "additions": [{"organisation": "bedrift", "text": {"nb": "Bare til dere"}}]
        }))
        .unwrap(),
    ];
    let (app, _kept) = app_with(state).await;
    for language in Language::ALL {
        let address = if language == Language::Nb {
            address.to_owned()
        } else {
            format!("/byen/{language}/handlingsplan/2020/brev/2")
        };
        let (status, _, html) = get(&app, &address).await;
        assert_eq!(status, StatusCode::OK);
        assert!(!html.contains("Bare til dere"));
    }
    let (_, _, html) = get(&app, address).await;
    assert!(words(&html).contains("Kjære partnere Denne våren"), "{}", words(&html));
    let (_, _, changes) = get(&app, "/byen/handlingsplan/2020/endringer/1..2").await;
    assert!(changes.contains(&format!("href=\"{address}\"")));
    let (_, _, sitemap) = get(&app, "/byen/sitemap.xml").await;
    assert!(sitemap.contains("/byen/en/handlingsplan/2020/brev/2"));
    let (status, headers, _) = crate::get_bytes(&app, &format!("{address}.pdf")).await;
    assert_eq!(
        (status, headers["content-type"].to_str().unwrap()),
        (StatusCode::OK, "application/pdf")
    );
    for nothing in ["1", "3", "x", "1.pdf"] {
        assert_eq!(
            get(&app, &format!("/byen/handlingsplan/2020/brev/{nothing}")).await.0,
            StatusCode::NOT_FOUND
        );
    }
}
