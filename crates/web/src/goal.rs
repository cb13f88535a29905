//! Goals: where are we against the path, and what would it take?

use axum::Router;
use axum::extract::Path;
use axum::routing::get;
use jiff::civil::Date;
use maud::{Markup, html};
use programme::goal::{Distance, Path as TargetPath, Standing, compound_yearly_rate, needed_yearly_rate};
use programme::{Freshness, Goal, GoalId, Indicator, Series, Target};
use publishing::chart::{Heading, Line, LineChart, LineKind, Table};
use publishing::{figure, format, say};
use statistics::Figure;

use crate::app::App;
use crate::page::{Page, Section, page};
use crate::problem::Problem;
use crate::reader::Reader;
use crate::widget::{
    ahead_or_behind, chart, crumbs, date, fact_source, figure_link, goal_link, goal_rows, measure_rows, number, organisation, source_line,
    table,
};
use crate::wording::{example_mark, inline, prose};

pub(crate) fn routes() -> Router<App> {
    Router::new()
        .route("/{programme}/maal", get(goals))
        .route("/{programme}/maal/{goal}", get(goal))
}

/// A goal with a target path and the figures held against it.
pub(crate) struct Track<'a> {
    pub target: &'a Target,
    pub indicator: &'a Indicator,
    pub official: &'a Series,
    pub standing: Standing,
    pub corrected: Option<(&'a Series, Standing)>,
}

impl<'a> Track<'a> {
    /// None for a goal without indicator, path or figures.
    pub fn of(reader: &'a Reader, goal: &'a Goal) -> Option<Self> {
        let state = reader.state();
        let target = goal.target.as_ref()?;
        let indicator = state.indicator(goal.indicator.as_ref()?)?;
        let official = state.series_by_id(&indicator.series)?;
        let corrected = indicator.corrected.as_ref().and_then(|id| state.series_by_id(id));
        Some(Self {
            target,
            indicator,
            official,
            standing: Standing::of(official, target),
            corrected: corrected.map(|series| (series, Standing::of(series, target))),
        })
    }

    pub fn newest(&self) -> Option<&Distance> {
        self.standing.newest()
    }

    /// The last day on which both series have a figure: official, corrected.
    fn both(&self) -> Option<(&Distance, &Distance)> {
        let (_, corrected) = self.corrected.as_ref()?;
        let newest = corrected.newest()?;
        Some((self.standing.on(newest.figure.period.last_day())?, newest))
    }

    /// The yearly rate needed from the newest official figure.
    fn needed_rate(&self) -> Option<f64> {
        let newest = self.newest()?;
        needed_yearly_rate(self.target, newest.figure.value.number()?, newest.figure.period.last_day())
    }

    /// The yearly rate from the path's start to the newest official figure.
    fn rate_so_far(&self) -> Option<f64> {
        let newest = self.newest()?;
        compound_yearly_rate(
            self.target.start,
            self.target.from,
            newest.figure.value.number()?,
            newest.figure.period.last_day(),
        )
    }

    /// The newest figure's change since the figure before it.
    fn change(&self) -> Option<i64> {
        let [.., before, newest] = self.standing.distances.as_slice() else {
            return None;
        };
        Some((newest.figure.value.number()? - before.figure.value.number()?).round() as i64)
    }

    fn example(&self) -> bool {
        self.target.example || self.official.example
    }

    /// The unit's word for a count, such as "innbyggere".
    fn unit(&self, reader: &Reader, count: i64) -> String {
        figure::unit(reader.language, self.official.unit, count)
    }

    /// "Folketallet er 294 under målbanen": the finding that titles the chart.
    fn finding(&self, reader: &Reader) -> String {
        let language = reader.language;
        let title = reader.plain(&self.indicator.title);
        match self.newest() {
            Some(newest) => {
                let period = figure::period(language, newest.figure.period);
                let standing = ahead_or_behind(language, newest.ahead());
                say!(language, "goal-finding", title = title, standing = standing, period = period)
            }
            None => say!(language, "goal-no-figures", title = title),
        }
    }

    fn chart(&self, reader: &Reader) -> LineChart {
        let language = reader.language;
        let at_horizon = format::integer(language, self.target.at_horizon().round() as i64);
        let description = say!(
            language,
            "goal-chart-description",
            unit = self.unit(reader, 2),
            from = format::date(language, self.target.from),
            horizon = format::date(language, self.target.horizon),
            value = at_horizon
        );
        let heading = Heading::new(language, self.finding(reader)).describe(description);
        let mut chart = LineChart::new(heading).line(Line::new(LineKind::Actual, say!(language, "official"), points(&self.standing)));
        if let Some((_, standing)) = &self.corrected {
            chart = chart.line(Line::new(LineKind::Corrected, say!(language, "corrected"), points(standing)));
        }
        chart.line(Line::new(LineKind::Target, say!(language, "target-path"), self.path_points()).with_value())
    }

