//! Any valid programme: texts that a writer of files could stumble over, in several languages, and everything else that
//! a town may write.

use std::collections::BTreeMap;
use std::sync::Arc;

use jiff::civil::{Date, date};
use programme::goal::{Path, PathPoint};
use programme::hearing::{
    self, Answer, Assessment, Attachment, Circle, Extension, FileKind, Forum, Holds, Moderation, Outcome, Publication, Reason, Sender,
    Verdict, Way,
};
use programme::letter::{Addition, Sent};
use programme::shock::{Draft, Emergency, GoalDraft};
use programme::vote::{BallotKind, Ballots, Closing, Completion, Override, Rule, Shares, Turnout, Utility, VoteOption};
use programme::{
    ActionPlan, AdoptedPlan, Assumption, BudgetLine, Choice, Cost, Decision, FocusArea, Goal, GuidingPlan, Hearing, HearingId, Horizon,
    Indicator, Language, Letter, Measure, Organisation, OrganisationKind, OrganisationRole, Point, Programme, Revision, Series, Shock,
    State, Statement, Status, StatusChange, Target, Text, Vote,
};
use proptest::prelude::*;
use proptest::sample::{select, subsequence};
use statistics::{PeriodKind, Source, Unit};

/// Parts of texts: what has a meaning in TOML, CSV or Markdown, and letters from all over.
const ODD: [&str; 34] = [
    "a",
    "Mål",
    " ",
    "  ",
    "\n",
    "\r\n",
    "\n\n",
    "\t",
    "\"",
    "\"\"\"",
    "'",
    "'''",
    "\\",
    "\\n",
    "\n+++\n",
    "+++",
    "#",
    "\n# ",
    "##",
    "=",
    "[[x]]",
    "{ nb = ",
    "}",
    ",",
    ";",
    ":",
    "..",
    "\u{0}",
    "\u{1b}",
    "\u{7f}",
    "\u{85}",
    "\u{feff}",
    "\u{2028}",
    "👩‍🌾𝄞",
];

fn odd(most: usize) -> impl Strategy<Value = String> {
    prop::collection::vec(select(&ODD[..]), 0..most).prop_map(|parts| parts.concat())
}

/// What a cell of figures may hold: no database keeps a NUL outside of JSON.
fn cell() -> impl Strategy<Value = String> {
    odd(4).prop_map(|text| text.replace('\0', ""))
}

fn text() -> impl Strategy<Value = Text> {
    (odd(12), odd(12), odd(12)).prop_map(|(nb, nn, en)| Text::nb(&nb).with(Language::Nn, &nn).with(Language::En, &en))
}

/// A text that is not empty.
fn title() -> impl Strategy<Value = Text> {
    text().prop_map(|text| if text.is_empty() { Text::nb("x") } else { text })
}

fn day() -> impl Strategy<Value = Date> {
    (1990i16..2090, 1i8..=12, 1i8..=28).prop_map(|(year, month, day)| date(year, month, day))
}

/// Two days, the second not before the first.
fn days() -> impl Strategy<Value = (Date, Date)> {
    (day(), day()).prop_map(|(one, two)| (one.min(two), one.max(two)))
}

fn source() -> impl Strategy<Value = Source> {
    let optional = || prop::option::of(odd(6));
    (odd(6), optional(), prop::bool::ANY, optional(), day()).prop_map(|(publisher, table, web, licence, fetched)| Source {
        publisher,
        table,
        address: web.then(|| "https://example.no/?a=b&c=\"d\"".to_owned()),
        licence,
        fetched,
    })
}

const ORGANISATIONS: [&str; 3] = ["kommunen", "knf", "bedrift"];
const GOALS: [&str; 3] = ["a-mal", "b-mal", "c-mal"];
const AREAS: [&str; 2] = ["omdomme", "bedriftsvekst"];
const ASSUMPTIONS: [&str; 2] = ["folk-kan-samles", "1"];
const GUIDING: [&str; 2] = ["samfunnsdel", "naring"];
const PLANS: [&str; 2] = ["2020", "2021"];
const MEASURES: [&str; 4] = ["forste", "andre", "tredje", "fjerde"];

