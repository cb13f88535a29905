//! From the file to an election, with everything that is wrong in it.

use std::borrow::Cow;
use std::collections::{HashMap, HashSet};

use super::line::{Record, Records, fields};
use super::{MOST_MISTAKES, Mistake};
use crate::quick::QuickMap;
use crate::{Amount, Ballot, BallotKind, Choice, Election, Project};

/// The sections in their order.
const SECTIONS: [&str; 3] = ["META", "PROJECTS", "VOTES"];

/// The most that one ballot may count for, so that no sum of weights is beyond a number's range.
const LARGEST_WEIGHT: u64 = 1_000_000_000_000;
/// The most voters by weight.
const MOST_VOTERS: u64 = 1_000_000_000_000_000;

pub(super) fn election(text: &str) -> Result<Election, Vec<Mistake>> {
    let mut reader = Reader::default();
    let read = reader.election(text);
    match read {
        Some(election) if reader.mistakes.is_empty() => Ok(election),
        _ => {
            reader.mistakes.sort_by_key(|mistake| mistake.line);
            Err(reader.mistakes)
        }
    }
}

/// A section: its name's line, its header, its records.
#[derive(Default)]
struct Section<'t> {
    line: usize,
    header: Vec<Cow<'t, str>>,
    records: Vec<Record<'t>>,
}

#[derive(Default)]
struct Reader {
    mistakes: Vec<Mistake>,
}

/// What META says, with the lines where it does.
struct Meta<'t> {
    line: usize,
    values: HashMap<String, (usize, Cow<'t, str>)>,
}

/// The rules of a ballot that META gives.
struct Rules {
    kind: BallotKind,
    max_length: Option<u64>,
    max_points: Option<u64>,
    max_sum_points: Option<u64>,
}

impl Reader {
    fn wrong(&mut self, line: usize, what: impl Into<String>) {
        if self.mistakes.len() < MOST_MISTAKES {
            self.mistakes.push(Mistake { line, what: what.into() });
        }
    }

    fn election(&mut self, text: &str) -> Option<Election> {
        let [meta, projects, votes] = self.sections(text)?;
        let meta = self.meta(meta);
        let budget = self.budget(&meta);
        let rules = self.rules(&meta);
        let (projects, amounts) = self.projects(&projects, &meta)?;
        let finest = amounts.iter().chain(&budget).map(|amount| amount.decimals).max().unwrap_or(0);
        let ballots = self.ballots(&votes, &projects, &rules?, &meta)?;
        let units = |amount: &Amount| amount.in_units(finest);
        let costs: Option<Vec<u64>> = amounts.iter().map(units).collect();
        let (Some(costs), Some(budget)) = (costs, budget.as_ref().and_then(units)) else {
            self.wrong(0, "budget and costs together have too many digits: round them");
            return None;
        };
        let projects = projects.into_iter().zip(costs).map(|(project, cost)| Project { cost, ..project });
        Some(Election {
            title: meta.text("description").unwrap_or_default().to_owned(),
            kind: ballots.1,
            decimals: finest,
            budget,
            projects: projects.collect(),
            ballots: ballots.0,
        })
    }

