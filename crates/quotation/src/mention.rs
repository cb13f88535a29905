//! What a number in a text is said to be: of what, of when, by which definition.

use jiff::civil::date;
use statistics::Unit;

use crate::known::{Definition, Known, Said, When, begin};
use crate::plain::{Char, place, plain};
use crate::scan::{Number, Time, Token, scan, tokens};
use crate::words::{self, begins};

/// A number, and what the text says of it.
#[derive(Debug, Clone, PartialEq)]
pub struct Mention {
    /// Line and column in the text, from 1.
    pub line: usize,
    pub column: usize,
    pub written: String,
    pub value: f64,
    /// One in the last place that was written.
    pub last_place: f64,
    /// Place among the known subjects; none where the text speaks of something else.
    pub subject: Option<usize>,
    pub said: Said,
    /// The times that are meant, where the text names one: a growth «from 2019 to 2023» may be counted from either end of a year.
    pub whens: Vec<When>,
    /// The time stands with the number, and not only before it in the text.
    pub dated: bool,
    /// It is about a year that is not over.
    pub so_far: bool,
    /// It is said to hold now.
    pub now: bool,
    pub definition: Option<Definition>,
}

/// Everything that a place in a text takes over from what stands before it.
#[derive(Debug, Clone, Default)]
struct Context {
    unit: Option<Unit>,
    growth: bool,
    when: Option<When>,
    definition: Option<Definition>,
}

/// Reads all numbers of a text that could be figures.
pub(crate) fn mentions(text: &str, known: &Known) -> Vec<Mention> {
    let chars = plain(text);
    let mut found = Vec::new();
    let (mut heading, mut before) = (Context::default(), Context::default());
    let mut columns: Vec<Context> = Vec::new();
    for block in blocks(&chars) {
        match block {
            Block::Gap => {
                before = Context::default();
                columns.clear();
            }
            Block::Heading(from, to) => {
                let sentence = Sentence::of(&chars[from..to], known);
                found.extend(sentence.read(&Context::default(), text));
                heading = sentence.context(&Context::default());
                before = Context::default();
                columns.clear();
            }
            Block::Row(from, to) => {
                let cells = cells(&chars[from..to]);
                let told: Vec<Sentence<'_>> = cells
                    .iter()
                    .map(|(begin, end)| Sentence::of(&chars[from + begin..from + end], known))
                    .collect();
                if told.iter().all(|cell| cell.numbers.is_empty()) {
                    // a row without numbers names the columns; the line beneath it in Markdown says nothing
                    if told
                        .iter()
                        .any(|cell| !cell.times.is_empty() || cell.tokens.iter().any(|token| token.text.chars().any(char::is_alphabetic)))
                    {
                        columns = told.iter().map(|cell| cell.context(&heading)).collect();
                    }
                    continue;
                }
                let mut row = Context::default();
                for (place, cell) in told.iter().enumerate() {
                    let column = columns.get(place).cloned().unwrap_or_else(|| heading.clone());
                    let around = row.over(&column);
                    found.extend(cell.read(&around, text));
                    row = cell.context(&Context::default()).over(&row);
                }
            }
            Block::Sentence(from, to) => {
                let sentence = Sentence::of(&chars[from..to], known);
                let around = before.over(&heading);
                found.extend(sentence.read(&around, text));
                before = sentence.context(&Context::default()).over(&before);
            }
        }
    }
    found
}

impl Context {
    /// What stands here, and where nothing does what stands behind it.
    fn over(&self, behind: &Self) -> Self {
        Self {
            unit: self.unit.or(behind.unit),
            growth: self.growth || self.unit.is_none() && behind.growth,
            when: self.when.or(behind.when),
            definition: self.definition.or(behind.definition),
        }
    }
}

/// Parts of a text, by places among its characters.
enum Block {
    Gap,
    Heading(usize, usize),
    Row(usize, usize),
    Sentence(usize, usize),
}

