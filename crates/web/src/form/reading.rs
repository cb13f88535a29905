//! Reading what was typed into values, and gathering what is wrong with it in the reader's language.

use std::str::FromStr;

use jiff::civil::Date;
use programme::Language;
use publishing::say;

use super::Fields;

/// What is wrong with a field; a mistake without a field belongs to the whole form.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Mistake {
    pub field: String,
    pub text: String,
}

/// Fields being read.
pub(crate) struct Reading<'a> {
    pub fields: &'a Fields,
    pub language: Language,
    pub mistakes: Vec<Mistake>,
}

impl<'a> Reading<'a> {
    pub fn new(fields: &'a Fields, language: Language) -> Self {
        Self {
            fields,
            language,
            mistakes: Vec::new(),
        }
    }

    /// Notes that a field is wrong, by the key that says how.
    pub fn wrong(&mut self, field: &str, key: &str) {
        self.mistakes.push(Mistake {
            field: field.to_owned(),
            text: say!(self.language, key),
        });
    }

    /// A value, or the mistakes that stand in its way.
    pub fn done<T>(self, value: Option<T>) -> Result<T, Vec<Mistake>> {
        match value {
            Some(value) if self.mistakes.is_empty() => Ok(value),
            _ => Err(self.mistakes),
        }
    }

    pub fn date(&mut self, name: &str) -> Option<Date> {
        let date = self.fields.text(name).parse().ok();
        if date.is_none() {
            self.wrong(name, "mistake-date");
        }
        date
    }

    pub fn optional_date(&mut self, name: &str) -> Option<Date> {
        if self.fields.text(name).is_empty() { None } else { self.date(name) }
    }

    /// One of the choices of a list.
    pub fn choice<T: FromStr>(&mut self, name: &str) -> Option<T> {
        let value = self.fields.text(name).parse().ok();
        if value.is_none() {
            self.wrong(name, "mistake-choice");
        }
        value
    }

    pub fn optional_choice<T: FromStr>(&mut self, name: &str) -> Option<T> {
        if self.fields.text(name).is_empty() {
            None
        } else {
            self.choice(name)
        }
    }

    /// The ticked boxes in the order that they had before, new ones last. What is no name of anything can only come from
    /// a forged form, and is left out.
    pub fn boxes<T: FromStr + PartialEq + Clone>(&self, name: &str, before: &[T]) -> Vec<T> {
        let ticked: Vec<T> = self.fields.all(name).filter_map(|value| value.parse().ok()).collect();
        let kept = before.iter().filter(|one| ticked.contains(one));
        let new = ticked.iter().filter(|one| !before.contains(one));
        kept.chain(new).cloned().collect()
    }

    /// A whole number, written with or without spaces; nothing is 0.
    pub fn whole(&mut self, name: &str) -> u64 {
        let digits = digits(self.fields.text(name));
        if digits.is_empty() {
            return 0;
        }
        digits.parse().unwrap_or_else(|_| {
            self.wrong(name, "mistake-whole");
            0
        })
    }

    pub fn year(&mut self, name: &str) -> Option<i16> {
        let year = self.fields.text(name).parse().ok().filter(|year| (1900..=2200).contains(year));
        if year.is_none() {
            self.wrong(name, "mistake-year");
        }
        year
    }

    /// A number with or without decimals, divided by ten so many times: 1,5 per cent is 0.015 exactly as a file says it.
    pub fn decimal(&mut self, name: &str, tens: u8) -> Option<f64> {
        let text = digits(self.fields.text(name)).replace(',', ".").replace('\u{2212}', "-");
        let plain = !text.is_empty()
            && text
                .chars()
                .all(|character| character.is_ascii_digit() || matches!(character, '.' | '-'));
        let number = plain.then(|| format!("{text}e-{tens}").parse().ok()).flatten();
        if number.is_none() {
            self.wrong(name, "mistake-number");
        }
        number
    }

    /// A line that must not be empty, nor longer than lines are.
    pub fn line(&mut self, name: &str, missing: &str) -> String {
        let text = self.fields.text(name).to_owned();
        if text.is_empty() {
            self.wrong(name, missing);
        }
        self.not_too_long(name, LONGEST_LINE);
        text
    }

    pub fn not_too_long(&mut self, name: &str, most: usize) {
        if self.fields.text(name).chars().count() > most {
            self.mistakes.push(Mistake {
                field: name.to_owned(),
                text: say!(self.language, "mistake-too-long", most = most),
            });
        }
    }
}

const LONGEST_LINE: usize = 200;

/// Without the spaces that people set between thousands.
fn digits(text: &str) -> String {
    text.chars().filter(|character| !character.is_whitespace()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn typed(value: &str) -> Fields {
        Fields::typed(vec![("x".to_owned(), value.to_owned())])
    }

    fn whole(value: &str) -> Result<u64, usize> {
        let fields = typed(value);
        let mut reading = Reading::new(&fields, Language::Nb);
        let number = reading.whole("x");
        if reading.mistakes.is_empty() {
            Ok(number)
        } else {
            Err(reading.mistakes.len())
        }
    }

    #[test]
    fn numbers_are_read_as_people_write_them() {
        assert_eq!(whole("250 000"), Ok(250_000));
        assert_eq!(whole("250\u{a0}000"), Ok(250_000));
        assert_eq!(whole("1\u{202f}000"), Ok(1_000));
        assert_eq!(whole(""), Ok(0));
        for wrong in ["-1", "1,5", "1e9", "tusen", "99999999999999999999"] {
            assert_eq!(whole(wrong), Err(1), "{wrong}");
        }
    }

    #[test]
    fn a_share_typed_in_per_cent_is_the_one_that_a_file_holds() {
        let decimal = |value: &str, tens| Reading::new(&typed(value), Language::Nb).decimal("x", tens);
        assert_eq!(decimal("1,4", 2), Some(0.014));
        assert_eq!(decimal("1", 2), Some(0.01));
        assert_eq!(decimal("27 481", 0), Some(27_481.0));
        assert_eq!(decimal("−2.5", 2), Some(-0.025));
        for wrong in ["", "1e5", "inf", "NaN", "1.2.3"] {
            assert_eq!(decimal(wrong, 0), None, "{wrong}");
        }
    }
}