fn id<T: std::str::FromStr<Err: std::fmt::Debug>>(text: &str) -> T {
    text.parse().unwrap()
}

/// Some of these identifiers.
fn some<T: std::str::FromStr<Err: std::fmt::Debug> + std::fmt::Debug>(known: &'static [&'static str]) -> impl Strategy<Value = Vec<T>> {
    subsequence(known, 0..=known.len()).prop_map(|ids| ids.into_iter().map(id).collect())
}

fn one<T: std::str::FromStr<Err: std::fmt::Debug> + std::fmt::Debug>(known: &'static [&'static str]) -> impl Strategy<Value = T> {
    select(known).prop_map(id)
}

fn programme() -> impl Strategy<Value = Programme> {
    (
        title(),
        title(),
        text(),
        text(),
        day(),
        prop::option::of(source()),
        any::<bool>(),
        odd(6),
    )
        .prop_map(|(name, heading, summary, about, launched, source, example, town)| Programme {
            id: id("byen"),
            name,
            heading,
            summary,
            about,
            launched,
            horizon: date(2100, 1, 1),
            owner: id(ORGANISATIONS[0]),
            executing: id(ORGANISATIONS[1]),
            accent: "#0062ba".to_owned().try_into().unwrap(),
            contact: "\"post\"@example.no".to_owned(),
            lead: "leder@example.no".to_owned(),
            accessibility_statement: example.then(|| "https://example.no".to_owned()),
            municipality: programme::Municipality {
                code: "3303".to_owned(),
                name: town.clone(),
                earlier_codes: if example { vec![] } else { vec![town, "0604".to_owned()] },
            },
            long_term_floor: example.then_some(30),
            source,
            example,
        })
}

fn organisations() -> impl Strategy<Value = Vec<Organisation>> {
    let kinds = select(vec![
        OrganisationKind::Municipality,
        OrganisationKind::Forum,
        OrganisationKind::Other,
    ]);
    let roles = subsequence(
        vec![OrganisationRole::Owner, OrganisationRole::Steering, OrganisationRole::Contributor],
        0..=3,
    );
    let one = (title(), kinds, roles, text(), prop::option::of(source()), any::<bool>());
    prop::collection::vec(one, 3).prop_map(|all| {
        let named = all.into_iter().zip(ORGANISATIONS);
        named
            .map(|((name, kind, roles, about, source, example), own)| Organisation {
                id: id(own),
                name,
                number: example.then(|| "974760673".to_owned().try_into().unwrap()),
                kind,
                roles,
                about,
                website: example.then(|| "http://example.no".to_owned()),
                language: example.then_some(Language::Nn),
                source,
                example,
            })
            .collect()
    })
}

fn assumptions() -> impl Strategy<Value = Vec<Assumption>> {
    let one = (title(), text(), prop::option::of(one(&ORGANISATIONS)), any::<bool>());
    prop::collection::vec(one, 2).prop_map(|all| {
        let named = all.into_iter().zip(ASSUMPTIONS);
        named
            .map(|((text, sign, owner, example), own)| Assumption {
                id: id(own),
                text,
                owner,
                sign,
                watch: example.then(|| programme::Watch {
                    indicator: id("folketall"),
                    above: Some(4.5),
                    below: None,
                }),
                example,
            })
            .collect()
    })
}

fn focus_areas() -> impl Strategy<Value = Vec<FocusArea>> {
    prop::collection::vec((title(), text()), 2).prop_map(|all| {
        all.into_iter()
            .zip(AREAS)
            .map(|((title, summary), own)| FocusArea {
                id: id(own),
                title,
                summary,
            })
            .collect()
    })
}

fn value() -> impl Strategy<Value = statistics::Value> {
    prop_oneof![
        (-1e9..1e9f64).prop_map(statistics::Value::Number),
        (0..100_000u32).prop_map(|number| statistics::Value::Number(f64::from(number))),
        select(vec![".", "..", ":", "..."]).prop_map(|sign| sign.parse().unwrap()),
    ]
}

