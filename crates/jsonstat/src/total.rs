//! Sums over a dimension, where summing makes sense.

use std::collections::BTreeMap;
use std::fmt;

use serde_json::Value as Json;

use crate::ask::AskError;
use crate::dataset::{Cell, Dataset};
use crate::dimension::{Dimension, Role};
use crate::values::{Statuses, Value, Values};

/// Why cells must not be summed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum TotalError {
    /// The dimension or a category is not there, or is named twice.
    Asked(AskError),
    /// The source says that the table must not be summed (`extension.px.aggregallowed`).
    NotAllowed,
    /// The dimension holds different measures.
    Measures(String),
    /// The cells are states at moments, or averages, which make no sum over time (`extension.measuringType`).
    Time(String),
    /// The measure with this code is an average, which makes no sum over anything.
    Average(String),
    /// The second category is part of the first: it would be counted twice.
    Overlap(String, String),
    /// The dataset holds no values.
    WithoutValues,
    /// No category was named.
    Nothing,
}

impl fmt::Display for TotalError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Asked(error) => error.fmt(formatter),
            Self::NotAllowed => formatter.write_str("the source says that these figures must not be summed (aggregallowed is false)"),
            Self::Measures(id) => write!(formatter, "the dimension «{id}» holds different measures, which make no sum"),
            Self::Time(id) => write!(
                formatter,
                "the figures are not known to be flows, so they make no sum over time (the dimension «{id}»)"
            ),
            Self::Average(code) => write!(formatter, "the measure «{code}» is an average, which makes no sum"),
            Self::Overlap(whole, part) => write!(formatter, "«{part}» is part of «{whole}» and would be counted twice"),
            Self::WithoutValues => formatter.write_str("the dataset only describes a table; it holds no values"),
            Self::Nothing => formatter.write_str("no category was named"),
        }
    }
}

impl std::error::Error for TotalError {}

/// Signs that stand where there is no number: a cell that bears one is never counted as zero.
fn stands_for_no_number(status: &str) -> bool {
    !status.is_empty() && status.chars().all(|sign| matches!(sign, '.' | ':' | '-' | '*' | '…'))
}

/// What is known of a sum so far.
#[derive(Default)]
struct Sum {
    cells: usize,
    number: f64,
    /// True from the first cell without a number on.
    unknown: bool,
    statuses: Vec<String>,
}

impl Sum {
    fn add(&mut self, cell: Cell<'_>) {
        self.cells += 1;
        let signed = cell.status.is_some_and(stands_for_no_number);
        match cell.number() {
            Some(number) if !signed => self.number += number,
            _ => self.unknown = true,
        }
        if let Some(status) = cell.status.filter(|status| !self.statuses.iter().any(|one| one == status)) {
            self.statuses.push(status.to_owned());
        }
    }

    fn value(&self, of: usize) -> Option<Value<'static>> {
        // a sum that is too large to be a number is not known either
        (!self.unknown && self.cells == of && self.number.is_finite()).then_some(Value::Number(self.number))
    }

    fn status(&self) -> Option<String> {
        (!self.statuses.is_empty()).then(|| self.statuses.join(","))
    }
}

impl Dataset {
    /// The cube without a dimension: each cell the sum of those of some categories, or of all where none are named. With
    /// none named, a hierarchy is summed from its top, and the category that the source gives as the total
    /// (`extension.eliminationValueCode`) stands for all.
    ///
    /// A cell without a number, or with a sign such as `:` or `..`, makes the sum unknown; statuses are carried along.
    pub fn total(&self, over: &str, codes: &[&str]) -> Result<Self, TotalError> {
        let place = self.place_of(over).map_err(TotalError::Asked)?;
        if !self.has_values() {
            return Err(TotalError::WithoutValues);
        }
        let positions = match codes {
            [] => top(&self.dimensions[place]),
            codes => self.positions_in(place, codes).map_err(TotalError::Asked)?,
        };
        // the source's own total is read, not made
        if positions.len() > 1 {
            self.may_be_summed(place)?;
            no_overlap(&self.dimensions[place], &positions)?;
        }
        if positions.is_empty() {
            return Err(TotalError::Nothing);
        }
        Ok(self.summed(place, &positions))
    }

