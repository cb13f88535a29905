//! The log, on standard error: lines for a person on a terminal, one JSON object a line with `VEKST_LOG=json`. It holds
//! no names, no addresses of people or machines, no tokens and nothing of what was asked for but the route.

use std::io::{self, IsTerminal};

use tracing_subscriber::EnvFilter;

/// Libraries that speak of their own doings at the level at which we speak of ours; sqlx writes out whole statements when
/// the machine is slow.
const QUIET: &str = "sqlx=error,sea_orm=warn,sea_orm_migration=warn,hyper=warn,lettre=warn";

const LEVELS: [&str; 4] = ["error", "warn", "info", "debug"];

/// Begins the log. A server tells of every request, other commands only of what is wrong. `VEKST_LOG` says the form, how
/// much, or both with a comma between.
pub fn start(serves: bool) {
    let wishes = std::env::var("VEKST_LOG").unwrap_or_default();
    let level = wishes.split(',').find(|word| LEVELS.contains(word));
    let level = level.unwrap_or(if serves { "info" } else { "warn" });
    let builder = tracing_subscriber::fmt()
        .with_env_filter(EnvFilter::new(format!("{level},{QUIET}")))
        .with_writer(io::stderr);
    if wishes.split(',').any(|word| word == "json") {
        builder.json().init();
    } else {
        builder.with_ansi(io::stderr().is_terminal()).init();
    }
}
