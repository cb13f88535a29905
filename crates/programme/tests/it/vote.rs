//! A priority vote from its writing to the body's decision.

use std::sync::atomic::{AtomicI64, Ordering};

use jiff::civil::date;
use programme::check::FaultKind;
use programme::vote::{
    BallotError, BallotKind, Ballots, Change as VoteChange, Closing, Completion, Group, Outcome, Override, Phase, Rule, Shares, Trouble,
    Turnout, Utility, VoteOption,
};
use programme::{Actor, Change, Command, Programmes, Refusal, Role, Text, Vote};
use store::ballots::{self, Ballot, Casting, Voter};
use store::links::{self, Invitation, Invited};
use store::{Store, StoreError};
use testkit::example::example;
use testkit::stores::both;

const MAY: jiff::civil::Date = date(2026, 5, 4);

fn option(id: &str, cost: u64) -> VoteOption {
    VoteOption {
        id: id.parse().unwrap(),
        measure: None,
        title: Text::nb(id),
        text: Text::default(),
        cost,
    }
}

fn vote() -> Vote {
    Vote {
        id: "penger".parse().unwrap(),
        title: Text::nb("Hva skal vi bruke pengene på?"),
        plan: None,
        budget: 100,
        opens: date(2026, 5, 1),
        closes: date(2026, 5, 10),
        decided_by: Text::nb("Styringsgruppa"),
        ballot: BallotKind::Approval { most: Some(2) },
        rule: Rule::EqualShares {
            utility: Utility::Votes,
            completion: Completion::None,
        },
        shares: Shares {
            organisations: 50,
            persons: 50,
        },
        options: vec![option("park", 60), option("buss", 40), option("skilt", 50)],
        opened: false,
        closed: None,
        overrides: vec![],
        body: Text::default(),
        example: false,
        ballots: None,
    }
}

/// One that is closed, one whose last day is over, one that is being written.
pub fn in_every_phase() -> Vec<Vote> {
    let ballots = Ballots::from(
        "META\nkey;value\nbudget;100\nnum_projects;3\nnum_votes;1\nvote_type;approval\nPROJECTS\nproject_id;cost\npark;60\n\
         buss;40\nskilt;50\nVOTES\nvoter_id;vote\n1;buss\n"
            .to_owned(),
    );
    let turnout = |answered| Turnout { asked: 1, answered };
    let closed = Vote {
        id: "gammel".parse().unwrap(),
        opened: true,
        closed: Some(Closing {
            organisations: turnout(0),
            persons: turnout(1),
            hash: ballots.hash(),
        }),
        ballots: Some(ballots),
        ..vote()
    };
    let ended = Vote {
        id: "ferdig".parse().unwrap(),
        opened: true,
        ..vote()
    };
    vec![ended, closed, vote()]
}

pub fn decided_otherwise() -> Override {
    Override {
        option: "park".parse().unwrap(),
        outcome: Outcome::In,
        reason: Text::nb("Kommunen legger til det som mangler."),
        body: Text::nb("Styringsgruppa"),
        date: date(2026, 5, 20),
        case: "21/26".to_owned(),
    }
}

fn lead() -> Actor {
    Actor {
        name: "Programleder".to_owned(),
        role: Role::Lead,
        organisation: None,
    }
}

/// A town's programme in a store.
struct Town {
    store: Store,
    programmes: Programmes,
    /// Minutes that have passed.
    clock: AtomicI64,
}

impl Town {
    async fn new(store: Store) -> Self {
        let town = Self {
            programmes: Programmes::new(store.clone()),
            store,
            clock: AtomicI64::new(0),
        };
        town.apply_as(Actor::operator(), Change::Load(Box::new(example())), "2026-04-20T10:00:00Z")
            .await
            .unwrap();
        town
    }

    async fn apply_as(&self, who: Actor, change: Change, at: &str) -> Result<i64, Refusal> {
        let command = Command {
            who,
            on_behalf_of: None,
            why: String::new(),
            change,
        };
        self.programmes.apply(&"byen".parse().unwrap(), command, at.parse().unwrap()).await
    }

    async fn apply(&self, change: VoteChange) -> Result<i64, Refusal> {
        let minutes = self.clock.fetch_add(1, Ordering::Relaxed);
        self.apply_as(lead(), Change::Vote(change), &format!("2026-05-04T10:{minutes:02}:00Z"))
            .await
    }

    async fn vote(&self) -> Vote {
        let snapshot = self.programmes.snapshot(&"byen".parse().unwrap()).await.unwrap().unwrap();
        snapshot.state.vote(&"penger".parse().unwrap()).unwrap().clone()
    }

    async fn version(&self) -> Option<i64> {
        let snapshot = self.programmes.snapshot(&"byen".parse().unwrap()).await.unwrap().unwrap();
        snapshot.version("vote", "penger")
    }

