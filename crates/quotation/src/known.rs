//! What is known: lines of figures, and the facts that follow from them.

use jiff::civil::{Date, date};
use statistics::{Period, PeriodKind, Unit};

/// By which rule a number was made.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Definition {
    Official,
    Corrected,
}

/// What is counted: a unit as a whole, or one of the things by which it changes, such as the birth surplus.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Subject {
    pub unit: Unit,
    /// The words that name it where it is not the unit as a whole, in small letters.
    pub part: Vec<String>,
    /// Whose it is where it is not the programme's own, such as another municipality's name.
    pub place: Option<String>,
}

/// One line of figures through time.
#[derive(Debug, Clone)]
pub struct Line {
    /// The series' name, and with it the figure's address.
    pub series: String,
    pub subject: Subject,
    pub definition: Definition,
    /// False where the numbers are themselves what was added, such as a growth so far this year.
    pub stock: bool,
    /// Numbers only: what is missing is not known.
    pub points: Vec<(Period, f64)>,
    /// Numbers of earlier vintages that are no longer true.
    pub former: Vec<(Period, f64)>,
}

/// What a number says of its subject.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Said {
    /// How many there are, or how many came in a period.
    Count,
    /// By how many they became more; fewer is below zero.
    Growth,
    /// By how many per cent they became more.
    GrowthPercent,
}

/// The time of which a number speaks. Days are counted from their beginning: the end of June is 1 July.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum When {
    On(Date),
    /// From the beginning of the first day to the beginning of the second.
    Through(Date, Date),
}

impl When {
    /// A calendar year.
    pub fn year(year: i16) -> Self {
        Self::Through(date(year, 1, 1), date(year + 1, 1, 1))
    }

    /// The time of a figure of a series.
    pub fn of(period: Period, stock: bool) -> Self {
        let end = match period.kind() {
            PeriodKind::Day => return Self::On(period.first_day()),
            _ => period.last_day().tomorrow().unwrap_or(period.last_day()),
        };
        if stock && period.kind() != PeriodKind::Year {
            Self::On(end)
        } else {
            Self::Through(period.first_day(), end)
        }
    }

    /// A part of one calendar year that begins with it.
    pub fn is_year_to_date(self) -> bool {
        matches!(self, Self::Through(from, to) if from.month() == 1 && from.day() == 1 && to < date(from.year() + 1, 1, 1))
    }

    /// A whole calendar year.
    pub fn is_year(self) -> bool {
        matches!(self, Self::Through(from, _) if self == Self::year(from.year()))
    }
}

/// How a fact is known.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Origin {
    /// It stands in a series.
    Figure,
    /// The difference of two figures.
    Difference,
    /// A figure and what was added to it since.
    Sum,
    /// It stood in an earlier vintage, and was revised.
    Former,
}

/// One number that is true, or was.
#[derive(Debug, Clone, PartialEq)]
pub struct Fact {
    /// Which line's subject; equal numbers are equal subjects.
    pub subject: usize,
    pub said: Said,
    pub when: When,
    pub definition: Definition,
    pub origin: Origin,
    pub value: f64,
    /// Where it can be read: a series, and the period in it that comes closest.
    pub series: String,
    pub period: Period,
}

/// All facts.
#[derive(Debug, Clone)]
pub struct Known {
    subjects: Vec<Subject>,
    facts: Vec<Fact>,
    /// Names of the town itself.
    own: Vec<String>,
}

impl Known {
    /// Works out what follows from the lines. A corrected line counts where it is published; where it is not, the official
    /// one stands in its place, since nothing was corrected then.
    pub fn new(lines: &[Line], own: Vec<String>) -> Self {
        let mut subjects: Vec<Subject> = lines.iter().map(|line| line.subject.clone()).collect();
        subjects.sort();
        subjects.dedup();
        let mut facts = Vec::new();
        for (number, subject) in subjects.iter().enumerate() {
            let of = |stock: bool| lines.iter().filter(move |line| line.subject == *subject && line.stock == stock);
            for line in lines.iter().filter(|line| line.subject == *subject) {
                let said = if line.stock || !subject.part.is_empty() {
                    Said::Count
                } else {
                    Said::Growth
                };
                let told = |points: &[(Period, f64)], origin| {
                    points
                        .iter()
                        .map(|(period, value)| fact(number, line, said, *period, *value, origin))
                        .collect::<Vec<_>>()
                };
                facts.extend(told(&line.points, Origin::Figure));
                facts.extend(told(&line.former, Origin::Former));
            }
            let levels: Vec<Fact> = facts
                .iter()
                .filter(|fact| fact.subject == number && fact.said == Said::Count && fact.origin == Origin::Figure)
                .filter(|_| of(true).next().is_some())
                .cloned()
                .collect();
            facts.extend(differences(&levels));
            if subject.part.is_empty() {
                let added: Vec<Fact> = facts
                    .iter()
                    .filter(|fact| fact.subject == number && fact.said == Said::Growth && fact.origin == Origin::Figure)
                    .cloned()
                    .collect();
                facts.extend(sums(&levels, &added));
            }
        }
        Self { subjects, facts, own }
    }

