//! The figure watch: finds the numbers in a text, in bokmål, nynorsk or English, and which figure each seems to quote, and
//! says where they do not agree.
//!
//! A text is read in four steps, each a module: [`plain`] takes away what is markup and keeps the places, `scan` finds numbers and
//! dates, `mention` reads what a number is said to be (of what, of when, by which definition), and `verdict` holds it against
//! what is known. What is known are [`Line`]s of figures, and what follows from them ([`Known`]): growth between any two days,
//! as persons and as per cent, and the sum of a population and what was added to it since.
//!
//! A number of which nothing is known is never flagged, so a page may speak of anything: the watch says what it is sure of. Nothing here
//! knows files, databases or addresses.

mod known;
mod mention;
mod plain;
mod scan;
mod verdict;
mod words;

pub use known::{Definition, Fact, Known, Line, Origin, Said, Subject, When};
pub use mention::Mention;
pub use verdict::{Finding, Kind, Verdict, check};