/// Points of a series with so many dimensions; no cell stands twice.
fn points(kind: PeriodKind, dimensions: usize) -> impl Strategy<Value = Vec<Point>> {
    let period = move |year: u16| {
        let text = match kind {
            PeriodKind::Day => format!("{year}-01-01"),
            PeriodKind::Month => format!("{year}M06"),
            PeriodKind::Quarter => format!("{year}K2"),
            PeriodKind::Year => format!("{year}"),
            PeriodKind::YearToDate => format!("{year}M01-06"),
            PeriodKind::TwelveMonths => format!("12M{year}M06"),
        };
        text.parse().unwrap()
    };
    let note = prop::option::of(cell().prop_map(|note| note + "."));
    let place = (1990u16..2030, prop::collection::vec(cell(), dimensions));
    prop::collection::btree_map(place, (value(), note), 0..12).prop_map(move |cells| {
        let point = |((year, codes), (value, note))| Point {
            period: period(year),
            codes,
            value,
            note,
        };
        cells.into_iter().map(point).collect()
    })
}

fn one_series(own: &'static str, corrects: Option<&'static str>) -> impl Strategy<Value = Series> {
    let kinds = vec![
        PeriodKind::Day,
        PeriodKind::Month,
        PeriodKind::Quarter,
        PeriodKind::Year,
        PeriodKind::YearToDate,
        PeriodKind::TwelveMonths,
    ];
    let shape = (select(kinds), prop::collection::vec(cell(), 0..3));
    let filled = shape.prop_flat_map(|(kind, dimensions)| (Just(kind), points(kind, dimensions.len()), Just(dimensions)));
    let labels = prop::collection::btree_map(odd(4), prop::collection::btree_map(odd(4), odd(4), 0..3), 0..3);
    (filled, title(), text(), title(), source(), labels, any::<bool>()).prop_map(
        move |((period, points, dimensions), title, definition, rule, source, labels, example): (_, _, _, _, _, BTreeMap<_, _>, _)| {
            Series {
                id: id(own),
                title,
                definition,
                unit: if example { Unit::OvernightStays } else { Unit::Persons },
                period,
                dimensions,
                labels,
                corrects: corrects.map(id),
                rule: if corrects.is_some() { rule } else { Text::default() },
                example,
                source: Arc::new(source),
                points: Arc::new(points),
            }
        },
    )
}

fn indicators() -> impl Strategy<Value = Vec<Indicator>> {
    (title(), text(), any::<bool>(), prop::option::of(one(&ORGANISATIONS)), any::<u16>()).prop_map(
        |(title, definition, both, owner, fresh_months)| {
            vec![Indicator {
                id: id("folketall"),
                title,
                definition,
                series: id("offisiell"),
                corrected: both.then(|| id("korrigert")),
                owner,
                fresh_months,
            }]
        },
    )
}

fn guiding_plans() -> impl Strategy<Value = Vec<GuidingPlan>> {
    let one = (
        title(),
        one(&ORGANISATIONS),
        prop::option::of(odd(4)),
        text(),
        prop::option::of(source()),
        any::<bool>(),
        any::<u32>(),
    );
    prop::collection::vec(one, 2).prop_map(|all| {
        let named = all.into_iter().zip(GUIDING);
        named
            .map(|((title, owner, adopted, body, source, example, order), own)| GuidingPlan {
                id: id(own),
                title,
                owner,
                horizon: adopted.clone().filter(|_| example),
                adopted,
                body,
                source,
                example,
                order,
            })
            .collect()
    })
}

/// A number as people write it: the JSON of the store keeps fifteen digits exactly.
fn with_decimals(number: i64, decimals: i32) -> f64 {
    number as f64 / 10f64.powi(decimals)
}

