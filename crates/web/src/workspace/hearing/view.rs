//! The pages of hearings in the workspace.

use maud::{Markup, html};
use programme::hearing::{Phase, Publication, matrix};
use programme::{Hearing, Statement};
use publishing::{format, say};
use store::Instant;
use store::links::Link;

use super::invite::{Invitations, statement_of};
use crate::app::day_in_norway;
use crate::form::{Fields, Form, Mistake, field};
use crate::hearing::{circle_words, deadline_words, matrix_tables, phase_mark, sender_words};
use crate::page::{self, Place};
use crate::reader::Reader;
use crate::session::Member;
use crate::widget::{crumbs, csrf, date, organisations};
use crate::wording::inline;
use crate::workspace::{choices, notice};

pub(super) fn list(member: &Member) -> Markup {
    let (reader, language) = (&member.reader, member.reader.language);
    let seen = reader.state().hearings.iter().rev();
    let seen: Vec<&Hearing> = seen
        .filter(|hearing| member.actor.may_see_all() || hearing.is_published())
        .collect();
    let title = say!(language, "nav-hearings");
    let body = html! {
        (notice(reader))
        h1.vk-title { (title) }
        @if member.actor.may_see_all() { p.vk-lead { (say!(language, "hearings-work-lead", count = waiting(reader, &seen))) } }
        @if member.actor.may_edit_all() { div.vk-actions { a.ds-button href=(reader.addresses.workspace("/hoeringer/ny")) { (say!(language, "hearing-new")) } } }
        @if seen.is_empty() { div.vk-empty { p { (say!(language, "hearings-open-none")) } } }
        ul.vk-rows { @for hearing in seen { (row(member, hearing)) } }
        @if member.actor.may_edit_all() {
            ul.vk-ways { li { a.ds-link href=(reader.addresses.workspace("/prioritering")) { (say!(language, "votes-title")) } } }
        }
    };
    page::workspace(reader, Place::Hearings, &title, &body)
}

fn waiting(reader: &Reader, hearings: &[&Hearing]) -> usize {
    let all = hearings.iter().flat_map(|hearing| reader.state().statements_to(&hearing.id));
    all.filter(|one| one.lacks_assessment()).count()
}

fn row(member: &Member, hearing: &Hearing) -> Markup {
    let (reader, language) = (&member.reader, member.reader.language);
    let place = if member.actor.may_see_all() {
        reader.addresses.workspace(&format!("/hoeringer/{}", hearing.id))
    } else {
        reader.addresses.hearing(&hearing.id)
    };
    html! {
        li.vk-row {
            a.vk-row__title href=(place) { (inline(language, &hearing.title)) }
            span.vk-row__side { (phase_mark(reader, hearing)) }
            p.vk-row__detail {
                (deadline_words(reader, hearing))
                @if hearing.is_published() { " " (say!(language, "hearing-to-assess", count = waiting(reader, &[hearing]))) }
            }
        }
    }
}

/// The form of a hearing that is planned.
pub(super) fn sheet(member: &Member, hearing: Option<&Hearing>, fields: &Fields, mistakes: &[Mistake]) -> Markup {
    let (reader, language) = (&member.reader, member.reader.language);
    let form = Form { reader, fields, mistakes };
    let all = reader.addresses.workspace("/hoeringer");
    let (title, action, back) = match hearing {
        Some(hearing) => (
            say!(language, "hearing-edit"),
            format!("{all}/{}/endre", hearing.id),
            format!("{all}/{}", hearing.id),
        ),
        None => (say!(language, "hearing-new"), format!("{all}/ny"), all.clone()),
    };
    let body = html! {
        (crumbs(reader, &[(all, html! { (say!(language, "nav-hearings")) })], &html! { (title) }))
        h1.vk-title { (title) }
        (form.draw(&action, &say!(language, "form-save"), &back, &super::sheet::parts(&form)))
    };
    page::workspace(reader, Place::Hearings, &title, &body)
}

