//! A server that is killed while people vote has lost no ballot that it acknowledged, and counts none twice.
//!
//! Sixteen clients vote by personal links and change their votes, over and over, as fast as the server takes them. Each
//! ballot says whose it is and which of theirs, so that the history of every voter can be held against what the store
//! holds when the server has been killed without warning: the last ballot that was acknowledged, or the one that was on its
//! way, once. `VEKST_KILLS` says how many times; continuous checks do it fifty times, on both databases.

use std::collections::BTreeMap;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::{Duration, Instant};

use jiff::Timestamp;
use jiff::civil::date;
use programme::vote::{BallotKind, Change as VoteChange, Marks, Phase, Rule, Shares, Utility, VoteOption};
use programme::{Actor, Change, Command, ProgrammeId, Programmes, Revision, Text, Vote, VoteId};
use reqwest::{Client, StatusCode};
use store::links::{self, Invitation, Invited, Link};
use store::{Location, Store, StoreError, ballots, check};
use tempfile::TempDir;
use testkit::stores::places;

use crate::program::{Server, browser, typed};

const CLIENTS: usize = 16;
const VOTERS_EACH: usize = 4;
const KILLS: usize = 4;

/// The options that say whose a ballot is, and which of theirs by two: how many hundreds, and how many more. No points are
/// no mark, so each is one more than it says.
const OPTIONS: [&str; 3] = ["hvem", "hundre", "enere"];

#[tokio::test(flavor = "multi_thread")]
async fn no_acknowledged_ballot_is_lost_or_doubled_when_the_server_is_killed() {
    let kills = std::env::var("VEKST_KILLS")
        .ok()
        .and_then(|kills| kills.parse().ok())
        .unwrap_or(KILLS);
    for (location, kept) in places().await {
        let place = Place { location, kept };
        drop(place.serve().stop());
        let mut voters = place.invited().await;
        let (mut acknowledged, mut took) = (0, Duration::ZERO);
        for round in 0..kills {
            // another number of ballots each time, so that the kill meets the writer at another moment
            let (voted, some, time) = place.killed_after(100 + round * 37 % 113, voters).await;
            (voters, acknowledged, took) = (voted, acknowledged + some, took + time);
            place.holds(round, &mut voters).await;
        }
        let rate = f64::from(u32::try_from(acknowledged).unwrap()) / took.as_secs_f64();
        eprintln!("{kills} kills, {acknowledged} acknowledged ballots, none lost or doubled, {rate:.0} a second");
        place.publishes(&voters).await;
    }
}

/// Somebody who votes by a link, and what is known of their ballots.
struct Voter {
    number: u32,
    token: String,
    link: Link,
    /// How many ballots were sent.
    sent: u32,
    /// How many counted.
    counted: i64,
    /// The last that was acknowledged, or found.
    last: Option<u32>,
    /// One that was sent and not acknowledged.
    on_its_way: Option<u32>,
}

struct Place {
    location: Location,
    kept: TempDir,
}

impl Place {
    fn serve(&self) -> Server {
        match &self.location {
            Location::Folder(_) => Server::start(self.kept.path()),
            Location::Url(url) => Server::start_with(self.kept.path(), &["--database-url", url]),
        }
    }

    async fn open(&self) -> (Store, Programmes, ProgrammeId) {
        let store = Store::open(&self.location).await.unwrap();
        let programmes = Programmes::new(store.clone());
        let id = programmes.list().await.unwrap().remove(0);
        (store, programmes, id)
    }

    /// Opens a vote and invites everybody to it.
    async fn invited(&self) -> Vec<Voter> {
        let (store, programmes, programme) = self.open().await;
        let (vote, today) = (vote(), date(2026, 5, 4));
        let id = vote.id.clone();
        let save = VoteChange::Save {
            vote: Box::new(vote),
            base: None,
            today,
        };
        let base = programmes.apply(&programme, by_operator(save), second(1)).await.unwrap();
        let open = VoteChange::Open {
            vote: id.clone(),
            base: Some(base),
            today,
        };
        programmes.apply(&programme, by_operator(open), second(2)).await.unwrap();
        let mut voters = Vec::new();
        for number in 1..=u32::try_from(CLIENTS * VOTERS_EACH).unwrap() {
            let token = invite(&store, &programme, &id, number).await;
            let link = links::find(store.reader(), programme.as_str(), &token).await.unwrap().unwrap();
            voters.push(Voter {
                number,
                token,
                link,
                sent: 0,
                counted: 0,
                last: None,
                on_its_way: None,
            });
        }
        store.close().await;
        voters
    }

