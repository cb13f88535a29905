//! Draws bars.

use super::Size;
use super::area::{Area, Spot};
use super::bars::{Bar, BarChart, PartKind};
use super::canvas::{Anchor, Canvas};
use super::key::{self, Item, Swatch};
use super::label::{Block, Row};
use super::mark::{Fill, Paint, Palette, Stroke, Tone, Weight};
use super::text::{self, LINE_HEIGHT};

/// The thickness of a bar.
const BAR: f64 = 22.0;
/// From one bar with its name to the next.
const GAP: f64 = 12.0;
/// From a bar to its name or value, and within it from its edge to the value of a part.
const BESIDE: f64 = 8.0;
/// A part that is there is seen, however small.
const LEAST: f64 = 1.5;

/// The chart as an SVG element.
pub(super) fn draw(chart: &BarChart, id: &str, size: Size, palette: Palette) -> String {
    let mut canvas = Canvas::new(&format!("{id}-{}", size.name()), palette);
    let height = draw_on(&mut canvas, chart, size);
    canvas.finish(&chart.heading, size, height)
}

/// Draws all of it and gives the height it needed.
pub(super) fn draw_on(canvas: &mut Canvas, chart: &BarChart, size: Size) -> f64 {
    if chart.bars.is_empty() || chart.parts.is_empty() {
        return LINE_HEIGHT;
    }
    let items = key_items(chart);
    let key = key::draw(canvas, &items, 0.0, size.width());
    let frame = Frame::new(chart, size);
    let mut top = if key > 0.0 { key + 2.0 * GAP } else { 0.0 };
    let first = top;
    for bar in &chart.bars {
        top = frame.draw_bar(canvas, bar, top) + GAP;
    }
    // On a phone names stand between the bars, and each bar has its own piece of the line.
    if size != Size::Narrow {
        frame.draw_zero(canvas, first, top - GAP);
    }
    top - GAP + 6.0
}

/// Where bars begin and how long they are.
struct Frame<'chart> {
    chart: &'chart BarChart,
    size: Size,
    names: f64,
    zero: f64,
    /// What the value beside a bar has.
    room: f64,
    /// Units of the drawing for one of the values.
    unit: f64,
}

impl<'chart> Frame<'chart> {
    fn new(chart: &'chart BarChart, size: Size) -> Self {
        let names = if size == Size::Narrow {
            // There the name stands above its bar.
            0.0
        } else {
            let most = size.width() * 0.4;
            let widths = chart.bars.iter().map(|bar| text::width(&text::clean(&bar.name), Weight::Bold));
            widths.map(|width| width.min(most)).fold(0.0, f64::max) + BESIDE
        };
        let (low, high) = chart
            .bars
            .iter()
            .map(|bar| ends(chart, bar))
            .fold((0.0, 0.0), |all: (f64, f64), bar| (all.0.min(bar.0), all.1.max(bar.1)));
        // Half of what names leave, less the shortest bars and what stands round them.
        let most_beside = (size.width() - names - 60.0) / 2.0 - BESIDE;
        let room = |chosen: &dyn Fn(&Bar) -> bool| {
            let labels = chart
                .bars
                .iter()
                .filter(|bar| chosen(bar))
                .map(|bar| value_row(chart, bar, most_beside).width() + BESIDE);
            labels.fold(0.0, f64::max)
        };
        let (before, after) = (room(&|bar| ends(chart, bar).0 < 0.0), room(&|bar| ends(chart, bar).0 >= 0.0));
        // Parts that would be too short to see are lengthened.
        let margin = LEAST * chart.parts.len() as f64;
        let length = (size.width() - names - before - after - 2.0 * margin).max(40.0);
        // What is next to nothing has no length, and no scale could show it.
        let unit = if high - low > 1e-9 { length / (high - low) } else { 0.0 };
        Self {
            chart,
            size,
            names,
            room: most_beside,
            zero: (-low).mul_add(unit, names + before + margin),
            unit,
        }
    }

    fn draw_zero(&self, canvas: &mut Canvas, top: f64, bottom: f64) {
        let at = |y| Spot { x: self.zero, y };
        canvas.line(at(top - 4.0), at(bottom + 4.0), Stroke::solid(Tone::Muted, 1.0));
    }

