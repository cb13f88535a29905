//! A plan under shock: declared, worked through, decided, adopted.

use jiff::civil::{Date, date};
use programme::check::{self, FaultKind};
use programme::shock::queue::{Queue, needed_rate, shares};
use programme::shock::{self, Choice, Decided, Decision, Draft, Emergency, GoalDraft, Phase, proposals};
use programme::{Change, Measure, Programmes, Refusal, Role, Snapshot, State, Status, Text, Watch, goal};
use testkit::example::example;
use testkit::stores;

use crate::{actor, by, lead, load, noon, snapshot};

const TODAY: Date = Date::constant(2020, 5, 8);

fn id<T: std::str::FromStr<Err: std::fmt::Debug>>(text: &str) -> T {
    text.parse().unwrap()
}

/// The example as it was before the pandemic, with the shock declared: the breakfast rests on people gathering, the
/// campaign on the breakfast. One thing is decided.
pub fn under_shock(mut state: State) -> State {
    for measure in &mut state.measures {
        measure.from = None;
        measure.status.truncate(1);
        measure.status[0].date = date(2020, 1, 15);
        measure.cost = vec![programme::Cost {
            year: 2020,
            kroner: 1000,
            hours: 10,
            example: false,
        }];
    }
    state.measures[0].assumptions = vec![id("samles")];
    state.measures[1].depends_on = vec![id("frokost")];
    state.measures[1].horizon = programme::Horizon::LongTerm;
    state.shocks = vec![programme::Shock {
        id: id("nedstengning"),
        title: Text::nb("Landet stenger"),
        date: date(2020, 3, 12),
        breaks: vec![id("samles")],
        weakens: vec![],
        declared_by: Text::nb("Programlederen"),
        declared: date(2020, 3, 13),
        body: Text::default(),
        example: false,
    }];
    state.decisions = vec![paused("kampanje", "Ingen kommer")];
    assert_eq!(check::state(&state), vec![]);
    state
}

/// Everything waits.
fn undecided() -> State {
    State {
        decisions: vec![],
        ..under_shock(example())
    }
}

pub fn paused(measure: &str, reason: &str) -> Decision {
    Decision {
        shock: id("nedstengning"),
        measure: Some(id(measure)),
        goal: None,
        choice: Choice::Pause,
        reason: Text::nb(reason),
        decided_by: Text::nb("Styringsgruppa"),
        decided: date(2020, 5, 4),
        case: "12/20".to_owned(),
        replaced_by: None,
        emergency: None,
        carried_out: None,
        example: false,
        draft: None,
        goal_draft: None,
    }
}

fn with(choice: Choice, measure: &str) -> Decision {
    Decision {
        choice,
        ..paused(measure, "Folk kan ikke samles")
    }
}

fn decide(now: &Snapshot, decisions: Vec<Decision>) -> Change {
    let decided = |decision: Decision| Decided {
        base: now.version("decision", &decision.key()),
        decision: Box::new(decision),
    };
    Change::Shock(shock::Change::Decide {
        decisions: decisions.into_iter().map(decided).collect(),
    })
}

fn adopt(after: u32) -> Change {
    Change::AdoptRevision {
        plan: id("2020"),
        adopted: TODAY,
        body: Text::nb("Styringsgruppa"),
        case: "14/20".to_owned(),
        reason: Text::nb("Målene står"),
        floor_reason: Text::default(),
        after,
    }
}

fn measure<'a>(state: &'a State, which: &str) -> &'a Measure {
    state.measure(&id(which)).unwrap()
}

/// A programme under shock in each kind of store, and what to do with it.
async fn on_both(state: State, story: impl AsyncFn(Programmes, State)) {
    for (store, _kept) in stores::both().await {
        let programmes = Programmes::new(store);
        load(&programmes, &state, "2020-03-13").await.unwrap();
        story(programmes, state.clone()).await;
    }
}

async fn carried_out(programmes: &Programmes, state: &State, change: Change, day: &str) -> std::sync::Arc<Snapshot> {
    programmes.apply(&state.programme.id, by(lead(), change), noon(day)).await.unwrap();
    snapshot(programmes, state).await
}

