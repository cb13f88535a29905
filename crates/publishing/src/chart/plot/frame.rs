//! The plot with its scales and axes, and the marks in it.

use super::GAP;
use super::track::{Track, band_paint, band_points};
use crate::chart::area::{Area, Spot};
use crate::chart::canvas::{Anchor, Canvas};
use crate::chart::label::{Block, Row};
use crate::chart::mark::{Marker, Stroke, Tone};
use crate::chart::scale::Scale;
use crate::chart::text::LINE_HEIGHT;
use crate::chart::{LineChart, Size, time};

/// The plot and its scales.
pub(super) struct Frame {
    pub(super) plot: Area,
    pub(super) right: f64,
    pub(super) times: (f64, f64),
    pub(super) scale: Scale,
    pub(super) marks: Vec<(f64, String)>,
    pub(super) value_labels: Vec<(f64, Row)>,
    pub(super) today: Option<TodayMark>,
    pub(super) unit: Row,
}

/// The present day's line, and its label with the middle as near to the line as the drawing allows.
pub(super) struct TodayMark {
    pub(super) x: f64,
    pub(super) middle: f64,
    pub(super) row: Row,
}

impl Frame {
    pub(super) fn new(chart: &LineChart, size: Size, times: (f64, f64), values: (f64, f64), edge: &[(usize, Block)]) -> Self {
        let language = chart.heading.language;
        let (height, most_marks) = match size {
            Size::Wide => (330.0, 6),
            Size::Medium => (290.0, 6),
            Size::Narrow => (250.0, 5),
        };
        let scale = Scale::round(values, most_marks, chart.number.smallest_step(), (0.0, 0.0));
        let label = |value: f64| Row::fitted(&chart.number.on_axis(language, value, scale.step), size.width() / 4.0);
        let value_labels: Vec<(f64, Row)> = scale.marks.iter().map(|&value| (value, label(value))).collect();
        let left = value_labels.iter().map(|(_, row)| row.width()).fold(24.0, f64::max) + GAP;
        let beside = edge.iter().map(|(_, block)| block.width()).fold(0.0, f64::max);
        // Half a label of the axis of time always has room.
        let right = size.width() - if beside > 0.0 { beside + GAP + 2.0 } else { 44.0 };
        let unit = Row::fitted(&chart.unit, size.width());
        let today = chart.today.as_ref().and_then(|today| {
            let at = time::drawable(today.at)?;
            let row = Row::fitted(&today.label, size.width());
            let x = ((at - times.0) / (times.1 - times.0)).mul_add(right - left, left);
            Some(TodayMark {
                x,
                middle: kept_inside(x, row.width(), size.width()),
                row,
            })
        });
        let apart = today
            .as_ref()
            .is_none_or(|today| today.middle - today.row.width() / 2.0 > unit.width() + 2.0 * GAP);
        let rows = match (unit.is_empty(), &today) {
            (true, None) => 0,
            (false, Some(_)) if !apart => 2,
            _ => 1,
        };
        let top = if rows == 0 {
            LINE_HEIGHT / 2.0 + 1.0
        } else {
            f64::from(rows).mul_add(LINE_HEIGHT, 11.0)
        };
        let plot = Area {
            left,
            top,
            right,
            bottom: top + height,
        };
        let marks = time::marks(language, times.0, times.1, plot.width());
        Self {
            plot,
            right: size.width(),
            times,
            scale: scale.between(plot.bottom, plot.top),
            marks,
            value_labels,
            today,
            unit,
        }
    }

    pub(super) fn x(&self, at: f64) -> f64 {
        ((at - self.times.0) / (self.times.1 - self.times.0)).mul_add(self.plot.width(), self.plot.left)
    }

    pub(super) fn spot(&self, (at, value): (f64, f64)) -> Spot {
        Spot {
            x: self.x(at),
            y: self.scale.place(value),
        }
    }

    pub(super) fn spots(&self, run: &[(f64, f64)]) -> Vec<Spot> {
        run.iter().map(|&point| self.spot(point)).collect()
    }

