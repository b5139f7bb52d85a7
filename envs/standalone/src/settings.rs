//! Settings of the standalone binary. Every one is a flag and an environment variable.

use std::net::SocketAddr;
use std::path::PathBuf;

use axum_server::tls_rustls::RustlsConfig;
use clap::Parser;

use crate::error::StartError;

/// Steward, the messenger of an event, in one process: services, apps and database.
#[derive(Debug, Clone, Parser)]
#[command(name = "steward", version)]
pub struct Settings {
    /// Address to listen on. Port 0 takes a free one.
    #[arg(long, env = "STEWARD_LISTEN", default_value = "127.0.0.1:8080")]
    pub listen: SocketAddr,
    /// Folder for everything that is kept; made when it does not exist.
    #[arg(long, env = "STEWARD_DATA_DIR", default_value = "./data")]
    pub data_dir: PathBuf,
    /// A running Postgres to use instead of the embedded one, such as
    /// `postgres://steward:secret@db.example.org`; its databases `participants`, `organizers`, `events` and
    /// `messages` are made when the user may do so.
    #[arg(long, env = "STEWARD_DATABASE_URL", hide_env_values = true)]
    pub database_url: Option<String>,
    /// Folder with the programs of Postgres; found by itself when not given.
    #[arg(long, env = "STEWARD_POSTGRES_BIN")]
    pub postgres_bin: Option<PathBuf>,
    /// Where browsers reach Steward, such as `https://help.example.org`, when that is not the address it listens
    /// on.
    #[arg(long, env = "STEWARD_PUBLIC_URL")]
    pub public_url: Option<String>,
    /// Certificate chain in PEM, for built-in HTTPS.
    #[arg(long, env = "STEWARD_TLS_CERTIFICATE", requires = "tls_key")]
    pub tls_certificate: Option<PathBuf>,
    /// Private key of the certificate in PEM.
    #[arg(long, env = "STEWARD_TLS_KEY", requires = "tls_certificate")]
    pub tls_key: Option<PathBuf>,
    /// Fill an empty data folder with an example event and print sign-ins with a known password.
    #[arg(long, env = "STEWARD_DEMO")]
    pub demo: bool,
    /// E-mail address of the first administrator, made at the first start.
    #[arg(long, env = "STEWARD_ADMINISTRATOR_EMAIL", requires = "administrator_password")]
    pub administrator_email: Option<String>,
    /// Password of the first administrator.
    #[arg(long, env = "STEWARD_ADMINISTRATOR_PASSWORD", hide_env_values = true)]
    pub administrator_password: Option<String>,
    /// Approve organizations by itself when they register.
    #[arg(long, env = "STEWARD_APPROVE_ORGANIZATIONS")]
    pub approve_organizations: bool,
    /// Limits of the live protocol.
    #[command(flatten)]
    pub limits: messenger_api::Limits,
}

impl Settings {
    /// `https` with a certificate, else `http`.
    pub fn scheme(&self) -> &'static str {
        if self.tls_certificate.is_some() { "https" } else { "http" }
    }

    /// The address under which it is reached when nothing else was said.
    pub fn url_at(&self, address: SocketAddr) -> String {
        format!("{}://{address}", self.scheme())
    }

    /// The certificate, when there is one.
    pub async fn tls(&self) -> Result<Option<RustlsConfig>, StartError> {
        match (&self.tls_certificate, &self.tls_key) {
            (Some(certificate), Some(key)) => {
                let config = RustlsConfig::from_pem_file(certificate, key).await;
                config.map(Some).map_err(StartError::Certificate)
            }
            _ => Ok(None),
        }
    }
}
