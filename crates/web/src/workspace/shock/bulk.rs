//! One choice and one reason for several items at once.

use std::collections::BTreeMap;

use axum::extract::{Path, Query, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use maud::{Markup, html};
use programme::shock::queue::Item;
use programme::shock::{Choice, Subject};
use programme::{Decision, MeasureId, Refusal, Shock};
use publishing::say;

use super::decide::change;
use super::item::deciders;
use super::queue::{Asked, Worked};
use super::sheet::{self, About};
use super::{DECISION, decidable, key_of, place, version, ways};
use crate::app::App;
use crate::form::{Choice as Listed, Fields, Form, Mistake, Reading, field};
use crate::page::{self, Place};
use crate::problem::Problem;
use crate::session::{Member, Posted};
use crate::widget::{crumbs, csrf};
use crate::wording::inline;
use crate::workspace::account::{self, Account};
use crate::workspace::faults;

/// The choices that need nothing but a reason.
const CHOICES: [Choice; 3] = [Choice::Keep, Choice::Pause, Choice::Stop];

/// So many can be ticked at once.
const MOST: usize = 200;

pub(super) async fn ask(member: Member, Path((_, id)): Path<(String, String)>, Query(asked): Query<Asked>) -> Result<Response, Problem> {
    let shock = decidable(&member, &id)?;
    let worked = Worked::of(&member, shock, asked);
    Ok(page(&member, &worked, &sheet::blank(&member, shock), &[], &[]).into_response())
}

pub(super) async fn decide(
    State(app): State<App>,
    member: Member,
    Path((_, id)): Path<(String, String)>,
    Query(asked): Query<Asked>,
    Posted(fields): Posted,
) -> Result<Response, Problem> {
    let shock = decidable(&member, &id)?;
    let worked = Worked::of(&member, shock, asked.clone());
    let mut reading = Reading::new(&fields, member.reader.language);
    let ticked: Vec<MeasureId> = reading.boxes("tiltak", &[]);
    if ticked.is_empty() {
        reading.wrong("tiltak", "bulk-none");
    }
    let one = read(&mut reading, shock, ticked.first(), &member);
    let one = match reading.done(one) {
        Ok(one) => one,
        Err(mistakes) => return Ok(again(StatusCode::UNPROCESSABLE_ENTITY, &member, &worked, &fields, &mistakes, &[])),
    };
    let each = |measure: &MeasureId| Decision {
        measure: Some(measure.clone()),
        ..one.clone()
    };
    let bases: Vec<String> = ticked.iter().map(|id| fields.text(&base_name(id)).to_owned()).collect();
    let decisions = ticked.iter().map(each).zip(bases.iter().map(String::as_str)).collect();
    let because = Account::because(&sheet::why(&one));
    match account::apply(&app, &member, because, change(decisions)).await {
        Ok(_) => {
            let address = place(&member.reader, &shock.id, &asked.saved("avgjort-flere"));
            Ok(Redirect::to(&address).into_response())
        }
        Err(Refusal::Faults(found)) => {
            let mistakes = faults::mistakes(member.reader.language, DECISION, &found, &fields);
            Ok(again(StatusCode::UNPROCESSABLE_ENTITY, &member, &worked, &fields, &mistakes, &[]))
        }
        Err(Refusal::Conflict { .. }) => met(&app, member, &id, asked, fields, &ticked, bases).await,
        Err(other) => Err(other.into()),
    }
}

/// Somebody decided some of them meanwhile: those are shown with what was decided, and no longer ticked.
async fn met(
    app: &App,
    mut member: Member,
    id: &str,
    asked: Asked,
    mut fields: Fields,
    ticked: &[MeasureId],
    bases: Vec<String>,
) -> Result<Response, Problem> {
    let now = app.programmes.snapshot(&member.reader.state().programme.id).await?;
    member.reader.snapshot = now.ok_or(Problem::NotFound)?;
    let shock = decidable(&member, id)?;
    let is_newer = |(measure, base): &(&MeasureId, &String)| version(&member.reader.snapshot, &key_of(shock, measure)) != **base;
    let newer: Vec<&MeasureId> = ticked.iter().zip(&bases).filter(is_newer).map(|(measure, _)| measure).collect();
    let left: Vec<&MeasureId> = ticked.iter().filter(|measure| !newer.contains(measure)).collect();
    fields.remove("tiltak");
    for measure in left {
        fields.add("tiltak", measure);
    }
    let worked = Worked::of(&member, shock, asked);
    Ok(again(StatusCode::CONFLICT, &member, &worked, &fields, &[], &newer))
}

fn base_name(measure: &MeasureId) -> String {
    format!("versjon-{measure}")
}

/// The decision that holds for all; only what needs nothing else can be chosen.
fn read(reading: &mut Reading<'_>, shock: &Shock, first: Option<&MeasureId>, member: &Member) -> Option<Decision> {
    let about = About {
        shock,
        subject: Subject::Measure(first?.clone()),
        before: None,
        today: member.reader.today,
    };
    sheet::read(reading, &about).filter(|decision| CHOICES.contains(&decision.choice))
}

fn again(
    status: StatusCode,
    member: &Member,
    worked: &Worked<'_>,
    fields: &Fields,
    mistakes: &[Mistake],
    newer: &[&MeasureId],
) -> Response {
    (status, page(member, worked, fields, mistakes, newer)).into_response()
}

fn page(member: &Member, worked: &Worked<'_>, fields: &Fields, mistakes: &[Mistake], newer: &[&MeasureId]) -> Markup {
    let (reader, language, shock) = (&member.reader, member.reader.language, worked.shock);
    let form = Form { reader, fields, mistakes };
    let title = say!(language, "queue-bulk");
    let action = place(reader, &shock.id, &format!("/flere{}", worked.asked.query()));
    let waiting: Vec<&Item<'_>> = worked.items.iter().filter(|item| item.waits(reader.today)).collect();
    let body = html! {
        (crumbs(reader, &ways(reader, shock), &html! { (title) }))
        h1.vk-title { (title) }
        p.vk-lead { (say!(language, "bulk-lead")) }
        @if !newer.is_empty() { (decided_meanwhile(worked, newer)) }
        form.vk-filter method="get" action=(place(reader, &shock.id, "/flere")) {
            (worked.narrowing())
            button.ds-button data-variant="secondary" type="submit" { (say!(language, "filter-show")) }
        }
        @if waiting.is_empty() {
            div.vk-empty { p { (say!(language, "queue-none-waits-here")) } }
        } @else {
            form.vk-form method="post" action=(action) data-unsaved=(say!(language, "form-unsaved")) {
                (form.summary())
                (csrf(reader))
                (ticks(&form, worked, &waiting))
                (form.buttons(field("choice"), &CHOICES.map(|choice| Listed::new(&choice.word(), say!(language, &format!("choose-{}", choice.word()))))))
                (form.wordings(field("reason").hint("bulk-reason-hint"), 3))
                (deciders(&form))
                div.vk-actions {
                    button.ds-button type="submit" { (say!(language, "bulk-save")) }
                    a.ds-button data-variant="tertiary" href=(place(reader, &shock.id, &worked.asked.query())) { (say!(language, "form-cancel")) }
                }
            }
        }
    };
    page::workspace(reader, Place::Shocks, &title, &body)
}

fn ticks(form: &Form<'_>, worked: &Worked<'_>, waiting: &[&Item<'_>]) -> Markup {
    let (reader, language) = (form.reader, form.reader.language);
    let wrong = form.is_wrong_below("tiltak");
    html! {
        fieldset.ds-fieldset aria-invalid=[wrong.then_some("true")] {
            legend.ds-label { (say!(language, "bulk-which")) }
            @if waiting.len() > MOST { p data-field="description" { (say!(language, "bulk-most", shown = MOST, all = waiting.len())) } }
            div.vk-boxes {
                @for (place, item) in waiting.iter().take(MOST).enumerate() {
                    @let id = if place == 0 { "felt-tiltak".to_owned() } else { format!("felt-tiltak-{place}") };
                    div.ds-field {
                        input.ds-input type="checkbox" id=(id) name="tiltak" value=(item.measure.id) checked[form.fields.holds("tiltak", item.measure.id.as_str())];
                        label.ds-label for=(id) { (inline(language, &item.measure.title)) }
                        @if let Some(lapsed) = item.decision { input type="hidden" name=(base_name(&item.measure.id)) value=(version(&reader.snapshot, &lapsed.key())); }
                    }
                }
            }
            (form.wrong("tiltak"))
            @if worked.queue.waiting().count() > waiting.len() { p.vk-small { (say!(language, "bulk-narrowed")) } }
        }
    }
}

/// What others decided, beside what is typed below.
fn decided_meanwhile(worked: &Worked<'_>, newer: &[&MeasureId]) -> Markup {
    let (reader, language) = (worked.reader, worked.reader.language);
    let items: BTreeMap<&MeasureId, &Item<'_>> = worked.queue.items.iter().map(|item| (&item.measure.id, item)).collect();
    html! {
        div.ds-alert data-color="warning" role="alert" {
            h2.ds-heading data-size="2xs" { (say!(language, "bulk-conflict-title")) }
            ul.ds-list {
                @for item in newer.iter().filter_map(|id| items.get(id)) {
                    li {
                        a.ds-link href=(worked.place_of(&item.measure.id)) { (inline(language, &item.measure.title)) }
                        @if let Some(decision) = item.decision { ": " (super::decided_words(reader, decision, reader.today)) ". " (inline(language, &decision.reason)) }
                    }
                }
            }
            p.ds-paragraph { (say!(language, "bulk-conflict-lead")) }
        }
    }
}
