//! Registering organizations, approving and blocking them.

use serde_json::{Value, json};

use crate::support::{Answer, App, PASSWORD, claims, new_email, text};

fn registration(name: &str) -> Value {
    json!({
        "organization": {"name": name, "address": "Quay Street 1", "website": "https://harbour.example"},
        "owner": {"name": "Olga Owner", "email": new_email(), "password": PASSWORD, "phone": "+49 40 1234"},
    })
}

#[tokio::test]
async fn an_organization_registers_with_its_owner_and_is_pending() {
    let app = App::start().await;
    let body = registration("Harbour Club");
    let made = app.post("/auth/v1/organizations", &body).await.expect(201);
    let (organization, member) = (&made["organization"], &made["member"]);
    assert_eq!((&organization["status"], &organization["version"]), (&json!("pending"), &json!(1)));
    assert_eq!(organization["owner"], json!({"name": "Olga Owner", "email": body["owner"]["email"]}));
    assert_eq!((&member["role"], &member["organization"]), (&json!("owner"), &organization["id"]));
    assert_eq!(member["organization_status"], "pending");
    app.token_of(text(&body["owner"]["email"])).await;

    let fed = app.fed("organizers", "organization", &organization["id"]).await;
    let expected = json!({"id": organization["id"], "name": "Harbour Club", "status": "pending"});
    assert_eq!(fed, Some(expected));
    let fed = app.fed("organizers", "member", &member["id"]).await;
    let expected = json!({
        "id": member["id"], "organization": organization["id"], "name": "Olga Owner",
        "email": body["owner"]["email"], "role": "owner", "active": true,
    });
    assert_eq!(fed, Some(expected));
}

#[tokio::test]
async fn the_platform_may_approve_by_itself() {
    let app = App::start_with(|settings| settings.approve_organizations = true).await;
    let made = app.post("/auth/v1/organizations", &registration("Harbour Club")).await.expect(201);
    assert_eq!(made["organization"]["status"], "approved");
}

#[tokio::test]
async fn a_taken_address_makes_no_organization() {
    let app = App::start().await;
    let mut body = registration("Harbour Club");
    app.post("/auth/v1/organizations", &body).await.expect(201);
    body["owner"]["email"] = json!(text(&body["owner"]["email"]).to_uppercase());
    app.post("/auth/v1/organizations", &body).await.problem(409, "email_taken");
    let count: i64 = sqlx::query_scalar("SELECT count(*) FROM organizers.organizations")
        .fetch_one(&app.organizers)
        .await
        .unwrap();
    assert_eq!(count, 1);
    assert_eq!(app.feed("organizers").await.iter().filter(|(kind, ..)| kind == "organization").count(), 1);
}

#[tokio::test]
async fn refused_fields_are_named_with_their_path() {
    let app = App::start().await;
    for (part, field, value) in [
        ("organization", "name", json!("")),
        ("organization", "address", json!("x".repeat(301))),
        ("organization", "website", json!("javascript:alert(1)")),
        ("owner", "email", json!("nobody")),
        ("owner", "password", json!("password1")),
        ("owner", "phone", json!("x")),
    ] {
        let mut body = registration("Harbour Club");
        body[part][field] = value;
        let fields = app.post("/auth/v1/organizations", &body).await.refused_fields();
        assert!(fields.iter().all(|name| *name == format!("{part}.{field}")), "{fields:?}");
    }
}

