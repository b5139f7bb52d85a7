//! Built-in HTTPS: with one's own certificate, with one that is fetched and renewed by itself (ACME), or with a
//! self-signed one for trying things out.

use std::io;
use std::net::SocketAddr;
use std::path::Path;

use axum::Router;
use axum_server::tls_rustls::{RustlsAcceptor, RustlsConfig};
use futures_util::StreamExt;
use reqwest::Url;
use rustls_acme::AcmeConfig;
use rustls_acme::axum::AxumAcceptor;
use rustls_acme::caches::DirCache;
use service_kit::{Tasks, http};
use tokio::net::TcpListener;

use crate::SHUTDOWN;
use crate::error::StartError;
use crate::settings::{Settings, TlsMode};

/// How HTTPS is served.
pub enum Tls {
    /// With a certificate from files.
    Files(RustlsConfig),
    /// With a certificate from an authority; the name is proved on this very port.
    Acme(AxumAcceptor),
}

impl Tls {
    /// Reads, makes or orders the certificate; none for plain HTTP.
    pub async fn prepare(settings: &Settings, tasks: &Tasks) -> Result<Option<Self>, StartError> {
        let folder = settings.data_dir.join("tls");
        match settings.tls_mode() {
            None => Ok(None),
            Some(TlsMode::Certificate) => {
                let (Some(certificate), Some(key)) = (&settings.tls_certificate, &settings.tls_key) else {
                    return Err(StartError::NoCertificate);
                };
                files(certificate, key).await.map(Some)
            }
            Some(TlsMode::SelfSigned) => {
                let (certificate, key) = (folder.join("certificate.pem"), folder.join("key.pem"));
                if !certificate.exists() || !key.exists() {
                    make(&folder, &names(settings)).map_err(StartError::Certificate)?;
                }
                files(&certificate, &key).await.map(Some)
            }
            Some(TlsMode::Acme) => acme(settings, &folder, tasks).map(Some),
        }
    }

    /// Serves until shutdown.
    pub async fn serve(self, listener: TcpListener, router: Router, tasks: Tasks) -> io::Result<()> {
        let service = router.into_make_service_with_connect_info::<SocketAddr>();
        match self {
            Self::Files(config) => {
                let acceptor = RustlsAcceptor::new(config);
                http::server(listener, acceptor, http::Side::Outside, &tasks, Some(SHUTDOWN))?
                    .serve(service)
                    .await
            }
            Self::Acme(acceptor) => {
                http::server(listener, acceptor, http::Side::Outside, &tasks, Some(SHUTDOWN))?
                    .serve(service)
                    .await
            }
        }
    }
}

async fn files(certificate: &Path, key: &Path) -> Result<Tls, StartError> {
    let config = RustlsConfig::from_pem_file(certificate, key).await;
    config.map(Tls::Files).map_err(StartError::Certificate)
}

/// Makes a certificate that nobody vouches for.
fn make(folder: &Path, names: &[String]) -> io::Result<()> {
    let made = rcgen::generate_simple_self_signed(names).map_err(io::Error::other)?;
    std::fs::create_dir_all(folder)?;
    std::fs::write(folder.join("certificate.pem"), made.cert.pem())?;
    write_secret(&folder.join("key.pem"), &made.signing_key.serialize_pem())
}

fn write_secret(path: &Path, text: &str) -> io::Result<()> {
    use std::io::Write;
    use std::os::unix::fs::OpenOptionsExt;
    let options = std::fs::OpenOptions::new().create(true).truncate(true).write(true).mode(0o600).open(path);
    options?.write_all(text.as_bytes())
}

/// The names under which this Steward may be reached.
fn names(settings: &Settings) -> Vec<String> {
    let public = settings.public_url.as_deref().and_then(|url| Url::parse(url).ok());
    let mut names = vec!["localhost".to_owned(), settings.listen.ip().to_string()];
    names.extend(public.and_then(|url| url.host_str().map(str::to_owned)));
    names.extend(nix::unistd::gethostname().ok().and_then(|name| name.into_string().ok()));
    names.sort_unstable();
    names.dedup();
    names
}

/// Orders a certificate, and renews it for as long as Steward runs.
fn acme(settings: &Settings, folder: &Path, tasks: &Tasks) -> Result<Tls, StartError> {
    if settings.tls_domains.is_empty() {
        return Err(StartError::NoDomain);
    }
    let mut config = AcmeConfig::new(&settings.tls_domains)
        .contact(settings.tls_contact.iter().map(|address| format!("mailto:{address}")))
        .cache(DirCache::new(folder.to_owned()))
        .directory_lets_encrypt(true);
    if let Some(directory) = &settings.tls_acme_directory {
        config = config.directory(directory);
    }
    let mut state = config.state();
    let acceptor = state.axum_acceptor(state.default_rustls_config());
    tasks.spawn_until_stopped(async move {
        while let Some(event) = state.next().await {
            match event {
                Ok(event) => tracing::info!(?event, "the certificate"),
                Err(error) => tracing::warn!(%error, "the certificate could not be ordered"),
            }
        }
    });
    Ok(Tls::Acme(acceptor))
}
