//! Who may see and do what in the workspace: every route for every role, and for those who are nobody.

use axum::http::StatusCode;
use programme::Role;

use crate::browser::{Browser, Town};

/// Who is let in where: lead, editor, steering, analyst, a partner of the measure (it does it), one that gives to it, and
/// one that has no part in it. A new route is added here.
const SEEN: [(&str, &str); 31] = [
    // place                                         L E S A own gives other
    ("/arbeid", "1111111"),
    ("/arbeid/journal", "1111000"),
    ("/arbeid/personer", "1000000"),
    ("/arbeid/tiltak/ny", "1100000"),
    ("/arbeid/tiltak/frokost", "1111110"),
    ("/arbeid/tiltak/frokost/status", "1111110"),
    ("/arbeid/tiltak/frokost/endre", "1100110"),
    ("/arbeid/tiltak/frokost/fjern", "1000000"),
    ("/arbeid/tiltak/frokost/historie", "1111110"),
    ("/arbeid/tiltak/kampanje", "1111100"),
    ("/arbeid/tiltak/kampanje/endre", "1100100"),
    ("/arbeid/tiltak/kampanje/historie", "1111100"),
    ("/arbeid/maal", "1111111"),
    ("/arbeid/maal/ny", "1100000"),
    ("/arbeid/maal/innbyggere", "1100000"),
    ("/arbeid/maal/innbyggere/historie", "1111111"),
    ("/arbeid/handlingsplan", "1111111"),
    ("/arbeid/handlingsplan/ny", "1100000"),
    ("/arbeid/handlingsplan/2020", "1100000"),
    ("/arbeid/handlingsplan/2020/vedta", "1000000"),
    ("/arbeid/hendelser", "1111111"),
    ("/arbeid/hendelser/ny", "1000000"),
    ("/arbeid/forutsetninger", "1111111"),
    ("/arbeid/forutsetninger/samles", "1100000"),
    ("/arbeid/langsiktig", "1000000"),
    ("/arbeid/hoeringer", "1111111"),
    ("/arbeid/hoeringer/ny", "1100000"),
    ("/arbeid/hoeringer/varen", "1111000"),
    ("/arbeid/hoeringer/varen/endre", "1100000"),
    ("/arbeid/hoeringer/varen/innspill/ny", "1100000"),
    ("/arbeid/hoeringer/varen/innspill/1", "1111000"),
];

/// The same in a town with a second revision, of which partners are told by letter.
const LETTERS: [(&str, &str); 2] = [
    ("/arbeid/handlingsplan/2020/brev/2", "1100000"),
    ("/arbeid/handlingsplan/2020/brev/2/bedrift", "1100000"),
];

/// The same for what changes something. Whoever may is told what is missing (422), whoever may not is refused (403).
const DONE: [(&str, &str); 21] = [
    ("/arbeid/tiltak/ny", "1100000"),
    ("/arbeid/tiltak/frokost/endre", "1100110"),
    ("/arbeid/tiltak/frokost/status", "1100100"),
    ("/arbeid/tiltak/frokost/fjern", "1000000"),
    ("/arbeid/tiltak/kampanje/endre", "1100100"),
    ("/arbeid/tiltak/kampanje/status", "1100100"),
    ("/arbeid/maal/ny", "1100000"),
    ("/arbeid/maal/innbyggere", "1100000"),
    ("/arbeid/handlingsplan/ny", "1100000"),
    ("/arbeid/handlingsplan/2020", "1100000"),
    ("/arbeid/handlingsplan/2020/vedta", "1000000"),
    ("/arbeid/personer", "1000000"),
    ("/arbeid/hoeringer/ny", "1100000"),
    ("/arbeid/hoeringer/varen/endre", "1100000"),
    ("/arbeid/hoeringer/varen/apne", "1000000"),
    ("/arbeid/hoeringer/varen/frist", "1000000"),
    ("/arbeid/hoeringer/varen/inviter", "1000000"),
    ("/arbeid/hoeringer/varen/avslutt", "1000000"),
    ("/arbeid/hoeringer/varen/innspill/ny", "1100000"),
    ("/arbeid/hoeringer/varen/innspill/1/vis", "1100000"),
    ("/arbeid/hoeringer/varen/innspill/1/vurder", "1100000"),
];

/// A town whose hearing was answered.
async fn busy() -> Town {
    crate::hearing::answered(Town::new().await).await
}

async fn everybody(town: &Town) -> Vec<(&'static str, Browser)> {
    let people = [
        ("lead", Role::Lead, None),
        ("editor", Role::Editor, None),
        ("steering", Role::Steering, None),
        ("analyst", Role::Analyst, None),
        ("own", Role::Partner, Some("knf")),
        ("gives", Role::Partner, Some("bedrift")),
        ("other", Role::Partner, Some("kommunen")),
    ];
    let mut browsers = Vec::new();
    for (name, role, organisation) in people {
        let email = format!("{name}@example.no");
        town.let_in(&email, role, organisation).await;
        let mut browser = town.visitor();
        browser.sign_in(town, &email).await;
        browsers.push((name, browser));
    }
    browsers
}

#[tokio::test(flavor = "multi_thread")]
async fn every_page_opens_for_those_it_is_for() {
    opens_for(&busy().await, &SEEN).await;
    opens_for(&Town::of(crate::changes::revised(), crate::browser::PUBLIC).await, &LETTERS).await;
}

