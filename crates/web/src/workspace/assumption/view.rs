//! The pages of assumptions in the workspace.

use maud::{Markup, html};
use programme::Assumption;
use publishing::say;

use crate::form::{Fields, Form, Mistake, field};
use crate::page::{self, Place};
use crate::session::Member;
use crate::widget::crumbs;
use crate::wording::{example_mark, inline};
use crate::workspace::conflict::Conflict;
use crate::workspace::{account, choices, notice};

/// All assumptions, with the ways to change them for those who may.
pub(super) fn list(member: &Member) -> Markup {
    let (reader, language) = (&member.reader, member.reader.language);
    let edits = member.actor.may_edit_all();
    let title = say!(language, "assumptions-title");
    let shocks = reader.addresses.workspace("/hendelser");
    let body = html! {
        (notice(reader))
        (crumbs(reader, &[(shocks, html! { (say!(language, "workspace-nav-shocks")) })], &html! { (title) }))
        h1.vk-title { (title) }
        p.vk-lead { (say!(language, "assumptions-lead", count = reader.state().assumptions.len())) }
        @if edits { div.vk-actions { a.ds-button href=(reader.addresses.workspace("/forutsetninger/ny")) { (say!(language, "assumption-new")) } } }
        ul.vk-rows { @for assumption in &reader.state().assumptions { (row(member, assumption, edits)) } }
    };
    page::workspace(reader, Place::Shocks, &title, &body)
}

fn row(member: &Member, assumption: &Assumption, edits: bool) -> Markup {
    let (reader, language) = (&member.reader, member.reader.language);
    let (measures, goals) = reader.state().resting_on(&assumption.id);
    let address = if edits {
        reader.addresses.workspace(&format!("/forutsetninger/{}", assumption.id))
    } else {
        reader.addresses.assumption(&assumption.id)
    };
    html! {
        li.vk-row {
            a.vk-row__title href=(address) { (inline(language, &assumption.text)) }
            @if assumption.example { span.vk-row__side { (example_mark(language)) } }
            p.vk-row__detail { (say!(language, "assumption-rests-count", measures = measures.len(), goals = goals.len())) }
        }
    }
}

/// The form of an assumption that there is.
pub(super) fn edit(member: &Member, assumption: &Assumption, fields: &Fields, mistakes: &[Mistake], conflict: Option<&Conflict>) -> Markup {
    let (reader, language) = (&member.reader, member.reader.language);
    let title = say!(language, "assumption-edit");
    let above = html! {
        h1.vk-title { (title) }
        p.vk-lead { (inline(language, &assumption.text)) }
        @if let Some(conflict) = conflict { (conflict.notice(reader)) }
    };
    framed(
        member,
        &title,
        &above,
        &format!("/forutsetninger/{}", assumption.id),
        fields,
        mistakes,
    )
}

/// The form of a new assumption.
pub(super) fn new(member: &Member, fields: &Fields, mistakes: &[Mistake]) -> Markup {
    let title = say!(member.reader.language, "assumption-new");
    framed(
        member,
        &title,
        &html! { h1.vk-title { (title) } },
        "/forutsetninger/ny",
        fields,
        mistakes,
    )
}

fn framed(member: &Member, title: &str, above: &Markup, place: &str, fields: &Fields, mistakes: &[Mistake]) -> Markup {
    let (reader, language) = (&member.reader, member.reader.language);
    let form = Form { reader, fields, mistakes };
    let back = reader.addresses.workspace("/forutsetninger");
    let ways = [(back.clone(), html! { (say!(language, "assumptions-title")) })];
    let body = html! {
        (crumbs(reader, &ways, &html! { (title) }))
        (above)
        (form.draw(&reader.addresses.workspace(place), &say!(language, "form-save"), &back, &parts(&form, member)))
    };
    page::workspace(reader, Place::Shocks, title, &body)
}

fn parts(form: &Form<'_>, member: &Member) -> Markup {
    let (reader, language) = (form.reader, form.reader.language);
    html! {
        @if form.fields.has("base") { (form.hidden("base")) }
        (form.wordings(field("text").hint("field-text-hint"), 2))
        (form.choice(field("owner").optional(), Some("form-nobody"), &choices::organisations(reader)))
        (form.wordings(field("sign").hint("field-sign-hint").optional(), 2))
        fieldset.ds-fieldset {
            legend.ds-label { (say!(language, "assumption-watch")) }
            p data-field="description" { (say!(language, "assumption-watch-hint")) }
            (form.choice(field("watch").in_row(), Some("form-nothing"), &choices::indicators(reader)))
            div.vk-form__row {
                (form.number(field("watch-above").in_row()))
                (form.number(field("watch-below").in_row()))
            }
        }
        (form.tick(field("example").hint("field-example-hint")))
        (account::parts(form, member))
    }
}
