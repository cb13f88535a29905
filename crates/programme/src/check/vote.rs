//! The rules of votes.

use super::{FaultKind, Faults, MOST_KRONER};
use crate::Vote;
use crate::vote::{BallotKind, Trouble, Utility};

/// More options than this nobody reads.
const MOST_OPTIONS: usize = 200;
/// More points than this nobody spreads.
const MOST_POINTS: u32 = 1_000;

impl Faults<'_> {
    pub(super) fn votes(&mut self) {
        let state = self.state;
        self.unique("vote", state.votes.iter().map(|vote| vote.id.as_str()));
        for vote in &state.votes {
            let before = self.before.and_then(|before| before.vote(&vote.id));
            // ballots are read through once, and not at every change to something else
            if before == Some(vote) {
                continue;
            }
            self.about("vote", &vote.id);
            self.vote(vote);
            self.options(vote);
            self.outcome(vote);
        }
    }

    fn vote(&mut self, vote: &Vote) {
        self.title("title", &vote.title);
        self.text("body", &vote.body);
        self.title("decided-by", &vote.decided_by);
        if let Some(plan) = vote.plan.as_ref().filter(|_| !vote.opened) {
            self.known("plan", plan, self.state.action_plan(plan).is_some());
        }
        if vote.budget == 0 || vote.budget > MOST_KRONER {
            self.add("budget", FaultKind::OutOfRange);
        }
        if vote.closes < vote.opens {
            self.add("closes", FaultKind::EndsBeforeStart);
        }
        if vote.shares.organisations.checked_add(vote.shares.persons) != Some(100) {
            self.add("shares", FaultKind::Vote(Trouble::Shares));
        }
        let sensible = match vote.ballot {
            BallotKind::Approval { most } => most.is_none_or(|most| most > 0),
            BallotKind::Points { points } => (1..=MOST_POINTS).contains(&points),
        };
        if !sensible {
            self.add("ballot", FaultKind::OutOfRange);
        }
        if matches!(vote.ballot, BallotKind::Approval { .. }) && vote.rule.utility() == Some(Utility::Points) {
            self.add("rule", FaultKind::Vote(Trouble::Utility));
        }
    }

    fn options(&mut self, vote: &Vote) {
        if vote.options.is_empty() {
            self.add("option", FaultKind::Empty);
        }
        if vote.options.len() > MOST_OPTIONS {
            self.add("option", FaultKind::OutOfRange);
        }
        for (place, option) in vote.options.iter().enumerate() {
            if vote.options[..place].iter().any(|before| before.id == option.id) {
                self.add("option", FaultKind::Twice(option.id.to_string()));
            }
            self.title("option", &option.title);
            self.text("option", &option.text);
            if option.cost == 0 || option.cost > MOST_KRONER {
                self.add("option", FaultKind::OutOfRange);
            }
            // what was asked stands, also when a measure is gone later
            if let Some(measure) = option.measure.as_ref().filter(|_| !vote.opened) {
                self.known("option", measure, self.state.measure(measure).is_some());
            }
        }
    }

    fn outcome(&mut self, vote: &Vote) {
        match (&vote.closed, &vote.ballots) {
            (None, None) => {}
            (Some(closed), Some(ballots)) if vote.opened => {
                let answered = closed.organisations.answered + closed.persons.answered;
                let intact = closed.hash == ballots.hash() && ballots.by_group(vote).is_ok();
                let whole = ballots
                    .election(vote)
                    .is_ok_and(|election| election.ballots.len() as u64 == answered);
                if !intact || !whole {
                    self.add("closed", FaultKind::Vote(Trouble::Ballots));
                }
            }
            _ => self.add("closed", FaultKind::Vote(Trouble::Ballots)),
        }
        if vote.closed.is_none() && !vote.overrides.is_empty() {
            self.add("override", FaultKind::Vote(Trouble::NotClosed));
        }
        for (place, decision) in vote.overrides.iter().enumerate() {
            self.known("override", &decision.option, vote.option(&decision.option).is_some());
            if vote.overrides[..place].iter().any(|before| before.option == decision.option) {
                self.add("override", FaultKind::Twice(decision.option.to_string()));
            }
            if decision.reason.is_empty() {
                self.add("reason", FaultKind::Empty);
            }
            self.text("reason", &decision.reason);
            self.title("body", &decision.body);
        }
    }
}
