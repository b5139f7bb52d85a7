//! Where a page of a list in the order of time ended: the time and the id of its last entry.

use std::fmt;
use std::str::FromStr;

use chrono::{DateTime, Utc};
use service_kit::Problem;
use uuid::Uuid;

use crate::events::is_plausible;

/// The place of an entry in a list ordered by time. Callers treat its text as opaque.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Cursor {
    /// The time that the list is ordered by.
    pub at: DateTime<Utc>,
    /// The entry.
    pub id: Uuid,
}

/// The text is not the place of an entry.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("must be the `next` of a page of this list")]
pub struct NotACursor;

impl From<NotACursor> for Problem {
    fn from(error: NotACursor) -> Self {
        Self::invalid("after", error.to_string())
    }
}

impl Cursor {
    /// Reads the parameter `after`.
    pub fn parameter(after: Option<&str>) -> Result<Option<Self>, NotACursor> {
        after.map(str::parse).transpose()
    }
}

impl fmt::Display for Cursor {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{}-{}", self.at.timestamp_micros(), self.id.simple())
    }
}

impl FromStr for Cursor {
    type Err = NotACursor;

    fn from_str(text: &str) -> Result<Self, NotACursor> {
        let (micros, id) = text.rsplit_once('-').ok_or(NotACursor)?;
        let micros = micros.parse().map_err(|_| NotACursor)?;
        let at = DateTime::from_timestamp_micros(micros).filter(|time| is_plausible(*time));
        Ok(Self { at: at.ok_or(NotACursor)?, id: id.parse().map_err(|_| NotACursor)? })
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn a_cursor_survives_its_text(micros in 0_i64..7_000_000_000_000_000, id: u128) {
            let at = DateTime::from_timestamp_micros(micros).unwrap();
            let cursor = Cursor { at, id: Uuid::from_u128(id) };
            prop_assert_eq!(cursor.to_string().parse(), Ok(cursor));
        }

        #[test]
        fn other_texts_are_refused_without_a_panic(text in ".{0,60}") {
            prop_assert!(text.parse::<Cursor>().is_err() || text.contains('-'));
        }
    }

    #[test]
    fn times_beyond_what_the_database_holds_are_refused() {
        for micros in [i64::MIN, i64::MAX, -1] {
            assert!(format!("{micros}-{}", Uuid::nil().simple()).parse::<Cursor>().is_err());
        }
    }
}
