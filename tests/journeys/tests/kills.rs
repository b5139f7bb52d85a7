//! Nothing acknowledged is lost or doubled, whatever dies and whenever.

#![allow(clippy::expect_used, clippy::indexing_slicing, clippy::panic, clippy::unwrap_used)]

use std::time::Duration;

use journeys::people::uuid;
use journeys::phone::Phone;
use journeys::{Person, Steward};
use tokio::task::JoinSet;
use tokio::time::Instant;
use uuid::Uuid;

async fn phones(steward: &Steward, count: usize) -> Vec<(Person, Uuid)> {
    let event = uuid(&Person::stranger(&steward.url).event().await["id"]);
    let http = reqwest::Client::new();
    let mut opening = JoinSet::new();
    let mut open = Vec::new();
    for number in 0..count {
        let (http, url) = (http.clone(), steward.url.clone());
        opening.spawn(async move {
            let guest = Person::guest_over(&http, &url, &format!("Guest {number}")).await;
            let (_, conversation) = guest.ask(event, "I need help").await;
            (guest, conversation)
        });
        if opening.len() >= 16 {
            open.push(opening.join_next().await.unwrap().unwrap());
        }
    }
    open.extend(opening.join_all().await);
    open
}

/// Lets everybody write while `disturb` does its worst; afterwards every history fits what is stored.
async fn write_while<F: AsyncFnOnce(&mut Steward)>(
    steward: &mut Steward,
    people: &[(Person, Uuid)],
    seconds: u64,
    pause: Duration,
    disturb: F,
) -> usize {
    let end = Instant::now() + Duration::from_secs(seconds);
    let mut writing = JoinSet::new();
    for (person, conversation) in people {
        let mut phone = Phone::new(person, *conversation, 1);
        let (person, conversation) = (person.clone(), *conversation);
        writing.spawn(async move {
            phone.write_until(end, pause).await;
            (person, conversation, phone.history)
        });
    }
    disturb(steward).await;
    let mut acknowledged = 0;
    for (person, conversation, history) in writing.join_all().await {
        assert_eq!(history.errors(&person.stored(conversation).await), Vec::<String>::new());
        acknowledged += history.acknowledged_count();
    }
    acknowledged
}

#[tokio::test]
async fn kill_9_amid_500_busy_conversations() {
    let mut steward = Steward::start().await;
    let people = phones(&steward, 500).await;
    let pause = Duration::from_millis(400);
    let acknowledged = write_while(&mut steward, &people, 12, pause, async |steward| {
        for _ in 0..2 {
            tokio::time::sleep(Duration::from_secs(4)).await;
            steward.kill().await;
            steward.start_again().await;
        }
    })
    .await;
    assert!(acknowledged > 1_000, "only {acknowledged} were acknowledged");
}

async fn die_at(failpoint: &str) {
    let mut steward = Steward::start_with(&[("STEWARD_FAILPOINT", &format!("{failpoint}:40"))]).await;
    let people = phones(&steward, 20).await;
    let acknowledged = write_while(&mut steward, &people, 12, Duration::from_millis(50), async |steward| {
        assert!(!steward.ended().await, "it dies at the failpoint");
        steward.start_again().await;
    })
    .await;
    assert!(acknowledged > 20, "only {acknowledged} were acknowledged");
}

#[tokio::test]
async fn death_before_the_commit() {
    die_at("BeforeCommit").await;
}

#[tokio::test]
async fn death_between_commit_and_acknowledgement() {
    die_at("BeforeAcknowledgement").await;
}

#[tokio::test]
async fn death_between_commit_and_publishing() {
    die_at("BeforePublishing").await;
}