    /// Names of other towns whose figures are known.
    pub(crate) fn places(&self) -> impl Iterator<Item = &str> {
        self.subjects.iter().filter_map(|subject| subject.place.as_deref())
    }

    pub(crate) fn own(&self) -> impl Iterator<Item = &str> {
        self.own.iter().map(String::as_str)
    }

    pub fn subjects(&self) -> &[Subject] {
        &self.subjects
    }

    pub fn facts(&self) -> &[Fact] {
        &self.facts
    }
}

fn fact(subject: usize, line: &Line, said: Said, period: Period, value: f64, origin: Origin) -> Fact {
    Fact {
        subject,
        said,
        when: When::of(period, line.stock),
        definition: line.definition,
        origin,
        value,
        series: line.series.clone(),
        period,
    }
}

/// Growth between any two of the levels, by each definition.
fn differences(levels: &[Fact]) -> Vec<Fact> {
    let mut found = Vec::new();
    for definition in [Definition::Official, Definition::Corrected] {
        if definition == Definition::Corrected && !levels.iter().any(|level| level.definition == definition) {
            continue;
        }
        let line = by_definition(levels, definition);
        for (place, from) in line.iter().enumerate() {
            for to in &line[place + 1..] {
                // both ends official: the official line has told it
                if definition == Definition::Corrected && from.definition == to.definition && from.definition != definition {
                    continue;
                }
                let when = When::Through(end(from.when), end(to.when));
                let grown = to.value - from.value;
                let source = if to.definition == definition { to } else { from };
                let told = |said, value| Fact {
                    said,
                    when,
                    value,
                    definition,
                    origin: Origin::Difference,
                    ..(*source).clone()
                };
                found.push(told(Said::Growth, grown));
                if from.value > 0.0 {
                    found.push(told(Said::GrowthPercent, 100.0 * grown / from.value));
                }
            }
        }
    }
    found
}

/// One level for each time, by the definition where there is one and else the official, in order of time.
fn by_definition(levels: &[Fact], definition: Definition) -> Vec<&Fact> {
    let mut line: Vec<&Fact> = levels
        .iter()
        .filter(|level| level.definition == Definition::Official || level.definition == definition)
        .collect();
    line.sort_by_key(|level| (level.when, level.definition != definition));
    line.dedup_by_key(|level| level.when);
    line
}

/// The level at the end of a period in which it is known what was added, and how many per cent that was.
fn sums(levels: &[Fact], added: &[Fact]) -> Vec<Fact> {
    let mut found = Vec::new();
    for growth in added {
        let When::Through(from, to) = growth.when else { continue };
        for level in levels.iter().filter(|level| level.when == When::On(from)) {
            let told = |said, when, value, origin| Fact {
                said,
                when,
                value,
                origin,
                definition: level.definition,
                ..growth.clone()
            };
            // where the level at the end is published, that is what is true
            let published = levels
                .iter()
                .any(|other| other.when == When::On(to) && other.definition == level.definition);
            if !published {
                found.push(told(Said::Count, When::On(to), level.value + growth.value, Origin::Sum));
            }
            if level.value > 0.0 {
                found.push(told(
                    Said::GrowthPercent,
                    growth.when,
                    100.0 * growth.value / level.value,
                    Origin::Sum,
                ));
            }
            found.push(told(Said::Growth, growth.when, growth.value, Origin::Figure));
        }
    }
    found
}

/// The day on which a time is over: the growth of jobs in 2022 is from those of 2021 to those of 2022.
fn end(when: When) -> Date {
    match when {
        When::On(day) | When::Through(_, day) => day,
    }
}

/// The first day of a time.
pub(crate) fn begin(when: When) -> Date {
    match when {
        When::On(day) | When::Through(day, _) => day,
    }
}
