//! Every legal form of the same small table gives the same cells, and every illegal one is told with its place.

use jsonstat::{Code, Dataset, Document, Item, Severity, Value, read, read_dataset, validate};
use serde_json::{Value as Json, json};

/// Two regions in two years, with one part of it changed.
fn table(change: impl FnOnce(&mut Json)) -> String {
    let mut table = json!({
        "version": "2.0", "class": "dataset", "label": "Folkemengde", "id": ["Region", "Tid"], "size": [2, 2],
        "role": {"time": ["Tid"], "geo": ["Region"]},
        "dimension": {
            "Region": {"label": "region", "category": {"index": {"3303": 0, "0301": 1}, "label": {"3303": "Kongsberg", "0301": "Oslo"}}},
            "Tid": {"label": "år", "category": {"index": ["2024", "2025"]}},
        },
        "value": [28_848, 29_065, null, 724_290.5], "status": {"2": ":"},
    });
    change(&mut table);
    table.to_string()
}

fn refused(change: impl FnOnce(&mut Json)) -> String {
    read(table(change).as_bytes()).unwrap_err().to_string()
}

fn cells(dataset: &Dataset) -> Vec<(Option<f64>, Option<&str>)> {
    dataset.cells().map(|cell| (cell.number(), cell.status)).collect()
}

#[test]
fn values_and_categories_may_be_lists_or_objects() {
    let plain = read_dataset(table(|_| {}).as_bytes()).unwrap();
    let expected = [
        (Some(28_848.0), None),
        (Some(29_065.0), None),
        (None, Some(":")),
        (Some(724_290.5), None),
    ];
    assert_eq!(cells(&plain), expected);
    let changes: [fn(&mut Json); 6] = [
        |table| table["value"] = json!({"3": 724_290.5, "0": 28_848, "1": 29_065}),
        |table| table["value"] = json!({"3": 724_290.5, "2": null, "0": 28_848, "1": 29_065}),
        |table| table["status"] = json!([null, "", ":", null]),
        |table| table["dimension"]["Region"]["category"]["index"] = json!(["3303", "0301"]),
        |table| table["dimension"]["Tid"]["category"]["index"] = json!({"2025": 1, "2024": 0}),
        |table| table["value"] = json!([28_848.0, 2.9065e4, null, 724_290.5]),
    ];
    for change in changes {
        let text = table(change);
        let dataset = read_dataset(text.as_bytes()).unwrap();
        assert_eq!(cells(&dataset), expected, "{text}");
        assert_eq!(dataset.codes(3), ["0301", "2025"]);
    }
}

#[test]
fn one_status_may_speak_for_all_cells() {
    for status in [json!("e"), json!(["e"])] {
        let text = table(|table| table["status"] = status);
        let dataset = read_dataset(text.as_bytes()).unwrap();
        assert!(dataset.cells().all(|cell| cell.status == Some("e")));
    }
}

#[test]
fn a_dimension_of_one_category_needs_no_index() {
    let text = table(|table| {
        table["size"] = json!([1, 2]);
        table["dimension"]["Region"]["category"] = json!({"label": {"3303": "Kongsberg"}});
        table["value"] = json!(["1", 2]);
        table["status"] = Json::Null;
    });
    let dataset = read_dataset(text.as_bytes()).unwrap();
    assert_eq!(dataset.at(&[("Tid", "2024")]).unwrap().value, Some(Value::Text("1")));
    assert_eq!(dataset.at(&[("Tid", "2025"), ("Region", "3303")]).unwrap().number(), Some(2.0));
}

#[test]
fn what_describes_a_table_is_kept() {
    let text = table(|table| {
        table["note"] = json!(["tall er avrundet"]);
        table["extension"] = json!({"px": {"aggregallowed": true}, "noteMandatory": {"0": true}});
        table["link"] = json!({"alternate": [{"type": "text/csv", "href": "https://example.org/a.csv"}]});
        let category = &mut table["dimension"]["Region"]["category"];
        category["coordinates"] = json!({"3303": [9.65, 59.67]});
        category["note"] = json!({"0301": ["fylke også"]});
        category["child"] = json!({"0301": ["3303"]});
        category["unit"] = json!({"3303": {"base": "personer", "decimals": 0, "symbol": "p"}});
        table["dimension"]["Region"]["extension"] = json!({"elimination": true});
    });
    let dataset = read_dataset(text.as_bytes()).unwrap();
    assert_eq!(dataset.head.note, ["tall er avrundet"]);
    assert_eq!(dataset.head.extension["noteMandatory"]["0"], true);
    assert_eq!(dataset.head.link["alternate"][0]["type"], "text/csv");
    let region = dataset.dimension("Region").unwrap();
    assert_eq!(region.head.extension["elimination"], true);
    let kongsberg = region.category("3303").unwrap();
    assert_eq!(kongsberg.coordinates, Some([9.65, 59.67]));
    let unit = kongsberg.unit.as_ref().unwrap();
    assert_eq!(
        (unit.name(), unit.decimals(), unit.symbol()),
        (Some("personer"), Some(0), Some("p"))
    );
    assert_eq!(region.category("0301").unwrap().children, ["3303"]);
    assert_eq!(region.category("0301").unwrap().note, ["fylke også"]);
}

