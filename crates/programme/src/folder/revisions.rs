//! Adopted revisions: `revisions.toml` says who adopted what and when, `revisions/<number>.json` holds what was adopted.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::files::Files;
use crate::{ActionPlanId, AdoptedPlan, Revision, State, Text};

/// One `[[revision]]`.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub(super) struct Adoption {
    pub number: u32,
    pub adopted: Date,
    pub body: Text,
    pub case: String,
    #[serde(default, skip_serializing_if = "Text::is_empty")]
    pub reason: Text,
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub example: bool,
    /// Absent until the platform has written what was adopted.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub hash: Option<String>,
}

impl Adoption {
    /// As it stands in the file, for a revision that has been adopted.
    pub fn of(revision: &Revision) -> Self {
        Self {
            number: revision.number,
            adopted: revision.adopted,
            body: revision.body.clone(),
            case: revision.case.clone(),
            reason: revision.reason.clone(),
            example: revision.example,
            hash: Some(revision.hash.clone()),
        }
    }

    /// The revision with this content.
    fn with(self, plan: &ActionPlanId, content: String) -> Revision {
        Revision {
            plan: plan.clone(),
            number: self.number,
            adopted: self.adopted,
            body: self.body,
            case: self.case,
            reason: self.reason,
            example: self.example,
            hash: Revision::hash_of(&content),
            content,
        }
    }
}

/// The file of what a revision adopted.
pub(super) fn content_file(plan: &ActionPlanId, number: u32) -> String {
    format!("action-plans/{plan}/revisions/{number}.json")
}

/// What is wrong with an adopted content.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub(super) enum ContentError {
    #[error("what the revision adopted is missing: bring {0} back. Only a revision without «hash» adopts the plan as it stands here")]
    Missing(String),
    #[error("the revision has no «hash» though what it adopted is here: bring its hash back, or take {0} away to adopt the plan anew")]
    NoHash(String),
    #[error(
        "this is not what was adopted (its hash is another than in revisions.toml): bring the adopted file back; a change is a new revision"
    )]
    Altered,
    #[error("this cannot be read as an adopted plan ({0}): bring the adopted file back")]
    Unreadable(String),
}

/// The content that a revision with a hash adopted; none where it has yet to be adopted.
pub(super) fn kept(adoption: &Adoption, plan: &ActionPlanId, files: &Files) -> Result<Option<String>, ContentError> {
    let file = content_file(plan, adoption.number);
    let (hash, text) = match (&adoption.hash, files.get(&file)) {
        (None, None) => return Ok(None),
        (Some(_), None) => return Err(ContentError::Missing(file)),
        (None, Some(_)) => return Err(ContentError::NoHash(file)),
        (Some(hash), Some(text)) => (hash, text),
    };
    // an editor or a version control may have changed the line ends, of which no adopted content has others than \n
    let forms = [text.clone(), text.replace("\r\n", "\n")];
    let intact = forms
        .into_iter()
        .find(|form| &Revision::hash_of(form) == hash)
        .ok_or(ContentError::Altered)?;
    match serde_json::from_str::<AdoptedPlan>(&intact) {
        Ok(_) => Ok(Some(intact)),
        Err(error) => Err(ContentError::Unreadable(error.to_string())),
    }
}

/// Adopts a plan as it stood on the day; none where the plan is not there.
pub(super) fn adopted(adoption: Adoption, plan: &ActionPlanId, kept: Option<String>, state: &State) -> Option<Revision> {
    let content = match kept {
        Some(content) => content,
        None => AdoptedPlan::on(state, state.action_plan(plan)?, adoption.adopted)
            .to_content()
            .ok()?,
    };
    Some(adoption.with(plan, content))
}
