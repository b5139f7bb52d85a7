//! More than can be done: what is refused, how much of the best rate is kept, and how soon it is over.

use std::time::Duration;

use super::repeated;
use crate::client::chatting::{Chatting, Stretch};
use crate::error::BenchError;
use crate::measure::{Tally, WINDOW_US};
use crate::numbers::{float, written};
use crate::outcome::{Line, Outcome, Plot, Target};
use crate::system::System;

/// Share of the best rate that is offered afterwards.
const AFTER: f64 = 0.5;
/// How long it is looked for.
const LOOK: Duration = Duration::from_secs(10);
/// It is over when messages are this quick again, p99 in ms.
const QUICK_MS: f64 = 100.0;

/// Offers too much, then half of what can be done.
pub async fn offer(
    system: &System,
    chatting: &mut Chatting,
    rate: u32,
    seconds: u64,
    best: f64,
) -> Result<Outcome, BenchError> {
    repeated(1, system, async || {
        let length = Duration::from_secs(seconds);
        let (began, during) = chatting.chat(Stretch { rate, length, gives_up: true, bar: true }).await;
        let after = crate::numbers::whole(best * AFTER).max(100);
        let stretch = Stretch { rate: after, length: LOOK, gives_up: false, bar: true };
        let (began_after, calm) = chatting.chat(stretch).await;
        let mut outcome = Outcome::new("overload", format!("{} messages a second", written(f64::from(rate))));
        let done = float(during.in_time) / length.as_secs_f64();
        outcome
            .figure("offered", "a second", f64::from(rate))
            .figure("messages", "a second", done)
            .aimed("share of the best rate", "%", done / best.max(1.0) * 100.0, Target::AtLeast(80.0))
            .figure("given up by clients", "", float(during.given_up))
            .figure("unanswered", "", float(during.unanswered + calm.unanswered))
            .aimed("over after", "s", recovery(&calm, began_after), Target::AtMost(5.0));
        if during.own_shown + calm.own_shown > 0 {
            let count = during.own_shown + calm.own_shown;
            outcome.notes.push(format!("{count} own messages were shown to the socket that sent them"));
        }
        outcome.broken = during.broken_promises();
        outcome.broken.extend(calm.broken_promises());
        outcome.refused = during.refused.clone();
        outcome.plots.push(plot(&during, began, &calm, began_after, seconds));
        Ok(outcome)
    })
    .await
}

/// Seconds until all messages that fell due were quick again.
fn recovery(calm: &Tally, began: u64) -> f64 {
    let slow = calm.timeline.over_time(began, 0.99).into_iter().filter(|(_, ms)| *ms > QUICK_MS);
    slow.map(|(at, _)| at + float(WINDOW_US) / 1e6).fold(0.0, f64::max)
}

fn plot(during: &Tally, began: u64, calm: &Tally, began_after: u64, seconds: u64) -> Plot {
    let shifted = |(at, ms): (f64, f64)| (at + float(seconds), ms);
    let name = |words: &str| words.to_owned();
    let after = calm.timeline.over_time(began_after, 0.99).into_iter().map(shifted).collect();
    Plot {
        title: "p99 to the peer, by when the message was due".to_owned(),
        across: "seconds",
        up: "ms",
        by_factors: true,
        lines: vec![
            Line { name: name("too much is offered"), points: during.timeline.over_time(began, 0.99) },
            Line { name: name("half of the best rate"), points: after },
        ],
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_is_over_after_the_last_slow_message() {
        let mut calm = Tally::default();
        for tenth in 0..100_u64 {
            let due = tenth * 100_000;
            let latency = if tenth < 23 { 400_000 } else { 2_000 };
            calm.timeline.note(due, due + latency);
        }
        assert!((recovery(&calm, 0) - 2.5).abs() < 1e-9);
        assert!(recovery(&Tally::default(), 0).abs() < 1e-9);
    }
}
