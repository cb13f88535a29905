//! What the reader chose to see of a plan: whose measures, how soon, how they go, and on which day.

use jiff::civil::Date;
use maud::{Markup, html};
use programme::{Horizon, Measure, OrganisationId, Status};
use publishing::say;

use super::{Choice, has_been};
use crate::reader::Reader;
use crate::widget::horizon_key;

/// A day that the plan cannot be shown on, as it was written.
pub(super) struct Fault {
    typed: String,
    key: &'static str,
}

/// What is chosen; nothing chosen shows all.
pub(super) struct Filter {
    owner: Option<OrganisationId>,
    horizon: Option<Horizon>,
    status: Option<Status>,
    /// An earlier day than today.
    pub day: Option<Date>,
    pub fault: Option<Fault>,
}

impl Filter {
    /// Values that there are not choose nothing, but a day that is none is a fault.
    pub fn read(choice: &Choice, today: Date) -> Self {
        let value = |name: &str| {
            let found = choice.iter().find(|(key, _)| key == name).map(|(_, value)| value.trim());
            found.filter(|value| !value.is_empty())
        };
        let (day, fault) = match value("dato").map(|typed| day(typed, today)) {
            None => (None, None),
            Some(Ok(day)) => (Some(day).filter(|day| *day != today), None),
            Some(Err(fault)) => (None, Some(fault)),
        };
        Self {
            owner: value("eier").and_then(|id| id.parse().ok()),
            horizon: value("horisont").and_then(horizon),
            status: value("status").and_then(|word| Status::ALL.into_iter().find(|status| status.word() == word)),
            day,
            fault,
        }
    }

    /// True where some measures may be left out.
    pub fn chooses(&self) -> bool {
        self.owner.is_some() || self.horizon.is_some() || self.status.is_some()
    }

    pub fn admits(&self, measure: &Measure) -> bool {
        self.owner.as_ref().is_none_or(|owner| &measure.responsible == owner)
            && self.horizon.is_none_or(|horizon| measure.horizon == horizon)
            && self.status.is_none_or(|status| measure.current() == status)
    }

    /// The form; `owners` are those that answer for a measure, with their names.
    pub fn form(&self, reader: &Reader, address: &str, owners: &[(OrganisationId, String)]) -> Markup {
        let language = reader.language;
        let owners: Vec<(String, String)> = owners.iter().map(|(id, name)| (id.to_string(), name.clone())).collect();
        let horizons = Horizon::ALL.map(|one| (one.word().to_owned(), say!(language, horizon_key(one))));
        let statuses = Status::ALL.map(|one| (one.word().to_owned(), say!(language, &format!("status-{}", one.word()))));
        let owner = self.owner.as_ref().map(ToString::to_string).unwrap_or_default();
        html! {
            form.vk-filter method="get" action=(address) aria-label=(say!(language, "plan-filter")) {
                (select(reader, "eier", "owner", &owner, &owners))
                (select(reader, "horisont", "plan-filter-horizon", self.horizon.map_or("", Horizon::word), &horizons))
                (select(reader, "status", "plan-filter-status", self.status.map_or("", Status::word), &statuses))
                (self.date(reader))
                button.ds-button data-variant="secondary" type="submit" { (say!(language, "plan-filter-show")) }
            }
        }
    }

    fn date(&self, reader: &Reader) -> Markup {
        let language = reader.language;
        let shown = match (&self.fault, self.day) {
            (Some(fault), _) => fault.typed.clone(),
            (None, Some(day)) => day.to_string(),
            (None, None) => String::new(),
        };
        let wrong = self.fault.is_some();
        html! {
            div.ds-field {
                label.ds-label for="dato" { (say!(language, "plan-filter-date")) }
                input.ds-input type="date" id="dato" name="dato" value=(shown) max=(reader.today)
                    aria-invalid=[wrong.then_some("true")] aria-describedby=[wrong.then_some("dato-feil")];
                @if let Some(fault) = &self.fault {
                    p.ds-validation-message data-field="validation" id="dato-feil" { (say!(language, fault.key, typed = &fault.typed)) }
                }
            }
        }
    }

    /// What is wrong, first on the page.
    pub fn summary(&self, reader: &Reader) -> Markup {
        let language = reader.language;
        html! {
            @if let Some(fault) = &self.fault {
                div.ds-error-summary.vk-errors tabindex="-1" role="alert" aria-labelledby="feil" {
                    h2.ds-heading id="feil" { (say!(language, "plan-date-wrong-title")) }
                    ul.ds-list { li { a.ds-link href="#dato" { (say!(language, fault.key, typed = &fault.typed)) } } }
                }
            }
        }
    }
}

fn day(typed: &str, today: Date) -> Result<Date, Fault> {
    let fault = |key| Fault {
        typed: typed.chars().take(40).collect(),
        key,
    };
    // Only whole days as browsers send them: a moment or a year of five digits is none.
    let day = (typed.len() == 10).then(|| typed.parse::<Date>().ok()).flatten();
    let day = day.ok_or_else(|| fault("plan-date-wrong"))?;
    has_been(day, today).then_some(day).ok_or_else(|| fault("plan-date-to-come"))
}

fn horizon(word: &str) -> Option<Horizon> {
    Horizon::ALL.into_iter().find(|horizon| horizon.word() == word)
}

fn select(reader: &Reader, name: &str, label: &str, chosen: &str, options: &[(String, String)]) -> Markup {
    html! {
        div.ds-field {
            label.ds-label for=(name) { (say!(reader.language, label)) }
            select.ds-input id=(name) name=(name) {
                option value="" { (say!(reader.language, "plan-filter-all")) }
                @for (value, words) in options { option value=(value) selected[value == chosen] { (words) } }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(address: &[(&str, &str)]) -> Filter {
        let choice = address
            .iter()
            .map(|(name, value)| ((*name).to_owned(), (*value).to_owned()))
            .collect();
        Filter::read(&choice, "2026-11-24".parse().unwrap())
    }

    #[test]
    fn only_days_that_have_been_can_be_seen() {
        assert_eq!(read(&[("dato", "2020-04-01")]).day, Some("2020-04-01".parse().unwrap()));
        for wrong in ["2020-02-30", "1. april", "2026-11-25", "2020-04-01T10:00", "-009999-01-01"] {
            let filter = read(&[("dato", wrong)]);
            assert!(filter.fault.is_some() && filter.day.is_none(), "{wrong}");
        }
        let today = read(&[("dato", "2026-11-24")]);
        assert!(today.fault.is_none() && today.day.is_none(), "today is the plan as it is");
        assert!(read(&[("dato", "")]).fault.is_none());
    }

    #[test]
    fn what_there_is_not_chooses_nothing() {
        assert!(!read(&[("status", "x"), ("horisont", "y"), ("eier", "")]).chooses());
        assert!(read(&[("status", "paused")]).chooses());
    }
}
