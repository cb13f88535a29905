//! A series by sex and age: the town as an age pyramid, then and now.

use std::collections::BTreeMap;

use maud::{Markup, html};
use programme::Series;
use publishing::chart::{AgeGroup, Heading, Pyramid};
use publishing::{figure, format, say};
use statistics::{Period, Value};

use super::words;
use crate::reader::Reader;
use crate::widget::{chart, source_line};

/// With more single ages than this they are drawn in groups of five.
const MOST_AGES: usize = 30;

/// People by age, men first; every cell a number.
type People = BTreeMap<u16, [f64; 2]>;

/// A series whose dimensions are sex and age in years.
pub(super) struct Population<'a> {
    series: &'a Series,
    sex: usize,
    age: usize,
    /// The codes of men and of women.
    codes: [&'a str; 2],
}

impl<'a> Population<'a> {
    /// None for a series that is anything else.
    pub fn of(series: &'a Series) -> Option<Self> {
        let place = |name: &str| series.dimensions.iter().position(|dimension| dimension == name);
        let (sex, age) = (place("sex")?, place("age")?);
        let codes = words::codes(series, sex);
        let code = |known: [&str; 2]| codes.iter().copied().find(|code| known.contains(code));
        let two = series.dimensions.len() == 2 && codes.len() == 2;
        let numbers = words::codes(series, age).iter().all(|code| code.parse::<u16>().is_ok());
        (two && numbers).then_some(())?;
        Some(Self {
            series,
            sex,
            age,
            codes: [code(["male", "m"])?, code(["female", "f"])?],
        })
    }

    /// The people of one period; none where a cell holds no number, for then no sum would be true.
    fn people(&self, period: Period) -> Option<People> {
        let mut people = People::new();
        for point in self.series.points.iter().filter(|point| point.period == period) {
            let age: u16 = point.codes.get(self.age)?.parse().ok()?;
            let side = self
                .codes
                .iter()
                .position(|code| Some(*code) == point.codes.get(self.sex).map(String::as_str))?;
            people.entry(age).or_default()[side] += point.value.number()?;
        }
        Some(people)
    }

    /// The width of an age group in years.
    fn width(&self) -> u16 {
        if words::codes(self.series, self.age).len() > MOST_AGES {
            5
        } else {
            1
        }
    }
}

fn grouped(people: &People, width: u16) -> People {
    people.iter().fold(People::new(), |mut groups, (age, [men, women])| {
        let group = groups.entry(age / width * width).or_default();
        group[0] += men;
        group[1] += women;
        groups
    })
}

/// "29 169 innbyggere 1. januar 2026: 14 500 kvinner og 14 669 menn".
pub(super) fn sentence(reader: &Reader, population: &Population<'_>, period: Period) -> Option<String> {
    let language = reader.language;
    let people = population.people(period)?;
    let [men, women] = people.values().fold([0.0, 0.0], |[men, women], [m, w]| [men + m, women + w]);
    let number = |count: f64| figure::value(language, Value::Number(count));
    Some(say!(
        language,
        "series-people",
        counted = words::counted(language, men + women, population.series.unit),
        period = figure::period(language, period),
        women = number(women),
        men = number(men)
    ))
}

/// The pyramid of `now` with `then` as a line round it.
pub(super) fn section(reader: &Reader, population: &Population<'_>, now: Period, then: Period) -> Markup {
    let (Some(people), Some(earlier)) = (population.people(now), population.people(then)) else {
        return html! {};
    };
    let width = population.width();
    let (people, earlier) = (grouped(&people, width), grouped(&earlier, width));
    let drawn = pyramid(reader, population, [(now, &people), (then, &earlier)]);
    chart(reader, "pyramide", &drawn, &source_line(reader, &[population.series]))
}

fn pyramid(reader: &Reader, population: &Population<'_>, [(now, people), (then, earlier)]: [(Period, &People); 2]) -> Pyramid {
    let language = reader.language;
    let side = |code: &str| words::code(language, population.series, population.sex, code);
    let (men, women) = (side(population.codes[0]), side(population.codes[1]));
    let year = |period: Period| period.last_day().year().to_string();
    let compared = now != then;
    let groups = people.iter().map(|(age, count)| {
        let group = AgeGroup::new(name(reader, *age, people, population.width()), *count);
        match earlier.get(age).filter(|_| compared) {
            Some(then) => group.then(*then),
            None => group,
        }
    });
    let title = finding(reader, population, people, earlier, then).filter(|_| compared);
    let title = title.unwrap_or_else(|| format!("{}, {}", reader.plain(&population.series.title), figure::period(language, now)));
    let heading = Heading::new(language, title).describe(say!(language, "series-pyramid-description"));
    let ages = words::dimension(language, "age");
    let pyramid = Pyramid::new(heading, ages, [men.as_str(), women.as_str()], groups);
    if compared { pyramid.times(year(now), year(then)) } else { pyramid }
}

/// "20–24", "20", or "105 og over" for the oldest.
fn name(reader: &Reader, age: u16, people: &People, width: u16) -> String {
    let oldest = people.last_key_value().map(|(oldest, _)| *oldest);
    match width {
        _ if Some(age) == oldest => say!(reader.language, "series-age-and-over", age = age),
        1 => age.to_string(),
        width => format!("{age}–{}", age + width - 1),
    }
}

/// "Flest flere er 70–74 år: 640 flere enn 1. januar 2005"; none where no group has grown.
fn finding(reader: &Reader, population: &Population<'_>, people: &People, earlier: &People, then: Period) -> Option<String> {
    let language = reader.language;
    let growth = |(age, [men, women]): (&u16, &[f64; 2])| {
        let [men_then, women_then] = earlier.get(age).copied().unwrap_or_default();
        (*age, men + women - men_then - women_then)
    };
    let (age, change) = people.iter().map(growth).max_by(|one, two| one.1.total_cmp(&two.1))?;
    (change > 0.0).then(|| {
        say!(
            language,
            "series-grown-most",
            group = name(reader, age, people, population.width()),
            change = format::integer(language, change.round() as i64),
            then = figure::period(language, then)
        )
    })
}
