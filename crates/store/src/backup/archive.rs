//! The file of a backup: how parts are put into it, and how it is read through and taken apart again.

use std::collections::BTreeMap;
use std::fs::File;
use std::io::{self, BufReader, BufWriter, Read, Seek};
use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use super::Contents;
use crate::figures::hex;
use crate::files::{self, Hashing, failed};
use crate::schema::{FORMER, TABLES, Table};
use crate::{Instant, StoreError};

/// The form of the archive itself; the form of the rows is told by the migrations.
const FORMAT: u32 = 1;
const MANIFEST: &str = "manifest.json";
/// Texts are read into memory; what is larger than this is none that we wrote.
const LARGEST_TEXT: u64 = 256 << 20;

/// What an archive holds.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(super) struct Manifest {
    format: u32,
    /// Version of the program that wrote it.
    program: String,
    at: Instant,
    /// The steps that the store's form had taken.
    pub migrations: Vec<String>,
    /// How many rows each table has.
    pub rows: BTreeMap<String, u64>,
    parts: Vec<Part>,
}

/// One file within the archive.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
struct Part {
    name: String,
    bytes: u64,
    sha256: String,
}

impl Manifest {
    pub(super) fn contents(&self) -> Contents {
        let files = self.parts.iter().filter(|part| part.name.starts_with("files/"));
        Contents {
            at: self.at,
            rows: self.rows.values().sum(),
            files: files.count() as u64,
        }
    }
}

/// An archive that is being written.
pub(super) struct Archive {
    tar: tar::Builder<zstd::Encoder<'static, BufWriter<File>>>,
    path: PathBuf,
    at: Instant,
    rows: BTreeMap<String, u64>,
    parts: Vec<Part>,
}

impl Archive {
    pub(super) fn new(file: File, path: &Path, at: Instant) -> Result<Self, StoreError> {
        let compressing = || {
            let mut encoder = zstd::Encoder::new(BufWriter::new(file), 0)?;
            encoder.include_checksum(true)?;
            io::Result::Ok(encoder)
        };
        Ok(Self {
            tar: tar::Builder::new(compressing().map_err(|error| failed("writing", path, &error))?),
            path: path.to_owned(),
            at,
            rows: BTreeMap::new(),
            parts: Vec::new(),
        })
    }

    /// Some rows of a table, as JSON lines; none are no part, but the table is counted all the same.
    pub(super) fn add_rows(&mut self, table: &Table, count: u64, lines: &[u8]) -> Result<(), StoreError> {
        *self.rows.entry(table.name.to_owned()).or_default() += count;
        if count == 0 {
            return Ok(());
        }
        let number = self
            .parts
            .iter()
            .filter(|part| table_of(&part.name).is_some_and(|known| known.name == table.name))
            .count()
            + 1;
        self.add(format!("tables/{}/{number:06}.jsonl", table.name), lines)
    }

    /// A file under its name.
    pub(super) fn add_file(&mut self, name: &str, file: &Path) -> Result<(), StoreError> {
        let reading = |error: io::Error| failed("reading", file, &error);
        let opened = File::open(file).map_err(reading)?;
        let bytes = opened.metadata().map_err(reading)?.len();
        let mut hashing = Hashing::new(opened);
        let name = format!("files/{name}");
        let mut header = self.header(bytes);
        self.tar
            .append_data(&mut header, &name, &mut hashing)
            .map_err(|error| failed("writing", &self.path, &error))?;
        let (sha256, bytes) = hashing.finish();
        self.parts.push(Part { name, bytes, sha256 });
        Ok(())
    }

    /// Writes the manifest and brings everything to the disk.
    pub(super) fn finish(mut self, migrations: Vec<String>) -> Result<Contents, StoreError> {
        let manifest = Manifest {
            format: FORMAT,
            program: env!("CARGO_PKG_VERSION").to_owned(),
            at: self.at,
            migrations,
            rows: std::mem::take(&mut self.rows),
            parts: self.parts.clone(),
        };
        let text = serde_json::to_vec_pretty(&manifest).map_err(|error| failed("writing", &self.path, &error.into()))?;
        self.add(MANIFEST.to_owned(), &text)?;
        let path = self.path;
        let to_the_disk = || {
            self.tar
                .into_inner()?
                .finish()?
                .into_inner()
                .map_err(io::IntoInnerError::into_error)?
                .sync_all()
        };
        to_the_disk().map_err(|error| failed("writing", &path, &error))?;
        Ok(manifest.contents())
    }

    fn add(&mut self, name: String, content: &[u8]) -> Result<(), StoreError> {
        let (bytes, sha256) = (content.len() as u64, hex(&Sha256::digest(content)));
        let mut header = self.header(bytes);
        self.tar
            .append_data(&mut header, &name, content)
            .map_err(|error| failed("writing", &self.path, &error))?;
        self.parts.push(Part { name, bytes, sha256 });
        Ok(())
    }

