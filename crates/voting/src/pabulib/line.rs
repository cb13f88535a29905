//! Records of a ballot file: fields between `;`, in quotation marks where they hold one, as in CSV.

use std::borrow::Cow;

/// One record with the line on which it begins, counted from 1.
pub(super) struct Record<'t> {
    pub line: usize,
    /// The record as it stands, without its line end.
    pub text: &'t str,
    /// A quotation mark in it is never closed, and so it is the rest of the file.
    pub is_open: bool,
}

/// Walks through the records of a text; a quoted field may span lines.
pub(super) struct Records<'t> {
    rest: &'t str,
    line: usize,
}

impl<'t> Records<'t> {
    pub fn of(text: &'t str) -> Self {
        Self { rest: text, line: 1 }
    }
}

impl<'t> Iterator for Records<'t> {
    type Item = Record<'t>;

    fn next(&mut self) -> Option<Record<'t>> {
        if self.rest.is_empty() {
            return None;
        }
        let line = self.line;
        let (end, is_open) = end_of_record(self.rest);
        let (record, rest) = self.rest.split_at(end);
        self.rest = rest;
        self.line += record.matches('\n').count();
        let text = record.strip_suffix('\n').unwrap_or(record);
        let text = text.strip_suffix('\r').unwrap_or(text);
        Some(Record { line, text, is_open })
    }
}

/// Where the first record of a text ends, and whether a quotation mark in it is never closed. Each byte is looked at once
/// or twice, however many lines a mark leaves open; a mark inside a plain field opens nothing.
fn end_of_record(text: &str) -> (usize, bool) {
    let line = text.find('\n').map_or(text.len(), |at| at + 1);
    if !text[..line].contains('"') {
        return (line, false);
    }
    let mut at = 0;
    loop {
        if text[at..].starts_with('"') {
            let Some(closed) = closing(&text[at + 1..]) else {
                return (text.len(), true);
            };
            at += 1 + closed;
        }
        match text[at..].find([';', '\n']) {
            None => return (text.len(), false),
            Some(found) if text.as_bytes()[at + found] == b'\n' => return (at + found + 1, false),
            Some(found) => at += found + 1,
        }
    }
}

/// Behind the quotation mark that closes what stands in quotation marks; two are one inside it.
fn closing(text: &str) -> Option<usize> {
    let mut at = 0;
    loop {
        at += text[at..].find('"')? + 1;
        if !text[at..].starts_with('"') {
            return Some(at);
        }
        at += 1;
    }
}

/// The fields of a record; an error where quotation marks do not close.
pub(super) fn fields(text: &str) -> Result<Vec<Cow<'_, str>>, String> {
    if !text.contains('"') {
        return Ok(text.split(';').map(Cow::Borrowed).collect());
    }
    let mut fields = Vec::new();
    let mut rest = text;
    loop {
        let (field, after) = field(rest)?;
        fields.push(field);
        match after {
            Some(after) => rest = after,
            None => return Ok(fields),
        }
    }
}

/// The first field of a text, and what stands behind its `;`.
fn field(text: &str) -> Result<(Cow<'_, str>, Option<&str>), String> {
    let Some(quoted) = text.strip_prefix('"') else {
        return Ok(match text.split_once(';') {
            Some((field, rest)) => (Cow::Borrowed(field), Some(rest)),
            None => (Cow::Borrowed(text), None),
        });
    };
    let mut inside = String::new();
    let mut rest = quoted;
    loop {
        let Some((part, after)) = rest.split_once('"') else {
            return Err("a quotation mark is not closed: close it, or write two for one".to_owned());
        };
        inside.push_str(part);
        match after.strip_prefix('"') {
            Some(more) => {
                inside.push('"');
                rest = more;
            }
            None if after.is_empty() => return Ok((Cow::Owned(inside), None)),
            None => match after.strip_prefix(';') {
                Some(next) => return Ok((Cow::Owned(inside), Some(next))),
                None => return Err("something stands behind a closed quotation mark: write two for one inside a field".to_owned()),
            },
        }
    }
}

/// A field as it is written.
pub(super) fn written(field: &str) -> Cow<'_, str> {
    if field.contains([';', '"', '\n', '\r']) {
        Cow::Owned(format!("\"{}\"", field.replace('"', "\"\"")))
    } else {
        Cow::Borrowed(field)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_quoted_field_may_hold_anything() {
        let text = "a;\"b;\"\"c\"\"\nd\";e\r\nf;g";
        let records: Vec<Record> = Records::of(text).collect();
        assert_eq!(fields(records[0].text).unwrap(), ["a", "b;\"c\"\nd", "e"]);
        assert_eq!(
            (records[1].line, fields(records[1].text).unwrap()),
            (3, vec!["f".into(), "g".into()])
        );
        assert_eq!(written("b;\"c\""), "\"b;\"\"c\"\"\"");
    }

    #[test]
    fn a_mark_inside_a_plain_field_opens_nothing() {
        let records: Vec<Record> = Records::of("1;a 55\" screen\n2;b\n").collect();
        assert_eq!(records.len(), 2);
        assert_eq!(fields(records[0].text).unwrap(), ["1", "a 55\" screen"]);
    }

    #[test]
    fn a_mark_that_never_closes_takes_the_rest_and_no_time() {
        let text = format!("a;b\n1;\"c\n{}", "2;d\n".repeat(1_000_000));
        let records: Vec<Record> = Records::of(&text).collect();
        assert_eq!((records.len(), records[1].line, records[1].is_open), (2, 2, true));
    }

    #[test]
    fn broken_quotation_is_told() {
        assert!(fields("a;\"b").is_err());
        assert!(fields("a;\"b\"c").is_err());
        assert_eq!(fields("a;b\"c").unwrap(), ["a", "b\"c"], "inside a plain field a mark is a mark");
    }
}