    /// Serves until this many ballots have been acknowledged, and kills the server while others are under way. What the
    /// voters know then, how many ballots were acknowledged, and how long that took.
    async fn killed_after(&self, ballots: usize, voters: Vec<Voter>) -> (Vec<Voter>, usize, Duration) {
        let server = self.serve();
        let acknowledged = Arc::new(AtomicUsize::new(0));
        let start = Instant::now();
        let mut shares: Vec<Vec<Voter>> = (0..CLIENTS).map(|_| Vec::new()).collect();
        for (place, voter) in voters.into_iter().enumerate() {
            shares[place % CLIENTS].push(voter);
        }
        let clients: Vec<_> = shares
            .into_iter()
            .map(|voters| tokio::spawn(vote_on(browser(), server.address.clone(), voters, Arc::clone(&acknowledged))))
            .collect();
        let enough = async {
            while acknowledged.load(Ordering::Relaxed) < ballots {
                tokio::time::sleep(Duration::from_millis(1)).await;
            }
        };
        let reached = tokio::time::timeout(Duration::from_mins(2), enough).await;
        server.kill();
        let took = start.elapsed();
        let mut voters = Vec::new();
        for client in clients {
            voters.extend(client.await.unwrap());
        }
        let some = acknowledged.load(Ordering::Relaxed);
        assert!(reached.is_ok(), "only {some} of {ballots} ballots were acknowledged in two minutes");
        (voters, acknowledged.load(Ordering::Relaxed), took)
    }

    /// The store is whole, and holds of each voter the ballot that it must, once.
    async fn holds(&self, round: usize, voters: &mut [Voter]) {
        let (store, _, programme) = self.open().await;
        let found = check::store(&store, &self.kept.path().join("files"), Revision::hash_of)
            .await
            .unwrap();
        assert_eq!(found, Vec::<String>::new(), "round {round}");
        let vote = vote().id;
        let mut held = BTreeMap::new();
        for (_, choices) in ballots::all(store.reader(), programme.as_str(), vote.as_str()).await.unwrap() {
            let (whose, which) = told(&choices);
            assert_eq!(held.insert(whose, which), None, "round {round}: voter {whose} has two ballots");
        }
        for voter in voters {
            let number = voter.number;
            let found = held.remove(&number);
            if found.is_some() && found == voter.on_its_way {
                (voter.last, voter.counted) = (found, voter.counted + 1);
            }
            voter.on_its_way = None;
            assert_eq!(found, voter.last, "round {round}: the ballot of voter {number}");
            let name = ballots::Voter::Link {
                token: voter.token.clone(),
                key: voter.link.key.clone(),
            };
            let times = ballots::times_cast(store.reader(), programme.as_str(), vote.as_str(), &name)
                .await
                .unwrap();
            let link = links::find(store.reader(), programme.as_str(), &voter.token)
                .await
                .unwrap()
                .unwrap();
            assert_eq!(
                (times, link.answers),
                (voter.counted, voter.counted),
                "round {round}: how often voter {number} voted"
            );
        }
        assert_eq!(held, BTreeMap::new(), "round {round}: ballots of nobody");
        store.close().await;
    }

    /// Closing publishes the last ballot of everybody who voted, and nothing else.
    async fn publishes(&self, voters: &[Voter]) {
        let (store, programmes, programme) = self.open().await;
        let close = VoteChange::Close {
            vote: vote().id,
            today: date(9999, 1, 1),
            published: None,
        };
        programmes.apply(&programme, by_operator(close), second(3)).await.unwrap();
        let snapshot = programmes.snapshot(&programme).await.unwrap().unwrap();
        let closed = snapshot.state.vote(&vote().id).unwrap();
        assert_eq!(closed.phase(date(9999, 1, 1)), Phase::Closed);
        let election = closed.ballots.as_ref().unwrap().election(closed).unwrap();
        let ballots = election.ballots.iter();
        let published: BTreeMap<u32, u32> = ballots
            .map(|ballot| read(ballot.choices.iter().map(|choice| choice.points)))
            .collect();
        let last: BTreeMap<u32, u32> = voters.iter().filter_map(|voter| Some((voter.number, voter.last?))).collect();
        assert_eq!((published, election.ballots.len()), (last.clone(), last.len()));
        store.close().await;
    }
}

