//! One item of a queue: what broke beneath it, what stands on it, and the choice.

use jiff::civil::Date;
use maud::{Markup, html};
use programme::hearing::{Holds, MeasureAnswer, answers_for};
use programme::shock::queue::{self, Queue};
use programme::shock::{Choice, Effect, Phase};
use programme::{Decision, Measure, MeasureId};
use publishing::{format, say};

use super::queue::{Worked, measure_title};
use super::{decided_words, place};
use crate::form::{Choice as Listed, Fields, Form, Mistake, field};
use crate::reader::Reader;
use crate::session::Member;
use crate::shock::decided_by;
use crate::widget::{csrf, date, goal_link, organisation, organisations, some_names, status};
use crate::wording::inline;
use crate::workspace::conflict::Conflict;
use crate::workspace::difference::budget_words;

/// What is worked on: a measure in the queue, or a new one that a decision brings.
pub(super) enum Item<'a> {
    Queued(queue::Item<'a>),
    New { id: MeasureId, decision: &'a Decision },
}

impl<'a> Item<'a> {
    pub fn id(&self) -> &MeasureId {
        match self {
            Self::Queued(item) => &item.measure.id,
            Self::New { id, .. } => id,
        }
    }

    pub fn decision(&self) -> Option<&'a Decision> {
        match self {
            Self::Queued(item) => item.decision,
            Self::New { decision, .. } => Some(decision),
        }
    }

    /// The measure as it stands in the plan; none for one that is only proposed.
    pub fn measure(&self) -> Option<&'a Measure> {
        match self {
            Self::Queued(item) => Some(item.measure),
            Self::New { .. } => None,
        }
    }
}

/// What the form shows: what was typed or is kept, what is wrong with it, and what somebody else did meanwhile.
pub(super) struct Drawn<'a> {
    pub fields: Fields,
    pub mistakes: Vec<Mistake>,
    pub conflict: Option<&'a Conflict>,
}

impl Drawn<'_> {
    pub fn begun(fields: Fields) -> Self {
        Self {
            fields,
            mistakes: Vec::new(),
            conflict: None,
        }
    }
}

/// The right side of the queue.
pub(super) fn detail(member: &Member, worked: &Worked<'_>, item: &Item<'_>, drawn: &Drawn<'_>) -> Markup {
    let reader = &member.reader;
    let form = Form {
        reader,
        fields: &drawn.fields,
        mistakes: &drawn.mistakes,
    };
    html! {
        h2.vk-section__title id="tiltaket" { (title(reader, item)) }
        @if let Item::Queued(queued) = item { (beneath(reader, queued)) (at_stake(reader, queued)) (answers(reader, queued.measure, worked.shock.date)) }
        (standing(member, worked, item))
        @if let Some(conflict) = drawn.conflict { (conflict.notice(reader)) }
        @if member.actor.may_edit_all() && is_open(item.decision(), reader) {
            @if let Item::Queued(queued) = item { (ask_first(reader, queued.measure)) }
            (decision_form(&form, member, worked, item))
        }
        @if let Item::Queued(queued) = item { (dependants(worked, queued)) (goals(reader, queued)) (about(reader, queued.measure)) }
        @if let Some(drafted) = item.decision().and_then(Decision::drafted) { (drafted_facts(reader, drafted)) }
    }
}

fn title(reader: &Reader, item: &Item<'_>) -> Markup {
    match item {
        Item::Queued(queued) => inline(reader.language, &queued.measure.title),
        Item::New { id, decision } => measure_title(reader, decision, id),
    }
}

/// True as long as it can be decided, or decided otherwise.
fn is_open(decision: Option<&Decision>, reader: &Reader) -> bool {
    decision.is_none_or(|decision| matches!(decision.phase(reader.today), Phase::Proposed | Phase::Lapsed))
}

