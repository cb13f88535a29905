//! What a body has adopted.

use jiff::civil::date;
use programme::check::{self, FaultKind};
use programme::{ActionPlanId, AdoptedPlan, Change, Detail, Refusal, Revision, Role, Text, folder};
use store::journal;

use crate::{actor, by, lead, load, loaded, noon, snapshot};

#[tokio::test(flavor = "multi_thread")]
async fn an_adopted_revision_holds_the_plan_as_it_stood_and_is_never_rewritten() {
    for (programmes, state, _kept) in loaded().await {
        let id = &state.programme.id;
        let adopt = |day, after| Change::AdoptRevision {
            plan: "2020".parse().unwrap(),
            adopted: day,
            body: Text::nb("Styringsgruppa"),
            case: "14/20".into(),
            reason: Text::default(),
            floor_reason: Text::default(),
            after,
        };
        let editor = actor(Role::Editor, None);
        assert!(matches!(
            programmes
                .apply(id, by(editor, adopt(date(2020, 3, 1), 0)), noon("2026-11-25"))
                .await,
            Err(Refusal::Forbidden)
        ));
        programmes
            .apply(id, by(lead(), adopt(date(2020, 3, 1), 0)), noon("2026-11-25"))
            .await
            .unwrap();
        programmes
            .apply(id, by(lead(), adopt(date(2020, 5, 8), 1)), noon("2026-11-26"))
            .await
            .unwrap();
        let adopted = programmes.snapshot(id).await.unwrap().unwrap().state.revisions.clone();
        assert_eq!(
            adopted
                .iter()
                .map(|revision| revision.adopted_plan().unwrap().measures.len())
                .collect::<Vec<_>>(),
            [1, 2]
        );
        assert!(adopted.iter().all(programme::Revision::is_intact));

        // loading the folder again takes no revision away
        programmes
            .apply(id, by(lead(), Change::Load(Box::new(state.clone()))), noon("2026-11-27"))
            .await
            .unwrap();
        assert_eq!(programmes.snapshot(id).await.unwrap().unwrap().state.revisions, adopted);
    }
}

/// From the store to a folder and into another store: the bytes are those that were adopted.
#[tokio::test(flavor = "multi_thread")]
async fn a_revision_keeps_its_hash_wherever_it_goes() {
    for ((programmes, state, kept), (others, ..)) in loaded().await.into_iter().zip(loaded().await) {
        let adopt = Change::AdoptRevision {
            plan: "2020".parse().unwrap(),
            adopted: date(2020, 5, 8),
            body: Text::nb("Styringsgruppa"),
            case: "14/20".into(),
            reason: Text::nb("Pandemien"),
            floor_reason: Text::default(),
            after: 0,
        };
        programmes
            .apply(&state.programme.id, by(lead(), adopt), noon("2026-11-25"))
            .await
            .unwrap();
        let adopted = snapshot(&programmes, &state).await;
        let exported = kept.path().join("exported");
        folder::write(&adopted.state, &exported).unwrap();
        let read = folder::read(&exported).unwrap();
        load(&others, &read, "2026-11-26").await.unwrap();
        let there = snapshot(&others, &state).await;
        assert_eq!(there.state, adopted.state);
        assert!(there.state.revisions[0].is_intact());
        assert_eq!(there.state.revisions[0].hash, Revision::hash_of(&there.state.revisions[0].content));

        // what is adopted on the same day from the same state is the same, byte by byte
        let again = AdoptedPlan::on(&read, &read.action_plans[0], date(2020, 5, 8))
            .to_content()
            .unwrap();
        assert_eq!(again, *adopted.state.revisions[0].content);
    }
}

/// Not through a form alone: nothing that reaches the store is adopted before what it follows.
#[tokio::test(flavor = "multi_thread")]
async fn revisions_follow_each_other_in_time_and_the_journal_says_which_it_was() {
    for (programmes, state, _kept) in loaded().await {
        let adopt = |day, after| Change::AdoptRevision {
            plan: "2020".parse().unwrap(),
            adopted: day,
            body: Text::nb("Styringsgruppa"),
            case: "14/20".into(),
            reason: Text::default(),
            floor_reason: Text::default(),
            after,
        };
        let at = noon("2026-11-25");
        let apply = async |change| programmes.apply(&state.programme.id, by(lead(), change), at).await;
        let first = apply(adopt(date(2020, 5, 8), 0)).await.unwrap();
        let Err(Refusal::Faults(faults)) = apply(adopt(date(2020, 5, 7), 1)).await else {
            panic!("adopted before the first")
        };
        let told: Vec<(&str, &str)> = faults.iter().map(|fault| (fault.id.as_str(), fault.field)).collect();
        assert_eq!(told, [("2020/2", "adopted")], "{faults:?}");
        let newest = journal::latest(programmes.store().reader(), state.programme.id.as_str())
            .await
            .unwrap();
        assert_eq!(newest, first, "a refusal leaves no entry");
        apply(adopt(date(2020, 5, 8), 1)).await.unwrap();

        let mut backwards = snapshot(&programmes, &state).await.state.clone();
        backwards.revisions[0].adopted = date(2020, 6, 1);
        assert!(check::state(&backwards).iter().any(|fault| fault.what == FaultKind::AdoptedBefore));

        let entries = journal::recent(programmes.store().reader(), state.programme.id.as_str(), 2, None)
            .await
            .unwrap();
        let told = entries
            .iter()
            .map(|entry| Detail::read(&entry.written.detail))
            .map(|detail| (detail.plan, detail.revision));
        let plan: Option<ActionPlanId> = "2020".parse().ok();
        assert_eq!(told.collect::<Vec<_>>(), [(plan.clone(), Some(2)), (plan, Some(1))]);
    }
}