fn blocks(chars: &[Char]) -> Vec<Block> {
    let mut found = Vec::new();
    let mut paragraph: Option<(usize, usize)> = None;
    let mut begin = 0;
    while begin < chars.len() {
        let end = (begin..chars.len()).find(|at| chars[*at].char == '\n').unwrap_or(chars.len());
        let line: String = chars[begin..end].iter().map(|char| char.char).collect();
        let trimmed = line.trim_start();
        let starts = trimmed.starts_with(|char: char| char.is_ascii_digit() || "-*+•·".contains(char));
        let row = line.matches('|').count() >= 2;
        if (trimmed.is_empty() || row || starts || trimmed.starts_with('#'))
            && let Some((from, to)) = paragraph.take()
        {
            found.extend(sentences(chars, from, to));
        }
        if trimmed.is_empty() {
            found.push(Block::Gap);
        } else if row {
            found.push(Block::Row(begin, end));
        } else if trimmed.starts_with('#') {
            found.push(Block::Heading(begin, end));
        } else {
            paragraph = Some((paragraph.map_or(begin, |(from, _)| from), end));
        }
        begin = end + 1;
    }
    if let Some((from, to)) = paragraph {
        found.extend(sentences(chars, from, to));
    }
    // two empty lines are one
    found.dedup_by(|right, left| matches!((left, right), (Block::Gap, Block::Gap)));
    found
}

/// A point, a question mark or an exclamation mark, a space, and something that begins: «1. januar» and «27.410» do not end.
fn sentences(chars: &[Char], from: usize, to: usize) -> Vec<Block> {
    let mut found = Vec::new();
    let mut begin = from;
    for at in from..to {
        let ends = ".!?".contains(chars[at].char)
            && chars.get(at + 1).is_some_and(|next| next.char.is_whitespace())
            && (at + 2..to)
                .map(|next| chars[next].char)
                .find(|char| !char.is_whitespace())
                .is_some_and(|char| {
                    char.is_uppercase() || "«\"'(".contains(char) || char.is_ascii_digit() && !chars[at - 1].char.is_ascii_digit()
                });
        if ends {
            found.push(Block::Sentence(begin, at + 1));
            begin = at + 1;
        }
    }
    if begin < to {
        found.push(Block::Sentence(begin, to));
    }
    found
}

/// The cells of a row, by places among its characters.
fn cells(row: &[Char]) -> Vec<(usize, usize)> {
    let mut found = Vec::new();
    let mut begin = 0;
    for at in 0..=row.len() {
        if row.get(at).is_none_or(|char| char.char == '|') {
            found.push((begin, at));
            begin = at + 1;
        }
    }
    // what stands before the first line is no cell, where the row begins with one
    let empty = |(from, to): (usize, usize)| row[from..to].iter().all(|char| char.char.is_whitespace());
    if found.first().is_some_and(|first| empty(*first)) {
        found.remove(0);
    }
    found
}

/// A sentence or a cell, and what stands in it.
struct Sentence<'a> {
    chars: &'a [Char],
    tokens: Vec<Token>,
    times: Vec<Time>,
    numbers: Vec<Number>,
    /// In small letters, one for each character.
    letters: Vec<char>,
    known: &'a Known,
}

impl<'a> Sentence<'a> {
    fn of(chars: &'a [Char], known: &'a Known) -> Self {
        let tokens = tokens(chars);
        let (times, numbers) = scan(chars, &tokens);
        let letters = chars.iter().map(|char| char.char.to_lowercase().next().unwrap_or(' ')).collect();
        Self {
            chars,
            tokens,
            times,
            numbers,
            letters,
            known,
        }
    }

    /// Where one of these words or phrases stands, within a span.
    fn places(&self, stems: &[&str], span: (usize, usize)) -> Vec<usize> {
        let words = self.tokens.iter().filter(|token| span.0 <= token.span.0 && token.span.1 <= span.1);
        let mut found = Vec::new();
        for token in words.filter(|token| token.text.chars().next().is_some_and(char::is_alphabetic)) {
            let at = token.span.0;
            let starts = |stem: &&str| {
                let mut letters = self.letters[at..].iter();
                stem.chars().all(|char| {
                    letters
                        .next()
                        .is_some_and(|letter| *letter == char || char == ' ' && letter.is_whitespace())
                })
            };
            if stems.iter().any(starts) {
                found.push(at);
            }
        }
        found
    }

