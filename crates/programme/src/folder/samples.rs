//! A right one of everything that stands in a table, with every key whose value can be wrong in its own way: dates, and
//! tables inside the table. A test holds that each can be read.

use super::entry::Noun;
use super::revisions::Adoption;
use crate::{
    ActionPlan, Assumption, Decision, FocusArea, Goal, GuidingPlan, Hearing, Indicator, Letter, Measure, Organisation, Programme, Series,
    Shock, Statement, Vote,
};

impl Noun for Programme {
    const SAMPLE: &'static str = r##"
id = "a"
name = "A"
heading = "A"
summary = "A"
launched = "2019-01-01"
horizon = "2030-01-01"
owner = "a"
executing = "a"
accent = "#0062ba"
contact = "a@example.no"
lead = "a@example.no"
municipality = { code = "3303", name = "A", earlier-codes = ["0604"] }
source = { publisher = "A", fetched = "2026-01-01" }
"##;
}

impl Noun for Organisation {
    const SAMPLE: &'static str = r#"
id = "a"
name = "A"
kind = "company"
roles = ["partner"]
source = { publisher = "A", fetched = "2026-01-01" }
"#;
}

impl Noun for Assumption {
    const SAMPLE: &'static str = r#"
id = "a"
text = "A"
watch = { indicator = "a", above = 1.0 }
"#;
}

impl Noun for Indicator {
    const SAMPLE: &'static str = r#"
id = "a"
title = "A"
definition = "A"
series = "a"
fresh-months = 15
"#;
}

impl Noun for Series {
    const SAMPLE: &'static str = r#"
id = "a"
title = "A"
definition = "A"
unit = "persons"
period = "day"
dimensions = ["sex"]
source = { publisher = "A", fetched = "2026-01-01" }
"#;
}

impl Noun for Letter {
    const SAMPLE: &'static str = r#"
id = "a-1"
plan = "a"
revision = 1
subject = "A"
additions = [{ organisation = "a", text = "A" }]
sent = [{ organisation = "a", date = "2020-05-08", recipients = 1 }]
"#;
}

impl Noun for FocusArea {
    const SAMPLE: &'static str = r#"
id = "a"
title = "A"
"#;
}

impl Noun for GuidingPlan {
    const SAMPLE: &'static str = r#"
id = "a"
title = "A"
owner = "a"
source = { publisher = "A", fetched = "2026-01-01" }
"#;
    const HIDDEN: &'static [&'static str] = &["id", "body"];
}

impl Noun for Goal {
    // no target: yearly-rate and points exclude each other, so its keys cannot be tried alone
    const SAMPLE: &'static str = r#"
id = "a"
title = "A"
sentence = "A"
serves = ["a"]
assumptions = ["a"]
source = { publisher = "A", fetched = "2026-01-01" }
"#;
    const HIDDEN: &'static [&'static str] = &["id", "body"];
}

impl Noun for ActionPlan {
    const SAMPLE: &'static str = r#"
id = "a"
title = "A"
starts = "2020-01-01"
ends = "2020-12-31"
focus-areas = ["a"]
"#;
    const HIDDEN: &'static [&'static str] = &["id", "body"];
}

impl Noun for Measure {
    const SAMPLE: &'static str = r#"
id = "a"
plan = "a"
title = "A"
focus-area = "a"
goals = ["a"]
responsible = "a"
executing = ["a"]
contributing = ["a"]
horizon = "immediate"
starts = "2020-01-01"
ends = "2020-12-31"
from = "2020-01-01"
assumptions = ["a"]
depends-on = ["a"]
cost = [{ year = 2020 }]
budget = [{ funder = "a", year = 2020 }]
status = [{ date = "2020-01-01", status = "planned" }]
source = { publisher = "A", fetched = "2026-01-01" }
"#;
    const HIDDEN: &'static [&'static str] = &["id", "plan", "body"];
}

