//! Shocks: `shocks/<id>/shock.md` says what happened, `shocks/<id>/decisions.toml` what was decided on it.

use std::borrow::Cow;
use std::collections::BTreeSet;

use toml::Spanned;
use toml::de::DeValue;

use super::line::line_of;
use super::places::Place;
use super::reader::Reader;
use crate::{Decision, Shock, ShockId};

/// The file of what was decided on a shock.
pub(super) fn decisions_file(shock: &ShockId) -> String {
    format!("shocks/{shock}/decisions.toml")
}

/// The file of the shock itself.
pub(super) fn shock_file(shock: &ShockId) -> String {
    format!("shocks/{shock}/shock.md")
}

impl Reader<'_> {
    /// The shocks that have a folder.
    pub fn shock_ids(&self) -> BTreeSet<ShockId> {
        let names = self.under("shocks/").filter_map(|path| path.split('/').nth(1));
        names.filter_map(|name| name.parse().ok()).collect()
    }

    pub fn shock(&mut self, shock: &ShockId) -> Option<Shock> {
        self.page(&shock_file(shock), "shock", &[("id", shock.as_str())])
    }

    /// What was decided on a shock.
    pub fn decisions(&mut self, shock: &ShockId) -> Vec<Decision> {
        let file = decisions_file(shock);
        let text = self.files.get(&file).map_or("", String::as_str);
        let mut decisions: Vec<Decision> = Vec::new();
        for mut table in self.tables(&file, text, "decision") {
            let line = line_of(text, table.span().start);
            self.hidden::<Decision>(&file, text, 1, table.get_mut());
            let place = Place::of(&file, line, table.get_ref(), text, 1);
            let name = DeValue::String(Cow::Borrowed(shock.as_str()));
            table
                .get_mut()
                .insert(Spanned::new(0..0, Cow::Borrowed("shock")), Spanned::new(0..0, name));
            if let Some(decision) = self.noun::<Decision>(&file, text, 1, table) {
                self.places.add("decision", decision.key(), place);
                decisions.push(decision);
            }
        }
        decisions
    }
}
