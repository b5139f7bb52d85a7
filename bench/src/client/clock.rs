//! A timer that is finer than the runtime's, which has ticks of a millisecond: half of what a message takes.

use std::cell::{Cell, RefCell};
use std::collections::BTreeMap;
use std::future::poll_fn;
use std::io;
use std::os::fd::AsFd;
use std::task::{Poll, Waker};
use std::time::Duration;

use nix::sys::time::TimeSpec;
use nix::sys::timerfd::{ClockId, Expiration, TimerFd, TimerFlags, TimerSetTimeFlags};
use tokio::net::unix::pipe::Receiver;
use tokio::time::Instant;

/// How finely. Each tick with something due costs a wake-up, which the server on the same machine lacks.
const TICK: Duration = Duration::from_micros(100);
/// How finely when so much falls due that wake-ups would take more than they tell.
const BUSY_TICK: Duration = Duration::from_micros(250);
/// Moments a second beyond which that is so: half as many as there are of [`TICK`].
const BUSY: u32 = 5_000;

/// Wakes who waits, as long as [`Clock::run`] does.
pub struct Clock {
    timer: TimerFd,
    /// The same descriptor, as the runtime reads it.
    alarm: Receiver,
    armed: Cell<Option<Instant>>,
    waiting: RefCell<BTreeMap<(Instant, u64), Waker>>,
    next: Cell<u64>,
    tick: Cell<Duration>,
}

impl Clock {
    /// A clock that nobody waits for.
    pub fn new() -> io::Result<Self> {
        let flags = TimerFlags::TFD_NONBLOCK | TimerFlags::TFD_CLOEXEC;
        let timer = TimerFd::new(ClockId::CLOCK_MONOTONIC, flags)?;
        // A timer is read as a pipe is.
        let alarm = Receiver::from_owned_fd_unchecked(timer.as_fd().try_clone_to_owned()?)?;
        Ok(Self {
            timer,
            alarm,
            armed: Cell::default(),
            waiting: RefCell::default(),
            next: Cell::default(),
            tick: Cell::new(TICK),
        })
    }

    /// Goes as finely as so many moments a second allow.
    pub fn expect(&self, rate: u32) {
        self.tick.set(if rate > BUSY { BUSY_TICK } else { TICK });
    }

    /// Wakes what is due, without end.
    pub async fn run(&self) -> io::Result<()> {
        loop {
            self.alarm.readable().await?;
            // How often it went off does not matter.
            while self.alarm.try_read(&mut [0; 8]).is_ok() {}
            self.armed.set(None);
            let later = self.waiting.borrow_mut().split_off(&(Instant::now(), u64::MAX));
            let due = self.waiting.replace(later);
            due.into_values().for_each(Waker::wake);
            self.arm()?;
        }
    }

    /// Waits until a moment.
    pub async fn sleep_until(&self, moment: Instant) -> io::Result<()> {
        let key = (moment, self.next.replace(self.next.get() + 1));
        let _entry = Entry { clock: self, key };
        let mut known: Option<Waker> = None;
        poll_fn(|context| {
            if Instant::now() >= moment {
                return Poll::Ready(Ok(()));
            }
            if known.as_ref().is_some_and(|waker| waker.will_wake(context.waker())) {
                return Poll::Pending;
            }
            known = Some(context.waker().clone());
            self.waiting.borrow_mut().insert(key, context.waker().clone());
            match self.arm() {
                Ok(()) => Poll::Pending,
                Err(error) => Poll::Ready(Err(error)),
            }
        })
        .await
    }

    /// Sets the alarm to the first moment that is waited for, or at most a tick later.
    fn arm(&self) -> io::Result<()> {
        let first = self.waiting.borrow().first_key_value().map(|((moment, _), _)| *moment);
        let Some(first) = first else { return Ok(()) };
        let tick = self.tick.get();
        if self.armed.get().is_some_and(|armed| armed <= first + tick) {
            return Ok(());
        }
        let now = Instant::now();
        let alarm = first.max(now) + tick;
        let after = TimeSpec::from_duration(alarm.saturating_duration_since(now));
        self.timer.set(Expiration::OneShot(after), TimerSetTimeFlags::empty())?;
        self.armed.set(Some(alarm));
        Ok(())
    }
}

/// Who waits, until it is over or given up.
struct Entry<'a> {
    clock: &'a Clock,
    key: (Instant, u64),
}

impl Drop for Entry<'_> {
    fn drop(&mut self) {
        self.clock.waiting.borrow_mut().remove(&self.key);
    }
}

#[cfg(test)]
mod tests {
    use futures_util::future::join_all;

    use super::*;

    #[tokio::test]
    async fn who_waits_is_woken_in_order_and_never_early() {
        let clock = Clock::new().unwrap();
        let began = Instant::now();
        let woken = RefCell::new(Vec::new());
        let sleepers = [7, 1, 30, 3].map(|milliseconds| {
            let (clock, woken) = (&clock, &woken);
            async move {
                let until = began + Duration::from_millis(milliseconds);
                clock.sleep_until(until).await.unwrap();
                assert!(Instant::now() >= until);
                woken.borrow_mut().push(milliseconds);
            }
        });
        let given_up = clock.sleep_until(began + Duration::from_secs(60));
        tokio::select! {
            ended = clock.run() => panic!("{ended:?}"),
            ended = given_up => panic!("{ended:?}"),
            _ = join_all(sleepers) => {}
            () = tokio::time::sleep(Duration::from_secs(60)) => panic!("nobody was woken"),
        }
        assert_eq!(*woken.borrow(), [1, 3, 7, 30]);
        assert!(clock.waiting.borrow().is_empty());
    }
}
