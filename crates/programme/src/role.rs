//! Who may do what: roles in a programme, and the one place that says what each may change.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

use crate::{BudgetLine, Measure, OrganisationId};

/// What a person is in a programme.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Role {
    /// Runs the programme: may change, adopt and invite.
    Lead,
    /// May change goals, plans and measures.
    Editor,
    /// Sits in the steering group: sees the whole workspace.
    Steering,
    /// Acts for one organisation: changes only that organisation's parts.
    Partner,
    /// Sees the whole workspace, to trust and reuse the figures.
    Analyst,
}

impl Role {
    /// All, the one with most rights first.
    pub const ALL: [Self; 5] = [Self::Lead, Self::Editor, Self::Steering, Self::Partner, Self::Analyst];

    /// The word in the store, in forms and in message keys.
    pub fn word(self) -> &'static str {
        match self {
            Self::Lead => "lead",
            Self::Editor => "editor",
            Self::Steering => "steering",
            Self::Partner => "partner",
            Self::Analyst => "analyst",
        }
    }
}

impl fmt::Display for Role {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(self.word())
    }
}

impl FromStr for Role {
    type Err = ();

    fn from_str(word: &str) -> Result<Self, ()> {
        Self::ALL.into_iter().find(|role| role.word() == word).ok_or(())
    }
}

/// Who makes a change, as the journal will tell it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Actor {
    /// Name or role address, as it stands in the journal.
    pub name: String,
    pub role: Role,
    /// The organisation that a partner acts for.
    pub organisation: Option<OrganisationId>,
}

impl Actor {
    /// The program itself, acting for whoever runs it on the machine (loading a folder).
    pub fn operator() -> Self {
        Self {
            name: "vekst".to_owned(),
            role: Role::Lead,
            organisation: None,
        }
    }

    /// Somebody without an account who answers by a form or a personal link, for an organisation or for themselves. May
    /// do nothing else.
    pub fn visitor(organisation: Option<OrganisationId>) -> Self {
        Self {
            name: "vekst".to_owned(),
            role: Role::Partner,
            organisation,
        }
    }

    /// May change goals, plans and every measure.
    pub fn may_edit_all(&self) -> bool {
        matches!(self.role, Role::Lead | Role::Editor)
    }

    /// May adopt revisions, invite people and end their access.
    pub fn may_govern(&self) -> bool {
        self.role == Role::Lead
    }

    /// May see what is proposed and not yet adopted, and the whole journal: everybody but partners, who see their own things.
    pub fn may_see_all(&self) -> bool {
        self.role != Role::Partner
    }

    /// May change a measure, or the part of it that is its organisation's.
    pub fn may_touch(&self, measure: &Measure) -> bool {
        self.may_edit_all() || (self.role == Role::Partner && self.organisation.as_ref().is_some_and(|own| measure.involves(own)))
    }

    /// May say how a measure is going: those who answer for it or do it.
    pub fn may_report(&self, measure: &Measure) -> bool {
        self.may_edit_all()
            || (self.role == Role::Partner
                && self
                    .organisation
                    .as_ref()
                    .is_some_and(|own| &measure.responsible == own || measure.executing.contains(own)))
    }

    /// May turn a measure from `before` into `after`. A partner who answers for it or does it may change its text, dates
    /// and history; every partner its own budget lines; nobody but lead and editor where the measure belongs.
    pub fn may_change(&self, before: &Measure, after: &Measure) -> bool {
        if self.may_edit_all() {
            return true;
        }
        let Some(own) = self.organisation.as_ref().filter(|_| self.may_touch(before)) else {
            return false;
        };
        let mut allowed = before.clone();
        if self.may_report(before) {
            allowed.title = after.title.clone();
            allowed.body = after.body.clone();
            allowed.starts = after.starts;
            allowed.ends = after.ends;
            allowed.status.clone_from(&after.status);
        }
        allowed.budget = with_own_lines(before, after, own);
        &allowed == after
    }
}

/// The budget of `before` with `own`'s lines as they are in `after`, in the order of `after`.
fn with_own_lines(before: &Measure, after: &Measure, own: &OrganisationId) -> Vec<BudgetLine> {
    let others = |measure: &Measure| {
        measure
            .budget
            .iter()
            .filter(|line| &line.funder != own)
            .cloned()
            .collect::<Vec<_>>()
    };
    if others(before) == others(after) {
        after.budget.clone()
    } else {
        before.budget.clone()
    }
}
