//! Priority votes as voters meet them: a link from a mail, a ballot, a receipt, and the result that anybody can count.

use axum::http::StatusCode;
use jiff::{SignedDuration, Timestamp};
use programme::vote::{BallotKind, Rule, Shares, Vote, VoteOption};
use programme::{Role, State, Text};
use store::links::{self, Invitation, Invited};
use store::{Instant, ballots};
use testkit::example;
use web::App;

use crate::browser::{Answer, PUBLIC, Town};
use crate::{get, words};

fn option(name: &str, cost: u64) -> VoteOption {
    VoteOption {
        id: name.parse().unwrap(),
        measure: None,
        title: Text::nb(name),
        text: Text::default(),
        cost,
    }
}

/// The example with a vote that is open to persons.
fn with_vote() -> State {
    let mut state = example::example();
    state.votes = vec![Vote {
        id: "host".parse().unwrap(),
        title: Text::nb("Pengene for høsten"),
        plan: None,
        budget: 100,
        opens: "2026-11-20".parse().unwrap(),
        closes: "2026-11-30".parse().unwrap(),
        decided_by: Text::nb("Styringsgruppa"),
        ballot: BallotKind::Approval { most: Some(1) },
        rule: Rule::Greedy,
        shares: Shares {
            organisations: 0,
            persons: 100,
        },
        options: vec![option("guide", 60), option("film", 50)],
        opened: true,
        closed: None,
        overrides: vec![],
        body: Text::default(),
        example: false,
        ballots: None,
    }];
    state
}

async fn invited(app: &App, email: &str) -> String {
    let subject = ballots::subject("byen", "host");
    let invitation = Invitation {
        circle: "persons".to_owned(),
        organisation: None,
        email: email.to_owned(),
        language: "nb".to_owned(),
        expires: Instant::new("2026-11-30T23:00:00Z".parse::<Timestamp>().unwrap()),
    };
    let now = Instant::new(app.now());
    let sent = app
        .programmes
        .store()
        .write(move |transaction| Box::pin(async move { links::invite(transaction, &subject, &invitation, now).await }))
        .await
        .unwrap();
    match sent {
        Invited::Link(token) => token,
        Invited::Answered => panic!("{email} has answered"),
    }
}

/// The fields of a ballot as it was opened, with what was ticked.
fn filled<'a>(ballot: &'a Answer, options: &[&'a str]) -> Vec<(&'a str, &'a str)> {
    let hidden = ["seen", "form"].map(|name| (name, ballot.field(name).unwrap()));
    let ticked = options.iter().map(|option| ("option", *option));
    hidden.into_iter().chain(ticked).collect()
}

