//! The page of a plan on a day.

use jiff::civil::Date;
use maud::{Markup, html};
use programme::{ActionPlan, AdoptedPlan, Measure, Money, OrganisationId, Revision, State, Text};
use publishing::{format, say};

use super::board::Board;
use super::filter::Filter;
use super::revisions;
use crate::page::{Page, Section, page};
use crate::reader::Reader;
use crate::widget::{counts, date, money_words};
use crate::wording::{example_mark, inline, prose};

/// A plan as it stood on a day.
pub(super) struct View<'a> {
    reader: &'a Reader,
    /// None on a day before there was a plan.
    state: Option<&'a State>,
    plan: &'a ActionPlan,
    measures: Vec<Measure>,
    day: Date,
}

impl<'a> View<'a> {
    /// With the measures that had come in by the day.
    pub fn of(reader: &'a Reader, state: &'a State, plan: &'a ActionPlan, day: Date) -> Self {
        Self {
            reader,
            state: Some(state),
            plan,
            measures: AdoptedPlan::on(state, plan, day).measures,
            day,
        }
    }

    /// A day before there was such a plan.
    pub fn before(reader: &'a Reader, plan: &'a ActionPlan, day: Date) -> Self {
        Self {
            reader,
            state: None,
            plan,
            measures: Vec::new(),
            day,
        }
    }

    fn is_today(&self) -> bool {
        self.day == self.reader.today
    }

    pub fn page(&self, filter: &Filter) -> Markup {
        let (reader, language) = (self.reader, self.reader.language);
        let lead = self.lead();
        let body = html! {
            (filter.summary(reader))
            @if !self.is_today() { (self.as_of()) }
            h1.vk-title { (inline(language, &self.plan.title)) @if self.plan.example { (example_mark(language)) } }
            p.vk-lead { (lead) @if self.has_examples() { (example_mark(language)) } }
            (self.ways())
            (other_plans(reader, self.plan))
            (filter.form(reader, &reader.addresses.action_plan(&self.plan.id), &self.owners()))
            (self.board(filter))
            (self.about())
            (self.revisions())
        };
        page(
            reader,
            &Page {
                section: Section::ActionPlan,
                title: reader.plain(&self.plan.title),
                description: Some(&lead),
                body,
            },
        )
    }

    fn has_examples(&self) -> bool {
        self.measures.iter().any(|measure| measure.example || measure.money().example)
    }

    /// How many measures, how they go, money found and missing: one sentence or two, to be read aloud.
    fn lead(&self) -> String {
        let language = self.reader.language;
        if self.measures.is_empty() {
            return self.nothing();
        }
        let money: Money = self.measures.iter().map(Measure::money).sum();
        let (counts, money) = (counts(language, &self.measures), money_words(language, &money));
        if self.is_today() {
            say!(language, "plan-lead", counts = counts, money = money)
        } else {
            let day = format::date(language, self.day);
            say!(language, "plan-lead-on", date = day, counts = counts, money = money)
        }
    }

    fn nothing(&self) -> String {
        let language = self.reader.language;
        if self.is_today() {
            say!(language, "plan-empty")
        } else {
            say!(language, "plan-not-yet", date = format::date(language, self.day))
        }
    }

    fn as_of(&self) -> Markup {
        let language = self.reader.language;
        html! {
            div.vk-asof {
                p {
                    (say!(language, "plan-as-of")) " " (date(language, self.day)) ". "
                    @if let Some(revision) = self.in_force() {
                        a.ds-link href=(self.reader.addresses.revision(&revision.plan, revision.number)) {
                            (say!(language, "plan-in-force", number = revision.number.to_string()))
                        }
                    }
                }
                a.ds-link href=(self.reader.addresses.action_plan(&self.plan.id)) { (say!(language, "plan-today")) }
            }
        }
    }

    /// The adopted plan as a document, and the plan for programs.
    fn ways(&self) -> Markup {
        let (language, addresses) = (self.reader.language, &self.reader.addresses);
        let adopted = !revisions(self.reader, self.plan).is_empty();
        html! {
            ul.vk-ways {
                @if adopted { li { a.ds-link href=(addresses.plan_pdf(&self.plan.id)) { (say!(language, "plan-pdf")) } } }
                li { a.ds-link href=(addresses.plan_file(&self.plan.id, "json")) { (say!(language, "plan-json")) } }
                li { a.ds-link href=(addresses.plan_file(&self.plan.id, "xml")) { (say!(language, "plan-stratml")) } }
                @if let [.., before, newest] = &revisions(self.reader, self.plan)[..] {
                    li { a.ds-link href=(addresses.changes(&self.plan.id, before.number, newest.number)) { (say!(language, "difference-see")) } }
                }
                li { a.ds-link href=(addresses.assumptions()) { (say!(language, "assumptions-see")) } }
            }
        }
    }

