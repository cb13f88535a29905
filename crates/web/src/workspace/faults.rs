//! Faults that the programme's rules find, as mistakes in the fields of a form.

use programme::Language;
use programme::check::{Fault, FaultKind};
use programme::hearing::Trouble;
use publishing::{format, say};

use crate::form::{Fields, Mistake};

/// The faults in the reader's language, each at its field in a form about things of this kind.
pub(super) fn mistakes(language: Language, kind: &str, faults: &[Fault], fields: &Fields) -> Vec<Mistake> {
    faults
        .iter()
        .map(|fault| {
            let field = (fault.kind == kind).then(|| place(fault, fields)).flatten();
            let text = words(language, &fault.what);
            match field {
                Some(field) => Mistake { field, text },
                // these say themselves what they are about
                None if matches!(fault.what, FaultKind::Hearing(_)) => Mistake {
                    field: String::new(),
                    text,
                },
                None => Mistake {
                    field: String::new(),
                    text: format!("{} ({} {}, {})", text, fault.kind, fault.id, fault.field),
                },
            }
        })
        .collect()
}

fn words(language: Language, what: &FaultKind) -> String {
    let key = format!("fault-{}", what.code());
    match what {
        FaultKind::Unknown(name) | FaultKind::Twice(name) | FaultKind::Cell(name) => say!(language, &key, name = name),
        FaultKind::TooLong(most) => say!(language, &key, most = *most),
        FaultKind::Hearing(trouble) => trouble_words(language, trouble),
        _ => say!(language, &key),
    }
}

/// What stands in the way of something in a hearing.
pub(crate) fn trouble_words(language: Language, trouble: &Trouble) -> String {
    let key = format!("trouble-{}", trouble.code());
    match trouble {
        Trouble::Unassessed { title, number, .. } => say!(language, &key, hearing = title.plain(language), number = number.to_string()),
        Trouble::Answered { number } => say!(language, &key, number = number.to_string()),
        _ => match trouble.day() {
            Some(day) => say!(language, &key, day = format::date(language, day)),
            None => say!(language, &key),
        },
    }
}

/// The field of the form that a fault belongs to; none where the form does not show it.
fn place(fault: &Fault, fields: &Fields) -> Option<String> {
    let shown = |name: String| fields.has(&name).then_some(name);
    match (fault.field, &fault.what) {
        (text @ ("title" | "sentence" | "body" | "text" | "reason" | "decided-by" | "declared-by"), FaultKind::TooLong(most)) => {
            too_long(text, *most, fields)
        }
        (text @ ("title" | "sentence" | "body" | "text" | "reason" | "decided-by" | "declared-by"), _) => {
            shown(format!("{text}-{}", Language::Nb))
        }
        ("cost", _) => shown("cost-0-kroner".to_owned()),
        ("budget", FaultKind::Twice(name)) => shown(line_again(name, fields)),
        ("budget", _) => shown("budget-0-kroner".to_owned()),
        ("status", FaultKind::Status(programme::measure::StatusError::Reason)) => shown("reason-nb".to_owned()),
        ("status", FaultKind::Status(programme::measure::StatusError::Order)) => shown("date".to_owned()),
        ("status", FaultKind::Status(programme::measure::StatusError::ReplacedBy) | FaultKind::Unknown(_)) => {
            shown("replaced-by".to_owned())
        }
        // an empty list of boxes sends nothing, so it cannot be told from a field that the form does not have
        (list @ ("goals" | "executing" | "contributing" | "assumptions" | "depends-on" | "serves" | "focus-areas"), _) => {
            Some(list.to_owned())
        }
        (field, _) => shown(field.to_owned()),
    }
}

fn too_long(text: &str, most: usize, fields: &Fields) -> Option<String> {
    let names = Language::ALL.map(|language| format!("{text}-{language}"));
    names.into_iter().find(|name| fields.text(name).chars().count() > most)
}

/// The second line of the same funder and year.
fn line_again(name: &str, fields: &Fields) -> String {
    let same = |row: &usize| {
        format!(
            "{} {}",
            fields.text(&format!("budget-{row}-funder")),
            fields.text(&format!("budget-{row}-year"))
        ) == name
    };
    let row = (0..fields.rows("budget", "year")).rfind(same).unwrap_or(0);
    format!("budget-{row}-year")
}
