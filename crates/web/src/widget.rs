//! Parts that several pages are built from: figures that open their source, statuses, money bars, tables, links to the
//! programme's things.

use jiff::civil::Date;
use maud::{Markup, PreEscaped, html};
use programme::{Goal, GoalId, Language, Measure, Money, OrganisationId, Role, Series, SeriesId, State, Status};
use publishing::chart::Table;
use publishing::{figure, format, say};
use statistics::{Figure, Value};

use crate::reader::Reader;
use crate::wording::{example_mark, inline};

/// The way back up: addresses with their words, then where the reader is.
pub(crate) fn crumbs(reader: &Reader, ways: &[(String, Markup)], here: &Markup) -> Markup {
    html! {
        nav.vk-crumbs aria-label=(say!(reader.language, "you-are-here")) {
            ol {
                @for (address, words) in ways { li { a href=(address) { (words) } } }
                li aria-current="page" { (here) }
            }
        }
    }
}

/// A number that opens its source, or the sign in its place with what it means.
pub(crate) fn figure_link(reader: &Reader, shown: &Figure) -> Markup {
    let language = reader.language;
    let address = shown
        .series
        .parse::<SeriesId>()
        .map(|series| reader.addresses.figure(&series, shown.period));
    let title = format!("{}. {}", figure::spoken(language, shown), figure::source(language, &shown.source));
    html! {
        @match (address, shown.value) {
            (Ok(address), Value::Number(_)) => { a.vk-figure href=(address) title=(title) { (figure::value(language, shown.value)) } },
            (_, Value::Missing(missing)) => { abbr.vk-number title=(figure::missing(language, missing)) { (missing.sign()) } },
            (Err(_), _) => { span.vk-number { (figure::value(language, shown.value)) } },
        }
        @if shown.example { (example_mark(language)) }
    }
}

/// A number that we computed and that has no page of its own.
pub(crate) fn number(text: &str) -> Markup {
    html! { span.vk-number { (text) } }
}

pub(crate) fn date(language: Language, day: Date) -> Markup {
    html! { time datetime=(day) { (format::date(language, day)) } }
}

pub(crate) fn status(language: Language, status: Status) -> Markup {
    html! { span.vk-status data-status=(status.word()) { (say!(language, &format!("status-{}", status.word()))) } }
}

/// "9 tiltak: 6 i rute, 2 forsinket, 1 på vent".
pub(crate) fn counts<'a>(language: Language, measures: impl IntoIterator<Item = &'a Measure>) -> String {
    let counts = State::statuses(measures);
    let total: usize = counts.values().sum();
    let parts: Vec<String> = counts
        .iter()
        .map(|(status, count)| say!(language, &format!("count-{}", status.word()), count = *count))
        .collect();
    if parts.is_empty() {
        say!(language, "measures-none")
    } else {
        format!("{}: {}", say!(language, "measures-count", count = total), parts.join(", "))
    }
}

/// "4,1 mill. kr er lovet av 5,8 mill. kr, 0,8 mill. kr mangler".
pub(crate) fn money_words(language: Language, money: &Money) -> String {
    let kroner = |amount: u64| format::kroner(language, i64::try_from(amount).unwrap_or(i64::MAX));
    let whole = money.cost_kroner.max(money.pledged_kroner);
    let (pledged, cost) = (kroner(money.pledged_kroner), kroner(whole));
    if whole == 0 {
        say!(language, "money-none")
    } else if money.missing_kroner == 0 {
        say!(language, "money-covered", pledged = pledged, cost = cost)
    } else {
        let missing = kroner(money.missing_kroner);
        say!(language, "money-missing", pledged = pledged, cost = cost, missing = missing)
    }
}

/// Money of one or many measures as a bar with its words: delivered, pledged, missing.
pub(crate) fn money_bar(language: Language, money: &Money) -> Markup {
    let whole = money.cost_kroner.max(money.pledged_kroner);
    let words = money_words(language, money);
    if whole == 0 {
        return html! { p.vk-money__text { (words) } };
    }
    html! {
        div.vk-money {
            (bar(money, whole, &words))
            p.vk-money__text { (words) @if money.example { (example_mark(language)) } }
        }
    }
}

