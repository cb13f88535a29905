//! One cell by the codes of its categories.

use std::fmt;

use crate::dataset::{Cell, Dataset};

/// A question that the cube cannot answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum AskError {
    /// There is no dimension of that name.
    NoDimension(String),
    /// The dimension has no category with that code.
    NoCategory {
        /// The dimension.
        dimension: String,
        /// The code that was asked for.
        code: String,
    },
    /// The dimension has several categories, and the question does not say which.
    NotSaid(String),
    /// The same dimension or code was named twice.
    Twice(String),
}

impl fmt::Display for AskError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NoDimension(id) => write!(formatter, "there is no dimension «{id}»"),
            Self::NoCategory { dimension, code } => write!(formatter, "the dimension «{dimension}» has no category «{code}»"),
            Self::NotSaid(id) => write!(formatter, "the dimension «{id}» has several categories: say which"),
            Self::Twice(name) => write!(formatter, "«{name}» is named twice"),
        }
    }
}

impl std::error::Error for AskError {}

impl Dataset {
    pub(crate) fn place_of(&self, id: &str) -> Result<usize, AskError> {
        let place = self.dimensions.iter().position(|dimension| dimension.id == id);
        place.ok_or_else(|| AskError::NoDimension(id.to_owned()))
    }

    pub(crate) fn position_in(&self, place: usize, code: &str) -> Result<usize, AskError> {
        let dimension = &self.dimensions[place];
        dimension.position(code).ok_or_else(|| AskError::NoCategory {
            dimension: dimension.id.clone(),
            code: code.to_owned(),
        })
    }

    /// The cell with these codes: one for each dimension, in any order; a dimension with one category may be left out.
    pub fn at(&self, codes: &[(&str, &str)]) -> Result<Cell<'_>, AskError> {
        let mut positions: Vec<Option<usize>> = vec![None; self.dimensions.len()];
        for (id, code) in codes {
            let place = self.place_of(id)?;
            if positions[place].replace(self.position_in(place, code)?).is_some() {
                return Err(AskError::Twice((*id).to_owned()));
            }
        }
        let mut index = 0;
        for ((position, dimension), stride) in positions.into_iter().zip(&self.dimensions).zip(self.strides()) {
            let only = (dimension.len() == 1).then_some(0);
            let position = position.or(only).ok_or_else(|| AskError::NotSaid(dimension.id.clone()))?;
            index += position * stride;
        }
        Ok(self.cell(index))
    }
}
