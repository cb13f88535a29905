//! Documents and pictures as their readers get them.

mod charts;
#[path = "../../examples/plan_pdf/made_up.rs"]
mod made_up;
mod pdf;
mod plan;
