//! Creating events.

use chrono::{DateTime, Utc};
use core_api::events::{JoinCode, NewEvent};
use serde_json::{Value, json};
use uuid::Uuid;

use crate::support::{App, each, festival, with};

const EVENTS: &str = "/core/v1/events";

#[tokio::test]
async fn a_new_event_is_what_was_asked_for() {
    let app = App::start().await;
    let organization = app.organization().await;
    let event = app.create(&organization, json!({})).await;

    for name in ["name", "description", "address", "latitude", "longitude", "emergency_number"] {
        assert_eq!(event[name], festival()[name], "{name}");
    }
    assert_eq!(event["starts_at"], "2026-07-03T16:00:00Z");
    assert_eq!(event["ends_at"], "2026-07-05T23:00:00Z");
    assert_eq!((&event["status"], &event["version"]), (&json!("published"), &json!(1)));
    assert_eq!(event["organization"], json!(organization.id));
    assert_eq!(each(&event["zones"], "name"), ["Gate A", "Main stage"]);
    assert_eq!(each(&event["contacts"], "role"), ["first aid"]);
    let code = event["code"].as_str().unwrap();
    assert_eq!(code.parse::<JoinCode>().unwrap().as_str(), code);
    let created: DateTime<Utc> = serde_json::from_value(event["created_at"].clone()).unwrap();
    assert!((Utc::now() - created).num_seconds().abs() < 60);
    for id in each(&event["zones"], "id").into_iter().chain(each(&event["contacts"], "id")) {
        serde_json::from_value::<Uuid>(id).unwrap();
    }

    let path = format!("{EVENTS}/{}", event["id"].as_str().unwrap());
    assert_eq!(app.get(&path, Some(&organization.staff())).await.expect(200), event);
}

#[tokio::test]
async fn only_name_address_and_times_are_needed() {
    let app = App::start().await;
    let organization = app.organization_with("pending").await;
    let body = json!({
        "name": "  Small fair ",
        "address": "Green 2",
        "starts_at": "2026-07-03T18:00:00+02:00",
        "ends_at": "2026-07-03T16:00:01Z",
        "emergency_number": " ",
        "unknown": [1, {"newer": true}],
    });
    let event = app.post(EVENTS, &organization.owner(), &body).await.expect(201);
    assert_eq!(event["name"], "Small fair");
    assert_eq!(event["starts_at"], "2026-07-03T16:00:00Z");
    assert_eq!((&event["description"], &event["zones"]), (&json!(""), &json!([])));
    for name in ["latitude", "longitude", "emergency_number"] {
        assert_eq!(event.get(name), Some(&Value::Null), "{name}");
    }
}

#[tokio::test]
async fn codes_differ_from_event_to_event() {
    let app = App::start().await;
    let organization = app.organization().await;
    let mut codes = std::collections::HashSet::new();
    for _ in 0..20 {
        codes.insert(app.create(&organization, json!({})).await["code"].to_string());
    }
    assert_eq!(codes.len(), 20);
}

#[tokio::test]
async fn each_broken_rule_names_its_field() {
    let app = App::start().await;
    let token = app.organization().await.manager();
    let long = |count| "ä".repeat(count);
    let zones = |count| vec![json!({"name": "Z"}); count];
    let contacts = |count| vec![json!({"name": "C", "phone": "112"}); count];
    let cases = [
        (json!({"name": ""}), "name"),
        (json!({"name": " \t "}), "name"),
        (json!({"name": long(121)}), "name"),
        (json!({"name": "two\nlines"}), "name"),
        (json!({"name": null}), "name"),
        (json!({"name": 7}), "name"),
        (json!({"description": long(4001)}), "description"),
        (json!({"description": "bell \u{7}"}), "description"),
        (json!({"address": long(301)}), "address"),
        (json!({"latitude": 90.01}), "latitude"),
        (json!({"longitude": -180.5}), "longitude"),
        (json!({"longitude": null}), "longitude"),
        (json!({"latitude": null}), "latitude"),
        (json!({"latitude": "north"}), "latitude"),
        (json!({"starts_at": "tomorrow"}), "starts_at"),
        (json!({"starts_at": "1969-12-31T23:59:59Z"}), "starts_at"),
        (json!({"ends_at": "2200-01-01T00:00:00Z"}), "ends_at"),
        (json!({"ends_at": "2026-07-03T16:00:00Z"}), "ends_at"),
        (json!({"ends_at": "2026-07-03T16:00:00.0000009Z"}), "ends_at"),
        (json!({"emergency_number": "call us"}), "emergency_number"),
        (json!({"emergency_number": "1".repeat(41)}), "emergency_number"),
        (json!({"zones": zones(201)}), "zones"),
        (json!({"zones": [{"name": "A"}, {"name": ""}]}), "zones[1].name"),
        (json!({"zones": [{}]}), "zones[0].name"),
        (json!({"contacts": contacts(51)}), "contacts"),
        (json!({"contacts": [{"name": "A", "phone": "?"}]}), "contacts[0].phone"),
        (json!({"contacts": [{"name": "A"}]}), "contacts[0].phone"),
        (json!({"contacts": [{"name": "A", "phone": "112", "role": long(81)}]}), "contacts[0].role"),
    ];
    for (differing, field) in cases {
        let answer = app.post(EVENTS, &token, &with(festival(), differing.clone())).await;
        assert_eq!(answer.refused_fields(), [field], "{differing}");
    }
    let list = app.get(EVENTS, Some(&token)).await.expect(200);
    assert_eq!(list["items"], json!([]), "a refused event is not stored");
}

