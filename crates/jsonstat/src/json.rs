//! A reader of JSON that knows where in the document it is, and that can go back: first an object's members are found, then
//! they are read in the order that suits the format. It makes no tree; numbers and texts are read where they stand.

use std::borrow::Cow;

use serde_json::Value as Json;

use crate::problem::{Code, Problem};

/// More problems than this are not told: they have one cause.
const MOST_PROBLEMS: usize = 1_000;

enum Step<'a> {
    Key(Cow<'a, str>),
    Place(usize),
}

/// The members of an object and where their values begin, in the document's order.
pub(crate) struct Members<'a> {
    list: Vec<(Cow<'a, str>, usize)>,
    /// Places in `list`, by key.
    sorted: Vec<usize>,
}

impl<'a> Members<'a> {
    pub(crate) fn get(&self, key: &str) -> Option<usize> {
        let place = self.sorted.binary_search_by(|place| self.list[*place].0.as_ref().cmp(key)).ok()?;
        Some(self.list[self.sorted[place]].1)
    }

    pub(crate) fn iter(&self) -> impl Iterator<Item = (&Cow<'a, str>, usize)> {
        self.list.iter().map(|(key, at)| (key, *at))
    }
}

pub(crate) struct Reader<'a> {
    text: &'a str,
    at: usize,
    path: Vec<Step<'a>>,
    pub(crate) problems: Vec<Problem>,
}

impl<'a> Reader<'a> {
    /// Starts at the beginning of a document, which must be UTF-8 and look like JSON.
    pub(crate) fn new(bytes: &'a [u8]) -> Result<Self, Problem> {
        let mut reader = Self {
            text: "",
            at: 0,
            path: Vec::new(),
            problems: Vec::new(),
        };
        let text = std::str::from_utf8(bytes).map_err(|error| {
            reader.problem(
                Code::ParseError,
                format!("byte {} is not UTF-8, the encoding of JSON", error.valid_up_to()),
            )
        })?;
        reader.text = text.strip_prefix('\u{feff}').unwrap_or(text);
        match reader.text.trim_start().as_bytes().first() {
            None => Err(reader.problem(Code::ParseError, "the document is empty".to_owned())),
            Some(b'<') => {
                let what = "this is a page in HTML or XML where JSON should be; the server may have answered with an error";
                Err(reader.problem(Code::ParseError, what.to_owned()))
            }
            Some(_) => Ok(reader),
        }
    }

    pub(crate) fn at(&self) -> usize {
        self.at
    }

    pub(crate) fn go_to(&mut self, at: usize) {
        self.at = at;
    }

    /// How many bytes are left: a bound for how many cells can follow.
    pub(crate) fn left(&self) -> usize {
        self.text.len() - self.at
    }

    /// A problem at the place that is being read.
    pub(crate) fn problem(&self, code: Code, message: String) -> Problem {
        Problem {
            code,
            path: self.path(),
            message,
            fatal: true,
        }
    }

    /// Tells a problem that keeps the cells from being read, and goes on.
    pub(crate) fn fatal(&mut self, code: Code, message: impl Into<String>) {
        let problem = self.problem(code, message.into());
        self.tell(problem);
    }

    /// Tells a problem in spite of which the cells can be read.
    pub(crate) fn minor(&mut self, code: Code, message: impl Into<String>) {
        let mut problem = self.problem(code, message.into());
        problem.fatal = false;
        self.tell(problem);
    }

    fn tell(&mut self, problem: Problem) {
        match self.problems.len() {
            // a fatal problem is never left out, or the document would be taken for readable
            count if count < MOST_PROBLEMS => self.problems.push(problem),
            MOST_PROBLEMS => self.problems.push(Problem {
                code: Code::BudgetExceeded,
                path: String::new(),
                message: format!("there are more than {MOST_PROBLEMS} problems; the others are not told"),
                fatal: problem.fatal,
            }),
            _ => self.problems[MOST_PROBLEMS].fatal |= problem.fatal,
        }
    }

    fn path(&self) -> String {
        let mut path = String::new();
        for step in &self.path {
            match step {
                Step::Place(place) => path.push_str(&format!("[{place}]")),
                Step::Key(key) if is_plain(key) && path.is_empty() => path.push_str(key),
                Step::Key(key) if is_plain(key) => path.push_str(&format!(".{key}")),
                Step::Key(key) => path.push_str(&format!("[{}]", Json::from(key.as_ref()))),
            }
        }
        path
    }

    /// Does something one step further down the path.
    pub(crate) fn within<T>(&mut self, key: impl Into<Cow<'a, str>>, act: impl FnOnce(&mut Self) -> T) -> T {
        self.path.push(Step::Key(key.into()));
        let done = act(self);
        self.path.pop();
        done
    }

    pub(crate) fn within_place<T>(&mut self, place: usize, act: impl FnOnce(&mut Self) -> T) -> T {
        self.path.push(Step::Place(place));
        let done = act(self);
        self.path.pop();
        done
    }

