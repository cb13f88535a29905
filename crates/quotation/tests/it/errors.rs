//! What was really published, and other ways to be wrong.

use quotation::{Kind, Verdict, check};

use crate::town::{flagged, known};

#[track_caller]
fn is_flagged(text: &str, expected: &[(&str, Kind)]) {
    let expected: Vec<(String, Kind)> = expected.iter().map(|(written, kind)| ((*written).to_owned(), *kind)).collect();
    assert_eq!(flagged(&[text]), expected, "{text}\n{:#?}", check(&[text], &known()));
}

#[test]
fn one_figure_with_two_values() {
    let pages = [
        "I 2022 vokste Kongsberg med 396 innbyggere.",
        "Veksten i 2022 var på 386 personer.",
        "Vi ble 386 flere innbyggere i 2022.",
    ];
    assert_eq!(
        flagged(&pages),
        [("386".to_owned(), Kind::TwoValues), ("386".to_owned(), Kind::TwoValues)]
    );
    is_flagged("Folketallet økte med 386 personer i 2022.", &[("386", Kind::Digits)]);
    is_flagged(
        "Population growth in 2022 was 396. Growth in 2022: 386.",
        &[("386", Kind::TwoValues)],
    );
    is_flagged(
        "In 2022 the population grew by 396. Growth in 2022 was 386.",
        &[("386", Kind::TwoValues)],
    );
}

#[test]
fn a_part_of_a_year_doubled_or_given_as_a_year() {
    is_flagged(
        "Per 30. juni 2023: Veksten er på 1,3 prosent så langt i år.",
        &[("1,3", Kind::PartYear)],
    );
    is_flagged(
        "Så langt i år har innbyggertallet økt med 1,3 % (juni 2023).",
        &[("1,3", Kind::PartYear)],
    );
    is_flagged(
        "Population growth is 1.3 % so far this year (mid-2023).",
        &[("1.3", Kind::PartYear)],
    );
    is_flagged("Folketallet vokste med 1,3 % i 2023.", &[("1,3", Kind::PartYear)]);
    is_flagged("Folketallet vokste med 123 personer i 2021.", &[("123", Kind::PartYear)]);
    is_flagged("Så langt i 2023 har folketallet økt med 181 personer, altså 0,64 %.", &[]);
}

#[test]
fn digits() {
    is_flagged("Folketallet var 24.410 per 1. januar 2018.", &[("24.410", Kind::Digits)]);
    is_flagged("1. januar 2018 bodde det 24 410 personer i Kongsberg.", &[("24 410", Kind::Digits)]);
    is_flagged("On 1 January 2018 Kongsberg had 24,410 inhabitants.", &[("24,410", Kind::Digits)]);
    is_flagged(
        "| År | Innbyggere |\n|---|---|\n| 2017 | 27 216 |\n| 2018 | 24 410 |\n",
        &[("24 410", Kind::Digits)],
    );
    is_flagged(
        "Folketallet var 27 410 1. januar 2018. Per 1. januar 2018 var det 24 410 innbyggere.",
        &[("24 410", Kind::Digits)],
    );
    is_flagged("Ved utgangen av 2019 var det 27 273 innbyggere.", &[("27 273", Kind::Digits)]);
}

#[test]
fn parts_that_do_not_sum() {
    is_flagged(
        "Ved utgangen av juni 2023 er vi 28.459 innbyggere i Kongsberg.",
        &[("28.459", Kind::Parts)],
    );
    is_flagged("At the end of June 2023 there were 28,459 inhabitants.", &[("28,459", Kind::Parts)]);
    is_flagged("30. juni 2023 var folketallet 28 451.", &[("28 451", Kind::Parts)]);
    is_flagged("Ved utgangen av juni 2023 er vi 28 456 innbyggere.", &[]);
    is_flagged("Veksten så langt i 2023 er 101 + 80 = 181 personer.", &[]);
}

#[test]
fn official_and_corrected_under_one_name() {
    is_flagged(
        "I 2022 vokste vi med 3,2 prosent.\n\nVeksten i 2022 var på 1,4 prosent.",
        &[("3,2", Kind::MixedDefinitions), ("1,4", Kind::MixedDefinitions)],
    );
    is_flagged("Veksten i 2022 var 3,2 % (offisielt) og 1,4 % (korrigert).", &[]);
    is_flagged(
        "1. januar 2023 var folketallet 28 793. Uten asylmottaket var det 28 275 innbyggere 1. januar 2023.",
        &[],
    );
    is_flagged(
        "Det offisielle folketallet 1. januar 2023 var 28 275.",
        &[("28 275", Kind::MixedDefinitions)],
    );
}

#[test]
fn what_was_revised_or_is_old() {
    is_flagged("1. januar 2025 var det 28 999 innbyggere.", &[("28 999", Kind::Stale)]);
    is_flagged("I dag bor det 28 848 innbyggere i Kongsberg.", &[("28 848", Kind::Stale)]);
    is_flagged("1. januar 2026 var vi 29 011 innbyggere.", &[("29 011", Kind::OtherTime)]);
}

#[test]
fn a_place_is_told_as_an_editor_counts() {
    let found = check(&["Første linje.\n\nÅ: folketallet var <b>24.410</b> per 1. januar 2018."], &known());
    let wrong: Vec<_> = found
        .iter()
        .filter(|finding| matches!(finding.verdict, Verdict::Wrong { .. }))
        .collect();
    assert_eq!((wrong[0].mention.line, wrong[0].mention.column), (3, 23));
}
