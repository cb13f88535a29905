//! A table: first what it says about its shape, then what stands in it.

use std::borrow::Cow;

use crate::dataset::{Dataset, product};
use crate::dimension::{Dimension, Role};
use crate::json::{Members, Reader};
use crate::problem::{Code, Problem};
use crate::read::{category, cells, head};

/// The names and sizes of the dimensions, and in which object their roles stand.
struct Shape {
    ids: Vec<String>,
    sizes: Vec<Option<usize>>,
    /// True where names and sizes stand inside `dimension`, as versions 1.x had them.
    inside: bool,
}

/// Reads a table of which the members were found; none where its cells cannot be told, which then was said.
pub(super) fn dataset<'a>(reader: &mut Reader<'a>, members: &Members<'a>) -> Result<Option<Dataset>, Problem> {
    let head = head::head(reader, members)?;
    head::ignore_rest(reader, members, &["id", "size", "role", "dimension", "value", "status"])?;
    let inner = match members.get("dimension") {
        Some(at) => {
            reader.go_to(at);
            reader.within("dimension", |reader| object(reader))?
        }
        None => {
            reader.fatal(Code::StructuralViolation, "`dimension` is missing");
            None
        }
    };
    let Some(inner) = inner else { return Ok(None) };
    let shape = shape(reader, members, &inner)?;
    let len = cube_length(reader, &shape);
    let dimensions = dimensions(reader, &inner, &shape)?;
    let roles = roles(reader, members, &inner, &shape)?;
    if !shape.inside && members.get("value").is_none() {
        reader.minor(Code::StructuralViolation, "`value` is missing");
    }
    let values = cells_of(reader, members, "value", len, cells::values)?;
    let statuses = cells_of(reader, members, "status", len, cells::statuses)?;
    let (Some(dimensions), Some(len)) = (dimensions, len) else {
        return Ok(None);
    };
    let mut dataset = Dataset {
        head,
        dimensions,
        len,
        values: values.unwrap_or_default(),
        statuses: statuses.unwrap_or_default(),
    };
    dataset
        .dimensions
        .iter_mut()
        .zip(roles)
        .for_each(|(dimension, role)| dimension.role = role);
    units(reader, &dataset);
    Ok(Some(dataset))
}

fn object<'a>(reader: &mut Reader<'a>) -> Result<Option<Members<'a>>, Problem> {
    if reader.peek()? == b'{' {
        return reader.members().map(Some);
    }
    reader.fatal(Code::StructuralViolation, "an object is expected");
    reader.ignore()?;
    Ok(None)
}

/// Reads `value` or `status`, or passes it by where the number of cells is not known.
fn cells_of<'a, T>(
    reader: &mut Reader<'a>,
    members: &Members<'a>,
    member: &'static str,
    len: Option<usize>,
    read: impl FnOnce(&mut Reader<'a>, usize) -> Result<T, Problem>,
) -> Result<Option<T>, Problem> {
    let Some(at) = members.get(member) else {
        return Ok(None);
    };
    reader.go_to(at);
    reader.within(member, |reader| match len {
        Some(len) => read(reader, len).map(Some),
        None => reader.ignore().map(|()| None),
    })
}

fn shape<'a>(reader: &mut Reader<'a>, members: &Members<'a>, inner: &Members<'a>) -> Result<Shape, Problem> {
    let inside = members.get("id").is_none();
    let list = |reader: &mut Reader<'a>, key: &str| -> Option<usize> {
        let at = if inside { inner.get(key) } else { members.get(key) }?;
        reader.go_to(at);
        // a dimension may be called `id` or `size`: then it is an object
        (reader.peek() == Ok(b'[')).then_some(at)
    };
    let mut found = Shape {
        ids: Vec::new(),
        sizes: Vec::new(),
        inside,
    };
    match list(reader, "id") {
        Some(at) => {
            reader.go_to(at);
            found.ids = reader.within("id", head::names)?;
            let mut sorted: Vec<&String> = found.ids.iter().collect();
            sorted.sort();
            if let Some([first, ..]) = sorted.windows(2).find(|pair| pair[0] == pair[1]) {
                let what = format!("«{first}» stands twice");
                reader.within("id", |reader| reader.fatal(Code::StructuralViolation, what));
            }
        }
        None => reader.fatal(Code::StructuralViolation, "`id`, the list of dimensions, is missing"),
    }
    match list(reader, "size") {
        Some(at) => {
            reader.go_to(at);
            let sizes = &mut found.sizes;
            reader.within("size", |reader| {
                reader.list(|reader, _| {
                    sizes.push(size(reader, inside)?);
                    Ok(())
                })
            })?;
        }
        None => reader.fatal(Code::StructuralViolation, "`size`, the lengths of the dimensions, is missing"),
    }
    if found.ids.len() != found.sizes.len() {
        let what = format!(
            "`id` names {} dimensions, but `size` has {} lengths",
            found.ids.len(),
            found.sizes.len()
        );
        reader.fatal(Code::IdSizeLenMismatch, what);
    }
    Ok(found)
}

