//! What must not hurt: sizes that nobody has room for, documents that were cut off, and bytes that mean nothing.

use jsonstat::{Code, read, read_dataset, validate};
use proptest::prelude::*;

fn with_sizes(sizes: &str, value: &str) -> String {
    format!(
        r#"{{"version":"2.0","class":"dataset","id":["a","b"],"size":{sizes},"dimension":{{"a":{{"category":{{"index":["1"]}}}},
        "b":{{"category":{{"index":["1","2"]}}}}}},"value":{value}}}"#
    )
}

fn code(text: &str) -> Code {
    read(text.as_bytes()).unwrap_err().code
}

#[test]
fn sizes_beyond_reason_are_refused_without_making_room() {
    assert_eq!(code(&with_sizes("[4294967296,4294967296]", "[1,2]")), Code::CubeSizeOverflow);
    assert_eq!(code(&with_sizes("[99999999999999999999999,1]", "[1,2]")), Code::CubeSizeOverflow);
    assert_eq!(code(&with_sizes("[1000000000,1000000000]", "[1,2]")), Code::IndexCountMismatch);
    assert_eq!(code(&with_sizes("[1e9,2]", "[1,2]")), Code::StructuralViolation);
    assert_eq!(
        code(&with_sizes("[1,2]", "{\"18446744073709551616\":1}")),
        Code::SparseKeyOutOfRange
    );
    assert_eq!(code(&with_sizes("[1,2]", "{\"-1\":1}")), Code::SparseKeyOutOfRange);
    assert_eq!(code(&with_sizes("[1,2]", "{\"01\":1}")), Code::SparseKeyOutOfRange);
}

#[test]
fn a_wide_and_empty_table_is_read_in_the_room_of_its_categories() {
    let codes: Vec<String> = (0..1_000).map(|code| format!("\"{code}\"")).collect();
    let dimension = format!("{{\"category\":{{\"index\":[{}]}}}}", codes.join(","));
    let ids = ["a", "b", "c", "d", "e", "f"];
    let dimensions: Vec<String> = ids.iter().map(|id| format!("\"{id}\":{dimension}")).collect();
    let text = format!(
        r#"{{"version":"2.0","class":"dataset","id":["a","b","c","d","e","f"],"size":[1000,1000,1000,1000,1000,1000],
        "dimension":{{{}}},"value":{{"999999999999999999":7,"0":1}},"status":"e"}}"#,
        dimensions.join(",")
    );
    let dataset = read_dataset(text.as_bytes()).unwrap();
    assert_eq!(dataset.len(), 1_000_000_000_000_000_000);
    assert_eq!(dataset.codes(999_999_999_999_999_999), ["999"; 6]);
    let corner: Vec<(&str, &[&str])> = ids.iter().map(|id| (*id, &["999"] as &[&str])).collect();
    let part = dataset.slice(&corner).unwrap();
    assert_eq!((part.len(), part.cell(0).number()), (1, Some(7.0)));
    let total = dataset.total("a", &["0", "999"]).unwrap();
    assert_eq!(total.cell(0).value, None, "the other cell is not there, so the sum is not known");
}

#[test]
fn what_is_not_json_stat_is_refused_with_the_reason() {
    let reason = |text: &str| read(text.as_bytes()).unwrap_err().to_string();
    assert!(reason("").contains("empty"));
    assert!(reason("<!DOCTYPE html><html>").contains("HTML"));
    assert!(reason("[]").contains("not JSON-stat"));
    assert!(reason("{\"a\":1}").contains("not JSON-stat"));
    assert!(reason("{\"a\":1} x").contains("the end of the document"));
    assert!(reason("{\"a\":{\"dimension\":[]}}").contains("a.dimension: an object is expected"));
    assert!(read(b"\xff\xfe{}").unwrap_err().to_string().contains("not UTF-8"));
    let large = with_sizes("[1,2]", "[1e999,1]");
    assert_eq!(reason(&large), "value[0]: «1e999» is too large a number");
    assert!(reason(&with_sizes("[1,2]", "[01,1]")).contains("value[0]"));
    assert!(reason(&with_sizes("[1,2]", "[1,2,]")).contains("value[2]"));
    assert!(reason(&with_sizes("[1,2]", "[1.,2]")).contains("value[0]"));
    assert!(reason(&with_sizes("[1,2]", "[\"\\x\",2]")).contains("value[0]"));
}

