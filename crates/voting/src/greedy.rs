//! Simple approval: by number of votes, each project that still fits.

use crate::Election;
use crate::outcome::{How, Lost, Outcome, Why, Won};

/// Counts by number of votes, projects that nobody chose last, as researchers' programs do; ties go to the identifier that comes first as text.
pub(crate) fn count(election: &Election) -> Outcome {
    let votes = election.votes();
    let mut outcome = Outcome {
        winners: Vec::new(),
        others: Vec::new(),
        cost: 0,
        share: 0.0,
        raised: 0,
    };
    outcome.others = fill(election, &votes, &mut outcome.winners, &mut outcome.cost);
    outcome
}

/// Adds to the winners what still fits, by number of votes; gives the others with the reason.
pub(crate) fn fill(election: &Election, votes: &[u64], winners: &mut Vec<Won>, cost: &mut u64) -> Vec<Lost> {
    let has_won: Vec<usize> = winners.iter().map(|won| won.project).collect();
    let mut order: Vec<usize> = election.by_id();
    order.retain(|project| !has_won.contains(project));
    order.sort_by_key(|project| std::cmp::Reverse(votes[*project]));
    let mut others = Vec::new();
    for project in order {
        let (price, left) = (election.projects[project].cost, election.budget.saturating_sub(*cost));
        let votes = votes[project];
        let why = match () {
            () if price > election.budget => Why::OverBudget,
            () if price > left => Why::Room {
                left,
                missing: price - left,
            },
            () => {
                *cost += price;
                let how = How::Fits { left };
                winners.push(Won { project, votes, how });
                continue;
            }
        };
        others.push(Lost { project, votes, why });
    }
    others
}
