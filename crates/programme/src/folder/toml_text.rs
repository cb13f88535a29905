//! Writing TOML that a person likes to read: keys in the order of the documentation, short texts on one line with their
//! languages beside each other, long ones as they would be typed, tables last.

use toml::{Table, Value};

/// Where a line is broken, in characters.
const WIDTH: usize = 120;

/// A table as a document of its own.
pub(super) fn document(table: &Table) -> String {
    let mut text = String::new();
    keys(&mut text, "", table);
    text
}

/// A list as `[[name]]`, entry by entry.
pub(super) fn list(name: &str, entries: &[Table]) -> String {
    let entry = |entry: &Table| {
        let mut text = format!("[[{name}]]\n");
        keys(&mut text, name, entry);
        text
    };
    entries.iter().map(entry).collect::<Vec<_>>().join("\n")
}

/// The keys of a table that stands at `path`: values first, then the tables in it.
fn keys(text: &mut String, path: &str, table: &Table) {
    for (key, value) in table.iter().filter(|(_, value)| !is_section(value)) {
        line(text, &bare_or_quoted(key), value);
    }
    for (key, value) in table {
        let path = if path.is_empty() {
            bare_or_quoted(key)
        } else {
            format!("{path}.{}", bare_or_quoted(key))
        };
        match value {
            Value::Table(inner) if is_section(value) => section(text, &format!("[{path}]"), &path, inner),
            Value::Array(items) if is_section(value) => {
                items
                    .iter()
                    .filter_map(Value::as_table)
                    .for_each(|inner| section(text, &format!("[[{path}]]"), &path, inner));
            }
            _ => {}
        }
    }
}

/// A header that holds nothing but other headers is not written.
fn section(text: &mut String, header: &str, path: &str, table: &Table) {
    let only_sections = !table.is_empty() && table.values().all(is_section);
    if !only_sections {
        text.extend(["\n", header, "\n"]);
    }
    keys(text, path, table);
}

/// True for what stands under a header of its own: a table that is no text with languages, and a list of tables.
fn is_section(value: &Value) -> bool {
    match value {
        Value::Table(table) => !is_text(table),
        Value::Array(items) => items.first().is_some_and(Value::is_table),
        _ => false,
    }
}

/// True for a text with languages.
fn is_text(table: &Table) -> bool {
    table
        .iter()
        .all(|(key, value)| matches!(key.as_str(), "nb" | "nn" | "en") && value.is_str())
}

fn line(text: &mut String, key: &str, value: &Value) {
    let inline = format!("{key} = {}", inline(value));
    let fits = inline.chars().count() <= WIDTH && !inline.contains("\\n");
    match value {
        Value::Table(table) if !fits && !table.is_empty() => {
            for (language, wording) in table {
                line(text, &format!("{key}.{language}"), wording);
            }
        }
        Value::String(wording) if !fits && can_span_lines(wording) => text.extend([key, " = ", &spanning(wording), "\n"]),
        Value::Array(items) if !fits => {
            text.extend([key, " = [\n"]);
            for item in items {
                text.extend(["    ", &self::inline(item), ",\n"]);
            }
            text.push_str("]\n");
        }
        _ => text.extend([&inline, "\n"]),
    }
}

fn inline(value: &Value) -> String {
    match value {
        Value::String(text) => quoted(text),
        Value::Integer(number) => number.to_string(),
        Value::Float(number) => float(*number),
        Value::Boolean(answer) => answer.to_string(),
        Value::Datetime(date) => quoted(&date.to_string()),
        Value::Array(items) => format!("[{}]", items.iter().map(inline).collect::<Vec<_>>().join(", ")),
        Value::Table(table) if table.is_empty() => "{}".to_owned(),
        Value::Table(table) => {
            let pairs = table
                .iter()
                .map(|(key, value)| format!("{} = {}", bare_or_quoted(key), inline(value)));
            format!("{{ {} }}", pairs.collect::<Vec<_>>().join(", "))
        }
    }
}

/// Whole numbers without a decimal point where that is the same number.
fn float(number: f64) -> String {
    if number.fract() == 0.0 && number.abs() < 1e15 {
        format!("{number:.0}")
    } else {
        format!("{number:?}")
    }
}

fn bare_or_quoted(key: &str) -> String {
    let bare = |byte: u8| byte.is_ascii_alphanumeric() || byte == b'-' || byte == b'_';
    if !key.is_empty() && key.bytes().all(bare) {
        key.to_owned()
    } else {
        quoted(key)
    }
}

/// A text on one line.
fn quoted(text: &str) -> String {
    let inside: String = text
        .chars()
        .map(|character| {
            if character == '\n' {
                "\\n".to_owned()
            } else {
                escaped(character, true)
            }
        })
        .collect();
    format!("\"{inside}\"")
}

fn escaped(character: char, quotes: bool) -> String {
    match character {
        '"' if quotes => "\\\"".to_owned(),
        '\\' => "\\\\".to_owned(),
        '\t' => "\\t".to_owned(),
        '\r' => "\\r".to_owned(),
        control if control.is_control() || control == '\u{feff}' => format!("\\u{:04x}", u32::from(control)),
        other => other.to_string(),
    }
}

/// A text of several lines can be written as it is typed, but for one with a line that would end the front matter.
fn can_span_lines(text: &str) -> bool {
    text.contains('\n') && text.lines().all(|line| line.trim_end() != "+++")
}

/// A text on as many lines as it has.
fn spanning(text: &str) -> String {
    let mut inside = String::new();
    let mut characters = text.chars().peekable();
    while let Some(character) = characters.next() {
        // a third quotation mark in a row, or one at the end, would close the text
        let quotes = inside.ends_with('"') || characters.peek().is_none();
        match character {
            '\n' => inside.push('\n'),
            other => inside.push_str(&escaped(other, quotes)),
        }
    }
    format!("\"\"\"\n{inside}\"\"\"")
}
