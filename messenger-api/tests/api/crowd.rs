//! A crowd that comes back at once: what each begins with is read together with that of others, and is still their own.

use futures_util::future::join_all;
use reqwest::Method;
use serde_json::{Value, json};
use uuid::Uuid;

use crate::support::{Client, Person, World, uuid};

/// Enough for several groups.
const CROWD: usize = 60;

/// Ids of the conversations whose states came: one that changes meanwhile comes twice.
fn shown(frames: &[Value]) -> Vec<Uuid> {
    let states = frames.iter().filter(|frame| frame["type"] == "conversation");
    let mut shown: Vec<Uuid> = states.map(|frame| uuid(&frame["conversation"])).collect();
    shown.sort_unstable();
    shown.dedup();
    shown
}

async fn come_back(world: &World, person: &Person, named: &[Uuid]) -> Vec<Value> {
    let mut phone = Client::open(world.address).await;
    let positions: Vec<Value> =
        named.iter().map(|conversation| json!({ "conversation": conversation, "seq": 0 })).collect();
    phone.hello(&person.token, json!(positions)).await;
    phone.until("synced").await;
    phone.heard
}

#[tokio::test]
async fn everybody_of_a_crowd_gets_their_own_and_nothing_of_others() {
    let world = World::start().await;
    let mut people = Vec::new();
    for _ in 0..CROWD {
        let person = world.participant();
        let (_, conversation) = world.ask(&person).await;
        people.push((person, conversation));
    }
    let (first, _) = &people[0];
    let event = format!("/participations/{}", world.event);
    let joined = world.call(Method::PUT, &event, Some(first), None).await;
    let announcements = uuid(&joined.body["conversation"]);
    sqlx::query("UPDATE events SET status = 'archived'").execute(&world.pool).await.unwrap();

    // Every second one names what is not theirs, and what was announced at an event that is over.
    let coming = people.iter().enumerate().map(async |(number, (person, own))| {
        let neighbour = people[(number + 1) % CROWD].1;
        let named = if number % 2 == 0 { vec![*own, neighbour, announcements] } else { Vec::new() };
        (come_back(&world, person, &named).await, neighbour)
    });
    for (number, (frames, neighbour)) in join_all(coming).await.into_iter().enumerate() {
        let own = people[number].1;
        let mut mine = if number % 2 == 0 { vec![own, announcements] } else { vec![own] };
        mine.sort_unstable();
        assert_eq!(shown(&frames), mine, "{frames:#?}");
        assert_eq!((&frames[0]["type"], &frames[0]["heartbeat_s"]), (&json!("welcome"), &json!(20)));
        let refused = frames.iter().filter(|frame| frame["type"] == "refused");
        let refused: Vec<Uuid> = refused.map(|frame| uuid(&frame["conversation"])).collect();
        assert_eq!(refused, if number % 2 == 0 { vec![neighbour] } else { Vec::new() });
        let texts = frames.iter().filter(|frame| frame["type"] == "message").count();
        assert_eq!(texts, usize::from(number % 2 == 0), "their own words, for who has none of them");
    }
}
