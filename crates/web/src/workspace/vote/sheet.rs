//! What stands in a vote's form, and reading it back.

use programme::vote::{BallotKind, Completion, Rule, Shares, Utility, VoteOption};
use programme::{Language, Text, Vote, identifier_from};

use crate::form::{Fields, Reading};
use crate::reader::Reader;

/// Rows for options that are new, since no row can be added without a script.
const EMPTY_ROWS: usize = 4;

/// What a new vote's form begins with: the newest plan's measures that miss money can be taken over by their rows.
pub(super) fn begin(reader: &Reader) -> Fields {
    let mut fields = Fields::default();
    let plan = reader.state().newest_plan();
    fields.add("plan", &plan.map(|plan| plan.id.to_string()).unwrap_or_default());
    fields.add("ballot", &"approval");
    fields.add("method", &"equal-shares");
    fields.add("utility", &Utility::Cost);
    fields.add("completion", &Completion::Add1Greedy);
    fields.add("share-organisations", &50);
    fields.add("share-persons", &50);
    let open = plan.into_iter().flat_map(|plan| reader.state().measures_of(&plan.id));
    let missing = open.filter(|measure| measure.current().is_open() && measure.money().missing_kroner > 0);
    let mut row = 0;
    for measure in missing {
        add_row(
            &mut fields,
            row,
            &measure.title,
            measure.money().missing_kroner,
            measure.id.as_str(),
        );
        row += 1;
    }
    add_empty(&mut fields, row);
    fields
}

fn add_row(fields: &mut Fields, row: usize, title: &Text, cost: u64, measure: &str) {
    fields.add(&format!("option-{row}-title"), &title.plain(Language::Nb));
    fields.add(&format!("option-{row}-cost"), &cost);
    fields.add(&format!("option-{row}-measure"), &measure);
}

fn add_empty(fields: &mut Fields, first: usize) {
    for row in first..first + EMPTY_ROWS {
        for column in ["title", "cost", "measure"] {
            fields.add(&format!("option-{row}-{column}"), &"");
        }
    }
}

pub(super) fn fields(vote: &Vote) -> Fields {
    let mut fields = Fields::default();
    fields.add_wordings("title", &vote.title);
    fields.add_wordings("body", &vote.body);
    fields.add_wordings("decided-by", &vote.decided_by);
    fields.add("plan", &vote.plan.as_ref().map(ToString::to_string).unwrap_or_default());
    fields.add("vote-budget", &vote.budget);
    fields.add("opens", &vote.opens);
    fields.add("closes", &vote.closes);
    match vote.ballot {
        BallotKind::Approval { most } => {
            fields.add("ballot", &"approval");
            fields.add("most", &most.map(|most| most.to_string()).unwrap_or_default());
        }
        BallotKind::Points { points } => {
            fields.add("ballot", &"points");
            fields.add("points", &points);
        }
    }
    fields.add("method", &vote.rule.word());
    if let Rule::EqualShares { utility, .. } | Rule::Knapsack { utility } = vote.rule {
        fields.add("utility", &utility);
    }
    if let Rule::EqualShares { completion, .. } = vote.rule {
        fields.add("completion", &completion);
    }
    fields.add("share-organisations", &vote.shares.organisations);
    fields.add("share-persons", &vote.shares.persons);
    for (row, option) in vote.options.iter().enumerate() {
        let measure = option.measure.as_ref().map(ToString::to_string).unwrap_or_default();
        add_row(&mut fields, row, &option.title, option.cost, &measure);
    }
    add_empty(&mut fields, vote.options.len());
    fields
}

/// The vote that a form says; `before` gives what no form shows.
pub(super) fn read(reading: &mut Reading<'_>, reader: &Reader, before: Option<&Vote>) -> Option<Vote> {
    let fields = reading.fields;
    let title = fields.wordings("title");
    if title.is_empty() {
        reading.wrong("title-nb", "fault-empty");
    }
    let id = match before {
        Some(before) => Some(before.id.clone()),
        None => identifier_from(title.plain(Language::Nb)).parse().ok(),
    };
    let (opens, closes) = (reading.date("opens"), reading.date("closes"));
    let budget = reading.whole("vote-budget");
    let small = |reading: &mut Reading<'_>, name: &str| u32::try_from(reading.whole(name)).unwrap_or(u32::MAX);
    let ballot = if fields.text("ballot") == "points" {
        BallotKind::Points {
            points: small(reading, "points"),
        }
    } else {
        BallotKind::Approval {
            most: (!fields.text("most").is_empty()).then(|| small(reading, "most")),
        }
    };
    let utility: Utility = fields.text("utility").parse().unwrap_or(Utility::Votes);
    let rule = match fields.text("method") {
        "greedy" => Rule::Greedy,
        "knapsack" => Rule::Knapsack { utility },
        _ => Rule::EqualShares {
            utility,
            completion: fields.text("completion").parse().unwrap_or(Completion::None),
        },
    };
    let shares = Shares {
        organisations: small(reading, "share-organisations"),
        persons: small(reading, "share-persons"),
    };
    let options = options(reading, before);
    Some(Vote {
        id: id?,
        title,
        plan: reading
            .optional_choice("plan")
            .filter(|plan| reader.state().action_plan(plan).is_some()),
        budget,
        opens: opens?,
        closes: closes?,
        decided_by: fields.wordings("decided-by"),
        ballot,
        rule,
        shares,
        options,
        opened: false,
        closed: None,
        overrides: Vec::new(),
        body: fields.wordings("body"),
        example: before.is_some_and(|before| before.example),
        ballots: None,
    })
}

/// The rows that hold anything; a row keeps the identifier and the other wordings of the option that stood in it.
fn options(reading: &mut Reading<'_>, before: Option<&Vote>) -> Vec<VoteOption> {
    let mut options: Vec<VoteOption> = Vec::new();
    for row in 0..reading.fields.rows("option", "title") {
        let title = reading.fields.text(&format!("option-{row}-title")).to_owned();
        let cost = reading.whole(&format!("option-{row}-cost"));
        let measure = reading.optional_choice(&format!("option-{row}-measure"));
        if title.is_empty() && cost == 0 && measure.is_none() {
            continue;
        }
        let stood = before
            .and_then(|before| before.options.get(row))
            .filter(|stood| stood.title.plain(Language::Nb) == title);
        let named = || identifier_from(&title);
        let mut id = stood.map_or_else(named, |stood| stood.id.to_string());
        while options.iter().any(|known| known.id.as_str() == id) {
            id.push_str("-2");
        }
        let Ok(id) = id.parse() else {
            reading.wrong(&format!("option-{row}-title"), "fault-empty");
            continue;
        };
        options.push(VoteOption {
            id,
            measure,
            title: stood.map_or_else(|| Text::nb(&title), |stood| stood.title.clone()),
            text: stood.map(|stood| stood.text.clone()).unwrap_or_default(),
            cost,
        });
    }
    options
}
