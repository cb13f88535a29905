//! Backups: everything in one file, taken while the store is in use, restored into an empty store on either database.
//!
//! A backup is a tar archive compressed with zstd: the rows of each table as JSON lines (`tables/<table>/<part>.jsonl`),
//! the files by their hash (`files/<name>`), and last a manifest that says when and in what form it was written and names
//! each part with its SHA-256. Because the manifest is last, a file that was cut off has none and is refused. The rows are
//! of one moment of the store; the files are listed after it, so whatever a row names is among them.

mod archive;
mod rows;

use std::fs::{File, OpenOptions};
use std::io;
use std::path::{Path, PathBuf};

use sea_orm::DatabaseConnection;
use sea_orm_migration::{MigratorTrait, SchemaManager};

use crate::connect::Connector;
use crate::files::{self, failed};
use crate::schema::{self, FORMER, LEFT_OUT, Schema, TABLES};
use crate::writer::begin_to_write;
use crate::{Instant, Location, Store, StoreError, Transaction, sql};

use archive::{Archive, Manifest, Packed, file_of, name_of, table_of, text_of, unreadable};

/// What a backup holds, in numbers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Contents {
    /// When it was written.
    pub at: Instant,
    pub rows: u64,
    pub files: u64,
}

/// Writes everything that the store and the folder of files hold into one file. Others may read and write meanwhile. The
/// file has its name only when it is whole and on the disk; one that is there already is left alone unless `overwrite`.
pub async fn write(store: &Store, files: &Path, to: &Path, overwrite: bool, now: Instant) -> Result<Contents, StoreError> {
    if !overwrite && to.exists() {
        return Err(StoreError::FileExists { file: to.to_owned() });
    }
    let partial = Partial::beside(to)?;
    let mut archive = Archive::new(partial.open()?, &partial.path, now)?;
    let moment = store.moment().await?;
    let migrations = schema::applied(&moment).await?;
    for table in &TABLES {
        rows::pack(&moment, table, &mut archive).await?;
    }
    moment.rollback().await?;
    for name in files::names(files)?.iter().filter(|name| files::is_name(name)) {
        archive.add_file(name, &files.join(name))?;
    }
    let contents = archive.finish(migrations)?;
    partial.publish(to, overwrite)?;
    Ok(contents)
}

/// A file under a temporary name, which goes unless it is published.
struct Partial {
    path: PathBuf,
}

impl Partial {
    fn beside(target: &Path) -> Result<Self, StoreError> {
        let no_name = || failed("writing", target, &io::Error::from(io::ErrorKind::InvalidFilename));
        let name = target.file_name().ok_or_else(no_name)?.to_string_lossy();
        let path = target.with_file_name(format!(".{name}.{}.partial", std::process::id()));
        Ok(Self { path })
    }

    /// Only its owner may read it: it holds people's addresses.
    fn open(&self) -> Result<File, StoreError> {
        let mut options = OpenOptions::new();
        options.write(true).create(true).truncate(true);
        #[cfg(unix)]
        std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
        options.open(&self.path).map_err(|error| failed("writing", &self.path, &error))
    }

    fn publish(&self, target: &Path, overwrite: bool) -> Result<(), StoreError> {
        let named = if overwrite {
            std::fs::rename(&self.path, target)
        } else {
            name_without_overwriting(&self.path, target)
        };
        match named {
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists => return Err(StoreError::FileExists { file: target.to_owned() }),
            named => named.map_err(|error| failed("writing", target, &error))?,
        }
        sync_folder_of(target).map_err(|error| failed("writing", target, &error))
    }
}

impl Drop for Partial {
    fn drop(&mut self) {
        // after it was published under its own name there is nothing left to remove
        let _ = std::fs::remove_file(&self.path);
    }
}

/// A second name is refused where there is a file, which renaming would replace.
fn name_without_overwriting(from: &Path, to: &Path) -> io::Result<()> {
    match std::fs::hard_link(from, to) {
        Err(error) if error.kind() != io::ErrorKind::AlreadyExists && !to.exists() => std::fs::rename(from, to),
        linked => linked,
    }
}

fn sync_folder_of(file: &Path) -> io::Result<()> {
    let folder = file.parent().filter(|folder| !folder.as_os_str().is_empty());
    File::open(folder.unwrap_or(Path::new(".")))?.sync_all()
}

/// Restores a backup into a store that is empty or not there yet, and its files into their folder: all or nothing. The
/// backup is read through and every part compared with its digest before anything is touched.
pub async fn restore(location: &Location, files: &Path, backup: &Path) -> Result<Contents, StoreError> {
    let mut packed = Packed::open(backup)?;
    let manifest = packed.verify()?;
    let connector = Connector::new(location)?;
    let connection = connector.writer().await?;
    let restored = fill(&connector, &connection, &mut packed, &manifest, files).await;
    // closed either way, so that no log is left beside a store that was refused
    connection.close().await?;
    restored.map(|()| manifest.contents())
}

