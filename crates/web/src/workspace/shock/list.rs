//! The shocks of a programme, and those that figures propose.

use maud::{Markup, html};
use programme::shock::{Proposal, Queue, proposals};
use programme::{Shock, State};
use publishing::{figure, say};
use statistics::Unit;

use super::place;
use crate::assumption::limit_words;
use crate::page::{self, Place};
use crate::reader::Reader;
use crate::session::Member;
use crate::widget::{date, figure_link};
use crate::wording::{example_mark, inline};
use crate::workspace::notice;

pub(super) async fn list(member: Member) -> Markup {
    let (reader, language) = (&member.reader, member.reader.language);
    let title = say!(language, "workspace-nav-shocks");
    let proposed = proposals(reader.state(), reader.today);
    let body = html! {
        (notice(reader))
        h1.vk-title { (title) }
        p.vk-lead { (say!(language, "shocks-lead")) }
        @if member.actor.may_govern() {
            div.vk-actions { a.ds-button href=(reader.addresses.workspace("/hendelser/ny")) { (say!(language, "shock-declare")) } }
        }
        @if !proposed.is_empty() && member.actor.may_see_all() { (watched(&member, &proposed)) }
        section.vk-section aria-labelledby="meldte" {
            h2.vk-section__title id="meldte" { (say!(language, "shocks-declared")) }
            @if reader.state().shocks.is_empty() { div.vk-empty { p { (say!(language, "shocks-none")) } } }
            ul.vk-rows { @for shock in reader.state().shocks.iter().rev() { (row(&member, shock)) } }
        }
        ul.vk-ways {
            li { a.ds-link href=(reader.addresses.workspace("/forutsetninger")) { (say!(language, "assumptions-title")) } }
            @if member.actor.may_govern() { li { a.ds-link href=(reader.addresses.workspace("/langsiktig")) { (say!(language, "floor-title")) } } }
        }
    };
    page::workspace(reader, Place::Shocks, &title, &body)
}

/// Assumptions whose watched figure has crossed its limit.
fn watched(member: &Member, proposed: &[Proposal<'_>]) -> Markup {
    let (reader, language) = (&member.reader, member.reader.language);
    html! {
        section.vk-section aria-labelledby="foreslaatte" {
            h2.vk-section__title id="foreslaatte" { (say!(language, "shocks-proposed")) }
            p.vk-section__intro { (say!(language, "shocks-proposed-lead")) }
            @for proposal in proposed {
                aside.vk-info {
                    h3.vk-info__title { (inline(language, &proposal.assumption.text)) @if proposal.assumption.example { (example_mark(language)) } }
                    p { (proposal_words(reader, proposal)) }
                    @if member.actor.may_govern() {
                        div.vk-actions {
                            a.ds-button data-variant="secondary" href=(reader.addresses.workspace(&format!("/hendelser/ny?forutsetning={}", proposal.assumption.id))) {
                                (say!(language, "shock-declare-this")) span.ds-sr-only { ": " (reader.plain(&proposal.assumption.text)) }
                            }
                        }
                    }
                }
            }
        }
    }
}

/// "Ledighet er 6,1 % i mars 2020. Grensen er 4,5 %."
fn proposal_words(reader: &Reader, proposal: &Proposal<'_>) -> Markup {
    let language = reader.language;
    let indicator = proposal
        .assumption
        .watch
        .as_ref()
        .and_then(|watch| reader.state().indicator(&watch.indicator));
    let limit = limit_crossed(reader.state(), proposal);
    html! {
        @if let Some(indicator) = indicator { (inline(language, &indicator.title)) ": " }
        (figure_link(reader, &proposal.figure)) " (" (figure::period(language, proposal.figure.period)) "). "
        @if let Some((limit, unit)) = limit { (say!(language, "watch-limit", limit = limit_words(language, limit, unit))) }
    }
}

fn limit_crossed(state: &State, proposal: &Proposal<'_>) -> Option<(f64, Unit)> {
    let watch = proposal.assumption.watch.as_ref()?;
    let unit = state.series_by_id(&state.indicator(&watch.indicator)?.series)?.unit;
    Some((watch.limit_crossed_by(proposal.figure.value.number()?)?, unit))
}

fn row(member: &Member, shock: &Shock) -> Markup {
    let (reader, language) = (&member.reader, member.reader.language);
    let sees = member.actor.may_see_all();
    let address = if sees {
        place(reader, &shock.id, "")
    } else {
        reader.addresses.shock(&shock.id)
    };
    html! {
        li.vk-row {
            a.vk-row__title href=(address) { (inline(language, &shock.title)) }
            span.vk-row__side { (date(language, shock.date)) @if shock.example { (example_mark(language)) } }
            p.vk-row__detail {
                @if sees { (progress(reader, shock)) " " }
                @if member.actor.may_govern() {
                    a.ds-link href=(place(reader, &shock.id, "/endre")) { (say!(language, "change")) span.ds-sr-only { ": " (reader.plain(&shock.title)) } }
                }
            }
        }
    }
}

/// "9 av 25 tiltak er avgjort. 1 av 2 mål er avgjort."
fn progress(reader: &Reader, shock: &Shock) -> String {
    let (language, queue) = (reader.language, Queue::of(reader.state(), shock, reader.today));
    let goals = queue.goals.iter().filter(|goal| !goal.waits(reader.today)).count();
    let measures = say!(language, "queue-progress", done = queue.decided(), all = queue.items.len());
    let goals = say!(language, "queue-goals", done = goals, all = queue.goals.len());
    format!("{measures}. {goals}.")
}
