//! Values and statuses.

use crate::json::Reader;
use crate::problem::{Code, Problem};
use crate::values::{Names, Numbers, StatusCells, Statuses, Values};

/// Reads `value`. `cells` is how many there must be.
pub(super) fn values(reader: &mut Reader<'_>, cells: usize) -> Result<Values, Problem> {
    match reader.peek()? {
        b'[' => dense(reader, cells),
        b'{' => sparse(reader, cells),
        _ if reader.null()? => Ok(Values::absent()),
        _ => {
            reader.fatal(Code::StructuralViolation, "a list of values, or values by cell, are expected");
            reader.ignore()?;
            Ok(Values::absent())
        }
    }
}

/// One value; a text is put beside, and what is no value is told.
#[inline]
fn value(reader: &mut Reader<'_>, cell: usize, texts: &mut Vec<(usize, Box<str>)>) -> Result<f64, Problem> {
    match reader.peek()? {
        b'-' | b'0'..=b'9' => return reader.number(),
        b'"' => texts.push((cell, reader.string()?.into())),
        _ if reader.null()? => {}
        _ => {
            reader.fatal(Code::StructuralViolation, "a value is a number, a text or null");
            reader.ignore()?;
        }
    }
    Ok(f64::NAN)
}

fn dense(reader: &mut Reader<'_>, cells: usize) -> Result<Values, Problem> {
    // what the document has room for, whatever it says: a value takes two bytes at least
    let mut numbers = Vec::with_capacity(cells.min(reader.left() / 2 + 1));
    let mut texts = Vec::new();
    reader.list(|reader, cell| {
        numbers.push(value(reader, cell, &mut texts)?);
        Ok(())
    })?;
    if numbers.len() == cells {
        return Ok(Values {
            numbers: Numbers::Dense(numbers),
            texts,
        });
    }
    let what = format!("there are {} values, but the sizes make {cells} cells", numbers.len());
    if numbers.is_empty() {
        // how PxWeb describes a table without its values
        reader.minor(Code::ValueLenMismatch, what);
    } else {
        reader.fatal(Code::ValueLenMismatch, what);
    }
    Ok(Values::absent())
}

fn sparse(reader: &mut Reader<'_>, cells: usize) -> Result<Values, Problem> {
    let mut numbers = Vec::new();
    let mut texts = Vec::new();
    by_cell(reader, |reader, key| {
        let Some(cell) = cell_number(key, cells) else {
            reader.fatal(Code::SparseKeyOutOfRange, out_of_range(cells));
            return reader.ignore();
        };
        numbers.push((cell, value(reader, cell, &mut texts)?));
        Ok(())
    })?;
    sort(reader, &mut numbers);
    texts.sort_by_key(|(cell, _)| *cell);
    Ok(Values {
        numbers: Numbers::Sparse(numbers),
        texts,
    })
}

fn out_of_range(cells: usize) -> String {
    match cells {
        0 => "there are no cells".to_owned(),
        _ => format!("this is not the number of a cell: they are 0 to {}", cells - 1),
    }
}

/// Reads an object of cells; keys may be very many, so they are not kept to find those that stand twice.
fn by_cell<'a>(reader: &mut Reader<'a>, mut each: impl FnMut(&mut Reader<'a>, &str) -> Result<(), Problem>) -> Result<(), Problem> {
    reader.takes(b'{')?;
    if reader.takes(b'}')? {
        return Ok(());
    }
    loop {
        let key = reader.string()?;
        if !reader.takes(b':')? {
            return Err(reader.problem(Code::ParseError, format!("after «{key}» a colon is expected")));
        }
        reader.within(key.clone(), |reader| each(reader, &key))?;
        if !reader.another(b'}')? {
            return Ok(());
        }
    }
}

/// Puts cells in order, and tells one that stands twice.
fn sort<T: Copy>(reader: &mut Reader<'_>, cells: &mut [(usize, T)]) {
    if !cells.is_sorted_by_key(|(cell, _)| *cell) {
        cells.sort_by_key(|(cell, _)| *cell);
    }
    if let Some(pair) = cells.windows(2).find(|pair| pair[0].0 == pair[1].0) {
        let key = pair[0].0.to_string();
        reader.within(key, |reader| reader.fatal(Code::StructuralViolation, "this cell stands twice"));
    }
}

/// A cell's number as a key writes it: digits alone, without leading zeros.
fn cell_number(key: &str, cells: usize) -> Option<usize> {
    let canonical = key == "0" || (!key.starts_with('0') && key.bytes().all(|byte| byte.is_ascii_digit()));
    canonical.then(|| key.parse().ok()).flatten().filter(|cell| *cell < cells)
}

/// Reads `status`. `cells` is how many there are.
pub(super) fn statuses(reader: &mut Reader<'_>, cells: usize) -> Result<Statuses, Problem> {
    match reader.peek()? {
        b'"' => Ok(same(&reader.string()?)),
        b'[' => listed(reader, cells),
        b'{' => named(reader, cells),
        _ if reader.null()? => Ok(Statuses::none()),
        _ => {
            reader.fatal(Code::StructuralViolation, "a text, a list of texts, or texts by cell are expected");
            reader.ignore()?;
            Ok(Statuses::none())
        }
    }
}

fn same(name: &str) -> Statuses {
    if name.is_empty() { Statuses::none() } else { Statuses::all(name) }
}

/// One status; an empty text is none.
fn status(reader: &mut Reader<'_>, names: &mut Names) -> Result<u32, Problem> {
    match reader.peek()? {
        b'"' => {
            let name = reader.string()?;
            Ok(names.place(Some(&*name).filter(|name| !name.is_empty())))
        }
        _ => Ok(names.place(super::head::scalar(reader)?.as_deref())),
    }
}

fn listed(reader: &mut Reader<'_>, cells: usize) -> Result<Statuses, Problem> {
    let mut names = Names::default();
    let mut places = Vec::with_capacity(cells.min(reader.left() / 2 + 1));
    reader.list(|reader, _| {
        places.push(status(reader, &mut names)?);
        Ok(())
    })?;
    let names = names.in_order();
    if places.len() == cells {
        return Ok(Statuses {
            names,
            cells: StatusCells::Dense(places),
        });
    }
    match places[..] {
        // a list of one speaks for all cells
        [_] => return Ok(names.first().map_or_else(Statuses::none, |name| same(name))),
        [] => {}
        _ => {
            let what = format!("there are {} statuses, but the sizes make {cells} cells", places.len());
            reader.fatal(Code::StatusLenMismatch, what);
        }
    }
    Ok(Statuses::none())
}

fn named(reader: &mut Reader<'_>, cells: usize) -> Result<Statuses, Problem> {
    let mut names = Names::default();
    let mut places = Vec::new();
    by_cell(reader, |reader, key| {
        if let Some(cell) = cell_number(key, cells) {
            let place = status(reader, &mut names)?;
            if place > 0 {
                places.push((cell, place));
            }
            return Ok(());
        }
        if key.bytes().all(|byte| byte.is_ascii_digit()) {
            reader.fatal(Code::StatusKeyOutOfRange, out_of_range(cells));
        } else {
            // what a server writes beside the statuses, such as a list of what they mean
            reader.minor(Code::StatusKeyOutOfRange, out_of_range(cells));
        }
        reader.ignore()
    })?;
    sort(reader, &mut places);
    Ok(Statuses {
        names: names.in_order(),
        cells: StatusCells::Sparse(places),
    })
}
