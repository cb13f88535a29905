//! What a text may quote: the programme's series as the figure watch knows them.

use std::collections::BTreeMap;

use quotation::{Definition, Known, Line, Subject};
use statistics::{Period, PeriodKind};
use store::{Store, StoreError, figures};

use crate::{Language, Point, Series, SeriesId, State};

/// Values of earlier vintages, by series, that are others now.
pub type Former = BTreeMap<SeriesId, Vec<(Period, Vec<String>, f64)>>;

/// Title words by which a series is told to hold growth and not a state.
const GROWTH: [&str; 4] = ["vekst", "tilvekst", "endring", "overskudd"];

/// Everything that is known of the programme's figures, and what follows from it.
pub fn known(state: &State, former: &Former) -> Known {
    let lines: Vec<Line> = state
        .series
        .iter()
        .flat_map(|series| lines(state, series, former.get(&series.id)))
        .collect();
    Known::new(&lines, vec![state.programme.municipality.name.clone()])
}

/// What earlier vintages said and the newest does not.
pub async fn former(store: &Store, state: &State) -> Result<Former, StoreError> {
    let mut found = Former::new();
    let (reader, programme) = (store.reader(), state.programme.id.as_str());
    for series in &state.series {
        let vintages = figures::vintages(reader, programme, series.id.as_str()).await?;
        let Some((_newest, earlier)) = vintages.split_last() else {
            continue;
        };
        for vintage in earlier {
            let rows = figures::of_vintage(reader, programme, series.id.as_str(), vintage.entry).await?;
            let points = crate::kept::points(series.id.as_str(), &rows)?
                .into_iter()
                .filter(|point| differs(series, point));
            let told = points.filter_map(|point| Some((point.period, point.codes.clone(), point.value.number()?)));
            found.entry(series.id.clone()).or_default().extend(told);
        }
    }
    Ok(found)
}

fn differs(series: &Series, point: &Point) -> bool {
    !series
        .points
        .iter()
        .any(|now| now.period == point.period && now.codes == point.codes && now.value == point.value)
}

/// The lines of a series: itself, or one for each code of its dimension. What has more dimensions is not quoted by a text.
fn lines(state: &State, series: &Series, former: Option<&Vec<(Period, Vec<String>, f64)>>) -> Vec<Line> {
    let codes: Vec<Vec<String>> = match series.dimensions[..] {
        [] => vec![Vec::new()],
        [_] => {
            let mut codes: Vec<Vec<String>> = series.points.iter().map(|point| point.codes.clone()).collect();
            codes.sort();
            codes.dedup();
            codes
        }
        _ => return Vec::new(),
    };
    let line = |codes: Vec<String>| {
        let subject = subject(state, series, codes.first().map(String::as_str))?;
        let points = series.points.iter().filter(|point| point.codes == codes);
        let earlier = former.into_iter().flatten().filter(|(_, at, _)| *at == codes);
        Some(Line {
            series: series.id.to_string(),
            subject,
            definition: if series.corrects.is_some() {
                Definition::Corrected
            } else {
                Definition::Official
            },
            stock: series.period == PeriodKind::Day || !holds_growth(series),
            points: points.filter_map(|point| Some((point.period, point.value.number()?))).collect(),
            former: earlier.map(|(period, _, value)| (*period, *value)).collect(),
        })
    };
    codes.into_iter().filter_map(line).collect()
}

fn holds_growth(series: &Series) -> bool {
    let title = series.title.plain(Language::Nb).to_lowercase();
    GROWTH.iter().any(|word| title.contains(word))
}

/// What a line is about; none for the town itself among others, which other series tell of.
fn subject(state: &State, series: &Series, code: Option<&str>) -> Option<Subject> {
    let mut subject = Subject {
        unit: series.unit,
        part: Vec::new(),
        place: None,
    };
    let (Some(code), Some(dimension)) = (code, series.dimensions.first()) else {
        return Some(subject);
    };
    let label = series.labels.get(dimension).and_then(|labels| labels.get(code));
    if dimension == "municipality" {
        if code == state.programme.municipality.code {
            return None;
        }
        subject.place = Some(label?.clone());
    } else if code != "total" {
        subject.part = label.map(|label| stems(label)).unwrap_or_default();
        subject.part.push(code.replace('-', " "));
    }
    Some(subject)
}

/// The long words of a label without their endings, which differ between bokmål and nynorsk.
fn stems(label: &str) -> Vec<String> {
    let words = label.split(|char: char| !char.is_alphabetic()).map(str::to_lowercase);
    let long = words.filter(|word| word.chars().count() >= 10);
    long.map(|word| word.chars().take(word.chars().count() - 3).collect()).collect()
}
