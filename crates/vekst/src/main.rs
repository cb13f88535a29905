//! `vekst`: the command line and the server. Each command is a file; what they share stands in `place` (where the store
//! is), `failure` (exit codes) and `output`.

mod backup;
mod bundled;
mod check;
mod cli;
mod export;
mod failure;
mod figures;
mod http;
mod load;
mod log;
mod named;
mod output;
mod passed;
mod person;
mod place;
mod plan;
mod progress;
mod restore;
mod serve;
mod site;
mod vote;

use std::pin::Pin;
use std::process::ExitCode;
use std::time::Duration;

use cli::{Cli, Command};
use failure::{Exit, Failure};

/// What still runs in the background when a command is through may take this long.
const AFTERMATH: Duration = Duration::from_secs(1);

fn main() -> ExitCode {
    let cli = cli::parse();
    log::start(cli.command.is_none() || matches!(cli.command, Some(Command::Serve(_))));
    match run(cli) {
        Ok(exit) => exit.into(),
        Err(failure) => {
            output::complain(&failure);
            failure.exit.into()
        }
    }
}

fn run(cli: Cli) -> Result<Exit, Failure> {
    // counting needs neither store nor threads
    if let Some(Command::Vote(arguments)) = &cli.command {
        return vote::run(arguments);
    }
    let runtime = tokio::runtime::Builder::new_multi_thread()
        .enable_all()
        .build()
        .map_err(|error| Failure::new(Exit::Other, format!("the program cannot start its threads: {error}")))?;
    let outcome = runtime.block_on(carry_out(cli));
    runtime.shutdown_timeout(AFTERMATH);
    outcome
}

async fn carry_out(cli: Cli) -> Result<Exit, Failure> {
    let (place, command) = (cli.place, cli.command.unwrap_or(Command::Serve(cli.serve)));
    let work: Pin<Box<dyn Future<Output = Result<Exit, Failure>> + '_>> = match &command {
        Command::Serve(arguments) => Box::pin(serve::run(&place, arguments)),
        Command::Load(arguments) => Box::pin(load::run(&place, arguments)),
        Command::Export(arguments) => Box::pin(export::run(&place, arguments)),
        Command::Plan(arguments) => Box::pin(plan::run(&place, arguments)),
        Command::Backup(arguments) => Box::pin(backup::run(&place, arguments)),
        Command::Restore(arguments) => Box::pin(restore::run(&place, arguments)),
        Command::Check => Box::pin(check::run(&place)),
        Command::Person(arguments) => Box::pin(person::run(&place, arguments)),
        Command::Figures(arguments) => Box::pin(figures::run(&place, arguments)),
        Command::Vote(arguments) => Box::pin(async move { vote::run(arguments) }),
    };
    work.await
}
