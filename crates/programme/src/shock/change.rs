//! The commands about shocks and decisions.

use jiff::civil::Date;

use super::{Choice, Decision, Emergency, Phase, Shock, carry};
use crate::command::{Refusal, allowed, replace};
use crate::{Actor, ShockId, State, Text};

/// A decision with the version of the one that it takes the place of.
#[derive(Debug, Clone)]
pub struct Decided {
    pub decision: Box<Decision>,
    /// The journal number of the decision that the person saw; none where none was made.
    pub base: Option<i64>,
}

/// What is to change.
#[derive(Debug, Clone)]
pub enum Change {
    /// Declares a shock, or mends what was declared. The plan stays as it is.
    Declare { shock: Box<Shock>, base: Option<i64> },
    /// Takes a shock back that nothing was decided on, or nothing that acts.
    Withdraw { shock: ShockId, base: Option<i64> },
    /// One decision, or several at once. An emergency decision acts at once.
    Decide { decisions: Vec<Decided> },
    /// Puts something back into the queue whose decision has not acted.
    Reopen { decision: String, base: Option<i64> },
    /// Lets an emergency decision that nobody ratified fall back; the reason stands in the measure's history.
    Lapse {
        decision: String,
        on: Date,
        reason: Text,
        base: Option<i64>,
    },
}

impl Change {
    /// The word in the journal and in message keys.
    pub fn word(&self) -> &'static str {
        match self {
            Self::Declare { .. } => "declare-shock",
            Self::Withdraw { .. } => "withdraw-shock",
            Self::Decide { .. } => "decide",
            Self::Reopen { .. } => "reopen",
            Self::Lapse { .. } => "lapse",
        }
    }

    pub(crate) fn targets(&self) -> Vec<(&'static str, String, Option<i64>)> {
        match self {
            Self::Declare { shock, base } => vec![("shock", shock.id.to_string(), *base)],
            Self::Withdraw { shock, base } => vec![("shock", shock.to_string(), *base)],
            Self::Decide { decisions } => decisions
                .iter()
                .map(|decided| ("decision", decided.decision.key(), decided.base))
                .collect(),
            Self::Reopen { decision, base } | Self::Lapse { decision, base, .. } => vec![("decision", decision.clone(), *base)],
        }
    }

    pub(crate) fn apply(&self, next: &mut State, who: &Actor) -> Result<(), Refusal> {
        match self {
            Self::Declare { shock, .. } => {
                allowed(who.may_govern())?;
                replace(&mut next.shocks, (**shock).clone(), |one, two| one.id == two.id);
            }
            Self::Withdraw { shock, .. } => {
                allowed(who.may_govern())?;
                withdraw(next, shock)?;
            }
            Self::Decide { decisions } => {
                for decided in decisions {
                    decide(next, &decided.decision, who)?;
                }
            }
            Self::Reopen { decision, .. } => {
                allowed(who.may_edit_all())?;
                let known = find(next, decision)?;
                allowed(known.phase(known.decided) == Phase::Proposed)?;
                next.decisions.retain(|known| &known.key() != decision);
            }
            Self::Lapse { decision, on, reason, .. } => {
                allowed(who.may_govern())?;
                lapse(next, decision, *on, reason)?;
            }
        }
        Ok(())
    }
}

fn find(state: &State, key: &str) -> Result<Decision, Refusal> {
    let known = state.decisions.iter().find(|known| known.key() == key);
    known.cloned().ok_or(Refusal::Missing)
}

/// Decisions that act or acted are part of the plan's history: their shock stays.
fn withdraw(next: &mut State, shock: &ShockId) -> Result<(), Refusal> {
    let has_acted = |decision: &Decision| &decision.shock == shock && decision.phase(decision.decided) != Phase::Proposed;
    if next.decisions.iter().any(has_acted) {
        return Err(Refusal::Forbidden);
    }
    let before = next.shocks.len();
    next.shocks.retain(|known| &known.id != shock);
    if next.shocks.len() == before {
        return Err(Refusal::Missing);
    }
    next.decisions.retain(|decision| &decision.shock != shock);
    Ok(())
}

fn decide(next: &mut State, decision: &Decision, who: &Actor) -> Result<(), Refusal> {
    allowed(who.may_edit_all() && (decision.emergency.is_none() || who.may_govern()))?;
    let shock = next.shock(&decision.shock).cloned().ok_or(Refusal::Missing)?;
    let key = decision.key();
    let known = next.decisions.iter().find(|known| known.key() == key);
    let was_carried_out = known.is_some_and(|known| known.carried_out.is_some());
    let acts = known
        .and_then(|known| known.emergency.as_ref())
        .is_some_and(|known| known.lapsed.is_none());
    // what a revision carried out is decided; what acts is ratified or lapses first
    allowed(!was_carried_out && !acts)?;
    let mut decision = Decision {
        carried_out: None,
        ..decision.clone()
    };
    if let Some(emergency) = &mut decision.emergency {
        let was = next.measures.iter().find(|measure| Some(&measure.id) == decision.measure.as_ref());
        *emergency = Emergency {
            expires: emergency.expires,
            was: was.filter(|_| decision.choice != Choice::New).cloned().map(Box::new),
            lapsed: None,
        };
        let day = decision.decided;
        carry::carry_out(next, &decision, Some(&shock), day);
    }
    replace(&mut next.decisions, decision, |one, two| one.key() == two.key());
    Ok(())
}

fn lapse(next: &mut State, key: &str, on: Date, reason: &Text) -> Result<(), Refusal> {
    let decision = find(next, key)?;
    let acts = decision.carried_out.is_none() && decision.emergency.as_ref().is_some_and(|emergency| emergency.lapsed.is_none());
    if !acts || decision.phase(on) != Phase::Lapsed {
        return Err(Refusal::Forbidden);
    }
    carry::fall_back(next, &decision, on, reason);
    let lapsed = Decision {
        emergency: decision.emergency.clone().map(|emergency| Emergency {
            was: None,
            lapsed: Some(on),
            ..emergency
        }),
        draft: None,
        ..decision
    };
    replace(&mut next.decisions, lapsed, |one, two| one.key() == two.key());
    Ok(())
}
