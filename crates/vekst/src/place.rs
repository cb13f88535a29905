//! Where everything is: the data folder and the database.

use std::path::PathBuf;

use clap::Args;
use store::{DATABASE_FILE, Location, Store};

use crate::failure::Failure;
use crate::progress;

/// Said with every command.
#[derive(Debug, Args)]
pub struct Place {
    /// Folder that holds the store, the files and the outbox; it is made where it is missing
    #[arg(long, global = true, env = "VEKST_DATA", value_name = "DIR", default_value = "vekst-data")]
    data: PathBuf,
    /// Keep the store in PostgreSQL instead of the data folder: postgres://user:password@host/database
    #[arg(
        long,
        global = true,
        env = "VEKST_DATABASE_URL",
        value_name = "URL",
        hide_env_values = true,
        value_parser = clap::builder::NonEmptyStringValueParser::new()
    )]
    database_url: Option<String>,
}

impl Place {
    pub fn location(&self) -> Location {
        match &self.database_url {
            Some(url) => Location::Url(url.clone()),
            None => Location::Folder(self.data.clone()),
        }
    }

    /// Opens the store, and makes it where there is none.
    pub async fn open(&self) -> Result<Store, Failure> {
        Ok(progress::shown("Opening the store", Store::open(&self.location())).await?)
    }

    /// True where there is nothing yet: no store in the data folder, and no database named.
    pub fn is_new(&self) -> bool {
        matches!(self.location(), Location::Folder(folder) if !folder.join(DATABASE_FILE).exists())
    }

    /// Opens a store that must be there: a mistyped folder is not made, and no empty store in it.
    pub async fn open_existing(&self) -> Result<Store, Failure> {
        if let Location::Folder(folder) = self.location()
            && self.is_new()
        {
            let said = format!(
                "there is no store in the data folder {}: name the right one with --data",
                folder.display()
            );
            return Err(Failure::refused(said));
        }
        self.open().await
    }

    /// Files by their hash.
    pub fn files(&self) -> PathBuf {
        self.data.join("files")
    }

    /// Mail that is not sent.
    pub fn outbox(&self) -> PathBuf {
        self.data.join("outbox")
    }
}
