//! Numbers, money and dates as people read them, in each language.
//!
//! In Norwegian a thin no-break space stands between thousands and a comma before decimals; in English a comma and a
//! point. Negative numbers carry the true minus sign. Spaces inside a number or before its unit never break; those
//! inside a date may. What is not a number is an en dash.
//!
//! ```
//! use programme::Language::{En, Nb};
//! use publishing::format;
//!
//! assert_eq!(format::integer(Nb, 29_169), "29\u{202f}169");
//! assert_eq!(format::percent(Nb, 0.0125, 2), "1,25\u{a0}%");
//! assert_eq!(format::kroner(En, 1_100_000), "NOK\u{a0}1.1\u{a0}million");
//! assert_eq!(format::date(Nb, jiff::civil::date(2026, 1, 1)), "1. januar 2026");
//! ```

use jiff::civil::Date;
use programme::Language;

/// Between thousands in Norwegian (U+202F).
const THIN_SPACE: char = '\u{202f}';
/// Before a unit.
const NO_BREAK_SPACE: char = '\u{a0}';
/// The true minus sign (U+2212), as wide as the plus sign.
const MINUS: char = '\u{2212}';
/// What stands where there is no number.
const NO_NUMBER: &str = "–";
/// More decimals than this are noise in any figure that people read.
const MOST_DIGITS: usize = 12;

/// `29 169` or `29,169`.
pub fn integer(language: Language, value: i64) -> String {
    let sign = if value < 0 { MINUS.to_string() } else { String::new() };
    sign + &grouped(language, &value.unsigned_abs().to_string())
}

/// `+158`, `−294` or `0`: for a difference, where the direction is the message.
pub fn signed_integer(language: Language, value: i64) -> String {
    let plus = if value > 0 { "+" } else { "" };
    plus.to_owned() + &integer(language, value)
}

/// `1,04` or `1.04`, rounded to that many digits after the comma.
pub fn decimal(language: Language, value: f64, digits: usize) -> String {
    if !value.is_finite() {
        return NO_NUMBER.to_owned();
    }
    let plain = format!("{:.*}", digits.min(MOST_DIGITS), value.abs());
    let (whole, fraction) = plain.split_once('.').unwrap_or((&plain, ""));
    let mut text = String::new();
    if value < 0.0 && plain.contains(|digit| matches!(digit, '1'..='9')) {
        text.push(MINUS);
    }
    text.push_str(&grouped(language, whole));
    if !fraction.is_empty() {
        text.push(decimal_mark(language));
        text.push_str(fraction);
    }
    text
}

/// `1,25 %` or `1.25%`, from a fraction (0.0125).
pub fn percent(language: Language, fraction: f64, digits: usize) -> String {
    if !fraction.is_finite() {
        return NO_NUMBER.to_owned();
    }
    let number = decimal(language, fraction * 100.0, digits);
    if norwegian(language) {
        format!("{number}{NO_BREAK_SPACE}%")
    } else {
        format!("{number}%")
    }
}

/// An amount for reading: `220 000 kr`, `1,1 mill. kr`, `2 mrd. kr`; from a million on rounded to one decimal.
///
/// Where the exact amount matters (tables, decisions) use [`kroner_exact`].
pub fn kroner(language: Language, amount: i64) -> String {
    // The limits are where the rounded number would read 1 000,0 of the smaller unit.
    let (divisor, unit) = match amount.unsigned_abs() {
        0..1_000_000 => return kroner_exact(language, amount),
        1_000_000..999_950_000 => (1e6, if norwegian(language) { "mill." } else { "million" }),
        _ => (1e9, if norwegian(language) { "mrd." } else { "billion" }),
    };
    let rounded = decimal(language, amount as f64 / divisor, 1);
    let number = rounded
        .strip_suffix("0")
        .and_then(|start| start.strip_suffix(decimal_mark(language)))
        .unwrap_or(&rounded);
    with_currency(language, &format!("{number}{NO_BREAK_SPACE}{unit}"))
}

