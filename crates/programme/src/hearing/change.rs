//! The commands about hearings. The day is an argument of those whose rules depend on it.

use std::collections::BTreeSet;

use jiff::civil::Date;
use store::links::Link;

use super::inputs::{running, unassessed};
use super::rules::tomorrow;
use super::{Assessment, Conclusion, Draft, Extension, Hearing, Moderation, Phase, Publication, Sender, Statement, Trouble, Way};
use crate::check::{Fault, FaultKind};
use crate::command::{Refusal, allowed, replace};
use crate::{ActionPlanId, Actor, HearingId, Revision, State, Status, Text, shock};

/// What is known of a private person who answered. It is kept beside the programme, and deleted when the hearing has ended.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Contact {
    pub name: String,
    pub email: String,
    /// The hash of the token by which the answer can be changed.
    pub token_hash: String,
    /// The language in which to write to them.
    pub language: String,
}

/// What is to change.
#[derive(Debug, Clone)]
pub enum Change {
    /// Plans a hearing, or mends one that is not open yet.
    Save {
        hearing: Box<Hearing>,
        on: Date,
        base: Option<i64>,
    },
    /// Takes back one that was never opened.
    Withdraw { hearing: HearingId, base: Option<i64> },
    /// Publishes it: the draft is kept as it is now, and people can answer.
    Open { hearing: HearingId, on: Date, base: Option<i64> },
    /// Gives people more time.
    Extend {
        hearing: HearingId,
        deadline: Date,
        reason: Text,
        on: Date,
        base: Option<i64>,
    },
    /// Ends it, with what came of it as a whole.
    Conclude {
        hearing: HearingId,
        text: Text,
        on: Date,
        base: Option<i64>,
    },
    /// A new statement; its number is given to it.
    Receive {
        statement: Box<Statement>,
        contact: Option<Contact>,
        /// The personal link by which it came, as it was when its holder opened it.
        link: Option<Box<Link>>,
        on: Date,
    },
    /// A statement as its sender has changed it.
    Amend {
        statement: Box<Statement>,
        link: Option<Box<Link>>,
        on: Date,
        base: Option<i64>,
    },
    /// Whether everybody may read a statement.
    Moderate {
        hearing: HearingId,
        number: u32,
        moderation: Moderation,
        base: Option<i64>,
    },
    /// Takes the words of a withheld statement away for good.
    Erase {
        hearing: HearingId,
        number: u32,
        on: Date,
        base: Option<i64>,
    },
    /// What becomes of a statement.
    Assess {
        hearing: HearingId,
        number: u32,
        assessment: Assessment,
        base: Option<i64>,
    },
}

impl Change {
    /// The word in the journal and in message keys.
    pub fn word(&self) -> &'static str {
        match self {
            Self::Save { .. } => "save-hearing",
            Self::Withdraw { .. } => "withdraw-hearing",
            Self::Open { .. } => "open-hearing",
            Self::Extend { .. } => "extend-hearing",
            Self::Conclude { .. } => "conclude-hearing",
            Self::Receive { .. } => "receive-statement",
            Self::Amend { .. } => "amend-statement",
            Self::Moderate { .. } => "moderate-statement",
            Self::Erase { .. } => "erase-statement",
            Self::Assess { .. } => "assess-statement",
        }
    }

    pub(crate) fn targets(&self) -> Vec<(&'static str, String, Option<i64>)> {
        match self {
            Self::Save { hearing, base, .. } => vec![("hearing", hearing.id.to_string(), *base)],
            Self::Withdraw { hearing, base }
            | Self::Open { hearing, base, .. }
            | Self::Extend { hearing, base, .. }
            | Self::Conclude { hearing, base, .. } => vec![("hearing", hearing.to_string(), *base)],
            Self::Amend { statement, base, .. } => vec![("statement", statement.key(), *base)],
            Self::Moderate { hearing, number, base, .. }
            | Self::Erase { hearing, number, base, .. }
            | Self::Assess { hearing, number, base, .. } => {
                vec![("statement", format!("{hearing}/{number}"), *base)]
            }
            Self::Receive { .. } => Vec::new(),
        }
    }

    pub(crate) fn apply(&self, next: &mut State, who: &Actor) -> Result<(), Refusal> {
        match self {
            Self::Save { hearing, on, .. } => save(next, hearing, *on, who),
            Self::Withdraw { hearing, .. } => withdraw(next, hearing, who),
            Self::Open { hearing, on, .. } => open(next, hearing, *on, who),
            Self::Extend {
                hearing,
                deadline,
                reason,
                on,
                ..
            } => extend(next, hearing, *deadline, reason, *on, who),
            Self::Conclude { hearing, text, on, .. } => conclude(next, hearing, text, *on, who),
            Self::Receive { statement, on, .. } => receive(next, statement, *on, who),
            Self::Amend { statement, on, .. } => amend(next, statement, *on, who),
            Self::Moderate {
                hearing,
                number,
                moderation,
                ..
            } => {
                allowed(who.may_edit_all())?;
                statement(next, hearing, *number)?.moderation.push(moderation.clone());
                Ok(())
            }
            Self::Erase { hearing, number, on, .. } => erase(next, hearing, *number, *on, who),
            Self::Assess {
                hearing,
                number,
                assessment,
                ..
            } => assess(next, hearing, *number, assessment, who),
        }
    }
}

