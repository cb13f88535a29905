//! Lines over time: where we are, against where we wanted to be.

use std::collections::BTreeMap;

use programme::Language;

use super::mark::Palette;
use super::number::NumberFormat;
use super::{Chart, Heading, Size, Table, number, plot, time};

/// What a line is; says how it is drawn.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LineKind {
    /// The official figure: heavy, with a dot at its end and its last value.
    Actual,
    /// The figure by a rule of ours: dotted, with rings.
    Corrected,
    /// The path to the target: dashed.
    Target,
    /// What is expected, in the middle of its bands: thin.
    Forecast,
    /// Others to compare with: grey, each with markers of its own shape.
    Comparison,
}

/// One line. A point is a time as a decimal year and a value; the line has a gap where the value is missing.
#[derive(Debug, Clone, PartialEq)]
pub struct Line {
    pub(super) kind: LineKind,
    pub(super) name: String,
    pub(super) points: Vec<(f64, Option<f64>)>,
    pub(super) with_value: bool,
    pub(super) leaves: Option<(f64, f64)>,
}

impl Line {
    /// The values may be plain numbers, or options where some are missing. The order of the points does not matter.
    pub fn new<V: Into<Option<f64>>>(kind: LineKind, name: impl Into<String>, points: impl IntoIterator<Item = (f64, V)>) -> Self {
        let points = points
            .into_iter()
            .map(|(at, value)| (at, value.into().filter(|value| value.is_finite())));
        let mut points: Vec<(f64, Option<f64>)> = points.filter(|(at, _)| time::drawable(*at).is_some()).collect();
        points.sort_by(|one, other| one.0.total_cmp(&other.0));
        Self {
            kind,
            name: name.into(),
            points,
            with_value: kind == LineKind::Actual,
            leaves: None,
        }
    }

    /// Drawn from that point on, which is a point of another line: where a correction leaves what it corrects.
    #[must_use]
    pub fn leaving(mut self, (at, value): (f64, f64)) -> Self {
        self.leaves = time::drawable(at).zip(number::drawable(value));
        self
    }

    /// With its last value behind its name, as an actual line always has it.
    #[must_use]
    pub fn with_value(mut self) -> Self {
        self.with_value = true;
        self
    }
}

/// How much of what may happen a band holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum BandKind {
    /// Most of it (80 or 95 per cent): light.
    Outer,
    /// The likely middle (50 per cent): darker.
    Inner,
}

/// Between a low and a high value over time.
#[derive(Debug, Clone, PartialEq)]
pub struct Band {
    pub(super) kind: BandKind,
    pub(super) name: String,
    pub(super) points: Vec<(f64, f64, f64)>,
}

impl Band {
    /// Points are a time as a decimal year, a low and a high value; those that are no numbers are left out.
    pub fn new(kind: BandKind, name: impl Into<String>, points: impl IntoIterator<Item = (f64, f64, f64)>) -> Self {
        let drawable = |&(at, low, high): &(f64, f64, f64)| time::drawable(at).is_some() && low.is_finite() && high.is_finite();
        let points = points
            .into_iter()
            .filter(drawable)
            .map(|(at, low, high)| (at, low.min(high), low.max(high)));
        let mut points: Vec<(f64, f64, f64)> = points.collect();
        points.sort_by(|one, other| one.0.total_cmp(&other.0));
        Self {
            kind,
            name: name.into(),
            points,
        }
    }
}

/// The day that the chart is seen from.
#[derive(Debug, Clone, PartialEq)]
pub struct Today {
    /// As a decimal year.
    pub at: f64,
    /// "I dag", "mars 2020".
    pub label: String,
}

/// Lines, bands and the present day on one axis of time. The axis of values need not begin at nought; its labels say
/// where it begins.
#[derive(Debug, Clone, PartialEq)]
pub struct LineChart {
    pub(super) heading: Heading,
    pub(super) lines: Vec<Line>,
    pub(super) bands: Vec<Band>,
    pub(super) today: Option<Today>,
    pub(super) unit: String,
    pub(super) number: NumberFormat,
    years: Option<String>,
}