#[test]
fn everything_that_rests_on_what_broke_is_in_the_queue_and_nothing_else() {
    let mut state = undecided();
    let other = Measure {
        id: id("uberort"),
        assumptions: vec![],
        depends_on: vec![],
        ..state.measures[0].clone()
    };
    let done = Measure {
        id: id("ferdig"),
        status: vec![programme::StatusChange {
            date: date(2020, 2, 1),
            status: Status::Done,
            reason: Text::default(),
            replaced_by: None,
        }],
        ..state.measures[0].clone()
    };
    state.measures.extend([other, done]);
    let queue = Queue::of(&state, &state.shocks[0], TODAY);
    let names: Vec<&str> = queue.items.iter().map(|item| item.measure.id.as_str()).collect();
    assert_eq!(names, ["frokost", "kampanje"]);
    assert_eq!(queue.items[0].hits[0].effect, shock::Effect::Broken);
    assert_eq!(queue.items[0].dependants[0].id.as_str(), "kampanje");
    assert_eq!((queue.items[1].hits.len(), queue.items[1].through[0].id.as_str()), (0, "frokost"));
    assert_eq!((queue.decided(), queue.waiting().count()), (0, 2));
    assert_eq!(queue.goals.len(), 1, "a goal stands only because somebody says so");
    let (money, partners) = queue.at_stake();
    assert_eq!((money.cost_kroner, partners), (2000, 2));
}

#[test]
fn a_circle_of_dependencies_is_a_fault_and_not_an_endless_queue() {
    let mut state = undecided();
    state.measures[0].depends_on = vec![id("kampanje")];
    assert!(check::state(&state).iter().any(|fault| fault.what == FaultKind::Circle));
    assert_eq!(Queue::of(&state, &state.shocks[0], TODAY).items.len(), 2);
}

