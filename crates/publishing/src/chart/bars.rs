//! Bars beside each other: who gave what, and how towns compare.

use super::mark::Palette;
use super::number::{self, NumberFormat};
use super::{Chart, Heading, Size, Table, bar_plot};

/// How a part of each bar looks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PartKind {
    /// There: in full colour.
    Solid,
    /// Promised, or others than the one in question: light with an outline.
    Light,
    /// Missing: hatched.
    Missing,
}

/// One bar.
#[derive(Debug, Clone, PartialEq)]
pub struct Bar {
    pub(super) name: String,
    pub(super) values: Vec<Option<f64>>,
    pub(super) own: bool,
}

impl Bar {
    /// The values are those of the chart's parts, in their order; plain numbers, or options where some are missing.
    pub fn new<V: Into<Option<f64>>>(name: impl Into<String>, values: impl IntoIterator<Item = V>) -> Self {
        let drawable = |value: V| value.into().and_then(number::drawable);
        Self {
            name: name.into(),
            values: values.into_iter().map(drawable).collect(),
            own: false,
        }
    }

    /// The bar that the chart is about: its name is bold, and where others are light it is in full colour.
    #[must_use]
    pub fn own(mut self) -> Self {
        self.own = true;
        self
    }
}

/// Bars that lie, in the order given, each with its name and value beside it. With several parts a bar is their sum.
#[derive(Debug, Clone, PartialEq)]
pub struct BarChart {
    pub(super) heading: Heading,
    pub(super) parts: Vec<(PartKind, String)>,
    pub(super) bars: Vec<Bar>,
    pub(super) number: NumberFormat,
    rows: String,
}

impl BarChart {
    /// Without bars yet; `rows` is what a bar stands for ("Kommune"), the head of the table's first column.
    pub fn new(heading: Heading, rows: impl Into<String>) -> Self {
        Self {
            heading,
            parts: Vec::new(),
            bars: Vec::new(),
            number: NumberFormat::Integer,
            rows: rows.into(),
        }
    }

    /// One more part of every bar, with its name: "Levert".
    #[must_use]
    pub fn part(mut self, kind: PartKind, name: impl Into<String>) -> Self {
        self.parts.push((kind, name.into()));
        self
    }

    /// One more bar, below the others.
    #[must_use]
    pub fn bar(mut self, bar: Bar) -> Self {
        self.bars.push(bar);
        self
    }

    /// How values are written.
    #[must_use]
    pub fn number(mut self, number: NumberFormat) -> Self {
        self.number = number;
        self
    }

    /// The value of a part of a bar; none where it has no figure.
    pub(super) fn value(bar: &Bar, part: usize) -> Option<f64> {
        bar.values.get(part).copied().flatten()
    }

    fn row(&self, bar: &Bar) -> Vec<String> {
        let exact = |value: f64| self.number.exact(self.heading.language, value);
        let cells = (0..self.parts.len()).map(|part| Self::value(bar, part).map_or_else(String::new, exact));
        std::iter::once(bar.name.clone()).chain(cells).collect()
    }
}

impl Chart for BarChart {
    fn heading(&self) -> &Heading {
        &self.heading
    }

    fn svg(&self, id: &str, size: Size, palette: Palette) -> String {
        bar_plot::draw(self, id, size, palette)
    }

    fn table(&self) -> Table {
        let parts = self.parts.iter().map(|(_, name)| name.clone());
        Table {
            caption: self.heading.title.clone(),
            columns: std::iter::once(self.rows.clone()).chain(parts).collect(),
            rows: self.bars.iter().map(|bar| self.row(bar)).collect(),
        }
    }
}