/// The page of one hearing: what is to be done now, and everything that came.
pub(super) fn overview(member: &Member, hearing: &Hearing, invitations: &Invitations, fields: &Fields, mistakes: &[Mistake]) -> Markup {
    let (reader, language) = (&member.reader, member.reader.language);
    let form = Form { reader, fields, mistakes };
    let desk = Desk {
        member,
        hearing,
        invitations,
        form: &form,
    };
    let body = html! {
        (notice(reader))
        (crumbs(reader, &[(reader.addresses.workspace("/hoeringer"), html! { (say!(language, "nav-hearings")) })], &inline(language, &hearing.title)))
        h1.vk-title { (inline(language, &hearing.title)) }
        p.vk-standing { (phase_mark(reader, hearing)) }
        p.vk-lead { (deadline_words(reader, hearing)) }
        (form.summary())
        @if hearing.is_published() { (desk.published()) } @else { (desk.planned()) }
    };
    page::workspace(reader, Place::Hearings, reader.plain(&hearing.title), &body)
}

/// What the page of a hearing is drawn from.
struct Desk<'a> {
    member: &'a Member,
    hearing: &'a Hearing,
    invitations: &'a Invitations,
    form: &'a Form<'a>,
}

impl Desk<'_> {
    fn place(&self, end: &str) -> String {
        let place = format!("/hoeringer/{}{end}", self.hearing.id);
        self.member.reader.addresses.workspace(&place)
    }

    /// Not opened yet: what it will ask, of whom, and the three ways on.
    fn planned(&self) -> Markup {
        let (reader, language, hearing) = (&self.member.reader, self.member.reader.language, self.hearing);
        let base = self
            .member
            .reader
            .snapshot
            .version(super::KIND, hearing.id.as_str())
            .unwrap_or_default();
        let asked = hearing.asks(reader.state());
        html! {
            dl.vk-facts {
                div { dt { (say!(language, "hearing-kind")) } dd { (say!(language, &format!("hearing-kind-{}", hearing.kind.word()))) } }
                div { dt { (say!(language, "hearing-circles")) } dd { (circle_words(reader, hearing)) } }
                div { dt { (say!(language, "hearing-period")) } dd { (date(language, hearing.opens)) " – " (date(language, hearing.deadline)) } }
                @if !asked.is_empty() { div { dt { (say!(language, "hearing-will-ask")) } dd { (say!(language, "hearing-organisations", count = asked.len())) } } }
                @if !hearing.questions.is_empty() { div { dt { (say!(language, "hearing-questions")) } dd { ul { @for question in &hearing.questions { li { (inline(language, question)) } } } } } }
            }
            @if self.member.actor.may_edit_all() {
                @if self.member.actor.may_govern() { p { (say!(language, "hearing-open-lead")) } }
                div.vk-actions {
                    @if self.member.actor.may_govern() { (button(reader, &self.place("/apne"), &say!(language, "hearing-open"), base, None)) }
                    a.ds-button data-variant="secondary" href=(self.place("/endre")) { (say!(language, "hearing-edit")) }
                    @if self.member.actor.may_govern() { (button(reader, &self.place("/trekk"), &say!(language, "hearing-withdraw"), base, Some("tertiary"))) }
                }
            }
        }
    }

    fn published(&self) -> Markup {
        let (reader, language, hearing) = (&self.member.reader, self.member.reader.language, self.hearing);
        let phase = hearing.phase(reader.today);
        let counted = matrix(reader.state(), hearing);
        let (asked, answered) = counted.response();
        let mut all = reader.state().statements_to(&hearing.id);
        let next = all.find(|one| one.lacks_assessment());
        html! {
            ul.vk-queue-facts {
                @if asked > 0 { li { (say!(language, "matrix-response", invited = asked, answered = answered)) } }
                li { (say!(language, "hearing-to-assess", count = waiting(reader, &[hearing]))) }
            }
            div.vk-actions {
                @if let (Some(next), true) = (next, self.member.actor.may_edit_all()) {
                    a.ds-button href=(self.place(&format!("/innspill/{}", next.number))) { (say!(language, "statement-assess-next", number = next.number.to_string())) }
                }
                @if self.member.actor.may_edit_all() && phase != Phase::Assessed {
                    a.ds-button data-variant="secondary" href=(self.place("/innspill/ny")) { (say!(language, "statement-register")) }
                }
                a.ds-link href=(reader.addresses.hearing(&hearing.id)) { (say!(language, "public-page")) }
            }
            section.vk-section aria-labelledby="innspill" {
                @let count = reader.state().statements_to(&hearing.id).count();
                h2.vk-section__title id="innspill" { (say!(language, "statements-title", count = count)) }
                @if count == 0 { div.vk-empty { p { (say!(language, "statements-work-none")) } } }
                (queue(self.member, hearing, None))
            }
            @if phase == Phase::Closed && self.member.actor.may_govern() { (self.ending()) }
            @if self.member.actor.may_see_all() && phase != Phase::Assessed { (self.invited()) }
            section.vk-section aria-labelledby="svar" {
                h2.vk-section__title id="svar" { (say!(language, "matrix-title")) }
                (matrix_tables(reader, &counted, hearing))
            }
            @if phase != Phase::Assessed && self.member.actor.may_govern() { (self.extending()) }
        }
    }

    /// Who was sent a link, who has opened it, who has answered; and sending more.
    fn invited(&self) -> Markup {
        let (reader, language, hearing) = (&self.member.reader, self.member.reader.language, self.hearing);
        let open = hearing.phase(reader.today) == Phase::Open && self.member.actor.may_govern();
        let unreached = self.invitations.unreached(reader, hearing);
        let silent = self.invitations.silent(reader, hearing).count();
        html! {
            section.vk-section aria-labelledby="lenker" {
                h2.vk-section__title id="lenker" { (say!(language, "links-title")) }
                p { (say!(language, "links-lead", count = self.invitations.0.len(), silent = silent)) }
                @if !unreached.is_empty() {
                    @let ids: Vec<_> = unreached.into_iter().cloned().collect();
                    p { (say!(language, "links-unreached")) " " (organisations(reader, &ids)) "." }
                }
                @if !self.invitations.0.is_empty() { (self.links()) }
                @if open && silent > 0 {
                    div.vk-actions { (button(reader, &self.place("/paaminn"), &say!(language, "links-remind", count = silent), 0, Some("secondary"))) }
                }
                @if open { (self.inviting()) }
            }
        }
    }

    fn links(&self) -> Markup {
        let (reader, language) = (&self.member.reader, self.member.reader.language);
        html! {
            div.vk-table-scroll role="region" aria-labelledby="lenketabell" tabindex="0" {
                table.ds-table.vk-table {
                    caption id="lenketabell" { (say!(language, "links-table")) }
                    thead { tr { @for key in ["links-address", "links-for", "links-sent", "links-became"] { th scope="col" { (say!(language, key)) } } } }
                    tbody { @for link in &self.invitations.0 { (self.link(reader, link)) } }
                }
            }
        }
    }

    fn link(&self, reader: &Reader, link: &Link) -> Markup {
        let language = reader.language;
        let day = |at: Instant| format::date(language, day_in_norway(at.timestamp()));
        let known = link
            .organisation
            .as_ref()
            .and_then(|id| reader.state().organisation(&id.parse().ok()?));
        let said = statement_of(reader, self.hearing, link);
        html! {
            tr {
                th scope="row" { @match &link.email { Some(email) => { (email) }, None => { (say!(language, "links-forgotten")) } } }
                td { @match known { Some(known) => { (reader.plain(&known.name)) }, None => { (say!(language, "links-oneself")) } } }
                td { (day(link.created)) }
                td {
                    @match (link.answered, said, link.opened) {
                        (Some(answered), ..) => { (say!(language, "links-answered", day = day(answered))) },
                        (None, Some(said), _) => { (say!(language, "links-answered-otherwise", number = said.number.to_string())) },
                        (None, None, Some(opened)) => { (say!(language, "links-opened", day = day(opened))) },
                        (None, None, None) => { (say!(language, "links-unopened")) },
                    }
                }
            }
        }
    }

    fn inviting(&self) -> Markup {
        let (form, language) = (self.form, self.member.reader.language);
        let parts = html! {
            (form.prose(field("addresses").hint("invite-addresses-hint").in_row(), 5))
            (form.choice(field("organisation").hint("invite-organisation-hint").in_row(), Some("form-nothing"), &choices::organisations(form.reader)))
            @if !self.hearing.invited.is_empty() { (form.tick(field("everybody"))) }
        };
        html! {
            section.vk-section aria-labelledby="inviter" {
                h3.vk-section__title id="inviter" { (say!(language, "hearing-invite")) }
                (form_of(form, &self.place("/inviter"), &say!(language, "hearing-invite-send"), &parts))
            }
        }
    }

    fn extending(&self) -> Markup {
        let form = self.form;
        let parts = html! {
            (form.date(field("deadline")))
            (form.wordings(field("reason").hint("hearing-extend-hint"), 2))
        };
        let drawn = form_of(form, &self.place("/frist"), &say!(form.reader.language, "hearing-extend"), &parts);
        section(form.reader, "frist", "hearing-extend", &drawn)
    }

    fn ending(&self) -> Markup {
        let form = self.form;
        let parts = html! { (form.wordings(field("conclusion").hint("hearing-conclude-hint"), 4)) };
        let drawn = form_of(
            form,
            &self.place("/avslutt"),
            &say!(form.reader.language, "hearing-conclude"),
            &parts,
        );
        section(form.reader, "avslutt", "hearing-conclude", &drawn)
    }
}

