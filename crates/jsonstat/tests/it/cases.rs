//! Documents that real servers sent, with the cells that the format's author's own program reads in them: `VEKST_CASES`, by
//! default `../shared/cases` beside the project, holds `jsonstat/`.

use std::io::Read;
use std::path::{Path, PathBuf};

use flate2::read::MultiGzDecoder;
use jsonstat::{Code, Dataset, Document, Value};
use serde_json::Value as Json;

/// Says something that is seen although the test passes: what is printed by macros is not.
fn tell(what: &str) {
    use std::io::Write;
    let _ = writeln!(std::io::stdout(), "{what}");
}

fn cases() -> Option<PathBuf> {
    let beside = || PathBuf::from(concat!(env!("CARGO_MANIFEST_DIR"), "/../../../shared/cases"));
    let folder = std::env::var_os("VEKST_CASES").map_or_else(beside, PathBuf::from).join("jsonstat");
    if folder.is_dir() {
        return Some(folder);
    }
    tell(&format!(
        "SKIPPED: there are no documents at {}; name their folder in VEKST_CASES",
        folder.display()
    ));
    None
}

/// A file's bytes, unpacked if it is packed.
fn bytes(path: &Path) -> Option<Vec<u8>> {
    if let Ok(plain) = std::fs::read(path) {
        return Some(plain);
    }
    let packed = std::fs::read(format!("{}.gz", path.display())).ok()?;
    let mut plain = Vec::new();
    MultiGzDecoder::new(&packed[..]).read_to_end(&mut plain).unwrap();
    Some(plain)
}

/// The names of all documents, without `.gz`.
fn documents(folder: &Path) -> Vec<String> {
    let names = std::fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap());
    let mut names: Vec<String> = names
        .filter_map(|name| {
            let name = name.trim_end_matches(".gz");
            let document = Path::new(name).extension().is_some_and(|extension| extension == "json");
            (document && name != "semantic.json").then(|| name.to_owned())
        })
        .collect();
    names.sort();
    names.dedup();
    names
}

/// The fields of a line of CSV with its quotes taken off; a quoted field may hold line ends.
fn records(text: &str) -> Vec<Vec<String>> {
    let (mut records, mut record, mut field, mut quoted) = (Vec::new(), Vec::new(), String::new(), false);
    let mut signs = text.chars().peekable();
    while let Some(sign) = signs.next() {
        match sign {
            '"' if quoted && signs.peek() == Some(&'"') => {
                field.push('"');
                signs.next();
            }
            '"' => quoted = !quoted,
            ',' if !quoted => record.push(std::mem::take(&mut field)),
            '\n' if !quoted => {
                record.push(std::mem::take(&mut field));
                records.push(std::mem::take(&mut record));
            }
            '\r' if !quoted => {}
            sign => field.push(sign),
        }
    }
    if !field.is_empty() || !record.is_empty() {
        record.push(field);
        records.push(record);
    }
    records
}

/// How many cells are as expected, or the first that is not.
fn compare(dataset: &Dataset, expected: &[u8]) -> Result<usize, String> {
    let records = records(std::str::from_utf8(expected).unwrap());
    let names: Vec<&str> = dataset.dimensions().iter().map(|dimension| dimension.id.as_str()).collect();
    let heading: Vec<&str> = records[0].iter().map(String::as_str).collect();
    if heading != [&names[..], &["value", "status"]].concat() {
        return Err(format!("the dimensions are {names:?}, not {heading:?}"));
    }
    if records.len() - 1 != dataset.len() {
        return Err(format!("there are {} cells, not {}", dataset.len(), records.len() - 1));
    }
    for (cell, record) in dataset.cells().zip(&records[1..]) {
        let (codes, rest) = record.split_at(names.len());
        let value_is_right = match cell.value {
            None => rest[0].is_empty(),
            Some(Value::Text(text)) => rest[0] == text,
            Some(Value::Number(number)) => rest[0].parse() == Ok(number),
        };
        if dataset.codes(cell.index) != codes || !value_is_right || cell.status.unwrap_or("") != rest[1] {
            return Err(format!(
                "cell {} is {cell:?} of {:?}, not {record:?}",
                cell.index,
                dataset.codes(cell.index)
            ));
        }
    }
    Ok(dataset.len())
}

