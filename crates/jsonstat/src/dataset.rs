//! The cube.

use crate::dimension::{Dimension, Role};
use crate::head::Head;
use crate::problem::{Code, Problem};
use crate::values::{Numbers, StatusCells, Statuses, Value, Values};

/// A table of statistics: dimensions, and one cell for each combination of their categories. Cells are numbered from 0 in
/// row-major order: the last dimension changes fastest.
#[derive(Debug, Clone, PartialEq)]
pub struct Dataset {
    /// Label, source, notes and what else describes it.
    pub head: Head,
    pub(crate) dimensions: Vec<Dimension>,
    /// How many cells there are: the product of the dimensions' lengths.
    pub(crate) len: usize,
    pub(crate) values: Values,
    pub(crate) statuses: Statuses,
}

/// One cell.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Cell<'a> {
    /// Its number in row-major order.
    pub index: usize,
    /// What it holds; none where the source gives no value.
    pub value: Option<Value<'a>>,
    /// Its status, such as `:`.
    pub status: Option<&'a str>,
}

impl Cell<'_> {
    /// The number, if the cell holds one.
    pub fn number(&self) -> Option<f64> {
        match self.value? {
            Value::Number(number) => Some(number),
            Value::Text(_) => None,
        }
    }
}

/// The product of the lengths, if a number can hold it.
pub(crate) fn product(lengths: impl IntoIterator<Item = usize>) -> Option<usize> {
    let lengths: Vec<usize> = lengths.into_iter().collect();
    if lengths.contains(&0) {
        return Some(0);
    }
    lengths.into_iter().try_fold(1_usize, usize::checked_mul)
}

impl Dataset {
    /// A dataset of these dimensions and cells. Refused where the values or statuses are not as many as the cells.
    pub fn new(dimensions: Vec<Dimension>, values: Values, statuses: Statuses) -> Result<Self, Problem> {
        let problem = |code, path: &str, message: String| Problem {
            code,
            path: path.to_owned(),
            message,
            fatal: true,
        };
        let too_large = || {
            problem(
                Code::CubeSizeOverflow,
                "size",
                "there are more cells than a number can be".to_owned(),
            )
        };
        let len = product(dimensions.iter().map(Dimension::len)).ok_or_else(too_large)?;
        if let Some(twice) = (1..dimensions.len()).find(|place| dimensions[..*place].iter().any(|one| one.id == dimensions[*place].id)) {
            let message = format!("«{}» stands twice", dimensions[twice].id);
            return Err(problem(Code::StructuralViolation, "id", message));
        }
        let dense = matches!(values.numbers, Numbers::Dense(_));
        if values.end() > len || (dense && values.end() != len) {
            let message = format!("there are {} values for {len} cells", values.end());
            return Err(problem(Code::ValueLenMismatch, "value", message));
        }
        let dense = matches!(statuses.cells, StatusCells::Dense(_));
        if statuses.end() > len || (dense && statuses.end() != len) {
            let message = format!("there are {} statuses for {len} cells", statuses.end());
            return Err(problem(Code::StatusLenMismatch, "status", message));
        }
        Ok(Self {
            head: Head::default(),
            dimensions,
            len,
            values,
            statuses,
        })
    }

    /// The dimensions in order.
    pub fn dimensions(&self) -> &[Dimension] {
        &self.dimensions
    }

    /// The dimension with a name.
    pub fn dimension(&self, id: &str) -> Option<&Dimension> {
        self.dimensions.iter().find(|dimension| dimension.id == id)
    }

    /// The dimensions in a role.
    pub fn in_role(&self, role: Role) -> impl Iterator<Item = &Dimension> {
        self.dimensions.iter().filter(move |dimension| dimension.role == Some(role))
    }

    /// How many cells there are, empty ones counted.
    pub fn len(&self) -> usize {
        self.len
    }

    /// True where there is no cell.
    pub fn is_empty(&self) -> bool {
        self.len == 0
    }

    /// True where the dataset holds values, false where it only describes a table.
    pub fn has_values(&self) -> bool {
        !self.values.is_absent()
    }

    /// The cell with a number; empty where the number is none of the cube's.
    pub fn cell(&self, index: usize) -> Cell<'_> {
        let inside = index < self.len;
        Cell {
            index,
            value: self.values.get(index).filter(|_| inside),
            status: self.statuses.get(index).filter(|_| inside),
        }
    }

    /// All cells in row-major order, empty ones too.
    pub fn cells(&self) -> impl Iterator<Item = Cell<'_>> {
        (0..self.len).map(|index| self.cell(index))
    }

    /// The numbers of the cells that the document names, ascending: all, or those of sparse values or statuses.
    pub(crate) fn named_cells(&self) -> Vec<usize> {
        let Numbers::Sparse(numbers) = &self.values.numbers else {
            return (0..self.len).collect();
        };
        let mut cells: Vec<usize> = numbers.iter().map(|(cell, _)| *cell).collect();
        match &self.statuses.cells {
            StatusCells::Sparse(places) => cells.extend(places.iter().map(|(cell, _)| *cell)),
            StatusCells::Dense(places) => cells.extend((0..places.len()).filter(|cell| places[*cell] > 0)),
            StatusCells::Same => {}
        }
        cells.sort_unstable();
        cells.dedup();
        cells
    }

    /// The positions of a cell's categories, one for each dimension.
    pub fn positions(&self, index: usize) -> Vec<usize> {
        let mut rest = index;
        let mut positions = vec![0; self.dimensions.len()];
        for (position, dimension) in positions.iter_mut().zip(&self.dimensions).rev() {
            let len = dimension.len().max(1);
            *position = rest % len;
            rest /= len;
        }
        positions
    }

    /// The codes of a cell's categories, one for each dimension.
    pub fn codes(&self, index: usize) -> Vec<&str> {
        let pairs = self.positions(index).into_iter().zip(&self.dimensions);
        pairs
            .map(|(position, dimension)| dimension.categories().get(position).map_or("", |category| &category.code))
            .collect()
    }

    /// By how much a cell's number grows from one category to the next, for each dimension.
    pub(crate) fn strides(&self) -> Vec<usize> {
        let mut strides = vec![1_usize; self.dimensions.len()];
        for place in (1..strides.len()).rev() {
            strides[place - 1] = strides[place].saturating_mul(self.dimensions[place].len());
        }
        strides
    }
}
