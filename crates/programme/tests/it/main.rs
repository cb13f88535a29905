//! What a programme promises, from a command to the store and back.

mod example;
mod folder;

use jiff::Timestamp;
use jiff::civil::date;
use programme::check::FaultKind;
use programme::{Actor, Change, Command, Programmes, Refusal, Role, State, Status, StatusChange, Text, check};
use store::{Location, Store, access, figures, journal};

use example::example;

fn lead() -> Actor {
    Actor {
        name: "Programleder".to_owned(),
        role: Role::Lead,
        organisation: None,
    }
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

async fn loaded() -> (Programmes, State, tempfile::TempDir) {
    let folder = tempfile::tempdir().unwrap();
    let programmes = Programmes::new(Store::open(&Location::Folder(folder.path().to_owned())).await.unwrap());
    let state = example();
    assert_eq!(check::state(&state), vec![]);
    programmes
        .apply(
            &state.programme.id,
            by(lead(), Change::Load(Box::new(state.clone()))),
            noon("2026-11-24"),
        )
        .await
        .unwrap();
    (programmes, state, folder)
}

fn paused(reason: &str) -> StatusChange {
    StatusChange {
        date: date(2026, 11, 24),
        status: Status::Paused,
        reason: Text::nb(reason),
        replaced_by: None,
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_loaded_is_what_is_read() {
    let (programmes, state, _kept) = loaded().await;
    let snapshot = programmes.snapshot(&state.programme.id).await.unwrap().unwrap();
    assert_eq!(snapshot.state, state);
    assert_eq!(programmes.list().await.unwrap(), std::slice::from_ref(&state.programme.id));
    assert!(programmes.snapshot(&"none".parse().unwrap()).await.unwrap().is_none());
    let vintages = figures::vintages(programmes.store().reader(), state.programme.id.as_str(), "folketall")
        .await
        .unwrap();
    assert_eq!(vintages.len(), 1);
}

#[tokio::test(flavor = "multi_thread")]
async fn the_plan_stands_as_it_did_on_any_date() {
    let (programmes, state, _kept) = loaded().await;
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

#[tokio::test(flavor = "multi_thread")]
async fn a_status_without_its_reason_changes_nothing() {
    let (programmes, state, _kept) = loaded().await;
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

#[tokio::test(flavor = "multi_thread")]
async fn a_partner_changes_its_own_and_nothing_else() {
    let (programmes, state, _kept) = loaded().await;
    let id = &state.programme.id;
    let partner = |organisation: &str| Actor {
        name: "Partner".into(),
        role: Role::Partner,
        organisation: Some(organisation.parse().unwrap()),
    };
    let snapshot = programmes.snapshot(id).await.unwrap().unwrap();
    let base = snapshot.version("measure", "kampanje");
    let change = || Change::ChangeStatus {
        measure: "kampanje".parse().unwrap(),
        change: paused("Venter på bilder"),
        base,
    };
    let refused = programmes.apply(id, by(partner("bedrift"), change()), noon("2026-11-25")).await;
    assert!(matches!(refused, Err(Refusal::Forbidden)), "{refused:?}");

    let mut moved = snapshot.state.measure(&"kampanje".parse().unwrap()).unwrap().clone();
    moved.responsible = "bedrift".parse().unwrap();
    let takes_over = Change::SaveMeasure {
        measure: Box::new(moved),
        base,
    };
    assert!(matches!(
        programmes.apply(id, by(partner("knf"), takes_over), noon("2026-11-25")).await,
        Err(Refusal::Forbidden)
    ));
    for role in [Role::Steering, Role::Analyst] {
        let reader = Actor {
            name: "Leser".into(),
            role,
            organisation: None,
        };
        assert!(matches!(
            programmes.apply(id, by(reader, change()), noon("2026-11-25")).await,
            Err(Refusal::Forbidden)
        ));
    }
    programmes
        .apply(id, by(partner("knf"), change()), noon("2026-11-25"))
        .await
        .unwrap();
}

#[tokio::test(flavor = "multi_thread")]
async fn an_adopted_revision_holds_the_plan_as_it_stood_and_is_never_rewritten() {
    let (programmes, state, _kept) = loaded().await;
    let id = &state.programme.id;
    let adopt = |day| Change::AdoptRevision {
        plan: "2020".parse().unwrap(),
        adopted: day,
        body: Text::nb("Styringsgruppa"),
        case: "14/20".into(),
        reason: Text::default(),
    };
    let editor = Actor {
        name: "Redaktør".into(),
        role: Role::Editor,
        organisation: None,
    };
    assert!(matches!(
        programmes.apply(id, by(editor, adopt(date(2020, 3, 1))), noon("2026-11-25")).await,
        Err(Refusal::Forbidden)
    ));
    programmes
        .apply(id, by(lead(), adopt(date(2020, 3, 1))), noon("2026-11-25"))
        .await
        .unwrap();
    programmes
        .apply(id, by(lead(), adopt(date(2020, 5, 8))), noon("2026-11-26"))
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

#[tokio::test(flavor = "multi_thread")]
async fn people_are_invited_and_let_go_by_the_lead_alone() {
    let (programmes, state, _kept) = loaded().await;
    let id = &state.programme.id;
    let invite = || Change::Invite {
        email: "Partner@example.no".into(),
        name: "Partner".into(),
        role: Role::Partner,
        organisation: Some("bedrift".parse().unwrap()),
    };
    let editor = Actor {
        name: "Redaktør".into(),
        role: Role::Editor,
        organisation: None,
    };
    assert!(matches!(
        programmes.apply(id, by(editor, invite()), noon("2026-11-25")).await,
        Err(Refusal::Forbidden)
    ));
    programmes.apply(id, by(lead(), invite()), noon("2026-11-25")).await.unwrap();
    let members = access::members(programmes.store().reader(), id.as_str()).await.unwrap();
    assert_eq!(
        (members[0].role.as_str(), members[0].organisation.as_deref()),
        ("partner", Some("bedrift"))
    );
    programmes
        .apply(
            id,
            by(
                lead(),
                Change::EndAccess {
                    email: "partner@example.no".into(),
                },
            ),
            noon("2026-11-25"),
        )
        .await
        .unwrap();
    assert!(access::members(programmes.store().reader(), id.as_str()).await.unwrap().is_empty());
}

#[test]
fn every_broken_rule_is_named_with_its_place() {
    type Break = fn(&mut State);
    let breaks: [(Break, &str, &str, &str); 9] = [
        (|state| state.measures[0].goals.clear(), "measure", "goals", "empty"),
        (
            |state| state.measures[0].responsible = "ingen".parse().unwrap(),
            "measure",
            "responsible",
            "unknown",
        ),
        (
            |state| state.measures[0].ends = date(2019, 1, 1),
            "measure",
            "ends",
            "ends-before-start",
        ),
        (|state| state.measures[0].status.clear(), "measure", "status", "status-none"),
        (
            |state| state.measures[0].budget = vec![state.measures[0].budget[0].clone(), state.measures[0].budget[0].clone()],
            "measure",
            "budget",
            "twice",
        ),
        (
            |state| state.measures[0].depends_on = vec![state.measures[0].id.clone()],
            "measure",
            "depends-on",
            "circle",
        ),
        (|state| state.goals[0].title = Text::default(), "goal", "title", "empty"),
        (|state| state.programme.contact = "ingen".into(), "programme", "contact", "address"),
        (|state| state.series[1].rule = Text::default(), "series", "rule", "correction"),
    ];
    for (break_it, kind, field, code) in breaks {
        let mut state = example();
        break_it(&mut state);
        let faults = check::state(&state);
        let found = faults
            .iter()
            .any(|fault| (fault.kind, fault.field, fault.what.code()) == (kind, field, code));
        assert!(found, "{kind} {field} {code}: {faults:?}");
    }
    let mut state = example();
    state.measures[1].id = state.measures[0].id.clone();
    assert!(matches!(check::state(&state)[0].what, FaultKind::Twice(_)));
}
