//! Photos and voice clips: uploaded in pieces, cleaned, and shown to nobody but their conversation.

use messenger_api::AttachmentSettings;
use reqwest::{Method, Response, StatusCode};
use serde_json::{Value, json};
use uuid::Uuid;

use crate::support::pictures::{clip, jpeg, jpeg_of_a_phone, png, png_that_says};
use crate::support::{Answer, Person, World, eventually, uuid};

pub fn announced(id: Uuid, conversation: Uuid, kind: &str, bytes: usize) -> Value {
    let media_type = if kind == "voice" { "audio/webm;codecs=opus" } else { "image/jpeg" };
    json!({ "id": id, "conversation": conversation, "kind": kind, "bytes": bytes, "media_type": media_type })
}

async fn append(world: &World, person: &Person, id: Uuid, offset: usize, piece: &[u8]) -> Answer {
    let response = world
        .http
        .patch(format!("http://{}/messenger/v1/attachments/{id}", world.address))
        .bearer_auth(&person.token)
        .header("Upload-Offset", offset.to_string())
        .header("content-type", "application/octet-stream")
        .body(piece.to_vec())
        .send()
        .await
        .unwrap();
    let status = response.status();
    Answer { status, body: serde_json::from_slice(&response.bytes().await.unwrap()).unwrap_or(Value::Null) }
}

/// Uploads a whole file; the answer to its last piece.
async fn upload(world: &World, person: &Person, conversation: Uuid, kind: &str, file: &[u8]) -> Answer {
    let new = announced(Uuid::now_v7(), conversation, kind, file.len());
    upload_announced(world, person, new, file).await
}

/// Uploads a photo under an id.
pub async fn upload_as(id: Uuid, world: &World, person: &Person, conversation: Uuid, file: &[u8]) -> Answer {
    upload_announced(world, person, announced(id, conversation, "photo", file.len()), file).await
}

async fn upload_announced(world: &World, person: &Person, new: Value, file: &[u8]) -> Answer {
    let id = uuid(&new["id"]);
    let begun = world.post("/attachments", person, new).await;
    assert_eq!(begun.status, StatusCode::CREATED, "{begun:?}");
    let mut answer = begun;
    for (index, piece) in file.chunks(200_000).enumerate() {
        answer = append(world, person, id, index * 200_000, piece).await;
    }
    answer
}

pub async fn fetch(world: &World, person: &Person, path: &str) -> Response {
    let address = format!("http://{}/messenger/v1/attachments/{path}", world.address);
    world.http.get(address).bearer_auth(&person.token).send().await.unwrap()
}

pub fn photo_message(photo: &Answer) -> Value {
    let part = json!({ "id": photo.id(), "width": photo.body["width"], "height": photo.body["height"] });
    json!({ "client_id": Uuid::new_v4(), "body": { "kind": "photo", "attachments": [part] } })
}

pub async fn say(world: &World, person: &Person, conversation: Uuid, message: Value) -> Answer {
    world.post(&format!("/conversations/{conversation}/messages"), person, message).await
}

#[tokio::test]
async fn a_photo_reaches_the_others_with_its_size_and_a_thumbnail() {
    let world = World::start().await;
    let (guest, staff, conversation) = world.conversation().await;
    let photo = upload(&world, &guest, conversation, "photo", &jpeg(3_000, 1_500)).await;
    assert_eq!((photo.status, &photo.body["finished"]), (StatusCode::OK, &json!(true)), "{photo:?}");
    assert_eq!((&photo.body["width"], &photo.body["height"]), (&json!(2_048), &json!(1_024)));

    let mut desk = world.connect(&staff).await;
    let message = photo_message(&photo);
    let sent = say(&world, &guest, conversation, message.clone()).await;
    assert_eq!(sent.status, StatusCode::CREATED, "{sent:?}");
    assert_eq!(desk.until("message").await["body"], message["body"]);

    let file = fetch(&world, &staff, &photo.id().to_string()).await;
    let header = |name: &str| file.headers()[name].to_str().unwrap().to_owned();
    assert_eq!(header("content-type"), "image/jpeg");
    assert_eq!(header("content-disposition"), "attachment");
    assert_eq!(header("x-content-type-options"), "nosniff");
    assert_eq!(header("cache-control"), "private, max-age=31536000, immutable");
    assert!(header("content-security-policy").contains("sandbox"));
    let large = image::load_from_memory(&file.bytes().await.unwrap()).unwrap();
    assert_eq!((large.width(), large.height()), (2_048, 1_024));
    let small = fetch(&world, &staff, &format!("{}/thumbnail", photo.id())).await.bytes().await.unwrap();
    let small = image::load_from_memory(&small).unwrap();
    assert_eq!((small.width(), small.height()), (320, 160));
}