/// The whole amount, however large: `1 149 000 kr`, `NOK 1,149,000`.
pub fn kroner_exact(language: Language, amount: i64) -> String {
    with_currency(language, &integer(language, amount))
}

/// `1. januar 2026` or `1 January 2026`.
pub fn date(language: Language, date: Date) -> String {
    format!("{} {}", day_and_month(language, date), date.year())
}

/// `1. januar` or `1 January`: where the year is plain from what stands around it.
pub fn day_and_month(language: Language, date: Date) -> String {
    let month = month_name(language, date.month());
    if norwegian(language) {
        format!("{}. {month}", date.day())
    } else {
        format!("{} {month}", date.day())
    }
}

/// `1. jan. 2026` or `1 Jan 2026`: for tables and narrow places.
pub fn date_short(language: Language, date: Date) -> String {
    let month = month_short(language, date.month());
    if norwegian(language) {
        format!("{}. {month} {}", date.day(), date.year())
    } else {
        format!("{} {month} {}", date.day(), date.year())
    }
}

/// `januar`, `January`. An empty string for what is no month.
pub fn month_name(language: Language, month: i8) -> &'static str {
    nth_month(if norwegian(language) { &NORWEGIAN_MONTHS } else { &ENGLISH_MONTHS }, month)
}

/// `jan.`, `Jan`. An empty string for what is no month.
pub fn month_short(language: Language, month: i8) -> &'static str {
    nth_month(
        if norwegian(language) {
            &NORWEGIAN_MONTHS_SHORT
        } else {
            &ENGLISH_MONTHS_SHORT
        },
        month,
    )
}

/// A date as a year with decimals, as charts measure time: 1 January 2026 is 2026.0, 2 July 2026 about 2026.5.
pub fn decimal_year(date: Date) -> f64 {
    f64::from(date.year()) + f64::from(date.day_of_year() - 1) / f64::from(date.days_in_year())
}

/// The date that [`decimal_year`] made a number of; `None` for what is no year that we can write.
pub fn date_of_decimal_year(year: f64) -> Option<Date> {
    if !(1.0..9999.0).contains(&year) {
        return None;
    }
    let first = Date::new(year.floor() as i16, 1, 1).ok()?;
    let day = ((year - year.floor()) * f64::from(first.days_in_year())).round() as i16 + 1;
    // The last half day of December rounds to the first day of the next year.
    if day > first.days_in_year() {
        return Date::new(first.year() + 1, 1, 1).ok();
    }
    first.with().day_of_year(day).build().ok()
}

fn norwegian(language: Language) -> bool {
    match language {
        Language::Nb | Language::Nn => true,
        Language::En => false,
    }
}

fn decimal_mark(language: Language) -> char {
    if norwegian(language) { ',' } else { '.' }
}

fn with_currency(language: Language, number: &str) -> String {
    if norwegian(language) {
        format!("{number}{NO_BREAK_SPACE}kr")
    } else {
        format!("NOK{NO_BREAK_SPACE}{number}")
    }
}

fn grouped(language: Language, digits: &str) -> String {
    let separator = if norwegian(language) { THIN_SPACE } else { ',' };
    let mut text = String::with_capacity(digits.len() * 2);
    for (index, digit) in digits.chars().enumerate() {
        if index > 0 && (digits.len() - index).is_multiple_of(3) {
            text.push(separator);
        }
        text.push(digit);
    }
    text
}

