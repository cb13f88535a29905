//! A document in the form that version 2.0 recommends: categories as lists, dense values as a list, sparse ones by cell.

use serde_json::{Map, Value as Json, json};

use crate::dataset::Dataset;
use crate::dimension::{Category, Dimension, Role};
use crate::document::{Collection, Document, Item, Reference};
use crate::head::Head;
use crate::values::{Numbers, StatusCells, Statuses, Value, Values};

/// What a document says it is.
const VERSION: Option<&str> = Some("2.0");

/// Writes a document. Reading what was written gives the same document, but for two things: the document's own version is
/// "2.0", and a bundle of version 1.x becomes a collection with the same tables.
pub fn write(document: &Document) -> String {
    let mut text = String::new();
    match document {
        Document::Dataset(dataset) => write_dataset(&mut text, dataset, VERSION),
        Document::Collection(collection) => write_collection(&mut text, collection, VERSION),
        Document::Dimension(dimension) => put(&mut text, &lone_dimension(dimension, VERSION)),
        Document::Bundle(datasets) => {
            let item = |(_, dataset): &(String, Dataset)| Item::Dataset(Box::new(dataset.clone()));
            let collection = Collection {
                head: Head::default(),
                items: datasets.iter().map(item).collect(),
            };
            write_collection(&mut text, &collection, VERSION);
        }
    }
    text
}

impl std::fmt::Display for Document {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.write_str(&write(self))
    }
}

fn put(text: &mut String, tree: &Json) {
    text.push_str(&tree.to_string());
}

/// The members that all responses share.
fn head(class: Option<&str>, head: &Head, version: Option<&str>) -> Map<String, Json> {
    let mut members = Map::new();
    let mut text = |key: &str, value: Option<&str>| {
        if let Some(value) = value {
            members.insert(key.to_owned(), value.into());
        }
    };
    text("version", version.or(head.version.as_deref()));
    text("class", class);
    text("href", head.href.as_deref());
    text("label", head.label.as_deref());
    text("source", head.source.as_deref());
    text("updated", head.updated.as_deref());
    if !head.note.is_empty() {
        members.insert("note".to_owned(), json!(head.note));
    }
    for (key, tree) in [("link", &head.link), ("extension", &head.extension)] {
        if !tree.is_null() {
            members.insert(key.to_owned(), tree.clone());
        }
    }
    members
}

fn write_collection(text: &mut String, collection: &Collection, version: Option<&str>) {
    let mut members = head(Some("collection"), &collection.head, version);
    let link = members.remove("link");
    open(text, &members);
    text.push_str(",\"link\":{");
    if let Some(Json::Object(links)) = link {
        for (relation, tree) in links {
            text.push_str(&format!("{}:{tree},", Json::from(relation)));
        }
    }
    text.push_str("\"item\":[");
    for (place, item) in collection.items.iter().enumerate() {
        if place > 0 {
            text.push(',');
        }
        match item {
            Item::Dataset(dataset) => write_dataset(text, dataset, None),
            Item::Collection(collection) => write_collection(text, collection, None),
            Item::Dimension(dimension) => put(text, &lone_dimension(dimension, None)),
            Item::Reference(reference) => put(text, &written_reference(reference)),
        }
    }
    text.push_str("]}}");
}

/// An object that more members will follow in.
fn open(text: &mut String, members: &Map<String, Json>) {
    let object = Json::Object(members.clone()).to_string();
    text.push_str(&object[..object.len() - 1]);
}

fn written_reference(reference: &Reference) -> Json {
    let mut members = Map::new();
    let texts = [
        ("class", &reference.class),
        ("type", &reference.media_type),
        ("version", &reference.head.version),
    ];
    for (key, value) in texts {
        if let Some(value) = value {
            members.insert(key.to_owned(), value.as_str().into());
        }
    }
    members.extend(head(None, &reference.head, None));
    members.into()
}

fn lone_dimension(dimension: &Dimension, version: Option<&str>) -> Json {
    let mut members = head(Some("dimension"), &dimension.head, version);
    members.insert("category".to_owned(), categories(dimension));
    members.into()
}

