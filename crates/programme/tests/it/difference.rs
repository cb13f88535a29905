//! The difference of two states of a plan: nothing is lost, and nothing is there that is not.

use std::collections::BTreeSet;

use jiff::civil::date;
use programme::difference::words::{self, Piece};
use programme::difference::{Difference, Fate, Field};
use programme::goal::Path;
use programme::{AdoptedPlan, BudgetLine, Horizon, Measure, Status, StatusChange, Target, Text};
use proptest::prelude::*;
use testkit::example::example;

fn plan() -> AdoptedPlan {
    let state = example();
    AdoptedPlan::on(&state, &state.action_plans[0], date(2020, 5, 8))
}

fn status(status: Status, reason: &str) -> StatusChange {
    StatusChange {
        date: date(2020, 5, 8),
        status,
        reason: Text::nb(reason),
        replaced_by: None,
    }
}

fn pledge(funder: &str, kroner: u64) -> BudgetLine {
    BudgetLine {
        funder: funder.parse().unwrap(),
        year: 2020,
        kroner,
        hours: 0,
        delivered_kroner: 0,
        delivered_hours: 0,
        example: false,
    }
}

fn fates(difference: &Difference<'_>) -> Vec<(String, Fate)> {
    difference.measures.iter().map(|one| (one.id.to_string(), one.fate)).collect()
}

#[test]
fn a_plan_that_nobody_touched_has_no_difference() {
    let (one, two) = (plan(), plan());
    let difference = Difference::between(&one, &two);
    assert!(difference.is_empty());
    assert!(difference.goals_stand());
    assert_eq!(difference.counts().get(&Fate::Kept), Some(&2));
}

#[test]
fn what_was_stopped_or_taken_out_stands_beside_what_is_new() {
    let (before, mut after) = (plan(), plan());
    after.measures[0].status.push(status(Status::Dropped, "Messen er avlyst"));
    let mut new = after.measures[1].clone();
    new.id = "kompensasjon".parse().unwrap();
    after.measures[1] = new;
    let difference = Difference::between(&before, &after);
    assert_eq!(
        fates(&difference),
        [
            ("frokost".to_owned(), Fate::Stopped),
            ("kompensasjon".to_owned(), Fate::New),
            ("kampanje".to_owned(), Fate::Removed)
        ]
    );
    let reasons: Vec<&str> = match &difference.measures[0].fields[..] {
        [Field::Status(lines)] => lines.come.iter().map(|line| line.reason.plain(programme::Language::Nb)).collect(),
        other => panic!("{other:?}"),
    };
    assert_eq!(reasons, ["Messen er avlyst"]);
}

#[test]
fn how_it_goes_and_what_was_delivered_does_not_change_the_plan() {
    let (before, mut after) = (plan(), plan());
    after.measures[0].budget[0].delivered_kroner = 500;
    after.measures[1].status.push(status(Status::Running, ""));
    let difference = Difference::between(&before, &after);
    assert_eq!(difference.counts().get(&Fate::Kept), Some(&2));
    assert!(!difference.is_empty());
    after.measures[0].budget[0].kroner = 900;
    assert_eq!(Difference::between(&before, &after).measures[0].fate, Fate::Changed);
}

#[test]
fn what_was_on_hold_and_goes_on_is_a_change() {
    let (before, mut after) = (plan(), plan());
    assert_eq!(before.measures[0].current(), Status::Paused);
    after.measures[0].status.push(status(Status::Running, ""));
    assert_eq!(Difference::between(&before, &after).measures[0].fate, Fate::Changed);
}

#[test]
fn money_is_followed_from_measure_to_measure_and_out_of_the_plan() {
    let (mut before, mut after) = (plan(), plan());
    before.measures[0].budget = vec![pledge("kommunen", 800), pledge("bedrift", 300)];
    after.measures[0].budget = vec![pledge("kommunen", 100), pledge("bedrift", 100)];
    after.measures[1].budget = vec![pledge("kommunen", 500), pledge("knf", 50)];
    let difference = Difference::between(&before, &after);
    let kroner = difference.kroner;
    assert_eq!((kroner.moved, kroner.gone, kroner.come), (500, 200 + 200, 50));
    assert_eq!(
        (
            difference.sums.before.money.pledged_kroner,
            difference.sums.after.money.pledged_kroner
        ),
        (1100, 750)
    );
    assert_eq!(
        1100 - kroner.gone + kroner.come,
        750,
        "what is left is what was, less what went, and what came"
    );
}

