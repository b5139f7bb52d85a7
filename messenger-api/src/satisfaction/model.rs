//! What somebody says of the help they got, and until when they may say otherwise.

use chrono::{DateTime, TimeDelta, Utc};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use uuid::Uuid;

use super::error::SatisfactionError;
use crate::help_requests::model::RequestStatus;
use crate::words::words;

/// How the help was. Three words, because a person who was just in fear chooses among few.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum Rating {
    /// It helped.
    Good,
    /// It helped in part.
    Fair,
    /// It did not help.
    Poor,
}

words!(Rating { Good => "good", Fair => "fair", Poor => "poor" });

/// What a participant said of the help they got.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ToSchema)]
pub struct Satisfaction {
    /// How it was.
    pub rating: Rating,
    /// In their own words, when they liked to.
    pub comment: Option<String>,
    /// When they first said so.
    pub rated_at: DateTime<Utc>,
}

impl Satisfaction {
    /// Puts it together from its columns, which are empty while nothing was said.
    pub fn from_columns(
        rating: Option<&str>,
        comment: Option<String>,
        rated_at: Option<DateTime<Utc>>,
    ) -> Result<Option<Self>, sqlx::Error> {
        let Some((rating, rated_at)) = rating.zip(rated_at) else { return Ok(None) };
        Ok(Some(Self { rating: rating.parse()?, comment, rated_at }))
    }
}

/// How long somebody may change their mind: long enough to have slept over it, short enough for reports to stand.
const CHANGEABLE: TimeDelta = TimeDelta::hours(24);

/// What decides whether a rating is taken.
#[derive(Debug, Clone)]
pub struct Rateable {
    /// Who asked for help.
    pub participant: Uuid,
    /// Where it was talked about.
    pub conversation: Uuid,
    /// Where the request stands.
    pub status: RequestStatus,
    /// When it ended.
    pub closed_at: Option<DateTime<Utc>>,
    /// What was said before.
    pub known: Option<Satisfaction>,
    /// The database's clock.
    pub now: DateTime<Utc>,
}

/// Whether a rating is something new to store. Only help that ended can be rated; the first rating may come late, from
/// a phone that was offline; saying the same again is never wrong.
pub fn is_news(to: &Rateable, rating: Rating, comment: Option<&str>) -> Result<bool, SatisfactionError> {
    let same = |known: &Satisfaction| known.rating == rating && known.comment.as_deref() == comment;
    if to.known.as_ref().is_some_and(same) {
        return Ok(false);
    }
    if to.status != RequestStatus::Closed {
        return Err(SatisfactionError::NotClosed);
    }
    let since = to.known.as_ref().map(|known| known.rated_at).max(to.known.as_ref().and(to.closed_at));
    match since {
        Some(since) if to.now - since > CHANGEABLE => Err(SatisfactionError::TooLate),
        _ => Ok(true),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn closed_hours_ago(hours: i64, known: Option<Satisfaction>) -> Rateable {
        let now = Utc::now();
        Rateable {
            participant: Uuid::now_v7(),
            conversation: Uuid::now_v7(),
            status: RequestStatus::Closed,
            closed_at: Some(now - TimeDelta::hours(hours)),
            known,
            now,
        }
    }

    fn rated_hours_ago(hours: i64) -> Satisfaction {
        let rated_at = Utc::now() - TimeDelta::hours(hours);
        Satisfaction { rating: Rating::Fair, comment: None, rated_at }
    }

    #[test]
    fn what_ended_long_ago_can_still_be_rated_once() {
        assert!(is_news(&closed_hours_ago(24 * 30, None), Rating::Good, None).unwrap());
    }

    #[test]
    fn a_rating_can_be_changed_for_a_day() {
        let change = |hours| is_news(&closed_hours_ago(48, Some(rated_hours_ago(hours))), Rating::Poor, None);
        assert!(change(23).unwrap());
        assert!(matches!(change(25), Err(SatisfactionError::TooLate)));
    }

    #[test]
    fn what_was_reopened_and_ended_again_can_be_rated_anew() {
        assert!(is_news(&closed_hours_ago(1, Some(rated_hours_ago(48))), Rating::Good, None).unwrap());
    }

    #[test]
    fn the_same_again_is_never_refused_and_never_news() {
        assert!(!is_news(&closed_hours_ago(48, Some(rated_hours_ago(30))), Rating::Fair, None).unwrap());
    }

    #[test]
    fn help_that_goes_on_is_not_rated() {
        let open = Rateable { status: RequestStatus::Taken, ..closed_hours_ago(0, None) };
        assert!(matches!(is_news(&open, Rating::Good, None), Err(SatisfactionError::NotClosed)));
    }
}
