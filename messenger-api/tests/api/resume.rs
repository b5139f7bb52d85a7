//! Resuming, healing and readers that are slow: nothing stored is ever missed, and nothing comes twice.

use reqwest::{Method, StatusCode};
use serde_json::{Value, json};
use service_kit::testing::Signer;
use uuid::Uuid;

use crate::support::{Client, Person, World, eventually};
use messenger_api::Limits;

/// Stores messages over REST, as another device of the same person would.
async fn write(world: &World, person: &Person, conversation: Uuid, texts: impl Iterator<Item = String>) {
    for text in texts {
        let body = json!({ "client_id": Uuid::new_v4(), "body": { "kind": "text", "text": text } });
        let path = format!("/conversations/{conversation}/messages");
        let answer = world.post(&path, person, body).await;
        assert_eq!(answer.status, StatusCode::CREATED, "{answer:?}");
    }
}

fn seqs(frames: &[Value]) -> Vec<i64> {
    let messages = frames.iter().filter(|frame| frame["type"] == "message");
    messages.map(|frame| frame["seq"].as_i64().unwrap()).collect()
}

/// Says that nobody but the limits of the protocol slows these tests.
fn generous() -> Limits {
    Limits { participant_sends: 10_000, participant_burst: 10_000, ..Limits::default() }
}

#[tokio::test]
async fn what_does_not_fit_into_a_replay_is_named() {
    let world = World::start_with(generous()).await;
    let (participant, _, conversation) = world.conversation().await;
    write(&world, &participant, conversation, (0..600).map(|number| format!("word {number}"))).await;
    let mut phone = Client::open(world.address).await;
    phone.hello(&participant.token, json!([{ "conversation": conversation, "seq": 1 }])).await;
    phone.until("synced").await;
    assert_eq!(seqs(&phone.heard), (2..=501).collect::<Vec<_>>());
    let behind = phone.heard.iter().find(|frame| frame["type"] == "behind").expect("behind");
    assert_eq!((&behind["conversation"], &behind["head"]), (&json!(conversation), &json!(601)));
    let rest =
        world.get(&format!("/conversations/{conversation}/messages?after_seq=501"), &participant).await;
    assert_eq!(rest.body["items"].as_array().map(Vec::len), Some(100));
    // What follows comes live, from there on.
    write(&world, &participant, conversation, std::iter::once("next".to_owned())).await;
    assert_eq!(phone.until("message").await["seq"], 602);
}

#[tokio::test]
async fn large_messages_fill_a_replay_by_their_bytes() {
    let world = World::start_with(generous()).await;
    let (participant, _, conversation) = world.conversation().await;
    write(&world, &participant, conversation, (0..100).map(|_| "x".repeat(4_000))).await;
    let mut phone = Client::open(world.address).await;
    phone.hello(&participant.token, json!([{ "conversation": conversation, "seq": 0 }])).await;
    phone.until("synced").await;
    let bytes: usize =
        phone.heard.iter().filter(|f| f["type"] == "message").map(|f| f.to_string().len()).sum();
    assert!((200 * 1024..=256 * 1024).contains(&bytes), "{bytes}");
    assert!(phone.heard.iter().any(|frame| frame["type"] == "behind"));
}

#[tokio::test]
async fn a_position_above_the_head_and_another_epoch_mean_reset() {
    let world = World::start().await;
    let (participant, _, conversation) = world.conversation().await;
    let mut phone = Client::open(world.address).await;
    phone.hello(&participant.token, json!([{ "conversation": conversation, "seq": 99 }])).await;
    let reset = phone.until("reset").await;
    assert_eq!(reset["conversation"], json!(conversation));
    phone.until("synced").await;

    write(&world, &participant, conversation, std::iter::once("of this life".to_owned())).await;
    let mut other = Client::open(world.address).await;
    let hello = json!({ "type": "hello", "token": participant.token, "device": "d", "epoch": Uuid::new_v4(),
        "positions": [{ "conversation": conversation, "seq": 1 }] });
    other.say(hello).await;
    let reset = other.until("reset").await;
    assert_eq!((reset.get("conversation"), &reset["epoch"]), (None, &other.heard[0]["epoch"]));
    other.until("synced").await;
    assert!(seqs(&other.heard).is_empty(), "positions of another life mean nothing");
}

#[tokio::test]
async fn every_device_of_the_sender_but_the_one_that_sent_gets_the_message() {
    let world = World::start().await;
    let (participant, _, conversation) = world.conversation().await;
    let mut phone = world.connect(&participant).await;
    let mut tablet = world.connect(&participant).await;
    phone.send(conversation, "from the phone").await;
    assert_eq!(phone.until("ack").await["seq"], 2);
    assert_eq!(tablet.until("message").await["seq"], 2);
    write(&world, &participant, conversation, std::iter::once("over REST".to_owned())).await;
    for device in [&mut phone, &mut tablet] {
        assert_eq!(device.until("message").await["body"]["text"], "over REST");
        assert!(seqs(&device.settle().await).is_empty());
    }
    assert!(!seqs(&phone.heard).contains(&2), "the sender's socket gets its acknowledgement only");
}

#[tokio::test]
async fn what_another_node_stored_arrives_although_no_hint_came() {
    let world = World::start().await;
    let (participant, staff, conversation) = world.conversation().await;
    // Another node on the same store, whose bus this one does not hear.
    let other = World::start_on(world.pool.clone(), Limits::default(), Signer::default()).await;
    let token = |person: &Person| {
        let now = chrono::Utc::now().timestamp();
        other.signer.sign(&service_kit::identity::Claims::new(person.id, person.session, person.subject, now))
    };
    let (there, staff_there) = (
        Person { token: token(&participant), ..participant.clone() },
        Person { token: token(&staff), ..staff },
    );
    let mut phone = world.connect(&participant).await;
    write(&other, &there, conversation, (0..3).map(|number| format!("word {number}"))).await;
    for seq in 2..=4 {
        assert_eq!(phone.until("message").await["seq"], seq);
    }
    // Changes of state travel by the feed.
    let path = format!("/conversations/{conversation}/close");
    let closed = other.post(&path, &staff_there, json!({ "outcome": "resolved" })).await;
    assert_eq!(closed.status, StatusCode::OK, "{closed:?}");
    phone.until_frame(|frame| frame["state"]["status"] == "closed").await;
}

