//! Draws a line chart.

use super::area::{Area, Spot};
use super::canvas::{Anchor, Canvas};
use super::key::{self, Item, Swatch};
use super::label::{Block, Row};
use super::line::{BandKind, LineChart, LineKind};
use super::mark::{Fill, Marker, Paint, Palette, Stroke, Tone};
use super::number;
use super::place::{self, Field};
use super::scale::Scale;
use super::text::LINE_HEIGHT;
use super::{Size, time};

/// From the plot to the labels on its left and right, and below it.
const GAP: f64 = 10.0;
/// Between two names at the right edge.
const EDGE_GAP: f64 = 3.0;
/// A line with more points than this shows its markers at its end only.
const MOST_MARKERS: usize = 16;

/// How a line looks.
#[derive(Clone, Copy)]
struct Look {
    stroke: Stroke,
    marker: Option<Marker>,
    at_every_point: bool,
    label: Tone,
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

    fn markers<'spots>(&self, spots: &'spots [Spot]) -> &'spots [Spot] {
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
struct Track {
    number: usize,
    kind: LineKind,
    look: Look,
    name: String,
    value: String,
    runs: Vec<Vec<(f64, f64)>>,
    /// From a point of another line to the first of its own.
    lead: Option<[(f64, f64); 2]>,
}

impl Track {
    fn points(&self) -> impl Iterator<Item = (f64, f64)> {
        self.runs.iter().flatten().chain(self.lead.iter().flatten()).copied()
    }

    fn last(&self) -> Option<(f64, f64)> {
        self.runs.last().and_then(|run| run.last()).copied()
    }
}

/// The chart as an SVG element.
pub(super) fn draw(chart: &LineChart, id: &str, size: Size, palette: Palette) -> String {
    let mut canvas = Canvas::new(&format!("{id}-{}", size.name()), palette);
    let height = draw_on(&mut canvas, chart, size);
    canvas.finish(&chart.heading, size, height)
}

/// Draws all of it and gives the height it needed.
pub(super) fn draw_on(canvas: &mut Canvas, chart: &LineChart, size: Size) -> f64 {
    let tracks = tracks(chart);
    let (Some(times), Some(values)) = (times(chart, &tracks), values(chart, &tracks)) else {
        return LINE_HEIGHT;
    };
    let edge = edge_labels(&tracks, times.1, size);
    let frame = Frame::new(chart, size, times, values, &edge);
    frame.draw_axes(canvas);
    frame.draw_bands(canvas, chart);
    for track in &tracks {
        frame.draw_line(canvas, track);
    }
    let unnamed = frame.draw_names(canvas, chart, &tracks, edge);
    let items = key_items(chart, &tracks, &unnamed);
    let top = frame.plot.bottom + GAP + LINE_HEIGHT;
    if items.is_empty() {
        return top + 2.0;
    }
    top + 12.0 + key::draw(canvas, &items, top + 12.0, size.width()) + 2.0
}

