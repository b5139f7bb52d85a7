//! Editing events.

use serde_json::{Value, json};
use uuid::Uuid;

use crate::support::{App, Organization, each, eventually};

fn path(event: &Value) -> String {
    format!("/core/v1/events/{}", event["id"].as_str().unwrap())
}

async fn edit(app: &App, organization: &Organization, event: &Value, mut change: Value) -> Value {
    change["version"] = event["version"].clone();
    app.patch(&path(event), &organization.manager(), &change).await.expect(200)
}

#[tokio::test]
async fn what_is_left_out_stays() {
    let app = App::start().await;
    let organization = app.organization().await;
    let before = app.create(&organization, json!({})).await;
    let after = edit(&app, &organization, &before, json!({"name": " Renamed "})).await;
    assert_eq!(after["name"], "Renamed");
    assert_eq!(after["version"], 2);
    for (name, value) in before.as_object().unwrap() {
        if !["name", "version", "updated_at"].contains(&name.as_str()) {
            assert_eq!(&after[name], value, "{name}");
        }
    }
    assert_eq!(app.get(&path(&before), Some(&organization.staff())).await.expect(200), after);
}

#[tokio::test]
async fn every_field_can_be_edited() {
    let app = App::start().await;
    let organization = app.organization().await;
    let event = app.create(&organization, json!({})).await;
    let change = json!({
        "name": "Winter market", "description": "", "address": "Hill 3",
        "latitude": -1.5, "longitude": 2, "emergency_number": "999",
        "starts_at": "2027-01-01T10:00:00Z", "ends_at": "2027-01-02T10:00:00.123456Z",
    });
    let after = edit(&app, &organization, &event, change.clone()).await;
    for (name, value) in change.as_object().unwrap() {
        let same = after[name] == *value || after[name].as_f64() == value.as_f64() && value.is_number();
        assert!(same, "{name}: {} instead of {value}", after[name]);
    }
    let cleared = json!({"latitude": null, "longitude": null, "emergency_number": null, "name": null});
    let after = edit(&app, &organization, &after, cleared).await;
    assert_eq!(after["name"], "Winter market", "a name cannot be taken away");
    for name in ["latitude", "longitude", "emergency_number"] {
        assert_eq!(after[name], Value::Null, "{name}");
    }
}

#[tokio::test]
async fn zones_and_contacts_keep_their_ids() {
    let app = App::start().await;
    let organization = app.organization().await;
    let person = |name| json!({"name": name, "phone": "112"});
    let lists = json!({
        "zones": [{"name": "A"}, {"name": "B"}, {"name": "C"}],
        "contacts": [person("Ann"), person("Ben")],
    });
    let event = app.create(&organization, lists).await;
    let (zones, contacts) = (&event["zones"], &event["contacts"]);
    let change = json!({
        "zones": [{"id": zones[2]["id"], "name": "C"}, {"name": "New"}, {"id": zones[0]["id"], "name": "A1"}],
        "contacts": [{"id": contacts[1]["id"], "name": "Ben", "role": "fire", "phone": "+1 999"}],
    });
    let after = edit(&app, &organization, &event, change).await;
    assert_eq!(each(&after["zones"], "name"), ["C", "New", "A1"]);
    assert_eq!(after["zones"][0]["id"], zones[2]["id"]);
    assert_eq!(after["zones"][2]["id"], zones[0]["id"]);
    assert!(!each(zones, "id").contains(&after["zones"][1]["id"]));
    let ben = json!({"id": contacts[1]["id"], "name": "Ben", "role": "fire", "phone": "+1 999"});
    assert_eq!(after["contacts"], json!([ben]));

    let after = edit(&app, &organization, &after, json!({"zones": [], "contacts": []})).await;
    assert_eq!((&after["zones"], &after["contacts"]), (&json!([]), &json!([])));
}

