//! A decision as the fields of a form, and back.

use jiff::ToSpan;
use jiff::civil::Date;
use programme::shock::{Choice, Emergency, Subject};
use programme::{Decision, Language, Shock, Text};
use publishing::say;

use super::item::Item;
use super::queue::latest;
use super::{DECISION, version};
use crate::form::{Fields, Reading};
use crate::session::Member;

/// The value that stands for a replacement which is yet to be written.
pub(super) const TO_BE_DRAFTED: &str = "ny";

/// How long an emergency decision holds where nobody says otherwise.
const EMERGENCY_DAYS: i64 = 30;

/// What a decision is about, and what is known of it.
pub(super) struct About<'a> {
    pub shock: &'a Shock,
    pub subject: Subject,
    pub before: Option<&'a Decision>,
    pub today: Date,
}

/// What the form of a decision holds.
pub(super) fn fields(decision: &Decision) -> Fields {
    let mut fields = Fields::default();
    fields.add("choice", &decision.choice.word());
    fields.add_wordings("reason", &decision.reason);
    fields.add(
        "replaced-by",
        &decision.replaced_by.as_ref().map(ToString::to_string).unwrap_or_default(),
    );
    add_deciders(&mut fields, &decision.decided_by, decision.decided, &decision.case);
    fields
}

fn add_deciders(fields: &mut Fields, body: &Text, day: Date, case: &str) {
    fields.add_wordings("decided-by", body);
    fields.add("decided", &day);
    fields.add("case", &case);
}

/// What the form of an item begins with: what was decided of it, or else who decided last.
pub(super) fn begun(member: &Member, shock: &Shock, item: &Item<'_>) -> Fields {
    let key = super::key_of(shock, item.id());
    begun_with(member, shock, item.decision(), &key)
}

/// The same for whatever has this key.
pub(super) fn begun_with(member: &Member, shock: &Shock, decision: Option<&Decision>, key: &str) -> Fields {
    let reader = &member.reader;
    let mut fields = match decision {
        // what has lapsed is chosen anew
        Some(decision) if decision.emergency.is_none() => fields(decision),
        _ => blank(member, shock),
    };
    fields.add("base", &version(&reader.snapshot, key));
    let expires = reader.today.checked_add(EMERGENCY_DAYS.days()).unwrap_or(reader.today);
    fields.add("expires", &expires);
    fields
}

/// A form in which nothing is chosen: body, day and case are those of the last decision.
pub(super) fn blank(member: &Member, shock: &Shock) -> Fields {
    let reader = &member.reader;
    let last = latest(reader.state(), &shock.id, |decision| {
        reader.snapshot.version(DECISION, &decision.key())
    });
    let mut fields = Fields::default();
    fields.add("choice", &"");
    fields.add_wordings("reason", &Text::default());
    fields.add("replaced-by", &"");
    match last {
        Some(last) => add_deciders(&mut fields, &last.decided_by, last.decided, &last.case),
        None => add_deciders(&mut fields, &Text::default(), reader.today, ""),
    }
    fields
}

struct Word(Choice);

impl std::str::FromStr for Word {
    type Err = ();

    fn from_str(word: &str) -> Result<Self, ()> {
        Choice::from_word(word).map(Self).ok_or(())
    }
}

/// The decision that was typed; none where something is wrong with it, which is noted.
pub(super) fn read(reading: &mut Reading<'_>, about: &About<'_>) -> Option<Decision> {
    let choice = reading.fields.text("choice").parse().ok().map(|Word(choice)| choice);
    if choice.is_none() {
        reading.wrong("choice", "queue-choose");
    }
    let (reason, decided_by) = (reading.fields.wordings("reason"), reading.fields.wordings("decided-by"));
    for (text, field) in [(&reason, "reason-nb"), (&decided_by, "decided-by-nb")] {
        if text.is_empty() {
            reading.wrong(field, "fault-empty");
        }
    }
    let decided = reading.date("decided");
    if decided.is_some_and(|day| day > about.today) {
        reading.wrong("decided", "mistake-future");
    }
    reading.not_too_long("case", 200);
    let replaced_by = match choice {
        Some(Choice::Replace) if reading.fields.text("replaced-by") != TO_BE_DRAFTED => reading.choice("replaced-by"),
        _ => None,
    };
    let expires = if reading.fields.has("emergency") {
        reading.date("expires")
    } else {
        None
    };
    let (measure, goal) = match about.subject.clone() {
        Subject::Measure(measure) => (Some(measure), None),
        Subject::Goal(goal) => (None, Some(goal)),
    };
    let kept = about
        .before
        .filter(|before| Some(before.choice) == choice && before.emergency.is_none());
    Some(Decision {
        shock: about.shock.id.clone(),
        measure,
        goal,
        choice: choice?,
        reason,
        decided_by,
        decided: decided?,
        case: reading.fields.text("case").to_owned(),
        replaced_by,
        emergency: expires.map(|expires| Emergency {
            expires,
            was: None,
            lapsed: None,
        }),
        carried_out: None,
        example: about.before.is_some_and(|before| before.example),
        draft: kept.and_then(|before| before.draft.clone()),
        goal_draft: kept.and_then(|before| before.goal_draft.clone()),
    })
}

/// The reason as the journal holds it.
pub(super) fn why(decision: &Decision) -> String {
    decision.reason.plain(Language::Nb).chars().take(2000).collect()
}

/// What the role that declares and decides is called in each language.
pub(super) fn role_text(role: programme::Role) -> Text {
    Language::ALL.into_iter().fold(Text::default(), |text, language| {
        text.with(language, &say!(language, &format!("role-{}", role.word())))
    })
}
