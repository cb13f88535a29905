//! Every rule that a programme's state must meet, in one place: the folder's loader and every command ask here.

mod hearing;
mod vote;

use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};
use std::fmt;
use std::sync::Arc;

use crate::shock::Subject;
use crate::{
    AssumptionId, Choice, Decision, Goal, GoalId, Measure, MeasureId, OrganisationId, Revision, Series, State, StatusChange, Text,
};

/// One broken rule, with the place where it is broken.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fault {
    /// The noun, such as `measure`.
    pub kind: &'static str,
    pub id: String,
    /// The field as it is named in the folder, such as `focus-area`.
    pub field: &'static str,
    pub what: FaultKind,
}

/// What is wrong.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum FaultKind {
    /// Names something that is not there.
    Unknown(String),
    /// Another of the same kind has this identifier, or the same line stands twice.
    Twice(String),
    /// A text that must be there is not.
    Empty,
    /// Longer than this many characters.
    TooLong(usize),
    /// The end lies before the start.
    EndsBeforeStart,
    /// Leads back to itself.
    Circle,
    /// A history that is none.
    Status(crate::measure::StatusError),
    /// A year or an amount that no town has.
    OutOfRange,
    /// A cell with other codes than its series has dimensions, or another kind of period.
    Cell(String),
    /// A corrected series without a rule, or one that corrects another series than the indicator's.
    Correction,
    /// Not an e-mail address.
    Address,
    /// Not an address of the web.
    Website,
    /// Would be gone though an adopted revision holds it.
    Adopted,
    /// A choice that what it is about does not have, or without what belongs to it.
    Choice,
    /// An emergency decision that holds longer than it may, or ends before it begins.
    Expires,
    /// The long term gets less than the programme's floor, and nobody says why.
    Floor,
    /// A watch without a limit.
    Limit,
    /// Lies before what it is a consequence of.
    TooEarly,
    /// A rule of hearings.
    Hearing(crate::hearing::Trouble),
    /// A rule of votes.
    Vote(crate::vote::Trouble),
    /// Adopted before the revision that it follows.
    AdoptedBefore,
    /// Adopted content that no longer is what was adopted, or numbers with gaps.
    Revision,
}

impl FaultKind {
    /// The end of a message key.
    pub fn code(&self) -> &'static str {
        use crate::measure::StatusError;
        match self {
            Self::Unknown(_) => "unknown",
            Self::Twice(_) => "twice",
            Self::Empty => "empty",
            Self::TooLong(_) => "too-long",
            Self::EndsBeforeStart => "ends-before-start",
            Self::Circle => "circle",
            Self::Status(StatusError::None) => "status-none",
            Self::Status(StatusError::Order) => "status-order",
            Self::Status(StatusError::Reason) => "status-reason",
            Self::Status(StatusError::ReplacedBy) => "status-replaced-by",
            Self::OutOfRange => "out-of-range",
            Self::Cell(_) => "cell",
            Self::Correction => "correction",
            Self::Address => "address",
            Self::Website => "website",
            Self::Adopted => "adopted",
            Self::Choice => "choice",
            Self::Expires => "expires",
            Self::Floor => "floor",
            Self::Limit => "limit",
            Self::TooEarly => "too-early",
            Self::Hearing(_) => "hearing",
            Self::Vote(trouble) => trouble.code(),
            Self::AdoptedBefore => "adopted-before",
            Self::Revision => "revision",
        }
    }
}

