//! The validity matrix: who was asked and who answered, by kind of partner, and what each kind says of each measure.

use super::{Hearing, Holds, Publication, Sender, Statement};
use crate::{MeasureId, OrganisationId, OrganisationKind, State};

/// Fewer answers than this are single voices, not a picture of those who were asked.
const SMALL: usize = 5;

/// Those whose answers are counted together.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Group {
    /// Organisations of the programme of one kind.
    Partners(OrganisationKind),
    /// Organisations without a part in the programme.
    Others,
    Residents,
    /// Those who do not say who they are.
    Unnamed,
}

impl Group {
    const ALL: [Self; 9] = [
        Self::Partners(OrganisationKind::Municipality),
        Self::Partners(OrganisationKind::Association),
        Self::Partners(OrganisationKind::Company),
        Self::Partners(OrganisationKind::School),
        Self::Partners(OrganisationKind::Forum),
        Self::Partners(OrganisationKind::Other),
        Self::Others,
        Self::Residents,
        Self::Unnamed,
    ];

    /// The word in message keys, the API and files.
    pub fn word(self) -> &'static str {
        match self {
            Self::Partners(OrganisationKind::Municipality) => "municipality",
            Self::Partners(OrganisationKind::Association) => "association",
            Self::Partners(OrganisationKind::Company) => "company",
            Self::Partners(OrganisationKind::School) => "school",
            Self::Partners(OrganisationKind::Forum) => "forum",
            Self::Partners(OrganisationKind::Other) => "other",
            Self::Others => "outside",
            Self::Residents => "residents",
            Self::Unnamed => "unnamed",
        }
    }

    fn of(state: &State, statement: &Statement) -> Self {
        let kind = |id: &OrganisationId| state.organisation(id).map_or(OrganisationKind::Other, |known| known.kind);
        match statement.sender {
            Sender::Partner => Self::Partners(statement.organisation.as_ref().map_or(OrganisationKind::Other, kind)),
            Sender::Organisation => Self::Others,
            Sender::Resident => Self::Residents,
            Sender::Anonymous => Self::Unnamed,
        }
    }
}

/// How many said what of one measure.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Counts {
    pub yes: usize,
    pub changes: usize,
    pub no: usize,
    pub unknown: usize,
}

impl Counts {
    fn add(&mut self, holds: Holds) {
        match holds {
            Holds::Yes => self.yes += 1,
            Holds::Changes => self.changes += 1,
            Holds::No => self.no += 1,
            Holds::Unknown => self.unknown += 1,
        }
    }

    /// How many said anything.
    pub fn n(&self) -> usize {
        self.yes + self.changes + self.no + self.unknown
    }

    /// How many gave one answer.
    pub fn of(&self, holds: Holds) -> usize {
        match holds {
            Holds::Yes => self.yes,
            Holds::Changes => self.changes,
            Holds::No => self.no,
            Holds::Unknown => self.unknown,
        }
    }
}

/// One group's answers.
#[derive(Debug, Clone, PartialEq)]
pub struct Row {
    pub group: Group,
    /// How many organisations were asked; none for groups that nobody can count.
    pub invited: Option<usize>,
    /// How many of those who were asked answered; for groups that nobody can count, how many answered.
    pub answered: usize,
    /// Answers of organisations of this kind that had not been asked by name.
    pub unasked: usize,
    /// In the order of the matrix's measures.
    pub counts: Vec<Counts>,
}

impl Row {
    /// How many were asked and did not answer.
    pub fn silent(&self) -> Option<usize> {
        self.invited.map(|invited| invited - self.answered)
    }

    /// The share of those asked who did not answer, in per cent.
    pub fn non_response(&self) -> Option<f64> {
        let invited = self.invited.filter(|invited| *invited > 0)?;
        Some(100.0 * (invited - self.answered) as f64 / invited as f64)
    }

    /// True where so few answered that the numbers are single voices.
    pub fn is_small(&self) -> bool {
        (1..SMALL).contains(&(self.answered + self.unasked))
    }
}

/// Who said what of which measure.
#[derive(Debug, Clone, PartialEq)]
pub struct Matrix {
    pub measures: Vec<MeasureId>,
    /// The groups that were asked or that answered.
    pub rows: Vec<Row>,
}

impl Matrix {
    /// All groups together, of one measure.
    pub fn total(&self, place: usize) -> Counts {
        self.rows.iter().fold(Counts::default(), |sum, row| {
            let counts = row.counts.get(place).copied().unwrap_or_default();
            Counts {
                yes: sum.yes + counts.yes,
                changes: sum.changes + counts.changes,
                no: sum.no + counts.no,
                unknown: sum.unknown + counts.unknown,
            }
        })
    }

    /// How many organisations were asked, and how many of them answered.
    pub fn response(&self) -> (usize, usize) {
        let asked = self.rows.iter().filter_map(|row| Some((row.invited?, row.answered)));
        asked.fold((0, 0), |(invited, answered), row| (invited + row.0, answered + row.1))
    }
}

/// The matrix of a hearing as it stands. What is withheld is not counted.
pub fn matrix(state: &State, hearing: &Hearing) -> Matrix {
    let counted: Vec<(Group, &Statement)> = state
        .statements_to(&hearing.id)
        .filter(|statement| statement.publication() != Publication::Withheld)
        .map(|statement| (Group::of(state, statement), statement))
        .collect();
    let rows = Group::ALL.into_iter().map(|group| {
        let own: Vec<&Statement> = counted
            .iter()
            .filter(|(of, _)| *of == group)
            .map(|(_, statement)| *statement)
            .collect();
        row(state, hearing, group, &own)
    });
    Matrix {
        measures: hearing.measures.clone(),
        rows: rows
            .filter(|row| row.invited.is_some_and(|invited| invited > 0) || row.answered + row.unasked > 0)
            .collect(),
    }
}

fn row(state: &State, hearing: &Hearing, group: Group, statements: &[&Statement]) -> Row {
    let is_of_group = |id: &&OrganisationId| {
        let kind = state.organisation(id).map_or(OrganisationKind::Other, |known| known.kind);
        group == Group::Partners(kind)
    };
    let invited: Vec<&OrganisationId> = hearing.invited.iter().filter(is_of_group).collect();
    let is_partner = matches!(group, Group::Partners(_));
    let was_asked = |statement: &&&Statement| statement.organisation.as_ref().is_some_and(|id| invited.contains(&id));
    let asked = statements.iter().filter(was_asked).count();
    let counts = hearing.measures.iter().map(|measure| {
        let mut counts = Counts::default();
        let verdicts = statements.iter().filter_map(|statement| statement.verdict_on(measure));
        verdicts.for_each(|verdict| counts.add(verdict.holds));
        counts
    });
    Row {
        group,
        invited: is_partner.then_some(invited.len()),
        answered: if is_partner { asked } else { statements.len() },
        unasked: if is_partner { statements.len() - asked } else { 0 },
        counts: counts.collect(),
    }
}