fn tracks(chart: &LineChart) -> Vec<Track> {
    let mut comparisons = 0;
    let track = |(number, line): (usize, &super::Line)| {
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
fn band_points(band: &super::Band) -> impl Iterator<Item = (f64, f64, f64)> {
    let drawable = |&&(_, low, high): &&(f64, f64, f64)| number::drawable(low).is_some() && number::drawable(high).is_some();
    band.points.iter().filter(drawable).copied()
}

/// First and last time of all that is drawn; a single moment gets half a year on each side.
fn times(chart: &LineChart, tracks: &[Track]) -> Option<(f64, f64)> {
    let lines = tracks.iter().flat_map(|track| track.points().map(|(at, _)| at));
    let bands = chart.bands.iter().flat_map(|band| band_points(band).map(|(at, _, _)| at));
    let data: Vec<f64> = lines.chain(bands).collect();
    // Today alone is nothing to draw.
    let (low, high) = ends(data.iter().copied())?;
    let today = chart.today.iter().filter_map(|today| time::drawable(today.at));
    let (low, high) = ends(today.chain([low, high]))?;
    Some(if high - low < 1e-3 { (low - 0.5, high + 0.5) } else { (low, high) })
}

fn values(chart: &LineChart, tracks: &[Track]) -> Option<(f64, f64)> {
    let lines = tracks.iter().flat_map(|track| track.points().map(|(_, value)| value));
    let bands = chart
        .bands
        .iter()
        .flat_map(|band| band_points(band).flat_map(|(_, low, high)| [low, high]));
    ends(lines.chain(bands))
}

fn ends(values: impl Iterator<Item = f64>) -> Option<(f64, f64)> {
    values.fold(None, |ends, value| match ends {
        None => Some((value, value)),
        Some((low, high)) => Some((value.min(low), value.max(high))),
    })
}

/// The names of the lines that reach the right edge, each with the number of its line, where they fit beside it.
fn edge_labels(tracks: &[Track], last_time: f64, size: Size) -> Vec<(usize, Block)> {
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

/// The plot and its scales.
struct Frame {
    plot: Area,
    right: f64,
    times: (f64, f64),
    scale: Scale,
    marks: Vec<(f64, String)>,
    value_labels: Vec<(f64, Row)>,
    today: Option<TodayMark>,
    unit: Row,
}

/// The present day's line, and its label with the middle as near to the line as the drawing allows.
struct TodayMark {
    x: f64,
    middle: f64,
    row: Row,
}

impl Frame {
    fn new(chart: &LineChart, size: Size, times: (f64, f64), values: (f64, f64), edge: &[(usize, Block)]) -> Self {
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

    fn x(&self, at: f64) -> f64 {
        ((at - self.times.0) / (self.times.1 - self.times.0)).mul_add(self.plot.width(), self.plot.left)
    }

    fn spot(&self, (at, value): (f64, f64)) -> Spot {
        Spot {
            x: self.x(at),
            y: self.scale.place(value),
        }
    }

    fn spots(&self, run: &[(f64, f64)]) -> Vec<Spot> {
        run.iter().map(|&point| self.spot(point)).collect()
    }

    fn draw_axes(&self, canvas: &mut Canvas) {
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

    fn draw_bands(&self, canvas: &mut Canvas, chart: &LineChart) {
        for band in &chart.bands {
            let lows = band_points(band).map(|(at, low, _)| self.spot((at, low)));
            let mut outline: Vec<Spot> = band_points(band).map(|(at, _, high)| self.spot((at, high))).collect();
            let mut lows: Vec<Spot> = lows.collect();
            lows.reverse();
            outline.extend(lows);
            canvas.surface(&outline, band_paint(band.kind));
        }
    }

    fn draw_line(&self, canvas: &mut Canvas, track: &Track) {
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

    /// Names the lines; gives the numbers of those that had no room.
    fn draw_names(&self, canvas: &mut Canvas, chart: &LineChart, tracks: &[Track], edge: Vec<(usize, Block)>) -> Vec<usize> {
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
    fn keep_off_band(&self, field: &mut Field, band: &super::Band) {
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

/// The middle of a text of that width, moved so that the text stays between nought and the end.
fn kept_inside(middle: f64, width: f64, end: f64) -> f64 {
    middle.min(end - width / 2.0).max(width / 2.0)
}

/// The lower, the more a name belongs beside its line.
fn rank(kind: LineKind) -> usize {
    match kind {
        LineKind::Actual => 0,
        LineKind::Target => 1,
        LineKind::Forecast => 2,
        LineKind::Corrected => 3,
        LineKind::Comparison => 4,
    }
}

fn band_paint(kind: BandKind) -> Paint {
    let tone = match kind {
        BandKind::Outer => Tone::Tint,
        BandKind::Inner => Tone::Soft,
    };
    Paint {
        fill: Fill::Tone(tone),
        outline: Some(Stroke::solid(Tone::Soft, 1.0)),
    }
}

/// Lines without a name beside them, and every band with its last values.
fn key_items(chart: &LineChart, tracks: &[Track], unnamed: &[usize]) -> Vec<Item> {
    let lines = tracks
        .iter()
        .filter(|track| unnamed.contains(&track.number) && !track.runs.is_empty())
        .map(|track| Item {
            swatch: Swatch::Line(track.look.stroke, track.look.marker),
            name: track.name.clone(),
            value: track.value.clone(),
        });
    let bands = chart.bands.iter().filter_map(|band| {
        let (_, low, high) = band_points(band).last()?;
        let short = |value: f64| chart.number.short(chart.heading.language, value);
        Some(Item {
            swatch: Swatch::Surface(band_paint(band.kind)),
            name: band.name.clone(),
            value: format!("{}–{}", short(low), short(high)),
        })
    });
    lines.chain(bands).collect()
}
