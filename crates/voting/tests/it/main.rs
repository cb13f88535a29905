//! What the counting promises: real elections come out as other people's code counted them.
#![expect(clippy::unwrap_used, reason = "what is not there fails the test")]
#![expect(clippy::print_stderr, reason = "what is skipped is told")]

mod hostile;
mod knapsack;
mod naive;
mod real;
