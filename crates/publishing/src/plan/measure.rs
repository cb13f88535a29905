//! Measures as they were adopted.

use programme::{GoalId, Horizon, Measure, MeasureId, Status, StatusChange};

use super::Writer;
use crate::pdf::{self, Passage, Reference, Tag, Text, Tone, WebAddress};
use crate::{format, say};

impl Writer<'_> {
    pub(super) fn measure(&self, measure: &Measure) -> pdf::Measure {
        let language = self.language;
        let names = |ids: &[programme::OrganisationId]| ids.iter().map(|id| self.organisation(id)).collect();
        let replaced_by = measure.status.last().and_then(|change| change.replaced_by.as_ref());
        pdf::Measure {
            key: measure.id.to_string(),
            title: self.text(&measure.title),
            status: self.status(measure.current(), measure.status.last()),
            responsible: vec![self.organisation(&measure.responsible)],
            executing: names(&measure.executing),
            contributing: names(&measure.contributing),
            horizon: say!(language, horizon_key(measure.horizon)),
            dates: Some(say!(
                language,
                "document-dates-between",
                from = format::date(language, measure.starts),
                to = format::date(language, measure.ends)
            )),
            money: self.money(measure),
            serves: measure.goals.iter().map(|goal| self.served(goal)).collect(),
            depends_on: measure.depends_on.iter().map(|other| self.other(other)).collect(),
            replaced_by: replaced_by.map(|other| self.other(other)),
            assumptions: measure.assumptions.iter().filter_map(|id| self.assumption(id)).collect(),
            body: Passage::of(language, &measure.body),
            address: WebAddress::parse(&self.links.measure(&measure.id)),
            example: measure.example,
        }
    }

    fn status(&self, status: Status, change: Option<&StatusChange>) -> pdf::Status {
        let language = self.language;
        let since = |change: &StatusChange| say!(language, "document-since", date = format::date(language, change.date));
        pdf::Status {
            tag: Tag {
                label: say!(language, &format!("status-{}", status.word())),
                tone: tone(status),
            },
            since: change.map(since),
            reason: change
                .filter(|change| !change.reason.is_empty())
                .map(|change| self.text(&change.reason)),
        }
    }

    fn served(&self, goal: &GoalId) -> Reference {
        let known = self.surroundings.goal(goal);
        Reference {
            key: goal.to_string(),
            title: known.map_or_else(|| goal.to_string().into(), |known| self.text(&known.title)),
            address: WebAddress::parse(&self.links.goal(goal)),
        }
    }

    fn other(&self, measure: &MeasureId) -> Reference {
        let known = self.adopted.measures.iter().find(|known| &known.id == measure);
        Reference {
            key: measure.to_string(),
            title: known.map_or_else(|| measure.to_string().into(), |known| self.text(&known.title)),
            address: WebAddress::parse(&self.links.measure(measure)),
        }
    }

    fn assumption(&self, id: &programme::AssumptionId) -> Option<Text> {
        Some(self.text(&self.surroundings.assumption(id)?.text))
    }
}

fn horizon_key(horizon: Horizon) -> &'static str {
    match horizon {
        Horizon::Immediate => "horizon-immediate",
        Horizon::ThisYear => "horizon-this-year",
        Horizon::LongTerm => "horizon-long-term",
    }
}

fn tone(status: Status) -> Tone {
    match status {
        Status::Running | Status::Done => Tone::Good,
        Status::Delayed | Status::Paused => Tone::Attention,
        Status::Dropped => Tone::Stopped,
        Status::Planned | Status::Replaced => Tone::Neutral,
    }
}
