//! A dimension: what the cells are broken down by, and its categories in order.

use serde_json::{Map, Value as Json};

use crate::head::Head;
use crate::problem::{Code, Problem};

/// What a dimension speaks of, where the document says so.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Role {
    /// Time.
    Time,
    /// Places.
    Geo,
    /// What is measured: its categories have units.
    Metric,
}

impl Role {
    pub(crate) const ALL: [(&'static str, Self); 3] = [("time", Self::Time), ("geo", Self::Geo), ("metric", Self::Metric)];
}

/// The unit of a measure, with the members that the source gives.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Unit(pub Map<String, Json>);

impl Unit {
    /// How many decimals are meaningful.
    pub fn decimals(&self) -> Option<u64> {
        self.0.get("decimals").and_then(Json::as_u64)
    }

    /// The unit's name: `label`, or `base` as Statistics Norway and Statistics Sweden write it.
    pub fn name(&self) -> Option<&str> {
        ["label", "base"]
            .iter()
            .find_map(|member| self.0.get(*member).and_then(Json::as_str))
    }

    /// The sign that is written beside the number, such as "€".
    pub fn symbol(&self) -> Option<&str> {
        self.0.get("symbol").and_then(Json::as_str)
    }
}

/// One category of a dimension, such as a municipality or a year.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Category {
    /// Its code, the only thing that programs should go by.
    pub code: String,
    /// What it is, for people; where there is none, the code stands for itself.
    pub label: Option<String>,
    /// The unit, for categories of a dimension of measures.
    pub unit: Option<Unit>,
    /// Longitude and latitude in degrees.
    pub coordinates: Option<[f64; 2]>,
    /// Remarks on this category alone.
    pub note: Vec<String>,
    /// Codes of the categories that this one is made up of.
    pub children: Vec<String>,
}

impl Category {
    /// A category with a code and nothing else.
    pub fn new(code: impl Into<String>) -> Self {
        Self {
            code: code.into(),
            ..Self::default()
        }
    }

    /// The same with a label.
    #[must_use]
    pub fn labelled(mut self, label: impl Into<String>) -> Self {
        self.label = Some(label.into());
        self
    }
}

/// A dimension with its categories in order.
#[derive(Debug, Clone, PartialEq)]
pub struct Dimension {
    /// Its name in the document; empty for a dimension that is a document of its own.
    pub id: String,
    /// What it speaks of.
    pub role: Option<Role>,
    /// Label, notes, links and what else describes it.
    pub head: Head,
    categories: Vec<Category>,
    /// Places in `categories`, by code.
    by_code: Vec<usize>,
}

impl Dimension {
    /// A dimension with these categories. Refused where a code stands twice, or a child is not a category.
    pub fn new(id: impl Into<String>, categories: Vec<Category>) -> Result<Self, Problem> {
        let mut by_code: Vec<usize> = (0..categories.len()).collect();
        by_code.sort_by(|left, right| categories[*left].code.cmp(&categories[*right].code));
        let dimension = Self {
            id: id.into(),
            role: None,
            head: Head::default(),
            categories,
            by_code,
        };
        let problem = |code, message| Problem {
            code,
            path: format!("dimension.{}.category", dimension.id),
            message,
            fatal: true,
        };
        let code = |place: &usize| &dimension.categories[*place].code;
        if let Some([first, ..]) = dimension.by_code.windows(2).find(|pair| code(&pair[0]) == code(&pair[1])) {
            let message = format!("the code «{}» stands twice", code(first));
            return Err(problem(Code::StructuralViolation, message));
        }
        let mut children = dimension.categories.iter().flat_map(|category| &category.children);
        if let Some(child) = children.find(|child| dimension.position(child).is_none()) {
            return Err(problem(Code::ChildIdUnknown, format!("«{child}» is not a category")));
        }
        Ok(dimension)
    }

    /// The same with a role.
    #[must_use]
    pub fn in_role(mut self, role: Role) -> Self {
        self.role = Some(role);
        self
    }

    /// The same with a label.
    #[must_use]
    pub fn labelled(mut self, label: impl Into<String>) -> Self {
        self.head.label = Some(label.into());
        self
    }

    /// The categories in order.
    pub fn categories(&self) -> &[Category] {
        &self.categories
    }

    /// How many categories there are.
    pub fn len(&self) -> usize {
        self.categories.len()
    }

    /// True where there are none, and so no cells either.
    pub fn is_empty(&self) -> bool {
        self.categories.is_empty()
    }

    /// A category's place in the order.
    pub fn position(&self, code: &str) -> Option<usize> {
        let place = self
            .by_code
            .binary_search_by(|place| self.categories[*place].code.as_str().cmp(code));
        Some(self.by_code[place.ok()?])
    }

    /// The category with a code.
    pub fn category(&self, code: &str) -> Option<&Category> {
        Some(&self.categories[self.position(code)?])
    }

    /// True where some categories are made up of others.
    pub fn is_hierarchical(&self) -> bool {
        self.categories.iter().any(|category| !category.children.is_empty())
    }

    /// The same dimension with some of its categories, in the order given; children that are left out are no longer named.
    pub(crate) fn chosen(&self, positions: &[usize]) -> Self {
        let mut kept = vec![false; self.len()];
        positions.iter().for_each(|position| kept[*position] = true);
        let stays = |child: &String| self.position(child).is_some_and(|position| kept[position]);
        let mut categories: Vec<Category> = positions.iter().map(|position| self.categories[*position].clone()).collect();
        categories.iter_mut().for_each(|category| category.children.retain(stays));
        let mut by_code: Vec<usize> = (0..categories.len()).collect();
        by_code.sort_by(|left, right| categories[*left].code.cmp(&categories[*right].code));
        Self {
            id: self.id.clone(),
            role: self.role,
            head: self.head.clone(),
            categories,
            by_code,
        }
    }
}
