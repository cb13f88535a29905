//! Organisations: who takes part, what does each answer for, and what does it give?

mod contribution;

use axum::Router;
use axum::extract::{Path, State};
use axum::routing::get;
use maud::{Markup, html};
use programme::{Measure, Organisation, OrganisationId, OrganisationKind, OrganisationRole};
use publishing::{format, say};

use crate::app::App;
use crate::page::{Page, Section, page};
use crate::problem::{Problem, absent};
use crate::reader::Reader;
use crate::widget::{crumbs, fact_source, goal_rows, measure_rows};
use crate::wording::{example_mark, inline, prose};

use contribution::Contribution;

pub(crate) fn routes() -> Router<App> {
    Router::new()
        .route("/{programme}/organisasjoner", get(organisations))
        .route("/{programme}/organisasjoner/{organisation}", get(organisation))
}

/// In the order of the page.
const ROLES: [OrganisationRole; 5] = [
    OrganisationRole::Owner,
    OrganisationRole::Executing,
    OrganisationRole::Steering,
    OrganisationRole::Partner,
    OrganisationRole::Contributor,
];

fn role_word(role: OrganisationRole) -> &'static str {
    match role {
        OrganisationRole::Owner => "owner",
        OrganisationRole::Executing => "executing",
        OrganisationRole::Steering => "steering",
        OrganisationRole::Partner => "partner",
        OrganisationRole::Contributor => "contributor",
    }
}

fn kind_key(kind: OrganisationKind) -> &'static str {
    match kind {
        OrganisationKind::Municipality => "organisation-kind-municipality",
        OrganisationKind::Association => "organisation-kind-association",
        OrganisationKind::Company => "organisation-kind-company",
        OrganisationKind::School => "organisation-kind-school",
        OrganisationKind::Forum => "organisation-kind-forum",
        OrganisationKind::Other => "organisation-kind-other",
    }
}

/// "Prosjekteier, styringsgruppe"; the kind of organisation where it has no role.
fn roles(reader: &Reader, organisation: &Organisation) -> String {
    let language = reader.language;
    let worded: Vec<String> = ROLES
        .iter()
        .filter(|role| organisation.roles.contains(role))
        .map(|role| say!(language, &format!("organisation-role-{}", role_word(*role))))
        .collect();
    if worded.is_empty() {
        say!(language, kind_key(organisation.kind))
    } else {
        worded.join(" · ")
    }
}

/// The organisations under their foremost role, each once; those without a role come last.
fn grouped(reader: &Reader) -> Vec<(&'static str, Vec<&Organisation>)> {
    let foremost = |organisation: &Organisation| ROLES.iter().find(|role| organisation.roles.contains(role)).copied();
    let groups = ROLES.map(Some).into_iter().chain([None]);
    groups
        .map(|group| {
            let members = reader.state().organisations.iter();
            (
                group.map_or("other", role_word),
                members.filter(|organisation| foremost(organisation) == group).collect(),
            )
        })
        .filter(|(_, members): &(_, Vec<_>)| !members.is_empty())
        .collect()
}

async fn organisations(reader: Reader) -> Markup {
    let language = reader.language;
    let body = html! {
        h1.vk-title { (say!(language, "organisations-title")) }
        p.vk-lead { (say!(language, "organisations-lead")) }
        @for (group, members) in grouped(&reader) {
            section.vk-section aria-labelledby=(format!("gruppe-{group}")) {
                h2.vk-section__title id=(format!("gruppe-{group}")) { (say!(language, &format!("organisations-{group}"))) }
                ul.vk-organisations { @for organisation in members { (card(&reader, organisation)) } }
            }
        }
    };
    page(
        &reader,
        &Page {
            section: Section::Organisations,
            title: &say!(language, "organisations-title"),
            description: Some(&say!(language, "organisations-lead")),
            body,
        },
    )
}

fn card(reader: &Reader, organisation: &Organisation) -> Markup {
    let language = reader.language;
    let measures = reader
        .state()
        .measures
        .iter()
        .filter(|measure| measure.involves(&organisation.id))
        .count();
    let given = Contribution::total(reader.state(), &organisation.id);
    html! {
        li.vk-organisation {
            h3.vk-organisation__name { a href=(reader.addresses.organisation(&organisation.id)) { (inline(language, &organisation.name)) } @if organisation.example { (example_mark(language)) } }
            p.vk-organisation__role { (roles(reader, organisation)) }
            p.vk-organisation__facts {
                (say!(language, "organisation-measure-count", count = measures))
                @if given.kroner > 0 { ", " (say!(language, "organisation-pledged", kroner = format::kroner(language, contribution::whole(given.kroner)))) @if given.example { (example_mark(language)) } }
            }
        }
    }
}