    fn whole(&self) -> (usize, usize) {
        (0, self.chars.len())
    }

    /// What a later sentence, row or column takes over from this one.
    fn context(&self, behind: &Context) -> Context {
        let unit = words::UNITS
            .into_iter()
            .find(|unit| !self.places(words::of_unit(*unit), self.whole()).is_empty());
        let growth = !self.places(words::GROWTH, self.whole()).is_empty();
        let unit = unit.or_else(|| growth.then_some(Unit::Persons));
        Context {
            unit,
            growth,
            when: self.times.last().map(|time| time.when),
            definition: self.definition(self.whole(), 0),
        }
        .over(behind)
    }

    /// The part of a sentence in which a place stands, ended by a comma, a semicolon or a word that joins.
    fn clause(&self, at: usize) -> (usize, usize) {
        let inside = |token: &Token| {
            let spans = self
                .numbers
                .iter()
                .map(|number| number.span)
                .chain(self.times.iter().map(|time| time.span));
            spans.into_iter().any(|(from, to)| from <= token.span.0 && token.span.1 <= to)
        };
        let joins = |token: &&Token| {
            [
                ",", ";", "mot", "against", "versus", "og", "men", "mens", "medan", "and", "but", "while", "–",
            ]
            .contains(&token.text.as_str())
                && !inside(token)
        };
        let from = self
            .tokens
            .iter()
            .filter(joins)
            .rfind(|token| token.span.1 <= at)
            .map_or(0, |token| token.span.1);
        let to = self
            .tokens
            .iter()
            .filter(joins)
            .find(|token| token.span.0 > at)
            .map_or(self.chars.len(), |token| token.span.0);
        (from, to)
    }

    /// The definition that is named within a span, the nearest to a place.
    fn definition(&self, span: (usize, usize), at: usize) -> Option<Definition> {
        let of = |stems: &[&str], definition| {
            self.places(stems, span)
                .into_iter()
                .map(move |place| (place.abs_diff(at), definition))
        };
        let corrected = of(words::CORRECTED, Definition::Corrected);
        let official = of(words::OFFICIAL, Definition::Official);
        corrected
            .chain(official)
            .min_by_key(|(distance, _)| *distance)
            .map(|(_, definition)| definition)
    }

    fn read(&self, around: &Context, text: &str) -> Vec<Mention> {
        self.numbers
            .iter()
            .filter(|number| !number.other)
            .map(|number| self.mention(number, around, text))
            .collect()
    }

    fn mention(&self, number: &Number, around: &Context, text: &str) -> Mention {
        let clause = self.clause(number.span.0);
        let at = number.span.0;
        let from = self.chars[number.span.0].at;
        let (line, column) = place(text, from);
        let last = self.chars[number.span.1 - 1];
        let (said, falls) = self.said(number, clause, around);
        let (whens, dated) = self.whens(number, clause, around, said);
        Mention {
            line,
            column,
            written: text[from..last.at + last.char.len_utf8()].to_owned(),
            value: if falls && number.value > 0.0 { -number.value } else { number.value },
            last_place: self.last_place(number),
            subject: self.subject(number, clause, around),
            said,
            whens,
            dated,
            so_far: !self.places(words::SO_FAR, self.whole()).is_empty(),
            now: !self.places(words::NOW, self.whole()).is_empty(),
            definition: self
                .definition(clause, at)
                .or(around.definition.filter(|_| self.definition(self.whole(), at).is_none())),
        }
    }

