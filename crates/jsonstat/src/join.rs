//! One cube from the parts of it that were fetched one by one.

use std::fmt;

use crate::dataset::{Dataset, product};
use crate::dimension::Dimension;
use crate::problem::Problem;
use crate::values::{Statuses, Values};

/// Parts that are not parts of one cube.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum JoinError {
    /// There is nothing to join.
    Nothing,
    /// The part, counted from 0, has no dimension of that name.
    NoDimension(usize, String),
    /// The part, counted from 0, differs from the first in a dimension that should be the same.
    Differs(usize, String),
    /// A part is a description without values, others are not.
    WithoutValues(usize),
    /// The parts together break a rule: a category is in two of them, or there are too many cells.
    Broken(Problem),
}

impl fmt::Display for JoinError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Nothing => formatter.write_str("there are no parts to join"),
            Self::NoDimension(part, id) => write!(formatter, "part {part} has no dimension «{id}»"),
            Self::Differs(part, id) => write!(formatter, "part {part} has another dimension «{id}» than the first part"),
            Self::WithoutValues(part) => write!(formatter, "part {part} holds no values"),
            Self::Broken(problem) => write!(formatter, "the parts do not fit together: {problem}"),
        }
    }
}

impl std::error::Error for JoinError {}

impl Dataset {
    /// Puts parts of a cube one after the other along a dimension. All other dimensions must have the same codes in the same
    /// order; what describes the cube is taken from the first part.
    pub fn join(parts: &[Self], along: &str) -> Result<Self, JoinError> {
        let first = parts.first().ok_or(JoinError::Nothing)?;
        let axis = first.place_of(along).map_err(|_| JoinError::NoDimension(0, along.to_owned()))?;
        for (place, part) in parts.iter().enumerate() {
            fits(first, part, place, axis)?;
        }
        let categories = parts.iter().flat_map(|part| part.dimensions[axis].categories().iter().cloned());
        let mut joined = Dimension::new(along, categories.collect()).map_err(JoinError::Broken)?;
        let mut dimensions = first.dimensions.clone();
        joined.role = dimensions[axis].role;
        joined.head = std::mem::take(&mut dimensions[axis].head);
        dimensions[axis] = joined;
        // for each step of the outer dimensions, one run of cells from each part
        let inner: usize = product(first.dimensions[axis + 1..].iter().map(Dimension::len)).unwrap_or_default();
        let outer: usize = product(first.dimensions[..axis].iter().map(Dimension::len)).unwrap_or_default();
        let run = |part: &Self| part.dimensions[axis].len() * inner;
        let cells = || {
            let of_step = move |step: usize| {
                parts
                    .iter()
                    .flat_map(move |part| (step * run(part)..(step + 1) * run(part)).map(|cell| part.cell(cell)))
            };
            (0..outer).flat_map(of_step)
        };
        let values = if first.has_values() {
            Values::dense(cells().map(|cell| cell.value))
        } else {
            Values::absent()
        };
        let statuses = if parts.iter().any(|part| part.statuses.end() > 0 || !part.statuses.names.is_empty()) {
            let named = cells().enumerate().filter_map(|(cell, one)| Some((cell, one.status?)));
            Statuses::sparse(named)
        } else {
            Statuses::none()
        };
        let mut dataset = Self::new(dimensions, values, statuses).map_err(JoinError::Broken)?;
        dataset.head = first.head.clone();
        Ok(dataset)
    }
}

fn fits(first: &Dataset, part: &Dataset, place: usize, axis: usize) -> Result<(), JoinError> {
    if part.has_values() != first.has_values() {
        return Err(JoinError::WithoutValues(if part.has_values() { 0 } else { place }));
    }
    for (position, dimension) in first.dimensions.iter().enumerate() {
        let there = part.dimensions.get(position).filter(|one| one.id == dimension.id);
        let there = there.ok_or_else(|| JoinError::NoDimension(place, dimension.id.clone()))?;
        let codes = |dimension: &'_ Dimension| dimension.categories().iter().map(|one| one.code.clone()).collect::<Vec<_>>();
        if position != axis && codes(there) != codes(dimension) {
            return Err(JoinError::Differs(place, dimension.id.clone()));
        }
    }
    match part.dimensions.get(first.dimensions.len()) {
        Some(extra) => Err(JoinError::Differs(place, extra.id.clone())),
        None => Ok(()),
    }
}