    /// Gives the height at which it ends.
    fn draw_bar(&self, canvas: &mut Canvas, bar: &Bar, top: f64) -> f64 {
        let top = self.draw_name(canvas, bar, top);
        let (mut up, mut down) = (self.zero, self.zero);
        for (part, (kind, _)) in self.chart.parts.iter().enumerate() {
            let Some(value) = BarChart::value(bar, part).filter(|value| *value != 0.0) else {
                continue;
            };
            let length = (value * self.unit).abs().max(LEAST);
            let (left, right) = if value > 0.0 { (up, up + length) } else { (down - length, down) };
            (up, down) = (up.max(right), down.min(left));
            let area = Area {
                left,
                top,
                right,
                bottom: top + BAR,
            };
            self.draw_part(canvas, bar, *kind, area, value);
        }
        let row = value_row(self.chart, bar, self.room);
        let y = top + BAR / 2.0;
        if down < self.zero {
            canvas.text(Spot { x: down - BESIDE, y }, Anchor::End, &row, Tone::Ink, false);
        } else {
            canvas.text(Spot { x: up + BESIDE, y }, Anchor::Start, &row, Tone::Ink, false);
        }
        if self.size == Size::Narrow {
            self.draw_zero(canvas, top + 3.0, top + BAR - 3.0);
        }
        top + BAR
    }

    /// Gives the height at which the bar begins.
    fn draw_name(&self, canvas: &mut Canvas, bar: &Bar, top: f64) -> f64 {
        let room = if self.size == Size::Narrow {
            self.size.width()
        } else {
            self.names - BESIDE
        };
        let weight = if bar.own { Weight::Bold } else { Weight::Regular };
        let name = text::fitted(&text::clean(&bar.name), room, weight);
        let row = if bar.own { Row::bold(&name) } else { Row::regular(&name) };
        if self.size == Size::Narrow {
            canvas.text(
                Spot {
                    x: 0.0,
                    y: top + LINE_HEIGHT / 2.0,
                },
                Anchor::Start,
                &row,
                Tone::Ink,
                false,
            );
            return top + LINE_HEIGHT + 2.0;
        }
        let end = Spot {
            x: self.names - BESIDE,
            y: top + BAR / 2.0,
        };
        canvas.text(end, Anchor::End, &row, Tone::Ink, false);
        top
    }

    /// A part with its own value in it, where it is one of several and there is room.
    fn draw_part(&self, canvas: &mut Canvas, bar: &Bar, kind: PartKind, area: Area, value: f64) {
        let kind = if bar.own && self.chart.parts.len() == 1 {
            PartKind::Solid
        } else {
            kind
        };
        canvas.rectangle(area, paint(kind));
        let label = Block::on_one_row(&self.chart.number.short(self.chart.heading.language, value), "");
        if self.chart.parts.len() < 2 || kind == PartKind::Missing || label.width() + 2.0 * BESIDE > area.width() {
            return;
        }
        let tone = if kind == PartKind::Solid { Tone::OnAccent } else { Tone::Ink };
        let middle = f64::midpoint(area.left, area.right);
        let place = Area {
            left: middle - label.width() / 2.0,
            right: middle + label.width() / 2.0,
            top: area.top + (BAR - LINE_HEIGHT) / 2.0,
            bottom: area.bottom,
        };
        label.draw(canvas, place, Anchor::Middle, tone, false);
    }
}

/// How far a bar reaches to both sides of nought.
fn ends(chart: &BarChart, bar: &Bar) -> (f64, f64) {
    values(chart, bar).fold(
        (0.0, 0.0),
        |(low, high), value| {
            if value < 0.0 { (low + value, high) } else { (low, high + value) }
        },
    )
}

/// The figures of a bar that are parts of the chart.
fn values(chart: &BarChart, bar: &Bar) -> impl Iterator<Item = f64> {
    (0..chart.parts.len()).filter_map(|part| BarChart::value(bar, part))
}

/// What stands beside a bar: the sum of its parts, or a dash where there is no figure.
fn value_row(chart: &BarChart, bar: &Bar, room: f64) -> Row {
    match values(chart, bar).reduce(|sum, value| sum + value) {
        Some(sum) => Row::bold(&text::fitted(&chart.number.short(chart.heading.language, sum), room, Weight::Bold)),
        None => Row::regular("–"),
    }
}

fn paint(kind: PartKind) -> Paint {
    let outline = Some(Stroke::solid(Tone::Accent, 1.0));
    match kind {
        PartKind::Solid => Paint::flat(Tone::Accent),
        PartKind::Light => Paint {
            fill: Fill::Tone(Tone::Soft),
            outline,
        },
        PartKind::Missing => Paint {
            fill: Fill::Hatched,
            outline,
        },
    }
}

/// What the parts mean; one part needs no key, its title says it.
fn key_items(chart: &BarChart) -> Vec<Item> {
    let items = chart.parts.iter().map(|(kind, name)| Item {
        swatch: Swatch::Surface(paint(*kind)),
        name: name.clone(),
        value: String::new(),
    });
    if chart.parts.len() < 2 { Vec::new() } else { items.collect() }
}