#[test]
fn documents_of_version_1_are_read() {
    let new: Json = serde_json::from_str(&table(|_| {})).unwrap();
    let mut dimension = new["dimension"].clone();
    dimension["id"] = new["id"].clone();
    dimension["size"] = json!(["2", 2]);
    dimension["role"] = new["role"].clone();
    let table = json!({"label": "Folkemengde", "dimension": dimension, "value": new["value"], "status": new["status"]});
    let old = json!({"befolkning": table, "version": "1.2", "noe": {"annet": 1}}).to_string();
    let Document::Bundle(datasets) = read(old.as_bytes()).unwrap() else {
        panic!("not a bundle");
    };
    assert_eq!(datasets[0].0, "befolkning");
    let expected = read_dataset(new.to_string().as_bytes()).unwrap();
    assert_eq!(cells(&datasets[0].1), cells(&expected));
    assert_eq!(datasets[0].1.dimensions(), expected.dimensions());
    let verdict = validate(old.as_bytes());
    assert!(verdict.valid());
    assert_eq!(verdict.problems[0].code, Code::BundleDeprecated);
}

#[test]
fn collections_hold_tables_dimensions_references_and_collections() {
    let inner: Json = serde_json::from_str(&table(|_| {})).unwrap();
    let dimension = json!({"class": "dimension", "label": "år", "category": {"index": ["2024"]}});
    let reference = json!({"class": "dataset", "type": "application/json", "href": "https://example.org/1", "label": "en"});
    let list = json!({"class": "collection", "link": {"item": [inner]}});
    let link = json!({"item": [inner, dimension, reference, list], "alternate": [{"href": "https://example.org"}]});
    let text = json!({"version": "2.0", "class": "collection", "label": "alt", "link": link}).to_string();
    let document = read(text.as_bytes()).unwrap();
    assert_eq!(document.datasets().len(), 2);
    let Document::Collection(collection) = document else {
        panic!("not a collection")
    };
    assert!(matches!(&collection.items[1], Item::Dimension(dimension) if dimension.len() == 1));
    assert!(matches!(&collection.items[2], Item::Reference(one) if one.head.href.as_deref() == Some("https://example.org/1")));
    assert_eq!(collection.head.link["alternate"][0]["href"], "https://example.org");
    assert!(read_dataset(text.as_bytes()).unwrap_err().to_string().contains("collection"));
}

#[test]
fn errors_name_the_place_in_the_document() {
    let region = "dimension.Region.category.index";
    let index = |index: Json| move |table: &mut Json| table["dimension"]["Region"]["category"]["index"] = index;
    assert!(refused(index(json!({"3303": 0, "0301": 0}))).starts_with(&format!("{region}[\"0301\"]: position 0 is that of «3303»")));
    assert!(refused(index(json!({"3303": 0, "0301": 2}))).starts_with(&format!("{region}[\"0301\"]: position 2 is beyond")));
    assert!(refused(index(json!({"3303": 0, "0301": 0.5}))).starts_with(&format!("{region}[\"0301\"]: 0.5 is not a position")));
    assert!(refused(index(json!(["3303", "3303"]))).starts_with(&format!("{region}[1]: the code «3303» stands twice")));
    assert!(refused(index(json!(["3303", 301]))).starts_with(&format!("{region}[1]: a code is expected")));
    assert!(refused(index(json!(["3303"]))).starts_with(&format!("{region}: there are 1 categories, but `size` says 2")));
    assert!(refused(|table| table["value"] = json!([1, 2, 3])).starts_with("value: there are 3 values, but the sizes make 4 cells"));
    assert!(
        refused(|table| table["value"] = json!({"4": 1})).starts_with("value[\"4\"]: this is not the number of a cell: they are 0 to 3")
    );
    assert!(refused(|table| table["value"] = json!([1, 2, true, 3])).starts_with("value[2]: a value is a number, a text or null"));
    assert!(refused(|table| table["status"] = json!({"9": ":"})).starts_with("status[\"9\"]"));
    assert!(refused(|table| table["size"] = json!([2])).contains("names 2 dimensions, but `size` has 1"));
    assert!(refused(|table| table["size"] = json!([2, -2])).starts_with("size[1]: «-2» is not a length"));
    assert!(refused(|table| table["id"] = json!(["Region", "År"])).starts_with("dimension: «År» is named by `id`, but is not here"));
    assert!(refused(|table| table["class"] = json!("cube")).starts_with("class: «cube» is none of"));
    assert!(refused(|table| table["dimension"]["Tid"]["category"] = json!({"label": {"a": "b", "c": "d"}})).contains("`index` is missing"));
}

