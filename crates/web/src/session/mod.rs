//! Who is signed in, and what proves it: a session's cookie, the origin of what is sent, and the token in every form.

pub(crate) mod cookie;
mod origin;
mod posted;

use axum::extract::FromRequestParts;
use axum::http::HeaderMap;
use axum::http::request::Parts;
use programme::{Actor, OrganisationId, ProgrammeId, Role};
use store::access::{self, Membership};
use store::{Instant, StoreError};

use crate::app::App;
use crate::problem::Problem;
use crate::reader::Reader;

pub(crate) use origin::is_ours;
pub(crate) use posted::Posted;

/// A person with a session.
#[derive(Debug, Clone)]
pub(crate) struct SignedIn {
    pub email: String,
    /// Stands in every form of this session.
    pub csrf: String,
    /// What the person is in the programme of the page; none where they are nothing in it.
    pub actor: Option<Actor>,
}

impl SignedIn {
    /// The person whose cookie a request carries, as they are in a programme.
    pub async fn of(headers: &HeaderMap, app: &App, programme: &ProgrammeId) -> Result<Option<Self>, StoreError> {
        let Some(token) = cookie::token(headers, &app.settings) else {
            return Ok(None);
        };
        let (store, now) = (app.programmes.store(), Instant::new(app.now()));
        let Some(session) = access::session(store.reader(), token, now).await? else {
            return Ok(None);
        };
        if session.due {
            let token = token.to_owned();
            store
                .write(move |transaction| Box::pin(async move { access::touch(transaction, &token, now).await }))
                .await?;
        }
        let membership = access::membership(store.reader(), programme.as_str(), &session.email).await?;
        Ok(Some(Self {
            email: session.email,
            csrf: session.csrf,
            actor: membership.and_then(actor),
        }))
    }
}

/// Who a member acts as; none where the store holds a role that this version does not know.
fn actor(membership: Membership) -> Option<Actor> {
    let role: Role = membership.role.parse().ok()?;
    let organisation: Option<OrganisationId> = membership.organisation.and_then(|id| id.parse().ok());
    let name = if membership.name.is_empty() {
        membership.email
    } else {
        membership.name
    };
    Some(Actor { name, role, organisation })
}

/// A signed-in person who is something in the programme of the page. Whoever is not signed in is sent to do so, and who
/// is nothing here is refused.
#[derive(Clone)]
pub(crate) struct Member {
    pub reader: Reader,
    pub actor: Actor,
    pub email: String,
}

impl FromRequestParts<App> for Member {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Self, Problem> {
        let reader = Reader::from_request_parts(parts, app).await?;
        let SignedIn { email, actor, .. } = reader.signed_in.clone().ok_or(Problem::SignIn)?;
        let actor = actor.ok_or(Problem::Forbidden)?;
        Ok(Self { reader, actor, email })
    }
}