    fn unexpected(&self, wanted: &str) -> Problem {
        if self.at >= self.text.len() {
            let what = "the document ends in the middle; it may have been cut off on its way: fetch it again";
            return self.problem(Code::ParseError, what.to_owned());
        }
        let before = &self.text[..self.at];
        let line = before.split('\n').count();
        let column = before.rsplit('\n').next().unwrap_or_default().chars().count() + 1;
        let found = self.text[self.at..].chars().next().unwrap_or_default();
        self.problem(
            Code::ParseError,
            format!("line {line}, column {column}: {wanted} is expected, not «{found}»"),
        )
    }

    /// The next byte that is not white space, left where it is.
    #[inline]
    pub(crate) fn peek(&mut self) -> Result<u8, Problem> {
        let bytes = self.text.as_bytes();
        while let Some(byte) = bytes.get(self.at) {
            match byte {
                b' ' | b'\n' | b'\r' | b'\t' => self.at += 1,
                byte => return Ok(*byte),
            }
        }
        Err(self.unexpected(""))
    }

    /// Takes a byte if it comes next.
    #[inline]
    pub(crate) fn takes(&mut self, wanted: u8) -> Result<bool, Problem> {
        let there = self.peek()? == wanted;
        self.at += usize::from(there);
        Ok(there)
    }

    fn expect(&mut self, wanted: u8) -> Result<(), Problem> {
        if self.takes(wanted)? {
            return Ok(());
        }
        Err(self.unexpected(&format!("«{}»", char::from(wanted))))
    }

    /// Takes `null` if it comes next.
    #[inline]
    pub(crate) fn null(&mut self) -> Result<bool, Problem> {
        if self.peek()? != b'n' {
            return Ok(false);
        }
        if !self.text[self.at..].starts_with("null") {
            return Err(self.unexpected("a value"));
        }
        self.at += 4;
        Ok(true)
    }

    /// After an element: true if another follows, false if the list or object was closed.
    #[inline]
    pub(crate) fn another(&mut self, close: u8) -> Result<bool, Problem> {
        match self.peek()? {
            b',' => {
                self.at += 1;
                Ok(true)
            }
            byte if byte == close => {
                self.at += 1;
                Ok(false)
            }
            _ => Err(self.unexpected("a comma or the end of the list or object")),
        }
    }

