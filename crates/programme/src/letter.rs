//! Letters: what the lead writes to the partners about a revision. The common part is written by a person; what each
//! partner needs to know of its own is told from the difference when the letter is read, so it cannot be out of step.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::command::{Refusal, allowed, replace};
use crate::{ActionPlanId, Actor, LetterId, OrganisationId, State, Text};

/// The letter about a revision.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Letter {
    /// Plan and number: `2020-2`.
    pub id: LetterId,
    pub plan: ActionPlanId,
    pub revision: u32,
    /// Its heading, and what a mail is about.
    pub subject: Text,
    /// What it begins with, in Markdown.
    #[serde(default, skip_serializing_if = "Text::is_empty")]
    pub opening: Text,
    /// What comes next, in Markdown.
    #[serde(default, skip_serializing_if = "Text::is_empty")]
    pub closing: Text,
    /// Who signs, a line for each: name or role, and whom they sign for.
    #[serde(default, skip_serializing_if = "Text::is_empty")]
    pub signed: Text,
    /// Since when everybody may read the common part; none as long as it is a draft.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub published: Option<Date>,
    /// Words to one partner alone.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub additions: Vec<Addition>,
    /// To whom it was sent, oldest first.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub sent: Vec<Sent>,
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub example: bool,
}

/// Words to one partner.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Addition {
    pub organisation: OrganisationId,
    /// In place of the greeting that all get.
    #[serde(default, skip_serializing_if = "Text::is_empty")]
    pub greeting: Text,
    /// After the opening, in Markdown.
    #[serde(default, skip_serializing_if = "Text::is_empty")]
    pub text: Text,
}

/// That it was sent. Addresses are not kept: they belong to persons.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Sent {
    pub organisation: OrganisationId,
    pub date: Date,
    /// How many got it.
    pub recipients: u32,
}

/// A change to a letter.
#[derive(Debug, Clone)]
pub enum Change {
    Save {
        letter: Box<Letter>,
        base: Option<i64>,
    },
    /// It has been sent to a partner. Nothing that others write at the same time is in its way.
    Sent {
        letter: LetterId,
        sent: Sent,
    },
}

impl Letter {
    /// The identifier of the letter about a revision; none where the plan's own is too long for it.
    pub fn id_of(plan: &ActionPlanId, revision: u32) -> Option<LetterId> {
        format!("{plan}-{revision}").parse().ok()
    }

    /// The words to one partner.
    pub fn addition(&self, organisation: &OrganisationId) -> Option<&Addition> {
        self.additions.iter().find(|addition| &addition.organisation == organisation)
    }

    /// The times that it was sent to a partner.
    pub fn sent_to<'a>(&'a self, organisation: &'a OrganisationId) -> impl Iterator<Item = &'a Sent> {
        self.sent.iter().filter(move |sent| &sent.organisation == organisation)
    }
}

impl Change {
    pub(crate) fn word(&self) -> &'static str {
        match self {
            Self::Save { .. } => "save-letter",
            Self::Sent { .. } => "send-letter",
        }
    }

    pub(crate) fn targets(&self) -> Vec<(&'static str, String, Option<i64>)> {
        match self {
            Self::Save { letter, base } => vec![("letter", letter.id.to_string(), *base)],
            Self::Sent { .. } => Vec::new(),
        }
    }

    pub(crate) fn apply(&self, next: &mut State, who: &Actor) -> Result<(), Refusal> {
        match self {
            Self::Save { letter, .. } => {
                allowed(who.may_edit_all())?;
                replace(&mut next.letters, (**letter).clone(), |one, two| one.id == two.id);
            }
            Self::Sent { letter, sent } => {
                allowed(who.may_govern())?;
                let known = next.letters.iter_mut().find(|known| &known.id == letter);
                known.ok_or(Refusal::Missing)?.sent.push(sent.clone());
            }
        }
        Ok(())
    }
}
