//! A made-up programme of any size, the same each time: for what must be quick, and for what must be right, with thousands
//! of measures and dozens of revisions. It is the example's town with more of everything.

use jiff::civil::{Date, date};
use programme::{
    ActionPlan, AdoptedPlan, BudgetLine, Cost, Horizon, Language, Measure, Revision, Shock, State, Status, StatusChange, Text,
};
use serde_json::{Value, json};

use crate::example::{example, of};

/// What the platform is judged by: the measures of the largest plan.
pub const MEASURES: usize = 2_000;
/// What the platform is judged by: its revisions.
pub const REVISIONS: u32 = 50;

const ORGANISATIONS: usize = 40;
const FOCUS_AREAS: usize = 10;
const GOALS: usize = 20;
const ASSUMPTIONS: usize = 20;
/// What each revision but the first changes.
const CHANGED: usize = 40;
/// Of them, measures that are new.
const NEW: usize = 4;
/// Far enough apart, and prime to every sensible number of measures, so that revisions change other measures each time.
const STRIDE: usize = 7_919;

/// A plan that was adopted once a week from its first, with this many measures in its newest revision. After it a shock
/// struck everything that the measures rest on, and nobody has decided yet.
pub fn large(measures: usize, revisions: u32) -> State {
    let mut state = surroundings();
    let later = NEW * (revisions as usize).saturating_sub(1);
    state.measures = (0..measures.saturating_sub(later)).map(|number| measure(number, None)).collect();
    for number in 1..=revisions {
        let day = adopted_on(number);
        if number > 1 {
            change(&mut state.measures, number, day);
        }
        let revision = revision(&state, number, day);
        state.revisions.push(revision);
    }
    state.shocks = vec![shock(adopted_on(revisions + 1))];
    state.sort();
    state
}

/// The day on which a revision was adopted.
pub fn adopted_on(number: u32) -> Date {
    let weeks = i32::try_from(number).unwrap() - 1;
    date(2020, 1, 3).checked_add(jiff::Span::new().weeks(weeks)).unwrap()
}

/// All but measures and revisions.
fn surroundings() -> State {
    let mut state = example();
    let named = |kind: &str, count: usize, more: Value| -> Vec<Value> {
        (0..count)
            .map(|number| {
                let mut item = json!({"id": format!("{kind}-{number}")});
                item.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
                item
            })
            .collect()
    };
    let of_number = |mut items: Vec<Value>, field: &str, word: &str| {
        for (number, item) in items.iter_mut().enumerate() {
            item[field] = json!({"nb": format!("{word} {number}")});
        }
        Value::from(items)
    };
    let organisations = named(
        "bedrift",
        ORGANISATIONS,
        json!({"kind": "company", "roles": ["partner"], "example": true}),
    );
    state
        .organisations
        .extend(of::<Vec<_>>(of_number(organisations, "name", "Bedrift")));
    state.assumptions = of(of_number(
        named("forutsetning", ASSUMPTIONS, json!({"owner": "knf"})),
        "text",
        "Forutsetning",
    ));
    state.focus_areas = of(of_number(named("omrade", FOCUS_AREAS, json!({})), "title", "Satsingsområde"));
    let goals = named(
        "mal",
        GOALS,
        json!({"plan": "samfunnsdel", "sentence": {"nb": "Vi skal dit"}, "serves": ["innbyggere"]}),
    );
    state.goals.extend(of::<Vec<_>>(of_number(goals, "title", "Mål")));
    state.action_plans[0].focus_areas = state.focus_areas.iter().map(|area| area.id.clone()).collect();
    state
}

