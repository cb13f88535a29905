//! The register itself: what changed since, and single enterprises.

use jiff::Timestamp;
use reqwest::Url;
use serde::Deserialize;

use super::{Enterprise, Entry};
use crate::source::connection::{Clock, Connection};
use crate::source::error::Error;

/// The most that the register gives at once, and the furthest that it pages.
const AT_ONCE: usize = 10_000;

/// What happened to an enterprise.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
pub enum Change {
    /// It is new.
    #[serde(rename = "Ny")]
    New,
    /// It is still there, but another.
    #[serde(rename = "Endring")]
    Changed,
    /// It was deleted, and can still be read about.
    #[serde(rename = "Sletting")]
    Deleted,
    /// It was removed, and must not be kept.
    #[serde(rename = "Fjernet")]
    Removed,
    /// The register does not say.
    #[serde(other)]
    Unknown,
}

/// One thing that happened.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct Update {
    /// Its number, which grows.
    #[serde(rename = "oppdateringsid")]
    pub id: u64,
    /// When.
    #[serde(rename = "dato")]
    pub at: Timestamp,
    /// The enterprise's number. It may be a sole proprietor's: ask [`Register::enterprise`] what may be kept.
    #[serde(rename = "organisasjonsnummer")]
    pub number: String,
    /// What happened.
    #[serde(rename = "endringstype")]
    pub change: Change,
}

#[derive(Deserialize)]
struct Updates {
    #[serde(rename = "_embedded", default)]
    embedded: Embedded,
}

#[derive(Deserialize, Default)]
struct Embedded {
    #[serde(rename = "oppdaterteEnheter", default)]
    updates: Vec<Update>,
}

/// The register.
#[derive(Debug)]
pub struct Register<C> {
    connection: Connection<C>,
    base: Url,
}

impl<C: Clock> Register<C> {
    /// The register at an address such as `https://data.brreg.no/enhetsregisteret/api`.
    pub fn new(connection: Connection<C>, base: Url) -> Self {
        Self { connection, base }
    }

    fn address(&self, path: &[&str]) -> Url {
        let mut address = self.base.clone();
        if let Ok(mut segments) = address.path_segments_mut() {
            segments.pop_if_empty().extend(path);
        }
        address
    }

    /// Everything that happened from an update's number on. Pages are not turned, since the register turns only 10,000 entries
    /// far: each request begins after the last update that was read.
    pub async fn updates(&self, from: u64) -> Result<Vec<Update>, Error> {
        let mut found: Vec<Update> = Vec::new();
        let mut next = from;
        loop {
            let mut address = self.address(&["oppdateringer", "enheter"]);
            let pairs = [("oppdateringsid", next.to_string()), ("size", AT_ONCE.to_string())];
            address.query_pairs_mut().extend_pairs(pairs);
            let answer = self.connection.get(address).await?;
            let page: Updates = answer.json("the register has no such list of updates")?;
            let updates = page.embedded.updates;
            let last = updates.iter().map(|update| update.id).max();
            let full = updates.len() >= AT_ONCE;
            found.extend(updates);
            match last {
                Some(last) if full && last >= next => next = last + 1,
                _ => return Ok(found),
            }
        }
    }

    /// One enterprise as it is now; none where it was removed for good (410), and must be removed here too.
    pub async fn enterprise(&self, number: &str) -> Result<Option<Enterprise>, Error> {
        let answer = self.connection.get(self.address(&["enheter", number])).await?;
        if answer.status == 410 {
            return Ok(None);
        }
        let entry: Entry = answer.json("the register has no enterprise with this number")?;
        let a_person = entry.is_sole_proprietor();
        Ok(Some(entry.kept(a_person)))
    }

    /// Writes the nightly file of enterprises, compressed, to where the caller keeps it. Gives the number of bytes.
    pub async fn download_units(&self, into: &mut (impl std::io::Write + Send)) -> Result<u64, Error> {
        self.connection.download(self.address(&["enheter", "lastned"]), into).await
    }

    /// Writes the nightly file of sub-units, compressed, to where the caller keeps it. Gives the number of bytes.
    pub async fn download_sub_units(&self, into: &mut (impl std::io::Write + Send)) -> Result<u64, Error> {
        self.connection.download(self.address(&["underenheter", "lastned"]), into).await
    }
}
