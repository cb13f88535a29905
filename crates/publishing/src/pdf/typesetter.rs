use jiff::civil::Date;
use programme::Language;
use typst::diag::{SourceDiagnostic, Warned};
use typst::foundations::{Bytes, Datetime, Smart};
use typst::syntax::{FileId, Source};
use typst::text::{Font, FontBook};
use typst::utils::LazyHash;
use typst::{Feature, Library, LibraryExt, comemo};
use typst_layout::PagedDocument;
use typst_pdf::{PdfOptions, PdfStandard, PdfStandards, Timestamp};

use super::document::{Goal, PlanDocument};
use super::labels::Labels;
use super::world::{PlanWorld, file_id};
use super::{PdfError, blocks_from_markdown, legible};
use crate::letter::LetterDocument;
use crate::{format, say};

const TEMPLATE: &str = include_str!("plan.typ");
const LETTER: &str = include_str!("letter.typ");

/// Sets plans as PDF. Build one when the program starts and share it: the fonts are parsed once.
pub struct Typesetter {
    library: LazyHash<Library>,
    book: LazyHash<FontBook>,
    fonts: Vec<Font>,
    families: Vec<String>,
    template: Source,
    letter: Source,
    data_id: FileId,
}

impl Typesetter {
    /// Takes the fonts as the bytes of TrueType or OpenType files. The families are tried in the order given, and
    /// the plan wants a regular, an italic, a semi-bold (600) and a bold (700) of the first.
    pub fn new(fonts: &[&'static [u8]]) -> Result<Self, PdfError> {
        let fonts = read_fonts(fonts)?;
        let mut families: Vec<String> = Vec::new();
        for family in fonts.iter().map(|font| &font.info().family) {
            if !families.contains(family) {
                families.push(family.clone());
            }
        }
        let template_id = own_file("plan.typ")?;
        // header cells of rows are still counted among the extras; without them a row cannot be read aloud by its name
        let library = Library::builder()
            .with_features([Feature::A11yExtras].into_iter().collect())
            .build();
        Ok(Self {
            library: LazyHash::new(library),
            book: LazyHash::new(FontBook::from_fonts(&fonts)),
            fonts,
            families,
            template: Source::new(template_id, TEMPLATE.to_owned()),
            letter: Source::new(own_file("letter.typ")?, LETTER.to_owned()),
            data_id: own_file("data.json")?,
        })
    }

    /// Sets the plan as PDF/UA-1. The same document gives the same bytes.
    pub fn plan(&self, document: &PlanDocument) -> Result<Vec<u8>, PdfError> {
        check(document)?;
        let identity = format!("{} {} {}", document.programme, document.title, document.content_hash);
        self.set(&self.template, self.data(document)?, &options(document.date, identity)?)
    }

    /// Sets a letter as PDF/UA-1. The same letter gives the same bytes.
    pub fn letter(&self, letter: &LetterDocument) -> Result<Vec<u8>, PdfError> {
        if letter.subject.trim().is_empty() {
            return Err(PdfError::MissingTitle);
        }
        let language = letter.language;
        let data = serde_json::json!({
            "language": language,
            "subject": letter.subject,
            "programme": letter.programme,
            "to": letter.to,
            "to_line": say!(language, "letter-to", name = &letter.to),
            "day": format::date(language, letter.date),
            "blocks": blocks_from_markdown(&letter.body),
            "signed": letter.signed,
            "accent": letter.accent,
            "example": letter.example,
        });
        let identity = format!("{} {}", letter.programme, letter.identity);
        self.set(&self.letter, self.finished(data, language)?, &options(letter.date, identity)?)
    }

    fn set(&self, template: &Source, data: Vec<u8>, options: &PdfOptions) -> Result<Vec<u8>, PdfError> {
        let world = PlanWorld {
            library: &self.library,
            book: &self.book,
            fonts: &self.fonts,
            template,
            data_id: self.data_id,
            data: Bytes::new(data),
        };
        let Warned { output, warnings: _ } = typst::compile::<PagedDocument>(&world);
        let bytes = output
            .and_then(|pages| typst_pdf::pdf(&pages, options))
            .map_err(|faults| explain(&faults));
        // typst remembers every intermediate result for the next run, which for us is another document
        comemo::evict(0);
        bytes
    }

    /// What the template reads: the document, the words of its frame and the names of the fonts.
    fn data(&self, document: &PlanDocument) -> Result<Vec<u8>, PdfError> {
        let data = serde_json::to_value(document).map_err(unwritable)?;
        self.finished(data, document.language)
    }

    /// With the words of the frame and the fonts, in what the fonts can show.
    fn finished(&self, mut data: serde_json::Value, language: Language) -> Result<Vec<u8>, PdfError> {
        data["families"] = self.families.clone().into();
        data["labels"] = serde_json::to_value(Labels::of(language)).map_err(unwritable)?;
        legible::make_legible(&mut data, &self.fonts);
        serde_json::to_vec(&data).map_err(unwritable)
    }
}

#[expect(clippy::needless_pass_by_value, reason = "map_err hands it over")]
fn unwritable(error: serde_json::Error) -> PdfError {
    PdfError::Typesetting(error.to_string())
}

fn read_fonts(given: &[&'static [u8]]) -> Result<Vec<Font>, PdfError> {
    let mut fonts = Vec::new();
    for (place, bytes) in given.iter().enumerate() {
        let known = fonts.len();
        fonts.extend(Font::iter(Bytes::new(*bytes)));
        if fonts.len() == known {
            return Err(PdfError::UnreadableFont { place: place + 1 });
        }
    }
    if fonts.is_empty() { Err(PdfError::NoFonts) } else { Ok(fonts) }
}

fn own_file(name: &'static str) -> Result<FileId, PdfError> {
    file_id(name).ok_or_else(|| PdfError::Typesetting(format!("{name} is not a file name")))
}

/// Refuses what would make the PDF inaccessible, with names the author knows, before typst does with line numbers.
fn check(document: &PlanDocument) -> Result<(), PdfError> {
    if document.title.trim().is_empty() {
        return Err(PdfError::MissingTitle);
    }
    for goal in &document.goals {
        titled(&goal.title.text, || format!("goal {:?}", goal.key))?;
        check_chart(goal)?;
    }
    for (place, area) in document.focus_areas.iter().enumerate() {
        titled(&area.title.text, || format!("focus area {}", place + 1))?;
        for measure in &area.measures {
            titled(&measure.title.text, || format!("measure {:?}", measure.key))?;
        }
    }
    Ok(())
}

fn titled(title: &str, place: impl Fn() -> String) -> Result<(), PdfError> {
    if title.trim().is_empty() {
        Err(PdfError::MissingHeading { place: place() })
    } else {
        Ok(())
    }
}

fn check_chart(goal: &Goal) -> Result<(), PdfError> {
    let Some(chart) = &goal.chart else { return Ok(()) };
    if chart.alternative.trim().is_empty() {
        return Err(PdfError::MissingAlternative { goal: goal.key.clone() });
    }
    let Some(table) = &chart.table else { return Ok(()) };
    let wanted = table.columns.len();
    match table.rows.iter().position(|cells| cells.len() != wanted) {
        Some(row) => Err(PdfError::UnevenTable {
            goal: goal.key.clone(),
            row: row + 1,
            found: table.rows[row].len(),
            wanted,
        }),
        None => Ok(()),
    }
}

fn options(date: Date, identity: String) -> Result<PdfOptions, PdfError> {
    let midnight = u8::try_from(date.month())
        .ok()
        .zip(u8::try_from(date.day()).ok())
        .filter(|_| date.year() >= 0)
        .and_then(|(month, day)| Datetime::from_ymd_hms(i32::from(date.year()), month, day, 0, 0, 0))
        .ok_or(PdfError::NotADate(date))?;
    let standards = PdfStandards::new(&[PdfStandard::Ua_1]).map_err(|error| PdfError::Typesetting(error.message().to_string()))?;
    Ok(PdfOptions {
        ident: Smart::Custom(identity),
        creator: Smart::Custom(Some("Vekst".to_owned())),
        timestamp: Some(Timestamp::new_utc(midnight)),
        standards,
        ..PdfOptions::default()
    })
}

fn explain(faults: &[SourceDiagnostic]) -> PdfError {
    let lines: Vec<String> = faults.iter().map(explain_one).collect();
    PdfError::Typesetting(lines.join("\n"))
}

fn explain_one(fault: &SourceDiagnostic) -> String {
    fault
        .hints
        .iter()
        .fold(fault.message.to_string(), |said, hint| format!("{said} ({})", hint.v))
}
