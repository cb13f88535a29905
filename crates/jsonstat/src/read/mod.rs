//! From a document's bytes to what it says.

mod category;
mod cells;
mod dataset;
mod head;

use crate::dataset::Dataset;
use crate::dimension::Dimension;
use crate::document::{Collection, Document, Item, Reference};
use crate::json::{Members, Reader};
use crate::problem::{Code, Problem, Verdict};

/// Lists in lists are followed so far.
const DEEPEST: usize = 32;
/// Deeper lists are told, since most programs do not follow them.
const UNUSUALLY_DEEP: usize = 3;

/// Reads a document.
///
/// Refused, with the first reason, where the cells cannot be told without guessing: what is no JSON-stat, sizes that do not
/// agree, a code that stands twice, a position or a cell's number beyond the end. What breaks a rule that does not touch the
/// cells, such as a label for a category that is not there, is left out; [`validate`] tells it.
pub fn read(bytes: &[u8]) -> Result<Document, Problem> {
    let (document, problems) = run(bytes);
    let mut problems = problems.into_iter();
    match problems.find(|problem| problem.fatal) {
        Some(problem) => Err(problem),
        None => document.ok_or_else(|| refused("this is not JSON-stat")),
    }
}

/// Reads a document that holds one table, as a dataset or as a bundle of one.
pub fn read_dataset(bytes: &[u8]) -> Result<Dataset, Problem> {
    match read(bytes)? {
        Document::Dataset(dataset) => Ok(*dataset),
        Document::Bundle(mut datasets) if datasets.len() == 1 => Ok(datasets.remove(0).1),
        Document::Bundle(datasets) => Err(refused(&format!("this is a bundle of {} tables, not one table", datasets.len()))),
        Document::Collection(_) => Err(refused("this is a collection, not one table")),
        Document::Dimension(_) => Err(refused("this is a dimension on its own, not a table")),
    }
}

/// Tells every rule of the format that a document breaks.
pub fn validate(bytes: &[u8]) -> Verdict {
    Verdict { problems: run(bytes).1 }
}

fn refused(message: &str) -> Problem {
    Problem {
        code: Code::StructuralViolation,
        path: String::new(),
        message: message.to_owned(),
        fatal: true,
    }
}

fn run(bytes: &[u8]) -> (Option<Document>, Vec<Problem>) {
    let mut reader = match Reader::new(bytes) {
        Ok(reader) => reader,
        Err(problem) => return (None, vec![problem]),
    };
    let document = match document(&mut reader) {
        Ok(document) => document,
        Err(problem) => {
            reader.problems.push(problem);
            None
        }
    };
    (document, reader.problems)
}

fn document(reader: &mut Reader<'_>) -> Result<Option<Document>, Problem> {
    if reader.peek()? != b'{' {
        reader.ignore()?;
        reader.fatal(Code::StructuralViolation, "this is JSON, but not JSON-stat: an object is expected");
        return Ok(None);
    }
    let members = reader.members()?;
    reader.end()?;
    let class = head::text(reader, &members, "class")?;
    if class.is_some() && members.get("version").is_none() {
        reader.minor(Code::StructuralViolation, "`version` is missing; it should be \"2.0\"");
    }
    Ok(match class.as_deref() {
        Some("dataset") => dataset::dataset(reader, &members)?.map(|dataset| Document::Dataset(Box::new(dataset))),
        Some("collection") => Some(Document::Collection(Box::new(collection(reader, &members, 1)?))),
        Some("dimension") => dimension(reader, &members)?.map(|dimension| Document::Dimension(Box::new(dimension))),
        Some(other) => {
            let what = format!("«{other}» is none of dataset, collection and dimension");
            reader.within("class", |reader| reader.fatal(Code::StructuralViolation, what));
            None
        }
        None if is_dataset(&members) => {
            reader.minor(Code::StructuralViolation, "`class` is missing; it should be \"dataset\"");
            dataset::dataset(reader, &members)?.map(|dataset| Document::Dataset(Box::new(dataset)))
        }
        None => bundle(reader, &members)?,
    })
}

