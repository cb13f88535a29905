//! The document of a revision: what was adopted, in words, ready to be typeset.
//!
//! Everything in it comes from the revision's own content: plan and measures as they stood, names as they were, and of
//! each goal only figures whose period had passed on the day of adoption. So the document never changes with what
//! happens afterwards. Content from before names and figures were kept takes them from the state of the programme.

mod changes;
mod goal;
mod measure;
mod money;

use std::collections::BTreeSet;

use programme::{
    ActionPlanId, AdoptedPlan, GoalId, Language, Measure, MeasureId, OrganisationId, OrganisationRole, Revision, State, Surroundings,
};

use crate::pdf::{Changes, FocusArea, KeyFigure, Organisation, Passage, PdfError, PlanDocument, Source, Text, WebAddress};
use crate::{format, say};

pub use changes::{changes_document, told as changes};

/// Where things stand on the web: absolute addresses.
pub trait Links {
    /// A revision of a plan.
    fn revision(&self, plan: &ActionPlanId, number: u32) -> String;
    /// A goal.
    fn goal(&self, goal: &GoalId) -> String;
    /// A measure.
    fn measure(&self, measure: &MeasureId) -> String;
    /// An organisation.
    fn organisation(&self, organisation: &OrganisationId) -> String;
}

/// The document of a revision in a language. Addresses that are not absolute are left out.
pub fn document(state: &State, revision: &Revision, language: Language, links: &dyn Links) -> Result<PlanDocument, PdfError> {
    let adopted = revision.adopted_plan().map_err(|fault| PdfError::UnreadableRevision {
        plan: revision.plan.to_string(),
        number: revision.number,
        fault: fault.to_string(),
    })?;
    let surroundings = match &adopted.surroundings {
        Some(surroundings) => surroundings.clone(),
        None => Surroundings::on(state, &adopted.plan, &adopted.measures, revision.adopted),
    };
    Ok(Writer {
        language,
        links,
        revision,
        adopted: &adopted,
        surroundings: &surroundings,
        changes: changes::since_before(state, revision, language, links),
    }
    .document())
}

/// What every part of the document is written from.
struct Writer<'a> {
    language: Language,
    links: &'a dyn Links,
    revision: &'a Revision,
    adopted: &'a AdoptedPlan,
    surroundings: &'a Surroundings,
    changes: Option<Changes>,
}

