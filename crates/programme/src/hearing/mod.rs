//! Hearings: asking chosen circles whether a plan still holds, or anything else, until a day, and answering for what
//! became of each statement. The draft that people speak of is kept as it was published ([`Draft`]), so that nobody's words
//! are ever held against another text than the one they read.

mod beside;
mod change;
mod inputs;
mod matrix;
mod rules;
mod statement;

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::{ActionPlanId, AdoptedPlan, Content, HearingId, MeasureId, Organisation, OrganisationId, OrganisationKind, State, Text};

pub(crate) use beside::keep;
pub use beside::{forget, subject};
pub use change::{Change, Contact};
pub(crate) use change::{keep_received, may_be_adopted};
pub use inputs::{MeasureAnswer, answers_for, input_notes, inputs_for, unassessed};
pub use matrix::{Counts, Group, Matrix, Row, matrix};
pub use rules::Trouble;
pub use statement::{
    Answer, Assessment, Attachment, FileKind, Holds, Moderation, Outcome, Publication, Reason, Sender, Statement, Verdict, Way,
};

/// Somebody asks, of somebody, until a day.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Hearing {
    pub id: HearingId,
    pub title: Text,
    pub kind: Kind,
    /// Who is asked.
    pub circles: Vec<Circle>,
    /// The forum, where one is asked.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub forum: Option<Forum>,
    /// The first day; until it is opened, the day on which it is meant to be.
    pub opens: Date,
    /// The last day on which one can answer.
    pub deadline: Date,
    /// How the deadline was moved, oldest first.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub extensions: Vec<Extension>,
    /// The plan that it is about; none where it has questions alone.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub plan: Option<ActionPlanId>,
    /// True where it is to ask about every measure of the draft that is not done with.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub every_measure: bool,
    /// The measures of which it asks whether they still hold; all of them stand here once it is open.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub measures: Vec<MeasureId>,
    /// Questions to be answered in free words.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub questions: Vec<Text>,
    /// Set when it was opened.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub opened: Option<Date>,
    /// SHA-256 of the draft as it was published, hexadecimal.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub draft: Option<String>,
    /// The organisations that were asked when it was opened: what non-response is counted against.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub invited: Vec<OrganisationId>,
    /// What came of it as a whole; set when everything has been assessed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub conclusion: Option<Conclusion>,
    /// What is asked and why.
    #[serde(default, skip_serializing_if = "Text::is_empty")]
    pub body: Text,
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub example: bool,
}

/// Under which rules a hearing is held.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Kind {
    /// Without rules of law.
    Free,
    /// Of a municipal master plan's social part: six weeks (plan- og bygningsloven §§ 11-13 and 11-14).
    CommunityPlan,
    /// Public display for thirty days before the body decides (plan- og bygningsloven §§ 10-1 and 11-4).
    PublicDisplay,
}

impl Kind {
    /// All, the one with fewest rules first.
    pub const ALL: [Self; 3] = [Self::Free, Self::CommunityPlan, Self::PublicDisplay];

    /// The word in forms and message keys.
    pub fn word(self) -> &'static str {
        match self {
            Self::Free => "free",
            Self::CommunityPlan => "community-plan",
            Self::PublicDisplay => "public-display",
        }
    }

    /// How many days it lasts at least, from the day on which it opens to its deadline.
    pub fn least_days(self) -> i32 {
        match self {
            Self::Free => 1,
            Self::CommunityPlan => 42,
            Self::PublicDisplay => 30,
        }
    }

    /// True where a law says that nothing is decided before the time is up.
    pub fn is_statutory(self) -> bool {
        self != Self::Free
    }
}

/// Somebody who can be asked.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Circle {
    /// Whoever wants to say something.
    Public,
    /// Those who live in the municipality.
    Residents,
    /// The organisations that take part in the programme.
    Partners,
    /// The members of one forum.
    Forum,
}

impl Circle {
    /// All, the widest first.
    pub const ALL: [Self; 4] = [Self::Public, Self::Residents, Self::Partners, Self::Forum];