/// One length. Versions 1.x wrote it as text too.
fn size(reader: &mut Reader<'_>, inside: bool) -> Result<Option<usize>, Problem> {
    let written: Cow<'_, str> = match reader.peek()? {
        b'"' => {
            if !inside {
                reader.minor(Code::StructuralViolation, "a length is a number, not a text");
            }
            reader.string()?
        }
        b'-' | b'0'..=b'9' => Cow::Borrowed(reader.skip()?),
        _ => {
            reader.fatal(Code::StructuralViolation, "a length is expected");
            reader.ignore()?;
            return Ok(None);
        }
    };
    let digits = !written.is_empty() && written.bytes().all(|byte| byte.is_ascii_digit());
    if !digits {
        reader.fatal(Code::StructuralViolation, format!("«{written}» is not a length"));
        return Ok(None);
    }
    let length = written.parse().ok();
    if length.is_none() {
        reader.fatal(Code::CubeSizeOverflow, format!("{written} is longer than a dimension can be"));
    }
    Ok(length)
}

fn cube_length(reader: &mut Reader<'_>, shape: &Shape) -> Option<usize> {
    let sizes: Vec<usize> = shape.sizes.iter().copied().collect::<Option<_>>()?;
    if sizes.len() != shape.ids.len() {
        return None;
    }
    let length = product(sizes);
    if length.is_none() {
        let what = "the product of the sizes is larger than a number can be";
        reader.within("size", |reader| reader.fatal(Code::CubeSizeOverflow, what));
    }
    length
}

fn dimensions<'a>(reader: &mut Reader<'a>, inner: &Members<'a>, shape: &Shape) -> Result<Option<Vec<Dimension>>, Problem> {
    let mut dimensions = Vec::with_capacity(shape.ids.len());
    reader.within("dimension", |reader| {
        for (place, id) in shape.ids.iter().enumerate() {
            let Some(at) = inner.get(id) else {
                reader.fatal(Code::DimKeyIdMismatch, format!("«{id}» is named by `id`, but is not here"));
                continue;
            };
            let size = shape.sizes.get(place).copied().flatten();
            reader.go_to(at);
            let dimension = reader.within(id.clone(), |reader| match object(reader)? {
                Some(members) => category::dimension(reader, &members, id, size),
                None => Ok(None),
            })?;
            dimensions.extend(dimension);
        }
        extra(reader, inner, shape)
    })?;
    Ok((dimensions.len() == shape.ids.len()).then_some(dimensions))
}

/// Dimensions that `id` does not name.
fn extra<'a>(reader: &mut Reader<'a>, inner: &Members<'a>, shape: &Shape) -> Result<(), Problem> {
    let mut named: Vec<&str> = shape.ids.iter().map(String::as_str).collect();
    if shape.inside {
        named.extend(["id", "size", "role"]);
    }
    named.sort_unstable();
    for (key, at) in inner.iter() {
        if named.binary_search(&key.as_ref()).is_err() {
            reader.go_to(at);
            reader.within(key.clone(), |reader| {
                reader.minor(Code::DimKeyIdMismatch, "this dimension is not named by `id`");
                reader.ignore()
            })?;
        }
    }
    Ok(())
}

fn roles<'a>(reader: &mut Reader<'a>, members: &Members<'a>, inner: &Members<'a>, shape: &Shape) -> Result<Vec<Option<Role>>, Problem> {
    let mut roles = vec![None; shape.ids.len()];
    // with a dimension called `role` in a document of version 1.x there are no roles
    let inside = || {
        inner
            .get("role")
            .filter(|_| shape.inside && !shape.ids.iter().any(|id| id == "role"))
    };
    let Some(at) = members.get("role").or_else(inside) else {
        return Ok(roles);
    };
    reader.go_to(at);
    reader.within("role", |reader| {
        if reader.null()? {
            return Ok(());
        }
        if reader.peek()? != b'{' {
            reader.minor(Code::StructuralViolation, "an object is expected");
            return reader.ignore();
        }
        reader.entries(|reader, key| {
            let Some((_, role)) = Role::ALL.iter().find(|(name, _)| *name == key) else {
                return reader.ignore();
            };
            if reader.null()? {
                return Ok(());
            }
            for id in head::notes(reader)? {
                match shape.ids.iter().position(|one| *one == id) {
                    Some(place) => roles[place] = roles[place].or(Some(*role)),
                    None => reader.minor(Code::RoleIdUnknown, format!("«{id}» is not a dimension")),
                }
            }
            Ok(())
        })
    })?;
    Ok(roles)
}

/// Measures should tell their units.
fn units(reader: &mut Reader<'_>, dataset: &Dataset) {
    for dimension in dataset.in_role(Role::Metric) {
        if dimension.categories().iter().all(|category| category.unit.is_none()) {
            reader.within("dimension", |reader| {
                let tell = |reader: &mut Reader<'_>| reader.minor(Code::MetricUnitMissing, "no measure tells its unit (`category.unit`)");
                reader.within(dimension.id.clone(), tell);
            });
        }
    }
}
