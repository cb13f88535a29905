//! The pages of votes in the workspace.

use maud::{Markup, html};
use programme::Vote;
use programme::vote::{Completion, Group, Phase, Utility};
use publishing::say;

use super::invite::Turnout;
use crate::form::{Choice, Fields, Form, Mistake, field};
use crate::page::{self, Place};
use crate::session::Member;
use crate::vote::phase;
use crate::widget::{crumbs, csrf};
use crate::wording::inline;
use crate::workspace::{choices, notice};

const HOME: &str = "/prioritering";

pub(super) fn list(member: &Member) -> Markup {
    let (reader, language) = (&member.reader, member.reader.language);
    let title = say!(language, "votes-title");
    let body = html! {
        (notice(reader))
        h1.vk-title { (title) }
        p.vk-lead { (say!(language, "votes-lead")) }
        div.vk-actions { a.ds-button href=(reader.addresses.workspace("/prioritering/ny")) { (say!(language, "vote-new")) } }
        ul.vk-rows {
            @for vote in reader.state().votes.iter().rev() {
                li.vk-row {
                    a.vk-row__title.ds-link href=(reader.addresses.workspace(&format!("{HOME}/{}", vote.id))) { (inline(language, &vote.title)) }
                    span.vk-row__side { (phase(reader, vote)) }
                }
            }
        }
    };
    page::workspace(reader, Place::Hearings, &title, &body)
}

pub(super) fn new(member: &Member, fields: &Fields, mistakes: &[Mistake]) -> Markup {
    let (reader, language) = (&member.reader, member.reader.language);
    let title = say!(language, "vote-new");
    let form = Form { reader, fields, mistakes };
    let body = html! {
        (way(member, &html! { (title) }))
        h1.vk-title { (title) }
        p.vk-lead { (say!(language, "vote-new-lead")) }
        (sheet(&form, &reader.addresses.workspace("/prioritering/ny"), &say!(language, "form-save")))
    };
    page::workspace(reader, Place::Hearings, &title, &body)
}

fn way(member: &Member, here: &Markup) -> Markup {
    let reader = &member.reader;
    let list = (reader.addresses.workspace(HOME), html! { (say!(reader.language, "votes-title")) });
    crumbs(reader, &[list], here)
}

pub(super) fn show(member: &Member, vote: &Vote, turnout: &Turnout, fields: &Fields, mistakes: &[Mistake]) -> Markup {
    let (reader, language) = (&member.reader, member.reader.language);
    let form = Form { reader, fields, mistakes };
    let title = reader.plain(&vote.title).to_owned();
    let place = reader.addresses.workspace(&format!("{HOME}/{}", vote.id));
    let body = html! {
        (notice(reader))
        (way(member, &inline(language, &vote.title)))
        h1.vk-title { (inline(language, &vote.title)) }
        p.vk-lead { (phase(reader, vote)) }
        @match vote.phase(reader.today) {
            Phase::Draft => {
                (sheet(&form, &place, &say!(language, "form-save")))
                (buttons(member, &place, fields))
            },
            Phase::Announced | Phase::Open => {
                (public(member, vote))
                (answers(member, turnout))
                (invitation(&form, &place))
            },
            Phase::Ended => { p { (say!(language, "vote-soon-counted")) } },
            Phase::Closed => {
                (public(member, vote))
                (override_form(&form, vote, &place))
            },
        }
    };
    page::workspace(reader, Place::Hearings, &title, &body)
}

fn public(member: &Member, vote: &Vote) -> Markup {
    let reader = &member.reader;
    html! { ul.vk-ways { li { a.ds-link href=(reader.addresses.vote(&vote.id)) { (say!(reader.language, "public-page")) } } } }
}

fn answers(member: &Member, turnout: &Turnout) -> Markup {
    let language = member.reader.language;
    html! {
        ul.vk-keyfigures.vk-keyfigures--quiet {
            @for (group, asked, answered) in &turnout.0 {
                li.vk-keyfigure {
                    strong.vk-keyfigure__value { (answered) " / " (asked) }
                    span.vk-keyfigure__caption { (say!(language, &format!("vote-answered-{}", group.word()))) }
                }
            }
        }
        p { (say!(language, "vote-never-what")) }
    }
}

/// Opening and taking out, each with its own button: the rules stand once it is open.
fn buttons(member: &Member, place: &str, fields: &Fields) -> Markup {
    let (reader, language) = (&member.reader, member.reader.language);
    html! {
        @if member.actor.may_govern() {
            section.vk-section aria-labelledby="apne" {
                h2.vk-section__title id="apne" { (say!(language, "vote-open")) }
                p { (say!(language, "vote-open-lead")) }
                div.vk-actions {
                    form method="post" action=(format!("{place}/apne")) {
                        (csrf(reader))
                        input type="hidden" name="base" value=(fields.text("base"));
                        button.ds-button type="submit" { (say!(language, "vote-open")) }
                    }
                    form method="post" action=(format!("{place}/fjern")) {
                        (csrf(reader))
                        input type="hidden" name="base" value=(fields.text("base"));
                        button.ds-button data-variant="tertiary" data-color="danger" type="submit" { (say!(language, "vote-remove")) }
                    }
                }
            }
        }
    }
}

