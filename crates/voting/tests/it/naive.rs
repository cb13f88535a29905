//! The rules as their definitions read, in fractions and without any care for time, beside the real ones on small made-up
//! elections full of ties.

use std::cmp::Ordering;

use num_bigint::BigInt;
use proptest::prelude::*;
use voting::{Ballot, BallotKind, Choice, Completion, Election, Project, Rule, Utility};

/// A fraction, never shortened.
#[derive(Debug, Clone)]
struct Fraction {
    over: BigInt,
    under: BigInt,
}

impl Fraction {
    fn of(over: u64, under: u64) -> Self {
        Self {
            over: over.into(),
            under: under.into(),
        }
    }

    fn whole(number: u64) -> Self {
        Self::of(number, 1)
    }

    fn plus(&self, other: &Self) -> Self {
        Self {
            over: &self.over * &other.under + &other.over * &self.under,
            under: &self.under * &other.under,
        }
    }

    fn minus(&self, other: &Self) -> Self {
        let less = Self {
            over: -&other.over,
            under: other.under.clone(),
        };
        self.plus(&less)
    }

    fn times(&self, number: u64) -> Self {
        Self {
            over: &self.over * number,
            under: self.under.clone(),
        }
    }

    fn per(&self, number: u64) -> Self {
        Self {
            over: self.over.clone(),
            under: &self.under * number,
        }
    }

    fn to(&self, other: &Self) -> Ordering {
        (&self.over * &other.under).cmp(&(&other.over * &self.under))
    }

    fn least(self, other: Self) -> Self {
        if self.to(&other) == Ordering::Greater { other } else { self }
    }
}

/// Every voter by itself, weights written out as so many voters.
struct Town<'a> {
    election: &'a Election,
    utility: Utility,
    voters: Vec<&'a [Choice]>,
}

impl<'a> Town<'a> {
    fn of(election: &'a Election, utility: Utility) -> Self {
        let copies = |ballot: &'a Ballot| std::iter::repeat_n(&ballot.choices[..], ballot.weight as usize);
        Self {
            election,
            utility,
            voters: election.ballots.iter().flat_map(copies).collect(),
        }
    }

    fn worth(&self, voter: usize, project: usize) -> u64 {
        let chosen = self.voters[voter].iter().find(|choice| choice.project as usize == project);
        chosen.map_or(0, |choice| match self.utility {
            Utility::Cost => self.election.projects[project].cost,
            Utility::Votes => 1,
            Utility::Points => choice.points.into(),
        })
    }

    fn votes(&self, project: usize) -> usize {
        let chose = |ballot: &&&[Choice]| ballot.iter().any(|choice| choice.project as usize == project);
        self.voters.iter().filter(chose).count()
    }

    fn supporters(&self, project: usize) -> Vec<usize> {
        (0..self.voters.len()).filter(|voter| self.worth(*voter, project) > 0).collect()
    }

    fn paid_at(&self, project: usize, rho: &Fraction, money: &[Fraction]) -> Vec<(usize, Fraction)> {
        let pays = |voter: usize| (voter, money[voter].clone().least(rho.times(self.worth(voter, project))));
        self.supporters(project).into_iter().map(pays).collect()
    }

    /// The smallest rho at which what supporters pay comes to the cost; none where all their money does not.
    fn rho(&self, project: usize, money: &[Fraction]) -> Option<Fraction> {
        let cost = Fraction::whole(self.election.projects[project].cost);
        let sum = |rho: &Fraction| {
            let paid = self.paid_at(project, rho, money);
            paid.iter().fold(Fraction::whole(0), |sum, (_, paid)| sum.plus(paid))
        };
        // between the points where somebody begins to give all, what is paid rises in a straight line
        let mut points: Vec<Fraction> = self
            .supporters(project)
            .iter()
            .map(|&voter| money[voter].per(self.worth(voter, project)))
            .collect();
        points.sort_by(Fraction::to);
        let reaches = points.iter().find(|point| sum(point).to(&cost) != Ordering::Less)?;
        let pays_on = |voter: &&usize| money[**voter].to(&reaches.times(self.worth(**voter, project))) != Ordering::Less;
        let supporters = self.supporters(project);
        let (on, all): (Vec<usize>, Vec<usize>) = supporters.iter().partition(|voter| pays_on(voter));
        let given = all.iter().fold(Fraction::whole(0), |sum, &voter| sum.plus(&money[voter]));
        Some(cost.minus(&given).per(on.iter().map(|&voter| self.worth(voter, project)).sum()))
    }