impl fmt::Display for FaultKind {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Unknown(id) => write!(formatter, "«{id}» is not there: name one that is, or add it"),
            Self::Twice(id) => write!(formatter, "«{id}» stands twice: give each its own, or take one away"),
            Self::Empty => formatter.write_str("nothing is written: write it in bokmål at least"),
            Self::TooLong(most) => write!(formatter, "the text is too long: shorten it to {most} characters"),
            Self::EndsBeforeStart => formatter.write_str("it ends before it starts: mend one of the dates"),
            Self::Circle => formatter.write_str("it leads back to itself: take one link of the circle away"),
            Self::Status(error) => error.fmt(formatter),
            Self::OutOfRange => {
                formatter.write_str("the number cannot be right: years from 1900 to 2200, at most 1 000 000 000 000 kroner")
            }
            Self::Cell(cell) => write!(
                formatter,
                "the figure {cell} does not fit the series: check its period and its columns"
            ),
            Self::Correction => formatter.write_str("a corrected series names the series it corrects and the rule, as its indicator does"),
            Self::Address => formatter.write_str("this is not an e-mail address: write it as name@example.no"),
            Self::Website => formatter.write_str("this is not an address of the web: it begins with https:// or http://"),
            Self::Adopted => formatter.write_str("an adopted revision holds it: keep it, and drop a measure by its status"),
            Self::Choice => formatter.write_str(
                "a decision is about one measure or one goal, and has what belongs to its choice: replaced-by for replace, a draft for new and repath",
            ),
            Self::Expires => formatter.write_str("an emergency decision is about a measure and holds from 1 to 90 days: mend the date"),
            Self::Floor => formatter.write_str("the long term gets less than the programme's floor: say why, or give it more"),
            Self::Limit => formatter.write_str("a watched figure needs a limit: write above or below"),
            Self::TooEarly => formatter.write_str("it cannot be before the shock: mend the date"),
            Self::Hearing(trouble) => trouble.fmt(formatter),
            Self::Vote(trouble) => trouble.fmt(formatter),
            Self::AdoptedBefore => formatter.write_str("it was adopted before the revision that it follows: mend the date"),
            Self::Revision => formatter.write_str("revisions are numbered from 1 and never changed: bring back what was adopted"),
        }
    }
}

impl fmt::Display for Fault {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{} {}, {}: {}", self.kind, self.id, self.field, self.what)
    }
}

const LONGEST_TITLE: usize = 200;
const LONGEST_TEXT: usize = 50_000;
/// Days that an emergency decision may hold without a revision.
const LONGEST_EMERGENCY: i32 = 90;
const MOST_KRONER: u64 = 1_000_000_000_000;

/// Gathers the faults of one thing after the other.
struct Faults<'a> {
    state: &'a State,
    there: There<'a>,
    before: Option<&'a State>,
    kind: &'static str,
    id: String,
    found: Vec<Fault>,
}

/// What thousands of measures name again and again, to be found without going through the lists.
struct There<'a> {
    organisations: HashSet<&'a OrganisationId>,
    assumptions: HashSet<&'a AssumptionId>,
    goals: HashSet<&'a GoalId>,
    measures: HashSet<&'a MeasureId>,
}

/// All faults of a state; none where it may be kept.
pub fn state(state: &State) -> Vec<Fault> {
    next(None, state)
}

/// As [`state`], for one that a change makes of another: what was adopted and read before is not read through again.
pub(crate) fn next(before: Option<&State>, state: &State) -> Vec<Fault> {
    let mut faults = Faults {
        state,
        there: There {
            organisations: state.organisations.iter().map(|organisation| &organisation.id).collect(),
            assumptions: state.assumptions.iter().map(|assumption| &assumption.id).collect(),
            goals: state.goals.iter().map(|goal| &goal.id).collect(),
            measures: state.measures.iter().map(|measure| &measure.id).collect(),
        },
        before,
        kind: "programme",
        id: state.programme.id.to_string(),
        found: Vec::new(),
    };
    faults.programme();
    faults.unique("organisation", state.organisations.iter().map(|item| item.id.as_str()));
    faults.unique("assumption", state.assumptions.iter().map(|item| item.id.as_str()));
    faults.unique("indicator", state.indicators.iter().map(|item| item.id.as_str()));
    faults.unique("series", state.series.iter().map(|item| item.id.as_str()));
    faults.unique("focus-area", state.focus_areas.iter().map(|item| item.id.as_str()));
    faults.unique("guiding-plan", state.guiding_plans.iter().map(|item| item.id.as_str()));
    faults.unique("goal", state.goals.iter().map(|item| item.id.as_str()));
    faults.unique("action-plan", state.action_plans.iter().map(|item| item.id.as_str()));
    faults.unique("measure", state.measures.iter().map(|item| item.id.as_str()));
    faults.unique("letter", state.letters.iter().map(|item| item.id.as_str()));
    faults.unique("shock", state.shocks.iter().map(|item| item.id.as_str()));
    faults.unique("decision", state.decisions.iter().map(crate::Decision::key));
    faults.unique("hearing", state.hearings.iter().map(|item| item.id.as_str()));
    faults.register();
    faults.figures();
    faults.plans();
    state.goals.iter().for_each(|goal| faults.goal(goal));
    state.measures.iter().for_each(|measure| faults.measure(measure));
    faults.letters();
    faults.shocks();
    faults.decisions();
    faults.hearings();
    faults.votes();
    faults.circles();
    faults.revisions();
    faults.found
}

