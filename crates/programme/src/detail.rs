//! What an entry of the journal is about where no object of the programme says so: whose access it was, and which
//! revision. Never an address: it is for those who see people.

use serde::{Deserialize, Serialize};

use crate::{ActionPlanId, OrganisationId, Role};

/// The subject of an entry; entries that need none, and those of early versions, have nothing in it.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub struct Detail {
    /// What the person is, or was, in the programme.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub role: Option<Role>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub organisation: Option<OrganisationId>,
    /// The plan that a body adopted.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub plan: Option<ActionPlanId>,
    /// The number that its revision got.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub revision: Option<u32>,
}

impl Detail {
    /// Reads the detail of an entry; what a later version wrote and this one does not know is left aside.
    pub fn read(text: &str) -> Self {
        serde_json::from_str(text).unwrap_or_default()
    }

    /// The text that is kept.
    pub(crate) fn text(&self) -> String {
        // short texts and numbers: making JSON of them cannot fail
        serde_json::to_string(self).unwrap_or_else(|_| "{}".to_owned())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_entry_without_a_subject_reads_as_it_always_did() {
        assert_eq!(Detail::default().text(), "{}");
        for text in ["{}", "", "[]", r#"{"role":"wizard"}"#, r#"{"later":1}"#] {
            assert_eq!(Detail::read(text), Detail::default(), "{text}");
        }
        let partner = Detail {
            role: Some(Role::Partner),
            organisation: "knf".parse().ok(),
            ..Detail::default()
        };
        assert_eq!(partner.text(), r#"{"role":"partner","organisation":"knf"}"#);
        assert_eq!(Detail::read(&partner.text()), partner);
    }
}
