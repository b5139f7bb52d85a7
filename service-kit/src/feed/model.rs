//! The shapes that travel between services.

use std::fmt;
use std::str::FromStr;

use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use serde_json::Value;
use uuid::Uuid;

/// The newest state of one entity.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Entry {
    /// What it is, such as `event`.
    pub kind: String,
    /// Which one.
    pub entity: Uuid,
    /// Its state; null when it no longer exists.
    pub data: Option<Value>,
}

impl Entry {
    /// Whether it no longer exists. What exists and cannot be read is something else.
    pub fn is_gone(&self) -> bool {
        self.data.is_none()
    }

    /// Reads the state as its type. A state that cannot be read is logged and skipped: one bad row must not
    /// hold up all that follow.
    pub fn read<T: DeserializeOwned>(&self) -> Option<T> {
        let data = self.data.clone()?;
        serde_json::from_value(data)
            .inspect_err(|error| tracing::error!(kind = self.kind, entity = %self.entity, %error, "unreadable feed entry"))
            .ok()
    }
}

/// How far a reader has come.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Cursor {
    /// The life of the store that the numbers below belong to.
    pub epoch: Uuid,
    /// Transaction of the last row read.
    pub transaction: i64,
    /// Number of the last row read.
    pub id: i64,
}

impl fmt::Display for Cursor {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{}:{}:{}", self.epoch.simple(), self.transaction, self.id)
    }
}

impl FromStr for Cursor {
    type Err = &'static str;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let unreadable = "not a cursor of a feed";
        let mut parts = text.split(':');
        let mut next = || parts.next().ok_or(unreadable);
        let epoch = next()?.parse().map_err(|_| unreadable)?;
        let transaction = next()?.parse().map_err(|_| unreadable)?;
        let id = next()?.parse().map_err(|_| unreadable)?;
        Ok(Self { epoch, transaction, id })
    }
}

/// What a reader gets at once.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Batch {
    /// Whether this begins again from the start: the reader's cursor was of another epoch, or it had none.
    pub restart: bool,
    /// Where to read on.
    pub cursor: String,
    /// The entries, oldest change first.
    pub entries: Vec<Entry>,
    /// Whether more is known to follow at once.
    pub more: bool,
    /// Whether rows are committed that an older transaction, still running, holds back: look again soon. Only for
    /// readers in the same service.
    #[serde(skip)]
    pub withheld: bool,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cursor_survives_its_text() {
        let cursor = Cursor { epoch: Uuid::now_v7(), transaction: 812, id: 7 };
        assert_eq!(cursor.to_string().parse(), Ok(cursor));
        assert!("nonsense".parse::<Cursor>().is_err());
    }
}
