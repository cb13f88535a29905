//! Writes the elements of one SVG drawing.

use std::fmt::Write as _;

use super::area::{Area, Spot};
use super::label::Row;
use super::mark::{Attributes, Fill, Marker, Paint, Palette, Stroke, Tone};
use super::text::{self, FONT_SIZE};
use super::{Heading, Size};

/// Which end of a text its place says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Anchor {
    Start,
    Middle,
    End,
}

/// A drawing while it is made. Later marks cover earlier ones.
pub(super) struct Canvas {
    palette: Palette,
    id: String,
    body: String,
    hatched: bool,
    /// Where each text stands, for the tests that none covers another.
    #[cfg(test)]
    pub(super) texts: Vec<(Area, String)>,
}

impl Canvas {
    /// `id` becomes the start of every identifier in the drawing.
    pub(super) fn new(id: &str, palette: Palette) -> Self {
        Self {
            palette,
            id: identifier(id),
            body: String::new(),
            hatched: false,
            #[cfg(test)]
            texts: Vec::new(),
        }
    }

    pub(super) fn line(&mut self, from: Spot, to: Spot, stroke: Stroke) {
        self.polyline(&[from, to], stroke);
    }

    /// An open line through the spots; nothing for fewer than two.
    pub(super) fn polyline(&mut self, spots: &[Spot], stroke: Stroke) {
        if spots.len() < 2 {
            return;
        }
        let attributes = Attributes::new(self.palette)
            .fill(None)
            .stroke(stroke)
            .with("stroke-linejoin", "round")
            .with("stroke-linecap", cap(stroke));
        self.push(&format!("<path d=\"{}\"{attributes}/>", track(spots)));
    }

    /// A closed surface.
    pub(super) fn surface(&mut self, spots: &[Spot], paint: Paint) {
        if spots.len() < 3 {
            return;
        }
        let attributes = self.paint(paint);
        self.push(&format!("<path d=\"{}Z\"{attributes}/>", track(spots)));
    }

    pub(super) fn rectangle(&mut self, area: Area, paint: Paint) {
        let attributes = self.paint(paint);
        let (x, y, width, height) = (units(area.left), units(area.top), units(area.width()), units(area.height()));
        self.push(&format!(
            "<rect x=\"{x}\" y=\"{y}\" width=\"{width}\" height=\"{height}\"{attributes}/>"
        ));
    }

    /// A point; a ring of paper round it keeps it apart from the line it stands on.
    pub(super) fn marker(&mut self, at: Spot, marker: Marker, tone: Tone) {
        let around = |corners: &[(f64, f64)]| corners.iter().map(|(x, y)| Spot { x: at.x + x, y: at.y + y }).collect::<Vec<_>>();
        let paint = Paint {
            fill: Fill::Tone(tone),
            outline: Some(Stroke::solid(Tone::Paper, 1.5)),
        };
        match marker {
            Marker::Dot => self.circle(at, 5.0, paint),
            Marker::Ring => self.circle(
                at,
                4.0,
                Paint {
                    fill: Fill::Tone(Tone::Paper),
                    outline: Some(Stroke::solid(tone, 2.0)),
                },
            ),
            Marker::Square => self.surface(&around(&[(-4.0, -4.0), (4.0, -4.0), (4.0, 4.0), (-4.0, 4.0)]), paint),
            Marker::Triangle => self.surface(&around(&[(0.0, -5.5), (5.0, 4.0), (-5.0, 4.0)]), paint),
            Marker::Diamond => self.surface(&around(&[(0.0, -5.5), (5.5, 0.0), (0.0, 5.5), (-5.5, 0.0)]), paint),
        }
    }

    fn circle(&mut self, at: Spot, radius: f64, paint: Paint) {
        let attributes = self.paint(paint);
        self.push(&format!(
            "<circle cx=\"{}\" cy=\"{}\" r=\"{}\"{attributes}/>",
            units(at.x),
            units(at.y),
            units(radius)
        ));
    }

    /// One row of text whose middle is at that height. `halo` where it may cross lines.
    pub(super) fn text(&mut self, at: Spot, anchor: Anchor, row: &Row, tone: Tone, halo: bool) {
        if row.is_empty() {
            return;
        }
        #[cfg(test)]
        self.texts.push((row_area(at, anchor, row), row.plain()));
        let mut attributes = Attributes::new(self.palette).fill(Some(tone));
        match anchor {
            Anchor::Start => {}
            Anchor::Middle => attributes = attributes.with("text-anchor", "middle"),
            Anchor::End => attributes = attributes.with("text-anchor", "end"),
        }
        if halo {
            attributes = attributes.halo();
        }
        let baseline = units(at.y + text::MIDDLE_TO_BASELINE);
        self.push(&format!(
            "<text x=\"{}\" y=\"{baseline}\"{attributes}>{}</text>",
            units(at.x),
            row.markup()
        ));
    }

    /// The drawing as a picture with its finding as name.
    pub(super) fn finish(self, heading: &Heading, size: Size, height: f64) -> String {
        let (title, description) = (escaped(&heading.title), escaped(&heading.description));
        let id = &self.id;
        let described = if description.is_empty() {
            String::new()
        } else {
            format!("<desc id=\"{id}-desc\">{description}</desc>")
        };
        let named = if description.is_empty() {
            format!("{id}-title")
        } else {
            format!("{id}-title {id}-desc")
        };
        let attributes = format!(
            " id=\"{id}\" lang=\"{}\" role=\"img\" aria-labelledby=\"{named}\"{}",
            heading.language.tag(),
            Attributes::new(self.palette)
                .class("vk-plot")
                .class(&format!("vk-plot--{}", size.name())),
        );
        self.element(
            &attributes,
            size.width(),
            height,
            &format!("<title id=\"{id}-title\">{title}</title>{described}"),
        )
    }

