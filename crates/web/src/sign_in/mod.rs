//! Signing in with a link by e-mail, and signing out.

use programme::{Language, ProgrammeId};

use crate::address::Addresses;

/// The address of a one-time sign-in link, for whoever prints one; mail sends it in the reader's language.
pub fn sign_in_link(public_url: &str, programme: &ProgrammeId, token: &str) -> String {
    public_url.to_owned() + &Addresses::new(programme.clone(), Language::Nb).sign_in_with(token)
}