fn target() -> impl Strategy<Value = Target> {
    let start = prop_oneof![
        (1..1_000_000u32).prop_map(f64::from),
        (1..1_000_000_000_000i64).prop_map(|number| with_decimals(number, 4))
    ];
    let rate = (-500_000..=500_000i64).prop_map(|number| Path::YearlyRate(with_decimals(number, 6)));
    let points = prop::collection::btree_map(
        2021i16..2030,
        (0..10_000_000_000i64).prop_map(|number| with_decimals(number, 3)),
        0..4,
    )
    .prop_map(|points| {
        let point = |(year, value)| PathPoint {
            date: date(year, 1, 1),
            value,
        };
        Path::Points(
            points
                .into_iter()
                .map(point)
                .chain([PathPoint {
                    date: date(2030, 1, 1),
                    value: 5.0,
                }])
                .collect(),
        )
    });
    (start, prop_oneof![rate, points], any::<bool>())
        .prop_map(|(start, path, example)| Target::new(date(2019, 1, 1), start, path, date(2030, 1, 1), example).unwrap())
}

fn goals() -> impl Strategy<Value = Vec<Goal>> {
    let named = (
        title(),
        text(),
        prop::option::of(one(&GUIDING)),
        text(),
        any::<bool>(),
        any::<u32>(),
    );
    let rest = (
        some(&ASSUMPTIONS),
        prop::option::of(target()),
        prop::option::of(source()),
        prop::option::of(one(&ORGANISATIONS)),
        any::<bool>(),
    );
    prop::collection::vec((named, rest), 3).prop_map(|all| {
        let of_goal = |(place, (named, rest)): (usize, _)| {
            let (title, sentence, plan, body, measured, order): (_, _, _, _, bool, _) = named;
            let (assumptions, target, source, owner, example): (_, _, _, _, bool) = rest;
            Goal {
                id: id(GOALS[place]),
                title,
                sentence,
                plan,
                serves: if example {
                    GOALS[..place].iter().map(|goal| id(goal)).collect()
                } else {
                    vec![]
                },
                indicator: measured.then(|| id("folketall")),
                owner,
                assumptions,
                body,
                target,
                source,
                example,
                order,
            }
        };
        all.into_iter().enumerate().map(of_goal).collect()
    })
}

fn action_plans() -> impl Strategy<Value = Vec<ActionPlan>> {
    prop::collection::vec((title(), days(), some(&AREAS), text(), any::<bool>()), 2).prop_map(|all| {
        let named = all.into_iter().zip(PLANS);
        named
            .map(|((title, (starts, ends), focus_areas, body, example), own)| ActionPlan {
                id: id(own),
                title,
                starts,
                ends,
                focus_areas,
                body,
                example,
            })
            .collect()
    })
}

fn money() -> impl Strategy<Value = (Vec<Cost>, Vec<BudgetLine>)> {
    let amount = || prop_oneof![Just(0u64), 1..1_000_000_000_000u64];
    let cost = (1900i16..=2200, amount(), amount(), any::<bool>()).prop_map(|(year, kroner, hours, example)| Cost {
        year,
        kroner,
        hours,
        example,
    });
    let gift = (amount(), amount(), amount(), amount(), any::<bool>());
    let budget = prop::collection::btree_map((select(&ORGANISATIONS[..]), 2019i16..2022), gift, 0..5).prop_map(|lines| {
        let line = |((funder, year), (kroner, hours, delivered_kroner, delivered_hours, example))| BudgetLine {
            funder: id(funder),
            year,
            kroner,
            hours,
            delivered_kroner,
            delivered_hours,
            example,
        };
        lines.into_iter().map(line).collect()
    });
    (prop::collection::vec(cost, 0..3), budget)
}

fn history() -> impl Strategy<Value = Vec<StatusChange>> {
    let change = (day(), select(&Status::ALL[..]), text(), any::<bool>());
    prop::collection::vec(change, 1..4).prop_map(|mut changes| {
        changes.sort_by_key(|change| change.0);
        let of_change = |(date, status, reason, named): (Date, Status, Text, bool)| StatusChange {
            date,
            status,
            reason: if reason.is_empty() { Text::nb("fordi") } else { reason },
            replaced_by: (named && status == Status::Replaced).then(|| id(MEASURES[0])),
        };
        changes.into_iter().map(of_change).collect()
    })
}