async fn opens_for(town: &Town, places: &[(&str, &str)]) {
    let mut people = everybody(town).await;
    for (place, rights) in places {
        for ((name, browser), right) in people.iter_mut().zip(rights.chars()) {
            let expected = if right == '1' { StatusCode::OK } else { StatusCode::FORBIDDEN };
            assert_eq!(browser.get(&format!("/byen{place}")).await.status, expected, "{name} at {place}");
        }
        let answer = town.visitor().get(&format!("/byen{place}")).await;
        assert_eq!(
            (answer.status, answer.location()),
            (StatusCode::SEE_OTHER, "/byen/logg-inn"),
            "{place}"
        );
        assert!(answer.headers.get("set-cookie").is_none());
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn nobody_changes_what_is_not_theirs() {
    let town = busy().await;
    let before = town.app.programmes.snapshot(&"byen".parse().unwrap()).await.unwrap().unwrap();
    let mut people = everybody(&town).await;
    for (place, rights) in DONE {
        let address = format!("/byen{place}");
        for ((name, browser), right) in people.iter_mut().zip(rights.chars()) {
            // nothing right stands in the form, so that nobody's change is carried out
            let wrong = [("budget-0-year", "x"), ("budget-0-kroner", "y"), ("why", &"z".repeat(3000))];
            let answer = browser.post(&address, &wrong).await;
            let expected = if right == '1' {
                StatusCode::UNPROCESSABLE_ENTITY
            } else {
                StatusCode::FORBIDDEN
            };
            assert_eq!(answer.status, expected, "{name} at {place}: {}", answer.words());
            if right == '0' {
                answer.says("Du har ikke tilgang til dette");
            }
        }
        let (_, lead) = &mut people[0];
        let untold = lead.post_exactly(&address, &[("why", "x")]).await;
        assert_eq!(untold.status, StatusCode::FORBIDDEN, "without the token: {place}");
        untold.says("Skjemaet er for gammelt");
        lead.origin = Some("https://ond.example.no".to_owned());
        assert_eq!(
            lead.post(&address, &[]).await.status,
            StatusCode::FORBIDDEN,
            "from elsewhere: {place}"
        );
        lead.origin = Some(crate::browser::PUBLIC.to_owned());
        let answer = town.visitor().post(&address, &[]).await;
        assert_eq!(
            (answer.status, answer.location()),
            (StatusCode::SEE_OTHER, "/byen/logg-inn"),
            "{place}"
        );
    }
    let after = town.app.programmes.snapshot(&"byen".parse().unwrap()).await.unwrap().unwrap();
    assert_eq!(before.state, after.state);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_partner_changes_its_own_part_alone() {
    let town = Town::new().await;
    let mut gives = town.signed_in(Role::Partner, Some("bedrift")).await;
    let page = gives.get("/byen/arbeid/tiltak/frokost/endre").await;
    page.says("Dette kan programlederen endre").says("Næringsforeningen");
    let form = page.form();
    assert_eq!(form.value("budget-0-kroner"), "1000");
    assert!(
        !form
            .names()
            .iter()
            .any(|name| name.starts_with("title") || name == "responsible" || name.ends_with("funder"))
    );
    // a forged form brings no more than the page offers
    let mut forged = form.clone();
    forged
        .fill("budget-0-kroner", "2 000")
        .fill("budget-0-delivered-kroner", "500")
        .fill("budget-0-funder", "kommunen")
        .fill("title-nb", "Kuppet")
        .fill("responsible", "bedrift");
    assert_eq!(gives.submit(&forged).await.status, StatusCode::SEE_OTHER);
    let snapshot = town.app.programmes.snapshot(&"byen".parse().unwrap()).await.unwrap().unwrap();
    let measure = snapshot.state.measure(&"frokost".parse().unwrap()).unwrap();
    assert_eq!(
        (measure.title.plain(programme::Language::Nb), measure.responsible.as_str()),
        ("Partnerfrokost", "knf")
    );
    let line = &measure.budget[0];
    assert_eq!((line.funder.as_str(), line.kroner, line.delivered_kroner), ("bedrift", 2000, 500));
    gives
        .get("/byen/arbeid/tiltak/frokost/historie")
        .await
        .says("på vegne av Bedriften");
}

#[tokio::test(flavor = "multi_thread")]
async fn visitors_see_no_names_and_get_no_cookie() {
    let town = Town::new().await;
    let mut lead = town.signed_in(Role::Lead, None).await;
    lead.fill("/byen/arbeid/tiltak/frokost", &[("status", "running"), ("why", "Hemmelig grunn")])
        .await;
    for place in [
        "",
        "/maal",
        "/maal/innbyggere",
        "/handlingsplan",
        "/tiltak/frokost",
        "/om",
        "/logg-inn",
    ] {
        let page = town.visitor().get(&format!("/byen{place}")).await;
        assert!(page.headers.get("set-cookie").is_none(), "{place}");
        assert!(
            !page.html.contains("lead@example.no") && !page.html.contains("Hemmelig grunn"),
            "{place}"
        );
        assert!(!page.html.contains("Logg ut"), "{place}");
    }
    let open = "Åpne i arbeidsrommet";
    lead.get("/byen/tiltak/frokost").await.says(open);
    lead.get("/byen/maal/innbyggere").await.says(open);
    let mut gives = town.signed_in(Role::Partner, Some("bedrift")).await;
    gives.get("/byen/tiltak/frokost").await.says(open);
    for place in ["/byen/tiltak/kampanje", "/byen/maal/innbyggere"] {
        assert!(!gives.get(place).await.words().contains(open), "{place}");
    }
    let mine = lead.get("/byen/maal").await;
    mine.says("Programleder").says("Arbeidsrom").says("Logg ut");
    assert_eq!(mine.headers["cache-control"], "private, no-store");
}
