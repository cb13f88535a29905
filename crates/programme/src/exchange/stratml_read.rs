//! A plan read from StratML, ours or another system's. What another system does not say gets the plan's own: its days,
//! its first focus area, the organisation that the plan is of. Document types are refused, and with them every entity.

use std::collections::BTreeMap;
use std::str::FromStr;

use jiff::civil::Date;
use roxmltree::{Document, Node, ParsingOptions};

use super::{Mistake, PlanFile};
use crate::goal::{Path, PathPoint};
use crate::{
    ActionPlan, Assumption, AssumptionId, BudgetLine, Cost, FocusArea, FocusAreaId, Goal, GoalId, Horizon, Language, Measure, MeasureId,
    Organisation, OrganisationId, OrganisationKind, State, Status, StatusChange, Target, Text, identifier_from,
};

/// More elements than any plan has.
const MOST_NODES: u32 = 1_000_000;
/// Elements within elements: the standard needs nine.
const DEEPEST: usize = 40;

pub(super) fn plan(text: &str, state: &State, language: Language) -> Result<PlanFile, Vec<Mistake>> {
    let options = ParsingOptions {
        allow_dtd: false,
        nodes_limit: MOST_NODES,
        ..ParsingOptions::default()
    };
    let one = |line, place: &str, what: String| {
        vec![Mistake {
            line,
            place: place.to_owned(),
            what,
        }]
    };
    refuse_depth(text).map_err(|line| one(line, "", format!("elements lie more than {DEEPEST} deep in one another")))?;
    let document = Document::parse_with_options(text, options).map_err(|error| {
        let what = match error {
            roxmltree::Error::DtdDetected => "a document type (<!DOCTYPE …>) is not read: take it out".to_owned(),
            error => format!("this is not XML that can be read: {error}"),
        };
        one(error_line(text, &what), "", what)
    })?;
    let root = document.root_element();
    if root.tag_name().name() != "PerformancePlanOrReport" {
        let what = "this is not StratML Part 2: its first element is PerformancePlanOrReport. A StrategicPlan (Part 1) has no measures";
        return Err(one(1, root.tag_name().name(), what.to_owned()));
    }
    let mut reader = Reader {
        document: &document,
        state,
        language,
        mistakes: Vec::new(),
        organisations: Vec::new(),
        focus_areas: BTreeMap::new(),
        assumptions: BTreeMap::new(),
        goals: BTreeMap::new(),
    };
    let file = reader.plan(root);
    match file {
        Some(file) if reader.mistakes.is_empty() => Ok(file),
        _ => Err(reader.mistakes),
    }
}

/// The line on which elements lie too deep. Counted before anything is built of them.
fn refuse_depth(text: &str) -> Result<(), u32> {
    let (mut depth, mut line) = (0_usize, 1_u32);
    let bytes = text.as_bytes();
    for (place, byte) in bytes.iter().enumerate() {
        match (byte, bytes.get(place + 1)) {
            (b'\n', _) => line += 1,
            (b'<', Some(b'/')) | (b'/', Some(b'>')) => depth = depth.saturating_sub(1),
            (b'<', Some(next)) if next.is_ascii_alphabetic() || *next == b'_' => depth += 1,
            _ => {}
        }
        if depth > DEEPEST {
            return Err(line);
        }
    }
    Ok(())
}

/// The parser says "at 3:14" in its message.
fn error_line(text: &str, message: &str) -> u32 {
    let told = message
        .rsplit(" at ")
        .next()
        .and_then(|place| place.split(':').next())
        .and_then(|line| line.parse().ok());
    let doctype = || text[..text.find("<!DOCTYPE").unwrap_or(0)].matches('\n').count() + 1;
    told.unwrap_or_else(|| u32::try_from(doctype()).unwrap_or(1))
}

struct Reader<'a> {
    document: &'a Document<'a>,
    state: &'a State,
    language: Language,
    mistakes: Vec<Mistake>,
    organisations: Vec<Organisation>,
    focus_areas: BTreeMap<FocusAreaId, FocusArea>,
    assumptions: BTreeMap<AssumptionId, Assumption>,
    /// What goals were called in the file.
    goals: BTreeMap<String, GoalId>,
}

fn child<'a, 'i>(node: Node<'a, 'i>, name: &str) -> Option<Node<'a, 'i>> {
    children(node, name).next()
}

