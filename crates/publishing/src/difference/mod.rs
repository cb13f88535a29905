//! The difference of two states of a plan in words: pages, documents and letters say the same.

mod line;
mod names;

use jiff::civil::Date;
use programme::difference::{Difference, Fate, Field, FrameField, GoalDifference, GoalField, MeasureDifference, Note, Notes};
use programme::{Language, Measure, MeasureId, Revision, StatusChange, Surroundings, Text};

use crate::goal::Track;
use crate::{format, say};

pub use line::{Line, abridged};
pub use names::Names;

/// One of the two states: what was adopted, or what stood on a day.
#[derive(Debug, Clone, Copy)]
pub enum Side<'a> {
    Revision(&'a Revision),
    Day(Date),
}

impl Side<'_> {
    /// "revisjon 2" or "8. mai 2020".
    pub fn words(self, language: Language) -> String {
        match self {
            Self::Revision(revision) => say!(language, "difference-revision", number = revision.number.to_string()),
            Self::Day(day) => format::date(language, day),
        }
    }
}

/// Tells a difference in one language.
#[derive(Clone, Copy)]
pub struct Teller<'a> {
    pub language: Language,
    pub difference: &'a Difference<'a>,
    /// What each state called the things that it names.
    pub before: &'a Surroundings,
    pub after: &'a Surroundings,
    pub sides: (Side<'a>, Side<'a>),
    /// Why, where the states do not say it themselves.
    pub notes: &'a Notes,
}

/// Why something was done to a measure.
#[derive(Debug, Clone, PartialEq)]
pub struct Reason<'a> {
    /// "Satt på vent 12. mars 2020, besluttet av Styringsgruppa, sak 14/20."
    pub what: String,
    /// Empty where none was given.
    pub why: &'a Text,
    pub replaced_by: Option<&'a MeasureId>,
}

/// A number that was another: "8,9 → 8,1 mill. kr", with what it is.
#[derive(Debug, Clone, PartialEq)]
pub struct Shift {
    pub before: String,
    pub after: String,
    pub caption: String,
    pub example: bool,
}

impl Shift {
    /// The old number without the unit where the new one ends with the same.
    pub fn before_without_unit(&self) -> &str {
        let digit = self.after.rfind(|character: char| character.is_ascii_digit());
        let unit = digit.map_or("", |place| &self.after[place + 1..]);
        self.before.strip_suffix(unit).unwrap_or(&self.before)
    }
}