    async fn open(&self) {
        let (vote, today) = (Box::new(vote()), MAY);
        self.apply(VoteChange::Save { vote, base: None, today }).await.unwrap();
        let (vote, base) = ("penger".parse().unwrap(), self.version().await);
        self.apply(VoteChange::Open { vote, base, today }).await.unwrap();
    }

    async fn close(&self, today: jiff::civil::Date) -> Result<i64, Refusal> {
        let (vote, published) = ("penger".parse().unwrap(), None);
        self.apply(VoteChange::Close { vote, today, published }).await
    }

    async fn invite(&self, email: &str) -> Voter {
        let invitation = Invitation {
            circle: "persons".to_owned(),
            organisation: None,
            email: email.to_owned(),
            language: "nb".to_owned(),
            expires: "2026-05-10T22:00:00Z".parse().unwrap(),
        };
        let now = "2026-05-01T10:00:00Z".parse().unwrap();
        let invited: Result<Invited, StoreError> = self
            .store
            .write(move |tx| Box::pin(async move { links::invite(tx, &ballots::subject("byen", "penger"), &invitation, now).await }))
            .await;
        let Invited::Link(token) = invited.unwrap() else {
            panic!("invited twice")
        };
        let key = links::find(self.store.reader(), "byen", &token).await.unwrap().unwrap().key;
        Voter::Link { token, key }
    }

    async fn cast(&self, voter: Voter, group: Group, chosen: &[&str]) -> Casting {
        let chosen: Vec<(String, u32)> = chosen.iter().map(|id| ((*id).to_owned(), 1)).collect();
        let ballot = Ballot {
            voter,
            circle: group.word().to_owned(),
            choices: self.vote().await.marks(&chosen).unwrap().to_text().unwrap(),
            seen: 0,
            form: "a form".to_owned(),
            day: "2026-05-03T22:00:00Z".parse().unwrap(),
        };
        let now = "2026-05-04T10:00:00Z".parse().unwrap();
        let cast: Result<Casting, StoreError> = self
            .store
            .write(move |tx| Box::pin(async move { ballots::cast(tx, "byen", "penger", &ballot, now).await }))
            .await;
        cast.unwrap()
    }
}

