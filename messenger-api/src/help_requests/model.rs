//! What a help request is, and the rules of the queue.

use std::collections::BTreeMap;

use chrono::{DateTime, TimeDelta, Utc};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use uuid::Uuid;

use crate::conversations::model::Person;
use crate::messages::model::Location;
use crate::satisfaction::model::Satisfaction;
use crate::words::words;

/// What kind of help is needed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum Category {
    /// Somebody is hurt or ill.
    Medical,
    /// Somebody is threatened.
    Security,
    /// Somebody is missing.
    LostPerson,
    /// Something is missing.
    LostProperty,
    /// Somebody cannot get on because of a barrier.
    Accessibility,
    /// Anything else.
    Other,
}

words!(Category {
    Medical => "medical",
    Security => "security",
    LostPerson => "lost_person",
    LostProperty => "lost_property",
    Accessibility => "accessibility",
    Other => "other",
});

/// How urgent it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum Priority {
    /// Can wait a little.
    Low,
    /// The usual.
    Normal,
    /// Ahead of others who came a little earlier.
    High,
    /// A life may hang on it: ahead of everybody else.
    Critical,
}

words!(Priority { Critical => "critical", High => "high", Normal => "normal", Low => "low" });

/// Where a help request stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum RequestStatus {
    /// In the queue.
    Waiting,
    /// Somebody helps.
    Taken,
    /// Ended with an outcome.
    Closed,
    /// The participant took it back.
    Cancelled,
    /// Nobody took it in time.
    Expired,
}

words!(RequestStatus {
    Waiting => "waiting",
    Taken => "taken",
    Closed => "closed",
    Cancelled => "cancelled",
    Expired => "expired",
});

impl RequestStatus {
    /// Whether somebody still waits for help, or has it.
    pub fn is_open(self) -> bool {
        matches!(self, Self::Waiting | Self::Taken)
    }
}

/// An answer to a triage question.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case", try_from = "serde_json::Value")]
pub enum Answer {
    /// Yes; `true` is understood, too.
    Yes,
    /// No; `false` is understood, too.
    No,
    /// Not known.
    Unknown,
}

impl TryFrom<serde_json::Value> for Answer {
    type Error = &'static str;

    fn try_from(said: serde_json::Value) -> Result<Self, Self::Error> {
        match said {
            serde_json::Value::Bool(true) => Ok(Self::Yes),
            serde_json::Value::Bool(false) => Ok(Self::No),
            _ => match said.as_str() {
                Some("yes") => Ok(Self::Yes),
                Some("no") => Ok(Self::No),
                Some("unknown") => Ok(Self::Unknown),
                _ => Err("must be `yes`, `no` or `unknown`"),
            },
        }
    }
}

/// Answers by the name of their question, such as `bleeding`.
pub type Triage = BTreeMap<String, Answer>;

/// A help request as the people in it see it.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
pub struct HelpRequest {
    /// Which one.
    pub id: Uuid,
    /// Its conversation; the words of the request are message 1.
    pub conversation: Uuid,
    /// The event.
    pub event: Uuid,
    /// Where it stands.
    pub status: RequestStatus,
    /// What kind of help.
    pub category: Category,
    /// How urgent, by the rule of category and triage.
    pub priority: Priority,
    /// The answers it was judged by.
    #[schema(value_type = BTreeMap<String, Answer>)]
    pub triage: Triage,
    /// The words.
    pub text: String,
    /// The zone of the event, when known.
    pub zone: Option<Uuid>,
    /// Where the person was when asking.
    pub location: Option<Location>,
    /// Who asked, with the contact details they chose to share.
    pub participant: Asker,
    /// Who took it.
    pub member: Option<Person>,
    /// When it was opened.
    pub opened_at: DateTime<Utc>,
    /// When it was taken.
    pub taken_at: Option<DateTime<Utc>>,
    /// When it ended, in whatever way.
    pub closed_at: Option<DateTime<Utc>>,
    /// How it ended: `resolved`, `referred`, `unreachable`, `false_alarm` or `other` when a member closed it,
    /// `organization_blocked` when its organization was blocked.
    pub outcome: Option<String>,
    /// Place in the queue, from 1; only while waiting, and only where one request is asked for.
    pub place: Option<i64>,
    /// Estimated seconds until it is taken; null when nobody is on duty.
    pub estimated_seconds: Option<i64>,
    /// Came in while an unusual number of new guests asked: queued below those of equal priority who came with it.
    pub unverified: bool,
    /// How the participant found the help, once they said so.
    pub satisfaction: Option<Satisfaction>,
    /// Grows with every edit of priority or category, and when it is opened again.
    pub version: i64,
    /// Since when it counts as waiting: its opening minus the head start of its priority. Critical requests are before
    /// all others; then the earlier is first, then the lower id.
    pub counts_since: DateTime<Utc>,
    /// Since when it has waited for somebody, the last time.
    pub waiting_since: DateTime<Utc>,
    /// Whether its member was given it and has neither looked at it nor written: it goes on to the next soon. Looking
    /// changes no version.
    pub untouched: bool,
}

/// Who asked for help.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ToSchema)]
pub struct Asker {
    /// The person.
    pub id: Uuid,
    /// Their name, when shared.
    pub name: Option<String>,
    /// Their telephone number, when shared.
    pub phone: Option<String>,
    /// Their e-mail address, when shared.
    pub email: Option<String>,
}