fn measures() -> impl Strategy<Value = Vec<Measure>> {
    let named = (one(&PLANS), title(), one(&AREAS), some(&GOALS), text(), any::<u32>());
    let by = (
        one(&ORGANISATIONS),
        some(&ORGANISATIONS),
        some(&ORGANISATIONS),
        select(&Horizon::ALL[..]),
        days(),
    );
    let rest = (
        prop::option::of(day()),
        some(&ASSUMPTIONS),
        money(),
        history(),
        prop::option::of(source()),
        any::<bool>(),
    );
    prop::collection::vec((named, by, rest), 0..=4).prop_map(|all| {
        let of_measure = |(place, (named, by, rest)): (usize, _)| {
            let (plan, title, focus_area, mut goals, body, order): (_, _, _, Vec<programme::GoalId>, _, _) = named;
            let (responsible, executing, contributing, horizon, (starts, ends)) = by;
            let (from, assumptions, (cost, budget), mut status, source, example): (_, _, _, Vec<StatusChange>, _, bool) = rest;
            if goals.is_empty() {
                goals.push(id(GOALS[0]));
            }
            if place == 0 {
                for change in &mut status {
                    change.replaced_by = None;
                }
            }
            Measure {
                id: id(MEASURES[place]),
                plan,
                title,
                focus_area,
                goals,
                responsible,
                executing,
                contributing,
                horizon,
                starts,
                ends,
                from,
                assumptions,
                depends_on: if example {
                    MEASURES[..place].iter().map(|measure| id(measure)).collect()
                } else {
                    vec![]
                },
                body,
                cost,
                budget,
                status,
                source,
                example,
                order,
            }
        };
        all.into_iter().enumerate().map(of_measure).collect()
    })
}

/// A shock, and what was decided of the first measure, of a new one and of the first goal.
fn with_shock(mut state: State, told: Option<(Text, Text, Text, bool)>) -> State {
    let Some((title, body, reason, emergency)) = told else {
        return state;
    };
    let shock = Shock {
        id: id("nedstengning"),
        title: title.clone(),
        date: date(2020, 3, 12),
        breaks: vec![id(ASSUMPTIONS[0])],
        weakens: vec![id(ASSUMPTIONS[1])],
        declared_by: title.clone(),
        declared: date(2020, 3, 13),
        body,
        example: emergency,
    };
    let mut reason = reason;
    if reason.is_empty() {
        reason = Text::nb("+++");
    }
    let decision = |choice| Decision {
        shock: shock.id.clone(),
        measure: None,
        goal: None,
        choice,
        reason: reason.clone(),
        decided_by: title.clone(),
        decided: date(2020, 5, 8),
        case: "\"14\"/20".to_owned(),
        replaced_by: None,
        emergency: None,
        carried_out: None,
        example: emergency,
        draft: None,
        goal_draft: None,
    };
    let (Some(first), Some(goal)) = (state.measures.first().cloned(), state.goals.first().cloned()) else {
        return state;
    };
    let new = Measure {
        id: id("ny-i-plan"),
        title: title.clone(),
        ..first.clone()
    };
    state.decisions = vec![
        Decision {
            measure: Some(first.id.clone()),
            emergency: emergency.then(|| Emergency {
                expires: date(2020, 6, 1),
                was: Some(Box::new(first.clone())),
                lapsed: None,
            }),
            ..decision(Choice::Pause)
        },
        Decision {
            measure: Some(new.id.clone()),
            draft: Some(Draft {
                was: None,
                will: Box::new(new),
            }),
            ..decision(Choice::New)
        },
        Decision {
            goal: Some(goal.id.clone()),
            goal_draft: Some(GoalDraft {
                was: Box::new(goal.clone()),
                will: Box::new(goal),
            }),
            ..decision(Choice::Repath)
        },
    ];
    state.shocks = vec![shock];
    state.sort();
    state
}

