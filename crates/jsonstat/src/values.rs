//! What stands in the cells, in as little room as the document itself takes.

use std::collections::BTreeMap;

/// What a cell holds.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Value<'a> {
    /// A number; always finite.
    Number(f64),
    /// A text.
    Text(&'a str),
}

/// The cells' values. Numbers stand side by side; texts, which are rare, stand apart.
#[derive(Debug, Clone, Default)]
pub struct Values {
    pub(crate) numbers: Numbers,
    /// By cell, ascending; the number of such a cell is not a number.
    pub(crate) texts: Vec<(usize, Box<str>)>,
}

/// NaN stands for a cell without a number: JSON has no NaN, so it cannot be mistaken for one.
#[derive(Debug, Clone, Default)]
pub(crate) enum Numbers {
    /// The document describes a table without its values.
    #[default]
    Absent,
    Dense(Vec<f64>),
    /// By cell, ascending.
    Sparse(Vec<(usize, f64)>),
}

impl Values {
    /// No values: the dataset only describes a table.
    pub fn absent() -> Self {
        Self::default()
    }

    /// One value for each cell in order.
    pub fn dense<'a>(cells: impl IntoIterator<Item = Option<Value<'a>>>) -> Self {
        let mut texts = Vec::new();
        let number = |(cell, value)| apart(cell, value, &mut texts);
        let numbers = Numbers::Dense(cells.into_iter().enumerate().map(number).collect());
        Self { numbers, texts }
    }

    /// Values for some cells, by the cell's number; where a cell is named twice the first stands.
    pub fn sparse<'a>(cells: impl IntoIterator<Item = (usize, Option<Value<'a>>)>) -> Self {
        let mut cells: Vec<_> = cells.into_iter().collect();
        cells.sort_by_key(|(cell, _)| *cell);
        cells.dedup_by_key(|(cell, _)| *cell);
        let mut texts = Vec::new();
        let number = |(cell, value)| (cell, apart(cell, value, &mut texts));
        let numbers = Numbers::Sparse(cells.into_iter().map(number).collect());
        Self { numbers, texts }
    }

    /// True where the document has no values at all.
    pub fn is_absent(&self) -> bool {
        matches!(self.numbers, Numbers::Absent)
    }

    pub(crate) fn is_dense(&self) -> bool {
        matches!(self.numbers, Numbers::Dense(_))
    }

    pub(crate) fn get(&self, cell: usize) -> Option<Value<'_>> {
        let number = match &self.numbers {
            Numbers::Absent => return None,
            Numbers::Dense(numbers) => *numbers.get(cell)?,
            Numbers::Sparse(numbers) => numbers[numbers.binary_search_by_key(&cell, |(cell, _)| *cell).ok()?].1,
        };
        if !number.is_nan() {
            return Some(Value::Number(number));
        }
        let place = self.texts.binary_search_by_key(&cell, |(cell, _)| *cell).ok()?;
        Some(Value::Text(&self.texts[place].1))
    }

    /// The last cell that is named, and one more.
    pub(crate) fn end(&self) -> usize {
        match &self.numbers {
            Numbers::Absent => 0,
            Numbers::Dense(numbers) => numbers.len(),
            Numbers::Sparse(numbers) => numbers.last().map_or(0, |(cell, _)| cell + 1),
        }
    }
}

/// The number to keep for a cell; a text is put beside.
fn apart(cell: usize, value: Option<Value<'_>>, texts: &mut Vec<(usize, Box<str>)>) -> f64 {
    match value {
        Some(Value::Number(number)) => number,
        Some(Value::Text(text)) => {
            texts.push((cell, text.into()));
            f64::NAN
        }
        None => f64::NAN,
    }
}

