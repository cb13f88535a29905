//! Part of a cube: some categories of some dimensions.

use crate::ask::AskError;
use crate::dataset::{Dataset, product};
use crate::dimension::Dimension;
use crate::values::{Numbers, StatusCells, Statuses, Values};

impl Dataset {
    /// The part with these categories, in the order given; dimensions that are not named keep all of theirs, and none is lost:
    /// one that is cut down to a category keeps that. Values stay as they were kept, dense or sparse.
    ///
    /// ```
    /// # let text = r#"{"version": "2.0", "class": "dataset", "id": ["Region", "Tid"], "size": [2, 2],
    /// #   "dimension": {"Region": {"category": {"index": ["3303", "0301"]}}, "Tid": {"category": {"index": ["2024", "2025"]}}},
    /// #   "value": [1, 2, 3, 4]}"#;
    /// # let dataset = jsonstat::read_dataset(text.as_bytes())?;
    /// let oslo = dataset.slice(&[("Region", &["0301"])])?;
    /// assert_eq!(oslo.cells().filter_map(|cell| cell.number()).collect::<Vec<_>>(), [3.0, 4.0]);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn slice(&self, wanted: &[(&str, &[&str])]) -> Result<Self, AskError> {
        let mut chosen: Vec<Vec<usize>> = self.dimensions.iter().map(|dimension| (0..dimension.len()).collect()).collect();
        let mut named = vec![false; self.dimensions.len()];
        for (id, codes) in wanted {
            let place = self.place_of(id)?;
            if std::mem::replace(&mut named[place], true) {
                return Err(AskError::Twice((*id).to_owned()));
            }
            chosen[place] = self.positions_in(place, codes)?;
        }
        Ok(self.part(&chosen))
    }

    pub(crate) fn positions_in(&self, place: usize, codes: &[&str]) -> Result<Vec<usize>, AskError> {
        let mut taken = vec![false; self.dimensions[place].len()];
        let mut positions = Vec::with_capacity(codes.len());
        for code in codes {
            let position = self.position_in(place, code)?;
            if std::mem::replace(&mut taken[position], true) {
                return Err(AskError::Twice((*code).to_owned()));
            }
            positions.push(position);
        }
        Ok(positions)
    }

    /// The part with the categories at these positions of each dimension.
    pub(crate) fn part(&self, chosen: &[Vec<usize>]) -> Self {
        let dimensions: Vec<Dimension> = self
            .dimensions
            .iter()
            .zip(chosen)
            .map(|(one, positions)| one.chosen(positions))
            .collect();
        // no part is larger than the whole
        let len = product(dimensions.iter().map(Dimension::len)).unwrap_or_default();
        let part = Part::new(self, chosen);
        Self {
            head: self.head.clone(),
            values: part.values(&self.values),
            statuses: part.statuses(&self.statuses),
            dimensions,
            len,
        }
    }
}

/// Which cells of the whole are those of the part.
struct Part<'a> {
    chosen: &'a [Vec<usize>],
    strides: Vec<usize>,
    lengths: Vec<usize>,
    whole: usize,
}

impl<'a> Part<'a> {
    fn new(dataset: &Dataset, chosen: &'a [Vec<usize>]) -> Self {
        Self {
            chosen,
            strides: dataset.strides(),
            lengths: dataset.dimensions.iter().map(Dimension::len).collect(),
            whole: dataset.len,
        }
    }

    /// The whole's cells in the part's order.
    fn cells(&self) -> Vec<usize> {
        if self.whole == 0 || self.chosen.iter().any(Vec::is_empty) {
            return Vec::new();
        }
        let mut cells = vec![0];
        for (positions, stride) in self.chosen.iter().zip(&self.strides) {
            let along = |cell: &usize| positions.iter().map(|position| cell + position * stride).collect::<Vec<_>>();
            cells = cells.iter().flat_map(along).collect();
        }
        cells
    }

    /// Where some of the whole's cells stand in the part, ascending there; what is not in the part is left out.
    fn moved<T: Copy>(&self, cells: &[(usize, T)]) -> Vec<(usize, T)> {
        let mut places: Vec<Vec<Option<usize>>> = self.lengths.iter().map(|length| vec![None; *length]).collect();
        for (places, positions) in places.iter_mut().zip(self.chosen) {
            positions
                .iter()
                .enumerate()
                .for_each(|(place, position)| places[*position] = Some(place));
        }
        let moved = |cell: usize| {
            let (mut rest, mut index) = (cell, 0);
            for (dimension, stride) in self.strides.iter().enumerate() {
                let position = rest / stride;
                rest %= stride;
                index = index * self.chosen[dimension].len() + places[dimension][position]?;
            }
            Some(index)
        };
        let mut found: Vec<(usize, T)> = cells.iter().filter_map(|(cell, one)| Some((moved(*cell)?, *one))).collect();
        found.sort_by_key(|(cell, _)| *cell);
        found
    }

    fn values(&self, values: &Values) -> Values {
        match &values.numbers {
            Numbers::Absent => Values::absent(),
            Numbers::Dense(_) => Values::dense(self.cells().into_iter().map(|cell| values.get(cell))),
            Numbers::Sparse(numbers) => {
                let named: Vec<(usize, usize)> = numbers.iter().map(|(cell, _)| (*cell, *cell)).collect();
                let moved = self.moved(&named).into_iter();
                Values::sparse(moved.map(|(cell, before)| (cell, values.get(before))))
            }
        }
    }

    fn statuses(&self, statuses: &Statuses) -> Statuses {
        match &statuses.cells {
            StatusCells::Same => statuses.clone(),
            StatusCells::Dense(_) => Statuses::dense(self.cells().into_iter().map(|cell| statuses.get(cell))),
            StatusCells::Sparse(places) => {
                let named: Vec<(usize, usize)> = places.iter().map(|(cell, _)| (*cell, *cell)).collect();
                let moved = self.moved(&named).into_iter();
                Statuses::sparse(moved.filter_map(|(cell, before)| Some((cell, statuses.get(before)?))))
            }
        }
    }
}
