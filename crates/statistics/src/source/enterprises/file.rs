//! The nightly file: a list of more than a million entries, of which one at a time is in memory.

use std::fmt;
use std::io::{BufRead, BufReader, Read};

use flate2::bufread::MultiGzDecoder;
use serde::de::{Deserializer as _, SeqAccess, Visitor};

use super::{Enterprise, Entry};

/// The numbers of sole proprietors, to know their sub-units by. They are kept in memory while the files are read, and nowhere else.
#[derive(Default)]
pub struct SoleProprietors(Vec<u32>);

impl fmt::Debug for SoleProprietors {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{} sole proprietors", self.0.len())
    }
}

impl SoleProprietors {
    fn has(&self, number: &str) -> bool {
        number.parse().is_ok_and(|number: u32| self.0.binary_search(&number).is_ok())
    }
}

/// A file that could not be read to its end. What was given before it is not the whole register: keep the last good one.
#[derive(Debug, thiserror::Error)]
#[error("the file of enterprises cannot be read after {read} entries ({cause}): fetch it again; the last good one stays")]
pub struct FileError {
    /// How many entries were read.
    pub read: u64,
    /// What is wrong.
    pub cause: serde_json::Error,
}

/// Reads the file of enterprises (`/enheter/lastned`), plain or compressed, and gives each to `each`. Afterwards it is known which
/// are sole proprietors, which [`read_sub_units`] needs.
pub fn read_units(file: impl Read, mut each: impl FnMut(Enterprise)) -> Result<SoleProprietors, FileError> {
    let mut sole = Vec::new();
    read(file, |entry| {
        let a_person = entry.is_sole_proprietor();
        if a_person {
            sole.extend(entry.organisasjonsnummer.parse::<u32>());
        }
        each(entry.kept(a_person));
    })?;
    sole.sort_unstable();
    Ok(SoleProprietors(sole))
}

/// Reads the file of sub-units (`/underenheter/lastned`), plain or compressed, and gives each to `each`.
pub fn read_sub_units(file: impl Read, sole: &SoleProprietors, mut each: impl FnMut(Enterprise)) -> Result<(), FileError> {
    read(file, |entry| {
        let a_person = entry.overordnet_enhet.as_deref().is_some_and(|parent| sole.has(parent));
        each(entry.kept(a_person));
    })
}

/// Reads a list of entries one by one.
fn read(file: impl Read, each: impl FnMut(Entry)) -> Result<(), FileError> {
    /// The first two bytes of what gzip made.
    const PACKED: [u8; 2] = [0x1f, 0x8b];
    const AT_ONCE: usize = 256 * 1024;
    let mut file = BufReader::with_capacity(AT_ONCE, file);
    let packed = file.fill_buf().is_ok_and(|start| start.starts_with(&PACKED));
    if packed {
        entries(BufReader::with_capacity(AT_ONCE, MultiGzDecoder::new(file)), each)
    } else {
        entries(file, each)
    }
}

struct Entries<'a, F> {
    each: F,
    read: &'a mut u64,
}

impl<'de, F: FnMut(Entry)> Visitor<'de> for Entries<'_, F> {
    type Value = ();

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("a list of enterprises")
    }

    fn visit_seq<A: SeqAccess<'de>>(mut self, mut list: A) -> Result<(), A::Error> {
        while let Some(entry) = list.next_element()? {
            (self.each)(entry);
            *self.read += 1;
        }
        Ok(())
    }
}

fn entries(file: impl Read, each: impl FnMut(Entry)) -> Result<(), FileError> {
    let mut count = 0;
    let mut json = serde_json::Deserializer::from_reader(file);
    let whole = json.deserialize_seq(Entries { each, read: &mut count }).and_then(|()| json.end());
    whole.map_err(|cause| FileError { read: count, cause })
}
