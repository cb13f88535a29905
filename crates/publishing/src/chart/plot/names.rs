//! Names beside their lines: at the right edge where the line reaches it, else where there is room along it.

use super::GAP;
use super::frame::{Frame, TodayMark};
use super::track::{Track, band_points, rank};
use crate::chart::area::{Area, Spot};
use crate::chart::canvas::{Anchor, Canvas};
use crate::chart::label::Block;
use crate::chart::line::Band;
use crate::chart::mark::{Stroke, Tone};
use crate::chart::place::{self, Field};
use crate::chart::text::LINE_HEIGHT;
use crate::chart::{LineChart, Size};

/// Between two names at the right edge.
const EDGE_GAP: f64 = 3.0;

impl Frame {
    /// Names the lines; gives the numbers of those that had no room.
    pub(super) fn draw_names(&self, canvas: &mut Canvas, chart: &LineChart, tracks: &[Track], edge: Vec<(usize, Block)>) -> Vec<usize> {
        let mut named = self.draw_edge_names(canvas, tracks, edge);
        let mut field = self.field(chart, tracks);
        for track in tracks.iter().filter(|track| !track.runs.is_empty()) {
            if !named.contains(&track.number) && self.draw_name(canvas, track, &mut field) {
                named.push(track.number);
            }
        }
        tracks
            .iter()
            .map(|track| track.number)
            .filter(|number| !named.contains(number))
            .collect()
    }

    fn draw_edge_names(&self, canvas: &mut Canvas, tracks: &[Track], mut edge: Vec<(usize, Block)>) -> Vec<usize> {
        let end_of = |number: usize| {
            tracks
                .iter()
                .find(|track| track.number == number)
                .and_then(Track::last)
                .map(|end| self.spot(end))
        };
        edge.sort_by(|one, other| {
            let height = |number| end_of(number).map_or(0.0, |end| end.y);
            height(one.0).total_cmp(&height(other.0))
        });
        // The last to be kept is the first to go.
        let rank = |number: usize| {
            tracks
                .iter()
                .find(|track| track.number == number)
                .map_or(0, |track| rank(track.kind))
        };
        loop {
            let wanted: Vec<(f64, f64)> = edge
                .iter()
                .map(|(number, block)| (end_of(*number).map_or(0.0, |end| end.y), block.height() + EDGE_GAP))
                .collect();
            let half = LINE_HEIGHT / 2.0;
            if let Some(tops) = place::spread(&wanted, self.plot.top - half, self.plot.bottom + half + EDGE_GAP) {
                for ((number, block), top) in edge.iter().zip(tops) {
                    let tone = tracks
                        .iter()
                        .find(|track| track.number == *number)
                        .map_or(Tone::Ink, |track| track.look.label);
                    self.draw_edge_name(canvas, block, top + EDGE_GAP / 2.0, end_of(*number), tone);
                }
                return edge.iter().map(|(number, _)| *number).collect();
            }
            let Some(least) = (0..edge.len()).max_by_key(|&index| (rank(edge[index].0), index)) else {
                return Vec::new();
            };
            edge.remove(least);
        }
    }

    fn draw_edge_name(&self, canvas: &mut Canvas, block: &Block, top: f64, end: Option<Spot>, tone: Tone) {
        let left = self.plot.right + GAP + 2.0;
        let area = Area {
            left,
            top,
            right: left + block.width(),
            bottom: top + block.height(),
        };
        if let Some(end) = end.filter(|end| (f64::midpoint(area.top, area.bottom) - end.y).abs() > LINE_HEIGHT / 2.0) {
            let start = Spot { x: end.x + 2.0, y: end.y };
            canvas.line(
                start,
                Spot {
                    x: left - 3.0,
                    y: f64::midpoint(area.top, area.bottom),
                },
                Stroke::solid(Tone::Muted, 1.0),
            );
        }
        block.draw(canvas, area, Anchor::Start, tone, false);
    }

