//! A dimension and its categories.

use std::borrow::Cow;

use crate::dimension::{Category, Dimension, Unit};
use crate::json::{Members, Reader};
use crate::problem::{Code, Problem};
use crate::read::head;

/// Reads a dimension of which the members were found. `size` is how many categories it must have, where that is known.
/// None where the categories cannot be told.
pub(super) fn dimension<'a>(
    reader: &mut Reader<'a>,
    members: &Members<'a>,
    id: &str,
    size: Option<usize>,
) -> Result<Option<Dimension>, Problem> {
    let head = head::head(reader, members)?;
    let Some(at) = members.get("category") else {
        let what = match &head.href {
            Some(href) => format!("`category` is missing; it is said to be at {href}: fetch it from there and put it in"),
            None => "`category` is missing".to_owned(),
        };
        reader.fatal(Code::StructuralViolation, what);
        return Ok(None);
    };
    reader.go_to(at);
    let categories = reader.within("category", |reader| {
        if reader.peek()? != b'{' {
            reader.fatal(Code::StructuralViolation, "an object is expected");
            reader.ignore()?;
            return Ok(None);
        }
        let members = reader.members()?;
        categories(reader, &members, size)
    })?;
    // codes that stand twice were told with their place
    let mut dimension = categories.and_then(|categories| Dimension::new(id, categories).ok());
    if let Some(dimension) = &mut dimension {
        dimension.head = head;
    }
    Ok(dimension)
}

fn categories<'a>(reader: &mut Reader<'a>, members: &Members<'a>, size: Option<usize>) -> Result<Option<Vec<Category>>, Problem> {
    let codes = match members.get("index") {
        Some(at) => {
            reader.go_to(at);
            reader.within("index", |reader| index(reader, size))?
        }
        None => only_code(reader, members, size)?,
    };
    let Some(codes) = codes else { return Ok(None) };
    let mut known = Known::new(codes);
    if let Some(twice) = known.twice() {
        let what = format!("the code «{}» stands twice", known.list[twice].code);
        let at_place = |reader: &mut Reader<'a>| reader.within_place(twice, |reader| reader.fatal(Code::StructuralViolation, what));
        reader.within("index", at_place);
        return Ok(None);
    }
    labels(reader, members, &mut known)?;
    each(reader, members, "unit", Code::UnitKeyUnknown, &mut known, |reader, category| {
        match reader.json()? {
            serde_json::Value::Object(unit) => category.unit = Some(Unit(unit)),
            serde_json::Value::Null => {}
            _ => reader.minor(Code::StructuralViolation, "an object is expected"),
        }
        Ok(())
    })?;
    each(
        reader,
        members,
        "coordinates",
        Code::CoordKeyUnknown,
        &mut known,
        |reader, category| {
            category.coordinates = coordinates(reader)?;
            Ok(())
        },
    )?;
    each(reader, members, "note", Code::NoteKeyUnknown, &mut known, |reader, category| {
        category.note = head::notes(reader)?;
        Ok(())
    })?;
    children(reader, members, &mut known)?;
    let read = ["index", "label", "unit", "coordinates", "note", "child"];
    for (key, at) in members.iter().filter(|(key, _)| !read.contains(&key.as_ref())) {
        reader.go_to(at);
        reader.within(key.clone(), Reader::ignore)?;
    }
    Ok(Some(known.list))
}

/// The categories read so far, and where each code stands.
struct Known {
    list: Vec<Category>,
    sorted: Vec<usize>,
}

impl Known {
    fn new(codes: Vec<Cow<'_, str>>) -> Self {
        let list: Vec<Category> = codes.into_iter().map(Category::new).collect();
        let mut sorted: Vec<usize> = (0..list.len()).collect();
        sorted.sort_by(|left, right| list[*left].code.cmp(&list[*right].code));
        Self { list, sorted }
    }

    /// The place of a code that stood before.
    fn twice(&self) -> Option<usize> {
        let same = |pair: &&[usize]| self.list[pair[0]].code == self.list[pair[1]].code;
        self.sorted.windows(2).find(same).map(|pair| pair[0].max(pair[1]))
    }

    fn position(&self, code: &str) -> Option<usize> {
        let place = self
            .sorted
            .binary_search_by(|place| self.list[*place].code.as_str().cmp(code))
            .ok()?;
        Some(self.sorted[place])
    }
}