fn fault(kind: &'static str, id: &impl ToString, field: &'static str, trouble: Trouble) -> Refusal {
    Refusal::Faults(vec![Fault {
        kind,
        id: id.to_string(),
        field,
        what: FaultKind::Hearing(trouble),
    }])
}

fn hearing<'a>(next: &'a mut State, id: &HearingId) -> Result<&'a mut Hearing, Refusal> {
    next.hearings.iter_mut().find(|known| &known.id == id).ok_or(Refusal::Missing)
}

fn statement<'a>(next: &'a mut State, hearing: &HearingId, number: u32) -> Result<&'a mut Statement, Refusal> {
    let mut all = next.statements.iter_mut();
    all.find(|known| &known.hearing == hearing && known.number == number)
        .ok_or(Refusal::Missing)
}

/// Only what is planned is saved; what opening adds is not in a form's hands.
fn save(next: &mut State, hearing: &Hearing, on: Date, who: &Actor) -> Result<(), Refusal> {
    allowed(who.may_edit_all())?;
    if next.hearing(&hearing.id).is_some_and(Hearing::is_published) {
        return Err(fault("hearing", &hearing.id, "body", Trouble::Frozen));
    }
    if let Some(trouble) = hearing.deadline_trouble(on) {
        return Err(fault("hearing", &hearing.id, "deadline", trouble));
    }
    let planned = Hearing {
        opened: None,
        draft: None,
        invited: Vec::new(),
        extensions: Vec::new(),
        conclusion: None,
        ..hearing.clone()
    };
    replace(&mut next.hearings, planned, |one, two| one.id == two.id);
    Ok(())
}

fn withdraw(next: &mut State, id: &HearingId, who: &Actor) -> Result<(), Refusal> {
    allowed(who.may_govern())?;
    if hearing(next, id)?.is_published() {
        return Err(fault("hearing", id, "body", Trouble::Frozen));
    }
    next.hearings.retain(|known| &known.id != id);
    Ok(())
}

fn open(next: &mut State, id: &HearingId, on: Date, who: &Actor) -> Result<(), Refusal> {
    allowed(who.may_govern())?;
    let mut opened = hearing(next, id)?.clone();
    if opened.is_published() {
        return Err(fault("hearing", id, "body", Trouble::Frozen));
    }
    (opened.opens, opened.opened) = (on, Some(on));
    if let Some(trouble) = opened.deadline_trouble(on) {
        return Err(fault("hearing", id, "deadline", trouble));
    }
    opened.invited = opened.asks(next).into_iter().map(|organisation| organisation.id.clone()).collect();
    if let Some(plan) = &opened.plan {
        let draft = shock::draft(next, plan, on).ok_or(Refusal::Missing)?;
        if opened.every_measure {
            let goes_on = |status: Status| status.is_open();
            let asked = draft.measures.iter().filter(|measure| goes_on(measure.current()));
            opened.measures = asked.map(|measure| measure.id.clone()).collect();
        }
        let content = draft.to_content().map_err(|_| Refusal::Missing)?;
        opened.draft = Some(Revision::hash_of(&content));
        next.hearing_drafts.push(Draft {
            id: id.clone(),
            content: content.into(),
        });
    }
    *hearing(next, id)? = opened;
    Ok(())
}

