//! Whether a number agrees with what is known, and if not, what is wrong with it.

use crate::known::{Definition, Fact, Known, Origin, Said, When, begin};
use crate::mention::{Mention, answers, mentions};

/// What is wrong with a number.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Kind {
    /// The same figure is given with another value elsewhere.
    TwoValues,
    /// A part of a year is given as a year, or doubled as if the rest would be like it.
    PartYear,
    /// A digit is another, or two have changed places.
    Digits,
    /// It is not the sum of its parts.
    Parts,
    /// The official and the corrected figure stand under one name.
    MixedDefinitions,
    /// It was true before the source revised it, or is older than what is known now.
    Stale,
    /// It is the figure of another time.
    OtherTime,
    /// It is near what is true, and not it.
    Differs,
}

impl Kind {
    /// The word that programs read.
    pub fn word(self) -> &'static str {
        match self {
            Self::TwoValues => "two-values",
            Self::PartYear => "part-year",
            Self::Digits => "digits",
            Self::Parts => "parts",
            Self::MixedDefinitions => "mixed-definitions",
            Self::Stale => "stale",
            Self::OtherTime => "other-time",
            Self::Differs => "differs",
        }
    }
}

/// What came of holding a number against what is known.
#[derive(Debug, Clone, PartialEq)]
pub enum Verdict {
    /// It is this figure.
    Agrees(Fact),
    /// It is not this one, which it seems to quote.
    Wrong { kind: Kind, truth: Fact, other: Option<Fact> },
    /// Nothing is known of it.
    Unknown,
}

/// A number in one of the texts.
#[derive(Debug, Clone, PartialEq)]
pub struct Finding {
    /// Which of the texts.
    pub text: usize,
    pub mention: Mention,
    pub verdict: Verdict,
}

/// Reads the texts as one publication, in which a figure should have one value, and holds every number against what is known.
pub fn check(texts: &[&str], known: &Known) -> Vec<Finding> {
    let mut found: Vec<Finding> = Vec::new();
    for (number, text) in texts.iter().enumerate() {
        found.extend(mentions(text, known).into_iter().map(|mention| {
            let verdict = verdict(&mention, known);
            Finding {
                text: number,
                mention,
                verdict,
            }
        }));
    }
    two_values(&mut found);
    mixed(&mut found);
    found
}

/// True where the number is the fact, as exactly as it was written: rounded or cut off.
fn same(mention: &Mention, value: f64) -> bool {
    let off = (mention.value - value).abs();
    if mention.last_place <= 1.0 && mention.said != Said::GrowthPercent && value.fract() == 0.0 {
        off < 0.5
    } else {
        off < mention.last_place
    }
}

fn verdict(mention: &Mention, known: &Known) -> Verdict {
    let Some(subject) = mention.subject else { return Verdict::Unknown };
    let all: Vec<&Fact> = known.facts().iter().filter(|fact| fact.subject == subject).collect();
    // a growth as large as the town is none, and a part of the town is not the town
    let level = all
        .iter()
        .filter(|fact| fact.said == Said::Count)
        .map(|fact| fact.value)
        .fold(0.0, f64::max);
    let said = if mention.said == Said::Growth && level > 0.0 && mention.value.abs() > level / 3.0 {
        Said::Count
    } else {
        mention.said
    };
    let mention = &Mention { said, ..mention.clone() };
    let all: Vec<&Fact> = all.into_iter().filter(|fact| fact.said == said).collect();
    let known_now = |fact: &&&Fact| fact.origin != Origin::Former;
    let fits = |fact: &&Fact| mention.definition.is_none_or(|definition| definition == fact.definition);
    let at: Vec<&Fact> = all
        .iter()
        .filter(known_now)
        .filter(|fact| answers(mention, fact.when, said))
        .copied()
        .collect();
    if let Some(fact) = at
        .iter()
        .filter(|fact| fits(fact))
        .chain(&at)
        .find(|fact| same(mention, fact.value))
    {
        // said to be the one, and is the other
        if !fits(fact)
            && let Some(truth) = at.iter().find(|fact| fits(fact))
        {
            return wrong(Kind::MixedDefinitions, truth, Some(fact));
        }
        return Verdict::Agrees((*fact).clone());
    }
    if let Some(truth) = nearest(mention, &at, |fact| fits(&fact)) {
        return disagreement(mention, truth, &all);
    }
    undated(mention, &all)
}