    /// A text; white space before it is skipped.
    pub(crate) fn string(&mut self) -> Result<Cow<'a, str>, Problem> {
        if self.peek()? != b'"' {
            return Err(self.unexpected("a text in quotes"));
        }
        let start = self.at;
        let (end, escaped) = self.end_of_string()?;
        self.at = end;
        if !escaped {
            return Ok(Cow::Borrowed(&self.text[start + 1..end - 1]));
        }
        serde_json::from_str(&self.text[start..end])
            .map(Cow::Owned)
            .map_err(|error| self.problem(Code::ParseError, format!("the text that ends at byte {end} is not JSON ({error})")))
    }

    /// Where the text that begins here ends, after its quote, and whether it has escapes.
    fn end_of_string(&mut self) -> Result<(usize, bool), Problem> {
        let bytes = self.text.as_bytes();
        let (mut at, mut escaped) = (self.at + 1, false);
        loop {
            match bytes.get(at) {
                Some(b'"') => return Ok((at + 1, escaped)),
                Some(b'\\') => {
                    escaped = true;
                    at += 2;
                }
                Some(0..0x20) | None => {
                    self.at = at.min(bytes.len());
                    return Err(self.unexpected("the end of a text"));
                }
                Some(_) => at += 1,
            }
        }
    }

    /// A number, as the nearest 64-bit floating-point number.
    #[inline]
    pub(crate) fn number(&mut self) -> Result<f64, Problem> {
        /// Whole numbers of so many digits are floating-point numbers exactly.
        const EXACT_DIGITS: usize = 15;
        self.peek()?;
        let bytes = self.text.as_bytes();
        let start = self.at;
        let negative = bytes[start] == b'-';
        let first = start + usize::from(negative);
        let (mut at, mut whole) = (first, 0_u64);
        while let Some(digit @ b'0'..=b'9') = bytes.get(at) {
            whole = whole.wrapping_mul(10).wrapping_add(u64::from(digit - b'0'));
            at += 1;
        }
        if at == first || (at > first + 1 && bytes[first] == b'0') {
            return Err(self.unexpected("a number"));
        }
        if at - first <= EXACT_DIGITS && !matches!(bytes.get(at), Some(b'.' | b'e' | b'E')) {
            self.at = at;
            return Ok(if negative { -(whole as f64) } else { whole as f64 });
        }
        self.long_number(start, at)
    }

    /// A number with a point, an exponent or many digits; `at` is the end of its whole part.
    fn long_number(&mut self, start: usize, mut at: usize) -> Result<f64, Problem> {
        let bytes = self.text.as_bytes();
        let digits = |mut at: usize| {
            let from = at;
            while bytes.get(at).is_some_and(u8::is_ascii_digit) {
                at += 1;
            }
            (at > from).then_some(at)
        };
        if bytes.get(at) == Some(&b'.') {
            at = digits(at + 1).ok_or_else(|| self.unexpected("a number"))?;
        }
        if matches!(bytes.get(at), Some(b'e' | b'E')) {
            let sign = usize::from(matches!(bytes.get(at + 1), Some(b'+' | b'-')));
            at = digits(at + 1 + sign).ok_or_else(|| self.unexpected("a number"))?;
        }
        let number: f64 = self.text[start..at].parse().map_err(|_| self.unexpected("a number"))?;
        if !number.is_finite() {
            let what = format!("«{}» is too large a number", &self.text[start..at.min(start + 40)]);
            return Err(self.problem(Code::ParseError, what));
        }
        self.at = at;
        Ok(number)
    }

    /// Passes a value by, and gives its text.
    pub(crate) fn skip(&mut self) -> Result<&'a str, Problem> {
        let bytes = self.text.as_bytes();
        self.peek()?;
        let start = self.at;
        let mut depth = 0_usize;
        loop {
            match bytes.get(self.at) {
                None if depth == 0 && self.at > start => break,
                None => return Err(self.unexpected("")),
                Some(b'"') => self.at = self.end_of_string()?.0,
                Some(b'{' | b'[') => {
                    depth += 1;
                    self.at += 1;
                    continue;
                }
                Some(b'}' | b']') if depth > 0 => {
                    depth -= 1;
                    self.at += 1;
                }
                Some(b'}' | b']' | b',') if depth == 0 => break,
                Some(_) => {
                    self.at += 1;
                    continue;
                }
            }
            if depth == 0 {
                break;
            }
        }
        if self.at == start {
            return Err(self.unexpected("a value"));
        }
        Ok(self.text[start..self.at].trim_end())
    }

    /// Any value as a tree.
    pub(crate) fn json(&mut self) -> Result<Json, Problem> {
        let text = self.skip()?;
        serde_json::from_str(text).map_err(|error| self.problem(Code::ParseError, format!("this is not JSON: {error}")))
    }

    /// Makes sure that a value which nobody needs is JSON.
    pub(crate) fn ignore(&mut self) -> Result<(), Problem> {
        let text = self.skip()?;
        serde_json::from_str::<serde::de::IgnoredAny>(text)
            .map(drop)
            .map_err(|error| self.problem(Code::ParseError, format!("this is not JSON: {error}")))
    }

    /// Reads an object's members one by one: `each` reads the value. A key that stands twice is refused.
    pub(crate) fn entries(&mut self, each: impl FnMut(&mut Self, Cow<'a, str>) -> Result<(), Problem>) -> Result<(), Problem> {
        self.entries_telling(Self::fatal, each)
    }

    /// The same for what does not touch the cells, such as labels: of a key that stands twice the first is taken.
    pub(crate) fn remarks(&mut self, each: impl FnMut(&mut Self, Cow<'a, str>) -> Result<(), Problem>) -> Result<(), Problem> {
        self.entries_telling(Self::minor, each)
    }

    fn entries_telling(
        &mut self,
        tell: impl Fn(&mut Self, Code, String),
        mut each: impl FnMut(&mut Self, Cow<'a, str>) -> Result<(), Problem>,
    ) -> Result<(), Problem> {
        let mut seen = std::collections::BTreeSet::new();
        self.expect(b'{')?;
        if self.takes(b'}')? {
            return Ok(());
        }
        loop {
            let key = self.string()?;
            self.expect(b':')?;
            self.within(key.clone(), |reader| {
                if seen.insert(key.clone()) {
                    return each(reader, key);
                }
                tell(reader, Code::StructuralViolation, format!("«{key}» stands twice"));
                reader.ignore()
            })?;
            if !self.another(b'}')? {
                return Ok(());
            }
        }
    }

    /// Reads a list's elements one by one.
    pub(crate) fn list(&mut self, mut each: impl FnMut(&mut Self, usize) -> Result<(), Problem>) -> Result<(), Problem> {
        self.expect(b'[')?;
        if self.takes(b']')? {
            return Ok(());
        }
        for place in 0.. {
            self.within_place(place, |reader| each(reader, place))?;
            if !self.another(b']')? {
                break;
            }
        }
        Ok(())
    }

    /// Finds an object's members and passes the object by.
    pub(crate) fn members(&mut self) -> Result<Members<'a>, Problem> {
        let mut list = Vec::new();
        self.entries(|reader, key| {
            reader.peek()?;
            list.push((key, reader.at));
            reader.skip().map(drop)
        })?;
        let mut sorted: Vec<usize> = (0..list.len()).collect();
        sorted.sort_by(|left, right| list[*left].0.cmp(&list[*right].0));
        Ok(Members { list, sorted })
    }

    /// Nothing but white space may follow the document.
    pub(crate) fn end(&mut self) -> Result<(), Problem> {
        if self.text[self.at..].trim_ascii_start().is_empty() {
            return Ok(());
        }
        self.peek()?;
        Err(self.unexpected("the end of the document"))
    }
}

/// True for keys that can stand in a path without quotes.
fn is_plain(key: &str) -> bool {
    let letter = |byte: &u8| byte.is_ascii_alphabetic() || *byte == b'_';
    key.as_bytes().first().is_some_and(letter) && key.bytes().all(|byte| letter(&byte) || byte.is_ascii_digit())
}
