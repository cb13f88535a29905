//! What the counting promises: real elections come out as other people's code counted them.
#![expect(clippy::unwrap_used, reason = "what is not there fails the test")]
#![expect(
    clippy::print_stdout,
    clippy::print_stderr,
    reason = "how many counts agree is told, and what is skipped"
)]

mod hostile;
mod naive;
mod real;
