//! `vekst load`, `vekst export` and `vekst plan pdf`.

use std::path::Path;

use crate::program::{Server, assert_same, done, files, run};

/// A data folder with the bundled programme, and the programme as a folder.
fn filled() -> (tempfile::TempDir, tempfile::TempDir) {
    let data = tempfile::tempdir().unwrap();
    drop(Server::start(data.path()).stop());
    let folder = tempfile::tempdir().unwrap();
    done(data.path(), &["export", path(&folder.path().join("one"))]);
    (data, folder)
}

fn path(path: &Path) -> &str {
    path.to_str().unwrap()
}

#[test]
fn what_is_exported_and_loaded_is_the_same() {
    let (data, folder) = filled();
    let one = folder.path().join("one");
    let said = done(data.path(), &["load", path(&one)]);
    assert!(said.contains("nothing was changed"), "{said}");
    let empty = tempfile::tempdir().unwrap();
    done(empty.path(), &["load", path(&one)]);
    let two = folder.path().join("two");
    done(empty.path(), &["export", path(&two)]);
    assert_same(&files(&one), &files(&two));
    assert!(files(&one).len() > 20);
}

#[test]
fn a_mistake_is_told_by_file_and_line_and_nothing_is_loaded() {
    let (data, folder) = filled();
    let one = folder.path().join("one");
    let is_goal = |name: &str, bytes: &[u8]| name.starts_with("goals/") && String::from_utf8_lossy(bytes).contains("\norder = ");
    let goal = files(&one).into_iter().find(|(name, bytes)| is_goal(name, bytes)).unwrap();
    let text = String::from_utf8(goal.1).unwrap();
    let line = 1 + text.lines().position(|line| line.starts_with("order = ")).unwrap();
    let wrong: Vec<&str> = text
        .lines()
        .map(|line| if line.starts_with("order = ") { "order = \"first\"" } else { line })
        .collect();
    std::fs::write(one.join(&goal.0), wrong.join("\n")).unwrap();
    let other = files(&one).into_iter().find(|(name, _)| name.contains("/measures/")).unwrap();
    let changed = String::from_utf8(other.1).unwrap() + "\nA line that must not come in.\n";
    std::fs::write(one.join(&other.0), changed).unwrap();

    let ended = run(data.path(), &["load", path(&one)]);
    assert_eq!(ended.code, 1);
    assert!(
        ended.complained.starts_with(&format!("{}:{line}: ", goal.0)),
        "{}",
        ended.complained
    );
    assert!(ended.complained.ends_with("vekst: nothing was loaded\n"), "{}", ended.complained);
    let two = folder.path().join("two");
    done(data.path(), &["export", path(&two)]);
    assert!(
        files(&two)
            .iter()
            .all(|(_, bytes)| !String::from_utf8_lossy(bytes).contains("must not come in"))
    );
}

#[test]
fn the_same_revision_is_the_same_document() {
    let (data, folder) = filled();
    let documents: Vec<Vec<u8>> = ["a.pdf", "b.pdf"]
        .map(|name| {
            let file = folder.path().join(name);
            done(data.path(), &["plan", "pdf", "--revision", "1", "-o", path(&file)]);
            std::fs::read(file).unwrap()
        })
        .to_vec();
    assert!(documents[0].starts_with(b"%PDF-"));
    assert!(documents[0] == documents[1], "two documents of one revision differ");
    let nowhere = run(data.path(), &["plan", "pdf", "-o", "/no/such/folder/plan.pdf"]);
    assert_eq!(nowhere.code, 8, "{}", nowhere.complained);
    for wrong in [["--revision", "99"], ["--plan", "1999"], ["--programme", "ukjent"]] {
        let ended = run(data.path(), &["plan", "pdf", "-o", "x.pdf", wrong[0], wrong[1]]);
        assert_eq!((ended.code, ended.complained.lines().count()), (1, 1), "{}", ended.complained);
    }
}

#[test]
fn a_link_is_given_to_those_who_have_access() {
    let (data, _folder) = filled();
    let link = done(
        data.path(),
        &["person", "link", "--lead", "--public-url", "https://vekst.example.no/"],
    );
    assert!(
        link.starts_with("https://vekst.example.no/") && link.contains("/logg-inn/"),
        "{link}"
    );
    let stranger = run(data.path(), &["person", "link", "stranger@example.no"]);
    assert_eq!(stranger.code, 1);
    assert!(stranger.complained.contains("has no access"), "{}", stranger.complained);
}

#[test]
fn a_plan_goes_out_as_a_file_and_comes_in_again() {
    let (data, folder) = filled();
    for (name, format) in [("plan.json", "json"), ("plan.xml", "stratml")] {
        let file = folder.path().join(name);
        done(data.path(), &["export", path(&file), "--plan", "2020", "--format", format]);
        let said = done(data.path(), &["load", "--plan", path(&file)]);
        assert!(said.contains("nothing was changed"), "{said}");
        let text = std::fs::read_to_string(&file).unwrap();
        std::fs::write(&file, text.replace("Boligdagen 2020", "Boligdagene 2020")).unwrap();
        let said = done(data.path(), &["load", "--plan", path(&file)]);
        assert!(said.starts_with("Loaded the action plan 2020: "), "{said}");
        std::fs::write(&file, text).unwrap();
        done(data.path(), &["load", "--plan", path(&file)]);
    }
    let unknown = run(data.path(), &["export", "--plan", "1999"]);
    assert_eq!(
        (unknown.code, unknown.complained.as_str()),
        (1, "vekst: the programme has no action plan 1999; it has: 2020, 2026\n")
    );
    let bad = folder.path().join("plan.xml");
    let text = std::fs::read_to_string(&bad).unwrap();
    std::fs::write(&bad, text.replacen("<StartDate>2020", "<StartDate>to tusen og tjue", 1)).unwrap();
    let refused = run(data.path(), &["load", "--plan", path(&bad)]);
    assert_eq!(refused.code, 1);
    assert!(
        refused.complained.contains("plan.xml: line ") && refused.complained.ends_with("vekst: nothing was loaded\n"),
        "{}",
        refused.complained
    );
}
