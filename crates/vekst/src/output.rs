//! What a command says to the person who runs it: results on standard output, complaints on standard error. A reader that
//! has gone away is no error.

use std::fmt::Display;
use std::io::{self, Write};

use crate::failure::Failure;

/// A result, on standard output.
pub fn say(text: impl Display) {
    let _ = writeln!(io::stdout(), "{text}");
}

/// What is wrong, on standard error.
pub fn complain(failure: &Failure) {
    let mut stream = io::stderr().lock();
    for detail in &failure.details {
        let _ = writeln!(stream, "{detail}");
    }
    let _ = writeln!(stream, "vekst: {failure}");
}
