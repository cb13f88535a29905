//! The plan as it stood, and who changed it.

use jiff::Timestamp;
use jiff::civil::date;
use programme::{AdoptedPlan, Change, Programmes, Refusal, Revision, State, Status, Text};
use store::journal;

use crate::{by, lead, loaded, noon, paused, snapshot};

#[tokio::test(flavor = "multi_thread")]
async fn the_plan_stands_as_it_did_on_any_date() {
    for (programmes, state, _kept) in loaded().await {
        let on = |day| programmes.on(&state.programme.id, day);
        assert!(on(date(2018, 1, 1)).await.unwrap().is_none(), "before the launch");
        let march = on(date(2020, 3, 1)).await.unwrap().unwrap();
        assert_eq!(
            march.measures.iter().map(|measure| measure.id.as_str()).collect::<Vec<_>>(),
            ["frokost"]
        );
        assert_eq!(march.measures[0].current(), Status::Running);
        let may = on(date(2020, 5, 8)).await.unwrap().unwrap();
        assert_eq!(may.measures.len(), 2);
        assert_eq!(may.measure(&"frokost".parse().unwrap()).unwrap().current(), Status::Paused);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_status_without_its_reason_changes_nothing() {
    for (programmes, state, _kept) in loaded().await {
        let id = &state.programme.id;
        let measure: programme::MeasureId = "kampanje".parse().unwrap();
        let base = programmes.snapshot(id).await.unwrap().unwrap().version("measure", measure.as_str());
        let change = |reason: &str, base| Change::ChangeStatus {
            measure: measure.clone(),
            change: paused(reason),
            base,
        };
        let refused = programmes.apply(id, by(lead(), change("", base)), noon("2026-11-25")).await;
        let Err(Refusal::Faults(faults)) = refused else {
            panic!("{refused:?}")
        };
        assert_eq!((faults[0].kind, faults[0].field), ("measure", "status"));
        assert_eq!(programmes.snapshot(id).await.unwrap().unwrap().state, state);

        let entry = programmes
            .apply(id, by(lead(), change("Ingen annonser i påsken", base)), noon("2026-11-25"))
            .await
            .unwrap();
        let snapshot = programmes.snapshot(id).await.unwrap().unwrap();
        assert_eq!(snapshot.state.measure(&measure).unwrap().current(), Status::Paused);
        assert_eq!(snapshot.version("measure", measure.as_str()), Some(entry));
        let history = journal::of_object(programmes.store().reader(), id.as_str(), "measure", measure.as_str())
            .await
            .unwrap();
        assert_eq!((history.len(), history[0].written.why.as_str()), (2, "prøve"));

        let stale = programmes
            .apply(id, by(lead(), change("Enda en gang", base)), noon("2026-11-26"))
            .await;
        assert!(
            matches!(stale, Err(Refusal::Conflict { entry: newer }) if newer == entry),
            "{stale:?}"
        );
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn of_several_changes_in_one_day_the_last_one_stands_at_its_end() {
    for (programmes, state, _kept) in loaded().await {
        let id = &state.programme.id;
        for (hour, title) in [("08", "Morgen"), ("12", "Middag"), ("22", "Kveld"), ("23", "Etter midnatt i Norge")] {
            let now = format!("2026-11-25T{hour}:30:00Z").parse().unwrap();
            rename(&programmes, &state, title, now).await;
        }
        let title_on = async |day| {
            let then = programmes.on(id, day).await.unwrap().unwrap();
            then.measures[0].title.plain(programme::Language::Nb).to_owned()
        };
        assert_eq!(title_on(date(2026, 11, 24)).await, "Partnerfrokost");
        assert_eq!(title_on(date(2026, 11, 25)).await, "Kveld");
        assert_eq!(title_on(date(2026, 11, 26)).await, "Etter midnatt i Norge");
        let entries = journal::of_object(programmes.store().reader(), id.as_str(), "measure", "frokost")
            .await
            .unwrap();
        assert_eq!(entries.len(), 5, "each change is told, the first load too");
    }
}

async fn rename(programmes: &Programmes, state: &State, title: &str, now: Timestamp) {
    let known = snapshot(programmes, state).await;
    let mut measure = known.state.measures[0].clone();
    measure.title = Text::nb(title);
    let base = known.version("measure", measure.id.as_str());
    let change = Change::SaveMeasure {
        measure: Box::new(measure),
        base,
    };
    programmes.apply(&state.programme.id, by(lead(), change), now).await.unwrap();
}

/// The folder tells what a measure costs now; a revision tells what was promised when it was adopted.
#[tokio::test(flavor = "multi_thread")]
async fn before_the_store_knew_the_programme_a_measure_is_what_was_adopted_then() {
    for (programmes, mut state, _kept) in loaded().await {
        let plan = state.action_plans[0].clone();
        let mut then = AdoptedPlan::on(&state, &plan, date(2020, 2, 1));
        then.measures[0].budget[0].kroner = 777;
        let content = then.to_content().unwrap();
        state.revisions.push(Revision {
            plan: plan.id,
            number: 1,
            adopted: date(2020, 2, 1),
            body: Text::nb("Styringsgruppa"),
            case: "1/20".into(),
            reason: Text::default(),
            example: false,
            hash: Revision::hash_of(&content),
            content: content.into(),
        });
        let id = &state.programme.id;
        let load = Change::Load(Box::new(state.clone()));
        programmes.apply(id, by(lead(), load), noon("2026-11-25")).await.unwrap();
        let pledged_on = async |day| programmes.on(id, day).await.unwrap().unwrap().measures[0].budget[0].kroner;
        assert_eq!(pledged_on(date(2020, 1, 31)).await, 1000, "nothing was adopted yet");
        assert_eq!(pledged_on(date(2020, 4, 1)).await, 777);
        assert_eq!(pledged_on(date(2026, 11, 25)).await, 1000);
        let april = programmes.on(id, date(2020, 4, 1)).await.unwrap().unwrap();
        assert_eq!(april.measures[0].current(), Status::Paused, "what happened since is told too");
    }
}
