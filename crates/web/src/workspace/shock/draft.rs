//! Writing what a decision makes of a measure: a changed one, or a new one. The decision travels along in the form, so
//! that both are kept at once or not at all.

use axum::extract::{Path, Query, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use maud::{Markup, html};
use programme::shock::{Choice, Draft, Subject};
use programme::{Decision, Measure, MeasureId, Refusal, Shock};
use publishing::say;

use super::decide::{change, onward};
use super::item::Item;
use super::overview::find;
use super::queue::{Asked, Worked};
use super::sheet::{self, About};
use super::{DECISION, decidable, key_of, place, ways};
use crate::app::App;
use crate::form::{Fields, Form, Mistake, Reading};
use crate::page::{self, Place};
use crate::problem::Problem;
use crate::session::{Member, Posted};
use crate::widget::crumbs;
use crate::workspace::account::{self, Account};
use crate::workspace::conflict::{Conflict, conflict};
use crate::workspace::measure::{self, Reach};
use crate::workspace::{faults, taken};

/// The fields of a decision, which the form of the measure carries along.
const CARRIED: [&str; 10] = [
    "choice",
    "reason-nb",
    "reason-nn",
    "reason-en",
    "decided-by-nb",
    "decided-by-nn",
    "decided-by-en",
    "decided",
    "case",
    "replaced-by",
];

/// What is being written.
struct Writing<'a> {
    member: &'a Member,
    shock: &'a Shock,
    /// The measure that the decision is about; none for one that is only proposed.
    about: Option<&'a Measure>,
    /// The decision that the form began from.
    key: String,
    /// Where the form is sent.
    action: String,
    title: String,
    lead: &'static str,
}

/// The measure's form, after a decision that needs one.
pub(super) fn begin(member: &Member, shock: &Shock, item: &Item<'_>, decision: &Decision, typed: &Fields) -> Result<Markup, Problem> {
    let (writing, before) = writing(member, shock, item, decision.choice)?;
    let shown = decision.drafted().unwrap_or(&before);
    let mut fields = measure::fields(shown, &Reach::Whole);
    carry(&mut fields, typed);
    fields.add("decision-base", &typed.text("base"));
    let kept = writing.about.filter(|_| decision.choice == Choice::Change);
    fields.add(
        "base",
        &kept
            .and_then(|kept| member.reader.snapshot.version(measure::KIND, kept.id.as_str()))
            .unwrap_or_default(),
    );
    Ok(writing.page(&fields, &before, &[], None))
}

fn carry(fields: &mut Fields, typed: &Fields) {
    for name in CARRIED {
        fields.add(name, &typed.text(name));
    }
    for name in ["emergency", "expires"] {
        if typed.has("emergency") {
            fields.add(name, &typed.text(name));
        }
    }
}

/// What is written, and the measure that it begins from.
fn writing<'a>(member: &'a Member, shock: &'a Shock, item: &Item<'a>, choice: Choice) -> Result<(Writing<'a>, Measure), Problem> {
    let language = member.reader.language;
    let blank = || measure::blank(member.reader.state(), member.reader.today).ok_or(Problem::NotFound);
    let same = format!("/tiltak/{}/utkast", item.id());
    let (end, title, lead, before) = match (choice, item) {
        (Choice::Change, Item::Queued(queued)) => {
            let title = say!(language, "draft-change-title", title = member.reader.plain(&queued.measure.title));
            (same, title, "draft-change-lead", queued.measure.clone())
        }
        (_, Item::New { decision, .. }) => {
            let before = decision.drafted().cloned().ok_or(Problem::NotFound)?;
            (same, say!(language, "draft-new-title"), "draft-new-lead", before)
        }
        (Choice::Replace, Item::Queued(queued)) => {
            let title = say!(language, "draft-replace-title", title = member.reader.plain(&queued.measure.title));
            let before = like(blank()?, queued.measure);
            (format!("/nytt?i-stedet-for={}", item.id()), title, "draft-replace-lead", before)
        }
        (_, Item::Queued(queued)) => {
            let before = like(blank()?, queued.measure);
            let end = format!("/nytt?etter={}", item.id());
            (end, say!(language, "draft-new-title"), "draft-new-lead", before)
        }
    };
    let writing = Writing {
        member,
        shock,
        about: item.measure(),
        key: key_of(shock, item.id()),
        action: place(&member.reader, &shock.id, &end),
        title,
        lead,
    };
    Ok((writing, before))
}

