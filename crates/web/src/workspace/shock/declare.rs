//! Declaring a shock, and mending what was declared. The plan stays as it is: only the queue is made by it.

use axum::extract::{Path, Query, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use jiff::civil::Date;
use maud::{Markup, html};
use programme::shock::Effect;
use programme::{Assumption, AssumptionId, Change, Language, Refusal, Role, Shock, Text, identifier_from, shock};
use publishing::say;

use super::{KIND, place, seen, sheet, ways};
use crate::app::App;
use crate::form::{Fields, Form, Mistake, Reading, field};
use crate::page::{self, Place};
use crate::problem::Problem;
use crate::reader::Reader;
use crate::session::{Member, Posted};
use crate::widget::crumbs;
use crate::wording::{example_mark, inline};
use crate::workspace::conflict::{Conflict, conflict};
use crate::workspace::{account, faults, saved, taken};

#[derive(serde::Deserialize)]
pub(super) struct From {
    /// The assumption whose watched figure proposes the shock.
    forutsetning: Option<AssumptionId>,
}

fn lead(member: &Member) -> Result<(), Problem> {
    if member.actor.may_govern() {
        Ok(())
    } else {
        Err(Problem::Forbidden)
    }
}

/// What can become of an assumption, the mildest first.
const EFFECTS: [&str; 3] = ["holds", "weakened", "broken"];

fn blank(reader: &Reader) -> Option<Shock> {
    Some(Shock {
        id: "x".parse().ok()?,
        title: Text::default(),
        date: reader.today,
        breaks: Vec::new(),
        weakens: Vec::new(),
        declared_by: sheet::role_text(Role::Lead),
        declared: reader.today,
        body: Text::default(),
        example: false,
    })
}

/// With what a watched figure says already.
fn proposed(reader: &Reader, blank: Shock, of: &AssumptionId) -> Shock {
    let proposals = shock::proposals(reader.state(), reader.today);
    let Some(proposal) = proposals.into_iter().find(|proposal| &proposal.assumption.id == of) else {
        return blank;
    };
    let words = |language| {
        let text = proposal.assumption.text.plain(language);
        say!(language, "shock-proposed-title", text = text.trim_end_matches('.'))
    };
    let title = Language::ALL
        .into_iter()
        .filter(|language| proposal.assumption.text.exactly(*language).is_some())
        .fold(Text::default(), |title, language| title.with(language, &words(language)));
    Shock {
        title,
        date: proposal.figure.period.last_day(),
        breaks: vec![of.clone()],
        ..blank
    }
}

fn fields(shock: &Shock, assumptions: &[Assumption]) -> Fields {
    let mut fields = Fields::default();
    fields.add_wordings("title", &shock.title);
    fields.add("date", &shock.date);
    fields.add_wordings("body", &shock.body);
    for assumption in assumptions {
        let effect = shock.effect_on(&assumption.id).map_or("holds", Effect::word);
        fields.add(&format!("effect-{}", assumption.id), &effect);
    }
    fields.add_wordings("declared-by", &shock.declared_by);
    fields.add("declared", &shock.declared);
    fields.add_tick("example", shock.example);
    fields
}

fn read(reading: &mut Reading<'_>, before: &Shock, assumptions: &[Assumption], today: Date) -> Option<Shock> {
    let fields = reading.fields;
    let with = |effect: Effect| -> Vec<AssumptionId> {
        let chosen = assumptions.iter().map(|one| &one.id);
        let chosen = chosen.filter(|id| fields.text(&format!("effect-{id}")) == effect.word());
        chosen.cloned().collect()
    };
    let (breaks, weakens) = (with(Effect::Broken), with(Effect::Weakened));
    if breaks.is_empty() && weakens.is_empty() {
        reading.wrong("", "shock-nothing-broken");
    }
    for text in ["title", "declared-by"] {
        if fields.wordings(text).is_empty() {
            reading.wrong(&format!("{text}-nb"), "fault-empty");
        }
    }
    let (date, declared) = (reading.date("date"), reading.date("declared"));
    for (name, day) in [("date", date), ("declared", declared)] {
        if day.is_some_and(|day| day > today) {
            reading.wrong(name, "mistake-future");
        }
    }
    Some(Shock {
        id: before.id.clone(),
        title: fields.wordings("title"),
        date: date?,
        breaks,
        weakens,
        declared_by: fields.wordings("declared-by"),
        declared: declared?,
        body: fields.wordings("body"),
        example: fields.has("example"),
    })
}

pub(super) async fn new(member: Member, Query(from): Query<From>) -> Result<Response, Problem> {
    lead(&member)?;
    let reader = &member.reader;
    let mut begun = blank(reader).ok_or(Problem::NotFound)?;
    if let Some(of) = &from.forutsetning {
        begun = proposed(reader, begun, of);
    }
    let fields = fields(&begun, &reader.state().assumptions);
    Ok(page(&member, None, &fields, &[], None).into_response())
}

pub(super) async fn create(State(app): State<App>, member: Member, Posted(fields): Posted) -> Result<Response, Problem> {
    lead(&member)?;
    let reader = &member.reader;
    let blank = blank(reader).ok_or(Problem::NotFound)?;
    let again = |mistakes: &[Mistake]| Ok((StatusCode::UNPROCESSABLE_ENTITY, page(&member, None, &fields, mistakes, None)).into_response());
    let mut reading = Reading::new(&fields, reader.language);
    let account = account::read(&mut reading, &member);
    let shock = read(&mut reading, &blank, &reader.state().assumptions, reader.today);
    let shock = match reading.done(shock.and_then(begun)) {
        Ok(shock) => shock,
        Err(mistakes) => return again(&mistakes),
    };
    let place = format!("/hendelser/{}", shock.id);
    let change = declaration(shock, None);
    match account::apply(&app, &member, account, change).await {
        Ok(_) => Ok(saved(reader, &place, "hendelse")),
        Err(Refusal::Faults(found)) => again(&faults::mistakes(reader.language, KIND, &found, &fields)),
        Err(Refusal::Conflict { .. }) => again(&[taken(reader)]),
        Err(other) => Err(other.into()),
    }
}

/// Gives a new shock its identifier, made from its title.
fn begun(shock: Shock) -> Option<Shock> {
    let id = identifier_from(shock.title.plain(Language::Nb)).parse().ok()?;
    Some(Shock { id, ..shock })
}

fn declaration(shock: Shock, base: Option<i64>) -> Change {
    Change::Shock(shock::Change::Declare {
        shock: Box::new(shock),
        base,
    })
}

pub(super) async fn edit(member: Member, Path((_, id)): Path<(String, String)>) -> Result<Response, Problem> {
    lead(&member)?;
    let shock = seen(&member, &id)?;
    let mut fields = fields(shock, &member.reader.state().assumptions);
    fields.add("base", &member.reader.snapshot.version(KIND, &id).unwrap_or_default());
    Ok(page(&member, Some(shock), &fields, &[], None).into_response())
}

pub(super) async fn save(
    State(app): State<App>,
    member: Member,
    Path((_, id)): Path<(String, String)>,
    Posted(typed): Posted,
) -> Result<Response, Problem> {
    lead(&member)?;
    let before = seen(&member, &id)?;
    let (reader, assumptions) = (&member.reader, &member.reader.state().assumptions);
    let again = |status, fields: &Fields, mistakes: &[Mistake], met: Option<&Conflict>| {
        Ok((status, page(&member, Some(before), fields, mistakes, met)).into_response())
    };
    let mut reading = Reading::new(&typed, reader.language);
    let account = account::read(&mut reading, &member);
    let shock = read(&mut reading, before, assumptions, reader.today);
    let shock = match reading.done(shock) {
        Ok(shock) => shock,
        Err(mistakes) => return again(StatusCode::UNPROCESSABLE_ENTITY, &typed, &mistakes, None),
    };
    match account::apply(&app, &member, account, declaration(shock, typed.text("base").parse().ok())).await {
        Ok(_) => Ok(saved(reader, &format!("/hendelser/{id}"), "hendelse")),
        Err(Refusal::Faults(found)) => {
            let mistakes = faults::mistakes(reader.language, KIND, &found, &typed);
            again(StatusCode::UNPROCESSABLE_ENTITY, &typed, &mistakes, None)
        }
        Err(Refusal::Conflict { .. }) => {
            let as_typed = |one: &Shock| fields(one, assumptions);
            let read = |reading: &mut Reading<'_>, theirs: &Shock| read(reading, theirs, assumptions, reader.today);
            let met = conflict(&app, &member, (KIND, &id), &typed, as_typed, read).await?;
            again(StatusCode::CONFLICT, &met.fields, &[], Some(&met))
        }
        Err(other) => Err(other.into()),
    }
}

fn page(member: &Member, shock: Option<&Shock>, fields: &Fields, mistakes: &[Mistake], met: Option<&Conflict>) -> Markup {
    let (reader, language) = (&member.reader, member.reader.language);
    let form = Form { reader, fields, mistakes };
    let list = reader.addresses.workspace("/hendelser");
    let (title, action, back, ways) = match shock {
        Some(shock) => (
            say!(language, "shock-edit-title", title = reader.plain(&shock.title)),
            place(reader, &shock.id, "/endre"),
            place(reader, &shock.id, ""),
            ways(reader, shock).to_vec(),
        ),
        None => (
            say!(language, "shock-declare"),
            format!("{list}/ny"),
            list.clone(),
            vec![(list, html! { (say!(language, "workspace-nav-shocks")) })],
        ),
    };
    let button = say!(language, if shock.is_some() { "form-save" } else { "shock-declare-button" });
    let body = html! {
        (crumbs(reader, &ways, &html! { (title) }))
        h1.vk-title { (title) }
        p.vk-lead { (say!(language, "shock-declare-lead")) }
        @if let Some(shock) = shock { ul.vk-ways { li { a.ds-link href=(place(reader, &shock.id, "/trekk")) { (say!(language, "shock-withdraw")) } } } }
        @if let Some(met) = met { (met.notice(reader)) }
        (form.draw(&action, &button, &back, &parts(&form, member)))
    };
    page::workspace(reader, Place::Shocks, &title, &body)
}

fn parts(form: &Form<'_>, member: &Member) -> Markup {
    let language = form.reader.language;
    html! {
        @if form.fields.has("base") { (form.hidden("base")) }
        (form.wordings(field("title").hint("shock-title-hint"), 1))
        (form.date(field("date").hint("shock-date-hint")))
        (form.wordings(field("body").hint("shock-body-hint").optional(), 6))
        section aria-labelledby="forutsetningene" {
            h2.vk-section__title id="forutsetningene" { (say!(language, "shock-assumptions")) }
            p.vk-section__intro { (say!(language, "shock-assumptions-lead")) }
            @for assumption in &form.reader.state().assumptions { (effect(form, assumption)) }
        }
        (form.wordings(field("declared-by"), 1))
        (form.date(field("declared")))
        (form.tick(field("example").hint("field-example-hint")))
        (account::parts(form, member))
    }
}

/// What becomes of one assumption, with how much rests on it.
fn effect(form: &Form<'_>, assumption: &Assumption) -> Markup {
    let (reader, language) = (form.reader, form.reader.language);
    let name = format!("effect-{}", assumption.id);
    let (measures, goals) = reader.state().resting_on(&assumption.id);
    let open = measures.iter().filter(|measure| measure.current().is_open()).count();
    html! {
        fieldset.ds-fieldset.vk-effect aria-describedby=(format!("{name}-hjelp")) {
            legend.ds-label { (inline(language, &assumption.text)) @if assumption.example { (example_mark(language)) } }
            p data-field="description" id=(format!("{name}-hjelp")) { (say!(language, "shock-rests", measures = open, goals = goals.len())) }
            div.vk-effect__choices {
                @for word in EFFECTS {
                    @let id = format!("{name}-{word}");
                    div.ds-field {
                        input.ds-input type="radio" id=(id) name=(name) value=(word) checked[form.fields.text(&name) == word];
                        label.ds-label for=(id) { (say!(language, &format!("effect-{word}"))) }
                    }
                }
            }
        }
    }
}
