//! Files beside the database, each named after the SHA-256 of its content, so that a file never changes and its name
//! tells whether it is whole: `<64 hexadecimal digits>` and, where there is one, a dot and its kind.

use std::fs::File;
use std::io::{self, Read, Write};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::SystemTime;

use sha2::{Digest, Sha256};

use crate::StoreError;
use crate::figures::hex;

/// Keeps a file under the name that its content gives it, and gives the hash in it. What is kept already stays as it is.
pub fn keep(folder: &Path, bytes: &[u8], kind: &str) -> Result<String, StoreError> {
    let hash = hex(&Sha256::digest(bytes));
    let file = folder.join(format!("{hash}.{kind}"));
    if file.exists() {
        // it is as new as its newest sender: whoever clears away what is left over does not take it
        let touched = File::options()
            .append(true)
            .open(&file)
            .and_then(|file| file.set_modified(SystemTime::now()));
        return touched.map(|()| hash).map_err(|error| failed("writing", &file, &error));
    }
    std::fs::create_dir_all(folder).map_err(|error| failed("making", folder, &error))?;
    let mut written = tempfile_in(folder, &hash)?;
    let kept = written.1.write_all(bytes).and_then(|()| written.1.sync_all());
    kept.and_then(|()| std::fs::rename(&written.0, &file)).map_err(|error| {
        let _ = std::fs::remove_file(&written.0);
        failed("writing", &file, &error)
    })?;
    Ok(hash)
}

/// A file that nobody takes for a kept one, beside which the same may be written at the same time.
fn tempfile_in(folder: &Path, hash: &str) -> Result<(PathBuf, File), StoreError> {
    static NEXT: AtomicU64 = AtomicU64::new(0);
    let number = NEXT.fetch_add(1, Ordering::Relaxed);
    let path = folder.join(format!(".{hash}.{}.{number}.partial", std::process::id()));
    let file = File::create(&path).map_err(|error| failed("writing", &path, &error))?;
    Ok((path, file))
}

/// What a kept file holds; none where there is no such file.
pub fn read(folder: &Path, hash: &str, kind: &str) -> Result<Option<Vec<u8>>, StoreError> {
    let name = format!("{hash}.{kind}");
    if !is_name(&name) {
        return Ok(None);
    }
    let file = folder.join(name);
    match std::fs::read(&file) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
        read => read.map(Some).map_err(|error| failed("reading", &file, &error)),
    }
}

/// Takes a file away; nothing where it is gone already.
pub fn remove(folder: &Path, hash: &str, kind: &str) -> Result<(), StoreError> {
    let name = format!("{hash}.{kind}");
    if !is_name(&name) {
        return Ok(());
    }
    let file = folder.join(name);
    match std::fs::remove_file(&file) {
        Err(error) if error.kind() != io::ErrorKind::NotFound => Err(failed("removing", &file, &error)),
        _ => Ok(()),
    }
}

/// The files that nobody has sent since a moment, as hash and kind.
pub fn older_than(folder: &Path, moment: SystemTime) -> Result<Vec<(String, String)>, StoreError> {
    let mut old = Vec::new();
    for name in names(folder)?.into_iter().filter(|name| is_name(name)) {
        let file = folder.join(&name);
        let modified = std::fs::metadata(&file).and_then(|known| known.modified());
        let modified = modified.map_err(|error| failed("reading", &file, &error))?;
        if let (true, Some((hash, kind))) = (modified < moment, name.split_once('.')) {
            old.push((hash.to_owned(), kind.to_owned()));
        }
    }
    Ok(old)
}

/// True for what can be the name of such a file.
pub(crate) fn is_name(name: &str) -> bool {
    let (hash, kind) = name.split_once('.').unwrap_or((name, "bin"));
    let is_hash = hash.len() == 64 && hash.bytes().all(|byte| matches!(byte, b'0'..=b'9' | b'a'..=b'f'));
    is_hash && !kind.is_empty() && kind.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit())
}

/// Everything in the folder by name, in order; empty where there is no folder.
pub(crate) fn names(folder: &Path) -> Result<Vec<String>, StoreError> {
    let entries = match std::fs::read_dir(folder) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(Vec::new()),
        entries => entries.map_err(|error| failed("reading", folder, &error))?,
    };
    let mut names = Vec::new();
    for entry in entries {
        let entry = entry.map_err(|error| failed("reading", folder, &error))?;
        names.push(entry.file_name().to_string_lossy().into_owned());
    }
    names.sort();
    Ok(names)
}

/// The hash of a file's content.
pub(crate) fn hash_of(file: &Path) -> Result<String, StoreError> {
    let mut hashing = Hashing::new(File::open(file).map_err(|error| failed("reading", file, &error))?);
    io::copy(&mut hashing, &mut io::sink()).map_err(|error| failed("reading", file, &error))?;
    Ok(hashing.finish().0)
}

/// An error about a file.
pub(crate) fn failed(what: &'static str, file: &Path, error: &io::Error) -> StoreError {
    let (file, reason) = (PathBuf::from(file), error.to_string());
    StoreError::File { what, file, reason }
}

/// Reads through to another reader and hashes what passes.
pub(crate) struct Hashing<R> {
    inner: R,
    hash: Sha256,
    bytes: u64,
}

impl<R: Read> Hashing<R> {
    pub(crate) fn new(inner: R) -> Self {
        Self {
            inner,
            hash: Sha256::new(),
            bytes: 0,
        }
    }

    /// The hash and the number of the bytes that passed.
    pub(crate) fn finish(self) -> (String, u64) {
        (hex(&self.hash.finalize()), self.bytes)
    }
}

impl<R: Read> Read for Hashing<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let count = self.inner.read(buffer)?;
        self.hash.update(&buffer[..count]);
        self.bytes += count as u64;
        Ok(count)
    }
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use super::*;

    #[test]
    fn what_is_kept_is_read_by_its_hash_and_kept_once() {
        let folder = tempfile::tempdir().unwrap();
        let files = folder.path().join("files");
        let hash = keep(&files, b"Brev", "txt").unwrap();
        assert_eq!(keep(&files, b"Brev", "txt").unwrap(), hash);
        assert_eq!(names(&files).unwrap(), [format!("{hash}.txt")]);
        assert_eq!(hash_of(&files.join(format!("{hash}.txt"))).unwrap(), hash);
        assert_eq!(read(&files, &hash, "txt").unwrap().as_deref(), Some(&b"Brev"[..]));
        assert_eq!(read(&files, "../../etc/passwd", "txt").unwrap(), None);
        assert_eq!(read(&files, &hash, "pdf").unwrap(), None);
        let old = [(hash.clone(), "txt".to_owned())];
        assert_eq!(older_than(&files, SystemTime::now() + Duration::from_secs(9)).unwrap(), old);
        assert!(older_than(&files, SystemTime::now() - Duration::from_secs(9)).unwrap().is_empty());
        remove(&files, &hash, "txt").unwrap();
        remove(&files, &hash, "txt").unwrap();
        assert_eq!(read(&files, &hash, "txt").unwrap(), None);
    }

    #[test]
    fn a_name_is_a_hash_and_perhaps_a_kind() {
        let hash = "a".repeat(64);
        assert!(is_name(&hash) && is_name(&format!("{hash}.pdf")));
        for wrong in [
            "",
            "a.pdf",
            &"A".repeat(64),
            &format!("{hash}."),
            &format!("{hash}./x"),
            &format!("{hash}.a.b"),
        ] {
            assert!(!is_name(wrong), "{wrong}");
        }
    }
}