fn write_dataset(text: &mut String, dataset: &Dataset, version: Option<&str>) {
    let mut members = head(Some("dataset"), &dataset.head, version);
    let ids: Vec<&str> = dataset.dimensions().iter().map(|dimension| dimension.id.as_str()).collect();
    members.insert("id".to_owned(), json!(ids));
    members.insert("size".to_owned(), dataset.dimensions().iter().map(Dimension::len).collect());
    let roles = roles(dataset);
    if !roles.is_empty() {
        members.insert("role".to_owned(), roles.into());
    }
    let written = |dimension: &Dimension| {
        let mut members = head(None, &dimension.head, None);
        members.insert("category".to_owned(), categories(dimension));
        (dimension.id.clone(), Json::Object(members))
    };
    members.insert(
        "dimension".to_owned(),
        Json::Object(dataset.dimensions().iter().map(written).collect()),
    );
    open(text, &members);
    write_values(text, &dataset.values);
    write_statuses(text, &dataset.statuses);
    text.push('}');
}

fn roles(dataset: &Dataset) -> Map<String, Json> {
    let of = |(name, role): (&str, Role)| {
        let ids: Vec<&str> = dataset.in_role(role).map(|dimension| dimension.id.as_str()).collect();
        (!ids.is_empty()).then(|| (name.to_owned(), json!(ids)))
    };
    Role::ALL.into_iter().filter_map(of).collect()
}

fn categories(dimension: &Dimension) -> Json {
    let all = dimension.categories();
    let mut members = Map::new();
    let codes: Vec<&str> = all.iter().map(|category| category.code.as_str()).collect();
    members.insert("index".to_owned(), json!(codes));
    let mut member = |key: &str, of: &dyn Fn(&Category) -> Option<Json>| {
        let map: Map<String, Json> = all.iter().filter_map(|one| Some((one.code.clone(), of(one)?))).collect();
        if !map.is_empty() {
            members.insert(key.to_owned(), map.into());
        }
    };
    member("label", &|one| one.label.as_deref().map(Json::from));
    member("unit", &|one| one.unit.as_ref().map(|unit| Json::Object(unit.0.clone())));
    member("coordinates", &|one| one.coordinates.map(|pair| json!(pair)));
    member("note", &|one| (!one.note.is_empty()).then(|| json!(one.note)));
    member("child", &|one| (!one.children.is_empty()).then(|| json!(one.children)));
    members.into()
}

/// A number as short as it can be and still be read back as the same.
fn number(text: &mut String, number: f64) {
    /// Below this, whole numbers are floating-point numbers exactly.
    const EXACT: f64 = 9_007_199_254_740_992.0;
    let whole = number as i64;
    // no number that is not the same to the last bit: minus zero is kept
    if number.abs() < EXACT && (whole as f64).to_bits() == number.to_bits() {
        text.push_str(&whole.to_string());
    } else {
        text.push_str(&Json::from(number).to_string());
    }
}

fn value(text: &mut String, value: Option<Value<'_>>) {
    match value {
        Some(Value::Number(one)) => number(text, one),
        Some(Value::Text(one)) => put(text, &one.into()),
        None => text.push_str("null"),
    }
}

fn separated<T>(text: &mut String, each: impl IntoIterator<Item = T>, mut write: impl FnMut(&mut String, T)) {
    for (place, one) in each.into_iter().enumerate() {
        if place > 0 {
            text.push(',');
        }
        write(text, one);
    }
}

fn write_values(text: &mut String, values: &Values) {
    match &values.numbers {
        Numbers::Absent => {}
        Numbers::Dense(numbers) => {
            text.push_str(",\"value\":[");
            separated(text, 0..numbers.len(), |text, cell| value(text, values.get(cell)));
            text.push(']');
        }
        Numbers::Sparse(numbers) => {
            text.push_str(",\"value\":{");
            separated(text, numbers, |text, (cell, _)| {
                text.push_str(&format!("\"{cell}\":"));
                value(text, values.get(*cell));
            });
            text.push('}');
        }
    }
}

fn write_statuses(text: &mut String, statuses: &Statuses) {
    let name = |place: u32| statuses.names.get((place as usize).wrapping_sub(1)).map(AsRef::as_ref);
    match &statuses.cells {
        StatusCells::Same => {
            if let Some(name) = name(1) {
                text.push_str(&format!(",\"status\":{}", Json::from(name)));
            }
        }
        StatusCells::Dense(places) => {
            text.push_str(",\"status\":[");
            separated(text, places, |text, place| put(text, &name(*place).map_or(Json::Null, Json::from)));
            text.push(']');
        }
        StatusCells::Sparse(places) => {
            text.push_str(",\"status\":{");
            separated(text, places, |text, (cell, place)| {
                text.push_str(&format!("\"{cell}\":{}", name(*place).map_or(Json::Null, Json::from)));
            });
            text.push('}');
        }
    }
}
