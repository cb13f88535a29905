//! How a mark looks: the weight of text and the palette of a drawing.

/// Where the drawing is shown, and so who decides its colours.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Palette {
    /// A web page: marks carry classes, and `chart.css` colours them for light, dark and paper.
    Web,
    /// A PDF or a mail: colours stand in the drawing, and nothing else is needed to show it.
    Print,
}

/// The weight of a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Weight {
    Regular,
    Bold,
}
