//! Who may do what: every operation of the contract by every kind of person. An operation that is not in the table
//! fails the test.

use std::collections::HashMap;

use reqwest::Method;
use serde_json::{Value, json};

use crate::support::{Answer, App, text};

/// Operation, and who gets past the door: nobody signed in, participants, staff, managers, owners, administrators.
const TABLE: &[(&str, [bool; 6])] = &[
    ("create_guest", ALL),
    ("register_participant", [true, true, false, false, false, false]),
    ("sign_participant_in", ALL),
    ("sign_participant_out", [false, true, false, false, false, false]),
    ("refresh_tokens", ALL),
    ("sign_in", ALL),
    ("list_sessions", SIGNED_IN),
    ("exchange_session", NONE),
    ("read_current_session", NONE),
    ("sign_out", SIGNED_IN),
    ("end_session", SIGNED_IN),
    ("read_me", SIGNED_IN),
    ("change_me", SIGNED_IN),
    ("delete_me", SIGNED_IN),
    ("export_me", SIGNED_IN),
    ("register_organization", ALL),
    ("list_organizations", ADMINISTRATORS),
    ("decide_about_organization", ADMINISTRATORS),
    ("list_members", [false, false, true, true, true, false]),
    ("add_member", MANAGERS),
    ("change_member", MANAGERS),
    ("remove_member", MANAGERS),
    ("list_keys", ALL),
    ("list_keys_at_root", ALL),
];
const ALL: [bool; 6] = [true; 6];
const NONE: [bool; 6] = [false; 6];
const SIGNED_IN: [bool; 6] = [false, true, true, true, true, true];
const MANAGERS: [bool; 6] = [false, false, false, true, true, false];
const ADMINISTRATORS: [bool; 6] = [false, false, false, false, false, true];

/// Every operation: name, method and path with an id that is nobody's.
fn operations() -> Vec<(String, Method, String)> {
    let document = serde_json::to_value(auth_api::openapi()).unwrap();
    let mut all = Vec::new();
    for (path, operations) in document["paths"].as_object().unwrap() {
        for (method, operation) in operations.as_object().unwrap() {
            let method = method.to_uppercase().parse().unwrap();
            let path = path.replace("{id}", "0190a0a0-0000-7000-8000-000000000000");
            all.push((text(&operation["operationId"]).to_owned(), method, path));
        }
    }
    all
}

/// A fresh token of each kind of person, in the order of the table.
async fn people(app: &App) -> Vec<Option<String>> {
    let guest = text(&app.guest().await["access_token"]).to_owned();
    let organization = app.organization().await;
    let mut tokens = vec![None, Some(guest)];
    for role in ["staff", "manager"] {
        let (email, _) = app.member(&organization, role).await;
        tokens.push(Some(app.token_of(&email).await));
    }
    tokens.push(Some(app.token_of(&organization.owner_email).await));
    tokens.push(Some(app.administrator().await));
    tokens
}

/// Whether the door is passed: the answer is about the call, not about the person.
fn passed(answer: &Answer) -> bool {
    let code = answer.body["code"].as_str().unwrap_or_default();
    !matches!(code, "unauthenticated" | "forbidden" | "session_ended" | "csrf")
}

#[tokio::test]
async fn every_operation_by_every_kind_of_person() {
    let app = App::start().await;
    let table: HashMap<&str, [bool; 6]> = TABLE.iter().copied().collect();
    let mut people = people(&app).await;
    let destructive = ["sign_participant_out", "sign_out", "delete_me"];
    let (last, first): (Vec<_>, Vec<_>) =
        operations().into_iter().partition(|(name, ..)| destructive.contains(&name.as_str()));
    assert_eq!(table.len(), last.len() + first.len(), "the table has operations that do not exist");
    for (name, method, path) in first.into_iter().chain(last) {
        let expected = table.get(name.as_str()).unwrap_or_else(|| panic!("{name} is not in the table"));
        if destructive.contains(&name.as_str()) {
            people = self::people(&app).await;
        }
        for (person, allowed) in people.iter().zip(expected) {
            let request = app.request(method.clone(), &path, person.as_deref());
            let body = !matches!(method, Method::GET | Method::DELETE) && name != "exchange_session";
            let request = if body { request.json(&complete(&name)) } else { request };
            let answer = Answer::of(request).await;
            assert_eq!(passed(&answer), *allowed, "{name} {person:?}: {}", answer.body);
        }
    }
}

/// A body that gets past the fields' rules, so that only the person decides.
fn complete(operation: &str) -> Value {
    match operation {
        "add_member" => {
            let email = crate::support::new_email();
            json!({"name": "N", "email": email, "password": "harbour-lights", "role": "staff"})
        }
        "decide_about_organization" => json!({"status": "approved"}),
        _ => json!({}),
    }
}