/// A vote that is open as long as anybody tests.
fn vote() -> Vote {
    let option = |id: &str| VoteOption {
        id: id.parse().unwrap(),
        measure: None,
        title: Text::nb(id),
        text: Text::default(),
        cost: 10,
    };
    Vote {
        id: "penger".parse().unwrap(),
        title: Text::nb("Penger"),
        plan: None,
        budget: 50,
        opens: date(2020, 1, 1),
        closes: date(9998, 1, 1),
        decided_by: Text::nb("Styringsgruppa"),
        ballot: BallotKind::Points { points: 1_000 },
        rule: Rule::Knapsack { utility: Utility::Points },
        shares: Shares {
            organisations: 0,
            persons: 100,
        },
        options: OPTIONS.into_iter().chain(["a", "b", "c", "d", "e"]).map(option).collect(),
        opened: false,
        closed: None,
        overrides: vec![],
        body: Text::default(),
        example: false,
        ballots: None,
    }
}

/// The store's clock only goes forward.
fn second(number: i64) -> Timestamp {
    Timestamp::from_second(number).unwrap()
}

fn by_operator(change: VoteChange) -> Command {
    Command {
        who: Actor::operator(),
        on_behalf_of: None,
        why: String::new(),
        change: Change::Vote(change),
    }
}

async fn invite(store: &Store, programme: &ProgrammeId, vote: &VoteId, number: u32) -> String {
    let subject = ballots::subject(programme.as_str(), vote.as_str());
    let invitation = Invitation {
        circle: "persons".to_owned(),
        organisation: None,
        email: format!("{number}@example.no"),
        language: "nb".to_owned(),
        expires: store::Instant::new("9998-01-02T00:00:00Z".parse().unwrap()),
    };
    let now = store::Instant::new(second(2));
    let made: Result<Invited, StoreError> = store
        .write(move |transaction| Box::pin(async move { links::invite(transaction, &subject, &invitation, now).await }))
        .await;
    match made.unwrap() {
        Invited::Link(token) => token,
        Invited::Answered => panic!("{number} has answered"),
    }
}

/// Votes for one voter after the other until the server is gone; gives what they know.
async fn vote_on(browser: Client, origin: String, mut voters: Vec<Voter>, acknowledged: Arc<AtomicUsize>) -> Vec<Voter> {
    for turn in 0.. {
        let place = turn % voters.len();
        match cast(&browser, &origin, &mut voters[place]).await {
            Ok(StatusCode::SEE_OTHER) => acknowledged.fetch_add(1, Ordering::Relaxed),
            Ok(other) => panic!("voter {} was answered {other}", voters[place].number),
            Err(error) if error.is_status() => panic!("voter {} was answered {error}", voters[place].number),
            Err(_) => break,
        };
    }
    voters
}

/// Opens the ballot, fills it in and sends it.
async fn cast(browser: &Client, origin: &str, voter: &mut Voter) -> reqwest::Result<StatusCode> {
    let place = format!("{origin}/kongsberg/prioritering/{}/stemme/{}", vote().id, voter.token);
    let page = browser.get(&place).send().await?.error_for_status()?.text().await?;
    let value = |name: &str| typed(&page, name).unwrap_or_else(|| panic!("no field {name} in {page}"));
    voter.sent += 1;
    let mut form = vec![
        ("csrf".to_owned(), typed(&page, "csrf").unwrap_or_default()),
        ("seen".to_owned(), value("seen")),
        ("form".to_owned(), value("form")),
    ];
    for (option, said) in OPTIONS.iter().zip([voter.number, voter.sent / 100, voter.sent % 100]) {
        form.push((format!("points-{option}"), (said + 1).to_string()));
    }
    voter.on_its_way = Some(voter.sent);
    let status = browser.post(&place).header("origin", origin).form(&form).send().await?.status();
    if status == StatusCode::SEE_OTHER {
        (voter.last, voter.on_its_way) = (voter.on_its_way, None);
        voter.counted += 1;
    }
    Ok(status)
}

/// Whose a ballot is, and which of theirs.
fn told(choices: &str) -> (u32, u32) {
    let marks = Marks::from_text(choices).unwrap();
    read(marks.iter().map(|(_, points)| points))
}

fn read(points: impl Iterator<Item = u32>) -> (u32, u32) {
    let said: Vec<u32> = points.map(|points| points - 1).collect();
    assert_eq!(said.len(), OPTIONS.len());
    (said[0], said[1] * 100 + said[2])
}