fn nth_month(names: &[&'static str; 12], month: i8) -> &'static str {
    month
        .checked_sub(1)
        .and_then(|index| usize::try_from(index).ok())
        .and_then(|index| names.get(index))
        .copied()
        .unwrap_or_default()
}

/// The months are spelled alike in bokmål and nynorsk.
const NORWEGIAN_MONTHS: [&str; 12] = [
    "januar",
    "februar",
    "mars",
    "april",
    "mai",
    "juni",
    "juli",
    "august",
    "september",
    "oktober",
    "november",
    "desember",
];
const NORWEGIAN_MONTHS_SHORT: [&str; 12] = [
    "jan.", "feb.", "mars", "april", "mai", "juni", "juli", "aug.", "sep.", "okt.", "nov.", "des.",
];
const ENGLISH_MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];
const ENGLISH_MONTHS_SHORT: [&str; 12] = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

#[cfg(test)]
mod tests {
    use Language::{En, Nb, Nn};
    use jiff::civil::date as day;

    use super::*;

    #[test]
    fn thousands_are_set_apart_as_each_language_does() {
        assert_eq!(integer(Nb, 29_169), "29\u{202f}169");
        assert_eq!(integer(Nn, 1_000), "1\u{202f}000");
        assert_eq!(integer(En, 1_234_567), "1,234,567");
        assert_eq!(integer(Nb, 999), "999");
        assert_eq!(
            integer(Nb, i64::MIN),
            "−9\u{202f}223\u{202f}372\u{202f}036\u{202f}854\u{202f}775\u{202f}808"
        );
    }

    #[test]
    fn a_difference_shows_its_direction() {
        assert_eq!(signed_integer(Nb, 158), "+158");
        assert_eq!(signed_integer(Nb, -294), "−294");
        assert_eq!(signed_integer(Nb, 0), "0");
    }

    #[test]
    fn decimals_round_and_never_show_a_negative_nought() {
        assert_eq!(decimal(Nb, 1.04, 2), "1,04");
        assert_eq!(decimal(En, -12_345.678, 1), "−12,345.7");
        assert_eq!(decimal(Nb, -0.001, 1), "0,0");
        assert_eq!(decimal(Nb, f64::NAN, 1), "–");
        assert_eq!(percent(Nb, 0.0125, 2), "1,25\u{a0}%");
        assert_eq!(percent(En, 0.0125, 2), "1.25%");
        assert_eq!(percent(En, f64::INFINITY, 2), "–");
    }

    #[test]
    fn kroner_grow_into_millions_without_reading_a_thousand_of_them() {
        assert_eq!(kroner(Nb, 220_000), "220\u{202f}000\u{a0}kr");
        assert_eq!(kroner(Nb, 1_100_000), "1,1\u{a0}mill.\u{a0}kr");
        assert_eq!(kroner(Nb, 2_000_000), "2\u{a0}mill.\u{a0}kr");
        assert_eq!(kroner(Nb, 20_000_000), "20\u{a0}mill.\u{a0}kr");
        assert_eq!(kroner(Nb, 999_960_000), "1\u{a0}mrd.\u{a0}kr");
        assert_eq!(kroner(En, -1_149_000), "NOK\u{a0}−1.1\u{a0}million");
        assert_eq!(kroner_exact(Nb, 1_149_000), "1\u{202f}149\u{202f}000\u{a0}kr");
    }

    #[test]
    fn dates_read_as_people_write_them() {
        assert_eq!(date(Nb, day(2026, 1, 1)), "1. januar 2026");
        assert_eq!(date(Nn, day(2020, 5, 8)), "8. mai 2020");
        assert_eq!(date(En, day(2026, 1, 1)), "1 January 2026");
        assert_eq!(date_short(Nb, day(2026, 12, 24)), "24. des. 2026");
        assert_eq!(date_short(En, day(2026, 9, 1)), "1 Sep 2026");
        assert_eq!(day_and_month(Nb, day(2020, 5, 8)), "8. mai");
        assert_eq!(month_name(Nb, 13), "");
        assert_eq!(month_short(Nb, i8::MIN), "");
    }

    #[test]
    fn every_day_survives_being_a_decimal_year() {
        assert!((decimal_year(day(2026, 1, 1)) - 2026.0).abs() < f64::EPSILON);
        for start in [day(2023, 1, 1), day(2024, 1, 1)] {
            for date in start.series(jiff::Span::new().days(1)).take(366) {
                assert_eq!(date_of_decimal_year(decimal_year(date)), Some(date));
            }
        }
        assert_eq!(date_of_decimal_year(2024.9999), Some(day(2025, 1, 1)));
        assert_eq!(date_of_decimal_year(f64::NAN), None);
        assert_eq!(date_of_decimal_year(1e9), None);
    }
}
