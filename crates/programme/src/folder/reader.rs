//! From the files of a folder to the programme.

use std::borrow::Cow;
use std::collections::BTreeSet;
use std::sync::Arc;

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::entry::{self, Noun, Wrong};
use super::files::Files;
use super::line::line_of;
use super::mistake::Mistake;
use super::places::{Place, Places};
use super::revisions::{self, Adoption, ContentError};
use super::{figures, front_matter, layout, wording};
use crate::check::{self, FaultKind};
use crate::{ActionPlan, ActionPlanId, Language, Measure, Programme, Revision, Series, State};

/// The programme that the files hold, or everything that is wrong with them, together with what was found already.
pub(super) fn state_of(files: &Files, mistakes: Vec<Mistake>) -> Result<State, Vec<Mistake>> {
    let mut reader = Reader {
        files,
        mistakes,
        places: Places::default(),
    };
    let state = reader.state();
    reader.mistakes.sort();
    reader.mistakes.dedup();
    state.filter(|_| reader.mistakes.is_empty()).ok_or(reader.mistakes)
}

/// A revision that is still to be put together with the plan.
type Awaited = (ActionPlanId, Adoption, Option<String>);

struct Reader<'a> {
    files: &'a Files,
    mistakes: Vec<Mistake>,
    places: Places,
}