#[tokio::test]
async fn a_broken_upload_goes_on_where_it_stopped_on_another_node() {
    let world = World::start().await;
    let (guest, _, conversation) = world.conversation().await;
    let other = world.another().await;
    let file = png(900, 700);
    let (first, rest) = file.split_at(1_000);
    let id = Uuid::now_v7();
    let announcement = announced(id, conversation, "photo", file.len());
    world.post("/attachments", &guest, announcement.clone()).await;
    let half = append(&world, &guest, id, 0, first).await;
    assert_eq!((&half.body["offset"], &half.body["finished"]), (&json!(1_000), &json!(false)), "{half:?}");

    let asked = other.post("/attachments", &guest, announcement).await;
    assert_eq!((asked.status, &asked.body["offset"]), (StatusCode::OK, &json!(1_000)));
    // The answer to the first piece was lost: saying it again harms nothing, and says where to go on.
    let again = append(&other, &guest, id, 0, &first[..500]).await;
    assert_eq!((again.code(), &again.body["offset"]), ("offset", &json!(1_000)));
    let early = append(&other, &guest, id, 2_000, &rest[1_000..]).await;
    assert_eq!((early.status, early.code()), (StatusCode::CONFLICT, "offset"));
    let done = append(&other, &guest, id, 1_000, rest).await;
    assert_eq!((done.status, &done.body["finished"]), (StatusCode::OK, &json!(true)), "{done:?}");
    let repeated = append(&world, &guest, id, 1_000, rest).await;
    assert_eq!(repeated.body, done.body);
    assert_eq!(fetch(&world, &guest, &id.to_string()).await.status(), StatusCode::OK);
    let left: i64 =
        sqlx::query_scalar("SELECT count(*) FROM attachment_pieces").fetch_one(&world.pool).await.unwrap();
    assert_eq!(left, 0, "pieces go when the file is whole");
}

#[tokio::test]
async fn a_photo_loses_where_it_was_taken_and_stands_upright() {
    let world = World::start().await;
    let (guest, staff, conversation) = world.conversation().await;
    let original = jpeg_of_a_phone();
    assert!(original.windows(4).any(|word| word == b"Exif"));
    let photo = upload(&world, &guest, conversation, "photo", &original).await;
    assert_eq!((&photo.body["width"], &photo.body["height"]), (&json!(200), &json!(400)), "{photo:?}");
    for path in [photo.id().to_string(), format!("{}/thumbnail", photo.id())] {
        let file = fetch(&world, &staff, &path).await.bytes().await.unwrap();
        let holds = |word: &[u8]| file.windows(word.len()).any(|bytes| bytes == word);
        assert!(!holds(b"Exif") && !holds(b"53.5413N"), "{path}");
        let upright = image::load_from_memory(&file).unwrap().to_rgb8();
        // Turned by a quarter, what was at the left is at the top.
        let top = upright.get_pixel(upright.width() / 2, 4);
        let bottom = upright.get_pixel(upright.width() / 2, upright.height() - 4);
        assert!(top[0] > 150 && bottom[2] > 150, "{top:?} {bottom:?}");
    }
}

