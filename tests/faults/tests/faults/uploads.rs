//! Photos over lines that are slow and break, while nodes die.

use std::time::Duration;

use faults::cluster::Venue;
use faults::proxy::Weather;
use faults::upload::photo;
use faults::{Cluster, Crowd, Proxy, Upload, found};
use journeys::Person;
use journeys::phone::Phone;
use serde_json::json;
use tokio::sync::watch;
use tokio::time::{Instant, sleep};
use uuid::Uuid;

/// How often somebody writes beside their photo.
const PAUSE: Duration = Duration::from_millis(500);

async fn line_to(cluster: &Cluster) -> Proxy {
    Proxy::start(cluster.url.trim_start_matches("http://").parse().expect("an address")).await
}

/// A photo that is sent while its line breaks three times and each node dies once.
async fn a_photo_through_breaks_and_deaths(fault: &str, weather: Weather) {
    let mut cluster = Cluster::start().await;
    let venue = cluster.venue().await;
    let crowd = Crowd::gather(&venue, 1).await;
    let (guest, conversation) = crowd.people[0].clone();
    let line = line_to(&cluster).await;
    line.set(weather);
    let mut upload = Upload::of(photo());
    let bytes = upload.file.len();
    let (mut arrived, on_its_way) = (upload.arrived.subscribe(), upload.arrived.subscribe());
    let breaks = upload.breaks.subscribe();
    let began = Instant::now();
    let phone = guest.at(&format!("http://{}", line.address));
    let sending = tokio::spawn(async move {
        let message = upload.send(&phone, conversation).await;
        (upload, message)
    });
    let mut reached = async |percent: usize| {
        arrived.wait_for(|arrived| arrived * 100 >= bytes * percent).await.expect("it goes on");
    };
    // A connection that breaks between two pieces is not felt.
    let break_off = async || {
        let before = *breaks.borrow();
        while *breaks.borrow() == before {
            assert!(*on_its_way.borrow() < bytes, "it was over too soon");
            line.reset();
            sleep(Duration::from_millis(50)).await;
        }
    };
    reached(10).await;
    break_off().await;
    reached(25).await;
    // The line is dead for a while, and nobody is told; then it breaks.
    line.set(Weather::cut());
    sleep(Duration::from_secs(1)).await;
    line.set(weather);
    break_off().await;
    reached(35).await;
    cluster.messenger[0].process.kill();
    reached(50).await;
    // What follows is for the other node.
    line.set(Weather::cut());
    cluster.messenger[0].start_again().await;
    cluster.messenger[1].process.kill();
    line.set(weather);
    break_off().await;
    let (upload, message) = sending.await.expect("it arrives");
    let took = began.elapsed();
    cluster.messenger[1].start_again().await;
    is_there_once(&crowd, &upload, &message).await;

    // The death of the first node is one more for whoever was there.
    let breaks = *upload.breaks.borrow();
    assert!(breaks >= 3, "{breaks} breaks");
    let again = upload.sent - bytes;
    assert!(again <= breaks * upload.largest, "only what was on its way goes twice: {again} bytes");
    let seen = format!(
        "{} KB arrived once and whole after {took:.1?}, {breaks} breaks and two dead nodes; {} KB were sent twice",
        bytes / 1_000,
        again / 1_000
    );
    found(fault, &seen);
}

/// The desk has the photo once, as whole as one that came over a good line.
async fn is_there_once(crowd: &Crowd, upload: &Upload, message: &serde_json::Value) {
    let (guest, conversation) = &crowd.people[0];
    let mut good = Upload::of(upload.file.clone());
    good.send(guest, *conversation).await;
    assert_eq!(*good.breaks.borrow(), 0);
    let messages = crowd.staff.messages(*conversation).await;
    let of_it = messages.iter().filter(|one| one["body"]["attachments"][0]["id"] == json!(upload.id));
    let ids: Vec<_> = of_it.map(|one| &one["client_id"]).collect();
    assert_eq!(ids, [&message["client_id"]]);
    assert!(crowd.staff.file(upload.id).await == crowd.staff.file(good.id).await, "it is another picture");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_photo_goes_on_where_it_stopped_also_on_another_node() {
    let line = Weather::poor(Duration::from_millis(50), 0.0, 200).of_one_phone();
    a_photo_through_breaks_and_deaths("a photo over 200 kbit/s that breaks, each node killed", line).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
#[ignore = "takes two minutes: make faults"]
async fn a_photo_over_64_kbit_that_breaks_again_and_again() {
    let line = Weather::poor(Duration::from_millis(300), 0.05, 64).of_one_phone();
    a_photo_through_breaks_and_deaths("a photo over 64 kbit/s, 600 ms, 5 % loss that breaks", line).await;
}

/// Somebody who writes while their photos are on their way: the slowest acknowledgement.
async fn words_beside_photos(fault: &str, weather: Weather, photos: usize) -> Duration {
    let cluster = Cluster::start().await;
    let venue = cluster.venue().await;
    let line = line_to(&cluster).await;
    let (guest, conversation) = somebody(&venue).await;
    let guest = guest.at(&format!("http://{}", line.address));
    line.set(weather);
    let (ending, mut end) = watch::channel(None);
    let mut phone = Phone::new(&guest, conversation, 1);
    let writing = tokio::spawn(async move {
        phone.write_while(&mut end, PAUSE).await;
        phone
    });
    let began = Instant::now();
    for _ in 0..photos {
        Upload::of(photo()).send(&guest, conversation).await;
    }
    let took = began.elapsed();
    ending.send_replace(Some(Instant::now()));
    let phone = writing.await.expect("all is acknowledged");
    let stored = guest.stored_patiently(conversation).await;
    assert_eq!(phone.history.errors_at_end(&stored), Vec::<String>::new());
    let texts = phone.history.acknowledged_count();
    assert!(texts >= photos, "they wrote meanwhile: {texts}");
    let seen = format!(
        "{photos} photos of 150 KB took {:.1?} each; the slowest of {texts} texts meanwhile was acknowledged after {:.1?}",
        took / u32::try_from(photos).unwrap_or(1),
        phone.slowest
    );
    found(fault, &seen);
    phone.slowest
}

async fn somebody(venue: &Venue) -> (Person, Uuid) {
    let guest = Person::guest(&venue.url, "Guest").await;
    let (_, conversation) = guest.ask(venue.event, "I need help").await;
    (guest, conversation)
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
#[ignore = "takes a minute: make faults"]
async fn words_do_not_wait_for_a_photo_over_400_kbit_400_ms_and_5_percent_loss() {
    let poor = Weather::poor(Duration::from_millis(200), 0.05, 400).of_one_phone();
    let slowest = words_beside_photos("photos and words over 400 kbit/s, 400 ms, 5 % loss", poor, 3).await;
    assert!(slowest <= Duration::from_secs(5), "{slowest:?}");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
#[ignore = "takes two minutes: make faults"]
async fn words_do_not_wait_for_a_photo_over_64_kbit_600_ms_and_5_percent_loss() {
    let awful = Weather::poor(Duration::from_millis(300), 0.05, 64).of_one_phone();
    let slowest = words_beside_photos("photos and words over 64 kbit/s, 600 ms, 5 % loss", awful, 1).await;
    assert!(slowest <= Duration::from_secs(30), "{slowest:?}");
}
