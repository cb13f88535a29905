//! Markdown files with front matter, and their texts in other languages beside them.

use std::borrow::Cow;
use std::collections::BTreeSet;

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::entry::Noun;
use super::line::line_of;
use super::mistake::Mistake;
use super::places::Place;
use super::reader::Reader;
use super::{front_matter, layout};
use crate::Language;

impl Reader<'_> {
    /// All Markdown files of a folder.
    pub fn pages<T: Noun>(&mut self, folder: &str, kind: &'static str) -> Vec<T> {
        let ids = self.ids(folder);
        ids.iter()
            .filter_map(|id| self.page(&format!("{folder}/{id}.md"), kind, &[("id", id)]))
            .collect()
    }

    /// The identifiers of the Markdown files in a folder.
    pub fn ids(&self, folder: &str) -> BTreeSet<String> {
        let names = self.files.keys().filter_map(|path| path.strip_prefix(folder)?.strip_prefix('/'));
        names.filter_map(|name| name.split('.').next()).map(str::to_owned).collect()
    }

    /// A Markdown file with its texts in other languages. `named` are the keys that its name gives.
    pub fn page<T: Noun>(&mut self, file: &str, kind: &'static str, named: &[(&'static str, &str)]) -> Option<T> {
        let Some(text) = self.files.get(file) else {
            self.missing(file, "write it, or take away what stands beside it");
            return None;
        };
        let parts = match front_matter::split(text) {
            Ok(parts) => parts,
            Err(error) => {
                self.mistakes.push(Mistake::at(file, 1, error.to_string()));
                return None;
            }
        };
        let bodies = self.bodies(file, parts.body);
        let mut table = self.table(file, parts.front, 2)?;
        self.hidden::<T>(file, parts.front, 2, table.get_mut());
        let place = Place::of(file, 1, table.get_ref(), parts.front, 2).with_body(parts.body_line);
        for (key, value) in named {
            insert(table.get_mut(), key, DeValue::String(Cow::Borrowed(value)));
        }
        insert(table.get_mut(), "body", DeValue::Table(bodies));
        let noun = self.noun(file, parts.front, 2, table)?;
        let id = named.first().map(|(_, id)| (*id).to_owned()).unwrap_or_default();
        self.places.add(kind, id, place);
        Some(noun)
    }

    /// Takes the keys out that must not stand in the file, and tells them.
    /// `first` is the line of the file on which `text` begins.
    pub fn hidden<T: Noun>(&mut self, file: &str, text: &str, first: usize, table: &mut DeTable) {
        for key in T::HIDDEN {
            let Some((found, _)) = table.remove_entry(*key) else { continue };
            let why = match *key {
                "body" => "the text stands under the front matter",
                "plan" => "the plan is the folder that the file is in",
                "ballots" => "the ballots stand in a file of their own",
                "shock" => "the shock is the folder that the file is in",
                "hearing" => "the hearing is the folder that the file is in",
                _ => "the identifier is the file's name",
            };
            let line = line_of(text, found.span().start) + first - 1;
            self.mistakes.push(Mistake::at(
                file,
                line,
                format!("«{key}» is not written here, {why}: take the line away"),
            ));
        }
    }

    /// The wordings of a Markdown file, by language.
    fn bodies<'t>(&mut self, file: &str, body: &'t str) -> DeTable<'t> {
        let mut bodies = DeTable::new();
        insert(&mut bodies, "nb", DeValue::String(Cow::Borrowed(body)));
        for language in Language::ALL.into_iter().skip(1) {
            let beside = layout::in_language(file, language);
            let Some(text) = self.files.get(&beside) else { continue };
            if let Some(body) = language_body(text) {
                insert(&mut bodies, language.tag(), DeValue::String(Cow::Owned(body.to_owned())));
            } else {
                let what = format!("here stands nothing but text, the keys stand in {file}: take the front matter away");
                self.mistakes.push(Mistake::at(beside, 1, what));
            }
        }
        bodies
    }
}

fn insert<'t>(table: &mut DeTable<'t>, key: &'static str, value: DeValue<'t>) {
    table.insert(Spanned::new(0..0, Cow::Borrowed(key)), Spanned::new(0..0, value));
}

/// The text of a file in another language; none where it has keys. Front matter without any is no more than a fence.
fn language_body(text: &str) -> Option<&str> {
    if !front_matter::begins_with_fence(text) {
        return Some(text);
    }
    let parts = front_matter::split(text).ok()?;
    parts.front.trim().is_empty().then_some(parts.body)
}
