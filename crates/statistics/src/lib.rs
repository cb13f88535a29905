//! What an official figure is: a value with its unit, its period and the kind of that period, the series it belongs
//! to, the vintage it was read from and the source that published it.
//!
//! Nothing here knows of people's languages, files or databases: a page that shows a
//! number shows a [`Figure`], and everything that a distrustful reader asks of it stands in the figure itself.

pub mod classification;
mod figure;
mod period;
pub mod source;
mod value;

pub use figure::{Figure, Source, Unit};
pub use period::{Period, PeriodError, PeriodKind};
pub use value::{Missing, Value, ValueError};
