//! Events as anybody sees them.

use serde_json::{Value, json};
use uuid::Uuid;

use crate::support::{App, each, eventually};

const PUBLIC: &str = "/core/v1/public/events";

async fn names(app: &App, query: &str) -> Vec<Value> {
    each(&app.get(&format!("{PUBLIC}?{query}"), None).await.expect(200)["items"], "name")
}

/// Whether an event is seen by search, by id and by code; the three always agree.
async fn is_visible(app: &App, event: &Value) -> bool {
    let id = app.get(&format!("{PUBLIC}/{}", event["id"].as_str().unwrap()), None).await.status;
    let code = app.get(&format!("{PUBLIC}/by-code/{}", event["code"].as_str().unwrap()), None).await.status;
    let list = app.get(&format!("{PUBLIC}?limit=200"), None).await.expect(200);
    let listed = each(&list["items"], "id").contains(&event["id"]);
    assert_eq!((id == 200, code == 200), (listed, listed));
    assert!([200, 404].contains(&id) && [200, 404].contains(&code));
    listed
}

#[tokio::test]
async fn the_public_sees_what_it_needs_and_no_more() {
    let app = App::start().await;
    let organization = app.organization().await;
    let event = app.create(&organization, json!({})).await;
    let public = app.get(&format!("{PUBLIC}/{}", event["id"].as_str().unwrap()), None).await.expect(200);
    let mut expected = event.clone();
    for name in ["version", "created_at", "updated_at"] {
        expected.as_object_mut().unwrap().remove(name);
    }
    expected["organization_name"] = json!(organization.name);
    assert_eq!(public, expected);
}

#[tokio::test]
async fn only_published_events_of_approved_organizations_are_visible() {
    let app = App::start().await;
    let organization = app.organization_with("pending").await;
    let event = app.create(&organization, json!({})).await;
    assert!(!is_visible(&app, &event).await, "pending");
    app.set_status(&organization, "approved").await;
    assert!(is_visible(&app, &event).await, "approved");
    app.set_status(&organization, "blocked").await;
    assert!(!is_visible(&app, &event).await, "blocked");
    app.set_status(&organization, "approved").await;
    assert!(is_visible(&app, &event).await, "approved again");

    let path = format!("/core/v1/events/{}", event["id"].as_str().unwrap());
    let token = organization.manager();
    eventually("it is admitted again", async || app.delete(&path, &token).await.status == 204).await;
    assert!(!is_visible(&app, &event).await, "archived");
}

#[tokio::test]
async fn events_of_an_organization_nobody_knows_are_not_visible() {
    let app = App::start().await;
    let event = app.create(&crate::support::Organization::new(), json!({})).await;
    assert!(!is_visible(&app, &event).await);
}

#[tokio::test]
async fn a_code_is_read_as_people_type_it() {
    let app = App::start().await;
    let organization = app.organization().await;
    let code = "10FEST".parse().unwrap();
    let new = serde_json::from_value(crate::support::festival()).unwrap();
    let event = core_api::events::create_with_code(&app.pool, organization.id, &code, new).await.unwrap();
    for typed in ["10FEST", "10fest", "lOfest", "IofEsT", "L0-FEST", "10%20fest%20"] {
        let found = app.get(&format!("{PUBLIC}/by-code/{typed}"), None).await.expect(200);
        assert_eq!(found["id"], json!(event.id), "{typed}");
    }
    for typed in ["10FES", "10FESTS", "10FESU", "%00", "ZZZZZZ", "%F0%9F%8E%B5", "%FF", "'%20OR%201=1"] {
        app.get(&format!("{PUBLIC}/by-code/{typed}"), None).await.problem(404, "not_found");
    }
}

#[tokio::test]
async fn an_unknown_event_is_not_found() {
    let app = App::start().await;
    for id in [Uuid::now_v7().to_string(), "nonsense".to_owned(), "by-code".to_owned()] {
        app.get(&format!("{PUBLIC}/{id}"), None).await.problem(404, "not_found");
    }
}