fn children<'a, 'i, 'n>(node: Node<'a, 'i>, name: &'n str) -> impl Iterator<Item = Node<'a, 'i>> + use<'a, 'i, 'n> {
    node.children().filter(move |child| child.tag_name().name() == name)
}

fn said(node: Node<'_, '_>, name: &str) -> String {
    child(node, name).map(words).unwrap_or_default()
}

fn words(node: Node<'_, '_>) -> String {
    let text: String = node.children().filter_map(|child| child.text()).collect();
    text.trim().to_owned()
}

impl<'a> Reader<'a> {
    fn wrong(&mut self, node: Node<'_, '_>, what: impl Into<String>) {
        let name = child(node, "Name").map(words).filter(|name| !name.is_empty());
        let tag = node.tag_name().name();
        self.mistakes.push(Mistake {
            line: self.document.text_pos_at(node.range().start).row,
            place: name.map_or_else(|| format!("<{tag}>"), |name| format!("<{tag}> «{name}»")),
            what: what.into(),
        });
    }

    fn date(&mut self, node: Node<'_, '_>, name: &str) -> Option<Date> {
        let text = child(node, name).map(words).filter(|text| !text.is_empty())?;
        let date = text.get(..10).and_then(|day| day.parse().ok());
        if date.is_none() {
            self.wrong(node, format!("{name} «{text}» is no date: write it as 2020-05-08"));
        }
        date
    }

    fn number<T: FromStr>(&mut self, node: Node<'_, '_>) -> Option<T> {
        let text = child(node, "NumberOfUnits").map(words).filter(|text| !text.is_empty())?;
        let number = text.parse().ok();
        if number.is_none() {
            self.wrong(
                node,
                format!("NumberOfUnits «{text}» is not a number of the kind that belongs here: write it plainly, as 220000"),
            );
        }
        number
    }

    /// An identifier: ours without its kind, or made from another system's name.
    fn id<T: FromStr>(&mut self, node: Node<'_, '_>, kind: &str) -> Option<T> {
        let given = said(node, "Identifier");
        let own = given
            .strip_prefix(kind)
            .and_then(|rest| rest.strip_prefix('-'))
            .and_then(|id| id.parse().ok());
        let id = own.or_else(|| identifier_from(&said(node, "Name")).parse().ok());
        if id.is_none() {
            self.wrong(
                node,
                format!("it has no name to be known by: give it a Name, or an Identifier such as {kind}-boligdagen"),
            );
        }
        id
    }

    /// The wording in the language of the file, beside the other languages that are known. A text that is not written in
    /// it stands in the file in another one: that is no wording of its own.
    fn text(&self, known: Option<&Text>, wording: &str) -> Text {
        if let Some(known) = known.filter(|known| known.plain(self.language) == wording) {
            return known.clone();
        }
        known.cloned().unwrap_or_default().with(self.language, wording)
    }

    fn plan(&mut self, root: Node<'a, 'a>) -> Option<PlanFile> {
        let core = child(root, "StrategicPlanCore");
        let Some(core) = core else {
            self.wrong(root, "it has no StrategicPlanCore, in which goals and objectives stand");
            return None;
        };
        let mut plan = self.frame(root)?;
        children(core, "Organization").for_each(|node| self.organisation(node));
        let nodes: Vec<Node<'a, 'a>> = children(core, "Goal").collect();
        if nodes.is_empty() {
            self.wrong(core, "it has no Goal: a plan has at least one, with its measures as Objectives");
        }
        let goals: Vec<Goal> = nodes.iter().filter_map(|node| self.goal(*node)).collect();
        let mut measures = Vec::new();
        for (node, goal) in nodes.iter().zip(goals.iter().map(|goal| goal.id.clone()).collect::<Vec<_>>()) {
            for objective in children(*node, "Objective").filter(|node| !is_path(*node)) {
                let place = u32::try_from(measures.len() + 1).unwrap_or(u32::MAX);
                measures.extend(self.measure(objective, &plan, &goal, place));
            }
        }
        for measure in &measures {
            if !plan.focus_areas.contains(&measure.focus_area) {
                plan.focus_areas.push(measure.focus_area.clone());
            }
        }
        measures.sort_by(|one, two| (one.order, &one.id).cmp(&(two.order, &two.id)));
        Some(PlanFile {
            plan,
            measures,
            goals,
            organisations: std::mem::take(&mut self.organisations),
            focus_areas: std::mem::take(&mut self.focus_areas).into_values().collect(),
            assumptions: std::mem::take(&mut self.assumptions).into_values().collect(),
        })
    }