/// True for an object that stands for a table although it does not say so.
fn is_dataset(members: &Members<'_>) -> bool {
    let has = |member| members.get(member).is_some();
    has("dimension") && (has("value") || has("id") || has("size"))
}

/// A document of version 1.x: named tables, and perhaps other things.
fn bundle<'a>(reader: &mut Reader<'a>, members: &Members<'a>) -> Result<Option<Document>, Problem> {
    let (mut datasets, mut tables) = (Vec::new(), 0);
    for (name, at) in members.iter() {
        reader.go_to(at);
        if reader.peek()? != b'{' {
            reader.within(name.clone(), Reader::ignore)?;
            continue;
        }
        let inner = reader.within(name.clone(), Reader::members)?;
        if inner.get("dimension").is_none() {
            reader.go_to(at);
            reader.within(name.clone(), Reader::ignore)?;
            continue;
        }
        tables += 1;
        let dataset = reader.within(name.clone(), |reader| dataset::dataset(reader, &inner))?;
        datasets.extend(dataset.map(|dataset| (name.to_string(), dataset)));
    }
    if tables == 0 {
        let what = "this is JSON, but not JSON-stat: it has no `class`, and nothing in it is a table";
        reader.fatal(Code::StructuralViolation, what);
        return Ok(None);
    }
    reader.minor(
        Code::BundleDeprecated,
        "this is a bundle of version 1.x; version 2.0 has collections",
    );
    Ok(Some(Document::Bundle(datasets)))
}

fn dimension<'a>(reader: &mut Reader<'a>, members: &Members<'a>) -> Result<Option<Dimension>, Problem> {
    let dimension = category::dimension(reader, members, "", None)?;
    head::ignore_rest(reader, members, &["category"])?;
    Ok(dimension)
}

fn collection<'a>(reader: &mut Reader<'a>, members: &Members<'a>, depth: usize) -> Result<Collection, Problem> {
    let mut collection = Collection {
        head: head::head_without_link(reader, members)?,
        items: Vec::new(),
    };
    head::ignore_rest(reader, members, &["link"])?;
    if depth == UNUSUALLY_DEEP + 1 {
        reader.minor(Code::RecursionLimit, format!("this list stands inside {UNUSUALLY_DEEP} others"));
    }
    let Some(at) = members.get("link") else {
        return Ok(collection);
    };
    if depth > DEEPEST {
        reader.fatal(Code::RecursionLimit, format!("this list stands inside {DEEPEST} others"));
        return Ok(collection);
    }
    reader.go_to(at);
    let items = &mut collection.items;
    let links = reader.within("link", |reader| {
        let mut links = serde_json::Map::new();
        reader.entries(|reader, relation| {
            if relation == "item" {
                return reader.list(|reader, _| {
                    items.extend(item(reader, depth)?);
                    Ok(())
                });
            }
            links.insert(relation.into_owned(), reader.json()?);
            Ok(())
        })?;
        Ok(links)
    })?;
    if !links.is_empty() {
        collection.head.link = links.into();
    }
    Ok(collection)
}

fn item(reader: &mut Reader<'_>, depth: usize) -> Result<Option<Item>, Problem> {
    if reader.peek()? != b'{' {
        reader.minor(Code::StructuralViolation, "an object is expected");
        reader.ignore()?;
        return Ok(None);
    }
    let members = reader.members()?;
    let after = reader.at();
    let class = head::text(reader, &members, "class")?;
    let has = |member| members.get(member).is_some();
    let item = match class.as_deref() {
        Some("collection") if has("link") => Some(Item::Collection(Box::new(collection(reader, &members, depth + 1)?))),
        Some("dimension") if has("category") => dimension(reader, &members)?.map(|dimension| Item::Dimension(Box::new(dimension))),
        Some("dataset") | None if has("dimension") => dataset::dataset(reader, &members)?.map(|dataset| Item::Dataset(Box::new(dataset))),
        _ => {
            let media_type = head::text(reader, &members, "type")?;
            let head = head::head(reader, &members)?;
            head::ignore_rest(reader, &members, &["type"])?;
            Some(Item::Reference(Box::new(Reference { class, media_type, head })))
        }
    };
    reader.go_to(after);
    Ok(item)
}