/// A button that does one thing and asks for nothing.
fn button(reader: &Reader, action: &str, words: &str, base: i64, variant: Option<&str>) -> Markup {
    html! {
        form method="post" action=(action) {
            (csrf(reader))
            input type="hidden" name="base" value=(base);
            button.ds-button type="submit" data-variant=[variant] { (words) }
        }
    }
}

/// A form under its own heading, on a page that shows what is wrong once and at its top.
pub(super) fn form_of(form: &Form<'_>, action: &str, button: &str, parts: &Markup) -> Markup {
    html! {
        form.vk-form method="post" action=(action) data-unsaved=(say!(form.reader.language, "form-unsaved")) {
            (csrf(form.reader))
            (form.hidden("base"))
            (parts)
            div.vk-actions { button.ds-button type="submit" { (button) } }
        }
    }
}

pub(super) fn section(reader: &Reader, id: &str, key: &str, content: &Markup) -> Markup {
    html! { section.vk-section aria-labelledby=(id) { h2.vk-section__title id=(id) { (say!(reader.language, key)) } (content) } }
}

/// The statements, those that wait for an answer first.
pub(super) fn queue(member: &Member, hearing: &Hearing, here: Option<u32>) -> Markup {
    let (reader, language) = (&member.reader, member.reader.language);
    let mut all: Vec<&Statement> = reader.state().statements_to(&hearing.id).collect();
    all.sort_by_key(|one| (!one.lacks_assessment(), one.number));
    html! {
        @if !all.is_empty() {
            nav aria-label=(say!(language, "statements-title", count = all.len())) {
                ul.vk-queue {
                    @for one in all {
                        li {
                            a.vk-queue__item href=(reader.addresses.workspace(&format!("/hoeringer/{}/innspill/{}", hearing.id, one.number)))
                                aria-current=[(here == Some(one.number)).then_some("true")] data-done[!one.lacks_assessment()] {
                                span { (say!(language, "statement-title", number = one.number.to_string())) ", " (sender_words(reader, one)) }
                                small { (standing(reader, one)) }
                            }
                        }
                    }
                }
            }
        }
    }
}

/// What became of it, or what it waits for.
fn standing(reader: &Reader, statement: &Statement) -> String {
    let language = reader.language;
    match (statement.publication(), &statement.assessment) {
        (Publication::Published, Some(assessment)) => say!(language, &format!("outcome-{}", assessment.outcome.word())),
        (Publication::Published, None) => say!(language, "statement-waits"),
        (other, _) => say!(language, &format!("publication-{}", other.word())),
    }
}