#[tokio::test]
async fn what_is_no_fair_picture_is_refused_with_a_reason() {
    let world = World::start().await;
    let (guest, _, conversation) = world.conversation().await;
    let svg = b"<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>".to_vec();
    let gif = b"GIF89a\x01\0\x01\0\0\0\0;".to_vec();
    let cases = [
        (png_that_says(30_000, 30_000), "30000 × 30000 pixels"),
        (svg, "no JPEG, PNG or WebP"),
        (gif, "no JPEG, PNG or WebP"),
        (jpeg(400, 300)[..3_00].to_vec(), "damaged"),
    ];
    for (file, reason) in cases {
        let refused = upload(&world, &guest, conversation, "photo", &file).await;
        assert_eq!((refused.status, refused.code()), (StatusCode::UNPROCESSABLE_ENTITY, "invalid"));
        assert_eq!(refused.body["errors"][0]["field"], "file");
        assert!(refused.body["detail"].as_str().unwrap().contains(reason), "{refused:?}");
    }
    let left: i64 =
        sqlx::query_scalar("SELECT count(*) FROM attachments").fetch_one(&world.pool).await.unwrap();
    assert_eq!(left, 0, "what was refused is forgotten");

    let clip = upload(&world, &guest, conversation, "voice", b"<html><script>alert(1)</script>").await;
    assert!(clip.body["detail"].as_str().unwrap().contains("no WebM, Ogg or MP4"), "{clip:?}");
    let silent = [b"\x1a\x45\xdf\xa3\x9f\x42\x86\x81\x01\x42\x82\x84webm".as_slice(), &[7; 900]].concat();
    let clip = upload(&world, &guest, conversation, "voice", &silent).await;
    assert!(clip.body["detail"].as_str().unwrap().contains("clip is damaged"), "{clip:?}");
}

#[tokio::test]
async fn what_is_too_large_or_of_a_foreign_type_is_refused_before_it_is_sent() {
    let world = World::start().await;
    let (guest, _, conversation) = world.conversation().await;
    let begin = async |change: Value| {
        let mut body = announced(Uuid::now_v7(), conversation, "photo", 1_000);
        body.as_object_mut().unwrap().extend(change.as_object().unwrap().clone());
        world.post("/attachments", &guest, body).await
    };
    let huge = begin(json!({ "bytes": 200_000_000 })).await;
    assert_eq!((huge.status, huge.code()), (StatusCode::PAYLOAD_TOO_LARGE, "too_large"));
    assert!(huge.body["detail"].as_str().unwrap().contains("20 MB"), "{huge:?}");
    let svg = begin(json!({ "media_type": "image/svg+xml" })).await;
    assert_eq!(
        (svg.status, &svg.body["errors"][0]["field"]),
        (StatusCode::UNPROCESSABLE_ENTITY, &json!("media_type"))
    );
    assert_eq!(begin(json!({ "bytes": 0 })).await.body["errors"][0]["field"], "bytes");
    let long = begin(json!({ "kind": "voice", "media_type": "audio/webm", "bytes": 5_000_001 })).await;
    assert_eq!(long.code(), "too_large");
    // More than was announced is not taken either, nor a piece larger than pieces are.
    let id = Uuid::now_v7();
    world.post("/attachments", &guest, announced(id, conversation, "photo", 1_000)).await;
    assert_eq!(append(&world, &guest, id, 0, &[0; 1_001]).await.body["errors"][0]["field"], "body");
    let piece = append(&world, &guest, id, 0, &vec![0; 256 * 1024 + 1]).await;
    assert_eq!((piece.status, piece.code()), (StatusCode::PAYLOAD_TOO_LARGE, "too_large"));
}

#[tokio::test]
async fn whatever_stands_behind_a_picture_stays_behind() {
    let world = World::start().await;
    let (guest, staff, conversation) = world.conversation().await;
    let mut file = jpeg(64, 64);
    file.extend(b"<script>alert(document.cookie)</script>PK\x03\x04evil.sh");
    let photo = upload(&world, &guest, conversation, "photo", &file).await;
    assert_eq!(photo.body["finished"], true, "{photo:?}");
    let shown = fetch(&world, &staff, &photo.id().to_string()).await.bytes().await.unwrap();
    assert!(image::load_from_memory(&shown).is_ok());
    assert!(!shown.windows(7).any(|word| word == b"<script") && !shown.windows(2).any(|word| word == b"PK"));
}

