//! `vekst vote count`: counts a ballot file, so that anybody can recount a vote. Needs no store.

use std::fmt::Write as _;
use std::io::Read as _;
use std::path::{Path, PathBuf};

use clap::{Args, Subcommand, ValueEnum};
use voting::{BallotKind, Completion, Election, How, Outcome, Rule, Utility, Why, pabulib};

use crate::failure::{Exit, Failure};
use crate::output;

#[derive(Debug, Args)]
pub struct Arguments {
    #[command(subcommand)]
    what: What,
}

#[derive(Debug, Subcommand)]
enum What {
    /// Count a ballot file in PaBuLib's format, plain or .gz, and say why each project won or did not
    Count(Count),
}

#[derive(Debug, Args)]
struct Count {
    /// The ballot file; - reads it from standard input
    file: PathBuf,
    /// How votes are counted
    #[arg(long, value_enum)]
    rule: RuleName,
    /// What a chosen project is worth to a voter; votes where it is left out, points where ballots give points
    #[arg(long, value_parser = word::<Utility>)]
    utility: Option<Utility>,
    /// What equal shares do with money that is left
    #[arg(long, value_parser = word::<Completion>)]
    completion: Option<Completion>,
    /// json prints the winners in the order they won and what they cost; without it the result is told in words
    #[arg(long, value_enum)]
    format: Option<Format>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum RuleName {
    /// Method of equal shares
    EqualShares,
    /// By number of votes, each that still fits
    Greedy,
    /// The set with the greatest sum that fits
    Knapsack,
}

#[derive(Debug, Clone, Copy, ValueEnum)]
enum Format {
    Json,
}

fn word<T: std::str::FromStr<Err = String>>(word: &str) -> Result<T, String> {
    word.parse()
}

pub fn run(arguments: &Arguments) -> Result<Exit, Failure> {
    let What::Count(count) = &arguments.what;
    let election = read(&count.file)?;
    let rule = rule(count, &election)?;
    let outcome = voting::count(&election, rule).map_err(|error| Failure::refused(format!("{}: {error}", count.file.display())))?;
    match count.format {
        Some(Format::Json) => output::say(json(&election, &outcome)),
        None => output::say(words(&election, rule, &outcome).trim_end()),
    }
    Ok(Exit::Done)
}

fn read(file: &Path) -> Result<Election, Failure> {
    let bytes = if file == Path::new("-") {
        let mut bytes = Vec::new();
        std::io::stdin().lock().read_to_end(&mut bytes).map(|_| bytes)
    } else {
        std::fs::read(file)
    };
    let unread = |error: std::io::Error| {
        let file = file.display();
        Failure::new(
            Exit::File,
            format!("{file} cannot be read ({error}): check its path and permissions"),
        )
    };
    pabulib::read(&bytes.map_err(unread)?).map_err(|mistakes| {
        let details = mistakes.iter().map(|mistake| format!("{}: {mistake}", file.display())).collect();
        Failure::refused_for(details, "nothing was counted: mend the file first")
    })
}

/// The rule that the options name; refused where they contradict each other or the ballots.
fn rule(count: &Count, election: &Election) -> Result<Rule, Failure> {
    let by_kind = match election.kind {
        BallotKind::Approval => Utility::Votes,
        BallotKind::Points => Utility::Points,
    };
    let utility = count.utility.unwrap_or(by_kind);
    if utility == Utility::Points && election.kind == BallotKind::Approval {
        return Err(Failure::new(
            Exit::Usage,
            "these ballots give no points: count with --utility cost or --utility votes",
        ));
    }
    if count.completion.is_some_and(|completion| completion != Completion::None) && count.rule != RuleName::EqualShares {
        return Err(Failure::new(
            Exit::Usage,
            "--completion belongs to --rule equal-shares: leave it out",
        ));
    }
    Ok(match count.rule {
        RuleName::EqualShares => Rule::EqualShares {
            utility,
            completion: count.completion.unwrap_or(Completion::None),
        },
        RuleName::Greedy => Rule::Greedy,
        RuleName::Knapsack => Rule::Knapsack { utility },
    })
}

fn json(election: &Election, outcome: &Outcome) -> String {
    let ids: Vec<String> = outcome
        .places()
        .into_iter()
        .map(|place| quoted(&election.projects[place].id))
        .collect();
    format!("{{\"winners\": [{}], \"cost\": {}}}", ids.join(", "), election.amount(outcome.cost))
}

/// A text as JSON writes it.
fn quoted(text: &str) -> String {
    let mut quoted = String::from("\"");
    for character in text.chars() {
        match character {
            '"' => quoted.push_str("\\\""),
            '\\' => quoted.push_str("\\\\"),
            control if control.is_control() => {
                let _ = write!(quoted, "\\u{:04x}", u32::from(control));
            }
            other => quoted.push(other),
        }
    }
    quoted.push('"');
    quoted
}

fn words(election: &Election, rule: Rule, outcome: &Outcome) -> String {
    let mut text = String::new();
    let amount = |units: u64| election.amount(units).to_string();
    let name = |place: usize| {
        let project = &election.projects[place];
        if project.name.is_empty() {
            project.id.clone()
        } else {
            format!("{} ({})", project.name, project.id)
        }
    };
    let mut line = |said: String| {
        text.push_str(&said);
        text.push('\n');
    };
    line(format!(
        "{} of {} projects won. They cost {} of the budget of {}. {} voters were counted.",
        outcome.winners.len(),
        election.projects.len(),
        amount(outcome.cost),
        amount(election.budget),
        election.voters(),
    ));
    line(method(rule, outcome));
    line(String::new());
    for (number, won) in (1..).zip(&outcome.winners) {
        let cost = amount(election.projects[won.project].cost);
        line(format!(
            "{number}. {}, cost {cost}, {} votes: {}",
            name(won.project),
            won.votes,
            how(won.how, rule, &amount)
        ));
    }
    if !outcome.others.is_empty() {
        line("\nDid not win, the nearest first:".to_owned());
    }
    for lost in &outcome.others {
        let cost = amount(election.projects[lost.project].cost);
        line(format!(
            "- {}, cost {cost}, {} votes: {}",
            name(lost.project),
            lost.votes,
            why(lost.why, &amount)
        ));
    }
    text
}

fn method(rule: Rule, outcome: &Outcome) -> String {
    match rule {
        Rule::EqualShares { utility, completion } => {
            let raised = match (completion, outcome.raised) {
                (Completion::None, _) => String::new(),
                (_, raised) => format!(" Shares were raised by {raised} until nothing more fitted."),
            };
            format!(
                "Method of equal shares, utility {utility}, completion {completion}: each voter held {:.2}, and what was bought was paid by those who chose it.{raised}",
                outcome.share,
            )
        }
        Rule::Greedy => "By number of votes, each that still fits.".to_owned(),
        Rule::Knapsack { utility } => format!("Knapsack, utility {utility}: the set with the greatest sum that fits the budget."),
    }
}

fn how(how: How, rule: Rule, amount: &dyn Fn(u64) -> String) -> String {
    let paid = if matches!(
        rule,
        Rule::EqualShares {
            utility: Utility::Points,
            ..
        }
    ) {
        "for each point they gave"
    } else {
        "each"
    };
    match how {
        How::Shares {
            most,
            paid_most,
            paid_rest: 0,
        } => format!("{paid_most} supporters paid {most:.2} {paid}"),
        How::Shares {
            most,
            paid_most,
            paid_rest,
        } => {
            format!("{paid_most} supporters paid {most:.2} {paid}, and {paid_rest} gave all they had left")
        }
        How::Fits { left } => format!("came next by votes, and {} was left", amount(left)),
        How::Set => "is in the best set".to_owned(),
    }
}

fn why(why: Why, amount: &dyn Fn(u64) -> String) -> String {
    match why {
        Why::NoVotes => "nobody chose it".to_owned(),
        Why::NoCost => "it costs nothing, so there is nothing to pay for".to_owned(),
        Why::OverBudget => "it costs more than the whole budget".to_owned(),
        Why::Shares { had, missing } => format!("its supporters had {had:.2} left together, {missing:.2} too little"),
        Why::Room { left, missing } => format!("{} was left when its turn came, {} too little", amount(left), amount(missing)),
        Why::Set => "another set is worth more, or as much for less".to_owned(),
    }
}
