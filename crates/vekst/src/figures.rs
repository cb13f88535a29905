//! `vekst figures check`: the figure watch. Reads texts and says which of their numbers do not agree with the programme's figures.

use std::io::Read as _;
use std::path::{Path, PathBuf};

use clap::{Args, Subcommand};
use programme::{Programmes, State, quoted};
use quotation::{Definition, Fact, Finding, Kind, Known, Mention, Origin, Said, Verdict, When};

use statistics::Unit;

use crate::bundled;
use crate::failure::{Exit, Failure};
use crate::named::Named;
use crate::output;
use crate::place::Place;
use crate::site::Site;

/// Texts longer than this are no pages; the watch reads a page.
const LONGEST: u64 = 16 * 1024 * 1024;

#[derive(Debug, Args)]
pub struct Arguments {
    #[command(subcommand)]
    what: What,
}

#[derive(Debug, Subcommand)]
enum What {
    /// Find the numbers in a text (Markdown, HTML, plain text, text from a PDF) and say which do not agree with the figures they quote
    Check(Check),
}

#[derive(Debug, Args)]
struct Check {
    /// The texts, read as one publication; - reads from standard input
    #[arg(required = true)]
    files: Vec<PathBuf>,
    /// List every number that was recognised, and what it was taken for
    #[arg(long)]
    explain: bool,
    #[command(flatten)]
    programme: Named,
    #[command(flatten)]
    site: Site,
}

pub async fn run(place: &Place, arguments: &Arguments) -> Result<Exit, Failure> {
    let What::Check(check) = &arguments.what;
    let texts: Vec<String> = check.files.iter().map(|file| read(file)).collect::<Result<_, _>>()?;
    let (state, known) = Box::pin(figures(place, check)).await?;
    let found = quotation::check(&texts.iter().map(String::as_str).collect::<Vec<_>>(), &known);
    let teller = Teller {
        check,
        state: &state,
        known: &known,
    };
    let mut wrong = 0;
    for finding in &found {
        if let Verdict::Wrong { .. } = finding.verdict {
            wrong += 1;
            output::say(teller.line(finding));
        } else if check.explain {
            output::say(teller.line(finding));
        }
    }
    Ok(if wrong > 0 { Exit::Refused } else { Exit::Done })
}

/// The figures of the store, or those that come with the program where there is no store yet.
async fn figures(place: &Place, check: &Check) -> Result<(State, Known), Failure> {
    if place.is_new() {
        let state = bundled::read()?
            .into_iter()
            .next()
            .ok_or_else(|| Failure::refused("no programme comes with the program"))?;
        let known = quoted::known(&state, &quoted::Former::new());
        return Ok((state, known));
    }
    let store = place.open_existing().await?;
    let read = async {
        let snapshot = check.programme.snapshot(&Programmes::new(store.clone())).await?;
        let former = quoted::former(&store, &snapshot.state).await?;
        let known = quoted::known(&snapshot.state, &former);
        Ok((snapshot.state.clone(), known))
    };
    let found = read.await;
    store.close().await;
    found
}

fn read(file: &Path) -> Result<String, Failure> {
    let unreadable = |error: std::io::Error| Failure::new(Exit::File, format!("{} cannot be read: {error}", file.display()));
    let mut bytes = Vec::new();
    if file == Path::new("-") {
        std::io::stdin()
            .lock()
            .take(LONGEST + 1)
            .read_to_end(&mut bytes)
            .map_err(unreadable)?;
    } else {
        std::fs::File::open(file)
            .and_then(|opened| opened.take(LONGEST + 1).read_to_end(&mut bytes))
            .map_err(unreadable)?;
    }
    if bytes.len() as u64 > LONGEST {
        return Err(Failure::refused(format!(
            "{} is longer than 16 MB: check one page at a time",
            file.display()
        )));
    }
    if bytes.starts_with(b"%PDF") {
        let said = format!(
            "{} is a PDF: check the text that is taken from it, for example by pdftotext",
            file.display()
        );
        return Err(Failure::refused(said));
    }
    String::from_utf8(bytes).map_err(|error| {
        let read = String::from_utf8_lossy(&error.as_bytes()[..error.utf8_error().valid_up_to()]).into_owned();
        let line = read.split('\n').count();
        Failure::refused(format!("{}:{line} is not UTF-8: save the text as UTF-8", file.display()))
    })
}

struct Teller<'a> {
    check: &'a Check,
    state: &'a State,
    known: &'a Known,
}

