//! The form in which version 1 of the interface is asked, which some tables' stored queries still have.

use serde_json::{Value as Json, json};

use super::query::Query;

/// A query as version 1 wants it (`POST …/v0/no/table/07459`). Its answer is a bundle of JSON-stat 1.2 or a dataset of 2.0, which
/// [`jsonstat::read_dataset`] reads both. Codes and `*` are carried over; of the expressions, `top(n)`.
pub fn old_request(query: &Query) -> Json {
    let choice = |choice: &super::query::Choice| {
        let filter = choice.codelist.as_deref().map(|list| match list.split_once('_') {
            Some(("agg", name)) => format!("agg:{name}"),
            Some(("vs", name)) => format!("vs:{name}"),
            _ => list.to_owned(),
        });
        let top = match &choice.values[..] {
            [only] => only.strip_prefix("top(").and_then(|rest| rest.strip_suffix(')')),
            _ => None,
        };
        let (filter, values) = match (filter, top) {
            (Some(filter), _) => (filter, choice.values.clone()),
            (None, Some(count)) => ("top".to_owned(), vec![count.to_owned()]),
            (None, None) if choice.values.iter().any(|value| value.contains('*')) => ("all".to_owned(), choice.values.clone()),
            (None, None) => ("item".to_owned(), choice.values.clone()),
        };
        json!({"code": choice.variable, "selection": {"filter": filter, "values": values}})
    };
    let choices: Vec<Json> = query.choices.iter().map(choice).collect();
    json!({"query": choices, "response": {"format": "json-stat2"}})
}
