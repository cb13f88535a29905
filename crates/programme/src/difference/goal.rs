//! Goals in two states: do they stand, and is the path to them another?

use std::collections::HashMap;

use super::{Members, Was};
use crate::{AssumptionId, Goal, GoalId, OrganisationId, Target, Text};

/// A field of a goal that differs.
#[derive(Debug, Clone, PartialEq)]
pub enum GoalField<'a> {
    Title(Was<&'a Text>),
    Sentence(Was<&'a Text>),
    Text(Was<&'a Text>),
    Target(Was<Option<&'a Target>>),
    Owner(Was<Option<&'a OrganisationId>>),
    Serves(Members<'a, GoalId>),
    Assumptions(Members<'a, AssumptionId>),
    /// Any other field, by its name in files.
    Other(&'static str),
}

impl GoalField<'_> {
    /// The field's name in files, in answers and in message keys.
    pub fn name(&self) -> &'static str {
        match self {
            Self::Title(_) => "title",
            Self::Sentence(_) => "sentence",
            Self::Text(_) => "body",
            Self::Target(_) => "target",
            Self::Owner(_) => "owner",
            Self::Serves(_) => "serves",
            Self::Assumptions(_) => "assumptions",
            Self::Other(name) => name,
        }
    }
}

/// A goal that came, went or is described otherwise.
#[derive(Debug, Clone, PartialEq)]
pub struct GoalDifference<'a> {
    pub before: Option<&'a Goal>,
    pub after: Option<&'a Goal>,
    pub fields: Vec<GoalField<'a>>,
}

impl<'a> GoalDifference<'a> {
    /// The goal as it is now, or as it was last.
    pub fn goal(&self) -> &'a Goal {
        self.after
            .or(self.before)
            .unwrap_or_else(|| unreachable!("it is in one of the two"))
    }

    /// True where it is in both states and what it asks for at its horizon is the same. A growth goal stands although
    /// its path may be another; a guiding plan's goal comes and goes with the measures that serve it.
    pub fn stands(&self) -> bool {
        match (self.before, self.after) {
            (Some(before), Some(after)) => {
                let aim = |goal: &Goal| {
                    goal.target
                        .as_ref()
                        .map(|target| (target.at_horizon().round() as i64, target.horizon))
                };
                aim(before) == aim(after)
            }
            _ => self.goal().plan.is_some(),
        }
    }

    /// The target before and after, where it differs.
    pub fn target(&self) -> Option<Was<Option<&'a Target>>> {
        self.fields.iter().find_map(|field| match field {
            GoalField::Target(was) => Some(*was),
            _ => None,
        })
    }
}

pub(super) fn differences<'a>(before: &'a [Goal], after: &'a [Goal]) -> Vec<GoalDifference<'a>> {
    let then: HashMap<&GoalId, &Goal> = before.iter().map(|goal| (&goal.id, goal)).collect();
    let now: HashMap<&GoalId, &Goal> = after.iter().map(|goal| (&goal.id, goal)).collect();
    let here = after.iter().filter_map(|goal| {
        let old = then.get(&goal.id).copied();
        (old != Some(goal)).then(|| GoalDifference {
            before: old,
            after: Some(goal),
            fields: old.map(|old| fields(old, goal)).unwrap_or_default(),
        })
    });
    let gone = before.iter().filter(|goal| !now.contains_key(&goal.id));
    let gone = gone.map(|goal| GoalDifference {
        before: Some(goal),
        after: None,
        fields: Vec::new(),
    });
    here.chain(gone).collect()
}

fn fields<'a>(before: &'a Goal, after: &'a Goal) -> Vec<GoalField<'a>> {
    // named one by one, so that a new field cannot be forgotten here
    let Goal {
        id: _,
        title,
        sentence,
        plan,
        serves,
        indicator,
        owner,
        assumptions,
        body,
        target,
        source,
        example,
        order,
    } = before;
    let mut fields = Vec::new();
    fields.extend(Was::of(title, &after.title).map(GoalField::Title));
    fields.extend(Was::of(sentence, &after.sentence).map(GoalField::Sentence));
    fields.extend(Was::of(target.as_ref(), after.target.as_ref()).map(GoalField::Target));
    fields.extend(Was::of(body, &after.body).map(GoalField::Text));
    fields.extend(Was::of(owner.as_ref(), after.owner.as_ref()).map(GoalField::Owner));
    fields.extend(Members::of(serves, &after.serves).map(GoalField::Serves));
    fields.extend(Members::of(assumptions, &after.assumptions).map(GoalField::Assumptions));
    let others = [
        ("plan", plan != &after.plan),
        ("indicator", indicator != &after.indicator),
        ("source", source != &after.source),
        ("example", *example != after.example),
        ("order", *order != after.order),
    ];
    fields.extend(
        others
            .into_iter()
            .filter(|(_, differs)| *differs)
            .map(|(name, _)| GoalField::Other(name)),
    );
    fields
}