#[test]
fn a_document_that_was_cut_off_says_where() {
    let whole = with_sizes("[1,2]", "[10,20]");
    for end in 1..whole.len() {
        let problem = read(&whole.as_bytes()[..end]).unwrap_err();
        assert_eq!(problem.code, Code::ParseError, "{end}");
    }
    let in_values = whole.find("20").unwrap();
    let problem = read(&whole.as_bytes()[..in_values]).unwrap_err();
    assert!(
        problem.to_string().starts_with("value: the document ends in the middle"),
        "{problem}"
    );
}

#[test]
fn depth_is_bounded() {
    let open = "{\"version\":\"2.0\",\"class\":\"collection\",\"link\":{\"item\":[";
    let text = format!("{}{}", open.repeat(5_000), "]}}".repeat(5_000));
    assert_eq!(code(&text), Code::RecursionLimit);
    let tree = format!(
        "{{\"version\":\"2.0\",\"class\":\"dataset\",\"extension\":{}{}}}",
        "[".repeat(100_000),
        "]".repeat(100_000)
    );
    assert_eq!(code(&tree), Code::ParseError);
    let text = format!("{}{}", open.repeat(6), "]}}".repeat(6));
    let verdict = validate(text.as_bytes());
    assert!(verdict.valid() && verdict.problems.iter().any(|problem| problem.code == Code::RecursionLimit));
}

#[test]
fn a_thousand_problems_are_told_and_no_more() {
    let labels: Vec<String> = (0..5_000).map(|code| format!("\"x{code}\":\"?\"")).collect();
    let text = with_sizes("[1,2]", "[1,2]").replace(
        "{\"index\":[\"1\"]}",
        &format!("{{\"index\":[\"1\"],\"label\":{{{}}}}}", labels.join(",")),
    );
    let verdict = validate(text.as_bytes());
    assert_eq!(verdict.problems.len(), 1_001);
    assert!(read(text.as_bytes()).is_ok());
}

/// Documents to spoil: every form at least once.
fn seeds() -> Vec<String> {
    vec![
        with_sizes("[1,2]", "[10,null]"),
        with_sizes("[1,2]", "{\"1\":\"x\"}").replace("\"value\"", "\"status\":{\"0\":\":\"},\"role\":{\"time\":[\"a\"]},\"value\""),
        format!(
            "{{\"version\":\"2.0\",\"class\":\"collection\",\"link\":{{\"item\":[{}]}}}}",
            with_sizes("[1,2]", "[1,2]")
        ),
        r#"{"d":{"dimension":{"id":["a"],"size":["1"],"a":{"category":{"label":{"x":"y"}}}},"value":[1.5e3],"status":["p"]}}"#.to_owned(),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2_000))]

    #[test]
    fn no_bytes_make_it_panic(bytes in proptest::collection::vec(any::<u8>(), 0..200)) {
        let _ = (read(&bytes), validate(&bytes));
    }

    #[test]
    fn no_spoiled_document_makes_it_panic(
        seed in 0..4_usize,
        changes in proptest::collection::vec((any::<prop::sample::Index>(), prop::sample::select(b"{}[]\",:0129-.eE\\nulx \xc3".to_vec()), 0..3_u8), 1..6),
    ) {
        let mut bytes = seeds().swap_remove(seed).into_bytes();
        for (place, byte, how) in changes {
            let place = place.index(bytes.len());
            match how {
                0 => bytes[place] = byte,
                1 => bytes.insert(place, byte),
                _ => drop(bytes.remove(place)),
            }
        }
        if let Ok(document) = read(&bytes) {
            // whatever was read can be walked through, written, and read again
            for dataset in document.datasets() {
                let cells = dataset.cells().take(1_000).count();
                prop_assert!(cells <= dataset.len());
                for dimension in dataset.dimensions() {
                    let _ = dataset.total(&dimension.id, &[]);
                }
            }
            prop_assert!(read(jsonstat::write(&document).as_bytes()).is_ok());
        }
        let _ = validate(&bytes);
    }
}
