//! A database that has to be restored from a backup: it lacks what was acknowledged since, and phones bring it back.

use std::time::Duration;

use faults::cluster::Backup;
use faults::{Cluster, Crowd};
use tokio::time::{Instant, sleep};

const PAUSE: Duration = Duration::from_millis(200);

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
#[ignore = "takes half a minute: make faults"]
async fn what_the_backup_lacks_comes_back_from_the_phones() {
    let mut cluster = Cluster::start().await;
    let venue = cluster.venue().await;
    let crowd = Crowd::gather(&venue, 30).await;
    let mut lost = 0;
    let report = crowd
        .talk_while(PAUSE, async || {
            sleep(Duration::from_secs(3)).await;
            let backup = Backup::take(&cluster.postgres, cluster.folder.path());
            sleep(Duration::from_secs(5)).await;
            let died = Instant::now();
            cluster.nodes().for_each(|node| node.process.kill());
            let had = cluster.postgres.count("messages", "messages");
            let restored = backup.restore(cluster.folder.path()).await;
            lost = had - restored.count("messages", "messages");
            cluster.postgres = restored;
            cluster.lead_to(cluster.postgres.address);
            for node in cluster.nodes() {
                node.start_again().await;
            }
            println!(
                "restore: away for {:.1?}; the backup lacked {lost} acknowledged messages",
                died.elapsed()
            );
        })
        .await;
    report.print("Postgres restored from a backup of 5 s before");
    assert!(lost > 100, "the backup lacked only {lost}");
    assert_eq!(report.resets, 30, "every phone was told, once");
    let newcomer = journeys::Person::guest(&cluster.url, "Newcomer").await;
    newcomer.ask(venue.event, "I need help").await;
}