#[test]
fn a_code_that_stands_twice_in_an_object_is_refused() {
    let text = table(|_| {}).replace("\"0301\":1}", "\"3303\":1}");
    let problem = read(text.as_bytes()).unwrap_err();
    assert_eq!(
        problem.to_string(),
        "dimension.Region.category.index[\"3303\"]: «3303» stands twice"
    );
    let labels = table(|_| {}).replace("\"0301\":\"Oslo\"", "\"0301\":\"Oslo\",\"0301\":\"Christiania\"");
    let dataset = read_dataset(labels.as_bytes()).unwrap();
    let oslo = dataset.dimension("Region").unwrap().category("0301").unwrap();
    assert_eq!(oslo.label.as_deref(), Some("Oslo"), "a label does not touch the cells");
    assert!(!validate(labels.as_bytes()).valid());
    let text = table(|table| table["value"] = json!({"0": 1})).replace("{\"0\":1}", "{\"0\":1,\"0\":2}");
    assert_eq!(
        read(text.as_bytes()).unwrap_err().to_string(),
        "value[\"0\"]: this cell stands twice"
    );
}

#[test]
fn what_breaks_a_rule_beside_the_cells_is_told_but_read() {
    type Case = (fn(&mut Json), Code, &'static str);
    let cases: [Case; 9] = [
        (
            |table| table["dimension"]["Region"]["category"]["label"]["9"] = json!("?"),
            Code::LabelKeyUnknown,
            "dimension.Region.category.label[\"9\"]",
        ),
        (
            |table| table["dimension"]["Region"]["category"]["label"] = json!({"3303": "Kongsberg"}),
            Code::LabelKeyIncomplete,
            "dimension.Region.category.label",
        ),
        (
            |table| table["dimension"]["Region"]["category"]["unit"] = json!({"x": {}}),
            Code::UnitKeyUnknown,
            "dimension.Region.category.unit.x",
        ),
        (
            |table| table["dimension"]["Region"]["category"]["coordinates"] = json!({"x": [1, 2]}),
            Code::CoordKeyUnknown,
            "dimension.Region.category.coordinates.x",
        ),
        (
            |table| table["dimension"]["Region"]["category"]["note"] = json!({"x": ["?"]}),
            Code::NoteKeyUnknown,
            "dimension.Region.category.note.x",
        ),
        (
            |table| table["dimension"]["Region"]["category"]["child"] = json!({"3303": ["x"]}),
            Code::ChildIdUnknown,
            "dimension.Region.category.child[\"3303\"]",
        ),
        (
            |table| table["dimension"]["Region"]["category"]["child"] = json!({"3303": ["0301"], "0301": ["3303"]}),
            Code::ChildCycle,
            "dimension.Region.category.child",
        ),
        (|table| table["role"]["metric"] = json!(["x"]), Code::RoleIdUnknown, "role.metric"),
        (
            |table| table["dimension"]["Kjonn"] = json!({"category": {"index": ["1"]}}),
            Code::DimKeyIdMismatch,
            "dimension.Kjonn",
        ),
    ];
    for (change, code, path) in cases {
        let text = table(change);
        assert!(read(text.as_bytes()).is_ok(), "{text}");
        let verdict = validate(text.as_bytes());
        let told: Vec<(Code, &str)> = verdict
            .problems
            .iter()
            .map(|problem| (problem.code, problem.path.as_str()))
            .collect();
        assert_eq!(told, [(code, path)], "{text}");
        assert_eq!(verdict.valid(), code.severity() < Severity::Error);
    }
    assert_eq!(validate(table(|_| {}).as_bytes()).problems, []);
}

#[test]
fn several_rules_are_told_at_once() {
    let text = table(|table| {
        table["value"] = json!({"4": 1});
        table["status"] = json!(["a", "b"]);
    });
    let codes: Vec<Code> = validate(text.as_bytes()).problems.iter().map(|problem| problem.code).collect();
    assert_eq!(codes, [Code::SparseKeyOutOfRange, Code::StatusLenMismatch]);
}
