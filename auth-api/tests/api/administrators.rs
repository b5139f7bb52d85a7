//! The first administrator.

use crate::support::{ADMINISTRATOR, App, PASSWORD};

async fn count(app: &App) -> i64 {
    sqlx::query_scalar("SELECT count(*) FROM organizers.administrators")
        .fetch_one(&app.organizers)
        .await
        .unwrap()
}

#[tokio::test]
async fn many_nodes_that_start_at_once_make_one() {
    let mut app = App::prepare(|_| ()).await;
    let (one, ..) = tokio::join!(app.another_node(), app.another_node(), app.another_node());
    assert_eq!(count(&app).await, 1);
    app.node = one;
    app.sign_in(ADMINISTRATOR).await;
}

#[tokio::test]
async fn a_platform_that_has_one_gets_no_second_from_the_settings() {
    let mut app = App::start().await;
    app.settings.administrator_email = Some("other@steward.test".into());
    app.another_node().await;
    assert_eq!(count(&app).await, 1);
    app.sign_in(ADMINISTRATOR).await;
}

#[tokio::test]
async fn without_settings_there_is_none() {
    let app = App::start_with(|settings| settings.administrator_email = None).await;
    assert_eq!(count(&app).await, 0);
}

#[tokio::test]
async fn a_weak_password_in_the_settings_stops_the_start() {
    for (email, password) in [(ADMINISTRATOR, "password"), ("nobody", PASSWORD)] {
        let app = App::prepare(|settings| {
            settings.administrator_email = Some(email.into());
            settings.administrator_password = Some(password.into());
        })
        .await;
        let error = auth_api::start(app.settings.clone(), &service_kit::Tasks::new()).await;
        let error = error.expect_err("the start fails").to_string();
        assert!(error.contains("first administrator"), "{error}");
        assert_eq!(count(&app).await, 0);
    }
}
