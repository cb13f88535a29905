//! What stands in a form's fields, whether it was typed or comes from what is kept: forms are drawn from this alone, so
//! what was typed is shown again as it was.

use programme::{Language, Text};

/// Names with values, in the order of the form; a name stands as often as it has values.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Fields(Vec<(String, String)>);

impl Fields {
    /// As a browser sent them. Control characters, which nobody types and not every database keeps, are left out.
    pub fn typed(pairs: Vec<(String, String)>) -> Self {
        let kept = |character: &char| !character.is_control() || matches!(character, '\n' | '\t');
        Self(
            pairs
                .into_iter()
                .map(|(name, value)| (name, value.replace("\r\n", "\n").chars().filter(kept).collect()))
                .collect(),
        )
    }

    /// The first value of a field, without the white space around it; empty where the field was not sent.
    pub fn text(&self, name: &str) -> &str {
        self.all(name).next().unwrap_or_default().trim()
    }

    /// All values of a field.
    pub fn all<'a>(&'a self, name: &str) -> impl Iterator<Item = &'a str> {
        let name = name.to_owned();
        self.0.iter().filter(move |(key, _)| *key == name).map(|(_, value)| value.as_str())
    }

    /// True where the field was sent, even empty.
    pub fn has(&self, name: &str) -> bool {
        self.all(name).next().is_some()
    }

    /// True where this value is among the field's.
    pub fn holds(&self, name: &str, value: &str) -> bool {
        self.all(name).any(|one| one == value)
    }

    /// The wordings of a text in its three fields.
    pub fn wordings(&self, name: &str) -> Text {
        Language::ALL.into_iter().fold(Text::default(), |text, language| {
            text.with(language, self.text(&format!("{name}-{language}")))
        })
    }

    pub fn add(&mut self, name: &str, value: &impl ToString) {
        self.0.push((name.to_owned(), value.to_string()));
    }

    /// As [`Self::add`] for every item.
    pub fn add_all<T: ToString>(&mut self, name: &str, values: &[T]) {
        for value in values {
            self.add(name, value);
        }
    }

    /// The three fields of a text.
    pub fn add_wordings(&mut self, name: &str, text: &Text) {
        for language in Language::ALL {
            self.add(&format!("{name}-{language}"), &text.exactly(language).unwrap_or_default());
        }
    }

    /// Puts one value in place of all that a field has.
    pub fn set(&mut self, name: &str, value: &impl ToString) {
        self.remove(name);
        self.add(name, value);
    }

    /// Takes a field out with all its values.
    pub fn remove(&mut self, name: &str) {
        self.0.retain(|(key, _)| key != name);
    }

    /// How many rows a table of the form has: its fields are `<table>-<row>-<column>`, with a year or a date in each.
    pub fn rows(&self, table: &str, column: &str) -> usize {
        (0..self.0.len())
            .take_while(|row| self.has(&format!("{table}-{row}-{column}")))
            .count()
    }

    /// What this person wrote, together with what another has written since both began from the same: of each field the
    /// one that differs from the beginning, and this person's where both do. Tables are taken whole.
    pub fn merged(&self, beginning: &Self, theirs: &Self) -> Self {
        let mut groups: Vec<&str> = Vec::new();
        for (name, _) in self.0.iter().chain(&theirs.0) {
            if !groups.contains(&group(name)) {
                groups.push(group(name));
            }
        }
        let chosen = |group: &str| {
            if self.filled(group) == beginning.filled(group) {
                theirs
            } else {
                self
            }
        };
        let pairs = groups
            .into_iter()
            .flat_map(|name| chosen(name).0.iter().filter(move |(key, _)| group(key) == name));
        Self(pairs.cloned().collect())
    }

    fn filled(&self, of: &str) -> Vec<(&str, &str)> {
        self.0
            .iter()
            .filter(|(name, value)| group(name) == of && !value.trim().is_empty())
            .map(|(name, value)| (name.as_str(), value.trim()))
            .collect()
    }

    /// A box that is ticked or not.
    pub fn add_tick(&mut self, name: &str, ticked: bool) {
        if ticked {
            self.add(name, &"on");
        }
    }
}

/// The fields that belong together: a whole table, else the field alone.
fn group(name: &str) -> &str {
    let mut parts = name.splitn(3, '-');
    match (parts.next(), parts.next()) {
        (Some(table), Some(row)) if row.parse::<usize>().is_ok() => table,
        _ => name,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_typed_is_kept_but_for_control_characters() {
        let fields = Fields::typed(vec![("a".to_owned(), " x\u{0}\r\ny ".to_owned()), ("b".to_owned(), String::new())]);
        assert_eq!(fields.text("a"), "x\ny");
        assert!(fields.has("b") && !fields.has("c"));
    }

    fn fields(pairs: &[(&str, &str)]) -> Fields {
        Fields::typed(
            pairs
                .iter()
                .map(|(name, value)| ((*name).to_owned(), (*value).to_owned()))
                .collect(),
        )
    }

    #[test]
    fn two_peoples_work_is_put_together_field_by_field() {
        let beginning = fields(&[("title", "a"), ("ends", "1"), ("goals", "x"), ("cost-0-year", "2020")]);
        let theirs = fields(&[
            ("title", "b"),
            ("ends", "2"),
            ("goals", "x"),
            ("goals", "y"),
            ("cost-0-year", "2020"),
        ]);
        let ours = fields(&[
            ("title", "c"),
            ("ends", "1"),
            ("goals", "x"),
            ("cost-0-year", "2021"),
            ("cost-1-year", ""),
        ]);
        let merged = ours.merged(&beginning, &theirs);
        assert_eq!(merged.text("title"), "c", "both changed it: ours, with theirs beside it");
        assert_eq!(merged.text("ends"), "2", "only they changed it");
        assert!(merged.holds("goals", "y"));
        assert_eq!((merged.text("cost-0-year"), merged.rows("cost", "year")), ("2021", 2));
    }
}