/// The large bar of a measure's page, with a key.
pub(crate) fn money_bar_large(language: Language, money: &Money) -> Markup {
    let whole = money.cost_kroner.max(money.pledged_kroner);
    if whole == 0 {
        return html! { p { (say!(language, "money-none")) } };
    }
    let parts = [
        ("delivered", money.delivered_kroner),
        ("pledged", money.pledged_kroner.saturating_sub(money.delivered_kroner)),
        ("missing", money.missing_kroner),
    ];
    let worded: Vec<(&str, String, String)> = parts
        .iter()
        .map(|(part, amount)| {
            let kroner = format::kroner_exact(language, i64::try_from(*amount).unwrap_or(i64::MAX));
            (*part, kroner, say!(language, &format!("money-part-{part}")))
        })
        .collect();
    let label = worded
        .iter()
        .map(|(_, amount, words)| format!("{amount} {words}"))
        .collect::<Vec<_>>()
        .join(", ");
    html! {
        div.vk-money.vk-money--large {
            (bar(money, whole, &label))
            ul.vk-key {
                @for (part, amount, words) in &worded { li data-part=(part) { strong { (amount) } " " (words) } }
            }
        }
    }
}

fn bar(money: &Money, whole: u64, label: &str) -> Markup {
    let share = |amount: u64| {
        u64::try_from(u128::from(amount) * 1000 / u128::from(whole.max(1)))
            .unwrap_or(1000)
            .min(1000)
    };
    let delivered = share(money.delivered_kroner);
    let pledged = share(money.pledged_kroner).saturating_sub(delivered);
    html! {
        svg.vk-bar viewBox="0 0 1000 10" preserveAspectRatio="none" role="img" aria-label=(label) {
            rect.vk-bar__track width="1000" height="10" {}
            rect.vk-bar__part data-part="delivered" x="0" width=(delivered) height="10" {}
            rect.vk-bar__part data-part="pledged" x=(delivered) width=(pledged) height="10" {}
        }
    }
}

/// How far something has come, as a bar with its words.
pub(crate) fn progress(done: usize, all: usize, words: &str) -> Markup {
    let width = done * 1000 / all.max(1);
    html! {
        svg.vk-bar viewBox="0 0 1000 10" preserveAspectRatio="none" role="img" aria-label=(words) {
            rect.vk-bar__track width="1000" height="10" {}
            rect.vk-bar__part data-part="delivered" x="0" width=(width) height="10" {}
        }
    }
}

/// The first names of a list, and how many more there are.
pub(crate) fn some_names(language: Language, names: &[&str], most: usize) -> String {
    let (shown, rest) = names.split_at(most.min(names.len()));
    match rest.len() {
        0 => shown.join(", "),
        more => say!(language, "names-and-more", names = shown.join(", "), count = more),
    }
}

/// A table that scrolls inside itself; the first cell of each row names it.
pub(crate) fn table(id: &str, table: &Table) -> Markup {
    html! {
        div.vk-table-scroll role="region" aria-labelledby=(id) tabindex="0" {
            table.ds-table.vk-table {
                caption id=(id) { (table.caption) }
                thead { tr { @for (column, head) in table.columns.iter().enumerate() { th scope="col" class=[(column > 0).then_some("vk-num")] { (head) } } } }
                tbody {
                    @for row in &table.rows {
                        tr {
                            @for (column, cell) in row.iter().enumerate() {
                                @if column == 0 { th scope="row" { (cell) } } @else { td.vk-num { @if cell.is_empty() { "–" } @else { (cell) } } }
                            }
                        }
                    }
                }
            }
        }
    }
}

/// A chart with its finding, source and table.
pub(crate) fn chart(reader: &Reader, id: &str, chart: &dyn publishing::chart::Chart, source: &Markup) -> Markup {
    html! {
        figure.vk-chart aria-labelledby=(format!("{id}-funn")) {
            figcaption.vk-chart__title id=(format!("{id}-funn")) { (chart.heading().title) }
            (PreEscaped(chart.for_page(id)))
        }
        (source)
        details.vk-details {
            summary { (say!(reader.language, "show-as-table")) }
            (table(&format!("{id}-tabell"), &chart.table()))
        }
    }
}

