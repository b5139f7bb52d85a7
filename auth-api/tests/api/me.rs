//! The person behind the token.

use serde_json::{Value, json};

use crate::support::{ADMINISTRATOR, App, PASSWORD, claims, text};

const ME: &str = "/auth/v1/me";

#[tokio::test]
async fn everybody_reads_themselves() {
    let app = App::start().await;
    let participant = app.participant().await;
    let me = app.get(ME, text(&participant["access_token"])).await.expect(200);
    assert_eq!((&me["kind"], &me["email"]), (&json!("participant"), &participant["participant"]["email"]));
    let organization = app.organization().await;
    let me = app.get(ME, &app.token_of(&organization.owner_email).await).await.expect(200);
    assert_eq!((&me["kind"], &me["organization_name"]), (&json!("member"), &json!("Harbour Club")));
    let me = app.get(ME, &app.administrator().await).await.expect(200);
    assert_eq!((&me["kind"], &me["email"]), (&json!("administrator"), &json!(ADMINISTRATOR)));
}

#[tokio::test]
async fn participants_change_and_clear_what_they_said() {
    let app = App::start().await;
    let guest = app.guest().await;
    let token = text(&guest["access_token"]);
    let changed = app.patch(ME, token, &json!({"phone": "112 233", "locale": "uk"})).await.expect(200);
    assert_eq!((&changed["name"], &changed["phone"]), (&json!("Ada"), &json!("112 233")));
    let changed = app.patch(ME, token, &json!({"phone": null, "name": null})).await.expect(200);
    assert_eq!(
        (&changed["name"], &changed["phone"], &changed["locale"]),
        (&json!(null), &json!(null), &json!("uk"))
    );
    let fed = app.fed("participants", "person", &guest["participant"]["id"]).await.unwrap();
    assert_eq!((&fed["name"], &fed["phone"]), (&json!(null), &json!(null)));
    assert_eq!(app.patch(ME, token, &json!({})).await.expect(200), changed);

    let registered = app.participant().await;
    let token = text(&registered["access_token"]);
    assert_eq!(app.patch(ME, token, &json!({"name": null})).await.refused_fields(), ["name"]);
    assert_eq!(app.patch(ME, token, &json!({"phone": "x"})).await.refused_fields(), ["phone"]);
    assert_eq!(app.patch(ME, token, &json!({"locale": 5})).await.refused_fields(), ["locale"]);
}

#[tokio::test]
async fn members_change_what_they_said() {
    let app = App::start().await;
    let organization = app.organization().await;
    let token = app.token_of(&organization.owner_email).await;
    let body = json!({"name": "Olga O.", "phone": "112233", "locale": "pl"});
    let changed = app.patch(ME, &token, &body).await.expect(200);
    assert_eq!(
        (&changed["name"], &changed["phone"], &changed["locale"]),
        (&body["name"], &body["phone"], &body["locale"])
    );
    assert_eq!(app.fed("organizers", "member", &organization.owner["id"]).await.unwrap()["name"], "Olga O.");
    let cleared = app.patch(ME, &token, &json!({"phone": null})).await.expect(200);
    assert_eq!((&cleared["phone"], &cleared["locale"]), (&json!(null), &json!("pl")));
    assert_eq!(app.patch(ME, &token, &json!({"name": null})).await.refused_fields(), ["name"]);
    let administrator = app.administrator().await;
    assert_eq!(app.patch(ME, &administrator, &json!({"name": "Root"})).await.expect(200)["name"], "Root");
}

#[tokio::test]
async fn everybody_exports_what_is_stored_but_no_secrets() {
    let app = App::start().await;
    let participant = app.participant().await;
    let export = app.get("/auth/v1/me/export", text(&participant["access_token"])).await.expect(200);
    assert_eq!(export["person"]["id"], participant["participant"]["id"]);
    assert_eq!(export["sessions"][0]["device"], "Pixel 9");
    assert!(export["exported_at"].is_string());
    let export = app.get("/auth/v1/me/export", &app.administrator().await).await.expect(200);
    assert_eq!(export["person"]["kind"], "administrator");
    for secret in ["password", "argon2", "secret", "token"] {
        assert!(!export.to_string().contains(secret), "{secret}");
    }
}

#[tokio::test]
async fn a_participant_who_leaves_is_forgotten_everywhere() {
    let app = App::start().await;
    let participant = app.participant().await;
    let (token, id) = (text(&participant["access_token"]), &participant["participant"]["id"]);
    app.delete(ME, token).await.expect(204);
    app.get(ME, token).await.problem(401, "session_ended");
    app.refresh(&participant["refresh_token"]).await.problem(401, "refresh_token_invalid");
    assert_eq!(app.fed("participants", "person", id).await, Some(Value::Null));
    assert!(app.fed("participants", "session", &claims(token)["sid"]).await.is_some());
    let body = json!({"email": participant["participant"]["email"], "password": PASSWORD});
    app.post("/auth/v1/participants/sessions", &body).await.problem(401, "wrong_credentials");
    let rows: i64 = sqlx::query_scalar("SELECT count(*) FROM participants.participants")
        .fetch_one(&app.participants)
        .await
        .unwrap();
    assert_eq!(rows, 0);
}

#[tokio::test]
async fn members_and_administrators_leave_unless_they_are_the_last() {
    let app = App::start().await;
    let organization = app.organization().await;
    let (email, member) = app.member(&organization, "staff").await;
    let staff = app.token_of(&email).await;
    app.delete(ME, &staff).await.expect(204);
    app.get(ME, &staff).await.problem(401, "session_ended");
    assert_eq!(app.fed("organizers", "member", &member["id"]).await, Some(Value::Null));
    let owner = app.token_of(&organization.owner_email).await;
    app.delete(ME, &owner).await.problem(409, "last_owner");
    let administrator = app.administrator().await;
    app.delete(ME, &administrator).await.problem(409, "last_administrator");
    app.get(ME, &administrator).await.expect(200);
}
