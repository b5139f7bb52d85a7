//! Listing and searching an organization's events.

use serde_json::{Value, json};

use crate::support::{App, Organization, each};

async fn names(app: &App, organization: &Organization, query: &str) -> Vec<Value> {
    let path = format!("/core/v1/events?{query}");
    each(&app.get(&path, Some(&organization.staff())).await.expect(200)["items"], "name")
}

#[tokio::test]
async fn a_list_is_read_in_pages_latest_first() {
    let app = App::start().await;
    let organization = app.organization().await;
    for (name, day) in [("a", 3), ("b", 5), ("c", 3), ("d", 3), ("e", 1)] {
        let starts_at = format!("2026-07-0{day}T00:00:00Z");
        app.create(&organization, json!({"name": name, "starts_at": starts_at})).await;
    }
    let token = organization.staff();
    for (limit, pages) in [(1, 5), (2, 3), (3, 2), (5, 1), (200, 1)] {
        let (items, read) = app.all("/core/v1/events", Some(&token), limit).await;
        assert_eq!(each(&json!(items), "name"), ["b", "d", "c", "a", "e"], "in pages of {limit}");
        assert_eq!(read, pages);
    }
}

#[tokio::test]
async fn a_page_has_fifty_events_when_nobody_says() {
    let app = App::start().await;
    let organization = app.organization().await;
    for _ in 0..51 {
        app.create(&organization, json!({"zones": [], "contacts": []})).await;
    }
    let token = organization.staff();
    let page = app.get("/core/v1/events", Some(&token)).await.expect(200);
    assert_eq!(page["items"].as_array().unwrap().len(), 50);
    let page = app.get("/core/v1/events?limit=200", Some(&token)).await.expect(200);
    assert_eq!(page["items"].as_array().unwrap().len(), 51);
}

#[tokio::test]
async fn events_are_found_by_the_beginnings_of_their_words() {
    let app = App::start().await;
    let organization = app.organization().await;
    let fete = json!({"name": "Fête du Vieux-Port", "address": "Łódź", "description": "fireworks"});
    let code = app.create(&organization, fete).await["code"].as_str().unwrap().to_owned();
    app.create(&organization, json!({"name": "Book fair", "address": "Town hall", "description": ""})).await;
    for (text, found) in [
        ("fete", vec!["Fête du Vieux-Port"]),
        ("F%C3%8ATE%20port", vec!["Fête du Vieux-Port"]),
        ("vieux-po", vec!["Fête du Vieux-Port"]),
        ("%C5%82%C3%B3d", vec!["Fête du Vieux-Port"]),
        ("firew", vec!["Fête du Vieux-Port"]),
        (&code.to_lowercase(), vec!["Fête du Vieux-Port"]),
        ("hall", vec!["Book fair"]),
        ("f", vec!["Book fair", "Fête du Vieux-Port"]),
        ("book%20fete", vec![]),
        ("ook", vec![]),
        ("%27%3A%2A%20%26%20%5C", vec!["Book fair", "Fête du Vieux-Port"]),
        ("", vec!["Book fair", "Fête du Vieux-Port"]),
    ] {
        assert_eq!(names(&app, &organization, &format!("text={text}")).await, found, "{text}");
    }
}

#[tokio::test]
async fn an_edit_changes_what_an_event_is_found_by() {
    let app = App::start().await;
    let organization = app.organization().await;
    let event = app.create(&organization, json!({"name": "Before"})).await;
    let path = format!("/core/v1/events/{}", event["id"].as_str().unwrap());
    app.patch(&path, &organization.manager(), &json!({"version": 1, "name": "After"})).await.expect(200);
    assert_eq!(names(&app, &organization, "text=after").await, ["After"]);
    assert!(names(&app, &organization, "text=before").await.is_empty());
}

#[tokio::test]
async fn events_are_found_by_status() {
    let app = App::start().await;
    let organization = app.organization().await;
    app.create(&organization, json!({"name": "On"})).await;
    let off = app.create(&organization, json!({"name": "Off"})).await;
    let path = format!("/core/v1/events/{}", off["id"].as_str().unwrap());
    app.delete(&path, &organization.manager()).await.expect(204);
    assert_eq!(names(&app, &organization, "status=published").await, ["On"]);
    assert_eq!(names(&app, &organization, "status=archived").await, ["Off"]);
    assert_eq!(names(&app, &organization, "").await, ["Off", "On"]);
    assert!(names(&app, &organization, "status=archived&text=on").await.is_empty());
}

#[tokio::test]
async fn parameters_that_cannot_be_read_are_named() {
    let app = App::start().await;
    let token = app.organization().await.staff();
    let long = format!("text={}", "x".repeat(201));
    for (query, field) in [
        ("status=draft", "status"),
        ("limit=many", "limit"),
        ("limit=0", "limit"),
        ("limit=201", "limit"),
        ("after=nonsense", "after"),
        ("after=9223372036854775807-00000000000000000000000000000000", "after"),
        ("after=", "after"),
        (&long, "text"),
    ] {
        let answer = app.get(&format!("/core/v1/events?{query}"), Some(&token)).await;
        assert_eq!(answer.refused_fields(), [field], "{query}");
    }
}
