//! An answer as the fields of a form, and back.

use maud::Markup;
use programme::hearing::{Answer, Holds, Sender, Verdict, Way};
use programme::{Hearing, MeasureId, Statement, Text};
use publishing::mail;

use super::files::Files;
use super::who::Who;
use crate::form::{Fields, Form, Reading};
use crate::guard::Guard;
use crate::reader::Reader;

/// What is typed of oneself and not published.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Person {
    pub name: String,
    pub email: String,
}

const LONGEST_TEXT: usize = 20_000;
const LONGEST_REASON: usize = 2_000;

/// The names of the fields of a measure and a question.
pub(super) fn holds_field(measure: &MeasureId) -> String {
    format!("holds-{measure}")
}

pub(super) fn reason_field(measure: &MeasureId) -> String {
    format!("why-{measure}")
}

pub(super) fn question_field(place: usize) -> String {
    format!("question-{}", place + 1)
}

/// What a form begins with: what was sent before, or nothing.
pub(super) fn fields(reader: &Reader, known: Option<&Statement>, guard: &Guard) -> Fields {
    let mut fields = Fields::default();
    let Some(known) = known else {
        fields.add("base", &"");
        return fields;
    };
    let version = reader.snapshot.version("statement", &known.key());
    fields.add("base", &version.unwrap_or_default());
    fields.add("statement", &reader.plain(&known.text));
    fields.add("sender", &known.sender.word());
    fields.add("organisation-name", &known.name);
    for answer in &known.answers {
        fields.add(&question_field(answer.question as usize - 1), &reader.plain(&answer.text));
    }
    for verdict in &known.verdicts {
        fields.add(&holds_field(&verdict.measure), &verdict.holds.word());
        fields.add(&reason_field(&verdict.measure), &reader.plain(&verdict.reason));
    }
    Files::of_statement(&known.attachments).put(&mut fields, guard);
    fields
}

/// Reads what was typed, in the language of the page on which it was typed.
pub(super) fn read(reading: &mut Reading<'_>, reader: &Reader, hearing: &Hearing, who: &Who, files: &Files) -> Option<Statement> {
    let fields = reading.fields;
    let in_language = |text: &str| Text::default().with(reader.language, text);
    reading.not_too_long("statement", LONGEST_TEXT);
    let known = who.known(reader, hearing);
    let (sender, name) = read_sender(reading, hearing, who, known)?;
    let (answers, verdicts) = read_answers(reading, reader, hearing);
    let statement = Statement {
        hearing: hearing.id.clone(),
        number: known.map_or(0, |known| known.number),
        received: reader.today,
        changed: None,
        way: match who {
            Who::Visitor => Way::Form,
            Who::Member(_) => Way::SignedIn,
            Who::Link(..) | Who::Sender(_) => Way::Link,
        },
        sender,
        organisation: who.organisation(),
        name,
        text: in_language(fields.text("statement")),
        answers,
        verdicts,
        attachments: files.0.clone(),
        moderation: Vec::new(),
        assessment: None,
        example: false,
    };
    if statement.is_empty() && reading.mistakes.is_empty() {
        reading.wrong("statement", "trouble-nothing");
    }
    Some(statement)
}

/// What was answered to each question, and of each measure.
pub(crate) fn read_answers(reading: &mut Reading<'_>, reader: &Reader, hearing: &Hearing) -> (Vec<Answer>, Vec<Verdict>) {
    let fields = reading.fields;
    let mut answers = Vec::new();
    for place in 0..hearing.questions.len() {
        let name = question_field(place);
        reading.not_too_long(&name, LONGEST_TEXT);
        let text = Text::default().with(reader.language, fields.text(&name));
        if !text.is_empty() {
            answers.push(Answer {
                question: place as u32 + 1,
                text,
            });
        }
    }
    (answers, read_verdicts(reading, reader, hearing))
}

/// The questions and measures of a hearing as parts of a form, for whoever writes in what somebody else has said.
pub(crate) fn questions_and_measures(form: &Form<'_>, hearing: &Hearing) -> Markup {
    super::view::questions_and_measures(form, hearing)
}

/// An organisation of the programme is what it is; others say what they are.
fn read_sender(reading: &mut Reading<'_>, hearing: &Hearing, who: &Who, known: Option<&Statement>) -> Option<(Sender, String)> {
    if who.organisation().is_some() {
        return Some((Sender::Partner, String::new()));
    }
    if let Some(known) = known {
        return Some((known.sender, known.name.clone()));
    }
    if !who.is_unknown() {
        return Some((Sender::Resident, String::new()));
    }
    let word = reading.fields.text("sender");
    let Some(sender) = senders(hearing).into_iter().find(|sender| sender.word() == word) else {
        reading.wrong("sender", "mistake-sender");
        return None;
    };
    if sender != Sender::Organisation {
        return Some((sender, String::new()));
    }
    let name = reading.line("organisation-name", "mistake-organisation-name");
    Some((sender, name))
}

/// Who may answer by the open form: only a hearing for everybody hears organisations from elsewhere.
pub(super) fn senders(hearing: &Hearing) -> Vec<Sender> {
    let everybody = hearing.circles.contains(&programme::hearing::Circle::Public);
    let may = |sender: &Sender| everybody || *sender == Sender::Resident;
    Sender::OPEN.into_iter().filter(may).collect()
}

/// The answer to each measure; for all others the one that was chosen for the rest.
fn read_verdicts(reading: &mut Reading<'_>, reader: &Reader, hearing: &Hearing) -> Vec<Verdict> {
    let fields = reading.fields;
    let word = |word: &str| Holds::ALL.into_iter().find(|holds| holds.word() == word);
    let rest = fields.has("rest").then_some(Holds::Yes);
    let mut verdicts = Vec::new();
    for measure in &hearing.measures {
        let (holds, why) = (word(fields.text(&holds_field(measure))), reason_field(measure));
        let reason = Text::default().with(reader.language, fields.text(&why));
        reading.not_too_long(&why, LONGEST_REASON);
        // who says why without saying whether has said something
        let holds = holds.or(rest).or((!reason.is_empty()).then_some(Holds::Unknown));
        if let Some(holds) = holds {
            verdicts.push(Verdict {
                measure: measure.clone(),
                holds,
                reason,
            });
        }
    }
    verdicts
}

/// Name and address, where somebody gives them; kept apart from what is said.
pub(super) fn contact(reading: &mut Reading<'_>, who: &Who) -> Option<Person> {
    if !who.is_unknown() {
        return None;
    }
    let person = Person {
        name: reading.fields.text("person-name").chars().take(200).collect(),
        email: reading.fields.text("email").to_lowercase(),
    };
    if !person.email.is_empty() && !mail::is_address(&person.email) {
        reading.wrong("email", "sign-in-address-wrong");
    }
    (person != Person::default()).then_some(person)
}
