//! The method of equal shares: each voter holds an equal share of the budget. In every round the project is bought whose
//! supporters pay least for what it is worth to them, where each pays the same for the same worth or all that is left.
//!
//! [`round`] counts with floating point and a bound on its error; whatever the bound cannot tell apart is decided by
//! [`exact`] in whole numbers. Where shares are raised, [`leap`] passes over raises that change nothing.

mod exact;
mod leap;
mod round;

use crate::outcome::{Lost, Outcome, Why, Won};
use crate::rule::{Completion, Utility};
use crate::{Election, greedy};

use round::{Count, Field};

pub(crate) fn count(election: &Election, utility: Utility, completion: Completion) -> Outcome {
    let votes = election.votes();
    let field = Field::of(election, utility);
    let stands = match completion {
        Completion::None => Standing::of(&field, 0),
        Completion::Add1 | Completion::Add1Greedy => raised(&field),
    };
    let mut outcome = Outcome {
        winners: winners(&stands.count, &votes),
        others: Vec::new(),
        cost: stands.cost,
        share: field.share(stands.raised),
        raised: stands.raised,
    };
    outcome.others = match completion {
        Completion::Add1Greedy => greedy::fill(election, &votes, &mut outcome.winners, &mut outcome.cost),
        _ => others(election, &stands.count, &votes),
    };
    outcome
}

/// A count and what its winners cost.
struct Standing<'a> {
    count: Count<'a>,
    cost: u64,
    raised: u64,
}

impl<'a> Standing<'a> {
    fn of(field: &'a Field, raised: u64) -> Self {
        let count = Count::run(field, raised);
        let cost = count.bought.iter().map(|bought| field.cost(bought.project)).sum();
        Self { count, cost, raised }
    }

    /// True where some supported project outside the result still fits.
    fn has_room(&self, field: &Field) -> bool {
        let bought: Vec<usize> = self.count.bought.iter().map(|bought| bought.project).collect();
        has_room(field, &bought)
    }
}

/// True where what was bought is within the budget and some supported project beside it fits too.
fn has_room(field: &Field, bought: &[usize]) -> bool {
    let cost: u64 = bought.iter().map(|&project| field.cost(project)).sum();
    let fits = |left: u64| {
        field
            .supported()
            .any(|project| field.cost(project) <= left && !bought.contains(&project))
    };
    field.budget.checked_sub(cost).is_some_and(fits)
}

/// Raises every share by 1 of the file's money until nothing more fits; where a count then costs more than the budget, the
/// one before it stands.
fn raised(field: &Field) -> Standing<'_> {
    let start = Standing::of(field, 0);
    if !start.has_room(field) {
        return start;
    }
    // with so much each voter can pay for all projects alone, and nothing is left to raise for
    let most = field
        .supported()
        .map(|project| field.cost(project) / field.unit + 1)
        .fold(0, u64::saturating_add);
    // with so many raises there is room
    let mut raised: u64 = 0;
    let (mut steps, mut is_shorter) = (1_u64, false);
    loop {
        let end = |from: u64| most.min(from.saturating_add(steps)).max(from + 1);
        let middle = end(raised);
        let leap = |from: u64, to: u64| leap::same(field, from + 1, to).is_some_and(|bought| has_room(field, &bought));
        // one raise at a time is the slow way: only there the next is looked at meanwhile
        let found = if steps > 1 {
            (leap(raised, middle), false)
        } else {
            side_by_side(|| leap(raised, middle), || leap(middle, end(middle)))
        };
        match found {
            (true, farther) => {
                raised = if farther { end(middle) } else { middle };
                // a length that has just been too long is not tried at once again
                steps = if is_shorter || steps == 1 && !farther {
                    steps
                } else {
                    steps.saturating_mul(2)
                };
                is_shorter = false;
            }
            (false, _) if steps > 1 => {
                steps /= 2;
                is_shorter = true;
            }
            (false, _) => {
                let (first, second) = side_by_side(|| Standing::of(field, raised + 1), || Standing::of(field, raised + 2));
                for next in [first, second] {
                    if next.cost > field.budget {
                        return Standing::of(field, raised);
                    }
                    if !next.has_room(field) {
                        return next;
                    }
                    raised = next.raised;
                }
                is_shorter = false;
            }
        }
    }
}

/// What is wanted, and what is wanted next as a rule: on a second core it takes no time.
fn side_by_side<T: Send>(first: impl FnOnce() -> T, second: impl FnOnce() -> T + Send) -> (T, T) {
    std::thread::scope(|scope| {
        let second = scope.spawn(second);
        let first = first();
        (first, second.join().unwrap_or_else(|panic| std::panic::resume_unwind(panic)))
    })
}

fn winners(count: &Count<'_>, votes: &[u64]) -> Vec<Won> {
    let won = |bought: &round::Bought| Won {
        project: bought.project,
        votes: votes[bought.project],
        how: bought.how(),
    };
    count.bought.iter().map(won).collect()
}

/// The others, those whose supporters lacked least first.
fn others(election: &Election, count: &Count<'_>, votes: &[u64]) -> Vec<Lost> {
    let unit = 10_f64.powi(-(election.decimals as i32));
    let why = |project: usize| {
        let cost = election.projects[project].cost;
        match () {
            () if votes[project] == 0 => Why::NoVotes,
            () if cost == 0 => Why::NoCost,
            () if cost > election.budget => Why::OverBudget,
            () => {
                let had = count.money_left(project);
                Why::Shares {
                    had,
                    missing: (cost as f64 * unit - had).max(0.0),
                }
            }
        }
    };
    let lost = |project: usize| Lost {
        project,
        votes: votes[project],
        why: why(project),
    };
    let is_in = |project: &usize| count.bought.iter().any(|bought| bought.project == *project);
    let mut others: Vec<Lost> = election.by_id().into_iter().filter(|project| !is_in(project)).map(lost).collect();
    let lack = |lost: &Lost| match lost.why {
        Why::Shares { missing, .. } => missing,
        _ => f64::INFINITY,
    };
    others.sort_by(|one, two| lack(one).total_cmp(&lack(two)).then(two.votes.cmp(&one.votes)));
    others
}
