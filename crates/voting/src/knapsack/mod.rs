//! Knapsack: the set of projects with the greatest sum of utilities that fits the budget, found exactly by [`search`].
//!
//! Of several sets that are worth the same the cheapest is taken, and of those the one that the search comes to first:
//! it goes through projects by worth per cost, then by identifier.

mod search;

use num_bigint::BigUint;

use self::search::{Item, Search};
use crate::outcome::{How, Lost, Outcome, Why, Won};
use crate::{Election, TooHard, Utility};

pub(crate) fn count(election: &Election, utility: Utility) -> Result<Outcome, TooHard> {
    let votes = election.votes();
    let points = election.points();
    let worth = |project: usize| match utility {
        Utility::Votes => u128::from(votes[project]),
        Utility::Cost => u128::from(votes[project]) * u128::from(election.projects[project].cost),
        Utility::Points => u128::from(points[project]),
    };
    let budget = u128::from(election.budget);
    let item = |project: usize| Item {
        project,
        cost: u128::from(election.projects[project].cost),
        worth: worth(project),
    };
    let mut items: Vec<Item> = election.by_id().into_iter().map(item).collect();
    items.retain(|item| item.worth > 0 && item.cost > 0 && item.cost <= budget);
    let budget = in_larger_units(&mut items, budget);
    // by worth per cost, compared without dividing
    items.sort_by(|one, two| (BigUint::from(two.worth) * one.cost).cmp(&(BigUint::from(one.worth) * two.cost)));
    let mut chosen = Search::new(&items, budget).best()?;
    chosen.sort_by(|one, two| {
        let (one, two) = (items[*one].project, items[*two].project);
        let ids = (&election.projects[one].id, &election.projects[two].id);
        votes[two].cmp(&votes[one]).then(ids.0.cmp(ids.1))
    });
    let won: Vec<usize> = chosen.into_iter().map(|item| items[item].project).collect();
    let mut others: Vec<usize> = election.by_id();
    others.retain(|project| !won.contains(project));
    others.sort_by_key(|project| std::cmp::Reverse(votes[*project]));
    let why = |project: usize| match &election.projects[project] {
        _ if worth(project) == 0 && votes[project] == 0 => Why::NoVotes,
        one if one.cost == 0 => Why::NoCost,
        one if one.cost > election.budget => Why::OverBudget,
        _ => Why::Set,
    };
    Ok(Outcome {
        cost: won.iter().map(|project| election.projects[*project].cost).sum(),
        winners: won
            .iter()
            .map(|project| Won {
                project: *project,
                votes: votes[*project],
                how: How::Set,
            })
            .collect(),
        others: others
            .into_iter()
            .map(|project| Lost {
                project,
                votes: votes[project],
                why: why(project),
            })
            .collect(),
        share: 0.0,
        raised: 0,
    })
}

/// Divides costs and worths by what they have in common, so that what is out of reach shows sooner; gives the budget.
fn in_larger_units(items: &mut [Item], budget: u128) -> u128 {
    let common = |of: fn(&Item) -> u128| items.iter().map(of).fold(0, greatest_common_divisor).max(1);
    let (cost, worth) = (common(|item| item.cost), common(|item| item.worth));
    for item in items {
        item.cost /= cost;
        item.worth /= worth;
    }
    budget / cost
}

fn greatest_common_divisor(mut one: u128, mut other: u128) -> u128 {
    while other > 0 {
        (one, other) = (other, one % other);
    }
    one
}
