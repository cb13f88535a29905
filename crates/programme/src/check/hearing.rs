//! The rules of hearings and statements that hold on any day.

use std::collections::{BTreeMap, BTreeSet, HashSet};

use super::{FaultKind, Faults};
use crate::hearing::{Circle, Publication, Sender, Statement, Trouble};
use crate::{Hearing, HearingId, MeasureId, Revision};

/// A statement is a letter, not a book.
const LONGEST_STATEMENT: usize = 20_000;
const LONGEST_REASON: usize = 2_000;
const MOST_QUESTIONS: usize = 30;
const MOST_ATTACHMENTS: usize = 5;

impl Faults<'_> {
    pub(super) fn hearings(&mut self) {
        let state = self.state;
        for hearing in &state.hearings {
            self.about("hearing", &hearing.id);
            self.hearing(hearing);
        }
        for draft in &state.hearing_drafts {
            self.about("hearing", &draft.id);
            let known = state.hearing(&draft.id);
            self.known("draft", &draft.id, known.is_some());
            let before = self.before.into_iter().flat_map(|before| &before.hearing_drafts);
            let is_known = before.clone().any(|before| before.content.is_same(&draft.content));
            let hash = known.and_then(|hearing| hearing.draft.as_ref());
            let is_intact = is_known || (hash == Some(&Revision::hash_of(&draft.content)) && draft.plan().is_some());
            if !is_intact {
                self.add("draft", FaultKind::Hearing(Trouble::Draft));
            }
        }
        self.statements();
    }

    fn hearing(&mut self, hearing: &Hearing) {
        let state = self.state;
        self.title("title", &hearing.title);
        self.text("body", &hearing.body);
        if hearing.circles.is_empty() {
            self.add("circles", FaultKind::Empty);
        }
        let members = hearing.forum.as_ref().map(|forum| &forum.members);
        if hearing.circles.contains(&Circle::Forum) && members.is_none_or(Vec::is_empty) {
            self.add("forum", FaultKind::Empty);
        }
        members.into_iter().flatten().for_each(|id| self.organisation("forum", id));
        hearing.invited.iter().for_each(|id| self.organisation("invited", id));
        if let Some(plan) = &hearing.plan {
            self.known("plan", plan, state.action_plan(plan).is_some());
        }
        if hearing.plan.is_none() && hearing.questions.is_empty() {
            self.add("questions", FaultKind::Hearing(Trouble::NothingAsked));
        }
        if hearing.questions.len() > MOST_QUESTIONS {
            self.add("questions", FaultKind::OutOfRange);
        }
        for question in &hearing.questions {
            self.title("questions", question);
        }
        self.dates(hearing);
        self.asked_measures(hearing);
    }

    fn dates(&mut self, hearing: &Hearing) {
        let (kind, earliest) = (hearing.kind, hearing.earliest_deadline(hearing.opens));
        if hearing.deadline < earliest {
            self.add("deadline", FaultKind::Hearing(Trouble::TooShort { kind, earliest }));
        }
        for extension in &hearing.extensions {
            if extension.reason.is_empty() {
                self.add("extensions", FaultKind::Empty);
            }
            self.length("extensions", &extension.reason, LONGEST_REASON);
            if extension.from >= hearing.deadline {
                let deadline = extension.from;
                self.add("extensions", FaultKind::Hearing(Trouble::Shortened { deadline }));
            }
        }
        if let Some(conclusion) = &hearing.conclusion {
            if conclusion.text.is_empty() {
                self.add("conclusion", FaultKind::Empty);
            }
            self.text("conclusion", &conclusion.text);
        }
    }

    /// A measure that is asked about stands in the draft, or in the plan as long as there is no draft.
    fn asked_measures(&mut self, hearing: &Hearing) {
        let draft = self.state.draft_of(&hearing.id);
        if hearing.draft.is_some() && draft.is_none() {
            self.add("draft", FaultKind::Hearing(Trouble::Draft));
            return;
        }
        let drafted: Option<HashSet<&MeasureId>> = draft
            .as_ref()
            .map(|draft| draft.measures.iter().map(|measure| &measure.id).collect());
        let mut seen = BTreeSet::new();
        for id in &hearing.measures {
            let there = drafted
                .as_ref()
                .map_or(self.there.measures.contains(id), |drafted| drafted.contains(id));
            self.known("measures", id, there);
            if !seen.insert(id) {
                self.add("measures", FaultKind::Twice(id.to_string()));
            }
        }
    }

    fn statements(&mut self) {
        let state = self.state;
        let hearings: BTreeMap<&HearingId, (&Hearing, HashSet<&MeasureId>)> = state
            .hearings
            .iter()
            .map(|hearing| (&hearing.id, (hearing, hearing.measures.iter().collect())))
            .collect();
        let mut numbers: BTreeSet<(&HearingId, u32)> = BTreeSet::new();
        for statement in &state.statements {
            self.about("statement", &statement.key());
            let Some((hearing, asked)) = hearings.get(&statement.hearing) else {
                self.known("hearing", &statement.hearing, false);
                continue;
            };
            if statement.number == 0 || !numbers.insert((&statement.hearing, statement.number)) {
                self.add("number", FaultKind::Twice(statement.number.to_string()));
            }
            if hearing.opened.is_none_or(|opened| statement.received < opened) {
                self.add("received", FaultKind::Hearing(Trouble::NotOpen));
            }
            self.statement(hearing, asked, statement);
        }
    }

    fn statement(&mut self, hearing: &Hearing, asked: &HashSet<&MeasureId>, statement: &Statement) {
        if let Some(id) = &statement.organisation {
            self.organisation("organisation", id);
        }
        if (statement.sender == Sender::Partner) != statement.organisation.is_some() {
            self.add("organisation", FaultKind::Hearing(Trouble::NotAsked));
        }
        if statement.sender == Sender::Organisation && statement.name.trim().is_empty() {
            self.add("name", FaultKind::Empty);
        }
        if statement.name.chars().count() > super::LONGEST_TITLE {
            self.add("name", FaultKind::TooLong(super::LONGEST_TITLE));
        }
        self.length("text", &statement.text, LONGEST_STATEMENT);
        let mut seen = BTreeSet::new();
        for answer in &statement.answers {
            let question = answer.question as usize;
            self.known("answers", &question, (1..=hearing.questions.len()).contains(&question));
            self.length("answers", &answer.text, LONGEST_STATEMENT);
            if !seen.insert(question) {
                self.add("answers", FaultKind::Twice(question.to_string()));
            }
        }
        let mut seen = BTreeSet::new();
        for verdict in &statement.verdicts {
            self.known("verdicts", &verdict.measure, asked.contains(&verdict.measure));
            self.length("verdicts", &verdict.reason, LONGEST_REASON);
            if !seen.insert(&verdict.measure) {
                self.add("verdicts", FaultKind::Twice(verdict.measure.to_string()));
            }
        }
        self.attachments(statement);
        self.answered_for(asked, statement);
    }

    fn attachments(&mut self, statement: &Statement) {
        let is_hash = |hash: &str| hash.len() == 64 && hash.bytes().all(|byte| matches!(byte, b'0'..=b'9' | b'a'..=b'f'));
        let is_named = |name: &str| !name.trim().is_empty() && name.chars().count() <= super::LONGEST_TITLE;
        let is_right = |file: &crate::hearing::Attachment| is_hash(&file.hash) && is_named(&file.name);
        if !statement.attachments.iter().all(is_right) || statement.attachments.len() > MOST_ATTACHMENTS {
            self.add("attachments", FaultKind::Hearing(Trouble::Attachment));
        }
    }

    /// What was decided about showing it, and what became of it.
    fn answered_for(&mut self, asked: &HashSet<&MeasureId>, statement: &Statement) {
        for moderation in &statement.moderation {
            if (moderation.decision == Publication::Withheld) != moderation.reason.is_some() {
                self.add("moderation", FaultKind::Hearing(Trouble::Reason));
            }
            self.length("moderation", &moderation.note, LONGEST_REASON);
        }
        let Some(assessment) = &statement.assessment else { return };
        if assessment.text.is_empty() {
            self.add("assessment", FaultKind::Empty);
        }
        self.length("assessment", &assessment.text, LONGEST_STATEMENT);
        self.title("assessment", &assessment.by);
        for id in &assessment.changed {
            self.known("assessment", id, self.there.measures.contains(id) || asked.contains(id));
        }
    }
}