#[tokio::test]
async fn administrators_list_and_search_organizations() {
    let app = App::start().await;
    for number in 0..5 {
        app.post("/auth/v1/organizations", &registration(&format!("Club {number}"))).await.expect(201);
    }
    let blocked = app.organization_with("blocked").await;
    let token = app.administrator().await;
    let list =
        async |query: &str| app.get(&format!("/auth/v1/organizations{query}"), &token).await.expect(200);
    let names = |page: &Value| -> Vec<String> {
        page["items"].as_array().unwrap().iter().map(|item| text(&item["name"]).to_owned()).collect()
    };
    let (mut all, mut after) = (Vec::new(), String::new());
    loop {
        let page = list(&format!("?limit=4{after}")).await;
        all.extend(names(&page));
        let Some(next) = page["next"].as_str() else { break };
        after = format!("&after={next}");
    }
    assert_eq!(all, ["Harbour Club", "Club 4", "Club 3", "Club 2", "Club 1", "Club 0"]);
    assert_eq!(names(&list("?text=cLUB%203").await), ["Club 3"]);
    let found = list("?status=blocked").await;
    assert_eq!(found["items"][0]["id"], blocked.id);
    assert_eq!(found["items"][0]["owner"]["email"], json!(blocked.owner_email));
    for (query, field) in
        [("?status=odd", "status"), ("?after=x", "after"), ("?limit=x", "limit"), ("?limit=-5", "limit")]
    {
        let answer = app.get(&format!("/auth/v1/organizations{query}"), &token).await;
        let fields = answer.refused_fields();
        assert_eq!(fields, [field]);
    }
    assert!(list("?text=%25_'").await["items"].as_array().unwrap().is_empty());
}

#[tokio::test]
async fn approving_is_told_to_everybody() {
    let app = App::start().await;
    let organization = app.organization().await;
    let decided = app.decide(&organization, "approved").await.expect(200);
    assert_eq!((&decided["status"], &decided["version"]), (&json!("approved"), &json!(2)));
    let fed = app.fed("organizers", "organization", &organization.id).await.unwrap();
    assert_eq!(fed["status"], "approved");
    let same = app.decide(&organization, "approved").await.expect(200);
    assert_eq!(same["version"], 2);
    app.decide(&organization, "pending").await.refused_fields();
    app.decide(&organization, "odd").await.refused_fields();
}

#[tokio::test]
async fn blocking_ends_every_session_of_it() {
    let app = App::start().await;
    let other = app.another_node().await;
    let organization = app.organization_with("approved").await;
    let (staff_email, _) = app.member(&organization, "staff").await;
    let (owner, staff) = (app.sign_in(&organization.owner_email).await, app.sign_in(&staff_email).await);
    let (owner_token, staff_token) = (owner.token().await, staff.token().await);
    let stranger = app.organization().await;
    let stranger_token = app.token_of(&stranger.owner_email).await;

    app.decide(&organization, "blocked").await.expect(200);
    for token in [&owner_token, &staff_token] {
        app.get("/auth/v1/me", token).await.problem(401, "session_ended");
        app.refused(&other, token, "session_ended").await;
        assert!(app.fed("organizers", "session", &claims(token)["sid"]).await.is_some());
    }
    owner.exchange().await.problem(401, "unauthenticated");
    let credentials = json!({"email": staff_email, "password": PASSWORD});
    app.post("/auth/v1/sessions", &credentials).await.problem(403, "organization_blocked");
    let wrong = json!({"email": staff_email, "password": "not the password"});
    app.post("/auth/v1/sessions", &wrong).await.problem(401, "wrong_credentials");
    app.get("/auth/v1/me", &stranger_token).await.expect(200);

    app.decide(&organization, "approved").await.expect(200);
    app.token_of(&staff_email).await;
}

#[tokio::test]
async fn decisions_of_two_administrators_do_not_overwrite_each_other() {
    let app = App::start().await;
    let organization = app.organization().await;
    let token = app.administrator().await;
    let path = format!("/auth/v1/organizations/{}", text(&organization.id));
    let decide = async |status: &str, version: i64| -> Answer {
        app.patch(&path, &token, &json!({"status": status, "version": version})).await
    };
    decide("approved", 1).await.expect(200);
    let conflict = decide("blocked", 1).await.problem(409, "version_conflict");
    assert_eq!(
        (&conflict["current"]["version"], &conflict["current"]["status"]),
        (&json!(2), &json!("approved"))
    );
    decide("blocked", 2).await.expect(200);
}

#[tokio::test]
async fn unknown_organizations_are_not_found() {
    let app = App::start().await;
    let token = app.administrator().await;
    for id in [uuid::Uuid::now_v7().to_string(), "nonsense".into()] {
        let path = format!("/auth/v1/organizations/{id}");
        app.patch(&path, &token, &json!({"status": "approved"})).await.problem(404, "not_found");
    }
}
