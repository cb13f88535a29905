//! An adopted plan as PDF, with addresses of this site in it: the same for readers and for the command line.

use jiff::civil::Date;
use programme::{ActionPlanId, GoalId, Language, MeasureId, OrganisationId, Revision, State};
use publishing::difference::Teller;
use publishing::pdf::{PdfError, Typesetter};
use publishing::plan::{self, Links};

use crate::address::Addresses;

/// The revision as PDF. `site` is the address under which readers reach this installation, without a slash at its end.
pub fn plan_pdf(typesetter: &Typesetter, state: &State, revision: &Revision, language: Language, site: &str) -> Result<Vec<u8>, PdfError> {
    let links = SiteLinks {
        site,
        addresses: Addresses::new(state.programme.id.clone(), language),
    };
    typesetter.plan(&plan::document(state, revision, language, &links)?)
}

/// A difference as PDF; `path` is where it stands on the site.
pub(crate) fn changes_pdf(
    typesetter: &Typesetter,
    teller: &Teller<'_>,
    day: Date,
    (site, addresses): (&str, &Addresses),
    path: &str,
) -> Result<Vec<u8>, PdfError> {
    let links = SiteLinks {
        site,
        addresses: addresses.clone(),
    };
    typesetter.plan(&plan::changes_document(teller, &links, day, &links.absolute(path)))
}

struct SiteLinks<'a> {
    site: &'a str,
    addresses: Addresses,
}

impl SiteLinks<'_> {
    fn absolute(&self, path: &str) -> String {
        format!("{}{path}", self.site)
    }
}

impl Links for SiteLinks<'_> {
    fn revision(&self, plan: &ActionPlanId, number: u32) -> String {
        self.absolute(&self.addresses.revision(plan, number))
    }

    fn goal(&self, goal: &GoalId) -> String {
        self.absolute(&self.addresses.goal(goal))
    }

    fn measure(&self, measure: &MeasureId) -> String {
        self.absolute(&self.addresses.measure(measure))
    }

    fn organisation(&self, organisation: &OrganisationId) -> String {
        self.absolute(&self.addresses.organisation(organisation))
    }
}