async fn organisation(State(app): State<App>, reader: Reader, Path((_, id)): Path<(String, String)>) -> Result<Markup, Problem> {
    let known = id.parse::<OrganisationId>().ok().and_then(|id| reader.state().organisation(&id));
    let Some(organisation) = known else {
        return Err(absent(&app, &reader, "organisation", &id).await);
    };
    let language = reader.language;
    let all = html! { (say!(language, "nav-organisations")) };
    let body = html! {
        (crumbs(&reader, &[(reader.addresses.organisations(), all)], &inline(language, &organisation.name)))
        h1.vk-title { (inline(language, &organisation.name)) @if organisation.example { (example_mark(language)) } }
        p.vk-lead { (roles(&reader, organisation)) }
        (prose(language, &organisation.about))
        (facts(&reader, organisation))
        (contribution::section(&reader, organisation))
        (measures(&reader, organisation))
        (goals(&reader, organisation))
    };
    Ok(page(
        &reader,
        &Page {
            section: Section::Organisations,
            title: reader.plain(&organisation.name),
            description: None,
            body,
        },
    ))
}

fn facts(reader: &Reader, organisation: &Organisation) -> Markup {
    let language = reader.language;
    html! {
        dl.vk-facts {
            div { dt { (say!(language, "organisation-kind")) } dd { (say!(language, kind_key(organisation.kind))) } }
            @if let Some(number) = &organisation.number {
                div { dt { (say!(language, "organisation-number")) } dd { span.vk-number { (in_threes(&number.to_string())) } } }
            }
            @if let Some(website) = &organisation.website {
                div { dt { (say!(language, "organisation-website")) } dd { a.ds-link href=(website) rel="noreferrer" { (without_scheme(website)) } } }
            }
        }
        (fact_source(language, organisation.source.as_ref(), organisation.example))
    }
}

/// `942 402 465`, with spaces that do not break.
fn in_threes(number: &str) -> String {
    number
        .as_bytes()
        .chunks(3)
        .map(String::from_utf8_lossy)
        .collect::<Vec<_>>()
        .join("\u{a0}")
}

fn without_scheme(address: &str) -> &str {
    let bare = address.split_once("://").map_or(address, |(_, rest)| rest);
    bare.trim_end_matches('/')
}

/// The measures in which it has a part, under the weightiest part it has in each.
fn measures(reader: &Reader, organisation: &Organisation) -> Markup {
    let (language, id) = (reader.language, &organisation.id);
    let part = |measure: &Measure| match measure {
        measure if &measure.responsible == id => Some("responsible"),
        measure if measure.executing.contains(id) => Some("executing"),
        measure if measure.involves(id) => Some("contributing"),
        _ => None,
    };
    let of = |wanted: &str| -> Vec<&Measure> {
        let all = reader.state().measures.iter();
        all.filter(|measure| part(measure) == Some(wanted)).collect()
    };
    html! {
        @for wanted in ["responsible", "executing", "contributing"] {
            @let measures = of(wanted);
            @if !measures.is_empty() {
                section.vk-section aria-labelledby=(wanted) {
                    h2.vk-section__title.vk-section__title--rule id=(wanted) { (say!(language, &format!("organisation-measures-{wanted}"))) }
                    (measure_rows(reader, &measures))
                }
            }
        }
    }
}

/// The goals, guiding plans and figures that it answers for.
fn goals(reader: &Reader, organisation: &Organisation) -> Markup {
    let (language, state, id) = (reader.language, reader.state(), &organisation.id);
    let goals: Vec<_> = state.goals.iter().filter(|goal| goal.owner.as_ref() == Some(id)).collect();
    let plans: Vec<_> = state.guiding_plans.iter().filter(|plan| &plan.owner == id).collect();
    let figures: Vec<_> = state
        .indicators
        .iter()
        .filter(|indicator| indicator.owner.as_ref() == Some(id))
        .collect();
    html! {
        @if !goals.is_empty() {
            section.vk-section aria-labelledby="maal" {
                h2.vk-section__title.vk-section__title--rule id="maal" { (say!(language, "organisation-goals")) }
                (goal_rows(reader, goals))
            }
        }
        @if !plans.is_empty() || !figures.is_empty() {
            section.vk-section aria-labelledby="svarer-for" {
                h2.vk-section__title.vk-section__title--rule id="svarer-for" { (say!(language, "organisation-plans-and-figures")) }
                ul.vk-rows {
                    @for plan in plans { li.vk-row { a.vk-row__title href=(reader.addresses.guiding_plan(&plan.id)) { (inline(language, &plan.title)) } } }
                    @for indicator in figures { li.vk-row { a.vk-row__title href=(reader.addresses.series(&indicator.series)) { (inline(language, &indicator.title)) } } }
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_and_addresses_are_written_for_people() {
        assert_eq!(in_threes("942402465"), "942\u{a0}402\u{a0}465");
        assert_eq!(without_scheme("https://www.kongsberg.kommune.no/"), "www.kongsberg.kommune.no");
    }
}
