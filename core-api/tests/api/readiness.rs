//! `/health/ready`: a load balancer sends nobody here in vain.

use std::time::Duration;

use crate::support::{App, eventually};

#[tokio::test]
async fn not_ready_before_the_feed_was_read_and_ready_without_it_afterwards() {
    let app = App::start_without_auth().await;
    let problem = app.probe("/health/ready").await.problem(503, "not_ready");
    assert!(problem.to_string().contains("auth.organizers"), "it says what is missing: {problem}");
    app.probe("/health/live").await.expect(200);
    // Another process reaches auth-api and fills the copy they share; this one still does not.
    app.second().await;
    eventually("it is ready", async || app.probe("/health/ready").await.status == 200).await;
}

#[tokio::test]
async fn whoever_leaves_says_so_and_goes_on_for_a_while() {
    let app = App::start().await;
    eventually("it is ready", async || app.probe("/health/ready").await.status == 200).await;
    let leaving = app.leave(Duration::from_secs(60));
    let watching = async {
        eventually("it is not ready", async || app.probe("/health/ready").await.status == 503).await;
        app.get("/core/v1/public/events", None).await.expect(200);
    };
    tokio::select! {
        () = leaving => panic!("it left before its time"),
        () = watching => {}
    }
}
