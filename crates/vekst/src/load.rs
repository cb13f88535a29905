//! `vekst load`: a programme's folder, or one plan from a file, into the store, whole or not at all.

use std::path::{Path, PathBuf};

use clap::Args;
use jiff::Timestamp;
use programme::exchange::{self, PlanFile};
use programme::folder::{self, Mistake};
use programme::{Actor, Change, Command, Language, Programmes, State};

use crate::export::language;
use crate::failure::{Exit, Failure};
use crate::named::Named;
use crate::place::Place;
use crate::{output, progress};

#[derive(Debug, Args)]
pub struct Arguments {
    /// The programme's folder, as docs/programme-folder.md describes it
    #[arg(value_name = "DIR", required_unless_present = "plan", conflicts_with = "plan")]
    folder: Option<PathBuf>,
    /// Load one action plan into a programme that there is: JSON as `vekst export --plan` writes it, or StratML
    #[arg(long, value_name = "FILE")]
    plan: Option<PathBuf>,
    #[command(flatten)]
    programme: Named,
    /// Language of a StratML file, which has but one: nb, nn or en
    #[arg(long, value_name = "LANGUAGE", requires = "plan", default_value = "nb", value_parser = language)]
    language: Language,
}

pub async fn run(place: &Place, arguments: &Arguments) -> Result<Exit, Failure> {
    let said = match (&arguments.folder, &arguments.plan) {
        (Some(folder), _) => Box::pin(whole(place, folder)).await?,
        (None, Some(file)) => plan(place, arguments, file).await?,
        (None, None) => return Err(Failure::new(Exit::Usage, "say what to load: a folder, or --plan and a file")),
    };
    output::say(said);
    Ok(Exit::Done)
}

async fn whole(place: &Place, folder: &Path) -> Result<String, Failure> {
    let state = folder::read(folder).map_err(|mistakes| refused(&mistakes))?;
    let store = place.open().await?;
    let programmes = Programmes::new(store.clone());
    let why = format!("loaded from {}", folder.display());
    let outcome = progress::shown("Loading", apply(&programmes, state, &why, Timestamp::now())).await;
    store.close().await;
    outcome
}

async fn plan(place: &Place, arguments: &Arguments, path: &Path) -> Result<String, Failure> {
    let unread = |error: std::io::Error| Failure::new(Exit::File, format!("{} cannot be read: {error}", path.display()));
    let length = std::fs::metadata(path).map_err(unread)?.len();
    if length > exchange::LARGEST as u64 {
        return Err(Failure::refused(format!("{} is too large to be a plan", path.display())));
    }
    let text = std::fs::read_to_string(path).map_err(unread)?;
    let store = place.open_existing().await?;
    let programmes = Programmes::new(store.clone());
    let outcome = load_plan(&programmes, arguments, path, &text).await;
    store.close().await;
    outcome
}

async fn load_plan(programmes: &Programmes, arguments: &Arguments, path: &Path, text: &str) -> Result<String, Failure> {
    let known = arguments.programme.snapshot(programmes).await?;
    let read = if text.trim_start().starts_with('<') {
        PlanFile::from_stratml(text, &known.state, arguments.language)
    } else {
        PlanFile::from_json(text)
    };
    let file = read.map_err(|mistakes| {
        let told = mistakes.iter().map(|mistake| format!("{}: {mistake}", path.display())).collect();
        Failure::refused_for(told, "nothing was loaded")
    })?;
    if file.clone().into_state(&known.state) == known.state {
        return Ok(format!(
            "The action plan {} is as the file says already; nothing was changed.",
            file.plan.id
        ));
    }
    let said = format!(
        "Loaded the action plan {}: {} measures, {} goals.",
        file.plan.id,
        file.measures.len(),
        file.goals.len()
    );
    let load = Command {
        who: Actor::operator(),
        on_behalf_of: None,
        why: format!("loaded from {}", path.display()),
        change: Change::LoadPlan(Box::new(file)),
    };
    programmes.apply(&known.state.programme.id, load, Timestamp::now()).await?;
    Ok(said)
}

/// Brings the store up to a state that was read, and says what that came to.
pub async fn apply(programmes: &Programmes, state: State, why: &str, now: Timestamp) -> Result<String, Failure> {
    let id = state.programme.id.clone();
    let known = programmes.snapshot(&id).await?;
    if known.is_some_and(|known| known.state == state) {
        return Ok(format!("The programme {id} is as the folder says already; nothing was changed."));
    }
    let said = format!(
        "Loaded the programme {id}: {} goals, {} measures, {} series.",
        state.goals.len(),
        state.measures.len(),
        state.series.len()
    );
    let load = Command {
        who: Actor::operator(),
        on_behalf_of: None,
        why: why.to_owned(),
        change: Change::Load(Box::new(state)),
    };
    programmes.apply(&id, load, now).await?;
    Ok(said)
}

/// Every mistake on a line of its own, and that nothing was loaded.
pub fn refused(mistakes: &[Mistake]) -> Failure {
    Failure::refused_for(mistakes.iter().map(ToString::to_string).collect(), "nothing was loaded")
}