/// How urgent a request is. Uncertainty about a life counts as danger, but below certainty.
pub fn priority(category: Category, triage: &Triage) -> Priority {
    let yes = |names: &[&str]| names.iter().any(|name| triage.get(*name) == Some(&Answer::Yes));
    match category {
        Category::Medical if yes(&["unconscious", "breathing_trouble"]) => Priority::Critical,
        Category::Medical => Priority::High,
        Category::Security if yes(&["danger_now", "weapon"]) => Priority::Critical,
        Category::Security => Priority::High,
        Category::LostPerson if yes(&["in_danger"]) => Priority::Critical,
        Category::LostPerson if yes(&["child"]) => Priority::High,
        Category::Accessibility if yes(&["stuck", "in_pain"]) => Priority::High,
        Category::Other if yes(&["danger_now"]) => Priority::Critical,
        Category::Other if yes(&["injured"]) => Priority::High,
        Category::LostProperty if yes(&["stolen", "urgent"]) => Priority::Normal,
        Category::LostProperty => Priority::Low,
        Category::LostPerson | Category::Accessibility | Category::Other => Priority::Normal,
    }
}

/// Minutes that a request counts as later when it came in an unusual rush of guests: less than lies between any two
/// priorities, so that it stands behind those of its own priority who came with it, and before lower ones.
const RUSH: i64 = 3;

/// How much earlier than it came a request counts in the queue; fixed when it is opened. Finite, so that nobody
/// starves: whoever has waited longer than the difference is ahead. Critical requests are ahead of all others
/// besides.
pub fn head_start(priority: Priority, unverified: bool) -> TimeDelta {
    let minutes = match priority {
        Priority::Critical | Priority::High => 10,
        Priority::Normal => 4,
        Priority::Low => 0,
    };
    TimeDelta::minutes(if unverified { minutes - RUSH } else { minutes })
}

/// Seconds of a conversation that are assumed while an event has no history.
pub const DEFAULT_HANDLING_SECONDS: f64 = 300.0;

/// Estimated seconds until the person at `place` is helped: with `slots` conversations going on at once, each
/// taking `handling_seconds`. Null when nobody is on duty, because any number would be a lie.
pub fn estimated_seconds(place: i64, slots: i64, free: i64, handling_seconds: f64) -> Option<i64> {
    if slots <= 0 {
        return None;
    }
    let ahead = (place - free).max(0);
    #[allow(
        clippy::cast_precision_loss,
        clippy::cast_possible_truncation,
        reason = "places are small, seconds rounded"
    )]
    let seconds = (ahead as f64 * handling_seconds / slots as f64).round() as i64;
    Some(seconds)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn triage(answers: &[(&str, Answer)]) -> Triage {
        answers.iter().map(|(name, answer)| ((*name).to_owned(), *answer)).collect()
    }

    #[test]
    fn a_life_in_danger_is_critical() {
        let rule = |category, name| priority(category, &triage(&[(name, Answer::Yes)]));
        assert_eq!(rule(Category::Medical, "unconscious"), Priority::Critical);
        assert_eq!(rule(Category::Security, "weapon"), Priority::Critical);
        assert_eq!(rule(Category::LostPerson, "in_danger"), Priority::Critical);
        assert_eq!(rule(Category::LostPerson, "child"), Priority::High);
        assert_eq!(rule(Category::Medical, "bleeding"), Priority::High);
        assert_eq!(rule(Category::LostProperty, "valuable"), Priority::Low);
        assert_eq!(priority(Category::Medical, &triage(&[("unconscious", Answer::Unknown)])), Priority::High);
    }

    #[test]
    fn an_estimate_is_honest() {
        assert_eq!(estimated_seconds(3, 0, 0, 300.0), None);
        assert_eq!(estimated_seconds(1, 2, 1, 300.0), Some(0));
        assert_eq!(estimated_seconds(4, 2, 0, 300.0), Some(600));
    }

    /// Where a request stands that came at this second: the smaller, the earlier.
    fn key(at: i64, priority: Priority, unverified: bool) -> TimeDelta {
        TimeDelta::seconds(at) - head_start(priority, unverified)
    }

    /// One that is more urgent, and one that is less; critical ones are before all others anyway.
    fn two_priorities() -> impl Strategy<Value = (Priority, Priority)> {
        let (high, normal, low) = (Priority::High, Priority::Normal, Priority::Low);
        prop::sample::select(vec![(high, normal), (high, low), (normal, low)])
    }

    fn priorities() -> impl Strategy<Value = Priority> {
        prop::sample::select(vec![Priority::Low, Priority::Normal, Priority::High, Priority::Critical])
    }

    proptest! {
        /// Nobody starves, also not in a rush: whoever waited long enough is ahead of everybody who is not critical.
        #[test]
        fn waiting_always_wins_in_the_end(waited in 14_i64..10_000, rush in any::<bool>()) {
            prop_assert!(key(0, Priority::Low, rush) < key(waited * 60, Priority::High, false));
        }

        /// Somebody of a rush stands behind those of equal priority who came before or with them.
        #[test]
        fn a_rush_waits_behind_its_equals(priority in priorities(), at in 0_i64..100_000, before in 0_i64..100_000, with in 0_i64..180) {
            prop_assert!(key(at - before, priority, false) < key(at, priority, true));
            prop_assert!(key(at + with, priority, false) < key(at, priority, true));
        }

        /// And before those of a lower priority who came with them, in a rush or not.
        #[test]
        fn urgency_counts_in_a_rush_too(pair in two_priorities(), at in 0_i64..100_000, rush in any::<bool>()) {
            prop_assert!(key(at, pair.0, true) < key(at, pair.1, rush));
        }
    }
}
