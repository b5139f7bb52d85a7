//! The rules of passing on: whom a request is offered, when it goes on to the next, and when somebody has waited for
//! too long.

use chrono::{DateTime, TimeDelta, Utc};
use uuid::Uuid;

/// A member who let a request go on.
#[derive(Debug, Clone, Copy)]
pub struct Pass {
    /// Who.
    pub member: Uuid,
    /// When, the last time.
    pub at: DateTime<Utc>,
}

/// A request that waits.
#[derive(Debug, Clone)]
pub struct Waiting {
    /// Which one.
    pub id: Uuid,
    /// Who let it go on.
    pub passes: Vec<Pass>,
}

/// Whom a request goes to, of those who are free (the least loaded first): somebody who has not had it, else whoever
/// let it go on first, if that was longer ago than `pause`. So everybody is asked once before anybody is asked twice,
/// and nobody twice at once.
pub fn receiver(passes: &[Pass], free: &[Uuid], now: DateTime<Utc>, pause: TimeDelta) -> Option<Uuid> {
    let passed_at = |member: &Uuid| passes.iter().find(|pass| pass.member == *member).map(|pass| pass.at);
    let may = |member: &&Uuid| passed_at(member).is_none_or(|at| now - at >= pause);
    free.iter().filter(may).min_by_key(|member| passed_at(member)).copied()
}

/// The next pair of a queue: the first request, in its order, that somebody free may have, and that member.
pub fn next_pair(
    queue: &[Waiting],
    free: &[Uuid],
    now: DateTime<Utc>,
    pause: TimeDelta,
) -> Option<(Uuid, Uuid)> {
    let pair = |waiting: &Waiting| Some((waiting.id, receiver(&waiting.passes, free, now, pause)?));
    queue.iter().find_map(pair)
}

/// A request whose member was given it and was not seen to look.
#[derive(Debug, Clone, Copy)]
pub struct Untouched {
    /// Which one.
    pub id: Uuid,
    /// Since when.
    pub since: DateTime<Utc>,
    /// Now, by the same clock.
    pub now: DateTime<Utc>,
    /// Whether they wrote since.
    pub has_written: bool,
}

/// Whether a request goes on to the next, because its member has not touched it for so long.
pub fn goes_on(since: DateTime<Utc>, now: DateTime<Utc>, patience: TimeDelta) -> bool {
    now - since >= patience
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    const PAUSE: TimeDelta = TimeDelta::seconds(120);
    const PATIENCE: TimeDelta = TimeDelta::seconds(60);

    fn member(number: usize) -> Uuid {
        Uuid::from_u128(number as u128 + 1)
    }

    fn start() -> DateTime<Utc> {
        DateTime::from_timestamp(1_800_000_000, 0).unwrap()
    }

    #[test]
    fn the_least_loaded_is_asked_first() {
        let free = [member(2), member(0)];
        assert_eq!(receiver(&[], &free, start(), PAUSE), Some(member(2)));
    }

    #[test]
    fn whoever_let_it_go_on_is_not_asked_at_once() {
        let passes = [Pass { member: member(0), at: start() }];
        let later = |seconds| start() + TimeDelta::seconds(seconds);
        assert_eq!(receiver(&passes, &[member(0), member(1)], later(1), PAUSE), Some(member(1)));
        assert_eq!(receiver(&passes, &[member(0)], later(119), PAUSE), None);
        assert_eq!(receiver(&passes, &[member(0)], later(120), PAUSE), Some(member(0)));
    }

    #[test]
    fn one_that_nobody_may_have_keeps_nobody_behind_it_waiting() {
        let passed = Waiting { id: member(7), passes: vec![Pass { member: member(0), at: start() }] };
        let fresh = Waiting { id: member(8), passes: Vec::new() };
        let queue = [passed, fresh];
        assert_eq!(next_pair(&queue, &[member(0)], start(), PAUSE), Some((member(8), member(0))));
        assert_eq!(next_pair(&queue, &[member(0), member(1)], start(), PAUSE), Some((member(7), member(1))));
        assert_eq!(next_pair(&queue, &[], start(), PAUSE), None);
    }

    proptest! {
        /// Nobody starves: as long as one of those who are free answers, a request reaches them, in whatever order the
        /// others are less loaded, and before anybody is asked twice.
        #[test]
        fn a_request_reaches_whoever_answers(
            orders in prop::collection::vec(Just((0_usize..8).collect::<Vec<_>>()).prop_shuffle(), 8),
            staff in 1_usize..8,
            answering in 0_usize..8,
            pause in 0_i64..600,
        ) {
            let (answering, pause) = (member(answering % staff), TimeDelta::seconds(pause));
            let (mut passes, mut now, mut asked) = (Vec::<Pass>::new(), start(), Vec::new());
            for order in &orders {
                let free: Vec<Uuid> =
                    order.iter().filter(|number| **number < staff).map(|number| member(*number)).collect();
                let Some(next) = receiver(&passes, &free, now, pause) else { break };
                asked.push(next);
                if next == answering {
                    break;
                }
                now += PATIENCE;
                passes.push(Pass { member: next, at: now });
            }
            prop_assert_eq!(asked.last(), Some(&answering));
            prop_assert!(asked.len() <= staff);
        }

        /// Whoever was asked last is never the next before the pause is over, and always may be once it is.
        #[test]
        fn a_pause_is_a_pause_and_ends(gone in 0_i64..600) {
            let passes = [Pass { member: member(0), at: start() }];
            let now = start() + TimeDelta::seconds(gone);
            let next = receiver(&passes, &[member(0)], now, PAUSE);
            prop_assert_eq!(next.is_some(), gone >= PAUSE.num_seconds());
        }

        /// The order of the queue holds among those whom anybody free may have.
        #[test]
        fn nobody_is_overtaken_without_a_reason(passed in prop::collection::vec(any::<bool>(), 1..20)) {
            let waiting = |(number, passed): (usize, &bool)| Waiting {
                id: member(100 + number),
                passes: passed.then_some(Pass { member: member(0), at: start() }).into_iter().collect(),
            };
            let queue: Vec<Waiting> = passed.iter().enumerate().map(waiting).collect();
            let first = passed.iter().position(|passed| !passed).map(|number| member(100 + number));
            let pair = next_pair(&queue, &[member(0)], start(), PAUSE);
            prop_assert_eq!(pair.map(|(request, _)| request), first);
        }
    }

    #[test]
    fn it_goes_on_when_the_patience_is_over() {
        assert!(!goes_on(start(), start() + TimeDelta::seconds(59), PATIENCE));
        assert!(goes_on(start(), start() + PATIENCE, PATIENCE));
    }
}