/// A measure as it was when it came in: of a plan's first day, or of a later one.
fn measure(number: usize, from: Option<Date>) -> Measure {
    let partner = |step: usize| format!("bedrift-{}", (number * 7 + step) % ORGANISATIONS);
    let came = from.unwrap_or(date(2020, 1, 1));
    let depends_on = match number % 10 {
        3 => vec![id(number - 1)],
        7 => vec![id(number - 1), id(number - 5)],
        _ => vec![],
    };
    let horizon = [Horizon::Immediate, Horizon::ThisYear, Horizon::LongTerm][number % 3];
    Measure {
        cost: vec![Cost {
            year: 2020,
            kroner: 10_000 * (1 + number as u64 % 90),
            hours: 40,
            example: true,
        }],
        budget: [0, 1]
            .map(|step| BudgetLine {
                funder: partner(step).parse().unwrap(),
                year: 2020,
                kroner: 4_000 * (1 + number as u64 % 90),
                hours: 10,
                delivered_kroner: 0,
                delivered_hours: 0,
                example: true,
            })
            .to_vec(),
        depends_on: of(depends_on.into()),
        horizon,
        body: body(number, 0),
        from,
        ..of(json!({
            "id": id(number), "plan": "2020", "title": {"nb": format!("Tiltak {number} for {}", WORDS[number % WORDS.len()])},
            "focus-area": format!("omrade-{}", number % FOCUS_AREAS), "goals": [format!("mal-{}", number % GOALS)],
            "responsible": partner(0), "executing": [partner(2)], "contributing": [partner(1)], "horizon": "this-year",
            "starts": came, "ends": "2020-12-31", "assumptions": [format!("forutsetning-{}", number % ASSUMPTIONS)],
            "status": [{"date": came, "status": "planned"}], "example": true, "order": number
        }))
    }
}

fn id(number: usize) -> String {
    format!("tiltak-{number:04}")
}

const WORDS: [&str; 12] = [
    "innbyggere",
    "næring",
    "omdømme",
    "boliger",
    "skole",
    "barnehage",
    "reiseliv",
    "arbeid",
    "byliv",
    "idrett",
    "kultur",
    "tilflytting",
];

/// Some hundred words, of which a few are others in each edition.
fn body(number: usize, edition: usize) -> Text {
    let word = |place: usize| {
        let edited = if place.is_multiple_of(20) { edition } else { 0 };
        WORDS[(number * 5 + place * 7 + edited) % WORDS.len()]
    };
    let sentence = |line: usize| {
        let words: Vec<&str> = (0..10).map(|place| word(line * 10 + place)).collect();
        format!("Partnerne samarbeider om {}.", words.join(" og "))
    };
    let text = Text::nb(&(0..8).map(sentence).collect::<Vec<_>>().join("\n\n"));
    if number.is_multiple_of(4) {
        text.with(Language::En, &format!("The partners work together on {}.", word(0)))
    } else {
        text
    }
}

/// What was done to the plan before a revision: texts, money and statuses of some measures, some stopped and some new.
fn change(measures: &mut Vec<Measure>, revision: u32, day: Date) {
    let place = |step: usize| (revision as usize * CHANGED + step) * STRIDE;
    let there = measures.len();
    for step in 0..CHANGED - NEW {
        let number = place(step) % there;
        let measure = &mut measures[number];
        let next = |status, reason: &str| StatusChange {
            date: day,
            status,
            reason: if reason.is_empty() { Text::default() } else { Text::nb(reason) },
            replaced_by: None,
        };
        match step % 4 {
            _ if measure.current() == Status::Dropped => {}
            0 => measure.body = body(number, revision as usize),
            1 => measure.budget[0].kroner += 1_000 * u64::from(revision),
            2 if step < CHANGED / 2 => measure.status.push(next(Status::Dropped, "Forutsetningen holder ikke lenger")),
            2 => measure.status.push(next(Status::Paused, "Venter på partnerne")),
            _ => measure.status.push(next(Status::Running, "")),
        }
    }
    measures.extend((there..there + NEW).map(|number| measure(number, Some(day))));
}

fn revision(state: &State, number: u32, day: Date) -> Revision {
    let plan: &ActionPlan = &state.action_plans[0];
    let content = AdoptedPlan::on(state, plan, day).to_content().unwrap();
    Revision {
        plan: plan.id.clone(),
        number,
        adopted: day,
        body: Text::nb("Styringsgruppa"),
        case: format!("{number}/20"),
        reason: Text::default(),
        example: true,
        hash: Revision::hash_of(&content),
        content: content.into(),
    }
}

fn shock(day: Date) -> Shock {
    let (breaks, weakens): (Vec<_>, Vec<_>) = (0..ASSUMPTIONS)
        .map(|number| format!("forutsetning-{number}"))
        .partition(|id| id.ends_with('0'));
    of(json!({
        "id": "stengt", "title": {"nb": "Alt stenger"}, "date": day, "breaks": breaks, "weakens": weakens,
        "declared-by": {"nb": "Programleder"}, "declared": day, "example": true
    }))
}
