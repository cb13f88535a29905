//! The members that all responses share, and texts in general.

use serde_json::Value as Json;

use crate::head::Head;
use crate::json::{Members, Reader};
use crate::problem::{Code, Problem};

const SHARED: [&str; 9] = [
    "version",
    "class",
    "href",
    "label",
    "source",
    "updated",
    "note",
    "link",
    "extension",
];

pub(super) fn head<'a>(reader: &mut Reader<'a>, members: &Members<'a>) -> Result<Head, Problem> {
    let link = tree(reader, members, "link")?;
    Ok(Head {
        link,
        ..head_without_link(reader, members)?
    })
}

pub(super) fn head_without_link<'a>(reader: &mut Reader<'a>, members: &Members<'a>) -> Result<Head, Problem> {
    Ok(Head {
        version: text(reader, members, "version")?,
        href: text(reader, members, "href")?,
        label: text(reader, members, "label")?,
        source: text(reader, members, "source")?,
        updated: text(reader, members, "updated")?,
        note: match members.get("note") {
            Some(at) => reader.within("note", |reader| {
                reader.go_to(at);
                notes(reader)
            })?,
            None => Vec::new(),
        },
        link: Json::Null,
        extension: tree(reader, members, "extension")?,
    })
}

/// Makes sure that members which nobody reads are JSON.
pub(super) fn ignore_rest<'a>(reader: &mut Reader<'a>, members: &Members<'a>, read: &[&str]) -> Result<(), Problem> {
    for (key, at) in members.iter() {
        if !SHARED.contains(&key.as_ref()) && !read.contains(&key.as_ref()) {
            reader.go_to(at);
            reader.within(key.clone(), Reader::ignore)?;
        }
    }
    Ok(())
}

fn tree<'a>(reader: &mut Reader<'a>, members: &Members<'a>, key: &'static str) -> Result<Json, Problem> {
    let Some(at) = members.get(key) else {
        return Ok(Json::Null);
    };
    reader.go_to(at);
    reader.within(key, Reader::json)
}

/// A member that is a text; null and what is not there are none.
pub(super) fn text<'a>(reader: &mut Reader<'a>, members: &Members<'a>, key: &'static str) -> Result<Option<String>, Problem> {
    let Some(at) = members.get(key) else {
        return Ok(None);
    };
    reader.go_to(at);
    reader.within(key, scalar)
}

/// A text; a number is taken as it is written.
pub(super) fn scalar(reader: &mut Reader<'_>) -> Result<Option<String>, Problem> {
    match reader.peek()? {
        b'"' => Ok(Some(reader.string()?.into_owned())),
        b'-' | b'0'..=b'9' => {
            let from = reader.skip()?;
            serde_json::from_str::<serde_json::Number>(from).map_err(|_| reader.problem(Code::ParseError, "this is not JSON".into()))?;
            Ok(Some(from.to_owned()))
        }
        _ if reader.null()? => Ok(None),
        _ => {
            reader.minor(Code::StructuralViolation, "a text is expected");
            reader.ignore()?;
            Ok(None)
        }
    }
}

/// Remarks: a list of texts, or one text alone.
pub(super) fn notes(reader: &mut Reader<'_>) -> Result<Vec<String>, Problem> {
    let mut notes = Vec::new();
    if reader.peek()? == b'[' {
        reader.list(|reader, _| {
            notes.extend(scalar(reader)?);
            Ok(())
        })?;
    } else {
        notes.extend(scalar(reader)?);
    }
    Ok(notes)
}

/// A list of texts that must be texts, such as the names of dimensions; one text alone is a list of one.
pub(super) fn names(reader: &mut Reader<'_>) -> Result<Vec<String>, Problem> {
    let mut names = Vec::new();
    let mut name = |reader: &mut Reader<'_>| {
        if reader.peek()? == b'"' {
            names.push(reader.string()?.into_owned());
            return Ok(());
        }
        reader.fatal(Code::StructuralViolation, "a text is expected");
        reader.ignore()
    };
    if reader.peek()? == b'[' {
        reader.list(|reader, _| name(reader))?;
    } else {
        name(reader)?;
    }
    Ok(names)
}
