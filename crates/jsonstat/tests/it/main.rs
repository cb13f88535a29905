//! What the library promises: real documents give the cells that others read in them, and nothing that is sent to it hurts.
#![expect(clippy::unwrap_used, reason = "what is not there fails the test")]

mod cases;
mod cube;
mod forms;
mod hostile;
mod round_trip;
