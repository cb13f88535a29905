//! What datasets, collections and dimensions have in common.

use serde_json::Value as Json;

/// The descriptive members of a response.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Head {
    /// Version of the format, such as "2.0".
    pub version: Option<String>,
    /// Where the response itself is found.
    pub href: Option<String>,
    /// What it is, for people.
    pub label: Option<String>,
    /// Who made the figures.
    pub source: Option<String>,
    /// When it was last changed, as the source writes it.
    pub updated: Option<String>,
    /// Remarks; some sources demand that certain of them are shown (`extension.noteMandatory`).
    pub note: Vec<String>,
    /// Links by relation, as they stand; null if there are none. A collection's items are not among them.
    pub link: Json,
    /// What the source adds beyond the format, as it stands; null if there is nothing.
    pub extension: Json,
}
