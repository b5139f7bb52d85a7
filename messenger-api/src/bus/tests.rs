//! What every bus does, whichever it is: the same tests for both.

use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};

use bytes::Bytes;
use service_kit::Tasks;
use service_kit::testing::NatsServer;
use uuid::Uuid;

use super::{Bus, InProcess, Listener, Nats, NatsSettings, Subject};

/// What a listener heard, in order.
#[derive(Clone, Default)]
struct Heard(Arc<Mutex<Vec<Bytes>>>);

impl Heard {
    fn listener(&self) -> Listener {
        let heard = self.clone();
        Arc::new(move |_, payload| heard.0.lock().unwrap().push(payload))
    }

    fn all(&self) -> Vec<Bytes> {
        self.0.lock().unwrap().clone()
    }
}

async fn eventually(what: &str, mut is_so: impl FnMut() -> bool) {
    let deadline = Instant::now() + Duration::from_secs(60);
    while !is_so() {
        assert!(Instant::now() < deadline, "never happened: {what}");
        tokio::time::sleep(Duration::from_millis(10)).await;
    }
}

/// Publishes until the listener hears: a subscription may take a moment to reach the other node. Ever more rarely, so
/// that few greetings wait in front of what comes next, however slow the machine is.
async fn reaches(from: &dyn Bus, subject: Subject, heard: &Heard) {
    let mut looked = 0_u32;
    eventually("what one node publishes reaches the other", || {
        looked += 1;
        if looked.is_power_of_two() {
            from.publish(subject, Bytes::from_static(b"hello"));
        }
        !heard.all().is_empty()
    })
    .await;
}

/// The suite: `here` and `there` are two nodes, or one and the same.
async fn is_a_bus(here: Arc<dyn Bus>, there: Arc<dyn Bus>) {
    let subject = Subject::Conversation(Uuid::now_v7());
    let (near, far) = (Heard::default(), Heard::default());
    let _near = here.subscribe(subject, near.listener());
    let far_subscription = there.subscribe(subject, far.listener());
    reaches(&*here, subject, &far).await;

    // In order, each once, to everybody who listens. Never more at once than may wait: a bus drops what is too much.
    let payloads: Vec<Bytes> = (0..1_000).map(|number: i32| Bytes::from(number.to_string())).collect();
    let numbers =
        |heard: &Heard| heard.all().into_iter().filter(|payload| payload != "hello").collect::<Vec<_>>();
    let mut published = 0;
    for chunk in payloads.chunks(32) {
        chunk.iter().for_each(|payload| here.publish(subject, payload.clone()));
        published += chunk.len();
        eventually("everything arrives", || numbers(&far).len() == published).await;
    }
    assert_eq!(numbers(&far), payloads);
    assert_eq!(numbers(&near), payloads);

    // Nothing of other subjects, and nothing after leaving.
    let before = far.all().len();
    here.publish(Subject::Conversation(Uuid::now_v7()), Bytes::from_static(b"other"));
    here.publish(Subject::Feed, Bytes::from_static(b"feed"));
    drop(far_subscription);
    here.publish(subject, Bytes::from_static(b"after"));
    eventually("the near listener hears it", || near.all().last().is_some_and(|last| last == "after")).await;
    assert_eq!(far.all().len(), before);
    assert!(*here.connected().borrow());
}

#[tokio::test]
async fn within_a_process() {
    let bus: Arc<dyn Bus> = Arc::new(InProcess::default());
    is_a_bus(Arc::clone(&bus), bus).await;
}

/// A NATS server with the configuration for production, and the certificate that vouches for it.
fn start_as_in_production(folder: &Path) -> (NatsServer, PathBuf) {
    let certificate = rcgen::generate_simple_self_signed(vec!["localhost".to_owned()]).unwrap();
    let (certificate_file, key_file) = (folder.join("certificate.pem"), folder.join("key.pem"));
    std::fs::write(&certificate_file, certificate.cert.pem()).unwrap();
    std::fs::write(&key_file, certificate.signing_key.serialize_pem()).unwrap();
    let configuration = concat!(env!("CARGO_MANIFEST_DIR"), "/../envs/prod/nats/nats-server.conf");
    let server = NatsServer::configured(|command, port| {
        command
            .args(["--config", configuration])
            .env("NATS_LISTEN", format!("127.0.0.1:{port}"))
            .env("NATS_CERTIFICATE", &certificate_file)
            .env("NATS_KEY", &key_file)
            .env("MESSENGER_PASSWORD", "a-quiet-harbour");
    });
    (server, certificate_file)
}

async fn node(server: &NatsServer, tasks: &Tasks) -> Arc<Nats> {
    let settings = NatsSettings { urls: vec![server.url()], ..NatsSettings::default() };
    let bus = Nats::connect(&settings, tasks).await.unwrap();
    eventually("the node is connected", || *bus.connected().borrow()).await;
    bus
}

