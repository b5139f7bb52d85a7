//! Whatever is lost, late or doubled on the way, a socket hands over everything once and in order.

use std::collections::BTreeMap;

use chrono::{DateTime, Utc};
use proptest::prelude::*;
use serde_json::json;
use serde_json::value::to_raw_value;
use service_kit::identity::Subject;

use super::super::Bounds;
use super::*;
use crate::messages::model::{Acknowledged, Message, Sender, SenderKind};

const CONVERSATION: Uuid = Uuid::from_u128(1);

fn message(seq: i64) -> Message {
    Message {
        conversation: CONVERSATION,
        seq,
        client_id: Uuid::from_u128(u128::try_from(seq).unwrap()),
        sender: Sender { id: Uuid::from_u128(7), kind: SenderKind::Member },
        at: DateTime::<Utc>::UNIX_EPOCH,
        body: to_raw_value(&json!({ "kind": "text", "text": "hello" })).unwrap(),
        reply_to: None,
        location: None,
    }
}

fn publication(seq: i64) -> Publication {
    Publication::decode(Publication::message(&message(seq), Uuid::nil())).unwrap()
}

/// A socket that has everything up to `delivered`.
fn socket(delivered: i64) -> Socket {
    let bounds = Bounds { frames: 8, bytes: 8_192 };
    let subject = Subject::Participant { guest: true };
    let socket = Socket::new(Uuid::nil(), Uuid::nil(), subject, bounds);
    let cursor = Cursor { delivered: Some(delivered), head: delivered, ..Cursor::default() };
    socket.lock().cursors.insert(CONVERSATION, cursor);
    socket
}

fn shown(socket: &Socket) -> Vec<i64> {
    let frames = socket.take_frames(usize::MAX);
    let values = frames.iter().map(|frame| serde_json::from_str::<serde_json::Value>(frame).unwrap());
    values.map(|frame| frame["seq"].as_i64().unwrap()).collect()
}

#[test]
fn what_comes_live_during_the_replay_is_shown_once() {
    let socket = socket(0);
    socket.leave_if(CONVERSATION, |_| true);
    assert!(socket.expect(CONVERSATION, 0));
    // The client has 4, and the replay reads from there; 5 is stored and announced before it reads.
    socket.deliver(CONVERSATION, &publication(5));
    assert_eq!(shown(&socket), [] as [i64; 0]);
    socket.begin_after(CONVERSATION, 5);
    socket.deliver(CONVERSATION, &publication(5));
    socket.release();
    assert_eq!(socket.next_lagging(), None);
    socket.deliver(CONVERSATION, &publication(6));
    assert_eq!(shown(&socket), [6]);
}

#[test]
fn what_comes_live_after_the_replay_has_read_is_read_again() {
    let socket = socket(0);
    socket.leave_if(CONVERSATION, |_| true);
    assert!(socket.expect(CONVERSATION, 0));
    socket.deliver(CONVERSATION, &publication(5));
    socket.begin_after(CONVERSATION, 4);
    socket.release();
    assert_eq!(socket.next_lagging(), Some((CONVERSATION, 4)));
}

#[test]
fn an_own_message_that_is_read_before_its_answer_is_not_shown() {
    let subject = Subject::Participant { guest: true };
    let bounds = Bounds { frames: 8, bytes: 8_192 };
    let socket = Socket::new(message(5).sender.id, Uuid::nil(), subject, bounds);
    let cursor = Cursor { delivered: Some(4), head: 4, ..Cursor::default() };
    socket.lock().cursors.insert(CONVERSATION, cursor);
    assert!(socket.begin_send(message(5).client_id, 16));
    socket.raise(CONVERSATION, 6);
    assert_eq!(socket.next_lagging(), Some((CONVERSATION, 4)));
    socket.caught_up(CONVERSATION, &[message(5), message(6)], true);
    assert_eq!(shown(&socket), [6], "6 was sent by another device of the same person");
    assert!(socket.has_unacknowledged());
}

#[test]
fn what_comes_while_the_store_is_read_is_read_again() {
    let socket = socket(4);
    socket.raise(CONVERSATION, 5);
    assert_eq!(socket.next_lagging(), Some((CONVERSATION, 4)));
    // The reading began before 5 and 6 were stored, and 6 is announced meanwhile.
    socket.deliver(CONVERSATION, &publication(6));
    socket.caught_up(CONVERSATION, &[], true);
    assert_eq!(socket.next_lagging(), Some((CONVERSATION, 4)));
    socket.caught_up(CONVERSATION, &[message(5), message(6)], true);
    assert_eq!(shown(&socket), [5, 6]);
    assert_eq!(socket.next_lagging(), None);
}

#[test]
fn a_head_that_the_store_has_not_is_read_for_once() {
    let socket = socket(4);
    socket.raise(CONVERSATION, 9);
    assert_eq!(socket.next_lagging(), Some((CONVERSATION, 4)));
    socket.caught_up(CONVERSATION, &[], true);
    assert_eq!(socket.next_lagging(), None);
}