/// The assumptions that no longer hold, and the measures through which it is reached.
fn beneath(reader: &Reader, item: &queue::Item<'_>) -> Markup {
    let language = reader.language;
    let with = |effect: Effect| item.hits.iter().filter(move |hit| hit.effect == effect);
    html! {
        div.vk-beneath {
            @for (effect, key) in [(Effect::Broken, "queue-broken"), (Effect::Weakened, "queue-weakened")] {
                @if with(effect).next().is_some() {
                    p {
                        (say!(language, key)) " "
                        @for (place, hit) in with(effect).enumerate() { @if place > 0 { " " } strong { (inline(language, &hit.assumption.text)) } }
                    }
                }
            }
            @if !item.through.is_empty() {
                p { (say!(language, "queue-reached-through")) " " (titles(reader, &item.through)) }
            }
        }
    }
}

fn titles(reader: &Reader, measures: &[&Measure]) -> Markup {
    html! {
        @for (place, measure) in measures.iter().enumerate() {
            @if place > 0 { " · " }
            a.ds-link href=(reader.addresses.workspace(&format!("/tiltak/{}", measure.id))) { (inline(reader.language, &measure.title)) }
        }
    }
}

/// Money, partners, what depends on it, and the goals that lean on it.
fn at_stake(reader: &Reader, item: &queue::Item<'_>) -> Markup {
    let language = reader.language;
    let money = item.measure.money();
    let kroner = |amount: u64| format::kroner(language, i64::try_from(amount).unwrap_or(i64::MAX));
    let budget = money.cost_kroner.max(money.pledged_kroner);
    let names: Vec<&str> = item
        .partners()
        .into_iter()
        .filter_map(|id| reader.state().organisation(id))
        .map(|known| reader.plain(&known.name))
        .collect();
    let figure = |value: String, caption: String| {
        html! { li.vk-keyfigure { strong.vk-keyfigure__value { (value) } span.vk-keyfigure__caption { (caption) } } }
    };
    html! {
        ul.vk-keyfigures.vk-keyfigures--quiet.vk-keyfigures--ruled {
            (figure(kroner(budget), say!(language, "queue-budget", pledged = kroner(money.pledged_kroner), delivered = kroner(money.delivered_kroner))))
            (figure(say!(language, "queue-partners", count = names.len()), some_names(language, &names, 3)))
            (figure(say!(language, "measures-count", count = item.dependants.len()), say!(language, "queue-rest-on-it")))
            (figure(say!(language, "queue-goals-count", count = item.measure.goals.len()), say!(language, "queue-goals-served")))
        }
    }
}

/// What partners and others answered when they were asked whether it still holds, since the shock: what was said before it is no
/// answer to it.
fn answers(reader: &Reader, measure: &Measure, shock: Date) -> Markup {
    let (language, state) = (reader.language, reader.state());
    let mut answers = answers_for(state, &measure.id);
    answers.retain(|answer| answer.statement.received >= shock);
    let verdicts: Vec<String> = Holds::ALL
        .into_iter()
        .map(|holds| (holds, answers.iter().filter(|answer| answer.verdict.holds == holds).count()))
        .filter(|(_, count)| *count > 0)
        .map(|(holds, count)| say!(language, &format!("queue-verdict-{}", holds.word()), count = count))
        .collect();
    html! {
        @if !answers.is_empty() {
            details.vk-details {
                summary { (say!(language, "queue-answers", count = answers.len(), verdicts = verdicts.join(", "))) }
                ul.vk-rows {
                    @for answer in &answers {
                        li.vk-row {
                            span.vk-row__title { (who_answered(reader, answer)) }
                            span.vk-row__side { (say!(language, &format!("queue-holds-{}", answer.verdict.holds.word()))) }
                            @if !answer.verdict.reason.is_empty() { p.vk-row__detail { (inline(language, &answer.verdict.reason)) } }
                        }
                    }
                }
            }
        }
    }
}

