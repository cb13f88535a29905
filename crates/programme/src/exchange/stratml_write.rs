//! A plan as StratML. Goals are goals; a measure is an objective of the first goal that it serves; what a measure
//! costs, gets, when it runs and how it goes are performance indicators.

use super::PlanFile;
use super::xml::Xml;
use crate::goal::Path;
use crate::{Goal, Language, Measure, OrganisationId, Text};

pub(super) const NAMESPACE: &str = "urn:ISO:std:iso:17469:tech:xsd:PerformancePlanOrReport";

pub(super) fn document(file: &PlanFile, language: Language) -> String {
    let mut xml = Xml::new();
    let writer = Writer { file, language };
    let attributes = [("xmlns", NAMESPACE), ("Type", "Performance_Plan")];
    xml.element("PerformancePlanOrReport", &attributes, |xml| writer.plan(xml));
    xml.finish()
}

#[derive(Clone, Copy)]
struct Writer<'a> {
    file: &'a PlanFile,
    language: Language,
}

impl Writer<'_> {
    fn words<'t>(&self, text: &'t Text) -> &'t str {
        text.plain(self.language)
    }

    fn plan(&self, xml: &mut Xml) {
        let plan = &self.file.plan;
        xml.text("Name", self.words(&plan.title));
        xml.text_if_any("Description", self.words(&plan.body));
        xml.element("StrategicPlanCore", &[], |xml| {
            for organisation in &self.file.organisations {
                xml.element("Organization", &[], |xml| {
                    xml.text("Name", self.words(&organisation.name));
                    xml.text("Identifier", &format!("organisation-{}", organisation.id));
                    xml.text_if_any("Description", self.words(&organisation.about));
                });
            }
            self.file.goals.iter().for_each(|goal| self.goal(xml, goal));
        });
        xml.element("AdministrativeInformation", &[], |xml| {
            xml.text("Identifier", &format!("plan-{}", plan.id));
            xml.text("StartDate", &plan.starts.to_string());
            xml.text("EndDate", &plan.ends.to_string());
        });
    }

    fn goal(&self, xml: &mut Xml, goal: &Goal) {
        xml.element("Goal", &[], |xml| {
            xml.text("Name", self.words(&goal.title));
            xml.text("Description", self.words(&goal.sentence));
            xml.text("Identifier", &format!("goal-{}", goal.id));
            xml.text("SequenceIndicator", &goal.order.to_string());
            if let Some(owner) = &goal.owner {
                self.stakeholder(xml, owner, "owner");
            }
            xml.text_if_any("OtherInformation", self.words(&goal.body));
            self.path(xml, goal);
            let own = self.file.measures.iter().filter(|measure| measure.goals.first() == Some(&goal.id));
            own.for_each(|measure| self.measure(xml, measure));
        });
    }

    /// The target path, as an objective of its own: only objectives have performance indicators.
    fn path(&self, xml: &mut Xml, goal: &Goal) {
        if goal.target.is_none() && goal.serves.is_empty() && goal.assumptions.is_empty() {
            return;
        }
        xml.element("Objective", &[], |xml| {
            xml.text("Name", self.words(&goal.title));
            xml.text("Identifier", &format!("path-{}", goal.id));
            let kind = [("ValueChainStage", "Outcome"), ("PerformanceIndicatorType", "Quantitative")];
            xml.element("PerformanceIndicator", &kind, |xml| {
                xml.text("MeasurementDimension", "path");
                xml.text("UnitOfMeasurement", "value");
                for parent in &goal.serves {
                    relationship(xml, "serves", &format!("goal-{parent}"), "", "Narrower_Than");
                }
                for assumption in &goal.assumptions {
                    self.assumption(xml, assumption);
                }
                if let Some(target) = &goal.target {
                    xml.element("MeasurementInstance", &[], |xml| targets(xml, target));
                }
            });
        });
    }

    fn stakeholder(&self, xml: &mut Xml, id: &OrganisationId, role: &str) {
        let known = self.file.organisations.iter().find(|organisation| &organisation.id == id);
        let name = known.map_or(id.as_str(), |organisation| self.words(&organisation.name));
        xml.element("Stakeholder", &[("StakeholderTypeType", "Organization")], |xml| {
            xml.text("Name", name);
            xml.element("Role", &[], |xml| {
                xml.text("Name", role);
                xml.text("RoleType", "Performer");
            });
        });
    }

    fn assumption(&self, xml: &mut Xml, id: &crate::AssumptionId) {
        let known = self.file.assumptions.iter().find(|assumption| &assumption.id == id);
        let text = known.map_or("", |assumption| self.words(&assumption.text));
        relationship(xml, "assumption", &format!("assumption-{id}"), text, "Peer_To");
    }

    fn measure(&self, xml: &mut Xml, measure: &Measure) {
        xml.element("Objective", &[], |xml| {
            xml.text("Name", self.words(&measure.title));
            xml.text_if_any("Description", self.words(&measure.body));
            xml.text("Identifier", &format!("measure-{}", measure.id));
            xml.text("SequenceIndicator", &measure.order.to_string());
            self.stakeholder(xml, &measure.responsible, "responsible");
            measure.executing.iter().for_each(|id| self.stakeholder(xml, id, "executing"));
            measure.contributing.iter().for_each(|id| self.stakeholder(xml, id, "contributing"));
            self.course(xml, measure);
            costs(xml, measure);
            budget(xml, measure);
        });
    }

    /// When it runs, what it hangs together with, and how it has gone.
    fn course(&self, xml: &mut Xml, measure: &Measure) {
        let kind = [("ValueChainStage", "Output"), ("PerformanceIndicatorType", "Qualitative")];
        xml.element("PerformanceIndicator", &kind, |xml| {
            xml.text("MeasurementDimension", "course");
            xml.text("UnitOfMeasurement", "status");
            let area = self.file.focus_areas.iter().find(|area| area.id == measure.focus_area);
            let title = area.map_or("", |area| self.words(&area.title));
            relationship(
                xml,
                "focus-area",
                &format!("focus-area-{}", measure.focus_area),
                title,
                "Narrower_Than",
            );
            for goal in measure.goals.iter().skip(1) {
                relationship(xml, "serves", &format!("goal-{goal}"), "", "Narrower_Than");
            }
            for other in &measure.depends_on {
                relationship(xml, "depends-on", &format!("measure-{other}"), "", "Peer_To");
            }
            for assumption in &measure.assumptions {
                self.assumption(xml, assumption);
            }
            for change in &measure.status {
                if let Some(other) = &change.replaced_by {
                    relationship(xml, "replaced-by", &format!("measure-{other}"), &change.date.to_string(), "Peer_To");
                }
            }
            xml.element("MeasurementInstance", &[], |xml| self.results(xml, measure));
        });
    }

    fn results(&self, xml: &mut Xml, measure: &Measure) {
        xml.element("TargetResult", &[], |xml| {
            xml.text("StartDate", &measure.starts.to_string());
            xml.text("EndDate", &measure.ends.to_string());
            descriptor(xml, "horizon", measure.horizon.word());
        });
        if let Some(from) = measure.from {
            xml.element("TargetResult", &[], |xml| {
                xml.text("StartDate", &from.to_string());
                descriptor(xml, "event", "came-into-the-plan");
            });
        }
        for change in &measure.status {
            xml.element("ActualResult", &[], |xml| {
                xml.text("StartDate", &change.date.to_string());
                descriptor(xml, "status", change.status.word());
                xml.text_if_any("Description", self.words(&change.reason));
            });
        }
    }
}

