use std::{fmt, str::FromStr};

use jiff::Timestamp;
use sea_orm::DeriveValueType;

/// A moment as the store keeps it: UTC, to the microsecond, written with a fixed width, so that the order of the texts
/// is the order of time on every database and `valid_from <= ?` needs no date functions.
///
/// ```
/// let instant: store::Instant = "2020-05-08T12:00:00Z".parse().unwrap();
/// assert_eq!(instant.to_string(), "2020-05-08T12:00:00.000000Z");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, DeriveValueType)]
#[sea_orm(value_type = "String")]
pub struct Instant(Timestamp);

/// Midnight at the start of year 0: the earliest moment whose text has four digits for the year and no sign.
const EARLIEST_SECOND: i64 = -62_167_219_200;

impl Instant {
    /// The moment of a clock's timestamp, rounded down to the microsecond. A clock that stands before the year 0 is taken
    /// to stand at its beginning.
    pub fn new(timestamp: Timestamp) -> Self {
        let rounded_down = timestamp.as_nanosecond().div_euclid(1_000);
        let microsecond = i64::try_from(rounded_down).unwrap_or(i64::MAX).max(EARLIEST_SECOND * 1_000_000);
        // a rounded-down timestamp at or after the year 0 is within jiff's range
        Self(Timestamp::from_microsecond(microsecond).unwrap_or(timestamp))
    }

    /// The moment as jiff knows it.
    pub fn timestamp(self) -> Timestamp {
        self.0
    }
}

impl From<Timestamp> for Instant {
    fn from(timestamp: Timestamp) -> Self {
        Self::new(timestamp)
    }
}

impl fmt::Display for Instant {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{:.6}", self.0)
    }
}

impl FromStr for Instant {
    type Err = jiff::Error;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        text.parse::<Timestamp>().map(Self::new)
    }
}

impl serde::Serialize for Instant {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> serde::Deserialize<'de> for Instant {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Timestamp::deserialize(deserializer).map(Self::new)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_sort_as_time_does() {
        let moments = [
            "-009999-01-02T01:59:59Z",
            "0000-01-01T00:00:00Z",
            "1814-05-17T00:00:00.5Z",
            "2020-05-08T12:00:00.000001Z",
        ];
        let texts: Vec<String> = moments.iter().map(|text| text.parse::<Instant>().unwrap().to_string()).collect();
        assert!(texts.is_sorted());
        assert!(texts.iter().all(|text| text.len() == texts[0].len()));
    }

    #[test]
    fn a_moment_is_rounded_down_and_read_back() {
        let timestamp: Timestamp = "2020-05-08T12:00:00.123456789Z".parse().unwrap();
        let instant = Instant::new(timestamp);
        assert_eq!(instant.to_string(), "2020-05-08T12:00:00.123456Z");
        assert_eq!(instant.to_string().parse::<Instant>().unwrap(), instant);
        let before_the_epoch: Timestamp = "1969-12-31T23:59:59.9999999Z".parse().unwrap();
        assert!(Instant::new(before_the_epoch).timestamp() <= before_the_epoch);
    }
}
