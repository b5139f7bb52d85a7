//! Who may do what: every route, and every kind of person. A route that is missing here fails.

use std::collections::BTreeSet;

use reqwest::Method;
use serde_json::{Value, json};
use service_kit::identity::Role;
use uuid::Uuid;

use crate::support::{Person, World, pictures};
use crate::{attachments, incidents};

/// Who asks, in the order of the columns.
const PEOPLE: [&str; 8] =
    ["nobody", "asker", "other guest", "staff", "manager", "owner", "foreign owner", "administrator"];

/// A photo of the asker.
const PHOTO: Uuid = Uuid::from_u128(0x0190_0000_0000_7000_8000_0000_0000_0002);

/// A route, how it is called, and the answer to each kind of person.
struct Row(&'static str, &'static str, Value, [u16; 8]);

/// What stands beside conversations, what keeps them, and who is where.
fn rows_beside() -> Vec<Row> {
    vec![
        Row("put", "/events/{id}/team", Value::Null, [401, 403, 403, 200, 200, 200, 404, 403]),
        Row("get", "/events/{id}/team", Value::Null, [401, 403, 403, 200, 200, 200, 404, 403]),
        Row("get", "/conversations/{id}/notes", Value::Null, [401, 403, 403, 404, 404, 404, 404, 403]),
        Row("put", "/conversations/{id}/notes", Value::Null, [401, 403, 403, 200, 200, 200, 404, 403]),
        Row(
            "put",
            "/conversations/{id}/tags",
            json!({ "tags": ["knee"] }),
            [401, 403, 403, 200, 200, 200, 404, 403],
        ),
        Row("get", "/conversations/{id}/earlier", Value::Null, [401, 403, 403, 200, 200, 200, 404, 403]),
        Row("get", "/conversations/{id}/transcript", Value::Null, [401, 403, 403, 200, 200, 200, 404, 403]),
        Row("get", "/tags", Value::Null, [401, 403, 403, 200, 200, 200, 200, 403]),
        Row("get", "/archive", Value::Null, [401, 403, 403, 200, 200, 200, 200, 403]),
        Row("get", "/archive/export", Value::Null, [401, 403, 403, 200, 200, 200, 200, 403]),
        Row("post", "/updates", json!({ "epoch": Uuid::new_v4() }), [401, 200, 200, 200, 200, 200, 200, 403]),
        Row("put", "/participations/{id}", Value::Null, [401, 200, 200, 403, 403, 403, 403, 403]),
        Row("delete", "/participations/{id}", Value::Null, [401, 204, 204, 403, 403, 403, 403, 403]),
        Row("get", "/incidents/{id}/conversations", Value::Null, [401, 403, 403, 200, 200, 200, 404, 403]),
        Row(
            "post",
            "/incidents/{id}/answers",
            json!({ "client_id": Uuid::nil(), "text": "We know" }),
            [401, 403, 403, 200, 200, 200, 404, 403],
        ),
        Row("get", "/audit", Value::Null, [401, 403, 403, 403, 200, 200, 200, 403]),
    ]
}

