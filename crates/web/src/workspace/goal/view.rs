//! The pages of goals in the workspace.

use maud::{Markup, html};
use programme::Goal;
use publishing::say;

use super::sheet::PATHS;
use crate::form::{Choice, Fields, Form, Mistake, field};
use crate::page::{self, Place};
use crate::session::Member;
use crate::widget::crumbs;
use crate::wording::{example_mark, inline};
use crate::workspace::conflict::Conflict;
use crate::workspace::{account, choices, notice};

/// All goals, with the ways to change them for those who may.
pub(super) fn list(member: &Member) -> Markup {
    let (reader, language) = (&member.reader, member.reader.language);
    let edits = member.actor.may_edit_all();
    let title = say!(language, "nav-goals");
    let body = html! {
        (notice(reader))
        h1.vk-title { (title) }
        @if edits { div.vk-actions { a.ds-button href=(reader.addresses.workspace("/maal/ny")) { (say!(language, "goal-new")) } } }
        section.vk-section aria-labelledby="alle-maal" {
            h2.vk-section__title id="alle-maal" { (say!(language, "goals-all")) }
            ul.vk-rows {
                @for goal in &reader.state().goals {
                    @let place = reader.addresses.workspace(&format!("/maal/{}", goal.id));
                    li.vk-row {
                        a.vk-row__title href=(if edits { place.clone() } else { reader.addresses.goal(&goal.id) }) { (inline(language, &goal.title)) }
                        @if goal.example { span.vk-row__side { (example_mark(language)) } }
                        p.vk-row__detail {
                            (inline(language, &goal.sentence)) " "
                            a.ds-link href=(format!("{place}/historie")) { (say!(language, "history")) span.ds-sr-only { ": " (reader.plain(&goal.title)) } }
                        }
                    }
                }
            }
        }
    };
    page::workspace(reader, Place::Goals, &title, &body)
}

/// The form of a goal that there is.
pub(super) fn edit(member: &Member, goal: &Goal, fields: &Fields, mistakes: &[Mistake], conflict: Option<&Conflict>) -> Markup {
    let (reader, language) = (&member.reader, member.reader.language);
    let title = say!(language, "goal-edit-title", title = reader.plain(&goal.title));
    let action = reader.addresses.workspace(&format!("/maal/{}", goal.id));
    let above = html! {
        h1.vk-title { (title) }
        ul.vk-ways {
            li { a.ds-link href=(format!("{action}/historie")) { (say!(language, "history")) } }
            li { a.ds-link href=(reader.addresses.goal(&goal.id)) { (say!(language, "public-page")) } }
        }
        @if let Some(conflict) = conflict { (conflict.notice(reader)) }
    };
    framed(member, &title, &above, &action, fields, mistakes)
}

/// The form of a new goal.
pub(super) fn new(member: &Member, fields: &Fields, mistakes: &[Mistake]) -> Markup {
    let title = say!(member.reader.language, "goal-new");
    let action = member.reader.addresses.workspace("/maal/ny");
    framed(member, &title, &html! { h1.vk-title { (title) } }, &action, fields, mistakes)
}

fn framed(member: &Member, title: &str, above: &Markup, action: &str, fields: &Fields, mistakes: &[Mistake]) -> Markup {
    let (reader, language) = (&member.reader, member.reader.language);
    let form = Form { reader, fields, mistakes };
    let back = reader.addresses.workspace("/maal");
    let ways = [(back.clone(), html! { (say!(language, "nav-goals")) })];
    let body = html! {
        (crumbs(reader, &ways, &html! { (title) }))
        (above)
        (form.draw(action, &say!(language, "form-save"), &back, &parts(&form, member)))
    };
    page::workspace(reader, Place::Goals, title, &body)
}

fn parts(form: &Form<'_>, member: &Member) -> Markup {
    let reader = form.reader;
    html! {
        @if form.fields.has("base") { (form.hidden("base")) }
        (form.wordings(field("title").hint("field-title-hint"), 1))
        (form.wordings(field("sentence").hint("field-sentence-hint").optional(), 2))
        (form.wordings(field("body").hint("field-body-hint").optional(), 6))
        div.vk-form__row {
            (form.choice(field("plan").in_row(), Some("form-nothing"), &choices::guiding_plans(reader)))
            (form.choice(field("owner").in_row(), Some("form-nobody"), &choices::organisations(reader)))
            (form.number(field("order").in_row()))
        }
        (form.boxes(field("serves").optional(), &choices::goals(reader)))
        (form.boxes(field("assumptions").optional(), &choices::assumptions(reader)))
        (form.choice(field("indicator").hint("field-indicator-hint").optional(), Some("form-nothing"), &choices::indicators(reader)))
        (target(form))
        (form.tick(field("example").hint("field-example-hint")))
        (account::parts(form, member))
    }
}

/// The fields of a target path.
pub(in crate::workspace) fn target(form: &Form<'_>) -> Markup {
    let language = form.reader.language;
    let paths = PATHS.map(|path| Choice::new(&path, say!(language, &format!("target-path-{path}"))));
    let open = form.is_wrong_below("points") || form.fields.text("path") == "points";
    html! {
        (form.buttons(field("path").hint("field-path-hint"), &paths))
        div.vk-form__row {
            (form.date(field("target-from").in_row()))
            (form.number(field("target-start").in_row()))
            (form.date(field("target-horizon").in_row()))
        }
        (form.number(field("target-rate").hint("field-target-rate-hint").in_row()))
        details.vk-details open[open] {
            summary { (say!(language, "target-points")) }
            p.vk-small { (say!(language, "target-points-hint")) }
            @for row in 0..form.fields.rows("points", "date") {
                div.vk-form__row role="group" aria-label=(say!(language, "form-row", number = row + 1)) {
                    (form.date(field(&format!("points-{row}-date")).in_row()))
                    (form.number(field(&format!("points-{row}-value")).in_row()))
                }
            }
        }
        (form.tick(field("target-example")))
    }
}