/// The codes in order; none where the order cannot be told.
fn index<'a>(reader: &mut Reader<'a>, size: Option<usize>) -> Result<Option<Vec<Cow<'a, str>>>, Problem> {
    match reader.peek()? {
        b'[' => listed(reader, size),
        b'{' => placed(reader, size),
        _ => {
            reader.fatal(Code::StructuralViolation, "a list of codes, or codes with positions, are expected");
            reader.ignore()?;
            Ok(None)
        }
    }
}

fn listed<'a>(reader: &mut Reader<'a>, size: Option<usize>) -> Result<Option<Vec<Cow<'a, str>>>, Problem> {
    let mut codes = Vec::new();
    let mut all_texts = true;
    reader.list(|reader, _| {
        if reader.peek()? == b'"' {
            codes.push(reader.string()?);
            return Ok(());
        }
        all_texts = false;
        reader.fatal(Code::StructuralViolation, "a code is expected, in quotes");
        reader.ignore()
    })?;
    if let Some(size) = size.filter(|size| all_texts && *size != codes.len()) {
        let what = format!("there are {} categories, but `size` says {size}", codes.len());
        reader.fatal(Code::IndexCountMismatch, what);
        return Ok(None);
    }
    Ok(all_texts.then_some(codes))
}

fn placed<'a>(reader: &mut Reader<'a>, size: Option<usize>) -> Result<Option<Vec<Cow<'a, str>>>, Problem> {
    let mut entries: Vec<(Cow<'a, str>, f64)> = Vec::new();
    reader.entries(|reader, code| {
        if !matches!(reader.peek()?, b'-' | b'0'..=b'9') {
            reader.fatal(Code::StructuralViolation, "a position is expected: 0, 1, 2 …");
            return reader.ignore();
        }
        entries.push((code, reader.number()?));
        Ok(())
    })?;
    let count = entries.len();
    if let Some(size) = size.filter(|size| *size != count) {
        let what = format!("there are {count} categories, but `size` says {size}");
        reader.fatal(Code::IndexPositionsInvalid, what);
        return Ok(None);
    }
    let mut codes: Vec<Option<Cow<'a, str>>> = vec![None; count];
    let mut right = true;
    for (code, position) in entries {
        let place = position as usize;
        let problem = match codes.get(place) {
            _ if position < 0.0 || position.fract() > 0.0 => format!("{position} is not a position"),
            None => format!("position {position} is beyond the {count} categories: positions are 0, 1, 2 … without gaps"),
            Some(Some(other)) => format!("position {position} is that of «{other}» too"),
            Some(None) => {
                codes[place] = Some(code);
                continue;
            }
        };
        right = false;
        reader.within(code, |reader| reader.fatal(Code::IndexPositionsInvalid, problem));
    }
    Ok(codes.into_iter().collect::<Option<Vec<_>>>().filter(|_| right))
}

/// The code of a dimension with one category, which needs no index: its label tells it.
fn only_code<'a>(reader: &mut Reader<'a>, members: &Members<'a>, size: Option<usize>) -> Result<Option<Vec<Cow<'a, str>>>, Problem> {
    let mut codes = Vec::new();
    if let Some(at) = members.get("label") {
        reader.go_to(at);
        if reader.peek()? == b'{' {
            reader
                .within("label", Reader::members)?
                .iter()
                .for_each(|(code, _)| codes.push(code.clone()));
        }
    }
    if codes.len() != 1 {
        let what = format!(
            "`index` is missing, and there are {} labels: the order of the categories is not told",
            codes.len()
        );
        reader.fatal(Code::StructuralViolation, what);
        return Ok(None);
    }
    if let Some(size) = size.filter(|size| *size != 1) {
        let what = format!("there is one category, but `size` says {size}");
        reader.fatal(Code::IndexCountMismatch, what);
        return Ok(None);
    }
    Ok(Some(codes))
}