#[test]
fn a_goal_stands_though_its_path_is_another() {
    let (before, mut after) = (plan(), plan());
    let goal = &mut after.surroundings.as_mut().unwrap().goals[0];
    let target = goal.target.clone().unwrap();
    let points = vec![programme::goal::PathPoint {
        date: target.horizon,
        value: target.at_horizon(),
    }];
    let steeper = Target::new(date(2021, 1, 1), 27_694.0, Path::Points(points), target.horizon, false).unwrap();
    goal.target = Some(steeper);
    let difference = Difference::between(&before, &after);
    assert!(difference.goals[0].target().is_some());
    assert!(difference.goals_stand());

    let lower = Target::new(target.from, target.start, Path::YearlyRate(0.005), target.horizon, false).unwrap();
    after.surroundings.as_mut().unwrap().goals[0].target = Some(lower);
    assert!(!Difference::between(&before, &after).goals_stand());
}

fn text() -> impl Strategy<Value = String> {
    prop_oneof![
        Just(String::new()),
        "[a-c ,.\n]{0,40}",
        "(vi|skal|vokse|sammen|ikke|, |\\. |\n| ){0,30}",
        "\\PC{0,60}"
    ]
}

/// A few strokes of somebody's pen on a measure.
fn scribbled() -> impl Strategy<Value = Measure> {
    let base = plan().measures[0].clone();
    (0..6_u8, text(), text(), 0..3_usize, 0..4_u64, any::<bool>()).prop_map(move |(id, title, body, horizon, kroner, paused)| {
        let mut measure = base.clone();
        measure.id = format!("tiltak-{id}").parse().unwrap();
        measure.title = Text::nb(&title).with(programme::Language::En, &body);
        measure.body = Text::nb(&body);
        measure.horizon = Horizon::ALL[horizon];
        measure.budget = (0..kroner)
            .map(|year| BudgetLine {
                year: 2020 + year as i16,
                ..pledge("knf", kroner)
            })
            .collect();
        if paused {
            measure.status.push(status(Status::Paused, "Prøve"));
        }
        measure
    })
}

fn scribbled_plan() -> impl Strategy<Value = AdoptedPlan> {
    (proptest::collection::vec(scribbled(), 0..5), text(), any::<bool>()).prop_map(|(mut measures, body, goal)| {
        measures.sort_by(|one, two| one.id.cmp(&two.id));
        measures.dedup_by(|one, two| one.id == two.id);
        let mut plan = plan();
        plan.measures = measures;
        plan.plan.body = Text::nb(&body);
        if goal {
            plan.surroundings.as_mut().unwrap().goals.clear();
        }
        plan
    })
}

proptest! {
    #[test]
    fn two_states_differ_in_nothing_exactly_where_they_are_equal(one in scribbled_plan(), two in scribbled_plan()) {
        prop_assert!(Difference::between(&one, &one).is_empty());
        prop_assert_eq!(Difference::between(&one, &two).is_empty(), one == two);
    }

    #[test]
    fn every_measure_is_told_of_once(one in scribbled_plan(), two in scribbled_plan()) {
        let difference = Difference::between(&one, &two);
        let told: Vec<_> = difference.measures.iter().map(|measure| measure.id.clone()).collect();
        let all: BTreeSet<_> = one.measures.iter().chain(&two.measures).map(|measure| measure.id.clone()).collect();
        prop_assert_eq!(told.len(), all.len());
        prop_assert_eq!(told.into_iter().collect::<BTreeSet<_>>(), all);
        for measure in &difference.measures {
            let differs = measure.before != measure.after;
            prop_assert_eq!(differs, !measure.is_same());
        }
        let sum = |plan: &AdoptedPlan| plan.measures.iter().map(|measure| measure.money().pledged_kroner).sum::<u64>();
        prop_assert_eq!(sum(&one) + difference.kroner.come, sum(&two) + difference.kroner.gone);
    }

    #[test]
    fn the_way_back_takes_in_what_the_way_there_took_out(one in scribbled_plan(), two in scribbled_plan()) {
        let (there, back) = (Difference::between(&one, &two), Difference::between(&two, &one));
        let ids = |difference: &Difference<'_>, fate| difference.with(fate).map(|measure| measure.id.clone()).collect::<BTreeSet<_>>();
        prop_assert_eq!(ids(&there, Fate::New), ids(&back, Fate::Removed));
        prop_assert_eq!(ids(&there, Fate::Removed), ids(&back, Fate::New));
        prop_assert_eq!(there.kroner.moved, back.kroner.moved);
    }

    #[test]
    fn both_wordings_can_be_read_out_of_their_difference(one in text(), two in text(), times in 1..400_usize) {
        for (one, two) in [(one.clone(), two.clone()), (one.repeat(times), two.repeat(times))] {
            let pieces = words::between(&one, &two);
            let without = |left_out: fn(&Piece<'_>) -> bool| pieces.iter().filter(|piece| !left_out(piece)).map(Piece::text).collect::<String>();
            prop_assert_eq!(without(|piece| matches!(piece, Piece::Come(_))), one.as_str());
            prop_assert_eq!(without(|piece| matches!(piece, Piece::Gone(_))), two.as_str());
        }
    }
}