    fn sections<'t>(&mut self, text: &'t str) -> Option<[Section<'t>; 3]> {
        let mut sections: [Section<'t>; 3] = Default::default();
        let mut current: Option<usize> = None;
        for record in Records::of(text) {
            if record.is_open {
                let what = "a quotation mark opens here and is never closed: close it, or write two for one inside a field";
                self.wrong(record.line, what);
                return None;
            }
            let name = record.text.trim();
            if let Some(section) = SECTIONS.iter().position(|known| name == *known) {
                if sections[section].line > 0 {
                    self.wrong(record.line, format!("the section {name} stands twice: take one away"));
                }
                sections[section].line = record.line;
                current = Some(section);
                continue;
            }
            if name.is_empty() {
                continue;
            }
            let Some(section) = current else {
                self.wrong(
                    record.line,
                    "the file begins with the section META: this is no ballot file, or its first lines are gone",
                );
                return None;
            };
            if sections[section].header.is_empty() {
                match fields(record.text) {
                    Ok(header) => sections[section].header = header.into_iter().map(trimmed).collect(),
                    Err(what) => self.wrong(record.line, what),
                }
            } else {
                sections[section].records.push(record);
            }
        }
        let missing: Vec<&str> = SECTIONS
            .into_iter()
            .zip(&sections)
            .filter(|(_, section)| section.line == 0)
            .map(|(name, _)| name)
            .collect();
        for name in &missing {
            self.wrong(0, format!("the section {name} is missing: the file may be cut off"));
        }
        missing.is_empty().then_some(sections)
    }

    fn meta<'t>(&mut self, section: Section<'t>) -> Meta<'t> {
        let mut values = HashMap::new();
        for record in section.records {
            match fields(record.text) {
                Ok(fields) if fields.len() >= 2 => {
                    let mut fields = fields.into_iter().map(trimmed);
                    let key = fields.next().unwrap_or_default().into_owned();
                    let value = fields.next().unwrap_or_default();
                    if values.insert(key.clone(), (record.line, value)).is_some() {
                        self.wrong(record.line, format!("{key} stands twice: take one away"));
                    }
                }
                Ok(_) => self.wrong(record.line, "a line of META is a key and a value with ; between them"),
                Err(what) => self.wrong(record.line, what),
            }
        }
        Meta {
            line: section.line,
            values,
        }
    }

    fn budget(&mut self, meta: &Meta<'_>) -> Option<Amount> {
        let Some((line, text)) = meta.values.get("budget") else {
            self.wrong(meta.line, "META has no budget: write budget;AMOUNT");
            return None;
        };
        match Amount::read(text) {
            Ok(amount) => Some(amount),
            Err(error) => {
                self.wrong(*line, format!("budget «{text}»: {error}"));
                None
            }
        }
    }

    fn rules(&mut self, meta: &Meta<'_>) -> Option<Rules> {
        let kind = match meta.values.get("vote_type") {
            Some((_, kind)) if kind == "approval" || kind == "choose-1" => Some(BallotKind::Approval),
            Some((_, kind)) if kind == "cumulative" => Some(BallotKind::Points),
            Some((line, kind)) => {
                let what = format!("ballots of the type «{kind}» cannot be counted: approval and cumulative can");
                self.wrong(*line, what);
                None
            }
            None => {
                self.wrong(meta.line, "META has no vote_type: write vote_type;approval or vote_type;cumulative");
                None
            }
        };
        let [max_length, max_points, max_sum_points] = ["max_length", "max_points", "max_sum_points"].map(|key| self.number(meta, key));
        Some(Rules {
            kind: kind?,
            max_length,
            max_points,
            max_sum_points,
        })
    }

    fn number(&mut self, meta: &Meta<'_>, key: &str) -> Option<u64> {
        let (line, text) = meta.values.get(key)?;
        let number = text.parse().ok();
        if number.is_none() {
            self.wrong(*line, format!("{key} «{text}» is not a whole number"));
        }
        number
    }

    /// Tells where META's number of something is another than there are, as in a file that was cut off.
    fn counted(&mut self, meta: &Meta<'_>, key: &str, found: usize) {
        if let Some(said) = self.number(meta, key)
            && said != found as u64
        {
            let line = meta.values.get(key).map_or(0, |(line, _)| *line);
            self.wrong(
                line,
                format!("{key} says {said}, but there are {found}: the file may be cut off, or lines were added"),
            );
        }
    }

    fn column(&mut self, section: &Section<'_>, name: &str, in_section: &str) -> Option<usize> {
        let found = section.header.iter().position(|column| column == name);
        if found.is_none() {
            self.wrong(
                section.line + 1,
                format!("{in_section} has no column {name}: name it in the line under {in_section}"),
            );
        }
        found
    }

    /// The projects, whose costs are still to be brought to one unit, and their costs.
    fn projects(&mut self, section: &Section<'_>, meta: &Meta<'_>) -> Option<(Vec<Project>, Vec<Amount>)> {
        let id_at = self.column(section, "project_id", "PROJECTS");
        let cost_at = self.column(section, "cost", "PROJECTS");
        let name_at = section.header.iter().position(|column| column == "name");
        let (id_at, cost_at) = (id_at?, cost_at?);
        self.counted(meta, "num_projects", section.records.len());
        let (mut projects, mut costs, mut seen) = (Vec::new(), Vec::new(), HashSet::new());
        for record in &section.records {
            let fields = match fields(record.text) {
                Ok(fields) => fields,
                Err(what) => {
                    self.wrong(record.line, what);
                    continue;
                }
            };
            let at = |place: usize| fields.get(place).map_or("", |field| field.trim());
            let id = at(id_at).to_owned();
            if id.is_empty() || id.contains(',') {
                self.wrong(
                    record.line,
                    format!("«{id}» cannot name a project: write an identifier without commas"),
                );
            } else if !seen.insert(id.clone()) {
                self.wrong(record.line, format!("the project {id} stands twice: take one away"));
            }
            match Amount::read(at(cost_at)) {
                Ok(cost) => costs.push(cost),
                Err(error) => self.wrong(record.line, format!("the cost «{}» of the project {id}: {error}", at(cost_at))),
            }
            let name = name_at.map(at).unwrap_or_default().to_owned();
            projects.push(Project { id, name, cost: 0 });
        }
        if projects.is_empty() && self.mistakes.is_empty() {
            self.wrong(section.line, "there are no projects to vote for");
        }
        Some((projects, costs))
    }

    fn ballots(
        &mut self,
        section: &Section<'_>,
        projects: &[Project],
        rules: &Rules,
        meta: &Meta<'_>,
    ) -> Option<(Vec<Ballot>, BallotKind)> {
        let voter_at = self.column(section, "voter_id", "VOTES");
        let choices_at = self.column(section, "vote", "VOTES");
        let points_at = match rules.kind {
            BallotKind::Approval => Some(None),
            BallotKind::Points => self.column(section, "points", "VOTES").map(Some),
        };
        let weight_at = section.header.iter().position(|column| column == "weight");
        let columns = Columns {
            vote: choices_at?,
            points: points_at?,
            weight: weight_at,
        };
        let voter_at = voter_at?;
        self.counted(meta, "num_votes", section.records.len());
        let known: QuickMap<&str, u32> = projects
            .iter()
            .enumerate()
            .map(|(place, project)| (project.id.as_str(), place as u32))
            .collect();
        let mut ballots = Vec::with_capacity(section.records.len());
        let mut voters: HashSet<Cow<'_, str>> = HashSet::with_capacity(section.records.len());
        let mut all: u64 = 0;
        for record in &section.records {
            let fields = match fields(record.text) {
                Ok(fields) => fields,
                Err(what) => {
                    self.wrong(record.line, what);
                    continue;
                }
            };
            match fields.get(voter_at).cloned().map(trimmed).filter(|voter| !voter.is_empty()) {
                None => self.wrong(record.line, "the ballot has no voter: write its voter_id"),
                Some(voter) => {
                    if let Some(voter) = voters.replace(voter) {
                        self.wrong(record.line, format!("the voter {voter} has voted already: each votes once"));
                    }
                }
            }
            if let Some(ballot) = self.ballot(record.line, &fields, &columns, &known, rules) {
                all = all.saturating_add(ballot.weight);
                ballots.push(ballot);
            }
        }
        if all > MOST_VOTERS {
            self.wrong(
                section.line,
                "the ballots' weights together are beyond counting: divide them by a common number",
            );
        }
        Some((ballots, rules.kind))
    }

    fn ballot(
        &mut self,
        line: usize,
        fields: &[Cow<'_, str>],
        columns: &Columns,
        known: &QuickMap<&str, u32>,
        rules: &Rules,
    ) -> Option<Ballot> {
        let at = |place: usize| fields.get(place).map_or("", |field| field.trim());
        let Some(vote) = fields.get(columns.vote) else {
            self.wrong(
                line,
                "the ballot is cut off before its vote: bring the line back, or write the ; before an empty vote",
            );
            return None;
        };
        let names = || vote.split(',').map(str::trim).filter(|name| !name.is_empty());
        let mut choices: Vec<Choice> = Vec::new();
        let mut is_right = true;
        for name in names() {
            let Some(&project) = known.get(name) else {
                self.wrong(
                    line,
                    format!("the ballot names the project «{name}», which is not among the projects"),
                );
                is_right = false;
                continue;
            };
            if choices.iter().any(|choice| choice.project == project) {
                self.wrong(line, format!("the ballot names the project {name} twice: each once"));
                is_right = false;
            }
            choices.push(Choice { project, points: 1 });
        }
        if let Some(most) = rules.max_length
            && choices.len() as u64 > most
        {
            self.wrong(
                line,
                format!("the ballot names {} projects, at most {most} are allowed", choices.len()),
            );
            is_right = false;
        }
        if let Some(points_at) = columns.points
            && is_right
        {
            is_right = self.points(line, at(points_at), &mut choices, rules);
        }
        let weight = match columns.weight.map(at) {
            None => Some(1),
            Some(text) => text.parse::<u64>().ok().filter(|weight| (1..=LARGEST_WEIGHT).contains(weight)),
        };
        if weight.is_none() {
            let text = columns.weight.map(at).unwrap_or_default();
            self.wrong(
                line,
                format!("the weight «{text}» is not a whole number from 1 to {LARGEST_WEIGHT}"),
            );
        }
        let weight = weight?;
        is_right.then_some(Ballot { choices, weight })
    }

    /// Reads the points of a ballot's choices, in their order; false where they are not right.
    fn points(&mut self, line: usize, text: &str, choices: &mut [Choice], rules: &Rules) -> bool {
        let given: Vec<&str> = text.split(',').map(str::trim).filter(|one| !one.is_empty()).collect();
        if given.len() != choices.len() {
            let what = format!(
                "the ballot names {} projects and gives points {} times: write as many",
                choices.len(),
                given.len()
            );
            self.wrong(line, what);
            return false;
        }
        let mut sum: u64 = 0;
        for (choice, text) in choices.iter_mut().zip(given) {
            let Ok(points) = text.parse::<u32>() else {
                self.wrong(line, format!("the points «{text}» are not a whole number of 0 or more"));
                return false;
            };
            if let Some(most) = rules.max_points
                && u64::from(points) > most
            {
                self.wrong(
                    line,
                    format!("the ballot gives {points} points to one project, at most {most} are allowed"),
                );
                return false;
            }
            choice.points = points;
            sum += u64::from(points);
        }
        if let Some(most) = rules.max_sum_points
            && sum > most
        {
            self.wrong(line, format!("the ballot gives {sum} points, at most {most} are allowed"));
            return false;
        }
        true
    }
}

/// Where the fields of a ballot stand.
struct Columns {
    vote: usize,
    points: Option<usize>,
    weight: Option<usize>,
}

impl Meta<'_> {
    fn text(&self, key: &str) -> Option<&str> {
        self.values.get(key).map(|(_, value)| value.as_ref())
    }
}

fn trimmed(field: Cow<'_, str>) -> Cow<'_, str> {
    match field {
        Cow::Borrowed(text) => Cow::Borrowed(text.trim()),
        Cow::Owned(text) => Cow::Owned(text.trim().to_owned()),
    }
}