impl Noun for Shock {
    const SAMPLE: &'static str = r#"
id = "a"
title = "A"
date = "2020-03-12"
breaks = ["a"]
weakens = ["a"]
declared-by = "A"
declared = "2020-03-12"
"#;
    const HIDDEN: &'static [&'static str] = &["id", "body"];
}

impl Noun for Decision {
    // no drafts: a draft is a whole measure or goal, whose own keys cannot be tried one by one inside it
    const SAMPLE: &'static str = r#"
shock = "a"
measure = "a"
choice = "keep"
reason = "A"
decided-by = "A"
decided = "2020-05-08"
emergency = { expires = "2020-06-01" }
carried-out = { plan = "a", revision = 1 }
"#;
    const HIDDEN: &'static [&'static str] = &["shock"];
}

impl Noun for Hearing {
    const SAMPLE: &'static str = r#"
id = "a"
title = "A"
kind = "free"
circles = ["public"]
forum = { name = "A", members = ["a"] }
opens = "2020-04-01"
deadline = "2020-04-20"
extensions = [{ date = "2020-04-10", from = "2020-04-15", reason = "A" }]
plan = "a"
measures = ["a"]
questions = ["A"]
opened = "2020-04-01"
invited = ["a"]
conclusion = { date = "2020-05-08", text = "A" }
"#;
    const HIDDEN: &'static [&'static str] = &["id", "body"];
}

impl Noun for Statement {
    const SAMPLE: &'static str = r#"
hearing = "a"
number = 1
received = "2020-04-02"
changed = "2020-04-03"
way = "link"
sender = "partner"
organisation = "a"
text = "A"
answers = [{ question = 1, text = "A" }]
verdicts = [{ measure = "a", holds = "yes", reason = "A" }]
attachments = [{ name = "a.pdf", kind = "pdf", hash = "a", bytes = 1 }]
moderation = [{ date = "2020-04-03", decision = "withheld", reason = "insult", erased = true }]
assessment = { outcome = "noted", text = "A", changed = ["a"], by = "A", date = "2020-05-08" }
"#;
    const HIDDEN: &'static [&'static str] = &["hearing"];
}

impl Noun for Vote {
    // no ballot and no rule: what they hold depends on their kind, so their keys cannot be tried alone
    const SAMPLE: &'static str = r#"
id = "a"
title = "A"
budget = 1
opens = "2026-05-01"
closes = "2026-05-10"
decided-by = "A"
shares = { organisations = 50, persons = 50 }
option = [{ id = "a", title = "A", cost = 1 }]
closed = { organisations = { asked = 1, answered = 1 }, persons = { asked = 1, answered = 1 }, hash = "a" }
override = [{ option = "a", outcome = "in", reason = "A", body = "A", date = "2026-05-20", case = "A" }]
"#;
    const HIDDEN: &'static [&'static str] = &["id", "body", "ballots"];
}

impl Noun for Adoption {
    const SAMPLE: &'static str = r#"
number = 1
adopted = "2020-05-08"
body = "A"
case = "1/20"
"#;
}

#[cfg(test)]
mod tests {
    use super::*;
    use toml::de::DeTable;

    fn is_right<T: Noun>() -> bool {
        let sample = DeTable::parse(T::SAMPLE).unwrap();
        super::super::entry::read::<T>(sample.into_inner(), 0..0).is_ok()
    }

    #[test]
    fn every_sample_can_be_read() {
        assert!(is_right::<Programme>());
        assert!(is_right::<Organisation>());
        assert!(is_right::<Assumption>());
        assert!(is_right::<Indicator>());
        assert!(is_right::<Series>());
        assert!(is_right::<FocusArea>());
        assert!(is_right::<GuidingPlan>());
        assert!(is_right::<Goal>());
        assert!(is_right::<ActionPlan>());
        assert!(is_right::<Measure>());
        assert!(is_right::<Letter>());
        assert!(is_right::<Shock>());
        assert!(is_right::<Decision>());
        assert!(is_right::<Hearing>());
        assert!(is_right::<Statement>());
        assert!(is_right::<Vote>());
        assert!(is_right::<Adoption>());
    }
}
