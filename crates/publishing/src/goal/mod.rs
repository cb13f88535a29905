//! A goal in words and pictures: where a town stands against its target path. Pages and documents say the same.

mod picture;

use jiff::civil::Date;
use programme::goal::{Distance, Path, Standing, compound_yearly_rate, needed_yearly_rate};
use programme::{Language, Series, Target};

use crate::{figure, format, say};

/// A target path and the figures held against it.
#[derive(Debug, Clone)]
pub struct Track<'a> {
    pub target: &'a Target,
    pub official: &'a Series,
    pub standing: Standing,
    pub corrected: Option<(&'a Series, Standing)>,
}

impl<'a> Track<'a> {
    /// The official series, and the corrected one where there is one, against the path.
    pub fn of(target: &'a Target, official: &'a Series, corrected: Option<&'a Series>) -> Self {
        Self {
            target,
            official,
            standing: Standing::of(official, target),
            corrected: corrected.map(|series| (series, Standing::of(series, target))),
        }
    }

    /// The newest official figure against the path.
    pub fn newest(&self) -> Option<&Distance> {
        self.standing.newest()
    }

    /// The last day on which both series have a figure: official, corrected.
    pub fn both(&self) -> Option<(&Distance, &Distance)> {
        let (_, corrected) = self.corrected.as_ref()?;
        let newest = corrected.newest()?;
        Some((self.standing.on(newest.figure.period.last_day())?, newest))
    }

    /// The yearly rate needed from the newest official figure; none where the horizon has come or the goal is reached.
    pub fn needed_rate(&self) -> Option<f64> {
        let newest = self.newest()?;
        let rate = needed_yearly_rate(self.target, newest.figure.value.number()?, newest.figure.period.last_day())?;
        (rate > 0.0).then_some(rate)
    }

    /// The yearly rate from the path's start to the newest official figure.
    pub fn rate_so_far(&self) -> Option<f64> {
        let newest = self.newest()?;
        compound_yearly_rate(
            self.target.start,
            self.target.from,
            newest.figure.value.number()?,
            newest.figure.period.last_day(),
        )
    }

    /// The newest figure's change since the figure before it.
    pub fn change(&self) -> Option<i64> {
        let [.., before, newest] = self.standing.distances.as_slice() else {
            return None;
        };
        Some((newest.figure.value.number()? - before.figure.value.number()?).round() as i64)
    }

    /// Whether the path or the figures were made up.
    pub fn example(&self) -> bool {
        self.target.example || self.official.example
    }

    /// "offisielt tall, 1. januar 2026": what kind of number the newest one is. What was made up is nobody's official one.
    pub fn kind_of_newest(&self, language: Language) -> Option<String> {
        let period = figure::period(language, self.newest()?.figure.period);
        let key = if self.official.example {
            "goal-example-on"
        } else {
            "goal-official-on"
        };
        Some(say!(language, key, period = period))
    }

    /// The unit's word for a count, such as "innbyggere".
    pub fn unit(&self, language: Language, count: i64) -> String {
        figure::unit(language, self.official.unit, count)
    }

    /// "Folketallet er 294 under målbanen, og avstanden øker": the finding that titles the chart.
    pub fn finding(&self, language: Language) -> String {
        let counted = figure::counted(language, self.official.unit);
        let Some(newest) = self.newest() else {
            return say!(language, "goal-no-figures", title = counted);
        };
        let ahead = newest.ahead();
        let key = format!("goal-finding-{}{}", side(ahead), self.trend());
        say!(language, &key, counted = counted, count = format::integer(language, ahead.abs()))
    }

    /// "294 innbyggere under målbanen", after "Vi er"; none without figures.
    pub fn distance(&self, language: Language) -> Option<String> {
        let ahead = self.newest()?.ahead();
        let key = format!("goal-distance-{}", side(ahead));
        let unit = self.unit(language, ahead.abs());
        Some(say!(language, &key, count = format::integer(language, ahead.abs()), unit = unit))
    }

    /// "Skal vi være 30 660 innbyggere 1. januar 2030, må vi vokse med 1,25 % i året.", or that we are there already; none
    /// where the horizon has come.
    pub fn needs(&self, language: Language) -> Option<String> {
        let newest = self.newest()?.figure.period.last_day();
        if newest >= self.target.horizon {
            return None;
        }
        let wanted = self.target.at_horizon();
        let (value, unit) = (whole(language, wanted), self.unit(language, wanted.round() as i64));
        let horizon = format::date(language, self.target.horizon);
        Some(if let Some(rate) = self.needed_rate() {
            let rate = format::percent(language, rate, 2);
            say!(language, "goal-needs", rate = rate, value = value, unit = unit, horizon = horizon)
        } else {
            say!(language, "goal-reached", value = value, unit = unit, horizon = horizon)
        })
    }

    /// Whether the newest figure has come nearer to the path or gone farther from it, on the same side of it.
    fn trend(&self) -> &'static str {
        let [.., before, newest] = self.standing.distances.as_slice() else {
            return "";
        };
        let (before, newest) = (before.ahead(), newest.ahead());
        match newest.abs().cmp(&before.abs()) {
            _ if before.signum() != newest.signum() => "",
            std::cmp::Ordering::Greater => "-growing",
            std::cmp::Ordering::Less => "-shrinking",
            std::cmp::Ordering::Equal => "",
        }
    }

    /// The path on the first of each year and at its ends.
    fn path(&self) -> impl Iterator<Item = (Date, f64)> {
        let wanted = |day| Some((day, self.target.value_on(day)?));
        self.target.days().into_iter().filter_map(wanted)
    }
}

/// "294 under målbanen" or "196 over målbanen", without the unit.
pub fn ahead_or_behind(language: Language, ahead: i64) -> String {
    let count = format::integer(language, ahead.abs());
    match ahead {
        0 => say!(language, "on-the-path"),
        1.. => say!(language, "ahead-of-path", count = count),
        _ => say!(language, "behind-path", count = count),
    }
}

/// "Fra 27 481 1. januar 2019, 1,00 % i året, til 1. januar 2030".
pub fn path_words(language: Language, target: &Target) -> String {
    let path = match &target.path {
        Path::YearlyRate(rate) => say!(language, "path-yearly", rate = format::percent(language, *rate, 2)),
        Path::Points(points) => {
            let point = |point: &programme::goal::PathPoint| {
                format!(
                    "{} {}",
                    format::date(language, point.date),
                    format::decimal(language, point.value, 0)
                )
            };
            points.iter().map(point).collect::<Vec<_>>().join(", ")
        }
    };
    say!(
        language,
        "target-line",
        start = format::decimal(language, target.start, 0),
        from = format::date(language, target.from),
        path = path,
        horizon = format::date(language, target.horizon)
    )
}

fn side(ahead: i64) -> &'static str {
    match ahead {
        0 => "on",
        1.. => "ahead",
        _ => "behind",
    }
}

fn whole(language: Language, value: f64) -> String {
    format::integer(language, value.round() as i64)
}
