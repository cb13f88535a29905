//! From values to places, with round numbers at the marks.

/// A straight scale. Its ends are marks.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Scale {
    /// From the lowest to the highest.
    pub(super) marks: Vec<f64>,
    /// Between two marks.
    pub(super) step: f64,
    start: f64,
    end: f64,
}

impl Scale {
    /// Covers the values with at most `most` steps of 1, 2 or 5 times a power of ten, none below `smallest`. The lowest
    /// value lands at `start` and the highest at `end`.
    pub(super) fn round(values: (f64, f64), most: usize, smallest: f64, (start, end): (f64, f64)) -> Self {
        let (low, high) = values;
        let most = most.max(2) as f64;
        let mut step = round_up(((high - low) / most).max(smallest));
        // Rounding outwards to marks may need one step more than the values themselves.
        while (high / step).ceil() - (low / step).floor() > most {
            step = round_up(step * 1.5);
        }
        let first = (low / step).floor();
        let last = (high / step).ceil().max(first + 1.0);
        let marks = (0..=(last - first) as usize).map(|index| (first + index as f64) * step).collect();
        Self { marks, step, start, end }
    }

    /// The same values between other places.
    pub(super) fn between(self, start: f64, end: f64) -> Self {
        Self { start, end, ..self }
    }

    pub(super) fn place(&self, value: f64) -> f64 {
        match (self.marks.first(), self.marks.last()) {
            (Some(low), Some(high)) => ((value - low) / (high - low)).mul_add(self.end - self.start, self.start),
            _ => self.start,
        }
    }
}

/// The next of 1, 2, 5, 10, 20, 50 … upwards.
fn round_up(step: f64) -> f64 {
    let power = 10_f64.powf(step.log10().floor());
    let share = step / power;
    // What is round but for its last bits stays.
    let round = [1.0, 2.0, 5.0]
        .into_iter()
        .find(|round| share <= round * (1.0 + 1e-9))
        .unwrap_or(10.0);
    round * power
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_are_round_and_cover_the_values() {
        let scale = Scale::round((27_481.0, 30_660.0), 6, 1.0, (100.0, 0.0));
        assert_eq!(scale.marks, [27_000.0, 28_000.0, 29_000.0, 30_000.0, 31_000.0]);
        assert!((scale.place(29_000.0) - 50.0).abs() < 1e-9);
        assert_eq!(Scale::round((0.0, 7.0), 5, 1.0, (0.0, 1.0)).marks, [0.0, 2.0, 4.0, 6.0, 8.0]);
    }

    #[test]
    fn one_value_has_a_scale_too() {
        assert_eq!(Scale::round((5.0, 5.0), 5, 1.0, (0.0, 1.0)).marks, [5.0, 6.0]);
        assert_eq!(Scale::round((0.0, 0.0), 5, 1.0, (0.0, 1.0)).marks, [0.0, 1.0]);
    }
}