fn relationship(xml: &mut Xml, name: &str, to: &str, description: &str, kind: &str) {
    xml.element("Relationship", &[("RelationshipType", kind)], |xml| {
        xml.text("ReferentIdentifier", to);
        xml.text("Name", name);
        xml.text_if_any("Description", description);
    });
}

fn descriptor(xml: &mut Xml, name: &str, value: &str) {
    xml.element("Descriptor", &[], |xml| {
        xml.text("DescriptorName", name);
        xml.text("DescriptorValue", value);
    });
}

fn targets(xml: &mut Xml, target: &crate::Target) {
    let mut point = |date: jiff::civil::Date, value: f64, rate: Option<f64>| {
        xml.element("TargetResult", &[], |xml| {
            xml.text("EndDate", &date.to_string());
            xml.text("NumberOfUnits", &value.to_string());
            if let Some(rate) = rate {
                descriptor(xml, "yearly-rate", &rate.to_string());
            }
        });
    };
    point(target.from, target.start, None);
    match &target.path {
        Path::YearlyRate(rate) => point(target.horizon, target.at_horizon().round(), Some(*rate)),
        Path::Points(points) => points.iter().for_each(|one| point(one.date, one.value, None)),
    }
}

fn costs(xml: &mut Xml, measure: &Measure) {
    for line in &measure.cost {
        for (unit, number) in amounts(line.kroner, line.hours) {
            input(xml, "cost", unit, |xml| {
                xml.element("MeasurementInstance", &[], |xml| units(xml, "TargetResult", line.year, number));
            });
        }
    }
}

fn budget(xml: &mut Xml, measure: &Measure) {
    for line in &measure.budget {
        let delivered = |unit| {
            if unit == "NOK" {
                line.delivered_kroner
            } else {
                line.delivered_hours
            }
        };
        let mut given = amounts(line.kroner, line.hours);
        if given.len() == 1 && given[0].0 == "NOK" && line.delivered_hours > 0 {
            given.push(("hours", line.hours));
        } else if given.len() == 1 && given[0].0 == "hours" && line.delivered_kroner > 0 {
            given.push(("NOK", line.kroner));
        }
        for (unit, number) in given {
            input(xml, "contribution", unit, |xml| {
                relationship(xml, "funder", &format!("organisation-{}", line.funder), "", "Peer_To");
                xml.element("MeasurementInstance", &[], |xml| {
                    units(xml, "TargetResult", line.year, number);
                    units(xml, "ActualResult", line.year, delivered(unit));
                });
            });
        }
    }
}

/// Kroner, hours, or both; kroner where both are nothing, so that the line is there.
fn amounts(kroner: u64, hours: u64) -> Vec<(&'static str, u64)> {
    let both = [("NOK", kroner), ("hours", hours)];
    let told: Vec<_> = both.into_iter().filter(|(_, number)| *number > 0).collect();
    if told.is_empty() { vec![("NOK", 0)] } else { told }
}

fn input(xml: &mut Xml, dimension: &str, unit: &str, inside: impl FnOnce(&mut Xml)) {
    let kind = [("ValueChainStage", "Input"), ("PerformanceIndicatorType", "Quantitative")];
    xml.element("PerformanceIndicator", &kind, |xml| {
        xml.text("MeasurementDimension", dimension);
        xml.text("UnitOfMeasurement", unit);
        inside(xml);
    });
}

fn units(xml: &mut Xml, name: &'static str, year: i16, number: u64) {
    xml.element(name, &[], |xml| {
        xml.text("StartDate", &format!("{year}-01-01"));
        xml.text("EndDate", &format!("{year}-12-31"));
        xml.text("NumberOfUnits", &number.to_string());
    });
}
