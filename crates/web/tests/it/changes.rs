//! What changed in a plan, and why: the page and what programs get.

use axum::http::StatusCode;
use programme::{AdoptedPlan, BudgetLine, Language, Measure, Revision, State, Status, StatusChange, Text};
use serde_json::Value;

use crate::action_plan::adopted;
use crate::{app, app_with, get, is_a_key, words};

/// The example, adopted in January and revised on 8 May: the breakfast is stopped, the campaign is new.
pub fn revised() -> State {
    let mut state = adopted();
    let day = "2020-05-08".parse().unwrap();
    let breakfast = &mut state.measures[0];
    breakfast.title = Text::nb("Frokost for partnere").with(Language::En, "Partner breakfast");
    breakfast.body = Text::nb("Vi møtes hver måned i Krona.");
    breakfast.budget = vec![BudgetLine {
        kroner: 400,
        ..breakfast.budget[0].clone()
    }];
    breakfast.status.push(StatusChange {
        date: day,
        status: Status::Dropped,
        reason: Text::nb("Ingen får møtes"),
        replaced_by: None,
    });
    let campaign = &mut state.measures[1];
    campaign.budget = vec![BudgetLine {
        funder: "bedrift".parse().unwrap(),
        year: 2020,
        kroner: 500,
        hours: 0,
        delivered_kroner: 0,
        delivered_hours: 0,
        example: false,
    }];
    let content = AdoptedPlan::on(&state, &state.action_plans[0], day).to_content().unwrap();
    let first = &state.revisions[0];
    let second = Revision {
        number: 2,
        adopted: day,
        case: "14/20".to_owned(),
        reason: Text::nb("Landet stengte"),
        hash: Revision::hash_of(&content),
        content: content.into(),
        ..first.clone()
    };
    state.revisions.push(second);
    state
}