fn extend(next: &mut State, id: &HearingId, deadline: Date, reason: &Text, on: Date, who: &Actor) -> Result<(), Refusal> {
    allowed(who.may_govern())?;
    let known = hearing(next, id)?;
    match known.phase(on) {
        Phase::Draft => return Err(fault("hearing", id, "deadline", Trouble::NotOpen)),
        Phase::Assessed => return Err(fault("hearing", id, "deadline", Trouble::Concluded)),
        Phase::Open | Phase::Closed => {}
    }
    if deadline <= known.deadline {
        let deadline = known.deadline;
        return Err(fault("hearing", id, "deadline", Trouble::Shortened { deadline }));
    }
    if deadline <= on {
        let earliest = tomorrow(on);
        return Err(fault("hearing", id, "deadline", Trouble::Past { earliest }));
    }
    known.extensions.push(Extension {
        date: on,
        from: known.deadline,
        reason: reason.clone(),
    });
    known.deadline = deadline;
    Ok(())
}

fn conclude(next: &mut State, id: &HearingId, text: &Text, on: Date, who: &Actor) -> Result<(), Refusal> {
    allowed(who.may_govern())?;
    let known = hearing(next, id)?;
    let deadline = known.deadline;
    match known.phase(on) {
        Phase::Draft => return Err(fault("hearing", id, "conclusion", Trouble::NotOpen)),
        Phase::Open => return Err(fault("hearing", id, "conclusion", Trouble::Running { deadline })),
        Phase::Assessed => return Err(fault("hearing", id, "conclusion", Trouble::Concluded)),
        Phase::Closed => {}
    }
    if let Some(statement) = next.statements_to(id).find(|statement| statement.lacks_assessment()) {
        let trouble = unassessed_trouble(next, id, statement.number);
        return Err(fault("hearing", id, "conclusion", trouble));
    }
    hearing(next, id)?.conclusion = Some(Conclusion {
        date: on,
        text: text.clone(),
    });
    Ok(())
}

fn unassessed_trouble(state: &State, hearing: &HearingId, number: u32) -> Trouble {
    Trouble::Unassessed {
        hearing: hearing.clone(),
        title: state.hearing(hearing).map(|known| known.title.clone()).unwrap_or_default(),
        number,
    }
}

/// Refuses an answer that comes too early, too late, from somebody who is not asked, or that says nothing.
fn receivable(state: &State, statement: &Statement, on: Date, who: &Actor) -> Result<(), Refusal> {
    let hearing = state.hearing(&statement.hearing).ok_or(Refusal::Missing)?;
    let refused = |field, trouble| Err(fault("statement", &statement.key(), field, trouble));
    let by_hand = statement.way == Way::Registered;
    allowed(who.may_edit_all() || !by_hand && who.organisation == statement.organisation)?;
    match hearing.phase(on) {
        Phase::Draft => return refused("received", Trouble::NotOpen),
        Phase::Closed if !by_hand => {
            let deadline = hearing.deadline;
            return refused("received", Trouble::Late { deadline });
        }
        Phase::Assessed => return refused("received", Trouble::Concluded),
        Phase::Open | Phase::Closed => {}
    }
    let asked = match &statement.organisation {
        Some(organisation) => hearing.may_answer(organisation),
        None => hearing.has_open_form() || by_hand || statement.way == Way::Link,
    };
    if !asked && !by_hand {
        return refused("sender", Trouble::NotAsked);
    }
    if statement.is_empty() {
        return refused("text", Trouble::Nothing);
    }
    Ok(())
}

fn receive(next: &mut State, statement: &Statement, on: Date, who: &Actor) -> Result<(), Refusal> {
    receivable(next, statement, on, who)?;
    let of_organisation = next
        .statements_to(&statement.hearing)
        .find(|known| known.organisation.is_some() && known.organisation == statement.organisation);
    if let Some(known) = of_organisation {
        let number = known.number;
        return Err(fault("statement", &known.key(), "sender", Trouble::Answered { number }));
    }
    let last = next.statements_to(&statement.hearing).map(|known| known.number).max();
    next.statements.push(Statement {
        number: last.unwrap_or(0) + 1,
        received: if statement.way == Way::Registered { statement.received } else { on },
        changed: None,
        moderation: Vec::new(),
        assessment: None,
        ..statement.clone()
    });
    Ok(())
}

