//! Knapsack: the set of projects with the greatest sum of utilities that fits the budget, found exactly by dynamic
//! programming over the sets that no other set beats in both cost and worth (Nemhauser and Ullmann 1969), without those
//! that cannot come up to what is found already.
//!
//! Of several sets that are worth the same the cheapest is taken, and of those the one found first when projects are
//! tried by worth per cost, then by identifier.

use num_bigint::BigUint;

use crate::outcome::{How, Lost, Outcome, Why, Won};
use crate::{Election, Utility};

#[derive(Clone, Copy)]
struct Item {
    project: usize,
    cost: u128,
    worth: u128,
}

/// A set as a chain: the item added last, and the set before it.
#[derive(Clone, Copy)]
struct Set {
    cost: u128,
    worth: u128,
    link: usize,
}

struct Link {
    item: usize,
    before: usize,
}

/// The link of the empty set.
const EMPTY: usize = usize::MAX;

pub(crate) fn count(election: &Election, utility: Utility) -> Outcome {
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
    // by worth per cost, compared without dividing
    items.sort_by(|one, two| (BigUint::from(two.worth) * one.cost).cmp(&(BigUint::from(one.worth) * two.cost)));
    let mut chosen = best(&items, budget);
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
    Outcome {
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
    }
}

/// The places of the items in the best set.
fn best(items: &[Item], budget: u128) -> Vec<usize> {
    let bound = Bound::of(items);
    let mut found = simple(items, budget);
    let mut links: Vec<Link> = Vec::new();
    let mut sets = vec![Set {
        cost: 0,
        worth: 0,
        link: EMPTY,
    }];
    for (place, item) in items.iter().enumerate() {
        let mut next: Vec<Set> = Vec::with_capacity(sets.len() * 2);
        let can = |set: &Set| set.worth + bound.rest(place + 1, budget - set.cost) >= found;
        let with = |set: &Set| (set.cost + item.cost <= budget).then_some((set.cost + item.cost, set.worth + item.worth, set.link));
        let (mut without, mut added) = (sets.iter().peekable(), sets.iter().filter_map(with).peekable());
        // both lists rise in cost and worth; a set that costs no less and is worth no more is left out
        let mut most: Option<u128> = None;
        loop {
            let take_old = match (without.peek(), added.peek()) {
                (None, None) => break,
                (Some(_), None) => true,
                (None, Some(_)) => false,
                (Some(old), Some((cost, worth, _))) => (old.cost, std::cmp::Reverse(old.worth)) <= (*cost, std::cmp::Reverse(*worth)),
            };
            let set = if take_old {
                without.next().copied()
            } else {
                added.next().map(|(cost, worth, before)| {
                    links.push(Link { item: place, before });
                    Set {
                        cost,
                        worth,
                        link: links.len() - 1,
                    }
                })
            };
            let Some(set) = set else { break };
            if most.is_none_or(|most| set.worth > most) {
                most = Some(set.worth);
                if can(&set) {
                    next.push(set);
                }
            }
        }
        sets = next;
        found = sets.last().map_or(found, |set| set.worth.max(found));
    }
    let mut chosen = Vec::new();
    let mut link = sets.last().map_or(EMPTY, |set| set.link);
    while let Some(Link { item, before }) = links.get(link) {
        chosen.push(*item);
        link = *before;
    }
    chosen
}

/// What taking items in order reaches: a floor under the best.
fn simple(items: &[Item], budget: u128) -> u128 {
    let (mut left, mut worth) = (budget, 0);
    for item in items {
        if item.cost <= left {
            left -= item.cost;
            worth += item.worth;
        }
    }
    worth
}

/// What the items from a place on can add at most: as many as fit in order, and a part of the next.
struct Bound<'a> {
    items: &'a [Item],
    costs: Vec<u128>,
    worths: Vec<u128>,
}

impl<'a> Bound<'a> {
    fn of(items: &'a [Item]) -> Self {
        let sums = |of: fn(&Item) -> u128| {
            let mut sums = vec![0];
            for item in items {
                sums.push(sums[sums.len() - 1] + of(item));
            }
            sums
        };
        Self {
            items,
            costs: sums(|item| item.cost),
            worths: sums(|item| item.worth),
        }
    }

    fn rest(&self, from: usize, room: u128) -> u128 {
        let end = self.costs.partition_point(|cost| *cost <= self.costs[from] + room) - 1;
        let end = end.max(from);
        let worth = self.worths[end] - self.worths[from];
        let left = room - (self.costs[end] - self.costs[from]);
        // there is room for less than the next item, so its whole worth is a bound too, where the product has no room
        let part = |next: &Item| left.checked_mul(next.worth).map_or(next.worth, |product| product / next.cost + 1);
        let part = self.items.get(end).map_or(0, part);
        worth + part
    }
}