#[tokio::test]
async fn a_call_for_help_on_another_node_reaches_desk_and_phone() {
    let world = World::start().await;
    let mut other = World::start_on(world.pool.clone(), Limits::default(), world.signer.clone()).await;
    (other.organization, other.event) = (world.organization, world.event);
    let (guest, staff) = (world.participant(), world.staff_by_hand(3).await);
    let mut desk = world.connect(&staff).await;
    desk.say(json!({ "type": "watch", "topic": format!("queue:{}", world.event) })).await;
    assert_eq!(desk.until("queue").await["waiting"], 0);
    let (request, conversation) = other.ask(&guest).await;
    let seen = desk.until("request").await;
    assert_eq!((&seen["request"]["id"], &seen["waiting"]), (&json!(request), &json!(1)));

    // The phone is at the one node, the person who takes the request at the other.
    let mut phone = other.connect(&guest).await;
    let taken = world.post(&format!("/help-requests/{request}/take"), &staff, json!({})).await;
    assert_eq!(taken.status, StatusCode::OK, "{taken:?}");
    let state = phone.until_frame(|frame| frame["state"]["request"]["status"] == "taken").await;
    assert_eq!(state["state"]["members"][0]["id"], json!(staff.id));
    desk.until_frame(|frame| frame["type"] == "conversation").await;
    desk.send(conversation, "On my way").await;
    assert_eq!(phone.until("message").await["body"]["text"], "On my way");
    phone.send(conversation, "Thank you").await;
    assert_eq!(desk.until("message").await["body"]["text"], "Thank you");
}

#[tokio::test]
async fn whoever_hears_of_the_end_has_every_word_before_it() {
    let world = World::start_with(generous()).await;
    let (participant, staff, conversation) = world.conversation().await;
    let mut phone = world.connect(&participant).await;
    let mut desk = world.connect(&staff).await;
    for number in 0..15 {
        desk.send(conversation, &format!("word {number}")).await;
    }
    while desk.until("ack").await["seq"] != 16 {}
    let path = format!("/conversations/{conversation}/close");
    let closed = world.post(&path, &staff, json!({ "outcome": "resolved" })).await;
    assert_eq!(closed.status, StatusCode::OK, "{closed:?}");
    phone.until_frame(|frame| frame["state"]["status"] == "closed").await;
    phone.settle().await;
    assert_eq!(seqs(&phone.heard), (2..=16).collect::<Vec<_>>());
}

#[tokio::test]
async fn a_slow_reader_loses_nothing_and_slows_nobody() {
    let limits = Limits {
        outbox_frames: 8,
        outbox_bytes: 16 * 1024,
        slow_seconds: 600,
        heartbeat_seconds: 600,
        ..generous()
    };
    let world = World::start_with(limits).await;
    let (participant, staff, conversation) = world.conversation().await;
    let mut slow = world.connect(&participant).await;
    let mut quick = world.connect(&staff).await;
    // More than the network holds for somebody who does not read: only the store has the rest.
    let text = "ü".repeat(4_000);
    let writers = (0..8).map(|_| write(&world, &participant, conversation, (0..150).map(|_| text.clone())));
    let reads = async {
        for seq in 2..=1_201 {
            assert_eq!(quick.until("message").await["seq"], seq);
        }
    };
    futures_util::future::join(futures_util::future::join_all(writers), reads).await;
    // It reads again, and has everything once and in order.
    while slow.until("message").await["seq"] != 1_201 {}
    assert_eq!(seqs(&slow.heard), (2..=1_201).collect::<Vec<_>>());
}

#[tokio::test]
async fn whoever_leaves_a_queue_of_states_gets_the_newest() {
    let world = World::start_with(Limits { outbox_frames: 4, ..Limits::default() }).await;
    let staff = world.staff_by_hand(50).await;
    let mut desk = world.connect(&staff).await;
    desk.say(json!({ "type": "watch", "topic": format!("queue:{}", world.event) })).await;
    desk.until("queue").await;
    let participants: Vec<_> = (0..30).map(|_| world.participant()).collect();
    for participant in &participants {
        let (request, _) = world.ask(participant).await;
        world.call(Method::DELETE, &format!("/help-requests/{request}"), Some(participant), None).await;
    }
    let (last, _) = world.ask(&participants[0]).await;
    eventually("the desk knows the only one who waits", async || {
        desk.settle().await;
        let newest = desk.heard.iter().rev().find(|frame| frame["request"]["id"] == json!(last))?;
        let waiting = desk.heard.iter().rev().find(|frame| !frame["waiting"].is_null())?;
        (newest["request"]["status"] == "waiting" && waiting["waiting"] == 1).then_some(())
    })
    .await;
}

#[tokio::test]
async fn a_mark_above_the_head_counts_as_the_head() {
    let world = World::start().await;
    let (participant, staff, conversation) = world.conversation().await;
    let mut phone = world.connect(&participant).await;
    let mut desk = world.connect(&staff).await;
    phone.say(json!({ "type": "seen", "conversation": conversation, "seq": 400 })).await;
    assert_eq!(desk.until("received").await["seq"], 1);
    assert_eq!(desk.until("seen").await["seq"], 1);
}