    fn frame(&mut self, root: Node<'_, '_>) -> Option<ActionPlan> {
        let about = child(root, "AdministrativeInformation");
        let Some(about) = about else {
            self.wrong(
                root,
                "it has no AdministrativeInformation with StartDate and EndDate: the days of the plan",
            );
            return None;
        };
        let given = said(about, "Identifier");
        let own = given.strip_prefix("plan-").and_then(|id| id.parse().ok());
        let (starts, ends) = (self.date(about, "StartDate"), self.date(about, "EndDate"));
        let (Some(starts), Some(ends)) = (starts, ends) else {
            self.wrong(about, "the plan needs its StartDate and EndDate");
            return None;
        };
        let id = own.or_else(|| identifier_from(&said(root, "Name")).parse().ok())?;
        let known = self.state.action_plan(&id);
        Some(ActionPlan {
            title: self.text(known.map(|plan| &plan.title), &said(root, "Name")),
            body: self.text(known.map(|plan| &plan.body), &said(root, "Description")),
            focus_areas: known.map(|plan| plan.focus_areas.clone()).unwrap_or_default(),
            example: known.is_some_and(|plan| plan.example),
            id,
            starts,
            ends,
        })
    }

    fn organisation(&mut self, node: Node<'_, '_>) {
        let name = said(node, "Name");
        let by_name = self
            .state
            .organisations
            .iter()
            .find(|one| one.name.wordings().any(|(_, wording)| wording == name));
        let has_own = said(node, "Identifier").starts_with("organisation-");
        let id = match by_name.filter(|_| !has_own) {
            Some(known) => Some(known.id.clone()),
            None => self.id::<OrganisationId>(node, "organisation"),
        };
        let Some(id) = id else { return };
        let known = self.state.organisation(&id);
        let organisation = Organisation {
            name: self.text(known.map(|one| &one.name), &name),
            about: self.text(known.map(|one| &one.about), &said(node, "Description")),
            number: known.and_then(|one| one.number.clone()),
            kind: known.map_or(OrganisationKind::Other, |one| one.kind),
            roles: known.map(|one| one.roles.clone()).unwrap_or_default(),
            website: known.and_then(|one| one.website.clone()),
            language: known.and_then(|one| one.language),
            source: known.and_then(|one| one.source.clone()),
            example: known.is_some_and(|one| one.example),
            id,
        };
        self.organisations.push(organisation);
    }

    /// The organisation with this name: of the file, else of the programme.
    fn named(&mut self, node: Node<'_, '_>) -> Option<OrganisationId> {
        let name = said(node, "Name");
        let has = |organisation: &&Organisation| {
            organisation.name.wordings().any(|(_, wording)| wording == name) || organisation.id.as_str() == name
        };
        let known = self
            .organisations
            .iter()
            .find(has)
            .or_else(|| self.state.organisations.iter().find(has));
        if let Some(known) = known {
            return Some(known.id.clone());
        }
        self.wrong(
            node,
            "this Stakeholder is no organisation of the programme: add it as an Organization in StrategicPlanCore, by the same Name",
        );
        None
    }

    fn goal(&mut self, node: Node<'_, '_>) -> Option<Goal> {
        let id: GoalId = self.id(node, "goal")?;
        let name = said(node, "Name");
        if name.is_empty() {
            self.wrong(node, "a Goal needs a Name");
        }
        self.goals.insert(said(node, "Identifier"), id.clone());
        let known = self.state.goal(&id);
        let owner = child(node, "Stakeholder").filter(|node| role_of(*node) == "owner");
        let owner = owner.and_then(|node| self.named(node));
        let path = children(node, "Objective").find(|node| is_path(*node));
        let indicator = path.and_then(|path| child(path, "PerformanceIndicator"));
        let target = indicator.and_then(|indicator| self.target(indicator, known));
        let serves = indicator
            .map(|indicator| referents(indicator, "serves", "goal"))
            .unwrap_or_default();
        let assumptions = indicator.map(|indicator| self.assumptions(indicator)).unwrap_or_default();
        let sentence = said(node, "Description");
        Some(Goal {
            title: self.text(known.map(|goal| &goal.title), &name),
            sentence: self.text(
                known.map(|goal| &goal.sentence),
                if sentence.is_empty() { &name } else { &sentence },
            ),
            body: self.text(known.map(|goal| &goal.body), &said(node, "OtherInformation")),
            order: sequence(node).unwrap_or_else(|| known.map_or(0, |goal| goal.order)),
            plan: known.and_then(|goal| goal.plan.clone()),
            indicator: known.and_then(|goal| goal.indicator.clone()),
            source: known.and_then(|goal| goal.source.clone()),
            example: known.is_some_and(|goal| goal.example),
            owner,
            serves,
            assumptions,
            target,
            id,
        })
    }

