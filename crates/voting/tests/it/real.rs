//! Elections that were really held, with the results that others counted: `VEKST_CASES`, by default `../shared/cases`
//! beside the project.

use std::collections::HashMap;
use std::path::PathBuf;

use voting::{Completion, Election, Rule, Utility, pabulib};

fn cases() -> Option<PathBuf> {
    let beside = || PathBuf::from(concat!(env!("CARGO_MANIFEST_DIR"), "/../../../shared/cases"));
    let folder = std::env::var_os("VEKST_CASES").map_or_else(beside, PathBuf::from).join("pabulib");
    if folder.is_dir() {
        return Some(folder);
    }
    eprintln!(
        "SKIPPED: there are no real elections at {}; name their folder in VEKST_CASES",
        folder.display()
    );
    None
}

fn rule(rule: &str, utility: &str, completion: &str) -> Rule {
    let (utility, completion): (Utility, Completion) = (utility.parse().unwrap(), completion.parse().unwrap());
    match rule {
        "equal-shares" => Rule::EqualShares { utility, completion },
        "greedy" => Rule::Greedy,
        other => panic!("unknown rule {other}"),
    }
}

/// Every real election there is, with its name.
pub fn elections() -> Vec<(String, Election)> {
    let Some(folder) = cases() else { return Vec::new() };
    let entries = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    let mut files: Vec<PathBuf> = entries.filter(|path| path.to_string_lossy().contains(".pb")).collect();
    files.sort();
    let read = |path: PathBuf| {
        let name = path.file_name().unwrap().to_string_lossy().into_owned();
        (name, pabulib::read(&std::fs::read(path).unwrap()).unwrap())
    };
    files.into_iter().map(read).collect()
}

#[test]
fn real_elections_come_out_as_others_counted_them() {
    let Some(folder) = cases() else { return };
    let expected = std::fs::read_to_string(folder.join("expected.csv")).unwrap();
    let mut elections: HashMap<String, Election> = HashMap::new();
    let (mut right, mut wrong) = (0, Vec::new());
    for line in expected.lines().skip(1) {
        let fields: Vec<&str> = line.split(',').collect();
        let election = elections.entry(fields[0].to_owned()).or_insert_with(|| {
            let plain = folder.join(fields[0]);
            let packed = folder.join(format!("{}.gz", fields[0]));
            let bytes = std::fs::read(if plain.exists() { plain } else { packed }).unwrap();
            pabulib::read(&bytes).unwrap()
        });
        let outcome = voting::count(election, rule(fields[1], fields[2], fields[3])).unwrap();
        let winners: Vec<&str> = outcome
            .places()
            .into_iter()
            .map(|place| election.projects[place].id.as_str())
            .collect();
        if winners.join(" ") == fields[4] {
            right += 1;
        } else {
            wrong.push(format!("{line}\n   counted {}", winners.join(" ")));
        }
    }
    println!(
        "{right} of {} counts of {} real elections are as others counted them",
        right + wrong.len(),
        elections.len()
    );
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
