//! Rates: counted for each account and device, never for an address, since a whole venue can share one.

use std::num::NonZeroU32;
use std::time::{Duration, Instant};

use governor::clock::{Clock, DefaultClock};
use governor::{DefaultKeyedRateLimiter, Quota, RateLimiter};
use service_kit::identity::Subject;
use uuid::Uuid;

use crate::config::Limits;

/// An account and one of its devices.
type Device = (Uuid, String);

/// The rates of this node.
#[derive(Debug)]
pub struct Rates {
    participants: DefaultKeyedRateLimiter<Device>,
    members: DefaultKeyedRateLimiter<Device>,
    clock: DefaultClock,
}

fn at_least_one(number: u32) -> NonZeroU32 {
    NonZeroU32::new(number).unwrap_or(NonZeroU32::MIN)
}

/// A bucket that refills `rate` times a second and holds `burst`.
pub fn quota(rate: u32, burst: u32) -> Quota {
    Quota::per_second(at_least_one(rate)).allow_burst(at_least_one(burst))
}

impl Rates {
    /// Rates by the settings.
    pub fn new(limits: &Limits) -> Self {
        Self {
            participants: RateLimiter::keyed(quota(limits.participant_sends, limits.participant_burst)),
            members: RateLimiter::keyed(quota(limits.member_sends, limits.member_sends.saturating_mul(2))),
            clock: DefaultClock::default(),
        }
    }

    /// Whether this device may send now; else the milliseconds until it may.
    pub fn check_send(&self, subject: Subject, person: Uuid, device: &str) -> Result<(), u64> {
        let rate = match subject {
            Subject::Participant { .. } => &self.participants,
            _ => &self.members,
        };
        rate.check_key(&(person, device.to_owned())).map_err(|not_until| {
            let wait = not_until.wait_time_from(self.clock.now());
            u64::try_from(wait.as_millis()).unwrap_or(u64::MAX).max(1)
        })
    }

    /// Forgets devices that have been quiet.
    pub fn tidy(&self) {
        self.participants.retain_recent();
        self.members.retain_recent();
    }
}

/// Counts the frames of one socket.
#[derive(Debug)]
pub struct FrameBucket {
    rate: f64,
    tokens: f64,
    at: Instant,
}

impl FrameBucket {
    /// `rate` frames a second; three times as many may come at once.
    pub fn new(rate: u32) -> Self {
        Self { rate: f64::from(rate), tokens: f64::from(rate) * 3.0, at: Instant::now() }
    }

    /// Takes one frame; false when there were too many.
    pub fn take(&mut self, now: Instant) -> bool {
        let elapsed = now.saturating_duration_since(self.at).as_secs_f64();
        self.at = now;
        self.tokens = (self.tokens + elapsed * self.rate).min(self.rate * 3.0) - 1.0;
        self.tokens >= 0.0
    }
}

/// Counts the bad frames of one socket: ten in a minute are abuse.
#[derive(Debug, Default)]
pub struct BadFrames(Vec<Instant>);

impl BadFrames {
    /// Notes one; true when it was one too many.
    pub fn add(&mut self, now: Instant) -> bool {
        self.0.retain(|at| now.saturating_duration_since(*at) < Duration::from_secs(60));
        self.0.push(now);
        self.0.len() >= 10
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn frames_refill_with_time() {
        let mut bucket = FrameBucket::new(10);
        let start = bucket.at;
        assert!((0..30).all(|_| bucket.take(start)));
        assert!(!bucket.take(start));
        assert!(bucket.take(start + Duration::from_secs(1)));
    }

    #[test]
    fn ten_bad_frames_in_a_minute_are_abuse() {
        let mut bad = BadFrames::default();
        let start = Instant::now();
        assert!((0..9).all(|_| !bad.add(start)));
        assert!(bad.add(start + Duration::from_secs(59)));
        let mut slowly = BadFrames::default();
        assert!((0..100).all(|n| !slowly.add(start + Duration::from_secs(10 * n))));
    }
}