    /// Name and value at the end of the line; or the value there and the name along the line; first off bands and the
    /// present day, then across them.
    fn draw_name(&self, canvas: &mut Canvas, track: &Track, field: &mut Field) -> bool {
        let spots: Vec<Spot> = self.spots(&track.runs.concat()).into_iter().rev().collect();
        let end = spots.get(..1).unwrap_or_default();
        let mut put = |spots: &[Spot], name: &str, value: &str, keep_off: bool| {
            let blocks = shapes(name, value);
            let found = field.place(track.number, spots, &blocks, keep_off);
            if let Some((block, area, anchor)) = found {
                block.draw(canvas, area, anchor, track.look.label, true);
            }
            found.is_some()
        };
        if track.value.is_empty() {
            return put(&spots, &track.name, "", true) || put(&spots, &track.name, "", false);
        }
        if put(end, &track.name, &track.value, true) {
            return true;
        }
        let value = put(end, "", &track.value, true) || put(end, "", &track.value, false);
        value && (put(&spots, &track.name, "", true) || put(&spots, &track.name, "", false))
    }

    /// All marks in the plot, for names to keep off.
    fn field(&self, chart: &LineChart, tracks: &[Track]) -> Field {
        let mut field = Field::new(Area {
            right: self.plot.right + 2.0,
            ..self.plot
        });
        for track in tracks {
            for run in track
                .runs
                .iter()
                .map(Vec::as_slice)
                .chain(track.lead.iter().map(<[_; 2]>::as_slice))
            {
                let spots = self.spots(run);
                for pair in spots.windows(2) {
                    field.add_piece(track.number, (pair[0], pair[1]));
                }
                if let [single] = spots.as_slice() {
                    field.add_piece(track.number, (*single, *single));
                }
            }
            let spots = self.spots(&track.runs.concat());
            for spot in track.look.markers(&spots) {
                field.take(
                    Area {
                        left: spot.x,
                        top: spot.y,
                        right: spot.x,
                        bottom: spot.y,
                    }
                    .grown(2.0),
                );
            }
        }
        if let Some(TodayMark { x, .. }) = self.today {
            field.add_soft((Spot { x, y: self.plot.top }, Spot { x, y: self.plot.bottom }));
        }
        for band in &chart.bands {
            self.keep_off_band(&mut field, band);
        }
        field
    }

    /// Upright pieces so close that no label fits between them.
    fn keep_off_band(&self, field: &mut Field, band: &Band) {
        let points: Vec<(f64, f64, f64)> = band_points(band).collect();
        for pair in points.windows(2) {
            let [one, other] = pair else { continue };
            let steps = ((self.x(other.0) - self.x(one.0)) / 12.0).ceil().clamp(1.0, 100.0);
            for step in 0..=steps as usize {
                let share = step as f64 / steps;
                let between = |from: f64, to: f64| share.mul_add(to - from, from);
                let x = self.x(between(one.0, other.0));
                let y = |value: f64| self.scale.place(value);
                let piece = (
                    Spot {
                        x,
                        y: y(between(one.1, other.1)),
                    },
                    Spot {
                        x,
                        y: y(between(one.2, other.2)),
                    },
                );
                field.add_soft(piece);
            }
        }
    }
}

/// A name and a value on one row, or on two or three.
fn shapes(name: &str, value: &str) -> Vec<Block> {
    let narrow = [110.0, 70.0].into_iter().filter_map(|room| Block::within(name, value, room));
    let mut shapes: Vec<Block> = std::iter::once(Block::on_one_row(name, value)).chain(narrow).collect();
    shapes.dedup();
    shapes
}

/// The names of the lines that reach the right edge, each with the number of its line, where they fit beside it.
pub(super) fn edge_labels(tracks: &[Track], last_time: f64, size: Size) -> Vec<(usize, Block)> {
    let room = match size {
        Size::Wide => 210.0,
        Size::Medium => 150.0,
        Size::Narrow => 84.0,
    };
    let label = |track: &Track| {
        let (at, _) = track.last()?;
        let named = !(track.name.trim().is_empty() && track.value.is_empty());
        // Half a per cent of the width would still be taken for the edge.
        let block = (at >= last_time - 1e-3 && named).then(|| Block::within(&track.name, &track.value, room))??;
        Some((track.number, block))
    };
    tracks.iter().filter_map(label).collect()
}
