//! Who may do what.

use jiff::civil::{Date, date};
use programme::hearing::{Assessment, Change as Hear, Moderation, Outcome, Publication};
use programme::shock::{self, Decided, Decision, Emergency};
use programme::{
    Actor, BudgetLine, Change, Hearing, HearingId, Measure, Programmes, Refusal, Role, Snapshot, State, Statement, Text, assumption,
    letter, vote,
};
use store::access;
use testkit::{example, stores};

use crate::hearing::{OPENS, of_partner, planned};
use crate::{actor, by, lead, load, loaded, noon, paused, snapshot};

#[tokio::test(flavor = "multi_thread")]
async fn people_are_invited_and_let_go_by_the_lead_alone() {
    for (programmes, state, _kept) in loaded().await {
        let id = &state.programme.id;
        let invite = || Change::Invite {
            email: "Partner@example.no".into(),
            name: "Partner".into(),
            role: Role::Partner,
            organisation: Some("bedrift".parse().unwrap()),
        };
        let editor = actor(Role::Editor, None);
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
}

/// Those who ask, in the columns of the table. Næringsforeningen (knf) answers for the measure, Bedriften funds it,
/// Kommunen has no part in it.
fn people() -> [(&'static str, Actor); 8] {
    [
        ("lead", actor(Role::Lead, None)),
        ("editor", actor(Role::Editor, None)),
        ("steering", actor(Role::Steering, Some("kommunen"))),
        ("analyst", actor(Role::Analyst, None)),
        ("answers", actor(Role::Partner, Some("knf"))),
        ("funds", actor(Role::Partner, Some("bedrift"))),
        ("outside", actor(Role::Partner, Some("kommunen"))),
        ("nobody", actor(Role::Partner, None)),
    ]
}

/// A change as a person asks for it who looks at the programme now.
type Ask = fn(&Snapshot) -> Change;

/// Who may do each change, by the letter of the column: all others are refused.
const TABLE: [(&str, Ask, &[&str]); 40] = [
    ("load", |now| Change::Load(Box::new(now.state.clone())), &["lead"]),
    ("save a goal", save_goal, &["lead", "editor"]),
    ("save the plan", save_plan, &["lead", "editor"]),
    (
        "a new measure",
        |now| Change::SaveMeasure {
            measure: Box::new(another(now)),
            base: None,
        },
        &["lead", "editor"],
    ),
    (
        "its text",
        |now| saved(now, |measure| measure.body = Text::nb("Hver måned")),
        &["lead", "editor", "answers"],
    ),
    (
        "its history",
        |now| saved(now, |measure| measure.status.push(paused("Ferie"))),
        &["lead", "editor", "answers"],
    ),
    (
        "who answers for it",
        |now| saved(now, |measure| measure.responsible = id("bedrift")),
        &["lead", "editor"],
    ),
    (
        "its goals",
        |now| saved(now, |measure| measure.goals = vec![id("innbyggere"), id("innbyggere")]),
        &["lead", "editor"],
    ),
    (
        "what Bedriften gives",
        |now| saved(now, |measure| measure.budget[0].kroner = 2000),
        &["lead", "editor", "funds"],
    ),
    (
        "what Kommunen gives",
        |now| saved(now, |measure| measure.budget.push(gift("kommunen"))),
        &["lead", "editor"],
    ),
    ("how it goes", change_status, &["lead", "editor", "answers"]),
    (
        "take it out",
        |now| Change::RemoveMeasure {
            measure: id("frokost"),
            base: version(now),
        },
        &["lead"],
    ),
    ("adopt", adopt, &["lead"]),
    ("an assumption", save_assumption, &["lead", "editor"]),
    ("declare a shock", declare, &["lead"]),
    (
        "withdraw a shock",
        |now| {
            Change::Shock(shock::Change::Withdraw {
                shock: id("nedstengning"),
                base: now.version("shock", "nedstengning"),
            })
        },
        &["lead"],
    ),
    ("decide", |now| decide(now, None), &["lead", "editor"]),
    ("decide in an emergency", |now| decide(now, Some(date(2020, 6, 1))), &["lead"]),
    (
        "put back into the queue",
        |now| {
            let decision = "nedstengning/measure/kampanje".to_owned();
            let base = now.version("decision", &decision);
            Change::Shock(shock::Change::Reopen { decision, base })
        },
        &["lead", "editor"],
    ),
    ("load a plan", load_plan, &["lead"]),
    (
        "set the floor of the long term",
        |now| Change::SetLongTermFloor {
            programme: now.state.programme.id.clone(),
            floor: Some(30),
            base: now.version("programme", now.state.programme.id.as_str()),
        },
        &["lead"],
    ),
    ("plan a hearing", |now| hear(now, "planlagt", save_hearing), &["lead", "editor"]),
    (
        "take a hearing back",
        |now| hear(now, "planlagt", |hearing, base| Hear::Withdraw { hearing, base }),
        &["lead"],
    ),
    (
        "open a hearing",
        |now| hear(now, "planlagt", |hearing, base| Hear::Open { hearing, on: OPENS, base }),
        &["lead"],
    ),
    ("give more time", |now| hear(now, "varen", extend), &["lead"]),
    ("end a hearing", |now| hear(now, "ute", conclude), &["lead"]),
    (
        "answer for Næringsforeningen",
        |now| hear(now, "varen", |_, _| answer("knf", 0, None)),
        &["lead", "editor", "answers"],
    ),
    (
        "change what Bedriften answered",
        |now| hear(now, "varen", |_, _| answer("bedrift", 1, now.version("statement", "varen/1"))),
        &["lead", "editor", "funds"],
    ),
    (
        "show a statement",
        |now| hear(now, "varen", |_, _| moderate(now)),
        &["lead", "editor"],
    ),
    (
        "erase a statement",
        |now| {
            hear(now, "varen", |hearing, _| Hear::Erase {
                hearing,
                number: 2,
                on: OPENS,
                base: now.version("statement", "varen/2"),
            })
        },
        &["lead"],
    ),
    (
        "assess a statement",
        |now| hear(now, "varen", |_, _| assess(now)),
        &["lead", "editor"],
    ),
    (
        "write a vote",
        |now| {
            Change::Vote(vote::Change::Save {
                vote: Box::new(now.state.votes[2].clone()),
                base: now.version("vote", "penger"),
                today: date(2026, 5, 4),
            })
        },
        &["lead", "editor"],
    ),
    (
        "open a vote",
        |now| {
            Change::Vote(vote::Change::Open {
                vote: id("penger"),
                base: now.version("vote", "penger"),
                today: date(2026, 5, 4),
            })
        },
        &["lead"],
    ),
    (
        "take a vote out",
        |now| {
            Change::Vote(vote::Change::Remove {
                vote: id("penger"),
                base: now.version("vote", "penger"),
            })
        },
        &["lead"],
    ),
    (
        "close a vote",
        |_| {
            Change::Vote(vote::Change::Close {
                vote: id("ferdig"),
                today: date(2026, 11, 25),
                published: None,
            })
        },
        &["lead"],
    ),
    (
        "decide otherwise than a vote",
        |now| {
            Change::Vote(vote::Change::Override {
                vote: id("gammel"),
                decision: Box::new(crate::vote::decided_otherwise()),
                base: now.version("vote", "gammel"),
            })
        },
        &["lead"],
    ),
    ("write a letter", write_letter, &["lead", "editor"]),
    (
        "send a letter",
        |now| {
            Change::Letter(letter::Change::Sent {
                letter: now.state.letters[0].id.clone(),
                sent: letter::Sent {
                    organisation: id("bedrift"),
                    date: date(2026, 11, 25),
                    recipients: 2,
                },
            })
        },
        &["lead"],
    ),
    ("invite", invite, &["lead"]),
    (
        "end access",
        |_| Change::EndAccess {
            email: "a@example.no".into(),
        },
        &["lead"],
    ),
];

fn id<T: std::str::FromStr<Err: std::fmt::Debug>>(text: &str) -> T {
    text.parse().unwrap()
}

fn version(now: &Snapshot) -> Option<i64> {
    now.version("measure", "frokost")
}

fn saved(now: &Snapshot, change: impl FnOnce(&mut Measure)) -> Change {
    let mut measure = now.state.measure(&id("frokost")).unwrap().clone();
    change(&mut measure);
    Change::SaveMeasure {
        measure: Box::new(measure),
        base: version(now),
    }
}

fn another(now: &Snapshot) -> Measure {
    Measure {
        id: id("nytt"),
        ..now.state.measures[0].clone()
    }
}

fn gift(funder: &str) -> BudgetLine {
    BudgetLine {
        funder: id(funder),
        year: 2020,
        kroner: 1,
        hours: 0,
        delivered_kroner: 0,
        delivered_hours: 0,
        example: false,
    }
}

fn save_goal(now: &Snapshot) -> Change {
    let mut goal = now.state.goals[0].clone();
    goal.body = Text::nb("Mer");
    Change::SaveGoal {
        goal: Box::new(goal),
        base: now.version("goal", "innbyggere"),
    }
}

fn save_plan(now: &Snapshot) -> Change {
    let mut plan = now.state.action_plans[0].clone();
    plan.body = Text::nb("Mer");
    Change::SavePlan {
        plan: Box::new(plan),
        base: now.version("action-plan", "2020"),
    }
}

fn change_status(now: &Snapshot) -> Change {
    Change::ChangeStatus {
        measure: id("frokost"),
        change: paused("Ferie"),
        base: version(now),
    }
}

fn adopt(_: &Snapshot) -> Change {
    Change::AdoptRevision {
        plan: id("2020"),
        adopted: date(2020, 5, 8),
        body: Text::nb("Styringsgruppa"),
        case: "1/20".into(),
        reason: Text::default(),
        floor_reason: Text::default(),
        after: 1,
    }
}

fn load_plan(now: &Snapshot) -> Change {
    let mut file = programme::exchange::PlanFile::of(&now.state, &id("2020")).unwrap();
    file.plan.body = Text::nb("Mer");
    Change::LoadPlan(Box::new(file))
}

fn write_letter(now: &Snapshot) -> Change {
    let mut letter = now.state.letters[0].clone();
    letter.opening = Text::nb("Kjære partnere");
    let base = now.version("letter", letter.id.as_str());
    let letter = Box::new(letter);
    Change::Letter(letter::Change::Save { letter, base })
}

/// An adopted plan, and the letter about it.
fn with_letter(state: &mut State) {
    let mut adopted = programme::AdoptedPlan::on(state, &state.action_plans[0], date(2020, 1, 23));
    // what was adopted cannot be taken out
    adopted.measures.clear();
    let content = adopted.to_content().unwrap();
    state.revisions.push(programme::Revision {
        plan: id("2020"),
        number: 1,
        adopted: date(2020, 1, 23),
        body: Text::nb("Styringsgruppa"),
        case: String::new(),
        reason: Text::default(),
        example: false,
        hash: programme::Revision::hash_of(&content),
        content: content.into(),
    });
    state.letters.push(programme::Letter {
        id: id("2020-1"),
        plan: id("2020"),
        revision: 1,
        subject: Text::nb("Planen"),
        opening: Text::default(),
        closing: Text::default(),
        signed: Text::default(),
        published: None,
        additions: vec![],
        sent: vec![],
        example: false,
    });
}

fn invite(_: &Snapshot) -> Change {
    Change::Invite {
        email: "a@example.no".into(),
        name: String::new(),
        role: Role::Partner,
        organisation: Some(id("knf")),
    }
}

fn save_assumption(now: &Snapshot) -> Change {
    let mut assumption = now.state.assumptions[0].clone();
    assumption.sign = Text::nb("Stengte lokaler");
    Change::Assumption(assumption::Change::Save {
        base: now.version("assumption", "samles"),
        assumption: Box::new(assumption),
    })
}

fn declare(now: &Snapshot) -> Change {
    let mut shock = now.state.shocks[0].clone();
    shock.body = Text::nb("Mer");
    Change::Shock(shock::Change::Declare {
        base: now.version("shock", "nedstengning"),
        shock: Box::new(shock),
    })
}

fn decide(now: &Snapshot, expires: Option<Date>) -> Change {
    let decision = Decision {
        emergency: expires.map(|expires| Emergency {
            expires,
            was: None,
            lapsed: None,
        }),
        ..crate::shock::paused("frokost", "Folk kan ikke samles")
    };
    let base = now.version("decision", &decision.key());
    Change::Shock(shock::Change::Decide {
        decisions: vec![Decided {
            decision: Box::new(decision),
            base,
        }],
    })
}

fn hear(now: &Snapshot, hearing: &str, change: impl FnOnce(HearingId, Option<i64>) -> Hear) -> Change {
    Change::Hearing(change(id(hearing), now.version("hearing", hearing)))
}

fn save_hearing(hearing: HearingId, base: Option<i64>) -> Hear {
    Hear::Save {
        hearing: Box::new(Hearing { id: hearing, ..planned() }),
        on: OPENS,
        base,
    }
}

fn extend(hearing: HearingId, base: Option<i64>) -> Hear {
    Hear::Extend {
        hearing,
        deadline: date(2026, 12, 24),
        reason: Text::nb("Flere ba om det"),
        on: OPENS,
        base,
    }
}

fn conclude(hearing: HearingId, base: Option<i64>) -> Hear {
    Hear::Conclude {
        hearing,
        text: Text::nb("Ingen svarte"),
        on: OPENS,
        base,
    }
}

fn answer(organisation: &str, number: u32, base: Option<i64>) -> Hear {
    let statement = Box::new(Statement {
        number,
        ..of_partner(organisation, "Vi er med")
    });
    let on = OPENS;
    match number {
        0 => Hear::Receive {
            statement,
            contact: None,
            link: None,
            on,
        },
        _ => Hear::Amend {
            statement,
            link: None,
            on,
            base,
        },
    }
}

fn moderate(now: &Snapshot) -> Hear {
    Hear::Moderate {
        hearing: id("varen"),
        number: 1,
        moderation: Moderation {
            date: OPENS,
            decision: Publication::Published,
            reason: None,
            note: Text::default(),
            erased: false,
        },
        base: now.version("statement", "varen/1"),
    }
}

fn assess(now: &Snapshot) -> Hear {
    Hear::Assess {
        hearing: id("varen"),
        number: 1,
        assessment: Assessment {
            outcome: Outcome::Noted,
            text: Text::nb("Takk"),
            changed: vec![],
            by: Text::nb("Programlederen"),
            date: OPENS,
        },
        base: now.version("statement", "varen/1"),
    }
}

/// A change that is not yet in the table does not compile here: give it a row, and then a line.
fn kind(change: &Change) -> usize {
    match change {
        Change::Load(_) => 0,
        Change::SaveGoal { .. } => 1,
        Change::SavePlan { .. } => 2,
        Change::SaveMeasure { .. } => 3,
        Change::ChangeStatus { .. } => 4,
        Change::RemoveMeasure { .. } => 5,
        Change::AdoptRevision { .. } => 6,
        Change::Invite { .. } => 7,
        Change::EndAccess { .. } => 8,
        Change::Assumption(_) => 9,
        Change::Shock(shock::Change::Declare { .. }) => 10,
        Change::Shock(shock::Change::Withdraw { .. }) => 11,
        Change::Shock(shock::Change::Decide { .. }) => 12,
        Change::Shock(shock::Change::Reopen { .. }) => 13,
        // what has expired falls back by the server's clock; see the stories of shocks
        Change::Shock(shock::Change::Lapse { .. }) => 14,
        Change::LoadPlan(_) => 15,
        Change::SetLongTermFloor { .. } => 16,
        Change::Hearing(Hear::Save { .. }) => 102,
        Change::Hearing(Hear::Withdraw { .. }) => 103,
        Change::Hearing(Hear::Open { .. }) => 104,
        Change::Hearing(Hear::Extend { .. }) => 105,
        Change::Hearing(Hear::Conclude { .. }) => 106,
        Change::Hearing(Hear::Receive { .. }) => 107,
        Change::Hearing(Hear::Amend { .. }) => 108,
        Change::Hearing(Hear::Moderate { .. }) => 109,
        Change::Hearing(Hear::Assess { .. }) => 110,
        Change::Hearing(Hear::Erase { .. }) => 111,
        Change::Vote(vote::Change::Save { .. }) => 17,
        Change::Vote(vote::Change::Open { .. }) => 18,
        Change::Vote(vote::Change::Remove { .. }) => 19,
        Change::Vote(vote::Change::Close { .. }) => 20,
        Change::Vote(vote::Change::Override { .. }) => 21,
        Change::Letter(letter::Change::Save { .. }) => 201,
        Change::Letter(letter::Change::Sent { .. }) => 202,
    }
}

/// The example as a programme of its own.
async fn a_programme(programmes: &Programmes, name: String) -> State {
    let mut state = crate::shock::under_shock(example::example());
    state = crate::hearing::with_hearings(state);
    state.programme.id = name.parse().unwrap();
    state.votes = crate::vote::in_every_phase();
    // so that it can be taken out
    state.measures[1].depends_on.clear();
    with_letter(&mut state);
    load(programmes, &state, "2026-11-24").await.unwrap();
    state
}

#[tokio::test(flavor = "multi_thread")]
async fn everybody_may_do_what_the_table_says_and_nothing_else() {
    for (store, _kept) in stores::both().await {
        let programmes = Programmes::new(store);
        let mut kinds = std::collections::BTreeSet::new();
        for (row, (what, ask, allowed)) in TABLE.iter().enumerate() {
            for (column, (who, person)) in people().into_iter().enumerate() {
                let state = a_programme(&programmes, format!("byen-{row}-{column}")).await;
                let now = snapshot(&programmes, &state).await;
                let change = ask(&now);
                kinds.insert(kind(&change));
                let answer = programmes.apply(&state.programme.id, by(person, change), noon("2026-11-25")).await;
                match (allowed.contains(&who), answer) {
                    (true, Ok(_)) => {}
                    (false, Err(Refusal::Forbidden)) => {
                        assert_eq!(
                            snapshot(&programmes, &state).await.state,
                            now.state,
                            "{what}, {who}: it changed nevertheless"
                        );
                    }
                    (may, answer) => panic!("{what}, {who}: may is {may}, the answer {answer:?}"),
                }
            }
        }
        assert_eq!(kinds.len(), 33, "every kind of change has a row");
    }
}

/// Whatever else is wrong with a change, a person who may not make it hears nothing else.
#[tokio::test(flavor = "multi_thread")]
async fn the_right_is_asked_before_the_rules() {
    for (programmes, state, _kept) in loaded().await {
        let now = snapshot(&programmes, &state).await;
        let wrong = saved(&now, |measure| measure.goals.clear());
        let outside = actor(Role::Partner, Some("kommunen"));
        let answer = programmes.apply(&state.programme.id, by(outside, wrong), noon("2026-11-25")).await;
        assert!(matches!(answer, Err(Refusal::Forbidden)), "{answer:?}");
    }
}
