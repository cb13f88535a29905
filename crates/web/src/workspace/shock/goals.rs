//! The goals under a shock: each stands, gets another path to the same end, or changes. What it would take from here is
//! shown at the choice.

use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use maud::{Markup, html};
use programme::goal::Target;
use programme::shock::queue::{GoalItem, Queue, needed_rate};
use programme::shock::{Choice, GoalDraft, Phase, Subject};
use programme::{Decision, Goal, Refusal, Shock};
use publishing::{figure, format, say};

use super::decide::change;
use super::item::deciders;
use super::sheet::{self, About};
use super::{DECISION, decidable, decided_words, place, seen, version, ways};
use crate::app::App;
use crate::form::{Choice as Listed, Fields, Form, Mistake, Reading, field};
use crate::goal::track;
use crate::page::{self, Place};
use crate::problem::Problem;
use crate::reader::Reader;
use crate::session::{Member, Posted};
use crate::shock::{decided_by, mark};
use crate::widget::{crumbs, csrf, figure_link, number};
use crate::wording::{example_mark, inline};
use crate::workspace::account::{self, Account};
use crate::workspace::conflict::{Conflict, conflict};
use crate::workspace::goal::{add_target, read_target, target_parts};
use crate::workspace::{faults, notice, saved};

pub(super) async fn list(member: Member, Path((_, id)): Path<(String, String)>) -> Result<Markup, Problem> {
    let shock = seen(&member, &id)?;
    let (reader, language) = (&member.reader, member.reader.language);
    let queue = Queue::of(reader.state(), shock, reader.today);
    let waiting = queue.goals.iter().filter(|goal| goal.waits(reader.today)).count();
    let title = say!(language, "goals-step-title", count = waiting);
    let body = html! {
        (crumbs(reader, &ways(reader, shock), &html! { (say!(language, "nav-goals")) }))
        (notice(reader))
        h1.vk-title { (title) }
        p.vk-lead { (say!(language, "goals-step-lead")) }
        ul.vk-rows { @for item in &queue.goals { (row(reader, shock, item)) } }
        ul.vk-ways { li { a.ds-link href=(place(reader, &shock.id, "")) { (say!(language, "queue-back")) } } }
    };
    Ok(page::workspace(reader, Place::Shocks, &title, &body))
}

fn row(reader: &Reader, shock: &Shock, item: &GoalItem<'_>) -> Markup {
    let language = reader.language;
    html! {
        li.vk-row {
            a.vk-row__title href=(place(reader, &shock.id, &format!("/maal/{}", item.goal.id))) { (inline(language, &item.goal.sentence)) @if item.goal.example { (example_mark(language)) } }
            span.vk-row__side {
                @match item.decision { Some(decision) => { (mark(reader, decision)) }, None => { (say!(language, "goals-step-waits")) } }
            }
            p.vk-row__detail {
                @match item.decision {
                    Some(decision) => { (inline(language, &decision.reason)) },
                    None => { (standing(reader, item.goal)) },
                }
            }
        }
    }
}

/// "29 169, 294 under målbanen. Skal målet nås, må vi vokse med 1,25 % i året."
fn standing(reader: &Reader, goal: &Goal) -> Markup {
    let language = reader.language;
    let Some((track, _)) = track(reader, goal) else {
        return html! { (say!(language, "goal-no-figures-yet")) };
    };
    html! {
        @if let Some(newest) = track.newest() { (figure_link(reader, &newest.figure)) " (" (figure::period(language, newest.figure.period)) "). " }
        @if let Some(distance) = track.distance(language) { (say!(language, "goal-we-are")) " " (distance) ". " }
        @if let Some(needs) = track.needs(language) { (needs) }
    }
}

fn find<'a>(queue: &Queue<'a>, id: &str) -> Result<GoalItem<'a>, Problem> {
    let found = queue.goals.iter().find(|item| item.goal.id.as_str() == id);
    found.cloned().ok_or(Problem::NotFound)
}