    /// Who answers for a measure, by name.
    fn owners(&self) -> Vec<(OrganisationId, String)> {
        let mut owners: Vec<(OrganisationId, String)> = Vec::new();
        for measure in &self.measures {
            let id = &measure.responsible;
            if !owners.iter().any(|(known, _)| known == id) {
                let organisation = self.state.and_then(|state| state.organisation(id));
                let name = organisation.map_or_else(|| id.to_string(), |one| self.reader.plain(&one.name).to_owned());
                owners.push((id.clone(), name));
            }
        }
        owners.sort_by(|one, two| one.1.cmp(&two.1));
        owners
    }

    fn board(&self, filter: &Filter) -> Markup {
        let language = self.reader.language;
        let Some(state) = self.state.filter(|_| !self.measures.is_empty()) else {
            return html! {};
        };
        let measures: Vec<&Measure> = self.measures.iter().filter(|measure| filter.admits(measure)).collect();
        let shown = measures.len();
        let board = Board {
            reader: self.reader,
            order: &self.plan.focus_areas,
            areas: &state.focus_areas,
            organisations: &state.organisations,
            measures,
        };
        html! {
            @if filter.chooses() {
                p.vk-ways {
                    (say!(language, "plan-filter-shown", shown = shown, all = self.measures.len())) " "
                    a.ds-link href=(self.unfiltered()) { (say!(language, "plan-filter-none")) }
                }
            }
            (board.markup())
        }
    }

    /// All measures on the same day.
    fn unfiltered(&self) -> String {
        let (addresses, plan) = (&self.reader.addresses, &self.plan.id);
        if self.is_today() {
            addresses.action_plan(plan)
        } else {
            addresses.action_plan_on(plan, self.day)
        }
    }

    /// The newest revision that had been adopted by the day.
    fn in_force(&self) -> Option<&'a Revision> {
        let mut newest_first = revisions(self.reader, self.plan).into_iter().rev();
        newest_first.find(|revision| revision.adopted <= self.day)
    }

    /// What the plan says of itself. Its text may be newer than an earlier day: then what was adopted counts.
    fn about(&self) -> Markup {
        let adopted = || self.in_force().and_then(|revision| revision.adopted_plan().ok());
        let body = if self.is_today() {
            Some(self.plan.body.clone())
        } else {
            adopted().map(|adopted| adopted.plan.body.clone())
        };
        body.map_or_else(|| html! {}, |body| about(self.reader, &body))
    }

    /// Every revision there is, newest first: what was adopted later than the day is still good to know of.
    fn revisions(&self) -> Markup {
        let language = self.reader.language;
        let revisions = revisions(self.reader, self.plan);
        html! {
            section.vk-section aria-labelledby="revisjoner" {
                h2.vk-section__title id="revisjoner" { (say!(language, "plan-revisions")) }
                @if revisions.is_empty() { div.vk-empty { p { (say!(language, "plan-revisions-none")) } } }
                ul.vk-rows { @for revision in revisions.iter().rev() { (revision_row(self.reader, revision)) } }
            }
        }
    }
}

/// The plan's own text under its heading; nothing where there is none.
pub(super) fn about(reader: &Reader, body: &Text) -> Markup {
    html! {
        @if !body.is_empty() {
            section.vk-section aria-labelledby="om-planen" {
                h2.vk-section__title id="om-planen" { (say!(reader.language, "plan-about")) }
                (prose(reader.language, body))
            }
        }
    }
}

fn revision_row(reader: &Reader, revision: &Revision) -> Markup {
    let language = reader.language;
    let number = revision.number.to_string();
    html! {
        li.vk-row {
            span.vk-row__title {
                a.vk-row__title href=(reader.addresses.revision(&revision.plan, revision.number)) { (say!(language, "plan-revision", number = number)) }
                @if revision.example { (example_mark(language)) }
            }
            span.vk-row__side { (date(language, revision.adopted)) }
            p.vk-row__detail {
                (inline(language, &revision.body)) @if !revision.reason.is_empty() { ". " (inline(language, &revision.reason)) }
                @if revision.number > 1 {
                    " " a.ds-link href=(reader.addresses.changes(&revision.plan, revision.number - 1, revision.number)) { (say!(language, "difference-see")) }
                }
            }
        }
    }
}

/// The programme's plans, oldest first; nothing where there is only this one.
fn other_plans(reader: &Reader, here: &ActionPlan) -> Markup {
    let mut plans: Vec<&ActionPlan> = reader.state().action_plans.iter().collect();
    plans.sort_by_key(|plan| plan.starts);
    html! {
        @if plans.len() > 1 {
            nav.vk-pager aria-label=(say!(reader.language, "plan-all")) {
                ul {
                    @for plan in plans {
                        li { a href=(reader.addresses.action_plan(&plan.id)) aria-current=[(plan.id == here.id).then_some("page")] { (reader.plain(&plan.title)) } }
                    }
                }
            }
        }
    }
}
