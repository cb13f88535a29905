//! What the crate promises beyond what a figure is: figures come from their sources whole, or it says why not.
#![expect(clippy::unwrap_used, reason = "what is not there fails the test")]

mod classification;
mod enterprises;
mod pretend;
mod pxweb;
mod recorded;

/// Says something that is seen although the test passes: what is printed by macros is not.
fn tell(what: &str) {
    use std::io::Write;
    let _ = writeln!(std::io::stdout(), "{what}");
}