fn wrong(kind: Kind, truth: &Fact, other: Option<&Fact>) -> Verdict {
    Verdict::Wrong {
        kind,
        truth: truth.clone(),
        other: other.cloned(),
    }
}

/// The fact that comes closest to the number, of those that fit before the others.
fn nearest<'a>(mention: &Mention, facts: &[&'a Fact], fits: impl Fn(&Fact) -> bool) -> Option<&'a Fact> {
    let distance = |fact: &Fact| (mention.value - fact.value).abs();
    facts.iter().copied().min_by(|left, right| {
        (!fits(left), distance(left))
            .partial_cmp(&(!fits(right), distance(right)))
            .unwrap_or(std::cmp::Ordering::Equal)
    })
}

/// What is wrong with a number whose time is known, and at which something else is true.
fn disagreement(mention: &Mention, truth: &Fact, all: &[&Fact]) -> Verdict {
    let year = begin(truth.when).year();
    let parts_of_year = || {
        all.iter()
            .filter(|fact| fact.when.is_year_to_date() && begin(fact.when).year() == year)
    };
    if let Some(part) = parts_of_year().find(|part| !truth.when.is_year_to_date() && same(mention, part.value)) {
        return wrong(Kind::PartYear, truth, Some(part));
    }
    if mention.said != Said::Count
        && let Some(part) = doubled(mention, parts_of_year().copied())
    {
        return wrong(Kind::PartYear, part, None);
    }
    if let Some(former) = all
        .iter()
        .find(|fact| fact.origin == Origin::Former && answers(mention, fact.when, mention.said) && same(mention, fact.value))
    {
        return wrong(Kind::Stale, truth, Some(former));
    }
    let near = |share: f64| (mention.value - truth.value).abs() <= share * truth.value.abs();
    let close = match mention.said {
        Said::Count => near(0.05),
        // a growth is small, and two of them differ by much
        Said::Growth => near(0.67),
        Said::GrowthPercent => (mention.value - truth.value).abs() <= 3.0,
    };
    let by_digit = mention.said != Said::GrowthPercent && mention.last_place <= 1.0 && one_digit(mention.value, truth.value);
    if by_digit && truth.origin != Origin::Sum {
        return wrong(Kind::Digits, truth, None);
    }
    if truth.origin == Origin::Sum && mention.said == Said::Count && close {
        return wrong(Kind::Parts, truth, None);
    }
    if mention.said == Said::Count
        && mention.dated
        && let Some(other) = all
            .iter()
            .find(|fact| fact.origin == Origin::Figure && matches!(fact.when, When::On(_)) && same(mention, fact.value))
    {
        return wrong(Kind::OtherTime, truth, Some(other));
    }
    if close && mention.dated {
        wrong(Kind::Differs, truth, None)
    } else {
        undated(mention, all)
    }
}

/// The part of a year that the number is, if the rest of the year were like it; the one that comes closest.
fn doubled<'a>(mention: &Mention, parts: impl Iterator<Item = &'a Fact>) -> Option<&'a Fact> {
    let off = |part: &&Fact| (mention.value - whole_year(part)).abs();
    parts
        .filter(|part| same(mention, whole_year(part)))
        .min_by(|one, two| off(one).total_cmp(&off(two)))
}

/// What a part of a year would be if the rest were like it.
fn whole_year(part: &Fact) -> f64 {
    let When::Through(from, to) = part.when else { return part.value };
    let months = (i32::from(to.year()) - i32::from(from.year())) * 12 + i32::from(to.month()) - i32::from(from.month());
    part.value * 12.0 / f64::from(months.max(1))
}