async fn fill(
    connector: &Connector,
    connection: &DatabaseConnection,
    packed: &mut Packed,
    manifest: &Manifest,
    files: &Path,
) -> Result<(), StoreError> {
    connector.inspect(connection).await?;
    crate::refuse_newer(connector, connection).await?;
    take_form(connection, manifest, packed).await?;
    let transaction = begin_to_write(connection).await?;
    refuse_filled(&transaction, connector.place()).await?;
    let mut restored = Restored::default();
    unpack(&transaction, packed, manifest, files, &mut restored).await?;
    transaction.commit().await?;
    restored.keep();
    Schema::up(connection, None).await.map_err(|error| connector.explain(error))
}

/// Brings a new store to the form that the backup has; from there it takes the later steps as any store does.
async fn take_form(connection: &DatabaseConnection, manifest: &Manifest, packed: &Packed) -> Result<(), StoreError> {
    let (known, wanted) = (schema::known(), &manifest.migrations);
    if !known.starts_with(wanted) {
        let migrations = wanted.iter().filter(|step| !known.contains(step)).cloned().collect();
        let place = packed.path().display().to_string();
        return Err(StoreError::Newer { place, migrations });
    }
    let applied = schema::applied(connection).await?;
    if applied.len() > wanted.len() {
        let reason = "it is of an older form than the store: restore it where there is no store yet".to_owned();
        return Err(packed.refused(reason));
    }
    let steps = u32::try_from(wanted.len() - applied.len()).unwrap_or(u32::MAX);
    Ok(Schema::up(connection, Some(steps)).await?)
}

async fn refuse_filled(transaction: &Transaction, place: &str) -> Result<(), StoreError> {
    let manager = SchemaManager::new(transaction);
    for table in TABLES.iter().chain(&FORMER).map(|table| table.name).chain(LEFT_OUT) {
        // the store has the form of the backup, which may be an older one
        let is_there = manager.has_table(table).await?;
        let first = format!("SELECT 1 FROM {table} LIMIT 1");
        if is_there && sql::row(transaction, &first, vec![]).await?.is_some() {
            let (place, table) = (place.to_owned(), table.to_owned());
            return Err(StoreError::NotEmpty { place, table });
        }
    }
    Ok(())
}

/// Puts rows into the transaction and files into their folder.
async fn unpack(
    transaction: &Transaction,
    packed: &mut Packed,
    manifest: &Manifest,
    files: &Path,
    restored: &mut Restored,
) -> Result<(), StoreError> {
    let backup = packed.path().to_owned();
    let refused = |reason: String| StoreError::Backup {
        file: backup.clone(),
        reason,
    };
    let mut tar = packed.unpacking()?;
    for entry in tar.entries().map_err(|error| refused(unreadable(&error)))? {
        let mut entry = entry.map_err(|error| refused(unreadable(&error)))?;
        let name = name_of(&entry);
        if let Some(table) = table_of(&name) {
            let records = rows::read(table, &text_of(&mut entry).map_err(&refused)?).map_err(&refused)?;
            rows::insert(transaction, table, &records).await?;
        } else if let Some(file) = file_of(&name) {
            restored.add(files, file, &mut entry)?;
        }
    }
    rows::miscounted(transaction, &manifest.rows)
        .await?
        .map_or(Ok(()), |reason| Err(refused(reason)))
}

/// Files that a restore has written, which go again unless it comes to its end.
#[derive(Default)]
struct Restored(Vec<PathBuf>);

impl Restored {
    /// A file that is there already has the same content, since its name says so.
    fn add(&mut self, folder: &Path, name: &str, content: &mut impl io::Read) -> Result<(), StoreError> {
        let file = folder.join(name);
        if file.exists() {
            return Ok(());
        }
        let partial = folder.join(format!(".{name}.partial"));
        self.0.extend([partial.clone(), file.clone()]);
        write_whole(&partial, &file, content).map_err(|error| failed("writing", &file, &error))
    }

    fn keep(mut self) {
        self.0.clear();
    }
}

impl Drop for Restored {
    fn drop(&mut self) {
        for file in &self.0 {
            let _ = std::fs::remove_file(file);
        }
    }
}

fn write_whole(partial: &Path, file: &Path, content: &mut impl io::Read) -> io::Result<()> {
    std::fs::create_dir_all(file.parent().unwrap_or(file))?;
    let mut opened = File::create(partial)?;
    io::copy(content, &mut opened)?;
    opened.sync_all()?;
    std::fs::rename(partial, file)?;
    sync_folder_of(file)
}