    fn may_be_summed(&self, place: usize) -> Result<(), TotalError> {
        if self.head.extension.pointer("/px/aggregallowed") == Some(&Json::Bool(false)) {
            return Err(TotalError::NotAllowed);
        }
        let dimension = &self.dimensions[place];
        if dimension.role == Some(Role::Metric) {
            return Err(TotalError::Measures(dimension.id.clone()));
        }
        let measures = || {
            self.in_role(Role::Metric)
                .flat_map(|metric| metric.categories().iter().map(move |one| (metric, one)))
        };
        let kind = |metric: &'_ Dimension, code: &str| {
            let kinds = metric.head.extension.get("measuringType")?.as_object()?;
            kinds.get(code)?.as_str().map(str::to_owned)
        };
        if let Some((_, average)) = measures().find(|(metric, one)| kind(metric, &one.code).as_deref() == Some("Average")) {
            return Err(TotalError::Average(average.code.clone()));
        }
        let flows = || measures().all(|(metric, one)| kind(metric, &one.code).as_deref() == Some("Flow"));
        if dimension.role == Some(Role::Time) && !(measures().next().is_some() && flows()) {
            return Err(TotalError::Time(dimension.id.clone()));
        }
        Ok(())
    }

    fn summed(&self, place: usize, positions: &[usize]) -> Self {
        let mut chosen: Vec<Vec<usize>> = self.dimensions.iter().map(|dimension| (0..dimension.len()).collect()).collect();
        chosen[place] = positions.to_vec();
        let part = self.part(&chosen);
        let stride = part.strides()[place];
        let mut sums: BTreeMap<usize, Sum> = BTreeMap::new();
        for cell in part.named_cells() {
            let (outer, inner) = (cell / (stride * positions.len()), cell % stride);
            sums.entry(outer * stride + inner).or_default().add(part.cell(cell));
        }
        let dense = part.values.is_dense();
        let statuses: Vec<(usize, String)> = sums.iter().filter_map(|(cell, sum)| Some((*cell, sum.status()?))).collect();
        let cells = sums.iter().map(|(cell, sum)| (*cell, sum.value(positions.len())));
        let values = if dense {
            Values::dense(cells.map(|(_, value)| value))
        } else {
            Values::sparse(cells)
        };
        let mut dimensions = part.dimensions;
        dimensions.remove(place);
        Self {
            head: self.head.clone(),
            len: part.len / positions.len(),
            dimensions,
            values,
            statuses: Statuses::sparse(statuses.iter().map(|(cell, status)| (*cell, status.as_str()))),
        }
    }
}

/// The categories that make up the whole: the source's own total, or else those that are part of no other.
fn top(dimension: &Dimension) -> Vec<usize> {
    let own = dimension.head.extension.get("eliminationValueCode").and_then(Json::as_str);
    if let Some(position) = own.and_then(|code| dimension.position(code)) {
        return vec![position];
    }
    let mut is_child = vec![false; dimension.len()];
    let children = dimension.categories().iter().flat_map(|category| &category.children);
    children
        .filter_map(|child| dimension.position(child))
        .for_each(|position| is_child[position] = true);
    (0..dimension.len()).filter(|position| !is_child[*position]).collect()
}

fn no_overlap(dimension: &Dimension, positions: &[usize]) -> Result<(), TotalError> {
    let mut counted = vec![false; dimension.len()];
    positions.iter().for_each(|position| counted[*position] = true);
    // whose descendant a category is, for each that was reached from one of the chosen
    let mut under: Vec<Option<usize>> = vec![None; dimension.len()];
    for start in positions {
        let mut to_do = vec![*start];
        while let Some(position) = to_do.pop() {
            for child in dimension.categories()[position]
                .children
                .iter()
                .filter_map(|child| dimension.position(child))
            {
                let other = under[child].replace(*start);
                if other == Some(*start) {
                    continue;
                }
                if counted[child] || other.is_some() {
                    let name = |position: usize| dimension.categories()[position].code.clone();
                    return Err(TotalError::Overlap(name(*start), name(child)));
                }
                to_do.push(child);
            }
        }
    }
    Ok(())
}
