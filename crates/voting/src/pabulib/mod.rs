//! The file format of PaBuLib (Stolicki, Szufa and Talmon 2020; <https://pabulib.org/format>), in which researchers keep
//! real elections with a budget: sections META, PROJECTS and VOTES, each with a header line, fields separated by `;`.
//!
//! Ballots by approval and by points (`cumulative`) are read. One column is ours: `weight`, a whole number of at least 1,
//! says for how many voters a ballot counts where groups of voters are weighed; without it each counts once.

mod line;
mod read;
mod write;

use std::borrow::Cow;
use std::fmt;
use std::io::Read;

use flate2::read::MultiGzDecoder;

use crate::Election;

/// A file may be this large once unpacked; the largest real election is a fifth of it.
const LARGEST: u64 = 512 * 1024 * 1024;
/// More mistakes than this are not told: they have one cause.
const MOST_MISTAKES: usize = 50;

/// What is wrong in a file, and where.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mistake {
    /// Counted from 1; 0 where it is about the whole file.
    pub line: usize,
    /// What is wrong and how to mend it.
    pub what: String,
}

impl fmt::Display for Mistake {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.line {
            0 => formatter.write_str(&self.what),
            line => write!(formatter, "line {line}: {}", self.what),
        }
    }
}

/// Reads an election from a file's bytes, plain or compressed by gzip; or tells everything that is wrong with it.
pub fn read(bytes: &[u8]) -> Result<Election, Vec<Mistake>> {
    let whole = |what: String| vec![Mistake { line: 0, what }];
    let bytes = unpacked(bytes).map_err(whole)?;
    let text = match std::str::from_utf8(&bytes) {
        Ok(text) => text,
        Err(error) => {
            let line = bytes[..error.valid_up_to()].split(|byte| *byte == b'\n').count();
            let what = "this is not UTF-8: save the file in that encoding".to_owned();
            return Err(vec![Mistake { line, what }]);
        }
    };
    read::election(text.strip_prefix('\u{feff}').unwrap_or(text))
}

/// Writes an election; the same election gives the same bytes, and reading gives it back.
pub fn write(election: &Election) -> String {
    write::text(election)
}

fn unpacked(bytes: &[u8]) -> Result<Cow<'_, [u8]>, String> {
    let too_large = || format!("the file is larger than {} MB: no election is", LARGEST / 1024 / 1024);
    if !bytes.starts_with(&[0x1f, 0x8b]) {
        return if bytes.len() as u64 > LARGEST {
            Err(too_large())
        } else {
            Ok(Cow::Borrowed(bytes))
        };
    }
    let mut plain = Vec::new();
    let mut reader = MultiGzDecoder::new(bytes).take(LARGEST + 1);
    match reader.read_to_end(&mut plain) {
        Ok(length) if length as u64 > LARGEST => Err(too_large()),
        Ok(_) => Ok(Cow::Owned(plain)),
        Err(error) => Err(format!("the file cannot be unpacked ({error}): fetch it again, it may be cut off")),
    }
}
