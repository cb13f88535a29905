//! The letter to partners about a revision: what a person wrote to all, and what each partner needs to know of its own,
//! told from the difference. One text is the page, the mail and the paper.

use jiff::civil::Date;
use programme::difference::{Fate, MeasureDifference};
use programme::letter::Letter;
use programme::{BudgetLine, Colour, Language, Measure, OrganisationId, Text};

use crate::difference::{Teller, amount, joined};
use crate::pdf::{Block, Inline, blocks_from_markdown};
use crate::{format, say};

/// A letter as somebody gets it.
#[derive(Debug, Clone, PartialEq)]
pub struct LetterDocument {
    pub language: Language,
    /// What it is about: its heading, and the subject of the mail.
    pub subject: String,
    /// Whose programme it is.
    pub programme: String,
    /// To whom; empty in the letter to all.
    pub to: String,
    pub date: Date,
    /// Markdown.
    pub body: String,
    /// A line each.
    pub signed: Vec<String>,
    pub accent: Colour,
    pub example: bool,
    /// What identifies it among all letters.
    pub identity: String,
}

/// Writes letters about one revision.
#[derive(Clone, Copy)]
pub struct Writer<'a> {
    pub teller: Teller<'a>,
    pub letter: &'a Letter,
    /// Where the difference stands on the web.
    pub changes: &'a str,
    /// The day that the letter bears.
    pub date: Date,
}

