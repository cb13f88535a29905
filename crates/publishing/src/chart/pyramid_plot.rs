//! Draws an age pyramid.

use super::Size;
use super::area::{Area, Spot};
use super::canvas::{Anchor, Canvas};
use super::key::{self, Item, Swatch};
use super::label::Row;
use super::mark::{Fill, Paint, Palette, Stroke, Tone};
use super::number::NumberFormat;
use super::pyramid::{AgeGroup, Pyramid};
use super::scale::Scale;
use super::text::LINE_HEIGHT;

const GAP: f64 = 10.0;
/// Bars thinner than this stand without paper between them.
const THIN: f64 = 8.0;

/// The chart as an SVG element.
pub(super) fn draw(chart: &Pyramid, id: &str, size: Size, palette: Palette) -> String {
    let mut canvas = Canvas::new(&format!("{id}-{}", size.name()), palette);
    let height = draw_on(&mut canvas, chart, size);
    canvas.finish(&chart.heading, size, height)
}

/// Draws all of it and gives the height it needed.
pub(super) fn draw_on(canvas: &mut Canvas, chart: &Pyramid, size: Size) -> f64 {
    let Some(frame) = Frame::new(chart, size) else {
        return LINE_HEIGHT;
    };
    frame.draw_axes(canvas);
    for (place, group) in chart.groups.iter().enumerate() {
        for side in Side::BOTH {
            canvas.rectangle(frame.bar(place, group, side), side.paint());
        }
    }
    if chart.times.is_some() {
        for side in Side::BOTH {
            frame.draw_then(canvas, side);
        }
    }
    frame.draw_names(canvas);
    let top = frame.bottom + GAP + LINE_HEIGHT + 2.0;
    let items = key_items(chart);
    if items.is_empty() {
        return top;
    }
    top + GAP + key::draw(canvas, &items, top + GAP, size.width()) + 2.0
}

#[derive(Debug, Clone, Copy)]
enum Side {
    Left,
    Right,
}

impl Side {
    const BOTH: [Self; 2] = [Self::Left, Self::Right];

    fn of<T: Copy>(self, both: [T; 2]) -> T {
        both[self as usize]
    }

    /// The side itself tells the sexes apart; full colour and light with an outline say it again.
    fn paint(self) -> Paint {
        match self {
            Self::Left => Paint::flat(Tone::Accent),
            Self::Right => Paint {
                fill: Fill::Tone(Tone::Soft),
                outline: Some(Stroke::solid(Tone::Accent, 0.5)),
            },
        }
    }
}

struct Frame<'chart> {
    chart: &'chart Pyramid,
    /// Where the bars of each side begin.
    feet: [f64; 2],
    /// Where the longest bar of each side ends.
    ends: [f64; 2],
    most: f64,
    scale: Scale,
    top: f64,
    bottom: f64,
    width: f64,
}

impl<'chart> Frame<'chart> {
    fn new(chart: &'chart Pyramid, size: Size) -> Option<Self> {
        let values = chart
            .groups
            .iter()
            .flat_map(|group| group.now.into_iter().chain(group.then.unwrap_or_default()));
        let most = values.fold(0.0, f64::max);
        if chart.groups.is_empty() || most < 1e-9 {
            return None;
        }
        let (width, height, marks) = match size {
            // A pyramid as wide as a page would be a hill.
            Size::Wide => (700.0, 400.0, 5),
            Size::Medium => (620.0, 380.0, 5),
            Size::Narrow => (330.0, 340.0, 3),
        };
        let names = chart
            .groups
            .iter()
            .map(|group| Row::regular(&group.name).width())
            .fold(0.0, f64::max);
        let middle = (names + 2.0 * GAP).min(width / 3.0);
        let feet = [(width - middle) / 2.0, f64::midpoint(width, middle)];
        // Half a number of the axis stands outside the plot.
        let top = LINE_HEIGHT + GAP;
        Some(Self {
            chart,
            ends: [24.0, width - 24.0],
            most,
            scale: Scale::round((0.0, most), marks, 1.0, (0.0, 0.0)),
            feet,
            top,
            bottom: top + height,
            width,
        })
    }

    fn x(&self, side: Side, value: f64) -> f64 {
        let (foot, end) = (side.of(self.feet), side.of(self.ends));
        (value / self.most).mul_add(end - foot, foot)
    }

