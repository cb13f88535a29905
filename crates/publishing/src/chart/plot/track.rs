//! Lines made ready to be drawn, and how each kind of line and band looks.

use crate::chart::area::Spot;
use crate::chart::line::{Band, BandKind, LineChart, LineKind};
use crate::chart::mark::{Fill, Marker, Paint, Stroke, Tone};
use crate::chart::{Line, number};

/// A line with more points than this shows its markers at its end only.
const MOST_MARKERS: usize = 16;

/// How a line looks.
#[derive(Clone, Copy)]
pub(super) struct Look {
    pub(super) stroke: Stroke,
    pub(super) marker: Option<Marker>,
    pub(super) at_every_point: bool,
    pub(super) label: Tone,
}

impl Look {
    /// `place` counts the lines of comparison, which differ by marker and dashes.
    fn of(kind: LineKind, place: usize) -> Self {
        let line = |tone, width, dash| Stroke { tone, width, dash };
        let plain = |stroke, label| Self {
            stroke,
            marker: None,
            at_every_point: false,
            label,
        };
        match kind {
            LineKind::Actual => Self {
                marker: Some(Marker::Dot),
                ..plain(line(Tone::Accent, 3.0, ""), Tone::Accent)
            },
            LineKind::Corrected => Self {
                marker: Some(Marker::Ring),
                at_every_point: true,
                ..plain(line(Tone::Accent, 2.5, "0.1 5"), Tone::Accent)
            },
            LineKind::Target => plain(line(Tone::Ink, 2.0, "9 5"), Tone::Ink),
            LineKind::Forecast => plain(line(Tone::Accent, 1.75, ""), Tone::Accent),
            LineKind::Comparison => {
                let marker = [Marker::Square, Marker::Triangle, Marker::Diamond][place % 3];
                let dash = ["", "10 3 2 3", "4 3"][place / 3 % 3];
                Self {
                    marker: Some(marker),
                    at_every_point: true,
                    ..plain(line(Tone::Muted, 1.75, dash), Tone::Muted)
                }
            }
        }
    }

    pub(super) fn markers<'spots>(&self, spots: &'spots [Spot]) -> &'spots [Spot] {
        let from = if self.at_every_point && spots.len() <= MOST_MARKERS {
            0
        } else {
            spots.len().saturating_sub(1)
        };
        if self.marker.is_some() {
            spots.get(from..).unwrap_or_default()
        } else {
            &[]
        }
    }
}

/// A line made ready: its drawable points in runs without gaps, as data first and then as places.
pub(super) struct Track {
    pub(super) number: usize,
    pub(super) kind: LineKind,
    pub(super) look: Look,
    pub(super) name: String,
    pub(super) value: String,
    pub(super) runs: Vec<Vec<(f64, f64)>>,
    /// From a point of another line to the first of its own.
    pub(super) lead: Option<[(f64, f64); 2]>,
}

impl Track {
    pub(super) fn points(&self) -> impl Iterator<Item = (f64, f64)> {
        self.runs.iter().flatten().chain(self.lead.iter().flatten()).copied()
    }

    pub(super) fn last(&self) -> Option<(f64, f64)> {
        self.runs.last().and_then(|run| run.last()).copied()
    }
}

pub(super) fn tracks(chart: &LineChart) -> Vec<Track> {
    let mut comparisons = 0;
    let track = |(number, line): (usize, &Line)| {
        let look = Look::of(line.kind, comparisons);
        comparisons += usize::from(line.kind == LineKind::Comparison);
        let runs: Vec<Vec<(f64, f64)>> = line
            .points
            .split(|(_, value)| value.and_then(number::drawable).is_none())
            .filter(|run| !run.is_empty())
            .map(|run| run.iter().map(|&(at, value)| (at, value.unwrap_or_default())).collect())
            .collect();
        let last = runs.last().and_then(|run| run.last());
        let value = last
            .filter(|_| line.with_value)
            .map(|&(_, value)| chart.number.short(chart.heading.language, value));
        Track {
            number,
            kind: line.kind,
            look,
            name: line.name.clone(),
            value: value.unwrap_or_default(),
            lead: line
                .leaves
                .zip(runs.first().and_then(|run| run.first()))
                .map(|(from, first)| [from, *first]),
            runs,
        }
    };
    chart.lines.iter().enumerate().map(track).collect()
}

/// The points of a band that can be drawn.
pub(super) fn band_points(band: &Band) -> impl Iterator<Item = (f64, f64, f64)> {
    let drawable = |&&(_, low, high): &&(f64, f64, f64)| number::drawable(low).is_some() && number::drawable(high).is_some();
    band.points.iter().filter(drawable).copied()
}

/// The lower, the more a name belongs beside its line.
pub(super) fn rank(kind: LineKind) -> usize {
    match kind {
        LineKind::Actual => 0,
        LineKind::Target => 1,
        LineKind::Forecast => 2,
        LineKind::Corrected => 3,
        LineKind::Comparison => 4,
    }
}

pub(super) fn band_paint(kind: BandKind) -> Paint {
    let tone = match kind {
        BandKind::Outer => Tone::Tint,
        BandKind::Inner => Tone::Soft,
    };
    Paint {
        fill: Fill::Tone(tone),
        outline: Some(Stroke::solid(Tone::Soft, 1.0)),
    }
}
