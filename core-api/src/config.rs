//! Settings of core-api: every one is a flag and an environment variable.

use clap::Args;

/// Settings of core-api.
#[derive(Clone, Args)]
pub struct Settings {
    /// Address of the database `events`.
    #[arg(
        id = "core_database",
        long = "core-database",
        value_name = "URL",
        env = "CORE_DATABASE_URL",
        hide_env_values = true
    )]
    pub database: String,
    /// Most connections to the database.
    #[arg(
        id = "core_database_connections",
        long = "core-database-connections",
        value_name = "COUNT",
        env = "CORE_DATABASE_CONNECTIONS",
        default_value_t = 10
    )]
    pub database_connections: u32,
    /// Where auth-api's internal listener is, such as `http://auth-api:9080`.
    #[arg(
        id = "core_auth_internal_url",
        long = "core-auth-internal-url",
        value_name = "URL",
        env = "AUTH_INTERNAL_URL"
    )]
    pub auth_internal_url: String,
    /// The secret that services show each other.
    #[arg(
        id = "core_service_token",
        long = "core-service-token",
        value_name = "SECRET",
        env = "STEWARD_SERVICE_TOKEN",
        hide_env_values = true
    )]
    pub service_token: String,
}

impl std::fmt::Debug for Settings {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter
            .debug_struct("Settings")
            .field("database_connections", &self.database_connections)
            .field("auth_internal_url", &self.auth_internal_url)
            .finish_non_exhaustive()
    }
}
