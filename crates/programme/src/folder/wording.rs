//! What is wrong with a value, in plain English and with the mend. The causes come from serde and toml; nowhere else is
//! their wording known.

use toml::de::DeValue;

/// Says what a value of a file is.
fn name_of(value: &DeValue) -> String {
    match value {
        DeValue::String(text) => format!("the text «{}»", shortened(text)),
        DeValue::Integer(number) => format!("the number {number}"),
        DeValue::Float(number) => format!("the number {number}"),
        DeValue::Boolean(answer) => answer.to_string(),
        DeValue::Datetime(date) => format!("{date} without quotes"),
        DeValue::Array(_) => "a list".to_owned(),
        DeValue::Table(_) => "a table of keys".to_owned(),
    }
}

fn shortened(text: &str) -> String {
    let mut short: String = text.chars().take(60).collect();
    if short.len() < text.len() {
        short.push('…');
    }
    short
}

/// A line that is no TOML.
pub(super) fn of_syntax(message: &str) -> String {
    format!("this is not TOML: {message}")
}

/// Says which sort of value is wanted, from serde's name of it.
fn wanted(expected: &str) -> &'static str {
    match expected {
        "a string" => "a text in quotes",
        "a date string" => "a date in quotes, such as \"2020-05-08\",",
        "a boolean" => "true or false",
        "a sequence" => "a list in brackets, [\"…\", \"…\"],",
        "u16" | "u32" | "u64" => "a whole number, 0 or more,",
        "i16" | "i32" | "i64" => "a whole number",
        "f64" => "a number",
        "string or table" => "one of the words of docs/programme-folder.md, in quotes,",
        _ => "a table of keys",
    }
}

/// Between backticks, the parts of serde's message.
fn quoted(message: &str) -> Vec<&str> {
    message.split('`').skip(1).step_by(2).collect()
}

/// An error about a value as the person who wrote it should read it. `hidden` keys are known to the program and not to
/// the file; `sample` is a value that would be right.
pub(super) fn of_value(message: &str, value: &DeValue, sample: Option<&DeValue>, hidden: &[&str]) -> String {
    if let Some(rest) = message.strip_prefix("unknown field ") {
        return unknown_key(&quoted(rest), hidden);
    }
    if let Some(rest) = message.strip_prefix("missing field ") {
        return missing(quoted(rest).first().unwrap_or(&"a key"));
    }
    if let Some(rest) = message.strip_prefix("unknown variant ") {
        return unknown_word(&quoted(rest));
    }
    if message.contains("untagged enum") {
        return text_with_languages(value);
    }
    if let (Some(text), true) = (value.as_str(), sample.is_some_and(is_date)) {
        return format!("«{}» is not a date: write year, month and day, such as 2020-05-08", shortened(text));
    }
    match message.rsplit_once(", expected ") {
        Some((start, expected)) if start.starts_with("invalid ") => {
            let expected = if sample.is_some_and(is_date) { "a date string" } else { expected };
            format!("{} is wanted here, not {}", wanted(expected), found(start, value))
        }
        _ => message.to_owned(),
    }
}

/// What stood there, from the value itself or, where the fault lies inside it, from serde's message.
fn found(message: &str, value: &DeValue) -> String {
    match value {
        DeValue::Array(_) | DeValue::Table(_) if !message.ends_with("sequence") && !message.ends_with("map") => {
            let what = message.split_once(": ").map_or(message, |(_, what)| what);
            what.replace('`', "").replace("integer", "the number").replace("string", "the text")
        }
        _ => name_of(value),
    }
}

fn is_date(sample: &DeValue) -> bool {
    sample.as_str().is_some_and(|text| text.parse::<jiff::civil::Date>().is_ok())
}

/// The key, then those that are known.
fn unknown_key(names: &[&str], hidden: &[&str]) -> String {
    let key = names.first().copied().unwrap_or_default();
    let known: Vec<&str> = names.iter().skip(1).copied().filter(|name| !hidden.contains(name)).collect();
    not_a_key(key, &known)
}

/// A key that is not one of those that are known.
pub(super) fn not_a_key(key: &str, known: &[&str]) -> String {
    match nearest(key, known.iter().copied()) {
        Some(near) => format!("there is no key «{key}» here: is it meant to be «{near}»? Else take it away"),
        None => format!("there is no key «{key}» here: take it away, or write one of {}", known.join(", ")),
    }
}

/// A key that must be there.
pub(super) fn missing(key: &str) -> String {
    format!("«{key}» is missing: write it")
}

fn unknown_word(names: &[&str]) -> String {
    let word = names.first().copied().unwrap_or_default();
    format!(
        "«{word}» is not known here: write one of {}",
        names.get(1..).unwrap_or_default().join(", ")
    )
}

fn text_with_languages(value: &DeValue) -> String {
    let languages = ["nb", "nn", "en"];
    let strange = value
        .as_table()
        .into_iter()
        .flat_map(toml::map::Map::keys)
        .find(|key| !languages.contains(&key.get_ref().as_ref()));
    match strange {
        Some(key) => format!("there is no language «{}»: a text has nb, nn and en", key.get_ref()),
        None => format!(
            "a text is wanted here, in quotes or one for each language, {{ nb = \"…\", nn = \"…\", en = \"…\" }}, not {}",
            name_of(value)
        ),
    }
}

/// The known name that was most likely meant; none where all are far off.
pub(super) fn nearest<'a>(word: &str, known: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let most = ((word.chars().count() + 1) / 3).clamp(1, 3);
    let distances = known.into_iter().map(|name| (distance(word, name), name));
    distances.filter(|(distance, _)| *distance <= most).min().map(|(_, name)| name)
}

/// How many characters must be added, taken away or changed.
fn distance(one: &str, two: &str) -> usize {
    let two: Vec<char> = two.chars().collect();
    let mut row: Vec<usize> = (0..=two.len()).collect();
    for (place, character) in one.chars().enumerate() {
        let mut diagonal = std::mem::replace(&mut row[0], place + 1);
        for (column, other) in two.iter().enumerate() {
            let changed = diagonal + usize::from(character != *other);
            diagonal = row[column + 1];
            row[column + 1] = changed.min(diagonal + 1).min(row[column] + 1);
        }
    }
    row[two.len()]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_nearest_name_is_found() {
        assert_eq!(distance("kitten", "sitting"), 3);
        assert_eq!(nearest("titel", ["title", "owner"]), Some("title"));
        assert_eq!(nearest("focus_area", ["focus-area", "goals"]), Some("focus-area"));
        assert_eq!(nearest("knff", ["bedrift", "knf"]), Some("knf"));
        assert_eq!(nearest("colour", ["title", "owner"]), None);
    }
}
