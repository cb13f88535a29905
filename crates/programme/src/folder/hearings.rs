//! Hearings: `hearings/<id>/hearing.md` says what is asked, `draft.json` beside it holds the plan as it was published, and
//! `statements.toml` what was answered.

use std::borrow::Cow;
use std::collections::BTreeSet;

use toml::Spanned;
use toml::de::DeValue;

use super::line::line_of;
use super::places::Place;
use super::reader::Reader;
use crate::hearing::Draft;
use crate::{Hearing, HearingId, Statement};

/// The file of the hearing itself.
pub(super) fn hearing_file(hearing: &HearingId) -> String {
    format!("hearings/{hearing}/hearing.md")
}

/// The file of the plan that it published.
pub(super) fn draft_file(hearing: &HearingId) -> String {
    format!("hearings/{hearing}/draft.json")
}

/// The file of what was answered.
pub(super) fn statements_file(hearing: &HearingId) -> String {
    format!("hearings/{hearing}/statements.toml")
}

impl Reader<'_> {
    /// The hearings that have a folder.
    pub fn hearing_ids(&self) -> BTreeSet<HearingId> {
        let names = self.under("hearings/").filter_map(|path| path.split('/').nth(1));
        names.filter_map(|name| name.parse().ok()).collect()
    }

    pub fn hearing(&mut self, hearing: &HearingId) -> Option<Hearing> {
        self.page(&hearing_file(hearing), "hearing", &[("id", hearing.as_str())])
    }

    /// The published draft. An editor or a version control may have changed its line ends, of which it has no others than
    /// `\n`.
    pub fn hearing_draft(&mut self, hearing: &HearingId) -> Option<Draft> {
        let text = self.files.get(&draft_file(hearing))?.replace("\r\n", "\n");
        Some(Draft {
            id: hearing.clone(),
            content: text.into(),
        })
    }

    /// What was answered to a hearing.
    pub fn statements(&mut self, hearing: &HearingId) -> Vec<Statement> {
        let file = statements_file(hearing);
        let text = self.files.get(&file).map_or("", String::as_str);
        let mut statements: Vec<Statement> = Vec::new();
        for mut table in self.tables(&file, text, "statement") {
            let line = line_of(text, table.span().start);
            self.hidden::<Statement>(&file, text, 1, table.get_mut());
            let place = Place::of(&file, line, table.get_ref(), text, 1);
            let name = DeValue::String(Cow::Borrowed(hearing.as_str()));
            let key = Spanned::new(0..0, Cow::Borrowed("hearing"));
            table.get_mut().insert(key, Spanned::new(0..0, name));
            if let Some(statement) = self.noun::<Statement>(&file, text, 1, table) {
                self.places.add("statement", statement.key(), place);
                statements.push(statement);
            }
        }
        statements
    }
}
