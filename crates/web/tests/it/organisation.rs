//! Organisations: what each answers for and gives.

use crate::{app, get, words};

#[tokio::test(flavor = "multi_thread")]
async fn a_partner_sees_what_it_pledged_and_delivered() {
    let (app, _kept) = app().await;
    let (_, _, html) = get(&app, "/byen/organisasjoner").await;
    let text = words(&html);
    assert!(text.contains("Bedriften Partner 1 tiltak, 1 000 kr lovet"), "{text}");
    assert!(text.contains("Kommunen Prosjekteier ingen tiltak ennå"), "{text}");

    let (_, _, html) = get(&app, "/byen/organisasjoner/bedrift").await;
    let text = words(&html);
    assert!(text.contains("2020 1 000 kr 0 kr 0 0"), "{text}");
    assert!(
        text.contains("Bidrar til disse tiltakene Partnerfrokost"),
        "the part in a measure is named: {text}"
    );

    let (_, _, html) = get(&app, "/byen/organisasjoner/kommunen").await;
    assert!(words(&html).contains("Planer og tall den svarer for Samfunnsdelen Folketall"));
}

#[tokio::test(flavor = "multi_thread")]
async fn addresses_of_people_never_stand_on_a_public_page() {
    let (app, _kept) = app().await;
    for place in ["", "/organisasjoner", "/organisasjoner/knf", "/tall", "/planer"] {
        let (_, _, html) = get(&app, &format!("/byen{place}")).await;
        assert!(!html.contains("leder@example.no"), "the lead's address stands on {place}");
    }
}
