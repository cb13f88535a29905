//! From an election to the file.

use super::line::written;
use crate::{BallotKind, Election};

pub(super) fn text(election: &Election) -> String {
    let kind = match election.kind {
        BallotKind::Approval => "approval",
        BallotKind::Points => "cumulative",
    };
    let (votes, points) = (election.votes(), election.points());
    let mut text = String::from("META\nkey;value\n");
    let mut meta = |key: &str, value: &str| text.push_str(&format!("{key};{}\n", written(value)));
    meta("description", &election.title);
    meta("budget", &election.amount(election.budget).to_string());
    meta("num_projects", &election.projects.len().to_string());
    meta("num_votes", &election.ballots.len().to_string());
    meta("vote_type", kind);
    text.push_str("PROJECTS\nproject_id;cost;votes;score;name\n");
    for (place, project) in election.projects.iter().enumerate() {
        let (id, cost) = (written(&project.id), election.amount(project.cost));
        text.push_str(&format!(
            "{id};{cost};{};{};{}\n",
            votes[place],
            points[place],
            written(&project.name)
        ));
    }
    let is_weighted = election.ballots.iter().any(|ballot| ballot.weight != 1);
    text.push_str("VOTES\nvoter_id;vote");
    text.push_str(if election.kind == BallotKind::Points { ";points" } else { "" });
    text.push_str(if is_weighted { ";weight\n" } else { "\n" });
    for (number, ballot) in (1..).zip(&election.ballots) {
        let ids: Vec<&str> = ballot
            .choices
            .iter()
            .map(|choice| election.projects[choice.project as usize].id.as_str())
            .collect();
        text.push_str(&format!("{number};{}", written(&ids.join(","))));
        if election.kind == BallotKind::Points {
            let points: Vec<String> = ballot.choices.iter().map(|choice| choice.points.to_string()).collect();
            text.push_str(&format!(";{}", points.join(",")));
        }
        if is_weighted {
            text.push_str(&format!(";{}", ballot.weight));
        }
        text.push('\n');
    }
    text
}
