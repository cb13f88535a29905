//! A goal as the fields of a form, and back.

use programme::goal::{Path, PathError, PathPoint, Target};
use programme::{Goal, Language, State, Text, identifier_from};

use crate::form::{Fields, Reading};

/// Rows for points that are new, since no row can be added without a script.
const EMPTY_ROWS: usize = 4;

/// The ways in which a target path can go.
pub(super) const PATHS: [&str; 3] = ["none", "rate", "points"];

/// What a form about a goal begins with; numbers are written as the reader's language does.
pub(super) fn fields(goal: &Goal, language: Language) -> Fields {
    let mut fields = Fields::default();
    let mut optional = |name: &str, id: Option<String>| fields.add(name, &id.unwrap_or_default());
    optional("plan", goal.plan.as_ref().map(ToString::to_string));
    optional("indicator", goal.indicator.as_ref().map(ToString::to_string));
    optional("owner", goal.owner.as_ref().map(ToString::to_string));
    fields.add_wordings("title", &goal.title);
    fields.add_wordings("sentence", &goal.sentence);
    fields.add_wordings("body", &goal.body);
    fields.add_all("serves", &goal.serves);
    fields.add_all("assumptions", &goal.assumptions);
    fields.add("order", &goal.order);
    fields.add_tick("example", goal.example);
    add_target(&mut fields, goal.target.as_ref(), language);
    fields
}

pub(in crate::workspace) fn add_target(fields: &mut Fields, target: Option<&Target>, language: Language) {
    let (path, rate, points) = match target.map(|target| &target.path) {
        None => ("none", String::new(), &[][..]),
        Some(Path::YearlyRate(rate)) => ("rate", typed(rate * 100.0, language), &[][..]),
        Some(Path::Points(points)) => ("points", String::new(), points.as_slice()),
    };
    fields.add("path", &path);
    fields.add("target-rate", &rate);
    fields.add("target-from", &target.map(|target| target.from.to_string()).unwrap_or_default());
    fields.add(
        "target-start",
        &target.map(|target| typed(target.start, language)).unwrap_or_default(),
    );
    fields.add(
        "target-horizon",
        &target.map(|target| target.horizon.to_string()).unwrap_or_default(),
    );
    fields.add_tick("target-example", target.is_some_and(|target| target.example));
    for (row, point) in points.iter().map(Some).chain([None; EMPTY_ROWS]).enumerate() {
        fields.add(
            &format!("points-{row}-date"),
            &point.map(|point| point.date.to_string()).unwrap_or_default(),
        );
        fields.add(
            &format!("points-{row}-value"),
            &point.map(|point| typed(point.value, language)).unwrap_or_default(),
        );
    }
}

/// A number as it is typed: no spaces, and no more decimals than it has.
pub(in crate::workspace) fn typed(value: f64, language: Language) -> String {
    let text = format!("{value:.8}");
    let text = text.trim_end_matches('0').trim_end_matches('.');
    if language == Language::En {
        text.to_owned()
    } else {
        text.replace('.', ",")
    }
}

/// The goal that `before` becomes by what was typed.
pub(super) fn read(reading: &mut Reading<'_>, before: &Goal) -> Goal {
    let fields = reading.fields;
    Goal {
        id: before.id.clone(),
        title: fields.wordings("title"),
        sentence: fields.wordings("sentence"),
        plan: reading.optional_choice("plan"),
        serves: reading.boxes("serves", &before.serves),
        indicator: reading.optional_choice("indicator"),
        owner: reading.optional_choice("owner"),
        assumptions: reading.boxes("assumptions", &before.assumptions),
        body: fields.wordings("body"),
        target: read_target(reading),
        source: before.source.clone(),
        example: fields.has("example"),
        order: u32::try_from(reading.whole("order")).unwrap_or(u32::MAX),
    }
}

pub(in crate::workspace) fn read_target(reading: &mut Reading<'_>) -> Option<Target> {
    let path = match reading.fields.text("path") {
        "rate" => reading.decimal("target-rate", 2).map(Path::YearlyRate),
        "points" => Some(Path::Points(read_points(reading))),
        _ => return None,
    };
    let (from, start, horizon) = (
        reading.date("target-from"),
        reading.decimal("target-start", 0),
        reading.date("target-horizon"),
    );
    let target = Target::new(from?, start?, path?, horizon?, reading.fields.has("target-example"));
    target.map_err(|error| wrong(reading, error)).ok()
}

fn wrong(reading: &mut Reading<'_>, error: PathError) {
    let (field, key) = match error {
        PathError::Horizon => ("target-horizon", "mistake-path-horizon"),
        PathError::Start => ("target-start", "mistake-path-start"),
        PathError::Rate => ("target-rate", "mistake-path-rate"),
        PathError::Points | PathError::Form => ("points-0-date", "mistake-path-points"),
    };
    reading.wrong(field, key);
}

fn read_points(reading: &mut Reading<'_>) -> Vec<PathPoint> {
    let mut points = Vec::new();
    for row in 0..reading.fields.rows("points", "date") {
        let (day, value) = (format!("points-{row}-date"), format!("points-{row}-value"));
        if reading.fields.text(&day).is_empty() && reading.fields.text(&value).is_empty() {
            continue;
        }
        if let (Some(date), Some(value)) = (reading.date(&day), reading.decimal(&value, 0)) {
            points.push(PathPoint { date, value });
        }
    }
    points
}

/// What a new goal begins as.
pub(super) fn blank(state: &State) -> Option<Goal> {
    Some(Goal {
        id: "x".parse().ok()?,
        title: Text::default(),
        sentence: Text::default(),
        plan: None,
        serves: Vec::new(),
        indicator: None,
        owner: None,
        assumptions: Vec::new(),
        body: Text::default(),
        target: None,
        source: None,
        example: false,
        order: state.goals.iter().map(|goal| goal.order).max().unwrap_or(0) + 1,
    })
}

/// Gives a new goal its identifier, made from its title.
pub(super) fn begun(goal: Goal) -> Option<Goal> {
    let id = identifier_from(goal.title.plain(Language::Nb)).parse().ok()?;
    Some(Goal { id, ..goal })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_goal_that_goes_through_its_form_untouched_is_the_same() {
        let rate = r#"{"from": "2019-01-01", "start": 27481.0, "yearly-rate": 0.014, "horizon": "2030-01-01"}"#;
        let points =
            r#"{"from": "2019-01-01", "start": 10.5, "points": [{"date": "2030-01-01", "value": 12.25}], "horizon": "2030-01-01"}"#;
        for target in [rate, points, "null"] {
            let goal: Goal = serde_json::from_str(&format!(
                r#"{{"id": "a", "title": {{"nb": "A"}}, "sentence": {{"nb": "B", "en": "C"}}, "indicator": "folketall", "order": 3,
                     "serves": ["b", "c"], "example": true, "target": {target}}}"#
            ))
            .unwrap();
            for language in Language::ALL {
                let fields = fields(&goal, language);
                let mut reading = Reading::new(&fields, language);
                assert_eq!(read(&mut reading, &goal), goal);
                assert_eq!(reading.mistakes, vec![]);
            }
        }
    }
}