impl Teller<'_> {
    fn line(&self, finding: &Finding) -> String {
        let mention = &finding.mention;
        let file = self
            .check
            .files
            .get(finding.text)
            .map_or_else(String::new, |file| file.display().to_string());
        let place = format!("{file}:{}:{}: {}", mention.line, mention.column, written(mention));
        match &finding.verdict {
            Verdict::Wrong { kind, truth, other } => {
                let seen = other
                    .as_ref()
                    .map(|other| format!("; {} is {}", number(other), self.name(other)))
                    .unwrap_or_default();
                let should = if *kind == Kind::MixedDefinitions { "is" } else { "should be" };
                let true_number = number(truth);
                format!(
                    "{place} {should} {true_number} ({}): {}{seen} {}",
                    words(*kind),
                    self.name(truth),
                    self.address(truth)
                )
            }
            Verdict::Agrees(fact) => format!("{place} agrees: {} {}", self.name(fact), self.address(fact)),
            Verdict::Unknown if mention.subject.is_some() => format!("{place} unknown: {}", self.reading(mention)),
            Verdict::Unknown => format!("{place} is none of the programme's figures"),
        }
    }

    /// What a fact is, in words.
    fn name(&self, fact: &Fact) -> String {
        let what = self.subject(fact.subject, fact.said);
        let definition = match fact.definition {
            Definition::Official => "official",
            Definition::Corrected => "corrected",
        };
        let origin = match fact.origin {
            Origin::Figure | Origin::Difference => "",
            Origin::Sum => ", as the sum of its parts",
            Origin::Former => ", before it was revised",
        };
        format!("{what}, {}, {definition}{origin}", when(fact.when))
    }

    fn subject(&self, subject: usize, said: Said) -> String {
        let known = self.known.subjects().get(subject);
        let unit = known.map_or("figure", |known| match known.unit {
            Unit::Persons => "population",
            Unit::Jobs => "jobs",
            Unit::Enterprises => "enterprises",
            Unit::Visitors => "visitors",
            Unit::OvernightStays => "overnight stays",
            Unit::Dwellings => "dwellings",
            Unit::Kroner => "kroner",
            Unit::Percent => "per cent",
        });
        let part = known
            .and_then(|known| known.part.last())
            .map_or_else(|| unit.to_owned(), Clone::clone);
        let place = known
            .and_then(|known| known.place.as_deref())
            .map(|place| format!(" of {place}"))
            .unwrap_or_default();
        match said {
            Said::Count => format!("{part}{place}"),
            Said::Growth => format!("growth of {part}{place}"),
            Said::GrowthPercent => format!("growth of {part}{place} in per cent"),
        }
    }

    fn reading(&self, mention: &Mention) -> String {
        let subject = mention
            .subject
            .map_or_else(String::new, |subject| self.subject(subject, mention.said));
        let at = mention.whens.first().map(|at| format!(", {}", when(*at))).unwrap_or_default();
        format!("{subject}{at}")
    }

    fn address(&self, fact: &Fact) -> String {
        let url = self.check.site.url();
        format!("{url}/{}/tall/{}#p{}", self.state.programme.id, fact.series, fact.period)
    }
}

/// A number as it was written, with its sign for per cent.
fn written(mention: &Mention) -> String {
    match mention.said {
        Said::GrowthPercent => format!("«{} %»", mention.written),
        _ => format!("«{}»", mention.written),
    }
}

fn words(kind: Kind) -> &'static str {
    match kind {
        Kind::TwoValues => "one figure, two values",
        Kind::PartYear => "period not labelled: a part of the year",
        Kind::Digits => "digits",
        Kind::Parts => "parts do not sum",
        Kind::MixedDefinitions => "two definitions, one name: official and corrected",
        Kind::Stale => "stale vintage",
        Kind::OtherTime => "the figure of another time",
        Kind::Differs => "does not agree",
    }
}

/// A number that is true, as exactly as a person would write it.
fn number(fact: &Fact) -> String {
    if fact.said == Said::GrowthPercent {
        return format!("{:.2} %", fact.value);
    }
    let digits = format!("{:.0}", fact.value.abs());
    let mut grouped = String::new();
    for (place, digit) in digits.chars().enumerate() {
        if place > 0 && (digits.len() - place) % 3 == 0 {
            grouped.push(' ');
        }
        grouped.push(digit);
    }
    if fact.value < 0.0 { format!("-{grouped}") } else { grouped }
}

fn when(when: When) -> String {
    match when {
        When::On(day) => day.to_string(),
        When::Through(from, _) if when.is_year() => from.year().to_string(),
        When::Through(from, to) if when.is_year_to_date() => format!(
            "{} to the end of {}",
            from.year(),
            to.yesterday()
                .map_or_else(|_| to.to_string(), |last| last.strftime("%B").to_string())
        ),
        When::Through(from, to) => format!("from {from} to {to}"),
    }
}
