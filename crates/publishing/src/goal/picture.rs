//! The pictures of a goal and the table beside them.

use jiff::civil::Date;
use programme::goal::{Distance, Standing};
use programme::{Language, Series};
use statistics::Figure;

use super::{Track, whole};
use crate::chart::{Heading, Line, LineChart, LineKind, Sparkline, Table};
use crate::{figure, format, say};

impl Track<'_> {
    /// The target path, the official figures from before it too, and the corrected ones; `today` is the day that the
    /// chart is seen from, with its word.
    pub fn chart(&self, language: Language, today: (Date, String)) -> LineChart {
        let heading = Heading::new(language, self.finding(language)).describe(self.description(language));
        let target = Line::new(LineKind::Target, say!(language, "target-path"), self.path_points()).with_value();
        let mut chart = LineChart::new(heading)
            .unit(self.unit(language, 2))
            .today(format::decimal_year(today.0), today.1)
            .line(target);
        if let Some((series, standing)) = &self.corrected {
            let line = Line::new(LineKind::Corrected, say!(language, "corrected"), points(series)).with_value();
            chart = chart.line(match self.before_corrected(standing) {
                Some(before) => line.leaving(before),
                None => line,
            });
        }
        chart.line(Line::new(LineKind::Actual, say!(language, "official"), points(self.official)))
    }

    /// The small picture beside the goal's sentence: figures and path from where the path begins.
    pub fn sparkline(&self, language: Language) -> Sparkline {
        let year = self.target.horizon.year().to_string();
        let figures = self.standing.distances.iter().map(|distance| point(&distance.figure));
        let drawable = figures.filter_map(|(at, value)| Some((at, value?)));
        Sparkline::new(Heading::new(language, self.finding(language)), drawable, self.path_points()).label(say!(
            language,
            "goal-target-year",
            year = year
        ))
    }

    /// What the chart shows, in words with numbers.
    pub fn description(&self, language: Language) -> String {
        let mut sentences = vec![say!(language, "goal-chart-kind")];
        sentences.extend(self.official_in_words(language));
        if let Some(newest) = self.corrected.as_ref().and_then(|(_, standing)| standing.newest()) {
            let (last, period) = value_and_period(language, &newest.figure);
            sentences.push(say!(language, "goal-chart-corrected", last = last, last_period = period));
        }
        sentences.push(say!(
            language,
            "goal-chart-path",
            first = whole(language, self.target.start),
            from = format::date(language, self.target.from),
            last = whole(language, self.target.at_horizon()),
            horizon = format::date(language, self.target.horizon)
        ));
        sentences.join(" ")
    }

    /// Path, official and corrected with their distances, one row per figure, the newest first.
    pub fn comparison(&self, language: Language, caption: String) -> Table {
        let mut columns = vec!["date", "target-path", "official", "against-path"];
        if self.corrected.is_some() {
            columns.extend(["corrected", "against-path"]);
        }
        Table {
            caption,
            columns: columns.into_iter().map(|key| say!(language, key)).collect(),
            rows: self
                .standing
                .distances
                .iter()
                .rev()
                .map(|official| self.row(language, official))
                .collect(),
        }
    }

    fn row(&self, language: Language, official: &Distance) -> Vec<String> {
        let mut row = vec![figure::period(language, official.figure.period), whole(language, official.wanted)];
        row.extend(value_and_distance(language, official));
        if let Some((series, standing)) = &self.corrected {
            row.extend(match standing.on(official.figure.period.last_day()) {
                Some(corrected) => value_and_distance(language, corrected),
                None => [sign_of(series, official), String::new()],
            });
        }
        row
    }

    fn path_points(&self) -> Vec<(f64, f64)> {
        self.path().map(|(day, value)| (format::decimal_year(day), value)).collect()
    }

    /// The official figure that the first corrected one is a correction after: where its line leaves the official one.
    fn before_corrected(&self, corrected: &Standing) -> Option<(f64, f64)> {
        let first = corrected.distances.first()?.figure.period;
        let figures = numbers(self.official);
        let (at, value) = point(figures.iter().rev().find(|figure| figure.period < first)?);
        Some((at, value?))
    }

    fn official_in_words(&self, language: Language) -> Option<String> {
        let figures = numbers(self.official);
        let (first, last) = (figures.first()?, figures.last()?);
        let unit = self.unit(language, last.value.number()? as i64);
        let (last, last_period) = value_and_period(language, last);
        if figures.len() == 1 {
            return Some(say!(
                language,
                "goal-chart-official-one",
                last = last,
                unit = unit,
                last_period = last_period
            ));
        }
        let (first, first_period) = value_and_period(language, first);
        Some(say!(
            language,
            "goal-chart-official",
            first = first,
            first_period = first_period,
            last = last,
            unit = unit,
            last_period = last_period
        ))
    }
}

/// The figures of a series that are numbers, in order of time.
fn numbers(series: &Series) -> Vec<Figure> {
    let mut figures: Vec<Figure> = series.line(&[]).map(|point| series.figure_of(point)).collect();
    figures.retain(|figure| figure.value.number().is_some());
    figures.sort_by_key(|figure| figure.period);
    figures
}

/// All figures as a chart takes them, with gaps where there is no number.
fn points(series: &Series) -> Vec<(f64, Option<f64>)> {
    series.line(&[]).map(|known| point(&series.figure_of(known))).collect()
}

fn point(figure: &Figure) -> (f64, Option<f64>) {
    (format::decimal_year(figure.period.last_day()), figure.value.number())
}

fn value_and_period(language: Language, figure: &Figure) -> (String, String) {
    (figure::value(language, figure.value), figure::period(language, figure.period))
}

fn value_and_distance(language: Language, distance: &Distance) -> [String; 2] {
    [
        figure::value(language, distance.figure.value),
        format::signed_integer(language, distance.ahead()),
    ]
}

/// What stands in the corrected series on the official figure's day where that is no number.
fn sign_of(series: &Series, official: &Distance) -> String {
    series
        .figure(official.figure.period)
        .map_or_else(String::new, |figure| figure.value.to_string())
}