impl Faults<'_> {
    fn about(&mut self, kind: &'static str, id: &impl ToString) {
        self.kind = kind;
        self.id = id.to_string();
    }

    fn add(&mut self, field: &'static str, what: FaultKind) {
        self.found.push(Fault {
            kind: self.kind,
            id: self.id.clone(),
            field,
            what,
        });
    }

    fn unique<T: AsRef<str>>(&mut self, kind: &'static str, ids: impl Iterator<Item = T>) {
        let ids: Vec<T> = ids.collect();
        let mut seen = HashSet::new();
        for id in ids.iter().map(AsRef::as_ref) {
            if !seen.insert(id) {
                self.about(kind, &id);
                self.add("id", FaultKind::Twice(id.to_owned()));
            }
        }
    }

    fn known(&mut self, field: &'static str, id: &impl ToString, there: bool) {
        if !there {
            self.add(field, FaultKind::Unknown(id.to_string()));
        }
    }

    fn organisation(&mut self, field: &'static str, id: &OrganisationId) {
        self.known(field, id, self.there.organisations.contains(id));
    }

    fn title(&mut self, field: &'static str, text: &Text) {
        if text.is_empty() {
            self.add(field, FaultKind::Empty);
        }
        self.length(field, text, LONGEST_TITLE);
    }

    fn text(&mut self, field: &'static str, text: &Text) {
        self.length(field, text, LONGEST_TEXT);
    }

    fn length(&mut self, field: &'static str, text: &Text, most: usize) {
        // no text has more characters than bytes, and most are far shorter
        let is_too_long = |wording: &str| wording.len() > most && wording.chars().count() > most;
        if text.wordings().any(|(_, wording)| is_too_long(wording)) {
            self.add(field, FaultKind::TooLong(most));
        }
    }

    fn website(&mut self, field: &'static str, address: Option<&String>) {
        if address.is_some_and(|address| !address.starts_with("https://") && !address.starts_with("http://")) {
            self.add(field, FaultKind::Website);
        }
    }

    fn programme(&mut self) {
        let programme = &self.state.programme;
        self.title("name", &programme.name);
        self.title("heading", &programme.heading);
        self.text("summary", &programme.summary);
        self.text("about", &programme.about);
        self.organisation("owner", &programme.owner);
        self.organisation("executing", &programme.executing);
        if programme.horizon <= programme.launched {
            self.add("horizon", FaultKind::EndsBeforeStart);
        }
        for (field, address) in [("contact", &programme.contact), ("lead", &programme.lead)] {
            let parts = address.split_once('@');
            if !parts.is_some_and(|(name, host)| !name.is_empty() && host.contains('.') && !address.contains(char::is_whitespace)) {
                self.add(field, FaultKind::Address);
            }
        }
        if programme.long_term_floor.is_some_and(|floor| floor > 100) {
            self.add("long-term-floor", FaultKind::OutOfRange);
        }
        self.website("accessibility-statement", programme.accessibility_statement.as_ref());
    }

    fn register(&mut self) {
        let state = self.state;
        for organisation in &state.organisations {
            self.about("organisation", &organisation.id);
            self.title("name", &organisation.name);
            self.text("about", &organisation.about);
            self.website("website", organisation.website.as_ref());
        }
        for assumption in &state.assumptions {
            self.about("assumption", &assumption.id);
            if assumption.text.is_empty() {
                self.add("text", FaultKind::Empty);
            }
            self.text("text", &assumption.text);
            if let Some(owner) = &assumption.owner {
                self.organisation("owner", owner);
            }
            if let Some(watch) = &assumption.watch {
                self.known("watch", &watch.indicator, state.indicator(&watch.indicator).is_some());
                if watch.above.is_none() && watch.below.is_none() {
                    self.add("watch", FaultKind::Limit);
                }
            }
        }
        for area in &state.focus_areas {
            self.about("focus-area", &area.id);
            self.title("title", &area.title);
            self.text("summary", &area.summary);
        }
    }

    fn figures(&mut self) {
        let state = self.state;
        for series in &state.series {
            self.about("series", &series.id);
            self.title("title", &series.title);
            self.website("source", series.source.address.as_ref());
            if let Some(official) = &series.corrects {
                self.known("corrects", official, state.series_by_id(official).is_some());
                if series.rule.is_empty() {
                    self.add("rule", FaultKind::Correction);
                }
            }
            let known = self.before.and_then(|before| before.series_by_id(&series.id));
            if !known.is_some_and(|known| Arc::ptr_eq(&known.points, &series.points) && known.dimensions == series.dimensions) {
                self.cells(series);
            }
        }
        for indicator in &state.indicators {
            self.about("indicator", &indicator.id);
            self.title("title", &indicator.title);
            self.known("series", &indicator.series, state.series_by_id(&indicator.series).is_some());
            if let Some(id) = &indicator.corrected {
                match state.series_by_id(id) {
                    None => self.known("corrected", id, false),
                    Some(series) if series.corrects.as_ref() != Some(&indicator.series) => self.add("corrected", FaultKind::Correction),
                    Some(_) => {}
                }
            }
            if let Some(owner) = &indicator.owner {
                self.organisation("owner", owner);
            }
        }
    }

    fn cells(&mut self, series: &Series) {
        let mut seen = BTreeSet::new();
        for point in series.points.iter() {
            let cell = || format!("{} {}", point.period, point.codes.join(" "));
            if point.codes.len() != series.dimensions.len() || point.period.kind() != series.period {
                self.add("figures", FaultKind::Cell(cell()));
            }
            if !seen.insert((point.period.to_string(), &point.codes)) {
                self.add("figures", FaultKind::Twice(cell()));
            }
        }
    }

    fn plans(&mut self) {
        let state = self.state;
        for plan in &state.guiding_plans {
            self.about("guiding-plan", &plan.id);
            self.title("title", &plan.title);
            self.text("body", &plan.body);
            self.organisation("owner", &plan.owner);
        }
        for plan in &state.action_plans {
            self.about("action-plan", &plan.id);
            self.title("title", &plan.title);
            self.text("body", &plan.body);
            if plan.ends < plan.starts {
                self.add("ends", FaultKind::EndsBeforeStart);
            }
            for area in &plan.focus_areas {
                self.known("focus-areas", area, state.focus_area(area).is_some());
            }
        }
    }

    fn goal(&mut self, goal: &Goal) {
        let state = self.state;
        self.about("goal", &goal.id);
        self.title("title", &goal.title);
        self.text("sentence", &goal.sentence);
        self.text("body", &goal.body);
        if let Some(plan) = &goal.plan {
            self.known("plan", plan, state.guiding_plan(plan).is_some());
        }
        for parent in &goal.serves {
            self.known("serves", parent, self.there.goals.contains(parent));
        }
        if let Some(indicator) = &goal.indicator {
            self.known("indicator", indicator, state.indicator(indicator).is_some());
        }
        if let Some(owner) = &goal.owner {
            self.organisation("owner", owner);
        }
        for assumption in &goal.assumptions {
            self.known("assumptions", assumption, self.there.assumptions.contains(assumption));
        }
    }

    fn measure(&mut self, measure: &Measure) {
        let state = self.state;
        self.about("measure", &measure.id);
        self.title("title", &measure.title);
        self.text("body", &measure.body);
        self.known("plan", &measure.plan, state.action_plan(&measure.plan).is_some());
        self.known("focus-area", &measure.focus_area, state.focus_area(&measure.focus_area).is_some());
        if measure.goals.is_empty() {
            self.add("goals", FaultKind::Empty);
        }
        for goal in &measure.goals {
            self.known("goals", goal, self.there.goals.contains(goal));
        }
        self.organisation("responsible", &measure.responsible);
        measure.executing.iter().for_each(|id| self.organisation("executing", id));
        measure.contributing.iter().for_each(|id| self.organisation("contributing", id));
        if measure.ends < measure.starts {
            self.add("ends", FaultKind::EndsBeforeStart);
        }
        for assumption in &measure.assumptions {
            self.known("assumptions", assumption, self.there.assumptions.contains(assumption));
        }
        for other in &measure.depends_on {
            self.known("depends-on", other, self.there.measures.contains(other));
        }
        self.money(measure);
        if let Err((_, error)) = StatusChange::check_history(&measure.status, &measure.id) {
            self.add("status", FaultKind::Status(error));
        }
        for other in measure.status.iter().filter_map(|change| change.replaced_by.as_ref()) {
            self.known("status", other, self.there.measures.contains(other));
        }
    }

    fn money(&mut self, measure: &Measure) {
        let sensible = |year: i16, amounts: &[u64]| (1900..=2200).contains(&year) && amounts.iter().all(|amount| *amount <= MOST_KRONER);
        if !measure.cost.iter().all(|line| sensible(line.year, &[line.kroner, line.hours])) {
            self.add("cost", FaultKind::OutOfRange);
        }
        let mut seen = BTreeSet::new();
        for line in &measure.budget {
            self.organisation("budget", &line.funder);
            if !sensible(line.year, &[line.kroner, line.hours, line.delivered_kroner, line.delivered_hours]) {
                self.add("budget", FaultKind::OutOfRange);
            }
            if !seen.insert((&line.funder, line.year)) {
                self.add("budget", FaultKind::Twice(format!("{} {}", line.funder, line.year)));
            }
        }
    }

    fn letters(&mut self) {
        let state = self.state;
        for letter in &state.letters {
            self.about("letter", &letter.id);
            self.title("subject", &letter.subject);
            for (field, text) in [
                ("opening", &letter.opening),
                ("closing", &letter.closing),
                ("signed", &letter.signed),
            ] {
                self.text(field, text);
            }
            let of = |revision: &crate::Revision| revision.plan == letter.plan && revision.number == letter.revision;
            self.known("revision", &letter.revision, state.revisions.iter().any(of));
            if crate::Letter::id_of(&letter.plan, letter.revision).as_ref() != Some(&letter.id) {
                self.add("id", FaultKind::Unknown(letter.id.to_string()));
            }
            let mut seen = BTreeSet::new();
            for addition in &letter.additions {
                self.organisation("additions", &addition.organisation);
                self.length("additions", &addition.greeting, LONGEST_TITLE);
                self.text("additions", &addition.text);
                if !seen.insert(&addition.organisation) {
                    self.add("additions", FaultKind::Twice(addition.organisation.to_string()));
                }
            }
            letter.sent.iter().for_each(|sent| self.organisation("sent", &sent.organisation));
        }
    }

    fn shocks(&mut self) {
        let state = self.state;
        for shock in &state.shocks {
            self.about("shock", &shock.id);
            self.title("title", &shock.title);
            self.title("declared-by", &shock.declared_by);
            self.text("body", &shock.body);
            if shock.breaks.is_empty() && shock.weakens.is_empty() {
                self.add("breaks", FaultKind::Empty);
            }
            if shock.declared < shock.date {
                self.add("declared", FaultKind::TooEarly);
            }
            let mut seen = BTreeSet::new();
            for (field, ids) in [("breaks", &shock.breaks), ("weakens", &shock.weakens)] {
                for id in ids {
                    self.known(field, id, self.there.assumptions.contains(id));
                    if !seen.insert(id) {
                        self.add(field, FaultKind::Twice(id.to_string()));
                    }
                }
            }
        }
    }

    fn decisions(&mut self) {
        let state = self.state;
        for decision in &state.decisions {
            self.about("decision", &decision.key());
            self.decision(decision);
        }
    }

    fn decision(&mut self, decision: &Decision) {
        let state = self.state;
        let shock = state.shock(&decision.shock);
        self.known("shock", &decision.shock, shock.is_some());
        self.title("decided-by", &decision.decided_by);
        if decision.reason.is_empty() {
            self.add("reason", FaultKind::Empty);
        }
        self.text("reason", &decision.reason);
        if shock.is_some_and(|shock| decision.decided < shock.date) {
            self.add("decided", FaultKind::TooEarly);
        }
        let waits = decision.carried_out.is_none() && decision.emergency.as_ref().is_none_or(|emergency| emergency.lapsed.is_none());
        let drafted = |id: &MeasureId| {
            let own = state
                .decisions
                .iter()
                .filter(|other| other.shock == decision.shock && other.choice == Choice::New);
            own.filter_map(|other| other.measure.as_ref()).any(|new| new == id)
        };
        if !choice_fits(decision, waits) {
            self.add("choice", FaultKind::Choice);
        }
        if let Some(id) = &decision.measure {
            let will_be = decision.choice == Choice::New && waits && decision.emergency.is_none();
            self.known("measure", id, will_be || self.there.measures.contains(id));
        }
        if let Some(id) = &decision.replaced_by {
            self.known("replaced-by", id, self.there.measures.contains(id) || (waits && drafted(id)));
        }
        if let Some(id) = &decision.goal {
            self.known("goal", id, self.there.goals.contains(id));
        }
        if let Some(emergency) = &decision.emergency {
            let longest = decision.decided.saturating_add(jiff::Span::new().days(LONGEST_EMERGENCY));
            if decision.measure.is_none() || emergency.expires <= decision.decided || emergency.expires > longest {
                self.add("expires", FaultKind::Expires);
            }
        }
        if let Some(by) = &decision.carried_out {
            let known = state.revisions_of(&by.plan).any(|revision| revision.number == by.revision);
            self.known("carried-out", &format!("{}/{}", by.plan, by.revision), known);
        }
        let drafts = decision.draft.iter().filter(|_| waits);
        drafts.for_each(|draft| self.draft(&draft.will));
    }

    /// A drafted measure keeps every rule of a measure.
    fn draft(&mut self, measure: &Measure) {
        let (kind, id) = (self.kind, self.id.clone());
        self.measure(measure);
        (self.kind, self.id) = (kind, id);
    }

    fn circles(&mut self) {
        fn depends(one: &Measure) -> (&str, Vec<&str>) {
            (one.id.as_str(), one.depends_on.iter().map(MeasureId::as_str).collect())
        }
        let state = self.state;
        let goals = state
            .goals
            .iter()
            .map(|goal| (goal.id.as_str(), goal.serves.iter().map(GoalId::as_str).collect()))
            .collect();
        let measures: BTreeMap<&str, Vec<&str>> = state.measures.iter().map(depends).collect();
        // what was proposed must not close a circle either, or no revision could carry it out
        let proposed = state.decisions.iter().filter(|decision| decision.carried_out.is_none());
        let drafts: Vec<_> = proposed.filter_map(Decision::drafted).map(depends).collect();
        let drafted = if drafts.iter().all(|(id, on)| measures.get(id) == Some(on)) {
            BTreeMap::new()
        } else {
            measures.clone().into_iter().chain(drafts).collect()
        };
        let mut found = BTreeSet::new();
        for (kind, field, links) in [
            ("goal", "serves", goals),
            ("measure", "depends-on", measures),
            ("measure", "depends-on", drafted),
        ] {
            for id in on_circles(&links) {
                if found.insert((kind, id)) {
                    self.about(kind, &id);
                    self.add(field, FaultKind::Circle);
                }
            }
        }
    }

    /// What must hold when a revision comes in; once adopted it is never changed, so it is not judged again.
    fn adopted(&mut self, revision: &Revision) {
        if !revision.is_intact() || revision.adopted_plan().is_err() {
            self.add("hash", FaultKind::Revision);
        }
        let state = self.state;
        let is_earlier = |other: &Revision| other.number < revision.number && other.adopted > revision.adopted;
        if state.revisions_of(&revision.plan).any(is_earlier) {
            self.add("adopted", FaultKind::AdoptedBefore);
        }
    }

    fn revisions(&mut self) {
        let state = self.state;
        let mut numbers: BTreeMap<String, Vec<u32>> = BTreeMap::new();
        for revision in &state.revisions {
            self.about("revision", &format!("{}/{}", revision.plan, revision.number));
            self.known("plan", &revision.plan, state.action_plan(&revision.plan).is_some());
            let known = self.before.into_iter().flat_map(|before| &before.revisions);
            let is_known = known
                .clone()
                .any(|known| known.content.is_same(&revision.content) && known.hash == revision.hash);
            if !is_known {
                self.adopted(revision);
            }
            numbers.entry(revision.plan.to_string()).or_default().push(revision.number);
        }
        for (plan, mut numbers) in numbers {
            numbers.sort_unstable();
            if !numbers.iter().copied().eq(1..=numbers.len() as u32) {
                self.about("revision", &plan);
                self.add("number", FaultKind::Revision);
            }
        }
    }
}

