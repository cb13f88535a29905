//! How a mark looks: tones, strokes, surfaces and markers, as attributes of an SVG element.

use std::fmt::Write as _;

use programme::Colour;

/// Where the drawing is shown, and so who decides its colours.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Palette {
    /// A web page: marks carry classes, and `chart.css` colours them for light, dark and paper.
    Web,
    /// A PDF or a mail: colours, made from the programme's own, and the font's name stand in the drawing, and nothing
    /// else is needed to show it.
    Print(Colour),
}

/// The weight of a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Weight {
    Regular,
    Bold,
}

/// A colour by what it is for. On the web each is a variable of `tokens.css`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Tone {
    Accent,
    Soft,
    Tint,
    OnAccent,
    Paper,
    Ink,
    Muted,
    Rule,
}

impl Tone {
    fn name(self) -> &'static str {
        match self {
            Self::Accent => "accent",
            Self::Soft => "soft",
            Self::Tint => "tint",
            Self::OnAccent => "on-accent",
            Self::Paper => "paper",
            Self::Ink => "ink",
            Self::Muted => "muted",
            Self::Rule => "rule",
        }
    }

    /// On white paper: text 4.5:1 and lines that mean something 3:1 at the least.
    fn on_paper(self, accent: Colour) -> String {
        match self {
            Self::Accent => accent.into(),
            Self::Soft => accent.mixed_with_white(0.58).into(),
            Self::Tint => accent.mixed_with_white(0.89).into(),
            Self::OnAccent | Self::Paper => "#ffffff".to_owned(),
            Self::Ink => "#1e2124".to_owned(),
            Self::Muted => "#55595e".to_owned(),
            Self::Rule => "#d2d5d8".to_owned(),
        }
    }
}

/// A line's tone, width in units and dashes (an SVG dash array; empty is solid).
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Stroke {
    pub(super) tone: Tone,
    pub(super) width: f64,
    pub(super) dash: &'static str,
}

impl Stroke {
    pub(super) const fn solid(tone: Tone, width: f64) -> Self {
        Self { tone, width, dash: "" }
    }
}

#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) enum Fill {
    Tone(Tone),
    /// Diagonal lines on paper: what is missing.
    Hatched,
}

/// How a surface is painted.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Paint {
    pub(super) fill: Fill,
    pub(super) outline: Option<Stroke>,
}

impl Paint {
    pub(super) const fn flat(tone: Tone) -> Self {
        Self {
            fill: Fill::Tone(tone),
            outline: None,
        }
    }
}

/// The shape of a point.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Marker {
    Dot,
    Ring,
    Square,
    Triangle,
    Diamond,
}

/// The attributes of one element, gathered so that its classes end up in one attribute.
pub(super) struct Attributes {
    palette: Palette,
    classes: Vec<String>,
    rest: String,
}

impl Attributes {
    pub(super) fn new(palette: Palette) -> Self {
        Self {
            palette,
            classes: Vec::new(),
            rest: String::new(),
        }
    }

    pub(super) fn class(mut self, name: &str) -> Self {
        if self.palette == Palette::Web {
            self.classes.push(name.to_owned());
        }
        self
    }

    pub(super) fn fill(mut self, tone: Option<Tone>) -> Self {
        match (tone, self.palette) {
            (None, _) => self.rest.push_str(" fill=\"none\""),
            (Some(tone), Palette::Web) => self.classes.push(format!("vk-fill-{}", tone.name())),
            (Some(tone), Palette::Print(accent)) => self.set("fill", &tone.on_paper(accent)),
        }
        self
    }

    pub(super) fn stroke(mut self, stroke: Stroke) -> Self {
        match self.palette {
            Palette::Web => self.classes.push(format!("vk-stroke-{}", stroke.tone.name())),
            Palette::Print(accent) => self.set("stroke", &stroke.tone.on_paper(accent)),
        }
        self.set("stroke-width", &super::canvas::units(stroke.width));
        if !stroke.dash.is_empty() {
            self.set("stroke-dasharray", stroke.dash);
        }
        self
    }

    /// Paper round the letters, so that they can be read across a thin line.
    pub(super) fn halo(self) -> Self {
        match self.palette {
            Palette::Web => self.class("vk-plot__halo"),
            Palette::Print(_) => self
                .stroke(Stroke::solid(Tone::Paper, 4.0))
                .with("paint-order", "stroke")
                .with("stroke-linejoin", "round"),
        }
    }

    pub(super) fn with(mut self, name: &str, value: &str) -> Self {
        self.set(name, value);
        self
    }

    fn set(&mut self, name: &str, value: &str) {
        // Writing to a string cannot fail.
        let _ = write!(self.rest, " {name}=\"{value}\"");
    }
}

impl std::fmt::Display for Attributes {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        if !self.classes.is_empty() {
            write!(formatter, " class=\"{}\"", self.classes.join(" "))?;
        }
        formatter.write_str(&self.rest)
    }
}
