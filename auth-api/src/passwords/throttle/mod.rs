//! Slows down who guesses passwords, without locking anybody out: attempts are counted for an account together
//! with the network address they come from, so that a stranger's guesses never keep the owner out.

pub mod address;

use std::collections::HashMap;
use std::net::IpAddr;
use std::num::NonZeroU32;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use governor::clock::{Clock, DefaultClock};
use governor::state::{InMemoryState, NotKeyed};
use governor::{Quota, RateLimiter};
use service_kit::Problem;

/// Most pairs of account and address that are remembered.
const MAX_PAIRS: usize = 100_000;

type Limiter = RateLimiter<NotKeyed, InMemoryState, DefaultClock>;
type Pair = (String, IpAddr);

/// Counts attempts. Clones share one count.
#[derive(Clone)]
pub struct Throttle {
    quota: Quota,
    limiters: Arc<Mutex<HashMap<Pair, Arc<Limiter>>>>,
}

impl std::fmt::Debug for Throttle {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.debug_struct("Throttle").field("quota", &self.quota).finish_non_exhaustive()
    }
}

/// An attempt that was let through.
#[must_use]
pub struct Attempt<'a> {
    throttle: &'a Throttle,
    pair: Pair,
}

impl Throttle {
    /// Allows `burst` attempts at once, and one more for each `seconds` of waiting.
    pub fn new(burst: NonZeroU32, seconds: NonZeroU32) -> Self {
        let period = Duration::from_secs(seconds.get().into());
        let quota = Quota::with_period(period).unwrap_or_else(|| Quota::per_second(burst)).allow_burst(burst);
        Self { quota, limiters: Arc::default() }
    }

    /// Lets an attempt through, or says when the next one will be.
    pub fn attempt(&self, account: &str, address: IpAddr) -> Result<Attempt<'_>, Problem> {
        let pair = (account.to_owned(), network(address));
        let limiter = self.limiter(&pair);
        match limiter.check() {
            Ok(()) => Ok(Attempt { throttle: self, pair }),
            Err(until) => {
                let wait = until.wait_time_from(DefaultClock::default().now());
                Err(Problem::too_many_requests(wait.as_secs() + 1))
            }
        }
    }

    fn limiter(&self, pair: &Pair) -> Arc<Limiter> {
        let mut limiters = self.limiters.lock().unwrap_or_else(PoisonError::into_inner);
        if limiters.len() >= MAX_PAIRS {
            limiters.clear();
        }
        limiters.entry(pair.clone()).or_insert_with(|| Arc::new(RateLimiter::direct(self.quota))).clone()
    }

    /// Forgets who has waited long enough anyway.
    pub fn forget_idle(&self) {
        let mut limiters = self.limiters.lock().unwrap_or_else(PoisonError::into_inner);
        limiters.retain(|_, limiter| !matches!(limiter.check_n(self.quota.burst_size()), Ok(Ok(()))));
    }
}

impl Attempt<'_> {
    /// The password was right: earlier attempts no longer count.
    pub fn succeeded(self) {
        let mut limiters = self.throttle.limiters.lock().unwrap_or_else(PoisonError::into_inner);
        limiters.remove(&self.pair);
    }
}

/// Whoever has one IPv6 address has its whole /64.
fn network(address: IpAddr) -> IpAddr {
    match address.to_canonical() {
        IpAddr::V4(address) => IpAddr::V4(address),
        IpAddr::V6(address) => IpAddr::V6((address.to_bits() & (u128::MAX << 64)).into()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn throttle() -> Throttle {
        Throttle::new(NonZeroU32::new(3).unwrap(), NonZeroU32::new(60).unwrap())
    }

    fn address(text: &str) -> IpAddr {
        text.parse().unwrap()
    }

    #[test]
    fn strangers_do_not_keep_the_owner_out() {
        let throttle = throttle();
        let stranger = address("192.0.2.1");
        for _ in 0..3 {
            let _ = throttle.attempt("ada@example.org", stranger).unwrap();
        }
        assert!(throttle.attempt("ada@example.org", stranger).is_err());
        assert!(throttle.attempt("ada@example.org", address("192.0.2.2")).is_ok());
        assert!(throttle.attempt("bob@example.org", stranger).is_ok());
    }

    #[test]
    fn success_clears_the_count() {
        let throttle = throttle();
        for _ in 0..20 {
            throttle.attempt("ada@example.org", address("192.0.2.1")).unwrap().succeeded();
        }
    }

    #[test]
    fn a_network_of_ipv6_is_one_address() {
        assert_eq!(network(address("2001:db8::1")), network(address("2001:db8::2")));
        assert_ne!(network(address("2001:db8::1")), network(address("2001:db8:0:1::1")));
        assert_eq!(network(address("::ffff:192.0.2.1")), address("192.0.2.1"));
    }

    #[test]
    fn only_who_used_attempts_is_remembered() {
        let throttle = throttle();
        let _ = throttle.attempt("ada@example.org", address("192.0.2.1")).unwrap();
        throttle.forget_idle();
        assert_eq!(throttle.limiters.lock().unwrap().len(), 1);
    }
}
