//! An S3-compatible store in the test's own process, which keeps its files in a folder and checks who signs.

use std::net::SocketAddr;
use std::path::PathBuf;

use hyper_util::rt::{TokioExecutor, TokioIo};
use hyper_util::server::conn::auto::Builder;
use s3s::auth::SimpleAuth;
use s3s::service::S3ServiceBuilder;
use s3s_fs::FileSystem;
use tempfile::TempDir;
use tokio::net::TcpListener;
use tokio::task::JoinHandle;

use crate::proxy::Proxy;

/// Who may use it.
const KEY: &str = "steward";
const SECRET: &str = "the secret of the store of a test";
const BUCKET: &str = "clips-and-photos";

/// A running store; it ends when dropped.
#[derive(Debug)]
pub struct ObjectStore {
    /// The way of the nodes to it.
    pub way: Proxy,
    folder: TempDir,
    serving: JoinHandle<()>,
}

impl Drop for ObjectStore {
    fn drop(&mut self) {
        self.serving.abort();
    }
}

impl ObjectStore {
    /// Starts it with an empty bucket.
    pub async fn start() -> Self {
        let folder = tempfile::tempdir().expect("a folder");
        std::fs::create_dir(folder.path().join(BUCKET)).expect("a bucket");
        let mut service = S3ServiceBuilder::new(FileSystem::new(folder.path()).expect("a store"));
        service.set_auth(SimpleAuth::from_single(KEY, SECRET));
        let service = service.build();
        let listener = TcpListener::bind("127.0.0.1:0").await.expect("a free port");
        let address: SocketAddr = listener.local_addr().expect("an address");
        let serving = tokio::spawn(async move {
            while let Ok((socket, _)) = listener.accept().await {
                let service = service.clone();
                tokio::spawn(async move {
                    let server = Builder::new(TokioExecutor::new());
                    let _ = server.serve_connection(TokioIo::new(socket), service).await;
                });
            }
        });
        Self { way: Proxy::start(address).await, folder, serving }
    }

    /// What messenger-api has to know of it.
    pub fn settings(&self) -> Vec<(&'static str, String)> {
        vec![
            ("MESSENGER_FILES", format!("s3://{BUCKET}/steward")),
            ("AWS_ENDPOINT", format!("http://{}", self.way.address)),
            ("AWS_ALLOW_HTTP", "true".to_owned()),
            ("AWS_REGION", "eu-central-1".to_owned()),
            ("AWS_ACCESS_KEY_ID", KEY.to_owned()),
            ("AWS_SECRET_ACCESS_KEY", SECRET.to_owned()),
        ]
    }

    /// Where it keeps a file.
    pub fn place(&self, name: &str) -> PathBuf {
        self.folder.path().join(BUCKET).join("steward").join(name)
    }
}
