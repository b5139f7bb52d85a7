//! Hands that do harm, each to one thing, one fault after the other; together they make faults that overlap. What is
//! harmed is healed again before the next.

use std::sync::Arc;
use std::time::Duration;

use journeys::mischief::Mischief;
use nix::sys::signal::Signal;
use rand::RngExt;
use rand::rngs::StdRng;
use tokio::sync::{mpsc, watch};
use tokio::time::sleep;

use super::tally::Tally;
use crate::cluster::{Nats, Node, Postgres, run_sql};
use crate::proxy::{Proxy, Weather};

/// Phones that are killed together, at most.
const KILLED_TOGETHER: usize = 5;

/// What a hand needs: chance, where it counts, and when to stop.
#[derive(Debug)]
pub struct Hand {
    pub chance: StdRng,
    pub tally: Arc<Tally>,
    pub stop: watch::Receiver<bool>,
}

impl Hand {
    fn goes_on(&self) -> bool {
        !*self.stop.borrow()
    }

    /// Waits between so many milliseconds; less when it is over.
    async fn wait(&mut self, from: u64, to: u64) {
        let time = Duration::from_millis(self.chance.random_range(from..to));
        tokio::select! {
            () = sleep(time) => {}
            _ = self.stop.wait_for(|stop| *stop) => {}
        }
    }

    fn one_of(&mut self, count: usize) -> usize {
        self.chance.random_range(0..count)
    }

    /// Spoils a line for a while, in one of many ways.
    async fn spoil(&mut self, line: &Proxy, names: &Names) {
        let milliseconds =
            |hand: &mut Self, from, to| Duration::from_millis(hand.chance.random_range(from..to));
        let good = Weather::default();
        let (name, weather) = match self.one_of(8) {
            0 => (names.slow, Weather { delay: milliseconds(self, 50, 600), ..good }),
            1 => (names.lossy, Weather { loss: self.chance.random_range(0.02..0.2), ..good }),
            2 => (
                names.narrow,
                Weather { bytes_per_second: Some(self.chance.random_range(8_000..50_000)), ..good },
            ),
            3 => (names.cut, Weather::cut()),
            4 => (names.up, Weather { silent_up: true, ..good }),
            5 => (names.down, Weather { silent_down: true, ..good }),
            _ => {
                self.tally.count(names.reset);
                line.reset();
                return;
            }
        };
        self.tally.count(name);
        line.set(weather);
        self.wait(300, 3_000).await;
        // What was cut comes to life again, or is found dead.
        line.set(good);
        if weather == Weather::cut() && self.chance.random_bool(0.5) {
            line.reset();
        }
    }
}

/// What the ways to spoil a line are called.
struct Names {
    slow: &'static str,
    lossy: &'static str,
    narrow: &'static str,
    cut: &'static str,
    up: &'static str,
    down: &'static str,
    reset: &'static str,
}

macro_rules! names {
    ($line:literal) => {
        Names {
            slow: concat!($line, ": delay"),
            lossy: concat!($line, ": loss"),
            narrow: concat!($line, ": throttle"),
            cut: concat!($line, ": cut silently, half-open"),
            up: concat!($line, ": nothing gets there"),
            down: concat!($line, ": nothing comes back"),
            reset: concat!($line, ": reset"),
        }
    };
}

/// Spoils the lines between people and Steward.
pub async fn spoil_lines(mut hand: Hand, lines: &[Proxy]) {
    while hand.goes_on() {
        hand.wait(500, 3_500).await;
        let line = hand.one_of(lines.len());
        hand.spoil(&lines[line], &names!("phones")).await;
    }
}

/// Kills, freezes, replaces and cuts off nodes.
pub async fn harm_nodes(mut hand: Hand, nodes: &mut [Node]) {
    while hand.goes_on() {
        hand.wait(1_000, 4_000).await;
        let node = hand.one_of(nodes.len());
        let node = &mut nodes[node];
        match hand.one_of(9) {
            0 | 1 => {
                hand.tally.count("node: kill -9 and restart");
                node.process.kill();
                hand.wait(0, 1_500).await;
                node.start_again().await;
            }
            2 | 3 => {
                hand.tally.count("node: frozen");
                node.process.signal(Signal::SIGSTOP);
                hand.wait(200, 5_000).await;
                node.process.signal(Signal::SIGCONT);
            }
            4 => {
                hand.tally.count("node: replaced as by an update");
                node.process.signal(Signal::SIGTERM);
                node.process.ended().await;
                node.start_again().await;
            }
            5 | 6 => hand.spoil(&node.to_postgres, &names!("node to Postgres")).await,
            _ => hand.spoil(&node.to_nats, &names!("node to NATS")).await,
        }
    }
}

