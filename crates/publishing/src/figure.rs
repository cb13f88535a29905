//! Figures in words: the value, its period, its unit and its source, in a language.

use programme::Language;
use statistics::{Figure, Missing, Period, PeriodKind, Source, Unit, Value};

use crate::{format, say};

/// The value as readers see it: grouped digits, or the source's own sign.
pub fn value(language: Language, value: Value) -> String {
    match value {
        Value::Number(number) if number.fract() == 0.0 => format::integer(language, number as i64),
        Value::Number(number) => format::decimal(language, number, 1),
        Value::Missing(missing) => missing.sign().to_owned(),
    }
}

/// What a sign in place of a number means.
pub fn missing(language: Language, missing: Missing) -> String {
    let key = match missing {
        Missing::NotApplicable => "missing-not-applicable",
        Missing::NotAvailable => "missing-not-available",
        Missing::Confidential => "missing-confidential",
        Missing::NotYetAvailable => "missing-not-yet-available",
        Missing::Nil => "missing-nil",
        Missing::Suppressed => "missing-suppressed",
    };
    say!(language, key)
}

/// The unit in the plural form that fits the number.
pub fn unit(language: Language, unit: Unit, count: i64) -> String {
    say!(language, &format!("unit-{}", unit_word(unit)), count = count)
}

/// What a unit counts, in the definite form at the start of a sentence: "Folketallet", "Tallet på arbeidsplasser".
pub fn counted(language: Language, unit: Unit) -> String {
    say!(language, &format!("counted-{}", unit_word(unit)))
}

/// The word in message keys.
fn unit_word(unit: Unit) -> &'static str {
    match unit {
        Unit::Persons => "persons",
        Unit::Jobs => "jobs",
        Unit::Enterprises => "enterprises",
        Unit::Visitors => "visitors",
        Unit::OvernightStays => "overnight-stays",
        Unit::Dwellings => "dwellings",
        Unit::Kroner => "kroner",
        Unit::Percent => "percent",
    }
}

/// The period in words, its kind always plain: "1. januar 2026", "2. kvartal 2023", "januar–juni 2023 (hittil i år)".
pub fn period(language: Language, period: Period) -> String {
    let last = period.last_day();
    let year = last.year().to_string();
    match period.kind() {
        PeriodKind::Day => format::date(language, last),
        PeriodKind::Year => year,
        PeriodKind::Month => format!("{} {year}", format::month_name(language, last.month())),
        PeriodKind::Quarter => say!(language, "period-quarter", number = i64::from(last.month() / 3), year = year),
        PeriodKind::YearToDate => say!(
            language,
            "period-year-to-date",
            month = format::month_name(language, last.month()),
            year = year
        ),
        PeriodKind::TwelveMonths => {
            say!(
                language,
                "period-twelve-months",
                month = format::month_name(language, last.month()),
                year = year
            )
        }
    }
}

/// The name of a kind of period.
pub fn period_kind(language: Language, kind: PeriodKind) -> String {
    let key = match kind {
        PeriodKind::Day => "period-kind-day",
        PeriodKind::Month => "period-kind-month",
        PeriodKind::Quarter => "period-kind-quarter",
        PeriodKind::Year => "period-kind-year",
        PeriodKind::YearToDate => "period-kind-year-to-date",
        PeriodKind::TwelveMonths => "period-kind-twelve-months",
    };
    say!(language, key)
}

/// "Kilde: Statistisk sentralbyrå, tabell 07459, CC BY 4.0, hentet 20. mars 2026".
pub fn source(language: Language, source: &Source) -> String {
    let publisher = if let Some(table) = &source.table {
        say!(language, "source-table", publisher = &source.publisher, table = table)
    } else {
        say!(language, "source", publisher = &source.publisher)
    };
    let fetched = say!(language, "fetched", date = format::date(language, source.fetched));
    match &source.licence {
        Some(licence) => format!("{publisher}, {licence}, {fetched}"),
        None => format!("{publisher}, {fetched}"),
    }
}

/// A figure in one sentence for those who cannot see where it stands: value, unit, period.
pub fn spoken(language: Language, figure: &Figure) -> String {
    let period = period(language, figure.period);
    match figure.value {
        Value::Number(number) => format!(
            "{} {}, {period}",
            value(language, figure.value),
            unit(language, figure.unit, number as i64)
        ),
        Value::Missing(sign) => format!("{}, {period}", missing(language, sign)),
    }
}
