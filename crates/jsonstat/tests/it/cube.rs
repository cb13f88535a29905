//! Slicing, summing and joining.

use jsonstat::{AskError, Category, Dataset, Dimension, JoinError, Role, Statuses, TotalError, Value, Values};
use proptest::prelude::*;
use serde_json::json;

fn dimension(id: &str, codes: &[&str]) -> Dimension {
    Dimension::new(id, codes.iter().map(|code| Category::new(*code)).collect()).unwrap()
}

fn cube(values: Values, statuses: Statuses) -> Dataset {
    let dimensions = vec![
        dimension("Region", &["3303", "0301"]),
        dimension("Alder", &["0", "1", "2"]),
        dimension("Tid", &["2024", "2025"]),
    ];
    Dataset::new(dimensions, values, statuses).unwrap()
}

/// The numbers 0 to 11, one in each cell.
fn counted() -> Dataset {
    cube(
        Values::dense((0..12).map(|number| Some(Value::Number(f64::from(number))))),
        Statuses::none(),
    )
}

fn numbers(dataset: &Dataset) -> Vec<Option<f64>> {
    dataset.cells().map(|cell| cell.number()).collect()
}

#[test]
fn a_slice_keeps_the_order_that_is_asked_for() {
    let slice = counted().slice(&[("Alder", &["2", "0"]), ("Tid", &["2025"])]).unwrap();
    assert_eq!(numbers(&slice), [5.0, 1.0, 11.0, 7.0].map(Some));
    assert_eq!(slice.codes(2), ["0301", "2", "2025"]);
    let missing = counted().slice(&[("Alder", &["3"])]).unwrap_err();
    assert_eq!(missing.to_string(), "the dimension «Alder» has no category «3»");
    assert_eq!(counted().slice(&[("Alder", &["1", "1"])]).unwrap_err(), AskError::Twice("1".into()));
    assert_eq!(
        counted().at(&[("Region", "3303"), ("Tid", "2024")]).unwrap_err(),
        AskError::NotSaid("Alder".into())
    );
}

#[test]
fn a_sum_over_a_dimension_leaves_the_others() {
    let total = counted().total("Alder", &[]).unwrap();
    assert_eq!(numbers(&total), [6.0, 9.0, 24.0, 27.0].map(Some));
    let some = counted().total("Alder", &["0", "2"]).unwrap();
    assert_eq!(numbers(&some), [4.0, 6.0, 16.0, 18.0].map(Some));
}

#[test]
fn a_missing_or_signed_cell_makes_the_sum_unknown_and_never_counts_as_zero() {
    let values = |cell: usize| (cell != 2).then_some(Value::Number(1.0));
    let statuses = [(2, ":"), (3, ".."), (6, "p")];
    let dense = cube(Values::dense((0..12).map(values)), Statuses::sparse(statuses));
    let sparse = cube(
        Values::sparse((0..12).filter_map(|cell| Some((cell, Some(values(cell)?))))),
        Statuses::sparse(statuses),
    );
    for dataset in [dense, sparse] {
        let total = dataset.total("Alder", &[]).unwrap();
        assert_eq!(numbers(&total), [None, None, Some(3.0), Some(3.0)]);
        let statuses: Vec<Option<&str>> = total.cells().map(|cell| cell.status).collect();
        assert_eq!(statuses, [Some(":"), Some(".."), Some("p"), None]);
    }
}

#[test]
fn what_must_not_be_summed_is_not() {
    let measures = |kind: &str| {
        let mut metric = dimension("ContentsCode", &["Personer"]).in_role(Role::Metric);
        metric.head.extension = json!({"measuringType": {"Personer": kind}});
        let dimensions = vec![
            dimension("Region", &["a", "b"]),
            metric,
            dimension("Tid", &["1", "2"]).in_role(Role::Time),
        ];
        Dataset::new(dimensions, Values::dense([Some(Value::Number(1.0)); 4]), Statuses::none()).unwrap()
    };
    assert_eq!(measures("Stock").total("Tid", &[]).unwrap_err(), TotalError::Time("Tid".into()));
    assert_eq!(numbers(&measures("Flow").total("Tid", &[]).unwrap()), [Some(2.0); 2]);
    assert_eq!(numbers(&measures("Stock").total("Region", &[]).unwrap()), [Some(2.0); 2]);
    assert_eq!(
        measures("Average").total("Region", &[]).unwrap_err(),
        TotalError::Average("Personer".into())
    );
    let mut refused = measures("Flow");
    refused.head.extension = json!({"px": {"aggregallowed": false}});
    assert_eq!(refused.total("Region", &[]).unwrap_err(), TotalError::NotAllowed);
    assert_eq!(
        numbers(&refused.total("Region", &["b"]).unwrap()),
        [Some(1.0); 2],
        "one category is no sum"
    );
    let two = vec![dimension("ContentsCode", &["x", "y"]).in_role(Role::Metric)];
    let two = Dataset::new(two, Values::dense([Some(Value::Number(1.0)); 2]), Statuses::none()).unwrap();
    assert_eq!(
        two.total("ContentsCode", &[]).unwrap_err(),
        TotalError::Measures("ContentsCode".into())
    );
}

