//! What changed and why, as it stands in documents.

use jiff::civil::Date;
use programme::difference::words::Piece;
use programme::difference::{Difference, Fate, GoalDifference, MeasureDifference, notes};
use programme::{AdoptedPlan, Revision, State, Surroundings};

use super::Links;
use crate::difference::{Line, Shift, Side, Teller, abridged};
use crate::pdf::{
    ChangeGroup, ChangeItem, ChangeLine, ChangePiece, ChangeReason, Changes, KeyFigure, Passage, PlanDocument, Reference, Text, Tone,
    WebAddress,
};
use crate::say;

/// What changed from the revision before this one; none for a plan's first, and where the one before is lost.
pub(super) fn since_before(state: &State, revision: &Revision, language: programme::Language, links: &dyn Links) -> Option<Changes> {
    let number = revision.number.checked_sub(1)?;
    let before = state.revisions_of(&revision.plan).find(|one| one.number == number)?;
    let (old, new) = (before.adopted_plan().ok()?, revision.adopted_plan().ok()?);
    let difference = Difference::between(&old, &new);
    let then = |revision: &Revision, plan: &AdoptedPlan| match &plan.surroundings {
        Some(surroundings) => surroundings.clone(),
        None => Surroundings::on(state, &plan.plan, &plan.measures, revision.adopted),
    };
    let (names_before, names_after) = (then(before, &old), then(revision, &new));
    let teller = Teller {
        language,
        difference: &difference,
        before: &names_before,
        after: &names_after,
        sides: (Side::Revision(before), Side::Revision(revision)),
        notes: &notes([&*new]),
    };
    Some(told(&teller, links))
}

/// A difference as it stands in documents.
pub fn told(teller: &Teller<'_>, links: &dyn Links) -> Changes {
    let writer = Writer { teller: *teller, links };
    Changes {
        heading: teller.heading(),
        lead: format!("{} {}", teller.occasion(), teller.counts()),
        key_figures: teller.shifts().into_iter().map(key_figure).collect(),
        remarks: teller.remarks(),
        groups: writer.groups(),
    }
}

/// A document of nothing but a difference: "Endringer fra revisjon 1 til revisjon 2". The same two states give the same
/// document. `address` is where it stands on the web.
pub fn changes_document(teller: &Teller<'_>, links: &dyn Links, day: Date, address: &str) -> PlanDocument {
    let (language, after) = (teller.language, teller.difference.after);
    let revision = match teller.sides.1 {
        Side::Revision(revision) => Some(revision),
        Side::Day(_) => None,
    };
    let (from, to) = (teller.sides.0.words(language), teller.sides.1.words(language));
    let of_both = |plan: &AdoptedPlan| plan.to_content().unwrap_or_default();
    let changes = told(teller, links);
    PlanDocument {
        language,
        title: after.plan.title.plain(language).to_owned(),
        programme: teller.after.programme.plain(language).to_owned(),
        subtitle: say!(language, "difference-title", from = from, to = to),
        lead: changes.lead.clone().into(),
        reason: revision.map(|revision| Text::of(language, &revision.reason)).unwrap_or_default(),
        date: day,
        content_hash: Revision::hash_of(&(of_both(teller.difference.before) + &of_both(after))),
        example: after.plan.example || revision.is_some_and(|revision| revision.example),
        accent: teller.after.accent,
        address: WebAddress::parse(address),
        key_figures: changes.key_figures.clone(),
        introduction: Passage::default(),
        changes: Some(Changes {
            key_figures: Vec::new(),
            ..changes
        }),
        goals: Vec::new(),
        focus_areas: Vec::new(),
        organisations: Vec::new(),
        sources: Vec::new(),
    }
}

fn key_figure(shift: Shift) -> KeyFigure {
    let value = if shift.before == shift.after {
        shift.after
    } else {
        format!("{} → {}", shift.before_without_unit(), shift.after)
    };
    KeyFigure {
        value,
        label: shift.caption,
        source: None,
        example: shift.example,
    }
}

#[derive(Clone, Copy)]
struct Writer<'a> {
    teller: Teller<'a>,
    links: &'a dyn Links,
}

