//! From the files of a folder to the programme.

use std::collections::BTreeSet;
use std::sync::Arc;

use super::figures;
use super::files::Files;
use super::mistake::Mistake;
use super::places::{Place, Places};
use super::revisions::{self, Awaited};
use crate::check::{self, Fault, FaultKind};
use crate::{ActionPlan, ActionPlanId, Measure, Programme, Series, State};

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

/// Reads one folder and remembers what is wrong and where everything stands.
pub(super) struct Reader<'a> {
    pub files: &'a Files,
    pub mistakes: Vec<Mistake>,
    pub places: Places,
}

impl<'a> Reader<'a> {
    fn state(&mut self) -> Option<State> {
        let programme = self.programme();
        let mut series = self.list("series.toml", "series");
        self.figures(&mut series);
        let plans = self.plan_ids();
        let shocks = self.shock_ids();
        let hearings = self.hearing_ids();
        let awaited = plans.iter().flat_map(|plan| self.revisions(plan)).collect();
        let state = State {
            organisations: self.list("organisations.toml", "organisation"),
            assumptions: self.list("assumptions.toml", "assumption"),
            indicators: self.list("indicators.toml", "indicator"),
            series,
            focus_areas: self.list("focus-areas.toml", "focus-area"),
            guiding_plans: self.pages("guiding-plans", "guiding-plan"),
            goals: self.pages("goals", "goal"),
            action_plans: plans.iter().filter_map(|plan| self.plan(plan)).collect(),
            measures: plans.iter().flat_map(|plan| self.measures(plan)).collect(),
            shocks: shocks.iter().filter_map(|shock| self.shock(shock)).collect(),
            votes: self.votes(),
            decisions: shocks.iter().flat_map(|shock| self.decisions(shock)).collect(),
            hearings: hearings.iter().filter_map(|hearing| self.hearing(hearing)).collect(),
            hearing_drafts: hearings.iter().filter_map(|hearing| self.hearing_draft(hearing)).collect(),
            statements: hearings.iter().flat_map(|hearing| self.statements(hearing)).collect(),
            letters: self.list("letters.toml", "letter"),
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
        for awaited in awaited {
            let id = format!("{}/{}", awaited.plan, awaited.adoption.number);
            match revisions::adopted(awaited, &state) {
                Ok(revision) => state.revisions.extend(revision),
                Err(what) => {
                    let (kind, field) = ("revision", "floor-reason");
                    self.mistakes.push(self.places.mistake(&state, &Fault { kind, id, field, what }));
                }
            }
        }
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
    pub fn missing(&mut self, file: &str, mend: &str) {
        if !self.is_wrong(file) {
            self.mistakes.push(Mistake::of(file, format!("the file is missing: {mend}")));
        }
    }

    /// True where something is wrong with a file, or in a folder.
    pub fn is_wrong(&self, path: &str) -> bool {
        self.mistakes.iter().any(|mistake| mistake.file.starts_with(path))
    }

    fn figures(&mut self, series: &mut [Series]) {
        for series in series.iter_mut() {
            let file = format!("figures/{}.csv", series.id);
            let Some(text) = self.files.get(&file) else {
                self.missing(&file, "write the figures of the series, or take it out of series.toml");
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
        for file in self.under("figures/").filter(|file| !known.contains(*file)) {
            let what = "these figures belong to no series: define it in series.toml, or take the file away";
            self.mistakes.push(Mistake::of(file, what));
        }
    }

    /// The files in a folder.
    pub fn under(&self, folder: &'static str) -> impl Iterator<Item = &'a String> + use<'a> {
        self.files.keys().filter(move |path| path.starts_with(folder))
    }

    fn plan_ids(&self) -> BTreeSet<ActionPlanId> {
        let names = self.under("action-plans/").filter_map(|path| path.split('/').nth(1));
        names.filter_map(|name| name.parse().ok()).collect()
    }

    fn plan(&mut self, plan: &ActionPlanId) -> Option<ActionPlan> {
        self.page(&format!("action-plans/{plan}/plan.md"), "action-plan", &[("id", plan.as_str())])
    }

    fn measures(&mut self, plan: &ActionPlanId) -> Vec<Measure> {
        let folder = format!("action-plans/{plan}/measures");
        let ids = self.ids(&folder);
        let read = |id: &String| self.page(&format!("{folder}/{id}.md"), "measure", &[("id", id), ("plan", plan.as_str())]);
        ids.iter().filter_map(read).collect()
    }
}