#[test]
fn a_draft_that_closes_a_circle_is_refused_before_any_body_adopts_it() {
    let mut state = undecided();
    let was = measure(&state, "frokost").clone();
    let will = Measure {
        depends_on: vec![id("kampanje")],
        ..was.clone()
    };
    state.decisions = vec![Decision {
        draft: Some(Draft {
            was: Some(Box::new(was)),
            will: Box::new(will),
        }),
        ..with(Choice::Change, "frokost")
    }];
    let found = check::state(&state);
    assert!(
        found
            .iter()
            .any(|fault| fault.field == "depends-on" && fault.what == FaultKind::Circle),
        "{found:?}"
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn declaring_and_deciding_leave_the_plan_alone_until_a_body_adopts() {
    on_both(undecided(), async |programmes, state| {
        let before = snapshot(&programmes, &state).await;
        let decisions = vec![with(Choice::Stop, "frokost"), with(Choice::Keep, "kampanje")];
        let decided = carried_out(&programmes, &state, decide(&before, decisions), "2020-05-05").await;
        assert_eq!(decided.state.measures, before.state.measures);
        assert_eq!(Queue::of(&decided.state, &decided.state.shocks[0], TODAY).decided(), 2);

        let draft = shock::draft(&decided.state, &id("2020"), TODAY).unwrap();
        assert_eq!(
            draft.measures[0].current(),
            Status::Dropped,
            "the draft shows what would be adopted"
        );

        let adopted = carried_out(&programmes, &state, adopt(0), "2020-05-08").await;
        let stopped = measure(&adopted.state, "frokost");
        assert_eq!((stopped.current(), stopped.status.last().unwrap().date), (Status::Dropped, TODAY));
        assert_eq!(
            measure(&adopted.state, "kampanje").status,
            measure(&before.state, "kampanje").status
        );
        let plan = adopted.state.revisions[0].adopted_plan().unwrap();
        assert_eq!(plan.measures[0].current(), Status::Dropped);
        assert_eq!(plan.decisions.len(), 2, "the revision says why");
        let phase = adopted.state.decisions[0].phase(TODAY);
        assert_eq!(phase, Phase::CarriedOut { revision: 1 });
        // and what was carried out cannot be decided anew, nor its shock taken back
        let again = decide(&adopted, vec![with(Choice::Keep, "frokost")]);
        let refused = programmes.apply(&state.programme.id, by(lead(), again), noon("2020-05-09")).await;
        assert!(matches!(refused, Err(Refusal::Forbidden)));
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_drafted_change_keeps_what_others_do_meanwhile() {
    on_both(undecided(), async |programmes, state| {
        let before = snapshot(&programmes, &state).await;
        let was = measure(&before.state, "frokost").clone();
        let mut will = was.clone();
        will.title = Text::nb("Frokost på skjerm");
        will.budget[0].kroner = 400;
        let draft = Draft {
            was: Some(Box::new(was.clone())),
            will: Box::new(will),
        };
        let change = Decision {
            draft: Some(draft),
            ..with(Choice::Change, "frokost")
        };
        let now = carried_out(&programmes, &state, decide(&before, vec![change]), "2020-05-05").await;
        let mut reported = measure(&now.state, "frokost").clone();
        reported.budget[0].delivered_kroner = 250;
        reported.body = Text::nb("Første torsdag i måneden");
        let save = Change::SaveMeasure {
            measure: Box::new(reported),
            base: now.version("measure", "frokost"),
        };
        carried_out(&programmes, &state, save, "2020-05-06").await;
        let adopted = carried_out(&programmes, &state, adopt(0), "2020-05-08").await;
        let changed = measure(&adopted.state, "frokost");
        assert_eq!(changed.title, Text::nb("Frokost på skjerm"));
        assert_eq!((changed.budget[0].kroner, changed.budget[0].delivered_kroner), (400, 250));
        assert_eq!(changed.body, Text::nb("Første torsdag i måneden"));
        assert_eq!(changed.status.last().unwrap().reason, Text::nb("Folk kan ikke samles"));
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn something_new_replaces_something_old() {
    on_both(undecided(), async |programmes, state| {
        let before = snapshot(&programmes, &state).await;
        let drafted = Measure {
            id: id("visninger"),
            assumptions: vec![],
            ..measure(&before.state, "frokost").clone()
        };
        let new = Decision {
            draft: Some(Draft {
                was: None,
                will: Box::new(drafted),
            }),
            ..with(Choice::New, "visninger")
        };
        let replaced = Decision {
            replaced_by: Some(id("visninger")),
            ..with(Choice::Replace, "frokost")
        };
        carried_out(&programmes, &state, decide(&before, vec![replaced, new]), "2020-05-05").await;
        let adopted = carried_out(&programmes, &state, adopt(0), "2020-05-08").await;
        assert_eq!(measure(&adopted.state, "visninger").from, Some(TODAY));
        let last = measure(&adopted.state, "frokost").status.last().unwrap().clone();
        assert_eq!((last.status, last.replaced_by), (Status::Replaced, Some(id("visninger"))));
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn an_emergency_decision_acts_at_once_and_is_ratified() {
    on_both(undecided(), async |programmes, state| {
        let urgent = emergency(date(2020, 6, 1));
        let editor = by(
            actor(Role::Editor, None),
            decide(&*snapshot(&programmes, &state).await, vec![urgent.clone()]),
        );
        let refused = programmes.apply(&state.programme.id, editor, noon("2020-03-14")).await;
        assert!(matches!(refused, Err(Refusal::Forbidden)), "an emergency is the lead's to declare");
        let before = snapshot(&programmes, &state).await;
        let acting = carried_out(&programmes, &state, decide(&before, vec![urgent]), "2020-03-14").await;
        assert_eq!(measure(&acting.state, "frokost").current(), Status::Paused);
        let adopted = carried_out(&programmes, &state, adopt(0), "2020-05-08").await;
        let history = &measure(&adopted.state, "frokost").status;
        assert_eq!(history.len(), 2, "ratifying says nothing twice: {history:?}");
        assert_eq!(
            adopted.state.decisions[0].phase(date(2021, 1, 1)),
            Phase::CarriedOut { revision: 1 }
        );
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn what_expires_unratified_falls_back_visibly() {
    on_both(undecided(), async |programmes, state| {
        let before = snapshot(&programmes, &state).await;
        let acting = carried_out(
            &programmes,
            &state,
            decide(&before, vec![emergency(date(2020, 4, 1))]),
            "2020-03-14",
        )
        .await;
        let key = acting.state.decisions[0].key();
        let lapse = |on| {
            Change::Shock(shock::Change::Lapse {
                decision: key.clone(),
                on,
                reason: Text::nb("Hastevedtaket gikk ut"),
                base: acting.version("decision", &key),
            })
        };
        let early = programmes
            .apply(&state.programme.id, by(lead(), lapse(date(2020, 4, 1))), noon("2020-04-01"))
            .await;
        assert!(matches!(early, Err(Refusal::Forbidden)), "it holds through its last day");
        let back = carried_out(&programmes, &state, lapse(date(2020, 4, 2)), "2020-04-02").await;
        let last = measure(&back.state, "frokost").status.last().unwrap();
        assert_eq!((last.status, &last.reason), (Status::Running, &Text::nb("Hastevedtaket gikk ut")));
        let queue = Queue::of(&back.state, &back.state.shocks[0], date(2020, 4, 2));
        assert!(queue.items[0].waits(date(2020, 4, 2)), "it waits for a decision again");
        // nothing is left of it for a revision to carry out
        let adopted = carried_out(&programmes, &state, adopt(0), "2020-05-08").await;
        assert_eq!(measure(&adopted.state, "frokost").current(), Status::Running);
    })
    .await;
}

fn emergency(expires: Date) -> Decision {
    Decision {
        decided: date(2020, 3, 14),
        emergency: Some(Emergency {
            expires,
            was: None,
            lapsed: None,
        }),
        ..with(Choice::Pause, "frokost")
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn two_who_decide_or_adopt_at_once_lose_nothing() {
    on_both(undecided(), async |programmes, state| {
        let seen = snapshot(&programmes, &state).await;
        let programme = &state.programme.id;
        let (one, two) = (
            decide(&seen, vec![with(Choice::Stop, "frokost")]),
            decide(&seen, vec![with(Choice::Keep, "frokost")]),
        );
        let (one, two) = tokio::join!(
            programmes.apply(programme, by(lead(), one), noon("2020-05-05")),
            programmes.apply(programme, by(lead(), two), noon("2020-05-05"))
        );
        assert!(one.is_ok() ^ two.is_ok());
        assert!(matches!(one.and(two), Err(Refusal::Conflict { .. })));
        let (one, two) = tokio::join!(
            programmes.apply(programme, by(lead(), adopt(0)), noon("2020-05-08")),
            programmes.apply(programme, by(lead(), adopt(0)), noon("2020-05-08"))
        );
        assert!(matches!(
            (one.is_ok() ^ two.is_ok(), one.and(two)),
            (true, Err(Refusal::Conflict { .. }))
        ));
        assert_eq!(snapshot(&programmes, &state).await.state.revisions.len(), 1);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn crossing_the_floor_demands_a_reason_that_the_revision_keeps() {
    let mut state = undecided();
    state.programme.long_term_floor = Some(30);
    on_both(state, async |programmes, state| {
        let before = snapshot(&programmes, &state).await;
        let now = carried_out(
            &programmes,
            &state,
            decide(&before, vec![with(Choice::Stop, "kampanje")]),
            "2020-05-05",
        )
        .await;
        let (then, after) = shares(&now.state, &id("2020"), &now.state.shocks[0], TODAY).unwrap();
        assert_eq!((then.long_term_kroner(), after.long_term_kroner()), (Some(0.5), Some(0.0)));
        let refused = programmes
            .apply(&state.programme.id, by(lead(), adopt(0)), noon("2020-05-08"))
            .await;
        assert!(
            matches!(&refused, Err(Refusal::Faults(faults)) if faults[0].what == FaultKind::Floor),
            "{refused:?}"
        );
        assert!(
            snapshot(&programmes, &state).await.state.revisions.is_empty(),
            "nothing is half done"
        );
        let Change::AdoptRevision {
            plan,
            adopted,
            body,
            case,
            reason,
            after,
            ..
        } = adopt(0)
        else {
            unreachable!()
        };
        let floor_reason = Text::nb("Bedriftene må reddes først");
        let with_reason = Change::AdoptRevision {
            plan,
            adopted,
            body,
            case,
            reason,
            floor_reason,
            after,
        };
        let adopted = carried_out(&programmes, &state, with_reason, "2020-05-08").await;
        let crossed = adopted.state.revisions[0].adopted_plan().unwrap().floor_crossed.clone().unwrap();
        assert_eq!((crossed.floor, crossed.reason), (30, Text::nb("Bedriftene må reddes først")));
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_goal_stands_while_its_path_changes() {
    on_both(undecided(), async |programmes, state| {
        let before = snapshot(&programmes, &state).await;
        let was = before.state.goals[0].clone();
        let known = needed_rate(&before.state, &was, was.target.as_ref().unwrap(), date(2023, 5, 1)).unwrap();
        let mut will = was.clone();
        let horizon = date(2032, 1, 1);
        let target = goal::Target::new(date(2019, 1, 1), 27481.0, goal::Path::YearlyRate(0.0085), horizon, false).unwrap();
        let eased = needed_rate(&before.state, &was, &target, date(2023, 5, 1)).unwrap();
        assert!(eased < known, "two years more ask for less each year: {eased} against {known}");
        will.target = Some(target);
        let repath = Decision {
            measure: None,
            goal: Some(id("innbyggere")),
            choice: Choice::Repath,
            goal_draft: Some(GoalDraft {
                was: Box::new(was),
                will: Box::new(will.clone()),
            }),
            ..paused("frokost", "To år til")
        };
        carried_out(&programmes, &state, decide(&before, vec![repath]), "2020-05-05").await;
        let adopted = carried_out(&programmes, &state, adopt(0), "2020-05-08").await;
        assert_eq!(adopted.state.goals[0], will);
    })
    .await;
}

#[test]
fn a_watched_figure_beyond_its_limit_proposes_a_shock() {
    let mut state = example();
    state.assumptions[0].watch = Some(Watch {
        indicator: id("folketall"),
        above: None,
        below: Some(29_000.0),
    });
    assert_eq!(proposals(&state, date(2026, 11, 25)), vec![]);
    let early = proposals(&state, date(2024, 1, 1));
    assert_eq!(early[0].assumption.id.as_str(), "samles", "the figure known then was below");
    state.assumptions[0].watch = Some(Watch {
        indicator: id("folketall"),
        above: None,
        below: Some(30_000.0),
    });
    assert_eq!(proposals(&state, date(2026, 11, 25)).len(), 1);
    let mut declared = under_shock(example()).shocks.remove(0);
    declared.date = date(2026, 2, 1);
    state.shocks = vec![declared];
    assert_eq!(proposals(&state, date(2026, 11, 25)), vec![], "once is enough");
}

#[test]
fn a_decision_that_cannot_be_is_refused_with_its_place() {
    type Break = fn(&mut Decision);
    let breaks: [(Break, &str, &str); 8] = [
        (|one| one.reason = Text::default(), "reason", "empty"),
        (|one| one.decided_by = Text::default(), "decided-by", "empty"),
        (|one| one.decided = date(2020, 3, 1), "decided", "too-early"),
        (|one| one.choice = Choice::Repath, "choice", "choice"),
        (|one| one.choice = Choice::Replace, "choice", "choice"),
        (|one| one.choice = Choice::New, "choice", "choice"),
        (|one| one.measure = Some(id("ingen")), "measure", "unknown"),
        (|one| one.emergency = emergency(date(2021, 3, 1)).emergency, "expires", "expires"),
    ];
    for (break_it, field, code) in breaks {
        let mut state = under_shock(example());
        break_it(&mut state.decisions[0]);
        let found = check::state(&state);
        assert!(
            found.iter().any(|fault| (fault.field, fault.what.code()) == (field, code)),
            "{field} {code}: {found:?}"
        );
    }
}
