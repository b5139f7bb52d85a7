//! Archiving events, and bringing them back.

use serde_json::json;

use crate::support::App;

#[tokio::test]
async fn an_archived_event_is_seen_by_its_organization_only() {
    let app = App::start().await;
    let organization = app.organization().await;
    let event = app.create(&organization, json!({})).await;
    let id = event["id"].as_str().unwrap();
    let (path, public) = (format!("/core/v1/events/{id}"), format!("/core/v1/public/events/{id}"));
    app.get(&public, None).await.expect(200);

    let answer = app.delete(&path, &organization.manager()).await;
    assert_eq!((answer.status, answer.body), (204, json!(null)));
    let archived = app.get(&path, Some(&organization.staff())).await.expect(200);
    assert_eq!((&archived["status"], &archived["version"]), (&json!("archived"), &json!(2)));
    app.get(&public, None).await.problem(404, "not_found");

    app.delete(&path, &organization.manager()).await.expect(204);
    let again = app.get(&path, Some(&organization.staff())).await.expect(200);
    assert_eq!(again, archived, "archiving again changes nothing");
}

#[tokio::test]
async fn an_archived_event_can_be_published_again() {
    let app = App::start().await;
    let organization = app.organization().await;
    let event = app.create(&organization, json!({})).await;
    let id = event["id"].as_str().unwrap();
    let (path, public) = (format!("/core/v1/events/{id}"), format!("/core/v1/public/events/{id}"));
    app.delete(&path, &organization.manager()).await.expect(204);
    let change = json!({"version": 2, "status": "published"});
    let after = app.patch(&path, &organization.manager(), &change).await.expect(200);
    assert_eq!(after["code"], event["code"], "printed codes stay good");
    app.get(&public, None).await.expect(200);
}
