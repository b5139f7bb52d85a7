//! NATS that is gone, cut off or lossy: it costs seconds, and no message.

use std::time::Duration;

use faults::proxy::Weather;
use faults::{Cluster, Crowd};
use tokio::time::sleep;

const PAUSE: Duration = Duration::from_millis(200);

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
#[ignore = "takes half a minute: make faults"]
async fn nats_restarts_and_a_node_is_cut_off_from_it() {
    let mut cluster = Cluster::start().await;
    let venue = cluster.venue().await;
    let crowd = Crowd::gather(&venue, 30).await;
    let report = crowd
        .talk_while(PAUSE, async || {
            sleep(Duration::from_secs(1)).await;
            cluster.nats.process.kill();
            sleep(Duration::from_secs(3)).await;
            cluster.nats.start_again().await;
            sleep(Duration::from_secs(1)).await;
            cluster.messenger[0].to_nats.set(Weather::cut());
            sleep(Duration::from_secs(5)).await;
            cluster.messenger[0].to_nats.set(Weather::default());
        })
        .await;
    report.print("NATS restarted, then a node cut off from it for 5 s");
    assert!(report.outages.is_empty(), "no phone notices");
    assert!(report.refused.is_empty());
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
#[ignore = "takes half a minute: make faults"]
async fn messages_of_the_bus_are_lost_again_and_again() {
    let cluster = Cluster::start().await;
    let venue = cluster.venue().await;
    let crowd = Crowd::gather(&venue, 30).await;
    let report = crowd
        .talk_while(PAUSE, async || {
            for _ in 0..20 {
                sleep(Duration::from_millis(800)).await;
                cluster.messenger.iter().for_each(|node| node.to_nats.reset());
            }
        })
        .await;
    report.print("20 resets of every connection to NATS");
    assert!(report.outages.is_empty(), "no phone notices");
}
