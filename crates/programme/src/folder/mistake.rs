//! What is wrong in a folder, and where.

use std::fmt;
use std::path::PathBuf;

/// One mistake, told to the person who edits the folder.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Mistake {
    /// Relative to the folder, or the folder itself where it is not there.
    pub file: PathBuf,
    /// Counted from 1; none where it is about the whole file.
    pub line: Option<usize>,
    /// What is wrong, and the mend.
    pub what: String,
}

impl Mistake {
    /// A mistake about a whole file.
    pub(super) fn of(file: impl Into<PathBuf>, what: impl Into<String>) -> Self {
        Self {
            file: file.into(),
            line: None,
            what: what.into(),
        }
    }

    /// A mistake in a line of a file.
    pub(super) fn at(file: impl Into<PathBuf>, line: usize, what: impl Into<String>) -> Self {
        Self {
            line: Some(line),
            ..Self::of(file, what)
        }
    }
}

impl fmt::Display for Mistake {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{}", self.file.display())?;
        if let Some(line) = self.line {
            write!(formatter, ":{line}")?;
        }
        write!(formatter, ": {}", self.what)
    }
}