    fn equal_shares(&self, raised: u64) -> Vec<usize> {
        let unit = 10_u64.pow(self.election.decimals);
        let share = Fraction::of(self.election.budget, self.voters.len().max(1) as u64).plus(&Fraction::whole(raised * unit));
        let mut money = vec![share; self.voters.len()];
        let mut won: Vec<usize> = Vec::new();
        loop {
            let mut best: Option<(Fraction, usize)> = None;
            for project in (0..self.election.projects.len()).filter(|project| self.can_be_paid(*project)) {
                let Some(rho) = self.rho(project, &money).filter(|_| !won.contains(&project)) else {
                    continue;
                };
                let id = |project: usize| &self.election.projects[project].id;
                let is_better = |(known, other): &(Fraction, usize)| rho.to(known).then(id(project).cmp(id(*other))) == Ordering::Less;
                if best.as_ref().is_none_or(is_better) {
                    best = Some((rho, project));
                }
            }
            let Some((rho, project)) = best else { return won };
            for (voter, paid) in self.paid_at(project, &rho, &money) {
                money[voter] = money[voter].minus(&paid);
                assert_ne!(
                    money[voter].to(&Fraction::whole(0)),
                    Ordering::Less,
                    "nobody pays more than they hold"
                );
            }
            won.push(project);
        }
    }

    fn can_be_paid(&self, project: usize) -> bool {
        self.election.projects[project].cost > 0 && !self.supporters(project).is_empty()
    }

    fn cost(&self, projects: &[usize]) -> u64 {
        projects.iter().map(|&project| self.election.projects[project].cost).sum()
    }

    fn add1(&self) -> Vec<usize> {
        let mut stands = self.equal_shares(0);
        for raised in 1.. {
            let left = self.election.budget - self.cost(&stands);
            let fits =
                |project: usize| self.can_be_paid(project) && !stands.contains(&project) && self.election.projects[project].cost <= left;
            if !(0..self.election.projects.len()).any(fits) {
                break;
            }
            let next = self.equal_shares(raised);
            if self.cost(&next) > self.election.budget {
                break;
            }
            stands = next;
        }
        stands
    }

    fn fill(&self, mut won: Vec<usize>) -> Vec<usize> {
        let mut order: Vec<usize> = (0..self.election.projects.len()).filter(|project| !won.contains(project)).collect();
        order.sort_by_key(|&project| (std::cmp::Reverse(self.votes(project)), &self.election.projects[project].id));
        for project in order {
            if self.cost(&won) + self.election.projects[project].cost <= self.election.budget {
                won.push(project);
            }
        }
        won
    }

    fn count(&self, completion: Completion) -> Vec<usize> {
        match completion {
            Completion::None => self.equal_shares(0),
            Completion::Add1 => self.add1(),
            Completion::Add1Greedy => self.fill(self.add1()),
        }
    }

    /// The greatest sum of utilities within the budget, and the least that it costs, by trying every set.
    fn best_set(&self) -> (u64, u64) {
        let projects = self.election.projects.len();
        let sets = (0..1_usize << projects).map(|set| (0..projects).filter(|project| set >> project & 1 == 1).collect::<Vec<_>>());
        let fit = sets.filter(|set| self.cost(set) <= self.election.budget);
        let best = fit.map(|set| (self.sum(&set), std::cmp::Reverse(self.cost(&set)))).max();
        best.map(|(sum, cost)| (sum, cost.0)).unwrap()
    }