impl Writer<'_> {
    /// The letter to one partner, or to all.
    pub fn document(&self, to: Option<&OrganisationId>) -> LetterDocument {
        let (language, letter) = (self.teller.language, self.letter);
        let signed = letter.signed.plain(language).lines().map(str::to_owned).collect();
        LetterDocument {
            language,
            subject: letter.subject.plain(language).to_owned(),
            programme: self.teller.after.programme.plain(language).to_owned(),
            to: to.map(|id| self.teller.names().organisation(id)).unwrap_or_default(),
            date: self.date,
            body: self.body(to),
            signed,
            accent: self.teller.after.accent,
            example: letter.example,
            identity: format!("{} {}", letter.id, to.map(ToString::to_string).unwrap_or_default()),
        }
    }

    fn body(&self, to: Option<&OrganisationId>) -> String {
        let (language, letter) = (self.teller.language, self.letter);
        let addition = to.and_then(|id| letter.addition(id));
        let own = |text: fn(&programme::letter::Addition) -> &Text| addition.map(text).filter(|text| !text.is_empty());
        let greeting = match own(|addition| &addition.greeting) {
            Some(greeting) => greeting.plain(language).to_owned(),
            None => say!(language, if to.is_some() { "letter-greeting" } else { "letter-greeting-all" }),
        };
        let mut parts = vec![greeting];
        parts.push(letter.opening.plain(language).to_owned());
        parts.extend(own(|addition| &addition.text).map(|text| text.plain(language).to_owned()));
        parts.push(self.whole());
        parts.extend(to.map(|id| self.own(id)));
        parts.push(self.rest());
        if !letter.closing.is_empty() {
            parts.push(format!(
                "## {}\n\n{}",
                say!(language, "letter-next"),
                letter.closing.plain(language)
            ));
        }
        parts.retain(|part| !part.trim().is_empty());
        parts.join("\n\n")
    }

    /// Do the goals stand, and what became of the plan?
    fn whole(&self) -> String {
        let (language, teller) = (self.teller.language, &self.teller);
        let goals = teller.after.goals.iter().filter(|goal| goal.plan.is_none()).count();
        let goals = if teller.difference.goals_stand() && goals > 0 {
            format!("{} ", say!(language, "letter-goals-stand", count = goals))
        } else {
            String::new()
        };
        format!(
            "## {}\n\n{} {goals}{}",
            plain(&teller.heading()),
            plain(&teller.occasion()),
            plain(&teller.counts())
        )
    }

    /// What a partner pledged and what becomes of it, and what it answers for.
    fn own(&self, id: &OrganisationId) -> String {
        let language = self.teller.language;
        let heading = say!(language, "letter-own");
        let part = |measure: &Measure| measure.involves(id);
        let all = self.teller.difference.measures.iter();
        let mine: Vec<&MeasureDifference<'_>> = all
            .filter(|one| one.before.is_some_and(part) || one.after.is_some_and(part))
            .collect();
        if mine.is_empty() {
            return format!("## {heading}\n\n{}", say!(language, "letter-own-none"));
        }
        let (told, kept): (Vec<_>, Vec<_>) = mine.iter().copied().partition(|one| is_told(one, id));
        let mut lines = vec![format!("## {heading}"), self.sums(id)];
        let told: Vec<String> = told.iter().map(|one| format!("- {}", self.own_measure(one, id))).collect();
        if !told.is_empty() {
            lines.push(told.join("\n"));
        }
        if !kept.is_empty() {
            let names: Vec<String> = kept.iter().map(|one| self.with_pledge(one, id)).collect();
            lines.push(say!(
                language,
                "letter-own-kept",
                count = names.len(),
                names = joined(language, &names)
            ));
        }
        lines.join("\n\n")
    }

    /// "Til sammen hadde dere lovet 240 000 kr og 80 timer. Nå er det 260 000 kr, og 35 000 kr er levert."
    fn sums(&self, id: &OrganisationId) -> String {
        let language = self.teller.language;
        let sum = |measures: &[Measure], of: fn(&BudgetLine) -> (u64, u64)| {
            let lines = measures
                .iter()
                .flat_map(|measure| &measure.budget)
                .filter(|line| &line.funder == id);
            lines.map(of).fold((0, 0), |sum, line| (sum.0 + line.0, sum.1 + line.1))
        };
        let difference = self.teller.difference;
        let before = sum(&difference.before.measures, |line| (line.kroner, line.hours));
        let after = sum(&difference.after.measures, |line| (line.kroner, line.hours));
        let delivered = sum(&difference.after.measures, |line| (line.delivered_kroner, line.delivered_hours));
        let words = |(kroner, hours)| amount(language, kroner, hours);
        let total = match (before, after) {
            ((0, 0), (0, 0)) => return say!(language, "letter-sum-none"),
            (before, after) if before == after => say!(language, "letter-sum-same", amount = words(after)),
            ((0, 0), after) => say!(language, "letter-sum-new", amount = words(after)),
            (before, (0, 0)) => say!(language, "letter-sum-gone", before = words(before)),
            (before, after) => say!(language, "letter-sum-changed", before = words(before), after = words(after)),
        };
        if delivered == (0, 0) {
            return total;
        }
        format!("{total} {}", say!(language, "letter-sum-delivered", amount = words(delivered)))
    }

    /// One of the partner's measures: what becomes of it, of the pledge, and why.
    fn own_measure(&self, one: &MeasureDifference<'_>, id: &OrganisationId) -> String {
        let language = self.teller.language;
        let measure = one.measure();
        let fate = say!(language, &format!("letter-fate-{}", one.fate.word()));
        let mut sentences = vec![format!("**{}** {fate}", plain(measure.title.plain(language)))];
        sentences.extend(self.pledge(one, id));
        if one.fate != Fate::Stopped && one.fate != Fate::Removed && one.fate != Fate::Replaced {
            sentences.extend(self.duty(measure, id));
            let moved = one.before.zip(one.after).filter(|(before, after)| before.ends != after.ends);
            sentences.extend(moved.map(|(before, after)| {
                let (before, after) = (format::date(language, before.ends), format::date(language, after.ends));
                say!(language, "letter-ends", before = before, after = after)
            }));
        }
        let reasons = self.teller.reasons(one);
        if let Some(reason) = reasons.iter().rev().find(|reason| !reason.why.is_empty()) {
            sentences.push(say!(language, "letter-why", why = plain(reason.why.plain(language))));
        }
        let instead = reasons.iter().rev().find_map(|reason| reason.replaced_by);
        sentences.extend(instead.map(|other| say!(language, "letter-instead", name = plain(&self.teller.names().measure(other)))));
        sentences.join(" ")
    }

    fn pledge(&self, one: &MeasureDifference<'_>, id: &OrganisationId) -> Vec<String> {
        let language = self.teller.language;
        let (before, after) = (pledged(one.before, id), pledged(one.after, id));
        let words = |(kroner, hours)| amount(language, kroner, hours);
        let mut sentences = Vec::new();
        match (before, after) {
            ((0, 0), (0, 0)) => {}
            (before, after) if before == after => sentences.push(say!(language, "letter-pledge-same", amount = words(after))),
            ((0, 0), after) => sentences.push(say!(language, "letter-pledge-new", amount = words(after))),
            (before, (0, 0)) => sentences.push(say!(language, "letter-pledge-gone", before = words(before))),
            (before, after) => sentences.push(say!(
                language,
                "letter-pledge-changed",
                before = words(before),
                after = words(after)
            )),
        }
        let delivered = delivered(one.after, id);
        if delivered != (0, 0) {
            let key = if delivered == after {
                "letter-delivered-all"
            } else {
                "letter-delivered"
            };
            sentences.push(say!(language, key, amount = words(delivered)));
        }
        sentences
    }

    fn duty(&self, measure: &Measure, id: &OrganisationId) -> Option<String> {
        let key = match (&measure.responsible == id, measure.executing.contains(id)) {
            (true, true) => "letter-duty-both",
            (true, false) => "letter-duty-responsible",
            (false, true) => "letter-duty-executing",
            (false, false) => return None,
        };
        Some(say!(self.teller.language, key))
    }

    /// "Tilflytterguide og vertskap (60 000 kr)".
    fn with_pledge(&self, one: &MeasureDifference<'_>, id: &OrganisationId) -> String {
        let name = plain(one.measure().title.plain(self.teller.language));
        match pledged(one.after, id) {
            (0, 0) => name,
            (kroner, hours) => format!("{name} ({})", amount(self.teller.language, kroner, hours)),
        }
    }

    /// What we keep, change, put on hold, stop, replace and start, by name.
    fn rest(&self) -> String {
        let language = self.teller.language;
        let order = [
            Fate::Kept,
            Fate::Changed,
            Fate::Paused,
            Fate::Stopped,
            Fate::Replaced,
            Fate::Removed,
            Fate::New,
        ];
        let lines = order.into_iter().filter_map(|fate| {
            let names: Vec<String> = self.teller.difference.with(fate).map(|one| self.name(one)).collect();
            let count = names.len();
            let told = if count > MOST_NAMED {
                say!(
                    language,
                    "letter-and-more",
                    names = names[..MOST_NAMED].join(", "),
                    count = count - MOST_NAMED
                )
            } else {
                joined(language, &names)
            };
            let sentence = say!(language, &format!("letter-we-{}", fate.word()), names = told);
            // a name that ends with a mark of its own ends the sentence
            let sentence = sentence.replace("?.", "?").replace("!.", "!");
            (count > 0).then(|| format!("- {sentence}"))
        });
        let lines: Vec<String> = lines.collect();
        let link = format!("[{}]({})", say!(language, "letter-see-changes"), self.changes);
        format!("## {}\n\n{}\n\n{link}", say!(language, "letter-rest"), lines.join("\n"))
    }

    /// "Stand på boligmesser (blir til Kampanje i sosiale medier)".
    fn name(&self, one: &MeasureDifference<'_>) -> String {
        let language = self.teller.language;
        let name = plain(one.measure().title.plain(language));
        let reasons = self.teller.reasons(one);
        let instead = reasons.iter().rev().find_map(|reason| reason.replaced_by);
        match instead.filter(|_| one.fate == Fate::Replaced) {
            Some(other) => say!(
                language,
                "letter-becomes",
                name = name,
                other = plain(&self.teller.names().measure(other))
            ),
            None => name,
        }
    }
}

