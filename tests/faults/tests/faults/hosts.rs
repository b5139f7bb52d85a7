//! Nodes on hosts of their own, whose lines are unplugged: packets vanish in the kernel, and nobody is told.

use std::time::Duration;

use faults::cluster::{Line, Node};
use faults::proxy::Weather;
use faults::{Cluster, Crowd, Shape, found};
use tokio::time::sleep;

const PAUSE: Duration = Duration::from_millis(200);

/// Cuts a line of a node, or mends it; as a user who may not have hosts, by the proxies before it.
fn set(node: &Node, line: Line, is_cut: bool) {
    let weather = if is_cut { Weather::cut() } else { Weather::default() };
    match (&node.host, line) {
        (Some(host), line) if is_cut => host.unplug(line),
        (Some(host), line) => host.plug(line),
        (None, Line::Store) => node.to_postgres.set(weather),
        (None, Line::Bus) => node.to_nats.set(weather),
        (None, Line::Front) => {}
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
#[ignore = "takes two minutes, and wants root: make faults"]
async fn lines_of_a_host_are_unplugged() {
    let settings = &[("MESSENGER_HEARTBEAT_SECONDS", "5")];
    let cluster = Cluster::start_as(Shape { own_hosts: true, settings, ..Shape::default() }).await;
    let venue = cluster.venue().await;
    let crowd = Crowd::gather(&venue, 20).await;
    let node = &cluster.messenger[0];
    if node.host.is_none() {
        found(
            "a host's lines unplugged",
            "no right to make network namespaces: proxies cut the node off instead",
        );
    }
    for (name, lines) in [
        ("a host unplugged from Postgres for 12 s", &[Line::Store][..]),
        ("a host unplugged from NATS for 12 s", &[Line::Bus]),
        ("a host unplugged from the load balancer for 12 s", &[Line::Front]),
        ("a host unplugged from everything for 12 s", &Line::ALL),
    ] {
        let report = crowd
            .talk_while(PAUSE, async || {
                sleep(Duration::from_secs(1)).await;
                lines.iter().for_each(|line| set(node, *line, true));
                sleep(Duration::from_secs(12)).await;
                lines.iter().for_each(|line| set(node, *line, false));
                node.is_ready().await;
            })
            .await;
        report.print(name);
        assert!(report.slowest < Duration::from_secs(35), "{:?}", report.slowest);
    }
}
