//! Points and rectangles of a drawing. Downwards is positive.

/// A place in the drawing.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Spot {
    pub(super) x: f64,
    pub(super) y: f64,
}

/// A straight piece of a line.
pub(super) type Segment = (Spot, Spot);

/// An upright rectangle.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Area {
    pub(super) left: f64,
    pub(super) top: f64,
    pub(super) right: f64,
    pub(super) bottom: f64,
}

impl Area {
    pub(super) fn width(self) -> f64 {
        self.right - self.left
    }

    pub(super) fn height(self) -> f64 {
        self.bottom - self.top
    }

    /// With that much more on every side.
    pub(super) fn grown(self, margin: f64) -> Self {
        Self {
            left: self.left - margin,
            top: self.top - margin,
            right: self.right + margin,
            bottom: self.bottom + margin,
        }
    }

    pub(super) fn contains(self, other: Self) -> bool {
        other.left >= self.left && other.right <= self.right && other.top >= self.top && other.bottom <= self.bottom
    }

    pub(super) fn overlaps(self, other: Self) -> bool {
        self.left < other.right && other.left < self.right && self.top < other.bottom && other.top < self.bottom
    }

    /// How far a spot is outside; nought inside.
    pub(super) fn distance_to(self, spot: Spot) -> f64 {
        let x = (self.left - spot.x).max(spot.x - self.right).max(0.0);
        let y = (self.top - spot.y).max(spot.y - self.bottom).max(0.0);
        x.hypot(y)
    }

    /// The shortest way to a straight piece; nought where it touches.
    pub(super) fn distance_to_segment(self, segment: Segment) -> f64 {
        if self.crosses(segment) {
            return 0.0;
        }
        let corners = [
            (self.left, self.top),
            (self.right, self.top),
            (self.left, self.bottom),
            (self.right, self.bottom),
        ];
        let from_corners = corners.into_iter().map(|(x, y)| distance(Spot { x, y }, segment));
        let from_ends = [self.distance_to(segment.0), self.distance_to(segment.1)];
        from_corners.chain(from_ends).fold(f64::INFINITY, f64::min)
    }

    /// Clips the piece against each side (Liang and Barsky): what is left lies inside.
    fn crosses(self, (start, end): Segment) -> bool {
        let (along_x, along_y) = (end.x - start.x, end.y - start.y);
        let sides = [
            (-along_x, start.x - self.left),
            (along_x, self.right - start.x),
            (-along_y, start.y - self.top),
            (along_y, self.bottom - start.y),
        ];
        let (mut first, mut last) = (0.0_f64, 1.0_f64);
        for (direction, room) in sides {
            if direction == 0.0 {
                if room < 0.0 {
                    return false;
                }
            } else if direction < 0.0 {
                first = first.max(room / direction);
            } else {
                last = last.min(room / direction);
            }
        }
        first <= last
    }
}

fn distance(spot: Spot, (start, end): Segment) -> f64 {
    let (along_x, along_y) = (end.x - start.x, end.y - start.y);
    let length = along_x.mul_add(along_x, along_y * along_y);
    let share = if length > 0.0 {
        (((spot.x - start.x) * along_x + (spot.y - start.y) * along_y) / length).clamp(0.0, 1.0)
    } else {
        0.0
    };
    (spot.x - share.mul_add(along_x, start.x)).hypot(spot.y - share.mul_add(along_y, start.y))
}

#[cfg(test)]
mod tests {
    use super::*;

    const BOX: Area = Area {
        left: 10.0,
        top: 10.0,
        right: 20.0,
        bottom: 20.0,
    };

    fn piece(x1: f64, y1: f64, x2: f64, y2: f64) -> Segment {
        (Spot { x: x1, y: y1 }, Spot { x: x2, y: y2 })
    }

    #[test]
    fn a_line_through_an_area_is_at_no_distance_though_its_ends_are_far() {
        assert!(BOX.distance_to_segment(piece(0.0, 15.0, 100.0, 15.0)).abs() < 1e-9);
        assert!(BOX.distance_to_segment(piece(12.0, 12.0, 13.0, 13.0)).abs() < 1e-9);
    }

    #[test]
    fn a_line_beside_an_area_is_as_far_as_its_nearest_point() {
        assert!((BOX.distance_to_segment(piece(0.0, 25.0, 100.0, 25.0)) - 5.0).abs() < 1e-9);
        assert!((BOX.distance_to_segment(piece(23.0, 24.0, 23.0, 24.0)) - 5.0).abs() < 1e-9);
    }

    #[test]
    fn areas_that_only_touch_do_not_overlap() {
        let beside = Area {
            left: 20.0,
            right: 30.0,
            ..BOX
        };
        assert!(!BOX.overlaps(beside));
        assert!(BOX.overlaps(beside.grown(0.1)));
    }
}
