//! The figures of the town: its population, official and corrected, and what was added so far in two years.

use quotation::{Definition, Finding, Kind, Known, Line, Subject, Verdict};
use statistics::Unit;

pub const POPULATION: [(i16, f64); 13] = [
    (2014, 26_406.0),
    (2015, 26_711.0),
    (2016, 27_013.0),
    (2017, 27_216.0),
    (2018, 27_410.0),
    (2019, 27_481.0),
    (2020, 27_723.0),
    (2021, 27_694.0),
    (2022, 27_879.0),
    (2023, 28_793.0),
    (2024, 28_848.0),
    (2025, 29_011.0),
    (2026, 29_169.0),
];

pub fn known() -> Known {
    let persons = |part: &[&str], place: Option<&str>| Subject {
        unit: Unit::Persons,
        part: part.iter().map(|part| (*part).to_owned()).collect(),
        place: place.map(str::to_owned),
    };
    let line = |series: &str, subject: Subject, definition, stock, points: Vec<(String, f64)>| Line {
        series: series.to_owned(),
        subject,
        definition,
        stock,
        points: points.into_iter().map(|(period, value)| (period.parse().unwrap(), value)).collect(),
        former: Vec::new(),
    };
    let days = POPULATION.iter().map(|(year, value)| (format!("{year}-01-01"), *value)).collect();
    let mut official = line("folketall", persons(&[], None), Definition::Official, true, days);
    official.former = vec![("2025-01-01".parse().unwrap(), 28_999.0)];
    let of = |period: &str, value: f64| vec![(period.to_owned(), value)];
    let lines = [
        official,
        line(
            "folketall-korrigert",
            persons(&[], None),
            Definition::Corrected,
            true,
            of("2023-01-01", 28_275.0),
        ),
        line(
            "folketall-kvartal",
            persons(&[], None),
            Definition::Official,
            true,
            of("2021K2", 27_817.0),
        ),
        line(
            "folketilvekst",
            persons(&[], None),
            Definition::Official,
            false,
            vec![("2021M01-06".to_owned(), 123.0), ("2023M01-06".to_owned(), 181.0)],
        ),
        line(
            "folketilvekst",
            persons(&["innflytting", "flytteoverskudd"], None),
            Definition::Official,
            false,
            of("2021M01-06", 116.0),
        ),
        line(
            "folketilvekst",
            persons(&["fødselsoverskudd", "fødselsoverskot", "birth surplus"], None),
            Definition::Official,
            false,
            of("2021M01-06", 28.0),
        ),
        line(
            "folketall-sammenlikning",
            persons(&[], Some("Notodden")),
            Definition::Official,
            true,
            of("2023-01-01", 13_029.0),
        ),
    ];
    Known::new(&lines, vec!["Kongsberg".to_owned()])
}

/// What was flagged: the number as written and the kind.
pub fn flagged(texts: &[&str]) -> Vec<(String, Kind)> {
    let kind = |finding: Finding| match finding.verdict {
        Verdict::Wrong { kind, .. } => Some((finding.mention.written, kind)),
        _ => None,
    };
    quotation::check(texts, &known()).into_iter().filter_map(kind).collect()
}
