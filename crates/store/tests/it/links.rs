//! Personal links and the ballots that are cast by them.

use store::ballots::{self, Ballot, Casting, Hours, Voter};
use store::links::{self, Invitation, Invited, Purpose, Subject};
use store::{Store, StoreError};
use testkit::stores::both;

use crate::moment;

const NOW: &str = "2026-05-04T10:00:00Z";

fn vote() -> Subject {
    ballots::subject("one", "penger")
}

fn invitation(email: &str, organisation: Option<&str>) -> Invitation {
    Invitation {
        circle: "persons".to_owned(),
        organisation: organisation.map(str::to_owned),
        email: email.to_owned(),
        language: "nn".to_owned(),
        expires: moment("2026-05-10T22:00:00Z"),
    }
}

async fn invite(store: &Store, email: &'static str, organisation: Option<&'static str>) -> Invited {
    let made: Result<Invited, StoreError> = store
        .write(move |tx| Box::pin(async move { links::invite(tx, &vote(), &invitation(email, organisation), moment(NOW)).await }))
        .await;
    made.unwrap()
}

async fn token(store: &Store, email: &'static str, organisation: Option<&'static str>) -> String {
    match invite(store, email, organisation).await {
        Invited::Link(token) => token,
        Invited::Answered => panic!("{email} has answered"),
    }
}

async fn set_up(store: &Store) {
    let hours = Hours {
        opens: moment("2026-05-01T22:00:00Z"),
        closes: moment("2026-05-10T22:00:00Z"),
    };
    let done: Result<(), StoreError> = store
        .write(move |tx| Box::pin(async move { ballots::set_up(tx, "one", "penger", hours).await }))
        .await;
    done.unwrap();
}

async fn voter(store: &Store, token: &str) -> Voter {
    let link = links::find(store.reader(), "one", token).await.unwrap().unwrap();
    Voter::Link {
        token: token.to_owned(),
        key: link.key,
    }
}

async fn cast(store: &Store, voter: &Voter, choices: &str, seen: i64, form: &str, now: &str) -> Casting {
    let ballot = Ballot {
        voter: voter.clone(),
        circle: "persons".to_owned(),
        choices: choices.to_owned(),
        seen,
        form: form.to_owned(),
        day: moment("2026-05-03T22:00:00Z"),
    };
    let now = moment(now);
    let done: Result<Casting, StoreError> = store
        .write(move |tx| Box::pin(async move { ballots::cast(tx, "one", "penger", &ballot, now).await }))
        .await;
    done.unwrap()
}

async fn choices(store: &Store) -> Vec<String> {
    let all = ballots::all(store.reader(), "one", "penger").await.unwrap();
    all.into_iter().map(|(_, choices)| choices).collect()
}

#[tokio::test(flavor = "multi_thread")]
async fn an_address_has_one_link_and_the_newest_until_it_has_answered() {
    for (store, _kept) in both().await {
        let first = token(&store, "Kari@example.no", None).await;
        let second = token(&store, "kari@example.no", None).await;
        let reader = store.reader();
        assert_eq!(links::find(reader, "one", &first).await.unwrap(), None, "the older link is dead");
        assert_eq!(
            links::find(reader, "two", &second).await.unwrap(),
            None,
            "a link is of one programme"
        );
        let link = links::find(reader, "one", &second).await.unwrap().unwrap();
        assert_eq!(
            (link.subject.purpose, link.email.as_deref()),
            (Purpose::Ballot, Some("kari@example.no"))
        );
        assert!(!link.has_expired(moment(NOW)) && link.has_expired(moment("2026-05-11T00:00:00Z")));

        assert!(answered(&store, link.clone()).await);
        assert!(!answered(&store, link).await, "it was read before another answer");
        assert_eq!(invite(&store, "kari@example.no", None).await, Invited::Answered);
        let subject = vote();
        let closed: Result<(), StoreError> = store
            .write(move |tx| Box::pin(async move { links::close(tx, &subject).await }))
            .await;
        closed.unwrap();
        let links = links::of(store.reader(), &vote()).await.unwrap();
        assert_eq!((links.len(), links[0].email.as_deref(), links[0].answers), (1, None, 1));
        store.close().await;
    }
}

