//! Photos in an S3-compatible store, which may be away.

use std::time::Duration;

use faults::object_store::ObjectStore;
use faults::proxy::Weather;
use faults::upload::photo;
use faults::{Cluster, Crowd, Shape, Upload, found};
use journeys::eventually;
use reqwest::{Method, StatusCode};
use serde_json::json;
use tokio::time::Instant;

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
#[ignore = "takes half a minute: make faults"]
async fn a_bucket_keeps_photos_and_is_away_for_a_while() {
    let store = ObjectStore::start().await;
    let settings = store.settings().into_iter();
    let settings: Vec<_> = settings.map(|(name, value)| (name, &*value.leak())).collect();
    let mut cluster = Cluster::start_as(Shape { settings: settings.leak(), ..Shape::default() }).await;
    let venue = cluster.venue().await;
    let crowd = Crowd::gather(&venue, 1).await;
    let (guest, conversation) = crowd.people[0].clone();
    let mut first = Upload::of(photo());
    first.send(&guest, conversation).await;
    assert!(store.place(&first.id.to_string()).is_file(), "it is in the bucket");
    let seen = crowd.staff.file(first.id).await;
    for node in &cluster.messenger {
        assert!(crowd.staff.at(&node.url()).file(first.id).await == seen, "every node reads it");
    }

    // Nobody is told that the store does not answer.
    store.way.set(Weather::cut());
    let mut second = Upload::of(photo());
    let (id, bytes) = (second.id, second.file.len());
    let phone = guest.clone();
    let sending = tokio::spawn(async move {
        second.send(&phone, conversation).await;
        second
    });
    let announced = json!({ "id": id, "conversation": conversation, "kind": "photo", "bytes": bytes, "media_type": "image/jpeg" });
    eventually("all of it is with the node", async || {
        let state = guest.post("/messenger/v1/attachments", announced.clone()).await.body;
        (state["offset"] == json!(bytes)).then_some(())
    })
    .await;
    let path = format!("/messenger/v1/attachments/{}", first.id);
    let text = json!({ "client_id": id, "body": { "kind": "text", "text": "still heard" } });
    let asked = Instant::now();
    let said = guest.post(&format!("/messenger/v1/conversations/{conversation}/messages"), text).await;
    let words = asked.elapsed();
    assert_eq!(said.status, StatusCode::CREATED, "words need no store");
    let away = crowd.staff.call(Method::GET, &path, serde_json::Value::Null).await;
    assert_eq!(away.status, StatusCode::SERVICE_UNAVAILABLE, "it is not said to be gone");
    store.way.set(Weather::default());
    store.way.reset();
    let back = Instant::now();
    let second = sending.await.expect("it arrives");
    let after = back.elapsed();
    assert!(!crowd.staff.file(second.id).await.is_empty());

    cluster.postgres.sql("messages", &format!("DELETE FROM attachments WHERE id = '{}'", first.id));
    // A node tidies up when it starts.
    cluster.messenger[0].process.kill();
    cluster.messenger[0].start_again().await;
    eventually("what is deleted leaves the bucket", async || {
        let names = [first.id.to_string(), format!("{}.thumbnail", first.id)];
        (!names.iter().any(|name| store.place(name).exists())).then_some(())
    })
    .await;
    assert!(store.place(&second.id.to_string()).is_file());
    assert!(words < Duration::from_secs(5));
    found(
        "an S3 store that does not answer for a while",
        &format!(
            "words took {words:.1?}; the photo that waited was ready {after:.1?} after the store was back"
        ),
    );
}
