//! A TCP proxy that spoils what goes through it: slow, lossy, silent or broken lines, changed while they are in use.
//! It stands in for the kernel's network emulation, which is not everywhere.

use std::net::{IpAddr, SocketAddr};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::tcp::{ReadHalf, WriteHalf};
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::{mpsc, watch};
use tokio::task::JoinHandle;
use tokio::time::{Instant, sleep, sleep_until};

/// Bytes of a packet: what is lost, and sent again, at once.
const PACKET: usize = 1_400;
/// The shortest time after which TCP sends a lost packet again.
const RETRANSMISSION: Duration = Duration::from_millis(200);
/// Packets on their way in one direction; then the sender has to wait, as with a full window.
const WINDOW: usize = 64;

/// Who has the bytes that a line carries in a second.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Sharing {
    /// Each connection for itself, as if it were the only one of somebody.
    #[default]
    Each,
    /// All connections together, as those of one phone: what was sent first goes first.
    Together,
}

/// What the line is like. The default is a good one.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub struct Weather {
    /// Time that a packet takes, each way.
    pub delay: Duration,
    /// Share of packets that are lost. TCP sends them again, so they and what follows come later.
    pub loss: f64,
    /// Bytes a second, each way.
    pub bytes_per_second: Option<u32>,
    /// Who has them.
    pub sharing: Sharing,
    /// Nothing from the client arrives; the client is not told.
    pub silent_up: bool,
    /// Nothing from the server arrives; the server is not told.
    pub silent_down: bool,
    /// New connections are not taken on by the other side: they open and nothing follows.
    pub deaf: bool,
}

impl Weather {
    /// A line that is cut without anybody being told: half-open connections.
    pub fn cut() -> Self {
        Self { silent_up: true, silent_down: true, deaf: true, ..Self::default() }
    }

    /// A slow and lossy line, with this delay each way.
    pub fn poor(delay: Duration, loss: f64, kilobits_per_second: u32) -> Self {
        Self { delay, loss, bytes_per_second: Some(kilobits_per_second * 1_000 / 8), ..Self::default() }
    }

    /// The same for all connections of one phone together.
    #[must_use]
    pub fn of_one_phone(self) -> Self {
        Self { sharing: Sharing::Together, ..self }
    }
}

/// When the line will have carried what was sent in one direction, over whichever connection.
type Lane = Arc<Mutex<Instant>>;

#[derive(Debug)]
struct State {
    target: SocketAddr,
    weather: watch::Sender<Weather>,
    /// Counts up when all connections are to be reset.
    resets: watch::Sender<u64>,
    up: Lane,
    down: Lane,
}

/// A listening proxy; it ends when dropped.
#[derive(Debug)]
pub struct Proxy {
    /// Where it listens.
    pub address: SocketAddr,
    state: Arc<Mutex<State>>,
    accepting: JoinHandle<()>,
}

impl Drop for Proxy {
    fn drop(&mut self) {
        self.accepting.abort();
        self.reset();
    }
}

fn lock<T>(state: &Mutex<T>) -> MutexGuard<'_, T> {
    state.lock().unwrap_or_else(PoisonError::into_inner)
}

impl Proxy {
    /// Listens on a free port and passes everything on to `target`.
    pub async fn start(target: SocketAddr) -> Self {
        Self::start_at(IpAddr::from([127, 0, 0, 1]), target).await
    }

    /// The same on another address of this machine.
    pub async fn start_at(address: IpAddr, target: SocketAddr) -> Self {
        let listener = TcpListener::bind((address, 0)).await.expect("a free port");
        let address = listener.local_addr().expect("an address");
        let lane = || Arc::new(Mutex::new(Instant::now()));
        let (weather, resets) = (watch::Sender::new(Weather::default()), watch::Sender::new(0));
        let state = State { target, weather, resets, up: lane(), down: lane() };
        let state = Arc::new(Mutex::new(state));
        let accepting = tokio::spawn(accept(listener, Arc::clone(&state)));
        Self { address, state, accepting }
    }