#[tokio::test(flavor = "multi_thread")]
async fn the_page_says_first_that_the_goals_stand_and_then_what_changed_and_why() {
    let (app, _kept) = app_with(revised()).await;
    let (status, _, html) = get(&app, "/byen/handlingsplan/2020/endringer/1..2").await;
    assert_eq!(status, StatusCode::OK);
    let text = words(&html);
    for expected in [
        "Målene står. Planen er endret.",
        "Styringsgruppa vedtok revisjon 2 den 8. mai 2020 (sak 14/20). Av ett tiltak er 1 stoppet. Ett er nytt.",
        "Landet stengte",
        "500 kr er flyttet til andre tiltak og 100 kr er falt bort",
        "Vekstmålet står som før.",
        "Stoppet 8. mai 2020. Ingen får møtes",
        "Bedriften, lovet 2020: fjernet: 1 000 kr nytt: 400 kr",
        "Næringsforeningen · Strakstiltak · 8. mai 2020–31. desember 2020 · 500 kr lovet",
    ] {
        assert!(text.contains(expected), "«{expected}» is missing in: {text}");
    }
    for part in [
        "<article class=\"vk-change\" id=\"frokost\">",
        "href=\"#kampanje\"",
        "<del>",
        "<ins>",
        "href=\"/byen/handlingsplan/2020/revisjon/2.pdf\"",
    ] {
        assert!(html.contains(part), "{part}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn every_text_is_there_in_three_languages_and_every_link_leads_somewhere() {
    let (app, _kept) = app_with(revised()).await;
    for language in ["", "/nn", "/en"] {
        let address = format!("/byen{language}/handlingsplan/2020/endringer/1..2");
        let (status, _, html) = get(&app, &address).await;
        assert_eq!(status, StatusCode::OK, "{address}");
        let keys: Vec<String> = words(&html).split(' ').filter(|word| is_a_key(word)).map(str::to_owned).collect();
        assert_eq!(keys, Vec::<String>::new(), "{address}");
        let mut ids: Vec<&str> = html.split(" id=\"").skip(1).filter_map(|rest| rest.split('"').next()).collect();
        ids.sort_unstable();
        assert!(ids.windows(2).all(|pair| pair[0] != pair[1]), "{ids:?}");
        for link in html.split("href=\"").skip(1).filter_map(|rest| rest.split('"').next()) {
            let link = link.replace("&amp;", "&");
            if link.starts_with("/byen") || link.starts_with("/api") {
                let (status, ..) = crate::get_bytes(&app, link.split('#').next().unwrap()).await;
                assert_eq!(status, StatusCode::OK, "{link} on {address}");
            }
        }
    }
    let (_, _, sitemap) = get(&app, "/byen/sitemap.xml").await;
    assert!(sitemap.contains("/byen/nn/handlingsplan/2020/endringer/1..2"));
}

#[tokio::test(flavor = "multi_thread")]
async fn any_two_days_can_be_compared_and_the_earlier_comes_first() {
    let (app, _kept) = app_with(revised()).await;
    let (status, _, html) = get(&app, "/byen/handlingsplan/2020/endringer/2020-02-01..2020-04-01").await;
    assert_eq!(status, StatusCode::OK);
    let text = words(&html);
    assert!(
        text.contains("Slik er planen endret fra 1. februar 2020 til 1. april 2020.") && text.contains("Satt på vent 12. mars 2020."),
        "{text}"
    );

    let (status, headers, _) = get(&app, "/byen/handlingsplan/2020/endringer/2..1").await;
    assert_eq!(status, StatusCode::PERMANENT_REDIRECT);
    assert_eq!(headers["location"], "/byen/handlingsplan/2020/endringer/1..2");

    let (_, _, html) = get(&app, "/byen/handlingsplan/2020/endringer/2..2").await;
    assert!(words(&html).contains("Ingenting er endret."));

    let (_, _, html) = get(&app, "/byen/handlingsplan/2020/endringer").await;
    assert!(words(&html).contains("vedtok revisjon 2"), "the newest two, where nobody chose");
    let (status, headers, _) = get(&app, "/byen/en/handlingsplan/2020/endringer?fra=1&til=&til-dag=2020-06-01").await;
    assert_eq!(status, StatusCode::SEE_OTHER);
    assert_eq!(headers["location"], "/byen/en/handlingsplan/2020/endringer/1..2020-06-01");
}

#[tokio::test(flavor = "multi_thread")]
async fn what_cannot_be_compared_is_said_with_the_mend() {
    let (app, _kept) = app_with(revised()).await;
    for (asked, answer) in [
        ("fra=7&til=2", "«7» er verken en revisjon av denne planen eller en dag."),
        ("fra=1&til-dag=2020-13-40", "«2020-13-40» er verken"),
        ("fra=1&til-dag=2031-01-01", "1. januar 2031 har ikke vært ennå."),
        ("fra-dag=1999-01-01&til=2", "Planen fantes ikke 1. januar 1999."),
    ] {
        let (status, _, html) = get(&app, &format!("/byen/handlingsplan/2020/endringer?{asked}")).await;
        assert_eq!(status, StatusCode::UNPROCESSABLE_ENTITY, "{asked}");
        assert!(words(&html).contains(answer), "{asked}: {}", words(&html));
        assert!(html.contains("role=\"alert\"") && html.contains("aria-invalid=\"true\""));
    }
    for nothing in ["1..7", "1..2031-01-01", "x", "1...2", "..", "1..2..3"] {
        let (status, ..) = get(&app, &format!("/byen/handlingsplan/2020/endringer/{nothing}")).await;
        assert_eq!(status, StatusCode::NOT_FOUND, "{nothing}");
    }
    let (status, ..) = get(&app, "/byen/handlingsplan/1999/endringer").await;
    assert_eq!(status, StatusCode::NOT_FOUND);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_plan_that_was_not_adopted_says_what_will_stand_here() {
    let (app, _kept) = app().await;
    let (status, _, html) = get(&app, "/byen/handlingsplan/2020/endringer").await;
    assert_eq!(status, StatusCode::OK);
    assert!(words(&html).contains("Planen er ikke vedtatt ennå."));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_long_difference_is_told_on_several_pages() {
    let mut state = revised();
    let copy = state.measures[1].clone();
    let many = (0..250).map(|number| Measure {
        id: format!("tiltak-{number}").parse().unwrap(),
        order: 10 + number,
        ..copy.clone()
    });
    state.measures.extend(many);
    let (app, _kept) = app_with(state).await;
    let address = "/byen/handlingsplan/2020/endringer/1..2020-06-01";
    let (_, _, first) = get(&app, address).await;
    assert!(words(&first).contains("Side 1 av 3") && first.contains("id=\"frokost\"") && !first.contains("id=\"tiltak-200\""));
    let (_, _, last) = get(&app, &format!("{address}?side=3")).await;
    assert!(
        last.contains("id=\"tiltak-249\"") && last.contains("href=\"?side=3#tiltak-249\""),
        "{}",
        words(&last)
    );
    let (_, _, beyond) = get(&app, &format!("{address}?side=99")).await;
    assert!(words(&beyond).contains("Side 3 av 3"));
}

#[tokio::test(flavor = "multi_thread")]
async fn it_can_be_had_as_a_document_that_stays_the_same() {
    let (app, _kept) = app_with(revised()).await;
    let address = "/byen/en/handlingsplan/2020/endringer/1..2.pdf";
    let (status, headers, once) = crate::get_bytes(&app, address).await;
    assert_eq!(
        (status, headers["content-type"].to_str().unwrap()),
        (StatusCode::OK, "application/pdf")
    );
    assert_eq!(
        headers["content-disposition"],
        "inline; filename=\"byen-handlingsplan-2020-endringer-1-2-en.pdf\""
    );
    let (other, _kept) = app_with(revised()).await;
    let (_, _, again) = crate::get_bytes(&other, address).await;
    assert!(once == again && once.starts_with(b"%PDF"), "the same two revisions, the same bytes");
    let (status, ..) = crate::get_bytes(&app, "/byen/handlingsplan/2020/endringer/1..9.pdf").await;
    assert_eq!(status, StatusCode::NOT_FOUND);
}

#[tokio::test(flavor = "multi_thread")]
async fn programs_get_the_same_as_json() {
    let (app, _kept) = app_with(revised()).await;
    let address = "/api/v1/programmes/byen/action-plans/2020/changes";
    let (status, _, body) = get(&app, &format!("{address}?from=1&to=2")).await;
    assert_eq!(status, StatusCode::OK);
    let (_, _, by_itself) = get(&app, address).await;
    assert_eq!(body, by_itself, "the newest two, where none are named");
    let changes: Value = serde_json::from_str(&body).unwrap();
    insta::assert_json_snapshot!(changes);

    for (asked, status) in [
        ("?from=9", StatusCode::NOT_FOUND),
        ("?from=i-dag", StatusCode::UNPROCESSABLE_ENTITY),
        ("?to=2031-01-01", StatusCode::NOT_FOUND),
        ("?from=1990-01-01", StatusCode::NOT_FOUND),
    ] {
        assert_eq!(get(&app, &format!("{address}{asked}")).await.0, status, "{asked}");
    }
}
