//! Files of TOML: the tables in them, each read as what it stands for.

use std::collections::BTreeSet;

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::entry::{self, Noun, Wrong};
use super::line::line_of;
use super::mistake::Mistake;
use super::places::Place;
use super::reader::Reader;
use super::wording;

impl Reader<'_> {
    /// The tables of TOML, or every line that is none. `first` is the line of the file on which `text` begins.
    pub fn table<'t>(&mut self, file: &str, text: &'t str, first: usize) -> Option<Spanned<DeTable<'t>>> {
        let (table, errors) = DeTable::parse_recoverable(text);
        let mut told = BTreeSet::new();
        for error in &errors {
            let line = error.span().map_or(1, |span| line_of(text, span.start)) + first - 1;
            if told.insert(line) {
                self.mistakes.push(Mistake::at(file, line, wording::of_syntax(error.message())));
            }
        }
        errors.is_empty().then_some(table)
    }

    pub fn noun<T: Noun>(&mut self, file: &str, text: &str, first: usize, table: Spanned<DeTable>) -> Option<T> {
        let span = table.span();
        let told = |(span, what): Wrong| Mistake::at(file, line_of(text, span.start) + first - 1, what);
        entry::read(table.into_inner(), span)
            .map_err(|wrong| self.mistakes.extend(wrong.into_iter().map(told)))
            .ok()
    }

    /// A file of one list, `[[key]]`.
    pub fn list<T: Noun>(&mut self, file: &str, key: &'static str) -> Vec<T> {
        let text = self.files.get(file).map_or("", String::as_str);
        let tables = self.tables(file, text, key);
        let read = |table: Spanned<DeTable>| {
            let id = table
                .get_ref()
                .get("id")
                .and_then(|id| id.get_ref().as_str())
                .unwrap_or_default()
                .to_owned();
            let place = Place::of(file, line_of(text, table.span().start), table.get_ref(), text, 1);
            self.places.add(key, id, place);
            self.noun(file, text, 1, table)
        };
        tables.into_iter().filter_map(read).collect()
    }

    /// The tables of such a file.
    pub fn tables<'t>(&mut self, file: &str, text: &'t str, key: &str) -> Vec<Spanned<DeTable<'t>>> {
        let mut found = Vec::new();
        let whole = self.table(file, text, 1).map(Spanned::into_inner).unwrap_or_default();
        for (name, value) in whole {
            let line = line_of(text, name.span().start);
            let span = value.span();
            match value.into_inner() {
                _ if name.get_ref() != key => {
                    let what = format!("there is no «{}» in this file: each entry begins with [[{key}]]", name.get_ref());
                    self.mistakes.push(Mistake::at(file, line, what));
                }
                DeValue::Array(items) if items.iter().all(|item| item.get_ref().is_table()) => {
                    found.extend(items.into_iter().filter_map(as_table));
                }
                _ => self.mistakes.push(Mistake::at(
                    file,
                    line_of(text, span.start),
                    format!("each entry begins with [[{key}]], in two brackets"),
                )),
            }
        }
        found
    }
}

fn as_table(value: Spanned<DeValue<'_>>) -> Option<Spanned<DeTable<'_>>> {
    let span = value.span();
    match value.into_inner() {
        DeValue::Table(table) => Some(Spanned::new(span, table)),
        _ => None,
    }
}