    /// Changes the weather, also for connections that are open.
    pub fn set(&self, weather: Weather) {
        lock(&self.state).weather.send_replace(weather);
    }

    /// Leads new connections elsewhere, and resets the open ones.
    pub fn lead_to(&self, target: SocketAddr) {
        lock(&self.state).target = target;
        self.reset();
    }

    /// Breaks every open connection with a reset, on both sides.
    pub fn reset(&self) {
        lock(&self.state).resets.send_modify(|count| *count += 1);
    }
}

async fn accept(listener: TcpListener, state: Arc<Mutex<State>>) {
    while let Ok((client, _)) = listener.accept().await {
        let (target, weather, resets, lanes) = {
            let state = lock(&state);
            let lanes = (Arc::clone(&state.up), Arc::clone(&state.down));
            (state.target, state.weather.subscribe(), state.resets.subscribe(), lanes)
        };
        tokio::spawn(pass(client, target, weather, resets, lanes));
    }
}

async fn pass(
    mut client: TcpStream,
    target: SocketAddr,
    mut weather: watch::Receiver<Weather>,
    mut resets: watch::Receiver<u64>,
    (up, down): (Lane, Lane),
) {
    resets.borrow_and_update();
    let connected = async {
        if weather.wait_for(|weather| !weather.deaf).await.is_err() {
            return None;
        }
        // The two packets that open a connection travel, too.
        let opening = {
            let weather = weather.borrow();
            time_of_travel(&weather) + time_of_travel(&weather)
        };
        tokio::time::sleep(opening).await;
        TcpStream::connect(target).await.ok()
    };
    let server = tokio::select! {
        server = connected => server,
        _ = resets.changed() => None,
    };
    let Some(mut server) = server else {
        // Dropped with no lingering, a connection is reset instead of closed.
        let _ = client.set_zero_linger();
        return;
    };
    let _ = (client.set_nodelay(true), server.set_nodelay(true));
    let is_reset = {
        let ((from_client, to_client), (from_server, to_server)) = (client.split(), server.split());
        let up = pump(from_client, to_server, weather.clone(), up, |weather| weather.silent_up);
        let down = pump(from_server, to_client, weather, down, |weather| weather.silent_down);
        tokio::select! {
            ((), ()) = async { tokio::join!(up, down) } => false,
            _ = resets.changed() => true,
        }
    };
    if is_reset {
        let _ = (client.set_zero_linger(), server.set_zero_linger());
    }
}

/// Passes one direction on, packet by packet, until its end.
async fn pump(
    mut from: ReadHalf<'_>,
    mut to: WriteHalf<'_>,
    mut weather: watch::Receiver<Weather>,
    lane: Lane,
    is_silent: fn(&Weather) -> bool,
) {
    let (on_the_way, mut arriving) = mpsc::channel::<(Instant, Vec<u8>)>(WINDOW);
    let reading_weather = weather.clone();
    let reading = async move {
        let mut packet = vec![0; PACKET];
        while let Ok(length @ 1..) = from.read(&mut packet).await {
            let arrives = {
                let weather = reading_weather.borrow();
                leaves(&weather, &lane, length) + time_of_travel(&weather)
            };
            if on_the_way.send((arrives, packet[..length].to_vec())).await.is_err() {
                break;
            }
        }
    };
    let writing = async move {
        while let Some((arrives, packet)) = arriving.recv().await {
            sleep_until(arrives).await;
            if weather.wait_for(|weather| !is_silent(weather)).await.is_err() {
                return;
            }
            let on_its_own = Some(*weather.borrow()).filter(|weather| weather.sharing == Sharing::Each);
            sleep(on_its_own.map_or(Duration::ZERO, |weather| time_of_sending(&weather, packet.len()))).await;
            if to.write_all(&packet).await.is_err() {
                return;
            }
        }
        let _ = to.shutdown().await;
    };
    tokio::join!(reading, writing);
}

