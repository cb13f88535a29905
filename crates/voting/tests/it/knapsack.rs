//! Knapsack beyond what trying every set can check: beside a table over all money, on real elections, and on costs that
//! were made up to be hard.

use std::time::{Duration, Instant};

use proptest::prelude::*;
use voting::{Ballot, BallotKind, Choice, Election, Project, Rule, Utility};

use crate::real;

/// Numbers that look random and are the same on every machine.
struct Numbers(u64);

impl Numbers {
    fn below(&mut self, end: u64) -> u64 {
        self.0 = self
            .0
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 11) % end
    }
}

/// Projects of these costs and votes.
fn election(budget: u64, projects: &[(u64, u64)]) -> Election {
    let project = |(place, (cost, _)): (usize, &(u64, u64))| Project {
        id: format!("{place:03}"),
        name: String::new(),
        cost: *cost,
    };
    let ballot = |(project, (_, weight)): (u32, &(u64, u64))| Ballot {
        choices: vec![Choice { project, points: 1 }],
        weight: *weight,
    };
    Election {
        title: String::new(),
        kind: BallotKind::Approval,
        decimals: 0,
        budget,
        projects: projects.iter().enumerate().map(project).collect(),
        ballots: (0..).zip(projects).map(ballot).collect(),
    }
}

/// The greatest sum within the budget, and the least that it costs: by a table over all money (Bellman 1957).
fn by_table(budget: u64, projects: &[(u64, u64)], utility: Utility) -> (u64, u64) {
    let mut best = vec![0_u64; budget as usize + 1];
    for (cost, votes) in projects {
        let worth = if utility == Utility::Cost { votes * cost } else { *votes };
        for money in (*cost as usize..best.len()).rev() {
            best[money] = best[money].max(best[money - *cost as usize] + worth);
        }
    }
    let most = best[budget as usize];
    (most, best.iter().position(|worth| *worth == most).unwrap() as u64)
}

fn sum(election: &Election, won: &[usize], utility: Utility) -> u64 {
    let votes = election.votes();
    let worth = |place: &usize| {
        votes[*place]
            * if utility == Utility::Cost {
                election.projects[*place].cost
            } else {
                1
            }
    };
    won.iter().map(worth).sum()
}

proptest! {
    #[test]
    fn the_set_is_the_one_that_a_table_over_all_money_finds(
        projects in prop::collection::vec((1_u64..300, 1_u64..40), 1..40),
        share in 1_u64..100,
        by_cost in any::<bool>(),
        unit in prop::sample::select(vec![1_u64, 50]),
    ) {
        let utility = if by_cost { Utility::Cost } else { Utility::Votes };
        let budget = (projects.iter().map(|(cost, _)| cost).sum::<u64>() * share / 100).max(1);
        let expected = by_table(budget, &projects, utility);
        let in_units: Vec<(u64, u64)> = projects.iter().map(|(cost, votes)| (cost * unit, votes * unit)).collect();
        let election = election(budget * unit + unit / 2, &in_units);
        let counted = voting::count(&election, Rule::Knapsack { utility }).unwrap();
        let worth = if by_cost { unit * unit } else { unit };
        prop_assert_eq!((sum(&election, &counted.places(), utility), counted.cost), (expected.0 * worth, expected.1 * unit));
    }
}

#[test]
fn real_elections_have_a_best_set_worth_at_least_what_simple_approval_chooses() {
    for (name, election) in real::elections() {
        for utility in [Utility::Votes, Utility::Cost] {
            let start = Instant::now();
            let counted = voting::count(&election, Rule::Knapsack { utility }).unwrap();
            let took = start.elapsed();
            println!("{name} {utility}: {} projects, {took:?}", election.projects.len());
            let greedy = voting::count(&election, Rule::Greedy).unwrap();
            let bought = |outcome: &voting::Outcome| sum(&election, &outcome.places(), utility);
            assert!(
                counted.cost <= election.budget && bought(&counted) >= bought(&greedy),
                "{name} {utility}"
            );
            assert!(took < Duration::from_secs(20), "{name} {utility} took {took:?}");
        }
    }
}

#[test]
fn votes_of_a_town_are_counted_whatever_the_costs_in_kroner() {
    let mut numbers = Numbers(7);
    for unit in [1, 1_000] {
        for spread in [1, 3, 1_000] {
            let projects: Vec<(u64, u64)> = (0..60)
                .map(|_| {
                    (
                        (5_000_000 / unit + numbers.below(10_000_000 / unit)) * unit,
                        1_000 + numbers.below(spread),
                    )
                })
                .collect();
            let election = election(150_000_000, &projects);
            for utility in [Utility::Votes, Utility::Cost] {
                let start = Instant::now();
                let counted = voting::count(&election, Rule::Knapsack { utility });
                println!("in {unit} kroner, votes within {spread}, {utility}: {:?}", start.elapsed());
                assert!(
                    counted.is_ok_and(|counted| counted.cost <= 150_000_000),
                    "{unit} {spread} {utility}"
                );
            }
        }
    }
}

#[test]
fn costs_that_no_method_can_search_through_are_given_up_with_a_reason() {
    let mut numbers = Numbers(11);
    let projects: Vec<(u64, u64)> = (0..60)
        .map(|_| (100_000_000_000_000 + numbers.below(900_000_000_000_000), 1_000))
        .collect();
    let election = election(projects.iter().map(|(cost, _)| cost).sum::<u64>() / 2, &projects);
    let start = Instant::now();
    let error = voting::count(&election, Rule::Knapsack { utility: Utility::Cost }).unwrap_err();
    println!("given up after {:?}", start.elapsed());
    assert!(error.to_string().contains("round the costs"), "{error}");
    // where each is worth the same, the cheapest are the best whatever they cost
    let counted = voting::count(&election, Rule::Knapsack { utility: Utility::Votes }).unwrap();
    let mut costs: Vec<u64> = projects.iter().map(|(cost, _)| *cost).collect();
    costs.sort_unstable();
    assert_eq!(counted.cost, costs[..counted.winners.len()].iter().sum::<u64>());
    assert!(counted.cost + costs[counted.winners.len()] > election.budget);
}
