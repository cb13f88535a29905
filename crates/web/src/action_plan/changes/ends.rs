//! Which two states of a plan are compared, as the address says it: `1..2`, `2020-01-23..2020-05-08`, `1..2020-06-01`.

use std::fmt;
use std::sync::Arc;

use jiff::civil::Date;
use programme::{ActionPlan, AdoptedPlan, Revision, State, Surroundings};
use publishing::difference::Side;

use crate::app::App;

/// One of the two.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum End {
    Revision(u32),
    Day(Date),
}

impl fmt::Display for End {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Revision(number) => write!(formatter, "{number}"),
            Self::Day(day) => write!(formatter, "{day}"),
        }
    }
}

impl End {
    /// Numbers of revisions and whole days, and nothing that only looks like them.
    pub fn read(text: &str) -> Option<Self> {
        if text.len() == 10 && text.bytes().all(|byte| byte.is_ascii_digit() || byte == b'-') {
            return text.parse().ok().map(Self::Day);
        }
        let number: u32 = text.parse().ok()?;
        (number > 0 && number.to_string() == text).then_some(Self::Revision(number))
    }

    /// Both ends of a span.
    pub fn span(text: &str) -> Option<(Self, Self)> {
        let (from, to) = text.split_once("..")?;
        Some((Self::read(from)?, Self::read(to)?))
    }
}

/// Why a state cannot be compared.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Wrong {
    /// There is no such revision, or it is no day.
    Unknown,
    /// The day has not been yet.
    ToCome,
    /// The plan was not there on that day.
    Before,
}

/// A state of a plan that can be compared with another, with the names it used.
pub(crate) struct Found {
    pub end: End,
    pub day: Date,
    revision: Option<Revision>,
    pub plan: Arc<AdoptedPlan>,
}

impl Found {
    /// Looks a state up.
    pub async fn of(app: &App, state: &State, plan: &ActionPlan, end: End) -> Result<Result<Self, Wrong>, store::StoreError> {
        match end {
            End::Revision(number) => Ok(Self::revision(state, plan, number)),
            End::Day(day) if day > app.today() => Ok(Err(Wrong::ToCome)),
            End::Day(day) => {
                let then = app.programmes.on(&state.programme.id, day).await?;
                let frame = then.as_ref().and_then(|then| then.action_plan(&plan.id));
                let on_day = then.as_ref().zip(frame).map(|(then, frame)| AdoptedPlan::on(then, frame, day));
                Ok(on_day.map_or(Err(Wrong::Before), |on_day| Ok(Self::with(state, None, end, day, Arc::new(on_day)))))
            }
        }
    }

    fn revision(state: &State, plan: &ActionPlan, number: u32) -> Result<Self, Wrong> {
        let revision = state.revisions_of(&plan.id).find(|revision| revision.number == number);
        let revision = revision.ok_or(Wrong::Unknown)?;
        let adopted = revision.adopted_plan().map_err(|_| Wrong::Unknown)?;
        Ok(Self::with(state, Some(revision), End::Revision(number), revision.adopted, adopted))
    }

    /// Content from before names were kept takes them from the programme.
    fn with(state: &State, revision: Option<&Revision>, end: End, day: Date, plan: Arc<AdoptedPlan>) -> Self {
        let filled = || AdoptedPlan {
            surroundings: Some(Surroundings::on(state, &plan.plan, &plan.measures, day)),
            ..(*plan).clone()
        };
        let plan = if plan.surroundings.is_some() { plan } else { Arc::new(filled()) };
        Self {
            end,
            day,
            revision: revision.cloned(),
            plan,
        }
    }

    /// The names that the state used.
    pub fn surroundings(&self) -> &Surroundings {
        let known = self.plan.surroundings.as_ref();
        known.unwrap_or_else(|| unreachable!("a state is found with its surroundings"))
    }

    pub fn side(&self) -> Side<'_> {
        self.revision.as_ref().map_or(Side::Day(self.day), Side::Revision)
    }

    /// Which of two comes first.
    pub fn order(&self) -> (Date, u32) {
        (self.day, self.revision.as_ref().map_or(u32::MAX, |revision| revision.number))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_end_is_a_revision_or_a_day() {
        assert_eq!(End::read("2"), Some(End::Revision(2)));
        assert_eq!(End::read("2020-05-08"), Some(End::Day(jiff::civil::date(2020, 5, 8))));
        for neither in ["", "0", "+1", "01", "-1", "2020-5-8", "2020-13-01", "i dag", "99999999999"] {
            assert_eq!(End::read(neither), None, "{neither}");
        }
        assert_eq!(End::span("1..2"), Some((End::Revision(1), End::Revision(2))));
        assert_eq!(End::span("1...2"), None);
    }
}
