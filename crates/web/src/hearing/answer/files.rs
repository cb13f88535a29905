//! Attachments: what may come with an answer. A file is kept as soon as it has come, and travels with the form under our
//! seal, so that a form that is refused does not lose it.

use programme::hearing::{Attachment, FileKind};
use publishing::say;

use crate::app::App;
use crate::form::{Fields, Mistake, Reading, Upload};
use crate::guard::Guard;
use crate::problem::Problem;

/// How many may come with one answer, and how large each may be.
pub(super) const MOST: usize = 5;
pub(super) const LARGEST: usize = 5_000_000;

/// The name of the field that holds one kept file.
pub(super) const KEPT: &str = "kept";

/// The attachments of an answer.
pub(super) struct Files(pub Vec<Attachment>);

impl Files {
    /// Those that the form carries along. What is not under our seal can only be forged, and is left out.
    pub fn of(fields: &Fields, guard: &Guard) -> Self {
        let read = |sealed: &str| {
            let mut parts = guard.unsealed(sealed)?.splitn(4, ':');
            let (kind, hash, bytes, name) = (parts.next()?, parts.next()?, parts.next()?, parts.next()?);
            Some(Attachment {
                name: name.to_owned(),
                kind: kind_of(kind)?,
                hash: hash.to_owned(),
                bytes: bytes.parse().ok()?,
            })
        };
        Self(fields.all(KEPT).filter_map(read).collect())
    }

    /// Those that were sent before and are to stay.
    pub fn of_statement(attachments: &[Attachment]) -> Self {
        Self(attachments.to_vec())
    }

    /// With those that have come just now; what may not be attached is told by its name.
    pub async fn with(mut self, app: &App, uploads: Vec<Upload>, reading: &mut Reading<'_>) -> Result<Self, Problem> {
        let there = |file: &Attachment| app.settings.files.join(format!("{}.{}", file.hash, file.kind.ending())).exists();
        let (kept, gone): (Vec<Attachment>, Vec<Attachment>) = self.0.into_iter().partition(there);
        self.0 = kept;
        for file in gone {
            // the form lay open so long that what came with it was cleared away
            let text = say!(reading.language, "mistake-file-gone", name = &file.name);
            reading.mistakes.push(Mistake {
                field: "files".to_owned(),
                text,
            });
        }
        for upload in uploads {
            let wrong = |key: &str| Mistake {
                field: "files".to_owned(),
                text: say!(reading.language, key, name = &upload.name, most = MOST),
            };
            let mistake = match FileKind::of(&upload.bytes) {
                _ if self.0.len() >= MOST => wrong("mistake-files-many"),
                _ if upload.bytes.len() > LARGEST => wrong("mistake-file-large"),
                None => wrong("mistake-file-kind"),
                Some(kind) => {
                    let kept = keep(app, upload, kind).await?;
                    if !self.0.contains(&kept) {
                        self.0.push(kept);
                    }
                    continue;
                }
            };
            reading.mistakes.push(mistake);
        }
        Ok(self)
    }

    /// Puts them into the fields of the form, under our seal.
    pub fn put(&self, fields: &mut Fields, guard: &Guard) {
        let sealed: Vec<String> = self.0.iter().map(|file| guard.sealed(&told(file))).collect();
        fields.set(KEPT, &"");
        fields.add_all(KEPT, &sealed);
    }
}

/// How a file is written into a field.
fn told(file: &Attachment) -> String {
    format!("{}:{}:{}:{}", file.kind.ending(), file.hash, file.bytes, file.name)
}

fn kind_of(ending: &str) -> Option<FileKind> {
    [FileKind::Pdf, FileKind::Png, FileKind::Jpeg, FileKind::Text]
        .into_iter()
        .find(|kind| kind.ending() == ending)
}

/// Writing to the disk does not hold up others.
async fn keep(app: &App, upload: Upload, kind: FileKind) -> Result<Attachment, Problem> {
    let folder = app.settings.files.clone();
    let bytes = upload.bytes.len() as u64;
    let kept = tokio::task::spawn_blocking(move || store::files::keep(&folder, &upload.bytes, kind.ending()));
    Ok(Attachment {
        name: upload.name,
        kind,
        hash: kept.await.map_err(Problem::internal)??,
        bytes,
    })
}
