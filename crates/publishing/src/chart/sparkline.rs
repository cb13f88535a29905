//! A small picture of a goal beside its sentence.

use super::Heading;
use super::area::Spot;
use super::canvas::{Anchor, Canvas};
use super::label::Row;
use super::mark::{Marker, Palette, Stroke, Tone};
use super::text::LINE_HEIGHT;
use super::{number, time};

const WIDTH: f64 = 400.0;
const HEIGHT: f64 = 104.0;
/// Room for markers and line ends.
const MARGIN: f64 = 7.0;

/// Where we are against the path, without axes: an ornament, since the sentence beside it says the same.
#[derive(Debug, Clone, PartialEq)]
pub struct Sparkline {
    heading: Heading,
    actual: Vec<(f64, f64)>,
    target: Vec<(f64, f64)>,
    label: String,
}

impl Sparkline {
    /// Points are a time as a decimal year and a value. The target may be empty.
    pub fn new(heading: Heading, actual: impl IntoIterator<Item = (f64, f64)>, target: impl IntoIterator<Item = (f64, f64)>) -> Self {
        Self {
            heading,
            actual: in_order(actual),
            target: in_order(target),
            label: String::new(),
        }
    }

    /// Words at the end of the path: "mål 2030".
    #[must_use]
    pub fn label(mut self, words: impl Into<String>) -> Self {
        self.label = words.into();
        self
    }

    /// What it shows.
    pub fn heading(&self) -> &Heading {
        &self.heading
    }

    /// For a web page; hidden from assistive technology.
    pub fn decoration(&self) -> String {
        self.drawing(Palette::Web)
    }

    /// For a page or a PDF, 400 by 104 units. An empty string where there is nothing to draw.
    pub fn drawing(&self, palette: Palette) -> String {
        let mut canvas = Canvas::new("", palette);
        if !self.draw_on(&mut canvas) {
            return String::new();
        }
        canvas.finish_ornament(WIDTH, HEIGHT)
    }

    pub(super) fn draw_on(&self, canvas: &mut Canvas) -> bool {
        let all = || self.actual.iter().chain(&self.target);
        let (Some(times), Some(values)) = (range(all().map(|point| point.0)), range(all().map(|point| point.1))) else {
            return false;
        };
        let top = if self.label.trim().is_empty() {
            MARGIN
        } else {
            LINE_HEIGHT + MARGIN
        };
        let share = |value: f64, (low, high): (f64, f64)| if high > low { (value - low) / (high - low) } else { 0.5 };
        let spot = |&(at, value): &(f64, f64)| Spot {
            x: share(at, times).mul_add(WIDTH - 2.0 * MARGIN, MARGIN),
            y: share(value, values).mul_add(top + MARGIN - HEIGHT, HEIGHT - MARGIN),
        };
        let path: Vec<Spot> = self.target.iter().map(spot).collect();
        let line: Vec<Spot> = self.actual.iter().map(spot).collect();
        canvas.polyline(
            &path,
            Stroke {
                tone: Tone::Ink,
                width: 2.0,
                dash: "9 5",
            },
        );
        canvas.polyline(&line, Stroke::solid(Tone::Accent, 3.0));
        if let Some(end) = line.last() {
            canvas.marker(*end, Marker::Dot, Tone::Accent);
        }
        let end = Spot {
            x: WIDTH - MARGIN,
            y: LINE_HEIGHT / 2.0,
        };
        canvas.text(
            end,
            Anchor::End,
            &Row::fitted(&self.label, WIDTH - 2.0 * MARGIN),
            Tone::Muted,
            false,
        );
        true
    }
}

fn in_order(points: impl IntoIterator<Item = (f64, f64)>) -> Vec<(f64, f64)> {
    let drawable = |(at, value): (f64, f64)| Some((time::drawable(at)?, number::drawable(value)?));
    let mut points: Vec<(f64, f64)> = points.into_iter().filter_map(drawable).collect();
    points.sort_by(|one, other| one.0.total_cmp(&other.0));
    points
}

fn range(values: impl Iterator<Item = f64>) -> Option<(f64, f64)> {
    values.fold(None, |range, value| match range {
        None => Some((value, value)),
        Some((low, high)) => Some((value.min(low), value.max(high))),
    })
}
