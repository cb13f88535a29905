//! Who reads what: the programme as it is now, the language, the day, and the person where somebody is signed in.

use std::sync::Arc;

use axum::extract::FromRequestParts;
use axum::http::request::Parts;
use jiff::civil::Date;
use programme::{Language, ProgrammeId, Snapshot, State, Text};

use crate::address::Addresses;
use crate::app::App;
use crate::language::Asked;
use crate::problem::Problem;

/// A reader of one programme's pages.
#[derive(Clone)]
pub(crate) struct Reader {
    pub snapshot: Arc<Snapshot>,
    pub language: Language,
    pub addresses: Addresses,
    pub today: Date,
    /// Path below the programme, such as `/maal`, and the query, for links to the same page in other languages.
    pub place: String,
}

impl Reader {
    /// The programme's state.
    pub fn state(&self) -> &State {
        &self.snapshot.state
    }

    /// A text in the reader's language, or in another where that is missing and no mark can be set (titles of windows,
    /// charts, options of a list).
    pub fn plain<'a>(&self, text: &'a Text) -> &'a str {
        text.plain(self.language)
    }

    /// Reads the request; `None` where its address names no programme that there is.
    pub async fn quietly(parts: &mut Parts, app: &App) -> Option<Self> {
        Self::from_request_parts(parts, app).await.ok()
    }
}

impl FromRequestParts<App> for Reader {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Self, Problem> {
        let asked = parts
            .extensions
            .get::<Asked>()
            .cloned()
            .ok_or_else(|| Problem::internal("the language layer is missing"))?;
        let mut segments = asked.path.splitn(3, '/').skip(1);
        let programme: ProgrammeId = segments.next().unwrap_or_default().parse().map_err(|_| Problem::NotFound)?;
        let snapshot = app.programmes.snapshot(&programme).await?.ok_or(Problem::NotFound)?;
        let rest = segments.next().map(|rest| format!("/{rest}")).unwrap_or_default();
        let query = asked.query.map(|query| format!("?{query}")).unwrap_or_default();
        Ok(Self {
            snapshot,
            language: asked.language,
            addresses: Addresses::new(programme, asked.language),
            today: app.today(),
            place: rest + &query,
        })
    }
}
