//! Settings of auth-api: every one is a flag and an environment variable.

use std::net::IpAddr;
use std::num::NonZeroU32;

use clap::Args;

/// Settings of auth-api.
#[derive(Clone, Args)]
pub struct Settings {
    /// Address of the database `participants`.
    #[arg(
        id = "auth_participants_database",
        long = "auth-participants-database",
        env = "AUTH_PARTICIPANTS_DATABASE_URL",
        hide_env_values = true
    )]
    pub participants_database: String,
    /// Address of the database `organizers`; may be the same database, since each has a schema of its own.
    #[arg(
        id = "auth_organizers_database",
        long = "auth-organizers-database",
        env = "AUTH_ORGANIZERS_DATABASE_URL",
        hide_env_values = true
    )]
    pub organizers_database: String,
    /// Most connections to each of the two databases.
    #[arg(
        id = "auth_database_connections",
        long = "auth-database-connections",
        env = "AUTH_DATABASE_CONNECTIONS",
        default_value_t = defaults::DATABASE_CONNECTIONS
    )]
    pub database_connections: u32,
    /// The secret that services show each other.
    #[arg(
        id = "auth_service_token",
        long = "auth-service-token",
        env = "STEWARD_SERVICE_TOKEN",
        hide_env_values = true
    )]
    pub service_token: String,
    /// The address under which browsers reach Steward, such as `https://steward.example.org`. Under https the
    /// session cookie is `__Host-steward` and `Secure`.
    #[arg(
        id = "auth_public_url",
        long = "auth-public-url",
        env = "STEWARD_PUBLIC_URL",
        default_value = defaults::PUBLIC_URL
    )]
    pub public_url: String,
    /// E-mail address of the first administrator, who is made at start-up when there is no administrator yet.
    #[arg(
        id = "auth_administrator_email",
        long = "auth-administrator-email",
        env = "AUTH_ADMINISTRATOR_EMAIL"
    )]
    pub administrator_email: Option<String>,
    /// Password of the first administrator.
    #[arg(
        id = "auth_administrator_password",
        long = "auth-administrator-password",
        env = "AUTH_ADMINISTRATOR_PASSWORD",
        hide_env_values = true
    )]
    pub administrator_password: Option<String>,
    /// Approve organizations by itself when they register, instead of leaving them `pending`.
    #[arg(
        id = "auth_approve_organizations",
        long = "auth-approve-organizations",
        env = "AUTH_APPROVE_ORGANIZATIONS"
    )]
    pub approve_organizations: bool,
    /// Passwords that are hashed at the same time, 19 MiB each; by default as many as there are processors.
    #[arg(
        id = "auth_password_concurrency",
        long = "auth-password-concurrency",
        env = "AUTH_PASSWORD_CONCURRENCY"
    )]
    pub password_concurrency: Option<usize>,
    /// Wrong passwords for one account from one network address before it has to wait.
    #[arg(
        id = "auth_sign_in_burst",
        long = "auth-sign-in-burst",
        env = "AUTH_SIGN_IN_BURST",
        default_value_t = defaults::SIGN_IN_BURST
    )]
    pub sign_in_burst: NonZeroU32,
    /// Seconds of waiting that earn one more attempt.
    #[arg(
        id = "auth_sign_in_seconds",
        long = "auth-sign-in-seconds",
        env = "AUTH_SIGN_IN_SECONDS",
        default_value_t = defaults::SIGN_IN_SECONDS
    )]
    pub sign_in_seconds: NonZeroU32,
    /// Days after which a new key begins to sign tokens.
    #[arg(id = "auth_key_days", long = "auth-key-days", env = "AUTH_KEY_DAYS", default_value_t = defaults::KEY_DAYS)]
    pub key_days: NonZeroU32,
    /// Addresses of reverse proxies whose `X-Forwarded-For` is believed, separated by commas.
    #[arg(
        id = "auth_trusted_proxies",
        long = "auth-trusted-proxies",
        env = "AUTH_TRUSTED_PROXIES",
        value_delimiter = ','
    )]
    pub trusted_proxies: Vec<IpAddr>,
}

mod defaults {
    use std::num::NonZeroU32;

    pub const DATABASE_CONNECTIONS: u32 = 10;
    pub const PUBLIC_URL: &str = "http://127.0.0.1:8080";
    pub const SIGN_IN_BURST: NonZeroU32 = NonZeroU32::new(10).unwrap();
    pub const SIGN_IN_SECONDS: NonZeroU32 = NonZeroU32::new(10).unwrap();
    pub const KEY_DAYS: NonZeroU32 = NonZeroU32::new(30).unwrap();
}

impl Settings {
    /// The settings without which nothing runs; everything else at its default.
    pub fn new(
        participants_database: impl Into<String>,
        organizers_database: impl Into<String>,
        service_token: impl Into<String>,
    ) -> Self {
        Self {
            participants_database: participants_database.into(),
            organizers_database: organizers_database.into(),
            database_connections: defaults::DATABASE_CONNECTIONS,
            service_token: service_token.into(),
            public_url: defaults::PUBLIC_URL.to_owned(),
            administrator_email: None,
            administrator_password: None,
            approve_organizations: false,
            password_concurrency: None,
            sign_in_burst: defaults::SIGN_IN_BURST,
            sign_in_seconds: defaults::SIGN_IN_SECONDS,
            key_days: defaults::KEY_DAYS,
            trusted_proxies: Vec::new(),
        }
    }
}

impl std::fmt::Debug for Settings {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter
            .debug_struct("Settings")
            .field("public_url", &self.public_url)
            .field("approve_organizations", &self.approve_organizations)
            .finish_non_exhaustive()
    }
}