#[test]
fn a_hierarchy_is_summed_from_its_top_and_never_twice() {
    let parent = Category {
        children: vec!["b".into(), "c".into()],
        ..Category::new("a")
    };
    let mut region = Dimension::new("Region", vec![parent, Category::new("b"), Category::new("c"), Category::new("d")]).unwrap();
    let dataset = |region: &Dimension| {
        let values = Values::dense([10.0, 4.0, 6.0, 1.0].map(|number| Some(Value::Number(number))));
        Dataset::new(vec![region.clone()], values, Statuses::none()).unwrap()
    };
    assert_eq!(numbers(&dataset(&region).total("Region", &[]).unwrap()), [Some(11.0)]);
    assert_eq!(numbers(&dataset(&region).total("Region", &["b", "c"]).unwrap()), [Some(10.0)]);
    let overlap = dataset(&region).total("Region", &["a", "b"]).unwrap_err();
    assert_eq!(overlap.to_string(), "«b» is part of «a» and would be counted twice");
    region.head.extension = json!({"eliminationValueCode": "d"});
    assert_eq!(
        numbers(&dataset(&region).total("Region", &[]).unwrap()),
        [Some(1.0)],
        "the source's own total is read"
    );
}

#[test]
fn parts_that_do_not_fit_are_not_joined() {
    let part = |codes: &[&str], id: &str| {
        let dimensions = vec![dimension("Region", codes), dimension(id, &["1"])];
        let values = Values::dense(codes.iter().map(|_| Some(Value::Number(1.0))));
        Dataset::new(dimensions, values, Statuses::none()).unwrap()
    };
    let twice = Dataset::join(&[part(&["a"], "x"), part(&["a"], "x")], "Region").unwrap_err();
    assert!(twice.to_string().contains("«a» stands twice"), "{twice}");
    let other = Dataset::join(&[part(&["a"], "x"), part(&["b"], "y")], "Region").unwrap_err();
    assert_eq!(other, JoinError::NoDimension(1, "x".into()));
    assert_eq!(Dataset::join(&[], "Region").unwrap_err(), JoinError::Nothing);
    assert!(matches!(
        Dataset::join(&[part(&["a"], "x")], "z"),
        Err(JoinError::NoDimension(0, _))
    ));
}

proptest! {
    #[test]
    fn what_is_cut_apart_can_be_joined(
        cells in proptest::collection::vec((proptest::option::of(-1e9..1e9_f64), proptest::option::of("[:.p]{1,2}")), 12),
        axis in 0..3_usize,
        cut in 1..3_usize,
    ) {
        let values = Values::dense(cells.iter().map(|(number, _)| number.map(Value::Number)));
        let statuses = Statuses::sparse(cells.iter().enumerate().filter_map(|(cell, (_, status))| Some((cell, status.as_deref()?))));
        let whole = cube(values, statuses);
        let along = whole.dimensions()[axis].id.clone();
        let codes: Vec<&str> = whole.dimensions()[axis].categories().iter().map(|one| one.code.as_str()).collect();
        let cut = cut.min(codes.len() - 1);
        let parts = [&codes[..cut], &codes[cut..]].map(|codes| whole.slice(&[(along.as_str(), codes)]).unwrap());
        let joined = Dataset::join(&parts, &along).unwrap();
        prop_assert!(joined.cells().eq(whole.cells()));
        prop_assert_eq!(joined.dimensions(), whole.dimensions());
    }

    #[test]
    fn a_sum_does_not_depend_on_how_values_are_kept(cells in proptest::collection::vec(proptest::option::of(-1000..1000_i32), 12)) {
        let value = |number: &Option<i32>| number.map(|number| Value::Number(f64::from(number)));
        let dense = cube(Values::dense(cells.iter().map(value)), Statuses::none());
        let sparse = cube(Values::sparse(cells.iter().enumerate().filter_map(|(cell, number)| Some((cell, Some(value(number)?))))), Statuses::none());
        for over in ["Region", "Alder", "Tid"] {
            prop_assert_eq!(numbers(&dense.total(over, &[]).unwrap()), numbers(&sparse.total(over, &[]).unwrap()));
        }
    }
}
