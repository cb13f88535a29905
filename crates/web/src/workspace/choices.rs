//! What can be chosen in the workspace's forms.

use programme::{Horizon, State, Status};
use publishing::say;

use crate::form::Choice;
use crate::reader::Reader;
use crate::widget::horizon_key;

macro_rules! choices {
    ($($name:ident: $list:ident by $text:ident),* $(,)?) => {$(
        pub(super) fn $name(reader: &Reader) -> Vec<Choice> {
            let state: &State = reader.state();
            state.$list.iter().map(|item| Choice::new(&item.id, reader.plain(&item.$text))).collect()
        }
    )*};
}

choices! {
    organisations: organisations by name,
    assumptions: assumptions by text,
    indicators: indicators by title,
    focus_areas: focus_areas by title,
    guiding_plans: guiding_plans by title,
    goals: goals by title,
    action_plans: action_plans by title,
    measures: measures by title,
}

pub(super) fn horizons(reader: &Reader) -> Vec<Choice> {
    Horizon::ALL
        .into_iter()
        .map(|horizon| Choice::new(&horizon_word(horizon), say!(reader.language, horizon_key(horizon))))
        .collect()
}

/// The word of a horizon in files and forms.
pub(super) fn horizon_word(horizon: Horizon) -> &'static str {
    horizon_key(horizon).trim_start_matches("horizon-")
}

pub(super) fn statuses(reader: &Reader) -> Vec<Choice> {
    Status::ALL
        .into_iter()
        .map(|status| Choice::new(&status.word(), say!(reader.language, &format!("status-{}", status.word()))))
        .collect()
}
