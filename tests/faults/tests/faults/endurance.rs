//! Everything at once, for long: see [`faults::endurance`].

use std::time::Duration;

use faults::endurance::{Aim, endure};

/// What both forms have in common.
fn aim() -> Aim {
    Aim {
        pairs: 120,
        pause: Duration::from_millis(100),
        messages: 1_000_000,
        faults: 1_000,
        time: None,
        seed: rand::random_range(1..1_000_000),
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
#[ignore = "takes about a quarter of an hour: make faults"]
async fn a_million_messages_over_a_thousand_faults() {
    let aim = aim().with_settings();
    let tally = endure(aim).await;
    if aim.time.is_none() {
        assert!(tally.acknowledged >= 1_000_000, "{}", tally.acknowledged);
        assert!(tally.total() >= 1_000, "{}", tally.total());
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn twenty_seconds_of_everything_at_once() {
    // The same faults each time: chance is for the long one.
    let aim = Aim { seed: 42, ..aim() }.with_settings();
    let tally = endure(Aim { pairs: 20, time: Some(Duration::from_secs(20)), ..aim }).await;
    assert!(tally.acknowledged > 100, "nearly nobody was heard: {}", tally.acknowledged);
    assert!(tally.total() >= 10, "hardly anything was done: {}", tally.total());
}
