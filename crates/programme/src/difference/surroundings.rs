//! What the two states name beside goals and measures, where it differs: a new name, another assumption, newer figures.

use std::collections::HashMap;
use std::hash::Hash;

use crate::{Surroundings, Text};

/// What sort of thing it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    Programme,
    Organisation,
    FocusArea,
    Assumption,
    Indicator,
    Series,
}

impl Kind {
    /// The word in answers and message keys.
    pub fn word(self) -> &'static str {
        match self {
            Self::Programme => "programme",
            Self::Organisation => "organisation",
            Self::FocusArea => "focus-area",
            Self::Assumption => "assumption",
            Self::Indicator => "indicator",
            Self::Series => "series",
        }
    }
}

/// A thing that differs, by what it was called and is called. One of them is missing where it came or went; they are
/// alike where something else of it differs.
#[derive(Debug, Clone, PartialEq)]
pub struct Named<'a> {
    pub kind: Kind,
    pub id: String,
    pub before: Option<&'a Text>,
    pub after: Option<&'a Text>,
}

pub(super) fn differences<'a>(before: &'a Surroundings, after: &'a Surroundings) -> Vec<Named<'a>> {
    let mut named = Vec::new();
    if before.programme != after.programme || before.accent != after.accent {
        named.push(Named {
            kind: Kind::Programme,
            id: String::new(),
            before: Some(&before.programme),
            after: Some(&after.programme),
        });
    }
    list(&mut named, Kind::Organisation, &before.organisations, &after.organisations, |one| {
        (&one.id, &one.name)
    });
    list(&mut named, Kind::FocusArea, &before.focus_areas, &after.focus_areas, |one| {
        (&one.id, &one.title)
    });
    list(&mut named, Kind::Assumption, &before.assumptions, &after.assumptions, |one| {
        (&one.id, &one.text)
    });
    list(&mut named, Kind::Indicator, &before.indicators, &after.indicators, |one| {
        (&one.id, &one.title)
    });
    list(&mut named, Kind::Series, &before.series, &after.series, |one| {
        (one.id(), one.title())
    });
    named
}

fn list<'a, T: PartialEq, K: Eq + Hash + ToString + 'a>(
    named: &mut Vec<Named<'a>>,
    kind: Kind,
    before: &'a [T],
    after: &'a [T],
    of: impl Fn(&'a T) -> (&'a K, &'a Text),
) {
    let then: HashMap<&K, &T> = before.iter().map(|item| (of(item).0, item)).collect();
    let now: HashMap<&K, &T> = after.iter().map(|item| (of(item).0, item)).collect();
    for item in after {
        let (id, name) = of(item);
        let old = then.get(id).copied();
        if old != Some(item) {
            named.push(Named {
                kind,
                id: id.to_string(),
                before: old.map(|old| of(old).1),
                after: Some(name),
            });
        }
    }
    for item in before.iter().filter(|item| !now.contains_key(of(item).0)) {
        let (id, name) = of(item);
        named.push(Named {
            kind,
            id: id.to_string(),
            before: Some(name),
            after: None,
        });
    }
}
