//! The four things that a document can be.

use crate::dataset::Dataset;
use crate::dimension::Dimension;
use crate::head::Head;

/// A document.
#[derive(Debug, Clone, PartialEq)]
pub enum Document {
    /// One table.
    Dataset(Box<Dataset>),
    /// A list of tables, dimensions and other lists, there or referred to.
    Collection(Box<Collection>),
    /// A dimension on its own.
    Dimension(Box<Dimension>),
    /// Named tables, as versions 1.x sent them.
    Bundle(Vec<(String, Dataset)>),
}

/// A list of responses.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Collection {
    /// What describes the list.
    pub head: Head,
    /// What it lists, in order.
    pub items: Vec<Item>,
}

/// One thing in a collection.
#[derive(Debug, Clone, PartialEq)]
pub enum Item {
    /// A table that stands in the document.
    Dataset(Box<Dataset>),
    /// A list that stands in the document.
    Collection(Box<Collection>),
    /// A dimension that stands in the document.
    Dimension(Box<Dimension>),
    /// Something that is found elsewhere.
    Reference(Box<Reference>),
}

/// What a collection says about something that is found at `head.href`.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Reference {
    /// `dataset`, `collection` or `dimension`.
    pub class: Option<String>,
    /// The media type.
    pub media_type: Option<String>,
    /// Address, label and what else is said.
    pub head: Head,
}

impl Document {
    /// The tables that stand in the document, in its order, those of lists in lists too.
    pub fn datasets(&self) -> Vec<&Dataset> {
        let mut found = Vec::new();
        match self {
            Self::Dataset(dataset) => found.push(dataset.as_ref()),
            Self::Collection(collection) => collection.gather(&mut found),
            Self::Dimension(_) => {}
            Self::Bundle(datasets) => found.extend(datasets.iter().map(|(_, dataset)| dataset)),
        }
        found
    }
}

impl Collection {
    fn gather<'a>(&'a self, found: &mut Vec<&'a Dataset>) {
        for item in &self.items {
            match item {
                Item::Dataset(dataset) => found.push(dataset),
                Item::Collection(collection) => collection.gather(found),
                Item::Dimension(_) | Item::Reference(_) => {}
            }
        }
    }
}
