//! Identifiers: short, readable, in addresses and file names, never changed. A type per thing, so that a goal's cannot
//! be given where a measure's is wanted. Copies share the text, since a programme's state is copied at every change.

use std::sync::Arc;

/// Why a text cannot be an identifier.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("«{0}» cannot be an identifier: write 1-60 of a-z, 0-9 and hyphen, starting and ending with a letter or digit")]
pub struct IdError(pub String);

fn is_identifier(text: &str) -> bool {
    let inside = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-';
    (1..=60).contains(&text.len())
        && text.bytes().all(inside)
        && !text.starts_with('-')
        && !text.ends_with('-')
        && !RESERVED.contains(&text)
}

/// Words with a meaning of their own in addresses.
const RESERVED: [&str; 7] = ["nb", "nn", "en", "api", "ny", "healthz", "regler"];

/// An identifier made from a title: "Møt oss på Ålen!" gives `mot-oss-pa-alen`.
pub fn identifier_from(title: &str) -> String {
    let mut identifier = String::new();
    for character in title.to_lowercase().chars() {
        match character {
            'a'..='z' | '0'..='9' => identifier.push(character),
            'å' | 'à' | 'á' | 'ä' | 'æ' => identifier.push('a'),
            'ø' | 'ö' | 'ó' | 'ò' | 'ô' => identifier.push('o'),
            'é' | 'è' | 'ê' => identifier.push('e'),
            _ if identifier.ends_with('-') || identifier.is_empty() => {}
            _ => identifier.push('-'),
        }
    }
    identifier.truncate(50);
    let identifier = identifier.trim_matches('-').to_owned();
    if is_identifier(&identifier) {
        identifier
    } else {
        format!("x{identifier}")
    }
}

macro_rules! identifiers {
    ($($(#[$meta:meta])* $name:ident),* $(,)?) => {$(
        $(#[$meta])*
        #[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize)]
        #[serde(try_from = "String", into = "String")]
        pub struct $name(Arc<str>);

        impl $name {
            /// The identifier as it stands in addresses.
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl std::str::FromStr for $name {
            type Err = IdError;

            fn from_str(text: &str) -> Result<Self, IdError> {
                if is_identifier(text) { Ok(Self(text.into())) } else { Err(IdError(text.to_owned())) }
            }
        }

        impl TryFrom<String> for $name {
            type Error = IdError;

            fn try_from(text: String) -> Result<Self, IdError> {
                text.parse()
            }
        }

        impl From<$name> for String {
            fn from(identifier: $name) -> Self {
                identifier.as_str().to_owned()
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                formatter.write_str(&self.0)
            }
        }
    )*};
}

identifiers! {
    /// Of a programme; the first part of every address.
    ProgrammeId,
    /// Of an organisation in a programme.
    OrganisationId,
    /// Of a guiding plan.
    GuidingPlanId,
    /// Of a goal.
    GoalId,
    /// Of an indicator.
    IndicatorId,
    /// Of a series of figures.
    SeriesId,
    /// Of a focus area.
    FocusAreaId,
    /// Of an action plan, as a rule its year.
    ActionPlanId,
    /// Of a measure.
    MeasureId,
    /// Of an assumption.
    AssumptionId,
    /// Of a hearing.
    HearingId,
    /// Of a vote.
    VoteId,
    /// Of something that can be voted for.
    OptionId,
    /// Of a letter to the partners: plan and revision.
    LetterId,
    /// Of a shock.
    ShockId,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn identifiers_are_what_addresses_can_hold() {
        assert!("innbyggere".parse::<GoalId>().is_ok());
        for bad in ["", "Mål", "a b", "-a", "a-", "nn", "../x", &"a".repeat(61)] {
            assert!(bad.parse::<GoalId>().is_err(), "{bad}");
        }
    }

    #[test]
    fn a_title_gives_an_identifier() {
        assert_eq!(identifier_from("Møt oss på Ålen!"), "mot-oss-pa-alen");
        assert!(identifier_from("!!").parse::<MeasureId>().is_ok());
        assert!(identifier_from("ny").parse::<MeasureId>().is_ok());
    }
}