    fn path_points(&self) -> Vec<(f64, f64)> {
        self.target
            .days()
            .into_iter()
            .filter_map(|day| Some((format::decimal_year(day), self.target.value_on(day)?)))
            .collect()
    }

    /// Path, official and corrected with their distances, one row per figure.
    fn comparison(&self, reader: &Reader) -> Table {
        let language = reader.language;
        let mut columns = vec![
            say!(language, "date"),
            say!(language, "target-path"),
            say!(language, "official"),
            say!(language, "against-path"),
        ];
        if self.corrected.is_some() {
            columns.extend([say!(language, "corrected"), say!(language, "against-path")]);
        }
        let rows = self.standing.distances.iter().rev().map(|official| {
            let day = official.figure.period.last_day();
            let mut row = vec![
                figure::period(language, official.figure.period),
                format::integer(language, official.wanted.round() as i64),
            ];
            row.extend([
                figure::value(language, official.figure.value),
                format::signed_integer(language, official.ahead()),
            ]);
            if let Some((series, standing)) = &self.corrected {
                row.extend(match standing.on(day) {
                    Some(corrected) => [
                        figure::value(language, corrected.figure.value),
                        format::signed_integer(language, corrected.ahead()),
                    ],
                    None => [sign_of(series, official), String::new()],
                });
            }
            row
        });
        Table {
            caption: say!(language, "goal-comparison-caption", title = reader.plain(&self.indicator.title)),
            rows: rows.collect(),
            columns,
        }
    }
}

/// What stands in the corrected series on the official figure's day where that is no number.
fn sign_of(series: &Series, official: &Distance) -> String {
    series
        .figure(official.figure.period)
        .map_or_else(String::new, |figure| figure.value.to_string())
}

fn points(standing: &Standing) -> Vec<(f64, f64)> {
    let point = |distance: &Distance| {
        Some((
            format::decimal_year(distance.figure.period.last_day()),
            distance.figure.value.number()?,
        ))
    };
    standing.distances.iter().filter_map(point).collect()
}

async fn goals(reader: Reader) -> Markup {
    let (language, state) = (reader.language, reader.state());
    let body = html! {
        h1.vk-title { (say!(language, "goals-title")) }
        p.vk-lead { (say!(language, "goals-lead")) }
        section.vk-section aria-labelledby="vekstmaal" {
            h2.vk-section__title id="vekstmaal" { (say!(language, "goals-growth")) }
            (glance(&reader))
        }
        @for plan in &state.guiding_plans {
            section.vk-section aria-labelledby=(format!("plan-{}", plan.id)) {
                h2.vk-section__title.vk-section__title--rule id=(format!("plan-{}", plan.id)) {
                    a.ds-link href=(reader.addresses.guiding_plan(&plan.id)) { (inline(language, &plan.title)) }
                }
                (goal_rows(&reader, state.goals_of(&plan.id)))
            }
        }
    };
    let title = say!(language, "goals-title");
    page(
        &reader,
        &Page {
            section: Section::Goals,
            title: &title,
            description: Some(&say!(language, "goals-lead")),
            body,
        },
    )
}

/// The growth goals with their state in a sentence and a small picture.
pub(crate) fn glance(reader: &Reader) -> Markup {
    let language = reader.language;
    html! {
        ul.vk-goals {
            @for goal in reader.state().growth_goals() {
                @let track = Track::of(reader, goal);
                li.vk-goal {
                    div.vk-goal__text {
                        h3.vk-goal__title { a href=(reader.addresses.goal(&goal.id)) { (inline(language, &goal.title)) } @if goal.example || track.as_ref().is_some_and(Track::example) { (example_mark(language)) } }
                        @match &track {
                            Some(track) => { p { (standing_sentence(reader, track)) } },
                            None => { p { (inline(language, &goal.sentence)) } },
                        }
                        p { a.ds-link href=(reader.addresses.goal(&goal.id)) { (say!(language, "goal-what-it-takes")) span.ds-sr-only { ": " (reader.plain(&goal.title)) } } }
                    }
                }
            }
        }
    }
}

