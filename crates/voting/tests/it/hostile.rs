//! Files that are wrong, each told with its line and what is wrong; none brings the program down.

use voting::pabulib;

const META: &str = "META\nkey;value\nbudget;100\nvote_type;approval\n";
const PROJECTS: &str = "PROJECTS\nproject_id;cost;name\n1;60;Bridge\n2;40;Path\n";
const VOTES: &str = "VOTES\nvoter_id;vote\nA;1\nB;1,2\n";
const POINTS: &str = "META\nkey;value\nbudget;100\nvote_type;cumulative\nmax_sum_points;5\nmax_points;4\n";

/// The mistakes of a file, as «line: what».
fn told(text: &[u8]) -> String {
    match pabulib::read(text) {
        Ok(election) => panic!("taken for an election: {election:?}"),
        Err(mistakes) => {
            assert!(!mistakes.is_empty(), "refused without a reason");
            mistakes.iter().map(|mistake| format!("{mistake}\n")).collect()
        }
    }
}

#[test]
fn every_mistake_is_told_with_its_line() {
    let replaced = |from: &str, to: &str| {
        let file = format!("{META}{PROJECTS}{VOTES}");
        assert!(file.contains(from), "{from}");
        file.replacen(from, to, 1)
    };
    let points = |votes: &str| format!("{POINTS}{PROJECTS}VOTES\nvoter_id;vote;points\n{votes}");
    // lines: META is 1 to 4, PROJECTS 5 to 8, VOTES 9 to 12
    let cases = [
        ("", "META is missing"),
        ("hello\n", "line 1: "),
        ("<!DOCTYPE html>\n<html>", "line 1: "),
        (&replaced(META, ""), "META"),
        (&replaced(PROJECTS, ""), "PROJECTS is missing"),
        (&replaced(VOTES, ""), "VOTES is missing"),
        (&format!("{META}{PROJECTS}{VOTES}{META}"), "line 13: the section META stands twice"),
        (&replaced("budget;100\n", ""), "no budget"),
        (&replaced("budget;100", "budget;"), "line 3: budget"),
        (&replaced("budget;100", "budget;-100"), "line 3: budget"),
        (&replaced("budget;100", "budget;lots"), "line 3: budget"),
        (&replaced("budget;100", "budget;1e9"), "line 3: budget"),
        (&replaced("budget;100", "budget;NaN"), "line 3: budget"),
        (&replaced("budget;100", &format!("budget;{}", "9".repeat(400))), "line 3: budget"),
        (&replaced("budget;100", "budget;100\nbudget;200"), "line 4: budget stands twice"),
        (&replaced("vote_type;approval\n", ""), "no vote_type"),
        (
            &replaced("approval", "ordinal"),
            "line 4: ballots of the type «ordinal» cannot be counted",
        ),
        (
            &replaced("approval", "scoring"),
            "line 4: ballots of the type «scoring» cannot be counted",
        ),
        (&replaced("approval", "approval\nmax_length;many"), "line 5: max_length"),
        (&replaced("approval", "approval\nmax_length;1"), "line 13: "),
        (&replaced("approval", "approval\nnum_votes;3"), "line 5: num_votes says 3"),
        (&replaced("approval", "approval\nnum_projects;1"), "line 5: num_projects says 1"),
        (&replaced("project_id;cost", "id;cost"), "line 6: PROJECTS has no column project_id"),
        (
            &replaced("project_id;cost", "project_id;price"),
            "line 6: PROJECTS has no column cost",
        ),
        (&replaced("1;60", "1;-60"), "line 7: the cost «-60»"),
        (&replaced("1;60", "1;"), "line 7: the cost «»"),
        (&replaced("1;60", "1;1.000.000"), "line 7: the cost"),
        (&replaced("1;60", "1;Infinity"), "line 7: the cost"),
        (&replaced("1;60;Bridge", "1"), "line 7: "),
        (&replaced("2;40", "1;40"), "line 8: the project 1 stands twice"),
        (&replaced("2;40", ";40"), "line 8: "),
        (&replaced("2;40", "\"1,2\";40"), "line 8: "),
        (&replaced("1;60;Bridge\n2;40;Path\n", ""), "no projects"),
        (&replaced("voter_id;vote", "voter;vote"), "line 10: VOTES has no column voter_id"),
        (&replaced("voter_id;vote", "voter_id;choice"), "line 10: VOTES has no column vote"),
        (&replaced("A;1", "A;3"), "line 11: the ballot names the project «3»"),
        (&replaced("A;1", "A;1 2"), "line 11: the ballot names the project «1 2»"),
        (&replaced("B;1,2", "A;1,2"), "line 12: the voter A has voted already"),
        (&replaced("B;1,2", "B;1,1"), "line 12: the ballot names the project 1 twice"),
        (&replaced("B;1,2", ";1,2"), "line 12: the ballot has no voter"),
        (&replaced("B;1,2", "B"), "line 12: the ballot is cut off"),
        (&replaced("Bridge", "\"Bridge"), "line 7: "),
        (&replaced("Bridge", "\"Bri\"dge"), "line 7: "),
        (&replaced("B;1,2", "\"B;1,2"), "line 12: "),
        (
            &replaced("voter_id;vote\nA;1\nB;1,2", "voter_id;vote;weight\nA;1;0\nB;1,2;-1"),
            "line 11: the weight «0»",
        ),
        (
            &replaced("voter_id;vote\nA;1\nB;1,2", "voter_id;vote;weight\nA;1;1\nB;1,2;1.5"),
            "line 12: the weight «1.5»",
        ),
        (
            &replaced("voter_id;vote\nA;1\nB;1,2", "voter_id;vote;weight\nA;1;1\nB;1,2"),
            "line 12: the weight «»",
        ),
        (&format!("{POINTS}{PROJECTS}{VOTES}"), "VOTES has no column points"),
        (
            &points("A;1,2;1\n"),
            "line 13: the ballot names 2 projects and gives points 1 times",
        ),
        (&points("A;1;\n"), "line 13: "),
        (&points("A;;3\n"), "line 13: "),
        (&points("A;1;-3\n"), "line 13: "),
        (&points("A;1;many\n"), "line 13: "),
        (&points("A;1,2;4,2\n"), "line 13: the ballot gives 6 points"),
        (&points("A;1;5\n"), "line 13: the ballot gives 5 points to one project"),
        (&points("A;1;99999999999999999999\n"), "line 13: "),
    ];
    for (file, expected) in cases {
        let told = told(file.as_bytes());
        assert!(told.contains(expected), "expected «{expected}»\ntold {told}of\n{file}");
    }
}

