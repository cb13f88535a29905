//! What can go wrong between a source and us. An error names the source's address or table, the place in it, and the mend.

use std::fmt;

use reqwest::Url;

/// Why a PxWeb server refused a request: the title of its problem, which it spells as here.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Refusal {
    /// "Non-existent table".
    NonExistentTable,
    /// "Non-existent variable".
    NonExistentVariable,
    /// "Non-existent codelist".
    NonExistentCodelist,
    /// "Non-existent value".
    NonExistentValue,
    /// "Missing selection for mandantory variable" (spelled so).
    MissingSelection,
    /// "Illegal selection for mandantory variable" (spelled so).
    IllegalSelection,
    /// "Illegal selection expression".
    IllegalExpression,
    /// "Illegal placment" (spelled so).
    IllegalPlacement,
    /// "Too many cells selected".
    TooManyCells,
    /// "Non-existent page".
    NonExistentPage,
    /// "Unsupported output format".
    UnsupportedFormat,
    /// "Saved query not found".
    SavedQueryNotFound,
    /// Any other title.
    Other(String),
}

impl Refusal {
    pub(crate) fn from_title(title: &str) -> Self {
        match title {
            "Non-existent table" => Self::NonExistentTable,
            "Non-existent variable" => Self::NonExistentVariable,
            "Non-existent codelist" => Self::NonExistentCodelist,
            "Non-existent value" => Self::NonExistentValue,
            "Missing selection for mandantory variable" => Self::MissingSelection,
            "Illegal selection for mandantory variable" => Self::IllegalSelection,
            "Illegal selection expression" => Self::IllegalExpression,
            "Illegal placment" => Self::IllegalPlacement,
            "Too many cells selected" => Self::TooManyCells,
            "Non-existent page" => Self::NonExistentPage,
            "Unsupported output format" => Self::UnsupportedFormat,
            "Saved query not found" => Self::SavedQueryNotFound,
            other => Self::Other(other.to_owned()),
        }
    }
}

impl fmt::Display for Refusal {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(match self {
            Self::NonExistentTable => "there is no such table; it may have been closed or renamed: search for it anew",
            Self::NonExistentVariable => "the table has no such variable; read its metadata anew",
            Self::NonExistentCodelist => "there is no such codelist; its name differs from table to table: choose one from the metadata",
            Self::NonExistentValue => "a code is not in the table; read its metadata anew",
            Self::MissingSelection => "a variable that must be chosen from is left out",
            Self::IllegalSelection => "the choice from a variable is not allowed",
            Self::IllegalExpression => "an expression such as top(5) is not understood",
            Self::IllegalPlacement => "heading and stub do not name each variable once",
            Self::TooManyCells => "the request has more cells than the server gives at once",
            Self::NonExistentPage => "there is no such page of the search",
            Self::UnsupportedFormat => "the server does not write this format",
            Self::SavedQueryNotFound => "there is no such saved query",
            Self::Other(title) => title,
        })
    }
}

/// What went wrong.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// The network failed, again and again.
    #[error("{address} could not be reached in {attempts} attempts ({cause}): try again later; the last good figures stay")]
    Unreachable {
        /// What was asked for.
        address: Url,
        /// How often it was tried.
        attempts: u32,
        /// The last failure.
        cause: reqwest::Error,
    },
    /// The server said that it cannot answer now, again and again.
    #[error("{address} answered {status} in {attempts} attempts: try again later; the last good figures stay")]
    Busy {
        /// What was asked for.
        address: Url,
        /// The last status.
        status: u16,
        /// How often it was tried.
        attempts: u32,
    },
    /// The server refused the request.
    #[error("{address} refuses the request ({status}): {refusal}")]
    Refused {
        /// What was asked for.
        address: Url,
        /// The status.
        status: u16,
        /// The reason.
        refusal: Refusal,
    },
    /// The server answered with a status that says nothing more.
    #[error("{address} answered {status}: {mend}")]
    Status {
        /// What was asked for.
        address: Url,
        /// The status.
        status: u16,
        /// What may be wrong, and what to do.
        mend: &'static str,
    },
    /// An answer was longer than any that this source gives.
    #[error("the answer of {address} is longer than {limit} bytes: ask for less")]
    TooLong {
        /// What was asked for.
        address: Url,
        /// The most that is taken.
        limit: usize,
    },
    /// The answer is not what was promised.
    #[error("the answer of {address} cannot be read: {what}")]
    Unreadable {
        /// What was asked for.
        address: Url,
        /// What is wrong, with the place in the answer.
        what: String,
    },
    /// The table has no such variable.
    #[error("table {table} has no variable «{variable}»; it has {known}")]
    UnknownVariable {
        /// The table.
        table: String,
        /// The variable that was asked for.
        variable: String,
        /// Those that there are.
        known: String,
    },
    /// The table has no such codelist.
    #[error("table {table} has no codelist «{codelist}» for «{variable}»; it has {known}")]
    UnknownCodelist {
        /// The table.
        table: String,
        /// The variable.
        variable: String,
        /// The codelist that was asked for.
        codelist: String,
        /// Those that there are.
        known: String,
    },
    /// The variable has no such code.
    #[error("table {table} has no code «{code}» for «{variable}»; the division may have changed: look at the metadata")]
    UnknownCode {
        /// The table.
        table: String,
        /// The variable.
        variable: String,
        /// The code that was asked for.
        code: String,
    },
    /// A variable that cannot be left out was.
    #[error("table {table} gives no sum over «{variable}»: choose from it")]
    NotChosen {
        /// The table.
        table: String,
        /// The variable.
        variable: String,
    },
    /// A choice that names nothing.
    #[error("«{expression}» chooses nothing from «{variable}» of table {table}")]
    NothingChosen {
        /// The table.
        table: String,
        /// The variable.
        variable: String,
        /// The expression.
        expression: String,
    },
    /// An expression that is not understood.
    #[error("«{expression}» is neither a code of «{variable}» nor one of top(n), top(n,offset), bottom(n), from(x), to(x), range(a,b), *")]
    Expression {
        /// The variable.
        variable: String,
        /// The expression.
        expression: String,
    },
    /// The source changed the table between two parts of it.
    #[error("table {table} was updated ({before}, then {after}) while it was fetched: fetch it again")]
    ChangedMeanwhile {
        /// The table.
        table: String,
        /// The update at the beginning.
        before: String,
        /// The update of a later part.
        after: String,
    },
    /// The answer is another cube than the one that was asked for.
    #[error("table {table} answered with another cube than was asked for: {what}")]
    OtherCube {
        /// The table.
        table: String,
        /// What differs.
        what: String,
    },
    /// What was fetched could not be kept.
    #[error("what was fetched could not be kept ({0}): make room for it")]
    NotKept(String),
    /// The connection could not be made ready.
    #[error("the client for HTTPS cannot be made: {0}")]
    Client(String),
}

impl Error {
    /// Why a PxWeb server refused, if it did.
    pub fn refusal(&self) -> Option<&Refusal> {
        match self {
            Self::Refused { refusal, .. } => Some(refusal),
            _ => None,
        }
    }
}