/// The way to a hearing about this measure alone, for a lead who would rather not decide without the partners.
fn ask_first(reader: &Reader, measure: &Measure) -> Markup {
    let address = reader.addresses.workspace(&format!("/hoeringer/ny?tiltak={}", measure.id));
    html! { p.vk-section__intro { a.ds-link href=(address) { (say!(reader.language, "queue-ask-first")) } } }
}

/// The organisation that answered, by whichever name is known; a person is not named here.
fn who_answered(reader: &Reader, answer: &MeasureAnswer<'_>) -> Markup {
    let statement = answer.statement;
    html! {
        @match &statement.organisation {
            Some(id) => { (organisation(reader, id)) },
            None if !statement.name.is_empty() => { (statement.name) },
            None => { (say!(reader.language, "queue-answer-number", number = statement.number)) },
        }
    }
}

/// What has been decided of it already, with the way back into the queue.
fn standing(member: &Member, worked: &Worked<'_>, item: &Item<'_>) -> Markup {
    let (reader, language) = (&member.reader, member.reader.language);
    let Some(decision) = item.decision() else { return html! {} };
    let color = match decision.phase(reader.today) {
        Phase::Lapsed => "warning",
        _ => "info",
    };
    let takes_back = member.actor.may_edit_all() && decision.phase(reader.today) == Phase::Proposed;
    html! {
        div.ds-alert data-color=(color) {
            h3.ds-heading data-size="2xs" { (decided_words(reader, decision, reader.today)) }
            p.ds-paragraph { (inline(language, &decision.reason)) }
            p.ds-paragraph.vk-small { (decided_by(reader, decision)) }
            @if let Some(other) = &decision.replaced_by { p.ds-paragraph { (say!(language, "queue-replaced-by")) " " (replacement(reader, &worked.queue, other)) } }
            @match decision.phase(reader.today) {
                Phase::InForce { .. } => { p.ds-paragraph { (say!(language, "decision-in-force-lead")) } },
                Phase::Lapsed => { p.ds-paragraph { (say!(language, "decision-lapsed-lead")) } },
                Phase::Proposed => { p.ds-paragraph { (say!(language, "decision-proposed-lead")) } },
                Phase::CarriedOut { .. } => {},
            }
            @if takes_back {
                form method="post" action=(place(reader, &worked.shock.id, &format!("/tiltak/{}/tilbake{}", item.id(), worked.asked.query()))) {
                    (csrf(reader))
                    input type="hidden" name="base" value=(super::version(&reader.snapshot, &decision.key()));
                    button.ds-button type="submit" data-variant="secondary" data-size="sm" {
                        (say!(language, if item.measure().is_some() { "decision-reopen" } else { "decision-take-away" }))
                    }
                }
            }
        }
    }
}

fn replacement(reader: &Reader, queue: &Queue<'_>, other: &MeasureId) -> Markup {
    let new = queue.new.iter().find(|new| new.measure.as_ref() == Some(other));
    let drafted = new.and_then(|new| new.drafted()).or_else(|| reader.state().measure(other));
    html! { @match drafted { Some(measure) => { strong { (inline(reader.language, &measure.title)) } }, None => { (other) } } }
}

fn decision_form(form: &Form<'_>, member: &Member, worked: &Worked<'_>, item: &Item<'_>) -> Markup {
    let (reader, language) = (form.reader, form.reader.language);
    let new = item.measure().is_none();
    let action = place(reader, &worked.shock.id, &format!("/tiltak/{}{}", item.id(), worked.asked.query()));
    html! {
        form.vk-form method="post" action=(action) data-decision data-unsaved=(say!(language, "form-unsaved")) {
            (form.summary())
            (csrf(reader))
            (form.hidden("base"))
            @if new { (form.hidden("choice")) } @else { (six(form, item)) (replacing(form, item)) }
            (form.wordings(field("reason").hint("queue-reason-hint"), 3))
            (deciders(form))
            @if member.actor.may_govern() && !new { (emergency(form)) }
            div.vk-actions {
                button.ds-button type="submit" { (say!(language, "queue-save-next")) }
                button.ds-button.vk-decision__draft type="submit" name="videre" value="utkast" data-variant="secondary" { (say!(language, if new { "queue-edit-draft" } else { "queue-draft" })) }
            }
        }
    }
}

