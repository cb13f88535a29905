//! Statements: what was answered, by whom, whether it is shown, and what became of it.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::{HearingId, MeasureId, OrganisationId, Text};

/// An answer to a hearing. Names and addresses of private persons are not in it: they stand where they can be deleted.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Statement {
    pub hearing: HearingId,
    /// 1, 2, … in the order in which they came: "innspill 14".
    pub number: u32,
    pub received: Date,
    /// When its sender last changed it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub changed: Option<Date>,
    pub way: Way,
    pub sender: Sender,
    /// The organisation of the programme that speaks.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub organisation: Option<OrganisationId>,
    /// Name of an organisation that has no part in the programme.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub name: String,
    #[serde(default, skip_serializing_if = "Text::is_empty")]
    pub text: Text,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub answers: Vec<Answer>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub verdicts: Vec<Verdict>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub attachments: Vec<Attachment>,
    /// What was decided about showing it, oldest first.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub moderation: Vec<Moderation>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub assessment: Option<Assessment>,
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub example: bool,
}

/// By which way it came.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Way {
    /// The open form.
    Form,
    /// A personal link from an e-mail.
    Link,
    /// Somebody who was signed in.
    SignedIn,
    /// On paper, by telephone or too late: written in by the programme.
    Registered,
}

/// Who speaks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Sender {
    /// An organisation of the programme.
    Partner,
    /// Another organisation.
    Organisation,
    /// Somebody who lives in the municipality.
    Resident,
    /// Somebody who does not say.
    Anonymous,
}

impl Sender {
    /// Those who answer by the open form.
    pub const OPEN: [Self; 3] = [Self::Resident, Self::Organisation, Self::Anonymous];

    /// The word in forms and message keys.
    pub fn word(self) -> &'static str {
        match self {
            Self::Partner => "partner",
            Self::Organisation => "organisation",
            Self::Resident => "resident",
            Self::Anonymous => "anonymous",
        }
    }
}

/// The answer to one of the hearing's questions.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Answer {
    /// 1 for the first.
    pub question: u32,
    pub text: Text,
}

/// Whether a measure still holds, and why.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Verdict {
    pub measure: MeasureId,
    pub holds: Holds,
    #[serde(default, skip_serializing_if = "Text::is_empty")]
    pub reason: Text,
}

/// Does it still hold?
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Holds {
    Yes,
    /// With changes.
    Changes,
    No,
    Unknown,
}

impl Holds {
    /// All, in the order in which they are asked.
    pub const ALL: [Self; 4] = [Self::Yes, Self::Changes, Self::No, Self::Unknown];

    /// The word in forms, files and message keys.
    pub fn word(self) -> &'static str {
        match self {
            Self::Yes => "yes",
            Self::Changes => "changes",
            Self::No => "no",
            Self::Unknown => "unknown",
        }
    }
}

/// A file that came with a statement.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Attachment {
    /// As its sender named it.
    pub name: String,
    pub kind: FileKind,
    /// SHA-256, hexadecimal: the name under which the file is kept.
    pub hash: String,
    pub bytes: u64,
}

/// What may be attached. What a file is, is told from its content and never from its name.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum FileKind {
    Pdf,
    Png,
    Jpeg,
    Text,
}

impl FileKind {
    /// The end of a file's name, and the word in forms.
    pub fn ending(self) -> &'static str {
        match self {
            Self::Pdf => "pdf",
            Self::Png => "png",
            Self::Jpeg => "jpg",
            Self::Text => "txt",
        }
    }

    /// What these bytes are; none where they are nothing that may be attached.
    pub fn of(bytes: &[u8]) -> Option<Self> {
        let begins = |with: &[u8]| bytes.starts_with(with);
        if begins(b"%PDF-") {
            Some(Self::Pdf)
        } else if begins(b"\x89PNG\r\n\x1a\n") {
            Some(Self::Png)
        } else if begins(b"\xff\xd8\xff") {
            Some(Self::Jpeg)
        } else {
            let is_plain = |text: &str| !text.is_empty() && !text.chars().any(|one| one.is_control() && !matches!(one, '\n' | '\r' | '\t'));
            std::str::from_utf8(bytes).is_ok_and(is_plain).then_some(Self::Text)
        }
    }
}

/// Whether everybody may read a statement.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Publication {
    /// Nobody has read it through yet.
    Waiting,
    Published,
    Withheld,
}

impl Publication {
    /// The word in forms and message keys.
    pub fn word(self) -> &'static str {
        match self {
            Self::Waiting => "waiting",
            Self::Published => "published",
            Self::Withheld => "withheld",
        }
    }
}

/// One line of the public log of what is shown.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Moderation {
    pub date: Date,
    pub decision: Publication,
    /// The point of the public policy by which it is withheld.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reason: Option<Reason>,
    #[serde(default, skip_serializing_if = "Text::is_empty")]
    pub note: Text,
    /// True where what was withheld was also erased, here and in everything that was kept of it.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub erased: bool,
}

