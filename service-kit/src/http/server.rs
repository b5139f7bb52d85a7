//! Listening: what every listener of a process sets, and the limits of a connection that has not asked anything yet.

use std::io;
use std::net::SocketAddr;
use std::pin::Pin;
use std::sync::Arc;
use std::task::{Context, Poll};
use std::time::Duration;

use axum::Router;
use axum_server::accept::{Accept, DefaultAcceptor};
use axum_server::{Handle, Server};
use futures_util::future::BoxFuture;
use hyper_util::rt::TokioTimer;
use tokio::io::{AsyncRead, AsyncWrite, ReadBuf};
use tokio::net::{TcpListener, TcpStream};
use tokio::time::{Sleep, sleep, timeout};

use crate::{Doorway, Tasks};

/// How long the head of a request may take, and how long a connection may wait for its next one. The balancer in front
/// allows as much.
pub const HEAD_TIMEOUT: Duration = Duration::from_secs(20);
/// With so many bytes the server knows which version of HTTP is spoken, and watches the time by itself.
const PREFACE_BYTES: usize = 24;

/// New connections from outside that are attended to each second. Ten thousand phones that come at once would otherwise
/// all be read, routed and (with TLS) greeted before anything that whoever is there already is waiting for.
const CONNECTIONS_PER_SECOND: u32 = 4_000;
/// Longest that a connection waits to be attended to, however many came.
const ATTENTION: Duration = Duration::from_secs(5);

/// Who connects to a listener.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Side {
    /// The crowd: it comes in evenly.
    Outside,
    /// Other services and probes: they never wait.
    Inside,
}

/// A server that ends with the process: running requests have `grace`, or as long as they take.
pub fn server<A>(
    listener: TcpListener,
    acceptor: A,
    side: Side,
    tasks: &Tasks,
    grace: Option<Duration>,
) -> io::Result<Server<SocketAddr, Prompt<A>>> {
    // Accepted connections inherit it: a small frame does not wait for the answer to the one before.
    socket2::SockRef::from(&listener).set_tcp_nodelay(true)?;
    let handle = Handle::new();
    let (stopping, ending) = (tasks.clone(), handle.clone());
    tasks.spawn(async move {
        stopping.stopping().await;
        ending.graceful_shutdown(grace);
    });
    let server = axum_server::from_tcp(listener.into_std()?)?.handle(handle);
    let doorway = (side == Side::Outside).then(|| Doorway::new(CONNECTIONS_PER_SECOND, ATTENTION));
    Ok(limited(server, acceptor, doorway, HEAD_TIMEOUT))
}

/// Serves plain HTTP until shutdown begins, then lets running requests end.
pub async fn serve(listener: TcpListener, router: Router, side: Side, tasks: Tasks) -> io::Result<()> {
    let service = router.into_make_service_with_connect_info::<SocketAddr>();
    server(listener, DefaultAcceptor, side, &tasks, None)?.serve(service).await
}

fn limited<A>(
    server: Server<SocketAddr>,
    acceptor: A,
    doorway: Option<Doorway>,
    limit: Duration,
) -> Server<SocketAddr, Prompt<A>> {
    let mut server = server.acceptor(Prompt { acceptor, doorway: doorway.map(Arc::new), limit });
    server.http_builder().http1().timer(TokioTimer::new()).header_read_timeout(limit);
    server
}

/// Attends to connections in their turn, and cuts off whoever connects and then keeps silent.
#[derive(Debug, Clone)]
pub struct Prompt<A> {
    acceptor: A,
    doorway: Option<Arc<Doorway>>,
    limit: Duration,
}

impl<A, S> Accept<TcpStream, S> for Prompt<A>
where
    A: Accept<TcpStream, S> + Clone + Send + Sync + 'static,
    A::Future: Send + 'static,
    S: Send + 'static,
{
    type Stream = Prompted<A::Stream>;
    type Service = A::Service;
    type Future = BoxFuture<'static, io::Result<(Self::Stream, Self::Service)>>;

    fn accept(&self, stream: TcpStream, service: S) -> Self::Future {
        let Self { acceptor, doorway, limit } = self.clone();
        Box::pin(async move {
            if let Some(doorway) = doorway
                && !doorway.enter().await
            {
                sleep(ATTENTION).await;
            }
            let (stream, service) = timeout(limit, acceptor.accept(stream, service)).await??;
            Ok((
                Prompted { stream, silent: Some(Silent { read: 0, until: Box::pin(sleep(limit)) }) },
                service,
            ))
        })
    }
}

/// A connection whose first bytes have to come in time.
#[derive(Debug)]
pub struct Prompted<S> {
    stream: S,
    silent: Option<Silent>,
}

