//! A measure as the fields of a form, and back.

use jiff::civil::Date;
use programme::measure::StatusChange;
use programme::{
    Actor, BudgetLine, Cost, Horizon, Language, Measure, MeasureId, OrganisationId, Role, Snapshot, State, Status, Text, identifier_from,
};

use crate::form::{Fields, Reading};
use crate::workspace::choices::horizon_word;

/// How much of a measure a person may change; who may what is said by [`Actor`].
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::workspace) enum Reach {
    /// Everything.
    Whole,
    /// Text, dates and own contributions, for the organisation that answers for it or does it.
    Told(OrganisationId),
    /// Own contributions only.
    Given(OrganisationId),
}

impl Reach {
    /// None where the person may change nothing.
    pub fn of(actor: &Actor, measure: &Measure) -> Option<Self> {
        match (&actor.organisation, actor.role) {
            _ if actor.may_edit_all() => Some(Self::Whole),
            (Some(own), Role::Partner) if actor.may_report(measure) => Some(Self::Told(own.clone())),
            (Some(own), Role::Partner) if actor.may_touch(measure) => Some(Self::Given(own.clone())),
            _ => None,
        }
    }

    /// The organisation whose contributions alone may be changed.
    pub fn own(&self) -> Option<&OrganisationId> {
        match self {
            Self::Whole => None,
            Self::Told(own) | Self::Given(own) => Some(own),
        }
    }

    pub fn includes_text(&self) -> bool {
        !matches!(self, Self::Given(_))
    }
}

/// Rows for what is new, since no row can be added without a script.
const EMPTY_ROWS: usize = 3;

/// What a form about a measure begins with.
pub(in crate::workspace) fn fields(measure: &Measure, reach: &Reach) -> Fields {
    let mut fields = Fields::default();
    if reach.includes_text() {
        fields.add_wordings("title", &measure.title);
        fields.add_wordings("body", &measure.body);
        fields.add("starts", &measure.starts);
        fields.add("ends", &measure.ends);
    }
    if *reach == Reach::Whole {
        add_place(&mut fields, measure);
        add_costs(&mut fields, &measure.cost);
    }
    add_budget(&mut fields, measure, reach.own());
    fields
}

/// Where a measure belongs, and who answers for it.
fn add_place(fields: &mut Fields, measure: &Measure) {
    fields.add("plan", &measure.plan);
    fields.add("focus-area", &measure.focus_area);
    fields.add_all("goals", &measure.goals);
    fields.add("horizon", &horizon_word(measure.horizon));
    fields.add("order", &measure.order);
    fields.add("responsible", &measure.responsible);
    fields.add_all("executing", &measure.executing);
    fields.add_all("contributing", &measure.contributing);
    fields.add("from", &measure.from.map(|day| day.to_string()).unwrap_or_default());
    fields.add_all("assumptions", &measure.assumptions);
    fields.add_all("depends-on", &measure.depends_on);
    fields.add_tick("example", measure.example);
}

fn add_costs(fields: &mut Fields, costs: &[Cost]) {
    let lines = costs.iter().map(Some).chain([None; EMPTY_ROWS]);
    for (row, line) in lines.enumerate() {
        let mut add = |column: &str, value: String| fields.add(&format!("cost-{row}-{column}"), &value);
        add("year", line.map(|line| line.year.to_string()).unwrap_or_default());
        add("kroner", amount(line.map(|line| line.kroner)));
        add("hours", amount(line.map(|line| line.hours)));
        fields.add_tick(&format!("cost-{row}-example"), line.is_some_and(|line| line.example));
    }
}

fn add_budget(fields: &mut Fields, measure: &Measure, own: Option<&OrganisationId>) {
    let mine = |line: &&BudgetLine| own.is_none_or(|own| &line.funder == own);
    let lines = measure.budget.iter().filter(mine).map(Some).chain([None; EMPTY_ROWS]);
    for (row, line) in lines.enumerate() {
        let mut add = |column: &str, value: String| fields.add(&format!("budget-{row}-{column}"), &value);
        if own.is_none() {
            add("funder", line.map(|line| line.funder.to_string()).unwrap_or_default());
        }
        add("year", line.map(|line| line.year.to_string()).unwrap_or_default());
        add("kroner", amount(line.map(|line| line.kroner)));
        add("hours", amount(line.map(|line| line.hours)));
        add("delivered-kroner", amount(line.map(|line| line.delivered_kroner)));
        add("delivered-hours", amount(line.map(|line| line.delivered_hours)));
        fields.add_tick(&format!("budget-{row}-example"), line.is_some_and(|line| line.example));
    }
}

/// An amount as it is typed; nothing where it is 0.
fn amount(value: Option<u64>) -> String {
    value.filter(|value| *value > 0).map(|value| value.to_string()).unwrap_or_default()
}

/// The measure that `before` becomes by what was typed; what the person may not change stays as it was.
pub(in crate::workspace) fn read(reading: &mut Reading<'_>, before: &Measure, reach: &Reach) -> Option<Measure> {
    let mut after = before.clone();
    let fields = reading.fields;
    if reach.includes_text() {
        let (starts, ends) = (reading.date("starts"), reading.date("ends"));
        after.title = fields.wordings("title");
        after.body = fields.wordings("body");
        (after.starts, after.ends) = (starts.unwrap_or(before.starts), ends.unwrap_or(before.ends));
    }
    let placed = *reach != Reach::Whole || read_place(reading, &mut after).is_some();
    after.budget = match reach.own() {
        None => read_budget(reading, None),
        Some(own) => with_own(&before.budget, own, read_budget(reading, Some(own))),
    };
    placed.then_some(after)
}