impl Reader<'_> {
    fn state(&mut self) -> Option<State> {
        let programme = self.programme();
        let mut series: Vec<Series> = self.list("series.toml", "series", |series: &Series| series.id.to_string());
        self.figures(&mut series);
        let action_plans = self.action_plans();
        let measures = action_plans.iter().flat_map(|plan| self.measures(plan)).collect();
        let awaited: Vec<Awaited> = action_plans.iter().flat_map(|plan| self.revisions(plan)).collect();
        let state = State {
            organisations: self.list("organisations.toml", "organisation", |item: &crate::Organisation| {
                item.id.to_string()
            }),
            assumptions: self.list("assumptions.toml", "assumption", |item: &crate::Assumption| item.id.to_string()),
            indicators: self.list("indicators.toml", "indicator", |item: &crate::Indicator| item.id.to_string()),
            series,
            focus_areas: self.list("focus-areas.toml", "focus-area", |item: &crate::FocusArea| item.id.to_string()),
            guiding_plans: self.pages("guiding-plans", "guiding-plan"),
            goals: self.pages("goals", "goal"),
            action_plans,
            measures,
            revisions: Vec::new(),
            programme: programme?,
        };
        Some(self.checked(state, awaited))
    }

    /// Puts the revisions in and tells every rule that is broken. Where something could not be read, a name that seems
    /// not to be there may stand in just that, so it is not told.
    fn checked(&mut self, mut state: State, awaited: Vec<Awaited>) -> State {
        let all_read = self.mistakes.is_empty();
        state.sort();
        let revisions: Vec<Revision> = awaited
            .into_iter()
            .filter_map(|(plan, adoption, kept)| revisions::adopted(adoption, &plan, kept, &state))
            .collect();
        state.revisions = revisions;
        state.sort();
        for fault in check::state(&state) {
            if all_read || !matches!(fault.what, FaultKind::Unknown(_) | FaultKind::Revision | FaultKind::Correction) {
                self.mistakes.push(self.places.mistake(&state, &fault));
            }
        }
        state
    }

    fn programme(&mut self) -> Option<Programme> {
        let file = "programme.toml";
        let Some(text) = self.files.get(file) else {
            self.missing(file, "every programme has one, see docs/programme-folder.md");
            return None;
        };
        let table = self.table(file, text, 1)?;
        let place = Place::of(file, 1, table.get_ref(), text, 1);
        let programme: Programme = self.noun(file, text, 1, table)?;
        self.places.add("programme", programme.id.to_string(), place);
        Some(programme)
    }

    /// Tells that a file is missing, but for one that is there and could not be read.
    fn missing(&mut self, file: &str, mend: &str) {
        if !self.is_wrong(file) {
            self.mistakes.push(Mistake::of(file, format!("the file is missing: {mend}")));
        }
    }

    /// True where something is wrong with a file, or in a folder.
    fn is_wrong(&self, path: &str) -> bool {
        self.mistakes.iter().any(|mistake| mistake.file.starts_with(path))
    }

    /// The tables of TOML, or every line that is none. `first` is the line of the file on which `text` begins.
    fn table<'t>(&mut self, file: &str, text: &'t str, first: usize) -> Option<Spanned<DeTable<'t>>> {
        let (table, errors) = DeTable::parse_recoverable(text);
        let mut told = BTreeSet::new();
        for error in &errors {
            let line = error.span().map_or(1, |span| line_of(text, span.start)) + first - 1;
            if told.insert(line) {
                self.mistakes.push(Mistake::at(file, line, wording::of_syntax(error.message())));
            }
        }
        errors.is_empty().then_some(table)
    }

    fn noun<T: Noun>(&mut self, file: &str, text: &str, first: usize, table: Spanned<DeTable>) -> Option<T> {
        let span = table.span();
        let told = |(span, what): Wrong| Mistake::at(file, line_of(text, span.start) + first - 1, what);
        entry::read(table.into_inner(), span)
            .map_err(|wrong| self.mistakes.extend(wrong.into_iter().map(told)))
            .ok()
    }

    /// A file of one list, `[[key]]`.
    fn list<T: Noun>(&mut self, file: &str, key: &'static str, id: fn(&T) -> String) -> Vec<T> {
        let Some(text) = self.files.get(file) else { return Vec::new() };
        let tables = self.tables(file, text, key);
        let mut list = Vec::new();
        for table in tables {
            let line = line_of(text, table.span().start);
            let place = Place::of(file, line, table.get_ref(), text, 1);
            if let Some(item) = self.noun::<T>(file, text, 1, table) {
                self.places.add(key, id(&item), place);
                list.push(item);
            }
        }
        list
    }

    fn tables<'t>(&mut self, file: &str, text: &'t str, key: &str) -> Vec<Spanned<DeTable<'t>>> {
        let mut found = Vec::new();
        let whole = self.table(file, text, 1).map(Spanned::into_inner).unwrap_or_default();
        for (name, value) in whole {
            let line = line_of(text, name.span().start);
            let span = value.span();
            match value.into_inner() {
                _ if name.get_ref() != key => {
                    let what = format!("there is no «{}» in this file: each entry begins with [[{key}]]", name.get_ref());
                    self.mistakes.push(Mistake::at(file, line, what));
                }
                DeValue::Array(items) if items.iter().all(|item| item.get_ref().is_table()) => {
                    found.extend(items.into_iter().filter_map(as_table));
                }
                _ => self.mistakes.push(Mistake::at(
                    file,
                    line_of(text, span.start),
                    format!("each entry begins with [[{key}]], in two brackets"),
                )),
            }
        }
        found
    }

    fn figures(&mut self, series: &mut [Series]) {
        for series in series.iter_mut() {
            let file = format!("figures/{}.csv", series.id);
            let Some(text) = self.files.get(&file) else {
                let what = format!(
                    "the figures of the series «{}» are missing: write them, or take the series away",
                    series.id
                );
                self.mistakes.push(Mistake::of(file, what));
                continue;
            };
            match figures::read(&file, text, series) {
                Ok(points) => {
                    let (points, lines) = points.into_iter().unzip();
                    series.points = Arc::new(points);
                    self.places.add_points(series.id.as_str(), lines);
                }
                Err(mistakes) => self.mistakes.extend(mistakes),
            }
        }
        self.figures_without_series(series);
    }

    fn figures_without_series(&mut self, series: &[Series]) {
        if self.is_wrong("series.toml") {
            return;
        }
        let known: BTreeSet<String> = series.iter().map(|series| format!("figures/{}.csv", series.id)).collect();
        for file in self
            .under("figures/")
            .filter(|file| !known.contains(*file))
            .cloned()
            .collect::<Vec<_>>()
        {
            self.mistakes.push(Mistake::of(
                file,
                "these figures belong to no series: define it in series.toml, or take the file away",
            ));
        }
    }

    fn under<'f>(&'f self, folder: &'f str) -> impl Iterator<Item = &'f String> {
        self.files.keys().filter(move |path| path.starts_with(folder))
    }

    fn action_plans(&mut self) -> Vec<ActionPlan> {
        let ids: BTreeSet<String> = self
            .under("action-plans/")
            .filter_map(|path| path.split('/').nth(1))
            .map(str::to_owned)
            .collect();
        ids.iter()
            .filter_map(|id| self.page(&format!("action-plans/{id}/plan.md"), "action-plan", &[("id", id)]))
            .collect()
    }

    fn measures(&mut self, plan: &ActionPlan) -> Vec<Measure> {
        let folder = format!("action-plans/{}/measures", plan.id);
        let ids = self.ids(&folder);
        let read = |id: &String| self.page(&format!("{folder}/{id}.md"), "measure", &[("id", id), ("plan", plan.id.as_str())]);
        ids.iter().filter_map(read).collect()
    }

    fn pages<T: Noun>(&mut self, folder: &str, kind: &'static str) -> Vec<T> {
        let ids = self.ids(folder);
        ids.iter()
            .filter_map(|id| self.page(&format!("{folder}/{id}.md"), kind, &[("id", id)]))
            .collect()
    }

    /// The identifiers of the Markdown files in a folder.
    fn ids(&self, folder: &str) -> BTreeSet<String> {
        let names = self.under(folder).filter_map(|path| path[folder.len()..].strip_prefix('/'));
        names.filter_map(|name| name.split('.').next()).map(str::to_owned).collect()
    }

    /// A Markdown file with its texts in other languages. `named` are the keys that its name gives.
    fn page<T: Noun>(&mut self, file: &str, kind: &'static str, named: &[(&'static str, &str)]) -> Option<T> {
        let Some(text) = self.files.get(file) else {
            self.missing(file, "write it, or take away what stands beside it");
            return None;
        };
        let parts = match front_matter::split(text) {
            Ok(parts) => parts,
            Err(error) => {
                self.mistakes.push(Mistake::at(file, 1, error.to_string()));
                return None;
            }
        };
        let bodies = self.bodies(file, parts.body);
        let mut table = self.table(file, parts.front, 2)?;
        self.hidden::<T>(file, parts.front, table.get_mut());
        let place = Place::of(file, 1, table.get_ref(), parts.front, 2).with_body(parts.body_line);
        for (key, value) in named {
            insert(table.get_mut(), key, DeValue::String(Cow::Borrowed(value)));
        }
        insert(table.get_mut(), "body", DeValue::Table(bodies));
        let noun = self.noun(file, parts.front, 2, table)?;
        let id = named.first().map(|(_, id)| (*id).to_owned()).unwrap_or_default();
        self.places.add(kind, id, place);
        Some(noun)
    }

    /// Takes the keys out that must not stand in the file, and tells them.
    fn hidden<T: Noun>(&mut self, file: &str, front: &str, table: &mut DeTable) {
        for key in T::HIDDEN {
            let Some((found, _)) = table.remove_entry(*key) else { continue };
            let why = match *key {
                "body" => "the text stands under the front matter",
                "plan" => "the plan is the folder that the file is in",
                _ => "the identifier is the file's name",
            };
            let line = line_of(front, found.span().start) + 1;
            self.mistakes.push(Mistake::at(
                file,
                line,
                format!("«{key}» is not written here, {why}: take the line away"),
            ));
        }
    }

    /// The wordings of a Markdown file, by language.
    fn bodies<'t>(&mut self, file: &str, body: &'t str) -> DeTable<'t> {
        let mut bodies = DeTable::new();
        insert(&mut bodies, "nb", DeValue::String(Cow::Borrowed(body)));
        for language in Language::ALL.into_iter().skip(1) {
            let beside = layout::in_language(file, language);
            let Some(text) = self.files.get(&beside) else { continue };
            if let Some(body) = language_body(text) {
                insert(&mut bodies, language.tag(), DeValue::String(Cow::Owned(body.to_owned())));
            } else {
                let what = format!("here stands nothing but text, the keys stand in {file}: take the front matter away");
                self.mistakes.push(Mistake::at(beside, 1, what));
            }
        }
        bodies
    }

    fn revisions(&mut self, plan: &ActionPlan) -> Vec<Awaited> {
        let file = format!("action-plans/{}/revisions.toml", plan.id);
        let text = self.files.get(&file).map_or("", String::as_str);
        let mut awaited = Vec::new();
        for table in self.tables(&file, text, "revision") {
            let line = line_of(text, table.span().start);
            let place = Place::of(&file, line, table.get_ref(), text, 1);
            if let Some(adoption) = self.noun::<Adoption>(&file, text, 1, table) {
                self.places.add("revision", format!("{}/{}", plan.id, adoption.number), place);
                awaited.extend(self.awaited(plan, &file, line, adoption));
            }
        }
        self.contents_without_revision(plan, &file, &awaited);
        awaited
    }

    fn awaited(&mut self, plan: &ActionPlan, file: &str, line: usize, adoption: Adoption) -> Option<Awaited> {
        match revisions::kept(&adoption, &plan.id, self.files) {
            Ok(kept) => return Some((plan.id.clone(), adoption, kept)),
            Err(error @ (ContentError::Missing(_) | ContentError::NoHash(_))) => {
                self.mistakes.push(Mistake::at(file, line, error.to_string()));
            }
            Err(error) => {
                let content = revisions::content_file(&plan.id, adoption.number);
                self.mistakes.push(Mistake::of(content, error.to_string()));
            }
        }
        None
    }

    fn contents_without_revision(&mut self, plan: &ActionPlan, file: &str, awaited: &[Awaited]) {
        if self
            .mistakes
            .iter()
            .any(|mistake| mistake.file.starts_with(format!("action-plans/{}", plan.id)))
        {
            return;
        }
        let known: Vec<String> = awaited
            .iter()
            .map(|(_, adoption, _)| revisions::content_file(&plan.id, adoption.number))
            .collect();
        let folder = format!("action-plans/{}/revisions/", plan.id);
        for content in self
            .under(&folder)
            .filter(|content| !known.contains(content))
            .cloned()
            .collect::<Vec<_>>()
        {
            self.mistakes.push(Mistake::of(
                content,
                format!("this was adopted by no revision in {file}: bring the revision back"),
            ));
        }
    }
}

fn as_table(value: Spanned<DeValue<'_>>) -> Option<Spanned<DeTable<'_>>> {
    let span = value.span();
    match value.into_inner() {
        DeValue::Table(table) => Some(Spanned::new(span, table)),
        _ => None,
    }
}

fn insert<'t>(table: &mut DeTable<'t>, key: &'static str, value: DeValue<'t>) {
    table.insert(Spanned::new(0..0, Cow::Borrowed(key)), Spanned::new(0..0, value));
}

/// The text of a file in another language; none where it has keys. Front matter without any is no more than a fence.
fn language_body(text: &str) -> Option<&str> {
    if !front_matter::begins_with_fence(text) {
        return Some(text);
    }
    let parts = front_matter::split(text).ok()?;
    parts.front.trim().is_empty().then_some(parts.body)
}