fn key_of(shock: &Shock, goal: &Goal) -> String {
    format!("{}/{}", shock.id, Subject::Goal(goal.id.clone()).key())
}

/// What the form holds of a decision: with the goal as it is to be, or as it is.
fn fields(decision: &Decision, goal: &Goal, reader: &Reader) -> Fields {
    let mut fields = sheet::fields(decision);
    let will = decision.goal_draft.as_ref().map_or(goal, |draft| &draft.will);
    add_goal(&mut fields, will, reader);
    fields
}

fn add_goal(fields: &mut Fields, goal: &Goal, reader: &Reader) {
    fields.add_wordings("title", &goal.title);
    fields.add_wordings("sentence", &goal.sentence);
    add_target(fields, goal.target.as_ref(), reader.language);
}

pub(super) async fn show(member: Member, Path((_, id, goal)): Path<(String, String, String)>) -> Result<Response, Problem> {
    let shock = seen(&member, &id)?;
    let queue = Queue::of(member.reader.state(), shock, member.reader.today);
    let item = find(&queue, &goal)?;
    let key = key_of(shock, item.goal);
    let mut begun = sheet::begun_with(&member, shock, item.decision, &key);
    let will = item
        .decision
        .and_then(|decision| decision.goal_draft.as_ref())
        .map_or(item.goal, |draft| &draft.will);
    add_goal(&mut begun, will, &member.reader);
    Ok(page(&member, shock, &item, &begun, &[], None, None).into_response())
}

/// What was typed: the decision, with the goal as it is to be where it changes anything.
fn read(reading: &mut Reading<'_>, shock: &Shock, item: &GoalItem<'_>, reader: &Reader) -> Option<Decision> {
    let about = About {
        shock,
        subject: Subject::Goal(item.goal.id.clone()),
        before: item.decision,
        today: reader.today,
    };
    let decision = sheet::read(reading, &about)?;
    let goal_draft = match decision.choice {
        Choice::Keep => None,
        choice => {
            let will = goal_to_be(reading, item.goal, choice)?;
            let same = &will == item.goal;
            if same {
                reading.wrong(if choice == Choice::Repath { "path" } else { "title-nb" }, "goals-step-same");
            }
            Some(GoalDraft {
                was: Box::new(item.goal.clone()),
                will: Box::new(will),
            })
        }
    };
    Some(Decision { goal_draft, ..decision })
}

/// The goal by what was typed: only its path where it stands, its words too where it changes.
fn goal_to_be(reading: &mut Reading<'_>, goal: &Goal, choice: Choice) -> Option<Goal> {
    let mut will = goal.clone();
    will.target = read_target(reading);
    if will.target.is_none() {
        if reading.mistakes.is_empty() {
            reading.wrong("path", "goals-step-no-path");
        }
        return None;
    }
    if choice == Choice::Change {
        will.title = reading.fields.wordings("title");
        will.sentence = reading.fields.wordings("sentence");
        if will.title.is_empty() {
            reading.wrong("title-nb", "fault-empty");
        }
    }
    Some(will)
}

