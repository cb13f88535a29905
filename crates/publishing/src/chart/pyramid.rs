//! A town by sex and age.

use super::mark::Palette;
use super::number::{self, NumberFormat};
use super::{Chart, Heading, Size, Table, pyramid_plot};

/// One age or age group, with its count on the left and on the right.
#[derive(Debug, Clone, PartialEq)]
pub struct AgeGroup {
    pub(super) name: String,
    pub(super) now: [f64; 2],
    pub(super) then: Option<[f64; 2]>,
}

impl AgeGroup {
    /// "20–24" or "20"; what is no number, or below nought, counts as nobody.
    pub fn new(name: impl Into<String>, now: [f64; 2]) -> Self {
        Self {
            name: name.into(),
            now: now.map(people),
            then: None,
        }
    }

    /// The same group at an earlier time.
    #[must_use]
    pub fn then(mut self, then: [f64; 2]) -> Self {
        self.then = Some(then.map(people));
        self
    }
}

/// An age pyramid: the youngest at the foot, one sex on each side, and an earlier time as a line round it.
#[derive(Debug, Clone, PartialEq)]
pub struct Pyramid {
    pub(super) heading: Heading,
    pub(super) sides: [String; 2],
    pub(super) groups: Vec<AgeGroup>,
    pub(super) times: Option<[String; 2]>,
    ages: String,
}

impl Pyramid {
    /// `ages` is the head of the table's first column ("Alder"), `sides` the names of left and right ("Menn",
    /// "Kvinner"), and the groups come from the youngest on.
    pub fn new(heading: Heading, ages: impl Into<String>, sides: [&str; 2], groups: impl IntoIterator<Item = AgeGroup>) -> Self {
        Self {
            heading,
            sides: sides.map(str::to_owned),
            groups: groups.into_iter().collect(),
            times: None,
            ages: ages.into(),
        }
    }

    /// Names the time of the surfaces and that of the line round them: "2026", "2005".
    #[must_use]
    pub fn times(mut self, now: impl Into<String>, then: impl Into<String>) -> Self {
        self.times = Some([now.into(), then.into()]);
        self
    }

    fn columns(&self) -> Vec<String> {
        let mut columns = vec![self.ages.clone()];
        match &self.times {
            Some(times) => columns.extend(
                times
                    .iter()
                    .flat_map(|time| self.sides.iter().map(move |side| format!("{side} {time}"))),
            ),
            None => columns.extend(self.sides.clone()),
        }
        columns
    }

    fn row(&self, group: &AgeGroup) -> Vec<String> {
        let exact = |value: f64| NumberFormat::Integer.exact(self.heading.language, value);
        let mut row = vec![group.name.clone()];
        row.extend(group.now.map(exact));
        if self.times.is_some() {
            row.extend(group.then.map_or_else(|| [String::new(), String::new()], |then| then.map(exact)));
        }
        row
    }
}

impl Chart for Pyramid {
    fn heading(&self) -> &Heading {
        &self.heading
    }

    fn svg(&self, id: &str, size: Size, palette: Palette) -> String {
        pyramid_plot::draw(self, id, size, palette)
    }

    fn table(&self) -> Table {
        Table {
            caption: self.heading.title.clone(),
            columns: self.columns(),
            rows: self.groups.iter().map(|group| self.row(group)).collect(),
        }
    }
}

fn people(value: f64) -> f64 {
    number::drawable(value).map_or(0.0, |value| value.max(0.0))
}