fn rows(world: &World, request: Uuid, conversation: Uuid, incident: Uuid) -> Vec<(Row, String)> {
    let (event, stranger) = (world.event, Uuid::now_v7());
    let message = || json!({ "client_id": Uuid::new_v4(), "body": { "kind": "text", "text": "hi" } });
    let table = [
        // The staff member is the one who talks with the asker.
        Row("get", "/help-requests", Value::Null, [401, 200, 200, 200, 200, 200, 200, 403]),
        Row("get", "/help-requests/{id}", Value::Null, [401, 200, 404, 200, 200, 200, 404, 404]),
        Row("delete", "/help-requests/{id}", Value::Null, [401, 409, 404, 403, 403, 403, 403, 403]),
        Row("post", "/help-requests/{id}/take", json!({}), [401, 403, 403, 200, 409, 409, 404, 403]),
        Row(
            "put",
            "/help-requests/{id}/satisfaction",
            json!({ "rating": "good" }),
            [401, 409, 404, 403, 403, 403, 403, 403],
        ),
        Row("post", "/events/{id}/queue/take", json!({}), [401, 403, 403, 404, 404, 404, 404, 403]),
        Row("get", "/events/{id}", Value::Null, [401, 200, 200, 200, 200, 200, 404, 404]),
        Row("get", "/availability", Value::Null, [401, 403, 403, 200, 200, 200, 200, 403]),
        Row(
            "put",
            "/availability",
            json!({ "events": [event], "capacity": 0 }),
            [401, 403, 403, 200, 200, 200, 422, 403],
        ),
        Row("get", "/conversations", Value::Null, [401, 200, 200, 200, 200, 200, 200, 403]),
        Row("get", "/conversations/{id}", Value::Null, [401, 200, 404, 200, 200, 200, 404, 404]),
        Row("get", "/conversations/{id}/messages", Value::Null, [401, 200, 404, 200, 200, 200, 404, 404]),
        Row("post", "/conversations/{id}/messages", message(), [401, 201, 404, 201, 404, 404, 404, 404]),
        Row(
            "post",
            "/help-requests",
            json!({ "event": event, "category": "other", "text": "hi" }),
            [401, 409, 201, 403, 403, 403, 403, 403],
        ),
        Row(
            "put",
            "/conversations/{id}/location",
            json!({ "latitude": 53.5, "longitude": 10.0 }),
            [401, 204, 404, 403, 403, 403, 403, 403],
        ),
        Row("delete", "/conversations/{id}/location", Value::Null, [401, 204, 404, 403, 403, 403, 403, 403]),
        Row(
            "post",
            "/conversations/{id}/close",
            json!({ "outcome": "resolved" }),
            [401, 403, 403, 200, 200, 200, 404, 403],
        ),
        Row("get", "/announcements", Value::Null, [401, 403, 403, 200, 200, 200, 404, 403]),
        Row(
            "post",
            "/announcements",
            json!({ "event": event, "body": { "kind": "text", "text": "The gates open" } }),
            [401, 403, 403, 403, 201, 201, 404, 403],
        ),
        Row("get", "/live", Value::Null, [400, 400, 400, 400, 400, 400, 400, 400]),
    ];
    let fill = |method: &str, path: &str| {
        if (method, path) == ("get", "/announcements") {
            return format!("/announcements?event={event}");
        }
        if path == "/archive/export" {
            return format!("{path}?format=csv");
        }
        let id = match path.split('/').nth(1) {
            Some("help-requests") => request,
            Some("attachments") => PHOTO,
            Some("events" | "participations") => event,
            Some("incidents") => incident,
            _ => conversation,
        };
        path.replace("{id}", &id.to_string()).replace("{member}", &stranger.to_string())
    };
    let all = changing_hands(stranger)
        .into_iter()
        .chain(carrying(conversation))
        .chain(table)
        .chain(rows_beside())
        .chain(changing_hands_after_the_end());
    all.map(|row| (Row(row.0, row.1, row.2, row.3), fill(row.0, row.1))).collect()
}

/// How a conversation that goes on changes hands; nobody has the stranger's id, so that nothing is different after it.
fn changing_hands(stranger: Uuid) -> Vec<Row> {
    vec![
        Row("get", "/colleagues", Value::Null, [401, 403, 403, 200, 200, 200, 200, 403]),
        Row("patch", "/help-requests/{id}", json!({}), [401, 403, 403, 200, 200, 200, 404, 403]),
        Row("get", "/conversations/{id}/handovers", Value::Null, [401, 403, 403, 200, 200, 200, 404, 403]),
        Row(
            "post",
            "/conversations/{id}/invite",
            json!({ "member": stranger }),
            [401, 403, 403, 422, 422, 422, 404, 403],
        ),
        Row(
            "post",
            "/conversations/{id}/transfer",
            json!({ "to": { "kind": "member", "member": stranger }, "reason": "Lunch" }),
            [401, 403, 403, 422, 422, 422, 404, 403],
        ),
        Row(
            "delete",
            "/conversations/{id}/members/{member}",
            Value::Null,
            [401, 403, 403, 204, 204, 204, 404, 403],
        ),
    ]
}