    /// The word in forms and message keys.
    pub fn word(self) -> &'static str {
        match self {
            Self::Public => "public",
            Self::Residents => "residents",
            Self::Partners => "partners",
            Self::Forum => "forum",
        }
    }

    /// True where people answer by the open form.
    pub fn is_open(self) -> bool {
        matches!(self, Self::Public | Self::Residents)
    }
}

/// A standing group with the organisations in it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Forum {
    pub name: Text,
    pub members: Vec<OrganisationId>,
}

/// A deadline that was moved.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Extension {
    /// The day on which it was moved.
    pub date: Date,
    /// The deadline before.
    pub from: Date,
    pub reason: Text,
}

/// What came of a hearing as a whole.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Conclusion {
    pub date: Date,
    pub text: Text,
}

/// How far a hearing has come.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Phase {
    /// Nobody but the workspace sees it.
    Draft,
    Open,
    /// The deadline has passed; statements are being assessed.
    Closed,
    /// Every statement has its answer.
    Assessed,
}

impl Phase {
    /// The word in message keys.
    pub fn word(self) -> &'static str {
        match self {
            Self::Draft => "draft",
            Self::Open => "open",
            Self::Closed => "closed",
            Self::Assessed => "assessed",
        }
    }
}

impl Hearing {
    /// How far it has come on a day. The deadline closes it; nobody has to remember to.
    pub fn phase(&self, today: Date) -> Phase {
        match (&self.opened, &self.conclusion) {
            (None, _) => Phase::Draft,
            (Some(_), Some(_)) => Phase::Assessed,
            (Some(_), None) if today <= self.deadline => Phase::Open,
            (Some(_), None) => Phase::Closed,
        }
    }

    /// True once everybody may read it.
    pub fn is_published(&self) -> bool {
        self.opened.is_some()
    }

    /// True where anybody may answer by the open form.
    pub fn has_open_form(&self) -> bool {
        self.circles.iter().any(|circle| circle.is_open())
    }

    /// The organisations that it asks, in the programme's order: a forum's members, and everyone who takes part.
    pub fn asks<'a>(&self, state: &'a State) -> Vec<&'a Organisation> {
        let partners = self.circles.contains(&Circle::Partners);
        let members = self.forum.iter().filter(|_| self.circles.contains(&Circle::Forum));
        let members: Vec<&OrganisationId> = members.flat_map(|forum| &forum.members).collect();
        let is_partner = |one: &Organisation| partners && !one.roles.is_empty() && one.kind != OrganisationKind::Forum;
        let asked = |one: &&Organisation| is_partner(one) || members.contains(&&one.id);
        state.organisations.iter().filter(asked).collect()
    }

    /// True where an organisation may answer: one that was asked, or any where everybody is.
    pub fn may_answer(&self, organisation: &OrganisationId) -> bool {
        self.circles.contains(&Circle::Public) || self.invited.contains(organisation)
    }
}

/// The draft of a plan as a hearing published it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Draft {
    /// The hearing.
    pub id: HearingId,
    /// The plan as JSON; these very bytes are what the hearing's hash is of.
    #[serde(with = "as_text")]
    pub content: Content,
}

mod as_text {
    use serde::{Deserialize, Deserializer, Serializer};

    use crate::Content;

    pub fn serialize<S: Serializer>(content: &Content, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(content)
    }

    pub fn deserialize<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Content, D::Error> {
        String::deserialize(deserializer).map(Content::from)
    }
}

impl Draft {
    /// The plan that was published; none where the text holds none, which the rules refuse.
    pub fn plan(&self) -> Option<std::sync::Arc<AdoptedPlan>> {
        self.content.plan().ok()
    }
}

impl State {
    /// The statements to a hearing, in the order in which they came.
    pub fn statements_to(&self, hearing: &HearingId) -> impl DoubleEndedIterator<Item = &Statement> {
        let hearing = hearing.clone();
        self.statements.iter().filter(move |statement| statement.hearing == hearing)
    }

    /// One statement.
    pub fn statement(&self, hearing: &HearingId, number: u32) -> Option<&Statement> {
        self.statements_to(hearing).find(|statement| statement.number == number)
    }

    /// The plan that a hearing published.
    pub fn draft_of(&self, hearing: &HearingId) -> Option<std::sync::Arc<AdoptedPlan>> {
        self.hearing_drafts.iter().find(|draft| &draft.id == hearing)?.plan()
    }
}