impl<'a> Writer<'a> {
    /// What changed, group by group; what is kept stands in the plan, and is only counted.
    fn groups(&self) -> Vec<ChangeGroup> {
        let language = self.teller.language;
        let goals: Vec<ChangeItem> = self.teller.goals_told().map(|goal| self.goal(goal)).collect();
        let goals = ChangeGroup {
            title: say!(language, "difference-goals"),
            tone: Tone::Neutral,
            struck: false,
            items: goals,
        };
        let fates = Fate::ALL.into_iter().filter(|fate| *fate != Fate::Kept);
        let measures = fates.map(|fate| ChangeGroup {
            title: say!(language, &format!("difference-fate-{}", fate.word())),
            tone: tone(fate),
            struck: matches!(fate, Fate::Stopped | Fate::Removed),
            items: self.teller.difference.with(fate).map(|measure| self.measure(measure)).collect(),
        });
        std::iter::once(goals)
            .chain(measures)
            .filter(|group| !group.items.is_empty())
            .collect()
    }

    fn goal(&self, goal: &GoalDifference<'a>) -> ChangeItem {
        let language = self.teller.language;
        ChangeItem {
            what: Reference {
                key: String::new(),
                title: Text::of(language, &goal.goal().title),
                address: WebAddress::parse(&self.links.goal(&goal.goal().id)),
            },
            facts: String::new(),
            lines: self.lines(&self.teller.goal(goal)),
            reasons: Vec::new(),
            example: goal.goal().example,
        }
    }

    fn measure(&self, measure: &MeasureDifference<'a>) -> ChangeItem {
        let told = measure.measure();
        let facts = if matches!(measure.fate, Fate::New | Fate::Removed) {
            self.teller.facts(told)
        } else {
            String::new()
        };
        ChangeItem {
            what: self.reference(measure.id),
            facts,
            lines: self.lines(&self.teller.lines(measure)),
            reasons: self.reasons(measure),
            example: told.example,
        }
    }

    fn reference(&self, id: &programme::MeasureId) -> Reference {
        let difference = self.teller.difference;
        let known = difference.measure(id).map(MeasureDifference::measure);
        Reference {
            key: id.to_string(),
            title: known.map_or_else(|| id.to_string().into(), |known| Text::of(self.teller.language, &known.title)),
            address: WebAddress::parse(&self.links.measure(id)),
        }
    }

    fn reasons(&self, measure: &MeasureDifference<'a>) -> Vec<ChangeReason> {
        let reasons = self.teller.reasons(measure).into_iter();
        let told = reasons.map(|reason| ChangeReason {
            what: reason.what,
            why: Text::of(self.teller.language, reason.why),
            replaced_by: reason.replaced_by.map(|other| self.reference(other)),
        });
        told.collect()
    }

    fn lines(&self, lines: &[Line<'_>]) -> Vec<ChangeLine> {
        lines.iter().map(|line| self.line(line)).collect()
    }

    fn line(&self, line: &Line<'_>) -> ChangeLine {
        let own = self.teller.language;
        match line {
            Line::Wording {
                label, language, pieces, ..
            } => ChangeLine {
                label: label.clone(),
                language: (*language != own).then_some(*language),
                pieces: abridged(pieces).iter().map(piece).collect(),
            },
            Line::Value { label, gone, come } => ChangeLine {
                label: label.clone(),
                language: None,
                pieces: gone
                    .clone()
                    .map(ChangePiece::Gone)
                    .into_iter()
                    .chain(come.clone().map(ChangePiece::Come))
                    .collect(),
            },
            Line::Other(words) => ChangeLine {
                label: String::new(),
                language: None,
                pieces: vec![ChangePiece::Same(words.clone())],
            },
        }
    }
}

/// Paragraphs run on: a line says what is different, not how it is set.
fn piece(piece: &Piece<'_>) -> ChangePiece {
    let text = piece.text().replace("\n\n", " ").replace('\n', " ");
    match piece {
        Piece::Same(_) => ChangePiece::Same(text),
        Piece::Gone(_) => ChangePiece::Gone(text),
        Piece::Come(_) => ChangePiece::Come(text),
    }
}

fn tone(fate: Fate) -> Tone {
    match fate {
        Fate::New => Tone::Good,
        Fate::Changed => Tone::Attention,
        Fate::Stopped | Fate::Removed => Tone::Stopped,
        Fate::Kept | Fate::Paused | Fate::Replaced => Tone::Neutral,
    }
}