impl Writer<'_> {
    fn document(&self) -> PlanDocument {
        let (language, plan, revision) = (self.language, &self.adopted.plan, self.revision);
        PlanDocument {
            language,
            title: plan.title.plain(language).to_owned(),
            programme: self.surroundings.programme.plain(language).to_owned(),
            subtitle: self.subtitle(),
            lead: self.lead().into(),
            reason: self.text(&revision.reason),
            date: revision.adopted,
            content_hash: revision.hash.clone(),
            example: plan.example || revision.example,
            accent: self.surroundings.accent,
            address: WebAddress::parse(&self.links.revision(&revision.plan, revision.number)),
            key_figures: self.key_figures(),
            introduction: Passage::of(language, &plan.body),
            changes: self.changes.clone(),
            goals: self.goals(),
            focus_areas: self.focus_areas(),
            organisations: self.organisations(),
            sources: self.sources(),
        }
    }

    fn text(&self, text: &programme::Text) -> Text {
        Text::of(self.language, text)
    }

    /// "Revisjon 1, vedtatt 8. mai 2020 · Styringsgruppa, sak 14/20".
    fn subtitle(&self) -> String {
        let (language, revision) = (self.language, self.revision);
        let date = format::date(language, revision.adopted);
        let adopted = say!(language, "document-revision", number = revision.number.to_string(), date = date);
        let body = revision.body.plain(language);
        let by = match (body.is_empty(), revision.case.is_empty()) {
            (true, _) => return adopted,
            (false, true) => body.to_owned(),
            (false, false) => say!(language, "document-adopted-by", body = body, case = &revision.case),
        };
        format!("{adopted} · {by}")
    }

    fn lead(&self) -> String {
        let areas: BTreeSet<_> = self.adopted.measures.iter().map(|measure| &measure.focus_area).collect();
        let measures = say!(self.language, "measures-count", count = self.adopted.measures.len());
        say!(self.language, "document-lead", measures = measures, areas = areas.len())
    }

    /// Measures, money pledged, money missing, and who takes part.
    fn key_figures(&self) -> Vec<KeyFigure> {
        let (language, measures) = (self.language, &self.adopted.measures);
        let number = |value: usize| format::integer(language, i64::try_from(value).unwrap_or(i64::MAX));
        let mut figures = vec![figure(
            number(measures.len()),
            say!(language, "document-figure-measures", counts = self.counts()),
        )];
        figures.extend(money::key_figures(language, measures));
        let organisations = self.surroundings.organisations.len();
        figures.push(figure(number(organisations), say!(language, "document-figure-organisations")));
        figures
    }

    /// "12 planlagt, 9 i rute, 4 på vent".
    fn counts(&self) -> String {
        let count = |(status, count): (programme::Status, usize)| say!(self.language, &format!("count-{}", status.word()), count = count);
        let counts: Vec<String> = State::statuses(&self.adopted.measures).into_iter().map(count).collect();
        counts.join(", ")
    }

    /// In the plan's order; what stands under a heading that the plan does not name comes last.
    fn focus_areas(&self) -> Vec<FocusArea> {
        let mut ids = self.adopted.plan.focus_areas.clone();
        for measure in &self.adopted.measures {
            if !ids.contains(&measure.focus_area) {
                ids.push(measure.focus_area.clone());
            }
        }
        let area = |id: programme::FocusAreaId| {
            let known = self.surroundings.focus_area(&id);
            let measures: Vec<&Measure> = self.adopted.measures.iter().filter(|measure| measure.focus_area == id).collect();
            FocusArea {
                title: known.map_or_else(|| id.to_string().into(), |area| self.text(&area.title)),
                introduction: known.map(|area| Passage::of(self.language, &area.summary)).unwrap_or_default(),
                measures: measures.into_iter().map(|measure| self.measure(measure)).collect(),
            }
        };
        ids.into_iter().map(area).collect()
    }

    fn organisations(&self) -> Vec<Organisation> {
        let organisation = |known: &programme::Organisation| Organisation {
            name: self.text(&known.name),
            role: self.roles(&known.roles),
            number: known
                .number
                .as_ref()
                .map(|number| in_threes(&number.to_string()))
                .unwrap_or_default(),
            address: WebAddress::parse(&self.links.organisation(&known.id)),
        };
        self.surroundings.organisations.iter().map(organisation).collect()
    }

    fn roles(&self, roles: &[OrganisationRole]) -> String {
        let words: Vec<String> = roles.iter().map(|role| say!(self.language, role_key(*role))).collect();
        words.join(", ")
    }

    fn organisation(&self, id: &OrganisationId) -> Text {
        match self.surroundings.organisation(id) {
            Some(organisation) => self.text(&organisation.name),
            None => id.to_string().into(),
        }
    }

    /// Each source once: of the figures first, then of the goals and measures.
    fn sources(&self) -> Vec<Source> {
        let series = self.surroundings.indicators.iter().flat_map(|indicator| {
            let ids = std::iter::once(&indicator.series).chain(&indicator.corrected);
            ids.filter_map(|id| self.surroundings.series_by_id(id))
                .map(|series| (*series.source).clone())
        });
        let goals = self.surroundings.goals.iter().filter_map(|goal| goal.source.clone());
        let measures = self.adopted.measures.iter().filter_map(|measure| measure.source.clone());
        let mut sources: Vec<Source> = Vec::new();
        for source in series.chain(goals).chain(measures).map(|source| self.source(&source)) {
            if !sources.contains(&source) {
                sources.push(source);
            }
        }
        sources
    }

    fn source(&self, source: &statistics::Source) -> Source {
        let language = self.language;
        let date = format::date(language, source.fetched);
        Source {
            title: match &source.table {
                Some(table) => say!(language, "document-source-table", publisher = &source.publisher, table = table),
                None => source.publisher.clone(),
            },
            detail: if let Some(licence) = &source.licence {
                say!(language, "document-source-detail", licence = licence, date = date)
            } else {
                say!(language, "document-source-fetched", date = date)
            },
            address: source.address.as_deref().and_then(WebAddress::parse),
        }
    }
}

fn figure(value: String, label: String) -> KeyFigure {
    KeyFigure {
        value,
        label,
        source: None,
        example: false,
    }
}

fn role_key(role: OrganisationRole) -> &'static str {
    match role {
        OrganisationRole::Owner => "document-role-owner",
        OrganisationRole::Executing => "document-role-executing",
        OrganisationRole::Steering => "document-role-steering",
        OrganisationRole::Partner => "document-role-partner",
        OrganisationRole::Contributor => "document-role-contributor",
    }
}

/// "974 760 673", as numbers of organisations are read.
fn in_threes(digits: &str) -> String {
    let characters: Vec<char> = digits.chars().collect();
    let groups: Vec<String> = characters.chunks(3).map(|group| group.iter().collect()).collect();
    groups.join("\u{202f}")
}
