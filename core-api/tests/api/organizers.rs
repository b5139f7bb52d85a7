//! How core-api follows auth-api.

use serde_json::json;
use uuid::Uuid;

use crate::support::{App, eventually};

#[tokio::test]
async fn a_renamed_organization_is_shown_by_its_new_name() {
    let app = App::start().await;
    let mut organization = app.organization().await;
    let event = app.create(&organization, json!({})).await;
    organization.name = "Renamed club".to_owned();
    app.auth.say_organization(&organization, "approved").await;
    let path = format!("/core/v1/public/events/{}", event["id"].as_str().unwrap());
    eventually("the new name is shown", async || {
        app.get(&path, None).await.expect(200)["organization_name"] == "Renamed club"
    })
    .await;
}

#[tokio::test]
async fn a_deleted_organization_disappears() {
    let app = App::start().await;
    let organization = app.organization().await;
    app.auth.say_deleted("organization", organization.id).await;
    eventually("it is forgotten", async || app.known_status(&organization).await.is_none()).await;
}

#[tokio::test]
async fn entries_that_cannot_be_read_hold_nothing_up() {
    let app = App::start().await;
    app.auth.say("organization", Uuid::now_v7(), json!({"name": 7})).await;
    app.auth.say("session", Uuid::now_v7(), json!({"id": "?"})).await;
    app.auth.say("member", Uuid::now_v7(), json!({"name": "of no use here"})).await;
    app.auth.say("newer", Uuid::now_v7(), json!([])).await;
    app.organization().await;
}

#[tokio::test]
async fn another_life_of_auth_replaces_the_copy() {
    let app = App::start().await;
    let (gone, kept) = (app.organization().await, app.organization().await);
    app.auth.begin_again().await;
    app.auth.say_organization(&kept, "pending").await;
    eventually("the copy is replaced", async || {
        let (gone, kept) = (app.known_status(&gone).await, app.known_status(&kept).await);
        gone.is_none() && kept.as_deref() == Some("pending")
    })
    .await;
}

#[tokio::test]
async fn the_place_in_the_feed_is_stored_with_what_was_read() {
    let app = App::start().await;
    app.organization().await;
    let cursor: Option<String> =
        sqlx::query_scalar("SELECT cursor FROM feed_cursors WHERE source = 'auth.organizers'")
            .fetch_one(&app.pool)
            .await
            .unwrap();
    assert!(cursor.is_some_and(|cursor| cursor.contains(':')));
}