    fn target(&mut self, node: Node<'_, '_>, known: Option<&Goal>) -> Option<Target> {
        let instance = child(node, "MeasurementInstance")?;
        let mut points = Vec::new();
        let mut rate = None;
        for result in children(instance, "TargetResult") {
            let (date, value) = (self.date(result, "EndDate")?, self.number::<f64>(result)?);
            points.push(PathPoint { date, value });
            rate = descriptor(result, "yearly-rate").and_then(|rate| rate.parse::<f64>().ok()).or(rate);
        }
        let [first, .., last] = points[..] else { return None };
        let path = rate.map_or_else(|| Path::Points(points[1..].to_vec()), Path::YearlyRate);
        let example = known.and_then(|goal| goal.target.as_ref()).is_some_and(|target| target.example);
        match Target::new(first.date, first.value, path, last.date, example) {
            Ok(target) => Some(target),
            Err(error) => {
                self.wrong(node, error.to_string());
                None
            }
        }
    }

    fn assumptions(&mut self, indicator: Node<'_, '_>) -> Vec<AssumptionId> {
        let ids: Vec<AssumptionId> = referents(indicator, "assumption", "assumption");
        let texts = children(indicator, "Relationship").filter(|node| said(*node, "Name") == "assumption");
        for (id, node) in ids.iter().zip(texts) {
            let known = self.state.assumption(id).cloned();
            let text = said(node, "Description");
            let assumption = known.unwrap_or_else(|| Assumption {
                id: id.clone(),
                text: Text::default().with(self.language, &text),
                owner: None,
                sign: Text::default(),
                watch: None,
                example: false,
            });
            self.assumptions.entry(id.clone()).or_insert(assumption);
        }
        ids
    }

    fn measure(&mut self, node: Node<'_, '_>, plan: &ActionPlan, goal: &GoalId, place: u32) -> Option<Measure> {
        let id: MeasureId = self.id(node, "measure")?;
        let known = self.state.measure(&id);
        let course = indicators(node, "course").next();
        let mut goals = vec![goal.clone()];
        goals.extend(course.map(|course| referents(course, "serves", "goal")).unwrap_or_default());
        let in_role = |role| children(node, "Stakeholder").filter(move |one| role_of(*one) == role);
        let executing: Vec<OrganisationId> = in_role("executing").filter_map(|one| self.named(one)).collect();
        let contributing: Vec<OrganisationId> = in_role("contributing").filter_map(|one| self.named(one)).collect();
        let responsible = self.responsible(node)?;
        let focus_area = self.focus_area(node, course, plan)?;
        let instance = course.and_then(|course| child(course, "MeasurementInstance"));
        let mut results = instance.into_iter().flat_map(|instance| children(instance, "TargetResult"));
        let time = results.next();
        let from = results.find(|result| descriptor(*result, "event").as_deref() == Some("came-into-the-plan"));
        let date = |reader: &mut Self, name, otherwise| time.and_then(|time| reader.date(time, name)).unwrap_or(otherwise);
        Some(Measure {
            plan: plan.id.clone(),
            title: self.text(known.map(|one| &one.title), &said(node, "Name")),
            body: self.text(known.map(|one| &one.body), &said(node, "Description")),
            starts: date(self, "StartDate", plan.starts),
            ends: date(self, "EndDate", plan.ends),
            from: from.and_then(|from| self.date(from, "StartDate")),
            horizon: self.horizon(time),
            assumptions: course.map(|course| self.assumptions(course)).unwrap_or_default(),
            depends_on: course.map(|course| referents(course, "depends-on", "measure")).unwrap_or_default(),
            cost: self.cost(node, known),
            budget: self.budget(node, known),
            status: self.status(course, instance, known, plan),
            order: sequence(node).unwrap_or(place),
            source: known.and_then(|one| one.source.clone()),
            example: known.is_some_and(|one| one.example),
            goals,
            focus_area,
            responsible,
            executing,
            contributing,
            id,
        })
    }

