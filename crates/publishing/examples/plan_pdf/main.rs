//! Sets a made-up plan with 30 measures and three charts, and says how long it took.
//!
//! `cargo run -p publishing --example plan_pdf -- OUT.pdf [FONT…]`; without fonts it uses typst's own Libertinus.

#![expect(clippy::print_stdout, reason = "an example talks on the terminal")]

use std::error::Error;
use std::time::Instant;

use publishing::pdf::Typesetter;

mod made_up;

fn main() -> Result<(), Box<dyn Error>> {
    let mut arguments = std::env::args().skip(1);
    let out = arguments.next().unwrap_or_else(|| "plan.pdf".to_owned());
    let mut fonts: Vec<&'static [u8]> = Vec::new();
    for path in arguments {
        fonts.push(Vec::leak(std::fs::read(&path)?));
    }
    if fonts.is_empty() {
        fonts = typst_assets::fonts().take(6).collect();
    }
    let document = made_up::plan(30);
    let started = Instant::now();
    let typesetter = Typesetter::new(&fonts)?;
    let ready = started.elapsed();
    let started = Instant::now();
    let bytes = typesetter.plan(&document)?;
    let first = started.elapsed();
    let started = Instant::now();
    let again = typesetter.plan(&document)?;
    println!(
        "fonts and library {ready:.0?}, first plan {first:.0?}, second {:.0?}, {} kB, same bytes: {}",
        started.elapsed(),
        bytes.len() / 1000,
        bytes == again
    );
    std::fs::write(out, bytes)?;
    Ok(())
}