#[test]
fn own_messages_are_acknowledged_and_not_shown_even_when_caught_up() {
    let socket = socket(4);
    let own = Acknowledged {
        client_id: Uuid::nil(),
        conversation: CONVERSATION,
        seq: 6,
        at: DateTime::<Utc>::UNIX_EPOCH,
        duplicate: false,
    };
    socket.acknowledge(&own);
    assert_eq!(shown(&socket), [6]);
    socket.look_again(CONVERSATION);
    assert_eq!(socket.next_lagging(), Some((CONVERSATION, 4)));
    socket.caught_up(CONVERSATION, &[message(5), message(6), message(7)], true);
    assert_eq!(shown(&socket), [5, 7]);
    assert!(socket.lock().acknowledged.is_empty());
}

#[test]
fn a_full_queue_becomes_a_cursor() {
    let socket = socket(0);
    (1..=20).for_each(|seq| socket.deliver(CONVERSATION, &publication(seq)));
    assert_eq!(socket.next_lagging(), None, "there is no room yet");
    assert_eq!(shown(&socket), [1, 2, 3, 4, 5, 6, 7, 8]);
    assert_eq!(socket.next_lagging(), Some((CONVERSATION, 8)));
}

#[test]
fn a_place_that_did_not_fit_is_told_again() {
    let socket = socket(0);
    let request = Uuid::from_u128(9);
    (1..=8).for_each(|seq| socket.deliver(CONVERSATION, &publication(seq)));
    socket.place(request, 3, None, &"{\"seq\":103}".into());
    assert!(!socket.take_retelling(), "not before there is room");
    assert_eq!(shown(&socket), [1, 2, 3, 4, 5, 6, 7, 8]);
    assert!(socket.take_retelling());
    socket.place(request, 3, None, &"{\"seq\":103}".into());
    socket.place(request, 3, None, &"{\"seq\":103}".into());
    assert_eq!(shown(&socket), [103], "once");
}

/// A state that can be recognized by its conversation and version.
fn state_of(conversation: u128, version: i64) -> Conversation {
    Conversation {
        id: Uuid::from_u128(conversation),
        kind: "help".to_owned(),
        event: Uuid::nil(),
        about: None,
        tags: None,
        status: ConversationStatus::Open,
        version,
        first_seq: 1,
        last_seq: 0,
        participants: Vec::new(),
        members: Vec::new(),
        received: BTreeMap::default(),
        seen: BTreeMap::default(),
        request: None,
        located: None,
        opened_at: DateTime::<Utc>::UNIX_EPOCH,
        closed_at: None,
    }
}

#[test]
fn states_that_did_not_fit_follow_each_the_newest_once() {
    let socket = socket(0);
    let restate = |conversation: u128, version: i64| {
        let frame = serde_json::json!({ "seq": conversation * 10 + u128::try_from(version).unwrap() });
        socket.restate(&state_of(conversation, version), &frame.to_string().into());
    };
    (10..40).for_each(|conversation| {
        socket.expect(Uuid::from_u128(conversation), 0);
        socket.restate(&state_of(conversation, 1), &"{}".into());
    });
    while socket.has_frames() {
        socket.take_frames(usize::MAX);
    }
    (10..40).for_each(|conversation| restate(conversation, 2));
    (20..30).for_each(|conversation| restate(conversation, 3));
    let mut seen = Vec::new();
    while socket.has_frames() {
        assert!(socket.lock().outbox.len() <= 8, "the queue keeps its bound");
        seen.extend(shown(&socket));
    }
    let version = |conversation: i64| if (20..30).contains(&conversation) { 3 } else { 2 };
    let newest: Vec<i64> = (10..40).map(|conversation| conversation * 10 + version(conversation)).collect();
    seen.sort_unstable();
    assert_eq!(seen, newest);
    assert!(!socket.take_retelling(), "nothing is told again");
}

#[test]
fn what_was_left_meanwhile_is_not_followed_again_and_an_old_state_takes_nothing_back() {
    let socket = socket(0);
    let id = Uuid::from_u128(10);
    socket.introduce(&state_of(10, 1));
    assert!(!socket.follows(id) && !socket.has_frames(), "who ended it told something newer");
    socket.expect(id, 0);
    socket.introduce(&state_of(10, 2));
    assert_eq!(socket.take_frames(usize::MAX).len(), 1);
    socket.introduce(&state_of(10, 1));
    assert!(!socket.has_frames(), "it has a newer one");
    assert!(!socket.leave_if(id, |following| following.version <= 1), "something newer is known");
    assert!(socket.leave_if(id, |following| following.version <= 2) && !socket.follows(id));
}

