//! The rules of hearings that depend on the day, and what is said where one is broken.

use std::fmt;

use jiff::civil::Date;
use jiff::{Span, ToSpan};

use super::{Hearing, Kind};
use crate::{HearingId, Text};

/// So many months after its deadline nothing personal of a hearing is kept, whether it was ended or not.
const LONGEST_KEPT: i32 = 6;

/// What stands in the way.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Trouble {
    /// The deadline has passed already.
    Past { earliest: Date },
    /// The deadline comes sooner than this kind of hearing allows.
    TooShort { kind: Kind, earliest: Date },
    /// A deadline is moved forward in time, never back.
    Shortened { deadline: Date },
    /// Neither a plan nor a question.
    NothingAsked,
    /// What is asked does not change while people answer.
    Frozen,
    /// Nobody can answer yet, or not any more.
    NotOpen,
    /// The deadline was this day.
    Late { deadline: Date },
    /// It has ended, with an answer to every statement.
    Concluded,
    /// It still runs.
    Running { deadline: Date },
    /// The sender is not among those who are asked.
    NotAsked,
    /// The organisation has answered; its answer has this number.
    Answered { number: u32 },
    /// Nothing is said.
    Nothing,
    /// A statement waits for its answer.
    Unassessed { hearing: HearingId, title: Text, number: u32 },
    /// It is not what was published.
    Draft,
    /// A statement is withheld by a point of the policy, and published without one.
    Reason,
    /// What is shown to everybody is not erased.
    NotWithheld,
    /// Not the name of a kept file.
    Attachment,
}

impl Trouble {
    /// The end of a message key.
    pub fn code(&self) -> &'static str {
        match self {
            Self::Past { .. } => "past",
            Self::TooShort { kind: Kind::Free, .. } => "too-short-free",
            Self::TooShort {
                kind: Kind::CommunityPlan, ..
            } => "too-short-community-plan",
            Self::TooShort {
                kind: Kind::PublicDisplay, ..
            } => "too-short-public-display",
            Self::Shortened { .. } => "shortened",
            Self::NothingAsked => "nothing-asked",
            Self::Frozen => "frozen",
            Self::NotOpen => "not-open",
            Self::Late { .. } => "late",
            Self::Concluded => "concluded",
            Self::Running { .. } => "running",
            Self::NotAsked => "not-asked",
            Self::Answered { .. } => "answered",
            Self::Nothing => "nothing",
            Self::Unassessed { .. } => "unassessed",
            Self::Draft => "draft",
            Self::Reason => "reason",
            Self::NotWithheld => "not-withheld",
            Self::Attachment => "attachment",
        }
    }

    /// The day that its words name.
    pub fn day(&self) -> Option<Date> {
        match self {
            Self::Past { earliest } | Self::TooShort { earliest, .. } => Some(*earliest),
            Self::Shortened { deadline } | Self::Late { deadline } | Self::Running { deadline } => Some(*deadline),
            _ => None,
        }
    }
}

impl fmt::Display for Trouble {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Past { earliest } => write!(formatter, "the deadline has passed: the earliest that it can be is {earliest}"),
            Self::TooShort { kind, earliest } => write!(
                formatter,
                "a hearing of the kind {} lasts at least {} days: the earliest deadline is {earliest}",
                kind.word(),
                kind.least_days()
            ),
            Self::Shortened { deadline } => write!(
                formatter,
                "an open hearing's deadline is not moved back: choose a day after {deadline}"
            ),
            Self::NothingAsked => formatter.write_str("nothing is asked: name a plan, or write a question"),
            Self::Frozen => formatter.write_str("what is asked does not change once people can answer: extend it, or hold another hearing"),
            Self::NotOpen => formatter.write_str("the hearing is not open"),
            Self::Late { deadline } => write!(
                formatter,
                "the deadline was {deadline}: ask the programme to write the statement in"
            ),
            Self::Concluded => formatter.write_str("the hearing has ended and everything in it is answered"),
            Self::Running { deadline } => write!(formatter, "the hearing runs until {deadline}: wait until it has ended"),
            Self::NotAsked => formatter.write_str("this hearing asks others: write to the programme"),
            Self::Answered { number } => write!(formatter, "the organisation has answered already: change statement {number}"),
            Self::Nothing => formatter.write_str("nothing is said: answer at least one thing"),
            Self::Unassessed { hearing, number, .. } => {
                write!(
                    formatter,
                    "statement {number} to the hearing {hearing} has no assessment: assess it first"
                )
            }
            Self::Draft => formatter.write_str("this is not the draft that was published: bring it back"),
            Self::Reason => formatter.write_str("a statement is withheld by a point of the policy and else published without: mend it"),
            Self::NotWithheld => formatter.write_str("only what is withheld is erased: withhold it first, by a point of the policy"),
            Self::Attachment => formatter.write_str("an attachment has a name, and the SHA-256 of its content in hexadecimal"),
        }
    }
}

/// The first day on which a hearing that opens on a day may end.
pub(super) fn earliest(kind: Kind, opens: Date) -> Date {
    opens.saturating_add(Span::new().days(kind.least_days()))
}

impl Hearing {
    /// The earliest deadline, where it opens on its day or, if that has passed, today.
    pub fn earliest_deadline(&self, today: Date) -> Date {
        earliest(self.kind, self.opens.max(today))
    }

    /// Whether it may be planned or opened like this on a day; the deadline is judged from the day on which it opens.
    pub(super) fn deadline_trouble(&self, today: Date) -> Option<Trouble> {
        let earliest = self.earliest_deadline(today);
        if self.deadline <= today {
            Some(Trouble::Past { earliest })
        } else if self.deadline < earliest {
            Some(Trouble::TooShort { kind: self.kind, earliest })
        } else {
            None
        }
    }

    /// The day on which names and addresses of those who answered are deleted at the latest, should nobody have ended it.
    pub fn forgotten(&self) -> Date {
        self.deadline.saturating_add(LONGEST_KEPT.months())
    }

    /// The days that are left, today among them; 0 where the deadline has passed.
    pub fn days_left(&self, today: Date) -> u32 {
        let days = today.until((jiff::Unit::Day, self.deadline)).map_or(0, |span| span.get_days());
        u32::try_from(days + 1).unwrap_or(0)
    }
}

/// The day after.
pub(super) fn tomorrow(today: Date) -> Date {
    today.saturating_add(1.day())
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    #[test]
    fn each_kind_has_its_earliest_deadline() {
        let opens = date(2026, 11, 25);
        assert_eq!(earliest(Kind::Free, opens), date(2026, 11, 26));
        assert_eq!(earliest(Kind::CommunityPlan, opens), date(2027, 1, 6));
        assert_eq!(earliest(Kind::PublicDisplay, opens), date(2026, 12, 25));
    }
}
