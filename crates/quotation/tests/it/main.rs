//! The figure watch on the figures of a town.

mod errors;
mod quiet;
mod town;
