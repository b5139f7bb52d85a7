//! Settings of the standalone binary. Every one is a flag and an environment variable.

use std::net::{IpAddr, SocketAddr};
use std::path::PathBuf;

use clap::{Parser, ValueEnum};

/// Steward, the messenger of an event, in one process: services, apps and database.
#[derive(Debug, Clone, Parser)]
#[command(name = "steward", version)]
pub struct Settings {
    /// Address to listen on. Port 0 takes a free one.
    #[arg(long, env = "STEWARD_LISTEN", default_value = "127.0.0.1:8080")]
    pub listen: SocketAddr,
    /// Address of another listener, for Prometheus only: `/metrics`. It must not be reachable from outside.
    #[arg(long, env = "STEWARD_METRICS_LISTEN")]
    pub metrics_listen: Option<SocketAddr>,
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
    /// Addresses of reverse proxies whose `X-Forwarded-For` is believed, separated by commas. Wrong passwords are
    /// counted for account and address.
    #[arg(long, env = "STEWARD_TRUSTED_PROXIES", value_delimiter = ',')]
    pub trusted_proxies: Vec<IpAddr>,
    /// Serve HTTPS; `certificate` when --tls-certificate is given. Phones give their location, and install the
    /// app, only over HTTPS that they trust.
    #[arg(long, env = "STEWARD_TLS", value_enum)]
    pub tls: Option<TlsMode>,
    /// Certificate chain in PEM.
    #[arg(long, env = "STEWARD_TLS_CERTIFICATE", requires = "tls_key")]
    pub tls_certificate: Option<PathBuf>,
    /// Private key of the certificate in PEM.
    #[arg(long, env = "STEWARD_TLS_KEY", requires = "tls_certificate")]
    pub tls_key: Option<PathBuf>,
    /// Names that `--tls acme` proves and gets a certificate for, such as `help.example.org`.
    #[arg(long = "tls-domain", env = "STEWARD_TLS_DOMAINS", value_delimiter = ',')]
    pub tls_domains: Vec<String>,
    /// E-mail address that the authority of `--tls acme` may write to.
    #[arg(long, env = "STEWARD_TLS_CONTACT")]
    pub tls_contact: Option<String>,
    /// Directory of the authority of `--tls acme`; Let's Encrypt when not given.
    #[arg(long, env = "STEWARD_TLS_ACME_DIRECTORY")]
    pub tls_acme_directory: Option<String>,
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
    /// Seconds for which a Steward that was asked to stop goes on as before, except that `/health/ready` answers 503:
    /// for a load balancer, when there are more nodes than this one.
    #[arg(long, env = "STEWARD_DRAIN_SECONDS", default_value_t = 0)]
    pub drain_seconds: u64,
    /// Seconds over which it then sends its sockets elsewhere, each at a moment of its own. 0 closes all at once.
    #[arg(long, env = "STEWARD_BYE_SECONDS", default_value_t = 0)]
    pub bye_seconds: u64,
    /// The log.
    #[command(flatten)]
    pub logging: service_kit::process::Logging,
    /// Traces.
    #[command(flatten)]
    pub tracing: service_kit::traces::Tracing,
    /// NATS, when there are more nodes than this one.
    #[command(flatten)]
    pub nats: messenger_api::NatsSettings,
    /// Photos and voice clips.
    #[command(flatten)]
    pub attachments: messenger_api::AttachmentSettings,
    /// Limits of the live protocol.
    #[command(flatten)]
    pub limits: messenger_api::Limits,
}

impl Settings {
    /// `https` with a certificate, else `http`.
    pub fn scheme(&self) -> &'static str {
        if self.tls_mode().is_some() { "https" } else { "http" }
    }

    /// The address under which it is reached when nothing else was said.
    pub fn url_at(&self, address: SocketAddr) -> String {
        format!("{}://{address}", self.scheme())
    }

    /// How HTTPS is served; none for plain HTTP.
    pub fn tls_mode(&self) -> Option<TlsMode> {
        self.tls.or(self.tls_certificate.as_ref().map(|_| TlsMode::Certificate))
    }
}

/// Where the certificate for HTTPS comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum TlsMode {
    /// From --tls-certificate and --tls-key.
    Certificate,
    /// Fetched and renewed by itself for --tls-domain; port 443 must be reachable from the internet.
    Acme,
    /// Made here: browsers warn of it, and phones do not trust it.
    SelfSigned,
}
