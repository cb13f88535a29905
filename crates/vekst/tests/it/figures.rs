//! `vekst figures check`: wrong figures are told on a line each, right ones on none.

use std::fs;
use std::path::Path;

use crate::program::vekst;

/// Exit code, what was said and what was complained of, run in the folder.
fn check(folder: &Path, arguments: &[&str]) -> (i32, String, String) {
    let arguments: Vec<&str> = ["figures", "check"].iter().chain(arguments).copied().collect();
    let ended = vekst(&folder.join("data"), &arguments).current_dir(folder).output().unwrap();
    let text = |bytes| String::from_utf8(bytes).unwrap();
    (ended.status.code().unwrap(), text(ended.stdout), text(ended.stderr))
}

#[test]
fn the_errors_that_were_published_are_told_with_their_kind() {
    let folder = tempfile::tempdir().unwrap();
    fs::write(
        folder.path().join("side.md"),
        "I 2022 vokste Kongsberg med 396 innbyggere.\n\nI år er veksten 1,3 prosent så langt i år (midten av 2023).\n\n\
         1. januar 2018 var vi 24.410 innbyggere.\n\nVed utgangen av juni 2023 bodde det 28 459 personer her.\n",
    )
    .unwrap();
    fs::write(
        folder.path().join("senere.html"),
        "<p>Veksten i 2022 var p&aring; <b>386</b> personer.</p><p>Veksten i 2022 var 3,2 %.</p><p>I 2022 vokste vi 1,4 %.</p>",
    )
    .unwrap();
    let (code, said, _) = check(folder.path(), &["side.md", "senere.html"]);
    let lines: Vec<&str> = said.lines().collect();
    let expected = [
        (
            "side.md:3:17: «1,3 %»",
            "period not labelled",
            "/kongsberg/tall/folketilvekst#p2023M01-06",
        ),
        (
            "side.md:5:23: «24.410» should be 27 410",
            "digits",
            "/kongsberg/tall/folketall#p2018-01-01",
        ),
        (
            "side.md:7:37: «28 459» should be 28 456",
            "parts do not sum",
            "/kongsberg/tall/folketilvekst#p2023M01-06",
        ),
        (
            "senere.html:1:35: «386» should be 396",
            "one figure, two values",
            "/kongsberg/tall/folketall-korrigert#p2023-01-01",
        ),
        (
            "senere.html:1:78: «3,2 %» is 3.28 %",
            "two definitions, one name",
            "/kongsberg/tall/folketall#p2023-01-01",
        ),
        (
            "senere.html:1:108: «1,4 %» is 1.42 %",
            "two definitions, one name",
            "/kongsberg/tall/folketall-korrigert#p2023-01-01",
        ),
    ];
    assert_eq!(lines.len(), expected.len(), "{said}");
    for (line, (begins, kind, address)) in lines.iter().zip(expected) {
        assert!(
            line.starts_with(begins) && line.contains(kind) && line.ends_with(address),
            "{line}\n{begins} {kind} {address}"
        );
    }
    assert_eq!(code, 1);
}

#[test]
fn right_figures_are_told_only_where_somebody_asks() {
    let folder = tempfile::tempdir().unwrap();
    fs::write(
        folder.path().join("side.txt"),
        "Kongsberg hadde 27 410 innbyggere 1. januar 2018, og 80 leiligheter er planlagt.",
    )
    .unwrap();
    let (code, said, _) = check(folder.path(), &["side.txt"]);
    assert_eq!((code, said.as_str()), (0, ""));
    let (code, said, _) = check(folder.path(), &["--explain", "side.txt"]);
    assert_eq!(code, 0);
    assert!(
        said.contains("side.txt:1:17: «27 410» agrees: population, 2018-01-01, official"),
        "{said}"
    );
    assert!(said.contains("«80» is none of the programme's figures"), "{said}");
}

#[test]
fn what_is_no_text_is_refused_with_the_way_out() {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("side.pdf"), b"%PDF-1.7 ...").unwrap();
    fs::write(folder.path().join("latin.txt"), b"folketallet\n p\xe5 27 410").unwrap();
    for (file, code, said) in [
        ("side.pdf", 1, "is a PDF: check the text"),
        ("latin.txt", 1, "latin.txt:2 is not UTF-8"),
        ("nowhere.md", 8, "nowhere.md cannot be read"),
    ] {
        let (found, _, complaint) = check(folder.path(), &[file]);
        assert!(found == code && complaint.contains(said), "{found} {complaint}");
    }
}
