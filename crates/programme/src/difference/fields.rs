//! How a field differs: a value that was another, members that went and came, lines that belong together.

/// A value that was another.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Was<T> {
    pub before: T,
    pub after: T,
}

impl<T: PartialEq> Was<T> {
    /// None where nothing is different.
    pub(super) fn of(before: T, after: T) -> Option<Self> {
        (before != after).then_some(Self { before, after })
    }
}

/// What a list no longer has and what it has anew. Both are empty where only the order is another.
#[derive(Debug, Clone, PartialEq)]
pub struct Members<'a, T> {
    pub gone: Vec<&'a T>,
    pub come: Vec<&'a T>,
}

impl<'a, T: PartialEq> Members<'a, T> {
    /// None where the lists are the same, in the same order.
    pub(super) fn of(before: &'a [T], after: &'a [T]) -> Option<Self> {
        (before != after).then(|| Self {
            gone: without(before, after),
            come: without(after, before),
        })
    }
}

/// The items of a list that another lacks, each as often as it stands there too often.
fn without<'a, T: PartialEq>(list: &'a [T], other: &[T]) -> Vec<&'a T> {
    let mut rest: Vec<&T> = other.iter().collect();
    list.iter()
        .filter(|item| match rest.iter().position(|known| known == item) {
            Some(place) => {
                rest.swap_remove(place);
                false
            }
            None => true,
        })
        .collect()
}

/// Lines about the same (a year, a funder and a year), one of which is missing where the line came or went.
#[derive(Debug, Clone, PartialEq)]
pub struct Pair<'a, T> {
    pub before: Option<&'a T>,
    pub after: Option<&'a T>,
}

impl<'a, T: PartialEq> Pair<'a, T> {
    /// The pairs that differ, and none at all where the lists are the same. Empty where only the order is another.
    pub(super) fn of<K: PartialEq>(before: &'a [T], after: &'a [T], about: impl Fn(&'a T) -> K) -> Option<Vec<Self>> {
        if before == after {
            return None;
        }
        let mut came: Vec<&T> = after.iter().collect();
        let mut pairs: Vec<Self> = Vec::new();
        for old in before {
            let place = came.iter().position(|new| about(new) == about(old));
            pairs.push(Self {
                before: Some(old),
                after: place.map(|place| came.remove(place)),
            });
        }
        pairs.extend(came.into_iter().map(|new| Self {
            before: None,
            after: Some(new),
        }));
        pairs.retain(|pair| pair.before != pair.after);
        Some(pairs)
    }
}