#[tokio::test]
async fn a_search_is_read_in_pages_earliest_first() {
    let app = App::start().await;
    let (one, two) = (app.organization().await, app.organization().await);
    for (organization, name, day) in
        [(&one, "a", 3), (&two, "b", 5), (&one, "c", 3), (&two, "d", 3), (&one, "e", 1)]
    {
        let starts_at = format!("2026-07-0{day}T00:00:00Z");
        app.create(organization, json!({"name": name, "starts_at": starts_at})).await;
    }
    for (limit, pages) in [(1, 5), (2, 3), (5, 1)] {
        let (items, read) = app.all(PUBLIC, None, limit).await;
        assert_eq!(each(&json!(items), "name"), ["e", "a", "c", "d", "b"]);
        assert_eq!(read, pages);
    }
}

#[tokio::test]
async fn events_are_found_by_text_and_time() {
    let app = App::start().await;
    let organization = app.organization().await;
    for (name, address, from, to) in [
        ("Spring run", "Elm park", "2026-04-01T08:00:00Z", "2026-04-01T18:00:00Z"),
        ("Harbour lights", "Quay 1", "2026-07-03T16:00:00Z", "2026-07-05T23:00:00Z"),
        ("Book fair", "Elm hall", "2026-10-01T08:00:00Z", "2026-10-04T18:00:00Z"),
    ] {
        let differing = json!({
            "name": name, "address": address, "description": "", "starts_at": from, "ends_at": to,
        });
        app.create(&organization, differing).await;
    }
    for (query, found) in [
        ("text=elm", vec!["Spring run", "Book fair"]),
        ("text=HARB%20quay", vec!["Harbour lights"]),
        ("from=2026-07-05T23:00:00Z", vec!["Harbour lights", "Book fair"]),
        ("from=2026-07-05T23:00:01Z", vec!["Book fair"]),
        ("to=2026-07-03T16:00:00Z", vec!["Spring run", "Harbour lights"]),
        ("to=2026-07-03T15:59:59Z", vec!["Spring run"]),
        ("from=2026-07-04T00:00:00%2B02:00&to=2026-07-04T12:00:00Z", vec!["Harbour lights"]),
        ("from=2026-05-01T00:00:00Z&text=elm", vec!["Book fair"]),
        ("text=nothing", vec![]),
    ] {
        assert_eq!(names(&app, query).await, found, "{query}");
    }
}

#[tokio::test]
async fn events_are_found_around_a_place() {
    let app = App::start().await;
    let organization = app.organization().await;
    for (name, place) in [
        ("Hamburg", json!({"latitude": 53.5511, "longitude": 9.9937})),
        ("Bremen", json!({"latitude": 53.0793, "longitude": 8.8017})),
        ("Fiji, east", json!({"latitude": -17.0, "longitude": 179.9})),
        ("Fiji, west", json!({"latitude": -17.0, "longitude": -179.9})),
        ("Pole", json!({"latitude": 90, "longitude": 0})),
        ("Online", json!({"latitude": null, "longitude": null})),
    ] {
        app.create(&organization, crate::support::with(place, json!({"name": name}))).await;
    }
    for (near, found) in [
        ("53.54,9.98", vec!["Hamburg"]),
        ("53.14,9.98", vec!["Hamburg"]),
        ("53.09,9.98", vec![]),
        ("53.1,%208.8", vec!["Bremen"]),
        ("-17,180", vec!["Fiji, east", "Fiji, west"]),
        ("89.9,-120", vec!["Pole"]),
    ] {
        assert_eq!(names(&app, &format!("near={near}")).await, found, "{near}");
    }
}

#[tokio::test]
async fn parameters_that_cannot_be_read_are_named() {
    let app = App::start().await;
    for (query, field) in [
        ("from=yesterday", "from"),
        ("from=-200000-01-01T00:00:00Z", "from"),
        ("to=%2B262000-01-01T00:00:00Z", "to"),
        ("near=here", "near"),
        ("near=91,0", "near"),
        ("limit=1.5", "limit"),
        ("limit=0", "limit"),
        ("limit=201", "limit"),
        ("after=1", "after"),
        ("after=-9223372036854775808-00000000000000000000000000000000", "after"),
    ] {
        let answer = app.get(&format!("{PUBLIC}?{query}"), None).await;
        assert_eq!(answer.refused_fields(), [field], "{query}");
    }
}
