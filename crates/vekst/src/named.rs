//! Finding the programme that a command is about.

use std::sync::Arc;

use clap::Args;
use programme::{ProgrammeId, Programmes, Snapshot};

use crate::failure::Failure;

#[derive(Debug, Args)]
pub struct Named {
    /// Which programme; may be left out where there is only one
    #[arg(long = "programme", value_name = "ID")]
    id: Option<ProgrammeId>,
}

impl Named {
    /// The programme's identifier: the one that was named, or the only one.
    pub async fn id(&self, programmes: &Programmes) -> Result<ProgrammeId, Failure> {
        let mut known = programmes.list().await?;
        match &self.id {
            Some(id) if known.contains(id) => Ok(id.clone()),
            Some(id) => Err(Failure::refused(format!(
                "there is no programme {id} in the store; there {}",
                listed(&known)
            ))),
            None if known.len() == 1 => Ok(known.remove(0)),
            None => Err(Failure::refused(format!(
                "say which programme with --programme; there {}",
                listed(&known)
            ))),
        }
    }

    /// The programme as it is now.
    pub async fn snapshot(&self, programmes: &Programmes) -> Result<Arc<Snapshot>, Failure> {
        let id = self.id(programmes).await?;
        let gone = || Failure::refused(format!("there is no programme {id} in the store"));
        programmes.snapshot(&id).await?.ok_or_else(gone)
    }
}

fn listed(known: &[ProgrammeId]) -> String {
    match known {
        [] => "is none: load one with `vekst load DIR`".to_owned(),
        [only] => format!("is {only}"),
        several => format!("are {}", several.iter().map(ToString::to_string).collect::<Vec<_>>().join(", ")),
    }
}
