//! Clients that all come at once, twice, slowly, or with nonsense.

use std::collections::{BTreeMap, HashMap};
use std::time::Duration;

use faults::{Cluster, Crowd, Listeners, Shape, found};
use journeys::client::send;
use journeys::{Client, Person};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;
use tokio::time::{sleep, timeout};
use uuid::Uuid;

const PAUSE: Duration = Duration::from_millis(200);

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
#[ignore = "takes half a minute: make faults"]
async fn the_same_client_id_on_two_nodes_is_stored_once() {
    let cluster = Cluster::start().await;
    let venue = cluster.venue().await;
    let crowd = Crowd::gather(&venue, 1).await;
    let (guest, conversation) = &crowd.people[0];
    let mut sockets = Vec::new();
    for node in &cluster.messenger {
        let socket = Client::start(&node.url(), &guest.token).await;
        sockets.push(socket);
    }
    for round in 0..100 {
        let frame = send(Uuid::now_v7(), *conversation, &format!("round {round}"));
        for socket in &mut sockets {
            socket.say(frame.clone()).await;
        }
        let mut seqs = Vec::new();
        for socket in &mut sockets {
            seqs.push(socket.until("ack").await["seq"].clone());
        }
        assert_eq!(seqs[0], seqs[1], "both are told the same number");
        sleep(Duration::from_millis(200)).await; // Five a second is what a phone may send.
    }
    assert_eq!(guest.messages(*conversation).await.len(), 101);
    println!(
        "the same client id on two nodes at once, 100 times: each stored once, both told the same number"
    );
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn poison_frames_harm_only_their_sender() {
    let cluster = Cluster::start().await;
    let venue = cluster.venue().await;
    let crowd = Crowd::gather(&venue, 10).await;
    let guest = Person::guest(&venue.url, "Somebody else").await;
    let (_, conversation) = guest.ask(venue.event, "I need help").await;
    let report = crowd
        .talk_while(PAUSE, async || {
            let deep = format!("{}{}", "[".repeat(5_000), "]".repeat(5_000));
            let nul = send(Uuid::now_v7(), conversation, "a\u{0}b").to_string();
            let long = send(Uuid::now_v7(), conversation, &"x".repeat(5_000)).to_string();
            for poison in
                [deep.as_str(), &nul, &long, "{", "null", "[]", r#"{"type":"send"}"#, r#"{"type":1}"#]
            {
                let mut socket = Client::start(&cluster.url, &guest.token).await;
                socket.say_raw(tokio_tungstenite::tungstenite::Message::text(poison)).await;
                assert_eq!(socket.until("refused").await["code"], "invalid", "{poison:.40}");
            }
        })
        .await;
    report.print("poison frames");
    assert!(report.outages.is_empty());
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
#[ignore = "takes half a minute: make faults"]
async fn slow_handshakes_hold_nobody_up() {
    let cluster = Cluster::start().await;
    let venue = cluster.venue().await;
    let crowd = Crowd::gather(&venue, 10).await;
    let report = crowd
        .talk_while(PAUSE, async || {
            let mut slow = Vec::new();
            for node in &cluster.messenger {
                for _ in 0..200 {
                    let mut stream = TcpStream::connect(node.addresses.public).await.expect("a connection");
                    stream
                        .write_all(b"GET /messenger/v1/live HTTP/1.1\r\nHost: x")
                        .await
                        .expect("half a word");
                    slow.push(stream);
                }
                // Sockets that open and never say hello.
                slow.extend(silent(&node.url()).await);
            }
            sleep(Duration::from_secs(7)).await;
            let mut ended = 0;
            for stream in &mut slow {
                let read = timeout(Duration::from_millis(5), stream.read(&mut [0; 64])).await;
                ended += usize::from(read.is_ok());
            }
            println!("slow handshakes: {ended} of {} were ended by the nodes after 7 s", slow.len());
        })
        .await;
    report.print("200 slow handshakes and 50 silent sockets on each node");
    assert!(report.outages.is_empty());
    assert!(report.slowest < Duration::from_secs(5));
}

async fn silent(url: &str) -> Vec<TcpStream> {
    let mut streams = Vec::new();
    for _ in 0..50 {
        let address = url.trim_start_matches("http://");
        let mut stream = TcpStream::connect(address).await.expect("a connection");
        let request = format!(
            "GET /messenger/v1/live HTTP/1.1\r\nHost: {address}\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\
             Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n"
        );
        stream.write_all(request.as_bytes()).await.expect("a request");
        streams.push(stream);
    }
    streams
}

/// As many as a phone each in a venue's biggest corner; `FAULTS_LISTENERS` says another number.
fn listeners() -> usize {
    std::env::var("FAULTS_LISTENERS").map_or(10_000, |text| text.parse().expect("a number"))
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
#[ignore = "takes two minutes: make faults"]
async fn ten_thousand_clients_reconnect_at_once() {
    let settings = &[("MESSENGER_SOCKETS_PER_PERSON", "2000")];
    let mut cluster = Cluster::start_as(Shape { messenger: 3, settings, ..Shape::default() }).await;
    let venue = cluster.venue().await;
    let crowd = Crowd::gather(&venue, 50).await;
    let count = listeners();
    let who = (0..count).map(|number| &crowd.people[number % 50]);
    let who = who.map(|(guest, conversation)| (guest.token.clone(), *conversation)).collect();
    let others: Vec<String> = cluster.messenger[1..].iter().map(faults::cluster::Node::url).collect();
    let listeners = Listeners::gather(who, &cluster.messenger[0].url(), &others).await;
    let report = crowd
        .talk_while(Duration::from_secs(5), async || {
            sleep(Duration::from_secs(5)).await;
            cluster.messenger[0].process.kill();
            sleep(Duration::from_secs(20)).await;
        })
        .await;
    let (mut stored, mut heads) = (HashMap::new(), BTreeMap::new());
    for (guest, conversation) in &crowd.people {
        let messages = guest.stored_patiently(*conversation).await;
        heads.insert(*conversation, messages.last().map_or(0, |message| message.seq));
        stored.insert(*conversation, messages);
    }
    let mut resumed = Vec::new();
    for listener in listeners.end(heads).await {
        let errors = listener.history.errors_at_end(&stored[&listener.conversation]);
        assert_eq!(errors, Vec::<String>::new());
        resumed.extend(listener.outages);
    }
    resumed.sort_unstable();
    assert!(resumed.len() >= count, "everybody was away: {}", resumed.len());
    let (most, all) = (resumed[resumed.len() * 99 / 100], resumed[resumed.len() - 1]);
    let fault = format!("a node died under {count} sockets");
    found(&fault, &format!("99 % were back within {most:.1?}, all within {all:.1?}, and had everything"));
    report.print(&format!("{fault}, and others who wrote meanwhile"));
}