#[tokio::test(flavor = "multi_thread")]
async fn a_link_casts_one_ballot_that_can_be_changed_and_the_result_can_be_counted() {
    let town = Town::of(with_vote(), PUBLIC).await;
    let mut browser = town.visitor();
    let token = invited(&town.app, "ada@example.no").await;
    let place = format!("/byen/prioritering/host/stemme/{token}");

    let open = browser.get(&place).await;
    assert_eq!(open.status, StatusCode::OK);
    let refused = browser.post(&place, &filled(&open, &["guide", "film"])).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    refused.says("Velg høyst 1");
    assert_eq!(refused.html.matches("checked").count(), 2, "what was ticked stays ticked");
    assert_eq!(browser.post(&place, &filled(&open, &["guide"])).await.status, StatusCode::SEE_OTHER);
    let receipt = browser.get(&format!("{place}?levert=ja")).await;
    receipt.says("Stemmen er levert");
    assert!(!receipt.words().contains("guide"), "what was voted is never shown");

    // somebody else who opened the same link before
    let mut other = filled(&open, &["film"]);
    other[1].1 = "another-form";
    let stale = browser.post(&place, &other).await;
    assert_eq!(stale.status, StatusCode::CONFLICT);
    stale.says("Det er stemt i mellomtiden");
    let again = browser.get(&place).await;
    again.says("Denne lenka ble brukt 24. november 2026");
    assert_eq!(browser.post(&place, &filled(&again, &["film"])).await.status, StatusCode::SEE_OTHER);

    let api = async |rest: &str| get(&town.app, &format!("/api/v1/programmes/byen/votes/host{rest}")).await;
    let (_, _, told) = api("").await;
    assert!(
        told.contains("\"phase\":\"open\"") && !told.contains("turnout"),
        "how many have voted is told later: {told}"
    );
    for early in ["/result", "/ballots"] {
        let (status, _, told) = api(early).await;
        assert!(
            status == StatusCode::NOT_FOUND && told.contains("the vote is not closed"),
            "{early}: {told}"
        );
    }

    let dead = browser.get("/byen/prioritering/host/stemme/ingen").await;
    assert_eq!(dead.status, StatusCode::GONE);
    dead.says("Denne lenka virker ikke");

    town.wait(SignedDuration::from_hours(24 * 7));
    assert_eq!(browser.get(&place).await.status, StatusCode::GONE, "the vote is over");
    assert_eq!(web::close_ended_votes(&town.app).await.unwrap(), 1);
    assert_eq!(web::close_ended_votes(&town.app).await.unwrap(), 0, "once is enough");
    let result = browser.get("/byen/prioritering/host").await;
    result.says("1 av 1 personer stemte");
    result.says("vekst vote count host.pb --rule greedy");
    let file = browser.get("/byen/prioritering/host/stemmer.pb").await;
    let election = voting::pabulib::read(file.html.as_bytes()).unwrap();
    assert_eq!(election.votes(), [0, 1], "the changed ballot, once");
    assert_eq!(api("/ballots").await.2, file.html, "the same file");
    let told: serde_json::Value = serde_json::from_str(&api("/result").await.2).unwrap();
    assert_eq!(told["whole"]["winners"][0]["option"], "film");
    let why = told["whole"]["winners"][0]["why"]["en"].as_str().unwrap();
    assert!(why.starts_with("1 vote. Came next"), "{why}");
    assert_eq!(told["groups"], serde_json::json!([]));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_robot_that_guesses_links_is_told_to_wait_and_nobody_else_is() {
    let town = Town::of(with_vote(), PUBLIC).await;
    let mut browser = town.visitor();
    let token = invited(&town.app, "ada@example.no").await;
    for number in 0..30 {
        let dead = browser.get(&format!("/byen/prioritering/host/stemme/{number}")).await;
        assert_eq!(dead.status, StatusCode::GONE);
    }
    for (place, words) in [
        ("/byen/prioritering/host/stemme/30", "For mange forsøk"),
        ("/byen/nn/prioritering/host/stemme/31", "lenkjer som ikkje verkar"),
        ("/byen/en/prioritering/host/stemme/32", "Too many attempts"),
    ] {
        let flooded = browser.get(place).await;
        assert_eq!(flooded.status, StatusCode::TOO_MANY_REQUESTS);
        flooded.says(words);
    }
    let open = browser.get(&format!("/byen/prioritering/host/stemme/{token}")).await;
    assert_eq!(open.status, StatusCode::OK, "a link that is right always works");
    town.wait(SignedDuration::from_hours(1));
    let dead = browser.get("/byen/prioritering/host/stemme/33").await;
    assert_eq!(dead.status, StatusCode::GONE, "an hour later");
}

#[tokio::test(flavor = "multi_thread")]
async fn two_people_with_one_link_and_links_that_are_over_are_answered_in_every_language() {
    let town = Town::of(with_vote(), PUBLIC).await;
    let mut browser = town.visitor();
    let token = invited(&town.app, "ada@example.no").await;
    let places = ["", "/nn", "/en"].map(|language| format!("/byen{language}/prioritering/host/stemme/{token}"));
    let opened = browser.get(&places[0]).await;
    assert_eq!(
        browser.post(&places[0], &filled(&opened, &["guide"])).await.status,
        StatusCode::SEE_OTHER
    );
    for (place, words) in places.iter().zip([
        "Har du delt lenka med noen",
        "Har du delt lenkja med nokon",
        "If you shared the link",
    ]) {
        let mut other = filled(&opened, &["film"]);
        other[1].1 = "of-another-person";
        let stale = browser.post(place, &other).await;
        assert_eq!(stale.status, StatusCode::CONFLICT);
        stale.says(words);
    }
    town.wait(SignedDuration::from_hours(24 * 7));
    for (place, words) in places
        .iter()
        .zip(["Avstemningen er over", "Avstemminga er over", "The vote is over"])
    {
        let over = browser.get(place).await;
        assert_eq!(over.status, StatusCode::GONE);
        over.says(words);
        let late = browser.post(place, &filled(&opened, &["film"])).await;
        assert_eq!(late.status, StatusCode::GONE, "nothing is cast any more");
    }
    assert_eq!(web::close_ended_votes(&town.app).await.unwrap(), 1);
    let file = browser.get("/byen/prioritering/host/stemmer.pb").await;
    assert_eq!(
        voting::pabulib::read(file.html.as_bytes()).unwrap().votes(),
        [1, 0],
        "the first ballot stands"
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn a_last_day_that_has_passed_and_a_negative_cost_are_refused_in_every_language() {
    let town = Town::of(with_vote(), PUBLIC).await;
    let mut lead = town.signed_in(Role::Lead, None).await;
    for (language, passed, negative) in [
        ("", "Siste dag er passert", "Skriv et helt tall"),
        ("/nn", "Siste dag er passert", "Skriv eit heilt tal"),
        ("/en", "The last day has passed", "Write a whole number"),
    ] {
        let place = format!("/byen{language}/arbeid/prioritering/ny");
        for (closes, cost, words) in [("2026-11-23", "50", passed), ("2026-11-30", "-50", negative)] {
            let typed = [
                ("title-nb", "Vinteren"),
                ("decided-by-nb", "Styringsgruppa"),
                ("vote-budget", "100"),
                ("opens", "2026-11-01"),
                ("closes", closes),
                ("option-0-title", "Film"),
                ("option-0-cost", cost),
            ];
            let refused = lead.fill(&place, &typed).await;
            assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY, "{words}");
            refused.says(words);
        }
    }
    let snapshot = town.app.programmes.snapshot(&"byen".parse().unwrap()).await.unwrap().unwrap();
    assert_eq!(snapshot.state.votes.len(), 1, "nothing was made");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_draft_is_nobodys_business_yet() {
    let mut state = with_vote();
    state.votes[0].opened = false;
    let (app, _kept) = crate::app_with(state).await;
    assert_eq!(get(&app, "/byen/prioritering/host").await.0, StatusCode::NOT_FOUND);
    let (_, _, list) = get(&app, "/byen/prioritering").await;
    assert!(!words(&list).contains("Pengene for høsten"));
}