const OTHERS: &str = "FROM pg_stat_activity WHERE datname = 'messages' AND pid <> pg_backend_pid()";

/// Ends connections of Postgres, locks its tables, stops and kills it.
pub async fn harm_postgres(mut hand: Hand, postgres: &mut Postgres) {
    while hand.goes_on() {
        hand.wait(2_000, 9_000).await;
        match hand.one_of(10) {
            0 | 1 => {
                hand.tally.count("Postgres: one connection ended");
                let one = format!("SELECT pg_terminate_backend(pid) {OTHERS} ORDER BY random() LIMIT 1");
                tell(postgres, one).await;
            }
            2 | 3 => {
                hand.tally.count("Postgres: all connections ended");
                tell(postgres, format!("SELECT pg_terminate_backend(pid) {OTHERS}")).await;
            }
            4 | 5 => {
                hand.tally.count("Postgres: all statements cancelled");
                tell(postgres, format!("SELECT pg_cancel_backend(pid) {OTHERS}")).await;
            }
            6 | 7 => {
                hand.tally.count("Postgres: a table locked");
                let table = ["messages", "conversations"][hand.one_of(2)];
                let seconds = hand.chance.random_range(0.2..3.0);
                let lock = format!("BEGIN; LOCK TABLE {table} IN ACCESS EXCLUSIVE MODE");
                tell(postgres, format!("{lock}; SELECT pg_sleep({seconds}); COMMIT")).await;
            }
            8 => {
                hand.tally.count("Postgres: stopped immediately and started");
                postgres.stop_immediately().await;
                postgres.start_again().await;
            }
            _ => {
                hand.tally.count("Postgres: kill -9 and restart");
                postgres.kill();
                postgres.start_again().await;
            }
        }
    }
}

/// What is told may fail: it ends its own connection, too, or waits in vain.
async fn tell(postgres: &Postgres, sql: String) {
    let address = postgres.address;
    let told = tokio::task::spawn_blocking(move || run_sql(address, "messages", &sql));
    told.await.expect("it runs");
}

/// Kills and freezes NATS.
pub async fn harm_nats(mut hand: Hand, nats: &mut Nats) {
    while hand.goes_on() {
        hand.wait(2_000, 9_000).await;
        if hand.chance.random_bool(0.5) {
            hand.tally.count("NATS: kill -9 and restart");
            nats.process.kill();
            hand.wait(0, 2_500).await;
            nats.start_again().await;
        } else {
            hand.tally.count("NATS: frozen");
            nats.process.signal(Signal::SIGSTOP);
            hand.wait(200, 4_000).await;
            nats.process.signal(Signal::SIGCONT);
        }
    }
}

/// Kills phones, which come back with their outbox and an older memory, and lets them send the same on two nodes.
pub async fn harm_clients(mut hand: Hand, phones: &[mpsc::Sender<Mischief>], nodes: &[Arc<str>]) {
    while hand.goes_on() {
        hand.wait(1_000, 3_000).await;
        if hand.chance.random_bool(0.5) {
            hand.tally.count("clients: killed and restarted with their outbox");
            for _ in 0..=hand.one_of(KILLED_TOGETHER) {
                let forgets = hand.chance.random_range(0..40);
                let phone = hand.one_of(phones.len());
                // A phone that is away already is not harmed more.
                let _ = phones[phone].try_send(Mischief::Kill { forgets });
            }
        } else {
            hand.tally.count("clients: the same client ids on another node");
            let url = Arc::clone(&nodes[hand.one_of(nodes.len())]);
            let phone = hand.one_of(phones.len());
            let _ = phones[phone].try_send(Mischief::Twice { url });
        }
    }
}