/// True where the choice is one that its subject has, with what belongs to it.
fn choice_fits(decision: &Decision, waits: bool) -> bool {
    let is_of_subject = match decision.subject() {
        Some(Subject::Measure(_)) => Choice::OF_MEASURE.contains(&decision.choice),
        Some(Subject::Goal(_)) => Choice::OF_GOAL.contains(&decision.choice),
        None => return false,
    };
    let drafted = decision.drafted().map(|measure| Some(&measure.id) == decision.measure.as_ref());
    let drafted_goal = decision
        .goal_draft
        .as_ref()
        .map(|draft| Some(&draft.will.id) == decision.goal.as_ref());
    let has_its_draft = match decision.choice {
        Choice::New => !waits || drafted == Some(true),
        Choice::Repath => !waits || drafted_goal == Some(true),
        Choice::Change => drafted != Some(false) && drafted_goal != Some(false),
        _ => drafted.is_none() && drafted_goal.is_none(),
    };
    is_of_subject && has_its_draft && (decision.choice == Choice::Replace) == decision.replaced_by.is_some()
}

/// The things from which following the links leads back to themselves.
fn on_circles<'a>(links: &BTreeMap<&'a str, Vec<&'a str>>) -> Vec<&'a str> {
    let suspects = lead_to_circles(links);
    let reaches_itself = |start: &&str| {
        let mut seen = BTreeSet::new();
        let mut next: Vec<&str> = links.get(start).into_iter().flatten().copied().collect();
        while let Some(current) = next.pop() {
            if current == *start {
                return true;
            }
            if seen.insert(current) {
                next.extend(links.get(current).into_iter().flatten());
            }
        }
        false
    };
    suspects.into_iter().filter(reaches_itself).collect()
}

/// The things from which following the links does not come to an end; as a rule none. Each link is looked at once.
fn lead_to_circles<'a>(links: &BTreeMap<&'a str, Vec<&'a str>>) -> Vec<&'a str> {
    let mut open: BTreeMap<&str, usize> = BTreeMap::new();
    let mut named_by: HashMap<&str, Vec<&str>> = HashMap::new();
    for (from, to) in links {
        let there = to.iter().filter(|to| links.contains_key(*to));
        open.insert(from, there.clone().count());
        for to in there {
            named_by.entry(to).or_default().push(from);
        }
    }
    let mut ended: Vec<&str> = open.iter().filter(|(_, count)| **count == 0).map(|(id, _)| *id).collect();
    while let Some(id) = ended.pop() {
        open.remove(id);
        for from in named_by.get(id).into_iter().flatten() {
            let Some(count) = open.get_mut(from) else { continue };
            *count -= 1;
            if *count == 0 {
                ended.push(from);
            }
        }
    }
    open.into_keys().collect()
}
