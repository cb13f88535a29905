//! A value, or the reason why there is none.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

/// Why a cell holds no number, in Statistics Norway's standard signs. A missing cell is never zero.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Missing {
    /// `.`: no figure can exist here.
    NotApplicable,
    /// `..`: the figure exists or could exist, but is not known.
    NotAvailable,
    /// `:`: known, but withheld so that nobody can be recognised.
    Confidential,
    /// `...`: will come later (used before 2021).
    NotYetAvailable,
    /// `-`: nothing was counted (used before 2021); the source prints no number, so none is made of it.
    Nil,
    /// `*`: withheld because it is small, as the Labour and Welfare Administration marks it.
    Suppressed,
}

impl Missing {
    /// The reason that a sign of the source gives.
    pub fn from_sign(sign: &str) -> Option<Self> {
        let all = [
            Self::NotApplicable,
            Self::NotAvailable,
            Self::Confidential,
            Self::NotYetAvailable,
            Self::Nil,
            Self::Suppressed,
        ];
        all.into_iter().find(|missing| missing.sign() == sign)
    }

    /// The sign as printed by the source.
    pub fn sign(self) -> &'static str {
        match self {
            Self::NotApplicable => ".",
            Self::NotAvailable => "..",
            Self::Confidential => ":",
            Self::NotYetAvailable => "...",
            Self::Nil => "-",
            Self::Suppressed => "*",
        }
    }
}

/// The content of one cell of a series.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub enum Value {
    /// A number; always finite.
    Number(f64),
    /// No number, and why.
    Missing(Missing),
}

impl Value {
    /// The number, if there is one.
    pub fn number(self) -> Option<f64> {
        match self {
            Self::Number(number) => Some(number),
            Self::Missing(_) => None,
        }
    }
}

/// A cell that is neither a number nor a known sign.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("«{0}» is neither a number nor one of the signs . .. : ... - *")]
pub struct ValueError(String);

impl FromStr for Value {
    type Err = ValueError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let text = text.trim();
        if let Some(missing) = Missing::from_sign(text) {
            return Ok(Self::Missing(missing));
        }
        match text.parse::<f64>() {
            Ok(number) if number.is_finite() => Ok(Self::Number(number)),
            _ => Err(ValueError(text.to_owned())),
        }
    }
}

impl fmt::Display for Value {
    /// Writes the form that [`FromStr`] reads back to the same value.
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Number(number) => write!(formatter, "{number}"),
            Self::Missing(missing) => formatter.write_str(missing.sign()),
        }
    }
}

impl TryFrom<String> for Value {
    type Error = ValueError;

    fn try_from(text: String) -> Result<Self, Self::Error> {
        text.parse()
    }
}

impl From<Value> for String {
    fn from(value: Value) -> Self {
        value.to_string()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn a_missing_cell_is_not_a_number() {
        let secret: Value = ":".parse().unwrap();
        assert_eq!(secret, Value::Missing(Missing::Confidential));
        assert_eq!(secret.number(), None);
        for sign in [".", "..", ":", "...", "-", "*"] {
            let value: Value = sign.parse().unwrap();
            assert_eq!((value.number(), value.to_string()), (None, sign.to_owned()));
        }
        assert!("".parse::<Value>().is_err());
        assert!("NaN".parse::<Value>().is_err());
        assert!("27 481".parse::<Value>().is_err());
    }

    proptest! {
        #[test]
        fn what_is_written_is_read_back(number in proptest::num::f64::NORMAL | proptest::num::f64::ZERO) {
            let value = Value::Number(number);
            prop_assert_eq!(value.to_string().parse::<Value>().unwrap(), value);
        }
    }
}