/// The six ways out of the queue, on the keys 1 to 6.
fn six(form: &Form<'_>, item: &Item<'_>) -> Markup {
    let language = form.reader.language;
    let about = item.measure().map_or("", |measure| form.reader.plain(&measure.title));
    let wrong = form.is_wrong_below("choice");
    html! {
        fieldset.vk-choices.vk-choices--six aria-describedby="felt-choice-hjelp" aria-invalid=[wrong.then_some("true")] data-first {
            legend.ds-label { (say!(language, "queue-what-now", title = about)) }
            div.vk-choices__list {
                @for (place, choice) in Choice::OF_MEASURE.into_iter().enumerate() {
                    label.vk-choice {
                        input type="radio" name="choice" value=(choice.word()) id=[(place == 0).then_some("felt-choice")]
                            checked[form.fields.text("choice") == choice.word()] required;
                        " " span { (say!(language, &format!("choose-{}", choice.word()))) } " " kbd { (place + 1) }
                    }
                }
            }
            p.vk-small id="felt-choice-hjelp" { (say!(language, "queue-choices-hint")) }
            (form.wrong("choice"))
        }
    }
}

/// What takes its place, where it is replaced.
fn replacing(form: &Form<'_>, item: &Item<'_>) -> Markup {
    let (reader, language) = (form.reader, form.reader.language);
    let mut others: Vec<Listed> = vec![Listed::new(&super::sheet::TO_BE_DRAFTED, say!(language, "queue-replace-with-new"))];
    let plan = item.measure().map(|measure| &measure.plan);
    let beside = reader
        .state()
        .measures
        .iter()
        .filter(|other| Some(&other.plan) == plan && &other.id != item.id());
    others.extend(beside.map(|other| Listed::new(&other.id, reader.plain(&other.title))));
    let new = reader.state().decisions.iter().filter_map(Decision::drafted);
    let proposed = new.filter(|drafted| Some(&drafted.plan) == plan && reader.state().measure(&drafted.id).is_none());
    others.extend(proposed.map(|drafted| Listed::new(&drafted.id, reader.plain(&drafted.title))));
    html! {
        div.vk-decision__replace { (form.choice(field("replaced-by").hint("queue-replace-hint").optional(), Some("form-nothing"), &others)) }
    }
}

/// Who decided, when and in which case: remembered from the last decision, and folded away while nothing is missing.
pub(super) fn deciders(form: &Form<'_>) -> Markup {
    let (reader, language) = (form.reader, form.reader.language);
    let text = form.fields.wordings("decided-by");
    let day = form
        .fields
        .text("decided")
        .parse()
        .map_or_else(|_| String::new(), |day| format::date(language, day));
    let words = [reader.plain(&text).to_owned(), day, form.fields.text("case").to_owned()];
    let words: Vec<String> = words.into_iter().filter(|part| !part.is_empty()).collect();
    let open = text.is_empty() || ["decided-by", "decided", "case"].iter().any(|name| form.is_wrong_below(name));
    html! {
        details.vk-details open[open] {
            summary { (say!(language, "queue-decided-by")) @if !text.is_empty() { ": " (words.join(", ")) } }
            (form.wordings(field("decided-by").hint("queue-decided-by-hint"), 1))
            div.vk-form__row {
                (form.date(field("decided")))
                (form.line(field("case").hint("field-case-hint").optional()))
            }
        }
    }
}

/// A decision that acts at once, and falls back by itself unless a revision ratifies it.
fn emergency(form: &Form<'_>) -> Markup {
    let language = form.reader.language;
    let open = form.fields.has("emergency") || form.is_wrong_below("expires");
    html! {
        details.vk-details open[open] {
            summary { (say!(language, "queue-emergency")) }
            (form.tick(field("emergency").hint("field-emergency-hint")))
            (form.date(field("expires").hint("field-expires-hint").in_row()))
        }
    }
}

