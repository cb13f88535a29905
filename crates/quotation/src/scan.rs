//! Numbers and dates in a text, as people write them.

use jiff::civil::{Date, date};

use crate::known::When;
use crate::plain::Char;

/// A number as it was written.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Number {
    /// Place among the characters: from the first to behind the last.
    pub span: (usize, usize),
    pub value: f64,
    /// One in the last place that was written: 0.1 for «1,3», 1 for «27 410», 100 000 for «6,3 millioner».
    pub last_place: f64,
    pub percent: bool,
    /// It has a sign for kroner or stands in a range: never a figure of ours.
    pub other: bool,
}

/// A time that a text names.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Time {
    pub span: (usize, usize),
    pub when: When,
}

const MONTHS: [(&str, i8); 24] = [
    ("januar", 1),
    ("january", 1),
    ("februar", 2),
    ("february", 2),
    ("mars", 3),
    ("march", 3),
    ("april", 4),
    ("mai", 5),
    ("may", 5),
    ("juni", 6),
    ("june", 6),
    ("juli", 7),
    ("july", 7),
    ("august", 8),
    ("september", 9),
    ("oktober", 10),
    ("october", 10),
    ("november", 11),
    ("desember", 12),
    ("december", 12),
    ("jan", 1),
    ("feb", 2),
    ("okt", 10),
    ("des", 12),
];

/// A word, a number or a sign, in small letters.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Token {
    pub span: (usize, usize),
    pub text: String,
}

impl Token {
    fn number(&self) -> Option<i64> {
        (self.text.len() <= 9 && self.text.bytes().all(|byte| byte.is_ascii_digit()))
            .then(|| self.text.parse().ok())
            .flatten()
    }
}

/// Words, whole numbers and single signs; spaces are left out.
pub(crate) fn tokens(chars: &[Char]) -> Vec<Token> {
    let mut found = Vec::new();
    let mut at = 0;
    while at < chars.len() {
        let begin = at;
        let first = chars[at].char;
        let same = |char: char| {
            if first.is_ascii_digit() {
                char.is_ascii_digit()
            } else {
                first.is_alphabetic() && char.is_alphabetic()
            }
        };
        at += 1;
        while at < chars.len() && same(chars[at].char) {
            at += 1;
        }
        if !first.is_whitespace() {
            let text = chars[begin..at].iter().flat_map(|char| char.char.to_lowercase()).collect();
            found.push(Token { span: (begin, at), text });
        }
    }
    found
}

/// Times first, since what belongs to a date is no number; then the numbers that are left.
pub(crate) fn scan(chars: &[Char], tokens: &[Token]) -> (Vec<Time>, Vec<Number>) {
    let (mut times, mut numbers) = (Vec::new(), Vec::new());
    let mut at = 0;
    while at < tokens.len() {
        if let Some((used, when)) = time(chars, &tokens[at..]) {
            times.push(Time {
                span: (tokens[at].span.0, tokens[at + used - 1].span.1),
                when,
            });
            at += used;
        } else if tokens[at].text.as_bytes()[0].is_ascii_digit() {
            let (used, number) = number(chars, tokens, at);
            numbers.extend(number);
            at += used;
        } else {
            at += 1;
        }
    }
    (times, numbers)
}

/// True where the second of two tokens follows the first at once.
fn joined(left: &Token, right: &Token) -> bool {
    left.span.1 == right.span.0
}

fn year(token: Option<&Token>) -> Option<i16> {
    let token = token?;
    let number = token.number().filter(|_| token.text.len() == 4)?;
    (1900..=2100).contains(&number).then(|| i16::try_from(number).ok()).flatten()
}

fn month(token: Option<&Token>) -> Option<i8> {
    let text = token?.text.as_str();
    MONTHS.iter().find(|(name, _)| *name == text).map(|(_, number)| *number)
}

fn is(token: Option<&Token>, texts: &[&str]) -> bool {
    token.is_some_and(|token| texts.contains(&token.text.as_str()))
}

