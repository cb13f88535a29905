//! The pages that are kept. What makes a page another page is in its key, so nothing is ever taken out because it is
//! wrong: it is no longer asked for, and goes when room is needed.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};

use jiff::civil::Date;
use programme::{Language, ProgrammeId};

use super::finished::Finished;

/// Half of what may be kept, in bytes.
const HALF: usize = 16 << 20;

/// What a page depends on.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub(super) struct Key {
    pub programme: ProgrammeId,
    /// The programme's newest journal entry.
    pub sequence: i64,
    pub day: Date,
    pub language: Language,
    pub path: String,
    pub query: Option<String>,
}

/// Finished pages by what they depend on; those that nobody asks for go first.
#[derive(Default)]
pub(crate) struct Pages(Mutex<Halves>);

/// When the young half is full it becomes the old one, whose pages have this long to be asked for again.
#[derive(Default)]
struct Halves {
    young: HashMap<Key, Arc<Finished>>,
    young_size: usize,
    old: HashMap<Key, Arc<Finished>>,
}

impl Pages {
    pub(super) fn get(&self, key: &Key) -> Option<Arc<Finished>> {
        let mut halves = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(page) = halves.young.get(key) {
            return Some(Arc::clone(page));
        }
        let page = halves.old.remove(key)?;
        halves.add(key.clone(), Arc::clone(&page));
        Some(page)
    }

    pub(super) fn keep(&self, key: Key, page: Arc<Finished>) {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).add(key, page);
    }
}

impl Halves {
    fn add(&mut self, key: Key, page: Arc<Finished>) {
        let size = page.size() + key.path.len();
        if self.young_size + size > HALF {
            self.old = std::mem::take(&mut self.young);
            self.young_size = 0;
        }
        if size <= HALF && self.young.insert(key, page).is_none() {
            self.young_size += size;
        }
    }
}

#[cfg(test)]
mod tests {
    use axum::body::Bytes;
    use axum::http::HeaderMap;

    use super::*;

    fn key(path: &str) -> Key {
        Key {
            programme: "byen".parse().unwrap(),
            sequence: 1,
            day: jiff::civil::date(2026, 11, 24),
            language: Language::Nb,
            path: path.to_owned(),
            query: None,
        }
    }

    fn page(size: usize) -> Arc<Finished> {
        Arc::new(Finished::new(HeaderMap::new(), Bytes::from(vec![b' '; size]), false))
    }

    #[test]
    fn what_is_asked_for_stays_and_all_of_it_has_room() {
        let pages = Pages::default();
        pages.keep(key("/byen"), page(1000));
        for number in 0..200 {
            pages.keep(key(&format!("/byen/{number}")), page(HALF / 8));
            assert!(pages.get(&key("/byen")).is_some(), "after {number}");
        }
        assert!(pages.get(&key("/byen/0")).is_none());
        let halves = pages.0.lock().unwrap();
        let size: usize = halves.young.values().chain(halves.old.values()).map(|page| page.size()).sum();
        assert!(size <= 2 * HALF, "{size} bytes are kept");
    }

    #[test]
    fn a_page_of_another_state_or_day_is_another_page() {
        let pages = Pages::default();
        pages.keep(key("/byen"), page(10));
        assert!(
            pages
                .get(&Key {
                    sequence: 2,
                    ..key("/byen")
                })
                .is_none()
        );
        let tomorrow = jiff::civil::date(2026, 11, 25);
        assert!(
            pages
                .get(&Key {
                    day: tomorrow,
                    ..key("/byen")
                })
                .is_none()
        );
        assert!(
            pages
                .get(&Key {
                    language: Language::En,
                    ..key("/byen")
                })
                .is_none()
        );
    }
}
