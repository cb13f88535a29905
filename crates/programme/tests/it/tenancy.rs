//! Many programmes in one store: none sees, touches or counts what is another's.

use programme::{Change, ProgrammeId, Programmes, Refusal, Role, State, Text};
use store::{access, content, figures, journal, revisions};
use testkit::example::example;

use crate::{by, lead, load, loaded, noon, paused, snapshot};

/// Another town with the same identifiers, a measure of its own and other figures.
async fn neighbour(programmes: &Programmes) -> State {
    let mut state = example();
    state.programme.id = "bygda".parse().unwrap();
    state.programme.name = Text::nb("Vekst i Bygda");
    let mut own = state.measures[0].clone();
    own.id = "dugnad".parse().unwrap();
    state.measures.push(own);
    state.sort();
    load(programmes, &state, "2026-11-24").await.unwrap();
    state
}

/// All that the store holds of a programme, as text.
async fn rows(programmes: &Programmes, id: &ProgrammeId) -> String {
    let (reader, name) = (programmes.store().reader(), id.as_str());
    let content = content::now(reader, name).await.unwrap();
    let journal = journal::recent(reader, name, 100, None).await.unwrap();
    let revisions = revisions::list(reader, name).await.unwrap();
    let figures = figures::newest(reader, name, "folketall").await.unwrap();
    let members = access::members(reader, name).await.unwrap();
    format!("{content:?} {journal:?} {revisions:?} {figures:?} {members:?}")
}

#[tokio::test(flavor = "multi_thread")]
async fn nothing_that_is_done_in_one_programme_is_seen_in_another() {
    for (programmes, town, _kept) in loaded().await {
        let village = neighbour(&programmes).await;
        assert_eq!(
            programmes.list().await.unwrap(),
            [town.programme.id.clone(), village.programme.id.clone()]
        );
        let before = (
            rows(&programmes, &village.programme.id).await,
            snapshot(&programmes, &village).await.sequence,
        );
        do_everything(&programmes, &town).await;
        assert_eq!(rows(&programmes, &village.programme.id).await, before.0);
        let after = snapshot(&programmes, &village).await;
        assert_eq!((&after.state, after.sequence), (&village, before.1));
        assert_ne!(snapshot(&programmes, &town).await.state, town);
    }
}

/// One change of each kind.
async fn do_everything(programmes: &Programmes, town: &State) {
    let mut loaded = town.clone();
    loaded.organisations[2].name = Text::nb("Den nye bedriften");
    loaded.series[0].points = std::sync::Arc::new(town.series[0].points[1..].to_vec());
    load(programmes, &loaded, "2026-11-25").await.unwrap();
    let known = snapshot(programmes, town).await;
    let mut goal = town.goals[0].clone();
    goal.title = Text::nb("Mål");
    let mut plan = town.action_plans[0].clone();
    plan.title = Text::nb("Plan");
    let mut measure = town.measures[1].clone();
    measure.title = Text::nb("Tiltak");
    let changes = [
        Change::SaveGoal {
            goal: Box::new(goal),
            base: known.version("goal", "innbyggere"),
        },
        Change::SavePlan {
            plan: Box::new(plan),
            base: known.version("action-plan", "2020"),
        },
        Change::SaveMeasure {
            measure: Box::new(measure),
            base: known.version("measure", "kampanje"),
        },
        Change::ChangeStatus {
            measure: "frokost".parse().unwrap(),
            change: paused("Ferie"),
            base: known.version("measure", "frokost"),
        },
        Change::AdoptRevision {
            plan: "2020".parse().unwrap(),
            adopted: jiff::civil::date(2020, 3, 1),
            body: Text::nb("Styringsgruppa"),
            case: "1/20".into(),
            reason: Text::default(),
            floor_reason: Text::default(),
            after: 0,
        },
        Change::Invite {
            email: "a@example.no".into(),
            name: "A".into(),
            role: Role::Editor,
            organisation: None,
        },
    ];
    for change in changes {
        programmes
            .apply(&town.programme.id, by(lead(), change), noon("2026-11-26"))
            .await
            .unwrap();
    }
    let base = snapshot(programmes, town).await.version("measure", "kampanje");
    let remove = Change::RemoveMeasure {
        measure: "kampanje".parse().unwrap(),
        base,
    };
    programmes
        .apply(&town.programme.id, by(lead(), remove), noon("2026-11-27"))
        .await
        .unwrap();
    let end = Change::EndAccess {
        email: "a@example.no".into(),
    };
    programmes
        .apply(&town.programme.id, by(lead(), end), noon("2026-11-27"))
        .await
        .unwrap();
}

#[tokio::test(flavor = "multi_thread")]
async fn a_command_to_one_programme_cannot_reach_what_is_anothers() {
    for (programmes, town, _kept) in loaded().await {
        let village = neighbour(&programmes).await;
        let there = snapshot(&programmes, &village).await;
        let apply = |change| programmes.apply(&town.programme.id, by(lead(), change), noon("2026-11-25"));
        let dugnad = || "dugnad".parse().unwrap();

        let loaded = apply(Change::Load(Box::new(village.clone()))).await;
        assert!(matches!(loaded, Err(Refusal::Missing)), "{loaded:?}");
        let base = there.version("measure", "dugnad");
        let reported = apply(Change::ChangeStatus {
            measure: dugnad(),
            change: paused("Ferie"),
            base: None,
        })
        .await;
        assert!(matches!(reported, Err(Refusal::Missing)), "{reported:?}");
        let removed = apply(Change::RemoveMeasure {
            measure: dugnad(),
            base: None,
        })
        .await;
        assert!(matches!(removed, Err(Refusal::Missing)), "{removed:?}");
        let by_its_version = apply(Change::ChangeStatus {
            measure: dugnad(),
            change: paused("Ferie"),
            base,
        })
        .await;
        assert!(matches!(by_its_version, Err(Refusal::Conflict { .. })), "{by_its_version:?}");
        let of_the_same_name = there.version("measure", "frokost");
        let mixed = apply(Change::ChangeStatus {
            measure: "frokost".parse().unwrap(),
            change: paused("Ferie"),
            base: of_the_same_name,
        })
        .await;
        assert!(matches!(mixed, Err(Refusal::Conflict { .. })), "{mixed:?}");
        let mut leaning = town.measures[0].clone();
        leaning.depends_on = vec![dugnad()];
        let base = snapshot(&programmes, &town).await.version("measure", "frokost");
        let leaned = apply(Change::SaveMeasure {
            measure: Box::new(leaning),
            base,
        })
        .await;
        assert!(matches!(leaned, Err(Refusal::Faults(_))), "{leaned:?}");

        assert_eq!(snapshot(&programmes, &village).await.state, village);
        assert_eq!(snapshot(&programmes, &town).await.state, town);
    }
}
