//! Documents in, bytes out: charts as SVG, plans as PDF, mail, and the texts and formats of three languages.
//!
//! Nothing here reads a database or knows an address of the site; what stands in a document comes as an argument.

pub mod chart;
pub mod difference;
pub mod figure;
pub mod format;
pub mod goal;
pub mod letter;
pub mod mail;
pub mod markdown;
pub mod pdf;
pub mod plan;
pub mod texts;