/// Reads what a member of `category` says of each code; a code that is no category breaks a rule and is left out.
fn each<'a>(
    reader: &mut Reader<'a>,
    members: &Members<'a>,
    member: &'static str,
    unknown: Code,
    known: &mut Known,
    mut take: impl FnMut(&mut Reader<'a>, &mut Category) -> Result<(), Problem>,
) -> Result<(), Problem> {
    let Some(at) = members.get(member) else {
        return Ok(());
    };
    reader.go_to(at);
    reader.within(member, |reader| {
        if reader.null()? {
            return Ok(());
        }
        if reader.peek()? != b'{' {
            reader.minor(Code::StructuralViolation, "an object is expected");
            return reader.ignore();
        }
        reader.remarks(|reader, code| match known.position(&code) {
            Some(position) => take(reader, &mut known.list[position]),
            None => {
                reader.minor(unknown, format!("«{code}» is not a category"));
                reader.ignore()
            }
        })
    })
}

fn labels<'a>(reader: &mut Reader<'a>, members: &Members<'a>, known: &mut Known) -> Result<(), Problem> {
    let before = reader.problems.len();
    each(reader, members, "label", Code::LabelKeyUnknown, known, |reader, category| {
        category.label = head::scalar(reader)?;
        Ok(())
    })?;
    let labelled = known.list.iter().filter(|category| category.label.is_some()).count();
    if members.get("label").is_some() && labelled < known.list.len() && reader.problems.len() == before {
        let what = format!("{labelled} of {} categories have labels", known.list.len());
        reader.within("label", |reader| reader.minor(Code::LabelKeyIncomplete, what));
    }
    Ok(())
}

fn coordinates(reader: &mut Reader<'_>) -> Result<Option<[f64; 2]>, Problem> {
    let pair = match reader.json()? {
        serde_json::Value::Array(pair) => pair,
        serde_json::Value::Null => return Ok(None),
        _ => Vec::new(),
    };
    match pair.iter().map(serde_json::Value::as_f64).collect::<Option<Vec<f64>>>().as_deref() {
        Some([longitude, latitude]) => Ok(Some([*longitude, *latitude])),
        _ => {
            reader.minor(Code::StructuralViolation, "longitude and latitude are expected, as two numbers");
            Ok(None)
        }
    }
}

fn children<'a>(reader: &mut Reader<'a>, members: &Members<'a>, known: &mut Known) -> Result<(), Problem> {
    each(reader, members, "child", Code::ChildIdUnknown, known, |reader, category| {
        let mut named = Vec::new();
        if reader.peek()? == b'[' {
            reader.list(|reader, _| {
                named.extend(head::scalar(reader)?);
                Ok(())
            })?;
        } else {
            reader.minor(Code::StructuralViolation, "a list of codes is expected");
            reader.ignore()?;
        }
        category.children = named;
        Ok(())
    })?;
    for place in 0..known.list.len() {
        if known.list[place].children.is_empty() {
            continue;
        }
        let named = std::mem::take(&mut known.list[place].children);
        let (there, missing): (Vec<String>, Vec<String>) = named.into_iter().partition(|child| known.position(child).is_some());
        let parent = known.list[place].code.clone();
        for child in missing {
            let what = format!("«{child}» is not a category");
            let tell = |reader: &mut Reader<'a>| reader.within(parent.clone(), |reader| reader.minor(Code::ChildIdUnknown, what));
            reader.within("child", tell);
        }
        known.list[place].children = there;
    }
    if let Some(place) = cycle(known) {
        let what = format!("«{}» is its own descendant", known.list[place].code);
        reader.within("child", |reader| reader.minor(Code::ChildCycle, what));
    }
    Ok(())
}

/// A category that can be reached from itself.
fn cycle(known: &Known) -> Option<usize> {
    #[derive(Clone, Copy, PartialEq)]
    enum Seen {
        Not,
        OnTheWay,
        Done,
    }
    let mut seen = vec![Seen::Not; known.list.len()];
    for start in 0..known.list.len() {
        let mut way = vec![(start, 0)];
        while let Some((place, next)) = way.last_mut() {
            let place = *place;
            if *next == 0 && seen[place] == Seen::Done {
                way.pop();
                continue;
            }
            seen[place] = Seen::OnTheWay;
            let child = known.list[place].children.get(*next).and_then(|child| known.position(child));
            *next += 1;
            match child {
                Some(child) if seen[child] == Seen::OnTheWay => return Some(child),
                Some(child) => way.push((child, 0)),
                None => {
                    seen[place] = Seen::Done;
                    way.pop();
                }
            }
        }
    }
    None
}
