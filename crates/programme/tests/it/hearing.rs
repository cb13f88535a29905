//! Being asked, answering, and getting an answer.

use jiff::civil::{Date, date};
use programme::check::FaultKind;
use programme::difference::{Note, Notes};
use programme::hearing::{
    Assessment, Change as Hear, Circle, Group, Holds, Kind, Moderation, Outcome, Phase, Publication, Reason, Sender, Trouble, Verdict, Way,
    answers_for, input_notes, inputs_for, matrix,
};
use programme::{Actor, Change, Hearing, Programmes, Refusal, Role, State, Statement, Text, folder};

use crate::{actor, by, lead, load, loaded, noon, snapshot};

fn id<T: std::str::FromStr<Err: std::fmt::Debug>>(text: &str) -> T {
    text.parse().unwrap()
}

pub const OPENS: Date = date(2026, 11, 25);

/// A hearing about the plan of the example, to everybody.
pub fn planned() -> Hearing {
    Hearing {
        id: id("varen"),
        title: Text::nb("Står tiltakene seg?"),
        kind: Kind::Free,
        circles: vec![Circle::Public, Circle::Partners],
        forum: None,
        opens: OPENS,
        deadline: date(2026, 12, 10),
        extensions: vec![],
        plan: Some(id("2020")),
        every_measure: true,
        measures: vec![],
        questions: vec![Text::nb("Hvilke tiltak bør komme først?")],
        opened: None,
        draft: None,
        invited: vec![],
        conclusion: None,
        body: Text::nb("Fortell oss."),
        example: false,
    }
}

/// What somebody says.
pub fn said(text: &str) -> Statement {
    Statement {
        hearing: id("varen"),
        number: 0,
        received: OPENS,
        changed: None,
        way: Way::Form,
        sender: Sender::Resident,
        organisation: None,
        name: String::new(),
        text: Text::nb(text),
        answers: vec![],
        verdicts: vec![],
        attachments: vec![],
        moderation: vec![],
        assessment: None,
        example: false,
    }
}

/// What an organisation says.
pub fn of_partner(organisation: &str, text: &str) -> Statement {
    Statement {
        way: Way::Link,
        sender: Sender::Partner,
        organisation: Some(id(organisation)),
        ..said(text)
    }
}

/// One hearing that is planned, one that is open and was answered, and one whose deadline has passed; none is about a plan.
pub fn with_hearings(mut state: State) -> State {
    let opened = |name: &str, day: Date| Hearing {
        id: id(name),
        opens: day,
        opened: Some(day),
        plan: None,
        every_measure: false,
        invited: vec![id("knf"), id("bedrift")],
        ..planned()
    };
    let planned = Hearing {
        id: id("planlagt"),
        ..planned()
    };
    let over = Hearing {
        deadline: date(2026, 11, 1),
        ..opened("ute", date(2026, 10, 1))
    };
    state.hearings = vec![planned, opened("varen", OPENS), over];
    let withheld = Moderation {
        date: OPENS,
        decision: Publication::Withheld,
        reason: Some(Reason::PersonalData),
        note: Text::default(),
        erased: false,
    };
    let answered = Statement {
        number: 1,
        ..of_partner("bedrift", "Vi er med")
    };
    let not_shown = Statement {
        number: 2,
        moderation: vec![withheld],
        ..said("Om en nabo")
    };
    state.statements = vec![answered, not_shown];
    state.sort();
    state
}

/// What an organisation says of the breakfast.
fn on_breakfast(organisation: &str, holds: Holds) -> Statement {
    Statement {
        verdicts: vec![Verdict {
            measure: id("frokost"),
            holds,
            reason: Text::nb("Vi merker det"),
        }],
        ..of_partner(organisation, "")
    }
}

fn receive(statement: Statement, on: Date) -> Change {
    Change::Hearing(Hear::Receive {
        statement: Box::new(statement),
        contact: None,
        link: None,
        on,
    })
}

fn assess(number: u32) -> Hear {
    Hear::Assess {
        hearing: id("varen"),
        number,
        assessment: Assessment {
            outcome: Outcome::TakenIn,
            text: Text::nb("Vi flytter den"),
            changed: vec![id("frokost")],
            by: Text::nb("Styringsgruppa"),
            date: date(2026, 12, 11),
        },
        base: None,
    }
}

struct Town {
    /// Seconds that have passed.
    seconds: std::sync::atomic::AtomicI64,
    programmes: Programmes,
    state: State,
}

impl Town {
    fn new(programmes: Programmes, state: State) -> Self {
        let seconds = std::sync::atomic::AtomicI64::default();
        Self {
            seconds,
            programmes,
            state,
        }
    }