    /// Who answers: by role, else the first who performs it, else whom the plan is of.
    fn responsible(&mut self, node: Node<'_, '_>) -> Option<OrganisationId> {
        let by_role = children(node, "Stakeholder").find(|one| role_of(*one) == "responsible");
        let performs = |one: &Node<'_, '_>| children(*one, "Role").any(|role| said(role, "RoleType") == "Performer");
        let performer = by_role.or_else(|| children(node, "Stakeholder").find(performs));
        if let Some(performer) = performer {
            return self.named(performer);
        }
        let first = self.organisations.first().map(|one| one.id.clone());
        if first.is_none() {
            self.wrong(
                node,
                "nobody answers for it: give it a Stakeholder with the Role «responsible», or the plan an Organization",
            );
        }
        first
    }

    fn focus_area(&mut self, node: Node<'_, '_>, course: Option<Node<'_, '_>>, plan: &ActionPlan) -> Option<FocusAreaId> {
        let named = course.and_then(|course| children(course, "Relationship").find(|one| said(*one, "Name") == "focus-area"));
        let id = named.and_then(|one| {
            said(one, "ReferentIdentifier")
                .strip_prefix("focus-area-")?
                .parse::<FocusAreaId>()
                .ok()
        });
        let first = || {
            plan.focus_areas
                .first()
                .or_else(|| self.state.focus_areas.first().map(|area| &area.id))
                .cloned()
        };
        let Some(id) = id.or_else(first) else {
            self.wrong(node, "there is no focus area for it: add one to the programme first");
            return None;
        };
        let title = named.map(|one| said(one, "Description")).unwrap_or_default();
        let known = self.state.focus_area(&id).cloned();
        let area = known.unwrap_or_else(|| FocusArea {
            title: Text::default().with(self.language, if title.is_empty() { id.as_str() } else { &title }),
            summary: Text::default(),
            id: id.clone(),
        });
        self.focus_areas.entry(id.clone()).or_insert(area);
        Some(id)
    }

    fn horizon(&mut self, time: Option<Node<'_, '_>>) -> Horizon {
        let Some((time, word)) = time.and_then(|time| Some((time, descriptor(time, "horizon")?))) else {
            return Horizon::ThisYear;
        };
        let found = Horizon::ALL.into_iter().find(|horizon| horizon.word() == word);
        if found.is_none() {
            self.wrong(time, format!("«{word}» is no horizon: write immediate, this-year or long-term"));
        }
        found.unwrap_or(Horizon::ThisYear)
    }

    fn status(
        &mut self,
        course: Option<Node<'_, '_>>,
        instance: Option<Node<'_, '_>>,
        known: Option<&Measure>,
        plan: &ActionPlan,
    ) -> Vec<StatusChange> {
        let mut history = Vec::new();
        for result in instance.into_iter().flat_map(|instance| children(instance, "ActualResult")) {
            let Some(word) = descriptor(result, "status") else { continue };
            let Some(status) = Status::ALL.into_iter().find(|status| status.word() == word) else {
                let known = Status::ALL.map(Status::word).join(", ");
                self.wrong(result, format!("«{word}» is no status: write one of {known}"));
                continue;
            };
            let Some(date) = self.date(result, "StartDate") else {
                self.wrong(result, "a status needs its StartDate");
                continue;
            };
            let before = known.and_then(|known| known.status.iter().find(|change| change.date == date && change.status == status));
            history.push(StatusChange {
                reason: self.text(before.map(|change| &change.reason), &said(result, "Description")),
                replaced_by: course
                    .and_then(|course| replaced_by(course, date))
                    .filter(|_| status == Status::Replaced),
                date,
                status,
            });
        }
        if history.is_empty() {
            history.push(StatusChange {
                date: plan.starts,
                status: Status::Planned,
                reason: Text::default(),
                replaced_by: None,
            });
        }
        history
    }

    fn cost(&mut self, node: Node<'_, '_>, known: Option<&Measure>) -> Vec<Cost> {
        let mut lines: Vec<Cost> = Vec::new();
        for indicator in indicators(node, "cost") {
            let unit = said(indicator, "UnitOfMeasurement");
            for instance in children(indicator, "MeasurementInstance") {
                let Some((year, number)) = self.units(instance, "TargetResult") else {
                    continue;
                };
                let example = known.is_some_and(|known| known.cost.iter().any(|line| line.year == year && line.example));
                let mut line = Cost {
                    year,
                    kroner: 0,
                    hours: 0,
                    example,
                };
                match unit.as_str() {
                    // hours stand right after the kroner of the same line
                    "hours" => match lines.last_mut().filter(|last| last.year == year && last.hours == 0) {
                        Some(last) => {
                            last.hours = number;
                            continue;
                        }
                        None => line.hours = number,
                    },
                    "NOK" => line.kroner = number,
                    other => self.wrong(indicator, format!("«{other}» is no unit of money or work: write NOK or hours")),
                }
                lines.push(line);
            }
        }
        lines
    }