    fn header(&self, bytes: u64) -> tar::Header {
        let mut header = tar::Header::new_gnu();
        header.set_size(bytes);
        header.set_mode(0o600);
        header.set_mtime(u64::try_from(self.at.timestamp().as_second()).unwrap_or(0));
        header
    }
}

/// An archive that is being read.
pub(super) struct Packed {
    file: File,
    path: PathBuf,
}

pub(super) type Decompressed<'a> = zstd::Decoder<'static, BufReader<&'a mut File>>;

impl Packed {
    pub(super) fn open(path: &Path) -> Result<Self, StoreError> {
        let file = File::open(path).map_err(|error| failed("reading", path, &error))?;
        let path = path.to_owned();
        Ok(Self { file, path })
    }

    pub(super) fn path(&self) -> &Path {
        &self.path
    }

    /// Reads everything through and compares it with the manifest.
    pub(super) fn verify(&mut self) -> Result<Manifest, StoreError> {
        let found = read_through(self.unpacking()?);
        found.and_then(Found::compared).map_err(|reason| self.refused(reason))
    }

    pub(super) fn refused(&self, reason: String) -> StoreError {
        let file = self.path.clone();
        StoreError::Backup { file, reason }
    }

    /// From the start.
    pub(super) fn unpacking(&mut self) -> Result<tar::Archive<Decompressed<'_>>, StoreError> {
        let path = &self.path;
        self.file.rewind().map_err(|error| failed("reading", path, &error))?;
        let decoder = zstd::Decoder::new(&mut self.file).map_err(|error| failed("reading", path, &error))?;
        Ok(tar::Archive::new(decoder))
    }
}

/// What reading through has come upon.
#[derive(Default)]
struct Found {
    parts: Vec<Part>,
    manifest: Option<Manifest>,
}

fn read_through(mut tar: tar::Archive<Decompressed<'_>>) -> Result<Found, String> {
    let mut found = Found::default();
    for entry in tar.entries().map_err(|error| unreadable(&error))? {
        let mut entry = entry.map_err(|error| unreadable(&error))?;
        let name = name_of(&entry);
        if found.manifest.is_some() {
            return Err(format!("{name} stands after its manifest"));
        } else if name == MANIFEST {
            found.manifest = Some(read_manifest(&mut entry)?);
        } else {
            let mut hashing = Hashing::new(entry);
            io::copy(&mut hashing, &mut io::sink()).map_err(|error| unreadable(&error))?;
            let (sha256, bytes) = hashing.finish();
            found.parts.push(Part { name, bytes, sha256 });
        }
    }
    // the end of the compressed stream carries its checksum
    io::copy(&mut tar.into_inner(), &mut io::sink()).map_err(|error| unreadable(&error))?;
    Ok(found)
}

fn read_manifest(entry: &mut impl Read) -> Result<Manifest, String> {
    let manifest: Manifest = serde_json::from_str(&text_of(entry)?).map_err(|error| format!("its manifest cannot be read: {error}"))?;
    if manifest.format == FORMAT {
        Ok(manifest)
    } else {
        Err(format!(
            "it is of form {}, written by version {}",
            manifest.format, manifest.program
        ))
    }
}

impl Found {
    fn compared(self) -> Result<Manifest, String> {
        let manifest = self.manifest.ok_or("it has no manifest, so it was cut off or is no backup")?;
        let stranger = |part: &&Part| table_of(&part.name).is_none() && file_of(&part.name).is_none();
        if let Some(part) = self.parts.iter().find(stranger) {
            return Err(format!("it holds {}, which belongs in no backup", part.name));
        }
        for (told, part) in manifest.parts.iter().zip(&self.parts) {
            if told != part {
                return Err(format!("{} is not what was written", told.name));
            }
        }
        if manifest.parts.len() == self.parts.len() {
            Ok(manifest)
        } else {
            Err("it does not hold what its manifest names".to_owned())
        }
    }
}

pub(super) fn unreadable(error: &io::Error) -> String {
    format!("it is cut off, damaged or no backup: {error}")
}

/// The name of a part.
pub(super) fn name_of<R: Read>(entry: &tar::Entry<'_, R>) -> String {
    String::from_utf8_lossy(&entry.path_bytes()).into_owned()
}

/// The table whose rows a part holds.
pub(super) fn table_of(name: &str) -> Option<&'static Table> {
    let table = name.strip_prefix("tables/")?.strip_suffix(".jsonl")?.split('/').next()?;
    TABLES.iter().chain(&FORMER).find(|known| known.name == table)
}

/// The name of the file that a part is.
pub(super) fn file_of(name: &str) -> Option<&str> {
    name.strip_prefix("files/").filter(|name| files::is_name(name))
}

/// A part of text.
pub(super) fn text_of(entry: &mut impl Read) -> Result<String, String> {
    let mut text = String::new();
    let read = entry
        .take(LARGEST_TEXT)
        .read_to_string(&mut text)
        .map_err(|error| unreadable(&error))?;
    if read as u64 == LARGEST_TEXT {
        return Err("a part of it is too large".to_owned());
    }
    Ok(text)
}