/// The measures that depend on it: they are in the queue too, because it is.
fn dependants(worked: &Worked<'_>, item: &queue::Item<'_>) -> Markup {
    let (reader, language) = (worked.reader, worked.reader.language);
    html! {
        @if !item.dependants.is_empty() {
            aside.vk-info {
                h3.vk-info__title { (say!(language, "queue-rests-on-title", title = reader.plain(&item.measure.title))) }
                p {
                    @for (place, other) in item.dependants.iter().enumerate() {
                        @if place > 0 { " · " }
                        a.ds-link href=(worked.place_of(&other.id)) { (inline(language, &other.title)) }
                    }
                }
                p { (say!(language, "queue-rests-on-lead", count = item.dependants.len())) }
            }
        }
    }
}

/// The goals that it serves, each with how many other open measures are left for it.
fn goals(reader: &Reader, item: &queue::Item<'_>) -> Markup {
    let language = reader.language;
    html! {
        section.vk-section aria-labelledby="maalene" {
            h3.vk-section__title id="maalene" { (say!(language, "measure-goals")) }
            ul.vk-rows {
                @for goal in &item.measure.goals {
                    @let others = Queue::others_for(reader.state(), item.measure, goal);
                    li.vk-row {
                        span.vk-row__title { (goal_link(reader, goal)) }
                        span.vk-row__side { (say!(language, "queue-others-left", count = others)) }
                    }
                }
            }
        }
    }
}

/// What the measure is, for whoever needs reminding.
fn about(reader: &Reader, measure: &Measure) -> Markup {
    let language = reader.language;
    html! {
        details.vk-details {
            summary { (say!(language, "queue-about")) }
            dl.vk-facts {
                div { dt { (say!(language, "field-status")) } dd { (status(language, measure.current())) } }
                div { dt { (say!(language, "field-responsible")) } dd { (organisation(reader, &measure.responsible)) } }
                @if !measure.executing.is_empty() { div { dt { (say!(language, "field-executing")) } dd { (organisations(reader, &measure.executing)) } } }
                @if !measure.contributing.is_empty() { div { dt { (say!(language, "field-contributing")) } dd { (organisations(reader, &measure.contributing)) } } }
                div { dt { (say!(language, "field-period")) } dd { (date(language, measure.starts)) " – " (date(language, measure.ends)) } }
                @if !measure.budget.is_empty() {
                    div { dt { (say!(language, "field-budget")) } dd { @for line in &measure.budget { p { (budget_words(reader, line)) } } } }
                }
            }
            (crate::wording::prose(language, &measure.body))
            ul.vk-ways {
                li { a.ds-link href=(reader.addresses.workspace(&format!("/tiltak/{}", measure.id))) { (say!(language, "queue-measure-page")) } }
                li { a.ds-link href=(reader.addresses.measure(&measure.id)) { (say!(language, "public-page")) } }
            }
        }
    }
}

/// What was drafted, as it will stand once a body adopts it.
fn drafted_facts(reader: &Reader, drafted: &Measure) -> Markup {
    let language = reader.language;
    html! {
        section.vk-section aria-labelledby="utkastet" {
            h3.vk-section__title id="utkastet" { (say!(language, "queue-drafted")) }
            dl.vk-facts {
                div { dt { (say!(language, "field-title")) } dd { (inline(language, &drafted.title)) } }
                div { dt { (say!(language, "field-responsible")) } dd { (organisation(reader, &drafted.responsible)) } }
                div { dt { (say!(language, "field-period")) } dd { (date(language, drafted.starts)) " – " (date(language, drafted.ends)) } }
                @if !drafted.budget.is_empty() {
                    div { dt { (say!(language, "field-budget")) } dd { @for line in &drafted.budget { p { (budget_words(reader, line)) } } } }
                }
            }
            (crate::wording::prose(language, &drafted.body))
        }
    }
}