/// Where we stand and what it takes, in words that can be read aloud.
fn standing_sentence(reader: &Reader, track: &Track<'_>) -> Markup {
    let language = reader.language;
    let Some(newest) = track.newest() else {
        return html! { (say!(language, "goal-no-figures-yet")) };
    };
    let unit = track.unit(reader, newest.ahead());
    html! {
        (say!(language, "goal-we-are")) " "
        strong { (say!(language, "goal-standing", standing = ahead_or_behind(language, newest.ahead()), unit = unit)) }
        " (" (say!(language, "goal-official-on", period = figure::period(language, newest.figure.period))) "). "
        @if let Some(rate) = track.needed_rate() {
            (say!(language, "goal-needs", rate = format::percent(language, rate, 2), value = format::integer(language, track.target.at_horizon().round() as i64), horizon = format::date(language, track.target.horizon)))
        }
        @match track.indicator.freshness(track.official, reader.today) {
            Freshness::Stale { months } => { " " (say!(language, "goal-stale", months = months)) },
            Freshness::Ownerless => { " " (say!(language, "goal-ownerless")) },
            Freshness::Fresh | Freshness::Empty => {},
        }
    }
}

async fn goal(reader: Reader, Path((_, id)): Path<(String, String)>) -> Result<Markup, Problem> {
    let goal = id
        .parse::<GoalId>()
        .ok()
        .and_then(|id| reader.state().goal(&id))
        .ok_or(Problem::NotFound)?;
    let language = reader.language;
    let track = Track::of(&reader, goal);
    let body = html! {
        (crumbs(&reader, &[(reader.addresses.goals(), html! { (say!(language, "goals-title")) })], &inline(language, &goal.title)))
        h1.vk-title { (inline(language, &goal.sentence)) @if goal.example { (example_mark(language)) } }
        @if let Some(track) = &track {
            p.vk-lead { (standing_sentence(&reader, track)) }
            (key_figures(&reader, track))
            (chart(&reader, "maalbane", &track.chart(&reader), &source_line(&reader, &sources(track))))
            (side_by_side(&reader, track))
        }
        (prose(language, &goal.body))
        (rests_on(&reader, goal))
        (facts(&reader, goal, track.as_ref()))
    };
    let title = reader.plain(&goal.title);
    Ok(page(
        &reader,
        &Page {
            section: Section::Goals,
            title,
            description: Some(reader.plain(&goal.sentence)),
            body,
        },
    ))
}

fn sources<'a>(track: &Track<'a>) -> Vec<&'a Series> {
    std::iter::once(track.official)
        .chain(track.corrected.as_ref().map(|(series, _)| *series))
        .collect()
}

fn key_figures(reader: &Reader, track: &Track<'_>) -> Markup {
    let language = reader.language;
    let Some(newest) = track.newest() else { return html! {} };
    html! {
        ul.vk-keyfigures {
            li.vk-keyfigure {
                strong.vk-keyfigure__value { (figure_link(reader, &newest.figure)) }
                span.vk-keyfigure__caption { (newest_caption(reader, track, &newest.figure)) }
            }
            li.vk-keyfigure {
                strong.vk-keyfigure__value { (number(&format::signed_integer(language, newest.ahead()))) }
                span.vk-keyfigure__caption { (say!(language, "key-official-against-path", period = figure::period(language, newest.figure.period))) @if track.target.example { (example_mark(language)) } }
            }
            @if let Some((_, corrected)) = track.both() {
                li.vk-keyfigure {
                    strong.vk-keyfigure__value { (number(&format::signed_integer(language, corrected.ahead()))) }
                    span.vk-keyfigure__caption { (say!(language, "key-corrected-against-path", period = figure::period(language, corrected.figure.period))) }
                }
            }
            @if let Some(rate) = track.needed_rate() {
                li.vk-keyfigure {
                    strong.vk-keyfigure__value { (number(&format::percent(language, rate, 2))) }
                    span.vk-keyfigure__caption {
                        @match track.rate_so_far() {
                            Some(so_far) => (say!(language, "key-needed-rate-and-so-far", so_far = format::percent(language, so_far, 2), year = track.target.from.year().to_string())),
                            None => (say!(language, "key-needed-rate")),
                        }
                    }
                }
            }
        }
    }
}

fn newest_caption(reader: &Reader, track: &Track<'_>, newest: &Figure) -> String {
    let language = reader.language;
    let unit = track.unit(reader, newest.value.number().unwrap_or_default() as i64);
    let period = figure::period(language, newest.period);
    match track.change() {
        Some(change) if change >= 0 => say!(
            language,
            "key-more-than-before",
            unit = unit,
            period = period,
            change = format::integer(language, change)
        ),
        Some(change) => say!(
            language,
            "key-fewer-than-before",
            unit = unit,
            period = period,
            change = format::integer(language, -change)
        ),
        None => say!(language, "key-newest", unit = unit, period = period),
    }
}