/// A hearing about the first plan with two statements, one assessed and one withheld.
fn with_hearing(mut state: State, told: Option<(Text, Text, Text, bool)>) -> State {
    let Some((title, body, text, example)) = told else { return state };
    let Some(plan) = state.action_plans.first().cloned() else {
        return state;
    };
    let (opens, hearing): (Date, HearingId) = (date(2020, 4, 1), id("varhoring"));
    let content = AdoptedPlan::on(&state, &plan, opens).to_content().unwrap();
    let asked: Vec<_> = AdoptedPlan::on(&state, &plan, opens)
        .measures
        .into_iter()
        .map(|one| one.id)
        .collect();
    let verdicts = asked.first().map(|measure| Verdict {
        measure: measure.clone(),
        holds: Holds::Changes,
        reason: text.clone(),
    });
    let statement = Statement {
        hearing: hearing.clone(),
        number: 1,
        received: date(2020, 4, 2),
        changed: example.then_some(date(2020, 4, 3)),
        way: Way::Link,
        sender: Sender::Partner,
        organisation: Some(id(ORGANISATIONS[0])),
        name: String::new(),
        text: text.clone(),
        answers: vec![Answer {
            question: 1,
            text: title.clone(),
        }],
        verdicts: verdicts.into_iter().collect(),
        attachments: vec![Attachment {
            name: "\"brev\".pdf".to_owned(),
            kind: FileKind::Pdf,
            hash: "a".repeat(64),
            bytes: 12,
        }],
        moderation: vec![],
        assessment: Some(Assessment {
            outcome: Outcome::Partly,
            text: title.clone(),
            changed: asked.first().cloned().into_iter().collect(),
            by: title.clone(),
            date: opens,
        }),
        example,
    };
    let withheld = Statement {
        number: 2,
        sender: Sender::Organisation,
        organisation: None,
        name: "=Naboen'\"".to_owned(),
        moderation: vec![Moderation {
            date: opens,
            decision: Publication::Withheld,
            reason: Some(Reason::Insult),
            note: text.clone(),
            erased: example,
        }],
        assessment: None,
        ..statement.clone()
    };
    state.hearings = vec![Hearing {
        id: hearing.clone(),
        title: title.clone(),
        kind: hearing::Kind::CommunityPlan,
        circles: vec![Circle::Public, Circle::Forum],
        forum: Some(Forum {
            name: title.clone(),
            members: vec![id(ORGANISATIONS[0])],
        }),
        opens,
        deadline: date(2020, 6, 1),
        extensions: vec![Extension {
            date: date(2020, 5, 1),
            from: date(2020, 5, 20),
            reason: title.clone(),
        }],
        plan: Some(plan.id.clone()),
        every_measure: example,
        measures: asked,
        questions: vec![title.clone()],
        opened: Some(opens),
        draft: Some(Revision::hash_of(&content)),
        invited: vec![id(ORGANISATIONS[0])],
        conclusion: None,
        body,
        example,
    }];
    state.hearing_drafts = vec![hearing::Draft {
        id: hearing,
        content: content.into(),
    }];
    state.statements = vec![statement, withheld];
    state
}

/// A vote on two options: being written, or closed with one ballot that was cast and one decision of the body.
fn with_vote(mut state: State, told: Option<(Text, Text, bool, bool)>) -> State {
    let Some((title, body, closed, points)) = told else {
        return state;
    };
    let option = |name: &str, measure: Option<&Measure>| VoteOption {
        id: id(name),
        measure: measure.map(|measure| measure.id.clone()),
        title: title.clone(),
        text: body.clone(),
        cost: 100,
    };
    let mut vote = Vote {
        id: id("penger"),
        title: title.clone(),
        plan: None,
        budget: 150,
        opens: date(2026, 5, 1),
        closes: date(2026, 5, 10),
        decided_by: title.clone(),
        ballot: if points {
            BallotKind::Points { points: 10 }
        } else {
            BallotKind::Approval { most: closed.then_some(2) }
        },
        rule: Rule::EqualShares {
            utility: Utility::Votes,
            completion: Completion::Add1,
        },
        shares: Shares {
            organisations: 30,
            persons: 70,
        },
        options: vec![option("a", state.measures.first()), option("b", None)],
        opened: closed,
        closed: None,
        overrides: vec![],
        body: body.clone(),
        example: points,
        ballots: None,
    };
    if closed {
        let kind = if points { "cumulative" } else { "approval" };
        let (column, given) = if points { (";points", ";3") } else { ("", "") };
        let ballots = Ballots::from(format!(
            "META\nkey;value\nbudget;150\nnum_projects;2\nnum_votes;1\nvote_type;{kind}\nPROJECTS\nproject_id;cost\na;100\nb;100\n\
             VOTES\nvoter_id;vote{column}\n1;a{given}\n"
        ));
        vote.closed = Some(Closing {
            organisations: Turnout { asked: 2, answered: 0 },
            persons: Turnout { asked: 3, answered: 1 },
            hash: ballots.hash(),
        });
        vote.ballots = Some(ballots);
        vote.overrides = vec![Override {
            option: id("b"),
            outcome: programme::vote::Outcome::In,
            reason: title.clone(),
            body: title,
            date: date(2026, 5, 20),
            case: "1/26".to_owned(),
        }];
    }
    state.votes = vec![vote];
    state
}

