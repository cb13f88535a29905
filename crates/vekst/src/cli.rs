//! The command line as clap reads it.

use clap::error::ErrorKind;
use clap::parser::ValueSource;
use clap::{ArgMatches, CommandFactory, FromArgMatches, Parser, Subcommand};

use crate::place::Place;
use crate::{backup, export, figures, load, person, plan, restore, serve, vote};

const MORE: &str = "\
Log, on standard error: VEKST_LOG=json writes one JSON object a line; VEKST_LOG=warn only what is wrong.

Exit codes:
  0  done
  1  refused, or something was found that is wrong
  2  the command line is wrong
  3  the data folder cannot be written to
  4  the address to listen on is taken or cannot be used
  5  the store was written by a newer version
  6  the store is damaged
  7  the database address is wrong, or the database does not answer
  8  a file or folder named on the command line cannot be read or written
  9  anything else";

/// Runs a town's growth programme: goals, plan, measures and figures, as a website of its own.
///
/// Without a command it serves. An empty store is filled with the bundled programme first.
#[derive(Debug, Parser)]
#[command(name = "vekst", version, after_long_help = MORE)]
pub struct Cli {
    #[command(flatten)]
    pub place: Place,
    #[command(subcommand)]
    pub command: Option<Command>,
    #[command(flatten)]
    pub serve: serve::Arguments,
}

#[derive(Debug, Subcommand)]
pub enum Command {
    /// Serve the programmes as a website (what `vekst` does without a command)
    Serve(serve::Arguments),
    /// Load a programme from its folder or a plan from a file, or bring what is loaded up to it
    Load(load::Arguments),
    /// Write a programme as a folder, or a plan as a file, that can be edited and loaded again
    Export(export::Arguments),
    /// Make documents of an action plan
    Plan(plan::Arguments),
    /// Write everything into one file, also while the server serves
    Backup(backup::Arguments),
    /// Restore a backup into an empty store
    Restore(restore::Arguments),
    /// See whether the store and its files are whole
    Check,
    /// Let people sign in
    Person(person::Arguments),
    /// Find wrong figures in a text
    Figures(figures::Arguments),
    /// Count a vote
    Vote(vote::Arguments),
}

/// Reads the command line; ends the program with help or an explanation where there is nothing to do.
pub fn parse() -> Cli {
    let matches = Cli::command().get_matches();
    refuse_misplaced(&matches);
    Cli::from_arg_matches(&matches).unwrap_or_else(|error| error.exit())
}

/// An option of `serve` in front of another command would be taken and do nothing.
fn refuse_misplaced(matches: &ArgMatches) {
    let Some(command) = matches.subcommand_name() else { return };
    let given = |id: &&str| matches.value_source(id) == Some(ValueSource::CommandLine);
    if let Some(option) = serve::OPTIONS.into_iter().find(given) {
        let said = format!(
            "--{} does nothing before {command}: write it after the command it is for",
            option.replace('_', "-")
        );
        Cli::command().error(ErrorKind::ArgumentConflict, said).exit();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_command_line_hangs_together() {
        Cli::command().debug_assert();
    }

    #[test]
    fn every_option_of_serve_is_known_where_misplaced_ones_are_refused() {
        let command = Cli::command();
        let serve = command.find_subcommand("serve").map(clap::Command::get_arguments);
        let ids: Vec<&str> = serve.into_iter().flatten().map(|argument| argument.get_id().as_str()).collect();
        assert_eq!(ids, serve::OPTIONS);
    }
}