/// A number without a time of its own may be that of any time.
fn undated(mention: &Mention, all: &[&Fact]) -> Verdict {
    let fits = |fact: &&&&Fact| mention.definition.is_none_or(|definition| definition == fact.definition);
    let of_so_far = |fact: &&&Fact| !mention.so_far || fact.when.is_year_to_date() || mention.said == Said::Count;
    let now = all.iter().filter(|fact| fact.origin != Origin::Former).filter(of_so_far);
    let found = now.clone().filter(|fact| same(mention, fact.value));
    if let Some(fact) = found.clone().find(|fact| fits(&fact)).or(found.clone().next()) {
        let newest = all
            .iter()
            .filter(|other| other.origin == Origin::Figure && other.definition == fact.definition)
            .max_by_key(|other| other.when);
        return match newest
            .filter(|newest| mention.now && mention.whens.is_empty() && fact.origin == Origin::Figure && newest.when > fact.when)
        {
            Some(newest) => wrong(Kind::Stale, newest, Some(fact)),
            None => Verdict::Agrees((*fact).clone()),
        };
    }
    if mention.so_far && mention.said != Said::Count {
        let parts = all.iter().filter(|fact| fact.when.is_year_to_date()).copied();
        if let Some(part) = doubled(mention, parts) {
            return wrong(Kind::PartYear, part, None);
        }
    }
    Verdict::Unknown
}

/// True where two whole numbers of at least three digits differ by one digit, or by two that changed places.
fn one_digit(left: f64, right: f64) -> bool {
    let (left, right) = (format!("{:.0}", left.abs()), format!("{:.0}", right.abs()));
    if left.len() != right.len() || left.len() < 3 {
        return false;
    }
    let differ: Vec<usize> = left
        .bytes()
        .zip(right.bytes())
        .enumerate()
        .filter(|(_, (left, right))| left != right)
        .map(|(place, _)| place)
        .collect();
    match differ[..] {
        [_] => true,
        [first, second] => {
            let (left, right) = (left.as_bytes(), right.as_bytes());
            left[first] == right[second] && left[second] == right[first]
        }
        _ => false,
    }
}

/// A number that is wrong, where the same figure stands elsewhere and is right: the reader meets two values.
fn two_values(found: &mut [Finding]) {
    let right: Vec<Fact> = found
        .iter()
        .filter_map(|finding| {
            if let Verdict::Agrees(fact) = &finding.verdict {
                Some(fact.clone())
            } else {
                None
            }
        })
        .collect();
    for finding in found {
        if let Verdict::Wrong {
            kind: kind @ (Kind::Digits | Kind::Differs | Kind::Parts),
            truth,
            ..
        } = &mut finding.verdict
        {
            let again = right
                .iter()
                .find(|fact| fact.subject == truth.subject && fact.said == truth.said && fact.when == truth.when);
            // a slip of a digit that nobody would take for another value stays one
            let is_slip = *kind == Kind::Digits && (finding.mention.value - truth.value).abs() > 0.05 * truth.value.abs();
            if let Some(fact) = again
                && *kind != Kind::Parts
                && !is_slip
            {
                *kind = Kind::TwoValues;
                *truth = fact.clone();
            }
        }
    }
}

/// Two numbers of one name, one official and one corrected, of which at least one does not say so.
fn mixed(found: &mut [Finding]) {
    let told: Vec<(usize, Fact, bool)> = found
        .iter()
        .enumerate()
        .filter_map(|(place, finding)| match &finding.verdict {
            Verdict::Agrees(fact) => Some((place, fact.clone(), finding.mention.definition.is_some())),
            _ => None,
        })
        .collect();
    for (place, fact, labelled) in &told {
        let other = told.iter().find(|(_, other, other_labelled)| {
            let one_name = other.subject == fact.subject && other.said == fact.said && other.when == fact.when;
            // without a word the official one is meant, so long as the other says that it is not
            let unclear = match fact.definition {
                Definition::Official => !*other_labelled,
                Definition::Corrected => true,
            };
            one_name && other.definition != fact.definition && (other.value - fact.value).abs() > 1e-9 && unclear
        });
        if let Some((_, other, _)) = other
            && !labelled
        {
            found[*place].verdict = wrong(Kind::MixedDefinitions, fact, Some(other));
        }
    }
}
