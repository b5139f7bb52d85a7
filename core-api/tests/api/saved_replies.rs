//! Saved replies: the organization's for everybody, one's own for nobody else.

use serde_json::{Value, json};
use service_kit::identity::Role;

use crate::support::{App, Organization};

const PATH: &str = "/core/v1/saved-replies";

/// The token of one member, the same person at each call.
fn somebody(organization: &Organization, role: Role) -> String {
    Organization::signer().token(organization.subject(role))
}

fn reply(scope: &str, shortcut: &str, text: &str) -> Value {
    json!({ "scope": scope, "shortcut": shortcut, "text": text })
}

async fn shortcuts(app: &App, token: &str) -> Vec<(String, String)> {
    let list = app.get(PATH, Some(token)).await.expect(200);
    let word = |item: &Value, name: &str| item[name].as_str().unwrap().to_owned();
    list["items"]
        .as_array()
        .unwrap()
        .iter()
        .map(|item| (word(item, "shortcut"), word(item, "scope")))
        .collect()
}

fn owned(list: &[(&str, &str)]) -> Vec<(String, String)> {
    list.iter().map(|(shortcut, scope)| ((*shortcut).to_owned(), (*scope).to_owned())).collect()
}

#[tokio::test]
async fn everybody_has_the_organization_s_and_their_own() {
    let app = App::start().await;
    let (home, foreign) = (app.organization().await, app.organization().await);
    let (manager, staff) = (somebody(&home, Role::Manager), somebody(&home, Role::Staff));
    let other = somebody(&home, Role::Staff);
    let made = app
        .post(PATH, &manager, &reply("organization", "Coming", "We are coming, {name}."))
        .await
        .expect(201);
    assert_eq!((&made["shortcut"], &made["version"]), (&json!("coming"), &json!(1)));
    app.post(PATH, &staff, &reply("personal", "coming", "On my way!")).await.expect(201);
    app.post(PATH, &staff, &reply("personal", "bye", "Take care.")).await.expect(201);
    assert_eq!(
        shortcuts(&app, &staff).await,
        owned(&[("bye", "personal"), ("coming", "personal"), ("coming", "organization")])
    );
    assert_eq!(shortcuts(&app, &other).await, owned(&[("coming", "organization")]));
    assert_eq!(shortcuts(&app, &somebody(&foreign, Role::Owner)).await, owned(&[]));
    app.get(PATH, None).await.problem(401, "unauthenticated");
}

#[tokio::test]
async fn only_managers_keep_the_organization_s() {
    let app = App::start().await;
    let home = app.organization().await;
    let (owner, staff) = (somebody(&home, Role::Owner), somebody(&home, Role::Staff));
    app.post(PATH, &staff, &reply("organization", "hi", "Hello")).await.problem(403, "forbidden");
    let made = app.post(PATH, &owner, &reply("organization", "hi", "Hello")).await.expect(201);
    let path = format!("{PATH}/{}", made["id"].as_str().unwrap());
    app.patch(&path, &staff, &json!({ "version": 1, "text": "No" })).await.problem(403, "forbidden");
    app.delete(&path, &staff).await.problem(403, "forbidden");
    let foreign = app.organization().await;
    let stranger = somebody(&foreign, Role::Owner);
    app.patch(&path, &stranger, &json!({ "version": 1, "text": "No" })).await.problem(404, "not_found");
    app.delete(&path, &stranger).await.problem(404, "not_found");
    let mine = app.post(PATH, &staff, &reply("personal", "mine", "Mine")).await.expect(201);
    let path = format!("{PATH}/{}", mine["id"].as_str().unwrap());
    app.delete(&path, &owner).await.problem(404, "not_found");
    app.delete(&path, &staff).await.expect(204);
    app.delete(&path, &staff).await.problem(404, "not_found");
}

#[tokio::test]
async fn a_shortcut_is_one_of_a_kind_and_an_edit_overwrites_nobody() {
    let app = App::start().await;
    let home = app.organization().await;
    let manager = somebody(&home, Role::Manager);
    let made = app.post(PATH, &manager, &reply("organization", "hi", "Hello")).await.expect(201);
    let again = app.post(PATH, &manager, &reply("organization", " HI ", "Hello")).await.expect(200);
    assert_eq!(again, made, "a repeat answers the same");
    app.post(PATH, &manager, &reply("organization", "hi", "Other")).await.problem(409, "shortcut_taken");
    app.post(PATH, &manager, &reply("organization", "bye", "Bye")).await.expect(201);

    let path = format!("{PATH}/{}", made["id"].as_str().unwrap());
    let edited =
        app.patch(&path, &manager, &json!({ "version": 1, "text": "Hello {name}" })).await.expect(200);
    assert_eq!((&edited["text"], &edited["shortcut"]), (&json!("Hello {name}"), &json!("hi")));
    let late = app.patch(&path, &manager, &json!({ "version": 1, "text": "Late" })).await;
    assert_eq!(late.problem(409, "version_conflict")["current"], edited);
    app.patch(&path, &manager, &json!({ "version": 2, "shortcut": "bye" }))
        .await
        .problem(409, "shortcut_taken");
    let refused = app.patch(&path, &manager, &json!({ "version": 2, "shortcut": "a b", "text": "" })).await;
    assert_eq!(refused.refused_fields(), ["shortcut", "text"]);
    let refused = app.post(PATH, &manager, &reply("organization", "", "")).await;
    assert_eq!(refused.refused_fields(), ["shortcut", "text"]);
}
