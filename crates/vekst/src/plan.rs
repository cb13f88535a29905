//! `vekst plan pdf`: an adopted action plan as a document.

use std::path::PathBuf;

use clap::{Args, Subcommand};
use programme::{ActionPlanId, Language, Programmes, Revision, State};
use publishing::pdf::Typesetter;

use crate::export::language;
use crate::failure::{Exit, Failure};
use crate::named::Named;
use crate::output;
use crate::place::Place;
use crate::site::Site;

#[derive(Debug, Args)]
pub struct Arguments {
    #[command(subcommand)]
    what: What,
}

#[derive(Debug, Subcommand)]
enum What {
    /// Write an adopted revision of a plan as an accessible PDF; the same revision gives the same bytes
    Pdf(Pdf),
}

#[derive(Debug, Args)]
struct Pdf {
    #[command(flatten)]
    programme: Named,
    /// Which action plan; the one that starts last where it is left out
    #[arg(long, value_name = "ID")]
    plan: Option<ActionPlanId>,
    /// Number of the revision; the newest where it is left out
    #[arg(long, value_name = "NUMBER")]
    revision: Option<u32>,
    /// Language of the document: nb, nn or en
    #[arg(long, value_name = "LANGUAGE", default_value = "nb", value_parser = language)]
    language: Language,
    /// File to write; one that is there is replaced
    #[arg(short, long, value_name = "FILE")]
    output: PathBuf,
    #[command(flatten)]
    site: Site,
}

pub async fn run(place: &Place, arguments: &Arguments) -> Result<Exit, Failure> {
    let What::Pdf(pdf) = &arguments.what;
    let store = place.open_existing().await?;
    let snapshot = pdf.programme.snapshot(&Programmes::new(store.clone())).await;
    store.close().await;
    write(pdf, &snapshot?.state)?;
    output::say(format!("Wrote {}.", pdf.output.display()));
    Ok(Exit::Done)
}

fn write(pdf: &Pdf, state: &State) -> Result<(), Failure> {
    let revision = revision(pdf, state)?;
    let unset = |error: publishing::pdf::PdfError| Failure::refused(format!("the PDF cannot be made: {error}"));
    let typesetter = Typesetter::new(&web::assets::pdf_fonts()).map_err(unset)?;
    let bytes = web::plan_pdf(&typesetter, state, revision, pdf.language, &pdf.site.url()).map_err(unset)?;
    let unwritten = |error: std::io::Error| {
        let file = pdf.output.display();
        Failure::new(
            Exit::File,
            format!("{file} cannot be written ({error}): choose another place with -o"),
        )
    };
    std::fs::write(&pdf.output, bytes).map_err(unwritten)
}

fn revision<'a>(pdf: &Pdf, state: &'a State) -> Result<&'a Revision, Failure> {
    let newest = state.action_plans.iter().max_by_key(|plan| plan.starts);
    let plan = match &pdf.plan {
        Some(id) => state.action_plan(id),
        None => newest,
    };
    let plan = plan.ok_or_else(|| match &pdf.plan {
        Some(id) => Failure::refused(format!("the programme has no action plan {id}")),
        None => Failure::refused("the programme has no action plan yet"),
    })?;
    let mut revisions = state.revisions_of(&plan.id);
    let found = match pdf.revision {
        Some(number) => revisions.find(|revision| revision.number == number),
        None => revisions.max_by_key(|revision| revision.number),
    };
    found.ok_or_else(|| match pdf.revision {
        Some(number) => Failure::refused(format!("the plan {} has no revision {number}", plan.id)),
        None => Failure::refused(format!(
            "the plan {} has not been adopted yet: adopt it in the workspace first",
            plan.id
        )),
    })
}
