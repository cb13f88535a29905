//! A programme: one community's growth programme, with its owner, the organisation that runs it, and its horizon.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use statistics::Source;

use crate::{OrganisationId, ProgrammeId, Text};

/// What a programme says of itself.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Programme {
    pub id: ProgrammeId,
    pub name: Text,
    /// The front page's heading.
    pub heading: Text,
    /// One or two sentences under it.
    pub summary: Text,
    /// Markdown for the about page.
    #[serde(default, skip_serializing_if = "Text::is_empty")]
    pub about: Text,
    pub launched: Date,
    pub horizon: Date,
    pub owner: OrganisationId,
    pub executing: OrganisationId,
    pub accent: Colour,
    /// Role address shown on the site.
    pub contact: String,
    /// Role address that gets the first sign-in link.
    pub lead: String,
    /// The official accessibility statement, where the owner has registered one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub accessibility_statement: Option<String>,
    pub municipality: Municipality,
    /// The least share of money and hours, in per cent, that a plan gives the long term unless a reason is given.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub long_term_floor: Option<u8>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub source: Option<Source>,
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub example: bool,
}

/// The municipality that a programme is for.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Municipality {
    pub code: String,
    pub name: String,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub earlier_codes: Vec<String>,
}

/// An accent colour that can be read as text on white (contrast at least 4.5 to 1).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Colour {
    red: u8,
    green: u8,
    blue: u8,
}

impl Colour {
    /// Contrast against another colour, 1 to 21, as WCAG 2.1 defines it.
    pub fn contrast(self, other: Self) -> f64 {
        let (one, two) = (self.luminance(), other.luminance());
        (one.max(two) + 0.05) / (one.min(two) + 0.05)
    }

    /// Mixed with white until it reads on a dark page (contrast at least 4.5 to 1 against `background`).
    #[must_use]
    pub fn lightened_for(self, background: Self) -> Self {
        (0..=20)
            .map(|step| self.mixed_with_white(f64::from(step) / 20.0))
            .find(|c| c.contrast(background) >= 6.0)
            .unwrap_or(self.mixed_with_white(1.0))
    }

    /// With that share of white in it: 0 changes nothing, 1 is white.
    #[must_use]
    pub fn mixed_with_white(self, share: f64) -> Self {
        let channel = |value: u8| (f64::from(value) + (255.0 - f64::from(value)) * share).round() as u8;
        Self {
            red: channel(self.red),
            green: channel(self.green),
            blue: channel(self.blue),
        }
    }

    /// From its channels.
    pub const fn new(red: u8, green: u8, blue: u8) -> Self {
        Self { red, green, blue }
    }

    fn luminance(self) -> f64 {
        let linear = |channel: u8| {
            let share = f64::from(channel) / 255.0;
            if share <= 0.04045 {
                share / 12.92
            } else {
                ((share + 0.055) / 1.055).powf(2.4)
            }
        };
        0.2126 * linear(self.red) + 0.7152 * linear(self.green) + 0.0722 * linear(self.blue)
    }
}

impl TryFrom<String> for Colour {
    type Error = String;

    fn try_from(text: String) -> Result<Self, String> {
        let wrong = || format!("«{text}» is not a colour: write # and six hexadecimal digits, such as #0062ba");
        let digits = text
            .strip_prefix('#')
            .filter(|rest| rest.len() == 6 && rest.is_ascii())
            .ok_or_else(wrong)?;
        let channel = |start: usize| u8::from_str_radix(&digits[start..start + 2], 16).map_err(|_| wrong());
        let colour = Self::new(channel(0)?, channel(2)?, channel(4)?);
        let contrast = colour.contrast(Self::new(255, 255, 255));
        if contrast < 4.5 {
            return Err(format!(
                "the colour {text} cannot be read on white: its contrast is {contrast:.1}, it must be at least 4.5; choose a darker one"
            ));
        }
        Ok(colour)
    }
}

impl From<Colour> for String {
    fn from(colour: Colour) -> Self {
        format!("#{:02x}{:02x}{:02x}", colour.red, colour.green, colour.blue)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_colour_that_cannot_be_read_is_refused() {
        assert!(Colour::try_from("#0062ba".to_owned()).is_ok());
        assert!(Colour::try_from("#ffee00".to_owned()).unwrap_err().contains("contrast"));
        assert!(Colour::try_from("blue".to_owned()).is_err());
        assert!(Colour::try_from("#ærøå".to_owned()).is_err());
    }

    #[test]
    fn on_a_dark_page_it_is_lightened() {
        let dark = Colour::new(0x1a, 0x1d, 0x21);
        let colour = Colour::new(0, 0x62, 0xba).lightened_for(dark);
        assert!(colour.contrast(dark) >= 4.5);
    }
}