impl PartialEq for Values {
    fn eq(&self, other: &Self) -> bool {
        let same = |left: f64, right: f64| left.to_bits() == right.to_bits() || (left.is_nan() && right.is_nan());
        let numbers = match (&self.numbers, &other.numbers) {
            (Numbers::Absent, Numbers::Absent) => true,
            (Numbers::Dense(left), Numbers::Dense(right)) => {
                left.len() == right.len() && left.iter().zip(right).all(|(left, right)| same(*left, *right))
            }
            (Numbers::Sparse(left), Numbers::Sparse(right)) => {
                let pairs = || left.iter().zip(right);
                left.len() == right.len() && pairs().all(|(left, right)| left.0 == right.0 && same(left.1, right.1))
            }
            _ => false,
        };
        numbers && self.texts == other.texts
    }
}

/// The cells' statuses, such as `:` for what is withheld or `p` for what is provisional. The same few stand in many cells,
/// so each is kept once.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Statuses {
    pub(crate) names: Vec<Box<str>>,
    pub(crate) cells: StatusCells,
}

#[derive(Debug, Clone, PartialEq, Default)]
pub(crate) enum StatusCells {
    /// No cell has one, or, where there is a name, every cell has that one.
    #[default]
    Same,
    /// For each cell the place in `names`, from 1; 0 is none.
    Dense(Vec<u32>),
    /// By cell, ascending, and the place in `names`, from 1.
    Sparse(Vec<(usize, u32)>),
}

impl Statuses {
    /// No cell has a status.
    pub fn none() -> Self {
        Self::default()
    }

    /// Every cell has the same status.
    pub fn all(name: &str) -> Self {
        Self {
            names: vec![name.into()],
            cells: StatusCells::Same,
        }
    }

    /// One status or none for each cell in order.
    pub fn dense<'a>(cells: impl IntoIterator<Item = Option<&'a str>>) -> Self {
        let mut names = Names::default();
        let cells = StatusCells::Dense(cells.into_iter().map(|name| names.place(name)).collect());
        Self {
            names: names.in_order(),
            cells,
        }
    }

    /// Statuses of some cells, by the cell's number; where a cell is named twice the first stands.
    pub fn sparse<'a>(cells: impl IntoIterator<Item = (usize, &'a str)>) -> Self {
        let mut cells: Vec<_> = cells.into_iter().collect();
        cells.sort_by_key(|(cell, _)| *cell);
        cells.dedup_by_key(|(cell, _)| *cell);
        let mut names = Names::default();
        let placed = cells.into_iter().map(|(cell, name)| (cell, names.place(Some(name)))).collect();
        Self {
            names: names.in_order(),
            cells: StatusCells::Sparse(placed),
        }
    }

    pub(crate) fn get(&self, cell: usize) -> Option<&str> {
        let place = match &self.cells {
            StatusCells::Same => return self.names.first().map(AsRef::as_ref),
            StatusCells::Dense(places) => *places.get(cell)?,
            StatusCells::Sparse(places) => places[places.binary_search_by_key(&cell, |(cell, _)| *cell).ok()?].1,
        };
        let name = (place as usize).checked_sub(1)?;
        self.names.get(name).map(AsRef::as_ref)
    }

    /// The last cell that is named, and one more.
    pub(crate) fn end(&self) -> usize {
        match &self.cells {
            StatusCells::Same => 0,
            StatusCells::Dense(places) => places.len(),
            StatusCells::Sparse(places) => places.last().map_or(0, |(cell, _)| cell + 1),
        }
    }
}

/// Gives each name a number from 1 on, in the order in which they come.
#[derive(Default)]
pub(crate) struct Names(BTreeMap<Box<str>, u32>);

impl Names {
    pub(crate) fn place(&mut self, name: Option<&str>) -> u32 {
        let Some(name) = name else { return 0 };
        if let Some(place) = self.0.get(name) {
            return *place;
        }
        let place = self.0.len() as u32 + 1;
        self.0.insert(name.into(), place);
        place
    }

    pub(crate) fn in_order(self) -> Vec<Box<str>> {
        let mut names: Vec<_> = self.0.into_iter().collect();
        names.sort_by_key(|(_, place)| *place);
        names.into_iter().map(|(name, _)| name).collect()
    }
}