    /// A number that is said to be about so much may be off by its last two places.
    fn last_place(&self, number: &Number) -> f64 {
        let near: Vec<&str> = self
            .tokens
            .iter()
            .rev()
            .filter(|token| token.span.1 <= number.span.0)
            .take(2)
            .map(|token| token.text.as_str())
            .collect();
        let rounded = near.first().is_some_and(|word| words::ROUNDED.contains(word))
            || near.len() == 2
                && (words::ROUNDED.contains(&format!("{} {}", near[1], near[0]).as_str()) || near[0] == "." && near[1] == "ca");
        if rounded {
            number.last_place.max(100.0_f64.min(number.value.abs() / 20.0))
        } else {
            number.last_place
        }
    }

    /// Of what it is a number: by the word behind it, else by what the sentence is about.
    fn subject(&self, number: &Number, clause: (usize, usize), around: &Context) -> Option<usize> {
        let whole = self.whole();
        if !self.places(words::ELSEWHERE, whole).is_empty() || !self.places(words::AIMED, clause).is_empty() {
            return None;
        }
        let behind = self.tokens.iter().filter(|token| token.span.0 >= number.span.1);
        let mut behind = behind.skip_while(|token| {
            ["%", "prosent", "percent", "pst"].contains(&token.text.as_str()) || words::BETWEEN.contains(&token.text.as_str())
        });
        let next = behind
            .next()
            .filter(|token| token.text.chars().all(char::is_alphabetic))
            .map(|token| token.text.as_str());
        let named = next.and_then(|word| words::UNITS.into_iter().find(|unit| begins(word, words::of_unit(*unit))));
        if named.is_none() && next.is_some_and(|word| !words::FUNCTION.contains(&word) && !begins(word, words::GROWTH)) && !number.percent {
            let part = next.is_some_and(|word| {
                self.known
                    .subjects()
                    .iter()
                    .any(|subject| subject.part.iter().any(|part| word.starts_with(part.as_str())))
            });
            if !part {
                return None;
            }
        }
        let nearest = |span| {
            let places = words::UNITS
                .into_iter()
                .flat_map(|unit| self.places(words::of_unit(unit), span).into_iter().map(move |place| (place, unit)));
            places.min_by_key(|(place, _)| place.abs_diff(number.span.0)).map(|(_, unit)| unit)
        };
        let unit = named.or_else(|| nearest(clause)).or_else(|| nearest(whole)).or(around.unit);
        let grows = || !self.places(words::GROWTH, whole).is_empty() || around.growth;
        let unit = unit.or_else(|| grows().then_some(Unit::Persons))?;
        let place = self.place(number);
        let part_of = |span: (usize, usize)| {
            let parts = self
                .known
                .subjects()
                .iter()
                .enumerate()
                .filter(|(_, subject)| !subject.part.is_empty() && subject.unit == unit);
            let found = parts.flat_map(|(number, subject)| {
                let stems: Vec<&str> = subject.part.iter().map(String::as_str).collect();
                self.places(&stems, span).into_iter().map(move |place| (place, number))
            });
            found
                .min_by_key(|(place, _)| place.abs_diff(number.span.0))
                .map(|(_, number)| number)
        };
        let whole_unit = || {
            let own = |subject: &&crate::Subject| subject.unit == unit && subject.part.is_empty() && subject.place == place;
            self.known.subjects().iter().position(|subject| own(&subject))
        };
        part_of(clause).or_else(whole_unit)
    }

    /// Another town that the sentence speaks of: the nearest before the number, else the first behind it.
    fn place(&self, number: &Number) -> Option<String> {
        let mut found: Vec<(usize, Option<&str>)> = Vec::new();
        for name in self.known.places() {
            found.extend(
                self.places(&[&name.to_lowercase()], self.whole())
                    .into_iter()
                    .map(|place| (place, Some(name))),
            );
        }
        for name in self.known.own() {
            found.extend(
                self.places(&[&name.to_lowercase()], self.whole())
                    .into_iter()
                    .map(|place| (place, None)),
            );
        }
        found.sort_unstable();
        let before = found.iter().rfind(|(place, _)| *place < number.span.0);
        before.or(found.first()).and_then(|(_, name)| name.map(str::to_owned))
    }

