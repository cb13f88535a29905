//! Loading a programme, and loading it again.

use programme::check::FaultKind;
use programme::{Change, Language, Programmes, Refusal, State, Text};
use proptest::prelude::*;
use proptest::strategy::ValueTree;
use proptest::test_runner::TestRunner;
use store::{content, figures, journal};

use crate::{by, lead, load, loaded, noon, paused, snapshot};

#[tokio::test(flavor = "multi_thread")]
async fn what_is_loaded_is_what_is_read() {
    for (programmes, state, _kept) in loaded().await {
        let snapshot = programmes.snapshot(&state.programme.id).await.unwrap().unwrap();
        assert_eq!(snapshot.state, state);
        assert_eq!(programmes.list().await.unwrap(), std::slice::from_ref(&state.programme.id));
        assert!(programmes.snapshot(&"none".parse().unwrap()).await.unwrap().is_none());
        let vintages = figures::vintages(programmes.store().reader(), state.programme.id.as_str(), "folketall")
            .await
            .unwrap();
        assert_eq!(vintages.len(), 1);
    }
}

/// The number of versions that the store holds of a programme's objects, and of readings of its series.
async fn versions(programmes: &Programmes, state: &State) -> usize {
    let (reader, id) = (programmes.store().reader(), state.programme.id.as_str());
    let mut count = 0;
    for row in content::now(reader, id).await.unwrap() {
        count += content::history(reader, id, &row.kind, &row.id).await.unwrap().len();
    }
    for series in &state.series {
        count += figures::vintages(reader, id, series.id.as_str()).await.unwrap().len();
    }
    count
}