#[test]
fn several_mistakes_are_told_at_once() {
    let file = format!("{META}PROJECTS\nproject_id;cost\n1;-60\n2;\nVOTES\nvoter_id;vote\nA;1\nA;2\nB;7\n");
    let told = told(file.as_bytes());
    for line in [7, 8, 12, 13] {
        assert!(told.contains(&format!("line {line}: ")), "line {line} is missing in\n{told}");
    }
}

#[test]
fn a_file_of_mistakes_is_not_told_without_end() {
    let ballots: String = (0..10_000).map(|voter| format!("{voter};9\n")).collect();
    let told = told(format!("{META}{PROJECTS}VOTES\nvoter_id;vote\n{ballots}").as_bytes());
    assert!(told.lines().count() <= 60, "{} lines", told.lines().count());
}

#[test]
fn bytes_that_are_no_text_are_refused() {
    let mut latin = format!("{META}{PROJECTS}{VOTES}").into_bytes();
    let place = latin.windows(6).position(|window| window == b"Bridge").unwrap();
    latin[place] = 0xe5;
    assert!(told(&latin).contains("line 7: "), "{}", told(&latin));
    assert!(told(&[0x1f, 0x8b, 8, 0, 0]).contains("cannot be unpacked"));
    assert!(!told(b"PK\x03\x04 a zip archive\n").is_empty());
}

#[test]
fn unusual_files_that_are_right_are_read() {
    let file = format!("\u{feff}{META}{PROJECTS}{VOTES}").replace('\n', "\r\n");
    let spaced = format!("{META}\n\n{PROJECTS}\n{VOTES}\n\n").replace("B;1,2", " B ; 2 , 1 ");
    let quoted = format!("{META}{PROJECTS}{VOTES}")
        .replace("Bridge", "\"a \"\"new\"\"; bridge\nover the river\"")
        .replace("1,2", "\"1,2\"");
    for file in [file, spaced, quoted] {
        let election = pabulib::read(file.as_bytes()).unwrap();
        assert_eq!((election.ballots.len(), election.projects.len(), election.budget), (2, 2, 100));
        assert_eq!(election.votes(), [2, 1]);
    }
}

#[test]
fn no_bytes_bring_the_reader_down() {
    let file = format!("{POINTS}{PROJECTS}VOTES\nvoter_id;vote;points;weight\nA;1;3;2\nB;1,2;2,\"3\";1\n");
    for end in 0..file.len() {
        let _ = pabulib::read(&file.as_bytes()[..end]);
    }
    for place in 0..file.len() {
        for byte in [b'"', b';', b',', b'\n', b'-', b'9', 0, 0xff] {
            let mut changed = file.clone().into_bytes();
            changed[place] = byte;
            if let Ok(election) = pabulib::read(&changed) {
                voting::count(&election, voting::Rule::Greedy).unwrap();
            }
        }
    }
}