fn day(token: Option<&Token>) -> Option<i8> {
    token?
        .number()
        .filter(|number| (1..=31).contains(number))
        .and_then(|number| i8::try_from(number).ok())
}

fn first_of(year: i16, month: i8) -> Date {
    if month > 12 { date(year + 1, 1, 1) } else { date(year, month, 1) }
}

/// A day of the text: the last day of a month is its end, all others their beginning.
fn on(year: i16, month: i8, day: i8) -> Option<When> {
    let named = Date::new(year, month, day).ok()?;
    Some(When::On(if named.tomorrow().is_ok_and(|next| next.day() == 1) {
        named.tomorrow().ok()?
    } else {
        named
    }))
}

/// A time at the beginning of the tokens, with how many it takes.
fn time(chars: &[Char], tokens: &[Token]) -> Option<(usize, When)> {
    let at = |place: usize| tokens.get(place);
    let skip = |place: usize, texts: &[&str]| if is(at(place), texts) { place + 1 } else { place };
    // the end, the beginning, the middle of
    if is(
        at(0),
        &[
            "utgangen",
            "slutten",
            "end",
            "inngangen",
            "begynnelsen",
            "starten",
            "byrjinga",
            "beginning",
            "start",
            "midten",
            "middle",
        ],
    ) {
        let place = skip(1, &["av", "til", "of"]);
        let place = skip(place, &["the"]);
        if let Some((used, When::Through(from, to))) = time(chars, tokens.get(place..)?) {
            let when = match tokens[0].text.as_str() {
                "utgangen" | "slutten" | "end" => When::On(to),
                "midten" | "middle" if When::Through(from, to).is_year() => When::On(date(from.year(), 7, 1)),
                "midten" | "middle" => return None,
                _ => When::On(from),
            };
            return Some((place + used, when));
        }
        return None;
    }
    // New Year 2025
    let eve = usize::from(is(at(0), &["new"]));
    if is(at(eve), &["nyttår", "årsskiftet", "year"]) && (eve == 1) == is(at(eve), &["year"]) {
        let place = skip(skip(eve + 1, &["i", "in", "of"]), &["'"]);
        return year(at(place)).map(|year| (place + 1, When::On(date(year, 1, 1))));
    }
    // mid-2023
    if is(at(0), &["mid", "midtveis", "midtvegs"]) {
        let place = skip(skip(1, &["-", "–"]), &["i", "in"]);
        return year(at(place)).map(|year| (place + 1, When::On(date(year, 7, 1))));
    }
    // first half
    if let Some(half) = ordinal(at(0)).filter(|number| *number <= 2) {
        let place = skip(1, &["."]);
        if is(at(place), &["halvår", "halvdel", "half"]) {
            let place = skip(skip(place + 1, &["av", "of", "i", "in"]), &[]);
            let year = year(at(place))?;
            let (from, to) = if half == 1 { (1, 7) } else { (7, 13) };
            return Some((place + 1, When::Through(date(year, from, 1), first_of(year, to))));
        }
    }
    // a quarter
    if let Some(quarter) = ordinal(at(0)).filter(|number| *number <= 4) {
        let place = skip(1, &["."]);
        if is(at(place), &["kvartal", "kv", "quarter"]) {
            let place = skip(place + 1, &["av", "of", "i", "in", "."]);
            return year(at(place)).map(|year| (place + 1, through_quarter(year, quarter)));
        }
    }
    if let Some(token) = at(0).filter(|token| token.text == "q" || token.text == "k") {
        let quarter = at(1)
            .filter(|next| joined(token, next))
            .and_then(Token::number)
            .and_then(|number| i8::try_from(number).ok());
        let place = skip(2, &["-", "/"]);
        return Some((
            place + 1,
            through_quarter(year(at(place))?, quarter.filter(|number| (1..=4).contains(number))?),
        ));
    }
    // 1. januar 2018, 1 January 2018
    if let Some(named) = day(at(0)) {
        let place = skip(skip(skip(1, &["."]), &["st", "nd", "rd", "th"]), &["of"]);
        if let Some(month) = month(at(place)) {
            let place = skip(skip(place + 1, &["."]), &[","]);
            return Some((place + 1, on(year(at(place))?, month, named)?));
        }
        // 1.1.2018
        if is(at(1), &["."]) && is(at(3), &["."]) && joined(at(0)?, at(1)?) && joined(at(2)?, at(3)?) {
            let month = day(at(2)).filter(|month| *month <= 12)?;
            return Some((5, on(year(at(4))?, month, named)?));
        }
    }
    // January 1, 2018; juni 2023
    if let Some(named) = month(at(0)) {
        if let Some(year) = year(at(1)) {
            return Some((2, When::Through(date(year, named, 1), first_of(year, named + 1))));
        }
        if let Some(numbered) = day(at(1)) {
            let place = skip(2, &[","]);
            return Some((place + 1, on(year(at(place))?, named, numbered)?));
        }
        return None;
    }
    // 2018-01-01; 2018, but not 2018 kroner and not 2018,5
    let named = year(at(0))?;
    if is(at(1), &["-"]) && is(at(3), &["-"]) && joined(at(0)?, at(1)?) && joined(at(1)?, at(2)?) {
        let month = day(at(2)).filter(|month| *month <= 12)?;
        return Some((5, on(named, month, day(at(4))?)?));
    }
    if let Some(letter) = at(1).filter(|next| joined(&tokens[0], next) && next.text == "k") {
        let quarter = at(2)
            .filter(|next| joined(letter, next))
            .and_then(Token::number)
            .and_then(|number| i8::try_from(number).ok())?;
        return Some((3, through_quarter(named, Some(quarter).filter(|number| (1..=4).contains(number))?)));
    }
    let counted = at(1).is_some_and(|next| {
        crate::words::UNITS
            .iter()
            .any(|unit| crate::words::begins(&next.text, crate::words::of_unit(*unit)))
    });
    let longer = at(1).zip(at(2)).is_some_and(|(sign, next)| {
        joined(&tokens[0], sign) && joined(sign, next) && [",", "."].contains(&sign.text.as_str()) && next.number().is_some()
    });
    let preceded = tokens[0].span.0 > 0 && chars[tokens[0].span.0 - 1].char.is_ascii_alphanumeric();
    (!counted && !longer && !preceded && !is(at(1), &["%", "prosent", "percent", "kroner", "kr"])).then(|| (1, When::year(named)))
}