    fn step(&self) -> f64 {
        (self.bottom - self.top) / self.chart.groups.len() as f64
    }

    fn bar(&self, place: usize, group: &AgeGroup, side: Side) -> Area {
        let step = self.step();
        let paper = if step < THIN { 0.0 } else { 2.0 };
        let bottom = (place as f64).mul_add(-step, self.bottom);
        let (foot, end) = (side.of(self.feet), self.x(side, side.of(group.now)));
        Area {
            left: foot.min(end),
            top: bottom - step + paper,
            right: foot.max(end),
            bottom,
        }
    }

    fn draw_axes(&self, canvas: &mut Canvas) {
        for side in Side::BOTH {
            self.draw_marks(canvas, side);
            let foot = Spot {
                x: side.of(self.feet),
                y: LINE_HEIGHT / 2.0,
            };
            let name = Row::fitted(&self.chart.sides[side as usize], self.width / 2.0 - GAP);
            canvas.text(foot, side.of([Anchor::End, Anchor::Start]), &name, Tone::Ink, false);
        }
    }

    /// The marks with their numbers, of which those farther out have the first right to room.
    fn draw_marks(&self, canvas: &mut Canvas, side: Side) {
        let y = self.bottom + GAP + LINE_HEIGHT / 2.0;
        let mut taken = f64::INFINITY;
        for value in self.scale.marks.iter().rev().filter(|value| **value <= self.most) {
            let x = self.x(side, *value);
            canvas.line(Spot { x, y: self.top }, Spot { x, y: self.bottom }, Stroke::solid(Tone::Rule, 1.0));
            let row = Row::regular(&NumberFormat::Integer.on_axis(self.chart.heading.language, *value, self.scale.step));
            let half = row.width() / 2.0;
            let out = (side.of(self.feet) - x).abs();
            let (near, far) = (out - half, out + half);
            let inside = x - half >= 0.0 && x + half <= self.width;
            // Nought stands at the foot, where the ages are.
            if *value > 0.0 && near > 0.0 && far + GAP <= taken && inside {
                canvas.text(Spot { x, y }, Anchor::Middle, &row, Tone::Muted, false);
                taken = near;
            }
        }
    }

    /// As many ages as have room, the first of all among them.
    fn draw_names(&self, canvas: &mut Canvas) {
        let step = self.step();
        let every = [1, 2, 5, 10, 20, 50, 100]
            .into_iter()
            .find(|every| f64::from(*every) * step >= LINE_HEIGHT)
            .unwrap_or(200);
        let room = self.feet[1] - self.feet[0];
        for (place, group) in self.chart.groups.iter().enumerate().step_by(usize::try_from(every).unwrap_or(1)) {
            let y = (place as f64 + 0.5).mul_add(-step, self.bottom);
            let middle = f64::midpoint(self.feet[0], self.feet[1]);
            canvas.text(
                Spot { x: middle, y },
                Anchor::Middle,
                &Row::fitted(&group.name, room),
                Tone::Muted,
                false,
            );
        }
    }

    /// Stairs round the bars; open where a group has no earlier figure.
    fn draw_then(&self, canvas: &mut Canvas, side: Side) {
        let step = self.step();
        let mut stairs = Vec::new();
        for (place, group) in self.chart.groups.iter().enumerate() {
            let Some(then) = group.then else {
                draw_stairs(canvas, &stairs);
                stairs.clear();
                continue;
            };
            let (x, y) = (self.x(side, side.of(then)), (place as f64).mul_add(-step, self.bottom));
            stairs.extend([Spot { x, y }, Spot { x, y: y - step }]);
        }
        draw_stairs(canvas, &stairs);
    }
}

/// Paper round the line keeps it apart from dark bars.
fn draw_stairs(canvas: &mut Canvas, stairs: &[Spot]) {
    canvas.polyline(stairs, Stroke::solid(Tone::Paper, 4.0));
    canvas.polyline(stairs, THEN);
}

const THEN: Stroke = Stroke::solid(Tone::Ink, 1.5);

/// What the surfaces and the line round them are.
fn key_items(chart: &Pyramid) -> Vec<Item> {
    let Some([now, then]) = &chart.times else { return Vec::new() };
    let item = |swatch, name: &String| Item {
        swatch,
        name: name.clone(),
        value: String::new(),
    };
    vec![item(Swatch::Surface(Side::Left.paint()), now), item(Swatch::Line(THEN, None), then)]
}