/// The points of the policy: why a statement may be withheld, and nothing else.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Reason {
    /// It tells what is nobody's business about somebody.
    PersonalData,
    /// It insults or threatens.
    Insult,
    /// The law forbids to publish it.
    Unlawful,
    /// It is advertising or was made by a robot.
    Advertising,
    /// The same sender has sent the same already.
    Duplicate,
}

impl Reason {
    /// All, as the policy lists them.
    pub const ALL: [Self; 5] = [Self::PersonalData, Self::Insult, Self::Unlawful, Self::Advertising, Self::Duplicate];

    /// The word in forms and message keys.
    pub fn word(self) -> &'static str {
        match self {
            Self::PersonalData => "personal-data",
            Self::Insult => "insult",
            Self::Unlawful => "unlawful",
            Self::Advertising => "advertising",
            Self::Duplicate => "duplicate",
        }
    }

    /// True where there is nothing in it to be assessed. What is not shown is else assessed all the same.
    pub fn leaves_nothing(self) -> bool {
        matches!(self, Self::Advertising | Self::Duplicate)
    }
}

/// What became of a statement.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Assessment {
    pub outcome: Outcome,
    /// Why.
    pub text: Text,
    /// The measures that were changed by it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub changed: Vec<MeasureId>,
    /// The role or body that assessed it.
    pub by: Text,
    pub date: Date,
}

/// How much of a statement was followed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Outcome {
    TakenIn,
    Partly,
    NotTakenIn,
    /// It asks for nothing.
    Noted,
}

impl Outcome {
    /// All, the one with most consequences first.
    pub const ALL: [Self; 4] = [Self::TakenIn, Self::Partly, Self::NotTakenIn, Self::Noted];

    /// The word in forms and message keys.
    pub fn word(self) -> &'static str {
        match self {
            Self::TakenIn => "taken-in",
            Self::Partly => "partly",
            Self::NotTakenIn => "not-taken-in",
            Self::Noted => "noted",
        }
    }
}

impl Statement {
    /// The name under which it is kept and told.
    pub fn key(&self) -> String {
        format!("{}/{}", self.hearing, self.number)
    }

    /// Whether everybody may read it. What an organisation of the programme says is shown at once; what comes from somebody
    /// whom nobody knows is read through first.
    pub fn publication(&self) -> Publication {
        match (self.moderation.last(), self.sender) {
            (Some(newest), _) => newest.decision,
            (None, Sender::Partner) => Publication::Published,
            (None, _) => Publication::Waiting,
        }
    }

    /// True where everybody may read it.
    pub fn is_public(&self) -> bool {
        self.publication() == Publication::Published
    }

    /// True where it is withheld and holds nothing to answer for.
    pub fn is_nothing(&self) -> bool {
        let newest = self.moderation.last().filter(|newest| newest.decision == Publication::Withheld);
        newest.and_then(|newest| newest.reason).is_some_and(Reason::leaves_nothing)
    }

    /// True where its words are gone for good.
    pub fn is_erased(&self) -> bool {
        self.moderation.last().is_some_and(|newest| newest.erased)
    }

    /// This statement without anything that its sender wrote: what remains is that it came, and what was decided of it.
    pub(super) fn without_words(mut self) -> Self {
        self.text = Text::default();
        self.answers.clear();
        self.attachments.clear();
        for verdict in &mut self.verdicts {
            verdict.reason = Text::default();
        }
        self
    }

    /// True where somebody still owes it an answer.
    pub fn lacks_assessment(&self) -> bool {
        self.assessment.is_none() && !self.is_nothing()
    }

    /// What it says of a measure.
    pub fn verdict_on(&self, measure: &MeasureId) -> Option<&Verdict> {
        self.verdicts.iter().find(|verdict| &verdict.measure == measure)
    }

    /// True where it says nothing at all.
    pub fn is_empty(&self) -> bool {
        self.text.is_empty() && self.answers.is_empty() && self.verdicts.is_empty() && self.attachments.is_empty()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_file_is_is_told_from_its_content() {
        assert_eq!(FileKind::of(b"%PDF-1.7\n"), Some(FileKind::Pdf));
        assert_eq!(FileKind::of(b"\x89PNG\r\n\x1a\n\0\0"), Some(FileKind::Png));
        assert_eq!(FileKind::of(b"\xff\xd8\xff\xe0"), Some(FileKind::Jpeg));
        assert_eq!(FileKind::of("Høring\r\n".as_bytes()), Some(FileKind::Text));
        for wrong in [&b""[..], b"PK\x03\x04", b"MZ\x90\0", b"\xff\xfe", b"a\0b", b"\x1b[2J"] {
            assert_eq!(FileKind::of(wrong), None, "{wrong:?}");
        }
    }
}
