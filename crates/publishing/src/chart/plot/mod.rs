//! Draws a line chart.

mod frame;
mod names;
mod track;

use super::canvas::Canvas;
use super::key::{self, Item, Swatch};
use super::line::LineChart;
use super::mark::Palette;
use super::text::LINE_HEIGHT;
use super::{Size, time};
use frame::Frame;
use names::edge_labels;
use track::{Track, band_paint, band_points, tracks};

/// From the plot to the labels on its left and right, and below it.
const GAP: f64 = 10.0;

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
