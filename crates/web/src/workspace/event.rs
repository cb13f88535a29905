//! One entry of the journal as people read it.

use maud::{Markup, html};
use programme::{Detail, OrganisationId};
use publishing::{format, say};
use store::journal::Entry;

use crate::app::time_in_norway;
use crate::reader::Reader;
use crate::widget::role_words;

/// When, who, on whose behalf and why; `more` says what became different.
pub(super) fn item(reader: &Reader, entry: &Entry, more: &Markup) -> Markup {
    let (language, written) = (reader.language, &entry.written);
    let moment = time_in_norway(written.at.timestamp());
    let time = format!("{:02}.{:02}", moment.hour(), moment.minute());
    let when = say!(language, "moment", date = format::date(language, moment.date()), time = time);
    html! {
        li.vk-event id=(format!("e{}", entry.number)) {
            time.vk-event__when datetime=(written.at) { (when) }
            div.vk-event__what {
                p { strong { (written.who) } (behalf(reader, written.on_behalf_of.as_deref())) ": " (say!(language, &format!("journal-{}", written.action))) }
                (subject(reader, &Detail::read(&written.detail)))
                @if !written.why.is_empty() { p.vk-reason { (written.why) } }
                (more)
            }
        }
    }
}

/// Whose access it was, or which revision.
fn subject(reader: &Reader, detail: &Detail) -> Markup {
    let language = reader.language;
    let plan = detail
        .plan
        .as_ref()
        .and_then(|id| reader.state().action_plan(id))
        .zip(detail.revision);
    html! {
        @if let Some(role) = detail.role {
            p { (say!(language, "journal-role", role = role_words(reader, role, detail.organisation.as_ref()))) }
        }
        @if let Some((plan, number)) = plan {
            p {
                a.ds-link href=(reader.addresses.revision(&plan.id, number)) {
                    (say!(language, "journal-revision", title = reader.plain(&plan.title), number = number.to_string()))
                }
            }
        }
    }
}

fn behalf(reader: &Reader, organisation: Option<&str>) -> Markup {
    let known = organisation
        .and_then(|id| id.parse::<OrganisationId>().ok())
        .and_then(|id| reader.state().organisation(&id));
    let name = known.map_or_else(|| organisation.unwrap_or_default(), |known| reader.plain(&known.name));
    html! { @if !name.is_empty() { ", " (say!(reader.language, "journal-behalf", organisation = name)) } }
}
