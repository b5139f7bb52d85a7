//! A Postgres that dies, stops, is locked or has no room.

use std::time::Duration;

use faults::{Cluster, Crowd, Report, Shape};
use tokio::time::{Instant, sleep};

const PAUSE: Duration = Duration::from_millis(200);

async fn while_postgres(fault: &str, disturb: impl AsyncFnOnce(&mut Cluster)) -> Report {
    while_postgres_of(Shape::default(), fault, disturb).await
}

async fn while_postgres_of(shape: Shape, fault: &str, disturb: impl AsyncFnOnce(&mut Cluster)) -> Report {
    let mut cluster = Cluster::start_as(shape).await;
    let venue = cluster.venue().await;
    let crowd = Crowd::gather(&venue, 40).await;
    let report = crowd
        .talk_while(PAUSE, async || {
            sleep(Duration::from_secs(2)).await;
            disturb(&mut cluster).await;
            for node in &cluster.messenger {
                node.is_ready().await;
            }
        })
        .await;
    report.print(fault);
    report
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn postgres_is_killed() {
    let mut away = Duration::ZERO;
    let report = while_postgres("Postgres killed", async |cluster| {
        let killed = Instant::now();
        cluster.postgres.kill();
        sleep(Duration::from_secs(3)).await;
        let (status, words) = cluster.messenger[0].readiness().await.expect("it answers");
        assert_eq!(status, 503, "{words}");
        cluster.postgres.start_again().await;
        away = killed.elapsed();
        println!("Postgres was away for {away:.1?}, its recovery included");
    })
    .await;
    assert!(report.slowest < away + Duration::from_secs(30), "{:?}", report.slowest);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
#[ignore = "like the one above: make faults"]
async fn postgres_stops_immediately() {
    let report =
        while_postgres("Postgres stopped immediately and started again, three times", async |cluster| {
            for _ in 0..3 {
                cluster.postgres.stop_immediately().await;
                cluster.postgres.start_again().await;
                sleep(Duration::from_secs(2)).await;
            }
        })
        .await;
    assert!(report.slowest < Duration::from_secs(20), "{:?}", report.slowest);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
#[ignore = "takes half a minute: make faults"]
async fn a_table_is_locked() {
    let report = while_postgres("the table of messages locked for 8 s", async |cluster| {
        let sql = "BEGIN; LOCK TABLE messages IN ACCESS EXCLUSIVE MODE; SELECT pg_sleep(8); COMMIT";
        let address = cluster.postgres.address;
        let locking = tokio::task::spawn_blocking(move || faults::cluster::run_sql(address, "messages", sql));
        assert!(locking.await.expect("it runs"), "the lock was held");
    })
    .await;
    assert!(report.slowest < Duration::from_secs(30), "{:?}", report.slowest);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
#[ignore = "takes half a minute: make faults"]
async fn every_connection_is_taken() {
    let report =
        while_postgres("every connection to Postgres ended and none to be had for 5 s", async |cluster| {
            cluster.postgres.sql("postgres", "ALTER DATABASE messages ALLOW_CONNECTIONS false");
            let others = "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = 'messages'";
            cluster.postgres.sql("postgres", others);
            sleep(Duration::from_secs(5)).await;
            cluster.postgres.sql("postgres", "ALTER DATABASE messages ALLOW_CONNECTIONS true");
        })
        .await;
    assert!(report.slowest < Duration::from_secs(30), "{:?}", report.slowest);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
#[ignore = "takes half a minute: make faults"]
async fn the_database_dies_and_its_standby_takes_over() {
    let mut standbys = Vec::new();
    let report = while_postgres("failover to a standby", async |cluster| {
        let standby = cluster.postgres.standby(cluster.folder.path()).await;
        sleep(Duration::from_secs(2)).await;
        cluster.postgres.kill();
        standby.promote().await;
        cluster.lead_to(standby.address);
        standbys.push(standby);
    })
    .await;
    assert!(report.slowest < Duration::from_secs(30), "{:?}", report.slowest);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
#[ignore = "takes half a minute: make faults"]
async fn the_standby_is_gone() {
    // Nothing is acknowledged that is not on both: it waits until somebody says that one is enough.
    let report = while_postgres("the standby gone for 6 s", async |cluster| {
        let mut standby = cluster.postgres.standby(cluster.folder.path()).await;
        sleep(Duration::from_secs(1)).await;
        standby.kill();
        sleep(Duration::from_secs(6)).await;
        cluster.postgres.sql("postgres", "ALTER SYSTEM RESET synchronous_standby_names");
        cluster.postgres.sql("postgres", "SELECT pg_reload_conf()");
    })
    .await;
    assert!(report.slowest < Duration::from_secs(30), "{:?}", report.slowest);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
#[ignore = "takes half a minute, and wants root: make faults"]
async fn the_disk_is_full() {
    let shape = Shape { disk_megabytes: Some(300), ..Shape::default() };
    let report = while_postgres_of(shape, "the disk full for 6 s", async |cluster| {
        cluster.postgres.fill_disk();
        sleep(Duration::from_secs(6)).await;
        cluster.postgres.empty_disk();
        // It may have given up.
        cluster.postgres.start_again().await;
    })
    .await;
    assert!(report.slowest < Duration::from_secs(40), "{:?}", report.slowest);
}
