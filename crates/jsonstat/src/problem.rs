//! What is wrong with a document, where, and how grave it is.

use std::fmt;

/// The rules of the format. The names are those of the format's public rule catalogue (`jsonstat-validator`, rule set 1.0).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Code {
    /// It is not JSON.
    ParseError,
    /// It is JSON, but a member is missing or of the wrong type.
    StructuralViolation,
    /// `id` and `size` are not equally long.
    IdSizeLenMismatch,
    /// The members of `dimension` are not those that `id` names.
    DimKeyIdMismatch,
    /// The number of values is not the product of the sizes.
    ValueLenMismatch,
    /// A key of sparse values is not the number of a cell.
    SparseKeyOutOfRange,
    /// A role names a dimension that is not there.
    RoleIdUnknown,
    /// The number of statuses is not the product of the sizes.
    StatusLenMismatch,
    /// A key of the statuses is not the number of a cell.
    StatusKeyOutOfRange,
    /// A dimension of measures does not tell their units.
    MetricUnitMissing,
    /// The list of categories is not as long as the size says.
    IndexCountMismatch,
    /// The categories' positions are not 0, 1, 2 … up to the size.
    IndexPositionsInvalid,
    /// A label for a category that is not there.
    LabelKeyUnknown,
    /// Some categories have labels, others have none.
    LabelKeyIncomplete,
    /// A unit for a category that is not there.
    UnitKeyUnknown,
    /// Coordinates for a category that is not there.
    CoordKeyUnknown,
    /// A note for a category that is not there.
    NoteKeyUnknown,
    /// A parent or child that is not a category.
    ChildIdUnknown,
    /// A category that is its own descendant.
    ChildCycle,
    /// Collections inside collections, deeper than most programs follow.
    RecursionLimit,
    /// A bundle of version 1.x.
    BundleDeprecated,
    /// The product of the sizes is larger than a number can be.
    CubeSizeOverflow,
    /// More problems than are told.
    BudgetExceeded,
}

/// How grave a problem is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Severity {
    /// Worth knowing.
    Info,
    /// Legal, but something is missing that readers need.
    Warning,
    /// Against the format.
    Error,
}

impl Code {
    /// The name in capital letters, such as `VALUE_LEN_MISMATCH`.
    pub fn name(self) -> &'static str {
        match self {
            Self::ParseError => "PARSE_ERROR",
            Self::StructuralViolation => "STRUCTURAL_VIOLATION",
            Self::IdSizeLenMismatch => "ID_SIZE_LEN_MISMATCH",
            Self::DimKeyIdMismatch => "DIM_KEY_ID_MISMATCH",
            Self::ValueLenMismatch => "VALUE_LEN_MISMATCH",
            Self::SparseKeyOutOfRange => "SPARSE_KEY_OUT_OF_RANGE",
            Self::RoleIdUnknown => "ROLE_ID_UNKNOWN",
            Self::StatusLenMismatch => "STATUS_LEN_MISMATCH",
            Self::StatusKeyOutOfRange => "STATUS_KEY_OUT_OF_RANGE",
            Self::MetricUnitMissing => "METRIC_UNIT_MISSING",
            Self::IndexCountMismatch => "INDEX_COUNT_MISMATCH",
            Self::IndexPositionsInvalid => "INDEX_POSITIONS_INVALID",
            Self::LabelKeyUnknown => "LABEL_KEY_UNKNOWN",
            Self::LabelKeyIncomplete => "LABEL_KEY_INCOMPLETE",
            Self::UnitKeyUnknown => "UNIT_KEY_UNKNOWN",
            Self::CoordKeyUnknown => "COORD_KEY_UNKNOWN",
            Self::NoteKeyUnknown => "NOTE_KEY_UNKNOWN",
            Self::ChildIdUnknown => "CHILD_ID_UNKNOWN",
            Self::ChildCycle => "CHILD_CYCLE",
            Self::RecursionLimit => "RECURSION_LIMIT",
            Self::BundleDeprecated => "BUNDLE_DEPRECATED",
            Self::CubeSizeOverflow => "CUBE_SIZE_OVERFLOW",
            Self::BudgetExceeded => "BUDGET_EXCEEDED",
        }
    }

    /// How grave it is to break this rule.
    pub fn severity(self) -> Severity {
        match self {
            Self::RecursionLimit | Self::BundleDeprecated => Severity::Info,
            Self::MetricUnitMissing | Self::LabelKeyIncomplete | Self::BudgetExceeded => Severity::Warning,
            _ => Severity::Error,
        }
    }
}

/// One thing that is wrong.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Problem {
    /// The rule that is broken.
    pub code: Code,
    /// The place in the document, such as `dimension.Region.category.index["0301"]`; empty for the whole document.
    pub path: String,
    /// What is wrong there.
    pub message: String,
    /// True where the cells cannot be told without guessing.
    pub(crate) fatal: bool,
}

impl fmt::Display for Problem {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.path.is_empty() {
            formatter.write_str(&self.message)
        } else {
            write!(formatter, "{}: {}", self.path, self.message)
        }
    }
}

impl std::error::Error for Problem {}

/// Every rule that a document breaks, in the order in which they were found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Verdict {
    /// What is wrong or worth knowing; at most 1,000 are told.
    pub problems: Vec<Problem>,
}

impl Verdict {
    /// True where nothing is against the format; warnings do not make a document invalid.
    pub fn valid(&self) -> bool {
        self.problems.iter().all(|problem| problem.code.severity() < Severity::Error)
    }
}