#[derive(Debug)]
struct Silent {
    read: usize,
    until: Pin<Box<Sleep>>,
}

impl<S: AsyncRead + Unpin> AsyncRead for Prompted<S> {
    fn poll_read(
        mut self: Pin<&mut Self>,
        cx: &mut Context<'_>,
        buffer: &mut ReadBuf<'_>,
    ) -> Poll<io::Result<()>> {
        let before = buffer.filled().len();
        let read = Pin::new(&mut self.stream).poll_read(cx, buffer);
        if let Some(silent) = &mut self.silent {
            silent.read += buffer.filled().len() - before;
            if silent.read >= PREFACE_BYTES {
                self.silent = None;
            } else if read.is_pending() && silent.until.as_mut().poll(cx).is_ready() {
                return Poll::Ready(Err(io::ErrorKind::TimedOut.into()));
            }
        }
        read
    }
}

impl<S: AsyncWrite + Unpin> AsyncWrite for Prompted<S> {
    fn poll_write(mut self: Pin<&mut Self>, cx: &mut Context<'_>, bytes: &[u8]) -> Poll<io::Result<usize>> {
        Pin::new(&mut self.stream).poll_write(cx, bytes)
    }

    fn poll_write_vectored(
        mut self: Pin<&mut Self>,
        cx: &mut Context<'_>,
        slices: &[io::IoSlice<'_>],
    ) -> Poll<io::Result<usize>> {
        Pin::new(&mut self.stream).poll_write_vectored(cx, slices)
    }

    fn is_write_vectored(&self) -> bool {
        self.stream.is_write_vectored()
    }

    fn poll_flush(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.stream).poll_flush(cx)
    }

    fn poll_shutdown(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.stream).poll_shutdown(cx)
    }
}

#[cfg(test)]
mod tests {
    use std::time::Instant;

    use futures_util::future::join_all;
    use tokio::io::{AsyncReadExt, AsyncWriteExt};

    use super::*;

    /// What comes back to a client that writes `sent` and nothing more, until it is cut off.
    async fn answer_to(sent: &str) -> String {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let address = listener.local_addr().unwrap();
        let server = axum_server::from_tcp(listener.into_std().unwrap()).unwrap();
        let server = limited(server, DefaultAcceptor, None, Duration::from_millis(100));
        tokio::spawn(server.serve(Router::new().into_make_service()));
        let mut client = TcpStream::connect(address).await.unwrap();
        client.write_all(sent.as_bytes()).await.unwrap();
        let mut answer = String::new();
        let reading = client.read_to_string(&mut answer);
        timeout(Duration::from_secs(60), reading).await.expect("it is cut off").unwrap();
        answer
    }

    #[tokio::test]
    async fn a_crowd_is_attended_to_evenly_and_to_the_last() {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let address = listener.local_addr().unwrap();
        let server = axum_server::from_tcp(listener.into_std().unwrap()).unwrap();
        // Three at once, then one every 50 ms.
        let doorway = Doorway::new(20, Duration::from_secs(5));
        let server = limited(server, DefaultAcceptor, Some(doorway), Duration::from_secs(10));
        tokio::spawn(server.serve(Router::new().into_make_service()));
        let began = Instant::now();
        let answers = (0..12).map(|_| async move {
            let mut client = TcpStream::connect(address).await.unwrap();
            client.write_all(b"GET / HTTP/1.1\r\nConnection: close\r\n\r\n").await.unwrap();
            let mut answer = String::new();
            client.read_to_string(&mut answer).await.unwrap();
            answer
        });
        let answers = timeout(Duration::from_secs(60), join_all(answers)).await.expect("all are answered");
        assert!(answers.iter().all(|answer| answer.starts_with("HTTP/1.1 404")), "{answers:?}");
        assert!(began.elapsed() >= Duration::from_millis(400), "after {:?}", began.elapsed());
    }

    #[tokio::test]
    async fn whoever_says_nothing_is_cut_off() {
        assert_eq!(answer_to("").await, "");
    }

    #[tokio::test]
    async fn whoever_stops_before_the_version_is_known_is_cut_off() {
        assert_eq!(answer_to("PRI").await, "");
    }

    #[tokio::test]
    async fn whoever_stops_in_the_middle_of_a_head_is_cut_off() {
        assert_eq!(answer_to("GET / HTTP/1.1\r\nHost: steward").await, "");
    }

    #[tokio::test]
    async fn whoever_asks_is_answered_and_cut_off_when_nothing_follows() {
        let answer = answer_to("GET / HTTP/1.1\r\nHost: steward\r\n\r\n").await;
        assert!(answer.starts_with("HTTP/1.1 404 Not Found\r\n"), "{answer}");
    }
}
