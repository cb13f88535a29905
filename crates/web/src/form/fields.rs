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
        values.iter().for_each(|value| self.add(name, value));
    }

    /// The three fields of a text.
    pub fn add_wordings(&mut self, name: &str, text: &Text) {
        for language in Language::ALL {
            self.add(&format!("{name}-{language}"), &text.exactly(language).unwrap_or_default());
        }
    }

    /// A box that is ticked or not.
    pub fn add_tick(&mut self, name: &str, ticked: bool) {
        if ticked {
            self.add(name, &"on");
        }
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
}
