//! From a cell of a source's table to a value.

use jsonstat::Cell;

use crate::{Missing, Value, ValueError};

/// What a cell of an official table says: its number, or the sign that stands in its place. Where a cell bears a sign, a number
/// beside it is only what fills the place, and is not taken. A cell without number and sign is not available; a status that is
/// no such sign, such as `p` for what is provisional, leaves the number as it is.
pub fn value(cell: &Cell<'_>) -> Result<Value, ValueError> {
    if let Some(missing) = cell.status.and_then(|status| Missing::from_sign(status.trim())) {
        return Ok(Value::Missing(missing));
    }
    match cell.value {
        Some(jsonstat::Value::Number(number)) => Ok(Value::Number(number)),
        Some(jsonstat::Value::Text(text)) => text.parse(),
        None => Ok(Value::Missing(Missing::NotAvailable)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sign_survives_and_is_never_a_number() {
        let cell = |number: Option<f64>, status| Cell {
            index: 0,
            value: number.map(jsonstat::Value::Number),
            status,
        };
        let cases = [
            (cell(Some(5.0), None), Value::Number(5.0)),
            (cell(Some(5.0), Some("p")), Value::Number(5.0)),
            (cell(None, Some(":")), Value::Missing(Missing::Confidential)),
            (cell(Some(0.0), Some("..")), Value::Missing(Missing::NotAvailable)),
            (cell(None, Some("-")), Value::Missing(Missing::Nil)),
            (cell(None, Some("*")), Value::Missing(Missing::Suppressed)),
            (cell(None, None), Value::Missing(Missing::NotAvailable)),
        ];
        for (cell, expected) in cases {
            assert_eq!(value(&cell), Ok(expected), "{cell:?}");
        }
    }
}