    pub(super) fn draw_axes(&self, canvas: &mut Canvas) {
        let plot = self.plot;
        for (value, row) in &self.value_labels {
            let y = self.scale.place(*value);
            canvas.line(Spot { x: plot.left, y }, Spot { x: plot.right, y }, Stroke::solid(Tone::Rule, 1.0));
            canvas.text(Spot { x: plot.left - GAP, y }, Anchor::End, row, Tone::Muted, false);
        }
        canvas.line(
            Spot {
                x: plot.left,
                y: plot.bottom,
            },
            Spot {
                x: plot.right,
                y: plot.bottom,
            },
            Stroke::solid(Tone::Muted, 1.0),
        );
        for (at, name) in &self.marks {
            let x = self.x(*at);
            canvas.line(
                Spot { x, y: plot.bottom },
                Spot { x, y: plot.bottom + 5.0 },
                Stroke::solid(Tone::Muted, 1.0),
            );
            self.draw_time(canvas, x, name);
        }
        canvas.text(
            Spot {
                x: 0.0,
                y: LINE_HEIGHT / 2.0,
            },
            Anchor::Start,
            &self.unit,
            Tone::Muted,
            false,
        );
        self.draw_today(canvas);
    }

    /// A label of the axis of time, in the middle under its mark or as near as the drawing allows.
    fn draw_time(&self, canvas: &mut Canvas, x: f64, name: &str) {
        let row = Row::fitted(name, self.right);
        let x = kept_inside(x, row.width(), self.right);
        canvas.text(
            Spot {
                x,
                y: self.plot.bottom + GAP + LINE_HEIGHT / 2.0,
            },
            Anchor::Middle,
            &row,
            Tone::Muted,
            false,
        );
    }

    fn draw_today(&self, canvas: &mut Canvas) {
        let Some(today) = &self.today else { return };
        let row = self.plot.top - 11.0 - LINE_HEIGHT / 2.0;
        let (head, foot) = (
            Spot {
                x: today.x,
                y: self.plot.top - 9.0,
            },
            Spot {
                x: today.x,
                y: self.plot.bottom,
            },
        );
        canvas.line(
            head,
            foot,
            Stroke {
                tone: Tone::Muted,
                width: 1.0,
                dash: "2 3",
            },
        );
        canvas.text(Spot { x: today.middle, y: row }, Anchor::Middle, &today.row, Tone::Muted, false);
    }

    pub(super) fn draw_bands(&self, canvas: &mut Canvas, chart: &LineChart) {
        for band in &chart.bands {
            let lows = band_points(band).map(|(at, low, _)| self.spot((at, low)));
            let mut outline: Vec<Spot> = band_points(band).map(|(at, _, high)| self.spot((at, high))).collect();
            let mut lows: Vec<Spot> = lows.collect();
            lows.reverse();
            outline.extend(lows);
            canvas.surface(&outline, band_paint(band.kind));
        }
    }

    pub(super) fn draw_line(&self, canvas: &mut Canvas, track: &Track) {
        let runs: Vec<Vec<Spot>> = track.runs.iter().map(|run| self.spots(run)).collect();
        if let Some(lead) = &track.lead {
            canvas.polyline(&self.spots(lead), track.look.stroke);
        }
        for run in &runs {
            canvas.polyline(run, track.look.stroke);
            // A value between two gaps has no line and would not be seen.
            if let ([single], None) = (run.as_slice(), track.look.marker) {
                canvas.marker(*single, Marker::Dot, track.look.stroke.tone);
            }
        }
        if let Some(marker) = track.look.marker {
            let all: Vec<Spot> = runs.concat();
            let chosen = track.look.markers(&all);
            let single = runs.iter().filter(|run| run.len() == 1).flatten();
            for spot in single.filter(|spot| !chosen.contains(spot)).chain(chosen) {
                canvas.marker(*spot, marker, track.look.stroke.tone);
            }
        }
    }
}

/// The middle of a text of that width, moved so that the text stays between nought and the end.
fn kept_inside(middle: f64, width: f64, end: f64) -> f64 {
    middle.min(end - width / 2.0).max(width / 2.0)
}
