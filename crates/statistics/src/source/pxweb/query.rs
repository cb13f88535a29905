//! What is wanted of a table, and which codes that is.

use jsonstat::{Dimension, Role};

use super::table::Table;
use crate::source::error::Error;

/// What is wanted of a table.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Query {
    /// The table's number.
    pub table: String,
    /// What is chosen from its variables. One that is not named is summed over by the source, where it allows that.
    pub choices: Vec<Choice>,
}

/// What is chosen from a variable.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Choice {
    /// The variable's code, such as "Region".
    pub variable: String,
    /// The codelist to read it by, such as "agg_KommSummer".
    pub codelist: Option<String>,
    /// Codes, or expressions: `top(n)`, `top(n,offset)`, `bottom(n)`, `from(x)`, `to(x)`, `range(a,b)`, and codes with `*` for
    /// any signs and `?` for any one sign. On time, `top` means the latest.
    pub values: Vec<String>,
}

/// A choice with its expressions turned into codes, in the table's order and each once.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Chosen {
    pub(super) variable: String,
    pub(super) codelist: Option<String>,
    pub(super) codes: Vec<String>,
}

impl Query {
    /// The codelists that the query reads variables by.
    pub(super) fn codelists(&self) -> Vec<(&str, &str)> {
        let mut codelists = Vec::new();
        for choice in &self.choices {
            codelists.extend(choice.codelist.as_deref().map(|list| (choice.variable.as_str(), list)));
        }
        codelists
    }

    /// Turns the query into codes by the table's metadata, which must be those for the query's codelists.
    pub(super) fn chosen(&self, table: &Table) -> Result<Vec<Chosen>, Error> {
        for choice in &self.choices {
            self.variable(table, choice)?;
        }
        let mut chosen = Vec::new();
        for variable in table.dataset.dimensions() {
            match self.choices.iter().find(|choice| choice.variable == variable.id) {
                Some(choice) => chosen.push(Chosen {
                    variable: variable.id.clone(),
                    codelist: choice.codelist.clone(),
                    codes: self.codes(choice, variable)?,
                }),
                None if table.may_be_left_out(variable) => {}
                None => {
                    return Err(Error::NotChosen {
                        table: self.table.clone(),
                        variable: variable.id.clone(),
                    });
                }
            }
        }
        Ok(chosen)
    }

    /// Makes sure that a variable and its codelist are there.
    pub(super) fn variable(&self, table: &Table, choice: &Choice) -> Result<(), Error> {
        let list = |names: Vec<String>| if names.is_empty() { "none".to_owned() } else { names.join(", ") };
        let Some(variable) = table.dataset.dimension(&choice.variable) else {
            let known = table.dataset.dimensions().iter().map(|variable| variable.id.clone());
            return Err(Error::UnknownVariable {
                table: self.table.clone(),
                variable: choice.variable.clone(),
                known: list(known.collect()),
            });
        };
        let known = table.codelists(variable);
        match &choice.codelist {
            Some(codelist) if known.iter().all(|one| one.id != *codelist) => Err(Error::UnknownCodelist {
                table: self.table.clone(),
                variable: choice.variable.clone(),
                codelist: codelist.clone(),
                known: list(known.into_iter().map(|one| one.id).collect()),
            }),
            _ => Ok(()),
        }
    }

    fn codes(&self, choice: &Choice, variable: &Dimension) -> Result<Vec<String>, Error> {
        let mut wanted = vec![false; variable.len()];
        for value in &choice.values {
            let found = positions(value, variable).map_err(|wrong| match wrong {
                Wrong::Code => Error::UnknownCode {
                    table: self.table.clone(),
                    variable: variable.id.clone(),
                    code: value.clone(),
                },
                Wrong::Expression => Error::Expression {
                    variable: variable.id.clone(),
                    expression: value.clone(),
                },
            })?;
            // a pattern that matches nothing is a mistake too: what it meant may have been renamed
            if found.is_empty() {
                return Err(self.nothing(variable, value));
            }
            found.into_iter().for_each(|position| wanted[position] = true);
        }
        let codes = variable.categories().iter().zip(&wanted).filter(|(_, wanted)| **wanted);
        let codes: Vec<String> = codes.map(|(category, _)| category.code.clone()).collect();
        if codes.is_empty() {
            return Err(self.nothing(variable, ""));
        }
        Ok(codes)
    }

    fn nothing(&self, variable: &Dimension, expression: &str) -> Error {
        Error::NothingChosen {
            table: self.table.clone(),
            variable: variable.id.clone(),
            expression: expression.to_owned(),
        }
    }
}

enum Wrong {
    Code,
    Expression,
}

/// The positions of the codes that a value stands for.
fn positions(value: &str, variable: &Dimension) -> Result<Vec<usize>, Wrong> {
    if let Some(position) = variable.position(value) {
        return Ok(vec![position]);
    }
    if let Some((name, arguments)) = value.strip_suffix(')').and_then(|text| text.split_once('(')) {
        let arguments: Vec<&str> = arguments.split(',').map(str::trim).collect();
        return by_expression(&name.to_ascii_lowercase(), &arguments, variable);
    }
    if value.contains(['*', '?']) {
        let pattern: Vec<char> = value.chars().collect();
        let fits = |position: &usize| {
            let code: Vec<char> = variable.categories()[*position].code.chars().collect();
            matches(&pattern, &code)
        };
        return Ok((0..variable.len()).filter(fits).collect());
    }
    Err(Wrong::Code)
}

fn by_expression(name: &str, arguments: &[&str], variable: &Dimension) -> Result<Vec<usize>, Wrong> {
    let len = variable.len();
    let position = |code: &str| variable.position(code).ok_or(Wrong::Code);
    let number = |text: &str| text.parse::<usize>().map_err(|_| Wrong::Expression);
    let latest_first = variable.role == Some(Role::Time);
    let range = match (name, arguments) {
        ("top" | "bottom", [count, rest @ ..]) if rest.len() <= 1 => {
            let offset = rest.first().map_or(Ok(0), |offset| number(offset))?.min(len);
            let end = offset.saturating_add(number(count)?).min(len);
            let from_the_end = (name == "top") == latest_first;
            if from_the_end { len - end..len - offset } else { offset..end }
        }
        ("from", [code]) => position(code)?..len,
        ("to", [code]) => 0..position(code)? + 1,
        ("range", [first, last]) => position(first)?..position(last)? + 1,
        _ => return Err(Wrong::Expression),
    };
    Ok(range.collect())
}

/// True where a code fits a pattern: `*` stands for any signs, `?` for any one. Takes time by the product of the lengths.
fn matches(pattern: &[char], code: &[char]) -> bool {
    let (mut at, mut place, mut star) = (0, 0, None);
    while place < code.len() {
        match pattern.get(at) {
            Some('*') => {
                star = Some((at, place));
                at += 1;
            }
            Some(sign) if *sign == '?' || *sign == code[place] => {
                at += 1;
                place += 1;
            }
            _ => match star {
                Some((before, from)) => {
                    star = Some((before, from + 1));
                    at = before + 1;
                    place = from + 1;
                }
                None => return false,
            },
        }
    }
    pattern[at..].iter().all(|sign| *sign == '*')
}
