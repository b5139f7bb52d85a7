//! What must hold in every queue, judged by what the server says of each request and what each phone was shown.

use std::collections::HashMap;

use uuid::Uuid;

/// Takes this close to each other, in µs, may stand in the other order: each is stamped when its transaction began,
/// and may then have waited for the other one's.
const SLACK_US: i64 = 500_000;

/// What the server says of a request; times in µs since 1970.
#[derive(Debug, Clone)]
pub struct Seen {
    /// The request.
    pub id: Uuid,
    /// Whether it comes before all that are not.
    pub is_critical: bool,
    /// When it was opened, as the server says. It counts from its commit on, which is later.
    pub opened_at: i64,
    /// When whoever asked had the answer: from here on it surely waits.
    pub answered_at: i64,
    /// When it was taken.
    pub taken_at: Option<i64>,
    /// Whether it has ended.
    pub is_over: bool,
}

impl Seen {
    /// Critical ones first, then in the order of asking.
    fn key(&self) -> (bool, i64) {
        (!self.is_critical, self.opened_at)
    }
}

/// Whoever is ahead is taken first: says how many were passed over.
pub fn order(requests: &[Seen]) -> Option<String> {
    let mut taken: Vec<(&Seen, i64)> = requests.iter().filter_map(|one| Some((one, one.taken_at?))).collect();
    taken.sort_by_key(|(_, at)| *at);
    let passed = taken.iter().enumerate().filter(|(index, (one, at))| {
        let earlier = taken.get(..*index).unwrap_or_default();
        // Somebody behind was taken although this one surely waited when that began.
        earlier.iter().any(|(other, other_at)| {
            other.key() > one.key() && one.answered_at < *other_at && *other_at + SLACK_US < *at
        })
    });
    let count = passed.count();
    (count > 0).then(|| format!("{count} were passed over by somebody behind them"))
}

/// A place gets worse only when somebody critical comes later: by one for each.
pub fn places(requests: &[Seen], shown: &HashMap<Uuid, Vec<i64>>) -> Option<String> {
    let worse = requests.iter().filter(|one| {
        let places = shown.get(&one.id).map_or(&[][..], Vec::as_slice);
        let lost: i64 = places.windows(2).map(|two| if let [a, b] = two { (b - a).max(0) } else { 0 }).sum();
        let came = requests.iter().filter(|other| other.is_critical && other.answered_at > one.opened_at);
        let came = if one.is_critical { 0 } else { i64::try_from(came.count()).unwrap_or(i64::MAX) };
        lost > came
    });
    let count = worse.count();
    (count > 0).then(|| format!("the places of {count} got worse without a reason"))
}

#[cfg(test)]
mod tests {
    use super::*;

    const SECOND: i64 = 1_000_000;

    fn request(opened: i64, taken: i64, is_critical: bool) -> Seen {
        Seen {
            id: Uuid::now_v7(),
            is_critical,
            opened_at: opened * SECOND,
            answered_at: opened * SECOND + SECOND / 2,
            taken_at: Some(taken * SECOND),
            is_over: true,
        }
    }

    #[test]
    fn who_is_ahead_must_be_taken_first() {
        assert_eq!(order(&[request(1, 10, false), request(2, 11, false)]), None);
        assert!(order(&[request(1, 12, false), request(2, 11, false)]).is_some());
        assert_eq!(order(&[request(1, 12, false), request(2, 11, true)]), None, "critical ones pass");
        assert!(order(&[request(1, 10, false), request(2, 11, true)]).is_some());
        assert_eq!(order(&[request(1, 10, false), request(11, 12, true)]), None, "it had not come yet");
        assert_eq!(order(&[request(1, 12, false), request(2, 1, false)]), None, "it was not answered yet");
    }

    #[test]
    fn places_get_worse_only_by_those_who_may_pass() {
        let one = request(1, 30, false);
        let shown = |places: Vec<i64>| HashMap::from([(one.id, places)]);
        let alone = [one.clone()];
        assert_eq!(places(&alone, &shown(vec![5, 3, 1])), None);
        assert!(places(&alone, &shown(vec![3, 5])).is_some());
        let with_critical = [one.clone(), request(2, 3, true), request(3, 4, true)];
        assert_eq!(places(&with_critical, &shown(vec![3, 5, 4])), None);
        assert!(places(&with_critical, &shown(vec![3, 6])).is_some());
    }
}
