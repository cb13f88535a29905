//! Charts as SVG: one renderer for pages, PDF and mail.
//!
//! A chart is plain data with its finding in words. [`Chart::svg`] draws it at one [`Size`] in one [`Palette`],
//! [`Chart::for_page`] at all sizes for the stylesheet to choose from, and [`Chart::table`] gives the same data as a
//! table. Words come from the caller; numbers are formatted here, in the chart's language.
//!
//! What holds for every chart, whatever is given to it:
//! - it is well-formed XML without scripts, styles or references to elsewhere, and the same for the same data;
//! - values that are not finite, or too large to be a figure of a town, are left out of the drawing;
//! - colour never carries a meaning alone: dashes, markers, outlines and words say the same;
//! - a label that finds no room beside what it names moves to a key below the drawing, and none covers another.
//!
//! ```
//! use programme::Language;
//! use publishing::chart::{Chart, Heading, Line, LineChart, LineKind, Palette, Size};
//!
//! let chart = LineChart::new(Heading::new(Language::Nb, "Folketallet er 294 under målbanen"))
//!     .line(Line::new(LineKind::Actual, "Offisielt folketall", [(2025.0, 29_011.0), (2026.0, 29_169.0)]))
//!     .line(Line::new(LineKind::Target, "Målbane", [(2025.0, 29_171.0), (2030.0, 30_660.0)]).with_value());
//! assert!(chart.svg("innbyggere", Size::Wide, Palette::Web).starts_with("<svg"));
//! assert_eq!(chart.table().rows.len(), 3);
//! ```

mod area;
mod bar_plot;
mod bars;
mod canvas;
mod key;
mod label;
mod line;
mod mark;
mod number;
mod place;
mod plot;
mod pyramid;
mod pyramid_plot;
mod scale;
mod sparkline;
mod table;
#[cfg(test)]
mod tests;
mod text;
mod time;

use programme::Language;

pub use bars::{Bar, BarChart, PartKind};
pub use line::{Band, BandKind, Line, LineChart, LineKind, Today};
pub use mark::Palette;
pub use number::NumberFormat;
pub use pyramid::{AgeGroup, Pyramid};
pub use sparkline::Sparkline;
pub use table::Table;

/// What a chart says in words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Heading {
    /// The language of every word in the chart, and of its numbers.
    pub language: Language,
    /// The finding: "Folketallet er 294 under målbanen, og avstanden øker". The accessible name of the picture.
    pub title: String,
    /// What the picture shows, for those who cannot see it. May be empty: the table says the rest.
    pub description: String,
}

impl Heading {
    /// A finding without a longer description.
    pub fn new(language: Language, title: impl Into<String>) -> Self {
        Self {
            language,
            title: title.into(),
            description: String::new(),
        }
    }

    /// The same with a description.
    #[must_use]
    pub fn describe(mut self, description: impl Into<String>) -> Self {
        self.description = description.into();
        self
    }
}

/// The sizes a chart is drawn at. The text is 14 units in each, so a drawing stays readable down to 0.86 of its size.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Size {
    /// 900 units wide: the column of a page, a landscape sheet.
    Wide,
    /// 620 units wide: a tablet, half a page, the text column of an A4 sheet.
    Medium,
    /// 330 units wide: a phone.
    Narrow,
}

impl Size {
    /// From the widest to the narrowest.
    pub const ALL: [Self; 3] = [Self::Wide, Self::Medium, Self::Narrow];

    /// In units of the drawing, which are CSS pixels when it is shown at its own size.
    pub fn width(self) -> f64 {
        match self {
            Self::Wide => 900.0,
            Self::Medium => 620.0,
            Self::Narrow => 330.0,
        }
    }

    /// Used in classes and identifiers.
    pub fn name(self) -> &'static str {
        match self {
            Self::Wide => "wide",
            Self::Medium => "medium",
            Self::Narrow => "narrow",
        }
    }
}

/// Something that can be drawn, and read as a table.
pub trait Chart {
    /// What it says.
    fn heading(&self) -> &Heading;

    /// One SVG element. `id` must be unique on the page; each size adds its own name to it.
    fn svg(&self, id: &str, size: Size, palette: Palette) -> String;

    /// The data, for a page, a PDF or a mail to print.
    fn table(&self) -> Table;

    /// All sizes for a web page, of which `chart.css` shows the one that fits the column.
    fn for_page(&self, id: &str) -> String {
        let drawings: String = Size::ALL.into_iter().map(|size| self.svg(id, size, Palette::Web)).collect();
        format!("<div class=\"vk-plots\">{drawings}</div>")
    }
}
