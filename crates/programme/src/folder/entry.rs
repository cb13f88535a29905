//! Reading one thing from a table of TOML, with every mistake in it and not only the first.
//!
//! serde stops at the first mistake. So each key is tried alone, put into a sample that is known to be right: whatever
//! fails then fails by that key. A key is demanded where the sample fails without it.

use std::ops::Range;

use serde::de::DeserializeOwned;
use toml::Spanned;
use toml::de::{DeTable, DeValue, Error, ValueDeserializer};

use super::wording;

/// What can be read from a table.
pub(super) trait Noun: DeserializeOwned {
    /// A right one as TOML, with every key that a mistake can be told apart in.
    const SAMPLE: &'static str;
    /// Keys that come from the file's name or body and are not written in the table.
    const HIDDEN: &'static [&'static str] = &[];
}

/// What is wrong, and the bytes of the file where.
pub(super) type Wrong = (Range<usize>, String);

type Value<'i> = Spanned<DeValue<'i>>;
type Attempt<'a, 'i> = &'a dyn Fn(Value<'i>) -> Result<(), Error>;

/// Reads a table; `span` is where it stands.
pub(super) fn read<T: Noun>(table: DeTable<'_>, span: Range<usize>) -> Result<T, Vec<Wrong>> {
    let sample = DeTable::parse(T::SAMPLE).map_err(|error| vec![(span.clone(), error.to_string())])?;
    let mut examination = Examination {
        hidden: T::HIDDEN,
        wrong: Vec::new(),
    };
    examination.table(&table, &span, sample.get_ref(), &|value| {
        T::deserialize(ValueDeserializer::from(value)).map(drop)
    });
    if !examination.wrong.is_empty() {
        return Err(examination.wrong);
    }
    let whole = DeValue::Table(table);
    T::deserialize(ValueDeserializer::from(Spanned::new(span.clone(), whole.clone())))
        .map_err(|error| vec![told(&error, &Spanned::new(span, whole), None, T::HIDDEN)])
}

fn told(error: &Error, value: &Value, sample: Option<&DeValue>, hidden: &[&str]) -> Wrong {
    let what = wording::of_value(error.message(), value.get_ref(), sample, hidden);
    (error.span().unwrap_or(value.span()), what)
}

struct Examination {
    hidden: &'static [&'static str],
    wrong: Vec<Wrong>,
}

impl Examination {
    fn table<'i>(&mut self, table: &DeTable<'i>, span: &Range<usize>, sample: &DeTable<'i>, attempt: Attempt<'_, 'i>) {
        let with = |table| attempt(Spanned::new(span.clone(), DeValue::Table(table)));
        for (key, value) in table {
            let alone = |value| {
                let mut trial = sample.clone();
                trial.insert(key.clone(), value);
                with(trial)
            };
            self.value(value, sample.get(key), &alone);
        }
        for key in sample.keys().filter(|key| !table.contains_key(*key)) {
            let mut trial = sample.clone();
            trial.remove(key);
            if with(trial).is_err() {
                self.wrong.push((span.clone(), wording::missing(key.get_ref())));
            }
        }
    }

    fn value<'i>(&mut self, value: &Value<'i>, sample: Option<&Value<'i>>, attempt: Attempt<'_, 'i>) {
        match (value.get_ref(), sample.map(Spanned::get_ref)) {
            (DeValue::Table(table), Some(DeValue::Table(sample))) => self.table(table, &value.span(), sample, attempt),
            (DeValue::Array(items), Some(DeValue::Array(samples))) => {
                let of_one = |item: Value<'i>| attempt(Spanned::new(value.span(), DeValue::Array(std::iter::once(item).collect())));
                items.iter().for_each(|item| self.value(item, samples.first(), &of_one));
            }
            (_, sample) => {
                if let Err(error) = attempt(value.clone()) {
                    self.wrong.push(told(&error, value, sample, self.hidden));
                }
            }
        }
    }
}
