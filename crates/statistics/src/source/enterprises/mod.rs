//! Enhetsregisteret, the national register of enterprises: its nightly file of all of them, read as a stream, and what changed
//! since.
//!
//! A sole proprietor is a person, and so are the sub-units of one: of those neither name nor number ever leaves this module.
//! What remains is what is counted: form, industry, municipality, employees and dates.

mod file;
mod register;

pub use file::{FileError, SoleProprietors, read_sub_units, read_units};
pub use register::{Change, Register, Update};

use jiff::civil::Date;
use serde::Deserialize;

/// The form of a sole proprietorship.
const SOLE_PROPRIETOR: &str = "ENK";

/// An enterprise, or a sub-unit of one, which is where the jobs are.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Enterprise {
    /// Number and name; none for sole proprietors and their sub-units, who are persons.
    pub identity: Option<Identity>,
    /// Form of organisation, such as "AS", "ENK" or "BEDR".
    pub form: String,
    /// Codes of industry, the main one first, in the division that the register uses.
    pub industries: Vec<String>,
    /// Employees; none where the register does not say.
    pub employees: Option<u32>,
    /// Code of the municipality in which it is: for enterprises that of the business address.
    pub municipality: Option<String>,
    /// The day on which it came into the register.
    pub registered: Option<Date>,
    /// The day on which it was founded, or the sub-unit began.
    pub founded: Option<Date>,
    /// True while it is bankrupt.
    pub bankrupt: bool,
    /// True while it is being wound up.
    pub winding_up: bool,
}

/// Who an enterprise is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Identity {
    /// The nine digits.
    pub number: String,
    /// The name.
    pub name: String,
    /// The number of the enterprise that it is part of, if any.
    pub parent: Option<String>,
}

/// An entry as the register writes it; what is not named here is passed by.
#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Entry {
    organisasjonsnummer: String,
    #[serde(default)]
    navn: String,
    organisasjonsform: Option<Coded>,
    naeringskode1: Option<Coded>,
    naeringskode2: Option<Coded>,
    naeringskode3: Option<Coded>,
    antall_ansatte: Option<u32>,
    forretningsadresse: Option<Address>,
    beliggenhetsadresse: Option<Address>,
    overordnet_enhet: Option<String>,
    registreringsdato_enhetsregisteret: Option<Date>,
    stiftelsesdato: Option<Date>,
    oppstartsdato: Option<Date>,
    #[serde(default)]
    konkurs: bool,
    #[serde(default)]
    under_avvikling: bool,
}

#[derive(Deserialize)]
struct Coded {
    kode: String,
}

#[derive(Deserialize)]
struct Address {
    kommunenummer: Option<String>,
}

impl Entry {
    fn is_sole_proprietor(&self) -> bool {
        self.organisasjonsform.as_ref().is_some_and(|form| form.kode == SOLE_PROPRIETOR)
    }

    /// What may be kept of it; `a_person` says that it belongs to one.
    fn kept(self, a_person: bool) -> Enterprise {
        let industries = [self.naeringskode1, self.naeringskode2, self.naeringskode3];
        let address = self.beliggenhetsadresse.or(self.forretningsadresse);
        Enterprise {
            identity: (!a_person).then_some(Identity {
                number: self.organisasjonsnummer,
                name: self.navn,
                parent: self.overordnet_enhet,
            }),
            form: self.organisasjonsform.map(|form| form.kode).unwrap_or_default(),
            industries: industries.into_iter().flatten().map(|one| one.kode).collect(),
            employees: self.antall_ansatte,
            municipality: address.and_then(|address| address.kommunenummer),
            registered: self.registreringsdato_enhetsregisteret,
            founded: self.stiftelsesdato.or(self.oppstartsdato),
            bankrupt: self.konkurs,
            winding_up: self.under_avvikling,
        }
    }
}