fn trouble(outcome: Result<i64, Refusal>) -> Option<Trouble> {
    match outcome {
        Err(Refusal::Faults(faults)) => faults.iter().find_map(|fault| match fault.what {
            FaultKind::Vote(trouble) => Some(trouble),
            _ => None,
        }),
        _ => None,
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_vote_is_cast_closed_counted_and_overridden_beside_its_result() {
    for (store, _kept) in both().await {
        let town = Town::new(store).await;
        town.open().await;
        assert_eq!(town.vote().await.phase(MAY), Phase::Open);
        for number in 0..6 {
            let person = town.invite(&format!("person{number}@example.no")).await;
            assert_eq!(town.cast(person, Group::Persons, &["buss"]).await, Casting::Counted);
        }
        town.invite("stille@example.no").await;
        let knf = Voter::Organisation("knf".to_owned());
        assert_eq!(town.cast(knf, Group::Organisations, &["park"]).await, Casting::Counted);

        assert_eq!(trouble(town.close(date(2026, 5, 10)).await), Some(Trouble::StillOpen));
        town.close(date(2026, 5, 11)).await.unwrap();
        let closed = town.vote().await;
        let closing = closed.closed.clone().unwrap();
        assert_eq!((closing.persons.asked, closing.persons.answered), (7, 6));
        assert_eq!((closing.organisations.asked, closing.organisations.answered), (1, 1));
        let text = closed.ballots.as_ref().unwrap().text();
        assert!(
            text.ends_with("VOTES\nvoter_id;vote;weight\n1;park;6\n2;buss;1\n3;buss;1\n4;buss;1\n5;buss;1\n6;buss;1\n7;buss;1\n"),
            "{text}"
        );
        // half of the budget is the organisations', half the persons'
        let result = closed.result().unwrap().unwrap();
        assert!(result.whole.has_won(&"buss".parse().unwrap()) && !result.whole.has_won(&"park".parse().unwrap()));
        assert_eq!(result.groups, vec![], "one organisation would not be alone with its ballot");

        // the box is empty, the addresses are forgotten, and closing again changes nothing
        assert_eq!(ballots::boxes(town.store.reader(), "byen").await.unwrap(), Vec::<String>::new());
        assert_eq!(ballots::all(town.store.reader(), "byen", "penger").await.unwrap(), vec![]);
        let links = links::of(town.store.reader(), &ballots::subject("byen", "penger")).await.unwrap();
        assert!(links.iter().all(|link| link.email.is_none()));
        town.close(date(2026, 5, 12)).await.unwrap();
        assert_eq!(town.vote().await, closed);

        let decision = decided_otherwise();
        let change = VoteChange::Override {
            vote: closed.id.clone(),
            decision: Box::new(decision.clone()),
            base: town.version().await,
        };
        town.apply(change).await.unwrap();
        let decided = town.vote().await;
        assert_eq!(decided.overrides, vec![decision]);
        assert_eq!(decided.result().unwrap(), closed.result().unwrap(), "the result stands");
        town.store.close().await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn groups_are_told_apart_where_nobody_can_be_guessed() {
    for (store, _kept) in both().await {
        let town = Town::new(store).await;
        town.open().await;
        for number in 0..5 {
            let person = town.invite(&format!("person{number}@example.no")).await;
            town.cast(person, Group::Persons, &["buss"]).await;
            town.cast(Voter::Organisation(format!("o{number}")), Group::Organisations, &["park"])
                .await;
        }
        town.close(date(2026, 5, 11)).await.unwrap();
        let closed = town.vote().await;
        let result = closed.result().unwrap().unwrap();
        let winners: Vec<(Group, bool)> = result
            .groups
            .iter()
            .map(|(group, counted)| (*group, counted.has_won(&"park".parse().unwrap())))
            .collect();
        assert_eq!(winners, [(Group::Organisations, true), (Group::Persons, false)]);
        assert!(
            closed
                .ballots
                .unwrap()
                .text()
                .contains("voter_id;vote;group\n1;park;organisations\n")
        );
        town.store.close().await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn the_rules_stand_once_it_is_open() {
    for (store, _kept) in both().await {
        let town = Town::new(store).await;
        let late = VoteChange::Save {
            vote: Box::new(vote()),
            base: None,
            today: date(2026, 5, 11),
        };
        assert_eq!(trouble(town.apply(late).await), Some(Trouble::Past));
        town.open().await;
        let opened = town.vote().await;
        let changed = VoteChange::Save {
            vote: Box::new(Vote {
                budget: 1,
                ..opened.clone()
            }),
            base: town.version().await,
            today: MAY,
        };
        assert_eq!(trouble(town.apply(changed).await), Some(Trouble::Opened));
        let removed = VoteChange::Remove {
            vote: opened.id.clone(),
            base: town.version().await,
        };
        assert_eq!(trouble(town.apply(removed).await), Some(Trouble::Opened));
        let partner = Actor {
            role: Role::Partner,
            ..lead()
        };
        let open = VoteChange::Open {
            vote: opened.id.clone(),
            base: town.version().await,
            today: MAY,
        };
        let refused = town.apply_as(partner, Change::Vote(open), "2026-05-04T10:00:00Z").await;
        assert!(matches!(refused, Err(Refusal::Forbidden)), "{refused:?}");
        // a folder that does not know it, or knows it otherwise, changes nothing of it
        town.apply_as(Actor::operator(), Change::Load(Box::new(example())), "2026-05-05T10:00:00Z")
            .await
            .unwrap();
        assert_eq!(town.vote().await, opened);
        assert_eq!(ballots::boxes(town.store.reader(), "byen").await.unwrap(), ["penger"]);
        town.store.close().await;
    }
}

#[test]
fn a_ballot_holds_what_its_vote_allows() {
    let vote = vote();
    let marks = |vote: &Vote, chosen: &[(&str, u32)]| {
        let chosen: Vec<(String, u32)> = chosen.iter().map(|(id, points)| ((*id).to_owned(), *points)).collect();
        vote.marks(&chosen).map(|marks| marks.to_text().unwrap())
    };
    assert_eq!(
        marks(&vote, &[("buss", 7), ("park", 1), ("buss", 1)]).unwrap(),
        r#"[["park",1],["buss",1]]"#
    );
    assert_eq!(marks(&vote, &[]), Err(BallotError::Nothing));
    assert_eq!(marks(&vote, &[("bro", 1)]), Err(BallotError::Unknown("bro".to_owned())));
    let all = [("park", 1), ("buss", 1), ("skilt", 1)];
    assert_eq!(marks(&vote, &all), Err(BallotError::TooMany { chosen: 3, most: 2 }));
    let points = Vote {
        ballot: BallotKind::Points { points: 10 },
        ..vote
    };
    assert_eq!(
        marks(&points, &[("skilt", 4), ("park", 6), ("buss", 0)]).unwrap(),
        r#"[["park",6],["skilt",4]]"#
    );
    let given = BallotError::TooManyPoints { given: 11, points: 10 };
    assert_eq!(marks(&points, &[("skilt", 4), ("park", 7)]), Err(given));
    let most = u32::MAX;
    assert!(matches!(
        marks(&points, &[("skilt", most), ("park", most)]),
        Err(BallotError::TooManyPoints { .. })
    ));
}
