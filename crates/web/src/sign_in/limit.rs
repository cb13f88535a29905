//! How many sign-in links may be on their way, so that nobody's mailbox is filled and our mail server keeps its name.

use std::collections::VecDeque;
use std::sync::{Mutex, PoisonError};

use jiff::{SignedDuration, Timestamp};

const WINDOW: SignedDuration = SignedDuration::from_mins(15);
const MOST_PER_ADDRESS: usize = 5;
const MOST_IN_ALL: usize = 300;

/// The links of the last quarter of an hour: when, and to whom.
#[derive(Default)]
pub(crate) struct Limit(Mutex<VecDeque<(Timestamp, String)>>);

impl Limit {
    /// True where one more may be sent to this address now; it is counted then.
    pub fn allows(&self, address: &str, now: Timestamp) -> bool {
        let mut sent = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        while sent.front().is_some_and(|(when, _)| now.duration_since(*when) >= WINDOW) {
            sent.pop_front();
        }
        let address = address.to_lowercase();
        let to_this_address = sent.iter().filter(|(_, known)| *known == address).count();
        let allowed = to_this_address < MOST_PER_ADDRESS && sent.len() < MOST_IN_ALL;
        if allowed {
            sent.push_back((now, address));
        }
        allowed
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_gets_a_few_links_and_more_when_time_has_passed() {
        let (limit, start) = (Limit::default(), Timestamp::UNIX_EPOCH);
        let allowed = (0..10).filter(|_| limit.allows("leder@example.no", start)).count();
        assert_eq!(allowed, MOST_PER_ADDRESS);
        assert!(!limit.allows("LEDER@example.no", start));
        assert!(limit.allows("annen@example.no", start));
        assert!(limit.allows("leder@example.no", start + WINDOW));
    }

    #[test]
    fn all_together_have_a_limit_too() {
        let limit = Limit::default();
        let allowed = (0..1000)
            .filter(|number| limit.allows(&format!("{number}@example.no"), Timestamp::UNIX_EPOCH))
            .count();
        assert_eq!(allowed, MOST_IN_ALL);
    }
}
