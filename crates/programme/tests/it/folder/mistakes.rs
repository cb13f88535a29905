//! What is wrong in a folder is told with its file, its line and the mend: cases in `mistakes.toml`.

use std::fs;
use std::path::Path;

use programme::folder;
use proptest::prelude::*;
use serde::Deserialize;

use super::{lines, written};

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Cases {
    mistake: Vec<Case>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Case {
    what: String,
    file: String,
    #[serde(default)]
    replace: String,
    #[serde(default)]
    by: String,
    whole: Option<String>,
    #[serde(default)]
    gone: bool,
    told: Vec<String>,
}

impl Case {
    fn make(&self, folder: &Path) {
        let file = folder.join(&self.file);
        if self.gone {
            return fs::remove_file(file).unwrap();
        }
        let text = self.whole.clone().unwrap_or_else(|| {
            let before = fs::read_to_string(&file).unwrap();
            assert!(
                before.contains(&self.replace),
                "{}: «{}» is not in {before}",
                self.what,
                self.replace
            );
            before.replacen(&self.replace, &self.by, 1)
        });
        fs::create_dir_all(file.parent().unwrap()).unwrap();
        fs::write(file, text).unwrap();
    }
}

#[test]
fn every_mistake_is_told_with_file_line_and_mend() {
    let cases: Cases = toml::from_str(include_str!("mistakes.toml")).unwrap();
    let mut wrong = Vec::new();
    for case in cases.mistake {
        let (_kept, folder) = written();
        case.make(&folder);
        let told = folder::read(&folder).map_or_else(|mistakes| lines(&mistakes), |_| Vec::new());
        let as_expected = told.len() == case.told.len() && told.iter().zip(&case.told).all(|(told, start)| told.starts_with(start));
        if !as_expected {
            wrong.push(format!("{}\n  wanted: {:#?}\n  told: {told:#?}", case.what, case.told));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// A vote that is closed; only its ballots are wrong.
const CLOSED: &str = r#"+++
title = { nb = "Penger" }
budget = 100
opens = "2020-05-01"
closes = "2020-05-10"
decided-by = { nb = "Styringsgruppa" }
opened = true

[[option]]
id = "park"
title = { nb = "Park" }
cost = 60

[closed]
organisations = { asked = 1, answered = 1 }
persons = { asked = 2, answered = 1 }
hash = "0000000000000000000000000000000000000000000000000000000000000000"
+++
"#;

#[test]
fn an_unknown_voter_or_a_negative_cost_among_ballots_is_told_with_its_line() {
    let (_kept, folder) = written();
    fs::create_dir_all(folder.join("votes")).unwrap();
    fs::write(folder.join("votes/penger.md"), CLOSED).unwrap();
    let ballots = "META\nkey;value\nbudget;100\nvote_type;approval\nPROJECTS\nproject_id;cost\npark;-60\nVOTES\nvoter_id;vote\n;park\n2;buss\n2;park\n";
    fs::write(folder.join("votes/penger.pb"), ballots).unwrap();
    let told = lines(&folder::read(&folder).unwrap_err());
    for start in [
        "votes/penger.pb:7: the cost «-60»",
        "votes/penger.pb:10: the ballot has no voter",
        "votes/penger.pb:11: the ballot names the project «buss»",
        "votes/penger.pb:12: the voter 2 has voted already",
    ] {
        assert!(told.iter().any(|line| line.starts_with(start)), "«{start}» is missing in {told:#?}");
    }
}

#[test]
fn a_folder_that_is_not_there_is_told() {
    let mistakes = folder::read(Path::new("/there/is/none")).unwrap_err();
    assert_eq!(lines(&mistakes), ["/there/is/none: there is no such folder: check its path"]);
}

#[test]
fn what_is_not_utf_8_is_told_with_its_line() {
    let (_kept, folder) = written();
    fs::write(folder.join("goals/innbyggere.md"), b"+++\nsentence = 'M\xe5l'\n+++").unwrap();
    let mistakes = folder::read(&folder).unwrap_err();
    assert_eq!(
        lines(&mistakes),
        ["goals/innbyggere.md:2: this is not UTF-8: save the file as UTF-8"]
    );
}

#[test]
fn a_byte_order_mark_and_other_line_ends_change_nothing() {
    let (_kept, folder) = written();
    let before = folder::read(&folder).unwrap();
    for name in [
        "programme.toml",
        "series.toml",
        "goals/innbyggere.md",
        "figures/folketall.csv",
        "action-plans/2020/measures/frokost.md",
    ] {
        let text = fs::read_to_string(folder.join(name)).unwrap();
        fs::write(folder.join(name), format!("\u{feff}{}", text.replace('\n', "\r\n"))).unwrap();
    }
    assert_eq!(folder::read(&folder).map_err(|mistakes| lines(&mistakes)), Ok(before));
}

#[cfg(unix)]
#[test]
fn links_are_not_followed() {
    let (kept, folder) = written();
    fs::write(kept.path().join("secret.md"), "+++\n+++").unwrap();
    std::os::unix::fs::symlink(kept.path().join("secret.md"), folder.join("goals/lekk.md")).unwrap();
    std::os::unix::fs::symlink(kept.path(), folder.join("action-plans/2030")).unwrap();
    let mistakes = folder::read(&folder).unwrap_err();
    let links = |path: &str| format!("{path}: links are not followed: put the file itself here");
    assert_eq!(lines(&mistakes), [links("action-plans/2030"), links("goals/lekk.md")]);
}

#[test]
fn a_file_that_is_far_too_large_is_not_read() {
    let (_kept, folder) = written();
    let file = fs::File::create(folder.join("figures/folketall.csv")).unwrap();
    file.set_len(1 << 40).unwrap();
    let mistakes = folder::read(&folder).unwrap_err();
    assert_eq!(
        lines(&mistakes),
        ["figures/folketall.csv: the file is larger than 20 MB: that is no text of a programme"]
    );
}

/// The example programme with one adopted revision, written.
fn with_a_revision() -> (tempfile::TempDir, std::path::PathBuf) {
    let (kept, folder) = written();
    let entry = "[[revision]]\nnumber = 1\nadopted = '2020-05-08'\nbody = 'Styringsgruppa'\ncase = '1/20'\n";
    fs::write(folder.join("action-plans/2020/revisions.toml"), entry).unwrap();
    let state = folder::read(&folder).unwrap();
    folder::write(&state, &folder).unwrap();
    assert_eq!(folder::read(&folder).unwrap(), state);
    (kept, folder)
}

#[test]
fn what_was_adopted_stays_though_the_plan_changes() {
    let (_kept, folder) = with_a_revision();
    let adopted = folder::read(&folder).unwrap().revisions;
    let measure = folder.join("action-plans/2020/measures/frokost.md");
    fs::write(&measure, fs::read_to_string(&measure).unwrap().replace("Partnerfrokost", "Frokost")).unwrap();
    let state = folder::read(&folder).unwrap();
    assert_eq!(state.measures[0].title, programme::Text::nb("Frokost"));
    assert_eq!(state.revisions, adopted);
}

#[test]
fn what_was_adopted_cannot_be_altered() {
    let (_kept, folder) = with_a_revision();
    let content = folder.join("action-plans/2020/revisions/1.json");
    let adopted = fs::read_to_string(&content).unwrap();
    fs::write(&content, adopted.replace('\n', "\r\n")).unwrap();
    assert!(folder::read(&folder).is_ok(), "line ends are no alteration");

    fs::write(&content, adopted.replace("Partnerfrokost", "Frokost")).unwrap();
    let told = lines(&folder::read(&folder).unwrap_err());
    assert!(
        told[0].starts_with("action-plans/2020/revisions/1.json: this is not what was adopted"),
        "{told:?}"
    );
    assert_eq!(told.len(), 1);

    let revisions = folder.join("action-plans/2020/revisions.toml");
    let entry = fs::read_to_string(&revisions).unwrap();
    let without_hash = entry.split_once("hash = ").unwrap().0;
    fs::write(&revisions, without_hash).unwrap();
    let told = lines(&folder::read(&folder).unwrap_err());
    assert!(
        told[0].starts_with("action-plans/2020/revisions.toml:1: the revision has no «hash»"),
        "{told:?}"
    );
}

/// Puts something odd into a file at a place.
fn mangle(folder: &Path, file: usize, place: usize, odd: &[u8], taken: usize) {
    let files = super::round_trip::contents(folder);
    let (name, bytes) = files.iter().nth(file % files.len()).unwrap();
    let start = place % (bytes.len() + 1);
    let end = (start + taken).min(bytes.len());
    fs::write(folder.join(name), [&bytes[..start], odd, &bytes[end..]].concat()).unwrap();
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, ..ProptestConfig::default() })]

    /// However a folder is mangled, reading it is an answer and every mistake names a file of it.
    #[test]
    fn reading_what_is_broken_never_panics(
        odd in prop::collection::vec((0..100usize, 0..2000usize, "\\PC{0,3}|[\\n\\r\"'\\[\\]{}=+,#\\\\]{1,6}", 0..40usize), 1..4),
    ) {
        let (_kept, folder) = with_a_revision();
        for (file, place, odd, taken) in odd {
            mangle(&folder, file, place, odd.as_bytes(), taken);
        }
        for mistake in folder::read(&folder).err().into_iter().flatten() {
            prop_assert!(mistake.file.is_relative() && !mistake.what.is_empty(), "{mistake}");
        }
    }
}