    fn sum(&self, projects: &[usize]) -> u64 {
        let worth = |&project: &usize| -> u64 { (0..self.voters.len()).map(|voter| self.worth(voter, project)).sum() };
        projects.iter().map(worth).sum()
    }
}

const IDS: [&str; 7] = ["b", "10", "9", "a", "Z", "é", "aa"];

prop_compose! {
    /// Costs from a few numbers, so that much is equal; sometimes with decimals.
    fn elections(kind: BallotKind)(
        costs in prop::collection::vec(prop_oneof![1..8_u64, 1..60_u64, Just(12_u64)], 1..=7),
        ballots in prop::collection::vec((prop::collection::vec(0..6_u32, 7), 1..=3_u64), 1..9),
        decimals in 0..2_u32,
        part in 1..12_u64,
    ) -> Election {
        let points = |points: u32| if kind == BallotKind::Approval { points.min(1) } else { points };
        let choices = |given: Vec<u32>| given.into_iter().map(points).zip(0_u32..).take(costs.len())
            .filter(|(points, _)| *points > 0).map(|(points, project)| Choice { project, points }).collect();
        Election {
            title: String::new(),
            kind,
            decimals,
            budget: costs.iter().sum::<u64>() * part / 8 + 1,
            projects: costs.iter().zip(IDS).map(|(cost, id)| Project { id: id.to_owned(), name: String::new(), cost: *cost }).collect(),
            ballots: ballots.into_iter().map(|(given, weight)| Ballot { choices: choices(given), weight }).collect(),
        }
    }
}

prop_compose! {
    /// Money in large numbers, and some costs many times all of it.
    fn in_large_money()(
        (election, utility) in any_election(),
        costs in prop::collection::vec((1..1_000_000_u64, prop_oneof![Just(1), Just(37), Just(9_999), Just(1_000_003)]), 7),
        budget in 1..3_000_000_000_u64,
    ) -> (Election, Utility) {
        let mut large = election;
        large.budget = budget;
        for (project, (cost, scale)) in large.projects.iter_mut().zip(costs) {
            project.cost = cost * scale;
        }
        (large, utility)
    }
}

