//! How a chart writes its values.

use programme::Language;

use crate::format;

/// Values above this, or below its negative, are no figures of a town; they are left out of the drawing.
const LARGEST: f64 = 1e12;

/// What the values of a chart are.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum NumberFormat {
    /// People, homes, jobs: `29 169`.
    #[default]
    Integer,
    /// So many digits after the comma.
    Decimal(usize),
    /// Fractions shown as per cent with so many digits: 0.0125 is `1,25 %`.
    Percent(usize),
    /// Amounts in kroner: `1,1 mill. kr` in the drawing, `1 149 000 kr` in the table.
    Kroner,
}

impl NumberFormat {
    /// In the drawing.
    pub(super) fn short(self, language: Language, value: f64) -> String {
        match self {
            Self::Kroner => format::kroner(language, value.round() as i64),
            _ => self.exact(language, value),
        }
    }

    /// In the table.
    pub(super) fn exact(self, language: Language, value: f64) -> String {
        match self {
            Self::Integer => format::decimal(language, value, 0),
            Self::Decimal(digits) => format::decimal(language, value, digits),
            Self::Percent(digits) => format::percent(language, value, digits),
            Self::Kroner => format::kroner_exact(language, value.round() as i64),
        }
    }

    /// On an axis with that distance between its marks: no more digits than tell them apart.
    pub(super) fn on_axis(self, language: Language, value: f64, step: f64) -> String {
        match self {
            Self::Integer => format::decimal(language, value, 0),
            Self::Decimal(most) => format::decimal(language, value, digits(step, most)),
            Self::Percent(most) => format::percent(language, value, digits(step * 100.0, most)),
            // The short form rounds to hundred thousands from a million on.
            Self::Kroner if value.abs() >= 1e6 && (value / 1e5).fract().abs() > 1e-6 => {
                format::kroner_exact(language, value.round() as i64)
            }
            Self::Kroner => format::kroner(language, value.round() as i64),
        }
    }

    /// The smallest difference that is visible when written.
    pub(super) fn smallest_step(self) -> f64 {
        let power = |digits: usize| 10_f64.powf(-(digits.min(9) as f64));
        match self {
            Self::Integer | Self::Kroner => 1.0,
            Self::Decimal(digits) => power(digits),
            Self::Percent(digits) => power(digits) / 100.0,
        }
    }
}

/// Digits after the comma that a multiple of the step can need.
fn digits(step: f64, most: usize) -> usize {
    (0..most)
        .find(|&digits| {
            let scaled = step * 10_f64.powf(digits as f64);
            (scaled - scaled.round()).abs() < 1e-6 && scaled >= 0.5
        })
        .unwrap_or(most)
}

/// The value, if it can be drawn.
pub(super) fn drawable(value: f64) -> Option<f64> {
    (value.is_finite() && value.abs() <= LARGEST).then_some(value)
}

#[cfg(test)]
mod tests {
    use Language::Nb;

    use super::*;

    #[test]
    fn an_axis_shows_no_more_digits_than_it_needs() {
        assert_eq!(NumberFormat::Decimal(2).on_axis(Nb, 1.0, 1.0), "1");
        assert_eq!(NumberFormat::Decimal(2).on_axis(Nb, 1.0, 0.5), "1,0");
        assert_eq!(NumberFormat::Percent(2).on_axis(Nb, 0.0125, 0.0025), "1,25\u{a0}%");
        assert_eq!(NumberFormat::Percent(2).on_axis(Nb, 0.02, 0.01), "2\u{a0}%");
        assert_eq!(
            NumberFormat::Kroner.on_axis(Nb, 1_250_000.0, 250_000.0),
            "1\u{202f}250\u{202f}000\u{a0}kr"
        );
        assert_eq!(NumberFormat::Kroner.on_axis(Nb, 1_500_000.0, 500_000.0), "1,5\u{a0}mill.\u{a0}kr");
    }

    #[test]
    fn what_is_no_figure_is_not_drawn() {
        assert_eq!(drawable(f64::NAN), None);
        assert_eq!(drawable(f64::MAX), None);
        assert_eq!(drawable(-29_169.0), Some(-29_169.0));
    }
}
