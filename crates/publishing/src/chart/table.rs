//! A chart's data as a table.

/// What a page, a PDF or a mail prints beside a chart, all of it formatted. The first cell of a row names the row; an
/// empty cell means that there is no figure.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Table {
    /// What the table is about: the chart's finding.
    pub caption: String,
    /// The head of each column, that of the row names first.
    pub columns: Vec<String>,
    /// As many cells in each as there are columns.
    pub rows: Vec<Vec<String>>,
}
