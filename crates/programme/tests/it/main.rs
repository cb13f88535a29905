//! What a programme promises, from a command to the store and back: on SQLite always, on PostgreSQL where
//! `VEKST_TEST_POSTGRES` names a server.
#![expect(clippy::unwrap_used, reason = "what is not there fails the test")]

mod difference;
mod exchange;
mod folder;
mod goal;
mod hearing;
mod history;
mod large;
mod loading;
mod revision;
mod rights;
mod rules;
mod shock;
mod tenancy;
mod vote;

use std::sync::Arc;

use jiff::Timestamp;
use jiff::civil::date;
use programme::{Actor, Change, Command, Programmes, Refusal, Role, Snapshot, State, Status, StatusChange, Text, check};
use tempfile::TempDir;
use testkit::example::example;
use testkit::stores;

fn actor(role: Role, organisation: Option<&str>) -> Actor {
    Actor {
        name: role.word().to_owned(),
        role,
        organisation: organisation.map(|id| id.parse().unwrap()),
    }
}

fn lead() -> Actor {
    actor(Role::Lead, None)
}

fn by(who: Actor, change: Change) -> Command {
    Command {
        who,
        on_behalf_of: None,
        why: "prøve".to_owned(),
        change,
    }
}

fn noon(text: &str) -> Timestamp {
    format!("{text}T12:00:00Z").parse().unwrap()
}

/// The example programme in an empty store of each kind.
async fn loaded() -> Vec<(Programmes, State, TempDir)> {
    let mut all = Vec::new();
    for (store, kept) in stores::both().await {
        let programmes = Programmes::new(store);
        let state = example();
        assert_eq!(check::state(&state), vec![]);
        load(&programmes, &state, "2026-11-24").await.unwrap();
        all.push((programmes, state, kept));
    }
    all
}

/// Loads a state as the lead, at noon of a day.
async fn load(programmes: &Programmes, state: &State, day: &str) -> Result<i64, Refusal> {
    let change = Change::Load(Box::new(state.clone()));
    programmes.apply(&state.programme.id, by(lead(), change), noon(day)).await
}

async fn snapshot(programmes: &Programmes, state: &State) -> Arc<Snapshot> {
    programmes.snapshot(&state.programme.id).await.unwrap().unwrap()
}

fn paused(reason: &str) -> StatusChange {
    StatusChange {
        date: date(2026, 11, 24),
        status: Status::Paused,
        reason: Text::nb(reason),
        replaced_by: None,
    }
}
