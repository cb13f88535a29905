//! Records of a ballot file: fields between `;`, in quotation marks where they hold one, as in CSV.

use std::borrow::Cow;

/// One record with the line on which it begins, counted from 1.
pub(super) struct Record<'t> {
    pub line: usize,
    /// The record as it stands, without its line end.
    pub text: &'t str,
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
        let (line, mut end) = (self.line, 0);
        loop {
            let found = self.rest[end..].find('\n');
            self.line += 1;
            end += found.map_or(self.rest.len() - end, |at| at + 1);
            let record = &self.rest[..end];
            let is_open = record.contains('"') && record.bytes().filter(|byte| *byte == b'"').count() % 2 == 1;
            if !is_open || end == self.rest.len() {
                break;
            }
        }
        let (record, rest) = self.rest.split_at(end);
        self.rest = rest;
        let text = record.strip_suffix('\n').unwrap_or(record);
        let text = text.strip_suffix('\r').unwrap_or(text);
        Some(Record { line, text })
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
    fn broken_quotation_is_told() {
        assert!(fields("a;\"b").is_err());
        assert!(fields("a;\"b\"c").is_err());
        assert_eq!(fields("a;b\"c").unwrap(), ["a", "b\"c"], "inside a plain field a mark is a mark");
    }
}
