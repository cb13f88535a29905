//! Where figures come from: one module for each kind of source, over one polite [`Connection`].
//!
//! Nothing here keeps files or knows what time it is: the clock, and where parts of a long fetch are kept, are given by the
//! caller ([`Clock`], [`Parts`]).

mod cell;
mod connection;
pub mod enterprises;
mod error;
mod pace;
pub mod pxweb;

pub use cell::value;
pub use connection::{Answer, Clock, Connection, web_client};
pub use error::{Error, Refusal};
pub use reqwest::Url;

use std::collections::BTreeMap;
use std::sync::{Mutex, PoisonError};

/// Where the parts of a long fetch are kept until it is complete, so that one that was interrupted goes on where it was.
/// A key says what a part holds and of which update of its table it is; it may be long, and is nobody's secret.
pub trait Parts: Send + Sync {
    /// The part that was kept under a key.
    fn get(&self, key: &str) -> Option<Vec<u8>>;
    /// Keeps a part. What cannot be kept is fetched again another time, so nothing is said about it.
    fn put(&self, key: &str, part: &[u8]);
}

/// Parts in memory: enough where a fetch is small or is not to be resumed by another process.
#[derive(Debug, Default)]
pub struct InMemory(Mutex<BTreeMap<String, Vec<u8>>>);

impl Parts for InMemory {
    fn get(&self, key: &str) -> Option<Vec<u8>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).get(key).cloned()
    }

    fn put(&self, key: &str, part: &[u8]) {
        let mut parts = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        parts.insert(key.to_owned(), part.to_vec());
    }
}
