//! Photos and voice clips in one call: a form that brings the whole file.

use reqwest::StatusCode;
use reqwest::multipart::{Form, Part};
use serde_json::{Value, json};
use uuid::Uuid;

use crate::attachments::{fetch, photo_message, say};
use crate::support::pictures::{clip, jpeg};
use crate::support::{Answer, Person, World};

async fn post_form(world: &World, person: &Person, form: Form) -> Answer {
    let address = format!("http://{}/messenger/v1/attachments", world.address);
    let response = world.http.post(address).bearer_auth(&person.token).multipart(form).send().await.unwrap();
    let status = response.status();
    Answer { status, body: serde_json::from_slice(&response.bytes().await.unwrap()).unwrap_or(Value::Null) }
}

fn part(file: Vec<u8>, media_type: &str) -> Part {
    Part::bytes(file).file_name("file").mime_str(media_type).unwrap()
}

#[tokio::test]
async fn a_form_brings_a_whole_file_at_once() {
    let world = World::start().await;
    let (guest, staff, conversation) = world.conversation().await;
    let id = Uuid::now_v7();
    let form = || {
        let form = Form::new().part("file", part(jpeg(3_000, 1_500), "image/jpeg"));
        form.text("conversation", conversation.to_string()).text("id", id.to_string())
    };
    let photo = post_form(&world, &guest, form()).await;
    assert_eq!((photo.status, photo.id(), &photo.body["finished"]), (StatusCode::CREATED, id, &json!(true)));
    assert_eq!(photo.body["width"], 2_048);
    let again = post_form(&world, &guest, form()).await;
    assert_eq!((again.status, again.body), (StatusCode::OK, photo.body.clone()));
    let sent = say(&world, &guest, conversation, photo_message(&photo)).await;
    assert_eq!(sent.status, StatusCode::CREATED, "{sent:?}");
    assert_eq!(fetch(&world, &staff, &id.to_string()).await.status(), StatusCode::OK);

    let sound =
        Form::new().text("conversation", conversation.to_string()).part("file", part(clip(), "audio/webm"));
    let voice = post_form(&world, &guest, sound).await;
    assert_eq!((voice.status, &voice.body["kind"]), (StatusCode::CREATED, &json!("voice")), "{voice:?}");
}

#[tokio::test]
async fn a_form_that_is_wrong_names_the_field() {
    let world = World::start().await;
    let (guest, _, conversation) = world.conversation().await;
    let stranger = world.participant();
    let whole = |conversation: &str, file: Vec<u8>, media_type: &str| {
        Form::new().text("conversation", conversation.to_owned()).part("file", part(file, media_type))
    };
    let here = conversation.to_string();
    for (form, status, field) in [
        (Form::new().text("conversation", here.clone()), 422, "file"),
        (Form::new().part("file", part(jpeg(4, 4), "image/jpeg")), 422, "conversation"),
        (whole("here", jpeg(4, 4), "image/jpeg"), 422, "conversation"),
        (whole(&here, jpeg(4, 4), "image/jpeg").text("kind", "film"), 422, "kind"),
        (whole(&here, jpeg(4, 4), "image/svg+xml"), 422, "media_type"),
        (whole(&here, b"<svg onload=alert(1)>".to_vec(), "image/png"), 422, "file"),
    ] {
        let refused = post_form(&world, &guest, form).await;
        assert_eq!(refused.status.as_u16(), status, "{refused:?}");
        assert_eq!(refused.body["errors"][0]["field"], field, "{refused:?}");
    }
    let large = vec![0; 21_000_000];
    let large = post_form(&world, &guest, whole(&here, large, "image/jpeg")).await;
    assert_eq!((large.status.as_u16(), large.code()), (413, "too_large"));
    let foreign = post_form(&world, &stranger, whole(&here, jpeg(4, 4), "image/jpeg")).await;
    assert_eq!(foreign.status, StatusCode::NOT_FOUND);
}