#[test]
fn what_ends_before_its_start_has_read_it_is_caught_up_with() {
    let socket = socket(0);
    socket.leave_if(CONVERSATION, |_| true);
    socket.expect(CONVERSATION, 0);
    socket.end(&Conversation { last_seq: 5, ..state_of(1, 2) });
    assert!(
        !socket.leave_if(CONVERSATION, Following::is_over),
        "what follows the client's position is missing"
    );
    socket.look_again(CONVERSATION);
    assert_eq!(socket.next_lagging(), None, "nobody knows from where");
    socket.begin_after(CONVERSATION, 3);
    socket.look_again(CONVERSATION);
    assert_eq!(socket.next_lagging(), Some((CONVERSATION, 3)));
    socket.caught_up(CONVERSATION, &[message(4), message(5)], true);
    assert_eq!(shown(&socket), [4, 5]);
    let opened = Conversation { last_seq: 5, ..state_of(1, 3) };
    socket.restate(&opened, &"{}".into());
    socket.end(&Conversation { last_seq: 5, ..state_of(1, 2) });
    assert!(!socket.leave_if(CONVERSATION, Following::is_over), "it was opened again since");
    socket.end(&Conversation { version: 4, ..opened });
    assert!(socket.leave_if(CONVERSATION, Following::is_over));
}

#[test]
fn room_is_counted_by_what_was_taken() {
    let socket = socket(0);
    socket.deliver(CONVERSATION, &publication(1));
    socket.deliver(CONVERSATION, &publication(2));
    assert_eq!(socket.take_frames(1).len(), 1);
    let state = socket.lock();
    assert_eq!(state.bytes, state.outbox[0].len());
}

/// What can happen to a socket while others write.
#[derive(Debug, Clone, Copy)]
enum Step {
    /// So many messages are stored.
    Store(i64),
    /// The bus brings one of those that are stored.
    Deliver(i64),
    /// Heads are compared.
    Compare,
    /// The reading that goes on, or the next one, sees the store as it is now.
    Read,
    /// What was read arrives.
    CatchUp,
    /// The client takes so many frames.
    Write(usize),
}

fn step() -> impl Strategy<Value = Step> {
    prop_oneof![
        (1_i64..6).prop_map(Step::Store),
        (0_i64..8).prop_map(Step::Deliver),
        Just(Step::Compare),
        Just(Step::Read),
        Just(Step::CatchUp),
        (1_usize..6).prop_map(Step::Write),
    ]
}

/// A socket, the store that it follows, and what its client has seen.
struct Run {
    socket: Socket,
    head: i64,
    reading: Option<(i64, i64)>,
    seen: Vec<i64>,
}

impl Run {
    const PAGE: i64 = 3;

    fn step(&mut self, step: Step) {
        match step {
            Step::Store(count) => self.head += count,
            Step::Deliver(back) if back < self.head => {
                self.socket.deliver(CONVERSATION, &publication(self.head - back));
            }
            Step::Deliver(_) => {}
            Step::Compare => self.socket.raise(CONVERSATION, self.head),
            Step::Read => match self.reading {
                Some((after, _)) => self.reading = Some((after, self.head)),
                None => self.reading = self.socket.next_lagging().map(|(_, after)| (after, self.head)),
            },
            Step::CatchUp => {
                let Some((after, head)) = self.reading.take() else { return };
                let page: Vec<Message> = (after + 1..=head.min(after + Self::PAGE)).map(message).collect();
                let complete = i64::try_from(page.len()).unwrap() < Self::PAGE;
                self.socket.caught_up(CONVERSATION, &page, complete);
            }
            Step::Write(count) => {
                for frame in self.socket.take_frames(count) {
                    let frame: serde_json::Value = serde_json::from_str(&frame).unwrap();
                    self.seen.push(frame["seq"].as_i64().unwrap());
                }
            }
        }
    }
}

proptest! {
    #[test]
    fn everything_comes_once_and_in_order(steps in prop::collection::vec(step(), 0..120)) {
        let mut run = Run { socket: socket(0), head: 0, reading: None, seen: Vec::new() };
        for each in steps {
            run.step(each);
            let expected: Vec<i64> = (1..).take(run.seen.len()).collect();
            prop_assert_eq!(&run.seen, &expected);
            prop_assert!(run.socket.lock().outbox.len() <= 8 + 3, "what waits is bounded");
        }
        // From now on nothing is lost any more, and the client reads.
        run.step(Step::Compare);
        let (head, mut rounds) = (run.head, 0);
        while i64::try_from(run.seen.len()).unwrap() < head {
            [Step::Write(8), Step::Read, Step::CatchUp].into_iter().for_each(|each| run.step(each));
            rounds += 1;
            prop_assert!(rounds < 1_000, "it ends: {:?} of {head}", run.seen.last());
        }
        run.step(Step::Write(8));
        prop_assert_eq!(run.seen, (1..=head).collect::<Vec<_>>());
    }
}