fn sheet(form: &Form<'_>, action: &str, button: &str) -> Markup {
    let (reader, language) = (form.reader, form.reader.language);
    let words = |beginning: &str, words: &[&str]| -> Vec<Choice> {
        words
            .iter()
            .map(|word| Choice::new(word, say!(language, &format!("{beginning}-{word}"))))
            .collect()
    };
    let utilities: Vec<&str> = Utility::ALL.iter().map(|utility| utility.word()).collect();
    let completions: Vec<&str> = Completion::ALL.iter().map(|completion| completion.word()).collect();
    let rows = form.fields.rows("option", "title");
    let parts = html! {
        (form.hidden("base"))
        (form.wordings(field("title"), 1))
        (form.wordings(field("body").hint("field-vote-body-hint").optional(), 4))
        (form.choice(field("plan").optional(), Some("form-nothing"), &choices::action_plans(reader)))
        (form.number(field("vote-budget")))
        (form.date(field("opens")))
        (form.date(field("closes").hint("field-closes-hint")))
        (form.wordings(field("decided-by").hint("field-vote-decides-hint"), 1))
        (form.buttons(field("ballot"), &words("ballot-kind", &["approval", "points"])))
        (form.number(field("most").hint("field-most-hint").optional()))
        (form.number(field("points").hint("field-points-hint").optional()))
        (form.buttons(field("method"), &words("method", &["equal-shares", "knapsack", "greedy"])))
        (form.choice(field("utility").hint("field-utility-hint"), None, &words("utility-choice", &utilities)))
        (form.choice(field("completion").hint("field-completion-hint"), None, &words("completion-choice", &completions)))
        (form.number(field("share-organisations").hint("field-share-hint")))
        (form.number(field("share-persons")))
        fieldset.ds-fieldset {
            legend.ds-label { (say!(language, "vote-options-legend")) }
            p data-field="description" { (say!(language, "vote-options-hint")) }
            @for row in 0..rows {
                @let (title, cost, measure) = (format!("option-{row}-title"), format!("option-{row}-cost"), format!("option-{row}-measure"));
                (form.line(field(&title).in_row()))
                div.vk-form__row {
                    (form.number(field(&cost).in_row()))
                    (form.choice(field(&measure).in_row(), Some("form-nothing"), &choices::measures(reader)))
                }
            }
        }
    };
    form.draw(action, button, &reader.addresses.workspace(HOME), &parts)
}

fn invitation(form: &Form<'_>, place: &str) -> Markup {
    let (reader, language) = (form.reader, form.reader.language);
    let groups = Group::ALL.map(|group| Choice::new(&group.word(), say!(language, &format!("vote-group-{}", group.word()))));
    let parts = html! {
        (form.buttons(field("group"), &groups))
        (form.choice(field("organisation").hint("vote-invite-organisation").optional(), Some("form-nothing"), &choices::organisations(reader)))
        (form.prose(field("addresses").hint("field-addresses-hint"), 4))
    };
    html! {
        section.vk-section aria-labelledby="inviter" {
            h2.vk-section__title id="inviter" { (say!(language, "vote-invite")) }
            (form.draw(&format!("{place}/inviter"), &say!(language, "vote-invite"), place, &parts))
        }
    }
}

fn override_form(form: &Form<'_>, vote: &Vote, place: &str) -> Markup {
    let (reader, language) = (form.reader, form.reader.language);
    let options: Vec<Choice> = vote
        .options
        .iter()
        .map(|option| Choice::new(&option.id, reader.plain(&option.title)))
        .collect();
    let outcomes = ["in", "out"].map(|word| Choice::new(&word, say!(language, &format!("override-{word}"))));
    let parts = html! {
        (form.hidden("base"))
        (form.choice(field("overridden"), Some("form-nothing"), &options))
        (form.buttons(field("outcome"), &outcomes))
        (form.wordings(field("override-reason"), 3))
        (form.wordings(field("override-body").hint("field-override-body-hint"), 1))
        (form.date(field("override-date")))
        (form.line(field("override-case").hint("field-case-hint")))
    };
    html! {
        section.vk-section aria-labelledby="overstyr" {
            h2.vk-section__title id="overstyr" { (say!(language, "vote-override")) }
            p { (say!(language, "vote-override-lead")) }
            (form.draw(&format!("{place}/overstyr"), &say!(language, "form-save"), place, &parts))
        }
    }
}