/// Adopts the first plan of a state on these days.
fn with_revisions(mut state: State, mut adoptions: Vec<(Date, Text, String, Text, bool)>) -> State {
    // each follows the one before it in time
    adoptions.sort_by_key(|(adopted, ..)| *adopted);
    let numbered = (1..).zip(adoptions);
    let revisions = numbered.map(|(number, (adopted, body, case, reason, example))| {
        let content = AdoptedPlan::on(&state, &state.action_plans[0], adopted).to_content().unwrap();
        Revision {
            plan: state.action_plans[0].id.clone(),
            number,
            adopted,
            body,
            case,
            reason,
            example,
            hash: Revision::hash_of(&content),
            content: content.into(),
        }
    });
    state.revisions = revisions.collect();
    let letters = state.revisions.iter().map(|revision| letter(&state, revision)).collect();
    state.letters = letters;
    state
}

/// A letter about a revision, in its own words.
fn letter(state: &State, revision: &Revision) -> Letter {
    let partner = state.organisations[0].id.clone();
    Letter {
        id: Letter::id_of(&revision.plan, revision.number).unwrap(),
        plan: revision.plan.clone(),
        revision: revision.number,
        subject: Text::nb("Målene \"står\""),
        opening: revision.reason.clone(),
        closing: revision.body.clone(),
        signed: revision.reason.clone(),
        published: revision.example.then_some(revision.adopted),
        additions: vec![Addition {
            organisation: partner.clone(),
            greeting: Text::nb("Kjære dere"),
            text: revision.reason.clone(),
        }],
        sent: vec![Sent {
            organisation: partner,
            date: revision.adopted,
            recipients: revision.number,
        }],
        example: revision.example,
    }
}

/// Any valid programme.
pub fn states() -> impl Strategy<Value = State> {
    let series = (
        one_series("offisiell", None),
        one_series("korrigert", Some("offisiell")),
        one_series("tredje", None),
    );
    let register = (programme(), organisations(), assumptions(), indicators(), series, focus_areas());
    let plans = (guiding_plans(), goals(), action_plans(), measures());
    let adoptions = prop::collection::vec((day(), text(), odd(5), text(), any::<bool>()), 0..3);
    let shock = prop::option::of((title(), text(), text(), any::<bool>()));
    let hearing = prop::option::of((title(), text(), text(), any::<bool>()));
    let vote = prop::option::of((title(), text(), any::<bool>(), any::<bool>()));
    (register, plans, shock, (hearing, vote), adoptions).prop_map(|(register, plans, shock, (hearing, vote), adoptions)| {
        let (programme, organisations, assumptions, indicators, series, focus_areas) = register;
        let (guiding_plans, goals, action_plans, measures) = plans;
        let mut state = State {
            programme,
            organisations,
            assumptions,
            indicators,
            series: vec![series.0, series.1, series.2],
            focus_areas,
            guiding_plans,
            goals,
            action_plans,
            measures,
            shocks: vec![],
            decisions: vec![],
            hearings: vec![],
            hearing_drafts: vec![],
            statements: vec![],
            votes: vec![],
            letters: vec![],
            revisions: vec![],
        };
        state.sort();
        let state = with_hearing(with_shock(state, shock), hearing);
        with_revisions(with_vote(state, vote), adoptions)
    })
}
