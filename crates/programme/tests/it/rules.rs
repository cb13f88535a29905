//! The rules that every programme keeps.

use jiff::civil::date;
use programme::check::FaultKind;
use programme::{State, Text, check};
use testkit::example::example;

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
