//! Growth goals with the figures that were known.

use programme::Goal;

use super::{Writer, figure};
use crate::chart::{Chart as _, Palette, Size};
use crate::goal::Track;
use crate::pdf::{self, DataTable, KeyFigure, Passage, WebAddress};
use crate::{figure as words, format, say};

impl Writer<'_> {
    pub(super) fn goals(&self) -> Vec<pdf::Goal> {
        let goals = self.surroundings.goals.iter().filter(|goal| goal.plan.is_none());
        goals.map(|goal| self.goal(goal)).collect()
    }

    fn goal(&self, goal: &Goal) -> pdf::Goal {
        let language = self.language;
        let indicator = goal.indicator.as_ref().and_then(|id| self.surroundings.indicator(id));
        let official = indicator.and_then(|indicator| self.surroundings.series_by_id(&indicator.series));
        let corrected = indicator.and_then(|indicator| self.surroundings.series_by_id(indicator.corrected.as_ref()?));
        // A correction that nobody had published by then says nothing.
        let corrected = corrected.filter(|series| series.newest_number().is_some());
        let track = goal.target.as_ref().zip(official.as_ref());
        let track = track.map(|(target, official)| Track::of(target, official, corrected.as_ref()));
        pdf::Goal {
            key: goal.id.to_string(),
            title: self.text(&goal.title),
            aim: self.text(&goal.sentence),
            sentence: track.as_ref().and_then(|track| self.standing(track)).unwrap_or_default().into(),
            key_figures: track.as_ref().map(|track| self.goal_figures(track)).unwrap_or_default(),
            chart: track.as_ref().map(|track| self.goal_chart(track)),
            body: Passage::of(language, &goal.body),
            address: WebAddress::parse(&self.links.goal(&goal.id)),
            example: goal.example,
        }
    }

    /// "Vi er 294 innbyggere under målbanen (offisielt tall, 1. januar 2026). Skal vi være …".
    fn standing(&self, track: &Track<'_>) -> Option<String> {
        let language = self.language;
        let (distance, kind) = (track.distance(language)?, track.kind_of_newest(language)?);
        let standing = format!("{} {distance} ({kind}).", say!(language, "goal-we-are"));
        Some(std::iter::once(standing).chain(track.needs(language)).collect::<Vec<_>>().join(" "))
    }

    fn goal_figures(&self, track: &Track<'_>) -> Vec<KeyFigure> {
        let language = self.language;
        let Some(newest) = track.newest() else { return Vec::new() };
        let period = words::period(language, newest.figure.period);
        let unit = track.unit(language, newest.figure.value.number().unwrap_or_default() as i64);
        let mut figures = vec![
            KeyFigure {
                example: newest.figure.example,
                ..figure(
                    words::value(language, newest.figure.value),
                    say!(language, "key-newest", unit = unit, period = &period),
                )
            },
            KeyFigure {
                example: track.target.example,
                ..figure(
                    format::signed_integer(language, newest.ahead()),
                    say!(language, "key-official-against-path", period = period),
                )
            },
        ];
        if let Some(rate) = track.needed_rate() {
            figures.push(figure(format::percent(language, rate, 2), say!(language, "key-needed-rate")));
        }
        figures
    }

    fn goal_chart(&self, track: &Track<'_>) -> pdf::Chart {
        let language = self.language;
        let adopted = (self.revision.adopted, say!(language, "document-adopted"));
        let chart = track.chart(language, adopted);
        let mut table = track.comparison(language, String::new());
        table.rows.reverse();
        let sources: Vec<String> = std::iter::once(track.official)
            .chain(track.corrected.as_ref().map(|(series, _)| *series))
            .map(|series| words::source(language, &series.source))
            .collect();
        pdf::Chart {
            title: chart.heading().title.clone().into(),
            svg: chart.svg("chart", Size::Medium, Palette::Print(self.surroundings.accent)),
            alternative: chart.heading().description.clone(),
            caption: sources.join(". "),
            table: (!table.rows.is_empty()).then_some(DataTable {
                columns: table.columns,
                rows: table.rows,
            }),
        }
    }
}
