//! What every change is accounted for by: on whose behalf it is made, and why. It goes into the journal.

use maud::{Markup, html};
use programme::{Change, Command, OrganisationId, Refusal, Role};

use super::choices;
use crate::app::App;
use crate::form::{Form, Reading, field};
use crate::session::Member;

/// On whose behalf, and why.
#[derive(Debug, Clone)]
pub(super) struct Account {
    on_behalf_of: Option<OrganisationId>,
    why: String,
}

impl Account {
    /// For a change that nobody else stands behind.
    pub fn because(why: &str) -> Self {
        Self {
            on_behalf_of: None,
            why: why.to_owned(),
        }
    }
}

const LONGEST_WHY: usize = 2000;

/// The fields of an account. A partner always acts for its own organisation.
pub(super) fn parts(form: &Form<'_>, member: &Member) -> Markup {
    html! {
        (form.prose(field("why").hint("field-why-hint").optional(), 2))
        @if member.actor.role != Role::Partner {
            (form.choice(field("behalf").optional(), Some("behalf-none"), &choices::organisations(&member.reader)))
        }
    }
}

pub(super) fn read(reading: &mut Reading<'_>, member: &Member) -> Account {
    reading.not_too_long("why", LONGEST_WHY);
    let on_behalf_of = match member.actor.role {
        Role::Partner => member.actor.organisation.clone(),
        _ => reading.optional_choice("behalf"),
    };
    Account {
        on_behalf_of,
        why: reading.fields.text("why").to_owned(),
    }
}

/// Carries out a change in the person's name.
pub(super) async fn apply(app: &App, member: &Member, account: Account, change: Change) -> Result<i64, Refusal> {
    let command = Command {
        who: member.actor.clone(),
        on_behalf_of: account.on_behalf_of,
        why: account.why,
        change,
    };
    app.programmes.apply(&member.reader.state().programme.id, command, app.now()).await
}