    fn budget(&mut self, node: Node<'_, '_>, known: Option<&Measure>) -> Vec<BudgetLine> {
        let mut lines: Vec<BudgetLine> = Vec::new();
        for indicator in indicators(node, "contribution") {
            let unit = said(indicator, "UnitOfMeasurement");
            let Some(funder) = referents::<OrganisationId>(indicator, "funder", "organisation").into_iter().next() else {
                self.wrong(
                    indicator,
                    "a contribution names its funder: a Relationship «funder» to organisation-…",
                );
                continue;
            };
            for instance in children(indicator, "MeasurementInstance") {
                let Some((year, pledged)) = self.units(instance, "TargetResult") else {
                    continue;
                };
                let delivered = self.units(instance, "ActualResult").map_or(0, |(_, number)| number);
                let same = |line: &BudgetLine| line.funder == funder && line.year == year;
                if !lines.iter().any(same) {
                    let before = known.and_then(|known| known.budget.iter().find(|line| line.funder == funder && line.year == year));
                    lines.push(BudgetLine {
                        funder: funder.clone(),
                        year,
                        kroner: 0,
                        hours: 0,
                        delivered_kroner: 0,
                        delivered_hours: 0,
                        example: before.is_some_and(|line| line.example),
                    });
                }
                let Some(line) = lines.iter_mut().find(|line| same(line)) else {
                    continue;
                };
                match unit.as_str() {
                    "hours" => (line.hours, line.delivered_hours) = (pledged, delivered),
                    "NOK" => (line.kroner, line.delivered_kroner) = (pledged, delivered),
                    other => self.wrong(indicator, format!("«{other}» is no unit of money or work: write NOK or hours")),
                }
            }
        }
        lines
    }

    /// The year and the number of a result.
    fn units(&mut self, instance: Node<'_, '_>, name: &str) -> Option<(i16, u64)> {
        let result = child(instance, name)?;
        let day = self.date(result, "StartDate").or_else(|| self.date(result, "EndDate"));
        let number = self.number::<u64>(result);
        if day.is_none() {
            self.wrong(result, "it needs a StartDate, which says for which year it is");
        }
        Some((day?.year(), number?))
    }
}

/// True for the objective that holds a goal's target path.
fn is_path(node: Node<'_, '_>) -> bool {
    said(node, "Identifier").starts_with("path-")
}

fn role_of(node: Node<'_, '_>) -> String {
    child(node, "Role").map(|role| said(role, "Name")).unwrap_or_default()
}

fn sequence(node: Node<'_, '_>) -> Option<u32> {
    said(node, "SequenceIndicator").parse().ok()
}

fn indicators<'a, 'i>(node: Node<'a, 'i>, dimension: &'static str) -> impl Iterator<Item = Node<'a, 'i>> {
    children(node, "PerformanceIndicator").filter(move |one| said(*one, "MeasurementDimension") == dimension)
}

/// What the relationships of a name lead to.
fn referents<T: FromStr>(indicator: Node<'_, '_>, name: &str, kind: &str) -> Vec<T> {
    let named = children(indicator, "Relationship").filter(|one| said(*one, "Name") == name);
    named
        .filter_map(|one| said(one, "ReferentIdentifier").strip_prefix(kind)?.strip_prefix('-')?.parse().ok())
        .collect()
}

fn replaced_by(course: Node<'_, '_>, date: Date) -> Option<MeasureId> {
    let named = children(course, "Relationship").filter(|one| said(*one, "Name") == "replaced-by");
    let mut of_day = named.filter(|one| said(*one, "Description") == date.to_string());
    said(of_day.next()?, "ReferentIdentifier").strip_prefix("measure-")?.parse().ok()
}

fn descriptor(result: Node<'_, '_>, name: &str) -> Option<String> {
    let found = children(result, "Descriptor").find(|one| said(*one, "DescriptorName") == name)?;
    Some(said(found, "DescriptorValue"))
}
