//! What is written is read back as it was.

use jsonstat::{Category, Collection, Dataset, Dimension, Document, Head, Item, Reference, Role, Statuses, Unit, Value, Values};
use proptest::prelude::*;
use serde_json::{Value as Json, json};

fn text() -> impl Strategy<Value = String> {
    prop_oneof!["[a-zæøå0-9 ]{0,8}", any::<String>()]
}

fn tree() -> BoxedStrategy<Json> {
    prop_oneof![
        3 => Just(Json::Null),
        1 => (text(), any::<i64>(), any::<bool>()).prop_map(|(text, number, flag)| json!({"a": text, "b": [number, null], "c": flag})),
    ]
    .boxed()
}

prop_compose! {
    fn head(version: bool)(
        href in proptest::option::of(text()),
        label in proptest::option::of(text()),
        note in proptest::collection::vec(text(), 0..3),
        link in tree(),
        extension in tree(),
    ) -> Head {
        let version = version.then(|| "2.0".to_owned());
        Head { version, updated: label.clone(), source: href.clone(), href, label, note, link, extension }
    }
}

fn finite() -> impl Strategy<Value = f64> {
    use proptest::num::f64::{NEGATIVE, NORMAL, POSITIVE, SUBNORMAL, ZERO};
    prop_oneof![
        NORMAL | SUBNORMAL | ZERO | POSITIVE | NEGATIVE,
        (-1_000_000..1_000_000_i64).prop_map(|whole| whole as f64)
    ]
}

prop_compose! {
    fn dimension(id: String, versioned: bool)(
        codes in proptest::collection::btree_set(text(), 1..5),
        head in head(versioned),
        labels in any::<bool>(),
        coordinates in proptest::option::of([finite(), finite()]),
        first_is_parent in any::<bool>(),
    ) -> Dimension {
        let codes: Vec<String> = codes.into_iter().rev().collect();
        let category = |(place, code): (usize, &String)| Category {
            code: code.clone(),
            label: labels.then(|| format!("nr. {place}")),
            unit: labels.then(|| Unit(json!({"decimals": place, "base": code}).as_object().unwrap().clone())),
            coordinates,
            note: if place == 1 { vec!["merk".to_owned()] } else { Vec::new() },
            children: if place == 0 && first_is_parent { codes[1..].to_vec() } else { Vec::new() },
        };
        let mut dimension = Dimension::new(id.clone(), codes.iter().enumerate().map(category).collect()).unwrap();
        dimension.head = head;
        dimension
    }
}

type Filling = (Vec<(Option<f64>, Option<String>, Option<String>)>, u8, u8);

fn filled(dimensions: Vec<Dimension>, head: Head, (cells, values, statuses): Filling) -> Dataset {
    let len: usize = dimensions.iter().map(Dimension::len).product();
    let cell = |index: usize| &cells[index % cells.len()];
    let value = |index: usize| {
        let (number, text, _) = cell(index);
        number.map(Value::Number).or(text.as_deref().map(Value::Text))
    };
    let status = |index: usize| cell(index).2.as_deref().filter(|status| !status.is_empty());
    let values = match values {
        0 => Values::absent(),
        1 => Values::dense((0..len).map(value)),
        _ => Values::sparse((0..len).step_by(2).map(|index| (index, value(index)))),
    };
    let statuses = match statuses {
        0 => Statuses::none(),
        1 => Statuses::all("e"),
        2 if len > 1 => Statuses::dense((0..len).map(status)),
        _ => Statuses::sparse((0..len).filter_map(|index| Some((index, status(index)?)))),
    };
    let mut dataset = Dataset::new(dimensions, values, statuses).unwrap();
    dataset.head = head;
    dataset
}

fn dataset() -> BoxedStrategy<Dataset> {
    let roles = [Some(Role::Time), Some(Role::Geo), Some(Role::Metric), None];
    let dimensions = ["a", "b \"x\"", "id"].map(|id| dimension(id.into(), false).boxed());
    let cell = (
        proptest::option::of(finite()),
        proptest::option::of(text()),
        proptest::option::of(text()),
    );
    let filling = (proptest::collection::vec(cell, 1..20), 0..3_u8, 0..4_u8);
    let all = (dimensions, head(true).boxed(), filling.boxed(), 0..4_usize);
    let made = all.prop_map(move |(dimensions, head, filling, shift)| {
        let mut dimensions = Vec::from(dimensions);
        for (place, dimension) in dimensions.iter_mut().enumerate() {
            dimension.role = roles[(place + shift) % 4];
        }
        filled(dimensions, head, filling)
    });
    made.boxed()
}

fn item() -> impl Strategy<Value = Item> {
    prop_oneof![
        dataset().prop_map(|dataset| Item::Dataset(Box::new(dataset))),
        dimension(String::new(), true)
            .boxed()
            .prop_map(|dimension| Item::Dimension(Box::new(dimension))),
        (head(false), proptest::option::of(text())).prop_map(|(head, media_type)| Item::Reference(Box::new(Reference {
            class: Some("dataset".to_owned()),
            media_type,
            head,
        }))),
    ]
}

fn document() -> impl Strategy<Value = Document> {
    prop_oneof![
        dataset().prop_map(|dataset| Document::Dataset(Box::new(dataset))),
        dimension(String::new(), true)
            .boxed()
            .prop_map(|dimension| Document::Dimension(Box::new(dimension))),
        (head(true), proptest::collection::vec(item(), 0..3)).prop_map(|(head, items)| Document::Collection(Box::new(Collection {
            // among a collection's links its items stand apart
            head: Head { link: Json::Null, ..head },
            items,
        }))),
    ]
}

proptest! {
    #[test]
    fn a_document_is_read_back_as_it_was(document in document()) {
        let text = jsonstat::write(&document);
        prop_assert_eq!(jsonstat::read(text.as_bytes()).unwrap(), document, "{}", text);
    }
}