fn read_place(reading: &mut Reading<'_>, after: &mut Measure) -> Option<()> {
    let (plan, area, responsible) = (reading.choice("plan"), reading.choice("focus-area"), reading.choice("responsible"));
    let horizon = reading.choice::<HorizonWord>("horizon");
    after.goals = reading.boxes("goals", &after.goals);
    after.executing = reading.boxes("executing", &after.executing);
    after.contributing = reading.boxes("contributing", &after.contributing);
    after.assumptions = reading.boxes("assumptions", &after.assumptions);
    after.depends_on = reading.boxes("depends-on", &after.depends_on);
    after.from = reading.optional_date("from");
    after.order = u32::try_from(reading.whole("order")).unwrap_or(u32::MAX);
    after.example = reading.fields.has("example");
    after.cost = read_costs(reading);
    (after.plan, after.focus_area, after.responsible, after.horizon) = (plan?, area?, responsible?, horizon?.0);
    Some(())
}

struct HorizonWord(Horizon);

impl std::str::FromStr for HorizonWord {
    type Err = ();

    fn from_str(word: &str) -> Result<Self, ()> {
        let found = Horizon::ALL.into_iter().find(|horizon| horizon_word(*horizon) == word);
        found.map(Self).ok_or(())
    }
}

/// True where something was typed into a row.
fn is_used(fields: &Fields, row: &str, columns: &[&str]) -> bool {
    columns.iter().any(|column| !fields.text(&format!("{row}-{column}")).is_empty())
}

fn read_costs(reading: &mut Reading<'_>) -> Vec<Cost> {
    let mut costs = Vec::new();
    for row in 0..reading.fields.rows("cost", "year") {
        let row = format!("cost-{row}");
        if !is_used(reading.fields, &row, &["year", "kroner", "hours"]) {
            continue;
        }
        let (kroner, hours) = (reading.whole(&format!("{row}-kroner")), reading.whole(&format!("{row}-hours")));
        let example = reading.fields.has(&format!("{row}-example"));
        if let Some(year) = reading.year(&format!("{row}-year")) {
            costs.push(Cost {
                year,
                kroner,
                hours,
                example,
            });
        }
    }
    costs
}

fn read_budget(reading: &mut Reading<'_>, own: Option<&OrganisationId>) -> Vec<BudgetLine> {
    let columns = ["funder", "year", "kroner", "hours", "delivered-kroner", "delivered-hours"];
    let mut lines = Vec::new();
    for row in 0..reading.fields.rows("budget", "year") {
        let row = format!("budget-{row}");
        if !is_used(reading.fields, &row, &columns) {
            continue;
        }
        let funder = own.cloned().or_else(|| reading.choice(&format!("{row}-funder")));
        let year = reading.year(&format!("{row}-year"));
        let mut whole = |column: &str| reading.whole(&format!("{row}-{column}"));
        let (kroner, hours) = (whole("kroner"), whole("hours"));
        let (delivered_kroner, delivered_hours) = (whole("delivered-kroner"), whole("delivered-hours"));
        let example = reading.fields.has(&format!("{row}-example"));
        if let (Some(funder), Some(year)) = (funder, year) {
            lines.push(BudgetLine {
                funder,
                year,
                kroner,
                hours,
                delivered_kroner,
                delivered_hours,
                example,
            });
        }
    }
    lines
}

/// The lines of `before` with those of one organisation replaced, in their places.
fn with_own(before: &[BudgetLine], own: &OrganisationId, lines: Vec<BudgetLine>) -> Vec<BudgetLine> {
    let mut lines = lines.into_iter();
    let mut after = Vec::new();
    for line in before {
        if &line.funder == own {
            after.extend(lines.next());
        } else {
            after.push(line.clone());
        }
    }
    after.extend(lines);
    after
}

/// What a new measure begins as; none where the programme has no plan to put it in.
pub(in crate::workspace) fn blank(state: &State, today: Date) -> Option<Measure> {
    let plan = state.newest_plan()?;
    let area = plan
        .focus_areas
        .first()
        .or_else(|| state.focus_areas.first().map(|area| &area.id))?;
    Some(Measure {
        id: "x".parse().ok()?,
        plan: plan.id.clone(),
        title: Text::default(),
        focus_area: area.clone(),
        goals: Vec::new(),
        responsible: state.programme.executing.clone(),
        executing: Vec::new(),
        contributing: Vec::new(),
        horizon: Horizon::ThisYear,
        starts: plan.starts.max(today).min(plan.ends),
        ends: plan.ends,
        from: (today > plan.starts).then_some(today),
        assumptions: Vec::new(),
        depends_on: Vec::new(),
        body: Text::default(),
        cost: Vec::new(),
        budget: Vec::new(),
        status: Vec::new(),
        source: None,
        example: false,
        order: state.measures_of(&plan.id).map(|measure| measure.order).max().unwrap_or(0) + 1,
    })
}

/// Gives a new measure its identifier, made from its title, and its first status. What recurs from plan to plan carries
/// the plan's identifier too.
pub(in crate::workspace) fn begun(mut measure: Measure, snapshot: &Snapshot, today: Date) -> Option<Measure> {
    let title = identifier_from(measure.title.plain(Language::Nb));
    let elsewhere = title
        .parse()
        .ok()
        .and_then(|id: MeasureId| snapshot.state.measure(&id))
        .is_some_and(|known| known.plan != measure.plan);
    let id = if elsewhere { format!("{title}-{}", measure.plan) } else { title };
    measure.id = id.parse().ok()?;
    measure.status = vec![StatusChange {
        date: measure.from.unwrap_or(today),
        status: Status::Planned,
        reason: Text::default(),
        replaced_by: None,
    }];
    Some(measure)
}
