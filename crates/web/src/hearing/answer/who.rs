//! Who answers, and how we know.

use programme::hearing::{Phase, subject};
use programme::{Actor, Hearing, OrganisationId, Statement};
use store::links::{self, Link};
use store::respondents::{self, Respondent};
use store::{Instant, StoreError};

use crate::app::App;
use crate::form::Fields;
use crate::reader::Reader;

/// Somebody who answers.
pub(super) enum Who {
    /// By the open form; nobody knows who it is.
    Visitor,
    /// Signed in, for the organisation.
    Member(OrganisationId),
    /// By a personal link; with the number of what a person sent by it, where it speaks for no organisation.
    Link(Box<Link>, Option<i64>),
    /// By the link of a receipt, to change what was sent.
    Sender(Respondent),
}

/// Who answers without a link; none where the hearing asks others.
pub(super) fn by_session(reader: &Reader, hearing: &Hearing) -> Option<Who> {
    let own = reader.actor().and_then(|actor| actor.organisation.clone());
    match own.filter(|own| hearing.may_answer(own)) {
        Some(own) => Some(Who::Member(own)),
        None => hearing.has_open_form().then_some(Who::Visitor),
    }
}

/// Who holds a token; none where it is nobody's, or is about something else.
pub(super) async fn by_token(app: &App, reader: &Reader, hearing: &Hearing, token: &str) -> Result<Option<Who>, StoreError> {
    let (store, programme) = (app.programmes.store().reader(), &reader.state().programme.id);
    if let Some(link) = links::find(store, programme.as_str(), token).await? {
        if link.subject != subject(programme, &hearing.id) {
            return Ok(None);
        }
        let sent = respondents::find(store, programme.as_str(), hearing.id.as_str(), token).await?;
        return Ok(Some(Who::Link(Box::new(link), sent.map(|sent| sent.number))));
    }
    let sender = respondents::find(store, programme.as_str(), hearing.id.as_str(), token).await?;
    Ok(sender.map(Who::Sender))
}

impl Who {
    /// True for those of whom nothing vouches.
    pub fn is_unknown(&self) -> bool {
        matches!(self, Self::Visitor)
    }

    /// The organisation that speaks.
    pub fn organisation(&self) -> Option<OrganisationId> {
        match self {
            Self::Member(own) => Some(own.clone()),
            Self::Link(link, _) => link.organisation.as_ref()?.parse().ok(),
            Self::Visitor | Self::Sender(_) => None,
        }
    }

    pub fn link(&self) -> Option<&Link> {
        match self {
            Self::Link(link, _) => Some(link),
            _ => None,
        }
    }

    /// Who acts, as the journal will tell it.
    pub fn actor(&self, reader: &Reader) -> Actor {
        match (self, reader.actor()) {
            (Self::Member(_), Some(actor)) => actor.clone(),
            _ => Actor::visitor(self.organisation()),
        }
    }

    /// What was sent already: for an organisation by whoever spoke for it, by a person with this very link.
    pub fn known<'a>(&self, reader: &'a Reader, hearing: &Hearing) -> Option<&'a Statement> {
        let mut all = reader.state().statements_to(&hearing.id);
        match (self, self.organisation()) {
            (Self::Sender(sender), _) => all.find(|one| i64::from(one.number) == sender.number),
            (_, Some(own)) => all.find(|one| one.organisation.as_ref() == Some(&own)),
            (Self::Link(_, Some(number)), None) => all.find(|one| i64::from(one.number) == *number),
            (Self::Link(..) | Self::Visitor | Self::Member(_), None) => None,
        }
    }

    /// The version that a form begins from; empty where nothing was sent yet.
    pub fn base(&self, reader: &Reader, hearing: &Hearing) -> String {
        let known = self
            .known(reader, hearing)
            .and_then(|known| reader.snapshot.version("statement", &known.key()));
        known.map_or_else(String::new, |version| version.to_string())
    }

    /// False where somebody else has answered since the form was opened.
    pub fn is_based_on_newest(&self, reader: &Reader, hearing: &Hearing, fields: &Fields) -> bool {
        self.is_unknown() || fields.text("base") == self.base(reader, hearing)
    }

    /// True where it can still be answered.
    pub fn is_in_time(&self, app: &App, reader: &Reader, hearing: &Hearing) -> bool {
        let expired = self.link().is_some_and(|link| link.has_expired(Instant::new(app.now())));
        !expired && hearing.phase(reader.today) == Phase::Open
    }

    /// Remembers that a link was opened, so that the programme sees whom to remind.
    pub async fn mark_opened(&self, app: &App) -> Result<(), StoreError> {
        let Some(link) = self.link().filter(|link| link.opened.is_none()).cloned() else {
            return Ok(());
        };
        let now = Instant::new(app.now());
        let store = app.programmes.store();
        store
            .write(move |transaction| Box::pin(async move { links::opened(transaction, &link, now).await }))
            .await
    }
}
