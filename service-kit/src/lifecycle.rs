//! Background work that is owned, cancellable and waited for, and the way out of a process: it first only says that
//! it is leaving, so that a load balancer looks elsewhere; then its guests (sockets) are asked to go, each in its own
//! time; then everything ends.

use std::future::Future;
use std::time::Duration;

use tokio_util::sync::CancellationToken;
use tokio_util::task::TaskTracker;

/// The background work of a process. Clones share one life.
#[derive(Debug, Clone, Default)]
pub struct Tasks {
    leaving: CancellationToken,
    parting: CancellationToken,
    stop: CancellationToken,
    tracker: TaskTracker,
    guests: TaskTracker,
}

impl Tasks {
    /// Nothing runs yet.
    pub fn new() -> Self {
        Self::default()
    }

    /// Runs a task that watches [`Tasks::stopping`] by itself and is waited for at shutdown.
    pub fn spawn(&self, task: impl Future<Output = ()> + Send + 'static) {
        self.tracker.spawn(task);
    }

    /// Runs a task that may be dropped at any await point once shutdown begins.
    pub fn spawn_until_stopped(&self, task: impl Future<Output = ()> + Send + 'static) {
        let stop = self.stop.clone();
        self.tracker.spawn(async move {
            stop.run_until_cancelled_owned(task).await;
        });
    }

    /// Runs what serves somebody for as long as they like: it watches [`Tasks::parting`] by itself, and then ends in
    /// its own time. Shutdown waits for it.
    pub fn spawn_guest(&self, guest: impl Future<Output = ()> + Send + 'static) {
        self.guests.spawn(self.tracker.track_future(guest));
    }

    /// Leaves in order: goes on as before for `grace`, except that [`Tasks::is_leaving`] says so; then asks the guests
    /// to go and waits for them; then begins shutdown.
    pub async fn leave(&self, grace: Duration) {
        self.leaving.cancel();
        let in_order = async {
            tokio::time::sleep(grace).await;
            self.parting.cancel();
            self.guests.close();
            self.guests.wait().await;
        };
        self.stop.run_until_cancelled(in_order).await;
        self.stop();
    }

    /// Whether the process was asked to stop: it goes on, but nobody new should be sent here.
    pub fn is_leaving(&self) -> bool {
        self.leaving.is_cancelled()
    }

    /// Resolves when guests are to go.
    pub async fn parting(&self) {
        self.parting.cancelled().await;
    }

    /// Whether guests are to go, and no new ones are taken.
    pub fn is_parting(&self) -> bool {
        self.parting.is_cancelled()
    }

    /// Resolves when shutdown begins.
    pub async fn stopping(&self) {
        self.stop.cancelled().await;
    }

    /// Whether shutdown has begun.
    pub fn is_stopping(&self) -> bool {
        self.stop.is_cancelled()
    }

    /// Waits `duration`, or less when shutdown begins; says whether to go on.
    pub async fn pause(&self, duration: Duration) -> bool {
        tokio::time::timeout(duration, self.stop.cancelled()).await.is_err()
    }

    /// Begins shutdown at once, without waiting for it.
    pub fn stop(&self) {
        self.leaving.cancel();
        self.parting.cancel();
        self.stop.cancel();
    }

    /// Begins shutdown and waits until every task has ended, at most `deadline`; says whether all did.
    pub async fn shut_down(&self, deadline: Duration) -> bool {
        self.stop();
        self.tracker.close();
        tokio::time::timeout(deadline, self.tracker.wait()).await.is_ok()
    }
}