impl LineChart {
    /// Without lines yet; values are whole numbers.
    pub fn new(heading: Heading) -> Self {
        Self {
            heading,
            lines: Vec::new(),
            bands: Vec::new(),
            today: None,
            unit: String::new(),
            number: NumberFormat::Integer,
            years: None,
        }
    }

    /// One more line. Later ones cover earlier ones.
    #[must_use]
    pub fn line(mut self, line: Line) -> Self {
        self.lines.push(line);
        self
    }

    /// One more band, behind all lines and over the bands added earlier: outer ones come first.
    #[must_use]
    pub fn band(mut self, band: Band) -> Self {
        self.bands.push(band);
        self
    }

    /// Marks the present day as a decimal year.
    #[must_use]
    pub fn today(mut self, at: f64, label: impl Into<String>) -> Self {
        self.today = Some(Today { at, label: label.into() });
        self
    }

    /// What is counted, above the axis of values: "innbyggere".
    #[must_use]
    pub fn unit(mut self, unit: impl Into<String>) -> Self {
        self.unit = unit.into();
        self
    }

    /// How values are written.
    #[must_use]
    pub fn number(mut self, number: NumberFormat) -> Self {
        self.number = number;
        self
    }

    /// The table names its rows by year under that head ("År"), not by date: for figures of whole years.
    #[must_use]
    pub fn by_year(mut self, head: impl Into<String>) -> Self {
        self.years = Some(head.into());
        self
    }

    fn language(&self) -> Language {
        self.heading.language
    }

    /// The cells of each time, by the order of the time.
    fn cells(&self) -> BTreeMap<u64, (f64, Vec<String>)> {
        let columns = self.lines.len() + self.bands.len();
        let exact = |value: f64| self.number.exact(self.language(), value);
        let lines = self.lines.iter().enumerate().flat_map(|(column, line)| {
            line.points
                .iter()
                .map(move |&(at, value)| (column, at, value.map_or_else(String::new, exact)))
        });
        let bands = self.bands.iter().enumerate().flat_map(|(place, band)| {
            let column = self.lines.len() + place;
            band.points
                .iter()
                .map(move |&(at, low, high)| (column, at, format!("{}–{}", exact(low), exact(high))))
        });
        let mut rows = BTreeMap::new();
        for (column, at, text) in lines.chain(bands) {
            // Times are positive, so their bits are in their order.
            let (_, cells) = rows.entry(at.to_bits()).or_insert_with(|| (at, vec![String::new(); columns]));
            if let Some(cell) = cells.get_mut(column).filter(|_| !text.is_empty()) {
                // Two figures of one day: both are data.
                *cell = if cell.is_empty() { text } else { format!("{cell}; {text}") };
            }
        }
        rows
    }
}

impl Chart for LineChart {
    fn heading(&self) -> &Heading {
        &self.heading
    }

    fn svg(&self, id: &str, size: Size, palette: Palette) -> String {
        plot::draw(self, id, size, palette)
    }

    fn table(&self) -> Table {
        let cells = self.cells();
        let years = self.years.is_some() && cells.values().all(|(at, _)| time::is_whole(*at));
        let head = self.years.clone().unwrap_or_else(|| crate::say!(self.language(), "date"));
        let names = self
            .lines
            .iter()
            .map(|line| &line.name)
            .chain(self.bands.iter().map(|band| &band.name));
        let row = |(at, cells): (f64, Vec<String>)| {
            let mut row = vec![time::row_name(self.language(), at, years)];
            row.extend(cells);
            row
        };
        Table {
            caption: self.heading.title.clone(),
            columns: std::iter::once(head).chain(names.cloned()).collect(),
            rows: cells.into_values().map(row).collect(),
        }
    }
}
