//! `vekst export`: a programme as a folder that can be edited and loaded again, or one plan as a file.

use std::path::{Path, PathBuf};

use clap::{Args, ValueEnum};
use programme::exchange::PlanFile;
use programme::{ActionPlanId, Language, Programmes, State, folder};

use crate::failure::{Exit, Failure};
use crate::named::Named;
use crate::output;
use crate::place::Place;

#[derive(Debug, Args)]
pub struct Arguments {
    /// Folder to write to, made where it is missing; with --plan the file, or standard output where it is left out
    #[arg(value_name = "PATH", required_unless_present = "plan")]
    path: Option<PathBuf>,
    #[command(flatten)]
    programme: Named,
    /// Write one action plan as a file instead of the whole programme
    #[arg(long, value_name = "ID")]
    plan: Option<ActionPlanId>,
    /// How the plan is written: JSON holds everything, StratML is what other systems for plans read
    #[arg(long, value_enum, requires = "plan", default_value = "json")]
    format: Format,
    /// Language of a StratML file, which has but one: nb, nn or en
    #[arg(long, value_name = "LANGUAGE", requires = "plan", default_value = "nb", value_parser = language)]
    language: Language,
}

#[derive(Debug, Clone, Copy, ValueEnum)]
enum Format {
    Json,
    Stratml,
}

/// A language on the command line.
pub fn language(tag: &str) -> Result<Language, &'static str> {
    tag.parse().map_err(|()| "write nb, nn or en")
}

pub async fn run(place: &Place, arguments: &Arguments) -> Result<Exit, Failure> {
    let store = place.open_existing().await?;
    let snapshot = arguments.programme.snapshot(&Programmes::new(store.clone())).await;
    store.close().await;
    let state = &snapshot?.state;
    match (&arguments.plan, &arguments.path) {
        (Some(plan), path) => write_plan(arguments, state, plan, path.as_deref()),
        (None, Some(path)) => {
            folder::write(state, path).map_err(|error| Failure::new(Exit::File, error))?;
            output::say(format!("Wrote the programme {} to {}.", state.programme.id, path.display()));
            Ok(Exit::Done)
        }
        (None, None) => Err(Failure::new(Exit::Usage, "say where to write: a folder, or --plan and a file")),
    }
}

fn write_plan(arguments: &Arguments, state: &State, plan: &ActionPlanId, path: Option<&Path>) -> Result<Exit, Failure> {
    let known = || {
        state
            .action_plans
            .iter()
            .map(|plan| plan.id.to_string())
            .collect::<Vec<_>>()
            .join(", ")
    };
    let file = PlanFile::of(state, plan);
    let file = file.ok_or_else(|| Failure::refused(format!("the programme has no action plan {plan}; it has: {}", known())))?;
    let text = match arguments.format {
        Format::Json => file.to_json().map_err(|error| Failure::new(Exit::Other, error))?,
        Format::Stratml => file.to_stratml(arguments.language),
    };
    let Some(path) = path else {
        output::say(text.trim_end());
        return Ok(Exit::Done);
    };
    let file = path.display();
    std::fs::write(path, text)
        .map_err(|error| Failure::new(Exit::File, format!("{file} cannot be written ({error}): choose another place")))?;
    output::say(format!("Wrote the action plan {plan} to {file}."));
    Ok(Exit::Done)
}
