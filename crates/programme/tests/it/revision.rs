//! What a body has adopted.

use jiff::civil::date;
use programme::{AdoptedPlan, Change, Refusal, Revision, Role, Text, folder};

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
