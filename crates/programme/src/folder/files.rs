//! The files of a folder, read from the disk: no links are followed, nothing outside is opened, nothing is too large.

use std::collections::BTreeMap;
use std::fs;
use std::io::{self, Read};
use std::path::Path;

use super::layout;
use super::line::line_of;
use super::mistake::Mistake;

/// Texts by path; the parts of a path are joined by `/`.
pub(super) type Files = BTreeMap<String, String>;

/// No file of a programme is larger.
pub(super) const LARGEST: u64 = 20_000_000;

/// Everything in the folder that belongs to the format, and what is wrong with the rest.
pub(super) fn gather(folder: &Path) -> (Files, Vec<Mistake>) {
    let mut walk = Walk {
        folder,
        files: Files::new(),
        mistakes: Vec::new(),
    };
    walk.folder(&[]);
    (walk.files, walk.mistakes)
}

struct Walk<'a> {
    folder: &'a Path,
    files: Files,
    mistakes: Vec<Mistake>,
}

impl Walk<'_> {
    fn folder(&mut self, parts: &[&str]) {
        let names = match names(&self.folder.join(parts.join("/"))) {
            Ok(names) => names,
            Err(error) => {
                return self.wrong(
                    &parts.join("/"),
                    &format!("the folder cannot be read ({error}): check its permissions"),
                );
            }
        };
        for name in names {
            match name {
                Ok(name) if layout::is_left_alone(&name, parts.len()) => {}
                Ok(name) => self.entry(&[parts, &[name.as_str()]].concat()),
                Err(lossy) => self.wrong(
                    &[parts, &[lossy.as_str()]].concat().join("/"),
                    "the name is not UTF-8: give it another one",
                ),
            }
        }
    }

    fn entry(&mut self, parts: &[&str]) {
        let path = parts.join("/");
        let on_disk = self.folder.join(&path);
        let kind = match fs::symlink_metadata(&on_disk) {
            Ok(metadata) => metadata.file_type(),
            Err(error) => return self.wrong(&path, &unreadable(&error)),
        };
        if kind.is_symlink() {
            self.wrong(&path, "links are not followed: put the file itself here");
        } else if kind.is_dir() && layout::is_folder(parts) {
            self.folder(parts);
        } else if let Some(why) = layout::stranger(parts) {
            self.wrong(&path, &why);
        } else if kind.is_file() {
            self.file(path, &on_disk);
        } else {
            self.wrong(&path, "this is not a file: put a text file here");
        }
    }

    fn file(&mut self, path: String, on_disk: &Path) {
        match bytes(on_disk).map(text) {
            Ok(Ok(text)) => drop(self.files.insert(path, text)),
            Ok(Err(line)) => self
                .mistakes
                .push(Mistake::at(path, line, "this is not UTF-8: save the file as UTF-8")),
            Err(error) => self.wrong(&path, &unreadable(&error)),
        }
    }

    fn wrong(&mut self, path: &str, what: &str) {
        self.mistakes.push(Mistake::of(path, what));
    }
}

/// The names in a folder, in order; one that is not UTF-8 as far as it can be told.
pub(super) fn names(folder: &Path) -> io::Result<Vec<Result<String, String>>> {
    let mut names = Vec::new();
    for entry in fs::read_dir(folder)? {
        let name = entry?.file_name();
        names.push(name.into_string().map_err(|name| name.to_string_lossy().into_owned()));
    }
    names.sort();
    Ok(names)
}

fn bytes(path: &Path) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    fs::File::open(path)?.take(LARGEST + 1).read_to_end(&mut bytes)?;
    if bytes.len() as u64 > LARGEST {
        return Err(io::ErrorKind::FileTooLarge.into());
    }
    Ok(bytes)
}

/// The text without a byte order mark, or the line that is not UTF-8.
fn text(bytes: Vec<u8>) -> Result<String, usize> {
    let text = String::from_utf8(bytes).map_err(|error| {
        let good = error.utf8_error().valid_up_to();
        line_of(&String::from_utf8_lossy(&error.as_bytes()[..good]), good)
    })?;
    Ok(text.strip_prefix('\u{feff}').map(str::to_owned).unwrap_or(text))
}

fn unreadable(error: &io::Error) -> String {
    match error.kind() {
        io::ErrorKind::FileTooLarge => format!("the file is larger than {} MB: that is no text of a programme", LARGEST / 1_000_000),
        _ => format!("the file cannot be read ({error}): check its permissions"),
    }
}
