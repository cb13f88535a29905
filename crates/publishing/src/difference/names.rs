//! What things are called: as the newer state names them, else as the older one did, else by their identifiers.

use programme::difference::Difference;
use programme::{AssumptionId, FocusAreaId, GoalId, Language, MeasureId, OrganisationId, Surroundings};

/// Names in one language.
#[derive(Clone, Copy)]
pub struct Names<'a> {
    pub(super) language: Language,
    pub(super) before: &'a Surroundings,
    pub(super) after: &'a Surroundings,
    pub(super) difference: &'a Difference<'a>,
}

macro_rules! names {
    ($($(#[$meta:meta])* $name:ident: $id:ty, $text:ident),* $(,)?) => {$(
        $(#[$meta])*
        pub fn $name(&self, id: &$id) -> String {
            let known = self.after.$name(id).or_else(|| self.before.$name(id));
            known.map_or_else(|| id.to_string(), |known| known.$text.plain(self.language).to_owned())
        }
    )*};
}

impl Names<'_> {
    names! {
        organisation: OrganisationId, name,
        goal: GoalId, title,
        focus_area: FocusAreaId, title,
        assumption: AssumptionId, text,
    }

    pub fn measure(&self, id: &MeasureId) -> String {
        let measures = self.difference.after.measures.iter().chain(&self.difference.before.measures);
        let known = measures.into_iter().find(|measure| &measure.id == id);
        known.map_or_else(|| id.to_string(), |known| known.title.plain(self.language).to_owned())
    }
}