/// The expected cells of each table of a document, if there are any.
fn expected(folder: &Path, name: &str, document: &Document) -> Vec<(usize, Vec<u8>)> {
    let stem = name.trim_end_matches(".json");
    let of = |file: String| bytes(&folder.join("expected").join(file));
    if let Some(whole) = of(format!("{stem}.csv")) {
        return vec![(0, whole)];
    }
    let numbered = (0..document.datasets().len().max(1)).filter_map(|place| Some((place, of(format!("{stem}.{place}.csv"))?)));
    numbered.collect()
}

#[test]
fn real_documents_give_the_cells_that_others_read_or_are_refused() {
    let Some(folder) = cases() else { return };
    let rejected = records(&std::fs::read_to_string(folder.join("rejected.csv")).unwrap());
    let rejected: Vec<&str> = rejected[1..].iter().map(|record| record[0].as_str()).collect();
    let (mut read, mut tables, mut cells, mut refused, mut wrong) = (0, 0, 0, 0, Vec::new());
    for name in documents(&folder) {
        let document = jsonstat::read(&bytes(&folder.join(&name)).unwrap());
        match document {
            Err(problem) if rejected.contains(&name.as_str()) => {
                tell(&format!("{name} is refused: {problem}"));
                refused += 1;
            }
            Err(problem) => wrong.push(format!("{name} is refused: {problem}")),
            Ok(_) if rejected.contains(&name.as_str()) => wrong.push(format!("{name} is read, and should be refused")),
            Ok(document) => {
                read += 1;
                for (place, expected) in expected(&folder, &name, &document) {
                    let compared = match document.datasets().get(place) {
                        Some(dataset) => compare(dataset, &expected),
                        None => Err("the table is not there".to_owned()),
                    };
                    match compared {
                        Ok(count) => (tables, cells) = (tables + 1, cells + count),
                        Err(what) => wrong.push(format!("{name}, table {place}: {what}")),
                    }
                }
                let again = jsonstat::read(document.to_string().as_bytes()).unwrap();
                if again.datasets() != document.datasets() {
                    wrong.push(format!("{name} is not read back as it was written"));
                }
            }
        }
    }
    tell(&format!(
        "{read} documents read; {tables} tables with {cells} cells are as others read them; {refused} refused as they should be"
    ));
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    assert!(read + refused > 0, "there are no documents in {}", folder.display());
}

#[test]
fn a_table_of_two_million_cells_is_described_without_making_room_for_them() {
    let Some(folder) = cases() else { return };
    let Some(bytes) = bytes(&folder.join("scb_TAB6471_metadata.json")) else {
        return;
    };
    let dataset = jsonstat::read_dataset(&bytes).unwrap();
    assert_eq!((dataset.len(), dataset.has_values()), (2_006_784, false));
    assert_eq!(dataset.cell(5).value, None);
}

#[test]
fn the_verdicts_are_those_of_the_rule_catalogue() {
    let Some(folder) = cases() else { return };
    let documents: Vec<Json> = serde_json::from_slice(&bytes(&folder.join("semantic.json")).unwrap()).unwrap();
    let mut wrong = Vec::new();
    for document in &documents {
        let verdict = jsonstat::validate(document["input"].to_string().as_bytes());
        let mut codes: Vec<&str> = verdict.problems.iter().map(|problem| problem.code.name()).collect();
        codes.sort_unstable();
        codes.dedup();
        let mut wanted: Vec<&str> = document["codes"].as_array().unwrap().iter().filter_map(Json::as_str).collect();
        wanted.sort_unstable();
        let unplaced = |code: Code| !matches!(code, Code::ParseError | Code::StructuralViolation | Code::BundleDeprecated);
        let placed = verdict
            .problems
            .iter()
            .all(|problem| !problem.path.is_empty() || !unplaced(problem.code));
        if verdict.valid() != document["valid"].as_bool().unwrap() || codes != wanted || !placed {
            wrong.push(format!("{}: {:?}, not {wanted:?}", document["id"], verdict.problems));
        }
    }
    tell(&format!(
        "{} of {} documents get the verdict that they should",
        documents.len() - wrong.len(),
        documents.len()
    ));
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
