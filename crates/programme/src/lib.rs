//! A town's growth programme: goals, plans, measures, organisations and revisions, the rules they follow, the folder
//! that a person edits, and the commands that change them.
//!
//! One module per noun. Nothing here knows of HTML, and nothing outside writes: a change is a [`Command`] that is
//! checked and applied in one transaction, with its entry in the journal.

mod action_plan;
pub mod assumption;
pub mod check;
mod command;
mod detail;
pub mod difference;
pub mod exchange;
mod focus_area;
pub mod folder;
pub mod goal;
mod guiding_plan;
pub mod hearing;
mod id;
mod indicator;
mod kept;
mod language;
pub mod letter;
pub mod measure;
mod organisation;
mod programme;
mod programmes;
pub mod quoted;
mod revision;
mod role;
mod series;
pub mod shock;
mod state;
mod surroundings;
pub mod vote;

pub use action_plan::ActionPlan;
pub use assumption::{Assumption, Watch};
pub use command::{Change, Command, Refusal};
pub use detail::Detail;
pub use focus_area::FocusArea;
pub use goal::{Goal, Target};
pub use guiding_plan::GuidingPlan;
pub use hearing::{Hearing, Statement};
pub use id::{
    ActionPlanId, AssumptionId, FocusAreaId, GoalId, GuidingPlanId, HearingId, IdError, IndicatorId, LetterId, MeasureId, OptionId,
    OrganisationId, ProgrammeId, SeriesId, ShockId, VoteId, identifier_from,
};
pub use indicator::{Freshness, Indicator};
pub use language::{Language, Text};
pub use letter::Letter;
pub use measure::{BudgetLine, Cost, Horizon, Measure, Money, Shares, Status, StatusChange};
pub use organisation::{Organisation, OrganisationKind, OrganisationNumber, OrganisationRole};
pub use programme::{Colour, Municipality, Programme};
pub use programmes::{Programmes, Snapshot, last_moment};
pub use revision::{AdoptedPlan, Content, FloorCrossed, Revision};
pub use role::{Actor, Role};
pub use series::{Point, Series};
pub use shock::{Choice, Decision, Shock};
pub use state::State;
pub use surroundings::{KnownSeries, Surroundings};
pub use vote::Vote;