    /// Does something as somebody, on the version that is there.
    async fn does(&self, who: Actor, change: Hear) -> Result<i64, Refusal> {
        let now = snapshot(&self.programmes, &self.state).await;
        let statement = |number: u32| now.version("statement", &format!("varen/{number}"));
        let change = match change {
            Hear::Save { hearing, on, .. } => Hear::Save {
                base: now.version("hearing", "varen"),
                hearing,
                on,
            },
            Hear::Open { hearing, on, .. } => Hear::Open {
                base: now.version("hearing", "varen"),
                hearing,
                on,
            },
            Hear::Amend { statement: said, on, .. } => Hear::Amend {
                base: statement(said.number),
                statement: said,
                link: None,
                on,
            },
            Hear::Erase { hearing, number, on, .. } => Hear::Erase {
                base: statement(number),
                hearing,
                number,
                on,
            },
            Hear::Assess {
                hearing,
                number,
                assessment,
                ..
            } => Hear::Assess {
                base: statement(number),
                hearing,
                number,
                assessment,
            },
            Hear::Moderate {
                hearing,
                number,
                moderation,
                ..
            } => Hear::Moderate {
                base: statement(number),
                hearing,
                number,
                moderation,
            },
            other => other,
        };
        self.sends(who, Change::Hearing(change)).await
    }

    async fn sends(&self, who: Actor, change: Change) -> Result<i64, Refusal> {
        let passed = self.seconds.fetch_add(1, std::sync::atomic::Ordering::Relaxed);
        let now = noon("2026-11-26") + jiff::SignedDuration::from_secs(passed);
        self.programmes.apply(&self.state.programme.id, by(who, change), now).await
    }

    async fn extends(&self, deadline: Date, on: Date) -> Result<i64, Refusal> {
        let base = snapshot(&self.programmes, &self.state).await.version("hearing", "varen");
        let (hearing, reason) = (id("varen"), Text::nb("Flere ba om det"));
        let change = Hear::Extend {
            hearing,
            deadline,
            reason,
            on,
            base,
        };
        self.sends(lead(), Change::Hearing(change)).await
    }

    async fn concludes(&self, on: Date) -> Result<i64, Refusal> {
        let base = snapshot(&self.programmes, &self.state).await.version("hearing", "varen");
        let (hearing, text) = (id("varen"), Text::nb("Frokosten flyttes"));
        self.sends(lead(), Change::Hearing(Hear::Conclude { hearing, text, on, base }))
            .await
    }

    async fn adopts(&self, adopted: Date) -> Result<i64, Refusal> {
        let change = Change::AdoptRevision {
            plan: id("2020"),
            adopted,
            body: Text::nb("Styringsgruppa"),
            case: "1/26".to_owned(),
            reason: Text::default(),
            floor_reason: Text::default(),
            after: 0,
        };
        self.sends(lead(), change).await
    }

    async fn now(&self) -> State {
        snapshot(&self.programmes, &self.state).await.state.clone()
    }
}

fn save(hearing: Hearing) -> Hear {
    Hear::Save {
        hearing: Box::new(hearing),
        on: OPENS,
        base: None,
    }
}

fn open() -> Hear {
    Hear::Open {
        hearing: id("varen"),
        on: OPENS,
        base: None,
    }
}

/// A town on each database, in which this hearing is open.
async fn asked(hearing: Hearing) -> Vec<(Town, tempfile::TempDir)> {
    let mut towns = Vec::new();
    for (programmes, state, kept) in loaded().await {
        let town = Town::new(programmes, state);
        town.does(lead(), save(hearing.clone())).await.unwrap();
        town.does(lead(), open()).await.unwrap();
        towns.push((town, kept));
    }
    towns
}

fn trouble<T: std::fmt::Debug>(outcome: Result<T, Refusal>) -> Trouble {
    match outcome {
        Err(Refusal::Faults(faults)) => match &faults[0].what {
            FaultKind::Hearing(trouble) => trouble.clone(),
            other => panic!("{other}"),
        },
        other => panic!("{other:?}"),
    }
}

fn visitor() -> Actor {
    Actor::visitor(None)
}

fn partner(organisation: &str) -> Actor {
    actor(Role::Partner, Some(organisation))
}