fn through_quarter(year: i16, quarter: i8) -> When {
    When::Through(date(year, quarter * 3 - 2, 1), first_of(year, quarter * 3 + 1))
}

fn ordinal(token: Option<&Token>) -> Option<i8> {
    let token = token?;
    match token.text.as_str() {
        "1" | "første" | "fyrste" | "first" => Some(1),
        "2" | "andre" | "second" => Some(2),
        "3" | "tredje" | "third" => Some(3),
        "4" | "fjerde" | "fourth" => Some(4),
        _ => None,
    }
}

/// A number that begins at a token, with how many tokens it takes.
fn number(chars: &[Char], tokens: &[Token], at: usize) -> (usize, Option<Number>) {
    let token = |place: usize| tokens.get(at + place);
    let three = |place: usize| token(place).is_some_and(|next| next.text.len() == 3 && next.number().is_some());
    let mut digits = tokens[at].text.clone();
    let mut used = 1;
    // groups of three, by a space, a point or a comma, always the same
    if digits.len() <= 3 {
        let mut separator: Option<String> = None;
        loop {
            let spaced = token(used)
                .zip(token(used - 1))
                .is_some_and(|(next, last)| next.span.0 == last.span.1 + 1);
            let (sign, place) = if three(used) && spaced && chars[token(used).map_or(0, |next| next.span.0 - 1)].char == ' ' {
                (" ".to_owned(), used)
            } else if token(used).is_some_and(|sign| [".", ","].contains(&sign.text.as_str()))
                && three(used + 1)
                && token(used).zip(token(used - 1)).is_some_and(|(sign, last)| joined(last, sign))
                && token(used).zip(token(used + 1)).is_some_and(|(sign, next)| joined(sign, next))
            {
                (token(used).map_or_else(String::new, |sign| sign.text.clone()), used + 1)
            } else {
                break;
            };
            if separator.as_ref().is_some_and(|known| *known != sign) {
                break;
            }
            digits.push_str(&token(place).map_or_else(String::new, |group| group.text.clone()));
            used = place + 1;
            separator = Some(sign);
        }
    }
    let mut decimals = String::new();
    // a comma or a point before fewer or more than three digits, or behind groups of the other kind
    if let (Some(sign), Some(next)) = (token(used), token(used + 1)) {
        let follows = joined(&tokens[at + used - 1], sign) && joined(sign, next) && next.number().is_some();
        if follows && [",", "."].contains(&sign.text.as_str()) {
            decimals.clone_from(&next.text);
            used += 2;
        }
    }
    let is_percent = |place: usize| {
        is(token(place), &["%", "prosent", "percent", "pst"]) || (is(token(place), &["per"]) && is(token(place + 1), &["cent"]))
    };
    // «1,250 %» is one and a quarter
    if is_percent(used)
        && decimals.is_empty()
        && used == 3
        && digits.len() <= 6
        && !chars[tokens[at].span.0..tokens[at + 2].span.1].iter().any(|char| char.char == ' ')
    {
        decimals = digits.split_off(digits.len() - 3);
    }
    let Ok(mut value) = format!("{digits}.{decimals}0").parse::<f64>() else {
        return (used, None);
    };
    let mut last_place = 10f64.powi(-i32::try_from(decimals.len().min(12)).unwrap_or(0));
    if decimals.is_empty() {
        let zeros = digits.bytes().rev().take_while(|byte| *byte == b'0').count().min(digits.len() - 1);
        if zeros >= 2 {
            last_place = 10f64.powi(i32::try_from(zeros).unwrap_or(0));
        }
    }
    let scale = match token(used).map(|token| token.text.as_str()) {
        Some("millioner" | "millionar" | "million" | "mill") => 1e6,
        Some("tusen" | "thousand") => 1e3,
        _ => 1.0,
    };
    value *= scale;
    last_place *= scale;
    let begin = tokens[at].span.0;
    let end = tokens[at + used - 1].span.1;
    let before = begin.checked_sub(1).map(|place| chars[place].char);
    let behind = chars.get(end).map(|char| char.char);
    // a minus stands alone before it; a range or a name such as «E134», «sak 14/20», «kl. 08:30» is something else
    let negative = before == Some('-') && begin.checked_sub(2).is_none_or(|place| !chars[place].char.is_alphanumeric());
    let glued = |char: Option<char>| char.is_some_and(|char| char.is_alphanumeric() || "/–:§#".contains(char));
    let ranged =
        before == Some('-') && !negative || behind == Some('-') && chars.get(end + 1).is_some_and(|char| char.char.is_ascii_digit());
    // the terms of a sum that is written out are parts of a figure
    let added = is(token(used), &["+"]) || at > 0 && is(tokens.get(at - 1), &["+"]);
    let other = glued(before)
        || glued(behind)
        || ranged
        || added
        || is(token(used), &["kroner", "kr", "nok"])
        || at > 0 && is(tokens.get(at - 1), &["kr", "kroner", "nok", "sak", "kapittel", "side"]);
    let number = Number {
        span: (begin, end),
        value: if negative { -value } else { value },
        last_place,
        percent: is_percent(used),
        other,
    };
    (used, Some(number))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::plain::plain;

    fn read(text: &str) -> (Vec<When>, Vec<(f64, f64, bool)>) {
        let chars = plain(text);
        let (times, numbers) = scan(&chars, &tokens(&chars));
        let numbers = numbers
            .iter()
            .filter(|number| !number.other)
            .map(|number| (number.value, number.last_place, number.percent));
        (times.iter().map(|time| time.when).collect(), numbers.collect())
    }

    #[test]
    fn numbers_are_read_as_they_are_written() {
        for (text, value, last_place, percent) in [
            ("27 410", 27_410.0, 1.0, false),
            ("27.410 innbyggere", 27_410.0, 1.0, false),
            ("28,459", 28_459.0, 1.0, false),
            ("1 234 567", 1_234_567.0, 1.0, false),
            ("1,3 prosent", 1.3, 0.1, true),
            ("0.64 %", 0.64, 0.01, true),
            ("1,250 %", 1.25, 0.001, true),
            ("6,3 millioner", 6_300_000.0, 100_000.0, false),
            ("5 000", 5_000.0, 1_000.0, false),
            ("-12", -12.0, 1.0, false),
            ("27.410,5", 27_410.5, 0.1, false),
        ] {
            let (times, numbers) = read(text);
            assert_eq!(times, [], "{text}");
            assert_eq!(numbers.len(), 1, "{text}: {numbers:?}");
            let (read, place, of_hundred) = numbers[0];
            assert!(
                (read - value).abs() < 1e-9 && (place - last_place).abs() < 1e-9 && of_hundred == percent,
                "{text}: {numbers:?}"
            );
        }
        assert_eq!(read("80–120, 1 000-1 500, E134, sak 14/20, kr 500, 400 kroner, kl. 08:30").1, []);
    }

    #[test]
    fn times_are_read_as_they_are_written() {
        let first_half = When::Through(date(2023, 1, 1), date(2023, 7, 1));
        for (text, when) in [
            ("1. januar 2018", When::On(date(2018, 1, 1))),
            ("1 January 2018", When::On(date(2018, 1, 1))),
            ("January 1, 2018", When::On(date(2018, 1, 1))),
            ("01.01.2018", When::On(date(2018, 1, 1))),
            ("2018-01-01", When::On(date(2018, 1, 1))),
            ("31. desember 2017", When::On(date(2018, 1, 1))),
            ("utgangen av 2017", When::On(date(2018, 1, 1))),
            ("inngangen til 2018", When::On(date(2018, 1, 1))),
            ("utgangen av juni 2023", When::On(date(2023, 7, 1))),
            ("the end of June 2023", When::On(date(2023, 7, 1))),
            ("midten av 2023", When::On(date(2023, 7, 1))),
            ("nyttår 2023", When::On(date(2023, 1, 1))),
            ("New Year 2023", When::On(date(2023, 1, 1))),
            ("mid-2023", When::On(date(2023, 7, 1))),
            ("2022", When::year(2022)),
            ("første halvår 2023", first_half),
            ("første halvdel av 2023", first_half),
            ("2. kvartal 2021", When::Through(date(2021, 4, 1), date(2021, 7, 1))),
            ("second quarter of 2021", When::Through(date(2021, 4, 1), date(2021, 7, 1))),
            ("2021K2", When::Through(date(2021, 4, 1), date(2021, 7, 1))),
            ("Q2 2021", When::Through(date(2021, 4, 1), date(2021, 7, 1))),
            ("juni 2023", When::Through(date(2023, 6, 1), date(2023, 7, 1))),
        ] {
            assert_eq!(read(text), (vec![when], vec![]), "{text}");
        }
        assert_eq!(
            read("i 2018 27 410 innbyggere"),
            (vec![When::year(2018)], vec![(27_410.0, 1.0, false)])
        );
        assert_eq!(read("juni 28 459"), (vec![], vec![(28_459.0, 1.0, false)]));
        assert_eq!(read("2018 innbyggere"), (vec![], vec![(2018.0, 1.0, false)]));
    }
}
