//! What stands in the form of a hearing that is planned, and reading it back.

use jiff::ToSpan;
use maud::{Markup, html};
use programme::hearing::{Circle, Forum, Kind};
use programme::{Hearing, Language, Measure, MeasureId, Text, identifier_from};
use publishing::say;

use crate::form::{Choice, Fields, Form, Reading, field};
use crate::reader::Reader;
use crate::workspace::choices;

/// What a new hearing begins with: everybody and the partners, three weeks, the newest plan; the one measure where it is about
/// one.
pub(super) fn begin(reader: &Reader, measure: Option<&Measure>) -> Fields {
    let mut fields = Fields::default();
    fields.add("kind", &Kind::Free.word());
    fields.add("circles", &Circle::Public.word());
    fields.add("circles", &Circle::Partners.word());
    fields.add("opens", &reader.today);
    fields.add("deadline", &reader.today.saturating_add(21.days()));
    fields.add_tick("every-measure", measure.is_none());
    if let Some(measure) = measure {
        fields.add("plan", &measure.plan);
        fields.add("measures", &measure.id);
    } else if let Some(plan) = reader.state().newest_plan() {
        fields.add("plan", &plan.id);
    }
    fields
}

/// A hearing that is planned, as fields.
pub(super) fn fields(reader: &Reader, hearing: &Hearing) -> Fields {
    let mut fields = Fields::default();
    fields.add_wordings("title", &hearing.title);
    fields.add_wordings("body", &hearing.body);
    fields.add("kind", &hearing.kind.word());
    let circles: Vec<&str> = hearing.circles.iter().map(|circle| circle.word()).collect();
    fields.add_all("circles", &circles);
    if let Some(forum) = &hearing.forum {
        fields.add_wordings("forum-name", &forum.name);
        fields.add_all("members", &forum.members);
    }
    fields.add("opens", &hearing.opens);
    fields.add("deadline", &hearing.deadline);
    fields.add("plan", &hearing.plan.as_ref().map(ToString::to_string).unwrap_or_default());
    fields.add_tick("every-measure", hearing.every_measure);
    fields.add_all("measures", &hearing.measures);
    let questions: Vec<&str> = hearing.questions.iter().map(|question| reader.plain(question)).collect();
    fields.add("questions", &questions.join("\n"));
    fields
}

/// The parts of the form.
pub(super) fn parts(form: &Form<'_>) -> Markup {
    let (reader, language) = (form.reader, form.reader.language);
    let kinds = Kind::ALL.map(|kind| Choice::new(&kind.word(), say!(language, &format!("hearing-kind-{}", kind.word()))));
    let circles = Circle::ALL.map(|circle| Choice::new(&circle.word(), say!(language, &format!("circle-{}", circle.word()))));
    let measures: Vec<Choice> = open_measures(reader)
        .map(|measure| Choice::new(&measure.id, reader.plain(&measure.title)))
        .collect();
    let of_forum = !form.fields.wordings("forum-name").is_empty() || form.is_wrong_below("forum-name") || form.is_wrong_below("members");
    let one_by_one = !form.fields.has("every-measure") || form.is_wrong_below("measures");
    html! {
        (form.hidden("base"))
        (form.wordings(field("title").hint("field-title-hint"), 1))
        (form.wordings(field("body").hint("hearing-body-hint"), 6))
        (form.buttons(field("kind"), &kinds))
        (form.boxes(field("circles").hint("hearing-circles-hint"), &circles))
        details.vk-details open[of_forum] {
            summary { (say!(language, "hearing-forum")) }
            (form.wordings(field("forum-name").in_row(), 1))
            (form.boxes(field("members").optional(), &choices::organisations(reader)))
        }
        div.vk-form__row { (form.date(field("opens"))) (form.date(field("deadline").hint("hearing-deadline-hint"))) }
        (form.choice(field("plan").optional(), Some("form-nothing"), &choices::action_plans(reader)))
        (form.tick(field("every-measure")))
        @if !measures.is_empty() {
            details.vk-details open[one_by_one] {
                summary { (say!(language, "hearing-some-measures")) }
                (form.boxes(field("measures").hint("hearing-some-measures-hint").optional(), &measures))
            }
        }
        (form.prose(field("questions").hint("hearing-questions-hint").optional(), 4))
    }
}

fn open_measures(reader: &Reader) -> impl Iterator<Item = &Measure> {
    reader.state().measures.iter().filter(|measure| measure.current().is_open())
}

/// Reads what was typed; `before` is the hearing as it is kept, where there is one.
pub(super) fn read(reading: &mut Reading<'_>, reader: &Reader, before: Option<&Hearing>) -> Option<Hearing> {
    let fields = reading.fields;
    let (opens, deadline) = (reading.date("opens"), reading.date("deadline"));
    if fields.wordings("title").is_empty() {
        reading.wrong("title-nb", "fault-empty");
    }
    let kind = Kind::ALL.into_iter().find(|kind| kind.word() == fields.text("kind"));
    if kind.is_none() {
        reading.wrong("kind", "mistake-choice");
    }
    let circles: Vec<Circle> = Circle::ALL
        .into_iter()
        .filter(|circle| fields.holds("circles", circle.word()))
        .collect();
    if circles.is_empty() {
        reading.wrong("circles", "mistake-circles");
    }
    let forum = circles.contains(&Circle::Forum).then(|| read_forum(reading));
    let every_measure = fields.has("every-measure");
    let plan = reading.optional_choice("plan");
    let measures: Vec<MeasureId> = if every_measure {
        Vec::new()
    } else {
        reading.boxes("measures", &[])
    };
    let is_of_plan = |id: &MeasureId| {
        reader
            .state()
            .measure(id)
            .is_some_and(|measure| Some(&measure.plan) == plan.as_ref())
    };
    if !measures.iter().all(is_of_plan) {
        reading.wrong("measures", "mistake-measures-plan");
    }
    let id = match before {
        Some(before) => Some(before.id.clone()),
        None => identifier_from(fields.wordings("title").plain(Language::Nb)).parse().ok(),
    };
    Some(Hearing {
        id: id?,
        title: fields.wordings("title"),
        kind: kind?,
        circles,
        forum,
        opens: opens?,
        deadline: deadline?,
        extensions: Vec::new(),
        plan,
        every_measure,
        measures,
        questions: read_questions(fields, reader.language, before),
        opened: None,
        draft: None,
        invited: Vec::new(),
        conclusion: None,
        body: fields.wordings("body"),
        example: before.is_some_and(|before| before.example),
    })
}

fn read_forum(reading: &mut Reading<'_>) -> Forum {
    let forum = Forum {
        name: reading.fields.wordings("forum-name"),
        members: reading.boxes("members", &[]),
    };
    if forum.name.is_empty() {
        reading.wrong("forum-name-nb", "mistake-forum-name");
    }
    if forum.members.is_empty() {
        reading.wrong("members", "mistake-forum-members");
    }
    forum
}

/// One question on each line. One that stands as it was keeps its wordings in other languages.
fn read_questions(fields: &Fields, language: Language, before: Option<&Hearing>) -> Vec<Text> {
    let known = |line: &str| {
        let mut before = before.iter().flat_map(|before| &before.questions);
        before.find(|question| question.plain(language) == line).cloned()
    };
    let lines = fields.text("questions").lines().map(str::trim).filter(|line| !line.is_empty());
    lines
        .map(|line| known(line).unwrap_or_else(|| Text::default().with(language, line)))
        .collect()
}