async fn answered(store: &Store, link: links::Link) -> bool {
    let done: Result<bool, StoreError> = store
        .write(move |tx| Box::pin(async move { links::answered(tx, &link, moment(NOW)).await }))
        .await;
    done.unwrap()
}

#[tokio::test(flavor = "multi_thread")]
async fn a_voter_has_one_ballot_which_can_be_changed_until_the_box_is_closed() {
    for (store, _kept) in both().await {
        let token = token(&store, "kari@example.no", None).await;
        let kari = voter(&store, &token).await;
        assert_eq!(cast(&store, &kari, "a", 0, "f1", NOW).await, Casting::Late, "there is no box");
        set_up(&store).await;
        assert_eq!(cast(&store, &kari, "a", 0, "f1", "2026-05-01T12:00:00Z").await, Casting::Early);
        assert_eq!(cast(&store, &kari, "a", 0, "f1", NOW).await, Casting::Counted);
        assert_eq!(
            cast(&store, &kari, "a", 0, "f1", NOW).await,
            Casting::Counted,
            "sent twice is sent once"
        );
        assert_eq!(
            cast(&store, &kari, "b", 0, "f2", NOW).await,
            Casting::Stale,
            "opened before the other answered"
        );
        assert_eq!(ballots::times_cast(store.reader(), "one", "penger", &kari).await.unwrap(), 1);
        assert_eq!(cast(&store, &kari, "b", 1, "f3", NOW).await, Casting::Counted);
        assert_eq!(choices(&store).await, ["b"]);
        assert_eq!(cast(&store, &kari, "c", 2, "f4", "2026-05-10T22:00:00Z").await, Casting::Late);
        let link = links::find(store.reader(), "one", &token).await.unwrap().unwrap();
        assert_eq!((link.answers, link.answered), (2, Some(moment("2026-05-03T22:00:00Z"))));
        store.close().await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn an_organisation_has_one_ballot_whoever_acts_for_it() {
    for (store, _kept) in both().await {
        set_up(&store).await;
        let knf = Voter::Organisation("knf".to_owned());
        let bedrift = Voter::Organisation("bedrift".to_owned());
        token(&store, "styret@example.no", Some("knf")).await;
        token(&store, "leder@example.no", Some("knf")).await;
        assert_eq!(cast(&store, &knf, "a", 0, "f1", NOW).await, Casting::Counted);
        assert_eq!(cast(&store, &knf, "b", 1, "f2", NOW).await, Casting::Counted);
        assert_eq!(
            cast(&store, &bedrift, "c", 0, "f3", NOW).await,
            Casting::Counted,
            "it needs no link"
        );
        assert_eq!(choices(&store).await, ["b", "c"]);
        let links = links::of(store.reader(), &vote()).await.unwrap();
        assert_eq!(links.iter().filter(|link| link.answered.is_some()).count(), 3);
        store.close().await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn an_emptied_box_holds_nothing() {
    for (store, _kept) in both().await {
        set_up(&store).await;
        let token = token(&store, "kari@example.no", None).await;
        let kari = voter(&store, &token).await;
        cast(&store, &kari, "a", 0, "f1", NOW).await;
        assert_eq!(ballots::boxes(store.reader(), "one").await.unwrap(), ["penger"]);
        let emptied: Result<(), StoreError> = store
            .write(|tx| Box::pin(async move { ballots::empty(tx, "one", "penger").await }))
            .await;
        emptied.unwrap();
        assert_eq!(choices(&store).await, Vec::<String>::new());
        assert_eq!(ballots::boxes(store.reader(), "one").await.unwrap(), Vec::<String>::new());
        assert_eq!(cast(&store, &kari, "b", 1, "f2", NOW).await, Casting::Late);
        store.close().await;
    }
}
