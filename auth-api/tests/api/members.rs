//! The people of an organization, and who manages whom.

use serde_json::{Value, json};

use crate::support::{App, PASSWORD, claims, new_email, text};

fn path(member: &Value) -> String {
    format!("/auth/v1/members/{}", text(&member["id"]))
}

fn new_member(role: &str) -> Value {
    json!({"name": "Nora New", "email": new_email(), "password": PASSWORD, "role": role, "phone": "112233"})
}

#[tokio::test]
async fn an_owner_adds_members_who_can_sign_in() {
    let app = App::start().await;
    let organization = app.organization().await;
    let (email, member) = app.member(&organization, "staff").await;
    assert_eq!((&member["organization"], &member["role"]), (&organization.id, &json!("staff")));
    let said = claims(&app.token_of(&email).await);
    assert_eq!((&said["sub"], &said["role"]), (&member["id"], &json!("staff")));
    let fed = app.fed("organizers", "member", &member["id"]).await.unwrap();
    assert_eq!((&fed["email"], &fed["active"]), (&json!(email), &json!(true)));
}

#[tokio::test]
async fn members_are_listed_in_pages_and_only_one_s_own() {
    let app = App::start().await;
    let organization = app.organization().await;
    for _ in 0..3 {
        app.member(&organization, "staff").await;
    }
    let stranger = app.organization().await;
    let (staff, _) = app.member(&organization, "staff").await;
    let token = app.token_of(&staff).await;
    let first = app.get("/auth/v1/members?limit=3", &token).await.expect(200);
    let second =
        app.get(&format!("/auth/v1/members?after={}", text(&first["next"])), &token).await.expect(200);
    let ids: Vec<&Value> = [&first, &second]
        .iter()
        .flat_map(|page| page["items"].as_array().unwrap())
        .map(|item| &item["id"])
        .collect();
    assert_eq!((ids.len(), ids[0], &second["next"]), (5, &organization.owner["id"], &json!(null)));
    assert!(!ids.contains(&&stranger.owner["id"]));
}

#[tokio::test]
async fn who_may_add_whom() {
    let app = App::start().await;
    let organization = app.organization().await;
    let (manager, _) = app.member(&organization, "manager").await;
    let (staff, _) = app.member(&organization, "staff").await;
    for (email, role, status) in [
        (&organization.owner_email, "owner", 201),
        (&organization.owner_email, "staff", 201),
        (&manager, "manager", 201),
        (&manager, "staff", 201),
        (&manager, "owner", 403),
        (&staff, "staff", 403),
    ] {
        let token = app.token_of(email).await;
        app.post_as(&token, "/auth/v1/members", &new_member(role)).await.expect(status);
    }
}

#[tokio::test]
async fn a_manager_does_not_touch_owners() {
    let app = App::start().await;
    let organization = app.organization().await;
    let (manager, myself) = app.member(&organization, "manager").await;
    let (_, staff) = app.member(&organization, "staff").await;
    let token = app.token_of(&manager).await;
    let owner = &organization.owner;
    app.patch(&path(owner), &token, &json!({"name": "Mine"})).await.problem(403, "forbidden");
    app.delete(&path(owner), &token).await.problem(403, "forbidden");
    app.patch(&path(&staff), &token, &json!({"role": "owner"})).await.problem(403, "forbidden");
    app.patch(&path(&myself), &token, &json!({"role": "owner"})).await.problem(403, "forbidden");
    app.patch(&path(&staff), &token, &json!({"role": "manager"})).await.expect(200);
    app.delete(&path(&staff), &token).await.expect(204);
}

#[tokio::test]
async fn nobody_touches_another_organization_s_members() {
    let app = App::start().await;
    let (mine, theirs) = (app.organization().await, app.organization().await);
    let token = app.token_of(&mine.owner_email).await;
    app.patch(&path(&theirs.owner), &token, &json!({"name": "Mine"})).await.problem(404, "not_found");
    app.delete(&path(&theirs.owner), &token).await.problem(404, "not_found");
    app.token_of(&theirs.owner_email).await;
}