/// The sender's own words alone; what was said of them begins anew.
fn amend(next: &mut State, amended: &Statement, on: Date, who: &Actor) -> Result<(), Refusal> {
    receivable(next, amended, on, who)?;
    let known = statement(next, &amended.hearing, amended.number)?;
    allowed(known.organisation == amended.organisation)?;
    let mut moderation = std::mem::take(&mut known.moderation);
    if known.sender != Sender::Partner && !moderation.is_empty() {
        moderation.push(Moderation {
            date: on,
            decision: Publication::Waiting,
            reason: None,
            note: Text::default(),
            erased: false,
        });
    }
    *known = Statement {
        received: known.received,
        sender: known.sender,
        way: known.way,
        changed: Some(on),
        moderation,
        assessment: None,
        ..amended.clone()
    };
    Ok(())
}

/// What is shown is never erased: whoever wants it gone says first, in public, by which point of the policy.
fn erase(next: &mut State, id: &HearingId, number: u32, on: Date, who: &Actor) -> Result<(), Refusal> {
    allowed(who.may_govern())?;
    let known = statement(next, id, number)?;
    let withheld = known.moderation.last().filter(|newest| newest.decision == Publication::Withheld);
    let Some(withheld) = withheld.filter(|newest| !newest.erased).cloned() else {
        return Err(fault("statement", &known.key(), "publication", Trouble::NotWithheld));
    };
    let mut erased = known.clone().without_words();
    erased.moderation.push(Moderation {
        date: on,
        note: Text::default(),
        erased: true,
        ..withheld
    });
    *known = erased;
    Ok(())
}

fn assess(next: &mut State, id: &HearingId, number: u32, assessment: &Assessment, who: &Actor) -> Result<(), Refusal> {
    allowed(who.may_edit_all())?;
    if hearing(next, id)?.conclusion.is_some() {
        return Err(fault("statement", &format!("{id}/{number}"), "assessment", Trouble::Concluded));
    }
    statement(next, id, number)?.assessment = Some(assessment.clone());
    Ok(())
}

/// Refuses to adopt a plan while somebody who was heard about it waits for an answer, or a hearing that a law lets run out
/// first is not over on the day of the decision.
pub(crate) fn may_be_adopted(state: &State, plan: &ActionPlanId, adopted: Date) -> Result<(), Refusal> {
    let fault = |kind, id, field, trouble| Fault {
        kind,
        id,
        field,
        what: FaultKind::Hearing(trouble),
    };
    let waiting = unassessed(state, plan).into_iter().map(|statement| {
        let trouble = unassessed_trouble(state, &statement.hearing, statement.number);
        fault("statement", statement.key(), "assessment", trouble)
    });
    let running = running(state, plan, adopted).map(|hearing| {
        let deadline = hearing.deadline;
        fault("hearing", hearing.id.to_string(), "deadline", Trouble::Running { deadline })
    });
    let faults: Vec<Fault> = running.chain(waiting).collect();
    if faults.is_empty() { Ok(()) } else { Err(Refusal::Faults(faults)) }
}

/// Keeps what was published and what people have sent in, whatever a loaded folder says of it.
pub(crate) fn keep_received(before: &State, next: &mut State) {
    let published: BTreeSet<&HearingId> = before
        .hearings
        .iter()
        .filter(|known| known.is_published())
        .map(|known| &known.id)
        .collect();
    next.hearings.retain(|one| !published.contains(&one.id));
    next.hearing_drafts.retain(|one| !published.contains(&one.id));
    next.statements.retain(|one| !published.contains(&one.hearing));
    let hearings = before.hearings.iter().filter(|one| published.contains(&one.id));
    next.hearings.extend(hearings.cloned());
    let drafts = before.hearing_drafts.iter().filter(|one| published.contains(&one.id));
    next.hearing_drafts.extend(drafts.cloned());
    let statements = before.statements.iter().filter(|one| published.contains(&one.hearing));
    next.statements.extend(statements.cloned());
}
