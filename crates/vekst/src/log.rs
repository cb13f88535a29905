//! The log, on standard error: lines for a person on a terminal, one JSON object a line with `VEKST_LOG=json`. It holds
//! no names, no addresses of people or machines, no tokens and nothing of what was asked for but the route.

use std::io::{self, IsTerminal};

use tracing_subscriber::EnvFilter;

/// Libraries that speak of their own doings at the level at which we speak of ours.
const QUIET: &str = "sqlx=warn,sea_orm=warn,sea_orm_migration=warn,hyper=warn,lettre=warn";

/// Begins the log. A server tells of every request, other commands only of what is wrong.
pub fn start(serves: bool) {
    let level = if serves { "info" } else { "warn" };
    let builder = tracing_subscriber::fmt()
        .with_env_filter(EnvFilter::new(format!("{level},{QUIET}")))
        .with_writer(io::stderr);
    if std::env::var("VEKST_LOG").is_ok_and(|form| form == "json") {
        builder.json().init();
    } else {
        builder.with_ansi(io::stderr().is_terminal()).init();
    }
}
