//! Amounts of money as they stand in ballot files: decimals with point or comma, kept exactly.

use std::fmt;

/// A number of the file's money, kept as a whole number of its smallest part.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Amount {
    /// In units of 10 to the power of minus `decimals`.
    pub units: u64,
    pub decimals: u32,
}

/// Why a text is no amount.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum AmountError {
    #[error("it is missing: write a number")]
    Missing,
    #[error("it is negative: write 0 or more")]
    Negative,
    #[error("it is not a number: write digits, with a point or a comma before decimals")]
    Form,
    #[error("it has more than 15 digits, or more than 6 decimals: no town's money needs them")]
    TooLong,
}

/// Digits before the decimals, and decimals.
const MOST: (usize, usize) = (15, 6);

impl Amount {
    /// Reads digits with an optional fraction after a point or a comma.
    pub fn read(text: &str) -> Result<Self, AmountError> {
        let text = text.trim();
        if text.is_empty() {
            return Err(AmountError::Missing);
        }
        if let Some(rest) = text.strip_prefix(['-', '−']) {
            return Err(if Self::read(rest).is_ok() {
                AmountError::Negative
            } else {
                AmountError::Form
            });
        }
        let (whole, fraction) = text.split_once(['.', ',']).unwrap_or((text, ""));
        let digits = |part: &str| part.bytes().all(|byte| byte.is_ascii_digit());
        if whole.is_empty() || !digits(whole) || !digits(fraction) || (text.len() > whole.len() && fraction.is_empty()) {
            return Err(AmountError::Form);
        }
        let (whole, fraction) = (whole.trim_start_matches('0'), fraction.trim_end_matches('0'));
        if whole.len() > MOST.0 || fraction.len() > MOST.1 || whole.len() + fraction.len() > 17 {
            return Err(AmountError::TooLong);
        }
        let units = format!("0{whole}{fraction}").parse().map_err(|_| AmountError::TooLong)?;
        Ok(Self {
            units,
            decimals: fraction.len() as u32,
        })
    }

    /// The same amount in finer units; none where the number would not fit.
    pub(crate) fn in_units(self, decimals: u32) -> Option<u64> {
        let finer = decimals.checked_sub(self.decimals)?;
        self.units.checked_mul(10_u64.checked_pow(finer)?)
    }
}

impl fmt::Display for Amount {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let one = 10_u64.pow(self.decimals);
        let (whole, fraction) = (self.units / one, self.units % one);
        if fraction == 0 {
            write!(formatter, "{whole}")
        } else {
            let digits = format!("{fraction:0width$}", width = self.decimals as usize);
            write!(formatter, "{whole}.{}", digits.trim_end_matches('0'))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn point_and_comma_are_the_same_and_nothing_is_rounded() {
        for (text, shown) in [
            ("322239.55", "322239.55"),
            ("322239,5500", "322239.55"),
            ("007", "7"),
            ("0", "0"),
            ("1.0", "1"),
        ] {
            assert_eq!(Amount::read(text).unwrap().to_string(), shown);
        }
    }

    #[test]
    fn what_is_no_amount_is_refused() {
        for (text, error) in [
            ("", AmountError::Missing),
            ("-5", AmountError::Negative),
            ("-x", AmountError::Form),
            ("1e6", AmountError::Form),
            ("1 000", AmountError::Form),
            ("1.", AmountError::Form),
            (".5", AmountError::Form),
            ("1.000.000", AmountError::Form),
            ("NaN", AmountError::Form),
            ("1234567890123456", AmountError::TooLong),
            ("0.1234567", AmountError::TooLong),
        ] {
            assert_eq!(Amount::read(text), Err(error), "{text}");
        }
    }
}