/// The two series beside the path, with the rule that makes the correction.
fn side_by_side(reader: &Reader, track: &Track<'_>) -> Markup {
    let language = reader.language;
    html! {
        section.vk-section aria-labelledby="side-om-side" {
            h2.vk-section__title id="side-om-side" { (say!(language, if track.corrected.is_some() { "goal-side-by-side" } else { "goal-year-by-year" })) }
            @if let Some((official, corrected)) = track.both() {
                p.vk-section__intro {
                    (say!(language, "goal-both", period = figure::period(language, official.figure.period),
                        official = ahead_or_behind(language, official.ahead()), corrected = ahead_or_behind(language, corrected.ahead())))
                    @if let Some(newest) = track.newest().filter(|newest| newest.figure.period > corrected.figure.period) {
                        " " (say!(language, "goal-corrected-not-published", period = figure::period(language, newest.figure.period)))
                    }
                }
            }
            (table("side-om-side-tabell", &track.comparison(reader)))
            @if let Some((series, _)) = &track.corrected {
                div.vk-info {
                    h3.vk-info__title { (say!(language, "goal-rule")) }
                    (prose(language, &series.rule))
                    p.vk-small { (figure::source(language, &series.source)) }
                }
            }
        }
    }
}

fn rests_on(reader: &Reader, goal: &Goal) -> Markup {
    let (language, state) = (reader.language, reader.state());
    let measures = state.measures_claiming(&goal.id);
    let serving: Vec<&Goal> = state.goals_serving(&goal.id).collect();
    html! {
        @if !goal.assumptions.is_empty() {
            section.vk-section aria-labelledby="forutsetninger" {
                h2.vk-section__title.vk-section__title--rule id="forutsetninger" { (say!(language, "goal-assumptions")) }
                ul.vk-rows {
                    @for assumption in goal.assumptions.iter().filter_map(|id| state.assumption(id)) {
                        li.vk-row {
                            span.vk-row__title { (inline(language, &assumption.text)) @if assumption.example { (example_mark(language)) } }
                            @if !assumption.sign.is_empty() { p.vk-row__detail { (inline(language, &assumption.sign)) } }
                        }
                    }
                }
            }
        }
        @if !serving.is_empty() {
            section.vk-section aria-labelledby="maal-under" {
                h2.vk-section__title.vk-section__title--rule id="maal-under" { (say!(language, "goal-served-by")) }
                (goal_rows(reader, serving))
            }
        }
        section.vk-section aria-labelledby="tiltak" {
            h2.vk-section__title.vk-section__title--rule id="tiltak" { (say!(language, "goal-measures")) }
            @if measures.is_empty() {
                div.vk-empty { p { (say!(language, "goal-measures-none")) } }
            } @else {
                (measure_rows(reader, &measures))
            }
        }
    }
}

fn facts(reader: &Reader, goal: &Goal, track: Option<&Track<'_>>) -> Markup {
    let language = reader.language;
    html! {
        section.vk-section aria-labelledby="om-maalet" {
            h2.vk-section__title id="om-maalet" { (say!(language, "goal-about")) }
            dl.vk-facts {
                @if let Some(plan) = goal.plan.as_ref().and_then(|id| reader.state().guiding_plan(id)) {
                    div { dt { (say!(language, "goal-plan")) } dd { a.ds-link href=(reader.addresses.guiding_plan(&plan.id)) { (inline(language, &plan.title)) } } }
                }
                @if !goal.serves.is_empty() {
                    div { dt { (say!(language, "goal-serves")) } dd { ul { @for id in &goal.serves { li { (goal_link(reader, id)) @if let Some(parent) = reader.state().goal(id) { ": " (inline(language, &parent.sentence)) } } } } } }
                }
                @if let Some(owner) = &goal.owner { div { dt { (say!(language, "owner")) } dd { (organisation(reader, owner)) } } }
                @if let Some(track) = track {
                    div { dt { (say!(language, "target-path")) } dd { (path_in_words(reader, track.target)) @if track.target.example { (example_mark(language)) } } }
                    div { dt { (say!(language, "definition")) } dd { (inline(language, &track.indicator.definition)) } }
                    @if let Some(owner) = &track.indicator.owner { div { dt { (say!(language, "figure-owner")) } dd { (organisation(reader, owner)) } } }
                }
            }
            (fact_source(language, goal.source.as_ref(), goal.example))
        }
    }
}

fn path_in_words(reader: &Reader, target: &Target) -> Markup {
    let language = reader.language;
    let whole = |value: f64| format::integer(language, value.round() as i64);
    let end = |day: Date, value: f64| html! { (whole(value)) " (" (date(language, day)) ")" };
    html! {
        @match &target.path {
            TargetPath::YearlyRate(rate) => (say!(language, "path-yearly", rate = format::percent(language, *rate, 1))),
            TargetPath::Points(_) => (say!(language, "path-points")),
        }
        ": " (end(target.from, target.start)) " – " (end(target.horizon, target.at_horizon()))
    }
}