/// More names than this are counted.
const MOST_NAMED: usize = 12;

fn lines_of<'a>(measure: Option<&'a Measure>, id: &'a OrganisationId) -> impl Iterator<Item = &'a BudgetLine> {
    measure
        .into_iter()
        .flat_map(|measure| &measure.budget)
        .filter(move |line| &line.funder == id)
}

fn pledged(measure: Option<&Measure>, id: &OrganisationId) -> (u64, u64) {
    lines_of(measure, id).fold((0, 0), |sum, line| (sum.0 + line.kroner, sum.1 + line.hours))
}

fn delivered(measure: Option<&Measure>, id: &OrganisationId) -> (u64, u64) {
    lines_of(measure, id).fold((0, 0), |sum, line| (sum.0 + line.delivered_kroner, sum.1 + line.delivered_hours))
}

/// A name or a reason as Markdown that means nothing but its words.
fn plain(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for character in text.replace('\n', " ").chars() {
        if matches!(character, '*' | '_' | '[' | ']' | '<' | '>' | '`' | '\\' | '#' | '|' | '~') {
            escaped.push('\\');
        }
        escaped.push(character);
    }
    escaped
}

impl LetterDocument {
    /// As text alone, as it stands in a mail.
    pub fn plain_text(&self) -> String {
        let mut text = String::new();
        for block in blocks_from_markdown(&self.body) {
            block_text(&mut text, &block, "");
        }
        let date = format::date(self.language, self.date);
        text.push_str(&format!("{date}\n"));
        self.signed.iter().for_each(|line| text.push_str(&format!("{line}\n")));
        text
    }
}

fn block_text(text: &mut String, block: &Block, indent: &str) {
    match block {
        Block::Paragraph(words) => text.push_str(&format!("{indent}{}\n\n", inline_text(words))),
        Block::Subheading(words) => text.push_str(&format!("{indent}{}\n\n", inline_text(words).to_uppercase())),
        Block::Bullets(items) => list_text(text, items, |_| "- ".to_owned()),
        Block::Numbers(items) => list_text(text, items, |place| format!("{}. ", place + 1)),
    }
}

fn list_text(text: &mut String, items: &[Vec<Block>], mark: impl Fn(usize) -> String) {
    for (place, item) in items.iter().enumerate() {
        let mut inside = String::new();
        item.iter().for_each(|block| block_text(&mut inside, block, ""));
        text.push_str(&format!("{}{}\n", mark(place), inside.trim_end().replace('\n', "\n  ")));
    }
    text.push('\n');
}

fn inline_text(words: &[Inline]) -> String {
    words
        .iter()
        .map(|word| match word {
            Inline::Text(text) => text.clone(),
            Inline::Strong(words) | Inline::Emphasis(words) => inline_text(words),
            Inline::Link { address, words } => format!("{}: {}", inline_text(words), address.as_str()),
            Inline::Break => "\n".to_owned(),
        })
        .collect()
}

/// True where a partner needs more than the measure's name.
fn is_told(one: &MeasureDifference<'_>, id: &OrganisationId) -> bool {
    one.fate != Fate::Kept || pledged(one.before, id) != pledged(one.after, id)
}