impl<'a> Teller<'a> {
    pub fn names(&self) -> Names<'a> {
        Names {
            language: self.language,
            before: self.before,
            after: self.after,
            difference: self.difference,
        }
    }

    /// "Målene står. Planen er endret."
    pub fn heading(&self) -> String {
        let difference = self.difference;
        let changed = difference.counts().iter().any(|(fate, count)| *fate != Fate::Kept && *count > 0) || !difference.frame.is_empty();
        let key = match (difference.goals_stand(), changed) {
            (true, true) => "difference-goals-stand",
            (true, false) if difference.is_empty() => "difference-nothing",
            (true, false) => "difference-plan-stands",
            (false, _) => "difference-goals-changed",
        };
        say!(self.language, key)
    }

    /// "Styringsgruppa vedtok revisjon 2 8. mai 2020 (sak 14/20)."
    pub fn occasion(&self) -> String {
        let language = self.language;
        match self.sides {
            (Side::Revision(_), Side::Revision(revision)) => {
                let (number, date) = (revision.number.to_string(), format::date(language, revision.adopted));
                let body = revision.body.plain(language);
                let key = match (body.is_empty(), revision.case.is_empty()) {
                    (true, _) => "difference-adopted",
                    (false, true) => "difference-adopted-by",
                    (false, false) => "difference-adopted-by-case",
                };
                say!(language, key, body = body, number = number, date = date, case = &revision.case)
            }
            (before, after) => say!(
                language,
                "difference-between",
                from = before.words(language),
                to = after.words(language)
            ),
        }
    }

    /// "Av 22 tiltak er 10 beholdt, 5 endret og 2 stoppet. 10 er nye."
    pub fn counts(&self) -> String {
        let language = self.language;
        let counts = self.difference.counts();
        let count = |fate: &Fate| counts.get(fate).copied().unwrap_or(0);
        let before = self.difference.before.measures.len();
        let order = [
            Fate::Kept,
            Fate::Changed,
            Fate::Paused,
            Fate::Stopped,
            Fate::Replaced,
            Fate::Removed,
        ];
        let parts = order.iter().filter(|fate| count(fate) > 0);
        let parts: Vec<String> = parts
            .map(|fate| {
                say!(
                    language,
                    &format!("difference-count-{}", fate.word()),
                    count = self.whole(count(fate))
                )
            })
            .collect();
        let new = say!(
            language,
            "difference-count-new",
            count = count(&Fate::New),
            shown = self.whole(count(&Fate::New))
        );
        if before == 0 {
            return new;
        }
        let of = say!(
            language,
            "difference-of",
            count = before,
            shown = self.whole(before),
            parts = joined(language, &parts)
        );
        format!("{of} {new}")
    }

    fn whole(&self, count: usize) -> String {
        format::integer(self.language, i64::try_from(count).unwrap_or(i64::MAX))
    }

    /// Pledged money and hours, the long-term share, and the yearly rate that the first growth goal needs: before, after.
    pub fn shifts(&self) -> Vec<Shift> {
        let language = self.language;
        let sums = self.difference.sums;
        let (before, after) = (sums.before.money, sums.after.money);
        let example = before.example || after.example;
        let mut shifts = vec![Shift {
            before: kroner(language, before.pledged_kroner),
            after: kroner(language, after.pledged_kroner),
            caption: self.money_moved(),
            example,
        }];
        if before.pledged_hours + after.pledged_hours > 0 {
            shifts.push(Shift {
                before: hours(language, before.pledged_hours),
                after: hours(language, after.pledged_hours),
                caption: say!(language, "difference-hours-caption"),
                example,
            });
        }
        if let (Some(old), Some(new)) = (sums.before.shares.long_term_kroner(), sums.after.shares.long_term_kroner()) {
            shifts.push(Shift {
                before: format::percent(language, old, 0),
                after: format::percent(language, new, 0),
                caption: say!(language, "difference-long-term-caption"),
                example,
            });
        }
        shifts.extend(self.needed_rate());
        shifts
    }

    /// "lovet av partnerne. 640 000 kr er flyttet mellom tiltak, 200 000 kr falt bort, 90 000 kr er nye."
    fn money_moved(&self) -> String {
        let language = self.language;
        let kroner = self.difference.kroner;
        let parts = [
            ("difference-money-moved", kroner.moved),
            ("difference-money-gone", kroner.gone),
            ("difference-money-come", kroner.come),
        ];
        let parts: Vec<String> = parts
            .into_iter()
            .filter(|(_, amount)| *amount > 0)
            .map(|(key, amount)| say!(language, key, amount = self::kroner(language, amount)))
            .collect();
        if parts.is_empty() {
            say!(language, "difference-money-caption")
        } else {
            say!(language, "difference-money-caption-moved", parts = joined(language, &parts))
        }
    }

    /// What the first growth goal with a path took a year, as it was known then and after.
    fn needed_rate(&self) -> Option<Shift> {
        let language = self.language;
        let goal = self.after.goals.iter().find(|goal| goal.plan.is_none() && goal.target.is_some())?;
        let rate = |surroundings: &Surroundings| {
            let goal = surroundings.goal(&goal.id)?;
            let official = surroundings.series_by_id(&surroundings.indicator(goal.indicator.as_ref()?)?.series)?;
            let track = Track::of(goal.target.as_ref()?, &official, None);
            Some((track.needed_rate()?, track.example()))
        };
        let ((before, _), (after, example)) = (rate(self.before)?, rate(self.after)?);
        Some(Shift {
            before: format::percent(language, before, 2),
            after: format::percent(language, after, 2),
            caption: say!(language, "difference-rate-caption", goal = goal.title.plain(language)),
            example,
        })
    }

    /// Why the long term gets less than the floor that was agreed on, where it does.
    pub fn remarks(&self) -> Vec<crate::pdf::Text> {
        let crossed = self.difference.after.floor_crossed.iter();
        crossed
            .map(|crossed| {
                let (language, reason) = crossed.reason.shown(self.language);
                let what = say!(self.language, "difference-floor-crossed", floor = u32::from(crossed.floor));
                crate::pdf::Text {
                    text: format!("{what} {reason}"),
                    language: (language != self.language).then_some(language),
                }
            })
            .collect()
    }

    /// The growth goals that differ, and of guiding plans' goals those that say something else; that one of these is
    /// named for the first time, or no longer, is no news.
    pub fn goals_told(&self) -> impl Iterator<Item = &'a GoalDifference<'a>> {
        let goals = self.difference.goals.iter();
        goals.filter(|goal| goal.goal().plan.is_none() || (goal.before.is_some() && goal.after.is_some()))
    }

    /// "KNF · Strakstiltak · 8. mai 2020–31. desember 2020 · 220 000 kr lovet".
    pub fn facts(&self, measure: &Measure) -> String {
        let language = self.language;
        let money = measure.money();
        let mut facts = vec![
            self.names().organisation(&measure.responsible),
            say!(language, horizon_key(measure.horizon)),
            format!(
                "{}–{}",
                format::date(language, measure.starts),
                format::date(language, measure.ends)
            ),
        ];
        if money.pledged_kroner + money.pledged_hours > 0 {
            let amount = amount(language, money.pledged_kroner, money.pledged_hours);
            facts.push(say!(language, "difference-pledged-all", amount = amount));
        }
        facts.join(" · ")
    }

    /// Each new line of a measure's history that says why, or that something stopped, oldest first; then the decisions
    /// that say something else. A decision that made a line of the history stands with it.
    pub fn reasons(&self, measure: &MeasureDifference<'a>) -> Vec<Reason<'a>> {
        let language = self.language;
        let mut decisions: Vec<Decided<'a>> = self.notes.get(measure.id).into_iter().flatten().filter_map(Decided::of).collect();
        let mut reasons = Vec::new();
        for change in measure.status_since() {
            let same = |decided: &&mut Decided<'_>| decided.says(language, &change.reason);
            let mut decided = None;
            if let Some(known) = decisions.iter_mut().find(same) {
                known.told = true;
                decided = (known.day == change.date).then_some(*known);
            }
            if let Some(decided) = decided {
                decisions.retain(|known| *known != decided);
            }
            if change.reason.is_empty() && !change.status.demands_reason() {
                continue;
            }
            let what = self.status_words(change);
            reasons.push(Reason {
                what: decided.map_or_else(|| format!("{what}."), |decided| format!("{what}, {}.", decided.by_whom(language))),
                why: &change.reason,
                replaced_by: change.replaced_by.as_ref(),
            });
        }
        reasons.extend(decisions.into_iter().map(|decided| Reason {
            what: decided.words(language),
            why: if decided.told { &NOTHING } else { decided.why },
            replaced_by: None,
        }));
        reasons
    }

    /// "Satt på vent 12. mars 2020".
    fn status_words(&self, change: &StatusChange) -> String {
        let key = format!("difference-status-{}", change.status.word());
        say!(self.language, &key, date = format::date(self.language, change.date))
    }

    /// What is different in a measure that both states have, but for what is in [`Self::reasons`].
    pub fn lines(&self, measure: &MeasureDifference<'a>) -> Vec<Line<'a>> {
        measure.fields.iter().flat_map(|field| self.field(field)).collect()
    }

    fn field(&self, field: &Field<'a>) -> Vec<Line<'a>> {
        let (language, names) = (self.language, self.names());
        let label = say!(language, &format!("difference-field-{}", field.name()));
        let date = |day: Date| format::date(language, day);
        let horizon = |horizon| say!(language, horizon_key(horizon));
        match field {
            Field::Title(was) | Field::Text(was) => Line::wordings(language, &label, was.before, was.after),
            Field::FocusArea(was) => vec![Line::value(label, names.focus_area(was.before), names.focus_area(was.after))],
            Field::Goals(members) => Line::members(label, members, |id| names.goal(id)),
            Field::DependsOn(members) => Line::members(label, members, |id| names.measure(id)),
            Field::Assumptions(members) => Line::members(label, members, |id| names.assumption(id)),
            Field::Horizon(was) => vec![Line::value(label, horizon(was.before), horizon(was.after))],
            Field::Responsible(was) => vec![Line::value(label, names.organisation(was.before), names.organisation(was.after))],
            Field::Executing(members) | Field::Contributing(members) => Line::members(label, members, |id| names.organisation(id)),
            Field::Starts(was) | Field::Ends(was) => vec![Line::value(label, date(was.before), date(was.after))],
            Field::Cost(pairs) => pairs.iter().map(|pair| self.cost(&label, pair)).collect(),
            Field::Budget(pairs) => pairs
                .iter()
                .flat_map(|pair| self.budget(pair))
                .chain(self.delivered(pairs))
                .collect(),
            Field::Status(members) => members
                .gone
                .iter()
                .map(|change| Line::gone(label.clone(), self.status_words(change)))
                .collect(),
            Field::Other(name) => vec![Line::other(say!(language, &format!("difference-other-{name}")))],
        }
    }

    fn cost(&self, label: &str, pair: &programme::difference::Pair<'a, programme::Cost>) -> Line<'a> {
        let year = pair.after.or(pair.before).map(|line| line.year.to_string()).unwrap_or_default();
        let words = |line: &programme::Cost| amount(self.language, line.kroner, line.hours);
        Line::optional(format!("{label} {year}"), pair.before.map(words), pair.after.map(words))
    }

    /// What was pledged.
    fn budget(&self, pair: &programme::difference::Pair<'a, programme::BudgetLine>) -> Vec<Line<'a>> {
        let language = self.language;
        let Some(line) = pair.after.or(pair.before) else {
            return Vec::new();
        };
        let (funder, year) = (self.names().organisation(&line.funder), line.year.to_string());
        let pledged = |line: &programme::BudgetLine| amount(language, line.kroner, line.hours);
        let mut lines = Vec::new();
        let (old, new) = (pair.before.map(pledged), pair.after.map(pledged));
        if old != new {
            let label = say!(language, "difference-pledged", funder = &funder, year = &year);
            lines.push(Line::optional(label, old, new));
        }
        let example = |line: &programme::BudgetLine| line.example;
        if pair.before.map(example) != pair.after.map(example) && lines.is_empty() {
            lines.push(Line::other(say!(language, "difference-other-budget", funder = funder, year = year)));
        }
        lines
    }

    /// "Levert til nå: 35 000 kr (før: 0 kr)", all funders together.
    fn delivered(&self, pairs: &[programme::difference::Pair<'a, programme::BudgetLine>]) -> Option<Line<'a>> {
        let language = self.language;
        let sum = |lines: Vec<&programme::BudgetLine>| {
            let (kroner, hours) = (
                lines.iter().map(|line| line.delivered_kroner),
                lines.iter().map(|line| line.delivered_hours),
            );
            (kroner.sum::<u64>(), hours.sum::<u64>())
        };
        let before = sum(pairs.iter().filter_map(|pair| pair.before).collect());
        let after = sum(pairs.iter().filter_map(|pair| pair.after).collect());
        let (old, new) = (amount(language, before.0, before.1), amount(language, after.0, after.1));
        (before != after).then(|| Line::other(say!(language, "difference-delivered", before = old, after = new)))
    }

    /// What is different in the plan's own frame.
    pub fn frame(&self) -> Vec<Line<'a>> {
        let (language, names) = (self.language, self.names());
        let field = |name: &str| say!(language, &format!("difference-field-{name}"));
        let date = |day: Date| format::date(language, day);
        let line = |changed: &FrameField<'a>| match changed {
            FrameField::Title(was) => Line::wordings(language, &field("title"), was.before, was.after),
            FrameField::Text(was) => Line::wordings(language, &field("body"), was.before, was.after),
            FrameField::Starts(was) => vec![Line::value(field("starts"), date(was.before), date(was.after))],
            FrameField::Ends(was) => vec![Line::value(field("ends"), date(was.before), date(was.after))],
            FrameField::FocusAreas(members) => Line::members(field("focus-areas"), members, |id| names.focus_area(id)),
            FrameField::Other(name) => vec![Line::other(say!(language, &format!("difference-other-{name}")))],
        };
        self.difference.frame.iter().flat_map(line).collect()
    }

    /// What is different in a goal that both states have.
    pub fn goal(&self, goal: &GoalDifference<'a>) -> Vec<Line<'a>> {
        let (language, names) = (self.language, self.names());
        let line = |changed: &GoalField<'a>| {
            let label = say!(language, &format!("difference-field-{}", changed.name()));
            match changed {
                GoalField::Title(was) | GoalField::Sentence(was) | GoalField::Text(was) => {
                    Line::wordings(language, &label, was.before, was.after)
                }
                GoalField::Target(was) => {
                    let words = |target| crate::goal::path_words(language, target);
                    vec![Line::optional(label, was.before.map(words), was.after.map(words))]
                }
                GoalField::Owner(was) => {
                    let name = |id| names.organisation(id);
                    vec![Line::optional(label, was.before.map(name), was.after.map(name))]
                }
                GoalField::Serves(members) => Line::members(label, members, |id| names.goal(id)),
                GoalField::Assumptions(members) => Line::members(label, members, |id| names.assumption(id)),
                GoalField::Other(name) => vec![Line::other(say!(language, &format!("difference-other-{name}")))],
            }
        };
        goal.fields.iter().flat_map(line).collect()
    }
}

/// What was said already.
static NOTHING: std::sync::LazyLock<Text> = std::sync::LazyLock::new(Text::default);

/// A decision that a shock was met with.
#[derive(Clone, Copy, PartialEq)]
struct Decided<'a> {
    by: &'a Text,
    day: Date,
    case: &'a str,
    why: &'a Text,
    /// Whether its reason stands already.
    told: bool,
}

impl<'a> Decided<'a> {
    fn of(note: &'a Note) -> Option<Self> {
        match note {
            Note::Decision { reason, by, date, case } => Some(Self {
                by,
                day: *date,
                case,
                why: reason,
                told: false,
            }),
            Note::Input { .. } => None,
        }
    }

    /// True where the reason is this one, whatever kind of space stands in its numbers.
    fn says(&self, language: Language, reason: &Text) -> bool {
        self.why
            .plain(language)
            .split_whitespace()
            .eq(reason.plain(language).split_whitespace())
    }

    /// "besluttet av Styringsgruppa, sak 14/20".
    fn by_whom(self, language: Language) -> String {
        let key = if self.case.is_empty() {
            "difference-by"
        } else {
            "difference-by-case"
        };
        say!(language, key, by = self.by.plain(language), case = self.case)
    }

    /// "Besluttet 8. mai 2020 av Styringsgruppa, sak 14/20."
    fn words(self, language: Language) -> String {
        let key = if self.case.is_empty() {
            "difference-decided"
        } else {
            "difference-decided-case"
        };
        let date = format::date(language, self.day);
        say!(language, key, date = date, by = self.by.plain(language), case = self.case)
    }
}

/// "én", "én og to" or "én, to og tre"; with semicolons where a part has a comma of its own.
pub fn joined(language: Language, parts: &[String]) -> String {
    let between = if parts.iter().any(|part| part.contains(", ")) { "; " } else { ", " };
    match parts {
        [] => String::new(),
        [one] => one.clone(),
        [start @ .., last] => say!(language, "difference-and", first = start.join(between), last = last),
    }
}

/// "400 000 kr", "120 timer" or "400 000 kr og 120 timer".
pub fn amount(language: Language, of_kroner: u64, of_hours: u64) -> String {
    match (of_kroner, of_hours) {
        (exact, 0) => format::kroner_exact(language, i64::try_from(exact).unwrap_or(i64::MAX)),
        (0, of_hours) => hours(language, of_hours),
        (exact, of_hours) => say!(
            language,
            "amount-and-hours",
            kroner = format::kroner_exact(language, i64::try_from(exact).unwrap_or(i64::MAX)),
            hours = hours(language, of_hours)
        ),
    }
}

fn kroner(language: Language, amount: u64) -> String {
    format::kroner(language, i64::try_from(amount).unwrap_or(i64::MAX))
}

fn hours(language: Language, amount: u64) -> String {
    let count = format::integer(language, i64::try_from(amount).unwrap_or(i64::MAX));
    say!(language, "hours", count = count)
}

pub(crate) fn horizon_key(horizon: programme::Horizon) -> &'static str {
    match horizon {
        programme::Horizon::Immediate => "horizon-immediate",
        programme::Horizon::ThisYear => "horizon-this-year",
        programme::Horizon::LongTerm => "horizon-long-term",
    }
}
