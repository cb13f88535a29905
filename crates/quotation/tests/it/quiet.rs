//! Right figures, and numbers that are none of ours, are left alone.

use quotation::{Verdict, check};

use crate::town::{POPULATION, flagged, known};

#[test]
fn a_page_of_right_figures_is_left_alone() {
    let mut text = String::from("# Folketallet i Kongsberg\n\n");
    for (year, value) in POPULATION {
        let (thousands, rest) = (value as i64 / 1000, value as i64 % 1000);
        text.push_str(&format!(
            "Per 1. januar {year} bodde det {thousands} {rest:03} personer i Kongsberg.\n"
        ));
    }
    text.push_str("\n| År | Innbyggere | Vekst |\n|---|---|---|\n");
    for pair in POPULATION.windows(2) {
        text.push_str(&format!("| {} | {} | {} |\n", pair[0].0, pair[0].1, pair[1].1 - pair[0].1));
    }
    for pair in POPULATION.windows(2) {
        let grown = 100.0 * (pair[1].1 - pair[0].1) / pair[0].1;
        text.push_str(&format!(
            "\nI {} vokste folketallet med {} prosent.\n",
            pair[0].0,
            format!("{grown:.1}").replace('.', ",")
        ));
    }
    let found = check(&[&text], &known());
    let right = found.iter().filter(|finding| matches!(finding.verdict, Verdict::Agrees(_))).count();
    assert!(right >= 45, "{right}: {found:#?}");
    assert_eq!(flagged(&[&text]), []);
}

#[test]
fn the_towns_own_table_is_left_alone() {
    let text = "| year | official | corrected | | year | official | corrected |\n|---|---|---|---|---|---|---|\n\
                | 2014 | 26,406 | | | 2021 | 27,694 | |\n| 2015 | 26,711 | | | 2022 | 27,879 | |\n| 2016 | 27,013 | | | 2023 | 28,793 | 28,275 |\n\
                | 2017 | 27,216 | | | 2024 | 28,848 | |\n| 2018 | 27,410 | | | 2025 | 29,011 | |\n| 2019 | 27,481 | | | 2026 | 29,169 | |\n";
    let text = format!("## Population, 1 January\n\n{text}");
    assert_eq!(flagged(&[&text]), []);
    let right = check(&[&text], &known())
        .iter()
        .filter(|finding| matches!(finding.verdict, Verdict::Agrees(_)))
        .count();
    assert_eq!(right, 13, "{:#?}", check(&[&text], &known()));
}

#[test]
fn sentences_as_people_write_them() {
    for text in [
        "Kongsberg skal vokse med minst 1 prosent i året til 30 660 innbyggere 1. januar 2030.",
        "Folketallet vokste fra 27 879 til 28 793 i 2022.",
        "Vi var 27 817 ved utgangen av 2. kvartal 2021, 123 flere enn ved nyttår. Netto innflytting var 116, og fødselsoverskuddet 28.",
        "Fra 2019 til 2026 har vi blitt 1 688 flere innbyggere.",
        "I 2022 ble det bygget 80-120 leiligheter, og 5 000 pendler inn hver dag.",
        "Notodden hadde 13 029 innbyggere 1. januar 2023, og Kongsberg 28 793.",
        "Norge vokste med 1,2 prosent i 2022.",
        "I 2022 kom det 500 personer fra Ukraina.",
        "Rundt 28 000 innbyggere bodde her i 2022.",
        "Kongsberg Agenda ble holdt 22.-25. juni 2022 med 1 200 deltakere, kl. 10.00.",
        "Skal vi være 30 660 innbyggere 1. januar 2030, må vi vokse med 1,25 prosent i året.",
        "Ring 32 86 60 00. Org.nr. 942 402 465. Postboks 115, 3602 Kongsberg.",
        "Handlingsplan 2020, sak 14/20, 22 tiltak, 410 000 kr og 1 330 timer.",
        "Vi er 294 innbyggere under målbanen (offisielt tall, 1. januar 2026).",
        "Folketallet vokser, men saktere enn målet: 29 011 innbyggere ved nyttår 2025 mot 29 172 på målbanen.",
        "Folketallet må vokse 1,25 % i året fra nå; siden 2019 har veksten vært 0,86 %.",
        "Population growth since 2019 has been 0.86 % a year.",
        "Befolkningen har vokst med 1,1 % årlig siden 2014.",
        "Partnerfrokosten 1. desember 2022 samlet 20 personer.",
    ] {
        assert_eq!(flagged(&[text]), [], "{text}\n{:#?}", check(&[text], &known()));
    }
}

#[test]
fn no_text_is_too_strange() {
    for text in [
        "",
        "%",
        "1",
        "1.",
        "1,",
        ",1",
        "1.1.",
        "2023-",
        "2023-02-30",
        "utgangen av",
        "|||",
        "# 5",
        "9999999999999999999999 innbyggere",
        "-",
        "1 000 000 000 000 000 000 000",
    ] {
        check(&[text], &known());
    }
}
