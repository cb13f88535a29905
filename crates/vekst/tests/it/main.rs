//! The program as a person runs it: the real binary, on folders of its own.

#![expect(clippy::unwrap_used, reason = "what fails here fails the story that asked")]
#![expect(clippy::print_stderr, reason = "a story that is left out says so")]

mod backup;
mod ballots;
mod figures;
mod folder;
mod hard_times;
mod kill;
mod program;
mod serving;
mod vote;
