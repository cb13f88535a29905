//! The key below or above a drawing, for what could not be named where it stands.

use super::area::{Area, Spot};
use super::canvas::{Anchor, Canvas};
use super::label::Block;
use super::mark::{Marker, Paint, Stroke, Tone};

const SWATCH: f64 = 30.0;
const SWATCH_GAP: f64 = 8.0;
const GAP: f64 = 24.0;
const ROW_GAP: f64 = 4.0;

/// What the words stand beside.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) enum Swatch {
    Line(Stroke, Option<Marker>),
    Surface(Paint),
}

/// A mark and what it means.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Item {
    pub(super) swatch: Swatch,
    pub(super) name: String,
    /// May be empty.
    pub(super) value: String,
}

/// Draws the items in rows from a height on; gives the height they took, nought for none.
pub(super) fn draw(canvas: &mut Canvas, items: &[Item], top: f64, width: f64) -> f64 {
    let (mut left, mut row_top, mut row_height) = (0.0, top, 0.0_f64);
    for item in items {
        let words = Block::cut(&item.name, &item.value, width - SWATCH - SWATCH_GAP);
        let needed = SWATCH + SWATCH_GAP + words.width();
        if left > 0.0 && left + needed > width {
            row_top += row_height + ROW_GAP;
            (left, row_height) = (0.0, 0.0);
        }
        let text = Area {
            left: left + SWATCH + SWATCH_GAP,
            top: row_top,
            right: left + needed,
            bottom: row_top + words.height(),
        };
        swatch(
            canvas,
            item.swatch,
            Spot {
                x: left,
                y: row_top + super::text::LINE_HEIGHT / 2.0,
            },
        );
        words.draw(canvas, text, Anchor::Start, Tone::Ink, false);
        row_height = row_height.max(words.height());
        left += needed + GAP;
    }
    row_top + row_height - top
}

fn swatch(canvas: &mut Canvas, swatch: Swatch, start: Spot) {
    let middle = Spot {
        x: start.x + SWATCH / 2.0,
        y: start.y,
    };
    match swatch {
        Swatch::Line(stroke, marker) => {
            canvas.line(
                start,
                Spot {
                    x: start.x + SWATCH,
                    y: start.y,
                },
                stroke,
            );
            if let Some(marker) = marker {
                canvas.marker(middle, marker, stroke.tone);
            }
        }
        Swatch::Surface(paint) => {
            let area = Area {
                left: start.x + 1.0,
                top: start.y - 7.0,
                right: start.x + SWATCH - 1.0,
                bottom: start.y + 7.0,
            };
            canvas.rectangle(area, paint);
        }
    }
}
