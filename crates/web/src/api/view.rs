//! What an operation is asked for: the programme in its address, and the values in its query.

use std::sync::Arc;

use ::programme::{ProgrammeId, Snapshot, State};
use axum::extract::{FromRequestParts, Query, RawPathParams};
use axum::http::request::Parts;
use jiff::civil::Date;
use serde::Serialize;
use utoipa::{IntoParams, ToSchema};

use super::ROOT;
use super::refused::{Refused, Why};
use crate::address::Addresses;
use crate::app::App;

/// The first part of every address below `/programmes`.
#[derive(IntoParams)]
#[into_params(parameter_in = Path)]
#[expect(dead_code, reason = "describes a parameter; View reads it")]
pub(super) struct OfProgramme {
    /// Identifier of the programme.
    #[param(pattern = "^[a-z0-9]([a-z0-9-]{0,58}[a-z0-9])?$")]
    programme: String,
}

/// Several things of one kind.
#[derive(Serialize, ToSchema)]
pub(super) struct List<T: ToSchema> {
    /// In the programme's own order.
    pub items: Vec<T>,
}

/// A programme, seen by one request.
pub(super) struct View {
    pub app: App,
    pub programme: ProgrammeId,
    snapshot: Arc<Snapshot>,
    addresses: Addresses,
    named: Vec<(String, String)>,
    asked: Vec<(String, String)>,
}

impl View {
    pub fn state(&self) -> &State {
        &self.snapshot.state
    }

    /// The thing that the address names under `parameter`.
    pub fn named<T: std::str::FromStr>(&self, parameter: &str) -> Result<T, Refused> {
        let text = self
            .named
            .iter()
            .find(|(name, _)| name == parameter)
            .map_or("", |(_, text)| text.as_str());
        text.parse().map_err(|_| Refused::missing(parameter, text))
    }

    /// The thing that the address names, as `find` finds it. What was taken out of the programme is gone; parameters are
    /// named as the store names kinds.
    pub async fn find<'a, I, T>(&'a self, parameter: &str, find: impl FnOnce(&'a State, &I) -> Option<&'a T>) -> Result<&'a T, Refused>
    where
        I: std::str::FromStr + std::fmt::Display + Send,
        T: Sync + 'a,
    {
        let id: I = self.named(parameter)?;
        if let Some(found) = find(self.state(), &id) {
            return Ok(found);
        }
        let (id, kind) = (id.to_string(), parameter.replace('_', "-"));
        let store = self.app.programmes.store();
        let versions = store::content::history(store.reader(), self.programme.as_str(), &kind, &id).await?;
        Err(if versions.is_empty() {
            Refused::missing(parameter, &id)
        } else {
            Refused::gone(parameter, &id)
        })
    }

    /// A value of the query; `wanted` says what would be right.
    pub fn asked<T: std::str::FromStr>(&self, field: &'static str, wanted: &str) -> Result<Option<T>, Refused> {
        let mut given = self.asked.iter().filter(|(name, _)| name == field).map(|(_, text)| text);
        let Some(text) = given.next() else { return Ok(None) };
        if given.next().is_some() {
            return Err(Refused::field(field, "give it once".to_owned()));
        }
        let wrong = || Refused::field(field, format!("«{text}» cannot be used: write {wanted}"));
        text.parse().map(Some).map_err(|_| wrong())
    }

    /// The day on which the programme is wanted.
    pub fn asked_day(&self, field: &'static str) -> Result<Option<Date>, Refused> {
        let day: Option<Day> = self.asked(field, "a date such as 2020-05-08")?;
        Ok(day.map(|day| day.0))
    }

    /// Where a thing of the programme stands in this API, such as `/goals/innbyggere`.
    pub fn address(&self, path: &str) -> String {
        format!("{}{ROOT}/programmes/{}{path}", self.app.settings.public_url, self.programme)
    }

    /// A page of the site in full, in bokmål.
    pub fn page(&self, of: impl FnOnce(&Addresses) -> String) -> String {
        format!("{}{}", self.app.settings.public_url, of(&self.addresses))
    }
}

/// A date written out in full: year, month and day and nothing more.
struct Day(Date);

impl std::str::FromStr for Day {
    type Err = ();

    fn from_str(text: &str) -> Result<Self, ()> {
        let plain = text.len() == 10 && text.bytes().all(|byte| byte.is_ascii_digit() || byte == b'-');
        plain.then(|| text.parse().ok()).flatten().map(Self).ok_or(())
    }
}

impl FromRequestParts<App> for View {
    type Rejection = Refused;

    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Self, Refused> {
        let params = RawPathParams::from_request_parts(parts, app).await;
        let params = params.map_err(|_| Refused::of(Why::NotFound, "the address cannot be read"))?;
        let named: Vec<(String, String)> = params.iter().map(|(name, text)| (name.to_owned(), text.to_owned())).collect();
        let text = named
            .iter()
            .find(|(name, _)| name == "programme")
            .map_or("", |(_, text)| text.as_str());
        let missing = || Refused::missing("programme", text);
        let programme: ProgrammeId = text.parse().map_err(|_| missing())?;
        let snapshot = app.programmes.snapshot(&programme).await?.ok_or_else(missing)?;
        let asked = Query::<Vec<(String, String)>>::try_from_uri(&parts.uri);
        Ok(Self {
            app: app.clone(),
            addresses: Addresses::new(programme.clone(), ::programme::Language::Nb),
            programme,
            snapshot,
            asked: asked.map(|Query(pairs)| pairs).unwrap_or_default(),
            named,
        })
    }
}
