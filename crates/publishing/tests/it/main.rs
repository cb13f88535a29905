//! Documents and pictures as their readers get them.
#![expect(clippy::unwrap_used, reason = "what fails here fails the test")]

mod charts;
mod letter;
#[path = "../../examples/plan_pdf/made_up.rs"]
mod made_up;
mod pdf;
mod plan;
