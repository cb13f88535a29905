//! Organisations: the legal entities and groups that own, run, pay for and take part in a programme.

use std::fmt;

use serde::{Deserialize, Serialize};
use statistics::Source;

use crate::{Language, OrganisationId, Text};

/// A legal entity or a standing group.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Organisation {
    pub id: OrganisationId,
    pub name: Text,
    /// Number in the Norwegian register of legal entities; groups have none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub number: Option<OrganisationNumber>,
    pub kind: OrganisationKind,
    #[serde(default)]
    pub roles: Vec<OrganisationRole>,
    #[serde(default, skip_serializing_if = "Text::is_empty")]
    pub about: Text,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub website: Option<String>,
    /// The language it is written to in; bokmål where it is left out.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub language: Option<Language>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub source: Option<Source>,
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub example: bool,
}

/// What sort of organisation it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum OrganisationKind {
    Municipality,
    Association,
    Company,
    School,
    Forum,
    Other,
}

/// What an organisation is in the programme.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum OrganisationRole {
    Owner,
    Executing,
    Steering,
    Partner,
    Contributor,
}

/// Nine digits of which the last is a check digit (modulus 11).
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct OrganisationNumber(String);

impl TryFrom<String> for OrganisationNumber {
    type Error = String;

    fn try_from(text: String) -> Result<Self, String> {
        let digits: Vec<u32> = text.chars().filter(|c| !c.is_whitespace()).filter_map(|c| c.to_digit(10)).collect();
        let only_digits = text.chars().all(|c| c.is_ascii_digit() || c.is_whitespace());
        let weights = [3, 2, 7, 6, 5, 4, 3, 2, 1];
        let sum: u32 = digits.iter().zip(weights).map(|(digit, weight)| digit * weight).sum();
        if only_digits && digits.len() == 9 && sum.is_multiple_of(11) {
            Ok(Self(digits.iter().map(u32::to_string).collect()))
        } else {
            Err(format!(
                "«{text}» is not an organisation number: nine digits, the last one a check digit"
            ))
        }
    }
}

impl From<OrganisationNumber> for String {
    fn from(number: OrganisationNumber) -> Self {
        number.0
    }
}

impl fmt::Display for OrganisationNumber {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_check_digit_is_tested() {
        assert!(OrganisationNumber::try_from("974 760 673".to_owned()).is_ok());
        assert!(OrganisationNumber::try_from("974760674".to_owned()).is_err());
        assert!(OrganisationNumber::try_from("97476067".to_owned()).is_err());
    }
}
