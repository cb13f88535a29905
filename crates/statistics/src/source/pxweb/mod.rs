//! Statistics Norway's tables, through version 2 of PxWebApi. Statistics Sweden and others run the same program, with other
//! limits, which are read from its configuration.
//!
//! A [`Query`] says which codes of which variables are wanted. [`PxWeb::fetch`] reads the table's metadata, turns expressions
//! such as `top(5)` into the codes that they stand for, splits what is more than the server gives at once, fetches the parts
//! one after the other, and joins them. What it brings says everything about where it is from ([`Log`]).

mod data;
mod old;
mod query;
mod server;
mod split;
mod table;

pub use data::{Fetched, Log, unsettled};
pub use old::old_request;
pub use query::{Choice, Query};
pub use server::{Codelist, Configuration, ListedCode, Page, Place, PxWeb, Search, SourceReference, TableInfo};
pub use table::{CodelistName, Note, Table, notes};