#[tokio::test]
async fn between_two_nodes() {
    let (server, tasks) = (NatsServer::start(), Tasks::new());
    is_a_bus(node(&server, &tasks).await, node(&server, &tasks).await).await;
}

#[tokio::test]
async fn between_two_nodes_as_in_production() {
    let (folder, tasks) = (tempfile::tempdir().unwrap(), Tasks::new());
    let (server, authority) = start_as_in_production(folder.path());
    let settings = |user: &str| NatsSettings {
        urls: vec![format!("tls://{user}@localhost:{}", server.port())],
        authority: Some(authority.clone()),
        credentials: None,
    };
    let (here, there) = (
        Nats::connect(&settings("messenger:a-quiet-harbour"), &tasks).await.unwrap(),
        Nats::connect(&settings("messenger:a-quiet-harbour"), &tasks).await.unwrap(),
    );
    eventually("both nodes are connected", || *here.connected().borrow() && *there.connected().borrow())
        .await;
    is_a_bus(here.clone(), there).await;

    // Whoever does not know the password, or does not encrypt, hears nothing of it.
    let stranger = Nats::connect(&settings("messenger:guessed"), &tasks).await.unwrap();
    let plain = NatsSettings { urls: vec![server.url()], ..NatsSettings::default() };
    let plain = Nats::connect(&plain, &tasks).await.unwrap();
    let (subject, known) = (Subject::Conversation(Uuid::now_v7()), Heard::default());
    let (_, _) = (stranger.subscribe(subject, known.listener()), plain.subscribe(subject, known.listener()));
    here.publish(subject, Bytes::from_static(b"secret"));
    tokio::time::sleep(Duration::from_millis(500)).await;
    assert!(!*stranger.connected().borrow() && !*plain.connected().borrow());
    assert_eq!(known.all(), [] as [Bytes; 0]);
}

#[tokio::test]
async fn the_account_of_messenger_reaches_its_own_subjects_only() {
    let folder = tempfile::tempdir().unwrap();
    let (server, authority) = start_as_in_production(folder.path());
    let refused = Arc::new(Mutex::new(Vec::new()));
    let noted = Arc::clone(&refused);
    let options =
        async_nats::ConnectOptions::with_user_and_password("messenger".into(), "a-quiet-harbour".into())
            .add_root_certificates(authority)
            .require_tls(true)
            .retry_on_initial_connect()
            .event_callback(move |event| {
                let noted = Arc::clone(&noted);
                async move { noted.lock().unwrap().push(event.to_string()) }
            });
    let client = options.connect(format!("tls://localhost:{}", server.port())).await.unwrap();
    let _elsewhere = client.subscribe("elsewhere.>").await.unwrap();
    client.publish("elsewhere.now", Bytes::from_static(b"hello")).await.unwrap();
    eventually("both are refused", || {
        let refused = refused.lock().unwrap().join("\n").to_lowercase();
        refused.contains("permissions violation for subscription")
            && refused.contains("permissions violation for publish")
    })
    .await;
}

#[tokio::test]
async fn goes_on_after_a_restart() {
    let (mut server, tasks) = (NatsServer::start(), Tasks::new());
    let (here, there) = (node(&server, &tasks).await, node(&server, &tasks).await);
    let (subject, far) = (Subject::Conversation(Uuid::now_v7()), Heard::default());
    let _subscription = there.subscribe(subject, far.listener());
    reaches(&*here, subject, &far).await;
    server.stop();
    eventually("both nodes know that it is away", || {
        !*here.connected().borrow() && !*there.connected().borrow()
    })
    .await;
    here.publish(subject, Bytes::from_static(b"lost"));
    server.start_again();
    eventually("both are back", || *here.connected().borrow() && *there.connected().borrow()).await;
    far.0.lock().unwrap().clear();
    reaches(&*here, subject, &far).await;
    assert!(far.all().iter().all(|payload| payload == "hello"), "the bus keeps nothing");
}

#[tokio::test]
async fn a_nats_that_is_away_at_the_start_is_waited_for() {
    let (mut server, tasks) = (NatsServer::start(), Tasks::new());
    server.stop();
    let settings = NatsSettings { urls: vec![server.url()], ..NatsSettings::default() };
    let bus = Nats::connect(&settings, &tasks).await.unwrap();
    assert!(!*bus.connected().borrow());
    let (subject, near) = (Subject::Feed, Heard::default());
    let _subscription = bus.subscribe(subject, near.listener());
    bus.publish(subject, Bytes::from_static(b"here"));
    assert_eq!(near.all(), [Bytes::from_static(b"here")], "a node alone hears itself");
    server.start_again();
    eventually("it is connected", || *bus.connected().borrow()).await;
}
