//! How long counting takes: `cargo bench -p voting`. Prints `work,median_seconds`.
#![expect(
    clippy::unwrap_used,
    clippy::print_stdout,
    clippy::print_stderr,
    reason = "a bench says what it measured, and fails where something is not there"
)]

use std::path::PathBuf;
use std::time::Instant;

use voting::{Ballot, BallotKind, Choice, Completion, Election, Project, Rule, Utility, pabulib};

/// Numbers that look random and are the same on every machine.
struct Numbers(u64);

impl Numbers {
    fn below(&mut self, end: u64) -> u64 {
        self.0 = self
            .0
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) % end
    }
}

/// Ballots of ten choices each, the first projects more often chosen; a tenth of all costs is the budget.
fn made_up(voters: u64, projects: u64) -> Election {
    let mut numbers = Numbers(1);
    let costs: Vec<u64> = (0..projects).map(|_| 50_000 + numbers.below(950) * 1_000).collect();
    let project = |(place, cost): (usize, &u64)| Project {
        id: format!("p{place}"),
        name: String::new(),
        cost: *cost,
    };
    let mut ballot = || {
        let mut choices: Vec<Choice> = Vec::new();
        while choices.len() < 10 {
            let place = numbers.below(projects).min(numbers.below(projects)) as u32;
            if choices.iter().all(|choice| choice.project != place) {
                choices.push(Choice { project: place, points: 1 });
            }
        }
        Ballot { choices, weight: 1 }
    };
    Election {
        title: String::new(),
        kind: BallotKind::Approval,
        decimals: 0,
        budget: costs.iter().sum::<u64>() / 10,
        ballots: (0..voters).map(|_| ballot()).collect(),
        projects: costs.iter().enumerate().map(project).collect(),
    }
}

fn measure(work: &str, mut run: impl FnMut()) {
    let mut seconds: Vec<f64> = (0..5)
        .map(|_| {
            let start = Instant::now();
            run();
            start.elapsed().as_secs_f64()
        })
        .collect();
    seconds.sort_by(f64::total_cmp);
    println!("{work},{:.4}", seconds[2]);
}

fn main() {
    println!("work,median_seconds");
    let large = made_up(100_000, 200);
    for (utility, completion) in [
        (Utility::Cost, Completion::None),
        (Utility::Votes, Completion::None),
        (Utility::Cost, Completion::Add1),
        (Utility::Votes, Completion::Add1),
    ] {
        let rule = Rule::EqualShares { utility, completion };
        measure(&format!("made_up_{utility}_{completion}"), || {
            drop(voting::count(&large, rule).unwrap());
        });
    }
    measure("made_up_greedy", || drop(voting::count(&large, Rule::Greedy).unwrap()));
    measure("made_up_knapsack", || {
        drop(voting::count(&large, Rule::Knapsack { utility: Utility::Votes }).unwrap());
    });
    let text = pabulib::write(&large);
    measure("made_up_read", || drop(pabulib::read(text.as_bytes()).unwrap()));

    let beside = || PathBuf::from(concat!(env!("CARGO_MANIFEST_DIR"), "/../../../shared/cases"));
    let folder = std::env::var_os("VEKST_CASES").map_or_else(beside, PathBuf::from).join("pabulib");
    let add1 = Rule::EqualShares {
        utility: Utility::Cost,
        completion: Completion::Add1,
    };
    for file in [
        "poland_wroclaw_2020_.pb.gz",
        "poland_warszawa_2020_bielany.pb.gz",
        "poland_warszawa_2021_praga-poludnie.pb.gz",
    ] {
        let Ok(bytes) = std::fs::read(folder.join(file)) else {
            eprintln!("SKIPPED: {file} is not in {}", folder.display());
            continue;
        };
        measure(&format!("{file}_read"), || drop(pabulib::read(&bytes).unwrap()));
        let election = pabulib::read(&bytes).unwrap();
        measure(&format!("{file}_add1"), || drop(voting::count(&election, add1).unwrap()));
    }
}