fn any_election() -> impl Strategy<Value = (Election, Utility)> {
    prop_oneof![
        (
            elections(BallotKind::Approval),
            prop_oneof![Just(Utility::Cost), Just(Utility::Votes)]
        ),
        (elections(BallotKind::Points), Just(Utility::Points)),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn equal_shares_does_what_its_definition_says((election, utility) in any_election()) {
        let town = Town::of(&election, utility);
        for &completion in Completion::ALL {
            let outcome = voting::count(&election, Rule::EqualShares { utility, completion }).unwrap();
            prop_assert_eq!(outcome.places(), town.count(completion), "{}", completion);
            prop_assert!(outcome.cost <= election.budget);
        }
    }

    #[test]
    fn equal_shares_does_the_same_in_large_money((election, utility) in in_large_money()) {
        let rule = Rule::EqualShares { utility, completion: Completion::None };
        prop_assert_eq!(voting::count(&election, rule).unwrap().places(), Town::of(&election, utility).equal_shares(0));
    }

    #[test]
    fn simple_approval_and_knapsack_do_what_their_definitions_say((election, utility) in any_election()) {
        let town = Town::of(&election, utility);
        prop_assert_eq!(voting::count(&election, Rule::Greedy).unwrap().places(), town.fill(Vec::new()));
        let best = voting::count(&election, Rule::Knapsack { utility }).unwrap();
        prop_assert_eq!((town.sum(&best.places()), best.cost), town.best_set());
    }

    #[test]
    fn neither_the_order_of_ballots_nor_writing_weights_out_changes_anything((election, utility) in any_election(), seed in any::<u64>()) {
        let mut other = election.clone();
        let copies = |ballot: &Ballot| std::iter::repeat_n(Ballot { weight: 1, ..ballot.clone() }, ballot.weight as usize);
        other.ballots = election.ballots.iter().flat_map(copies).collect();
        let (length, turn) = (other.ballots.len(), seed as usize);
        other.ballots.rotate_left(turn % length);
        other.ballots.swap(0, turn / length % length);
        for rule in [
            Rule::EqualShares { utility, completion: Completion::None },
            Rule::EqualShares { utility, completion: Completion::Add1Greedy },
            Rule::Greedy,
            Rule::Knapsack { utility },
        ] {
            prop_assert_eq!(voting::count(&election, rule).unwrap(), voting::count(&other, rule).unwrap());
        }
    }
}

#[test]
fn a_vote_in_large_money_is_raised_past_millions_of_steps_and_ends_where_each_step_would() {
    let file = |scale: u64| {
        let projects: String = (1..=9).map(|n| format!("{n};{}\n", (31 * n * n % 47 + 12) * scale)).collect();
        let choices = |voter: u64| {
            (1..=9)
                .filter(move |n| (voter * 7 + n * n) % 5 < 2)
                .map(|n| n.to_string())
                .collect::<Vec<_>>()
        };
        let ballots: String = (0..30).map(|voter| format!("{voter};{}\n", choices(voter).join(","))).collect();
        let head = format!("META\nkey;value\nbudget;{}\nvote_type;approval\n", 150 * scale);
        let text = format!("{head}PROJECTS\nproject_id;cost\n{projects}VOTES\nvoter_id;vote\n{ballots}");
        voting::pabulib::read(text.as_bytes()).unwrap()
    };
    for utility in [Utility::Cost, Utility::Votes] {
        let rule = Rule::EqualShares {
            utility,
            completion: Completion::Add1,
        };
        let (small, large) = (file(20), file(2_000_000_000));
        let counted = voting::count(&small, rule).unwrap();
        assert_eq!(counted.places(), Town::of(&small, utility).count(Completion::Add1));
        let counted = voting::count(&large, rule).unwrap();
        assert!(counted.raised > 1_000_000, "raised {} times", counted.raised);
        assert!(counted.cost <= large.budget);
        // the raise before is within the budget and has room; the one that stands ends it, or the next costs too much
        let at = |raised: u64| {
            voting::count(
                &with_shares_of(&large, raised),
                Rule::EqualShares {
                    utility,
                    completion: Completion::None,
                },
            )
            .unwrap()
        };
        assert_eq!(at(counted.raised).places(), counted.places());
        assert!(has_room(&large, &at(counted.raised - 1)));
        assert!(!has_room(&large, &counted) || at(counted.raised + 1).cost > large.budget);
    }
}

/// The election with a budget that gives each voter as much as so many raises do.
fn with_shares_of(election: &Election, raised: u64) -> Election {
    Election {
        budget: election.budget + raised * 10_u64.pow(election.decimals) * election.voters(),
        ..election.clone()
    }
}

fn has_room(election: &Election, outcome: &voting::Outcome) -> bool {
    let left = election.budget - outcome.cost;
    outcome
        .others
        .iter()
        .any(|lost| lost.votes > 0 && election.projects[lost.project].cost <= left)
}

#[test]
fn knapsack_has_room_for_the_largest_money_that_a_file_may_hold() {
    let file = "META\nkey;value\nbudget;200000000000000.01\nvote_type;approval\n\
        PROJECTS\nproject_id;cost\na;99999999999999.99\nb;99999999999999.98\nc;100000000000000.02\n\
        VOTES\nvoter_id;vote;weight\n1;a,b,c;1000000000\n2;c;1\n";
    let election = voting::pabulib::read(file.as_bytes()).unwrap();
    let outcome = voting::count(&election, Rule::Knapsack { utility: Utility::Cost }).unwrap();
    assert_eq!(outcome.places(), [2, 0]);
    assert_eq!(election.amount(outcome.cost).to_string(), "200000000000000.01");
}