/// A new measure begins where the one it follows stands: in its plan, under its heading, for its goals.
fn like(blank: Measure, other: &Measure) -> Measure {
    Measure {
        plan: other.plan.clone(),
        focus_area: other.focus_area.clone(),
        goals: other.goals.clone(),
        responsible: other.responsible.clone(),
        starts: blank.starts.clamp(other.starts.min(other.ends), other.ends),
        ends: other.ends,
        ..blank
    }
}

impl Writing<'_> {
    fn page(&self, fields: &Fields, before: &Measure, mistakes: &[Mistake], met: Option<&Conflict>) -> Markup {
        let (reader, language) = (&self.member.reader, self.member.reader.language);
        let form = Form { reader, fields, mistakes };
        let back = match self.about {
            Some(about) => place(reader, &self.shock.id, &format!("/tiltak/{}", about.id)),
            None => place(reader, &self.shock.id, ""),
        };
        let parts = html! {
            @for name in CARRIED { (form.hidden(name)) }
            @if fields.has("emergency") { (form.hidden("emergency")) (form.hidden("expires")) }
            (form.hidden("decision-base"))
            (form.hidden("base"))
            (measure::parts(&form, self.member, before, &Reach::Whole))
        };
        let body = html! {
            (crumbs(reader, &ways(reader, self.shock), &html! { (self.title) }))
            h1.vk-title { (self.title) }
            p.vk-lead { (say!(language, self.lead)) }
            @if let Some(met) = met { (met.notice(reader)) }
            (form.draw(&self.action, &say!(language, "draft-save"), &back, &parts))
        };
        page::workspace(reader, Place::Shocks, &self.title, &body)
    }

    fn again(&self, fields: &Fields, before: &Measure, mistakes: &[Mistake]) -> Response {
        (StatusCode::UNPROCESSABLE_ENTITY, self.page(fields, before, mistakes, None)).into_response()
    }
}

/// The faults of a decision and of the measure drafted in it, each at its field.
fn mistakes(member: &Member, found: &[programme::check::Fault], fields: &Fields) -> Vec<Mistake> {
    let kind = if found.iter().any(|fault| fault.kind == measure::KIND) {
        measure::KIND
    } else {
        DECISION
    };
    faults::mistakes(member.reader.language, kind, found, fields)
}

/// Keeps a drafted change, or another wording of something new.
pub(super) async fn save(
    State(app): State<App>,
    member: Member,
    Path((_, id, measure_id)): Path<(String, String, String)>,
    Query(asked): Query<Asked>,
    Posted(fields): Posted,
) -> Result<Response, Problem> {
    let shock = decidable(&member, &id)?;
    let worked = Worked::of(&member, shock, asked);
    let item = find(&worked, &measure_id)?;
    let choice = if item.measure().is_some() { Choice::Change } else { Choice::New };
    let (writing, before) = writing(&member, shock, &item, choice)?;
    let mut reading = Reading::new(&fields, member.reader.language);
    let account = account::read(&mut reading, &member);
    let decision = read_decision(&mut reading, shock, item.id(), item.decision(), &member);
    let will = measure::read(&mut reading, &before, &Reach::Whole);
    let (decision, will) = match reading.done(decision.zip(will)) {
        Ok(read) => read,
        Err(mistakes) => return Ok(writing.again(&fields, &before, &mistakes)),
    };
    let version = member.reader.snapshot.version(measure::KIND, &measure_id).unwrap_or_default();
    if item.measure().is_some() && fields.text("base") != version.to_string() {
        let read = |reading: &mut Reading<'_>, theirs: &Measure| measure::read(reading, theirs, &Reach::Whole);
        let as_typed = |one: &Measure| measure::fields(one, &Reach::Whole);
        let met = conflict(&app, &member, (measure::KIND, &measure_id), &fields, as_typed, read).await?;
        return Ok((StatusCode::CONFLICT, writing.page(&met.fields, &before, &[], Some(&met))).into_response());
    }
    let was = item.measure().cloned().map(Box::new);
    let differs = was.as_deref() != Some(&will);
    let decision = Decision {
        draft: differs.then(|| Draft { was, will: Box::new(will) }),
        ..decision
    };
    keep(&app, &writing, &before, &fields, account, vec![decision])
        .await
        .map(|refused| refused.unwrap_or_else(|| onward(&worked, &item, "avgjort")))
}

/// What a new measure is for: in place of another, or after the decision on one that is still to be made.
#[derive(serde::Deserialize)]
pub(super) struct For {
    #[serde(rename = "i-stedet-for")]
    replaces: Option<String>,
    etter: Option<String>,
}