    /// The drawing as an ornament that assistive technology passes over: the words stand elsewhere.
    pub(super) fn finish_ornament(self, width: f64, height: f64) -> String {
        let class = Attributes::new(self.palette).class("vk-plot").class("vk-plot--spark");
        self.element(&format!(" aria-hidden=\"true\" focusable=\"false\"{class}"), width, height, "")
    }

    fn element(&self, attributes: &str, width: f64, height: f64, words: &str) -> String {
        let (width, height) = (units(width), units(height));
        let font = match self.palette {
            Palette::Web => String::new(),
            Palette::Print(_) => " font-family=\"Inter\"".to_owned(),
        };
        format!(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {width} {height}\" width=\"{width}\" height=\"{height}\" \
             font-size=\"{}\"{font}{attributes}>{words}{}{}</svg>",
            units(FONT_SIZE),
            self.definitions(),
            self.body,
        )
    }

    fn paint(&mut self, paint: Paint) -> Attributes {
        let mut attributes = Attributes::new(self.palette);
        attributes = match paint.fill {
            Fill::Tone(tone) => attributes.fill(Some(tone)),
            Fill::Hatched => {
                self.hatched = true;
                attributes.with("fill", &format!("url(#{}-hatched)", self.id))
            }
        };
        match paint.outline {
            Some(stroke) => attributes.stroke(stroke),
            None => attributes,
        }
    }

    fn definitions(&self) -> String {
        if !self.hatched {
            return String::new();
        }
        let ground = Attributes::new(self.palette).fill(Some(Tone::Paper));
        let line = Attributes::new(self.palette).fill(None).stroke(Stroke::solid(Tone::Accent, 1.5));
        format!(
            "<defs><pattern id=\"{}-hatched\" width=\"8\" height=\"8\" patternUnits=\"userSpaceOnUse\">\
             <rect width=\"8\" height=\"8\"{ground}/><path d=\"M-1 1 1-1M0 8 8 0M7 9 9 7\"{line}/></pattern></defs>",
            self.id
        )
    }

    fn push(&mut self, element: &str) {
        self.body.push_str(element);
    }
}

#[cfg(test)]
fn row_area(at: Spot, anchor: Anchor, row: &Row) -> Area {
    let width = row.width();
    let left = match anchor {
        Anchor::Start => at.x,
        Anchor::Middle => at.x - width / 2.0,
        Anchor::End => at.x - width,
    };
    Area {
        left,
        top: at.y - text::LINE_HEIGHT / 2.0,
        right: left + width,
        bottom: at.y + text::LINE_HEIGHT / 2.0,
    }
}

/// Dotted lines have round dots; the others end where the data end.
fn cap(stroke: Stroke) -> &'static str {
    if stroke.dash.starts_with("0.1 ") { "round" } else { "butt" }
}

fn track(spots: &[Spot]) -> String {
    let mut track = String::new();
    for (index, spot) in spots.iter().enumerate() {
        let step = if index == 0 { 'M' } else { 'L' };
        // Writing to a string cannot fail.
        let _ = write!(track, "{step}{} {}", units(spot.x), units(spot.y));
    }
    track
}

/// A length with at most two decimals: finer than any screen, and the same text everywhere.
pub(super) fn units(value: f64) -> String {
    let text = format!("{value:.2}");
    let text = text.trim_end_matches('0').trim_end_matches('.');
    if text == "-0" { "0".to_owned() } else { text.to_owned() }
}

/// Text as XML holds it.
pub(super) fn escaped(text: &str) -> String {
    let mut safe = String::with_capacity(text.len());
    for character in text::clean(text).chars() {
        match character {
            '&' => safe.push_str("&amp;"),
            '<' => safe.push_str("&lt;"),
            '>' => safe.push_str("&gt;"),
            '"' => safe.push_str("&quot;"),
            other => safe.push(other),
        }
    }
    safe
}

/// What may stand in an identifier; other characters by their number, so that different names stay different.
fn identifier(name: &str) -> String {
    let mut safe = String::new();
    for character in name.chars() {
        match character {
            'a'..='z' | 'A'..='Z' | '0'..='9' | '-' => safe.push(character),
            other => {
                let _ = write!(safe, "_{:x}_", u32::from(other));
            }
        }
    }
    // An identifier in XML begins with a letter.
    if safe.starts_with(|first: char| first.is_ascii_alphabetic()) {
        safe
    } else {
        format!("c_{safe}")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lengths_are_short_and_have_no_negative_nought() {
        assert_eq!(units(12.0), "12");
        assert_eq!(units(0.126), "0.13");
        assert_eq!(units(-0.001), "0");
        assert_eq!(units(100.0), "100");
    }

    #[test]
    fn identifiers_are_plain_and_stay_apart() {
        assert_eq!(identifier("innbyggere-1"), "innbyggere-1");
        assert_eq!(identifier("1"), "c_1");
        assert_ne!(identifier("mål"), identifier("mæl"));
        assert!(!identifier("a\" b").contains(['"', ' ']));
    }
}