#[tokio::test]
async fn nobody_sends_what_is_not_ready_not_theirs_or_not_what_they_say() {
    let world = World::start().await;
    let (guest, staff, conversation) = world.conversation().await;
    let (stranger, _, elsewhere) = world.conversation().await;
    let photo = upload(&world, &guest, conversation, "photo", &jpeg(40, 30)).await;
    let good = photo_message(&photo);
    let voice = json!({ "client_id": Uuid::new_v4(), "body": { "kind": "voice", "attachment": photo.id(), "seconds": 3 } });
    let mut stretched = good.clone();
    stretched["body"]["attachments"][0]["width"] = json!(41);
    let unfinished = Uuid::now_v7();
    world.post("/attachments", &guest, announced(unfinished, conversation, "photo", 10)).await;
    let mut early = good.clone();
    early["body"]["attachments"][0]["id"] = json!(unfinished);
    for (person, place, message) in [
        (&staff, conversation, &good),
        (&stranger, elsewhere, &good),
        (&guest, conversation, &voice),
        (&guest, conversation, &stretched),
        (&guest, conversation, &early),
    ] {
        let refused = say(&world, person, place, message.clone()).await;
        assert_eq!(
            (refused.status, &refused.body["errors"][0]["field"]),
            (StatusCode::UNPROCESSABLE_ENTITY, &json!("body")),
            "{message}"
        );
    }
    // The socket says the same, and what is good goes through there, too.
    let mut phone = world.connect(&guest).await;
    for (message, answer) in [(stretched, "refused"), (good, "ack")] {
        phone.say(json!({ "type": "send", "client_id": Uuid::new_v4(), "conversation": conversation, "body": message["body"] })).await;
        let said = phone.until(answer).await;
        assert!(answer == "ack" || (said["code"] == "invalid" && said["retry"] == false), "{said}");
    }
}

#[tokio::test]
async fn only_those_of_the_conversation_see_it() {
    let world = World::start().await;
    let (guest, staff, conversation) = world.conversation().await;
    let stranger = world.participant();
    let photo = upload(&world, &guest, conversation, "photo", &jpeg(40, 30)).await;
    let path = photo.id().to_string();
    assert_eq!(fetch(&world, &staff, &path).await.status(), StatusCode::OK);
    for path in [path.clone(), format!("{path}/thumbnail")] {
        let foreign = fetch(&world, &stranger, &path).await;
        let unknown = fetch(&world, &stranger, &Uuid::now_v7().to_string()).await;
        assert_eq!((foreign.status(), unknown.status()), (StatusCode::NOT_FOUND, StatusCode::NOT_FOUND));
        assert_eq!(foreign.text().await.unwrap(), unknown.text().await.unwrap(), "the answer is the same");
    }
    // Nobody adds to what another one began, nor uses its id.
    let id = Uuid::now_v7();
    world.post("/attachments", &guest, announced(id, conversation, "photo", 10)).await;
    assert_eq!(append(&world, &staff, id, 0, &[1]).await.status, StatusCode::NOT_FOUND);
    assert_eq!(
        world.post("/attachments", &staff, announced(id, conversation, "photo", 10)).await.code(),
        "conflict"
    );
    assert_eq!(fetch(&world, &guest, &id.to_string()).await.status(), StatusCode::NOT_FOUND, "not finished");
}