/// When a packet has left: behind everything that any connection sent before it, where they share the line.
fn leaves(weather: &Weather, lane: &Lane, length: usize) -> Instant {
    let now = Instant::now();
    if weather.sharing == Sharing::Each {
        return now;
    }
    let mut free_at = lock(lane);
    *free_at = now.max(*free_at) + time_of_sending(weather, length);
    *free_at
}

fn time_of_sending(weather: &Weather, length: usize) -> Duration {
    let length = u32::try_from(length).unwrap_or(u32::MAX);
    let seconds = weather.bytes_per_second.map_or(0.0, |rate| f64::from(length) / f64::from(rate));
    Duration::from_secs_f64(seconds)
}

/// The delay; for a lost packet also the times until it is sent again, each twice as long as the one before.
fn time_of_travel(weather: &Weather) -> Duration {
    let mut time = weather.delay;
    let mut again = RETRANSMISSION.max(weather.delay * 2);
    while weather.loss > 0.0 && rand::random_bool(weather.loss) {
        time += again;
        again *= 2;
    }
    time
}

#[cfg(test)]
mod tests {
    use tokio::time::timeout;

    use super::*;

    /// A server that says everything back, seen through a proxy.
    async fn echo() -> (Proxy, TcpStream) {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let proxy = Proxy::start(listener.local_addr().unwrap()).await;
        tokio::spawn(async move {
            while let Ok((stream, _)) = listener.accept().await {
                let (mut from, mut to) = stream.into_split();
                tokio::spawn(async move { drop(tokio::io::copy(&mut from, &mut to).await) });
            }
        });
        let client = TcpStream::connect(proxy.address).await.unwrap();
        (proxy, client)
    }

    async fn there_and_back(client: &mut TcpStream) -> std::io::Result<Duration> {
        let began = Instant::now();
        client.write_all(b"hello").await?;
        client.read_exact(&mut [0; 5]).await?;
        Ok(began.elapsed())
    }

    #[tokio::test]
    async fn delays_and_throttles_open_connections() {
        let (proxy, mut client) = echo().await;
        there_and_back(&mut client).await.unwrap();
        proxy.set(Weather { delay: Duration::from_millis(100), ..Weather::default() });
        assert!(there_and_back(&mut client).await.unwrap() >= Duration::from_millis(200));
        proxy.set(Weather { bytes_per_second: Some(50), ..Weather::default() });
        assert!(there_and_back(&mut client).await.unwrap() >= Duration::from_millis(200));
    }

    #[tokio::test]
    async fn connections_of_one_phone_share_its_line() {
        let lane = Arc::new(Mutex::new(Instant::now()));
        let alone = Weather::poor(Duration::ZERO, 0.0, 1);
        let shared = alone.of_one_phone();
        let first = leaves(&shared, &lane, 1_000);
        assert!(leaves(&shared, &lane, 1_000) >= first + Duration::from_secs(8));
        assert!(leaves(&alone, &lane, 1_000) < first, "others have lines of their own");
    }

    #[tokio::test]
    async fn loses_packets_as_tcp_shows_it() {
        let lossy = Weather { loss: 0.999, ..Weather::default() };
        assert!((0..20).any(|_| time_of_travel(&Weather { loss: 0.5, ..lossy }) >= RETRANSMISSION));
        assert_eq!(time_of_travel(&Weather::default()), Duration::ZERO);
    }

    #[tokio::test]
    async fn is_silent_one_way_and_loses_nothing_of_it_afterwards() {
        let (proxy, mut client) = echo().await;
        proxy.set(Weather { silent_down: true, ..Weather::default() });
        let waiting = timeout(Duration::from_millis(200), there_and_back(&mut client)).await;
        assert!(waiting.is_err(), "nothing comes back");
        proxy.set(Weather::default());
        client.read_exact(&mut [0; 5]).await.unwrap();
    }

    #[tokio::test]
    async fn resets_both_sides() {
        let (proxy, mut client) = echo().await;
        there_and_back(&mut client).await.unwrap();
        proxy.reset();
        let error = client.read_exact(&mut [0; 5]).await.unwrap_err();
        assert_eq!(error.kind(), std::io::ErrorKind::ConnectionReset);
    }
}
