//! A small programme with one of everything.

use std::sync::Arc;

use programme::{Point, State};
use serde_json::{Value, json};

/// The measures, each with its history.
fn measures() -> Value {
    json!([
        {"id": "frokost", "plan": "2020", "title": {"nb": "Partnerfrokost"}, "focus-area": "omdomme", "goals": ["innbyggere"],
         "responsible": "knf", "contributing": ["bedrift"], "horizon": "this-year", "starts": "2020-01-01", "ends": "2020-12-31",
         "budget": [{"funder": "bedrift", "year": 2020, "kroner": 1000}],
         "status": [{"date": "2020-01-15", "status": "running"},
                    {"date": "2020-03-12", "status": "paused", "reason": {"nb": "Folk kan ikke samles"}}], "order": 1},
        {"id": "kampanje", "plan": "2020", "title": {"nb": "Kampanje", "en": "Campaign"}, "focus-area": "omdomme", "goals": ["innbyggere"],
         "responsible": "knf", "horizon": "immediate", "starts": "2020-05-08", "ends": "2020-12-31", "from": "2020-05-08",
         "status": [{"date": "2020-05-08", "status": "planned"}], "order": 2}
    ])
}

fn series() -> Value {
    let source = json!({"publisher": "Statistisk sentralbyrå", "table": "07459", "fetched": "2026-03-20"});
    json!([
        {"id": "folketall", "title": {"nb": "Folketall"}, "definition": {"nb": "Bosatte"}, "unit": "persons", "period": "day", "source": source},
        {"id": "korrigert", "title": {"nb": "Korrigert"}, "definition": {"nb": "Uten mottak"}, "unit": "persons", "period": "day",
         "corrects": "folketall", "rule": {"nb": "Trekk fra mottaket"}, "source": source}
    ])
}

pub(crate) fn of<T: serde::de::DeserializeOwned>(value: Value) -> T {
    serde_json::from_value(value).unwrap()
}

fn point(period: &str, value: &str) -> Point {
    Point {
        period: period.parse().unwrap(),
        codes: vec![],
        value: value.parse().unwrap(),
        note: None,
    }
}

/// The programme `byen`: Vekst i Byen, with a goal, two measures and the figures the platform is judged by.
pub fn example() -> State {
    let mut state = State {
        programme: of(json!({
            "id": "byen", "name": {"nb": "Vekst i Byen"}, "heading": {"nb": "Målene står"}, "summary": {"nb": "Slik går det"},
            "launched": "2019-01-01", "horizon": "2030-01-01", "owner": "kommunen", "executing": "knf", "accent": "#0062ba",
            "contact": "post@example.no", "lead": "leder@example.no", "municipality": {"code": "3303", "name": "Byen"}
        })),
        organisations: of(json!([
            {"id": "kommunen", "name": {"nb": "Kommunen"}, "kind": "municipality", "roles": ["owner"]},
            {"id": "knf", "name": {"nb": "Næringsforeningen"}, "kind": "association", "roles": ["executing"]},
            {"id": "bedrift", "name": {"nb": "Bedriften"}, "kind": "company", "roles": ["partner"]}
        ])),
        assumptions: of(json!([{"id": "samles", "text": {"nb": "Folk kan samles"}}])),
        indicators: of(
            json!([{"id": "folketall", "title": {"nb": "Folketall"}, "definition": {"nb": "Bosatte"}, "series": "folketall",
            "corrected": "korrigert", "owner": "kommunen", "fresh-months": 15}]),
        ),
        series: of(series()),
        focus_areas: of(json!([{"id": "omdomme", "title": {"nb": "Omdømme"}}])),
        guiding_plans: of(json!([{"id": "samfunnsdel", "title": {"nb": "Samfunnsdelen"}, "owner": "kommunen", "order": 1}])),
        goals: of(
            json!([{"id": "innbyggere", "title": {"nb": "Flere innbyggere"}, "sentence": {"nb": "Vi skal vokse"}, "indicator": "folketall",
            "target": {"from": "2019-01-01", "start": 27481.0, "yearly-rate": 0.01, "horizon": "2030-01-01"}, "order": 1}]),
        ),
        action_plans: of(
            json!([{"id": "2020", "title": {"nb": "Handlingsplan 2020"}, "starts": "2020-01-01", "ends": "2020-12-31",
            "focus-areas": ["omdomme"]}]),
        ),
        measures: of(measures()),
        shocks: vec![],
        decisions: vec![],
        hearings: vec![],
        hearing_drafts: vec![],
        statements: vec![],
        votes: vec![],
        letters: vec![],
        revisions: vec![],
    };
    state.series[0].points = Arc::new(vec![
        point("2019-01-01", "27481"),
        point("2023-01-01", "28793"),
        point("2026-01-01", "29169"),
    ]);
    state.series[1].points = Arc::new(vec![point("2023-01-01", "28275"), point("2026-01-01", "..")]);
    state
}
