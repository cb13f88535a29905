//! What is different between two versions of a thing, field by field, in words.

use jiff::civil::Date;
use maud::{Markup, html};
use programme::{BudgetLine, Cost, Goal, Language, StatusChange, Text, Watch, shock};
use publishing::difference::amount;
use publishing::{format, say};
use serde::de::DeserializeOwned;
use serde_json::Value;

use crate::reader::Reader;

/// One line of a field: a wording in a language, a name, an amount.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Line {
    language: Option<Language>,
    /// What the line is about, where a newer line can be about the same: a language, a year, a funder and a year.
    about: Option<String>,
    words: String,
}

/// A field with the lines that went and the lines that came.
pub(super) struct Changed {
    pub key: String,
    pub gone: Vec<Line>,
    pub come: Vec<Line>,
}

/// The fields in which two versions differ, in the order of the newer one. Versions are bodies as the store keeps them.
pub(super) fn between(reader: &Reader, before: &Value, after: &Value) -> Vec<Changed> {
    let mut keys: Vec<&String> = after.as_object().into_iter().flat_map(serde_json::Map::keys).collect();
    for key in before.as_object().into_iter().flat_map(serde_json::Map::keys) {
        if !keys.contains(&key) {
            keys.push(key);
        }
    }
    keys.into_iter()
        .filter(|key| key.as_str() != "id" && before.get(key) != after.get(key))
        .map(|key| {
            let (old, new) = (lines(reader, key, &before[key]), lines(reader, key, &after[key]));
            Changed {
                key: key.clone(),
                gone: old.iter().filter(|line| !new.contains(line)).cloned().collect(),
                come: new.iter().filter(|line| !old.contains(line)).cloned().collect(),
            }
        })
        .filter(|change| !change.gone.is_empty() || !change.come.is_empty())
        .collect()
}

/// A field's value in words.
pub(super) fn lines(reader: &Reader, key: &str, value: &Value) -> Vec<Line> {
    let language = reader.language;
    match key {
        "title" | "sentence" | "body" | "text" | "sign" | "reason" | "declared-by" | "decided-by" => wordings(value),
        "starts" | "ends" | "from" | "date" | "declared" | "decided" => each::<Date>(value, |date| format::date(language, date)),
        "cost" => each_about(value, |cost: &Cost| Some(cost.year.to_string()), |cost| cost_words(language, &cost)),
        "budget" => each_about(
            value,
            |line: &BudgetLine| Some(format!("{} {}", line.funder, line.year)),
            |line| budget_words(reader, &line),
        ),
        "status" => each(value, |change| status_words(language, &change)),
        "target" => each(value, |target| publishing::goal::path_words(language, &target)),
        "choice" => each::<String>(value, |word| say!(language, &format!("chosen-{word}"))),
        "draft" => each(value, |draft: shock::Draft| reader.plain(&draft.will.title).to_owned()),
        "goal-draft" => each(value, |draft: shock::GoalDraft| goal_words(reader, &draft.will)),
        "emergency" => each(value, |emergency: shock::Emergency| format::date(language, emergency.expires)),
        "watch" => each(value, |watch: Watch| watch_words(reader, &watch)),
        "horizon" => each::<String>(value, |word| say!(language, &format!("horizon-{word}"))),
        "example" => each::<bool>(value, |yes| say!(language, if yes { "yes" } else { "no" })),
        "source" => each::<statistics::Source>(value, |source| publishing::figure::source(language, &source)),
        "order" => each::<i64>(value, |order| order.to_string()),
        _ => each::<String>(value, |id| name(reader, key, &id)),
    }
}

fn wordings(value: &Value) -> Vec<Line> {
    let text: Text = serde_json::from_value(value.clone()).unwrap_or_default();
    let line = |(language, words): (Language, &str)| Line {
        language: Some(language),
        about: Some(language.to_string()),
        words: words.to_owned(),
    };
    text.wordings().map(line).collect()
}

/// The words of one thing, or of each in a list.
fn each<T: DeserializeOwned>(value: &Value, words: impl Fn(T) -> String) -> Vec<Line> {
    each_about(value, |_| None, words)
}

fn each_about<T: DeserializeOwned>(value: &Value, about: impl Fn(&T) -> Option<String>, words: impl Fn(T) -> String) -> Vec<Line> {
    let items = match value {
        Value::Null => Vec::new(),
        Value::Array(items) => items.clone(),
        one => vec![one.clone()],
    };
    items
        .into_iter()
        .filter_map(|item| serde_json::from_value(item).ok())
        .map(|item| Line {
            language: None,
            about: about(&item),
            words: words(item),
        })
        .collect()
}