#[tokio::test(flavor = "multi_thread")]
async fn loading_the_same_again_writes_no_version() {
    for (programmes, state, _kept) in loaded().await {
        let before = (versions(&programmes, &state).await, snapshot(&programmes, &state).await);
        let entry = load(&programmes, &state, "2026-11-25").await.unwrap();
        assert_eq!(versions(&programmes, &state).await, before.0);
        let after = snapshot(&programmes, &state).await;
        assert_eq!(after.state, before.1.state);
        assert_eq!(after.version("goal", "innbyggere"), before.1.version("goal", "innbyggere"));
        let told = journal::recent(programmes.store().reader(), state.programme.id.as_str(), 1, None)
            .await
            .unwrap();
        assert_eq!(
            (told[0].number, told[0].objects.len()),
            (entry, 0),
            "the journal tells of a load that touched nothing"
        );
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn loading_replaces_what_was_changed_since_and_the_history_keeps_it() {
    for (programmes, state, _kept) in loaded().await {
        let id = &state.programme.id;
        let base = snapshot(&programmes, &state).await.version("goal", "innbyggere");
        let mut goal = state.goals[0].clone();
        goal.title = Text::nb("Mange flere innbyggere");
        let change = Change::SaveGoal {
            goal: Box::new(goal),
            base,
        };
        programmes.apply(id, by(lead(), change), noon("2026-11-25")).await.unwrap();
        load(&programmes, &state, "2026-11-26").await.unwrap();
        assert_eq!(snapshot(&programmes, &state).await.state, state);
        let bodies = content::history(programmes.store().reader(), id.as_str(), "goal", "innbyggere")
            .await
            .unwrap();
        let changed: Vec<bool> = bodies.iter().map(|row| row.body.contains("Mange flere")).collect();
        assert_eq!(changed, [false, true, false]);
        let then = programmes.on(id, jiff::civil::date(2026, 11, 25)).await.unwrap().unwrap();
        assert_eq!(then.goals[0].title.plain(Language::Nb), "Mange flere innbyggere");
        let told = journal::of_object(programmes.store().reader(), id.as_str(), "goal", "innbyggere")
            .await
            .unwrap();
        let actions: Vec<&str> = told.iter().map(|entry| entry.written.action.as_str()).collect();
        assert_eq!(actions, ["load", "save-goal", "load"]);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_load_takes_nothing_out_that_a_revision_holds() {
    for (programmes, state, _kept) in loaded().await {
        let id = &state.programme.id;
        let adopt = Change::AdoptRevision {
            plan: "2020".parse().unwrap(),
            adopted: jiff::civil::date(2020, 3, 1),
            body: Text::nb("Styringsgruppa"),
            case: "14/20".into(),
            reason: Text::default(),
            floor_reason: Text::default(),
            after: 0,
        };
        programmes.apply(id, by(lead(), adopt), noon("2026-11-25")).await.unwrap();
        let adopted = snapshot(&programmes, &state).await;

        let mut without = state.clone();
        without.measures.retain(|measure| measure.id.as_str() == "kampanje");
        let Err(Refusal::Faults(faults)) = load(&programmes, &without, "2026-11-26").await else {
            panic!("it was loaded")
        };
        assert_eq!(
            (faults[0].kind, faults[0].id.as_str(), &faults[0].what),
            ("measure", "frokost", &FaultKind::Adopted)
        );
        without.measures.clear();
        without.action_plans.clear();
        let Err(Refusal::Faults(faults)) = load(&programmes, &without, "2026-11-26").await else {
            panic!("it was loaded")
        };
        assert_eq!(
            faults.iter().map(|fault| fault.id.as_str()).collect::<Vec<_>>(),
            ["2020", "frokost"]
        );
        assert_eq!(snapshot(&programmes, &state).await.state, adopted.state, "nothing has changed");

        without = state.clone();
        without.measures.retain(|measure| measure.id.as_str() == "frokost");
        without.measures[0].status.push(paused("Kommer tilbake"));
        load(&programmes, &without, "2026-11-27").await.unwrap();
        let now = snapshot(&programmes, &state).await;
        assert_eq!(
            (&now.state.measures, &now.state.revisions),
            (&without.measures, &adopted.state.revisions)
        );
    }
}

/// Everything that a folder can hold comes back from the store as it was.
#[tokio::test(flavor = "multi_thread")]
async fn any_programme_is_kept_whole() {
    let mut runner = TestRunner::deterministic();
    for (store, _kept) in testkit::stores::both().await {
        let programmes = Programmes::new(store.clone());
        for number in 0..16 {
            let mut state = crate::folder::states::states().new_tree(&mut runner).unwrap().current();
            state.programme.id = format!("byen-{number}").parse().unwrap();
            load(&programmes, &state, "2099-01-01").await.unwrap();
            assert_eq!(snapshot(&programmes, &state).await.state, state);
            assert_eq!(snapshot(&Programmes::new(store.clone()), &state).await.state, state, "read back");
        }
    }
}

/// One instance writes what another has not seen: what it brings up to date is what a third reads as a whole.
#[tokio::test(flavor = "multi_thread")]
async fn what_is_brought_up_to_date_is_what_is_read_anew() {
    let mut runner = TestRunner::deterministic();
    for (store, _kept) in testkit::stores::both().await {
        for number in 0..12 {
            let mut any = || {
                let mut state = crate::folder::states::states().new_tree(&mut runner).unwrap().current();
                state.programme.id = format!("byen-{number}").parse().unwrap();
                // what was adopted and published must stay, which any two programmes do not do
                state.revisions.clear();
                state.hearings.clear();
                state.hearing_drafts.clear();
                state.statements.clear();
                state.letters.clear();
                state.sort();
                state
            };
            let (first, second) = (any(), any());
            let (one, other) = (Programmes::new(store.clone()), Programmes::new(store.clone()));
            load(&one, &first, "2099-01-01").await.unwrap();
            load(&other, &second, "2099-01-02").await.unwrap();
            let mut goals = second.clone();
            goals.programme.heading = Text::nb("Målene står");
            load(&one, &goals, "2099-01-03").await.unwrap();
            let (kept, read) = (
                snapshot(&one, &first).await,
                snapshot(&Programmes::new(store.clone()), &first).await,
            );
            assert_eq!((&kept.state, kept.sequence), (&read.state, read.sequence));
            for object in ["goal", "measure", "series", "order", "shock", "decision", "programme"] {
                let ids = [
                    "a-mal",
                    "forste",
                    "offisiell",
                    "series",
                    "nedstengning",
                    "nedstengning/measure/forste",
                    first.programme.id.as_str(),
                ];
                for id in ids {
                    assert_eq!(kept.version(object, id), read.version(object, id), "{object} {id}");
                }
            }
        }
    }
}
