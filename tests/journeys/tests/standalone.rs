//! The binary itself: it starts again on what it left, and says clearly why it cannot start.

#![allow(clippy::expect_used, clippy::indexing_slicing, clippy::panic, clippy::unwrap_used)]

use std::os::unix::fs::PermissionsExt;
use std::process::Output;
use std::time::Duration;

use journeys::steward::{binary, folder, free_port};
use journeys::{Person, Steward};
use nix::sys::signal::Signal;
use reqwest::StatusCode;
use tokio::process::Command;

/// How long a first start may take: it makes a database.
const START: Duration = Duration::from_secs(180);

async fn try_start(arguments: &[&str]) -> Output {
    let running = Command::new(binary()).args(arguments).env("RUST_LOG", "off").kill_on_drop(true).output();
    tokio::time::timeout(START, running).await.expect("it ends").expect("it can be started")
}

fn words(output: &Output) -> String {
    assert!(!output.status.success());
    String::from_utf8_lossy(&output.stdout).into_owned()
}

#[tokio::test]
async fn stops_in_order_and_starts_again_on_the_same_folder() {
    let mut steward = Steward::start().await;
    let guest = Person::guest(&steward.url, "Jonas").await;
    steward.signal(Signal::SIGTERM);
    assert!(steward.ended().await);
    steward.start_again().await;
    assert_eq!(guest.get("/auth/v1/me").await.status, StatusCode::OK);
    steward.kill().await;
    steward.start_again().await;
    assert_eq!(guest.get("/auth/v1/me").await.status, StatusCode::OK);
    assert_eq!(guest.get("/health/ready").await.status, StatusCode::OK);
}

#[tokio::test]
async fn says_that_the_port_is_taken() {
    let taken = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
    let address = taken.local_addr().unwrap().to_string();
    let folder = folder();
    let data = folder.path().join("data");
    let text = words(&try_start(&["--listen", &address, "--data-dir", data.to_str().unwrap()]).await);
    assert!(text.contains(&address) && text.contains("taken") && text.contains("--listen"), "{text}");
}

#[tokio::test]
async fn says_that_the_folder_is_in_use() {
    let steward = Steward::start().await;
    let data = steward.data();
    let listen = format!("127.0.0.1:{}", free_port());
    let text = words(&try_start(&["--listen", &listen, "--data-dir", data.to_str().unwrap()]).await);
    assert!(text.contains("in use by another steward"), "{text}");
}

#[tokio::test]
async fn says_that_the_folder_is_from_the_future() {
    let folder = folder();
    std::fs::write(folder.path().join("format"), "99\n").unwrap();
    let listen = format!("127.0.0.1:{}", free_port());
    let text = words(&try_start(&["--listen", &listen, "--data-dir", folder.path().to_str().unwrap()]).await);
    assert!(text.contains("newer version"), "{text}");
}

#[tokio::test]
async fn says_that_the_folder_cannot_be_written() {
    let folder = folder();
    let file = folder.path().join("file");
    std::fs::write(&file, "").unwrap();
    let data = file.join("data");
    let listen = format!("127.0.0.1:{}", free_port());
    let text = words(&try_start(&["--listen", &listen, "--data-dir", data.to_str().unwrap()]).await);
    assert!(text.contains("cannot be written") && text.contains("--data-dir"), "{text}");
}

#[tokio::test]
async fn says_that_postgres_is_missing() {
    let folder = folder();
    let listen = format!("127.0.0.1:{}", free_port());
    let nowhere = folder.path().join("nowhere");
    let arguments = [
        "--listen",
        &listen,
        "--data-dir",
        folder.path().to_str().unwrap(),
        "--postgres-bin",
        nowhere.to_str().unwrap(),
    ];
    let text = words(&try_start(&arguments).await);
    assert!(text.contains("no Postgres") && text.contains("postgresql"), "{text}");
}

