//! What the counting promises: real elections come out as other people's code counted them.
#![expect(clippy::unwrap_used, reason = "what is not there fails the test")]

mod real;
