//! The separate services together, and what happens when one of them is away.

use std::time::Duration;

use faults::{Cluster, Crowd, Shape};
use journeys::people::uuid;
use journeys::{Client, Person, eventually};
use reqwest::{Method, StatusCode};
use serde_json::json;
use tokio::time::sleep;

const PAUSE: Duration = Duration::from_millis(200);

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_main_job_through_the_load_balancer_with_two_of_each() {
    let cluster = Cluster::start_as(Shape::two_of_each()).await;
    let venue = cluster.venue().await;
    let staff = venue.staff().await;
    let mut desk = Client::start(&cluster.messenger[0].url(), &staff.token).await;
    eventually("the member can go on duty", async || {
        let body = json!({ "events": [venue.event], "capacity": 1 });
        let answer = staff.call(Method::PUT, "/messenger/v1/availability", body).await;
        (answer.status == StatusCode::OK).then_some(())
    })
    .await;

    let guest = Person::guest(&cluster.url, "Jonas").await;
    let (_, conversation) = guest.ask(venue.event, "I cut my hand").await;
    let mut phone = Client::open(&cluster.messenger[1].url()).await;
    phone.hello(&guest.token, json!([{ "conversation": conversation, "seq": 1 }])).await;
    phone.until_frame(|frame| frame["state"]["members"][0]["name"] == "Sam").await;
    let mine = desk.until_frame(|frame| frame["type"] == "conversation").await;
    assert_eq!(uuid(&mine["conversation"]), conversation);

    phone.send(conversation, "I am at the main stage").await;
    assert_eq!(phone.until("ack").await["seq"], 2);
    assert_eq!(desk.until("message").await["body"]["text"], "I am at the main stage");
    desk.send(conversation, "Stay there").await;
    assert_eq!(phone.until("message").await["body"]["text"], "Stay there");
    let path = format!("/messenger/v1/conversations/{conversation}/close");
    assert_eq!(staff.post(&path, json!({ "outcome": "resolved" })).await.status, StatusCode::OK);
    phone.until_frame(|frame| frame["state"]["status"] == "closed").await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
#[ignore = "takes half a minute: make faults"]
async fn auth_and_core_are_away_and_everybody_talks_on() {
    let mut cluster = Cluster::start().await;
    let venue = cluster.venue().await;
    let crowd = Crowd::gather(&venue, 20).await;
    let (guest, conversation) = &crowd.people[0];
    let report = crowd
        .talk_while(PAUSE, async || {
            cluster.auth[0].process.kill();
            cluster.core[0].process.kill();
            sleep(Duration::from_secs(3)).await;
            for node in &cluster.messenger {
                assert_eq!(
                    node.readiness().await.expect("it answers").0,
                    200,
                    "a feed that is away is no reason"
                );
            }
            // The keys are cached: whoever has a token connects anew, and reads.
            let _phone = Client::start(&cluster.url, &guest.token).await;
            let answer = guest.get(&format!("/messenger/v1/conversations/{conversation}")).await;
            assert_eq!(answer.status, StatusCode::OK);
        })
        .await;
    report.print("auth-api and core-api away");
    assert!(report.outages.is_empty());
    for node in cluster.auth.iter_mut().chain(&mut cluster.core) {
        node.start_again().await;
    }
    let newcomer = eventually("auth-api is back", async || {
        let answer = Person::stranger(&cluster.url)
            .post("/auth/v1/guests", json!({ "device": "x", "name": "Mia" }))
            .await;
        (answer.status == StatusCode::CREATED).then_some(answer.body)
    })
    .await;
    assert!(newcomer["access_token"].is_string());
}
