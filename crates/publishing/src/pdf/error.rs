/// Why a plan did not become a PDF. Each says what is wrong, where, and the mend.
///
/// Use the variants about the document for what its author can mend; [`PdfError::Typesetting`] is for what only
/// typst found, such as a chart that is not SVG.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum PdfError {
    /// A slice of bytes given as a font is not one.
    #[error("font number {place} cannot be read: give the bytes of a TrueType or OpenType file")]
    UnreadableFont {
        /// Its place among the given fonts, counted from 1.
        place: usize,
    },
    /// No fonts at all were given.
    #[error("there are no fonts to set text with: give at least one")]
    NoFonts,
    /// The document's title is blank.
    #[error("the plan has no title, and an accessible PDF must have one: write the plan's title")]
    MissingTitle,
    /// A goal, focus area or measure has a blank title, which would give an empty heading.
    #[error("{place} has no title: write one")]
    MissingHeading {
        /// Which one, such as `measure "boligdagen"`.
        place: String,
    },
    /// A chart has no text for those who cannot see it.
    #[error("the chart of goal {goal:?} has no alternative text: say in words what the chart shows")]
    MissingAlternative {
        /// The goal's key.
        goal: String,
    },
    /// A row of a data table has more or fewer cells than the table has columns.
    #[error("row {row} of the data table of goal {goal:?} has {found} cells, but the table has {wanted} columns")]
    UnevenTable {
        /// The goal's key.
        goal: String,
        /// The row, counted from 1.
        row: usize,
        /// Cells in the row.
        found: usize,
        /// Columns of the table.
        wanted: usize,
    },
    /// The adopted content of a revision cannot be read.
    #[error("revision {number} of the plan {plan:?} cannot be read: {fault}; restore it from a backup")]
    UnreadableRevision {
        /// The plan.
        plan: String,
        /// The number of the revision.
        number: u32,
        /// What the reader of JSON said.
        fault: String,
    },
    /// A revision's date that the PDF cannot carry (before year 0).
    #[error("{0} cannot be the date of a PDF")]
    NotADate(jiff::civil::Date),
    /// What typst said; one line for each fault.
    #[error("the plan could not be typeset: {0}")]
    Typesetting(String),
}
