//! How a command ends. An [`Exit`] is the program's exit code; a [`Failure`] is one with the line that says what is
//! wrong, where, and the mend. Use `Refused` where the world is as it should be and the answer is no.

use std::fmt;
use std::process::ExitCode;

use programme::Refusal;
use store::StoreError;

/// The exit codes, as `vekst --help` lists them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Exit {
    Done = 0,
    Refused = 1,
    Usage = 2,
    Folder = 3,
    Address = 4,
    Newer = 5,
    Corrupt = 6,
    Database = 7,
    File = 8,
    Other = 9,
}

impl From<Exit> for ExitCode {
    fn from(exit: Exit) -> Self {
        Self::from(exit as u8)
    }
}

/// Why a command did not do what was asked.
#[derive(Debug)]
pub struct Failure {
    pub exit: Exit,
    text: String,
    /// One mistake each, shown as they are before the text.
    pub details: Vec<String>,
}

impl Failure {
    pub fn new(exit: Exit, text: impl fmt::Display) -> Self {
        Self {
            exit,
            text: text.to_string(),
            details: Vec::new(),
        }
    }

    /// Refused for each of these reasons.
    pub fn refused_for(details: Vec<String>, text: impl fmt::Display) -> Self {
        Self {
            details,
            ..Self::refused(text)
        }
    }

    pub fn refused(text: impl fmt::Display) -> Self {
        Self::new(Exit::Refused, text)
    }
}

impl fmt::Display for Failure {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.text)
    }
}

impl From<StoreError> for Failure {
    fn from(error: StoreError) -> Self {
        let exit = match &error {
            StoreError::FolderNotWritable { .. } | StoreError::DiskFull => Exit::Folder,
            StoreError::Newer { .. } => Exit::Newer,
            StoreError::Corrupt { .. } => Exit::Corrupt,
            StoreError::NotReachable { .. } | StoreError::UnknownAddress { .. } => Exit::Database,
            StoreError::File { .. } => Exit::File,
            StoreError::Backup { .. } | StoreError::NotEmpty { .. } | StoreError::FileExists { .. } => Exit::Refused,
            _ => Exit::Other,
        };
        Self::new(exit, error)
    }
}

impl From<Refusal> for Failure {
    fn from(refusal: Refusal) -> Self {
        match refusal {
            Refusal::Store(error) => error.into(),
            Refusal::Faults(faults) => Self::refused_for(faults.iter().map(ToString::to_string).collect(), "nothing was changed"),
            refusal => Self::refused(refusal),
        }
    }
}
