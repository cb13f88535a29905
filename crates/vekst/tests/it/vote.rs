//! Counting a ballot file at the command line, where the file is wrong or cannot be counted.

use std::path::Path;

use crate::program::{Ended, run};

const PROJECTS: &str = "META\nkey;value\nbudget;100\nvote_type;approval\nPROJECTS\nproject_id;cost;name\n1;60;Bru\n2;40;Sti\n";

/// Counts a file with this text.
fn count(text: &str, options: &[&str]) -> Ended {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("stemmer.pb");
    std::fs::write(&file, text).unwrap();
    let file = file.to_string_lossy();
    let arguments: Vec<&str> = ["vote", "count", &file].into_iter().chain(options.iter().copied()).collect();
    run(Path::new("/nowhere"), &arguments)
}

#[test]
fn a_file_is_counted_in_words_and_as_json() {
    let file = format!("{PROJECTS}VOTES\nvoter_id;vote\nA;1\nB;1,2\n");
    let counted = count(&file, &["--rule", "greedy", "--format", "json"]);
    assert_eq!(
        (counted.code, counted.said.trim()),
        (0, "{\"winners\": [\"1\", \"2\"], \"cost\": 100}")
    );
    let counted = count(&file, &["--rule", "knapsack"]);
    assert!(counted.said.starts_with("2 of 2 projects won."), "{}", counted.said);
}

#[test]
fn an_unknown_voter_or_a_negative_cost_is_named_by_its_line_and_nothing_is_counted() {
    let voters = "VOTES\nvoter_id;vote\n;1\nB;1,2\n";
    let unnamed = count(&format!("{PROJECTS}{voters}"), &["--rule", "greedy"]);
    let twice = count(&format!("{PROJECTS}VOTES\nvoter_id;vote\nB;1\nB;1,2\n"), &["--rule", "greedy"]);
    let stranger = count(&format!("{PROJECTS}VOTES\nvoter_id;vote\nA;9\n"), &["--rule", "greedy"]);
    let negative = count(
        &format!("{}VOTES\nvoter_id;vote\nA;1\n", PROJECTS.replace("1;60", "1;-60")),
        &["--rule", "greedy"],
    );
    for (ended, told) in [
        (unnamed, "line 11: the ballot has no voter"),
        (twice, "line 12: the voter B has voted already"),
        (stranger, "line 11: the ballot names the project «9»"),
        (negative, "line 7: the cost «-60»"),
    ] {
        assert_eq!((ended.code, ended.said.as_str()), (1, ""), "{told}");
        assert!(ended.complained.contains(told), "expected «{told}», told {}", ended.complained);
        assert!(ended.complained.contains("mend the file first"), "{}", ended.complained);
    }
}

#[test]
fn costs_that_no_count_can_search_through_are_refused_with_the_way_out() {
    let mut cost: u64 = 123_456_789_012_345;
    let mut next = || {
        cost = cost.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        10_000_000_000_000 + (cost >> 11) % 40_000_000_000_000
    };
    let projects: String = (1..=60).map(|id| format!("{id};{}\n", next())).collect();
    let all: Vec<String> = (1..=60).map(|id| id.to_string()).collect();
    let file = format!(
        "META\nkey;value\nbudget;900000000000000\nvote_type;approval\nPROJECTS\nproject_id;cost\n{projects}VOTES\nvoter_id;vote\nA;{}\n",
        all.join(",")
    );
    let ended = count(&file, &["--rule", "knapsack", "--utility", "cost"]);
    assert_eq!((ended.code, ended.said.as_str()), (1, ""), "{}", ended.complained);
    assert!(
        ended.complained.contains("round the costs, or count by another rule"),
        "{}",
        ended.complained
    );
    assert_eq!(count(&file, &["--rule", "equal-shares", "--utility", "cost"]).code, 0);
}