#[tokio::test]
async fn every_broken_rule_is_named_at_once() {
    let app = App::start().await;
    let token = app.organization().await.manager();
    let body = with(festival(), json!({"name": "", "address": "", "latitude": 100, "zones": [{"name": ""}]}));
    let fields = app.post(EVENTS, &token, &body).await.refused_fields();
    assert_eq!(fields, ["name", "address", "latitude", "zones[0].name"]);
}

#[tokio::test]
async fn limits_are_reached_without_harm() {
    let app = App::start().await;
    let organization = app.organization().await;
    let zones: Vec<Value> = (0..200).map(|n| json!({"name": format!("Block {n}")})).collect();
    let contacts: Vec<Value> = (0..50).map(|n| json!({"name": format!("C {n}"), "phone": "112"})).collect();
    let event = app
        .create(
            &organization,
            json!({
                "name": "ä".repeat(120), "description": "ö".repeat(4000), "address": "ü".repeat(300),
                "latitude": -90, "longitude": 180, "zones": zones, "contacts": contacts,
            }),
        )
        .await;
    assert_eq!(each(&event["zones"], "name"), each(&json!(zones), "name"), "in the order given");
    assert_eq!(event["contacts"].as_array().unwrap().len(), 50);
}

#[tokio::test]
async fn bodies_that_are_no_events_are_refused() {
    let app = App::start().await;
    let token = app.organization().await.manager();
    let send = async |body: String, content_type: &str| {
        let request = app.request(reqwest::Method::POST, EVENTS, Some(&token));
        let request = request.header("content-type", content_type).body(body);
        crate::support::Answer::of(request).await
    };
    let json = "application/json";
    send("{".into(), json).await.problem(400, "invalid");
    send(String::new(), json).await.problem(400, "invalid");
    send(r#"{"name":"a","name":"b"}"#.into(), json).await.problem(400, "invalid");
    send("[]".into(), json).await.problem(422, "invalid");
    send(festival().to_string(), "text/plain").await.problem(415, "invalid");
    let large = with(festival(), json!({"description": "x".repeat(300_000)}));
    send(large.to_string(), json).await.problem(413, "too_large");
}

#[tokio::test]
async fn a_demonstration_knows_its_code_beforehand() {
    let app = App::start().await;
    let organization = app.organization().await;
    let code: JoinCode = "FEST26".parse().unwrap();
    let new: NewEvent = serde_json::from_value(festival()).unwrap();
    let create = async |organization, new: &NewEvent| {
        core_api::events::create_with_code(&app.pool, organization, &code, new.clone()).await
    };
    let event = create(organization.id, &new).await.unwrap();
    assert_eq!(event.code, code);
    let renamed = NewEvent { name: "Another".into(), ..new };
    assert_eq!(create(organization.id, &renamed).await.unwrap(), event, "the second start changes nothing");
    create(Uuid::now_v7(), &renamed).await.expect_err("the code is another organization's");
    let found = app.get("/core/v1/public/events/by-code/fest26", None).await.expect(200);
    assert_eq!(found["id"], json!(event.id));
}
