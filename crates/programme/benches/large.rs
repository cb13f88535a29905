//! What a change and a reading cost in the largest programme that the platform is judged by: 2,000 measures and 50
//! revisions in a SQLite store. `cargo bench -p programme`.
#![expect(
    clippy::unwrap_used,
    clippy::print_stdout,
    reason = "what is not there ends the bench, and it tells what it measured"
)]

use std::time::{Duration, Instant};

use jiff::{Timestamp, ToSpan};
use programme::{Actor, Change, Command, Measure, Programmes, State, Status, StatusChange, Text, check};
use testkit::large::{MEASURES, REVISIONS, large};
use testkit::stores;

/// How often each thing is done; the median is told.
const TIMES: usize = 51;

#[tokio::main]
async fn main() {
    let (state, made) = timed(|| large(MEASURES, REVISIONS));
    told("the programme made up", made);
    let (_, copied) = timed(|| state.clone());
    told("a state copied", copied);
    let (faults, checked) = timed(|| check::state(&state));
    assert_eq!(faults, vec![]);
    told("a state checked from nothing, every revision read", checked);

    let (store, _kept) = stores::sqlite().await;
    let programmes = Programmes::new(store.clone());
    let elsewhere = Programmes::new(store);
    let mut clock: Timestamp = "2026-11-24T12:00:00Z".parse().unwrap();
    let began = Instant::now();
    apply(&programmes, &state, Change::Load(Box::new(state.clone())), clock).await;
    told("the folder's state loaded into an empty store", began.elapsed());

    let began = Instant::now();
    let snapshot = elsewhere.snapshot(&state.programme.id).await.unwrap().unwrap();
    told("a first snapshot, everything read", began.elapsed());
    assert_eq!(snapshot.state, state);

    let (mut writes, mut readings) = (Vec::new(), Vec::new());
    for measure in state.measures.iter().cycle().step_by(37).take(TIMES) {
        clock = clock.checked_add(2.seconds()).unwrap();
        let change = running(&programmes, measure).await;
        let began = Instant::now();
        apply(&programmes, &state, change, clock).await;
        writes.push(began.elapsed());
        // another instance trusts what it knows for a second
        tokio::time::sleep(Duration::from_millis(1_010)).await;
        let began = Instant::now();
        let seen = elsewhere.snapshot(&state.programme.id).await.unwrap().unwrap();
        readings.push(began.elapsed());
        assert_eq!(seen.state.measure(&measure.id).unwrap().current(), Status::Running);
    }
    told("a status changed, to the acknowledgement", median(writes));
    told("a snapshot of another instance after it", median(readings));
}

async fn running(programmes: &Programmes, measure: &Measure) -> Change {
    let snapshot = programmes.snapshot(&"byen".parse().unwrap()).await.unwrap().unwrap();
    Change::ChangeStatus {
        measure: measure.id.clone(),
        change: StatusChange {
            date: jiff::civil::date(2026, 11, 24),
            status: Status::Running,
            reason: Text::default(),
            replaced_by: None,
        },
        base: snapshot.version("measure", measure.id.as_str()),
    }
}

async fn apply(programmes: &Programmes, state: &State, change: Change, now: Timestamp) {
    let command = Command {
        who: Actor::operator(),
        on_behalf_of: None,
        why: String::new(),
        change,
    };
    programmes.apply(&state.programme.id, command, now).await.unwrap();
}

fn timed<T>(work: impl Fn() -> T) -> (T, Duration) {
    let began = Instant::now();
    let made = work();
    (made, began.elapsed())
}

fn median(mut times: Vec<Duration>) -> Duration {
    times.sort_unstable();
    times[times.len() / 2]
}

fn told(what: &str, time: Duration) {
    println!("{what:<55} {:>10.2} ms", time.as_secs_f64() * 1e3);
}