#[tokio::test(flavor = "multi_thread")]
async fn a_deadline_that_is_past_or_too_short_is_refused_with_the_earliest_day() {
    for (programmes, state, _kept) in loaded().await {
        let town = Town::new(programmes, state);
        let with = |kind, deadline| {
            save(Hearing {
                kind,
                deadline,
                ..planned()
            })
        };
        let earliest = date(2026, 11, 26);
        for day in [date(2020, 5, 8), OPENS] {
            let refused = trouble(town.does(lead(), with(Kind::Free, day)).await);
            assert_eq!(refused, Trouble::Past { earliest }, "{day}");
        }
        let kind = Kind::CommunityPlan;
        let earliest = date(2027, 1, 6);
        let refused = town.does(lead(), with(kind, date(2027, 1, 5))).await;
        let told = format!("{}", refused.as_ref().unwrap_err());
        assert!(
            told.contains("hearing varen, deadline") && told.contains("at least 42 days") && told.contains("2027-01-06"),
            "{told}"
        );
        assert_eq!(trouble(refused), Trouble::TooShort { kind, earliest });
        town.does(lead(), with(kind, earliest)).await.unwrap();
        // opened later than planned, the six weeks begin later
        let later = Hear::Open {
            hearing: id("varen"),
            on: date(2026, 11, 27),
            base: None,
        };
        let earliest = date(2027, 1, 8);
        assert_eq!(trouble(town.does(lead(), later).await), Trouble::TooShort { kind, earliest });
        assert_eq!(town.now().await.hearings[0].phase(OPENS), Phase::Draft, "nothing is half done");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_hearing_keeps_the_draft_that_people_read_and_what_is_asked_stands() {
    for (town, _kept) in asked(planned()).await {
        let state = town.now().await;
        let hearing = &state.hearings[0];
        assert_eq!(hearing.phase(date(2026, 12, 10)), Phase::Open, "the last day counts");
        assert_eq!(hearing.phase(date(2026, 12, 11)), Phase::Closed);
        assert_eq!(hearing.days_left(date(2026, 12, 10)), 1);
        assert_eq!(hearing.measures, [id("frokost"), id("kampanje")]);
        assert_eq!(hearing.invited.len(), 3);
        let mut measure = state.measures[0].clone();
        measure.title = Text::nb("Noe helt annet");
        let base = snapshot(&town.programmes, &town.state).await.version("measure", "frokost");
        let measure = Box::new(measure);
        town.sends(lead(), Change::SaveMeasure { measure, base }).await.unwrap();
        let draft = town.now().await.draft_of(&id("varen")).unwrap();
        assert_eq!(draft.measures[0].title, Text::nb("Partnerfrokost"));

        assert_eq!(trouble(town.does(lead(), save(planned())).await), Trouble::Frozen);
        let earlier = town.extends(date(2026, 12, 9), OPENS).await;
        let deadline = date(2026, 12, 10);
        assert_eq!(trouble(earlier), Trouble::Shortened { deadline });
        town.extends(date(2026, 12, 20), OPENS).await.unwrap();
        let hearing = town.now().await.hearings[0].clone();
        assert_eq!((hearing.deadline, hearing.extensions[0].from), (date(2026, 12, 20), deadline));
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn statements_get_numbers_and_only_those_who_are_asked_in_time_are_heard() {
    for (town, _kept) in asked(planned()).await {
        assert_eq!(trouble(town.sends(visitor(), receive(said(""), OPENS)).await), Trouble::Nothing);
        town.sends(visitor(), receive(said("Mer frokost"), OPENS)).await.unwrap();
        town.sends(partner("bedrift"), receive(on_breakfast("bedrift", Holds::No), OPENS))
            .await
            .unwrap();
        let state = town.now().await;
        let public: Vec<_> = state.statements.iter().map(Statement::publication).collect();
        assert_eq!(
            public,
            [Publication::Waiting, Publication::Published],
            "what nobody knows is read through first"
        );
        // one voice for an organisation, and nobody speaks for another
        let again = town
            .sends(partner("bedrift"), receive(on_breakfast("bedrift", Holds::Yes), OPENS))
            .await;
        assert_eq!(trouble(again), Trouble::Answered { number: 2 });
        let foreign = town
            .sends(partner("bedrift"), receive(on_breakfast("knf", Holds::Yes), OPENS))
            .await;
        assert!(matches!(foreign, Err(Refusal::Forbidden)));

        let late = date(2026, 12, 11);
        let deadline = date(2026, 12, 10);
        let refused = town.sends(visitor(), receive(said("For sent"), late)).await;
        assert_eq!(trouble(refused), Trouble::Late { deadline });
        let by_hand = Statement {
            way: Way::Registered,
            received: late,
            ..said("Kom i posten")
        };
        let forged = town.sends(visitor(), receive(by_hand.clone(), late)).await;
        assert!(matches!(forged, Err(Refusal::Forbidden)));
        town.sends(lead(), receive(by_hand, late)).await.unwrap();
        let numbers: Vec<u32> = town.now().await.statements.iter().map(|statement| statement.number).collect();
        assert_eq!(numbers, [1, 2, 3]);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_hearing_of_partners_hears_partners() {
    let closed = Hearing {
        circles: vec![Circle::Partners],
        ..planned()
    };
    for (town, _kept) in asked(closed).await {
        assert_eq!(trouble(town.sends(visitor(), receive(said("Hei"), OPENS)).await), Trouble::NotAsked);
        town.sends(partner("knf"), receive(on_breakfast("knf", Holds::Yes), OPENS))
            .await
            .unwrap();
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_plan_is_not_adopted_while_somebody_waits_for_an_answer() {
    for (town, _kept) in asked(planned()).await {
        town.sends(visitor(), receive(said("Flytt frokosten"), OPENS)).await.unwrap();
        let refused = town.adopts(OPENS).await;
        let told = format!("{}", refused.as_ref().unwrap_err());
        assert!(told.contains("statement 1 to the hearing varen has no assessment"), "{told}");
        let waits = Trouble::Unassessed {
            hearing: id("varen"),
            title: Text::nb("Står tiltakene seg?"),
            number: 1,
        };
        assert_eq!(trouble(refused), waits);
        assert!(town.now().await.revisions.is_empty(), "nothing is half done");

        town.does(lead(), assess(1)).await.unwrap();
        let deadline = date(2026, 12, 10);
        assert_eq!(trouble(town.concludes(OPENS).await), Trouble::Running { deadline });
        town.concludes(date(2026, 12, 11)).await.unwrap();
        town.adopts(OPENS).await.unwrap();
        let state = town.now().await;
        assert_eq!(inputs_for(&state, &id("2020"), &id("frokost")), [(id("varen"), 1)]);
        assert_eq!(inputs_for(&state, &id("2020"), &id("kampanje")), []);
        assert!(matches!(trouble(town.does(lead(), assess(1)).await), Trouble::Concluded));
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn what_a_law_lets_run_out_is_not_adopted_before() {
    let statutory = Hearing {
        kind: Kind::PublicDisplay,
        deadline: date(2026, 12, 25),
        ..planned()
    };
    for (town, _kept) in asked(statutory).await {
        let deadline = date(2026, 12, 25);
        assert_eq!(trouble(town.adopts(OPENS).await), Trouble::Running { deadline });
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_changed_statement_waits_to_be_read_and_answered_anew() {
    for (town, _kept) in asked(planned()).await {
        town.sends(visitor(), receive(said("Først"), OPENS)).await.unwrap();
        let published = |decision, reason| Hear::Moderate {
            hearing: id("varen"),
            number: 1,
            moderation: Moderation {
                date: OPENS,
                decision,
                reason,
                note: Text::default(),
                erased: false,
            },
            base: None,
        };
        let editor = || actor(Role::Editor, None);
        town.does(editor(), published(Publication::Published, None)).await.unwrap();
        town.does(editor(), assess(1)).await.unwrap();
        let changed = Statement {
            number: 1,
            ..said("Noe helt annet")
        };
        let change = Hear::Amend {
            statement: Box::new(changed),
            link: None,
            on: OPENS,
            base: None,
        };
        town.does(visitor(), change).await.unwrap();
        let now = town.now().await.statements[0].clone();
        assert_eq!(
            (now.publication(), now.lacks_assessment(), now.changed),
            (Publication::Waiting, true, Some(OPENS))
        );
        let without_reason = town.does(editor(), published(Publication::Withheld, None)).await;
        assert_eq!(trouble(without_reason), Trouble::Reason);
        let insult = Some(Reason::Insult);
        town.does(editor(), published(Publication::Withheld, insult)).await.unwrap();
        assert!(
            town.now().await.statements[0].lacks_assessment(),
            "what is not shown is answered all the same"
        );
        let advertising = Some(Reason::Advertising);
        town.does(editor(), published(Publication::Withheld, advertising)).await.unwrap();
        town.adopts(OPENS).await.unwrap();
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_withheld_can_be_erased_for_good_and_the_log_tells_of_it() {
    for (town, _kept) in asked(planned()).await {
        town.sends(visitor(), receive(said("Naboens helse"), OPENS)).await.unwrap();
        let erase = || Hear::Erase {
            hearing: id("varen"),
            number: 1,
            on: OPENS,
            base: None,
        };
        assert_eq!(trouble(town.does(lead(), erase()).await), Trouble::NotWithheld);
        let withheld = Hear::Moderate {
            hearing: id("varen"),
            number: 1,
            moderation: Moderation {
                date: OPENS,
                decision: Publication::Withheld,
                reason: Some(Reason::PersonalData),
                note: Text::default(),
                erased: false,
            },
            base: None,
        };
        town.does(lead(), withheld).await.unwrap();
        let refused = town.does(actor(Role::Editor, None), erase()).await;
        assert!(matches!(refused, Err(Refusal::Forbidden)), "{refused:?}");
        town.does(lead(), erase()).await.unwrap();
        let now = town.now().await.statements[0].clone();
        assert!(now.is_erased() && now.text.is_empty() && now.lacks_assessment());
        assert_eq!(now.moderation.len(), 2, "that it was withheld, and that it was erased");
        let reader = town.programmes.store().reader();
        let versions = store::content::history(reader, town.state.programme.id.as_str(), "statement", "varen/1")
            .await
            .unwrap();
        assert_eq!(versions.len(), 3);
        assert!(versions.iter().all(|version| !version.body.contains("helse")));
        assert!(!store::content::mentions(reader, "statement", "helse").await.unwrap());
        town.does(lead(), assess(1)).await.unwrap();
        assert_eq!(trouble(town.does(lead(), erase()).await), Trouble::NotWithheld, "once is enough");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn the_matrix_tells_who_did_not_answer_and_how_few_did() {
    for (town, _kept) in asked(planned()).await {
        for (organisation, holds) in [("bedrift", Holds::Changes), ("knf", Holds::Yes)] {
            let statement = on_breakfast(organisation, holds);
            town.sends(partner(organisation), receive(statement, OPENS)).await.unwrap();
        }
        town.sends(visitor(), receive(said("Hei"), OPENS)).await.unwrap();
        let state = town.now().await;
        let matrix = matrix(&state, &state.hearings[0]);
        let rows: Vec<_> = matrix
            .rows
            .iter()
            .map(|row| (row.group.word(), row.invited, row.answered, row.silent()))
            .collect();
        assert_eq!(
            rows,
            [
                ("municipality", Some(1), 0, Some(1)),
                ("association", Some(1), 1, Some(0)),
                ("company", Some(1), 1, Some(0)),
                ("residents", None, 1, None)
            ]
        );
        assert_eq!(matrix.response(), (3, 2));
        assert_eq!((matrix.total(0).yes, matrix.total(0).changes, matrix.total(1).n()), (1, 1, 0));
        let company = matrix.rows.iter().find(|row| row.group != Group::Residents && row.answered == 1);
        assert!(company.unwrap().is_small());
        let answers = answers_for(&state, &id("frokost"));
        assert_eq!(
            answers.iter().map(|answer| answer.verdict.holds).collect::<Vec<_>>(),
            [Holds::Changes, Holds::Yes]
        );
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn loading_the_folder_again_loses_no_statement() {
    for (town, kept) in asked(planned()).await {
        town.sends(visitor(), receive(said("Hei"), OPENS)).await.unwrap();
        let before = town.now().await;
        load(&town.programmes, &town.state, "2026-11-27").await.unwrap();
        assert_eq!(town.now().await, before);
        let exported = kept.path().join("exported");
        folder::write(&before, &exported).unwrap();
        assert_eq!(folder::read(&exported).unwrap(), before);
    }
}

/// The programme that comes with the platform shows a hearing from the question to what it changed.
#[test]
fn the_bundled_hearing_fits_the_plan_that_was_adopted_after_it() {
    let bundled = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../../programmes/kongsberg");
    let state = folder::read(&bundled).unwrap_or_else(|mistakes| panic!("{mistakes:?}"));
    let hearing = state.hearing(&id("star-tiltakene-seg")).unwrap();
    assert_eq!(hearing.phase(date(2020, 5, 8)), Phase::Assessed);
    assert!(
        state
            .statements_to(&hearing.id)
            .all(|statement| statement.example && !statement.lacks_assessment())
    );
    let mut notes = Notes::new();
    input_notes(&state, &id("2020"), date(2020, 1, 23), date(2020, 5, 8), &mut notes);
    let dated = Note::Input {
        hearing: "star-tiltakene-seg".to_owned(),
        number: 3,
    };
    assert_eq!(notes[&id("boligdagen-2020")], [dated]);
    let counted = matrix(&state, hearing);
    assert_eq!(counted.response(), (7, 5));
    let companies = counted.rows.iter().find(|row| row.group.word() == "company").unwrap();
    assert_eq!((companies.invited, companies.answered, companies.silent()), (Some(6), 4, Some(2)));
}