#[tokio::test]
async fn another_role_counts_at_once_and_everywhere() {
    let app = App::start().await;
    let other = app.another_node().await;
    let organization = app.organization().await;
    let (email, member) = app.member(&organization, "manager").await;
    let dashboard = app.sign_in(&email).await;
    let token = dashboard.token().await;
    let owner = app.token_of(&organization.owner_email).await;
    let changed =
        app.patch(&path(&member), &owner, &json!({"role": "staff", "name": "Nils"})).await.expect(200);
    assert_eq!((&changed["role"], &changed["name"]), (&json!("staff"), &json!("Nils")));

    app.get("/auth/v1/me", &token).await.problem(401, "session_ended");
    app.refused(&other, &token, "session_ended").await;
    let renewed = dashboard.token().await;
    assert_eq!(claims(&renewed)["role"], "staff");
    app.post_as(&renewed, "/auth/v1/members", &new_member("staff")).await.problem(403, "forbidden");
    let fed = app.fed("organizers", "member", &member["id"]).await.unwrap();
    assert_eq!((&fed["role"], &fed["name"]), (&json!("staff"), &json!("Nils")));
}

#[tokio::test]
async fn another_name_ends_nothing() {
    let app = App::start().await;
    let organization = app.organization().await;
    let (email, member) = app.member(&organization, "staff").await;
    let token = app.token_of(&email).await;
    let owner = app.token_of(&organization.owner_email).await;
    app.patch(&path(&member), &owner, &json!({"name": "Nils", "role": "staff"})).await.expect(200);
    assert_eq!(app.get("/auth/v1/me", &token).await.expect(200)["name"], "Nils");
}

#[tokio::test]
async fn removing_ends_their_sessions_and_frees_their_address() {
    let app = App::start().await;
    let other = app.another_node().await;
    let organization = app.organization().await;
    let (email, member) = app.member(&organization, "staff").await;
    let dashboard = app.sign_in(&email).await;
    let token = dashboard.token().await;
    let owner = app.token_of(&organization.owner_email).await;
    app.delete(&path(&member), &owner).await.expect(204);
    app.get("/auth/v1/me", &token).await.problem(401, "session_ended");
    app.refused(&other, &token, "session_ended").await;
    dashboard.exchange().await.problem(401, "unauthenticated");
    let credentials = json!({"email": email, "password": PASSWORD});
    app.post("/auth/v1/sessions", &credentials).await.problem(401, "wrong_credentials");
    assert_eq!(app.fed("organizers", "member", &member["id"]).await, Some(Value::Null));
    app.delete(&path(&member), &owner).await.problem(404, "not_found");
    let mut again = new_member("staff");
    again["email"] = json!(email);
    app.post_as(&owner, "/auth/v1/members", &again).await.expect(201);
}

#[tokio::test]
async fn an_organization_keeps_an_owner() {
    let app = App::start().await;
    let organization = app.organization().await;
    let token = app.token_of(&organization.owner_email).await;
    let owner = &organization.owner;
    app.patch(&path(owner), &token, &json!({"role": "staff"})).await.problem(409, "last_owner");
    app.delete(&path(owner), &token).await.problem(409, "last_owner");
    app.member(&organization, "owner").await;
    app.delete(&path(owner), &token).await.expect(204);
}

#[tokio::test]
async fn two_owners_cannot_remove_each_other() {
    let app = App::start().await;
    let organization = app.organization().await;
    let (email, second) = app.member(&organization, "owner").await;
    let (first_token, second_token) =
        (app.token_of(&organization.owner_email).await, app.token_of(&email).await);
    let (of_second, of_first) = (path(&second), path(&organization.owner));
    let (one, two) = tokio::join!(app.delete(&of_second, &first_token), app.delete(&of_first, &second_token));
    let mut statuses = [one.status, two.status];
    statuses.sort_unstable();
    assert_eq!(statuses[0], 204);
    assert!(statuses[1] == 409 || statuses[1] == 401 || statuses[1] == 404, "{statuses:?}");
    let owners: i64 = sqlx::query_scalar("SELECT count(*) FROM organizers.members WHERE role = 'owner'")
        .fetch_one(&app.organizers)
        .await
        .unwrap();
    assert_eq!(owners, 1);
}

#[tokio::test]
async fn an_address_belongs_to_one_account() {
    let app = App::start().await;
    let (mine, theirs) = (app.organization().await, app.organization().await);
    let token = app.token_of(&mine.owner_email).await;
    let mut body = new_member("staff");
    body["email"] = json!(theirs.owner_email.to_uppercase());
    app.post_as(&token, "/auth/v1/members", &body).await.problem(409, "email_taken");
    for (field, value) in [("role", json!("boss")), ("password", json!("short")), ("name", json!(""))] {
        let mut body = new_member("staff");
        body[field] = value;
        let fields = app.post_as(&token, "/auth/v1/members", &body).await.refused_fields();
        assert!(fields.iter().all(|name| name == field), "{fields:?}");
    }
}