#[tokio::test]
async fn ids_that_are_not_the_event_s_are_refused() {
    let app = App::start().await;
    let organization = app.organization().await;
    let other = app.create(&organization, json!({})).await;
    let event = app.create(&organization, json!({})).await;
    let token = organization.manager();
    let (own, strange) = (&event["zones"][0]["id"], &other["zones"][0]["id"]);
    let contact = json!({"id": Uuid::now_v7(), "name": "A", "phone": "112"});
    let cases = [
        (json!({"zones": [{"id": strange, "name": "A"}]}), "zones[0].id"),
        (json!({"zones": [{"id": own, "name": "A"}, {"id": own, "name": "B"}]}), "zones[1].id"),
        (json!({"zones": [{"id": "A", "name": "A"}]}), "zones[0].id"),
        (json!({"contacts": [contact]}), "contacts[0].id"),
    ];
    for (mut change, field) in cases {
        change["version"] = json!(1);
        assert_eq!(app.patch(&path(&event), &token, &change).await.refused_fields(), [field], "{change}");
    }
    assert_eq!(app.get(&path(&event), Some(&token)).await.expect(200), event);
    assert_eq!(app.get(&path(&other), Some(&token)).await.expect(200), other);
}

#[tokio::test]
async fn the_rules_hold_for_the_event_after_the_edit() {
    let app = App::start().await;
    let organization = app.organization().await;
    let event = app.create(&organization, json!({})).await;
    let token = organization.manager();
    for (change, field) in [
        (json!({"version": 1, "ends_at": "2026-07-03T15:00:00Z"}), "ends_at"),
        (json!({"version": 1, "latitude": null}), "latitude"),
        (json!({"version": 1, "name": ""}), "name"),
        (json!({"version": 1, "status": "draft"}), "status"),
        (json!({"version": 1, "zones": vec![json!({"name": "Z"}); 201]}), "zones"),
        (json!({"name": "Renamed"}), "version"),
        (json!({"version": 99_999_999_999_i64}), "version"),
        (json!({"version": "1"}), "version"),
    ] {
        assert_eq!(app.patch(&path(&event), &token, &change).await.refused_fields(), [field], "{change}");
    }
}

#[tokio::test]
async fn who_edits_an_old_version_gets_the_current_one() {
    let app = App::start().await;
    let organization = app.organization().await;
    let event = app.create(&organization, json!({})).await;
    let after = edit(&app, &organization, &event, json!({"name": "Second"})).await;
    for version in [1, 3, 0, -1] {
        let change = json!({"version": version, "name": "Lost"});
        let answer = app.patch(&path(&event), &organization.manager(), &change).await;
        assert_eq!(answer.problem(409, "version_conflict")["current"], after);
    }
    assert_eq!(app.get(&path(&event), Some(&organization.staff())).await.expect(200), after);
}

/// Connections to this database that wait for a lock.
async fn waiting(app: &App) -> i64 {
    let sql = "SELECT count(*) FROM pg_stat_activity \
               WHERE datname = current_database() AND wait_event_type = 'Lock'";
    sqlx::query_scalar(sql).fetch_one(&app.pool).await.unwrap()
}

#[tokio::test]
async fn of_edits_at_the_same_time_one_is_stored() {
    let app = App::start().await;
    let organization = app.organization().await;
    let event = app.create(&organization, json!({})).await;
    let (token, path) = (organization.manager(), path(&event));
    let mut holding = app.pool.begin().await.unwrap();
    sqlx::query("SELECT 1 FROM events FOR UPDATE").execute(&mut *holding).await.unwrap();
    let bodies = ["A", "B", "C"].map(|name| json!({"version": 1, "name": name}));
    let release = async {
        eventually("all three wait for the event", async || waiting(&app).await == 3).await;
        holding.commit().await.unwrap();
    };
    let (a, b, c, ()) = tokio::join!(
        app.patch(&path, &token, &bodies[0]),
        app.patch(&path, &token, &bodies[1]),
        app.patch(&path, &token, &bodies[2]),
        release,
    );
    let mut statuses = [a.status, b.status, c.status];
    statuses.sort_unstable();
    assert_eq!(statuses, [200, 409, 409]);
    assert_eq!(app.get(&path, Some(&token)).await.expect(200)["version"], 2);
}

#[tokio::test]
async fn an_event_that_does_not_exist_cannot_be_edited() {
    let app = App::start().await;
    let token = app.organization().await.manager();
    for id in [Uuid::now_v7().to_string(), "nonsense".to_owned(), "%00".to_owned()] {
        let path = format!("/core/v1/events/{id}");
        app.patch(&path, &token, &json!({"version": 1})).await.problem(404, "not_found");
        app.get(&path, Some(&token)).await.problem(404, "not_found");
        app.delete(&path, &token).await.problem(404, "not_found");
    }
}