pub(super) async fn decide(
    State(app): State<App>,
    member: Member,
    Path((_, id, goal)): Path<(String, String, String)>,
    Posted(typed): Posted,
) -> Result<Response, Problem> {
    let shock = decidable(&member, &id)?;
    let reader = &member.reader;
    let queue = Queue::of(reader.state(), shock, reader.today);
    let item = find(&queue, &goal)?;
    let mut reading = Reading::new(&typed, reader.language);
    if typed.text("videre") == "regn-ut" {
        let target = read_target(&mut reading);
        let page = page(&member, shock, &item, &typed, &reading.mistakes, None, target.as_ref());
        return Ok(page.into_response());
    }
    let read_it = read(&mut reading, shock, &item, reader);
    let again = |status, fields: &Fields, mistakes: &[Mistake], met: Option<&Conflict>| {
        Ok((status, page(&member, shock, &item, fields, mistakes, met, None)).into_response())
    };
    let decision = match reading.done(read_it) {
        Ok(decision) => decision,
        Err(mistakes) => return again(StatusCode::UNPROCESSABLE_ENTITY, &typed, &mistakes, None),
    };
    let because = Account::because(&sheet::why(&decision));
    match account::apply(&app, &member, because, change(vec![(decision, typed.text("base"))])).await {
        Ok(_) => Ok(saved(reader, &format!("/hendelser/{id}/maal"), "avgjort")),
        Err(Refusal::Faults(found)) => {
            let mistakes = faults::mistakes(reader.language, DECISION, &found, &typed);
            again(StatusCode::UNPROCESSABLE_ENTITY, &typed, &mistakes, None)
        }
        Err(Refusal::Conflict { .. }) => {
            let as_typed = |one: &Decision| fields(one, item.goal, reader);
            let ours = |reading: &mut Reading<'_>, _: &Decision| read(reading, shock, &item, reader);
            let met = conflict(&app, &member, (DECISION, &key_of(shock, item.goal)), &typed, as_typed, ours).await?;
            again(StatusCode::CONFLICT, &met.fields, &[], Some(&met))
        }
        Err(other) => Err(other.into()),
    }
}

fn page(
    member: &Member,
    shock: &Shock,
    item: &GoalItem<'_>,
    fields: &Fields,
    mistakes: &[Mistake],
    met: Option<&Conflict>,
    tried: Option<&Target>,
) -> Markup {
    let (reader, language, goal) = (&member.reader, member.reader.language, item.goal);
    let form = Form { reader, fields, mistakes };
    let mut way: Vec<(String, Markup)> = ways(reader, shock).to_vec();
    way.push((place(reader, &shock.id, "/maal"), html! { (say!(language, "nav-goals")) }));
    let is_open = item.decision.is_none_or(|decision| decision.phase(reader.today) == Phase::Proposed);
    let body = html! {
        (crumbs(reader, &way, &inline(language, &goal.title)))
        h1.vk-title { (inline(language, &goal.sentence)) @if goal.example { (example_mark(language)) } }
        p.vk-lead { (standing(reader, goal)) }
        (figures(reader, goal))
        @if !item.hits.is_empty() {
            p.vk-goal-rests { (say!(language, "goals-step-rests-on")) " " @for hit in &item.hits { strong { (inline(language, &hit.assumption.text)) } " (" (say!(language, &format!("effect-{}", hit.effect.word()))) ") " } }
        }
        (decided(member, shock, item))
        @if let Some(met) = met { (met.notice(reader)) }
        @if member.actor.may_edit_all() && is_open { (decision_form(&form, shock, goal, tried)) }
    };
    page::workspace(reader, Place::Shocks, reader.plain(&goal.title), &body)
}

/// Newest figure, distance to the path and needed yearly rate, large.
fn figures(reader: &Reader, goal: &Goal) -> Markup {
    let language = reader.language;
    let Some((track, _)) = track(reader, goal) else { return html! {} };
    let Some(newest) = track.newest() else { return html! {} };
    html! {
        ul.vk-keyfigures {
            li.vk-keyfigure {
                strong.vk-keyfigure__value { (figure_link(reader, &newest.figure)) }
                span.vk-keyfigure__caption { (figure::period(language, newest.figure.period)) }
            }
            li.vk-keyfigure {
                strong.vk-keyfigure__value { (number(&format::signed_integer(language, newest.ahead()))) }
                span.vk-keyfigure__caption { (say!(language, "goals-step-distance")) }
            }
            @if let Some(rate) = track.needed_rate() {
                li.vk-keyfigure {
                    strong.vk-keyfigure__value { (number(&format::percent(language, rate, 2))) }
                    span.vk-keyfigure__caption { (say!(language, "key-needed-rate")) }
                }
            }
        }
    }
}

