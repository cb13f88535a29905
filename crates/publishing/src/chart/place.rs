//! Finds room for labels: beside the line they name, clear of every other mark.

use super::area::{Area, Segment, Spot};
use super::canvas::Anchor;
use super::label::Block;

/// From a label to the nearest mark, its own line's included.
const CLEAR: f64 = 4.0;
/// By so much must a label be nearer to its own line than to any other.
const NEARER: f64 = 4.0;

/// What is drawn already, and so where labels cannot be.
pub(super) struct Field {
    bounds: Area,
    taken: Vec<Area>,
    /// Pieces of lines, each with the number of its line.
    pieces: Vec<(usize, Segment)>,
    /// Pieces to keep off as long as there is other room.
    soft: Vec<Segment>,
}

impl Field {
    /// Labels stay within the bounds.
    pub(super) fn new(bounds: Area) -> Self {
        Self {
            bounds,
            taken: Vec::new(),
            pieces: Vec::new(),
            soft: Vec::new(),
        }
    }

    pub(super) fn take(&mut self, area: Area) {
        self.taken.push(area);
    }

    pub(super) fn add_piece(&mut self, line: usize, piece: Segment) {
        self.pieces.push((line, piece));
    }

    pub(super) fn add_soft(&mut self, piece: Segment) {
        self.soft.push(piece);
    }

    /// Room for one of the blocks beside one of the spots of a line, the first that fits being the best; taken from
    /// then on. `keep_off` says whether soft pieces are avoided too.
    pub(super) fn place<'block>(
        &mut self,
        line: usize,
        spots: &[Spot],
        blocks: &'block [Block],
        keep_off: bool,
    ) -> Option<(&'block Block, Area, Anchor)> {
        let places = spots.iter().flat_map(|&spot| {
            blocks
                .iter()
                .flat_map(move |block| around(spot, block).into_iter().map(move |(area, anchor)| (block, area, anchor)))
        });
        let found = places.into_iter().find(|(_, area, _)| self.is_free(line, *area, keep_off))?;
        self.take(found.1);
        Some(found)
    }

    fn is_free(&self, line: usize, area: Area, keep_off: bool) -> bool {
        let roomy = area.grown(CLEAR);
        if !self.bounds.contains(area) || self.taken.iter().any(|other| roomy.overlaps(*other)) {
            return false;
        }
        let nearest = |own: bool| {
            let distances = self
                .pieces
                .iter()
                .filter(|(of, _)| (*of == line) == own)
                .map(|(_, piece)| area.distance_to_segment(*piece));
            distances.fold(f64::INFINITY, f64::min)
        };
        let (own, other) = (nearest(true), nearest(false));
        let off = || self.soft.iter().all(|piece| area.distance_to_segment(*piece) >= CLEAR);
        own >= CLEAR && other >= own + NEARER && (!keep_off || off())
    }
}

/// Places round a spot, the best first: beside, above and below, near and a little farther off.
fn around(spot: Spot, block: &Block) -> Vec<(Area, Anchor)> {
    let (width, height) = (block.width(), block.height());
    let at = |left: f64, top: f64| Area {
        left,
        top,
        right: left + width,
        bottom: top + height,
    };
    let middle = spot.y - height / 2.0;
    let mut places = vec![(at(spot.x + 11.0, middle), Anchor::Start)];
    for gap in [8.0, 14.0, 22.0] {
        let (above, below) = (spot.y - gap - height, spot.y + gap);
        places.extend([
            (at(spot.x - width / 2.0, above), Anchor::Middle),
            (at(spot.x - width + 6.0, above), Anchor::End),
            (at(spot.x - 6.0, below), Anchor::Start),
            (at(spot.x - width / 2.0, below), Anchor::Middle),
            (at(spot.x - 6.0, above), Anchor::Start),
            (at(spot.x - width + 6.0, below), Anchor::End),
        ]);
    }
    places.push((at(spot.x - 11.0 - width, middle), Anchor::End));
    places
}

/// Labels at the right edge: each wants its middle at a height; in the order given (the uppermost first) they are
/// moved as little as keeps them apart and between `top` and `bottom`. `None` where there are too many.
pub(super) fn spread(wanted: &[(f64, f64)], top: f64, bottom: f64) -> Option<Vec<f64>> {
    let needed: f64 = wanted.iter().map(|(_, height)| height).sum();
    if needed > bottom - top {
        return None;
    }
    let mut tops = Vec::with_capacity(wanted.len());
    let mut free = top;
    for (middle, height) in wanted {
        let place = (middle - height / 2.0).max(free);
        free = place + height;
        tops.push(place);
    }
    // What was pushed below the end goes up again, and moves those above it.
    let mut limit = bottom;
    for (place, (_, height)) in tops.iter_mut().zip(wanted).rev() {
        *place = place.min(limit - height);
        limit = *place;
    }
    Some(tops)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn labels_at_the_edge_move_apart_and_stay_inside() {
        assert_eq!(spread(&[(10.0, 18.0), (12.0, 18.0)], 0.0, 100.0), Some(vec![1.0, 19.0]));
        assert_eq!(spread(&[(95.0, 18.0), (99.0, 18.0)], 0.0, 100.0), Some(vec![64.0, 82.0]));
        assert_eq!(spread(&[(5.0, 18.0), (6.0, 18.0)], 0.0, 30.0), None);
    }

    #[test]
    fn a_label_keeps_nearer_to_its_own_line() {
        let mut field = Field::new(Area {
            left: 0.0,
            top: 0.0,
            right: 400.0,
            bottom: 200.0,
        });
        let piece = |y: f64| (Spot { x: 0.0, y }, Spot { x: 400.0, y });
        field.add_piece(0, piece(100.0));
        field.add_piece(1, piece(70.0));
        let blocks = [Block::on_one_row("Offisielt", "29")];
        let place = field.place(0, &[Spot { x: 200.0, y: 100.0 }], &blocks, true);
        assert!(place.is_some_and(|(_, area, _)| area.top > 100.0));
        assert!(
            field
                .place(1, &[Spot { x: 200.0, y: 70.0 }], &blocks, true)
                .is_some_and(|(_, area, _)| area.bottom < 70.0)
        );
    }
}
