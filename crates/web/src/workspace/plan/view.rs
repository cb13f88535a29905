//! The pages of action plans in the workspace.

use maud::{Markup, html};
use programme::ActionPlan;
use publishing::{format, say};

use crate::form::{Fields, Form, Mistake, field};
use crate::page::{self, Place};
use crate::session::Member;
use crate::widget::{counts, crumbs};
use crate::wording::{example_mark, inline};
use crate::workspace::conflict::Conflict;
use crate::workspace::{account, choices, notice};

/// All plans, newest first, with what each person may do with them.
pub(super) fn list(member: &Member) -> Markup {
    let (reader, language) = (&member.reader, member.reader.language);
    let title = say!(language, "nav-plan");
    let mut plans: Vec<&ActionPlan> = reader.state().action_plans.iter().collect();
    plans.sort_by_key(|plan| std::cmp::Reverse(plan.starts));
    let body = html! {
        (notice(reader))
        h1.vk-title { (title) }
        @if member.actor.may_edit_all() {
            div.vk-actions { a.ds-button href=(reader.addresses.workspace("/handlingsplan/ny")) { (say!(language, "plan-new")) } }
        }
        @for plan in plans { (one(member, plan)) }
    };
    page::workspace(reader, Place::Plans, &title, &body)
}

fn one(member: &Member, plan: &ActionPlan) -> Markup {
    let (reader, language, state) = (&member.reader, member.reader.language, member.reader.state());
    let place = reader.addresses.workspace(&format!("/handlingsplan/{}", plan.id));
    let heading = format!("plan-{}", plan.id);
    html! {
        section.vk-section aria-labelledby=(heading) {
            h2.vk-section__title id=(heading) { (inline(language, &plan.title)) @if plan.example { (example_mark(language)) } }
            p { (counts(language, state.measures_of(&plan.id))) }
            @match state.revisions_of(&plan.id).last() {
                Some(newest) => { p { (say!(language, "plan-newest-revision", number = newest.number, day = format::date(language, newest.adopted), body = reader.plain(&newest.body))) } },
                None => { p { (say!(language, "plan-no-revision")) } },
            }
            ul.vk-ways {
                @if member.actor.may_govern() { li { a.ds-link href=(format!("{place}/vedta")) { (say!(language, "plan-adopt")) } } }
                @if member.actor.may_edit_all() { li { a.ds-link href=(place) { (say!(language, "plan-edit")) } } }
                @if let Some(newest) = state.revisions_of(&plan.id).last().filter(|newest| newest.number > 1 && member.actor.may_edit_all()) {
                    li { a.ds-link href=(format!("{place}/brev/{}", newest.number)) { (say!(language, "letter-write")) } }
                }
                li { a.ds-link href=(format!("{place}/historie")) { (say!(language, "history")) } }
                li { a.ds-link href=(reader.addresses.action_plan(&plan.id)) { (say!(language, "public-page")) } }
            }
        }
    }
}

/// The form of a plan that there is.
pub(super) fn edit(member: &Member, plan: &ActionPlan, fields: &Fields, mistakes: &[Mistake], conflict: Option<&Conflict>) -> Markup {
    let (reader, language) = (&member.reader, member.reader.language);
    let title = say!(language, "plan-edit-title", title = reader.plain(&plan.title));
    let action = reader.addresses.workspace(&format!("/handlingsplan/{}", plan.id));
    let above = html! {
        h1.vk-title { (title) }
        @if let Some(conflict) = conflict { (conflict.notice(reader)) }
    };
    framed(member, &title, &above, &action, fields, mistakes)
}

/// The form of a new plan.
pub(super) fn new(member: &Member, fields: &Fields, mistakes: &[Mistake]) -> Markup {
    let title = say!(member.reader.language, "plan-new");
    let action = member.reader.addresses.workspace("/handlingsplan/ny");
    framed(member, &title, &html! { h1.vk-title { (title) } }, &action, fields, mistakes)
}

fn framed(member: &Member, title: &str, above: &Markup, action: &str, fields: &Fields, mistakes: &[Mistake]) -> Markup {
    let (reader, language) = (&member.reader, member.reader.language);
    let form = Form { reader, fields, mistakes };
    let back = reader.addresses.workspace("/handlingsplan");
    let ways = [(back.clone(), html! { (say!(language, "nav-plan")) })];
    let parts = html! {
        @if fields.has("base") { (form.hidden("base")) }
        (form.wordings(field("title").hint("field-title-hint"), 1))
        div.vk-form__row { (form.date(field("starts"))) (form.date(field("ends"))) }
        (form.boxes(field("focus-areas"), &choices::focus_areas(reader)))
        (form.wordings(field("body").hint("field-body-hint").optional(), 6))
        (form.tick(field("example").hint("field-example-hint")))
        (account::parts(&form, member))
    };
    let body = html! {
        (crumbs(reader, &ways, &html! { (title) }))
        (above)
        (form.draw(action, &say!(language, "form-save"), &back, &parts))
    };
    page::workspace(reader, Place::Plans, title, &body)
}