#[tokio::test]
async fn a_voice_clip_is_heard_as_it_was_said() {
    let world = World::start().await;
    let (guest, staff, conversation) = world.conversation().await;
    let voice = upload(&world, &guest, conversation, "voice", &clip()).await;
    assert_eq!((&voice.body["finished"], &voice.body["seconds"]), (&json!(true), &json!(3)), "{voice:?}");
    // However long its sender says it is, over REST and over the socket: a repeat is a repeat all the same.
    let mut phone = world.connect(&guest).await;
    for (seconds, status) in [(60, StatusCode::CREATED), (61, StatusCode::OK)] {
        let body = json!({ "kind": "voice", "attachment": voice.id(), "seconds": seconds });
        let client_id = Uuid::from_u128(7);
        let sent = say(&world, &guest, conversation, json!({ "client_id": client_id, "body": body })).await;
        assert_eq!(sent.status, status, "{sent:?}");
        phone
            .say(
                json!({ "type": "send", "client_id": client_id, "conversation": conversation, "body": body }),
            )
            .await;
        assert_eq!(phone.until("ack").await["duplicate"], true);
    }
    let read = world.get(&format!("/conversations/{conversation}/messages"), &staff).await;
    let items = read.body["items"].as_array().unwrap();
    assert_eq!(items.last().unwrap()["body"]["seconds"], 3, "{items:?}");
    let file = fetch(&world, &staff, &voice.id().to_string()).await;
    assert_eq!(file.headers()["content-type"], "audio/webm");
    assert_eq!(file.headers()["content-disposition"], "attachment");
    assert_eq!(file.bytes().await.unwrap(), clip());
    let thumbnail = fetch(&world, &staff, &format!("{}/thumbnail", voice.id())).await;
    assert_eq!(thumbnail.status(), StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn a_person_uploads_so_much_a_day_and_so_often_a_minute() {
    let limits = AttachmentSettings {
        attachment_bytes_per_day: 2_500,
        attachments_per_minute: 3,
        ..AttachmentSettings::default()
    };
    let world = World::start_with_attachments(limits).await;
    let (guest, staff, conversation) = world.conversation().await;
    let begin = async |person: &Person, bytes: usize| {
        world.post("/attachments", person, announced(Uuid::now_v7(), conversation, "photo", bytes)).await
    };
    assert_eq!(begin(&guest, 2_000).await.status, StatusCode::CREATED);
    let much = begin(&guest, 1_000).await;
    assert_eq!((much.status, much.code()), (StatusCode::CONFLICT, "quota"));
    let many = futures_util::future::join_all((0..20).map(|_| begin(&staff, 1))).await;
    let often = many.iter().find(|answer| answer.status != StatusCode::CREATED).expect("one too many");
    assert_eq!((often.status, often.code()), (StatusCode::TOO_MANY_REQUESTS, "too_many_requests"));
    assert_eq!(begin(&guest, 500).await.status, StatusCode::CREATED, "others are not held back");
}

#[tokio::test]
async fn files_go_with_their_conversation_and_what_nobody_sent_goes_by_itself() {
    let world = World::start().await;
    let (guest, _, conversation) = world.conversation().await;
    let (other, _, gone) = world.conversation().await;
    let sent = upload(&world, &guest, conversation, "photo", &jpeg(40, 30)).await;
    say(&world, &guest, conversation, photo_message(&sent)).await;
    let forgotten = upload(&world, &guest, conversation, "photo", &jpeg(40, 30)).await;
    let erased = upload(&world, &other, gone, "photo", &jpeg(40, 30)).await;
    let broken = Uuid::now_v7();
    world.post("/attachments", &guest, announced(broken, conversation, "photo", 10)).await;

    sqlx::query("UPDATE attachments SET created_at = now() - interval '9 days', finished_at = finished_at - interval '9 days'")
        .execute(&world.pool)
        .await
        .unwrap();
    for statement in
        ["DELETE FROM help_requests WHERE conversation = $1", "DELETE FROM conversations WHERE id = $1"]
    {
        sqlx::query(statement).bind(gone).execute(&world.pool).await.unwrap();
    }
    let on_disk = |id: Uuid| world.files.path().join(id.to_string()).exists();
    assert!(on_disk(erased.id()) && on_disk(forgotten.id()));
    // Every start of a node tidies up.
    let _node = world.another().await;
    eventually("the files are gone", async || {
        (!on_disk(erased.id()) && !on_disk(forgotten.id())).then_some(())
    })
    .await;
    assert!(!world.files.path().join(format!("{}.thumbnail", erased.id())).exists());
    assert!(on_disk(sent.id()), "what was sent stays");
    let left: Vec<Uuid> =
        sqlx::query_scalar("SELECT id FROM attachments").fetch_all(&world.pool).await.unwrap();
    assert_eq!(left, [sent.id()]);
}

#[tokio::test]
async fn nothing_is_uploaded_to_a_closed_conversation() {
    let world = World::start().await;
    let (guest, staff, conversation) = world.conversation().await;
    let close = json!({ "outcome": "resolved" });
    world
        .call(Method::POST, &format!("/conversations/{conversation}/close"), Some(&staff), Some(close))
        .await;
    let late = world.post("/attachments", &guest, announced(Uuid::now_v7(), conversation, "photo", 10)).await;
    assert_eq!((late.status, late.code()), (StatusCode::CONFLICT, "closed"));
}
