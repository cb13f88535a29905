//! Text in rows, before it has a place.

use super::area::{Area, Spot};
use super::canvas::{Anchor, Canvas, escaped};
use super::mark::{Tone, Weight};
use super::text::{self, LINE_HEIGHT};

/// One row: a part in regular and a part in bold weight, each of which may be empty.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) struct Row {
    regular: String,
    bold: String,
}

impl Row {
    pub(super) fn regular(words: &str) -> Self {
        Self {
            regular: text::clean(words),
            bold: String::new(),
        }
    }

    pub(super) fn bold(words: &str) -> Self {
        Self {
            regular: String::new(),
            bold: text::clean(words),
        }
    }

    fn both(words: &str, value: &str) -> Self {
        Self {
            regular: text::clean(words),
            bold: text::clean(value),
        }
    }

    /// The row cut to a room.
    pub(super) fn fitted(words: &str, room: f64) -> Self {
        Self {
            regular: text::fitted(&text::clean(words), room, Weight::Regular),
            bold: String::new(),
        }
    }

    pub(super) fn is_empty(&self) -> bool {
        self.regular.is_empty() && self.bold.is_empty()
    }

    pub(super) fn width(&self) -> f64 {
        let space = if self.regular.is_empty() || self.bold.is_empty() {
            0.0
        } else {
            text::width(" ", Weight::Regular)
        };
        text::width(&self.regular, Weight::Regular) + space + text::width(&self.bold, Weight::Bold)
    }

    pub(super) fn markup(&self) -> String {
        let bold = if self.bold.is_empty() {
            String::new()
        } else {
            format!("<tspan font-weight=\"600\">{}</tspan>", escaped(&self.bold))
        };
        let space = if self.regular.is_empty() || bold.is_empty() { "" } else { " " };
        format!("{}{space}{bold}", escaped(&self.regular))
    }

    #[cfg(test)]
    pub(super) fn plain(&self) -> String {
        format!("{} {}", self.regular, self.bold)
    }
}

/// Rows under each other.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) struct Block {
    rows: Vec<Row>,
}

impl Block {
    /// Everything on one row.
    pub(super) fn on_one_row(name: &str, value: &str) -> Self {
        Self {
            rows: vec![Row::both(name, value)],
        }
    }

    /// The name over at most two rows and the value after it, or `None` where that needs more room. Nothing is cut.
    pub(super) fn within(name: &str, value: &str, room: f64) -> Option<Self> {
        let single = Row::both(name, value);
        if single.width() <= room {
            return Some(Self { rows: vec![single] });
        }
        let name = text::clean(name);
        let names = text::wrapped(&name, room, Weight::Regular, 2);
        let whole = names.join(" ") == name.split_whitespace().collect::<Vec<_>>().join(" ");
        if !whole || text::width(&text::clean(value), Weight::Bold) > room {
            return None;
        }
        let mut rows: Vec<Row> = names.iter().map(|row| Row::regular(row)).collect();
        let joined = names.last().map(|last| Row::both(last, value)).filter(|row| row.width() <= room);
        match joined {
            Some(row) => {
                rows.pop();
                rows.push(row);
            }
            None => rows.push(Row::bold(value)),
        }
        rows.retain(|row| !row.is_empty());
        Some(Self { rows })
    }

    /// The text over at most so many rows, cut with an ellipsis where it must.
    pub(super) fn wrapped(words: &str, room: f64, most_rows: usize) -> Self {
        let rows = text::wrapped(&text::clean(words), room, Weight::Regular, most_rows);
        Self {
            rows: rows.iter().map(|row| Row::regular(row)).collect(),
        }
    }

    /// As [`Self::within`], cut where it must.
    pub(super) fn cut(name: &str, value: &str, room: f64) -> Self {
        Self::within(name, value, room).unwrap_or_else(|| {
            let mut block = Self::wrapped(name, room, 2);
            if !value.is_empty() {
                block.rows.push(Row::bold(&text::fitted(&text::clean(value), room, Weight::Bold)));
            }
            block
        })
    }

    pub(super) fn width(&self) -> f64 {
        self.rows.iter().map(Row::width).fold(0.0, f64::max)
    }

    pub(super) fn height(&self) -> f64 {
        self.rows.len() as f64 * LINE_HEIGHT
    }

    pub(super) fn draw(&self, canvas: &mut Canvas, area: Area, anchor: Anchor, tone: Tone, halo: bool) {
        let x = match anchor {
            Anchor::Start => area.left,
            Anchor::Middle => f64::midpoint(area.left, area.right),
            Anchor::End => area.right,
        };
        for (index, row) in self.rows.iter().enumerate() {
            let y = (index as f64 + 0.5).mul_add(LINE_HEIGHT, area.top);
            canvas.text(Spot { x, y }, anchor, row, tone, halo);
        }
    }
}
