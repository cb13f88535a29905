//! Who reads what: the programme as it is now, the language, the day, and the person where somebody is signed in.

use std::sync::Arc;

use axum::extract::FromRequestParts;
use axum::http::request::Parts;
use jiff::civil::Date;
use programme::{Actor, Language, ProgrammeId, Snapshot, State, Text};

use crate::address::Addresses;
use crate::app::App;
use crate::language::Asked;
use crate::problem::Problem;
use crate::session::SignedIn;

/// A reader of one programme's pages.
#[derive(Clone)]
pub(crate) struct Reader {
    pub snapshot: Arc<Snapshot>,
    pub language: Language,
    pub addresses: Addresses,
    pub today: Date,
    /// Path below the programme, such as `/maal`, and the query, for links to the same page in other languages.
    pub place: String,
    /// None for visitors.
    pub signed_in: Option<SignedIn>,
}

impl Reader {
    /// The programme's state.
    pub fn state(&self) -> &State {
        &self.snapshot.state
    }

    /// Who acts, where somebody is signed in who is something in this programme.
    pub fn actor(&self) -> Option<&Actor> {
        self.signed_in.as_ref()?.actor.as_ref()
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

    /// Read once per request: whoever asks again gets the same.
    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Self, Problem> {
        if let Some(known) = parts.extensions.get::<Self>() {
            return Ok(known.clone());
        }
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
        let signed_in = SignedIn::of(&parts.headers, app, &programme).await?;
        let reader = Self {
            snapshot,
            language: asked.language,
            addresses: Addresses::new(programme, asked.language),
            today: app.today(),
            place: rest + &query,
            signed_in,
        };
        parts.extensions.insert(reader.clone());
        Ok(reader)
    }
}