    /// Whether it is a number of them or a growth, and whether the growth is a fall.
    fn said(&self, number: &Number, clause: (usize, usize), around: &Context) -> (Said, bool) {
        let whole = self.whole();
        let here = |span| !self.places(words::GROWTH, span).is_empty();
        let falls = !self.places(words::DECLINE, clause).is_empty();
        if number.percent {
            return (Said::GrowthPercent, falls);
        }
        let word_before = self
            .tokens
            .iter()
            .rfind(|token| token.span.1 <= number.span.0)
            .map(|token| token.text.as_str());
        let grows = here(clause)
            || around.growth && !here(whole) && around.unit.is_some() && self.places(words::of_unit(Unit::Persons), whole).is_empty();
        match word_before {
            Some("til" | "to" | "fra" | "frå" | "from") => (Said::Count, false),
            _ if number.value < 0.0 => (Said::Growth, false),
            _ if grows => (Said::Growth, falls),
            _ => (Said::Count, false),
        }
    }

    /// The times that are meant, and whether they stand with the number.
    fn whens(&self, number: &Number, clause: (usize, usize), around: &Context, said: Said) -> (Vec<When>, bool) {
        let within = |span: (usize, usize)| {
            self.times
                .iter()
                .filter(move |time| span.0 <= time.span.0 && time.span.1 <= span.1)
                .collect::<Vec<_>>()
        };
        let (inside, all) = (within(clause), within(self.whole()));
        let here = if inside.is_empty() { &all } else { &inside };
        // growth between two times
        if said != Said::Count
            && let [first, second] = here[..]
        {
            let (from, to) = (ends(first.when), ends(second.when));
            let spans = from.iter().flat_map(|from| to.iter().map(move |to| When::Through(*from, *to)));
            let mut spans: Vec<When> = spans.filter(|when| matches!(when, When::Through(from, to) if from < to)).collect();
            spans.push(first.when);
            spans.push(second.when);
            return (spans, false);
        }
        let began = |time: &Time| {
            let word = self.tokens.iter().rfind(|token| token.span.1 <= time.span.0);
            word.is_some_and(|word| words::SINCE.contains(&word.text.as_str()))
        };
        let yearly = || !self.places(words::YEARLY, clause).is_empty();
        if said != Said::Count && here.len() <= 1 && (here.iter().any(|time| began(time)) || yearly()) {
            return (Vec::new(), false);
        }
        let nearest = here
            .iter()
            .min_by_key(|time| time.span.0.abs_diff(number.span.0).min(time.span.1.abs_diff(number.span.0)));
        if let Some(nearest) = nearest {
            let mut whens = vec![nearest.when];
            // where several stand beside each other, any of them may be meant
            if here.len() > 1 {
                whens.extend(here.iter().map(|time| time.when).filter(|when| *when != nearest.when));
            }
            return (whens, here.len() == 1);
        }
        (around.when.into_iter().collect(), false)
    }
}

/// The days from and to which a growth may be counted.
fn ends(when: When) -> Vec<jiff::civil::Date> {
    match when {
        When::On(day) => vec![day],
        When::Through(from, to) if when.is_year() => vec![from, to],
        When::Through(from, _) => vec![from],
    }
}

/// The times at which a fact answers a mention: a growth named by a day is counted from New Year, a number named by a year
/// stands at either end of it.
pub(crate) fn answers(mention: &Mention, fact: When, said: Said) -> bool {
    mention.whens.iter().any(|when| match (*when, said) {
        (When::On(day), Said::Growth | Said::GrowthPercent) => {
            let from = if day.month() == 1 && day.day() == 1 {
                date(day.year() - 1, 1, 1)
            } else {
                date(day.year(), 1, 1)
            };
            fact == When::Through(from, day)
        }
        (When::Through(from, to), Said::Count) => match fact {
            When::On(day) => from <= day && day <= to,
            other @ When::Through(..) => other == *when,
        },
        (when, _) => fact == when,
    }) || mention.so_far && fact.is_year_to_date() && mention.whens.iter().all(|when| begin(*when).year() == begin(fact).year())
}
