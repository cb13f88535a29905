//! The figure watch on the figures of a town.

#![expect(clippy::unwrap_used, reason = "what fails here fails the story that asked")]

mod errors;
mod quiet;
mod town;