fn decided(member: &Member, shock: &Shock, item: &GoalItem<'_>) -> Markup {
    let reader = &member.reader;
    let Some(decision) = item.decision else { return html! {} };
    let takes_back = member.actor.may_edit_all() && decision.phase(reader.today) == Phase::Proposed;
    html! {
        div.ds-alert data-color="info" {
            h2.ds-heading data-size="2xs" { (decided_words(reader, decision, reader.today)) }
            p.ds-paragraph { (inline(reader.language, &decision.reason)) }
            p.ds-paragraph.vk-small { (decided_by(reader, decision)) }
            @if takes_back {
                form method="post" action=(place(reader, &shock.id, &format!("/maal/{}/tilbake", item.goal.id))) {
                    (csrf(reader))
                    input type="hidden" name="base" value=(version(&reader.snapshot, &decision.key()));
                    button.ds-button type="submit" data-variant="secondary" data-size="sm" { (say!(reader.language, "decision-reopen")) }
                }
            }
        }
    }
}

fn decision_form(form: &Form<'_>, shock: &Shock, goal: &Goal, tried: Option<&Target>) -> Markup {
    let (reader, language) = (form.reader, form.reader.language);
    let choices = Choice::OF_GOAL.map(|choice| Listed::new(&choice.word(), say!(language, &format!("choose-goal-{}", choice.word()))));
    let open = tried.is_some() || matches!(form.fields.text("choice"), "repath" | "change");
    html! {
        form.vk-form method="post" action=(place(reader, &shock.id, &format!("/maal/{}", goal.id))) data-unsaved=(say!(language, "form-unsaved")) {
            (form.summary())
            (csrf(reader))
            (form.hidden("base"))
            (form.buttons(field("choice").hint("goals-step-choices-hint"), &choices))
            details.vk-details open[open] {
                summary { (say!(language, "goals-step-path")) }
                p.vk-small { (say!(language, "goals-step-path-hint")) }
                (target_parts(form))
                @if let Some(tried) = tried { (compared(reader, goal, tried)) }
                div.vk-actions { button.ds-button type="submit" name="videre" value="regn-ut" data-variant="secondary" formnovalidate { (say!(language, "goals-step-compute")) } }
            }
            details.vk-details open[form.fields.text("choice") == "change"] {
                summary { (say!(language, "goals-step-words")) }
                (form.wordings(field("title"), 1))
                (form.wordings(field("sentence").hint("field-sentence-hint").optional(), 2))
            }
            (form.wordings(field("reason").hint("queue-reason-hint"), 3))
            (deciders(form))
            div.vk-actions {
                button.ds-button type="submit" { (say!(language, "form-save")) }
                a.ds-button data-variant="tertiary" href=(place(reader, &shock.id, "/maal")) { (say!(language, "form-cancel")) }
            }
        }
    }
}

/// What the path that was typed asks for, beside what the present one does.
fn compared(reader: &Reader, goal: &Goal, tried: &Target) -> Markup {
    let language = reader.language;
    let rate = |target: &Target| match needed_rate(reader.state(), goal, target, reader.today) {
        Some(rate) => format::percent(language, rate, 2),
        None => "–".to_owned(),
    };
    let end = |target: &Target| {
        let value = format::integer(language, target.at_horizon().round() as i64);
        format!("{value} ({})", format::date(language, target.horizon))
    };
    html! {
        div.vk-table-scroll role="region" aria-labelledby="utregnet" tabindex="0" {
            table.ds-table.vk-table {
                caption id="utregnet" { (say!(language, "goals-step-compared")) }
                thead { tr { th scope="col" { (say!(language, "goals-step-what")) } th scope="col" class="vk-num" { (say!(language, "goals-step-now")) } th scope="col" class="vk-num" { (say!(language, "goals-step-then")) } } }
                tbody {
                    @for (key, words) in [("goals-step-rate", &rate as &dyn Fn(&Target) -> String), ("goals-step-end", &end)] {
                        tr {
                            th scope="row" { (say!(language, key)) }
                            td class="vk-num" { @match &goal.target { Some(target) => { (words(target)) }, None => { "–" } } }
                            td class="vk-num" { (words(tried)) }
                        }
                    }
                }
            }
        }
    }
}