/// The name of what a field points to; its identifier where it is no longer there.
fn name(reader: &Reader, key: &str, id: &str) -> String {
    let state = reader.state();
    let text = match key {
        "focus-area" | "focus-areas" => state.focus_areas.iter().find(|item| item.id.as_str() == id).map(|item| &item.title),
        "goals" | "serves" => state.goals.iter().find(|item| item.id.as_str() == id).map(|item| &item.title),
        "responsible" | "executing" | "contributing" | "owner" => state
            .organisations
            .iter()
            .find(|item| item.id.as_str() == id)
            .map(|item| &item.name),
        "assumptions" | "breaks" | "weakens" => state.assumptions.iter().find(|item| item.id.as_str() == id).map(|item| &item.text),
        "depends-on" | "replaced-by" => state.measures.iter().find(|item| item.id.as_str() == id).map(|item| &item.title),
        "indicator" => state.indicators.iter().find(|item| item.id.as_str() == id).map(|item| &item.title),
        "plan" => {
            let guiding = state
                .guiding_plans
                .iter()
                .find(|item| item.id.as_str() == id)
                .map(|item| &item.title);
            let action = state
                .action_plans
                .iter()
                .find(|item| item.id.as_str() == id)
                .map(|item| &item.title);
            action.or(guiding)
        }
        _ => None,
    };
    text.map_or_else(|| id.to_owned(), |text| reader.plain(text).to_owned())
}

/// A goal as it is to be: its sentence and its path.
fn goal_words(reader: &Reader, goal: &Goal) -> String {
    let path = goal
        .target
        .as_ref()
        .map(|target| publishing::goal::path_words(reader.language, target));
    format!("{} {}", reader.plain(&goal.sentence), path.unwrap_or_default())
}

fn watch_words(reader: &Reader, watch: &Watch) -> String {
    let limit = |sign: &str, limit: Option<f64>| limit.map(|limit| format!(" {sign} {limit}")).unwrap_or_default();
    let indicator = name(reader, "indicator", watch.indicator.as_str());
    indicator + &limit(">", watch.above) + &limit("<", watch.below)
}

fn cost_words(language: Language, cost: &Cost) -> String {
    format!("{}: {}", cost.year, amount(language, cost.kroner, cost.hours))
}

pub(super) fn budget_words(reader: &Reader, line: &BudgetLine) -> String {
    let language = reader.language;
    say!(
        language,
        "budget-line",
        funder = name(reader, "owner", line.funder.as_str()),
        year = line.year.to_string(),
        pledged = amount(language, line.kroner, line.hours),
        delivered = amount(language, line.delivered_kroner, line.delivered_hours)
    )
}

fn status_words(language: Language, change: &StatusChange) -> String {
    let status = say!(language, &format!("status-{}", change.status.word()));
    let words = format!("{}: {status}", format::date(language, change.date));
    match change.reason.plain(language) {
        "" => words,
        reason => format!("{words}. {reason}"),
    }
}

/// The differences as a list, word by word where one wording became another.
pub(super) fn list(reader: &Reader, changes: &[Changed]) -> Markup {
    html! {
        @for change in changes {
            p.vk-diff {
                strong { (say!(reader.language, &format!("field-{}", change.key))) } ": "
                @for (gone, come) in pairs(change) {
                    @match (gone, come) {
                        (Some(gone), Some(come)) => { (reworded(reader, gone, come)) " " },
                        (Some(gone), None) => { del { (line_words(reader, gone)) } " " },
                        (None, come) => { @if let Some(come) = come { ins { (line_words(reader, come)) } " " } },
                    }
                }
            }
        }
    }
}

/// What became what: lines about the same, and a single value that was replaced; all else went or came.
fn pairs(change: &Changed) -> Vec<(Option<&Line>, Option<&Line>)> {
    let single = change.gone.len() == 1 && change.come.len() == 1;
    let same = |one: &Line, two: &Line| one.about == two.about && (single || one.about.is_some());
    let came_from = |gone: &Line| change.come.iter().find(|come| same(gone, come));
    let went_to = |come: &Line| change.gone.iter().any(|gone| same(gone, come));
    let gone = change.gone.iter().map(|gone| (Some(gone), came_from(gone)));
    let come = change.come.iter().filter(|come| !went_to(come)).map(|come| (None, Some(come)));
    gone.chain(come).collect()
}

/// A line with its language, where it has one.
pub(super) fn line_words(reader: &Reader, line: &Line) -> Markup {
    html! {
        @match line.language {
            Some(language) => { span.vk-lang { (say!(reader.language, &format!("language-{language}"))) } " " span lang=(language) { (line.words) } },
            None => { (line.words) },
        }
    }
}

fn reworded(reader: &Reader, gone: &Line, come: &Line) -> Markup {
    let (old, new): (Vec<&str>, Vec<&str>) = (gone.words.split(' ').collect(), come.words.split(' ').collect());
    let shorter = old.len().min(new.len());
    let start = old.iter().zip(&new).take_while(|(one, two)| one == two).count();
    let end = old
        .iter()
        .rev()
        .zip(new.iter().rev())
        .take_while(|(one, two)| one == two)
        .count()
        .min(shorter - start);
    let part = |words: &[&str]| words.join(" ");
    html! {
        @if let Some(language) = gone.language { span.vk-lang { (say!(reader.language, &format!("language-{language}"))) } " " }
        span lang=[gone.language] {
            (part(&old[..start])) " "
            @if start + end < old.len() { del { (part(&old[start..old.len() - end])) } " " }
            @if start + end < new.len() { ins { (part(&new[start..new.len() - end])) } " " }
            (part(&old[old.len() - end..]))
        }
    }
}
