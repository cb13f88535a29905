//! Adopted revisions: `revisions.toml` says who adopted what and when, `revisions/<number>.json` holds what was adopted.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::files::Files;
use super::line::line_of;
use super::mistake::Mistake;
use super::places::Place;
use super::reader::Reader;
use crate::check::FaultKind;
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
    /// Why the long term gets less than the programme's floor; only for a revision that has yet to be adopted, since what
    /// was adopted holds it.
    #[serde(default, skip_serializing_if = "Text::is_empty")]
    pub floor_reason: Text,
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
            floor_reason: Text::default(),
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
            content: content.into(),
        }
    }
}

/// The file of what a revision adopted.
pub(super) fn content_file(plan: &ActionPlanId, number: u32) -> String {
    format!("action-plans/{plan}/revisions/{number}.json")
}

/// What is wrong with an adopted content.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
enum ContentError {
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
fn kept(adoption: &Adoption, plan: &ActionPlanId, files: &Files) -> Result<Option<String>, ContentError> {
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

/// A revision that is still to be put together with the plan: its content, where it has been adopted.
#[derive(Debug)]
pub(super) struct Awaited {
    pub plan: ActionPlanId,
    pub adoption: Adoption,
    kept: Option<String>,
}

/// Adopts a plan as it stood on the day, or takes what was adopted; none where the plan is not there.
pub(super) fn adopted(awaited: Awaited, state: &State) -> Result<Option<Revision>, FaultKind> {
    let Awaited { plan, adoption, kept } = awaited;
    let content = match (kept, state.action_plan(&plan)) {
        (Some(content), _) => content,
        (None, None) => return Ok(None),
        (None, Some(frame)) => {
            let stood = AdoptedPlan::on(state, frame, adoption.adopted);
            let decisions = state.decisions_of(&plan, adoption.number);
            let adopted = stood.with(state, decisions, &adoption.floor_reason)?;
            adopted.to_content().map_err(|_| FaultKind::Revision)?
        }
    };
    Ok(Some(adoption.with(&plan, content)))
}

impl Reader<'_> {
    /// The revisions of a plan.
    pub fn revisions(&mut self, plan: &ActionPlanId) -> Vec<Awaited> {
        let file = format!("action-plans/{plan}/revisions.toml");
        let text = self.files.get(&file).map_or("", String::as_str);
        let (mut awaited, mut contents) = (Vec::new(), Vec::new());
        for table in self.tables(&file, text, "revision") {
            let line = line_of(text, table.span().start);
            let place = Place::of(&file, line, table.get_ref(), text, 1);
            if let Some(adoption) = self.noun::<Adoption>(&file, text, 1, table) {
                self.places.add("revision", format!("{plan}/{}", adoption.number), place);
                contents.push(content_file(plan, adoption.number));
                awaited.extend(self.awaited(plan, &file, line, adoption));
            }
        }
        if !self.is_wrong(&file) {
            self.contents_without_revision(plan, &file, &contents);
        }
        awaited
    }

    fn awaited(&mut self, plan: &ActionPlanId, file: &str, line: usize, adoption: Adoption) -> Option<Awaited> {
        let plan = plan.clone();
        match kept(&adoption, &plan, self.files) {
            Ok(kept) => return Some(Awaited { plan, adoption, kept }),
            Err(error @ (ContentError::Missing(_) | ContentError::NoHash(_))) => {
                self.mistakes.push(Mistake::at(file, line, error.to_string()));
            }
            Err(error) => {
                let content = content_file(&plan, adoption.number);
                self.mistakes.push(Mistake::of(content, error.to_string()));
            }
        }
        None
    }

    fn contents_without_revision(&mut self, plan: &ActionPlanId, file: &str, known: &[String]) {
        let folder = format!("action-plans/{plan}/revisions/");
        for content in self.files.keys().filter(|path| path.starts_with(&folder) && !known.contains(path)) {
            let what = format!("this was adopted by no revision in {file}: bring the revision back, or take the file away");
            self.mistakes.push(Mistake::of(content, what));
        }
    }
}