/// Keeps something new, and where it replaces something, that too.
pub(super) async fn create(
    State(app): State<App>,
    member: Member,
    Path((_, id)): Path<(String, String)>,
    Query(of): Query<For>,
    Posted(fields): Posted,
) -> Result<Response, Problem> {
    let shock = decidable(&member, &id)?;
    let worked = Worked::of(&member, shock, Asked::default());
    let choice = if of.replaces.is_some() { Choice::Replace } else { Choice::New };
    let item = find(&worked, of.replaces.or(of.etter).as_deref().unwrap_or_default())?;
    let (writing, before) = writing(&member, shock, &item, choice)?;
    let mut reading = Reading::new(&fields, member.reader.language);
    let account = account::read(&mut reading, &member);
    let decision = read_decision(&mut reading, shock, item.id(), item.decision(), &member);
    let will = measure::read(&mut reading, &before, &Reach::Whole);
    if fields.wordings("title").is_empty() {
        reading.wrong("title-nb", "fault-empty");
    }
    let will = will.and_then(|will| measure::begun(will, &member.reader.snapshot, member.reader.today));
    let (decision, will) = match reading.done(decision.zip(will)) {
        Ok(read) => read,
        Err(mistakes) => return Ok(writing.again(&fields, &before, &mistakes)),
    };
    let state = member.reader.state();
    if state.measure(&will.id).is_some() || state.decision(&key_of(shock, &will.id)).is_some() {
        return Ok(writing.again(&fields, &before, &[taken(&member.reader)]));
    }
    let decisions = with_new(decision, will, choice);
    match keep(&app, &writing, &before, &fields, account, decisions).await? {
        Some(refused) => Ok(refused),
        None if choice == Choice::Replace => Ok(onward(&worked, &item, "avgjort")),
        // the measure that called for something new still waits
        None => {
            let end = format!("/tiltak/{}?lagret=nytt", item.id());
            Ok(axum::response::Redirect::to(&place(&member.reader, &shock.id, &end)).into_response())
        }
    }
}

/// The decision that brings a measure, after the one that it replaces another by.
fn with_new(decision: Decision, will: Measure, choice: Choice) -> Vec<Decision> {
    let new = Decision {
        measure: Some(will.id.clone()),
        choice: Choice::New,
        replaced_by: None,
        draft: Some(Draft {
            was: None,
            will: Box::new(will.clone()),
        }),
        ..decision.clone()
    };
    if choice == Choice::New {
        return vec![new];
    }
    let replaced = Decision {
        choice,
        replaced_by: Some(will.id),
        draft: None,
        ..decision
    };
    vec![new, replaced]
}

fn read_decision(reading: &mut Reading<'_>, shock: &Shock, id: &MeasureId, before: Option<&Decision>, member: &Member) -> Option<Decision> {
    let about = About {
        shock,
        subject: Subject::Measure(id.clone()),
        before,
        today: member.reader.today,
    };
    sheet::read(reading, &about)
}

/// Carries the decisions out; the form again where they are refused.
async fn keep(
    app: &App,
    writing: &Writing<'_>,
    before: &Measure,
    fields: &Fields,
    account: Account,
    decisions: Vec<Decision>,
) -> Result<Option<Response>, Problem> {
    let member = writing.member;
    // only what the form began from can have been decided before
    let based = decisions.into_iter().map(|decision| {
        let known = decision.key() == writing.key;
        (decision, if known { fields.text("decision-base") } else { "" })
    });
    let change = change(based.collect());
    match account::apply(app, member, account, change).await {
        Ok(_) => Ok(None),
        Err(Refusal::Faults(found)) => Ok(Some(writing.again(fields, before, &mistakes(member, &found, fields)))),
        Err(Refusal::Conflict { entry }) => {
            // the draft stays as it was typed; whoever saves it again has seen that another decision stands
            let mut fields = fields.clone();
            let newest = if entry == 0 { String::new() } else { entry.to_string() };
            fields.set("decision-base", &newest);
            let mistake = Mistake {
                field: String::new(),
                text: said(app, writing).await?,
            };
            Ok(Some(
                (StatusCode::CONFLICT, writing.page(&fields, before, &[mistake], None)).into_response(),
            ))
        }
        Err(other) => Err(other.into()),
    }
}

/// What another decided meanwhile, in a sentence.
async fn said(app: &App, writing: &Writing<'_>) -> Result<String, Problem> {
    let (reader, language) = (&writing.member.reader, writing.member.reader.language);
    let now = app.programmes.snapshot(&reader.state().programme.id).await?;
    let decision = now.as_ref().and_then(|now| now.state.decision(&writing.key));
    Ok(match decision {
        Some(decision) => say!(
            language,
            "draft-conflict",
            chosen = say!(language, &format!("chosen-{}", decision.choice.word())),
            reason = reader.plain(&decision.reason)
        ),
        None => say!(language, "draft-conflict-gone"),
    })
}
