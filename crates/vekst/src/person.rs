//! `vekst person link`: a one-time sign-in link, for whoever runs the machine to hand on.

use clap::{Args, Subcommand};
use jiff::Timestamp;
use programme::{Actor, Change, Command, ProgrammeId, Programmes, Role};
use store::{Instant, StoreError, access};

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
    /// Print a link with which one person can sign in once, within 15 minutes
    Link(Link),
}

#[derive(Debug, Args)]
struct Link {
    /// The person's e-mail address, as it stands among the programme's people
    #[arg(value_name = "EMAIL", required_unless_present = "lead")]
    email: Option<String>,
    /// The programme's lead, whose address the programme itself names; access is given where it is missing
    #[arg(long, conflicts_with = "email")]
    lead: bool,
    #[command(flatten)]
    programme: Named,
    #[command(flatten)]
    site: Site,
}

pub async fn run(place: &Place, arguments: &Arguments) -> Result<Exit, Failure> {
    let What::Link(link) = &arguments.what;
    let store = place.open_existing().await?;
    let made = make(&Programmes::new(store.clone()), link).await;
    store.close().await;
    output::say(made?);
    Ok(Exit::Done)
}

async fn make(programmes: &Programmes, link: &Link) -> Result<String, Failure> {
    let (id, url, now) = (link.programme.id(programmes).await?, link.site.url(), Timestamp::now());
    match &link.email {
        None => lead_link(programmes, &id, &url, now).await,
        Some(email) if access::membership(programmes.store().reader(), id.as_str(), email).await?.is_some() => {
            link_for(programmes, &id, email, &url, now).await
        }
        Some(email) => Err(Failure::refused(format!(
            "{email} has no access to the programme {id}: let the programme lead invite them, or use --lead"
        ))),
    }
}

/// A link for the programme's lead, who is given access where they have none.
pub async fn lead_link(programmes: &Programmes, id: &ProgrammeId, public_url: &str, now: Timestamp) -> Result<String, Failure> {
    let missing = || Failure::refused(format!("there is no programme {id} in the store"));
    let lead = programmes.snapshot(id).await?.ok_or_else(missing)?.state.programme.lead.clone();
    let known = access::membership(programmes.store().reader(), id.as_str(), &lead).await?;
    if known.is_none_or(|known| known.role != Role::Lead.word()) {
        programmes.apply(id, invitation(&lead), now).await?;
    }
    link_for(programmes, id, &lead, public_url, now).await
}

fn invitation(lead: &str) -> Command {
    Command {
        who: Actor::operator(),
        on_behalf_of: None,
        why: "the lead that the programme names".to_owned(),
        change: Change::Invite {
            email: lead.to_owned(),
            name: "Programleder".to_owned(),
            role: Role::Lead,
            organisation: None,
        },
    }
}

async fn link_for(programmes: &Programmes, id: &ProgrammeId, email: &str, public_url: &str, now: Timestamp) -> Result<String, Failure> {
    let (of, email) = (id.to_string(), email.to_owned());
    let token = programmes
        .store()
        .write(move |tx| Box::pin(async move { access::create_link(tx, &of, &email, Instant::new(now)).await }))
        .await
        .map_err(|error: StoreError| Failure::from(error))?;
    Ok(web::sign_in_link(public_url, id, &token))
}
