//! What tests share: empty stores on every database that there is, and a small programme with one of everything, and a large one.
#![expect(
    clippy::unwrap_used,
    clippy::missing_panics_doc,
    reason = "what fails here fails the test that asked"
)]

pub mod example;
pub mod large;
pub mod stores;
