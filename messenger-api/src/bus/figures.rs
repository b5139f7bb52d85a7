//! What is counted of the bus.

use std::sync::LazyLock;

use service_kit::metrics::{Counter, Gauge, register};

/// The handles.
#[derive(Debug)]
pub struct Figures {
    /// Publications that found no room on their way out.
    pub dropped: Counter,
    /// Times the bus was found again.
    pub reconnects: Counter,
    /// Whether other nodes can be reached.
    pub connected: Gauge,
    /// Conversations that are listened to.
    pub subscriptions: Gauge,
}

/// The figures of this process.
pub static FIGURES: LazyLock<Figures> = LazyLock::new(|| Figures {
    dropped: register(
        "bus_dropped",
        "Publications that found no room on their way to other nodes",
        Counter::default(),
    ),
    reconnects: register("bus_reconnects", "Times the bus was found again", Counter::default()),
    connected: register(
        "bus_connected",
        "1 while the bus can be used; always 1 on a single node",
        Gauge::default(),
    ),
    subscriptions: register("bus_subscriptions", "Conversations that this node listens to", Gauge::default()),
});