#[tokio::test]
async fn runs_as_an_ordinary_user() {
    if !nix::unistd::Uid::effective().is_root() {
        // All other tests have shown it.
        return;
    }
    let folder = folder();
    std::fs::set_permissions(folder.path(), std::fs::Permissions::from_mode(0o777)).unwrap();
    let copy = folder.path().join("steward");
    std::fs::copy(binary(), &copy).unwrap();
    let port = free_port();
    let mut child = Command::new(&copy)
        .args(["--listen", &format!("127.0.0.1:{port}"), "--data-dir"])
        .arg(folder.path().join("data"))
        .uid(65_534)
        .gid(65_534)
        .current_dir(folder.path())
        .kill_on_drop(true)
        .spawn()
        .unwrap();
    let anybody = Person::stranger(&format!("http://127.0.0.1:{port}"));
    journeys::within(START, "it serves", async || {
        tokio::net::TcpStream::connect(("127.0.0.1", port)).await.ok()?;
        (anybody.try_get("/health/ready").await?.status == StatusCode::OK).then_some(())
    })
    .await;
    let id = i32::try_from(child.id().unwrap()).unwrap();
    nix::sys::signal::kill(nix::unistd::Pid::from_raw(id), Signal::SIGTERM).unwrap();
    assert!(child.wait().await.unwrap().success());
}

#[tokio::test]
async fn serves_https_with_a_certificate_of_its_own() {
    let folder = folder();
    let port = free_port();
    let mut child = Command::new(binary())
        .args(["--tls", "self-signed", "--listen", &format!("127.0.0.1:{port}"), "--data-dir"])
        .arg(folder.path().join("data"))
        .kill_on_drop(true)
        .spawn()
        .unwrap();
    drop(rustls::crypto::aws_lc_rs::default_provider().install_default());
    // Nobody vouches for this certificate.
    let http = reqwest::Client::builder().tls_danger_accept_invalid_certs(true).build().unwrap();
    let url = format!("https://127.0.0.1:{port}");
    journeys::within(START, "it serves", async || {
        let answer = http.get(format!("{url}/health/ready")).send().await.ok()?;
        (answer.status() == StatusCode::OK).then_some(())
    })
    .await;
    let page = http.get(format!("{url}/")).send().await.unwrap();
    assert!(page.headers().contains_key("strict-transport-security"));
    let key = folder.path().join("data/tls/key.pem");
    assert_eq!(std::fs::metadata(key).unwrap().permissions().mode() & 0o777, 0o600);
    let id = i32::try_from(child.id().unwrap()).unwrap();
    nix::sys::signal::kill(nix::unistd::Pid::from_raw(id), Signal::SIGTERM).unwrap();
    assert!(child.wait().await.unwrap().success());
}

#[tokio::test]
async fn says_what_https_lacks() {
    for (mode, lacks) in [("certificate", "--tls-certificate"), ("acme", "--tls-domain")] {
        let folder = folder();
        let listen = format!("127.0.0.1:{}", free_port());
        let data = folder.path().join("data");
        let text = words(
            &try_start(&["--tls", mode, "--listen", &listen, "--data-dir", data.to_str().unwrap()]).await,
        );
        assert!(text.contains(lacks), "{text}");
    }
}

/// Ten wrong passwords of one person behind a proxy make nobody else behind it wait.
#[tokio::test]
async fn behind_a_trusted_proxy_everybody_has_their_own_address() {
    let steward = Steward::start_with(&[("STEWARD_TRUSTED_PROXIES", "127.0.0.1")]).await;
    drop(rustls::crypto::aws_lc_rs::default_provider().install_default());
    let http = reqwest::Client::new();
    let guess = async |address: &str| {
        let request =
            http.post(format!("{}/auth/v1/sessions", steward.url)).header("x-forwarded-for", address);
        let body = serde_json::json!({ "email": "staff1@demo.test", "password": "not the password" });
        request.json(&body).send().await.unwrap().status()
    };
    let mut guesses = 0;
    while guess("198.51.100.7").await != StatusCode::TOO_MANY_REQUESTS {
        guesses += 1;
        assert!(guesses < 100, "nobody is slowed down");
    }
    assert_eq!(guess("198.51.100.8").await, StatusCode::UNAUTHORIZED);
}
