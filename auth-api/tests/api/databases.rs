//! The two databases: apart, together, and from nothing.

use service_kit::testing::database;
use sqlx::ConnectOptions;

use crate::support::{ADMINISTRATOR, App};

/// An app on one empty database for both.
async fn on_one_empty_database() -> App {
    let both = database("auth_empty", &[]).await;
    let address = both.connect_options().to_url_lossy().to_string();
    App::prepare(|settings| {
        settings.participants_database.clone_from(&address);
        settings.organizers_database = address;
    })
    .await
}

#[tokio::test]
async fn nodes_that_start_at_once_bring_up_an_empty_database() {
    let mut app = on_one_empty_database().await;
    let (one, two, three) = tokio::join!(app.another_node(), app.another_node(), app.another_node());
    for node in [one, two, three] {
        app.node = node;
        app.sign_in(ADMINISTRATOR).await;
        app.participant().await;
    }
}

#[tokio::test]
async fn without_its_database_the_service_says_that_it_is_not_ready() {
    let app = App::start().await;
    let ready = format!("{}/health/ready", app.node.internal_url);
    assert_eq!(app.client.get(&ready).send().await.unwrap().status(), 200);
    let name = app.participants.connect_options().get_database().unwrap().to_owned();
    app.participants.close().await;
    for statement in [
        format!("ALTER DATABASE {name} ALLOW_CONNECTIONS false"),
        format!("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '{name}'"),
    ] {
        sqlx::query(sqlx::AssertSqlSafe(statement)).execute(&app.organizers).await.unwrap();
    }
    assert_eq!(app.client.get(&ready).send().await.unwrap().status(), 503);
    app.post("/auth/v1/guests", &serde_json::json!({"device": "x"})).await.problem(503, "unavailable");
    app.sign_in(ADMINISTRATOR).await.token().await;
}