/// "Kilde: …, hentet …", with the series' own page and its file.
pub(crate) fn source_line(reader: &Reader, series: &[&Series]) -> Markup {
    let language = reader.language;
    html! {
        @for series in series {
            p.vk-source {
                span { a.ds-link href=(reader.addresses.series(&series.id)) { (inline(language, &series.title)) } ". " (figure::source(language, &series.source)) @if series.example { (example_mark(language)) } }
                " "
                a.ds-link href=(reader.addresses.series_csv(&series.id)) { (say!(language, "download-csv")) }
            }
        }
    }
}

/// The organisation's name as a link.
pub(crate) fn organisation(reader: &Reader, id: &OrganisationId) -> Markup {
    html! {
        @match reader.state().organisation(id) {
            Some(organisation) => { a.ds-link href=(reader.addresses.organisation(id)) { (inline(reader.language, &organisation.name)) } },
            None => { (id) },
        }
    }
}

pub(crate) fn organisations(reader: &Reader, ids: &[OrganisationId]) -> Markup {
    html! { @for (place, id) in ids.iter().enumerate() { @if place > 0 { ", " } (organisation(reader, id)) } }
}

/// The goal's title as a link.
pub(crate) fn goal_link(reader: &Reader, id: &GoalId) -> Markup {
    html! {
        @match reader.state().goal(id) {
            Some(goal) => { a.ds-link href=(reader.addresses.goal(id)) { (inline(reader.language, &goal.title)) } },
            None => { (id) },
        }
    }
}

/// Rows of goals: title and the sentence.
pub(crate) fn goal_rows<'a>(reader: &Reader, goals: impl IntoIterator<Item = &'a Goal>) -> Markup {
    let language = reader.language;
    html! {
        ul.vk-rows {
            @for goal in goals {
                li.vk-row {
                    a.vk-row__title href=(reader.addresses.goal(&goal.id)) { (inline(language, &goal.title)) }
                    @if goal.example { span.vk-row__side { (example_mark(language)) } }
                    p.vk-row__detail { (inline(language, &goal.sentence)) }
                }
            }
        }
    }
}

/// Rows of measures: title, status, who and how soon.
pub(crate) fn measure_rows(reader: &Reader, measures: &[&Measure]) -> Markup {
    let language = reader.language;
    html! {
        ul.vk-rows {
            @for measure in measures {
                li.vk-row {
                    a.vk-row__title href=(reader.addresses.measure(&measure.id)) { (inline(language, &measure.title)) }
                    span.vk-row__side { (status(language, measure.current())) }
                    p.vk-row__detail {
                        (organisation(reader, &measure.responsible)) " · " (say!(language, horizon_key(measure.horizon)))
                        @if let Some(plan) = reader.state().action_plan(&measure.plan) { " · " (inline(language, &plan.title)) }
                    }
                }
            }
        }
    }
}

pub(crate) fn horizon_key(horizon: programme::Horizon) -> &'static str {
    match horizon {
        programme::Horizon::Immediate => "horizon-immediate",
        programme::Horizon::ThisYear => "horizon-this-year",
        programme::Horizon::LongTerm => "horizon-long-term",
    }
}

/// Where a fact comes from.
pub(crate) fn fact_source(language: Language, source: Option<&statistics::Source>, example: bool) -> Markup {
    html! {
        @if let Some(source) = source {
            p.vk-small {
                @match &source.address {
                    Some(address) => { a.ds-link href=(address) rel="noreferrer" { (figure::source(language, source)) } },
                    None => { (figure::source(language, source)) },
                }
            }
        }
        @if example { p.vk-small { (say!(language, "example-explained")) } }
    }
}

/// The token without which no form of somebody signed in is read.
pub(crate) fn csrf(reader: &Reader) -> Markup {
    html! { @if let Some(person) = &reader.signed_in { input type="hidden" name="csrf" value=(person.csrf); } }
}

/// "Programleder", or "Partner, Bedriften" for who acts for one organisation.
pub(crate) fn role_words(reader: &Reader, role: Role, organisation: Option<&OrganisationId>) -> String {
    let words = say!(reader.language, &format!("role-{}", role.word()));
    match organisation.and_then(|id| reader.state().organisation(id)) {
        Some(organisation) => format!("{words}, {}", reader.plain(&organisation.name)),
        None => words,
    }
}

/// How many things there are, as it stands alone.
pub(crate) fn count(language: Language, things: usize) -> String {
    format::integer(language, i64::try_from(things).unwrap_or(i64::MAX))
}