/// The asker's own photo: whoever began it may go on, whoever reads the conversation may see it.
fn carrying(conversation: Uuid) -> Vec<Row> {
    let new = attachments::announced(Uuid::now_v7(), conversation, "photo", 10);
    vec![
        Row("post", "/attachments", new, [401, 201, 404, 409, 404, 404, 404, 404]),
        Row("patch", "/attachments/{id}", Value::Null, [401, 422, 404, 404, 404, 404, 404, 404]),
        Row("get", "/attachments/{id}", Value::Null, [401, 200, 404, 200, 200, 200, 404, 404]),
        Row("get", "/attachments/{id}/thumbnail", Value::Null, [401, 200, 404, 200, 200, 200, 404, 404]),
    ]
}

fn changing_hands_after_the_end() -> Vec<Row> {
    vec![
        Row("post", "/help-requests/{id}/decline", json!({}), [401, 403, 403, 409, 409, 409, 404, 403]),
        Row("post", "/conversations/{id}/reopen", json!({}), [401, 403, 403, 200, 200, 200, 404, 403]),
    ]
}

async fn cast(world: &World) -> (Vec<Option<Person>>, Uuid, Uuid) {
    let (asker, staff) = (world.participant(), world.staff_by_hand(5).await);
    let (request, conversation) = world.ask(&asker).await;
    world.post(&format!("/help-requests/{request}/take"), &staff, json!({})).await;
    attachments::upload_as(PHOTO, world, &asker, conversation, &pictures::jpeg(40, 30)).await;
    let foreign = world.new_organization("approved").await;
    let people = vec![
        None,
        Some(asker),
        Some(world.participant()),
        Some(staff),
        Some(world.member(Role::Manager).await),
        Some(world.member(Role::Owner).await),
        Some(world.member_of(foreign, Role::Owner).await),
        Some(world.administrator()),
    ];
    (people, request, conversation)
}

#[tokio::test]
async fn everybody_gets_what_is_theirs_and_nothing_else() {
    let world = World::start().await;
    let (people, request, conversation) = cast(&world).await;
    let mut wrong = Vec::new();
    let incident = incidents::incident(&world, &[conversation]).await;
    for (Row(method, route, body, expected), path) in rows(&world, request, conversation, incident) {
        for ((person, name), expected) in people.iter().zip(PEOPLE).zip(expected) {
            let method = Method::from_bytes(method.to_uppercase().as_bytes()).unwrap();
            let mut body = body.clone();
            if !body["client_id"].is_null() {
                body["client_id"] = json!(Uuid::new_v4());
            }
            let body = (!body.is_null()).then_some(body);
            let answer = world.call(method.clone(), &path, person.as_ref(), body).await;
            if answer.status.as_u16() != expected {
                wrong.push(format!("{method} {route}, {name}: {} and not {expected}", answer.status));
            }
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[tokio::test]
async fn members_of_a_blocked_organization_get_nothing() {
    let world = World::start().await;
    let organization = world.new_organization("blocked").await;
    let owner = world.member_of(organization, Role::Owner).await;
    crate::support::eventually("the service knows", async || {
        let answer = world.get("/conversations", &owner).await;
        (answer.code() == "organization_blocked").then_some(())
    })
    .await;
}

#[tokio::test]
async fn no_route_is_missing_here() {
    let world = World::start().await;
    let listed: BTreeSet<(String, String)> = rows(&world, Uuid::nil(), Uuid::nil(), Uuid::nil())
        .into_iter()
        .map(|(row, _)| (row.0.to_owned(), format!("/messenger/v1{}", row.1)))
        .collect();
    let contract: Value = serde_json::from_str(include_str!("../../openapi.json")).unwrap();
    let routes: BTreeSet<(String, String)> = contract["paths"]
        .as_object()
        .unwrap()
        .iter()
        .flat_map(|(path, verbs)| {
            verbs.as_object().unwrap().keys().map(|verb| (verb.clone(), path.clone())).collect::<Vec<_>>()
        })
        .collect();
    assert_eq!(listed, routes);
}
